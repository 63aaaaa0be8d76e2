import type { Gym } from '../athletes/athlete.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { roundTo, type MassUnit } from '../kernel/quantity.ts';
import { loadBar } from '../strength/plates.ts';

/** A load this gym can make, in its own unit. */
export interface GymLoad {
  readonly load: number;
  /** Plates on one side, heaviest first; absent where the load is no bar. */
  readonly perSide?: readonly number[] | undefined;
}

type Implement = 'bar' | 'hand' | 'stack';

const BARS: readonly string[] = ['barbell', 'trap bar', 'safety bar'];

const HAND_WEIGHTS: readonly string[] = ['db', 'kb'];

/** Dumbbells and kettlebells by the 2 kg or 5 lb, stacks and the rest by the 2.5 kg or 5 lb [D]. */
const STEPS: Readonly<Record<'hand' | 'stack', Readonly<Record<MassUnit, number>>>> = {
  hand: { kg: 2, lb: 5 },
  stack: { kg: 2.5, lb: 5 },
};

/** What the exercise is loaded with; where either will do, the bar if the gym has it. */
const implementOf = (exercise: Pick<Exercise, 'equipment'>, gym: Gym): Implement => {
  const group = exercise.equipment.find((items) => items.some((item) => [...BARS, ...HAND_WEIGHTS].includes(item)));
  if (group === undefined) return 'stack';
  const bars = group.filter((item) => BARS.includes(item));
  if (bars.length === 0) return 'hand';
  return bars.length === group.length || bars.some((bar) => gym.equipment.includes(bar)) ? 'bar' : 'hand';
};

/** A multiple of the step; `nearest` breaks a tie down. */
const roundToStep = (target: number, step: number, mode: 'down' | 'nearest'): number => {
  const below = Math.floor(target / step + 1e-9) * step;
  const isAboveNearer = below + step - target < target - below - 1e-9;
  return roundTo(mode === 'nearest' && isAboveNearer ? below + step : below, 2);
};

/**
 * The load for a target (R1.7), both in the gym's unit. `undefined` when the lightest there is would be heavier than the
 * target by more than 2.5 %: an empty bar that is too heavy is no light bar.
 */
export const loadInGym = (
  exercise: Pick<Exercise, 'equipment'>,
  gym: Gym,
  target: number,
  mode: 'down' | 'nearest',
): GymLoad | undefined => {
  const implement = implementOf(exercise, gym);
  if (implement !== 'bar') {
    const load = roundToStep(target, STEPS[implement][gym.unit], mode);
    return load > 0 ? { load } : undefined;
  }
  const { total, perSide, isBelowBar, plateGap } = loadBar({ target, bar: gym.bar, plates: gym.plates, mode });
  return isBelowBar && plateGap ? undefined : { load: total, perSide };
};

/** The heaviest load at or below a target, for warming up; the empty bar where even that is more. */
export const loadableAtMost = (exercise: Pick<Exercise, 'equipment'>, gym: Gym, target: number): number => {
  const implement = implementOf(exercise, gym);
  if (implement !== 'bar') return roundToStep(target, STEPS[implement][gym.unit], 'down');
  return loadBar({ target, bar: gym.bar, plates: gym.plates, mode: 'down' }).total;
};

/** The lightest load above one that this gym can make, in its own unit; `undefined` when everything is on the bar already. */
export const loadAbove = (exercise: Pick<Exercise, 'equipment'>, gym: Gym, load: number): number | undefined => {
  const implement = implementOf(exercise, gym);
  if (implement !== 'bar') {
    const step = STEPS[implement][gym.unit];
    return roundToStep(load + step, step, 'down');
  }
  const { total } = loadBar({ target: load + 0.01, bar: gym.bar, plates: gym.plates, mode: 'up' });
  return total > load ? total : undefined;
};
