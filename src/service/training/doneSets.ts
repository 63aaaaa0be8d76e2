import { z } from 'zod';
import { SET_KINDS, type SetFacts, type SetKind } from '../../domain/imports/draft.ts';
import { remembering } from '../../domain/imports/remembering.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { JudgedSet } from '../../domain/strength/hardSets.ts';
import type { TrainedSet } from '../../domain/strength/setEstimate.ts';
import { flag, jsonOf, optional, storedDay } from '../db/columns.ts';
import { readEach, type ReadDb } from '../db/sql.ts';

/** A set as it is counted, as it tells of the maximum, and as it is judged. */
export interface DoneSet {
  readonly exerciseId: number;
  readonly isWork: boolean;
  readonly reps: number;
  readonly loadKg: number;
  readonly trained: TrainedSet;
  readonly judged: JudgedSet;
}

/** Equal sets of a day. */
export interface EqualSets {
  readonly set: DoneSet;
  readonly count: number;
}

/** What was lifted on a day: its different sets, as they first come. Sets that look like typing errors stay out. */
export interface DayOfSets {
  readonly day: PlainDate;
  readonly sets: readonly EqualSets[];
}

/** What a set says, in the order of `SET_TEXT`. */
type Said = readonly [
  exerciseId: number,
  kind: SetKind,
  loadKg: number | undefined,
  reps: number | undefined,
  rpe: number | undefined,
  durationS: number | undefined,
  stoppedShort: boolean,
];

const doneSet = ([exerciseId, kind, loadKg, reps, rpe, durationS, stoppedShort]: Said): DoneSet => ({
  exerciseId,
  isWork: kind !== 'warmup',
  reps: reps ?? 0,
  loadKg: loadKg ?? 0,
  trained: { kind, loadKg: loadKg ?? 0, reps: reps ?? 0, rpe, stoppedShort },
  judged: { kind, loadKg, reps, rpe, ...(reps === undefined && durationS !== undefined ? { holdS: durationS } : {}) },
});

const setText = jsonOf(
  z.tuple([
    z.int(),
    z.enum(SET_KINDS),
    optional(z.number()),
    optional(z.number()),
    optional(z.number()),
    optional(z.number()),
    flag,
  ]),
);

/** A session's sets cross as one text: values cost far more to hand over one by one than to write down. */
const SET_TEXT = 'json_array(exercise_id, kind, load_kg, reps, rpe, duration_s, stopped_short)';
const BETWEEN_SETS = ';';

/** Sessions in the order of their days, each with its sets in their order, which is that in which they stand. */
const SESSIONS = `SELECT l.performed_on, (
    SELECT group_concat(${SET_TEXT}, '${BETWEEN_SETS}') FROM lift_set
    WHERE lift_session_id = l.id AND doubt IS NULL
      AND (?2 IS NULL OR exercise_id IN (SELECT value FROM json_each(?2)))
  ) AS sets
  FROM lift_session l WHERE l.athlete_id = ?1 ORDER BY l.performed_on, l.id`;

const sessionRow = z.object({ performed_on: storedDay, sets: optional(z.string()) });

type Counts = Map<DoneSet, number>;

const countOne = (counts: Counts, set: DoneSet): void => {
  counts.set(set, (counts.get(set) ?? 0) + 1);
};

const dayOf = (day: PlainDate, counts: Counts): DayOfSets => ({
  day,
  sets: Array.from(counts, ([set, count]) => ({ set, count })),
});

/** The days of one athlete's lifts, in order; of some exercises, or of all. */
export function* daysOfSets(
  db: ReadDb,
  athleteId: number,
  exerciseIds?: readonly number[],
): Generator<DayOfSets, void> {
  const doneOf = remembering((text) => doneSet(setText.parse(text)));
  const chosen = exerciseIds && JSON.stringify(exerciseIds);
  let day: PlainDate | undefined;
  let counts: Counts = new Map();
  for (const { performed_on: on, sets } of readEach(db, sessionRow, SESSIONS, athleteId, chosen)) {
    if (sets === undefined) continue;
    if (on !== day) {
      if (day !== undefined) yield dayOf(day, counts);
      day = on;
      counts = new Map();
    }
    for (const text of sets.split(BETWEEN_SETS)) countOne(counts, doneOf(text));
  }
  if (day !== undefined) yield dayOf(day, counts);
}

/** Sets of somebody who had none, as they are written: they need not be read back to be counted. */
export interface WrittenSets {
  /** The number of what a set says, the same for all that are counted alike. */
  readonly numberOf: (set: SetFacts) => number;
  /** Adds sets of a day, by their numbers. */
  readonly add: (day: PlainDate, numbers: readonly number[]) => void;
  /** As `daysOfSets` would read them; `undefined` when they are too many, or say too much that is new, to have been kept. */
  readonly days: () => Iterable<DayOfSets> | undefined;
}

const MOST_KEPT = 4_000_000;
const MOST_DIFFERENT = 150_000;

/** Of sets that look like typing errors, which are not counted, and of all where there are too many. */
const NOT_COUNTED = -1;

export const writtenSets = (exerciseIdOf: (printed: string) => number): WrittenSets => {
  const days = new Map<PlainDate, number[]>();
  const done: DoneSet[] = [];
  const numberByText = new Map<string, number>();
  let kept = 0;
  const isTooMuch = (): boolean => kept > MOST_KEPT || done.length > MOST_DIFFERENT;
  const numberOf = ({ exercise, kind, loadKg, reps, rpe, durationS, doubt }: SetFacts): number => {
    if (doubt !== undefined || isTooMuch()) return NOT_COUNTED;
    // As it is read back, equal sets are one, whatever else is noted of them.
    const said: Said = [exerciseIdOf(exercise), kind, loadKg, reps, rpe, durationS, false];
    const text = JSON.stringify(said);
    const known = numberByText.get(text);
    if (known !== undefined) return known;
    done.push(doneSet(said));
    numberByText.set(text, done.length - 1);
    return done.length - 1;
  };
  const numbersOn = (day: PlainDate): number[] => {
    const known = days.get(day);
    if (known !== undefined) return known;
    const numbers: number[] = [];
    days.set(day, numbers);
    return numbers;
  };
  const letGo = (): void => {
    days.clear();
    numberByText.clear();
  };
  function* inOrder(): Generator<DayOfSets, void> {
    // How often each comes on a day, by its number: a million looked up in a map would take longer than all else that is counted.
    const counts = new Int32Array(done.length);
    for (const [day, numbers] of [...days].toSorted(([left], [right]) => (left < right ? -1 : 1))) {
      const different: number[] = [];
      for (const number of numbers) {
        const before = counts[number] ?? 0;
        if (before === 0) different.push(number);
        counts[number] = before + 1;
      }
      const sets = different.flatMap((number) => {
        const set = done[number];
        return set === undefined ? [] : { set, count: counts[number] ?? 0 };
      });
      for (const number of different) counts[number] = 0;
      if (sets.length > 0) yield { day, sets };
    }
  }
  return {
    numberOf,
    add: (day, numbers) => {
      if (isTooMuch()) {
        letGo();
        return;
      }
      const on = numbersOn(day);
      for (const number of numbers) if (number !== NOT_COUNTED) on.push(number);
      kept += numbers.length;
    },
    days: () => (isTooMuch() ? undefined : inOrder()),
  };
};
