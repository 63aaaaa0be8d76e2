import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { placesOf, roleWords } from './columnRoles.ts';
import { wellnessImporter } from './wellnessList.ts';

const WORDS = roleWords<WellnessRole>([
  ['day', 'date'],
  ['restingHr', 'lowest resting heart rate, lo rhr, average resting heart rate, avg rhr'],
  ['hrv', 'average hrv, avg hrv'],
  ['sleep', 'total sleep duration, total sleep time, total sleep dur'],
  ['sleepScore', 'sleep score'],
  ['readiness', 'readiness score'],
  ['steps', 'steps'],
]);

const DISTINCT: readonly WellnessRole[] = ['hrv', 'readiness', 'sleepScore', 'sleep'];

/** Oura's trends: a row a day, the columns that the athlete picked. */
export const OURA_IMPORTERS: readonly Importer[] = [
  wellnessImporter({
    format: 'oura-trends',
    name: 'Oura trends',
    knownBy: 'date, Sleep Score, …, Average HRV, Readiness Score, …',
    source: 'oura',
    find: (heading) => {
      const places = placesOf(heading, WORDS);
      return places.has('day') && DISTINCT.some((role) => places.has(role)) ? places : undefined;
    },
  }),
];
