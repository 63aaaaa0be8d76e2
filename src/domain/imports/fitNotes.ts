import type { Importer } from './importer.ts';
import type { SetColumns } from './setRoles.ts';
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

const columnsOf = (heading: readonly string[]): SetColumns => {
  const { places, unknown } = (hasBoth(heading) ? bothPrinted : onePrinted)(heading);
  return { places: places.has('notes') ? places : new Map(places).set('notes', [heading.length]), unknown };
};

/** FitNotes on Android (unit in the heading, or in each row) and on the iPhone. One day is one session. */
export const FIT_NOTES_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'fitnotes',
      name: 'FitNotes export',
      keyPrefix: 'fitnotes',
      columnsOf,
      hasUnheadedNotes: true,
      sessionBy: 'day',
    },
    'Date, Exercise, Category, Weight, Reps, Distance, Distance Unit, Time',
    (heading) =>
      hasHeadings(heading, ['date', 'exercise', 'category', 'reps', 'distance', 'distance unit', 'time']) &&
      (hasBoth(heading) || onePrinted(heading).places.has('weight')),
  ),
];
