/** What an athlete's own runs were like before: mean and spread of a measure, and of how many runs (R7.1). */
export interface Baseline {
  readonly mean: number;
  /** Of the sample, n − 1, and no smaller than its floor. */
  readonly sd: number;
  readonly runs: number;
}

/** A run in a control chart. */
export interface ChartPoint {
  /** Moving mean of the runs' distances from the baseline, in its spreads. */
  readonly z: number;
  /** How far `z` may be from 0, to both sides. */
  readonly limit: number;
  readonly isBeyond: boolean;
}

/** The side on which a measure gets worse. */
export type WorseSide = 'lower' | 'upper';

export interface ChartSettings {
  readonly worse: WorseSide;
  /** λ: the weight of the newest run. */
  readonly newest: number;
  /** How many spreads of the moving mean are ordinary. */
  readonly width: number;
}

export const NEWEST_WEIGHT = 0.2;
export const USUAL_WIDTH = 2.75;
/** While the legs are new to lifting some soreness is expected: weeks 1 to 3 (R7.4). */
export const RAMP_WIDTH = 3;
/** Runs that resemble the one before them alarm too often (R7.2). */
export const AUTOCORRELATED_WIDTH = 3.5;

export const LEAST_BASELINE = 8;
export const USUAL_BASELINE = 12;
export const MOST_BASELINE = 20;

const AUTOCORRELATED = 0.2;
const LEAST_FOR_AUTOCORRELATION = 20;

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const sdOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

/** Mean and spread of the newest runs before something began (R7.1): 8 to 20 of them, the spread no smaller than `leastSd`. */
export const baselineOf = (values: readonly number[], leastSd: number, most = USUAL_BASELINE): Baseline | undefined => {
  const newest = values.slice(-Math.min(most, MOST_BASELINE));
  if (newest.length < LEAST_BASELINE) return undefined;
  return { mean: meanOf(newest), sd: Math.max(leastSd, sdOf(newest)), runs: newest.length };
};

/** How much each run resembles the one before it: correlation at lag 1. `undefined` where nothing varies. */
export const autocorrelation = (values: readonly number[]): number | undefined => {
  const mean = meanOf(values);
  const all = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (values.length < 3 || all === 0) return undefined;
  return values.slice(1).reduce((sum, value, at) => sum + (value - mean) * ((values[at] ?? mean) - mean), 0) / all;
};

/** The width of the limits for an athlete (R7.2, R7.4). */
export const chartWidth = (baselineRuns: readonly number[], isEarlyRamp: boolean): number => {
  const resembles = baselineRuns.length >= LEAST_FOR_AUTOCORRELATION ? (autocorrelation(baselineRuns) ?? 0) : 0;
  if (resembles >= AUTOCORRELATED) return AUTOCORRELATED_WIDTH;
  return isEarlyRamp ? RAMP_WIDTH : USUAL_WIDTH;
};

/**
 * The limit of run `t`, counted from 1 (R7.2). The second term is for a baseline that is itself only known from some runs.
 */
export const chartLimit = (t: number, baselineRuns: number, { newest, width }: ChartSettings): number => {
  const left = 1 - newest;
  const moving = (newest / (2 - newest)) * (1 - left ** (2 * t));
  const estimated = (1 - left ** t) ** 2 / baselineRuns;
  return width * Math.sqrt(moving + estimated);
};

/** A control chart of runs against a baseline, in order (R7.2). It begins at 0: again after every action. */
export const controlChart = (
  values: readonly number[],
  baseline: Baseline,
  settings: ChartSettings,
): readonly ChartPoint[] => {
  let z = 0;
  return values.map((value, at) => {
    z = (settings.newest * (value - baseline.mean)) / baseline.sd + (1 - settings.newest) * z;
    const limit = chartLimit(at + 1, baseline.runs, settings);
    return { z, limit, isBeyond: settings.worse === 'lower' ? z < -limit : z > limit };
  });
};
