import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { Pattern } from '../../domain/exercises/exercise.ts';
import { addDays, daysBetween, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { distanceIn, massIn, roundTo, type DistanceUnit, type MassUnit } from '../../domain/kernel/quantity.ts';

export type StrengthAgainstRunning = OutputOf<Contract['analysis']['strengthAgainstRunning']>;
export type LiftTrend = StrengthAgainstRunning['lifts'][number];

/** A run of weeks of one lift without a long gap: drawn as one line. Values in the athlete's unit. */
export interface LineSegment {
  readonly id: string;
  readonly exerciseKey: string;
  readonly exercise: string;
  readonly pattern: Pattern;
  /** The last of its lift, which bears the lift's name. */
  readonly isLast: boolean;
  readonly first: number;
  readonly last: number;
}

/** One week as the chart draws it. `values` and `bands` are by segment id. */
export interface ChartWeek {
  readonly index: number;
  readonly startsOn: PlainDate;
  readonly easyRun: number;
  readonly keyRun: number;
  readonly run: number;
  readonly runs: number;
  readonly lowerHardSets: number;
  readonly otherHardSets: number;
  readonly hardSets: number;
  readonly liftSessions: number;
  readonly values: Readonly<Record<string, number>>;
  readonly bands: Readonly<Record<string, readonly [number, number]>>;
  readonly isDeload: boolean;
  readonly block?: string | undefined;
  readonly races: readonly StrengthAgainstRunning['races'][number][];
  readonly pain: readonly StrengthAgainstRunning['pain'][number][];
  readonly guard: readonly StrengthAgainstRunning['guard'][number][];
  /** What was to be run, where the week was planned. */
  readonly plannedRun?: number | undefined;
}

/** After three weeks without a value strength is no longer known well enough to draw through (R2.13). */
const LONGEST_BRIDGE_WEEKS = 3;

interface WeekValue {
  readonly index: number;
  readonly trend: number;
  readonly low: number;
  readonly high: number;
}

const lastOfEachWeek = (lift: LiftTrend, firstMonday: PlainDate, weeks: number, unit: MassUnit): WeekValue[] => {
  const byWeek = new Map<number, WeekValue>();
  for (const point of lift.points) {
    const index = Math.floor(daysBetween(firstMonday, point.on) / 7);
    if (index < 0 || index >= weeks) continue;
    const inUnit = (massKg: number): number => roundTo(massIn(unit, massKg), 1);
    byWeek.set(index, { index, trend: inUnit(point.trendKg), low: inUnit(point.lowKg), high: inUnit(point.highKg) });
  }
  return [...byWeek.values()];
};

const inSegments = (values: readonly WeekValue[]): WeekValue[][] => {
  const segments: WeekValue[][] = [];
  for (const value of values) {
    const current = segments.at(-1);
    const before = current?.at(-1);
    if (current !== undefined && before !== undefined && value.index - before.index <= LONGEST_BRIDGE_WEEKS)
      current.push(value);
    else segments.push([value]);
  }
  return segments;
};

export interface ChartRows {
  readonly weeks: readonly ChartWeek[];
  readonly segments: readonly LineSegment[];
}

/** Everything the panels draw, week by week, in the athlete's own units. */
export const chartRows = (
  data: StrengthAgainstRunning,
  shownLifts: ReadonlySet<string>,
  massUnit: MassUnit,
  distanceUnit: DistanceUnit,
): ChartRows => {
  const firstMonday = data.weeks[0]?.startsOn;
  if (firstMonday === undefined) return { weeks: [], segments: [] };
  const values = new Map<number, Record<string, number>>();
  const bands = new Map<number, Record<string, readonly [number, number]>>();
  const segments: LineSegment[] = [];
  for (const lift of data.lifts) {
    if (!shownLifts.has(lift.exerciseKey)) continue;
    const found = inSegments(lastOfEachWeek(lift, firstMonday, data.weeks.length, massUnit));
    found.forEach((segment, number) => {
      const id = `${lift.exerciseKey}#${number}`;
      segments.push({
        id,
        exerciseKey: lift.exerciseKey,
        exercise: lift.exercise,
        pattern: lift.pattern,
        isLast: number === found.length - 1,
        first: segment[0]?.index ?? 0,
        last: segment.at(-1)?.index ?? 0,
      });
      for (const { index, trend, low, high } of segment) {
        values.set(index, { ...values.get(index), [id]: trend });
        bands.set(index, { ...bands.get(index), [id]: [low, high] });
      }
    });
  }
  const plannedByWeek = new Map(data.programWeeks.map((week) => [week.startsOn, week]));
  const inDistance = (distanceM: number): number => roundTo(distanceIn(distanceUnit, distanceM), 1);
  const weeks = data.weeks.map((week, index): ChartWeek => {
    const planned = plannedByWeek.get(week.startsOn);
    const within = (on: PlainDate): boolean => on >= week.startsOn && on < addDays(week.startsOn, 7);
    return {
      index,
      startsOn: week.startsOn,
      easyRun: inDistance(week.runM - week.keyRunM),
      keyRun: inDistance(week.keyRunM),
      run: inDistance(week.runM),
      runs: week.runs,
      lowerHardSets: week.lowerHardSets,
      otherHardSets: week.hardSets - week.lowerHardSets,
      hardSets: week.hardSets,
      liftSessions: week.liftSessions,
      values: values.get(index) ?? {},
      bands: bands.get(index) ?? {},
      isDeload: planned?.kind === 'deload',
      block: planned?.block,
      races: data.races.filter((race) => within(race.racedOn)),
      pain: data.pain.filter((report) => within(report.on)),
      guard: data.guard.filter(({ on }) => within(on)),
      plannedRun: week.plannedRunM === undefined ? undefined : inDistance(week.plannedRunM),
    };
  });
  return { weeks, segments };
};

/** The value of a lift in a week, whichever piece of its line it lies on. */
export const liftValueIn = (week: ChartWeek, exerciseKey: string): number | undefined => {
  const found = Object.entries(week.values).find(([id]) => id.startsWith(`${exerciseKey}#`));
  return found?.[1];
};

export const liftBandIn = (week: ChartWeek, exerciseKey: string): readonly [number, number] | undefined => {
  const found = Object.entries(week.bands).find(([id]) => id.startsWith(`${exerciseKey}#`));
  return found?.[1];
};

const COLOURS: Partial<Record<Pattern, string>> = {
  squat: 'var(--squat)',
  hinge: 'var(--hinge)',
  lunge: 'var(--lunge)',
  push: 'var(--push)',
  pull: 'var(--pull)',
  calf: 'var(--calf)',
};

/** A pattern's colour, the same everywhere. */
export const patternColour = (pattern: Pattern): string => COLOURS[pattern] ?? 'var(--ink-quiet)';

/** A second lift of the same pattern is told apart by its dashes, not by another colour. */
export const dashOf = (lifts: readonly LiftTrend[], exerciseKey: string): string | undefined => {
  const lift = lifts.find((one) => one.exerciseKey === exerciseKey);
  const place = lifts
    .filter((one) => one.pattern === lift?.pattern)
    .findIndex((one) => one.exerciseKey === exerciseKey);
  return [undefined, '5 3', '2 3', '8 3 2 3'][Math.max(0, place) % 4];
};
