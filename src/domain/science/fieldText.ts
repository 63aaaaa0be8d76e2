import type { FieldKind } from './fields.ts';

type Text = (value: unknown) => string;

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const partOf = (value: unknown, name: string): unknown => entriesOf(value).find(([key]) => key === name)?.[1];

/** Numbers and words as they are; anything deeper has a text of its own below. */
const plainText: Text = (value) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

const setText: Text = (set) =>
  `${plainText(partOf(set, 'w'))}x${plainText(partOf(set, 'reps'))}@${plainText(partOf(set, 'rpe'))}`;

const sessionText: Text = (session) =>
  `${plainText(partOf(session, 'day'))}: ${listOf(partOf(session, 'sets')).map(setText).join(', ')}`;

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const runText: Text = (run) =>
  `${DAYS[Number(partOf(run, 'day'))] ?? ''} ${plainText(partOf(run, 'type'))} ${plainText(partOf(run, 'slot'))}`;

/** Heaviest first, whatever order the keys of an object came in. */
const platesText: Text = (value) =>
  entriesOf(value)
    .toSorted(([a], [b]) => Number(b) - Number(a))
    .map(([mass, pairs]) => `${mass}x${plainText(pairs)}`)
    .join(', ');

/** A value as it is typed into a form (§ calculators); the inverse of `valueOfText`. */
export const textOfValue = (kind: FieldKind, value: unknown): string => {
  if (value === undefined) return '';
  switch (kind) {
    case 'numbers':
    case 'words':
      return listOf(value).join(', ');
    case 'rows':
      return listOf(value)
        .map((row) => listOf(row).join(' '))
        .join('\n');
    case 'plates':
      return platesText(value);
    case 'sessions':
      return listOf(value).map(sessionText).join('\n');
    case 'runs':
      return listOf(value).map(runText).join(', ');
    case 'number':
    case 'text':
    case 'choice':
    case 'flag':
      return plainText(value);
  }
};

const parts = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const toNumber = (text: string): number | string => {
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(value) ? text : value;
};

const toSet = (text: string): unknown => {
  const [load = '', reps = '', rpe = ''] = text.split(/[x×@]/);
  return { w: toNumber(load), reps: toNumber(reps), rpe: toNumber(rpe) };
};

const toSession = (line: string): unknown => {
  const [day = '', sets = ''] = line.split(':');
  return { day: toNumber(day), sets: parts(sets, /,/).map(toSet) };
};

const toPlates = (text: string): unknown =>
  Object.fromEntries(
    parts(text, /[,;\n]/).map((part) => {
      const [mass = '', pairs = '1'] = part.split(/[x×]/);
      return [mass.trim(), toNumber(pairs)];
    }),
  );

/** `Tue Q AM`: the morning where nothing is said. */
const toRun = (text: string): unknown => {
  const [day = '', type = '', slot = 'AM'] = text.split(/\s+/u);
  const place = DAYS.findIndex((name) => name.toLowerCase() === day.slice(0, 3).toLowerCase());
  return { day: place < 0 ? day : place, type: type.toUpperCase(), slot: slot.toUpperCase() };
};

/**
 * What was typed, as a value for a rule to read. What cannot be understood is passed on as text, which the rule refuses in
 * words; an empty field is `undefined`.
 */
export const valueOfText = (kind: FieldKind, text: string): unknown => {
  if (text.trim() === '') return undefined;
  switch (kind) {
    case 'number':
      return toNumber(text);
    case 'numbers':
      return parts(text, /[,;\s]/).map(toNumber);
    case 'rows':
      return parts(text, /[\n;]/).map((row) => parts(row, /[,\s]/).map(toNumber));
    case 'words':
      return parts(text, /[,;\n]/);
    case 'plates':
      return toPlates(text);
    case 'sessions':
      return parts(text, /\n/).map(toSession);
    case 'runs':
      return parts(text, /[,;\n]/).map(toRun);
    case 'flag':
      return text === 'true';
    case 'text':
    case 'choice':
      return text.trim();
  }
};
