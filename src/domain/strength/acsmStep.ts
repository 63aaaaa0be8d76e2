import { roundTo } from '../kernel/quantity.ts';

/** The last set of one session of an exercise. */
export interface LastSet {
  readonly reps: number;
  /** 1 to 10; without it the set cannot raise the load. */
  readonly rpe?: number | undefined;
}

export type BodyRegion = 'upper' | 'lower';

export type LoadStep =
  | { readonly kind: 'raise'; readonly load: number }
  /** The smallest step of the plates is more than a tenth of the load: add repetitions instead. */
  | { readonly kind: 'addReps' };

const STEP_SHARES: Readonly<Record<BodyRegion, number>> = { upper: 0.025, lower: 0.05 };

const LARGEST_STEP_SHARE = 0.1;

const EPSILON = 1e-9;

/** The newest `count` entries, or nothing when there are not as many. */
const newest = <T>(entries: readonly T[], count: number): readonly T[] | undefined =>
  entries.length < count ? undefined : entries.slice(-count);

/**
 * Whether the load may rise (R2.4, ACSM): the last set had a repetition or more above the target at no more than the RPE cap,
 * in the newest session, for novices in the newest two. Sessions in order of date.
 */
export const mayRaiseLoad = (input: {
  readonly targetReps: number;
  readonly rpeCap: number;
  readonly isNovice: boolean;
  readonly lastSets: readonly LastSet[];
}): boolean =>
  newest(input.lastSets, input.isNovice ? 2 : 1)?.every(
    ({ reps, rpe }) => reps >= input.targetReps + 1 && rpe !== undefined && rpe <= input.rpeCap,
  ) ?? false;

/** The 2-for-2 rule (R2.4): two repetitions or more above the target in the last set, in the newest two sessions. */
export const isTwoForTwo = (targetReps: number, lastSetReps: readonly number[]): boolean =>
  newest(lastSetReps, 2)?.every((reps) => reps >= targetReps + 2) ?? false;

/**
 * The next load (R2.4): 2.5 % more for the upper body, 5 % for the lower, down to whole plate steps but at least one, never
 * more than 10 %. Loads in any one unit. `undefined` for a load or a step of 0 or less.
 */
export const nextLoad = (load: number, region: BodyRegion, plateStep: number): LoadStep | undefined => {
  if (!(load > 0) || !(plateStep > 0)) return undefined;
  if (plateStep > load * LARGEST_STEP_SHARE + EPSILON) return { kind: 'addReps' };
  const steps = Math.max(1, Math.floor((load * STEP_SHARES[region]) / plateStep + EPSILON));
  return { kind: 'raise', load: roundTo(load + steps * plateStep, 2) };
};
