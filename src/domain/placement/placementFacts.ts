import { SLOW_BETWEEN_LIFTS_H } from '../athletes/recovery.ts';
import { addDays, daysBetween, weekdayOf, type PlainDate } from '../kernel/plainDate.ts';
import { isAwayOn, type AwaySpan } from '../running/runningPlan.ts';
import type { RacePriority } from '../strength/taper.ts';
import type { ClosedTime, WeekToPlan } from './judge.ts';
import { liftLimit, strictest, type WeekStage } from './liftLimit.ts';
import {
  LIFT_HOURS,
  RUN_HOURS,
  type PlacedLift,
  type PlacedRun,
  type PlacedRunKind,
  type TimeOfDay,
} from './placedWeek.ts';
import type { PlacementPolicies } from './policies.ts';

export interface CalendarRun {
  readonly on: PlainDate;
  readonly kind: PlacedRunKind;
  readonly timeOfDay: TimeOfDay;
  readonly durationS?: number | undefined;
  readonly priority?: RacePriority | undefined;
}

/** A session of a program on its day. */
export interface CalendarLift {
  readonly sessionId: number;
  readonly name: string;
  readonly on: PlainDate;
  readonly timeOfDay: TimeOfDay;
  readonly minutes: number;
  /** Whether it loads the legs; sessions of the upper body and trunk alone are free (R6.1). */
  readonly isLower: boolean;
  readonly hasJumps: boolean;
  readonly isDone: boolean;
  /**
   * The phase and kind of its week. Absent for what does not count in how often the legs are lifted (H5): jumps alone, the upper body,
   * and sessions of a program that stands beside a plan.
   */
  readonly stage?: WeekStage | undefined;
  /** Why the coach has put it where a rule forbids it. */
  readonly reason?: string | undefined;
}

/** Days without lifts of the legs, both ends in it (H7), and why. */
export interface ClosedSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly reason: string;
}

/** Everything one athlete's lifts are placed by. Runs and lifts reach a week before and after the weeks that are planned. */
export interface PlacementFacts {
  readonly runs: readonly CalendarRun[];
  readonly lifts: readonly CalendarLift[];
  readonly closed: readonly ClosedSpan[];
  readonly away: readonly AwaySpan[];
  /** Minutes there are for lifting, Monday first. */
  readonly liftMinutes: readonly number[];
  /** Whether a run and a lift may stand on one day. */
  readonly twoADays: boolean;
  /** When this athlete would rather lift (S8). */
  readonly liftsAt?: TimeOfDay | undefined;
  /** How sore the legs were at their worst after lifts of the legs, 0 to 10, where that is known (S9). */
  readonly peakSoreness?: number | undefined;
  /** 50 or older, or new to lifting: 72 hours between lifts of the legs (H4). */
  readonly recoversSlowly: boolean;
}

/** A half of a day. */
export interface Place {
  readonly on: PlainDate;
  readonly timeOfDay: TimeOfDay;
}

/** The policies as they hold for this athlete. */
export const policiesFor = (
  { recoversSlowly }: Pick<PlacementFacts, 'recoversSlowly'>,
  policies: PlacementPolicies,
): PlacementPolicies =>
  recoversSlowly ? { ...policies, betweenLiftsH: Math.max(policies.betweenLiftsH, SLOW_BETWEEN_LIFTS_H) } : policies;

/** Hours from a Monday to where something begins. */
export const hourOf = ({ on, timeOfDay }: Place, monday: PlainDate, policies: PlacementPolicies): number =>
  24 * daysBetween(monday, on) + (timeOfDay === 'am' ? policies.morningH : policies.eveningH);

/** The half of a day that an hour of the week is in. */
export const placeAt = (startH: number, monday: PlainDate, policies: PlacementPolicies): Place => ({
  on: addDays(monday, Math.floor(startH / 24)),
  timeOfDay: startH % 24 === policies.morningH ? 'am' : 'pm',
});

export const hoursOfLift = ({ minutes }: Pick<CalendarLift, 'minutes'>): number =>
  minutes > 0 ? minutes / 60 : LIFT_HOURS;

