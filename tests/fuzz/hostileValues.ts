import type { Chance } from '../../src/domain/kernel/chance.ts';
import { oneOf } from './mutateFile.ts';

/** Texts that have broken something somewhere: markup, commands, formulas, letters that are none, letters that turn text round. */
export const HOSTILE_TEXTS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '<img src=x onerror="window.broken=1">',
  '<script>window.broken=1</script>',
  '"><svg onload=window.broken=1>',
  'javascript:window.broken=1',
  '{{constructor.constructor("window.broken=1")()}}',
  '${window.broken=1}',
  "'; DROP TABLE athlete; --",
  '" OR "1"="1',
  "Robert'); DELETE FROM journal; --",
  '%s%n%d',
  "=cmd|'/c calc'!A1",
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '@SUM(1)',
  '-2+3',
  '\tTab first',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'file:///etc/passwd',
  'CON',
  'a\u0000b',
  '\u0000',
  '\uD800',
  'x\uDC00y',
  '\u202Egnp.exe',
  '\u200Fא\u200E',
  '\u2028\u2029',
  '\uFEFF',
  '\u200B',
  'e\u0301'.repeat(40),
  '👩‍👩‍👧‍👦'.repeat(10),
  'İıſßﬀ',
  'x'.repeat(121),
  'x'.repeat(20_001),
  'x'.repeat(1_000_000),
  '\n'.repeat(2000),
  '9'.repeat(400),
  '-0',
  'NaN',
  'Infinity',
  '1e308',
  'null',
  'undefined',
  'true',
  '0x10',
  '٣',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-W53',
  '9999-W52',
  '3x5 @'.repeat(200),
  `${'('.repeat(5000)}`,
  '3x5@80'.repeat(100),
];

/** Numbers as they may be written in JSON, beyond what a number in a program can say. */
export const HOSTILE_NUMBERS: readonly string[] = [
  '-0',
  '0',
  '-1',
  '1e308',
  '-1e308',
  '1e999',
  '-1e999',
  '5e-324',
  '1e-400',
  '0.1',
  '2147483648',
  '4294967296',
  '9007199254740991',
  '9007199254740993',
  '-9223372036854775809',
  '123456789012345678901234567890',
];

const BEGIN = '\u0001raw:';
const IN_TEXT = /"\\u0001raw:([^"]*)"/gu;

/** Stands for letters that are to be in the JSON text as they are. */
export const raw = (letters: string): string => BEGIN + letters;

/** The JSON text of a question, with everything that JSON can say and a value cannot. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value).replace(IN_TEXT, (_whole, letters: string) => letters);

const nested = (depth: number, [open, close]: readonly [string, string]): string =>
  open.repeat(depth) + close.repeat(depth);

export const hostileThing = (chance: Chance): unknown =>
  oneOf<() => unknown>(chance, [
    () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as unknown,
    () => raw(nested(20_000, ['[', ']'])),
    () => Array.from({ length: 20_000 }, (_, at) => at),
    () => Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`key${at}`, at])),
    () => ({ length: -1 }),
    () => ({ toJSON: 1, valueOf: null }),
    () => raw('1e999'),
    () => [[], {}, null, true],
  ])();
