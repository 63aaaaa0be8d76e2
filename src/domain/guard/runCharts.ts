import type { PlainDate } from '../kernel/plainDate.ts';
import {
  baselineOf,
  chartWidth,
  controlChart,
  meanOf,
  NEWEST_WEIGHT,
  type Baseline,
  type ChartPoint,
  type WorseSide,
} from './controlChart.ts';

/** An easy run that counts (R7): what it measured, and when. */
export interface EligibleRun {
  readonly on: PlainDate;
  readonly value: number;
}

/** One measure of an athlete's easy runs: where it gets worse, its least spread and the least shift that matters (R7.1, R7.2). */
export interface ChartKind {
  readonly worse: WorseSide;
  readonly leastSd: number;
  /** The smallest shift that matters, in the measure's unit, for a baseline. */
  readonly smallest: (baseline: Baseline) => number;
}

/** D1: ln of the efficiency factor. */
export const EF_CHART: ChartKind = {
  worse: 'lower',
  leastSd: 0.01,
  smallest: ({ sd }) => Math.max(0.01, 0.5 * sd),
};

/** D2: RPE of easy runs. */
export const RPE_CHART: ChartKind = { worse: 'upper', leastSd: 0.5, smallest: () => 0.5 };

export interface ChartedRun extends EligibleRun, ChartPoint {
  /** Beyond its limit, and the shift since the chart began is one that matters. */
  readonly isSignal: boolean;
}

export interface RunChart {
  readonly baseline: Baseline;
  /** The width of the limits that was used, in spreads. */
  readonly width: number;
  readonly runs: readonly ChartedRun[];
  /** Mean of the charted runs less the baseline; absent before the first. */
  readonly shift?: number | undefined;
  readonly signalOn?: PlainDate | undefined;
}

/**
 * A measure of the easy runs since something began, against those before it (R7.2). `undefined` while there are too few before: then
 * nothing can be said. `before` and `since` in order of date; `isEarlyRamp` widens the limits in the first three weeks of lifting.
 */
export const runChart = (
  kind: ChartKind,
  before: readonly EligibleRun[],
  since: readonly EligibleRun[],
  isEarlyRamp = false,
): RunChart | undefined => {
  const known = before.map(({ value }) => value);
  const baseline = baselineOf(known, kind.leastSd);
  if (baseline === undefined) return undefined;
  const width = chartWidth(known, isEarlyRamp);
  const points = controlChart(
    since.map(({ value }) => value),
    baseline,
    { worse: kind.worse, newest: NEWEST_WEIGHT, width },
  );
  const least = kind.smallest(baseline);
  const sign = kind.worse === 'lower' ? -1 : 1;
  const runs = since.flatMap((run, at): ChartedRun[] => {
    const point = points[at];
    if (point === undefined) return [];
    const upTo = since.slice(0, at + 1).map(({ value }) => value);
    const isWorse = sign * (meanOf(upTo) - baseline.mean) >= least - 1e-12;
    return [{ ...run, ...point, isSignal: point.isBeyond && isWorse }];
  });
  const shift = since.length === 0 ? undefined : meanOf(since.map(({ value }) => value)) - baseline.mean;
  return { baseline, width, runs, shift, signalOn: runs.find(({ isSignal }) => isSignal)?.on };
};
