import type { Gym } from '../athletes/athlete.ts';
import { massIn, roundTo } from '../kernel/quantity.ts';
import type { Prescription } from '../programs/program.ts';
import type { ExplanationLine } from '../programs/resolve.ts';
import { shortDate } from '../sheets/dateText.ts';
import { isMissed } from '../strength/missedReps.ts';
import type { LiftedSession, LiftedSet } from './proposal.ts';

/** A hold this much shorter than planned is a miss [D]: as two repetitions of ten. */
const SHORT_HOLD = 0.8;

/** Where no cap is written: no plan goes above this effort (R2.3). */
export const MOST_RPE = 9;

export const capOf = ({ rpeCap }: Prescription): number => rpeCap ?? MOST_RPE;

/** A load in the gym's unit, free of the float noise of converting it. */
export const inUnit = (gym: Gym, massKg: number): number => roundTo(massIn(gym.unit, massKg), 2);

/** Each prescription with the sets that were done for it; sets beyond the plan belong to the last. */
const setsOfEach = ({
  planned,
  sets,
}: LiftedSession): readonly { readonly one: Prescription; readonly sets: readonly LiftedSet[] }[] => {
  let from = 0;
  return planned.map((one, place) => {
    const to = place === planned.length - 1 ? sets.length : from + one.sets;
    const own = sets.slice(from, to);
    from = to;
    return { one, sets: own };
  });
};

const highestRpe = (sets: readonly LiftedSet[]): number | undefined => {
  const rated = sets.flatMap(({ rpe }) => rpe ?? []);
  return rated.length === 0 ? undefined : Math.max(...rated);
};

const isMissedPart = (one: Prescription, sets: readonly LiftedSet[]): boolean => {
  const { holdS } = one;
  const effort = { rpe: highestRpe(sets), rpeCap: one.rpeCap };
  const isShort = holdS !== undefined && sets.some((set) => (set.holdS ?? holdS) < holdS * SHORT_HOLD);
  const reps = holdS === undefined ? sets.flatMap((set) => set.reps ?? []) : [];
  return isShort || isMissed({ targetReps: one.reps ?? one.contacts ?? 0, reps, ...effort });
};

/** Whether a session missed its plan (R2.5): a set two or more repetitions short, or an effort a whole point over the cap. */
export const missedPlan = (session: LiftedSession): boolean =>
  setsOfEach(session).some(({ one, sets }) => isMissedPart(one, sets));

const amountDone = (one: Prescription, set: LiftedSet): boolean => {
  if (one.holdS !== undefined) return (set.holdS ?? 0) >= one.holdS;
  return (set.reps ?? 0) >= (one.reps ?? one.contacts ?? 1);
};

/** Whether every planned set was done in full. */
export const isComplete = (session: LiftedSession): boolean =>
  setsOfEach(session).every(({ one, sets }) => sets.filter((set) => amountDone(one, set)).length >= one.sets);

/** Whether every set that was done has an effort, none of them above `most`. */
export const isWithin = ({ sets }: LiftedSession, most: number): boolean =>
  sets.length > 0 && sets.every(({ rpe }) => rpe !== undefined && rpe <= most);

/** The newest sessions in a row that something is true of. */
export const newestWhere = (
  sessions: readonly LiftedSession[],
  holds: (session: LiftedSession) => boolean,
): readonly LiftedSession[] => sessions.slice(sessions.findLastIndex((session) => !holds(session)) + 1);

/** The heaviest load of a session in kilograms; `undefined` where none was lifted. */
export const topLoadKg = ({ sets }: Pick<LiftedSession, 'sets'>): number | undefined => {
  const loadKg = Math.max(0, ...sets.map((set) => set.loadKg ?? 0));
  return loadKg > 0 ? loadKg : undefined;
};

/** The last set at the heaviest load, with its repetitions. */
export const lastTopSet = (session: LiftedSession): LiftedSet | undefined => {
  const top = topLoadKg(session);
  return session.sets.findLast((set) => set.reps !== undefined && (set.loadKg ?? 0) >= (top ?? 0));
};

const distinct = (values: readonly (number | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== undefined))].join(', ');

/** What was done, in a line: `6, 6, 5 at 100 kg, RPE 8, 8.5 (16 Nov)`. */
export const lastTimeLine = ({ on, sets }: LiftedSession, gym: Gym): ExplanationLine => {
  const holds = sets.flatMap(({ holdS }) => (holdS === undefined ? [] : `${Math.round(holdS)} s`));
  const amounts = holds.length > 0 ? holds : sets.flatMap(({ reps }) => reps ?? []);
  const loads = distinct(sets.map(({ loadKg }) => (loadKg ? roundTo(massIn(gym.unit, loadKg), 1) : undefined)));
  const efforts = distinct(sets.map(({ rpe }) => rpe));
  const load = loads === '' ? '' : ` at ${loads} ${gym.unit}`;
  const effort = efforts === '' ? ', no RPE' : `, RPE ${efforts}`;
  return { label: 'Last time', value: `${amounts.join(', ')}${load}${effort} (${shortDate(on)})` };
};
