import type { ActivityRole } from './activityList.ts';
import type { DatedRow, Importer } from './importer.ts';
import type { DraftActivity } from './draft.ts';
import { activityImporter } from './activityList.ts';
import { cellOf } from './tableReading.ts';
import { placesOf, roleWords } from './columnRoles.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const CARDIO = roleWords<ActivityRole>([
  ['start', 'date'],
  ['timeOfDay', 'time'],
  ['sport', 'exercise'],
  ['distance', 'distance'],
  ['moving', 'duration'],
  ['averageHr', 'heart rate'],
  ['notes', 'notes'],
]);

/** What is swum, rowed or climbed is in laps or whatever; only runs have a distance in kilometres or miles. */
const withoutStrangeDistance = (row: DatedRow, activity: DraftActivity, column: number | undefined): DraftActivity => {
  if (activity.isRun || activity.distanceM === undefined) return activity;
  const printed = `Distance as printed: ${cellOf(row, column).trim()}`;
  const notes = activity.notes === undefined ? printed : `${activity.notes}\n${printed}`;
  return { ...activity, distanceM: undefined, notes };
};

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
  activityImporter({
    format: 'simple-workout-log-cardio',
    name: 'Simple Workout Log cardio export',
    knownBy: 'Date, Time, Exercise, Duration, Distance, Heart Rate, Calories, Notes',
    source: 'simple',
    find: (heading) => {
      const isIt = hasHeadings(heading, ['time', 'exercise', 'duration', 'distance', 'heart rate', 'calories']);
      return isIt ? placesOf(heading, CARDIO) : undefined;
    },
    rulesFor: (_reading, places) => ({
      amended: (row, activity) => withoutStrangeDistance(row, activity, places.get('distance')),
    }),
  }),
];
