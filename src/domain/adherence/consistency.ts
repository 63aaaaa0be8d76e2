/** A week's lifting: the least that works was done, it was missed, or it was excused or planned off. */
export type WeekMark = 'done' | 'missed' | 'frozen';

export const CONSISTENCY_BANDS = ['excellent', 'good', 'building', 'restart small'] as const;

export type ConsistencyBand = (typeof CONSISTENCY_BANDS)[number];

/** How many complete weeks the index looks at. */
export const CONSISTENCY_WEEKS = 12;
/** Of a week's planned lower-body sets, what makes it count. */
export const LEAST_SHARE_OF_SETS = 0.6;
const MOST_GAPS = 8;
const NEWEST_WEIGHT = 0.25;

/** Whether a week held the least that works (R10.2): a heavy lift, and six in ten of the planned lower-body sets. */
export const isMinimumDose = (week: {
  readonly heavyLifts: number;
  readonly lowerSetsDone: number;
  readonly lowerSetsPlanned: number;
}): boolean => week.heavyLifts >= 1 && week.lowerSetsDone >= LEAST_SHARE_OF_SETS * week.lowerSetsPlanned - 1e-9;

/**
 * Consistency of the last 12 weeks, 0 to 100 (R10.2 CI12); frozen weeks leave it. `undefined` when all are frozen, or the counts
 * do not fit into 12 weeks.
 */
export const consistencyIndex = (doneWeeks: number, frozenWeeks: number): number | undefined => {
  const counted = CONSISTENCY_WEEKS - frozenWeeks;
  if (!(doneWeeks >= 0) || !(frozenWeeks >= 0) || counted <= 0 || doneWeeks > counted) return undefined;
  return (100 * doneWeeks) / counted;
};

/** The word for a consistency index (R10.2). */
export const consistencyBand = (index: number): ConsistencyBand => {
  if (index >= 85) return 'excellent';
  if (index >= 70) return 'good';
  return index >= 50 ? 'building' : 'restart small';
};

/**
 * How even the days between lifts are, above 0 to 1 (R10.2): 1 / (1 + their coefficient of variation), of the newest 8.
 * `undefined` with fewer than two gaps or one of 0 or less.
 */
export const regularity = (gapsDays: readonly number[]): number | undefined => {
  const gaps = gapsDays.slice(-MOST_GAPS);
  if (gaps.length < 2 || !gaps.every((gap) => gap > 0)) return undefined;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1);
  return 1 / (1 + Math.sqrt(variance) / mean);
};

/** Weeks in a row with the minimum dose (R10.2). Frozen weeks neither break nor add. Weeks in order of date. */
export const streaks = (weeks: readonly WeekMark[]): { readonly longest: number; readonly current: number } => {
  let [longest, current] = [0, 0];
  for (const week of weeks) {
    if (week === 'frozen') continue;
    current = week === 'done' ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return { longest, current };
};

/** Moving mean of weekly shares, the newest counting a quarter (R10.2); starts at the first week. `undefined` without one. */
export const weeklyTrend = (shares: readonly number[]): number | undefined =>
  shares.length === 0
    ? undefined
    : shares.reduce((trend, share) => NEWEST_WEIGHT * share + (1 - NEWEST_WEIGHT) * trend);

/**
 * Wilson interval of done out of planned, each end 0 to 1 (R10.2); `z` 1.645 gives 90 %. `undefined` unless 0 ≤ done ≤ planned,
 * planned is 1 or more and z above 0.
 */
export const wilsonInterval = (done: number, planned: number, z: number): readonly [number, number] | undefined => {
  if (!(planned >= 1) || !(done >= 0) || done > planned || !(z > 0)) return undefined;
  const share = done / planned;
  const spread = z ** 2 / planned;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / planned + spread / (4 * planned));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
};
