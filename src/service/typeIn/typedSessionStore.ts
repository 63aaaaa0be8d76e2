import { z } from 'zod';
import { liftSessionId, plainDate } from '../../contract/schemas/scalars.ts';
import { typedFoot, typedRows } from '../../contract/schemas/typeIn.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { PrintedSession } from '../../domain/sheets/printedSession.ts';
import type { TypedFoot } from '../../domain/typeIn/typedFoot.ts';
import type { DraftSet, TypedRow } from '../../domain/typeIn/typedSession.ts';
import { optional } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** Which session of a plan: it is the same on every version of every sheet. */
export type SessionPlace = Pick<PrintedSession, 'athleteId' | 'programId' | 'weekOrdinal' | 'name'>;

const typedRow = z
  .object({
    id: z.int(),
    lift_session_id: optional(liftSessionId),
    on_day: plainDate,
    sheet_code: optional(z.string()),
    rows_json: z.string().transform((json) => typedRows.parse(JSON.parse(json))),
    foot_json: z.string().transform((json) => typedFoot.parse(JSON.parse(json))),
  })
  .transform((row) => ({
    id: row.id,
    liftSessionId: row.lift_session_id,
    on: row.on_day,
    sheetCode: row.sheet_code,
    rows: row.rows_json,
    foot: row.foot_json,
  }));

export type StoredTyping = z.output<typeof typedRow>;

const SELECT_TYPING = `SELECT t.id, t.lift_session_id, coalesce(l.performed_on, t.done_on) AS on_day, t.sheet_code, t.rows_json, t.foot_json
  FROM typed_session t LEFT JOIN lift_session l ON l.id = t.lift_session_id`;

/** What was typed of a session: found by the planned session it is linked to, which may have moved, else by its place on paper. */
export const typingOf = (db: ReadDb, place: SessionPlace, sessionId: number | undefined): StoredTyping | undefined => {
  const linked =
    sessionId === undefined
      ? undefined
      : readOne(
          db,
          typedRow,
          `${SELECT_TYPING} WHERE t.athlete_id = ? AND l.session_id = ? ORDER BY t.id DESC LIMIT 1`,
          place.athleteId,
          sessionId,
        );
  if (linked !== undefined) return linked;
  return readOne(
    db,
    typedRow,
    `${SELECT_TYPING} WHERE t.athlete_id = ? AND t.program_id = ? AND t.week_ordinal = ? AND t.name = ?
       AND (l.session_id IS NULL OR ? IS NULL) ORDER BY t.id DESC LIMIT 1`,
    place.athleteId,
    place.programId,
    place.weekOrdinal,
    place.name,
    sessionId,
  );
};

export interface NewTyping {
  readonly liftSessionId?: number | undefined;
  readonly on: PlainDate;
  readonly sheetCode?: string | undefined;
  readonly rows: readonly TypedRow[];
  readonly foot: TypedFoot;
}

