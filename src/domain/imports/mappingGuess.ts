import type { ColumnMapping, ColumnShape, MappingKind, MappingRole } from './columnMapping.ts';
import { columnShape, looksLikeData, MAPPING_KINDS, missingRoles } from './columnMapping.ts';
import { isOfSeveral, roleSaid } from './mappingWords.ts';
import { plainNumber } from './numbers.ts';
import { saysYes } from './setKinds.ts';
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
  readonly name: string;
  readonly shape: ColumnShape;
  readonly cells: readonly string[];
  readonly numbers: readonly number[];
}

const columnsIn = ({ heading, rows }: GuessFrom): Column[] =>
  heading.map((name, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell.trim() !== '');
    const numbers = cells.map((cell) => Number(plainNumber(cell).replace(',', '.'))).filter((n) => Number.isFinite(n));
    return { name, shape: columnShape(cells), cells, numbers };
  });

const saysNo = (cell: string): boolean => /^(?:0|false|no|n|nein|non|não)$/iu.test(cell.trim());

/** Whether a column may hold what its heading is taken to say: a date is no text, reps are numbers. */
const fits = (role: MappingRole, { shape, cells }: Column): boolean => {
  if (shape === 'blank') return true;
  if (['date', 'start', 'day', 'birthDate'].includes(role)) return shape === 'date';
  if (shape === 'date') return ['title', 'notes', 'sessionNotes'].includes(role);
  if (role === 'isWarmup') return cells.every((cell) => saysYes(cell) || saysNo(cell));
  if (
    ['copies', 'reps', 'rpe', 'rir', 'averageHr', 'maxHr', 'weight', 'distance', 'bodyMass', 'birthYear'].includes(role)
  )
    return shape === 'number';
  if (role === 'exercise' || role === 'name' || role === 'email') return shape === 'text' || role === 'exercise';
  return true;
};

const isWhole = ({ numbers }: Column): boolean => numbers.length > 0 && numbers.every((n) => Number.isInteger(n));

const largest = ({ numbers }: Column): number => Math.max(...numbers, 0);

/** Numbers that go 1, 2, 3 and begin again: the sets of an exercise. */
const countsUp = (column: Column): boolean => {
  const { numbers } = column;
  if (numbers[0] !== 1 || !isWhole(column) || numbers.length < 3) return false;
  if (largest(column) > 20 || largest(column) < 2) return false;
  const steps = numbers.slice(1).filter((n, index) => n === (numbers[index] ?? 0) + 1 || n === 1);
  return steps.length >= (numbers.length - 1) * 0.9;
};

interface Roles {
  readonly roles: (MappingRole | null)[];
  said: number;
}

const byHeadings = (kind: MappingKind, heading: readonly string[], columns: readonly Column[]): Roles => {
  const found: Roles = { roles: heading.map(() => null), said: 0 };
  for (const how of ['exactly', 'among others']) {
    const sayings = heading.flatMap((name, index) => {
      const saying = roleSaid(kind, name);
      return saying?.how === how ? [{ ...saying, index }] : [];
    });
    for (const { role: said, index } of sayings.toSorted((left, right) => left.rank - right.rank)) {
      const column = columns[index];
      if (found.roles[index] !== null || column === undefined) continue;
      const role = said === 'copies' && countsUp(column) ? 'setOrder' : said;
      if (found.roles.includes(role) || !fits(role, column)) continue;
      found.roles[index] = role;
      found.said += how === 'exactly' ? 1 : 0.6;
    }
  }
  return found;
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
      found.roles[at] === null &&
      !(hasHeading && isOfSeveral(kind, column.name)) &&
      isFull(column, rows) &&
      test(column)
        ? [{ at, column }]
        : [],
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
