import { roundTo } from '../kernel/quantity.ts';

/** How a rung is dosed: repetitions of both sides together, of each side, or seconds held. */
export const RUNG_KINDS = ['bilateral', 'unilateral', 'hold'] as const;

export type RungKind = (typeof RUNG_KINDS)[number];

/** One set of a rung: repetitions (of the weaker side), or seconds for a hold. */
export interface RungSet {
  readonly amount: number;
  readonly rpe?: number | undefined;
}

export interface RungSession {
  readonly sets: readonly RungSet[];
  readonly hasTechniqueFlag: boolean;
}

export type RungMove = 'up' | 'stay' | 'down';

export type BackpackStep =
  { readonly kind: 'add'; readonly addedKg: number } | { readonly kind: 'askForEquipment'; readonly addedKg: number };

const SETS_TO_MOVE_UP = 3;
const UP_AMOUNT: Readonly<Record<RungKind, number>> = { bilateral: 12, unilateral: 10, hold: 45 };
const UP_RPE = 8;
/** Six repetitions by the rule; for holds the same share of the entry test [D]. */
const DOWN_BELOW: Readonly<Record<RungKind, number>> = { bilateral: 6, unilateral: 6, hold: 15 };
const SESSIONS = 2;

const ENTRY_AMOUNT: Readonly<Record<RungKind, number>> = { bilateral: 8, unilateral: 8, hold: 20 };
const ENTRY_RPE = 6;

const BACKPACK_STEP_KG = 2.5;
const MOST_BACKPACK_SHARE = 0.2;

/** What a rung begins with after a move up (R2.8): two to three sets of six repetitions; of 20 seconds for holds [D]. */
export const rungRestart = (kind: RungKind) => ({ sets: 2, setsTo: 3, amount: kind === 'hold' ? 20 : 6 });

/**
 * The rung to start on (R2.8): the place of the highest one whose entry test, 8 clean repetitions or 20 seconds, was done at
 * RPE 6 or below. Rungs from the easiest up; one not tried is `undefined`. `undefined` when none was passed.
 */
export const startRung = (
  tests: readonly ({ readonly kind: RungKind; readonly amount: number; readonly rpe: number } | undefined)[],
): number | undefined => {
  const at = tests.findLastIndex(
    (test) => test !== undefined && test.amount >= ENTRY_AMOUNT[test.kind] && test.rpe <= ENTRY_RPE,
  );
  return at === -1 ? undefined : at;
};

const isMastered = ({ sets }: RungSession, kind: RungKind): boolean =>
  sets.filter(({ amount, rpe }) => amount >= UP_AMOUNT[kind] && rpe !== undefined && rpe <= UP_RPE).length >=
  SETS_TO_MOVE_UP;

const isTooHard = ({ sets }: RungSession, kind: RungKind): boolean =>
  sets.length > 0 && sets.every(({ amount }) => amount < DOWN_BELOW[kind]);

/**
 * Where to go on the ladder (R2.8): up after 3 × 12 (3 × 10 a side, 3 × 45 s) at RPE 8 or below in the newest two sessions;
 * down after two sessions without a set of six, or at once when the newest has a technique flag. Sessions in order of date; a set
 * without an RPE never moves anybody up.
 */
export const rungMove = (kind: RungKind, sessions: readonly RungSession[]): RungMove => {
  const newest = sessions.slice(-SESSIONS);
  if (newest.at(-1)?.hasTechniqueFlag === true) return 'down';
  if (newest.length < SESSIONS) return 'stay';
  if (newest.every((session) => isTooHard(session, kind))) return 'down';
  return newest.every((session) => isMastered(session, kind)) ? 'up' : 'stay';
};

/**
 * What follows when the top rung is mastered (R2.8): a backpack, 2.5 kg more each time, up to a fifth of body mass; then real
 * equipment. `undefined` for a body mass of 0 or less or a load below 0.
 */
export const nextBackpack = (addedKg: number, bodyMassKg: number): BackpackStep | undefined => {
  if (!(bodyMassKg > 0) || !(addedKg >= 0)) return undefined;
  const nextKg = roundTo(addedKg + BACKPACK_STEP_KG, 2);
  return nextKg <= bodyMassKg * MOST_BACKPACK_SHARE + 1e-9
    ? { kind: 'add', addedKg: nextKg }
    : { kind: 'askForEquipment', addedKg };
};
