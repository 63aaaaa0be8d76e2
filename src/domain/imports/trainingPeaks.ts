import type { DatedRow, Importer } from './importer.ts';
import type { ActivityPlaces, ActivityRole, ActivityRules } from './activityList.ts';
import type { TableReading } from './tableReading.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { normaliseHeading } from './headings.ts';
import { measurementImporter } from './measurementList.ts';
import { readNumber } from './numbers.ts';
import { cellOf } from './tableReading.ts';

const WORDS = roleWords<ActivityRole>([
  ['title', 'title'],
  ['sport', 'workouttype'],
  ['start', 'workoutday'],
  ['distance', 'distanceinmeters'],
  ['moving', 'timetotalinhours'],
  ['cadence', 'cadenceaverage'],
  ['averageHr', 'heartrateaverage'],
  ['maxHr', 'heartratemax'],
  ['power', 'poweraverage'],
  ['rpe', 'rpe'],
  ['notes', 'workoutdescription'],
  ['moreNotes', 'athletecomments'],
]);

/** A row counts as done when it has a time or a distance; the rest is plan. */
const isDone = (reading: TableReading, row: DatedRow, places: ActivityPlaces): boolean =>
  (['moving', 'distance'] as const).some((role) => {
    const column = places.get(role);
    return column !== undefined && (readNumber(cellOf(row, column), reading.markOf(column)) ?? 0) > 0;
  });

const rulesFor = (reading: TableReading, places: ActivityPlaces): ActivityRules => ({
  metresPerUnit: () => 1,
  secondsPerNumber: 3600,
  isCadencePerLeg: true,
  passedOverAs: (row) => (isDone(reading, row, places) ? undefined : 'planned, not done'),
});

/** What a coach or athlete exports from TrainingPeaks: dates without times, metres, decimal hours, plan beside training; metrics. */
export const TRAINING_PEAKS_IMPORTERS: readonly Importer[] = [
  activityImporter({
    format: 'trainingpeaks',
    name: 'TrainingPeaks workouts',
    knownBy: 'Title, WorkoutType, WorkoutDescription, PlannedDuration, … (workouts.csv)',
    source: 'trainingpeaks',
    find: (heading) => withAll(placesOf(heading, WORDS), ['sport', 'start', 'moving']),
    rulesFor,
  }),
  measurementImporter({
    format: 'trainingpeaks-metrics',
    name: 'TrainingPeaks metrics',
    knownBy: 'Timestamp, Type, Value (metrics.csv)',
    source: 'trainingpeaks-metrics',
    find: (heading) =>
      heading.map(normaliseHeading).join(',') === 'timestamp,type,value'
        ? { start: [0], kind: 1, value: 2 }
        : undefined,
    kinds: [
      [/^weight(?: \w+)?$/u, 'bodyMassKg'],
      [/^(?:percent fat|body fat)$/u, 'bodyFatPercent'],
      [/^pulse$/u, 'restingHr'],
      [/^hrv$/u, 'hrvMs'],
      [/^sleep hours$/u, 'sleepS'],
      [/^steps$/u, 'steps'],
    ],
    secondsPerSleep: 3600,
  }),
];
