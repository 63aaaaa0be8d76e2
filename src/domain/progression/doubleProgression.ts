import { roundTo } from '../kernel/quantity.ts';
import { isFineStep, type LoggedSet } from './loggedSet.ts';

/** Sets within a range of repetitions, up to an effort: `3 x 4-6`, RPE 8.5 at most. */
export interface RepRange {
  readonly sets: number;
  readonly from: number;
  readonly to: number;
  readonly rpeCap: number;
}

export interface DoubleStep {
  /** `raise`: one step more, from the low end again. `addReps`: the step is too coarse, go on past the range. */
  readonly action: 'raise' | 'repeat' | 'addReps';
  readonly loadKg: number;
  /** Repetitions of each set to begin with. */
  readonly reps: number;
}

/** All planned sets at the load reached the top of the range, none of them over the cap or unrated. */
const isFull = (done: readonly LoggedSet[], range: RepRange): boolean =>
  done.length >= range.sets &&
  done.every(({ reps, rpe }) => reps >= range.to && rpe !== undefined && rpe <= range.rpeCap);

/**
 * The next session by double progression (R2.1): repetitions rise until every set reaches the top of the range at the cap or
 * below, then the load rises by one step and the repetitions begin at the low end. The load is that of the heaviest set; lighter
 * ones are no success. `undefined` without sets, for a load or step of 0 or less, or a range that is none.
 */
export const doubleProgression = (
  range: RepRange,
  done: readonly LoggedSet[],
  stepKg: number,
): DoubleStep | undefined => {
  const loadKg = Math.max(0, ...done.map((set) => set.loadKg));
  if (!(loadKg > 0) || !(stepKg > 0) || !(range.from >= 1) || !(range.to >= range.from)) return undefined;
  const atLoad = done.filter((set) => set.loadKg >= loadKg);
  if (!isFull(atLoad, range)) return { action: 'repeat', loadKg, reps: range.from };
  if (!isFineStep(loadKg, stepKg)) return { action: 'addReps', loadKg, reps: range.to + 1 };
  return { action: 'raise', loadKg: roundTo(loadKg + stepKg, 2), reps: range.from };
};
