import { z } from 'zod';
import { PATTERNS } from '../../domain/exercises/exercise.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { WEEK_KINDS } from '../../domain/programs/program.ts';
import { optional, storedDay } from '../db/columns.ts';
import { readAll, readOne, type ReadDb } from '../db/sql.ts';

const weekRow = z
  .object({
    starts_on: storedDay,
    runs: z.int(),
    run_m: z.number(),
    key_run_m: z.number(),
    lift_sessions: z.int(),
    work_sets: z.int(),
    hard_sets: z.int(),
    lower_hard_sets: z.int(),
    tonnage_kg: z.number(),
  })
  .transform((row) => ({
    startsOn: row.starts_on,
    runs: row.runs,
    runM: row.run_m,
    keyRunM: row.key_run_m,
    liftSessions: row.lift_sessions,
    workSets: row.work_sets,
    hardSets: row.hard_sets,
    lowerHardSets: row.lower_hard_sets,
    tonnageKg: row.tonnage_kg,
  }));

export type WeekTotals = z.output<typeof weekRow>;

/** One athlete's weeks in which anything was done, oldest first. */
export const weeksOf = (db: ReadDb, athleteId: number, from: PlainDate): WeekTotals[] =>
  readAll(
    db,
    weekRow,
    'SELECT * FROM week_summary WHERE athlete_id = ? AND starts_on >= ? ORDER BY starts_on',
    athleteId,
    from,
  );

const EMPTY_WEEK = {
  runs: 0,
  runM: 0,
  keyRunM: 0,
  liftSessions: 0,
  workSets: 0,
  hardSets: 0,
  lowerHardSets: 0,
  tonnageKg: 0,
};

/** Every week of the window, so that the same week lies at the same place in every panel. */
export const everyWeek = (from: PlainDate, count: number, found: readonly WeekTotals[]): WeekTotals[] => {
  const byStart = new Map(found.map((week) => [week.startsOn, week]));
  return Array.from({ length: count }, (_, index) => {
    const startsOn = addDays(from, index * 7);
    return byStart.get(startsOn) ?? { startsOn, ...EMPTY_WEEK };
  });
};

const athleteWeekRow = z.object({
  athlete_id: z.int(),
  starts_on: storedDay,
  run_m: z.number(),
  lift_sessions: z.int(),
});

export type AthleteWeek = z.output<typeof athleteWeekRow>;

/** Everybody's weeks since a Monday, for the roster. */
export const rosterWeeks = (db: ReadDb, from: PlainDate): AthleteWeek[] =>
  readAll(
    db,
    athleteWeekRow,
    'SELECT athlete_id, starts_on, run_m, lift_sessions FROM week_summary WHERE starts_on >= ?',
    from,
  );

const liftPointRow = z.object({
  athlete_id: z.int(),
  key: z.string(),
  name: z.string(),
  pattern: z.enum(PATTERNS),
  day: storedDay,
  session_kg: z.number(),
  trend_kg: z.number(),
  low_kg: z.number(),
  high_kg: z.number(),
});

export type LiftPoint = z.output<typeof liftPointRow>;

const SELECT_POINTS = `SELECT l.athlete_id, e.key, e.name, e.pattern, l.day, l.session_kg, l.trend_kg, l.low_kg, l.high_kg
  FROM lift_day l JOIN exercise e ON e.id = l.exercise_id`;

/** One athlete's e1RM points. Sessions held back as probable typing errors have none. */
export const liftPointsOf = (db: ReadDb, athleteId: number, from: PlainDate): LiftPoint[] =>
  readAll(
    db,
    liftPointRow,
    `${SELECT_POINTS} WHERE l.athlete_id = ? AND l.day >= ? AND l.trend_kg IS NOT NULL AND l.is_outlier = 0 ORDER BY l.day`,
    athleteId,
    from,
  );

/** The same of one exercise. */
export const exercisePointsOf = (db: ReadDb, athleteId: number, exerciseKey: string): LiftPoint[] =>
  readAll(
    db,
    liftPointRow,
    `${SELECT_POINTS} WHERE l.athlete_id = ? AND e.key = ? AND l.trend_kg IS NOT NULL AND l.is_outlier = 0 ORDER BY l.day`,
    athleteId,
    exerciseKey,
  );

