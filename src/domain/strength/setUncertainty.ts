import type { Exercise } from '../exercises/exercise.ts';

/** Variation of strength from day to day, shared by all sets of a day (R1.4). */
export const DAY_CV = 0.025;

/** How much wider an estimate from repetitions is than on a barbell lift (R1.4 `exerciseFactor`). */
const EXERCISE_FACTORS = { barbell: 1, dumbbell: 1.25, machine: 1.5, unilateral: 1.5 } as const;

const BARS: readonly string[] = ['barbell', 'trap bar', 'safety bar'];

const HAND_WEIGHTS: readonly string[] = ['db', 'kb'];

/**
 * The factor of an exercise by what it is done with (R1.4). Where a choice of equipment leaves it open, the wider one:
 * an uncertainty may be too large, never too small. Belts, vests and cables count as machines [D].
 */
export const exerciseFactor = (exercise: Pick<Exercise, 'equipment' | 'isUnilateral'>): number => {
  if (exercise.isUnilateral) return EXERCISE_FACTORS.unilateral;
  const group = exercise.equipment.find((items) => items.some((item) => [...BARS, ...HAND_WEIGHTS].includes(item)));
  if (group === undefined) return EXERCISE_FACTORS.machine;
  return group.every((item) => BARS.includes(item)) ? EXERCISE_FACTORS.barbell : EXERCISE_FACTORS.dumbbell;
};

/**
 * Coefficient of variation, as a fraction, of a maximum estimated from one set (R1.4).
 * `k` is reps + RIR (1 or more), `rir` the repetitions in reserve; a set that ended in true failure has no doubt about its RIR.
 */
export const setCv = (set: {
  readonly k: number;
  readonly rir: number;
  readonly isFailure: boolean;
  readonly exerciseFactor?: number | undefined;
}): number => {
  const modelCv = 0.006 * (set.k - 1) * (set.exerciseFactor ?? EXERCISE_FACTORS.barbell);
  const rirSd = set.isFailure ? 0 : 0.5 + 0.25 * set.rir;
  return Math.hypot(DAY_CV, modelCv, 0.027 * rirSd);
};
