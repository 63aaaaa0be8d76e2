import type { LiftLimit } from './liftLimit.ts';
import { dayOf, WEEK_H, type PlacedLift, type PlacedRun } from './placedWeek.ts';
import type { PlacementPolicies } from './policies.ts';

/** What no plan that is offered may break (R6.1). */
export type HardRule = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'H7' | 'H8';

/** What makes one plan better than another (R6.1). */
export type SoftRule = 'S1' | 'S2' | 'S3' | 'S4' | 'S5' | 'S6' | 'S7' | 'S8' | 'S9';

export type DayContext = 'quality' | 'easy' | 'rest' | 'long';

/** A hard rule broken by a lift; `lift` counts from 0. */
export interface Violation {
  readonly rule: HardRule;
  readonly lift?: number | undefined;
  readonly gapH?: number | undefined;
  readonly leastH?: number | undefined;
  /** The run it is about. */
  readonly run?: PlacedRun | undefined;
  /** The day until which no lift of the legs is done, in hours (H7). */
  readonly untilH?: number | undefined;
  /** How many lifts of the legs the week may hold, and how many it holds (H5). */
  readonly limit?: LiftLimit | undefined;
  readonly count?: number | undefined;
}

/** A part of the cost of a plan. */
export interface CostPart {
  readonly rule: SoftRule;
  readonly lift: number;
  readonly cost: number;
  readonly gapH?: number | undefined;
  readonly day?: DayContext | undefined;
  /** Soreness to be expected, 0 to 10 (S9). */
  readonly soreness?: number | undefined;
}

export interface Judgement {
  readonly violations: readonly Violation[];
  readonly parts: readonly CostPart[];
  /** The sum of the parts; lower is better. */
  readonly cost: number;
}

/** A time without lifts of the legs: after a race, on red, while ill (H7). */
export interface ClosedTime {
  readonly fromH: number;
  readonly toH: number;
}

/** What a plan for one week is judged by. Runs and lifts of the neighbouring weeks belong to it: a Sunday's lift is before a Monday's run. */
export interface WeekToPlan {
  readonly runs: readonly PlacedRun[];
  /** Lifts that stand already, in this week or beside it. */
  readonly standing: readonly PlacedLift[];
  readonly policies: PlacementPolicies;
  readonly closed: readonly ClosedTime[];
  /** Where the lifts stood in the week before, hours from its Monday (S7). */
  readonly usualStartsH?: readonly number[] | undefined;
  /** Hours of a day at which this athlete would rather lift (S8). */
  readonly preferredH?: number | undefined;
  /** How sore the legs were at their worst after such sessions, 0 to 10 (S9). */
  readonly peakSoreness?: number | undefined;
  /** The lifts hold jumps of medium or high impact (H8). */
  readonly hasJumps?: boolean | undefined;
  /** How many lifts of the legs this week may hold, those that are done among them (H5). */
  readonly limit?: LiftLimit | undefined;
}

const JUMP_GAP_H = 48;
const TOO_SORE = 3;

const isKey = ({ kind }: PlacedRun): boolean => kind !== 'easy';

const isSameDay = (a: number, b: number): boolean => dayOf(a) === dayOf(b);

const overlaps = (run: PlacedRun, lift: PlacedLift): boolean => run.startH < lift.endH && lift.startH < run.endH;

const leastBefore = ({ kind, priority = 'C' }: PlacedRun, policies: PlacementPolicies): number =>
  kind === 'race' ? policies.beforeRaceH[priority] : policies.beforeKeyRunH;

const beforeKeyRuns = (lift: PlacedLift, index: number, { runs, policies }: WeekToPlan): readonly Violation[] => {
  const next = runs
    .filter((run) => isKey(run) && run.startH >= lift.startH)
    .map((run) => ({ run, gapH: run.startH - lift.endH, leastH: leastBefore(run, policies) }))
    .filter(({ gapH, leastH }) => gapH < leastH)
    .toSorted((a, b) => a.gapH - b.gapH);
  return next.slice(0, 1).map((one) => ({ rule: 'H1', lift: index, ...one }));
};

const afterRuns = (lift: PlacedLift, index: number, { runs, policies }: WeekToPlan): readonly Violation[] =>
  runs.flatMap((run): Violation[] => {
    if (overlaps(run, lift)) return [{ rule: 'H2', lift: index, run, gapH: 0, leastH: policies.afterEasyRunH }];
    if (!isSameDay(run.startH, lift.startH) || run.startH > lift.startH) return [];
    const leastH = isKey(run) ? policies.afterKeyRunH : policies.afterEasyRunH;
    const gapH = lift.startH - run.endH;
    return gapH < leastH ? [{ rule: 'H2', lift: index, run, gapH, leastH }] : [];
  });

