import { roundTo } from '../kernel/quantity.ts';
import { meanOf } from './controlChart.ts';
import { decouplingSupports, LEAST_LONG_RUNS } from './detectors.ts';
import type { EligibleRun } from './runCharts.ts';

/** D9: how the long runs decouple since lifting began, against those before. It supports what others say; alone it is nothing. */
export interface Decoupling {
  /** The last two decouple by more than 3 points more than they used to. */
  readonly isWorse: boolean;
  /** Mean of the runs before, per cent, and how many they are. */
  readonly usualPct: number;
  readonly before: number;
  /** The last two, in order, per cent. */
  readonly lastPct: readonly number[];
}

/** Nothing with fewer than four long runs before, or none since. */
export const longRunDecoupling = (
  before: readonly EligibleRun[],
  since: readonly EligibleRun[],
): Decoupling | undefined => {
  if (before.length < LEAST_LONG_RUNS || since.length === 0) return undefined;
  const values = (runs: readonly EligibleRun[]): readonly number[] => runs.map(({ value }) => value);
  return {
    isWorse: decouplingSupports(values(before), values(since)),
    usualPct: meanOf(values(before)),
    before: before.length,
    lastPct: values(since).slice(-2),
  };
};

const percent = (value: number): string => `${roundTo(value, 1)} %`.replace('-', '−');

/** What is said of it, or what it would need. */
export const decouplingText = (found: Decoupling | undefined): string => {
  if (found === undefined)
    return 'needs the decoupling of four runs of an hour or more before lifting began, and of one since, noted in the log';
  const { lastPct, usualPct, before, isWorse } = found;
  const what = `${lastPct.map(percent).join(', ')} on the last ${lastPct.length === 1 ? 'long run' : 'two long runs'}, against ${percent(usualPct)} of ${before} before`;
  return isWorse ? `${what}: supports what the others say, alone it is nothing` : what;
};
