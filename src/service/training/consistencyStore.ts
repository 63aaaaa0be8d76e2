import { z } from 'zod';
import { PATTERNS } from '../../domain/exercises/exercise.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { optional, storedDay } from '../db/columns.ts';
import { readAll, type ReadDb } from '../db/sql.ts';

const plannedRow = z
  .object({ athlete_id: z.int(), starts_on: storedDay, sessions: z.int(), lower_sets: z.number() })
  .transform((row) => ({
    athleteId: row.athlete_id,
    startsOn: row.starts_on,
    sessionsPlanned: row.sessions,
    lowerSetsPlanned: row.lower_sets,
  }));

/**
 * Everybody's planned lifting, week by week, between two Mondays, both included: sessions, and the lower-body sets of the one
 * that has the fewest, but any. Weeks with nothing to do have no row.
 */
export const plannedDoses = (db: ReadDb, from: PlainDate, to: PlainDate): z.output<typeof plannedRow>[] =>
  readAll(
    db,
    plannedRow,
    `SELECT athlete_id, starts_on, sum(sessions) AS sessions, coalesce(min(nullif(lower_sets, 0)), 0) AS lower_sets
     FROM plan_week WHERE starts_on BETWEEN ? AND ? GROUP BY starts_on, athlete_id`,
    from,
    to,
  );

const doneRow = z
  .object({ athlete_id: z.int(), starts_on: storedDay, days: z.int(), lower_sets: z.number() })
  .transform((row) => ({
    athleteId: row.athlete_id,
    startsOn: row.starts_on,
    liftDays: row.days,
    lowerSetsDone: row.lower_sets,
  }));

/** Everybody's lifting since a Monday, from the summaries of weeks: days, and the lower-body sets of the one that had the most. */
export const doneDoses = (db: ReadDb, from: PlainDate): z.output<typeof doneRow>[] =>
  readAll(
    db,
    doneRow,
    `SELECT athlete_id, starts_on, lift_days AS days, lower_sets_a_day AS lower_sets FROM week_summary
     WHERE starts_on >= ? AND lift_days > 0`,
    from,
  );

const doneSetRow = z.object({
  lift_session_id: z.int(),
  session_id: optional(z.int()),
  performed_on: storedDay,
  key: z.string(),
  pattern: z.enum(PATTERNS),
  reps: optional(z.number()),
  load_kg: optional(z.number()),
  duration_s: optional(z.number()),
  rpe: optional(z.number()),
});

/** Every work set of one athlete since a day, with the planned session it was recorded as, in order. No doubtful ones. */
export const workSetsOf = (db: ReadDb, athleteId: number, from: PlainDate): z.output<typeof doneSetRow>[] =>
  readAll(
    db,
    doneSetRow,
    `SELECT t.lift_session_id, s.session_id, s.performed_on, e.key, e.pattern, t.reps, t.load_kg, t.duration_s, t.rpe
     FROM lift_session s JOIN lift_set t ON t.lift_session_id = s.id JOIN exercise e ON e.id = t.exercise_id
     WHERE s.athlete_id = ? AND s.performed_on >= ? AND t.kind <> 'warmup' AND t.doubt IS NULL
     ORDER BY s.performed_on, s.time_of_day, s.id, t.ordinal`,
    athleteId,
    from,
  );
