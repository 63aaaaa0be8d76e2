import { roundTo } from '../kernel/quantity.ts';

export type MissAction = 'carryOn' | 'hold' | 'reduce' | 'reduceAndCheck' | 'easierExercise';

/** What follows a session with missed repetitions (R2.5). */
export interface MissAnswer {
  readonly action: MissAction;
  /** The next load, in the unit of the load that was missed. */
  readonly load: number;
}

const MISSED_BELOW = 2;

const REDUCTIONS: readonly (readonly [action: MissAction, share: number])[] = [
  ['hold', 1],
  ['reduce', 0.95],
  ['reduceAndCheck', 0.9],
];

/** Whether a session missed its target (R2.5): a set two or more short, or an effort a whole point over the cap. */
export const isMissed = (session: {
  readonly targetReps: number;
  readonly reps: readonly number[];
  readonly rpe?: number | undefined;
  readonly rpeCap?: number | undefined;
}): boolean =>
  session.reps.some((done) => done <= session.targetReps - MISSED_BELOW) ||
  (session.rpe !== undefined && session.rpeCap !== undefined && session.rpe >= session.rpeCap + 1);

/**
 * The answer to missed sessions in a row (R2.5): hold, then 5 % off, then 10 % off the load first missed and a look at sleep,
 * soreness and running. A technique flag asks for an easier exercise whatever the load. Rounds down to whole steps.
 * `undefined` for a load or step of 0 or less, or a count below 0.
 */
export const answerToMisses = (input: {
  readonly load: number;
  readonly plateStep: number;
  readonly missesInARow: number;
  readonly hasTechniqueFlag: boolean;
}): MissAnswer | undefined => {
  const { load, plateStep, missesInARow } = input;
  if (!(load > 0) || !(plateStep > 0) || !(missesInARow >= 0)) return undefined;
  if (input.hasTechniqueFlag) return { action: 'easierExercise', load };
  if (missesInARow === 0) return { action: 'carryOn', load };
  const [action, share] = REDUCTIONS[Math.min(missesInARow, REDUCTIONS.length) - 1] ?? ['hold', 1];
  if (share === 1) return { action, load };
  return { action, load: roundTo(Math.floor((load * share) / plateStep + 1e-9) * plateStep, 2) };
};
