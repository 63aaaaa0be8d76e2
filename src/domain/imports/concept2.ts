import type { ActivityRole } from './activityList.ts';
import type { Importer } from './importer.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';

const WORDS = roleWords<ActivityRole>([
  ['id', 'log id'],
  ['start', 'date'],
  ['title', 'description'],
  ['sport', 'type'],
  ['distance', 'work distance'],
  ['moving', 'work time seconds, work time'],
  ['averageHr', 'avg heart rate'],
  ['cadence', 'stroke rate cadence, stroke rate'],
  ['power', 'avg watts'],
  ['notes', 'comments'],
]);

/** `Work Time (Formatted)` and `(Seconds)` differ in their brackets, which other headings keep for the unit. */
const withSeconds = (heading: readonly string[]): readonly string[] =>
  heading.map((cell) => (/\(formatted\)/iu.test(cell) ? '' : cell));

/** The rowing machine's season: metres and seconds, never a run. */
export const CONCEPT2_IMPORTERS: readonly Importer[] = [
  activityImporter({
    format: 'concept2',
    name: 'Concept2 logbook',
    knownBy: 'Log ID, Date, Description, Work Time, … Work Distance (concept2-season-….csv)',
    source: 'concept2',
    find: (heading) => withAll(placesOf(withSeconds(heading), WORDS), ['id', 'start', 'distance', 'sport']),
    rulesFor: () => ({ metresPerUnit: () => 1 }),
  }),
];
