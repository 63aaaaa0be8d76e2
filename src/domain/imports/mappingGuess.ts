import type { ColumnMapping, ColumnShape, MappingKind, MappingRole } from './columnMapping.ts';
import { columnShape, looksLikeData, MAPPING_KINDS, missingRoles } from './columnMapping.ts';
import { roleSaid } from './mappingWords.ts';
import { plainNumber } from './numbers.ts';
import { sportMeaning } from './sports.ts';

/** How far a guess is to be trusted: the headings say it, something of it was seen in the values, or little is known. */
export type Sureness = 'said' | 'seen' | 'unsure';

export interface MappingGuess {
  readonly mapping: ColumnMapping;
  readonly sureness: Sureness;
}

/** A file's columns as they are guessed at: the first line, and some rows below it. */
export interface GuessFrom {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Column {
  readonly shape: ColumnShape;
  readonly cells: readonly string[];
  readonly numbers: readonly number[];
}

const columnsIn = ({ heading, rows }: GuessFrom): Column[] =>
  heading.map((_name, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
    const numbers = cells.map((cell) => Number(plainNumber(cell).replace(',', '.'))).filter((n) => Number.isFinite(n));
    return { shape: columnShape(cells), cells, numbers };
  });

/** Whether a column may hold what its heading is taken to say: a date is no text, reps are numbers. */
const fits = (role: MappingRole, { shape }: Column): boolean => {
  if (shape === 'blank') return true;
  if (['date', 'start', 'day', 'birthDate'].includes(role)) return shape === 'date';
  if (['reps', 'rpe', 'rir', 'averageHr', 'maxHr', 'weight', 'distance', 'bodyMass', 'birthYear'].includes(role))
    return shape === 'number';
  if (role === 'moving' || role === 'elapsed') return shape !== 'date';
  if (role === 'exercise' || role === 'name' || role === 'email') return shape === 'text' || role === 'exercise';
  return true;
};

interface Roles {
  readonly roles: (MappingRole | null)[];
  said: number;
}

const byHeadings = (kind: MappingKind, heading: readonly string[], columns: readonly Column[]): Roles => {
  const found: Roles = { roles: heading.map(() => null), said: 0 };
  for (const how of ['exactly', 'among others']) {
    for (const [index, name] of heading.entries()) {
      const saying = roleSaid(kind, name);
      const column = columns[index];
      if (found.roles[index] !== null || saying?.how !== how || column === undefined) continue;
      if (found.roles.includes(saying.role) || !fits(saying.role, column)) continue;
      found.roles[index] = saying.role;
      found.said += how === 'exactly' ? 1 : 0.6;
    }
  }
  return found;
};

const isWhole = ({ numbers }: Column): boolean => numbers.length > 0 && numbers.every((n) => Number.isInteger(n));

const largest = ({ numbers }: Column): number => Math.max(...numbers, 0);

/** Numbers that go 1, 2, 3 and begin again: the sets of an exercise. */
const countsUp = (column: Column): boolean => {
  const { numbers } = column;
  if (!isWhole(column) || numbers.length < 3 || largest(column) > 20 || largest(column) < 2) return false;
  const steps = numbers.slice(1).filter((n, index) => n === (numbers[index] ?? 0) + 1 || n === 1);
  return steps.length >= (numbers.length - 1) * 0.9;
};

/** Repeats itself from row to row, as the name or number of an exercise does over its sets. */
const repeats = ({ cells }: Column): boolean => {
  const same = cells.slice(1).filter((cell, index) => cell === cells[index]).length;
  return cells.length > 2 && same >= (cells.length - 1) * 0.3;
};

type Test = (column: Column) => boolean;

/** Says something in most rows. */
const isFull = ({ cells }: Column, rows: number): boolean => cells.length * 2 > rows;

/** What values alone suggest, the most telling first. */
const VALUE_TESTS: Readonly<Record<MappingKind, readonly (readonly [MappingRole, Test])[]>> = {
  sets: [
    ['date', ({ shape }) => shape === 'date'],
    ['setOrder', countsUp],
    ['exercise', (column) => column.shape === 'text' && (repeats(column) || column.cells.length < 4)],
    ['exercise', (column) => isWhole(column) && repeats(column)],
    ['reps', (column) => isWhole(column) && largest(column) <= 60 && !repeats(column)],
    ['reps', (column) => isWhole(column) && largest(column) <= 60],
    ['weight', (column) => column.shape === 'number' && largest(column) > 1],
  ],
  runs: [
    ['start', ({ shape }) => shape === 'date'],
    ['moving', ({ shape }) => shape === 'time'],
    ['distance', (column) => column.shape === 'number' && largest(column) <= 200],
    ['averageHr', (column) => isWhole(column) && largest(column) >= 90 && largest(column) <= 230],
    // In metres.
    ['distance', (column) => column.shape === 'number' && largest(column) > 400 && largest(column) <= 300_000],
    ['sport', ({ shape, cells }) => shape === 'text' && cells.some((cell) => sportMeaning(cell).isRun)],
  ],
  body: [
    ['day', ({ shape }) => shape === 'date'],
    [
      'bodyMass',
      (column) => column.shape === 'number' && Math.min(...column.numbers, 999) >= 30 && largest(column) <= 400,
    ],
  ],
  roster: [
    ['email', ({ cells }) => cells.filter((cell) => cell.includes('@')).length * 2 > cells.length],
    ['birthDate', ({ shape }) => shape === 'date'],
    ['name', ({ shape, cells }) => shape === 'text' && cells.every((cell) => /^[^@]+[\s,][^@]+$/u.test(cell.trim()))],
  ],
};

const fillByValues = (
  kind: MappingKind,
  columns: readonly Column[],
  rows: number,
  found: Roles,
  hasHeading: boolean,
): number => {
  let seen = 0;
  for (const [role, test] of VALUE_TESTS[kind]) {
    if (found.roles.includes(role)) continue;
    // With headings, only what must be there is filled in: what a heading does not say is left out.
    const missing = missingRoles({ kind, roles: found.roles, hasHeading });
    if (hasHeading && !missing.some((some) => some.includes(role))) continue;
    const free = columns.flatMap((column, at) =>
      found.roles[at] === null && isFull(column, rows) && test(column) ? [{ at, column }] : [],
    );
    // Of several columns of numbers the load is the one with the largest; otherwise the first one is meant.
    const ordered =
      role === 'weight' ? free.toSorted((left, right) => largest(right.column) - largest(left.column)) : free;
    const index = ordered[0]?.at;
    if (index === undefined) continue;
    found.roles[index] = role;
    seen += 1;
  }
  return seen;
};

interface Candidate extends MappingGuess {
  readonly score: number;
}

const candidateOf = (
  kind: MappingKind,
  from: GuessFrom,
  columns: readonly Column[],
  hasHeading: boolean,
): Candidate => {
  const found = hasHeading ? byHeadings(kind, from.heading, columns) : { roles: from.heading.map(() => null), said: 0 };
  const saidMissing = missingRoles({ kind, roles: found.roles, hasHeading }).length;
  const seen = fillByValues(kind, columns, from.rows.length, found, hasHeading);
  const mapping: ColumnMapping = { kind, roles: found.roles, hasHeading };
  const missing = missingRoles(mapping).length;
  const score = found.said * 2 + seen - missing * 3;
  return { mapping, score, sureness: missing > 0 ? 'unsure' : saidMissing === 0 && hasHeading ? 'said' : 'seen' };
};

const candidatesFor = (kinds: readonly MappingKind[], from: GuessFrom): Candidate[] => {
  const hasHeading = !looksLikeData(from.heading);
  const columns = columnsIn({ heading: from.heading, rows: hasHeading ? from.rows : [from.heading, ...from.rows] });
  return kinds.map((kind) => candidateOf(kind, from, columns, hasHeading));
};

/**
 * The likeliest meaning of a file's columns, or the likeliest if its rows are known to be of one kind. It is a start for the
 * coach, never taken without being asked.
 */
export const guessMapping = (from: GuessFrom, kinds: readonly MappingKind[] = MAPPING_KINDS): MappingGuess => {
  const [best] = candidatesFor(kinds, from).toSorted((left, right) => right.score - left.score);
  if (best !== undefined) return { mapping: best.mapping, sureness: best.sureness };
  return { mapping: { kind: 'sets', roles: from.heading.map(() => null), hasHeading: true }, sureness: 'unsure' };
};
