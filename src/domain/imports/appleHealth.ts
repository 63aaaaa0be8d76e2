import type { ActivityRole, ActivityRules } from './activityList.ts';
import type { Importer } from './importer.ts';
import type { TableReading } from './tableReading.ts';
import type { Places } from './columnRoles.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, unitOfHeading, withAll } from './columnRoles.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { cellOf, readSeconds } from './tableReading.ts';

const HEALTH_EXPORT = roleWords<ActivityRole>([
  ['start', 'date'],
  ['sport', 'activity'],
  ['distance', 'distance'],
  ['moving', 'duration'],
  ['ascent', 'elevation: ascended'],
  ['averageHr', 'heart rate: average'],
  ['maxHr', 'heart rate: maximum'],
]);

const AUTO_EXPORT = roleWords<ActivityRole>([
  ['sport', 'workout type'],
  ['start', 'start'],
  ['moving', 'duration'],
  ['distance', 'distance, distancia, distância, distanz, distanza, afstand'],
  ['ascent', 'elevation ascended'],
  ['averageHr', 'avg. heart rate, frecuencia cardíaca promedio, freq. cardíaca média'],
  ['maxHr', 'max. heart rate, frecuencia cardíaca máxima, freq. cardíaca máxima'],
  ['cadence', 'step cadence'],
]);

type ScriptRole = ActivityRole | 'durationUnit';

const SCRIPT = roleWords<ScriptRole>([
  ['sport', 'workoutActivityType'],
  ['start', 'startDate'],
  ['moving', 'duration'],
  ['durationUnit', 'durationUnit'],
  ['distance', 'totalDistance'],
  ['distanceUnit', 'totalDistanceUnit'],
]);

const climbRules = ({ table }: TableReading, places: Places<ActivityRole>): ActivityRules => {
  const column = places.get('ascent');
  return {
    metresPerAscent: (column === undefined ? 1 : metresOfUnit(unitOfHeading(table.heading[column] ?? ''))) ?? 1,
  };
};

const SECONDS: readonly (readonly [RegExp, number])[] = [
  [/^h/u, 3600],
  [/^min/u, 60],
  [/^s/u, 1],
];

const secondsOfUnit = (unit: string): number =>
  SECONDS.find(([shape]) => shape.test(unit.trim().toLowerCase()))?.[1] ?? 60;

/** `HKWorkoutActivityTypeRunning` → `Running`. */
const withoutPrefix = (printed: string): string => printed.replace(/^HKWorkoutActivityType/u, '');

const scriptPlaces = (heading: readonly string[]): Places<ScriptRole> | undefined =>
  withAll(placesOf(heading, SCRIPT), ['sport', 'start', 'moving']);

const scriptRules = (reading: TableReading): ActivityRules => {
  const places = scriptPlaces(reading.table.heading);
  const [duration, unit] = [places?.get('moving'), places?.get('durationUnit')];
  return {
    sportOf: withoutPrefix,
    amended: (row, activity) => ({
      ...activity,
      movingS: readSeconds(reading, row, duration, secondsOfUnit(cellOf(row, unit))),
    }),
  };
};

const activityPlaces = (places: Places<ScriptRole>): Places<ActivityRole> =>
  new Map([...places].flatMap(([role, column]) => (role === 'durationUnit' ? [] : [[role, column] as const])));

/** Apple Health has no CSV of its own: these are what converters write. */
export const APPLE_HEALTH_IMPORTERS: readonly Importer[] = [
  activityImporter({
    format: 'apple-health-export',
    name: 'Apple Health workouts (HealthExport)',
    knownBy: 'Date, Active energy burned(kcal), Activity, Distance(km), Duration(Seconds), …',
    source: 'apple-health',
    find: (heading) =>
      heading.some((cell) => /^active energy/iu.test(cell.trim()))
        ? withAll(placesOf(heading, HEALTH_EXPORT), ['start', 'sport', 'distance', 'moving'])
        : undefined,
    startOf: (printed) => printed.split(' - ')[0] ?? printed,
    rulesFor: climbRules,
  }),
  activityImporter({
    format: 'apple-health-auto-export',
    name: 'Apple Health workouts (Health Auto Export)',
    knownBy: 'Workout Type, Start, End, Duration, …',
    source: 'apple-health',
    find: (heading) => withAll(placesOf(heading, AUTO_EXPORT), ['sport', 'start', 'moving']),
    rulesFor: climbRules,
  }),
  activityImporter({
    format: 'apple-health-script',
    name: 'Apple Health workouts (converted XML)',
    knownBy: 'workoutActivityType, duration, durationUnit, totalDistance, …, startDate',
    source: 'apple-health',
    find: (heading) => {
      const places = scriptPlaces(heading);
      return places === undefined ? undefined : activityPlaces(places);
    },
    rulesFor: scriptRules,
  }),
];
