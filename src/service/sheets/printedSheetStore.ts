import { z } from 'zod';
import { athleteId, plainDate, programId, sessionId } from '../../contract/schemas/scalars.ts';
import { printedLine } from '../../contract/schemas/sheet.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { SHEET_LAYOUTS, type SheetLayout } from '../../domain/sheets/layouts.ts';
import type { PrintedSession } from '../../domain/sheets/printedSession.ts';
import type { SheetCode } from '../../domain/sheets/sheetCode.ts';
import { flag, jsonOf, optional } from '../db/columns.ts';
import { groupRows } from '../db/groupRows.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** A sheet that is to be kept: what it is a version of, what is read on it, and its rows. */
export interface NewPrintedSheet {
  readonly sheetCode: SheetCode;
  readonly series: string;
  readonly version: number;
  readonly layout: SheetLayout;
  /** Absent: a sheet of many athletes. */
  readonly athleteId?: AthleteId | undefined;
  readonly title: string;
  readonly startsOn: PlainDate;
  readonly isNoGym: boolean;
  /** Digest of all that is read on it. */
  readonly reading: string;
  readonly sessions: readonly PrintedSession[];
}

const sheetRow = z
  .object({
    id: z.int(),
    code: z.string() as unknown as z.ZodType<SheetCode>,
    series: z.string(),
    version: z.int(),
    layout: z.enum(SHEET_LAYOUTS),
    athlete_id: optional(athleteId),
    title: z.string(),
    starts_on: plainDate,
    is_no_gym: flag,
    reading: z.string(),
    printed_on: plainDate,
    is_newest: flag,
  })
  .transform((row) => ({
    id: row.id,
    sheetCode: row.code,
    series: row.series,
    version: row.version,
    layout: row.layout,
    athleteId: row.athlete_id,
    title: row.title,
    startsOn: row.starts_on,
    isNoGym: row.is_no_gym,
    reading: row.reading,
    printedOn: row.printed_on,
    isNewest: row.is_newest,
  }));

export type StoredPrintedSheet = z.output<typeof sheetRow>;

const SELECT_SHEET = `SELECT s.id, s.code, s.series, s.version, s.layout, s.athlete_id, s.title, s.starts_on, s.is_no_gym,
    s.reading, s.printed_on,
    NOT EXISTS (SELECT 1 FROM printed_sheet l WHERE l.series = s.series AND l.version > s.version) AS is_newest
  FROM printed_sheet s`;

/** Versions of one sheet that were printed, the newest first. */
export const newestVersions = (db: ReadDb, series: string, count: number): StoredPrintedSheet[] =>
  readAll(db, sheetRow, `${SELECT_SHEET} WHERE s.series = ? ORDER BY s.version DESC LIMIT ?`, series, count);

export const printedSheetOf = (db: ReadDb, code: string): StoredPrintedSheet | undefined =>
  readOne(db, sheetRow, `${SELECT_SHEET} WHERE s.code = ?`, code);

/** What was printed, of one athlete or of everybody, the newest first. */
export const printedSheets = (db: ReadDb, whose: AthleteId | undefined, limit: number): StoredPrintedSheet[] =>
  readAll(
    db,
    sheetRow,
    `${SELECT_SHEET} WHERE ?1 IS NULL OR s.athlete_id = ?1
       OR s.id IN (SELECT sheet_id FROM printed_session WHERE athlete_id = ?1)
     ORDER BY s.id DESC LIMIT ?2`,
    whose,
    limit,
  );

const sessionRow = z.object({
  id: z.int(),
  athlete_id: athleteId,
  program_id: programId,
  week_ordinal: z.int(),
  session_id: optional(sessionId),
  name: z.string(),
  planned_on: plainDate,
  minutes: z.int(),
});

const linesJson = jsonOf(z.array(printedLine));

const printedRow = z.object({
  session_id: z.int(),
  label: z.string(),
  exercise_key: z.string(),
  exercise: z.string(),
  role: z.enum(['main', 'assistance']),
  no_gym_key: optional(z.string()),
  lines_json: linesJson,
});

/** The sessions of a printed sheet, row by row as they stand on paper. */
export const printedSessionsOf = (db: ReadDb, sheetId: number): PrintedSession[] => {
  const rowsIn = groupRows(
    readAll(
      db,
      printedRow,
      `SELECT session_id, label, exercise_key, exercise, role, no_gym_key, lines_json FROM printed_row
       WHERE session_id IN (SELECT id FROM printed_session WHERE sheet_id = ?) ORDER BY session_id, ordinal`,
      sheetId,
    ),
    (row) => row.session_id,
  );
  return readAll(
    db,
    sessionRow,
    `SELECT id, athlete_id, program_id, week_ordinal, session_id, name, planned_on, minutes
     FROM printed_session WHERE sheet_id = ? ORDER BY ordinal`,
    sheetId,
  ).map((session) => ({
    athleteId: session.athlete_id,
    programId: session.program_id,
    weekOrdinal: session.week_ordinal,
    ...(session.session_id === undefined ? {} : { sessionId: session.session_id }),
    name: session.name,
    plannedOn: session.planned_on,
    minutes: session.minutes,
    rows: (rowsIn.get(session.id) ?? []).map((row) => ({
      label: row.label,
      exerciseKey: row.exercise_key,
      exercise: row.exercise,
      role: row.role,
      ...(row.no_gym_key === undefined ? {} : { noGymKey: row.no_gym_key }),
      lines: row.lines_json,
    })),
  }));
};

/** Keeps a version of a sheet. */
export const insertPrintedSheet = (db: WriteDb, sheet: NewPrintedSheet, on: PlainDate, at: string): void => {
  const { id } = change(
    db,
    `INSERT INTO printed_sheet (code, series, version, layout, athlete_id, title, starts_on, is_no_gym, reading, printed_on, printed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    sheet.sheetCode,
    sheet.series,
    sheet.version,
    sheet.layout,
    sheet.athleteId,
    sheet.title,
    sheet.startsOn,
    sheet.isNoGym,
    sheet.reading,
    on,
    at,
  );
  sheet.sessions.forEach((session, ordinal) => insertSession(db, id, ordinal, session));
};

const insertSession = (db: WriteDb, sheetId: number, ordinal: number, session: PrintedSession): void => {
  const { id } = change(
    db,
    `INSERT INTO printed_session (sheet_id, ordinal, athlete_id, program_id, week_ordinal, session_id, name, planned_on, minutes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    sheetId,
    ordinal,
    session.athleteId,
    session.programId,
    session.weekOrdinal,
    session.sessionId,
    session.name,
    session.plannedOn,
    session.minutes,
  );
  session.rows.forEach((row, place) => {
    change(
      db,
      `INSERT INTO printed_row (session_id, ordinal, label, exercise_key, exercise, role, no_gym_key, lines_json)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      place,
      row.label,
      row.exerciseKey,
      row.exercise,
      row.role,
      row.noGymKey,
      JSON.stringify(row.lines),
    );
  });
};
