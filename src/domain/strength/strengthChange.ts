import { normalBelow } from '../kernel/normal.ts';
import type { TrendPoint } from './strengthTrend.ts';

/** Smallest worthwhile change of a one-rep max, as a fraction (R1.5). */
export const SMALLEST_WORTHWHILE_CHANGE = 0.025;

const Z_90 = 1.645;

/** Variance of ln(e1RM), read back from the 90 % interval. */
const logVariance = (point: Pick<TrendPoint, 'lowKg' | 'highKg'>): number =>
  (Math.log(point.highKg / point.lowKg) / (2 * Z_90)) ** 2;

/**
 * Probability, 0 to 1, that strength rose from `before` to `after` by more than `thresholdFraction` (0.025 is 2.5 %) (R1.5).
 * Cautious: the two points share information, which makes the true error smaller than the one used.
 */
export const probabilityOfChange = (
  before: Pick<TrendPoint, 'trendKg' | 'lowKg' | 'highKg'>,
  after: Pick<TrendPoint, 'trendKg' | 'lowKg' | 'highKg'>,
  thresholdFraction: number,
): number => {
  const beyond = Math.log(after.trendKg / before.trendKg) - Math.log(1 + thresholdFraction);
  const error = Math.sqrt(logVariance(before) + logVariance(after));
  if (error === 0) return beyond > 0 ? 1 : 0;
  return normalBelow(beyond / error);
};

export type ChangeWords = 'very likely stronger' | 'likely' | 'unclear' | 'not shown';

/** The agreed words for a probability of having become stronger (R1.5); nothing else may be claimed. */
export const changeInWords = (probability: number): ChangeWords => {
  if (probability >= 0.95) return 'very likely stronger';
  if (probability >= 0.75) return 'likely';
  return probability >= 0.25 ? 'unclear' : 'not shown';
};
