import type { Exercise } from '../exercises/exercise.ts';
import { massIn, massToKg } from '../kernel/quantity.ts';
import { loadBasisOf } from '../programs/cellWords.ts';
import { LIMITS } from '../programs/cellLimits.ts';
import type { LoadBasis, Prescription } from '../programs/program.ts';
import { loadAtMost, withLoadAtMost } from './gymStep.ts';
import { nextBackpack, rungMove, rungRestart, type RungKind, type RungSession } from './ladder.ts';
import { inUnit, isComplete, isWithin, missedPlan, topLoadKg } from './liftedSession.ts';
import { asPlanned, type Draft, type LiftedSession, type SlotCase } from './proposal.ts';

/** What a rung is mastered with (R2.8): so many sets, of so many repetitions, at this effort or below. */
const SETS = 3;
const MASTERED: Readonly<Record<RungKind, number>> = { bilateral: 12, unilateral: 10, hold: 45 };
const EASY_RPE = 8;

/** A hold grows by five seconds, but by no more than this (R2.10 TIME). */
const HOLD_STEP_S = 5;
const MOST_HOLD_SHARE = 1.15;

/** A loaded exercise nobody has lifted yet begins with four repetitions in reserve (R2.11). */
const EASY_RIR = 4;

const kindOf = (lead: Prescription, { context }: SlotCase): RungKind => {
  if (lead.holdS !== undefined) return 'hold';
  return context.exercise.isUnilateral || lead.isPerSide === true ? 'unilateral' : 'bilateral';
};

const rungSession = ({ sets }: LiftedSession, kind: RungKind): RungSession => ({
  sets: sets.flatMap(({ reps, holdS, rpe }) => {
    const amount = kind === 'hold' ? holdS : reps;
    return amount === undefined ? [] : { amount, rpe };
  }),
  hasTechniqueFlag: false,
});

/** A cell that names its rung moves there, for its week; any other slot gets the exercise itself, begun lightly where it is loaded. */
const movedTo = (lead: Prescription, by: 1 | -1, to: Exercise): Pick<Draft, 'prescriptions' | 'exerciseKey'> => {
  const rung = lead.basis.kind === 'bodyweight' ? lead.basis.rung : undefined;
  if (rung === undefined) {
    const basis: LoadBasis = to.loadMode === 'kg' ? { kind: 'rir', rir: EASY_RIR } : { kind: 'bodyweight' };
    return { prescriptions: [{ ...lead, basis }], exerciseKey: to.key };
  }
  const next = rung + by;
  return {
    prescriptions: [{ ...lead, basis: next === 0 ? { kind: 'bodyweight' } : { kind: 'bodyweight', rung: next } }],
  };
};

/** Holds lead to holds and repetitions to repetitions; where the ladder changes, the coach writes the cells anew. */
const isDosedAlike = (to: Exercise, kind: RungKind): boolean => (to.loadMode === 'seconds') === (kind === 'hold');

const byHand = (to: Exercise, why: Draft['why']): Draft => {
  const value = `${to.name} is dosed otherwise: change it by hand`;
  return { verdict: 'hold', why: [...why, { label: 'Exercise', value, rule: 'R2.8' }] };
};

const isRungLeft = ({ basis }: Prescription, by: 1 | -1): boolean =>
  basis.kind !== 'bodyweight' || basis.rung === undefined || Math.abs(basis.rung + by) <= LIMITS.rung;

const restarted = (lead: Prescription, kind: RungKind): Prescription => {
  const { sets, amount } = rungRestart(kind);
  const { repsTo: _repsTo, ...rest } = lead;
  if (kind !== 'hold') return { ...rest, sets, reps: amount };
  // Held once a set: a rung's own restart.
  const { reps: _reps, ...held } = rest;
  return { ...held, sets, holdS: amount };
};

const MASTERY: Readonly<Record<RungKind, string>> = {
  bilateral: '3 × 12',
  unilateral: '3 × 10 a side',
  hold: '3 × 45 s',
};

/** Beyond the last rung: a backpack (R2.8), in loads there are; then real equipment. */
const beyondTop = ({ past, context }: SlotCase, lead: Prescription, kind: RungKind): Draft => {
  const why = [{ label: 'Rule', value: `${MASTERY[kind]} twice, and no harder exercise here`, rule: 'R2.8' }];
  const newest = past.at(-1);
  const addedKg = newest === undefined ? 0 : (topLoadKg(newest) ?? 0);
  const step = context.bodyMassKg === undefined ? undefined : nextBackpack(addedKg, context.bodyMassKg);
  if (step === undefined || kind === 'hold') return { verdict: 'asPlanned', why };
  if (step.kind === 'askForEquipment') {
    const enough = {
      label: 'Load',
      value: 'A fifth of body mass is on the back already: time for weights',
      rule: 'R2.8',
    };
    return { verdict: 'hold', why: [...why, enough] };
  }
  const load = loadAtMost(context, massIn(context.gym.unit, step.addedKg) + 0.1);
  if (load === undefined || massToKg(context.gym.unit, load) <= addedKg) return { verdict: 'asPlanned', why };
  const basis = loadBasisOf(load, context.gym.unit);
  const line = { label: 'Load', value: `A backpack of ${load} ${context.gym.unit}`, rule: 'R2.8' };
  return { verdict: 'raise', prescriptions: [{ ...restarted(lead, kind), basis }], why: [...why, line] };
};

