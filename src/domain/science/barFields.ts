import type { PlatePairs } from '../athletes/athlete.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Field } from './fields.ts';

/** One training day of R1.5, counted in days from any start. */
export interface RatedSession {
  readonly day: number;
  readonly sets: readonly RatedSet[];
}

export interface RatedSet {
  readonly w: number;
  readonly reps: number;
  readonly rpe: number;
}

const MOST_SIZES = 15;
const MOST_PAIRS = 12;
const HEAVIEST_PLATE = 100;

/** Further than a career; keeps dates inside the calendar. */
const LAST_DAY = 36_500;

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toPlate = (mass: string, pairs: unknown): PlatePairs | undefined => {
  const size = Number(mass);
  if (!(size > 0) || size > HEAVIEST_PLATE || typeof pairs !== 'number' || !Number.isInteger(pairs)) return undefined;
  return pairs >= 0 && pairs <= MOST_PAIRS ? { mass: size, pairs } : undefined;
};

/** Pairs of plates by the mass of one: `{ "20": 2, "2.5": 1 }`. */
export const plates = (label: string, example: Readonly<Record<string, number>>): Field<readonly PlatePairs[]> => ({
  label,
  kind: 'plates',
  example,
  read: (value) => {
    if (!isPlainObject(value)) return fail(`${label} must say how many pairs there are of each mass.`);
    const entries = Object.entries(value);
    if (entries.length === 0) return fail('There are no plates to load.');
    const read = entries.flatMap(([mass, pairs]) => toPlate(mass, pairs) ?? []);
    return read.length === entries.length && entries.length <= MOST_SIZES
      ? ok(read)
      : fail(
          `${label} must be up to ${MOST_SIZES} masses above 0 and up to ${HEAVIEST_PLATE}, each with 0 to ${MOST_PAIRS} pairs.`,
        );
  },
});

const isNumberIn = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && value >= from && value <= to;

const toSet = (value: unknown): RatedSet | undefined => {
  if (!isPlainObject(value)) return undefined;
  const { w, reps, rpe } = value;
  if (!isNumberIn(w, 0.1, 1000) || !isNumberIn(reps, 1, 30) || !isNumberIn(rpe, 1, 10)) return undefined;
  return Number.isInteger(reps) ? { w, reps, rpe } : undefined;
};

const toSession = (value: unknown): RatedSession | undefined => {
  if (!isPlainObject(value) || !Array.isArray(value['sets'])) return undefined;
  const { day } = value;
  if (!isNumberIn(day, 0, LAST_DAY) || !Number.isInteger(day)) return undefined;
  const sets = value['sets'].flatMap((set: unknown) => toSet(set) ?? []);
  return sets.length === value['sets'].length ? { day, sets } : undefined;
};

/** Sets of several days of one lift. */
export const ratedSessions = (label: string, example: readonly RatedSession[]): Field<readonly RatedSession[]> => ({
  label,
  kind: 'sessions',
  example,
  read: (value) => {
    const list: readonly unknown[] = Array.isArray(value) && value.length <= 1000 ? value : [];
    const sessions = list.flatMap((one) => toSession(one) ?? []);
    return sessions.length > 0 && sessions.length === list.length
      ? ok(sessions)
      : fail(
          `${label} must be days (0 or more) with sets of a load above 0, 1 to 30 repetitions and an RPE from 1 to 10.`,
        );
  },
});
