import { normalBelow } from '../kernel/normal.ts';
import { meanOf, sdOf } from './controlChart.ts';
import { atLeastByChance, moreMissesByChance } from './exactTests.ts';

/** What a detector says: nothing, worth a look, or act on it. */
export type Alarm = 'none' | 'amber' | 'red';

/** Done over planned distance of two weeks (R7.3 D3): below 0.85 amber, below 0.70 red. `undefined` without a plan. */
export const volumeAlarm = (
  plannedM: number,
  doneM: number,
): { readonly share: number; readonly alarm: Alarm } | undefined => {
  if (!(plannedM > 0) || !(doneM >= 0)) return undefined;
  const share = doneM / plannedM;
  return { share, alarm: share < 0.7 ? 'red' : share < 0.85 ? 'amber' : 'none' };
};

const LEAST_MISS_RATE = 0.05;
const LEAST_PLANNED = 5;

/**
 * Runs missed or cut in 14 days against the athlete's own rate (R7.3 D4): chance of so many or more ≤ 0.05 amber, ≤ 0.01 red.
 * `undefined` with fewer than 5 planned runs.
 */
export const missedAlarm = (
  missed: number,
  planned: number,
  usualRate: number,
): { readonly chance: number; readonly alarm: Alarm } | undefined => {
  if (planned < LEAST_PLANNED) return undefined;
  const chance = atLeastByChance(missed, planned, Math.min(0.95, Math.max(LEAST_MISS_RATE, usualRate)));
  if (chance === undefined) return undefined;
  return { chance, alarm: chance <= 0.01 ? 'red' : chance <= 0.05 ? 'amber' : 'none' };
};

export interface MissedAfterLifts {
  readonly missedAfter: number;
  readonly plannedAfter: number;
  readonly missedElse: number;
  readonly plannedElse: number;
}

const LEAST_AFTER_LIFT = 6;

/** Misses within 48 h after a lift against the other planned runs of 8 weeks (R7.3 D5). `undefined` with fewer than 6 after lifts. */
export const afterLiftAlarm = ({
  missedAfter,
  plannedAfter,
  missedElse,
  plannedElse,
}: MissedAfterLifts): { readonly chance: number; readonly alarm: Alarm } | undefined => {
  if (plannedAfter < LEAST_AFTER_LIFT) return undefined;
  const chance = moreMissesByChance(missedAfter, plannedAfter, missedElse, plannedElse);
  if (chance === undefined) return undefined;
  return { chance, alarm: chance <= 0.02 ? 'red' : chance <= 0.1 && missedAfter >= 2 ? 'amber' : 'none' };
};

const LEAST_EF_AFTER = 4;
const LEAST_EF_ELSE = 6;

/** The smallest change of the efficiency factor that matters (R7.2), as a share. */
export const SMALLEST_EF_CHANGE = 0.01;

/** The chance that a measured loss, as a share with its standard error, is more than what matters (R7.3 D6). */
export const chanceOfLoss = (change: number, error: number, smallest = SMALLEST_EF_CHANGE): number | undefined =>
  error > 0 ? normalBelow((-change - smallest) / error) : undefined;

/**
 * ln EF of easy runs 6 to 36 h after a lift against the others (R7.3 D6): a chance of 0.90 or more that they are worse by more than
 * 1 % is amber. `undefined` with fewer than 4 of the one or 6 of the other.
 */
export const efAfterLiftAlarm = (
  afterLift: readonly number[],
  others: readonly number[],
): { readonly change: number; readonly chance: number; readonly alarm: Alarm } | undefined => {
  if (afterLift.length < LEAST_EF_AFTER || others.length < LEAST_EF_ELSE) return undefined;
  const change = meanOf(afterLift) - meanOf(others);
  const error = Math.sqrt(sdOf(afterLift) ** 2 / afterLift.length + sdOf(others) ** 2 / others.length);
  const chance = chanceOfLoss(change, error) ?? (-change > SMALLEST_EF_CHANGE ? 1 : 0);
  return { change, chance, alarm: chance >= 0.9 ? 'amber' : 'none' };
};

/** So many key runs are looked at (R7.3 D7). */
export const KEY_RUNS = 3;

/** Of the last three key runs within 72 h of a lift, how many failed (R7.3 D7): two amber, three red. */
export const keyRunAlarm = (
  failed: readonly boolean[],
): { readonly failed: number; readonly alarm: Alarm } | undefined => {
  const last = failed.slice(-KEY_RUNS);
  if (last.length < KEY_RUNS) return undefined;
  const count = last.filter(Boolean).length;
  return { failed: count, alarm: count === KEY_RUNS ? 'red' : count === 2 ? 'amber' : 'none' };
};

/** How sore the legs were 48 h after lifts, 0 to 10, in order (R7.3 D8). */
export const sorenessAlarm = (at48h: readonly number[]): Alarm => {
  const [before, last] = at48h.length < 2 ? [undefined, at48h[0]] : at48h.slice(-2);
  if (last === undefined) return 'none';
  if (last >= 7) return 'red';
  return last >= 5 || (last >= 4 && before !== undefined && before >= 4) ? 'amber' : 'none';
};

const DECOUPLED_BY = 3;
/** Long runs that are asked for before (R7.3 D9). */
export const LEAST_LONG_RUNS = 4;

/** Long runs that decouple by 3 points more than they used to, twice running (R7.3 D9). Supports others; alone it is nothing. */
export const decouplingSupports = (before: readonly number[], last: readonly number[]): boolean =>
  before.length >= LEAST_LONG_RUNS &&
  last.length >= 2 &&
  last.slice(-2).every((percent) => percent > meanOf(before) + DECOUPLED_BY);

const RPE_ABOVE = 2;
const EASY_RUNS = 4;

/** Easy runs felt 2 or more harder than planned on two of the last four (R7.3 D10). `undefined` with fewer than four. */
export const harderThanPlanned = (
  rpeAbovePlan: readonly number[],
): { readonly runs: number; readonly alarm: Alarm } | undefined => {
  const last = rpeAbovePlan.slice(-EASY_RUNS);
  if (last.length < EASY_RUNS) return undefined;
  const runs = last.filter((above) => above >= RPE_ABOVE).length;
  return { runs, alarm: runs >= 2 ? 'amber' : 'none' };
};
