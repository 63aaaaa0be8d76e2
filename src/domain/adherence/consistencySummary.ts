import { daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import { CONSISTENCY_WEEKS, regularity, streaks, weeklyTrend, wilsonInterval, type WeekMark } from './consistency.ts';
import type { WeekOutcome } from './plannedAgainstDone.ts';
import { consistencyOf, setsToCount, weekMark, type Consistency } from './weekDose.ts';

/** One week as it is shown. `open`: this week, which may still count. */
export interface WeekShown {
  readonly mark: WeekMark | 'open';
  readonly planned: number;
  readonly done: number;
  /** 0 to 1 (R10.1); absent when nothing was planned. */
  readonly share?: number | undefined;
}

/** The smallest thing that helps next (R10.2). Never a reproach. */
export type NextAction =
  | { readonly tag: 'noProgram' }
  | { readonly tag: 'nothingPlanned' }
  | { readonly tag: 'weekCounts' }
  /** One lift a week for a while: begin again small. */
  | { readonly tag: 'onceAWeek'; readonly sets: number }
  | { readonly tag: 'lift'; readonly sets: number; readonly sessionId: number };

export interface ConsistencySummary {
  /** Complete weeks, oldest first. */
  readonly weeks: readonly WeekShown[];
  readonly thisWeek: WeekShown;
  /** Of the last twelve complete weeks; absent when nothing was planned in them. */
  readonly consistency?: Consistency | undefined;
  readonly streak: { readonly current: number; readonly longest: number };
  /** Planned sessions of the last twelve weeks, and those done; 90 % interval of the share, absent without a planned one. */
  readonly planned: number;
  readonly done: number;
  readonly interval?: readonly [number, number] | undefined;
  /** 0 to 1 (R10.2); absent with fewer than two gaps. */
  readonly regularity?: number | undefined;
  /** 0 to 1 (R10.2), over all weeks that had a plan. */
  readonly trend?: number | undefined;
  readonly next: NextAction;
}

const Z_90 = 1.645;

const shown = ({ sessions, share, dose }: WeekOutcome): WeekShown & { readonly mark: WeekMark } => ({
  mark: weekMark(dose),
  planned: sessions.length,
  done: sessions.filter(({ isDone }) => isDone).length,
  share,
});

const asOpen = (week: WeekShown): WeekShown => (week.mark === 'missed' ? { ...week, mark: 'open' } : week);

const gapsOf = (days: readonly PlainDate[]): readonly number[] =>
  days.slice(1).flatMap((day, at) => {
    const before = days[at];
    return before === undefined || before === day ? [] : daysBetween(before, day);
  });

const nextAction = (now: WeekOutcome, hasProgram: boolean, band: Consistency['band'] | undefined): NextAction => {
  if (!hasProgram) return { tag: 'noProgram' };
  if (now.sessions.length === 0) return { tag: 'nothingPlanned' };
  if (weekMark(now.dose) === 'done') return { tag: 'weekCounts' };
  const sets = setsToCount(now.dose);
  const next = now.sessions.find(({ isDone }) => !isDone);
  if (band === 'restart small' || next === undefined) return { tag: 'onceAWeek', sets };
  return { tag: 'lift', sets, sessionId: next.sessionId };
};

/**
 * How steadily an athlete lifts (R10.2): index of the last twelve complete weeks, streaks (this week counts once it is done,
 * and is never a miss before it is over), share of planned sessions done, regularity and trend. Weeks and days in order of date.
 */
export const consistencySummary = (input: {
  readonly weeks: readonly WeekOutcome[];
  readonly thisWeek: WeekOutcome;
  readonly liftDays: readonly PlainDate[];
  readonly hasProgram: boolean;
}): ConsistencySummary => {
  const weeks = input.weeks.map(shown);
  const thisWeek = asOpen(shown(input.thisWeek));
  const newest = weeks.slice(-CONSISTENCY_WEEKS);
  const planned = newest.reduce((total, week) => total + week.planned, 0);
  const done = newest.reduce((total, week) => total + week.done, 0);
  const consistency = consistencyOf(newest.map(({ mark }) => mark));
  return {
    weeks,
    thisWeek,
    consistency,
    streak: streaks([...weeks.map(({ mark }) => mark), ...(thisWeek.mark === 'done' ? ['done' as const] : [])]),
    planned,
    done,
    interval: wilsonInterval(done, planned, Z_90),
    regularity: regularity(gapsOf(input.liftDays)),
    trend: weeklyTrend(weeks.flatMap(({ share }) => share ?? [])),
    next: nextAction(input.thisWeek, input.hasProgram, consistency?.band),
  };
};
