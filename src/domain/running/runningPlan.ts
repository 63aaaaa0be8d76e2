import type { RunKind, UsualDay } from '../athletes/athlete.ts';
import { addDays, daysBetween, weekdayOf, type PlainDate } from '../kernel/plainDate.ts';
import type { PlacedRunKind, TimeOfDay } from '../placement/placedWeek.ts';
import type { RacePriority } from '../strength/taper.ts';
import type { PlannedRun } from './plannedRuns.ts';

/** A run written for one day, in place of what the usual week has there. `rest`: no run on that day. */
export interface WrittenRun {
  readonly kind: 'rest' | 'easy' | 'quality' | 'long';
  /** Absent: when this athlete usually runs. */
  readonly timeOfDay?: TimeOfDay | undefined;
  /** Metres, above 0. */
  readonly distanceM?: number | undefined;
  /** Seconds, above 0. */
  readonly durationS?: number | undefined;
  /** How hard it is to be, RPE 1 to 10. */
  readonly targetRpe?: number | undefined;
  readonly title?: string | undefined;
  readonly notes?: string | undefined;
}

export interface WrittenRunOn extends WrittenRun {
  readonly on: PlainDate;
}

/** Days on which an athlete travels (runs, but has no gym) or is off (trains not at all); both ends are in it. */
export interface AwaySpan {
  readonly kind: 'travel' | 'off';
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly note: string;
}

interface PlanRace {
  readonly name: string;
  readonly racedOn: PlainDate;
  readonly distanceM?: number | undefined;
  readonly priority: RacePriority;
}

/** Everything that says what an athlete is to run. */
export interface RunningPlan {
  readonly usualWeek: readonly UsualDay[];
  /** When this athlete usually runs. */
  readonly runsAt: TimeOfDay;
  readonly written: readonly WrittenRunOn[];
  readonly away: readonly AwaySpan[];
  readonly races: readonly PlanRace[];
}

/** A run as it stands in the plan, and what put it there. */
export interface RunInPlan extends PlannedRun {
  readonly kind: PlacedRunKind;
  readonly timeOfDay: TimeOfDay;
  readonly source: 'usual' | 'written' | 'race';
  readonly title?: string | undefined;
  readonly notes?: string | undefined;
  /** Of a race. */
  readonly priority?: RacePriority | undefined;
}

export const isAwayOn = (spans: readonly AwaySpan[], on: PlainDate): AwaySpan | undefined =>
  spans.find(({ from, to }) => from <= on && on <= to);

const raceRuns = (races: readonly PlanRace[]): readonly RunInPlan[] =>
  races.map(({ racedOn, name, distanceM, priority }) => ({
    on: racedOn,
    kind: 'race',
    isKey: true,
    // Races are in the morning [D].
    timeOfDay: 'am',
    source: 'race',
    distanceM,
    title: name,
    priority,
  }));

const writtenRuns = (runs: readonly WrittenRunOn[], runsAt: TimeOfDay): readonly RunInPlan[] =>
  runs.flatMap(({ on, kind, timeOfDay = runsAt, ...rest }) =>
    kind === 'rest'
      ? []
      : [{ on, kind, isKey: kind !== 'easy', timeOfDay, source: 'written' as const, isWritten: true, ...rest }],
  );

const usualRun = (plan: RunningPlan, on: PlainDate): readonly RunInPlan[] => {
  const day = plan.usualWeek.find(({ weekday }) => weekday === weekdayOf(on));
  if (day === undefined || day.run === 'rest') return [];
  const { run: kind, distanceM } = day;
  return [{ on, kind, isKey: kind !== 'easy', timeOfDay: plan.runsAt, source: 'usual', distanceM }];
};

/**
 * What stands in the plan on the days of a span, both ends in it. What is written for a day stands in place of the usual week; so does a
 * race, beside which only what was written for that day is run. Off, nobody runs as usual; what was written all the same is kept.
 */
export const runsInPlan = (plan: RunningPlan, from: PlainDate, to: PlainDate): readonly RunInPlan[] => {
  const written = Map.groupBy(plan.written, ({ on }) => on);
  const races = Map.groupBy(plan.races, ({ racedOn }) => racedOn);
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at)).flatMap((on) => {
    const [own, raced] = [written.get(on), races.get(on)];
    if (own !== undefined || raced !== undefined) {
      return [...raceRuns(raced ?? []), ...writtenRuns(own ?? [], plan.runsAt)];
    }
    return isAwayOn(plan.away, on)?.kind === 'off' ? [] : usualRun(plan, on);
  });
};

const HARDEST: readonly RunKind[] = ['long', 'quality', 'easy'];

/**
 * The usual week as it stands in one week, for whoever knows a run a day: the hardest of a day's runs with the distance of all of them. The day
 * of a race stays as it usually is: the race is told beside it.
 */
export const weekAsPlanned = (plan: RunningPlan, monday: PlainDate): readonly UsualDay[] => {
  const runs = Map.groupBy(runsInPlan(plan, monday, addDays(monday, 6)), ({ on }) => on);
  return plan.usualWeek.map((day): UsualDay => {
    const all = runs.get(addDays(monday, day.weekday - 1)) ?? [];
    if (all.some(({ kind }) => kind === 'race')) return day;
    const run = HARDEST.find((kind) => all.some((one) => one.kind === kind)) ?? 'rest';
    const isKnown = all.length > 0 && all.every(({ distanceM }) => distanceM !== undefined);
    const distanceM = isKnown ? all.reduce((sum, { distanceM: far = 0 }) => sum + far, 0) : undefined;
    return { ...day, run, distanceM };
  });
};
