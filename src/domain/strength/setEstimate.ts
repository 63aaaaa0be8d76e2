import type { SetKind } from '../imports/draft.ts';
import { estimateFromReps } from './oneRepMaxFormulas.ts';
import { estimateFromRpe, repsInReserve } from './rpeChart.ts';
import { setCv } from './setUncertainty.ts';

/** A set as the trend reads it. */
export interface TrainedSet {
  readonly kind: SetKind;
  readonly loadKg: number;
  readonly reps: number;
  readonly rpe?: number | undefined;
  /** Lifted to a plan that stops short of failure, and nobody said how hard it was (see `strengthTrend`). */
  readonly stoppedShort?: boolean | undefined;
}

/** A maximum and how sure it is: `cv` is a fraction. */
export interface MaxEstimate {
  readonly e1rmKg: number;
  readonly cv: number;
}

const MOST_K = 10;
const MOST_RIR = 4;

/** What a set without an RPE is doubted by: as much as one that stopped two short (see `estimateOfSet`). */
const RIR_DOUBT_WITHOUT_RPE = 2;

const estimateToFailure = (set: TrainedSet, exerciseFactor: number): MaxEstimate | undefined => {
  if (set.reps > MOST_K) return undefined;
  const e1rmKg = estimateFromReps('Epley', set.loadKg, set.reps);
  if (e1rmKg === undefined) return undefined;
  const isFailure = set.kind === 'failure';
  const rir = isFailure ? 0 : RIR_DOUBT_WITHOUT_RPE;
  return { e1rmKg, cv: setCv({ k: set.reps, rir, isFailure, exerciseFactor }) };
};

const estimateWithRpe = (set: TrainedSet, rpe: number, exerciseFactor: number): MaxEstimate | undefined => {
  const rir = repsInReserve(rpe);
  const k = set.reps + rir;
  if (k > MOST_K || rir > MOST_RIR) return undefined;
  const e1rmKg = estimateFromRpe({ loadKg: set.loadKg, reps: set.reps, rpe });
  if (e1rmKg === undefined) return undefined;
  return { e1rmKg, cv: setCv({ k, rir, isFailure: set.kind === 'failure', exerciseFactor }) };
};

/**
 * What one set says about the maximum (R1.2, R1.4), or `undefined` when it is not eligible (R1.5): warm-ups and drop sets,
 * more than 10 effective repetitions, more than 4 in reserve.
 *
 * A set without an RPE [D]: imported diaries mostly have none. Its repetitions are taken as all there were (Epley), which
 * makes the estimate a lower bound; its uncertainty is that of a set two repetitions short of failure, so that it never
 * looks surer than one with an RPE. A set marked as taken to failure needs neither.
 */
export const estimateOfSet = (set: TrainedSet, exerciseFactor = 1): MaxEstimate | undefined => {
  if (set.kind === 'warmup' || set.kind === 'drop') return undefined;
  if (set.kind === 'failure' || set.rpe === undefined) return estimateToFailure(set, exerciseFactor);
  return estimateWithRpe(set, set.rpe, exerciseFactor);
};
