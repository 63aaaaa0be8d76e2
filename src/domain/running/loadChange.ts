/**
 * How the load of the last days compares with the weeks before (R4.3). A description, never a gate: it tells nothing of the risk of
 * an injury, and nothing is planned by it.
 */
export interface LoadChange {
  readonly acuteAu: number;
  readonly chronicAu: number;
  /** Last 7 days over the last 28, which hold them too: never above 4. Absent without load. */
  readonly coupled?: number | undefined;
  /** Last 7 days over the 21 before them. */
  readonly uncoupled?: number | undefined;
  /** Moving means that forget, of 7 and of 28 days. */
  readonly ewma7Au: number;
  readonly ewma28Au: number;
  readonly ewmaRatio?: number | undefined;
}

const ACUTE_DAYS = 7;
export const CHRONIC_DAYS = 28;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const ratio = (above: number, below: number): number | undefined => (below > 0 ? above / below : undefined);

/** `E = λL + (1 − λ)E`, λ = 2 / (N + 1), begun with the first day's load. */
const ewma = (dailyAu: readonly number[], days: number): number => {
  const weight = 2 / (days + 1);
  return dailyAu.reduce((mean, load) => weight * load + (1 - weight) * mean);
};

/** Load change on the last of some days in order (R4.3). `undefined` before day 28: means that have only begun say nothing. */
export const loadChange = (dailyAu: readonly number[]): LoadChange | undefined => {
  if (dailyAu.length < CHRONIC_DAYS || !dailyAu.every((load) => load >= 0)) return undefined;
  const acuteAu = meanOf(dailyAu.slice(-ACUTE_DAYS));
  const chronicAu = meanOf(dailyAu.slice(-CHRONIC_DAYS));
  const before = meanOf(dailyAu.slice(-CHRONIC_DAYS, -ACUTE_DAYS));
  const ewma7Au = ewma(dailyAu, ACUTE_DAYS);
  const ewma28Au = ewma(dailyAu, CHRONIC_DAYS);
  return {
    acuteAu,
    chronicAu,
    coupled: ratio(acuteAu, chronicAu),
    uncoupled: ratio(acuteAu, before),
    ewma7Au,
    ewma28Au,
    ewmaRatio: ratio(ewma7Au, ewma28Au),
  };
};