/** For each lift the newest point before a day, or its first one when all are later: what a week's loads rest on. */
export const trendsBefore = (db: ReadDb, athleteId: number, day: PlainDate): LiftPoint[] =>
  readAll(
    db,
    liftPointRow,
    `SELECT athlete_id, key, name, pattern, day, session_kg, trend_kg, low_kg, high_kg FROM (
       SELECT l.athlete_id, e.key, e.name, e.pattern, l.day, l.session_kg, l.trend_kg, l.low_kg, l.high_kg,
              row_number() OVER (PARTITION BY l.exercise_id
                ORDER BY l.day < ?2 DESC, CASE WHEN l.day < ?2 THEN l.day END DESC, l.day) AS place
       FROM lift_day l JOIN exercise e ON e.id = l.exercise_id
       WHERE l.athlete_id = ?1 AND l.trend_kg IS NOT NULL AND l.is_outlier = 0
     ) WHERE place = 1`,
    athleteId,
    day,
  );

const rosterPointRow = liftPointRow.pick({
  athlete_id: true,
  key: true,
  name: true,
  pattern: true,
  day: true,
  trend_kg: true,
});

export type RosterLiftPoint = z.output<typeof rosterPointRow>;

/** Everybody's squat and hinge trend since a day, oldest first, for the roster: answered from one index alone. */
export const rosterLiftPoints = (db: ReadDb, from: PlainDate): RosterLiftPoint[] =>
  readAll(
    db,
    rosterPointRow,
    `SELECT l.athlete_id, e.key, e.name, e.pattern, l.day, l.trend_kg
     FROM lift_day l INDEXED BY lift_day_recent JOIN exercise e ON e.id = l.exercise_id
     WHERE l.day >= ? AND e.pattern IN ('squat', 'hinge') AND l.trend_kg IS NOT NULL AND l.is_outlier = 0
     ORDER BY l.day`,
    from,
  );

const lastDayRow = z.object({ athlete_id: z.int(), last_day: storedDay });

export const lastLiftDays = (db: ReadDb): Map<number, PlainDate> =>
  new Map(
    readAll(
      db,
      lastDayRow,
      `SELECT a.id AS athlete_id, (SELECT max(performed_on) FROM lift_session s WHERE s.athlete_id = a.id) AS last_day
       FROM athlete a WHERE last_day IS NOT NULL`,
    ).map((row) => [row.athlete_id, row.last_day]),
  );

export const lastRunDays = (db: ReadDb): Map<number, PlainDate> =>
  new Map(
    readAll(
      db,
      lastDayRow,
      `SELECT a.id AS athlete_id, (SELECT max(day) FROM run_day d WHERE d.athlete_id = a.id) AS last_day
       FROM athlete a WHERE last_day IS NOT NULL`,
    ).map((row) => [row.athlete_id, row.last_day]),
  );

const painRow = z
  .object({ athlete_id: z.int(), checked_on: storedDay, pain_score: z.int(), pain_site: optional(z.string()) })
  .transform((row) => ({
    athleteId: row.athlete_id,
    on: row.checked_on,
    score: row.pain_score,
    site: row.pain_site ?? '',
  }));

/** Pain reported (score above 0), oldest first. */
export const painOf = (db: ReadDb, athleteId: number, from: PlainDate): z.output<typeof painRow>[] =>
  readAll(
    db,
    painRow,
    `SELECT athlete_id, checked_on, pain_score, pain_site FROM check_in
     WHERE athlete_id = ? AND checked_on >= ? AND pain_score > 0 ORDER BY checked_on`,
    athleteId,
    from,
  );

/** Everybody's latest pain reports since a day. */
export const rosterPain = (db: ReadDb, from: PlainDate): z.output<typeof painRow>[] =>
  readAll(
    db,
    painRow,
    'SELECT athlete_id, checked_on, pain_score, pain_site FROM check_in WHERE checked_on >= ? AND pain_score > 0 ORDER BY checked_on',
    from,
  );

const programWeekRow = z
  .object({
    athlete_id: z.int(),
    starts_on: storedDay,
    program: z.string(),
    program_id: z.int(),
    program_starts_on: storedDay,
    program_ends_on: storedDay,
    block: z.string(),
    number: z.int(),
    ordinal: z.int(),
    kind: z.enum(WEEK_KINDS),
    sessions: z.int(),
  })
  .transform((row) => ({
    athleteId: row.athlete_id,
    startsOn: row.starts_on,
    program: row.program,
    programId: row.program_id,
    programStartsOn: row.program_starts_on,
    programEndsOn: row.program_ends_on,
    block: row.block,
    number: row.number,
    ordinal: row.ordinal,
    kind: row.kind,
    sessions: row.sessions,
  }));

