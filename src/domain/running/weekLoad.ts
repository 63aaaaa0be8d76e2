/** Seven days of session load, by Foster's measures (R4.2). Loads in arbitrary units: RPE × minutes. */
export interface WeekLoad {
  readonly totalAu: number;
  readonly meanAu: number;
  /** Of the sample, n − 1. */
  readonly sdAu: number;
  /** Mean over spread; absent when every day is the same. */
  readonly monotony?: number | undefined;
  /** Total × monotony. */
  readonly strain?: number | undefined;
}

/** Above this a week is monotonous (R4.2). */
export const MONOTONOUS = 2;

/** Weeks of an athlete's own before their strain can be judged by it. */
export const LEAST_STRAIN_WEEKS = 12;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Load, monotony and strain of seven days (R4.2); a rest day counts as 0. `undefined` unless there are seven loads of 0 or more.
 * Days that are all alike have no monotony: there is nothing to divide by.
 */
export const weekLoad = (dailyAu: readonly number[]): WeekLoad | undefined => {
  if (dailyAu.length !== 7 || !dailyAu.every((load) => load >= 0)) return undefined;
  const meanAu = meanOf(dailyAu);
  const totalAu = meanAu * 7;
  const sdAu = Math.sqrt(dailyAu.reduce((sum, load) => sum + (load - meanAu) ** 2, 0) / 6);
  if (sdAu === 0) return { totalAu, meanAu, sdAu };
  const monotony = meanAu / sdAu;
  return { totalAu, meanAu, sdAu, monotony, strain: totalAu * monotony };
};

/** The value that nine in ten of a list do not pass, between its neighbours in order of size. */
const ninetieth = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = 0.9 * (sorted.length - 1);
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (above - below) * (at - Math.floor(at));
};

/** What there is to say of a week's load against the athlete's own weeks before (R4.2). */
export const weekLoadFlags = (
  week: WeekLoad,
  strainsBefore: readonly number[],
): { readonly isMonotonous: boolean; readonly isStrained: boolean; readonly hasNoVariation: boolean } => ({
  isMonotonous: week.monotony !== undefined && week.monotony > MONOTONOUS,
  isStrained:
    week.strain !== undefined && strainsBefore.length >= LEAST_STRAIN_WEEKS && week.strain > ninetieth(strainsBefore),
  hasNoVariation: week.totalAu > 0 && week.sdAu === 0,
});
