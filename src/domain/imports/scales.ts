import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { fromDayNumber } from '../kernel/plainDate.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { hasHeadings } from './setRoles.ts';
import { wellnessImporter } from './wellnessList.ts';

const RENPHO_WORDS = roleWords<WellnessRole>([
  ['day', 'time of measurement'],
  ['bodyMass', 'weight'],
  ['bodyFat', 'body fat, body fat percentage'],
]);

/** Since 2025 the day and the time stand in columns of their own. */
const RENPHO_DAY_WORDS = roleWords<WellnessRole>([
  ['day', 'date'],
  ['timeOfDay', 'time'],
  ['bodyMass', 'weight'],
  ['bodyFat', 'body fat, body fat percentage'],
]);

const SMART_SCALE_WORDS = roleWords<WellnessRole>([
  ['day', 'time'],
  ['bodyMass', 'weight'],
  ['bodyFat', 'body fat'],
]);

const HEVY_WORDS = roleWords<WellnessRole>([
  ['day', 'date'],
  ['bodyMass', 'weight_kg, weight_lbs'],
  ['bodyFat', 'fat_percent'],
]);

/** Hevy prints midnight where it knows the day only. */
const withoutMidnight = (printed: string): string => printed.replace(/,? (?:0?0:00|12:00\s?AM)$/iu, '');

const GOLDEN_CHEETAH_WORDS = roleWords<WellnessRole>([
  ['day', 'date, ts'],
  ['bodyMass', 'weightkg'],
  ['bodyFat', 'fatpercent'],
]);

const two = (value: number): string => String(value).padStart(2, '0');

/** GoldenCheetah may count seconds since 1970 instead of printing a date. */
const fromEpoch = (printed: string): string => {
  if (!/^\s*\d{9,10}(?:\.0+)?\s*$/u.test(printed)) return printed;
  const seconds = Math.floor(Number(printed));
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  return `${fromDayNumber(day)} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
};

/** Other scales and body logs that are known by their headings. */
export const SCALE_IMPORTERS: readonly Importer[] = [
  wellnessImporter({
    format: 'renpho',
    name: 'Renpho scale',
    knownBy: 'Time of Measurement, Weight(kg), BMI, Body Fat(%), …',
    source: 'renpho',
    find: (heading) => {
      const isRenpho = hasHeadings(heading, ['bmi', 'metabolic age']);
      const parted = isRenpho
        ? withAll(placesOf(heading, RENPHO_DAY_WORDS), ['day', 'timeOfDay', 'bodyMass'])
        : undefined;
      return withAll(placesOf(heading, RENPHO_WORDS), ['day', 'bodyMass']) ?? parted;
    },
  }),
  wellnessImporter({
    format: 'smart-scale',
    name: 'Smart scale list',
    knownBy: 'Time, Weight(lb), BMI, Body Fat(%), … (Arboleaf, FitIndex, …)',
    source: 'smart-scale',
    find: (heading) =>
      hasHeadings(heading, ['bmi']) && !hasHeadings(heading, ['date'])
        ? withAll(placesOf(heading, SMART_SCALE_WORDS), ['day', 'bodyMass', 'bodyFat'])
        : undefined,
  }),
  wellnessImporter({
    format: 'hevy-body',
    name: 'Hevy measurements',
    knownBy: 'date, weight_kg or weight_lbs, fat_percent, neck_cm, …',
    source: 'hevy-body',
    startOf: withoutMidnight,
    find: (heading) => withAll(placesOf(heading, HEVY_WORDS), ['day', 'bodyMass', 'bodyFat']),
  }),
  wellnessImporter({
    format: 'goldencheetah-body',
    name: 'GoldenCheetah body measures',
    knownBy: 'date, weightkg, fatkg, …, fatpercent',
    source: 'goldencheetah-body',
    find: (heading) => withAll(placesOf(heading, GOLDEN_CHEETAH_WORDS), ['day', 'bodyMass']),
    startOf: fromEpoch,
    massUnit: 'kg',
  }),
];
