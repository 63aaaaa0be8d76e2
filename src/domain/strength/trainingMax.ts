/** Training max as a fraction of the e1RM during the start ramp, weeks 1 to 4 (R1.6). */
export const RAMP_TM_FACTOR = 0.85;

export const DEFAULT_TM_FACTOR = 0.9;

/** A training max never rises by more than this share from one block to the next (R1.6). */
const LARGEST_RISE = 0.05;

/** Training max in kilograms (R1.6). `undefined` without an estimate, or for a factor outside 0.80 to 1.00. */
export const trainingMaxKg = (e1rmKg: number | undefined, factor: number = DEFAULT_TM_FACTOR): number | undefined => {
  if (e1rmKg === undefined || !(e1rmKg > 0) || factor < 0.8 || factor > 1) return undefined;
  return e1rmKg * factor;
};

/** The training max of the next block: follows the e1RM down freely and up by at most 5 % (R1.6). Call at block boundaries only. */
export const nextTrainingMaxKg = (
  previousKg: number,
  e1rmKg: number | undefined,
  factor: number = DEFAULT_TM_FACTOR,
): number | undefined => {
  const wantedKg = trainingMaxKg(e1rmKg, factor);
  return wantedKg === undefined ? undefined : Math.min(wantedKg, previousKg * (1 + LARGEST_RISE));
};

/**
 * The training max of the last of some blocks (R1.6): set at each block's start from the e1RM known then, in kilograms, and
 * never more than 5 % above the block before. `undefined` when no block has an estimate.
 */
export const trainingMaxIn = (e1rmsKg: readonly (number | undefined)[]): number | undefined =>
  e1rmsKg.reduce<number | undefined>(
    (previous, e1rmKg) =>
      previous === undefined ? trainingMaxKg(e1rmKg) : (nextTrainingMaxKg(previous, e1rmKg) ?? previous),
    undefined,
  );
