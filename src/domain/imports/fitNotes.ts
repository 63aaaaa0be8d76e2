import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const ROLES = {
  date: 'date',
  exercise: 'exercise',
  category: 'category',
  weightUnit: 'weight unit',
  reps: 'reps',
  distance: 'distance',
  distanceUnit: 'distance unit',
  seconds: 'time',
  notes: 'comment|notes',
};

const onePrinted = columnFinder({ ...ROLES, weight: 'weight|weight (kg)|weight (kgs)|weight (lbs)|weight (lb)' });
/** The iPhone's export prints every load in both units. */
const bothPrinted = columnFinder({
  ...ROLES,
  weight: 'weight (kg)|weight (kgs)',
  otherWeight: 'weight (lbs)|weight (lb)',
});

const hasBoth = (heading: readonly string[]): boolean =>
  hasHeadings(heading, ['weight (kg)']) && hasHeadings(heading, ['weight (lbs)']);

/** A comment stands after the last heading, without one of its own. */
const withCommentColumn = (table: CsvTable): CsvTable => {
  const width = table.heading.length;
  const hasComments = table.records.some(({ cells }) => cells.length === width + 1);
  const isLast = table.heading.at(-1)?.trim().toLowerCase() === 'time';
  return hasComments && isLast ? { ...table, heading: [...table.heading, 'Comment'] } : table;
};

/** FitNotes on Android (unit in the heading, or in each row) and on the iPhone. One day is one session. */
export const FIT_NOTES_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'fitnotes',
      name: 'FitNotes export',
      keyPrefix: 'fitnotes',
      columnsOf: (heading) => (hasBoth(heading) ? bothPrinted(heading) : onePrinted(heading)),
      reshape: withCommentColumn,
      sessionBy: 'day',
    },
    'Date, Exercise, Category, Weight, Reps, Distance, Distance Unit, Time',
    (heading) =>
      hasHeadings(heading, ['date', 'exercise', 'category', 'reps', 'distance', 'distance unit', 'time']) &&
      (hasBoth(heading) || onePrinted(heading).places.has('weight')),
  ),
];
