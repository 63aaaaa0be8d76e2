import { z } from 'zod';
import { GUARD_ANSWERS, GUARD_LEVELS } from '../../contract/schemas/guard.ts';
import { plainDate } from '../../contract/schemas/scalars.ts';
import { DETECTORS, type Detector, type GuardLevel } from '../../domain/guard/guardState.ts';
import { LOWER_PATTERNS } from '../../domain/exercises/exercise.ts';
import type { GuardCheckIn, GuardLift, GuardRun } from '../../domain/guard/guardFacts.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { flag, jsonOf, optional } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** `07:30:00` as 7.5; what an app did not say stays unsaid. */
const hour = optional(z.string()).transform((text) => {
  const [h, m] = (text ?? '').split(':').map(Number);
  return h === undefined || m === undefined || Number.isNaN(h + m) || text === undefined ? undefined : h + m / 60;
});

const runRow = z
  .object({
    performed_on: plainDate,
    time_of_day: hour,
    is_key: flag,
    is_treadmill: flag,
    distance_m: optional(z.number()),
    moving_s: optional(z.number()),
    average_hr: optional(z.number()),
    ascent_m: optional(z.number()),
    rpe: optional(z.number()),
    decoupling_pct: optional(z.number()),
  })
  .transform((row): GuardRun => ({
    on: row.performed_on,
    startH: row.time_of_day,
    isKey: row.is_key,
    isTreadmill: row.is_treadmill,
    distanceM: row.distance_m,
    movingS: row.moving_s,
    averageHr: row.average_hr,
    ascentM: row.ascent_m,
    rpe: row.rpe,
    decouplingPct: row.decoupling_pct,
  }));

export const guardRuns = (db: ReadDb, athleteId: number, from: PlainDate, to: PlainDate): readonly GuardRun[] =>
  readAll(
    db,
    runRow,
    `SELECT performed_on, time_of_day, is_key, is_treadmill, distance_m, moving_s, average_hr, ascent_m, rpe,
       decoupling_pct FROM run WHERE athlete_id = ? AND performed_on BETWEEN ? AND ? ORDER BY performed_on, time_of_day`,
    athleteId,
    from,
    to,
  );

const liftRow = z
  .object({ performed_on: plainDate, time_of_day: hour })
  .transform((row): GuardLift => ({ on: row.performed_on, startH: row.time_of_day }));

const OF_LEGS = LOWER_PATTERNS.map((pattern) => `'${pattern}'`).join(', ');

/** Lifts that held work of the legs: what the guard asks about. */
export const guardLifts = (db: ReadDb, athleteId: number, from: PlainDate, to: PlainDate): readonly GuardLift[] =>
  readAll(
    db,
    liftRow,
    `SELECT s.performed_on, s.time_of_day FROM lift_session s
     WHERE s.athlete_id = ? AND s.performed_on BETWEEN ? AND ? AND EXISTS
       (SELECT 1 FROM lift_set l JOIN exercise e ON e.id = l.exercise_id
        WHERE l.lift_session_id = s.id AND e.pattern IN (${OF_LEGS}))
     ORDER BY s.performed_on`,
    athleteId,
    from,
    to,
  );

const checkInRow = z
  .object({ checked_on: plainDate, soreness: optional(z.number()), illness: optional(z.string()) })
  .transform((row): GuardCheckIn => ({
    on: row.checked_on,
    soreness: row.soreness,
    isIll: row.illness !== undefined && row.illness !== 'none',
  }));

export const guardCheckIns = (db: ReadDb, athleteId: number, from: PlainDate): readonly GuardCheckIn[] =>
  readAll(
    db,
    checkInRow,
    'SELECT checked_on, soreness, illness FROM check_in WHERE athlete_id = ? AND checked_on >= ? ORDER BY checked_on',
    athleteId,
    from,
  );

const maxHrRow = z.object({ max_hr: optional(z.number()) });

/** Above this a strap has lost its contact. */
const MOST_HR = 220;

/** The highest heart rate of a run since a day. */
export const highestHr = (db: ReadDb, athleteId: number, from: PlainDate): number | undefined =>
  readOne(
    db,
    maxHrRow,
    'SELECT max(max_hr) AS max_hr FROM run WHERE athlete_id = ? AND performed_on >= ? AND max_hr <= ?',
    athleteId,
    from,
    MOST_HR,
  )?.max_hr;

const noteRow = z
  .object({
    noted_on: plainDate,
    level: z.enum(GUARD_LEVELS),
    detectors: jsonOf(z.array(z.enum(DETECTORS))),
    action: z.enum(GUARD_ANSWERS),
    note: z.string(),
  })
  .transform((row) => ({
    on: row.noted_on,
    level: row.level,
    detectors: row.detectors,
    action: row.action,
    note: row.note,
  }));

export type GuardNote = z.output<typeof noteRow>;

/** What was decided about this athlete's alarms, the newest first. */
export const guardNotes = (db: ReadDb, athleteId: number): GuardNote[] =>
  readAll(
    db,
    noteRow,
    `SELECT noted_on, level, detectors, action, note FROM guard_note
     WHERE athlete_id = ? ORDER BY noted_on DESC, id DESC LIMIT 50`,
    athleteId,
  );

export const insertGuardNote = (
  db: WriteDb,
  athleteId: number,
  note: {
    readonly on: PlainDate;
    readonly level: GuardLevel;
    readonly detectors: readonly Detector[];
    readonly action: GuardNote['action'];
    readonly note: string;
  },
): void => {
  change(
    db,
    'INSERT INTO guard_note (athlete_id, noted_on, level, detectors, action, note) VALUES (?, ?, ?, ?, ?, ?)',
    athleteId,
    note.on,
    note.level,
    JSON.stringify(note.detectors),
    note.action,
    note.note,
  );
};
