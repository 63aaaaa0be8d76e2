import { rungFrom } from '../exercises/rung.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { massIn, massToKg, roundTo } from '../kernel/quantity.ts';
import { fail, ok } from '../kernel/result.ts';
import { isFineStep } from '../progression/loggedSet.ts';
import { applyChange } from './change.ts';
import { LIMITS } from './cellLimits.ts';
import { deloaded } from './deloadWeek.ts';
import type { Prescription } from './program.ts';
import { isWithinChart, raisedBy } from './progressCaps.ts';
import type { PatternOf } from './progressPattern.ts';
import {
  laneOf,
  type Held,
  type Lane,
  type OpenWeek,
  type PlannedCell,
  type RowOutcome,
  type RowStart,
} from './progressRows.ts';

type ExerciseAt = (key: string) => Exercise | undefined;

interface StepTo {
  readonly sets: readonly Prescription[];
  readonly held?: string | undefined;
}

/**
 * A row week by week: the week it stands in stays, each later one is a step on, and a deload takes from what was lifted last without
 * counting as a step (R2.6).
 */
const stepped = (
  row: RowStart,
  weeks: readonly OpenWeek[],
  next: (before: readonly Prescription[], steps: number) => StepTo,
): RowOutcome => {
  const cells = new Map<number, PlannedCell>();
  const held: Held[] = [];
  let sets = row.sets;
  let steps = 0;
  for (const { number, kind } of weeks) {
    if (number === row.week || row.closed.has(number)) continue;
    if (kind === 'deload') {
      cells.set(number, sets.map(deloaded));
      continue;
    }
    steps += 1;
    const to = next(sets, steps);
    ({ sets } = to);
    cells.set(number, sets);
    if (to.held !== undefined) held.push({ week: number, reason: to.held });
  }
  return ok({ cells, held });
};

const NO_LOAD: Readonly<Record<Exclude<Lane, 'share' | 'load'>, string>> = {
  effort: 'written by effort: its load goes up with the athlete',
  rm: 'as heavy as its repetitions allow: it names no load to add to',
  mvc: 'a share of the strongest effort, which is a fixed dose',
  contacts: 'counted in contacts: it has no load to add to',
  hold: 'held for time: it has no load to add to',
  carry: 'carried without a load',
  reps: 'done with body weight: it has no load to add to',
  open: 'names no load to add to',
  mixed: 'its sets are loaded in different ways',
};

const TOO_HEAVY = `held: no cell takes more than ${LIMITS.loadKg} kg`;

const lightestKg = (sets: readonly Prescription[]): number =>
  Math.min(...sets.map(({ basis }) => (basis.kind === 'load' ? basis.loadKg : Infinity)));

const coarseText = (step: string, sets: readonly Prescription[]): string => {
  const { basis } = sets.find((one) => one.basis.kind === 'load') ?? { basis: undefined };
  const unit = basis?.kind === 'load' ? (basis.unit ?? 'kg') : 'kg';
  const load = basis?.kind === 'load' ? roundTo(massIn(unit, basis.loadKg), 2) : 0;
  return `${step} is more than a tenth of ${load} ${unit}: repetitions first`;
};

/** So much more load each week (R2.1 linear); a step above a tenth of the load is too coarse (R2.4). */
export const planLoad = (pattern: PatternOf<'load'>, row: RowStart, weeks: readonly OpenWeek[]): RowOutcome => {
  const lane = laneOf(row.sets);
  if (lane === 'share') return fail('written in per cent: add per cent, or write it in kilograms');
  if (lane !== 'load') return fail(NO_LOAD[lane]);
  const { by, unit } = pattern;
  if (!isFineStep(lightestKg(row.sets), massToKg(unit, by))) return fail(coarseText(`${by} ${unit}`, row.sets));
  return stepped(row, weeks, (before, steps) => {
    const after = applyChange(row.sets, { steps: [{ of: 'load', by: roundTo(by * steps, 4), unit }], extras: {} });
    return after.ok ? { sets: after.value } : { sets: before, held: TOO_HEAVY };
  });
};

/** Points more each week, held at what the repetitions allow (R1.2); of a load so many per cent, down to whole plates. */
export const planPercent = (pattern: PatternOf<'percent'>, row: RowStart, weeks: readonly OpenWeek[]): RowOutcome => {
  const lane = laneOf(row.sets);
  if (lane !== 'share' && lane !== 'load' && lane !== 'mvc') return fail(NO_LOAD[lane]);
  return stepped(row, weeks, (before, steps) => {
    const raised = row.sets.map((one) => raisedBy(one, pattern.by * steps) ?? { one });
    const sets = raised.map(({ one }) => one);
    const isTooHeavy = sets.some(({ basis }) => basis.kind === 'load' && basis.loadKg > LIMITS.loadKg);
    if (isTooHeavy) return { sets: before, held: TOO_HEAVY };
    return { sets, held: raised.find(({ held }) => held !== undefined)?.held };
  });
};

const HOLD_STEP_S = 5;
/** A hold that long is ready for the next rung (R2.8). */
const MOST_HOLD_S = 45;

