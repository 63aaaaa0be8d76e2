import { percentOf1rm } from '../strength/rpeChart.ts';
import type { Prescription } from './program.ts';

const EPSILON = 1e-9;
/** The RPE chart ends here; beyond it a set can only be lighter. */
const CHART_REPS = 12;
const CHART_RPE = 6;

/** A plan without a cap stops one repetition short (R2.1 [D]). */
export const USUAL_CAP = 9;

/** By how many points a planned per cent may be above the chart (§3.6). */
export const CHART_TOLERANCE = 0.1;

/** Down to a tenth of a per cent. */
export const tenthDown = (percent: number): number => Math.floor(percent * 10 + EPSILON) / 10;

/**
 * The most per cent of the maximum that the repetitions and the cap allow (R1.2), 57 to 100; where the chart ends, its last value is
 * a bound from above. `undefined` for what has no repetitions.
 */
export const allowedPercent = (one: Prescription): number | undefined => {
  const cap = Math.min(10, Math.max(CHART_RPE, Math.ceil((one.rpeCap ?? USUAL_CAP) * 2 - EPSILON) / 2));
  return percentOf1rm(Math.min(CHART_REPS, one.repsTo ?? one.reps ?? 0), cap);
};
