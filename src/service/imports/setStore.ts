import type { SetFacts } from '../../domain/imports/draft.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { change, type WriteDb } from '../db/sql.ts';
import type { WrittenSets } from '../training/doneSets.ts';

/** Sets of one session, on their way into it. */
export interface PlacedSets {
  readonly liftSessionId: number;
  readonly performedOn: PlainDate;
  readonly sets: readonly SetFacts[];
  /** Place of the first of them in the session. */
  readonly from: number;
  /** Of sets that come later than their session. */
  readonly importId?: number | undefined;
}

export type SetWriter = (placed: PlacedSets) => void;

/** What sets say, each different thing once: a log says the same in most of its rows, and most of the work is handing SQLite values. */
const TOLD_SETS = `CREATE TEMP TABLE IF NOT EXISTS told_set (
  id INTEGER PRIMARY KEY, exercise_id INTEGER, recorded_as TEXT, kind TEXT, load_kg REAL, reps REAL, duration_s REAL,
  distance_m REAL, rpe REAL, notes TEXT, doubt TEXT
) STRICT`;

/** So many are kept at once, and so many characters of them, then they begin anew. */
const MOST_TOLD = 20_000;
const MOST_CHARACTERS = 4_000_000;

/** A session may have as many sets as a file has rows. */
const SETS_AT_ONCE = 500;

const INSERT_TOLD = 'INSERT INTO told_set VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** The sets of a session, each by the number of what it says. */
const INSERT_SETS = `INSERT INTO lift_set (lift_session_id, ordinal, athlete_id, exercise_id, recorded_as, kind, load_kg, reps,
    duration_s, distance_m, rpe, notes, doubt, import_id)
  SELECT ?, ? + done.key, ?, exercise_id, recorded_as, kind, load_kg, reps, duration_s, distance_m, rpe, notes, doubt, ?
  FROM json_each(?) done CROSS JOIN told_set ON told_set.id = done.value`;

/**
 * Writes the sets of sessions of one athlete, and tells `written` of them. A new writer ends the one before: what sets say stands
 * in one table.
 */
export const setWriter = (
  db: WriteDb,
  athleteId: number,
  exerciseIdOf: (printed: string) => number,
  written?: WrittenSets,
): SetWriter => {
  change(db, TOLD_SETS);
  const numbers = new Map<SetFacts, number>();
  let characters = 0;
  const beginAnew = (): void => {
    change(db, 'DELETE FROM told_set');
    numbers.clear();
    characters = 0;
  };
  const numberOf = (set: SetFacts): number => {
    const known = numbers.get(set);
    if (known !== undefined) return known;
    const number = numbers.size + 1;
    const { exercise, kind, loadKg, reps, durationS, distanceM, rpe, notes, doubt } = set;
    const exerciseId = exerciseIdOf(exercise);
    change(db, INSERT_TOLD, number, exerciseId, exercise, kind, loadKg, reps, durationS, distanceM, rpe, notes, doubt);
    numbers.set(set, number);
    characters += exercise.length + (notes?.length ?? 0);
    return number;
  };
  beginAnew();
  return ({ liftSessionId, performedOn, sets, from, importId }) => {
    written?.add(performedOn, sets);
    for (let first = 0; first < sets.length; first += SETS_AT_ONCE) {
      if (numbers.size + SETS_AT_ONCE > MOST_TOLD || characters > MOST_CHARACTERS) beginAnew();
      const some = sets.slice(first, first + SETS_AT_ONCE);
      const done = some.map(numberOf);
      change(db, INSERT_SETS, liftSessionId, from + first, athleteId, importId, `[${done.join(',')}]`);
    }
  };
};
