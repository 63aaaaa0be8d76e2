/** A work set as the progression rules read it. */
export interface LoggedSet {
  readonly reps: number;
  readonly loadKg: number;
  /** 1 to 10; absent when nobody wrote it down. Without it no load rises. */
  readonly rpe?: number | undefined;
}

/** A step above this share of the load is too coarse to add (R2.4). */
const LARGEST_STEP_SHARE = 0.1;

const EPSILON = 1e-9;

/** Whether one step of the plates, in kilograms, may be added to a load at once (R2.4): a tenth of it at most. */
export const isFineStep = (loadKg: number, stepKg: number): boolean => stepKg <= loadKg * LARGEST_STEP_SHARE + EPSILON;
