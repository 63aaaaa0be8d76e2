import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

/** GymRun: a time for every set, so a routine on one day is one session. */
export const GYM_RUN_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'gymrun',
      name: 'GymRun export',
      keyPrefix: 'gymrun',
      columnsOf: columnFinder({
        date: 'date',
        time: 'time',
        title: 'routine',
        exercise: 'exercise',
        setOrder: 'set',
        weight: 'weight',
        reps: 'reps',
        seconds: 'duration',
        distance: 'distance',
        notes: 'note',
      }),
      sessionBy: 'day',
    },
    'Date, Time, Routine, Exercise, Set, Weight, Reps, Duration, Distance, Para6, …',
    (heading) => hasHeadings(heading, ['date', 'time', 'routine', 'exercise', 'set', 'weight', 'reps']),
  ),
];
