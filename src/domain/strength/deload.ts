import { roundTo } from '../kernel/quantity.ts';
import { SMALLEST_WORTHWHILE_CHANGE } from './strengthChange.ts';

export const DELOAD_REASONS = ['scheduled', 'twoAmberDays', 'red', 'substantialProblem', 'strengthFalling'] as const;

export type DeloadReason = (typeof DELOAD_REASONS)[number];

/** What a deload week holds (R2.6): no new exercise, half the jumps, and these. */
export interface Deload {
  readonly hardSets: number;
  /** Loads may stay or fall by a tenth. */
  readonly leastLoad: number;
  readonly mostLoad: number;
}

const LEAST_LOAD_SHARE = 0.9;

/**
 * A deload of a number of hard sets at a load (R2.6): a little over half the sets. `undefined` for less than one set, a load
 * or a step of 0 or less. Loads in any one unit.
 */
export const deloadOf = (hardSets: number, load: number, plateStep: number): Deload | undefined => {
  if (!(hardSets >= 1) || !(load > 0) || !(plateStep > 0)) return undefined;
  return {
    hardSets: Math.floor(0.55 * hardSets + 0.5),
    leastLoad: roundTo(Math.floor((load * LEAST_LOAD_SHARE) / plateStep + 1e-9) * plateStep, 2),
    mostLoad: load,
  };
};

/** Why a deload is due (R2.6); empty when it is not. `trendChange` is a fraction since the block began, negative when weaker. */
export const deloadReasons = (state: {
  readonly weeksSinceDeload: number;
  /** Deload every so many weeks, 3 to 6. */
  readonly everyWeeks: number;
  readonly amberDaysInAWeek: number;
  readonly isRed: boolean;
  readonly hasSubstantialProblem: boolean;
  readonly trendChange: number;
}): readonly DeloadReason[] => {
  const isDue: Readonly<Record<DeloadReason, boolean>> = {
    scheduled: state.weeksSinceDeload >= state.everyWeeks - 1,
    twoAmberDays: state.amberDaysInAWeek >= 2,
    red: state.isRed,
    substantialProblem: state.hasSubstantialProblem,
    strengthFalling: state.trendChange < -2 * SMALLEST_WORTHWHILE_CHANGE,
  };
  return DELOAD_REASONS.filter((reason) => isDue[reason]);
};
