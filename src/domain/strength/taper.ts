import { addDays, type PlainDate } from '../kernel/plainDate.ts';

/** How much a race matters: the season's goal, an important one, a rehearsal. */
export type RacePriority = 'A' | 'B' | 'C';

export const RACE_DISTANCES = ['5k', '10k', 'half', 'marathon'] as const;

export type RaceDistance = (typeof RACE_DISTANCES)[number];

/** Days of a heavy lower-body session; without a first day, any before the last will do. */
export interface HeavyWindow {
  readonly firstOn?: PlainDate | undefined;
  readonly lastOn: PlainDate;
}

/** The nearest of the distances that the rule names; the boundaries are half-way [D]. */
export const raceDistanceOf = (distanceM: number): RaceDistance => {
  if (distanceM <= 7500) return '5k';
  if (distanceM <= 15_000) return '10k';
  return distanceM <= 30_000 ? 'half' : 'marathon';
};

/** Shares of the usual hard sets by days before an A race, the nearest window first (R2.12). */
const TAPER_SHARES: readonly (readonly [mostDaysBefore: number, share: number])[] = [
  [7, 0.4],
  [14, 0.6],
  [21, 0.8],
];

const LAST_HEAVY_DAYS: Readonly<Record<RacePriority, number>> = { A: 7, B: 5, C: 3 };

/** The last heavy session before an A race should not lie further back than this, or the stimulus is gone. */
const FIRST_HEAVY_DAYS_A = 10;

/** Days from a race to the first heavy lift of the legs; the coach may set others. */
export type AfterRaceDays = Readonly<Record<RaceDistance, number>>;

export const AFTER_RACE_DAYS: AfterRaceDays = { '5k': 2, '10k': 3, half: 5, marathon: 10 };

const LONGEST_BETWEEN_HEAVY = 10;

/**
 * Hard sets so many days before an A race (R2.12): intensity stays, volume falls. Rounds down. The whole number of usual sets
 * more than 21 days before; `undefined` for negative days or sets.
 */
export const taperSets = (usualHardSets: number, daysBefore: number): number | undefined => {
  if (!(usualHardSets >= 0) || !(daysBefore >= 0)) return undefined;
  const share = TAPER_SHARES.find(([most]) => daysBefore <= most)?.[1] ?? 1;
  return Math.floor(usualHardSets * share + 1e-9);
};

/** When the last heavy lower-body session before a race lies (R2.12). */
export const lastHeavyWindow = (racedOn: PlainDate, priority: RacePriority): HeavyWindow => {
  const lastOn = addDays(racedOn, -LAST_HEAVY_DAYS[priority]);
  return priority === 'A' ? { firstOn: addDays(racedOn, -FIRST_HEAVY_DAYS_A), lastOn } : { lastOn };
};

/** The first day for a heavy lower-body lift after a race (R2.12), if soreness is 2 or less by then. */
export const firstHeavyAfter = (
  racedOn: PlainDate,
  distance: RaceDistance,
  days: AfterRaceDays = AFTER_RACE_DAYS,
): PlainDate => addDays(racedOn, days[distance]);

/** Whether the gap between two heavy sessions is too long to keep strength in season (R2.12). */
export const isMaintenanceLapse = (daysBetweenHeavy: number): boolean => daysBetweenHeavy > LONGEST_BETWEEN_HEAVY;
