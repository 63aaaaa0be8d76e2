import { LOWER_PATTERNS } from '../exercises/exercise.ts';
import { roundTo } from '../kernel/quantity.ts';
import { plannedEffort } from '../programs/levers.ts';
import { loadInGym } from '../programs/gymLoad.ts';
import type { Prescription } from '../programs/program.ts';
import type { ExplanationLine } from '../programs/resolve.ts';
import { isTwoForTwo, mayRaiseLoad, nextLoad, type BodyRegion } from '../strength/acsmStep.ts';
import { autoregulate, simpleAutoregulate, type RatedSet } from './autoregulate.ts';
import { doubleProgression } from './doubleProgression.ts';
import { loadAtMost, raiseInGym, stepKg, withLoad, withLoadAtMost, type GymRaise } from './gymStep.ts';
import { capOf, inUnit, isComplete, lastTopSet, missedPlan, newestWhere, topLoadKg } from './liftedSession.ts';
import { linearStep } from './linear.ts';
import { afterMisses } from './missedSessions.ts';
import { asPlanned, type Draft, type LiftedSession, type SlotCase } from './proposal.ts';

/** What every rule about loads begins with. Loads are in the gym's unit. */
interface Loaded extends SlotCase {
  readonly newest: LiftedSession;
  /** The sets of the next session, alike. */
  readonly lead: Prescription;
  readonly load: number;
  /** `lead` at the load last lifted: what stands where nothing may rise. */
  readonly held: readonly Prescription[];
}

const massText = ({ context }: SlotCase, load: number): string => `${roundTo(load, 2)} ${context.gym.unit}`;

const byText = (from: number, to: number): string =>
  `${to > from ? '+' : '−'}${Math.abs(roundTo((to / from - 1) * 100, 1))} %`;

const raiseLine = (at: Loaded, load: number, rule: string): ExplanationLine => ({
  label: 'Load',
  value: `${massText(at, at.load)} → ${massText(at, load)} (${byText(at.load, load)}), a load this gym makes`,
  rule,
});

/** One repetition more in every set, where the next load would be too big a step. */
const withMoreReps = (one: Prescription): Prescription => ({
  ...one,
  ...(one.repsTo === undefined ? { reps: (one.reps ?? 0) + 1 } : { repsTo: one.repsTo + 1 }),
});

/** What stands without a raise: the load last lifted, or the effort where the athlete chooses the load by it. */
const standing = ({ lead, held: atLoad }: Loaded): Pick<Draft, 'prescriptions'> =>
  lead.basis.kind === 'rpe' || lead.basis.kind === 'rir' ? {} : { prescriptions: atLoad };

const raised = (at: Loaded, step: GymRaise, why: readonly ExplanationLine[], rule: string): Draft => {
  const { prescriptions: ifHeld } = standing(at);
  if (step.kind === 'raise') {
    const prescriptions = [withLoad(at.lead, step.load, at.context)];
    return { verdict: 'raise', prescriptions, ifHeld, why: [...why, raiseLine(at, step.load, rule)] };
  }
  if (step.kind === 'heaviest') {
    const line = { label: 'Load', value: 'Everything this gym has is on the bar', rule: 'R1.7' };
    return { verdict: 'hold', prescriptions: ifHeld, why: [...why, line] };
  }
  const coarse = `The next load, ${massText(at, step.load)}, is ${byText(at.load, step.load)}: a repetition more instead`;
  const line = { label: 'Load', value: coarse, rule: 'R2.4' };
  return { verdict: 'raise', prescriptions: at.held.map(withMoreReps), ifHeld, why: [...why, line] };
};

const held = (at: Loaded, value: string, rule: string): Draft => ({
  verdict: 'hold',
  ...standing(at),
  why: [{ label: 'Rule', value, rule }],
});

const oneStep = (at: Loaded): GymRaise => raiseInGym(at.context, at.load, 0);

/** The next load's kilograms above this one, for rules that count in steps; too coarse a step stays one. */
const stepAbove = (at: Loaded): number => {
  const step = oneStep(at);
  return step.kind === 'heaviest' ? 0 : stepKg(at.context, at.load, step.load);
};

const loggedSets = ({ sets }: LiftedSession) =>
  sets.map(({ reps, loadKg, rpe }) => ({ reps: reps ?? 0, loadKg: loadKg ?? 0, rpe }));

