import { z } from 'zod';
import type { databaseFacts } from '../../contract/schemas/backups.ts';
import { countRow } from '../db/columns.ts';
import { schemaVersion } from '../db/migrate.ts';
import { readAll, readOne, type ReadDb } from '../db/sql.ts';

export type DatabaseFacts = z.output<typeof databaseFacts>;

const countsRow = z.object({
  athletes: z.int(),
  programs: z.int(),
  sessions: z.int(),
  sets: z.int(),
  runs: z.int(),
});

const newestRow = z.object({ label: z.string(), at: z.string() });

/** What is in a database of whatever schema, in a coach's numbers. */
export const readFacts = (db: ReadDb): DatabaseFacts => {
  const counts = readOne(
    db,
    countsRow,
    `SELECT (SELECT count(*) FROM athlete) AS athletes, (SELECT count(*) FROM program) AS programs,
       (SELECT count(*) FROM lift_session) AS sessions, (SELECT count(*) FROM lift_set) AS sets,
       (SELECT count(*) FROM run) AS runs`,
  );
  if (counts === undefined) throw new Error('counting gave nothing');
  const newest = readOne(db, newestRow, 'SELECT label, at FROM journal WHERE is_undone = 0 ORDER BY step DESC LIMIT 1');
  return { counts, ...(newest === undefined ? {} : { newest }) };
};

const historyRow = z.object({
  step: z.int().nullable(),
  at: z.string().nullable(),
  undone: z.int(),
  change: z.int().nullable(),
});

/**
 * Equal as long as nothing has changed that a coach could miss: every change leaves a step or goes on with one, but for printed
 * sheets, which are only ever added.
 */
export const stampOfDatabase = (db: ReadDb): string => {
  const history = readOne(
    db,
    historyRow,
    `SELECT max(step) AS step, (SELECT at || label FROM journal ORDER BY step DESC LIMIT 1) AS at,
       count(*) FILTER (WHERE is_undone = 1) AS undone, (SELECT max(id) FROM journal_change) AS change FROM journal`,
  );
  const hasSheets =
    (readOne(db, countRow, "SELECT count(*) AS n FROM sqlite_schema WHERE name = 'printed_sheet'")?.n ?? 0) > 0;
  const sheets = hasSheets ? (readOne(db, countRow, 'SELECT coalesce(max(id), 0) AS n FROM printed_sheet')?.n ?? 0) : 0;
  return JSON.stringify([schemaVersion(db.read), history?.step, history?.at, history?.undone, history?.change, sheets]);
};

const checkRow = z.object({ quick_check: z.string() });

/** What SQLite finds wrong with a file; empty when it is sound. */
export const faultsIn = (db: ReadDb): string[] =>
  readAll(db, checkRow, 'PRAGMA quick_check(5)')
    .map((row) => row.quick_check)
    .filter((line) => line !== 'ok');
