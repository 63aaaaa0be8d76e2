import { roundTo } from '../kernel/quantity.ts';

/** One warm-up set. The load is a number in the gym's own unit. */
export interface WarmUpSet {
  readonly load: number;
  readonly reps: number;
}

type Step = readonly [fraction: number, reps: number];

const LIGHT_STEPS: readonly Step[] = [
  [0.4, 5],
  [0.6, 3],
  [0.8, 2],
];

const HEAVY_STEPS: readonly Step[] = [
  [0.4, 5],
  [0.6, 3],
  [0.75, 2],
  [0.9, 1],
];

/** From this share of the maximum on, a single at 90 % of the work load is added (R1.8). */
const HEAVY_INTENSITY = 0.85;

/** Steps this close, as a share of the work load, are not worth a set. */
const LEAST_GAP_SHARE = 0.05;

const EMPTY_BAR_REPS = 8;

const isTooClose = (a: number, b: number, workLoad: number): boolean => a - b <= LEAST_GAP_SHARE * workLoad + 1e-9;

/**
 * The specific warm-up before the first work set (R1.8), with the loads this gym can make: `loadable` gives the heaviest
 * load at or below a target. `bar` is 0 where there is no empty bar to start with. Loads rise and stay below the work load.
 */
export const warmUpRampOf = (input: {
  readonly workLoad: number;
  readonly bar: number;
  /** Planned share of the one-rep max, 0 to 1. */
  readonly intensity: number;
  readonly loadable: (target: number) => number;
}): readonly WarmUpSet[] => {
  const { workLoad, bar } = input;
  if (!(workLoad > bar)) return [];
  const ramp: WarmUpSet[] = bar > 0 ? [{ load: bar, reps: EMPTY_BAR_REPS }] : [];
  for (const [fraction, reps] of input.intensity >= HEAVY_INTENSITY - 1e-9 ? HEAVY_STEPS : LIGHT_STEPS) {
    const load = input.loadable(fraction * workLoad);
    const previous = ramp.at(-1)?.load ?? 0;
    if (isTooClose(load, previous, workLoad) || isTooClose(workLoad, load, workLoad)) continue;
    ramp.push({ load, reps });
  }
  return ramp;
};

/** The warm-up where every multiple of `step` can be loaded (R1.8). */
export const warmUpRamp = (input: {
  readonly workLoad: number;
  readonly bar: number;
  readonly step: number;
  readonly intensity: number;
}): readonly WarmUpSet[] =>
  warmUpRampOf({
    ...input,
    loadable: (target) => roundTo(Math.floor(target / input.step + 1e-9) * input.step, 2),
  });
