import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { fromDayNumber } from '../kernel/plainDate.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { wellnessImporter } from './wellnessList.ts';

const RENPHO_WORDS = roleWords<WellnessRole>([
  ['day', 'time of measurement'],
  ['bodyMass', 'weight'],
  ['bodyFat', 'body fat'],
]);

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
    find: (heading) => withAll(placesOf(heading, RENPHO_WORDS), ['day', 'bodyMass']),
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
