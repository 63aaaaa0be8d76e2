import type { RunKind, UsualDay } from '../athletes/athlete.ts';
import { WEEKDAYS, type Weekday } from '../kernel/plainDate.ts';

/** Two lifting days, the first for session A, and what they cost in the terms of R6.1. */
export interface LiftDayPair {
  readonly days: readonly [Weekday, Weekday];
  readonly cost: number;
  /** Hours between the two where they are nearest. */
  readonly apartH: number;
}

/** R6.1 defaults: runs start at 07:00, lifts run from 18:00 to 18:45. */
const RUN_START_H = 7;
const LIFT_START_H = 18;
const LIFT_H = 0.75;
const LEAST_LIFT_MINUTES = 30;
const LEAST_GAP_H = 48;

/** S4: what a lift costs by the run of its day; "hard days hard". */
const DAY_COST: Readonly<Record<RunKind, number>> = { quality: 0, easy: 2, rest: 3, long: 4 };

const isKey = (run: RunKind): boolean => run === 'quality' || run === 'long';

/** Days from one weekday to the next such day, 1 to 7, the week being a circle. */
const daysTo = (from: Weekday, to: Weekday): number => ((to - from + 6) % 7) + 1;

/** Hours from the end of an evening lift to the start of a morning run. */
const gapH = (lift: Weekday, run: Weekday): number => daysTo(lift, run) * 24 + RUN_START_H - LIFT_START_H - LIFT_H;

/** S1 and S2: a key run less than 48 h after a lift. Only the next run of each kind is felt. */
const keyRunCost = (lift: Weekday, week: readonly UsualDay[], run: RunKind, weight: number): number => {
  const gaps = week.filter((day) => day.run === run).map((day) => gapH(lift, day.weekday));
  const next = Math.min(...gaps);
  return next < 48 ? (weight * (48 - next)) / 24 : 0;
};

const dayCost = (lift: UsualDay, week: readonly UsualDay[]): number =>
  DAY_COST[lift.run] + keyRunCost(lift.weekday, week, 'quality', 10) + keyRunCost(lift.weekday, week, 'long', 8);

/** H1 and availability: time to lift, and no key run within 24 hours. */
const canLiftOn = (day: UsualDay, week: readonly UsualDay[]): boolean =>
  day.liftMinutes >= LEAST_LIFT_MINUTES &&
  week.every((other) => !isKey(other.run) || gapH(day.weekday, other.weekday) >= 24);

/** H6: a day with neither lift nor key run is left. */
const leavesRest = (days: readonly Weekday[], week: readonly UsualDay[]): boolean => {
  const hard = new Set([...days, ...week.filter((day) => isKey(day.run)).map((day) => day.weekday)]);
  return hard.size < WEEKDAYS.length;
};

/** S5: two lifts less than 72 hours apart. */
const spacingCost = (apartH: number): number => (apartH < 72 ? (3 * (72 - apartH)) / 24 : 0);

const pairOf = (a: UsualDay, b: UsualDay, week: readonly UsualDay[]): LiftDayPair | undefined => {
  const apartH = Math.min(daysTo(a.weekday, b.weekday), daysTo(b.weekday, a.weekday)) * 24;
  if (apartH < LEAST_GAP_H || !leavesRest([a.weekday, b.weekday], week)) return undefined;
  const [costA, costB] = [dayCost(a, week), dayCost(b, week)];
  const days: readonly [Weekday, Weekday] = costB < costA ? [b.weekday, a.weekday] : [a.weekday, b.weekday];
  return { days, cost: costA + costB + spacingCost(apartH), apartH };
};

/**
 * Every pair of evenings that fits an ordinary week, cheapest first, ties earlier in the week (R6.1 with lifts in the
 * evening and runs in the morning; the soreness, habit and time-of-day costs are left to the scheduler). Empty when no pair fits.
 */
export const liftDayPairs = (usualWeek: readonly UsualDay[]): readonly LiftDayPair[] => {
  const free = usualWeek
    .filter((day) => canLiftOn(day, usualWeek))
    .toSorted((one, other) => one.weekday - other.weekday);
  return free
    .flatMap((a, index) => free.slice(index + 1).map((b) => pairOf(a, b, usualWeek)))
    .filter((pair) => pair !== undefined)
    .toSorted((one, other) => one.cost - other.cost);
};

/**
 * The days of sessions A and B (R6.2): the evening of a quality day first, then a day at least 48 hours apart; else Tuesday and
 * Friday. Whoever wants more hours between them has them where the week does.
 */
export const chooseWeekdays = (
  usualWeek: readonly UsualDay[],
  wantedGapH: number = LEAST_GAP_H,
): readonly [Weekday, Weekday] => {
  const pairs = liftDayPairs(usualWeek);
  const chosen = pairs.find(({ apartH }) => apartH >= wantedGapH) ?? pairs[0];
  return chosen?.days ?? [2, 5];
};
