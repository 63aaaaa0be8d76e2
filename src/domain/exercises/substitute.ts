import type { Exercise, Pattern } from './exercise.ts';
import { ladderOf } from './library.ts';
import { canDo, NO_GYM_ITEMS } from './noGym.ts';

/** Where a pattern offers nothing, the one that stands nearest (R8.5). */
const FALLBACK: Partial<Readonly<Record<Pattern, Pattern>>> = { squat: 'lunge', lunge: 'squat' };

/** Share of an exercise's muscles that another works too, 0 to 1. */
const muscleOverlap = (exercise: Exercise, other: Exercise): number =>
  exercise.muscles.length === 0
    ? 0
    : exercise.muscles.filter((muscle) => other.muscles.includes(muscle)).length / exercise.muscles.length;

/** How far apart two exercises are (R8.5): muscles, level, ladder, way of loading, one side or both. */
const distanceOf = (exercise: Exercise, one: Exercise, ladder: readonly Exercise[]): number =>
  2 * (1 - muscleOverlap(exercise, one)) +
  Math.abs(exercise.level - one.level) +
  (ladder.includes(one) ? 0 : 0.5) +
  (one.loadMode === exercise.loadMode ? 0 : 0.25) +
  (one.isUnilateral === exercise.isUnilateral ? 0 : 0.25);

/**
 * What can be done instead with this equipment, best first (R8.5): of the same pattern, or of the nearest one when that
 * offers nothing; never harder; the next steps of the ladder first, then what is least unlike. A wall and something to
 * sit on are always there.
 */
export const substitutesFor = (
  exercise: Exercise,
  exercises: readonly Exercise[],
  equipmentItems: readonly string[],
): Exercise[] => {
  const items = [...equipmentItems, ...NO_GYM_ITEMS];
  const { easier, harder } = ladderOf(exercise, exercises);
  const ladder = [...easier, ...harder];
  const rank = (one: Exercise): number => {
    const isNextStep = one.key === exercise.regressKey || one.key === exercise.progressKey;
    return distanceOf(exercise, one, ladder) - (isNextStep ? 100 : 0);
  };
  const ofPattern = (pattern: Pattern | undefined): Exercise[] =>
    exercises
      .filter(
        (one) =>
          one.pattern === pattern &&
          one.key !== exercise.key &&
          one.isArchived !== true &&
          one.level <= exercise.level &&
          canDo(one, items),
      )
      .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
  const same = ofPattern(exercise.pattern);
  return same.length > 0 ? same : ofPattern(FALLBACK[exercise.pattern]);
};
