import type { Exercise } from './exercise.ts';

/**
 * So many rungs up (or, negative, down) the ladder from an exercise (§9). The ladder's end is not left: what lies beyond it is the
 * last rung there is.
 */
export const rungFrom = <E extends Pick<Exercise, 'key' | 'progressKey' | 'regressKey'>>(
  exercise: E,
  steps: number,
  exerciseAt: (key: string) => E | undefined,
): E => {
  let rung = exercise;
  for (let taken = 0; taken < Math.abs(steps); taken += 1) {
    const next = exerciseAt((steps > 0 ? rung.progressKey : rung.regressKey) ?? '');
    if (next === undefined) return rung;
    rung = next;
  }
  return rung;
};
