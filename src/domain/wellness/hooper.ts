export type Light = 'green' | 'amber' | 'red';

/** Four items, each 1 (very good) to 7 (very bad). */
export interface HooperItems {
  readonly sleep: number;
  readonly fatigue: number;
  readonly stress: number;
  readonly soreness: number;
}

const LEAST_SD = 1.5;
const LEAST_DAYS = 10;
const BAD_ITEM = 6;

const valuesOf = ({ sleep, fatigue, stress, soreness }: HooperItems): readonly number[] => [
  sleep,
  fatigue,
  stress,
  soreness,
];

/** Sum of the four items, 4 to 28 (R8.3); `undefined` when one is not a whole number from 1 to 7. */
export const hooperIndex = (items: HooperItems): number | undefined => {
  const values = valuesOf(items);
  if (!values.every((value) => Number.isInteger(value) && value >= 1 && value <= 7)) return undefined;
  return values.reduce((sum, value) => sum + value, 0);
};

/** Whether one item alone makes the day amber (R8.3). */
export const hasBadItem = (items: HooperItems): boolean => valuesOf(items).some((value) => value >= BAD_ITEM);

/**
 * Distance from the athlete's own last 28 days (R8.3), in standard deviations of at least 1.5 points.
 * `undefined` with fewer than 10 days or a negative standard deviation.
 */
export const hooperZ = (index: number, baseline: { mean: number; sd: number; days: number }): number | undefined =>
  baseline.days >= LEAST_DAYS && baseline.sd >= 0
    ? (index - baseline.mean) / Math.max(baseline.sd, LEAST_SD)
    : undefined;

/** What a distance means (R8.3): one day informs, two in a row act. */
export const hooperLight = (z: number): Light => {
  if (z >= 2) return 'red';
  return z >= 1 ? 'amber' : 'green';
};
