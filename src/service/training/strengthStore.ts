import { z } from 'zod';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { plainDate } from '../../contract/schemas/scalars.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const oddRow = z
  .object({
    key: z.string(),
    name: z.string(),
    day: plainDate,
    session_kg: z.number(),
    trend_kg: z.number(),
    load_kg: z.number(),
    reps: z.number(),
  })
  .transform((row) => ({
    exerciseKey: row.key,
    exercise: row.name,
    on: row.day,
    sessionKg: row.session_kg,
    trendKg: row.trend_kg,
    loadKg: row.load_kg,
    reps: row.reps,
  }));

/** Days whose result was too far off the trend to be believed, and that nobody has been asked about; the newest first. */
export const openOddDays = (db: ReadDb, athleteId: number, from: PlainDate): z.output<typeof oddRow>[] =>
  readAll(
    db,
    oddRow,
    `SELECT e.key, e.name, l.day, l.session_kg, l.trend_kg, s.load_kg, s.reps, max(s.load_kg * (1 + s.reps / 30.0))
     FROM lift_day l JOIN exercise e ON e.id = l.exercise_id
       JOIN lift_session d ON d.athlete_id = l.athlete_id AND d.performed_on = l.day
       JOIN lift_set s ON s.lift_session_id = d.id AND s.exercise_id = l.exercise_id AND s.load_kg > 0
         AND s.reps > 0 AND s.doubt IS NULL
     WHERE l.athlete_id = ? AND l.day >= ? AND l.is_outlier = 1
       AND NOT EXISTS (SELECT 1 FROM odd_day o WHERE o.athlete_id = l.athlete_id AND o.exercise_id = l.exercise_id AND o.day = l.day)
     GROUP BY l.exercise_id, l.day ORDER BY l.day DESC, e.name`,
    athleteId,
    from,
  );

const effortRow = z.object({ hardest: z.number().nullable(), unsaid: z.int() });

/** The hardest RPE of a lift's work sets on a day, and how many said none. */
export const effortOn = (db: ReadDb, athleteId: number, exerciseKey: string, on: PlainDate) =>
  readOne(
    db,
    effortRow,
    `SELECT max(s.rpe) AS hardest, coalesce(sum(s.rpe IS NULL), 0) AS unsaid
     FROM lift_session l JOIN lift_set s ON s.lift_session_id = l.id JOIN exercise e ON e.id = s.exercise_id
     WHERE l.athlete_id = ? AND e.key = ? AND l.performed_on = ? AND s.kind = 'work'`,
    athleteId,
    exerciseKey,
    on,
  );

export const saveOddDay = (
  db: WriteDb,
  athleteId: number,
  exerciseId: number,
  on: PlainDate,
  isRight: boolean,
): void => {
  change(
    db,
    `INSERT INTO odd_day (athlete_id, exercise_id, day, is_right) VALUES (?, ?, ?, ?)
     ON CONFLICT (athlete_id, exercise_id, day) DO UPDATE SET is_right = excluded.is_right`,
    athleteId,
    exerciseId,
    on,
    isRight,
  );
};
