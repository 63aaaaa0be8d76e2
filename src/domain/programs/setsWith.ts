import type { Exercise } from '../exercises/exercise.ts';
import { isHold } from '../exercises/noGym.ts';
import type { Prescription } from './program.ts';

const LIGHT_REPS = { reps: 8, repsTo: 12 } as const;
const HOLD_S = 30;
const LOADED_RIR = 3;

const setsAndRest = ({ sets, rpeCap, restS }: Prescription): Pick<Prescription, 'sets' | 'rpeCap' | 'restS'> => ({
  sets,
  ...(rpeCap === undefined ? {} : { rpeCap }),
  ...(restS === undefined ? {} : { restS }),
});

/** The same sets of something that is not loaded: repetitions by R2.8; or a hold, as long as before where it was one. */
export const unloaded = (one: Prescription, exercise: Exercise): Prescription => ({
  ...setsAndRest(one),
  ...(isHold(exercise) ? { holdS: one.holdS ?? HOLD_S } : LIGHT_REPS),
  basis: { kind: 'bodyweight' },
});

/** The same sets of something that is loaded: what was held is lifted, by feel. */
export const loaded = (one: Prescription): Prescription =>
  one.holdS === undefined ? one : { ...setsAndRest(one), ...LIGHT_REPS, basis: { kind: 'rir', rir: LOADED_RIR } };

/** Exercises that are or may be done with a load. */
const takesLoad = ({ loadMode }: Exercise): boolean => loadMode === 'kg' || loadMode === 'reps/kg';

/**
 * Sets written for one exercise as they are done with another: as written, unless one of the two is held and the other is not, or the
 * other is not loaded. A rung counted from one exercise is not counted from another.
 */
export const setsWith = (one: Prescription, to: Exercise): Prescription => {
  const isHeld = one.holdS !== undefined;
  if (isHold(to) !== isHeld) return to.loadMode === 'kg' ? loaded(one) : unloaded(one, to);
  if (one.basis.kind === 'bodyweight') return { ...one, basis: { kind: 'bodyweight' } };
  return takesLoad(to) || isHeld || one.contacts !== undefined ? one : unloaded(one, to);
};
