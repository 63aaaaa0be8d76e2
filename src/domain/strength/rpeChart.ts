import { roundTo } from '../kernel/quantity.ts';

/** R1.2: per cent of the maximum by effective repetitions k = reps + RIR, for k = 1 to 16. */
const PERCENT_BY_K: readonly number[] = [
  100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0, 65.3, 62.6, 59.9, 57.2,
];

/** Beyond this many effective repetitions a set no longer tells the maximum (R1.2). */
const MOST_K_TO_ESTIMATE = 12;

const isHalfStep = (value: number): boolean => Number.isInteger(value * 2);

/** Repetitions in reserve at an RPE (R1.2): RIR = 10 − RPE. */
export const repsInReserve = (rpe: number): number => 10 - rpe;

/** Per cent of the maximum at k effective repetitions; a half step is the mean of its neighbours, rounded half up to 0.1. */
const percentAtK = (k: number): number | undefined => {
  const below = PERCENT_BY_K[Math.floor(k) - 1];
  if (below === undefined || Number.isInteger(k)) return below;
  const above = PERCENT_BY_K[Math.floor(k)];
  if (above === undefined) return undefined;
  // In whole tenths, so that x.x5 is exact and rounds up as the printed chart does.
  return Math.floor((Math.round(below * 10) + Math.round(above * 10) + 1) / 2) / 10;
};

/**
 * Per cent of the one-rep max, for example 81.1, that `reps` at `rpe` stands for (R1.2 chart).
 * `undefined` outside repetitions 1 to 12 and RPE 6 to 10 in steps of 0.5: the chart is never extrapolated.
 */
export const percentOf1rm = (reps: number, rpe: number): number | undefined => {
  if (!Number.isInteger(reps) || reps < 1 || reps > 12) return undefined;
  if (!isHalfStep(rpe) || rpe < 6 || rpe > 10) return undefined;
  return percentAtK(reps + repsInReserve(rpe));
};

/** One-rep max in kilograms from a set with an RPE (R1.2). `undefined` outside the chart or with more than 12 effective repetitions. */
export const estimateFromRpe = (set: {
  readonly loadKg: number;
  readonly reps: number;
  readonly rpe: number;
}): number | undefined => {
  if (!(set.loadKg > 0) || !Number.isFinite(set.loadKg)) return undefined;
  if (set.reps + repsInReserve(set.rpe) > MOST_K_TO_ESTIMATE) return undefined;
  const percent = percentOf1rm(set.reps, set.rpe);
  return percent === undefined ? undefined : set.loadKg / (percent / 100);
};

/** Load in kilograms for `reps` at `rpe`, not rounded (R1.2, R2.1). `undefined` outside the chart, which ends at 16 effective repetitions. */
export const loadForRpe = (e1rmKg: number, reps: number, rpe: number): number | undefined => {
  if (!(e1rmKg > 0) || !Number.isFinite(e1rmKg)) return undefined;
  const percent = percentOf1rm(reps, rpe);
  return percent === undefined ? undefined : roundTo((e1rmKg * percent) / 100, 6);
};
