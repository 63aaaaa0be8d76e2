import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a thing with named parts',
  record: 'a thing with named parts',
};

const sizeOf = (input: unknown): string => {
  if (typeof input === 'string' || Array.isArray(input)) return input.length.toLocaleString('en');
  return String(input);
};

/** What is counted, and how what was sent is spoken of. */
const counted = (origin: string, input: unknown): { readonly of: string; readonly isNow: string } => {
  const size = sizeOf(input);
  if (origin === 'string') return { of: ' characters', isNow: `these are ${size}` };
  if (origin === 'array') return { of: ' entries', isNow: `these are ${size}` };
  return { of: '', isNow: `this is ${size}` };
};

/** What is wrong with a request, in words for people instead of for those who wrote the schema; `undefined` leaves it as it is. */
export const plainProblem = (issue: z.core.$ZodRawIssue): string | undefined => {
  switch (issue.code) {
    case 'too_big': {
      const { of, isNow } = counted(issue.origin, issue.input);
      return `at most ${issue.maximum.toLocaleString('en')}${of}; ${isNow}`;
    }
    case 'too_small': {
      const { of, isNow } = counted(issue.origin, issue.input);
      if (issue.origin === 'string' && issue.minimum === 1) return 'this is empty';
      const than = issue.inclusive === false ? 'more than' : 'at least';
      return `${than} ${issue.minimum.toLocaleString('en')}${of}; ${isNow}`;
    }
    case 'invalid_type':
      return issue.input === undefined
        ? 'this is missing'
        : KINDS[issue.expected] === undefined
          ? undefined
          : `this is not ${KINDS[issue.expected]}`;
    case 'unrecognized_keys':
      return `there is no ${issue.keys.map((key) => `“${key}”`).join(', ')} here`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'invalid_value':
    case 'not_multiple_of':
    default:
      return undefined;
  }
};
