import { roundTo } from '../kernel/quantity.ts';
import { isFineStep } from './loggedSet.ts';

export interface LinearStep {
  /** `rebuild`: a tenth off, then up again. `outgrown`: the first months of lifting are over, another model fits better. */
  readonly action: 'raise' | 'addReps' | 'repeat' | 'rebuild' | 'outgrown';
  readonly loadKg: number;
}

const REBUILD_SHARE = 0.9;
const MISSES_TO_REBUILD = 2;
const MOST_WEEKS = 12;

/**
 * The next session of a linear progression (R2.1): a step more after each success, the same again after a miss, a tenth off
 * (down to whole steps) after two misses at this load in a row. Only for the first 12 weeks of lifting. `undefined` for a load
 * or step of 0 or less, or a count below 0.
 */
export const linearStep = (input: {
  readonly loadKg: number;
  readonly stepKg: number;
  readonly missesInARow: number;
  /** Weeks since lifting began; absent when unknown. */
  readonly weeksLifting?: number | undefined;
}): LinearStep | undefined => {
  const { loadKg, stepKg, missesInARow } = input;
  if (!(loadKg > 0) || !(stepKg > 0) || !(missesInARow >= 0)) return undefined;
  if (missesInARow >= MISSES_TO_REBUILD) {
    const steps = Math.floor((loadKg * REBUILD_SHARE) / stepKg + 1e-9);
    return { action: 'rebuild', loadKg: roundTo(steps * stepKg, 2) };
  }
  if (missesInARow > 0) return { action: 'repeat', loadKg };
  if ((input.weeksLifting ?? 0) > MOST_WEEKS) return { action: 'outgrown', loadKg };
  if (!isFineStep(loadKg, stepKg)) return { action: 'addReps', loadKg };
  return { action: 'raise', loadKg: roundTo(loadKg + stepKg, 2) };
};
