import type { Exercise } from './exercise.ts';

/**
 * What every home has: a wall, a stair, something firm to sit on, a cushion for the knee, a belt that does not give. Anchors and
 * partners are not counted on.
 */
export const NO_GYM_ITEMS: readonly string[] = ['wall', 'step', 'box', 'pad', 'strap'];

/** Whether the equipment is enough: every group met by at least one item. */
export const canDo = (exercise: Pick<Exercise, 'equipment'>, equipmentItems: readonly string[]): boolean =>
  exercise.equipment.every((group) => group.some((item) => equipmentItems.includes(item)));

/** Whether an exercise can be done as it is without a gym. */
export const needsNoGym = (exercise: Pick<Exercise, 'equipment'>): boolean => canDo(exercise, NO_GYM_ITEMS);

/** First step of the regress ladder that needs no gym. */
const rungBelow = (exercise: Exercise, byKey: ReadonlyMap<string, Exercise>): Exercise | undefined => {
  const visited = new Set([exercise.key]);
  let rung = byKey.get(exercise.regressKey ?? '');
  while (rung !== undefined && !visited.has(rung.key)) {
    if (needsNoGym(rung) && rung.isArchived !== true) return rung;
    visited.add(rung.key);
    rung = byKey.get(rung.regressKey ?? '');
  }
  return undefined;
};

/** Whether an exercise is held and not moved: neither stands in for the other. */
export const isHold = ({ loadMode }: Pick<Exercise, 'loadMode'>): boolean =>
  loadMode === 'seconds' || loadMode === '%MVC';

const bestOfPattern = (exercise: Exercise, exercises: readonly Exercise[]): Exercise | undefined =>
  exercises
    .filter(
      (one) =>
        one.pattern === exercise.pattern && one.isArchived !== true && one.level <= exercise.level && needsNoGym(one),
    )
    .toSorted((a, b) => Number(isHold(a)) - Number(isHold(b)) || b.level - a.level)
    .at(0);

/**
 * What to do instead when there is no gym (R2.8, §9): the nearest rung down the ladder that needs nothing a home lacks,
 * else the hardest such exercise of the same pattern that is no harder. `undefined` when the exercise itself needs no gym
 * (`needsNoGym`) or the pattern has nothing to offer, as with pulling.
 */
export const noGymRung = (exercise: Exercise, exercises: readonly Exercise[]): Exercise | undefined => {
  if (needsNoGym(exercise)) return undefined;
  const byKey = new Map(exercises.map((one) => [one.key, one]));
  return rungBelow(exercise, byKey) ?? bestOfPattern(exercise, exercises);
};