const double = (at: Loaded): Draft => {
  const [planned = at.lead] = at.newest.planned;
  const from = planned.reps ?? 1;
  const range = { sets: planned.sets, from, to: planned.repsTo ?? from, rpeCap: capOf(planned) };
  const step = doubleProgression(range, loggedSets(at.newest), stepAbove(at) || 1);
  const full = `${range.to} repetitions in all ${range.sets} sets at RPE ${range.rpeCap} or below`;
  if (step === undefined || step.action === 'repeat') return held(at, `The load rises after ${full}`, 'R2.1');
  return raised(at, oneStep(at), [{ label: 'Rule', value: `Done: ${full}`, rule: 'R2.1' }], 'R2.1');
};

const regionOf = ({ context }: SlotCase): BodyRegion =>
  LOWER_PATTERNS.includes(context.exercise.pattern) ? 'lower' : 'upper';

const bySteps = (at: Loaded): GymRaise => {
  const above = raiseInGym(at.context, at.load, 0);
  if (above.kind !== 'raise') return above;
  const step = nextLoad(at.load, regionOf(at), 0.01);
  return raiseInGym(at.context, at.load, step?.kind === 'raise' ? step.load : at.load);
};

/** The newest sessions at this load: a raise begins the count anew. */
const atThisLoad = ({ past, newest }: Loaded): readonly LiftedSession[] => {
  const loadKg = topLoadKg(newest) ?? 0;
  return newestWhere(past, (session) => Math.abs((topLoadKg(session) ?? 0) - loadKg) < 0.01);
};

const acsm = (at: Loaded): Draft => {
  const [planned = at.lead] = at.newest.planned;
  const targetReps = planned.repsTo ?? planned.reps ?? 1;
  const rpeCap = capOf(planned);
  const isNovice = at.context.entryClass === 'A';
  const lastSets = atThisLoad(at).flatMap((session) => {
    const set = lastTopSet(session);
    return set?.reps === undefined ? [] : { reps: set.reps, rpe: set.rpe };
  });
  const sessions = isNovice ? ' in two sessions in a row' : '';
  const asked = `${targetReps + 1} repetitions or more in the last set at RPE ${rpeCap} or below${sessions}`;
  if (!isComplete(at.newest) || !mayRaiseLoad({ targetReps, rpeCap, isNovice, lastSets })) {
    return held(at, `The load rises after ${asked}`, 'R2.4');
  }
  return raised(at, bySteps(at), [{ label: 'Rule', value: `Done: ${asked}`, rule: 'R2.4' }], 'R2.4');
};

const twoForTwo = (at: Loaded): Draft => {
  const [planned = at.lead] = at.newest.planned;
  const targetReps = planned.repsTo ?? planned.reps ?? 1;
  const lastReps = atThisLoad(at).flatMap((session) => lastTopSet(session)?.reps ?? []);
  const asked = `${targetReps + 2} repetitions or more in the last set, in two sessions in a row`;
  if (!isComplete(at.newest) || !isTwoForTwo(targetReps, lastReps)) {
    return held(at, `The load rises after ${asked}`, 'R2.4');
  }
  return raised(at, bySteps(at), [{ label: 'Rule', value: `Done: ${asked}`, rule: 'R2.4' }], 'R2.4');
};

/** A miss of a linear progression is every set that fell short; sets left out are no success, but no miss. */
const isLinearMiss = (session: LiftedSession): boolean =>
  missedPlan(session) ||
  session.sets.some(({ reps }) => reps !== undefined && reps < (session.planned[0]?.reps ?? reps));

const linear = (at: Loaded): Draft => {
  const missesInARow = newestWhere(atThisLoad(at), isLinearMiss).length;
  const loadKg = topLoadKg(at.newest) ?? 0;
  const step = linearStep({ loadKg, stepKg: stepAbove(at) || 1, missesInARow, weeksLifting: at.next.week });
  if (step?.action === 'rebuild') {
    const made = loadAtMost(at.context, at.load * 0.9);
    const why = [{ label: 'Missed', value: 'Missed twice at this load: a tenth off, then up again', rule: 'R2.1' }];
    if (made === undefined) return { verdict: 'hold', prescriptions: at.held, why };
    return { verdict: 'lower', prescriptions: [withLoad(at.lead, made, at.context)], why };
  }
  if (step === undefined || step.action === 'repeat') return held(at, 'Missed once: the same again', 'R2.1');
  if (step.action === 'outgrown') {
    const { why, ...rest } = acsm(at);
    const over = {
      label: 'Rule',
      value: 'The first 12 weeks are over: steps by the ACSM rule from here',
      rule: 'R2.1',
    };
    return { ...rest, why: [over, ...why] };
  }
  if (!isComplete(at.newest)) return held(at, 'Not every planned set was done, so the load stays', 'R2.1');
  return raised(at, oneStep(at), [{ label: 'Rule', value: 'Every set done: one step more', rule: 'R2.1' }], 'R2.1');
};

