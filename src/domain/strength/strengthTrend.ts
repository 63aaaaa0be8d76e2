import { daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import { retention } from './retention.ts';
import { estimateOfSet, type MaxEstimate, type TrainedSet } from './setEstimate.ts';
import { DAY_CV } from './setUncertainty.ts';

/** One day of one lift. `testedKg` is a one-rep max tested that day. */
export interface TrendObservation {
  readonly performedOn: PlainDate;
  readonly sets: readonly TrainedSet[];
  readonly testedKg?: number | undefined;
}

/** What a day with an eligible set says, and where the trend stands after it. Kilograms; `sessionCv` is a fraction. */
export interface TrendPoint {
  readonly performedOn: PlainDate;
  /** The day's own estimate. */
  readonly sessionKg: number;
  readonly sessionCv: number;
  readonly trendKg: number;
  /** 90 % interval of the trend. */
  readonly lowKg: number;
  readonly highKg: number;
  /** Too far off to be believed: the trend did not move, the coach is to be asked (R1.5 typo guard). */
  readonly isOutlier: boolean;
  /** The trend before this day's sets, with what a long gap has taken; absent on the first day. */
  readonly beforeKg?: number | undefined;
}

export interface TrendOptions {
  /** R1.4: 1 for barbell lifts, more for others. */
  readonly exerciseFactor?: number | undefined;
  /** Days whose odd value the coach has confirmed: the guard lets them pass. */
  readonly confirmedOn?: ReadonlySet<PlainDate> | undefined;
}

/** The trend between days: mean and variance of ln(e1RM). */
interface TrendState {
  readonly mean: number;
  readonly variance: number;
  readonly on: PlainDate;
}

/** Drift of true strength, as a variance of ln(e1RM) a day: 0.0035 per √day, about 1.9 % in four weeks (R1.5). */
const DRIFT_VARIANCE = 0.0035 ** 2;

const Z_90 = 1.645;

const OUTLIER_SDS = 3;

const LEAST_SHARE_OF_MAX = 0.6;

/** Odd days in a row that agree with each other are no typing error [D]: the trend starts again from the last of them. */
const AGREEING_OUTLIERS = 3;

const isPositive = (value: number | undefined): value is number => value !== undefined && value > 0;

/** The two highest set estimates of a day as one value (R1.5); the day's own variation is shared and cannot average away. */
const sessionValue = (estimates: readonly MaxEstimate[]): MaxEstimate | undefined => {
  let [best, second]: [MaxEstimate | undefined, MaxEstimate | undefined] = [undefined, undefined];
  for (const estimate of estimates) {
    if (best === undefined || estimate.e1rmKg > best.e1rmKg) [best, second] = [estimate, best];
    else if (second === undefined || estimate.e1rmKg > second.e1rmKg) second = estimate;
  }
  if (best === undefined) return undefined;
  const shareOf = (value: number, estimate: MaxEstimate | undefined): number =>
    estimate === undefined ? 0 : value / estimate.cv ** 2;
  const weight = shareOf(1, best) + shareOf(1, second);
  const e1rmKg = (shareOf(best.e1rmKg, best) + shareOf(second?.e1rmKg ?? 0, second)) / weight;
  return { e1rmKg, cv: Math.max(DAY_CV, 1 / Math.sqrt(weight)) };
};

/**
 * A set that stopped short, nobody knows how far, says what the athlete can do at least [D]: below what is known already it says
 * nothing, and must not pull the trend down.
 */
const saysNothing = (set: TrainedSet, { e1rmKg }: MaxEstimate, currentKg: number | undefined): boolean =>
  set.stoppedShort === true && set.rpe === undefined && currentKg !== undefined && e1rmKg < currentKg;

/** What a day says about the maximum; a tested one says it best. `undefined` without an eligible set. */
const observe = (
  observation: TrendObservation,
  currentKg: number | undefined,
  exerciseFactor: number,
): MaxEstimate | undefined => {
  if (isPositive(observation.testedKg)) return { e1rmKg: observation.testedKg, cv: DAY_CV };
  const leastKg = currentKg === undefined ? 0 : LEAST_SHARE_OF_MAX * currentKg;
  const estimates = observation.sets
    .filter((set) => set.loadKg >= leastKg)
    .flatMap((set) => {
      const estimate = estimateOfSet(set, exerciseFactor);
      return estimate === undefined || saysNothing(set, estimate, currentKg) ? [] : estimate;
    });
  return sessionValue(estimates);
};

/** The state carried to a later day: less sure with time, and weaker after more than three weeks off (R1.5, R2.13). */
const carryTo = (state: TrendState, on: PlainDate): TrendState => {
  const days = Math.max(0, daysBetween(state.on, on));
  return { mean: state.mean + Math.log(retention(days)), variance: state.variance + DRIFT_VARIANCE * days, on };
};

const startFrom = (value: MaxEstimate, on: PlainDate): TrendState => ({
  mean: Math.log(value.e1rmKg),
  variance: value.cv ** 2,
  on,
});

const update = (carried: TrendState, value: MaxEstimate): TrendState => {
  const gain = carried.variance / (carried.variance + value.cv ** 2);
  return {
    mean: carried.mean + gain * (Math.log(value.e1rmKg) - carried.mean),
    variance: (1 - gain) * carried.variance,
    on: carried.on,
  };
};

const isTooFar = (carried: TrendState, value: MaxEstimate): boolean =>
  Math.abs(Math.log(value.e1rmKg) - carried.mean) > OUTLIER_SDS * Math.sqrt(carried.variance + value.cv ** 2);

const agree = (values: readonly MaxEstimate[]): boolean =>
  values.every((one) => values.every((other) => !isTooFar(startFrom(one, '' as PlainDate), other)));

const pointOf = (
  state: TrendState,
  value: MaxEstimate,
  isOutlier: boolean,
  beforeKg: number | undefined,
  on: PlainDate,
): TrendPoint => {
  const spread = Z_90 * Math.sqrt(state.variance);
  return {
    performedOn: on,
    sessionKg: value.e1rmKg,
    sessionCv: value.cv,
    trendKg: Math.exp(state.mean),
    lowKg: Math.exp(state.mean - spread),
    highKg: Math.exp(state.mean + spread),
    isOutlier,
    ...(beforeKg === undefined ? {} : { beforeKg }),
  };
};

/** Takes one day after another, in order of date; answers with the day's point, if it yields one. */
type TrendFollower = (observation: TrendObservation) => TrendPoint | undefined;

/**
 * Estimated one-rep max of one lift over time (R1.5), day by day: a random walk of ln(e1RM), filtered, with its 90 % interval.
 * Days without an eligible set yield no point and move nothing. A day too far off the trend is marked and moves nothing, unless
 * the coach has confirmed it or three such days in a row agree with each other [D].
 */
export const followTrend = (options: TrendOptions = {}): TrendFollower => {
  let state: TrendState | undefined;
  let doubted: MaxEstimate[] = [];
  return (observation) => {
    const on = observation.performedOn;
    const carried = state === undefined ? undefined : carryTo(state, on);
    const beforeKg = carried === undefined ? undefined : Math.exp(carried.mean);
    const value = observe(observation, beforeKg, options.exerciseFactor ?? 1);
    if (value === undefined) return undefined;
    const isDoubted = carried !== undefined && options.confirmedOn?.has(on) !== true && isTooFar(carried, value);
    doubted = isDoubted ? [...doubted, value].slice(-AGREEING_OUTLIERS) : [];
    const startsAgain = doubted.length === AGREEING_OUTLIERS && agree(doubted);
    if (isDoubted && !startsAgain) return pointOf(carried, value, true, beforeKg, on);
    if (startsAgain) doubted = [];
    state = carried === undefined || startsAgain ? startFrom(value, on) : update(carried, value);
    return pointOf(state, value, false, beforeKg, on);
  };
};

/** The trend of days that are all there, in any order: one point for each day with an eligible set, in order of date. */
export const strengthTrend = (
  observations: readonly TrendObservation[],
  options: TrendOptions = {},
): readonly TrendPoint[] => {
  const follow = followTrend(options);
  return observations
    .toSorted((a, b) => daysBetween(b.performedOn, a.performedOn))
    .flatMap((observation) => follow(observation) ?? []);
};

/** The newest point before a day that the trend believed: what was known when the day's loads were chosen. Points in order of date. */
export const trendBefore = (points: readonly TrendPoint[], day: PlainDate): TrendPoint | undefined =>
  points.findLast((point) => !point.isOutlier && daysBetween(point.performedOn, day) > 0);
