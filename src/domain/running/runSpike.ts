/** How much longer a run is than the longest of the 30 days before it (R4.4). */
export const SPIKES = ['none', 'small', 'moderate', 'large', 'unknown'] as const;

export type Spike = (typeof SPIKES)[number];

/** Most metres that are suggested to somebody of whom no run is known. */
const FIRST_RUN_M = 5000;
const SHARE_OF_LAST_KNOWN = 0.6;

/** In tenths, so that 19.8 of 18 km is compared exactly. */
const isAbove = (distanceM: number, longestM: number, tenths: number): boolean =>
  Math.round(10 * distanceM) > Math.round(tenths * longestM);

/**
 * The step from the longest run of the last 30 days to a run, metres (R4.4): up to 1.10 none, to 1.30 small, to 2.00 moderate,
 * above large; `unknown` where no run is known in those days. Seen in groups of runners, no proof for one.
 */
export const spikeOf = (distanceM: number, longest30M: number | undefined): Spike => {
  if (longest30M === undefined || !(longest30M > 0)) return 'unknown';
  if (isAbove(distanceM, longest30M, 20)) return 'large';
  if (isAbove(distanceM, longest30M, 13)) return 'moderate';
  return isAbove(distanceM, longest30M, 11) ? 'small' : 'none';
};

/**
 * The longest run to suggest, whole metres (R4.4): a tenth more than the longest of 30 days; with none in those days six tenths of
 * the last known one, and no more than 5 km where nothing is known.
 */
export const suggestedLongestM = (longest30M: number | undefined, lastKnownM: number | undefined): number => {
  if (longest30M !== undefined && longest30M > 0) return Math.floor((longest30M * 11) / 10);
  if (lastKnownM !== undefined && lastKnownM > 0) return Math.floor(lastKnownM * SHARE_OF_LAST_KNOWN);
  return FIRST_RUN_M;
};

export interface TwoWeekRise {
  /** Mean of the last two weeks over the two before; absent where those had no running. */
  readonly ratio?: number | undefined;
  readonly isSteep: boolean;
}

const STEEP = 1.3;

/** Two weeks of running against the two before, metres a week (R4.4): above 1.30 is worth a look. */
export const twoWeekRise = (before: readonly [number, number], last: readonly [number, number]): TwoWeekRise => {
  const [was, is] = [before[0] + before[1], last[0] + last[1]];
  if (!(was > 0)) return { isSteep: false };
  return { ratio: is / was, isSteep: is > STEEP * was };
};
