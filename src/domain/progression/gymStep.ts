import type { Gym } from '../athletes/athlete.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { massToKg, roundTo } from '../kernel/quantity.ts';
import { loadBasisOf } from '../programs/cellWords.ts';
import { loadAbove, loadInGym } from '../programs/gymLoad.ts';
import { plannedEffort } from '../programs/levers.ts';
import type { Prescription } from '../programs/program.ts';

/** What is loaded, and with what. */
export interface Loading {
  readonly exercise: Pick<Exercise, 'equipment' | 'pattern'>;
  readonly gym: Gym;
}

export type GymRaise =
  | { readonly kind: 'raise'; readonly load: number }
  /** The next load there is would be more than a tenth heavier. */
  | { readonly kind: 'tooCoarse'; readonly load: number }
  /** Everything is on the bar already. */
  | { readonly kind: 'heaviest' };

const MOST_SHARE = 1.1;

const EPSILON = 1e-9;

/**
 * The next heavier load (R2.4, R1.7): the wanted one rounded down to what the gym can make, but at least the next it has, and never
 * more than a tenth above. All in the gym's unit.
 */
export const raiseInGym = ({ exercise, gym }: Loading, load: number, wanted: number): GymRaise => {
  const above = loadAbove(exercise, gym, load);
  if (above === undefined) return { kind: 'heaviest' };
  if (above > load * MOST_SHARE + EPSILON) return { kind: 'tooCoarse', load: above };
  const most = Math.min(wanted, load * MOST_SHARE);
  const made = loadInGym(exercise, gym, most, 'down')?.load ?? above;
  return { kind: 'raise', load: Math.max(above, made) };
};

/** The heaviest load there is at or below one; `undefined` where the gym has none so light. */
export const loadAtMost = ({ exercise, gym }: Loading, load: number): number | undefined => {
  const made = loadInGym(exercise, gym, load, 'down')?.load;
  return made !== undefined && made <= load + EPSILON ? made : undefined;
};

/** The same sets with a load of the gym; an effort that was planned becomes their cap. */
export const withLoad = (one: Prescription, load: number, { gym }: Loading): Prescription => {
  const effort = plannedEffort(one);
  return {
    ...one,
    basis: loadBasisOf(load, gym.unit),
    ...(one.rpeCap === undefined && effort !== undefined ? { rpeCap: effort } : {}),
  };
};

/** The same sets at a load or the next lighter one there is; by feel where the gym has none so light. */
export const withLoadAtMost = (one: Prescription, load: number, loading: Loading): Prescription => {
  const made = loadAtMost(loading, load);
  return made === undefined ? { ...one, basis: { kind: 'open' } } : withLoad(one, made, loading);
};

/** Kilograms of one step from a load to the next. */
export const stepKg = ({ gym }: Loading, from: number, to: number): number =>
  roundTo(massToKg(gym.unit, roundTo(to - from, 4)), 6);