/** Key runs later that day are H1's. */
const beforeLaterRuns = (lift: PlacedLift, index: number, { runs, policies }: WeekToPlan): readonly Violation[] =>
  runs.flatMap((run): Violation[] => {
    const gapH = run.startH - lift.endH;
    const isLater = isSameDay(run.startH, lift.startH) && gapH >= 0 && !isKey(run);
    return isLater && gapH < policies.beforeLaterRunH
      ? [{ rule: 'H3', lift: index, run, gapH, leastH: policies.beforeLaterRunH }]
      : [];
  });

const inClosedTime = (lift: PlacedLift, index: number, { closed }: WeekToPlan): readonly Violation[] =>
  closed
    .filter(({ fromH, toH }) => lift.startH < toH && lift.endH > fromH)
    .map(({ toH }) => ({ rule: 'H7', lift: index, untilH: toH }));

const jumps = (lift: PlacedLift, index: number, { runs, hasJumps }: WeekToPlan): readonly Violation[] => {
  if (hasJumps !== true) return [];
  const run = runs.find((one) => isKey(one) && dayOf(one.startH) === dayOf(lift.startH) + 1);
  return run === undefined ? [] : [{ rule: 'H8', lift: index, run }];
};

/** Start to start from each lift to the next one, whichever week that stands in. */
const gapsBetween = (
  lifts: readonly PlacedLift[],
  standing: readonly PlacedLift[],
): readonly { readonly lift: number; readonly gapH: number }[] => {
  const all = [
    ...lifts.map((one, lift) => ({ ...one, lift })),
    ...standing.map((one) => ({ ...one, lift: -1 })),
  ].toSorted((a, b) => a.startH - b.startH);
  return all.slice(1).flatMap((next, place) => {
    const before = all[place];
    if (before === undefined || (before.lift < 0 && next.lift < 0)) return [];
    return [{ lift: next.lift < 0 ? before.lift : next.lift, gapH: next.startH - before.startH }];
  });
};

const tooClose = (lifts: readonly PlacedLift[], { standing, policies, hasJumps }: WeekToPlan): readonly Violation[] =>
  gapsBetween(lifts, standing).flatMap(({ lift, gapH }): Violation[] => {
    if (gapH < policies.betweenLiftsH) return [{ rule: 'H4', lift, gapH, leastH: policies.betweenLiftsH }];
    return hasJumps === true && gapH < JUMP_GAP_H ? [{ rule: 'H8', lift, gapH, leastH: JUMP_GAP_H }] : [];
  });

const isThisWeek = ({ startH }: Pick<PlacedLift, 'startH'>): boolean => startH >= 0 && startH < WEEK_H;

/** How many lifts of a week count in its number: those that stand, and those that are placed. */
const counted = (lifts: readonly PlacedLift[], standing: readonly PlacedLift[]): number =>
  [...standing.filter(isThisWeek), ...lifts].filter(({ counts }) => counts === true).length;

/** What the coach has forced is beyond the limit before anything else; then the later ones of the week. */
const firstBeyond = (a: PlacedLift, b: PlacedLift): number =>
  Number(b.isForced === true) - Number(a.isForced === true) || b.startH - a.startH;

/** Which lifts are more than the week may hold (H5): by their place in `lifts`, in their order. */
export const beyondLimit = (
  lifts: readonly PlacedLift[],
  { standing, limit }: Pick<WeekToPlan, 'standing' | 'limit'>,
): readonly number[] => {
  if (limit === undefined) return [];
  return lifts
    .map((lift, at) => ({ lift, at }))
    .filter(({ lift }) => lift.counts === true)
    .toSorted((a, b) => firstBeyond(a.lift, b.lift))
    .slice(0, Math.max(0, counted(lifts, standing) - limit.most))
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
};

const tooMany = (lifts: readonly PlacedLift[], week: WeekToPlan): readonly Violation[] => {
  const { limit, standing } = week;
  return beyondLimit(lifts, week).map((lift) => ({ rule: 'H5', lift, limit, count: counted(lifts, standing) }));
};

const withoutRest = (lifts: readonly PlacedLift[], { runs, standing, policies }: WeekToPlan): readonly Violation[] => {
  const hard = [...runs.filter(isKey), ...lifts, ...standing].filter(isThisWeek);
  const hardDays = new Set(hard.map(({ startH }) => dayOf(startH)));
  return 7 - hardDays.size < policies.easyDays ? [{ rule: 'H6' }] : [];
};

const gapToNext = (lift: PlacedLift, runs: readonly PlacedRun[], kinds: readonly PlacedRun['kind'][]): number =>
  Math.min(
    ...runs.filter((run) => kinds.includes(run.kind) && run.startH >= lift.endH).map((run) => run.startH - lift.endH),
  );

const dayContext = ({ startH }: PlacedLift, runs: readonly PlacedRun[]): DayContext => {
  const today = runs.filter((run) => isSameDay(run.startH, startH));
  if (today.some(({ kind }) => kind === 'long')) return 'long';
  if (today.some(isKey)) return 'quality';
  return today.length > 0 ? 'easy' : 'rest';
};

