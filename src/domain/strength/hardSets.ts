import type { SetKind } from '../imports/draft.ts';
import { repsInReserve } from './rpeChart.ts';

export interface JudgedSet {
  readonly kind: SetKind;
  readonly reps?: number | undefined;
  readonly loadKg?: number | undefined;
  readonly rpe?: number | undefined;
  /** Seconds held; marks isometric work, which has its own threshold. */
  readonly holdS?: number | undefined;
  /** Jumps are counted in contacts and are never hard sets. */
  readonly isPlyometric?: boolean | undefined;
}

const LEAST_HOLD_EFFORT = 7;
const MOST_RIR = 4;
const LEAST_SHARE = 0.6;
const LEAST_SHARE_WITHOUT_RPE = 0.75;

/** The load as a share of the maximum; `undefined` when either is unknown (a bodyweight set has no share). */
const shareOf1rm = (set: JudgedSet, e1rmBeforeKg: number | undefined): number | undefined => {
  if (set.loadKg === undefined || set.loadKg <= 0 || e1rmBeforeKg === undefined || e1rmBeforeKg <= 0) return undefined;
  return set.loadKg / e1rmBeforeKg;
};

/**
 * Whether a set counts as hard (§5): four or fewer in reserve at 60 % of the maximum or more, or with no maximum known;
 * without an RPE, 75 % or more. `e1rmBeforeKg` is the estimate before the session, so that a set never judges itself.
 * Warm-ups and jumps never count; a hold counts from effort 7. What nothing is known about is not counted.
 */
export const isHardSet = (set: JudgedSet, e1rmBeforeKg: number | undefined): boolean => {
  if (set.kind === 'warmup' || set.isPlyometric === true) return false;
  if (set.holdS !== undefined) return set.rpe !== undefined && set.rpe >= LEAST_HOLD_EFFORT;
  if (set.reps === undefined || set.reps < 1) return false;
  const share = shareOf1rm(set, e1rmBeforeKg);
  const rir = set.kind === 'failure' ? 0 : set.rpe === undefined ? undefined : repsInReserve(set.rpe);
  if (rir === undefined) return share !== undefined && share >= LEAST_SHARE_WITHOUT_RPE;
  return rir <= MOST_RIR && (share === undefined || share >= LEAST_SHARE);
};
