import { fail, ok } from '../kernel/result.ts';
import { deloaded } from './deloadWeek.ts';
import type { Prescription } from './program.ts';
import { raisedBy } from './progressCaps.ts';
import type { PatternOf } from './progressPattern.ts';
import {
  deloadEdits,
  laneOf,
  type Held,
  type OpenWeek,
  type PatternPlan,
  type PlannedCell,
  type ProgressScope,
  type RowOutcome,
  type RowStart,
} from './progressRows.ts';

type Wave = PatternOf<'wave'>;

interface WaveWeek {
  readonly week: OpenWeek;
  readonly isDeload: boolean;
  /** Weeks into the wave, from 0; of a deload, that of the wave's second week. */
  readonly place: number;
  /** Waves before this one. */
  readonly wave: number;
}

/** Weeks that rise and a deload after them. A week already marked deload ends its wave. */
const layOut = (weeks: readonly OpenWeek[], { weeksUp }: Wave): readonly WaveWeek[] => {
  let place = 0;
  let wave = 0;
  return weeks.map((week) => {
    if (week.kind === 'deload' || place === weeksUp) {
      const ended: WaveWeek = { week, isDeload: true, place: 1, wave };
      place = 0;
      wave += 1;
      return ended;
    }
    place += 1;
    return { week, isDeload: false, place: place - 1, wave };
  });
};

/** Heavy sets of fewer than two are singles, which no wave plans (R2.3). */
const LEAST_REPS = 2;
const LEAST_RM = 2;
const MOST_RPE = 9;
const RPE_STEP = 0.5;
/** Where repetitions and holds without a load go up a rung instead (R2.8). */
const MOST_REPS = { bothLegs: 12, oneLeg: 10 };
const MOST_HOLD_S = 45;
const HOLD_STEP_S = 5;
/** Contacts rise by a fifth a week at most (R2.7). */
const LARGEST_CONTACT_RISE = 1.2;

const fewerReps = (one: Prescription, by: number): Prescription => {
  const less = (reps: number): number => Math.max(Math.min(reps, LEAST_REPS), reps - by);
  if (one.reps === undefined || one.holdS !== undefined) return one;
  const to = one.repsTo === undefined ? {} : { repsTo: less(one.repsTo) };
  return { ...one, reps: less(one.reps), ...to };
};

const harder = (one: Prescription, steps: number): Prescription => {
  const { basis } = one;
  const rise = steps * RPE_STEP;
  const most = Math.min(MOST_RPE, one.rpeCap ?? MOST_RPE);
  if (basis.kind === 'rpe')
    return { ...one, basis: { ...basis, rpe: Math.max(basis.rpe, Math.min(most, basis.rpe + rise)) } };
  if (basis.kind !== 'rir') return one;
  return { ...one, basis: { ...basis, rir: Math.min(basis.rir, Math.max(10 - most, basis.rir - rise)) } };
};

/** What has no load rises by what it is counted in: a repetition, five seconds, a contact a set. */
const more = (one: Prescription, row: RowStart, steps: number): Prescription => {
  if (one.contacts !== undefined) {
    let contacts = one.contacts;
    for (let step = 0; step < steps && contacts + 1 <= contacts * LARGEST_CONTACT_RISE; step += 1) contacts += 1;
    return { ...one, contacts };
  }
  if (one.holdS !== undefined)
    return { ...one, holdS: Math.max(one.holdS, Math.min(MOST_HOLD_S, one.holdS + steps * HOLD_STEP_S)) };
  if (one.reps === undefined) return one;
  const isOneSided = one.isPerSide === true || row.exercise?.isUnilateral === true;
  const top = isOneSided ? MOST_REPS.oneLeg : MOST_REPS.bothLegs;
  const raise = (reps: number): number => Math.max(reps, Math.min(top, reps + steps));
  const to = one.repsTo === undefined ? {} : { repsTo: raise(one.repsTo) };
  return { ...one, reps: raise(one.reps), ...to };
};

const inWave = (
  one: Prescription,
  row: RowStart,
  pattern: Wave,
  { place, wave }: Pick<WaveWeek, 'place' | 'wave'>,
): { readonly one: Prescription; readonly held?: string | undefined } => {
  const less = fewerReps(one, place * pattern.fewerReps);
  const lane = laneOf([one]);
  if (lane === 'share' || lane === 'load')
    return raisedBy(less, place * pattern.rise + wave * pattern.nextRise) ?? { one: less };
  if (lane === 'effort') return { one: harder(less, place) };
  const { basis } = one;
  if (basis.kind !== 'rm') return { one: more(one, row, place + wave) };
  const rm = Math.max(Math.min(basis.rm, LEAST_RM), basis.rm - place * pattern.fewerReps);
  return { one: { ...less, basis: { kind: 'rm', rm } } };
};

const ALONE: Readonly<Partial<Record<ReturnType<typeof laneOf>, string>>> = {
  mvc: 'a share of the strongest effort, which is a fixed dose',
  carry: 'carried without a load',
  open: 'names no load for a wave',
};

const rowInWave = (row: RowStart, pattern: Wave, weeks: readonly WaveWeek[]): RowOutcome => {
  const alone = ALONE[laneOf(row.sets)];
  if (alone !== undefined) return fail(alone);
  const cells = new Map<number, PlannedCell>();
  const held: Held[] = [];
  for (const { week, isDeload, ...at } of weeks) {
    if (row.closed.has(week.number)) continue;
    const raised = row.sets.map((one) => inWave(one, row, pattern, at));
    const sets = raised.map(({ one }) => one);
    cells.set(week.number, isDeload ? sets.map(deloaded) : sets);
    const reason = raised.find((one) => one.held !== undefined)?.held;
    if (reason !== undefined && !isDeload) held.push({ week: week.number, reason });
  }
  return ok({ cells, held });
};

/**
 * Waves (R2.1): heavier with fewer repetitions from week to week, then a deload of the second week's dose (R2.6), then the next wave a
 * little higher. An effort rises by a half a week; what has no load rises by what it is counted in.
 */
export const planWave = (pattern: Wave, { weeks, rows }: ProgressScope): PatternPlan => {
  const laid = layOut(weeks, pattern);
  return {
    weekEdits: deloadEdits(laid.filter(({ isDeload }) => isDeload).map(({ week }) => week)),
    outcomes: rows.map((row) => rowInWave(row, pattern, laid)),
  };
};
