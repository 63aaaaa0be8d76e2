import { z } from 'zod';
import { LOWER_PATTERNS } from '../../domain/exercises/exercise.ts';
import { change, insertAll, readAll, type Bindable, type ReadDb, type WriteDb } from '../db/sql.ts';
import { daysOfSets, type WrittenSets } from './doneSets.ts';
import { countLiftDays, type LiftDay } from './liftDays.ts';

const INTO_LIFT_DAY = `INSERT INTO lift_day (athlete_id, exercise_id, day, work_sets, hard_sets, reps, tonnage_kg, session_kg,
  session_cv, trend_kg, low_kg, high_kg, is_outlier)`;

function* liftDayRows(
  athleteId: number,
  counted: ReadonlyMap<number, readonly LiftDay[]>,
): Generator<readonly Bindable[], void> {
  for (const [exerciseId, days] of counted) {
    for (const { day, workSets, hardSets, reps, tonnageKg, point } of days) {
      yield [
        athleteId,
        exerciseId,
        day,
        workSets,
        hardSets,
        reps,
        tonnageKg,
        point?.sessionKg,
        point?.sessionCv,
        point?.trendKg,
        point?.lowKg,
        point?.highKg,
        point?.isOutlier ?? false,
      ];
    }
  }
}

const writeLiftDays = (db: WriteDb, athleteId: number, counted: ReadonlyMap<number, readonly LiftDay[]>): void =>
  insertAll(db, INTO_LIFT_DAY, liftDayRows(athleteId, counted));

/** Every day of every lift of an athlete, as a recount finds it. */
export const liftDaysOf = (db: ReadDb, athleteId: number): ReadonlyMap<number, readonly LiftDay[]> =>
  countLiftDays(db, athleteId, daysOfSets(db, athleteId));

const recountLifts = (db: WriteDb, athleteId: number, exerciseIds: readonly number[]): void => {
  for (const exerciseId of exerciseIds) {
    change(db, 'DELETE FROM lift_day WHERE athlete_id = ? AND exercise_id = ?', athleteId, exerciseId);
  }
  writeLiftDays(db, athleteId, countLiftDays(db, athleteId, daysOfSets(db, athleteId, exerciseIds), exerciseIds));
};

export const recountRuns = (db: WriteDb, athleteId: number): void => {
  change(db, 'DELETE FROM run_day WHERE athlete_id = ?', athleteId);
  change(
    db,
    `INSERT INTO run_day (athlete_id, day, runs, distance_m, key_distance_m, duration_s)
     SELECT athlete_id, performed_on, count(*), total(distance_m), total(distance_m * is_key),
            total(coalesce(moving_s, elapsed_s))
     FROM run WHERE athlete_id = ? GROUP BY performed_on`,
    athleteId,
  );
};

const LOWER = LOWER_PATTERNS.map((pattern) => `'${pattern}'`).join(', ');

/** The Monday of a day's week: the first Monday on or after six days before it. */
const MONDAY = (column: string): string => `date(${column}, '-6 days', 'weekday 1')`;

export const recountWeeks = (db: WriteDb, athleteId: number): void => {
  change(db, 'DELETE FROM week_summary WHERE athlete_id = ?', athleteId);
  change(
    db,
    `INSERT INTO week_summary (athlete_id, starts_on, runs, run_m, key_run_m, run_s, lift_sessions, work_sets, hard_sets,
                               lower_hard_sets, tonnage_kg, lift_days, lower_sets_a_day)
     SELECT ?1, starts_on, sum(runs), sum(run_m), sum(key_run_m), sum(run_s), sum(lift_sessions), sum(work_sets),
            sum(hard_sets), sum(lower_hard_sets), sum(tonnage_kg), sum(lift_days), max(lower_sets)
     FROM (
       SELECT ${MONDAY('day')} AS starts_on, runs, distance_m AS run_m, key_distance_m AS key_run_m, duration_s AS run_s,
              0 AS lift_sessions, 0 AS work_sets, 0 AS hard_sets, 0 AS lower_hard_sets, 0.0 AS tonnage_kg,
              0 AS lift_days, 0 AS lower_sets
       FROM run_day WHERE athlete_id = ?1
       UNION ALL
       SELECT ${MONDAY('day')}, 0, 0.0, 0.0, 0.0, 0, work_sets, hard_sets, lower_hard_sets, tonnage_kg, lift_days, lower_sets
       FROM (
         SELECT l.day, sum(l.work_sets) AS work_sets, sum(l.hard_sets) AS hard_sets,
                sum(l.hard_sets * (e.pattern IN (${LOWER}))) AS lower_hard_sets, sum(l.tonnage_kg) AS tonnage_kg,
                max(l.work_sets > 0) AS lift_days, sum(l.work_sets * (e.pattern IN (${LOWER}))) AS lower_sets
         FROM lift_day l JOIN exercise e ON e.id = l.exercise_id WHERE l.athlete_id = ?1 GROUP BY l.day
       )
       UNION ALL
       SELECT ${MONDAY('performed_on')}, 0, 0.0, 0.0, 0.0, sessions, 0, 0, 0, 0.0, 0, 0
       FROM (SELECT performed_on, count(*) AS sessions FROM lift_session WHERE athlete_id = ?1 GROUP BY performed_on)
     ) GROUP BY starts_on`,
    athleteId,
  );
};

