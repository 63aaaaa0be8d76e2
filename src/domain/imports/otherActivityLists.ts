import type { ActivityRole } from './activityList.ts';
import type { Importer } from './importer.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { COROS_IMPORTERS } from './corosSplits.ts';
import { refusingImporter } from './refusingImporter.ts';

const RUNNING_AHEAD = roleWords<ActivityRole>([
  ['start', 'date'],
  ['timeOfDay', 'time'],
  ['sport', 'activity'],
  ['title', 'workout'],
  ['distance', 'distance'],
  ['distanceUnit', 'distanceunit, distance unit, unit'],
  ['moving', 'duration'],
  ['averageHr', 'avghr, avg hr'],
  ['maxHr', 'maxhr, max hr'],
  ['notes', 'notes'],
]);

const RUNALYZE_DIARY = roleWords<ActivityRole>([
  ['start', 'datum'],
  ['title', 'art'],
  ['distance', 'distanz, distanz in km'],
  ['moving', 'zeit hh:mm:ss, zeit, dauer'],
  ['averageHr', 'hfavg, hf avg, puls'],
  ['maxHr', 'hfmax, hf max'],
  ['notes', 'notiz, bemerkung'],
]);

/** Apps and diaries known by their stated headings alone; no two of them write alike. */
export const OTHER_ACTIVITY_LIST_IMPORTERS: readonly Importer[] = [
  activityImporter({
    format: 'runningahead',
    name: 'RunningAHEAD log',
    knownBy: 'Date, Time, Activity, Workout, Distance, DistanceUnit, Duration, …',
    source: 'runningahead',
    dateOrder: 'mdy',
    find: (heading) => withAll(placesOf(heading, RUNNING_AHEAD), ['start', 'sport', 'title', 'distance', 'moving']),
  }),
  activityImporter({
    format: 'runalyze-diary',
    name: 'running diary (German)',
    knownBy: 'Datum, Art, Distanz in km, Zeit HH:MM:SS, …',
    source: 'diary',
    find: (heading) => withAll(placesOf(heading, RUNALYZE_DIARY), ['start', 'title', 'distance', 'moving']),
    // A diary of runs: what it calls `Art` is the kind of run.
    rulesFor: () => ({ sportOf: () => 'Lauf' }),
  }),
  ...COROS_IMPORTERS,
  refusingImporter({
    format: 'garmin-laps',
    name: 'Garmin laps',
    knownBy: 'Laps, Time, Cumulative Time, … (activity_….csv)',
    isHeading: (names) => /^(?:laps?|split|intervals?)$/u.test(names[0] ?? '') && names.includes('cumulative time'),
    found: 'the laps of a single Garmin activity',
    expected: 'the list of activities: Garmin Connect, All Activities, Export CSV (Activities.csv)',
  }),
  refusingImporter({
    format: 'goldencheetah-seconds',
    name: 'GoldenCheetah recording',
    knownBy: 'secs, cad, hr, km, kph, …',
    isHeading: (names) => names[0] === 'secs' && names.includes('cad') && names.includes('hr'),
    found: 'the recording of one activity, second by second',
    expected: 'a list of activities with one row each',
  }),
];
