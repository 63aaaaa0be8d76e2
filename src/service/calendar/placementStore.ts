import { z } from 'zod';
import { athleteId, plainDate, programId, sessionId, timeOfDay, weekday } from '../../contract/schemas/scalars.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { PHASES, WEEK_KINDS } from '../../domain/programs/program.ts';
import { LOWER_PATTERNS } from '../../domain/exercises/exercise.ts';
import { optional, textList } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const IN = 'IN (SELECT value FROM json_each(?1))';

const LIFTS: ReadonlySet<string> = new Set(LOWER_PATTERNS);
const LOWER = [...LIFTS, 'plyo-low', 'plyo-med', 'plyo-high'];
const JUMPS = ['plyo-med', 'plyo-high'];

const sessionRow = z
  .object({
    session_id: sessionId,
    athlete_id: athleteId,
    program_id: programId,
    program: z.string(),
    name: z.string(),
    starts_on: plainDate,
    weekday,
    time_of_day: optional(timeOfDay),
    minutes: z.int(),
    patterns: textList,
    phase: optional(z.enum(PHASES)),
    kind: z.enum(WEEK_KINDS),
    template_key: z.string(),
    done_on: optional(plainDate),
    reason: optional(z.string()),
  })
  .transform((row) => ({
    athleteId: row.athlete_id,
    monday: row.starts_on,
    templateKey: row.template_key,
    lift: {
      sessionId: row.session_id,
      programId: row.program_id,
      program: row.program,
      name: row.name,
      on: addDays(row.starts_on, row.weekday - 1),
      timeOfDay: row.time_of_day ?? ('pm' as const),
      minutes: row.minutes,
      isLower: row.patterns.some((pattern) => LOWER.includes(pattern)),
      hasJumps: row.patterns.some((pattern) => JUMPS.includes(pattern)),
      isDone: row.done_on !== undefined,
      stage: row.patterns.some((pattern) => LIFTS.has(pattern)) ? { phase: row.phase, kind: row.kind } : undefined,
      doneOn: row.done_on,
      reason: row.reason,
    },
  }));

type StoredLift = z.output<typeof sessionRow>;

/** The sessions of the weeks between two Mondays, with what they load and whether they were done. */
export const liftsBetween = (
  db: ReadDb,
  ids: readonly AthleteId[],
  fromMonday: PlainDate,
  toMonday: PlainDate,
): StoredLift[] =>
  readAll(
    db,
    sessionRow,
    `SELECT s.id AS session_id, p.athlete_id, p.id AS program_id, p.name AS program, p.template_key, b.phase, w.kind, s.name,
       w.starts_on, s.weekday, s.time_of_day, s.minutes,
       (SELECT json_group_array(DISTINCT e.pattern) FROM slot x JOIN exercise e ON e.id = x.exercise_id
        WHERE x.session_id = s.id AND EXISTS (SELECT 1 FROM prescription q WHERE q.slot_id = x.id)) AS patterns,
       (SELECT max(l.performed_on) FROM lift_session l WHERE l.session_id = s.id) AS done_on,
       (SELECT o.reason FROM placement_override o WHERE o.session_id = s.id AND o.weekday = s.weekday
          AND o.time_of_day = coalesce(s.time_of_day, 'pm')) AS reason
     FROM program p JOIN block b ON b.program_id = p.id JOIN week w ON w.block_id = b.id JOIN session s ON s.week_id = w.id
     WHERE p.athlete_id ${IN} AND p.starts_on <= ?3 AND p.ends_on >= ?2 AND w.starts_on BETWEEN ?2 AND ?3
     ORDER BY p.athlete_id, w.starts_on, s.weekday, s.ordinal`,
    JSON.stringify(ids),
    fromMonday,
    toMonday,
  );

const sorenessRow = z
  .object({ athlete_id: athleteId, peak: z.number() })
  .transform((row) => ({ athleteId: row.athlete_id, peak: row.peak }));

/** The soreness of three days after a lift of the legs at its worst, on average (S9); of fewer than three lifts nothing is said. */
export const peakSoreness = (
  db: ReadDb,
  ids: readonly AthleteId[],
  from: PlainDate,
  to: PlainDate,
): z.output<typeof sorenessRow>[] =>
  readAll(
    db,
    sorenessRow,
    `SELECT athlete_id, avg(peak) AS peak FROM
       (SELECT l.athlete_id, max(c.soreness) AS peak FROM lift_session l
        JOIN check_in c ON c.athlete_id = l.athlete_id
          AND c.checked_on BETWEEN l.performed_on AND date(l.performed_on, '+3 days')
        WHERE l.athlete_id ${IN} AND l.performed_on BETWEEN ?2 AND ?3 AND c.soreness IS NOT NULL AND EXISTS
          (SELECT 1 FROM lift_set s JOIN exercise e ON e.id = s.exercise_id
           WHERE s.lift_session_id = l.id AND e.pattern IN (SELECT value FROM json_each(?4)))
        GROUP BY l.id)
     GROUP BY athlete_id HAVING count(*) >= 3`,
    JSON.stringify(ids),
    from,
    to,
    JSON.stringify(LOWER),
  );

const programRow = z.object({ program_id: z.int() });

/** Puts a session on a day and half of its week; the program is then another revision. */
export const placeSession = (db: WriteDb, id: number, day: number, half: 'am' | 'pm'): void => {
  change(db, 'UPDATE session SET weekday = ?, time_of_day = ? WHERE id = ?', day, half, id);
  change(db, 'DELETE FROM placement_override WHERE session_id = ?', id);
};

export const touchProgramsOf = (db: WriteDb, sessionIds: readonly number[]): void => {
  const programs = readAll(
    db,
    programRow,
    `SELECT DISTINCT b.program_id FROM session s JOIN week w ON w.id = s.week_id JOIN block b ON b.id = w.block_id
     WHERE s.id ${IN}`,
    JSON.stringify(sessionIds),
  );
  for (const { program_id: id } of programs) change(db, 'UPDATE program SET revision = revision + 1 WHERE id = ?', id);
};

export const keepReason = (
  db: WriteDb,
  id: number,
  why: { readonly weekday: number; readonly timeOfDay: 'am' | 'pm'; readonly reason: string; readonly on: PlainDate },
): void => {
  change(
    db,
    'INSERT INTO placement_override (session_id, weekday, time_of_day, reason, noted_on) VALUES (?, ?, ?, ?, ?)',
    id,
    why.weekday,
    why.timeOfDay,
    why.reason,
    why.on,
  );
};

const valueRow = z.object({ value_json: z.string() });

export const storedPolicies = (db: ReadDb): unknown => {
  const stored = readOne(db, valueRow, "SELECT value_json FROM setting WHERE key = 'placement'");
  return stored === undefined ? undefined : JSON.parse(stored.value_json);
};

export const writePolicies = (db: WriteDb, policies: unknown): void => {
  change(
    db,
    `INSERT INTO setting (key, value_json) VALUES ('placement', ?)
     ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json`,
    JSON.stringify(policies),
  );
};