export const insertTyping = (db: WriteDb, place: SessionPlace, typing: NewTyping): void => {
  change(
    db,
    `INSERT INTO typed_session (athlete_id, program_id, week_ordinal, name, lift_session_id, done_on, sheet_code, rows_json, foot_json)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    place.athleteId,
    place.programId,
    place.weekOrdinal,
    place.name,
    typing.liftSessionId,
    typing.on,
    typing.sheetCode,
    JSON.stringify(typing.rows),
    JSON.stringify(typing.foot),
  );
};

export const updateTyping = (db: WriteDb, id: number, typing: NewTyping): void => {
  change(
    db,
    'UPDATE typed_session SET lift_session_id = ?, done_on = ?, sheet_code = ?, rows_json = ?, foot_json = ? WHERE id = ?',
    typing.liftSessionId,
    typing.on,
    typing.sheetCode,
    JSON.stringify(typing.rows),
    JSON.stringify(typing.foot),
    id,
  );
};

export const deleteTyping = (db: WriteDb, id: number): void => {
  change(db, 'DELETE FROM typed_session WHERE id = ?', id);
};

const recordedRow = z
  .object({
    id: liftSessionId,
    performed_on: plainDate,
    duration_s: optional(z.number()),
    rpe: optional(z.number()),
    feeling: optional(z.int()),
    notes: optional(z.string()),
  })
  .transform(({ performed_on, duration_s, ...row }) => ({ ...row, on: performed_on, durationS: duration_s }));

export type RecordedSession = z.output<typeof recordedRow>;

/** What was recorded for a planned session in any other way than by typing its sheet in; the newest. */
export const recordedFor = (db: ReadDb, athlete: number, sessionId: number): RecordedSession | undefined =>
  readOne(
    db,
    recordedRow,
    `SELECT id, performed_on, duration_s, rpe, feeling, notes FROM lift_session
     WHERE athlete_id = ? AND session_id = ? AND id NOT IN (SELECT lift_session_id FROM typed_session WHERE lift_session_id IS NOT NULL)
     ORDER BY id DESC LIMIT 1`,
    athlete,
    sessionId,
  );

const setRow = z
  .object({
    key: z.string(),
    load_kg: optional(z.number()),
    reps: optional(z.number()),
    duration_s: optional(z.number()),
    distance_m: optional(z.number()),
    rpe: optional(z.number()),
    notes: optional(z.string()),
  })
  .transform((row): Omit<DraftSet, 'label'> => ({
    exerciseKey: row.key,
    reps: row.reps,
    holdS: row.duration_s,
    distanceM: row.distance_m,
    loadKg: row.load_kg,
    rpe: row.rpe,
    notes: row.notes,
  }));

export const workSetsIn = (db: ReadDb, liftSession: number) =>
  readAll(
    db,
    setRow,
    `SELECT e.key, s.load_kg, s.reps, s.duration_s, s.distance_m, s.rpe, s.notes FROM lift_set s JOIN exercise e ON e.id = s.exercise_id
     WHERE s.lift_session_id = ? AND s.kind <> 'warmup' ORDER BY s.ordinal`,
    liftSession,
  );

/** Sets of a session whose exercises have no row on a sheet: what is typed in from it leaves them alone. */
export const setsOffPaper = (db: ReadDb, liftSession: number, { rows }: Pick<PrintedSession, 'rows'>) =>
  workSetsIn(db, liftSession).filter((set) => rows.every(({ exerciseKey }) => exerciseKey !== set.exerciseKey));

const besidesRow = z.object({ title: z.string(), source: z.string() });

/** Lifting sessions of a day that were recorded for no planned session. */
export const unplannedOn = (db: ReadDb, athlete: number, on: PlainDate) =>
  readAll(
    db,
    besidesRow,
    `SELECT title, source FROM lift_session WHERE athlete_id = ? AND performed_on = ? AND session_id IS NULL
       AND id NOT IN (SELECT lift_session_id FROM typed_session WHERE lift_session_id IS NOT NULL) ORDER BY id`,
    athlete,
    on,
  );

const waitingRow = z.object({ code: z.string(), athlete: optional(z.string()), sessions: z.int(), typed: z.int() });

/** Printed sheets of some days, with how many of their sessions are typed in; whole ones and older versions left out. */
export const waitingSheets = (db: ReadDb, from: PlainDate, to: PlainDate, limit: number) =>
  readAll(
    db,
    waitingRow,
    `WITH counted AS (
       SELECT s.id, s.code, s.starts_on, a.name AS athlete, a.archived_on, count(*) AS sessions,
         sum(EXISTS (SELECT 1 FROM typed_session t WHERE t.athlete_id = p.athlete_id AND t.program_id = p.program_id
           AND t.week_ordinal = p.week_ordinal AND t.name = p.name)
           OR EXISTS (SELECT 1 FROM lift_session r WHERE r.athlete_id = p.athlete_id AND r.session_id = p.session_id)) AS typed
       FROM printed_sheet s JOIN printed_session p ON p.sheet_id = s.id LEFT JOIN athlete a ON a.id = s.athlete_id
       WHERE s.starts_on BETWEEN ? AND ? AND s.layout <> 'day'
         AND NOT EXISTS (SELECT 1 FROM printed_sheet l WHERE l.series = s.series AND l.version > s.version)
       GROUP BY s.id)
     SELECT code, athlete, sessions, typed FROM counted WHERE typed < sessions AND archived_on IS NULL
     ORDER BY starts_on DESC, athlete, id LIMIT ?`,
    from,
    to,
    limit,
  );
