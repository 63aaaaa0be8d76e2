import { z } from 'zod';
import { athleteId, plainDate } from '../../contract/schemas/scalars.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { readAll, type ReadDb } from '../db/sql.ts';

const blockRow = z
  .object({
    athlete_id: athleteId,
    athlete: z.string(),
    template_key: z.string(),
    program: z.string(),
    block: z.string(),
    starts_on: plainDate,
    last_week_on: plainDate,
    sessions: z.int(),
  })
  .transform((row) => ({
    athleteId: row.athlete_id,
    athlete: row.athlete,
    templateKey: row.template_key,
    program: row.program,
    block: row.block,
    startsOn: row.starts_on,
    lastWeekOn: row.last_week_on,
    sessions: row.sessions,
  }));

/** Every block that ended between two days, with the sessions it planned. */
export const endedBlocks = (db: ReadDb, from: PlainDate, lastWeekBefore: PlainDate): z.output<typeof blockRow>[] =>
  readAll(
    db,
    blockRow,
    `SELECT p.athlete_id, a.name AS athlete, p.template_key, p.name AS program, b.name AS block,
       min(w.starts_on) AS starts_on, max(w.starts_on) AS last_week_on,
       (SELECT count(*) FROM session s JOIN week x ON x.id = s.week_id WHERE x.block_id = b.id) AS sessions
     FROM block b JOIN program p ON p.id = b.program_id JOIN athlete a ON a.id = p.athlete_id
       JOIN week w ON w.block_id = b.id
     WHERE a.archived_on IS NULL GROUP BY b.id
     HAVING last_week_on >= ? AND last_week_on < ? ORDER BY last_week_on DESC, a.name COLLATE NOCASE`,
    from,
    lastWeekBefore,
  );

const begunRow = z
  .object({
    block_id: z.int(),
    program: z.string(),
    block: z.string(),
    starts_on: plainDate,
    last_week_on: plainDate,
    sessions: z.int(),
    sessions_due: z.int(),
  })
  .transform((row) => ({
    blockId: row.block_id,
    program: row.program,
    block: row.block,
    startsOn: row.starts_on,
    lastWeekOn: row.last_week_on,
    sessions: row.sessions,
    sessionsDue: row.sessions_due,
  }));

/** The blocks of an athlete that have begun by a week, the newest first, with the sessions they plan and those planned before that week. */
export const begunBlocks = (db: ReadDb, athleteId: number, thisWeek: PlainDate): z.output<typeof begunRow>[] =>
  readAll(
    db,
    begunRow,
    `SELECT b.id AS block_id, p.name AS program, b.name AS block, min(w.starts_on) AS starts_on,
       max(w.starts_on) AS last_week_on, sum(w.sessions) AS sessions,
       sum(CASE WHEN w.starts_on < ?2 THEN w.sessions ELSE 0 END) AS sessions_due
     FROM block b JOIN program p ON p.id = b.program_id
       JOIN (SELECT x.block_id, x.starts_on, (SELECT count(*) FROM session s WHERE s.week_id = x.id) AS sessions
             FROM week x) w ON w.block_id = b.id
     WHERE p.athlete_id = ?1 GROUP BY b.id HAVING min(w.starts_on) <= ?2 ORDER BY min(w.starts_on) DESC, b.id DESC`,
    athleteId,
    thisWeek,
  );

const weekRow = z
  .object({ athlete_id: z.int(), starts_on: plainDate, run_m: z.number(), lift_sessions: z.int() })
  .transform((row) => ({
    athleteId: row.athlete_id,
    startsOn: row.starts_on,
    runM: row.run_m,
    liftSessions: row.lift_sessions,
  }));

export const weeksSince = (db: ReadDb, from: PlainDate): z.output<typeof weekRow>[] =>
  readAll(
    db,
    weekRow,
    'SELECT athlete_id, starts_on, run_m, lift_sessions FROM week_summary WHERE starts_on >= ?',
    from,
  );

const pointRow = z
  .object({
    athlete_id: z.int(),
    exercise_id: z.int(),
    day: plainDate,
    trend_kg: z.number(),
    low_kg: z.number(),
    high_kg: z.number(),
  })
  .transform((row) => ({
    athleteId: row.athlete_id,
    exerciseId: row.exercise_id,
    on: row.day,
    trendKg: row.trend_kg,
    lowKg: row.low_kg,
    highKg: row.high_kg,
  }));

/** Trends of the lifts that a runner's strength is told by, oldest first. */
export const pointsSince = (db: ReadDb, from: PlainDate): z.output<typeof pointRow>[] =>
  readAll(
    db,
    pointRow,
    `SELECT l.athlete_id, l.exercise_id, l.day, l.trend_kg, l.low_kg, l.high_kg
     FROM lift_day l JOIN exercise e ON e.id = l.exercise_id
     WHERE l.day >= ? AND e.pattern IN ('squat', 'hinge', 'lunge') AND l.trend_kg IS NOT NULL AND l.is_outlier = 0
     ORDER BY l.day`,
    from,
  );

/** The same of one athlete. */
export const trendsSince = (db: ReadDb, athleteId: number, from: PlainDate): z.output<typeof pointRow>[] =>
  readAll(
    db,
    pointRow,
    `SELECT l.athlete_id, l.exercise_id, l.day, l.trend_kg, l.low_kg, l.high_kg
     FROM lift_day l JOIN exercise e ON e.id = l.exercise_id
     WHERE l.athlete_id = ? AND l.day >= ? AND e.pattern IN ('squat', 'hinge', 'lunge') AND l.trend_kg IS NOT NULL
       AND l.is_outlier = 0
     ORDER BY l.day`,
    athleteId,
    from,
  );

const cutRow = z
  .object({
    key: z.string(),
    name: z.string(),
    times: z.int(),
    cut: z.int(),
    athletes: z.int(),
    planned: z.int(),
    done: z.int(),
  })
  .transform((row) => ({
    exerciseKey: row.key,
    exercise: row.name,
    times: row.times,
    cut: row.cut,
    athletes: row.athletes,
    setsPlanned: row.planned,
    setsDone: row.done,
  }));

/** Planned exercises of sessions that were done since a day: how often, and how often with fewer sets than planned. */
export const cutExercises = (db: ReadDb, from: PlainDate): z.output<typeof cutRow>[] =>
  readAll(
    db,
    cutRow,
    `SELECT e.key, e.name, count(*) AS times, sum(done < planned) AS cut,
       count(DISTINCT CASE WHEN done < planned THEN athlete_id END) AS athletes, sum(planned) AS planned,
       sum(min(done, planned)) AS done
     FROM (
       SELECT l.athlete_id, t.exercise_id, sum(r.sets) AS planned,
         (SELECT count(*) FROM lift_set d WHERE d.lift_session_id = l.id AND d.exercise_id = t.exercise_id
            AND d.kind <> 'warmup') AS done
       FROM lift_session l JOIN slot t ON t.session_id = l.session_id JOIN prescription r ON r.slot_id = t.id
       WHERE l.performed_on >= ? AND l.session_id IS NOT NULL GROUP BY l.id, t.exercise_id
     ) JOIN exercise e ON e.id = exercise_id
     GROUP BY e.id HAVING cut > 0 ORDER BY cut DESC, times DESC, e.name`,
    from,
  );