/** What the last rated set says the load should be, in the gym's unit; `undefined` without a rating or an effort to aim at. */
const wantedLoad = (
  at: Loaded,
): { readonly wanted: number; readonly set: RatedSet; readonly rpe: number } | undefined => {
  const [planned = at.lead] = at.newest.planned;
  const rpe = plannedEffort(planned);
  const last = at.newest.sets.findLast((one) => one.rpe !== undefined && (one.loadKg ?? 0) > 0);
  const least = at.lead.reps;
  if (rpe === undefined || least === undefined || last?.rpe === undefined || last.reps === undefined) return undefined;
  // Anywhere within a range is what was asked for.
  const reps = Math.min(Math.max(last.reps, least), at.lead.repsTo ?? least);
  const set = { reps: last.reps, loadKg: last.loadKg ?? 0, rpe: last.rpe };
  const session = { target: { reps, rpe }, done: [set], stepKg: 0.01 };
  const found = autoregulate(session) ?? simpleAutoregulate(session);
  return found === undefined ? undefined : { wanted: inUnit(at.context.gym, found.wantedKg), set, rpe };
};

const MOST_DOWN = 0.9;

/** One decimal is finer than any plate, and coarser than float noise. */
const isAsMuch = (a: number, b: number): boolean => a >= b - 0.05;

const autoreg = (at: Loaded): Draft => {
  const found = wantedLoad(at);
  if (found === undefined) {
    return asPlanned('Rule', 'Without an RPE for the last set, or one to aim at, the load stays the athlete’s', 'R2.1');
  }
  const { wanted, set, rpe } = found;
  const said = `${set.reps} at RPE ${set.rpe} where RPE ${rpe} was asked: ${massText(at, roundTo(wanted, 1))} would be right`;
  const why = [{ label: 'Rule', value: said, rule: 'R2.1' }];
  const step = oneStep(at);
  const isUp = step.kind !== 'heaviest' && isAsMuch(wanted, step.load);
  if (isUp && isComplete(at.newest)) {
    return raised(at, step.kind === 'raise' ? raiseInGym(at.context, at.load, wanted) : step, why, 'R2.1');
  }
  const nearest = Math.max(wanted, at.load * MOST_DOWN);
  const made = loadInGym(at.context.exercise, at.context.gym, nearest, 'nearest')?.load;
  if (wanted < at.load && made !== undefined && made < at.load) {
    const down = { label: 'Load', value: `${massText(at, at.load)} → ${massText(at, made)}`, rule: 'R2.1' };
    return { verdict: 'lower', prescriptions: [withLoad(at.lead, made, at.context)], why: [...why, down] };
  }
  return { verdict: 'hold', ...standing(at), why };
};

const RULES = { double, linear, acsm, twoForTwo, autoreg } as const;

export type LoadProgression = keyof typeof RULES;

const NO_LOAD = 'No load was recorded last time, so there is none to go on from';

/** The next load by a slot's own rule (R2.1, R2.4), after what missed sessions ask for (R2.5). */
export const proposeLoad = (kind: LoadProgression, given: SlotCase): Draft => {
  const newest = given.past.at(-1);
  const [lead, ...rest] = given.next.slot.prescriptions;
  const loadKg = newest === undefined ? undefined : topLoadKg(newest);
  if (newest === undefined || lead === undefined || loadKg === undefined) return asPlanned('Load', NO_LOAD, 'R2.1');
  if (rest.length > 0) return asPlanned('Plan', 'Several loads in one cell stand as they are written', 'R2.1');
  const load = inUnit(given.context.gym, loadKg);
  const [planned] = newest.planned;
  if (planned !== undefined && planned.reps !== lead.reps && kind !== 'autoreg') {
    return asPlanned('Plan', `The plan goes to ${lead.reps ?? 0} repetitions: its load stands`, 'R2.1');
  }
  const atLoad = [withLoadAtMost(lead, load, given.context)];
  const missed = kind === 'linear' ? undefined : afterMisses(given, lead, load);
  if (missed !== undefined) return missed;
  return RULES[kind]({ ...given, newest, lead, load, held: atLoad });
};
