import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const columnsOf = columnFinder({
  date: 'date',
  exercise: 'exercise',
  copies: 'sets',
  weight: 'weight(kg)|weight(lb)|weight(lbs)|weight',
  reps: 'reps',
  seconds: 'duration(s)',
  distance: 'distance(m)',
  isWarmup: 'iswarmup',
  notes: 'note',
});

/**
 * Fitbod's export, now and in 2019. Loads are kilograms, converted from what was lifted, with all decimals. `multiplier`
 * says that the load is per side; it stays as printed. One day is one session: the app begins a new one at every pause.
 */
export const FITBOD_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'fitbod',
      name: 'Fitbod export',
      keyPrefix: 'fitbod',
      columnsOf,
      sessionBy: 'day',
      massUnit: 'kg',
      clock: 'utcPerhaps',
      loadDecimals: 6,
    },
    'Date, Exercise, Reps, Weight(kg), …, isWarmup, Note',
    (heading) =>
      hasHeadings(heading, ['date', 'exercise', 'reps', 'iswarmup']) && columnsOf(heading).places.has('weight'),
  ),
];
