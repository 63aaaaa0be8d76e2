import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { normaliseHeading } from './headings.ts';
import { isMissing } from './numbers.ts';
import { reshaped } from './reshaping.ts';
import { setLogImporter } from './setLog.ts';

const HEADING = [
  'Date',
  'Start Time',
  'Duration',
  'Workout',
  'Workout Name',
  'Notes',
  'Exercise',
  'Body Weight',
  'Weight',
  'Set',
];

const columnsOf = columnFinder({
  date: 'date',
  time: 'start time',
  duration: 'duration (hours)',
  sessionNumber: 'workout',
  title: 'workout name',
  sessionNotes: 'notes',
  exercise: 'exercise',
  bodyMass: 'body weight',
  weight: 'weight',
  reps: 'set',
});

/** A load with its unit beside it, as `readLoad` takes it. */
const withUnit = (load: string, unit: string): string => (isMissing(load) ? '' : `${load.trim()} ${unit}`);

/** A set that was there to be done, in the new layout `0` or `-`, stays a row: it is counted as not done. */
const printedReps = (cell: string): string => (cell.trim() === '-' ? '0' : cell);

interface ExerciseBlock {
  readonly exercise: number;
  readonly loads: readonly { readonly column: number; readonly unit: string }[];
  readonly sets: readonly number[];
}

const unitOf = (name: string): string => (name.includes('lb') ? 'lb' : 'kg');

/** What the athlete weighed, with its unit, which stands in the heading, not always that of the loads, or in the cell. */
const bodyMassIn = (names: readonly string[]): ((cells: readonly string[]) => string) => {
  const bare = names.indexOf('body weight');
  const columns = names.flatMap((name, column) =>
    /^body weight \((?:kg|lb)s?\)$/u.test(name) ? [{ column, unit: unitOf(name) }] : [],
  );
  return (cells) => {
    const found = columns.find(({ column }) => !isMissing(cells[column] ?? ''));
    return found === undefined ? (cells[bare] ?? '') : withUnit(cells[found.column] ?? '', found.unit);
  };
};

/** The blocks that stand side by side, each headed `Exercise n`. */
const blocksOf = (names: readonly string[]): ExerciseBlock[] => {
  const starts = names.flatMap((name, column) => (/^exercise \d+$/u.test(name) ? [column] : []));
  return starts.map((exercise, index) => {
    const columns = Array.from(
      { length: (starts[index + 1] ?? names.length) - exercise - 1 },
      (_none, offset) => exercise + 1 + offset,
    );
    return {
      exercise,
      loads: columns.flatMap((column) => {
        const name = names[column] ?? '';
        return /^weight \((?:kg|lb)s?\)$/u.test(name) ? [{ column, unit: unitOf(name) }] : [];
      }),
      sets: columns.filter((column) => /^set \d+$/u.test(names[column] ?? '')),
    };
  });
};

const setsSideBySide = (table: CsvTable): CsvTable => {
  const names = table.heading.map(normaliseHeading);
  const blocks = blocksOf(names);
  const [date, note, workout] = ['date', 'note', 'workout'].map((name) => names.indexOf(name));
  const massOf = bodyMassIn(names);
  return reshaped(table, HEADING, (cells) =>
    blocks.flatMap(({ exercise, loads, sets }) => {
      const load = loads.find(({ column }) => !isMissing(cells[column] ?? ''));
      const weight = load === undefined ? '' : withUnit(cells[load.column] ?? '', load.unit);
      return sets
        .filter((column) => (cells[column] ?? '').trim() !== '')
        .map((column) => [
          cells[date ?? -1] ?? '',
          '',
          '',
          '',
          cells[workout ?? -1] ?? '',
          cells[note ?? -1] ?? '',
          cells[exercise] ?? '',
          massOf(cells),
          weight,
          printedReps(cells[column] ?? ''),
        ]);
    }),
  );
};

interface PrintedSet {
  readonly reps: number;
  readonly load: number;
  readonly unit: string;
}

const setColumns = (names: readonly string[]): PrintedSet[] =>
  names.flatMap((name, reps) => {
    const number = /^set (\d+) \(reps\)$/u.exec(name)?.[1];
    if (number === undefined) return [];
    const load = names.findIndex((other) => new RegExp(`^set ${number} \\((?:kg|lb)s?\\)$`, 'u').test(other));
    return [{ reps, load, unit: unitOf(names[load] ?? '') }];
  });

const exerciseARow = (table: CsvTable): CsvTable => {
  const names = table.heading.map(normaliseHeading);
  const at = (name: string): number => names.findIndex((other) => other.startsWith(name));
  const kept = ['date', 'start time', 'duration', 'workout', 'workout name', 'note', 'exercise'].map(at);
  const timed = at('sets×time') === -1 ? at('setsxtime') : at('sets×time');
  const sets = setColumns(names);
  const massOf = bodyMassIn(names);
  const heading = HEADING.with(2, table.heading[at('duration')] ?? 'Duration');
  return reshaped(table, heading, (cells) => {
    const begin = [...kept.map((column) => cells[column] ?? ''), massOf(cells)];
    const done = sets.filter(({ reps }) => (cells[reps] ?? '').trim() !== '');
    // An exercise without a set is a row still: one that is held for time is told as what it prints, and that it is no set.
    if (done.length === 0) return [[...begin, '', cells[timed] ?? '']];
    return done.map(({ reps, load, unit }) => [
      ...begin,
      withUnit(cells[load] ?? '', unit),
      printedReps(cells[reps] ?? ''),
    ]);
  });
};

const LOG = {
  name: 'StrongLifts export',
  keyPrefix: 'stronglifts',
  columnsOf,
  sessionBy: 'number',
  emptyAs: 'set not done',
} as const;

/** StrongLifts 5×5: the old layout with a workout a row, and the new one with an exercise a row. */
export const STRONG_LIFTS_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    { ...LOG, format: 'stronglifts', reshape: exerciseARow },
    'Date (yyyy/mm/dd), Workout, Workout Name, Exercise, Set 1 (Reps), Set 1 (KG), …',
    (heading) =>
      hasHeadings(heading, ['exercise', 'set 1 (reps)']) &&
      setColumns(heading.map(normaliseHeading)).some(({ load }) => load !== -1),
  ),
  setLogImporter(
    { ...LOG, format: 'stronglifts-old', reshape: setsSideBySide },
    'Date, Note, Body Weight (KG), Exercise 1, Weight (KG), Set 1, …',
    (heading) => hasHeadings(heading, ['date', 'exercise 1', 'set 1']),
  ),
];