export const placedLift = (lift: CalendarLift, monday: PlainDate, policies: PlacementPolicies): PlacedLift => {
  const startH = hourOf(lift, monday, policies);
  return {
    startH,
    endH: startH + hoursOfLift(lift),
    counts: lift.stage !== undefined,
    isForced: lift.reason !== undefined,
  };
};

const placedRun = (run: CalendarRun, monday: PlainDate, policies: PlacementPolicies): PlacedRun => {
  const startH = hourOf(run, monday, policies);
  const hours = run.durationS === undefined ? RUN_HOURS[run.kind] : run.durationS / 3600;
  return { kind: run.kind, startH, endH: startH + hours, priority: run.priority };
};

const closedTime = ({ from, to }: ClosedSpan, monday: PlainDate): ClosedTime => ({
  fromH: 24 * daysBetween(monday, from),
  toH: 24 * (daysBetween(monday, to) + 1),
});

export interface PlannedWeek {
  readonly week: WeekToPlan;
  /** The lifts of the legs that can be placed: those of this week that are not done, in their order. */
  readonly lifts: readonly CalendarLift[];
}

export const isInWeek = ({ on }: { readonly on: PlainDate }, monday: PlainDate): boolean =>
  on >= monday && on < addDays(monday, 7);

const byStart = (a: CalendarLift, b: CalendarLift): number =>
  a.on === b.on ? a.timeOfDay.localeCompare(b.timeOfDay) : a.on < b.on ? -1 : 1;

/** Where the lifts of the legs stood a week earlier (S7). */
const usualStarts = (facts: PlacementFacts, monday: PlainDate, policies: PlacementPolicies): readonly number[] => {
  const before = addDays(monday, -7);
  return facts.lifts
    .filter((lift) => lift.isLower && isInWeek(lift, before))
    .map((lift) => hourOf(lift, before, policies));
};

/** How many lifts of the legs a week may hold (H5): where programs meet, what the strictest of them allows. */
const limitOf = (
  facts: PlacementFacts,
  monday: PlainDate,
  { legLifts }: PlacementPolicies,
): Pick<WeekToPlan, 'limit'> => {
  const limit = strictest(
    facts.lifts.flatMap((lift) =>
      lift.stage !== undefined && isInWeek(lift, monday) ? [liftLimit(lift.stage, legLifts)] : [],
    ),
  );
  return limit === undefined ? {} : { limit };
};

/** One week as the solver and the judge know it. */
export const plannedWeek = (facts: PlacementFacts, monday: PlainDate, general: PlacementPolicies): PlannedWeek => {
  const policies = policiesFor(facts, general);
  const lower = facts.lifts.filter(({ isLower }) => isLower);
  const lifts = lower.filter((lift) => isInWeek(lift, monday) && !lift.isDone).toSorted(byStart);
  const standing = lower.filter((lift) => !isInWeek(lift, monday) || lift.isDone);
  const { liftsAt, peakSoreness } = facts;
  return {
    lifts,
    week: {
      runs: facts.runs.map((run) => placedRun(run, monday, policies)),
      standing: standing.map((lift) => placedLift(lift, monday, policies)),
      policies,
      closed: facts.closed.map((span) => closedTime(span, monday)),
      usualStartsH: usualStarts(facts, monday, policies),
      ...(liftsAt === undefined ? {} : { preferredH: liftsAt === 'am' ? policies.morningH : policies.eveningH }),
      ...(peakSoreness === undefined ? {} : { peakSoreness }),
      ...limitOf(facts, monday, policies),
      hasJumps: lifts.some(({ hasJumps }) => hasJumps),
    },
  };
};

/** Why a lift cannot stand in a half of a day, whatever runs there are (H5). */
export type Closure =
  | { readonly kind: 'away'; readonly away: AwaySpan }
  | { readonly kind: 'minutes'; readonly has: number; readonly needs: number }
  | { readonly kind: 'twoADays' };

export const closureOf = (facts: PlacementFacts, on: PlainDate, minutes: number): Closure | undefined => {
  const away = isAwayOn(facts.away, on);
  if (away !== undefined) return { kind: 'away', away };
  const has = facts.liftMinutes[weekdayOf(on) - 1] ?? 0;
  if (has < minutes) return { kind: 'minutes', has, needs: minutes };
  return !facts.twoADays && facts.runs.some((run) => run.on === on) ? { kind: 'twoADays' } : undefined;
};