export type PlannedWeek = z.output<typeof programWeekRow>;

const SELECT_PLANNED = `SELECT p.athlete_id, w.starts_on, p.name AS program, p.id AS program_id, p.starts_on AS program_starts_on,
    p.ends_on AS program_ends_on, b.name AS block, w.number,
    (SELECT count(*) FROM session s WHERE s.week_id = w.id) AS sessions, w.ordinal, w.kind
  FROM week w JOIN block b ON b.id = w.block_id JOIN program p ON p.id = b.program_id`;

export const plannedWeeksOf = (db: ReadDb, athleteId: number, from: PlainDate): PlannedWeek[] =>
  readAll(
    db,
    programWeekRow,
    `${SELECT_PLANNED} WHERE p.athlete_id = ? AND w.starts_on >= ? ORDER BY w.starts_on`,
    athleteId,
    from,
  );

/** Everybody's planned weeks between two Mondays, both included. */
export const rosterPlannedWeeks = (db: ReadDb, from: PlainDate, to: PlainDate): PlannedWeek[] =>
  readAll(db, programWeekRow, `${SELECT_PLANNED} WHERE w.starts_on BETWEEN ? AND ? ORDER BY w.starts_on`, from, to);

const spanRow = z.object({ first: optional(storedDay), last: optional(storedDay) });

/** Mondays of the first and the last week in which an athlete did anything. */
export const dataSpan = (db: ReadDb, athleteId: number): z.output<typeof spanRow> =>
  readOne(
    db,
    spanRow,
    'SELECT min(starts_on) AS first, max(starts_on) AS last FROM week_summary WHERE athlete_id = ?',
    athleteId,
  ) ?? { first: undefined, last: undefined };

const totalRow = z.object({ n: z.int(), total: z.number() });
const heaviestRow = z
  .object({ exercise: z.string(), load_kg: z.number(), reps: z.number(), performed_on: storedDay })
  .transform((row) => ({ exercise: row.exercise, loadKg: row.load_kg, reps: row.reps, date: row.performed_on }));

/** Runs and metres of one athlete, counted from the rows themselves. */
export const runTotals = (db: ReadDb, athleteId: number): z.output<typeof totalRow> | undefined =>
  readOne(db, totalRow, 'SELECT count(*) AS n, total(distance_m) AS total FROM run WHERE athlete_id = ?', athleteId);

/** Sets with repetitions and their tonnage, as the exports count them: warm-ups and drop sets included. */
export const setTotals = (db: ReadDb, athleteId: number): z.output<typeof totalRow> | undefined =>
  readOne(
    db,
    totalRow,
    `SELECT count(*) AS n, total(s.load_kg * s.reps) AS total
     FROM lift_session l JOIN lift_set s ON s.lift_session_id = l.id WHERE l.athlete_id = ? AND s.reps > 0`,
    athleteId,
  );

export const heaviestSet = (db: ReadDb, athleteId: number): z.output<typeof heaviestRow> | undefined =>
  readOne(
    db,
    heaviestRow,
    `SELECT coalesce(s.recorded_as, e.name) AS exercise, s.load_kg, s.reps, l.performed_on
     FROM lift_session l JOIN lift_set s ON s.lift_session_id = l.id JOIN exercise e ON e.id = s.exercise_id
     WHERE l.athlete_id = ? AND s.reps > 0 AND s.load_kg IS NOT NULL AND s.doubt IS NULL
     ORDER BY s.load_kg DESC, l.id, s.ordinal LIMIT 1`,
    athleteId,
  );

/** First and last day on which anything is recorded: runs, lifts or other activities. */
export const recordedBetween = (db: ReadDb, athleteId: number): z.output<typeof spanRow> =>
  readOne(
    db,
    spanRow,
    `SELECT min(performed_on) AS first, max(performed_on) AS last FROM (
       SELECT performed_on FROM run WHERE athlete_id = ?1
       UNION ALL SELECT performed_on FROM lift_session WHERE athlete_id = ?1
       UNION ALL SELECT performed_on FROM other_activity WHERE athlete_id = ?1)`,
    athleteId,
  ) ?? { first: undefined, last: undefined };
