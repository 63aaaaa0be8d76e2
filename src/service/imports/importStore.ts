import { z } from 'zod';
import { setFactsOf, type DraftActivity, type DraftSession } from '../../domain/imports/draft.ts';
import { importId, plainDate } from '../../contract/schemas/scalars.ts';
import type { ImportId } from '../../domain/kernel/ids.ts';
import { optional } from '../db/columns.ts';
import { takeBackWellness } from '../training/wellnessStore.ts';
import { ungrowImport } from './grownSessionStore.ts';
import { forgetImported } from './knownFileStore.ts';
import { FACT_COLUMNS, factsOf } from './runFacts.ts';
import { unmergeImport } from './runSourceStore.ts';
import type { SetWriter } from './setStore.ts';
import { change, insertRows, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** An import of a file, in a batch; without one, the batch itself: what was dropped together and can be taken back together. */
export const insertImport = (db: WriteDb, at: string, batch?: ImportId): ImportId =>
  change(db, 'INSERT INTO import (imported_at, batch_id) VALUES (?, ?)', at, batch).id as ImportId;

/** An import and, if it is a batch, all of it. */
const WITH_ITS_FILES = 'SELECT id FROM import WHERE id = ?1 OR batch_id = ?1';

export interface FileRecord {
  readonly importId: number;
  readonly file: string;
  readonly format: string;
  /** Absent for a roster, which is of many. */
  readonly athleteId?: number | undefined;
  readonly athlete: string;
  readonly madeAthlete: boolean;
  readonly runs: number;
  readonly sets: number;
  readonly others: number;
  readonly wellness: number;
  readonly readingJson: string;
}

export const insertImportFile = (db: WriteDb, record: FileRecord): void => {
  change(
    db,
    `INSERT INTO import_file (import_id, file, format, athlete_id, athlete, made_athlete, runs, sets, others, wellness,
                              reading_json)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    record.importId,
    record.file,
    record.format,
    record.athleteId,
    record.athlete,
    record.madeAthlete,
    record.runs,
    record.sets,
    record.others,
    record.wellness,
    record.readingJson,
  );
};

/** Notes that a roster brought somebody, so that taking it back can let them go. */
export const insertImportedAthlete = (db: WriteDb, importId: number, athleteId: number): void => {
  change(db, 'INSERT INTO import_athlete (import_id, athlete_id) VALUES (?, ?)', importId, athleteId);
};

const keyRow = z.object({ import_key: z.string() });

/** Import keys an athlete already has: what bears one of them is not added twice. */
export const knownKeys = (db: ReadDb, athleteId: number): Set<string> =>
  new Set(
    readAll(
      db,
      keyRow,
      `SELECT import_key FROM run WHERE athlete_id = ?1 AND import_key IS NOT NULL
       UNION ALL SELECT import_key FROM run_source WHERE athlete_id = ?1 AND import_key IS NOT NULL
       UNION ALL SELECT import_key FROM other_activity WHERE athlete_id = ?1 AND import_key IS NOT NULL
       UNION ALL SELECT import_key FROM lift_session WHERE athlete_id = ?1 AND import_key IS NOT NULL
       UNION ALL SELECT import_key FROM wellness_day WHERE athlete_id = ?1`,
      athleteId,
    ).map((row) => row.import_key),
  );

const startRow = z.object({ performed_on: plainDate, time_of_day: z.string(), title: z.string() });

/** Starts of an athlete's sessions from one source, for recognising a whole history moved by an hour. */
export const sessionStarts = (db: ReadDb, athleteId: number, source: string) =>
  readAll(
    db,
    startRow,
    `SELECT performed_on, time_of_day, title FROM lift_session
     WHERE athlete_id = ? AND source = ? AND time_of_day IS NOT NULL`,
    athleteId,
    source,
  ).map((row) => ({ startKey: `${row.performed_on} ${row.time_of_day}`, title: row.title }));

const holderRow = z.object({ name: z.string() });

/** Another athlete who already has an activity with this key: perhaps the file is theirs. */
export const otherHolder = (db: ReadDb, athleteId: number | undefined, importKey: string): string | undefined =>
  readOne(
    db,
    holderRow,
    `SELECT a.name FROM run r JOIN athlete a ON a.id = r.athlete_id
     WHERE r.import_key = ?2 AND (?1 IS NULL OR r.athlete_id <> ?1) LIMIT 1`,
    athleteId,
    importKey,
  )?.name;

const INSERT_RUN = `INSERT INTO run (athlete_id, is_key, ${FACT_COLUMNS.join(', ')}, source, source_id, import_id, import_key)
  VALUES (?, 0, ${FACT_COLUMNS.map(() => '?').join(', ')}, ?, ?, ?, ?)`;

export const insertRun = (db: WriteDb, athleteId: number, source: string, batch: number, run: DraftActivity): void => {
  change(db, INSERT_RUN, athleteId, ...factsOf(run), source, run.sourceId, batch, run.importKey);
};

export const insertOther = (
  db: WriteDb,
  athleteId: number,
  source: string,
  batch: number,
  other: DraftActivity,
): void => {
  change(
    db,
    `INSERT INTO other_activity (athlete_id, performed_on, time_of_day, title, sport, distance_m, moving_s, notes, source,
                                 import_id, import_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    athleteId,
    other.performedOn,
    other.timeOfDay,
    other.title,
    other.sport,
    other.distanceM,
    other.movingS ?? other.elapsedS,
    other.notes,
    source,
    batch,
    other.importKey,
  );
};

const INTO_LIFT_SESSION = `INSERT INTO lift_session (athlete_id, performed_on, time_of_day, title, duration_s, notes, source,
  import_id, import_key)`;

/** Writes sessions with their sets. */
export const insertSessions = (
  db: WriteDb,
  athleteId: number,
  source: string,
  batch: number,
  sessions: readonly DraftSession[],
  writer: SetWriter,
): void => {
  const rows = sessions.map(({ performedOn, timeOfDay, title, durationS, notes, importKey }) => [
    athleteId,
    performedOn,
    timeOfDay,
    title,
    durationS,
    notes,
    source,
    batch,
    importKey,
  ]);
  // One statement numbers its rows one after another.
  const first = insertRows(db, INTO_LIFT_SESSION, rows).id - rows.length + 1;
  for (const [at, session] of sessions.entries()) {
    writer.write({
      liftSessionId: first + at,
      performedOn: session.performedOn,
      sets: setFactsOf(session),
      from: 0,
    });
  }
};

const importRow = z
  .object({ id: importId, imported_at: z.string(), taken_back_at: optional(z.string()) })
  .transform((row) => ({ importId: row.id, importedAt: row.imported_at, takenBackAt: row.taken_back_at }));

export type StoredImport = z.output<typeof importRow>;

export const findImport = (db: ReadDb, id: number): StoredImport | undefined =>
  readOne(db, importRow, 'SELECT id, imported_at, taken_back_at FROM import WHERE id = ?', id);

const fileRow = z
  .object({
    import_id: importId,
    batch: z.int(),
    taken_back_at: optional(z.string()),
    file: z.string(),
    format: z.string(),
    athlete: z.string(),
    runs: z.int(),
    sets: z.int(),
    others: z.int(),
    wellness: z.int(),
    athletes: z.int(),
  })
  .transform(({ import_id, batch, taken_back_at, ...file }) => ({
    batch,
    file: { ...file, importId: import_id, ...(taken_back_at === undefined ? {} : { takenBackAt: taken_back_at }) },
  }));

/** What was dropped together, the newest first, with its files in their order. */
export const listImports = (db: ReadDb) => {
  const files = readAll(
    db,
    fileRow,
    `SELECT f.import_id, coalesce(i.batch_id, i.id) AS batch, i.taken_back_at, f.file, f.format, f.athlete, f.runs, f.sets,
       f.others, f.wellness, coalesce(json_extract(f.reading_json, '$.athletes.added'), 0) AS athletes
     FROM import_file f JOIN import i ON i.id = f.import_id ORDER BY f.id`,
  );
  return readAll(
    db,
    importRow,
    'SELECT id, imported_at, taken_back_at FROM import WHERE batch_id IS NULL ORDER BY id DESC',
  ).map((one) => ({
    ...one,
    files: files.filter(({ batch }) => batch === one.importId).map(({ file }) => file),
  }));
};

/** Only when nothing of it is left: rows that were kept have let go of it. */
export const deleteImport = (db: WriteDb, id: number): void => {
  change(db, 'DELETE FROM import WHERE id = ?', id);
};

const madeAthleteRow = z.object({ athlete_id: z.int() });

/** Athletes whom a batch made, when nothing of theirs is left. A file may go that did not make them, but was their last. */
const dismissMade = (db: WriteDb, id: number): void => {
  const made = readAll(
    db,
    madeAthleteRow,
    `WITH batch AS (SELECT coalesce(batch_id, id) AS id FROM import WHERE id = ?1),
       member AS (SELECT i.id FROM import i, batch b WHERE i.id = b.id OR i.batch_id = b.id)
     SELECT athlete_id FROM import_file
       WHERE import_id IN (SELECT id FROM member) AND made_athlete = 1 AND athlete_id IS NOT NULL
     UNION SELECT athlete_id FROM import_athlete WHERE import_id IN (${WITH_ITS_FILES})`,
    id,
  );
  for (const { athlete_id } of made) {
    change(
      db,
      `DELETE FROM athlete WHERE id = ?1
         AND NOT EXISTS (SELECT 1 FROM run WHERE athlete_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM lift_session WHERE athlete_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM other_activity WHERE athlete_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM program WHERE athlete_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM race WHERE athlete_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM check_in WHERE athlete_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM body_mass WHERE athlete_id = ?1)
         AND NOT EXISTS (SELECT 1 FROM wellness_day WHERE athlete_id = ?1)`,
      athlete_id,
    );
  }
};

const memberRow = z.object({ id: z.int() });

/**
 * Removes what an import added, but not what the coach has edited since; athletes that the import made go too,
 * when nothing of theirs is left. Of a batch, all its files that are still there; of a file, that file alone. Returns how
 * many rows went and how many stayed.
 */
export const takeBackImport = (db: WriteDb, id: number, at: string): { removed: number; kept: number } => {
  let [removed, kept] = [0, 0];
  const members = readAll(db, memberRow, `${WITH_ITS_FILES} ORDER BY id DESC`, id);
  for (const member of members) {
    forgetImported(db, member.id);
    removed += takeBackWellness(db, member.id) + unmergeImport(db, member.id) + ungrowImport(db, member.id);
    for (const table of ['run', 'other_activity', 'lift_session']) {
      removed += change(db, `DELETE FROM ${table} WHERE import_id = ? AND edited_at IS NULL`, member.id).rows;
      kept += change(db, `UPDATE ${table} SET import_id = NULL WHERE import_id = ?`, member.id).rows;
    }
  }
  dismissMade(db, id);
  change(db, `UPDATE import SET taken_back_at = ?2 WHERE id IN (${WITH_ITS_FILES}) AND taken_back_at IS NULL`, id, at);
  // The last of its files takes the batch with it.
  change(
    db,
    `UPDATE import SET taken_back_at = ?2 WHERE id = (SELECT batch_id FROM import WHERE id = ?1)
       AND NOT EXISTS (SELECT 1 FROM import i WHERE i.batch_id = import.id AND i.taken_back_at IS NULL)`,
    id,
    at,
  );
  return { removed, kept };
};