/** The next rung of the ladder; `undefined` at its end. */
const rungUp = (one: Prescription, row: RowStart, exerciseAt: ExerciseAt): Prescription | undefined => {
  const rung = one.basis.kind === 'bodyweight' ? (one.basis.rung ?? 0) : 0;
  const { exercise } = row;
  if (exercise === undefined || rung >= LIMITS.rung) return undefined;
  const isHigher = rungFrom(exercise, rung + 1, exerciseAt).key !== rungFrom(exercise, rung, exerciseAt).key;
  if (!isHigher) return undefined;
  return { ...one, basis: rung + 1 === 0 ? { kind: 'bodyweight' } : { kind: 'bodyweight', rung: rung + 1 } };
};

const LADDER_END = 'held: the ladder has no rung above it';

/**
 * A step of the load with the low end of the repetitions again; nothing, and why, where there is none. By effort fewer repetitions are
 * heavier by themselves.
 */
const raisedLoad = (
  one: Prescription,
  pattern: PatternOf<'double'>,
  row: RowStart,
  exerciseAt: ExerciseAt,
): { readonly one?: Prescription | undefined; readonly held?: string | undefined } => {
  const low = { ...one, reps: pattern.fromReps };
  const lane = laneOf([one]);
  if (lane === 'share') {
    const raised = raisedBy(low, pattern.points);
    return raised?.held === undefined ? { one: raised?.one } : { held: raised.held };
  }
  if (lane === 'load') {
    const { by, unit } = pattern;
    const step = `${by} ${unit}`;
    if (!isFineStep(lightestKg([one]), massToKg(unit, by))) return { held: `held: ${coarseText(step, [one])}` };
    const after = applyChange([low], { steps: [{ of: 'load', by, unit }], extras: {} });
    return after.ok ? { one: after.value[0] } : { held: TOO_HEAVY };
  }
  if (lane !== 'reps') return { one: low };
  const up = rungUp(low, row, exerciseAt);
  return up === undefined ? { held: LADDER_END } : { one: up };
};

const doubleStep = (one: Prescription, pattern: PatternOf<'double'>, row: RowStart, exerciseAt: ExerciseAt): StepTo => {
  const { repsTo: _repsTo, ...rest } = one;
  // A range begins at its low end.
  const reps = one.reps ?? pattern.fromReps;
  const more = { ...rest, reps: reps + 1 };
  if (reps < pattern.toReps && isWithinChart(more)) return { sets: [more] };
  const raised = raisedLoad(rest, pattern, row, exerciseAt);
  return raised.one === undefined ? { sets: [rest], held: raised.held } : { sets: [raised.one] };
};

const holdStep = (one: Prescription, row: RowStart, exerciseAt: ExerciseAt): StepTo => {
  const holdS = one.holdS ?? MOST_HOLD_S;
  if (holdS < MOST_HOLD_S) return { sets: [{ ...one, holdS: Math.min(MOST_HOLD_S, holdS + HOLD_STEP_S) }] };
  const up = rungUp({ ...one, holdS: Math.min(MOST_HOLD_S, row.sets[0]?.holdS ?? holdS) }, row, exerciseAt);
  return up === undefined ? { sets: [one], held: LADDER_END } : { sets: [up] };
};

const NO_DOUBLE: Readonly<Partial<Record<Lane, string>>> = {
  rm: 'as heavy as its repetitions allow',
  mvc: NO_LOAD.mvc,
  contacts: 'counted in contacts, not in repetitions',
  carry: 'carried for metres, not for repetitions',
  open: 'names no load to raise after its repetitions',
  mixed: NO_LOAD.mixed,
};

/** The repetitions a row moves in: its own range where it is written with one. */
const rangeOf = ({ sets: [one] }: RowStart, pattern: PatternOf<'double'>): PatternOf<'double'> | undefined => {
  if (one?.reps === undefined) return undefined;
  return one.repsTo === undefined ? pattern : { ...pattern, fromReps: one.reps, toReps: one.repsTo };
};

const outsideText = ({ sets: [one] }: RowStart, { fromReps, toReps }: PatternOf<'double'>): string | undefined => {
  const reps = one?.reps ?? fromReps;
  return reps < fromReps || reps > toReps
    ? `its ${reps} repetitions are not between ${fromReps} and ${toReps}`
    : undefined;
};

/**
 * Double progression as a plan (R2.1): repetitions first, then the load, a rung for body weight (R2.8), and the low end again, in a
 * row's own range where it has one. Holds rise by 5 s up to 45 s, then a rung. Written by effort, the load follows by itself when the
 * repetitions fall.
 */
export const planDouble = (
  pattern: PatternOf<'double'>,
  row: RowStart,
  weeks: readonly OpenWeek[],
  exerciseAt: ExerciseAt,
): RowOutcome => {
  const lane = laneOf(row.sets);
  const alone = NO_DOUBLE[lane];
  if (alone !== undefined) return fail(alone);
  if (row.sets.length > 1) return fail('its sets differ: one kind of set is needed');
  const isHold = lane === 'hold';
  const basis = row.sets[0]?.basis.kind;
  if (isHold && basis !== 'bodyweight' && basis !== 'open')
    return fail('held for time by effort: it has no rung to climb');
  const range = isHold ? pattern : rangeOf(row, pattern);
  if (range === undefined) return fail('has no repetitions to raise');
  const outside = isHold ? undefined : outsideText(row, range);
  if (outside !== undefined) return fail(outside);
  return stepped(row, weeks, ([before]) => {
    if (before === undefined) return { sets: [] };
    return isHold ? holdStep(before, row, exerciseAt) : doubleStep(before, range, row, exerciseAt);
  });
};