const CONTEXT_COST: Readonly<Record<DayContext, number>> = { quality: 0, easy: 2, rest: 3, long: 4 };

/** How sore the legs will be so many hours after a session: all of its peak for a day, gone after five (S9). */
export const sorenessAfter = (peak: number, hours: number): number => {
  const curve: readonly (readonly [hours: number, share: number])[] = [
    [24, 1],
    [48, 0.9],
    [72, 0.5],
    [120, 0],
  ];
  const next = curve.findIndex(([at]) => hours <= at);
  if (next < 0) return 0;
  const [toH, toShare] = curve[next] ?? [24, 1];
  const before = curve[next - 1];
  if (before === undefined) return peak;
  const [fromH, fromShare] = before;
  return peak * (fromShare + ((toShare - fromShare) * (hours - fromH)) / (toH - fromH));
};

const soreParts = (lift: PlacedLift, index: number, { runs, peakSoreness }: WeekToPlan): readonly CostPart[] => {
  const gapH = gapToNext(lift, runs, ['quality', 'long', 'race']);
  if (peakSoreness === undefined || !Number.isFinite(gapH)) return [];
  const soreness = sorenessAfter(peakSoreness, gapH);
  return soreness > TOO_SORE ? [{ rule: 'S9', lift: index, cost: 5 * (soreness - TOO_SORE), gapH, soreness }] : [];
};

const USUAL_WITHIN_H = 1;

const habitParts = ({ startH }: PlacedLift, index: number, week: WeekToPlan): readonly CostPart[] => {
  const { usualStartsH, preferredH } = week;
  const isMoved = usualStartsH?.every((usual) => Math.abs(usual - startH) > USUAL_WITHIN_H) === true;
  const isOddHour = preferredH !== undefined && Math.abs((startH % 24) - preferredH) > USUAL_WITHIN_H;
  return [
    ...(isMoved && usualStartsH.length > 0 ? [{ rule: 'S7' as const, lift: index, cost: 1 }] : []),
    ...(isOddHour ? [{ rule: 'S8' as const, lift: index, cost: 1 }] : []),
  ];
};

const partsOf = (lift: PlacedLift, index: number, week: WeekToPlan): readonly CostPart[] => {
  const { runs } = week;
  const parts: CostPart[] = [];
  const toQuality = gapToNext(lift, runs, ['quality']);
  if (toQuality >= 24 && toQuality < 48)
    parts.push({ rule: 'S1', lift: index, gapH: toQuality, cost: (10 * (48 - toQuality)) / 24 });
  const toLong = gapToNext(lift, runs, ['long']);
  if (toLong >= 24 && toLong < 48)
    parts.push({ rule: 'S2', lift: index, gapH: toLong, cost: (8 * (48 - toLong)) / 24 });
  const toEasy = gapToNext(lift, runs, ['easy']);
  if (toEasy < 12) parts.push({ rule: 'S3', lift: index, gapH: toEasy, cost: (2 * (12 - toEasy)) / 12 });
  const day = dayContext(lift, runs);
  if (CONTEXT_COST[day] > 0) parts.push({ rule: 'S4', lift: index, day, cost: CONTEXT_COST[day] });
  for (const run of runs) {
    const gapH = lift.startH - run.endH;
    if (run.kind === 'easy' && isSameDay(run.startH, lift.startH) && gapH >= 3 && gapH < 6)
      parts.push({ rule: 'S6', lift: index, gapH, cost: (3 * (6 - gapH)) / 3 });
  }
  return [...parts, ...habitParts(lift, index, week), ...soreParts(lift, index, week)];
};

const betweenParts = (lifts: readonly PlacedLift[], { standing }: WeekToPlan): readonly CostPart[] =>
  gapsBetween(lifts, standing)
    .filter(({ gapH }) => gapH >= 48 && gapH < 72)
    .map(({ lift, gapH }) => ({ rule: 'S5', lift, gapH, cost: (3 * (72 - gapH)) / 24 }));

/** Everything there is to say for and against lifts of the legs at some places of a week (R6.1). */
export const judge = (lifts: readonly PlacedLift[], week: WeekToPlan): Judgement => {
  const each = (
    look: (lift: PlacedLift, index: number, among: WeekToPlan) => readonly Violation[],
  ): readonly Violation[] => lifts.flatMap((lift, index) => look(lift, index, week));
  const violations = [
    ...[beforeKeyRuns, afterRuns, beforeLaterRuns, inClosedTime, jumps].flatMap(each),
    ...tooClose(lifts, week),
    ...tooMany(lifts, week),
    ...withoutRest(lifts, week),
  ];
  const parts = [...lifts.flatMap((lift, index) => partsOf(lift, index, week)), ...betweenParts(lifts, week)];
  return { violations, parts, cost: parts.reduce((sum, { cost }) => sum + cost, 0) };
};
