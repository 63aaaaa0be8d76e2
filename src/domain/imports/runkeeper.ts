import type { ActivityPlaces, ActivityRole, ActivityRules } from './activityList.ts';
import type { Importer } from './importer.ts';
import type { TableReading } from './tableReading.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, unitOfHeading, withAll } from './columnRoles.ts';
import { normaliseHeading } from './headings.ts';
import { metresOfUnit } from './lengthUnits.ts';
import { measurementImporter } from './measurementList.ts';
import { M_PER_MILE } from '../kernel/quantity.ts';

const WORDS = roleWords<ActivityRole>([
  ['id', 'activity id'],
  ['start', 'date'],
  ['sport', 'type'],
  ['title', 'route name'],
  ['distance', 'distance'],
  ['moving', 'duration'],
  ['ascent', 'climb'],
  ['averageHr', 'average heart rate'],
  ['notes', 'notes'],
  ['recording', 'gpx file'],
]);

const unitAt = (heading: readonly string[], column: number | undefined): number | undefined =>
  column === undefined ? undefined : metresOfUnit(unitOfHeading(heading[column] ?? ''));

/** Old exports name the unit of speed and not that of distance. */
const unitOfSpeed = (heading: readonly string[]): number | undefined => {
  if (heading.some((cell) => normaliseHeading(cell).endsWith('(mph)'))) return M_PER_MILE;
  return heading.some((cell) => normaliseHeading(cell).endsWith('(km/h)')) ? 1000 : undefined;
};

const rulesFor = ({ table }: TableReading, places: ActivityPlaces): ActivityRules => {
  const metres = unitAt(table.heading, places.get('distance')) ?? unitOfSpeed(table.heading);
  return {
    ...(metres === undefined ? {} : { metresPerUnit: () => metres }),
    metresPerAscent: unitAt(table.heading, places.get('ascent')) ?? 1,
  };
};

/** Runkeeper's activities of every year, and its measurements. */
export const RUNKEEPER_IMPORTERS: readonly Importer[] = [
  activityImporter({
    format: 'runkeeper',
    name: 'Runkeeper activities',
    knownBy: 'Date, Type, Route Name, Distance (km), … (cardioActivities.csv)',
    source: 'runkeeper',
    find: (heading) =>
      withAll(placesOf(heading, WORDS), ['start', 'sport', 'title', 'distance', 'moving', 'recording']),
    rulesFor,
  }),
  measurementImporter({
    format: 'runkeeper-measurements',
    name: 'Runkeeper measurements',
    knownBy: 'Date, Type, Value (measurements.csv)',
    source: 'runkeeper-measurements',
    find: (heading) =>
      heading.map(normaliseHeading).join(',') === 'date,type,value' ? { start: [0], kind: 1, value: 2 } : undefined,
    kinds: [
      [/^weight$/u, 'bodyMassKg'],
      [/^(?:body_)?fat(?:_percent(?:age)?)?$/u, 'bodyFatPercent'],
      [/^resting_?heart_?rate$/u, 'restingHr'],
      [/^nutrition_calories$/u, 'intakeKcal'],
      [/^steps$/u, 'steps'],
    ],
    massUnit: 'kg',
  }),
];
