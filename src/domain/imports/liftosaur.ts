import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { normaliseHeading } from './headings.ts';
import { isMissing } from './numbers.ts';
import { setLogImporter } from './setLog.ts';

const columnsOf = columnFinder({
  date: 'workout datetime',
  title: 'day name',
  exercise: 'exercise',
  isWarmup: 'is warmup set?',
  reps: 'completed reps',
  rpe: 'completed rpe',
  weight: 'completed weight value',
  weightUnit: 'completed weight unit',
  exerciseNotes: 'notes',
});

/** A set done at the load that was asked for has no load of its own. */
const doneAsAsked = (table: CsvTable): CsvTable => {
  const names = table.heading.map(normaliseHeading);
  const [value, unit] = [names.indexOf('completed weight value'), names.indexOf('completed weight unit')];
  const [askedValue, askedUnit] = [names.indexOf('required weight value'), names.indexOf('required weight unit')];
  const asked = (cells: readonly string[]): readonly string[] =>
    isMissing(cells[value] ?? '') && Math.max(value, unit) < cells.length
      ? cells.with(value, cells[askedValue] ?? '').with(unit, cells[askedUnit] ?? '')
      : cells;
  return { ...table, records: table.records.map(({ line, cells }) => ({ line, cells: asked(cells) })) };
};

/** Liftosaur prints what was asked for beside what was done; only what was done is a set. */
export const LIFTOSAUR_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'liftosaur',
      name: 'Liftosaur export',
      keyPrefix: 'liftosaur',
      columnsOf,
      reshape: doneAsAsked,
      sessionBy: 'start',
      clock: 'utc',
      emptyAs: 'set not done',
    },
    'Workout DateTime, Program, Day Name, Exercise, …, Completed Reps, Completed Weight Value, …',
    (heading) =>
      hasHeadings(heading, [
        'workout datetime',
        'exercise',
        'completed reps',
        'completed weight value',
        'completed weight unit',
      ]),
  ),
];
