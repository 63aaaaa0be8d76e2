import type { Gym } from '../athletes/athlete.ts';
import type { Prescription } from '../programs/program.ts';
import type { ExplanationLine } from '../programs/resolve.ts';
import { answerToMisses } from '../strength/missedReps.ts';
import { loadAtMost, withLoad, withLoadAtMost } from './gymStep.ts';
import { inUnit, missedPlan, newestWhere, topLoadKg } from './liftedSession.ts';
import type { Draft, SlotCase } from './proposal.ts';

const SHARE_OFF: Readonly<Record<string, string>> = { reduce: '5 % off', reduceAndCheck: '10 % off' };

const missLine = (misses: number, action: string): ExplanationLine => {
  const times = misses === 1 ? 'Missed once' : `Missed ${misses} times in a row`;
  const off = SHARE_OFF[action];
  const check = action === 'reduceAndCheck' ? '; look at sleep, soreness and running' : '';
  return { label: 'Missed', value: `${times}: ${off ?? 'the same again'}${check}`, rule: 'R2.5' };
};

/** The load first missed of the misses in a row, in the gym's unit. */
const firstMissedLoad = (past: SlotCase['past'], gym: Gym): { readonly misses: number; readonly load?: number } => {
  const missed = newestWhere(past, missedPlan);
  const [first] = missed;
  const loadKg = first === undefined ? undefined : topLoadKg(first);
  return { misses: missed.length, ...(loadKg === undefined ? {} : { load: inUnit(gym, loadKg) }) };
};

/**
 * What missed sessions ask for (R2.5): the same again, then 5 % off, then 10 % off the load first missed, to a load the gym has.
 * `undefined` when the newest session was no miss, or nothing was loaded. Technique is not recorded and so never asked of.
 */
export const afterMisses = (
  { past, context }: Pick<SlotCase, 'past' | 'context'>,
  lead: Prescription,
  lastLoad: number,
): Draft | undefined => {
  const { misses, load } = firstMissedLoad(past, context.gym);
  if (misses === 0 || load === undefined) return undefined;
  const answer = answerToMisses({ load, plateStep: 0.01, missesInARow: misses, hasTechniqueFlag: false });
  if (answer === undefined) return undefined;
  const why = [missLine(misses, answer.action)];
  const made = loadAtMost(context, Math.min(answer.load, lastLoad));
  if (answer.action !== 'hold' && made !== undefined && made < lastLoad) {
    return { verdict: 'lower', prescriptions: [withLoad(lead, made, context)], why };
  }
  const isByEffort = lead.basis.kind === 'rpe' || lead.basis.kind === 'rir';
  const standing = isByEffort ? {} : { prescriptions: [withLoadAtMost(lead, lastLoad, context)] };
  const none = { label: 'Load', value: 'This gym has nothing lighter: take an easier exercise', rule: 'R1.7' };
  return { verdict: 'hold', ...standing, why: answer.action === 'hold' ? why : [...why, none] };
};

/** A slot that goes as it is written (R2.1 wave, DUP, block, per cent): after two misses in a row the load comes down (R2.5). */
export const proposeAsWritten = ({ past, next, context }: SlotCase): Draft => {
  const { prescriptions } = next.slot;
  const { misses, load } = firstMissedLoad(past, context.gym);
  const written = { label: 'Plan', value: 'Goes on as the weeks are written', rule: 'R2.1' };
  if (misses === 0) return { verdict: 'asPlanned', why: [written] };
  const once = { label: 'Missed', value: 'Missed once: missed again, the load comes down by 5 %', rule: 'R2.5' };
  if (misses === 1 || load === undefined) return { verdict: 'asPlanned', why: [written, once] };
  const answer = answerToMisses({ load, plateStep: 0.01, missesInARow: misses, hasTechniqueFlag: false });
  if (answer === undefined) return { verdict: 'asPlanned', why: [written] };
  const lastKg = topLoadKg(past.at(-1) ?? { sets: [] }) ?? 0;
  const most = Math.min(answer.load, inUnit(context.gym, lastKg));
  const plannedAt = (place: number): number => {
    const plannedKg = next.loadsKg[place];
    return plannedKg === undefined ? Number.POSITIVE_INFINITY : inUnit(context.gym, plannedKg);
  };
  const lowered = prescriptions.map((one, place) => {
    const made = plannedAt(place) > most ? loadAtMost(context, most) : undefined;
    return made === undefined ? one : withLoad(one, made, context);
  });
  const why = [missLine(misses, answer.action)];
  if (lowered.every((one, place) => one === prescriptions[place])) {
    return {
      verdict: 'asPlanned',
      why: [...why, { label: 'Plan', value: 'The plan is as light already', rule: 'R2.5' }],
    };
  }
  return { verdict: 'lower', prescriptions: lowered, why };
};
