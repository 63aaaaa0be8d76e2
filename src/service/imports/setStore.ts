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

export interface SetWriter {
  /** Takes the sets of a session, which may wait for those of the next ones. */
  readonly write: (placed: PlacedSets) => void;
  /** Writes those that wait. */
  readonly finish: () => void;
}

/** What sets say, each different thing once: a log says the same in most of its rows, and most of the work is handing SQLite values. */
const TOLD_SETS = `CREATE TEMP TABLE IF NOT EXISTS told_set (
  id INTEGER PRIMARY KEY, exercise_id INTEGER, recorded_as TEXT, kind TEXT, load_kg REAL, reps REAL, duration_s REAL,
  distance_m REAL, rpe REAL, notes TEXT, doubt TEXT
) STRICT`;

/** So many are kept at once, and so many characters of them, then they begin anew. */
const MOST_TOLD = 100_000;
const MOST_CHARACTERS = 4_000_000;

/** So many go into the table at once: a session may have as many sets as a file has rows, and most have few. */
const SETS_AT_ONCE = 500;

const INSERT_TOLD = 'INSERT INTO told_set VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';

/**
 * The sets of sessions that follow one another, each by the number of what it says. All columns in the order of the table: SQLite
 * then puts them where they are written from. A set that is refused ends the whole import, so that SQLite need not keep how each page
 * was before.
 */
const INSERT_SETS = `INSERT OR ROLLBACK INTO lift_set (lift_session_id, ordinal, athlete_id, exercise_id, recorded_as, kind, load_kg,
    reps, duration_s, distance_m, rpe, notes, doubt, stopped_short, import_id)
  SELECT ? + session.key, ? + done.key, ?, exercise_id, recorded_as, kind, load_kg, reps, duration_s, distance_m, rpe, notes, doubt, 0, ?
  FROM json_each(?) session CROSS JOIN json_each(session.value) done CROSS JOIN told_set ON told_set.id = done.value`;

/** What a set says, by its numbers: among what is written, and among what is counted. */
interface Told {
  readonly number: number;
  readonly counted: number;
}

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
  const told = new Map<SetFacts, Told>();
  let characters = 0;
  const beginAnew = (): void => {
    change(db, 'DELETE FROM told_set');
    told.clear();
    characters = 0;
  };
  const tell = (set: SetFacts): Told => {
    const number = told.size + 1;
    const { exercise, kind, loadKg, reps, durationS, distanceM, rpe, notes, doubt } = set;
    const exerciseId = exerciseIdOf(exercise);
    change(db, INSERT_TOLD, number, exerciseId, exercise, kind, loadKg, reps, durationS, distanceM, rpe, notes, doubt);
    const one = { number, counted: written?.numberOf(set) ?? 0 };
    told.set(set, one);
    characters += exercise.length + (notes?.length ?? 0);
    return one;
  };
  /** Of sessions that follow one another, the numbers of their sets; how many that are; and where the first of them begins. */
  let waiting: string[] = [];
  let count = 0;
  let begin: Omit<PlacedSets, 'performedOn' | 'sets'> | undefined;
  const finish = (): void => {
    if (begin !== undefined) {
      change(db, INSERT_SETS, begin.liftSessionId, begin.from, athleteId, begin.importId, `[${waiting.join(',')}]`);
    }
    [waiting, count, begin] = [[], 0, undefined];
  };
  const follows = (liftSessionId: number, from: number, importId: number | undefined): boolean =>
    begin !== undefined &&
    liftSessionId === begin.liftSessionId + waiting.length &&
    from === begin.from &&
    importId === begin.importId;
  beginAnew();
  return {
    finish,
    write: ({ liftSessionId, performedOn, sets, from, importId }) => {
      for (let first = 0; first < sets.length; first += SETS_AT_ONCE) {
        const isFull = told.size + SETS_AT_ONCE > MOST_TOLD || characters > MOST_CHARACTERS;
        if (isFull || count >= SETS_AT_ONCE || !follows(liftSessionId, from + first, importId)) finish();
        if (isFull) beginAnew();
        begin ??= { liftSessionId, from: from + first, importId };
        const some = sets.slice(first, first + SETS_AT_ONCE).map((set) => told.get(set) ?? tell(set));
        written?.add(
          performedOn,
          some.map(({ counted }) => counted),
        );
        waiting.push(`[${some.map(({ number }) => number).join(',')}]`);
        count += some.length;
      }
    },
  };
};
