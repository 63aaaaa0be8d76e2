import type { Importer } from './importer.ts';
import type { WellnessPlaces, WellnessRole } from './wellnessList.ts';
import { bareHeading, placesOf, roleWords, withAll } from './columnRoles.ts';
import { measurementImporter } from './measurementList.ts';
import { wellnessImporter } from './wellnessList.ts';

const WEIGHT_WORDS = roleWords<WellnessRole>([
  ['day', 'date'],
  ['bodyMass', 'weight'],
  ['bodyFat', 'body fat'],
]);

/** What else is measured there, with a column for each that the athlete has ever filled. */
const OTHER_MEASURES = new Set([
  'neck',
  'waist',
  'hip',
  'hips',
  'chest',
  'thigh',
  'thighs',
  'bicep',
  'biceps',
  'arms',
  '',
]);

/** The date, the weight and nothing that MyFitnessPal does not measure. */
const weightPlaces = (heading: readonly string[]): WellnessPlaces | undefined => {
  const places = withAll(placesOf(heading, WEIGHT_WORDS), ['day', 'bodyMass']);
  const known = new Set(places?.values());
  const isIt = heading.every((cell, column) => known.has(column) || OTHER_MEASURES.has(bareHeading(cell)));
  return isIt ? places : undefined;
};

/** MyFitnessPal: meals add up to a day; the weight says no unit. */
export const MY_FITNESS_PAL_IMPORTERS: readonly Importer[] = [
  measurementImporter({
    format: 'myfitnesspal-nutrition',
    name: 'MyFitnessPal nutrition',
    knownBy: 'Date, Meal, …, Calories, Fat (g), … (Nutrition-Summary.csv)',
    source: 'myfitnesspal-nutrition',
    find: (heading) => {
      const names = heading.map(bareHeading);
      const [date, calories] = [names.indexOf('date'), names.indexOf('calories')];
      return date >= 0 && calories >= 0 && names.includes('meal') ? { start: [date], value: calories } : undefined;
    },
    kinds: [[/^$/u, 'intakeKcal']],
  }),
  wellnessImporter({
    format: 'myfitnesspal-weight',
    name: 'MyFitnessPal weight',
    knownBy: 'Date, Body Fat %, Weight, Neck, … (Measurement-Summary.csv)',
    source: 'myfitnesspal-weight',
    find: weightPlaces,
  }),
];
