import { M_PER_MILE } from '../kernel/quantity.ts';

/** Metres of the distances in the table of age factors. */
const COLUMN_M: Readonly<Record<string, number>> = {
  '1 Mile': M_PER_MILE,
  '5 km': 5000,
  '8 km': 8000,
  '10 km': 10_000,
  '15 km': 15_000,
  '10 Mile': 10 * M_PER_MILE,
  'H. Mar': 21_097.5,
  '30 km': 30_000,
  Marathon: 42_195,
  '50 km': 50_000,
};

export const GRADED_DISTANCES: readonly string[] = Object.keys(COLUMN_M);

export type GradedSex = 'male' | 'female';

interface DistanceStandard {
  readonly name: string;
  readonly distanceM: number;
  readonly openS: number;
  /** By age in full years. */
  readonly factors: ReadonlyMap<number, number>;
}

/** The road standards of 2025, by sex. */
export type AgeFactors = Readonly<Record<GradedSex, readonly DistanceStandard[]>>;

/** The table of `resources/age_factors_2025.csv`. It ships with the product, so what is not understood is a defect: a `RangeError`. */
export const parseAgeFactors = (csv: string): AgeFactors => {
  const [head = [], ...lines] = csv
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(','));
  const names = head.slice(2);
  const numberIn = (cell: string | undefined): number => {
    const value = Number(cell);
    if (cell === undefined || cell === '' || !Number.isFinite(value)) throw new RangeError(`age factors: “${cell}”`);
    return value;
  };
  const ofSex = (letter: string): readonly DistanceStandard[] => {
    const mine = lines.filter(([sex]) => sex === letter);
    const open = mine.find(([, age]) => age === 'OC_sec');
    return names.map((name, place): DistanceStandard => {
      const distanceM = COLUMN_M[name];
      if (distanceM === undefined) throw new RangeError(`age factors: no distance is called “${name}”`);
      const ages = mine.filter(([, age]) => age !== 'OC_sec');
      const factors = new Map(ages.map((line) => [numberIn(line[1]), numberIn(line[place + 2])]));
      return { name, distanceM, openS: numberIn(open?.[place + 2]), factors };
    });
  };
  return { male: ofSex('M'), female: ofSex('F') };
};

export interface AgeGrade {
  readonly factor: number;
  /** The open standard, seconds. */
  readonly openS: number;
  /** The standard of this age. */
  readonly standardS: number;
  readonly percent: number;
  /** What the time would be worth at the best age, seconds. */
  readonly gradedS: number;
}

const standardsAt = (table: AgeFactors, sex: GradedSex, ageYears: number) =>
  table[sex].flatMap(({ name, distanceM, openS, factors }) => {
    const factor = factors.get(ageYears);
    return factor === undefined ? [] : [{ name, distanceM, openS, factor }];
  });

const between = (low: number, high: number, share: number): number => low * (1 - share) + high * share;

/**
 * Age grade of a time (R4.10), per cent of the standard of the athlete's sex and age in full years. Between two distances of the
 * table the standards lie on a line over the logarithm of the distance. `undefined` outside the table.
 */
export const ageGrade = (
  table: AgeFactors,
  race: {
    readonly sex: GradedSex;
    readonly ageYears: number;
    readonly distanceM: number;
    readonly durationS: number;
  },
): AgeGrade | undefined => {
  const { sex, ageYears, distanceM, durationS } = race;
  const standards = standardsAt(table, sex, ageYears);
  const below = standards.findLast((one) => one.distanceM <= distanceM);
  const above = standards.find((one) => one.distanceM >= distanceM);
  if (below === undefined || above === undefined || !(durationS > 0)) return undefined;
  const share =
    below === above
      ? 0
      : (Math.log(distanceM) - Math.log(below.distanceM)) / (Math.log(above.distanceM) - Math.log(below.distanceM));
  const openS = between(below.openS, above.openS, share);
  const standardS = between(below.openS / below.factor, above.openS / above.factor, share);
  const factor = openS / standardS;
  return { factor, openS, standardS, percent: (100 * standardS) / durationS, gradedS: durationS * factor };
};

/** The metres of a distance by its name in the table. */
export const gradedDistanceM = (name: string): number | undefined => COLUMN_M[name];

export const GRADE_BANDS = ['world class', 'national class', 'regional class', 'local class'] as const;

/** The word for an age grade of 60 per cent or more (R4.10). */
export const gradeBand = (percent: number): (typeof GRADE_BANDS)[number] | undefined => {
  const place = [90, 80, 70, 60].findIndex((least) => percent >= least);
  return GRADE_BANDS[place];
};
