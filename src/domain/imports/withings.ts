import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { wellnessImporter } from './wellnessList.ts';

const WORDS = roleWords<WellnessRole>([
  ['day', 'date, datum, datum/date, fecha, data'],
  ['bodyMass', 'weight, gewicht, poids, peso, vikt, vægt, waga'],
  ['fatMass', 'fat mass, fettmasse, masse grasse, masa grasa, massa grassa, massa gorda, vetmassa, fettmassa'],
]);

/** A Withings scale: to the second, masses with their unit in the heading. */
export const WITHINGS_IMPORTERS: readonly Importer[] = [
  wellnessImporter({
    format: 'withings-weight',
    name: 'Withings weight',
    knownBy: 'Date, Weight (kg), Fat mass (kg), … (weight.csv)',
    source: 'withings',
    find: (heading) => withAll(placesOf(heading, WORDS), ['day', 'bodyMass', 'fatMass']),
  }),
];
