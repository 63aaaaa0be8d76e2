import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { bareHeading, placesOf, roleWords, withAll } from './columnRoles.ts';
import { measurementImporter } from './measurementList.ts';
import { wellnessImporter } from './wellnessList.ts';

const WEIGHT_WORDS = roleWords<WellnessRole>([
  ['day', 'date'],
  ['bodyMass', 'weight'],
]);

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
    knownBy: 'Date, Weight (Measurement-Summary.csv)',
    source: 'myfitnesspal-weight',
    find: (heading) =>
      heading.filter((cell) => cell.trim() !== '').length === 2
        ? withAll(placesOf(heading, WEIGHT_WORDS), ['day', 'bodyMass'])
        : undefined,
  }),
];