const upFrom = (given: SlotCase, lead: Prescription, kind: RungKind): Draft => {
  const { harder } = given.context;
  if (harder === undefined || !isRungLeft(lead, 1)) return beyondTop(given, lead, kind);
  const value = `${MASTERY[kind]} at RPE ${EASY_RPE} or below, twice: ${harder.name} next, from few repetitions`;
  const why = [{ label: 'Rule', value, rule: 'R2.8' }];
  if (!isDosedAlike(harder, kind)) return byHand(harder, why);
  const { prescriptions = [], ...rest } = movedTo(lead, 1, harder);
  return { verdict: 'harderExercise', ...rest, prescriptions: prescriptions.map((one) => restarted(one, kind)), why };
};

const downFrom = ({ context }: SlotCase, lead: Prescription, kind: RungKind): Draft => {
  const { easier } = context;
  const why = [{ label: 'Rule', value: 'Two sessions without a set worth the name', rule: 'R2.8' }];
  if (easier === undefined || !isRungLeft(lead, -1)) {
    const line = { label: 'Exercise', value: 'There is no easier one here', rule: 'R2.8' };
    return { verdict: 'hold', why: [...why, line] };
  }
  if (!isDosedAlike(easier, kind)) return byHand(easier, why);
  const line = { label: 'Exercise', value: `${easier.name} until six repetitions are easy`, rule: 'R2.8' };
  return { verdict: 'easierExercise', ...movedTo(lead, -1, easier), why: [...why, line] };
};

/** One repetition more in a range's reach, or one set more, until the rung is mastered (R2.8, one lever at a time R2.10). */
const moreOf = (lead: Prescription, kind: RungKind): Prescription | undefined => {
  const enough = MASTERED[kind];
  const reps = lead.repsTo ?? lead.reps ?? 0;
  if (reps < enough) {
    return lead.repsTo === undefined ? { ...lead, reps: reps + 1 } : { ...lead, repsTo: lead.repsTo + 1 };
  }
  return lead.sets < SETS ? { ...lead, sets: lead.sets + 1 } : undefined;
};

const longer = (lead: Prescription): Prescription | undefined => {
  const holdS = lead.holdS ?? 0;
  if (holdS >= MASTERED.hold) return lead.sets < SETS ? { ...lead, sets: lead.sets + 1 } : undefined;
  const most = Math.min(holdS + HOLD_STEP_S, Math.floor(holdS * MOST_HOLD_SHARE), MASTERED.hold);
  return most > holdS ? { ...lead, holdS: most } : undefined;
};

/** All sets at the top of what was asked, rated and easy enough. */
const isEasy = (session: LiftedSession): boolean => {
  const planned = session.planned.map(({ repsTo, ...one }) => (repsTo === undefined ? one : { ...one, reps: repsTo }));
  return isComplete({ ...session, planned }) && isWithin(session, Math.min(EASY_RPE, planned[0]?.rpeCap ?? EASY_RPE));
};

const MISSES_TO_SHORTEN = 2;

const shorter = (given: SlotCase, lead: Prescription): Draft | undefined => {
  const newest = given.past.slice(-MISSES_TO_SHORTEN);
  const holdS = (lead.holdS ?? 0) - HOLD_STEP_S;
  if (newest.length < MISSES_TO_SHORTEN || !newest.every(missedPlan) || holdS < HOLD_STEP_S) return undefined;
  const why = [{ label: 'Missed', value: 'Missed twice in a row: 5 s less', rule: 'R2.5' }];
  return { verdict: 'lower', prescriptions: [{ ...lead, holdS }], why };
};

const ROW: Readonly<Record<RungKind, string>> = {
  bilateral: 'Every set at the top of its repetitions, at RPE 8 or below, adds to it',
  unilateral: 'Every set at the top of its repetitions, at RPE 8 or below, adds to it',
  hold: 'Every set held to the end, at RPE 8 or below, adds to it',
};

/** A written load never rises with the repetitions: it is what was lifted last. */
const atLastLoad = (lead: Prescription, newest: LiftedSession, { context }: SlotCase): Prescription => {
  const loadKg = topLoadKg(newest);
  if (lead.basis.kind !== 'load' || loadKg === undefined) return lead;
  return withLoadAtMost(lead, inUnit(context.gym, loadKg), context);
};

/** Body weight and holds (R2.8, R2.9): more within the rung, then the next rung; back after two weak sessions. */
export const proposeRung = (given: SlotCase): Draft => {
  const [written, ...rest] = given.next.slot.prescriptions;
  const newest = given.past.at(-1);
  if (written === undefined || newest === undefined || rest.length > 0) {
    return asPlanned('Plan', 'Several kinds of sets in one cell stand as they are written', 'R2.8');
  }
  const lead = atLastLoad(written, newest, given);
  const kind = kindOf(lead, given);
  const move = rungMove(
    kind,
    given.past.map((session) => rungSession(session, kind)),
  );
  if (move === 'up') return upFrom(given, lead, kind);
  if (move === 'down') return downFrom(given, lead, kind);
  const less = kind === 'hold' ? shorter(given, lead) : undefined;
  if (less !== undefined) return less;
  if (!isEasy(newest)) return { verdict: 'hold', why: [{ label: 'Rule', value: ROW[kind], rule: 'R2.8' }] };
  const more = kind === 'hold' ? longer(lead) : moreOf(lead, kind);
  if (more === undefined) {
    const value = `Once more ${MASTERY[kind]} at RPE ${EASY_RPE} or below, then the next exercise`;
    return asPlanned('Rule', value, 'R2.8');
  }
  const value = `Done at RPE ${EASY_RPE} or below: on the way to ${MASTERY[kind]}`;
  return {
    verdict: 'raise',
    prescriptions: [more],
    why: [{ label: 'Rule', value, rule: kind === 'hold' ? 'R2.9' : 'R2.8' }],
  };
};
