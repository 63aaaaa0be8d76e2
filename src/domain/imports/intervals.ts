import type { ActivityRole } from './activityList.ts';
import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { activityImporter } from './activityList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { wellnessImporter } from './wellnessList.ts';

const ACTIVITY_WORDS = roleWords<ActivityRole>([
  ['id', 'id'],
  ['externalId', 'external_id'],
  ['start', 'start_date_local'],
  ['title', 'name'],
  ['sport', 'type'],
  ['moving', 'moving_time'],
  ['elapsed', 'elapsed_time, icu_recording_time'],
  ['distance', 'distance, icu_distance'],
  ['ascent', 'total_elevation_gain'],
  ['averageHr', 'average_heartrate'],
  ['maxHr', 'max_heartrate'],
  ['cadence', 'average_cadence'],
  ['power', 'icu_average_watts'],
  ['rpe', 'icu_rpe'],
  ['notes', 'description'],
]);

const WELLNESS_WORDS = roleWords<WellnessRole>([
  // What scripts write from the API calls the day `id`.
  ['day', 'date, id'],
  ['bodyMass', 'weight'],
  ['bodyFat', 'bodyFat'],
  ['restingHr', 'restingHR'],
  ['hrv', 'hrv'],
  ['sleep', 'sleepSecs'],
  ['sleepScore', 'sleepScore'],
  ['readiness', 'readiness'],
  ['steps', 'steps'],
  ['intake', 'kcalConsumed'],
]);

const isIcu = (heading: readonly string[]): boolean => heading.some((cell) => /^icu_/iu.test(cell.trim()));

/** intervals.icu: activities with IDs, metres and seconds; one row of wellness a day. */
export const INTERVALS_IMPORTERS: readonly Importer[] = [
  activityImporter({
    format: 'intervals',
    name: 'intervals.icu activities',
    knownBy: 'id, start_date_local, name, type, … icu_… (activities.csv)',
    source: 'intervals',
    find: (heading) =>
      isIcu(heading) ? withAll(placesOf(heading, ACTIVITY_WORDS), ['id', 'start', 'sport', 'moving']) : undefined,
    rulesFor: () => ({ metresPerUnit: () => 1, isCadencePerLeg: true }),
  }),
  wellnessImporter({
    format: 'intervals-wellness',
    name: 'intervals.icu wellness',
    knownBy: 'date, weight, restingHR, hrv, … (wellness.csv)',
    source: 'intervals-wellness',
    find: (heading) => {
      const places = withAll(placesOf(heading, WELLNESS_WORDS), ['day', 'restingHr', 'sleep']);
      return places?.has('hrv') === true || places?.has('bodyMass') === true ? places : undefined;
    },
    massUnit: 'kg',
  }),
];
