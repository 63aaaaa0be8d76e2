import type { ActivityRole } from './activityList.ts';
import type { CsvTable } from './csvTable.ts';
import type { ImportDraft } from './draft.ts';
import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords } from './columnRoles.ts';
import { textOrNone } from './importer.ts';
import { normaliseHeading } from './headings.ts';
import { ok } from '../kernel/result.ts';
import { wellnessImporter } from './wellnessList.ts';

/** The column by which our own lists know each thing again. */
const KEY_HEADING = 'ironstride key';

const keyColumn = (heading: readonly string[]): number =>
  heading.findIndex((cell) => normaliseHeading(cell) === KEY_HEADING);

interface Keyed {
  readonly importKey: string;
  readonly line: number;
}

/** What has a key in the list keeps it: what is there already is then recognised. */
const withPrintedKeys = (draft: ImportDraft, { heading, records }: CsvTable): ImportDraft => {
  const column = keyColumn(heading);
  const keys = new Map(records.map(({ line, cells }) => [line, textOrNone(cells[column])]));
  const keyed = <T extends Keyed>(one: T): T => ({ ...one, importKey: keys.get(one.line) ?? one.importKey });
  return { ...draft, activities: draft.activities.map(keyed), wellness: draft.wellness.map(keyed) };
};

const keeping = (importer: Importer): Importer => ({
  ...importer,
  read: (table, context) => {
    const draft = importer.read(table, context);
    return draft.ok ? ok(withPrintedKeys(draft.value, table)) : draft;
  },
});

const ACTIVITIES = roleWords<ActivityRole>([
  ['start', 'date'],
  ['timeOfDay', 'time of day'],
  ['sport', 'sport'],
  ['title', 'title'],
  ['distance', 'distance'],
  ['moving', 'moving time'],
  ['elapsed', 'elapsed time'],
  ['averageHr', 'average heart rate'],
  ['maxHr', 'max heart rate'],
  ['cadence', 'cadence'],
  ['ascent', 'ascent'],
  ['power', 'power'],
  ['rpe', 'rpe'],
  ['notes', 'notes'],
  ['id', 'source id'],
  ['recording', 'recorded'],
]);

const MEASUREMENTS = roleWords<WellnessRole>([
  ['day', 'date'],
  ['timeOfDay', 'time of day'],
  ['bodyMass', 'body mass'],
  ['bodyFat', 'body fat'],
  ['restingHr', 'resting heart rate'],
  ['hrv', 'hrv'],
  ['hrvScore', 'hrv score'],
  ['sleep', 'sleep'],
  ['sleepScore', 'sleep score'],
  ['readiness', 'readiness'],
  ['steps', 'steps'],
  ['intake', 'calories eaten'],
]);

/** Ironstride's own lists of runs and measurements; its list of sets is a plain list of sets. */
export const OWN_LIST_IMPORTERS: readonly Importer[] = [
  keeping(
    activityImporter({
      format: 'ironstride-activities',
      name: 'Ironstride list of runs',
      knownBy: 'Ironstride key, Date, Time of day, Sport, …',
      source: 'own',
      find: (heading) => {
        const places = placesOf(heading, ACTIVITIES);
        return keyColumn(heading) !== -1 && places.has('sport') ? places : undefined;
      },
    }),
  ),
  keeping(
    wellnessImporter({
      format: 'ironstride-measurements',
      name: 'Ironstride list of measurements',
      knownBy: 'Ironstride key, Date, Time of day, Body mass (kg), …',
      source: 'own',
      find: (heading) => {
        const places = placesOf(heading, MEASUREMENTS);
        return keyColumn(heading) !== -1 && places.has('bodyMass') ? places : undefined;
      },
    }),
  ),
];