/** What each week of a plan asks, counted from its prescriptions. `chosen`: which programs. */
export const countedPlanWeeks = (chosen: string): string => `
  SELECT program_id, athlete_id, starts_on, count(*) AS sessions, coalesce(min(nullif(lower_sets, 0)), 0) AS lower_sets
  FROM (
    SELECT p.id AS program_id, p.athlete_id, w.starts_on, sum(r.sets * (e.pattern IN (${LOWER}))) AS lower_sets
    FROM program p JOIN block b ON b.program_id = p.id JOIN week w ON w.block_id = b.id JOIN session s ON s.week_id = w.id
      JOIN slot t ON t.session_id = s.id JOIN prescription r ON r.slot_id = t.id JOIN exercise e ON e.id = t.exercise_id
    WHERE ${chosen} GROUP BY s.id
  ) GROUP BY program_id, starts_on`;

const recountPlans = (db: WriteDb, chosen: string, ...values: readonly number[]): void => {
  change(db, `DELETE FROM plan_week WHERE program_id IN (SELECT id FROM program p WHERE ${chosen})`, ...values);
  change(
    db,
    `INSERT INTO plan_week (program_id, athlete_id, starts_on, sessions, lower_sets) ${countedPlanWeeks(chosen)}`,
    ...values,
  );
};

/** Counts the weeks of an athlete's programs anew: after a job, which marks nothing stale. */
export const recountPlansOf = (db: WriteDb, athleteId: number): void => recountPlans(db, 'p.athlete_id = ?', athleteId);

/**
 * Counts everything of one athlete anew: after a job, which marks nothing stale. `written`: all sets that they have, where the
 * job has just written all of them.
 */
export const recountAthlete = (db: WriteDb, athleteId: number, written?: WrittenSets): void => {
  change(db, 'DELETE FROM lift_day WHERE athlete_id = ?', athleteId);
  const days = written?.days() ?? daysOfSets(db, athleteId);
  writeLiftDays(db, athleteId, countLiftDays(db, athleteId, days));
  recountRuns(db, athleteId);
  recountWeeks(db, athleteId);
};

const staleRunRow = z.object({ athlete_id: z.int() });
const staleLiftRow = z.object({ athlete_id: z.int(), exercise_id: z.int() });
const isThere = z.object({ id: z.int() });

/** Counts anew what this transaction's changes have made stale, before it commits. */
export const recountStale = (db: WriteDb): void => {
  recountPlans(db, 'p.id IN (SELECT program_id FROM stale_plan)');
  change(db, 'DELETE FROM stale_plan');
  const runs = readAll(db, staleRunRow, 'SELECT athlete_id FROM stale_run');
  const lifts = readAll(db, staleLiftRow, 'SELECT athlete_id, exercise_id FROM stale_lift');
  const weeks = readAll(db, staleRunRow, 'SELECT athlete_id FROM stale_week');
  const athletes = new Set([...runs, ...lifts, ...weeks].map((row) => row.athlete_id));
  if (athletes.size === 0) return;
  forgetStale(db);
  const living = new Set(readAll(db, isThere, 'SELECT id FROM athlete').map((row) => row.id));
  for (const [athleteId, stale] of Map.groupBy(lifts, (row) => row.athlete_id)) {
    if (!living.has(athleteId)) continue;
    recountLifts(
      db,
      athleteId,
      stale.map((row) => row.exercise_id),
    );
  }
  for (const { athlete_id } of runs) if (living.has(athlete_id)) recountRuns(db, athlete_id);
  for (const athleteId of athletes) if (living.has(athleteId)) recountWeeks(db, athleteId);
};

/** A job counts its athletes itself: what its rows have marked in this connection is not stale. */
export const forgetStale = (db: WriteDb): void => {
  change(db, 'DELETE FROM stale_run');
  change(db, 'DELETE FROM stale_week');
  change(db, 'DELETE FROM stale_lift');
  change(db, 'DELETE FROM stale_plan');
};
