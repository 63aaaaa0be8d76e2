import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

/** Simple Workout Log prints when each exercise was put in: a dozen times a day, which is one session. */
export const SIMPLE_WORKOUT_LOG_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'simple-workout-log',
      name: 'Simple Workout Log export',
      keyPrefix: 'simple',
      columnsOf: columnFinder({
        date: 'date',
        time: 'time',
        exercise: 'exercise',
        reps: '# of reps',
        weight: 'weight',
        notes: 'comments',
      }),
      sessionBy: 'day',
    },
    'Date, Time, Exercise, # of Reps, Weight, Comments',
    (heading) => hasHeadings(heading, ['date', 'time', 'exercise', '# of reps', 'weight']),
  ),
];
