import type { ActivityRole } from './activityList.ts';
import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';

const WORDS = roleWords<ActivityRole>([
  ['sport', 'sport'],
  ['start', 'date'],
  ['timeOfDay', 'start time'],
  ['moving', 'duration'],
  ['distance', 'total distance'],
  ['averageHr', 'average heart rate'],
  ['cadence', 'average cadence'],
  ['ascent', 'ascent'],
  ['power', 'average power'],
  ['notes', 'notes'],
]);

const SESSION: Importer = activityImporter({
  format: 'polar-session',
  name: 'Polar Flow session',
  knownBy: 'Name, Sport, Date, Start time, Duration, Total distance (km), … (one session a file)',
  source: 'polar',
  dateOrder: 'dmy',
  find: (heading) => withAll(placesOf(heading, WORDS), ['sport', 'start', 'timeOfDay', 'moving', 'distance']),
  rulesFor: () => ({ isCadencePerLeg: true }),
});

/** The first record is the session; then follows a second table with a heading of its own, a row a second. */
const sessionOnly = (table: CsvTable): CsvTable => {
  const samples = table.records.length - 2;
  return {
    ...table,
    records: table.records.slice(0, 1),
    passedOver: samples > 0 ? { ...table.passedOver, 'second of the recording': samples } : table.passedOver,
  };
};

/** One session of Polar Flow a file. */
export const POLAR_IMPORTERS: readonly Importer[] = [
  { ...SESSION, read: (table, context) => SESSION.read(sessionOnly(table), context) },
];
