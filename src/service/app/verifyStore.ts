import { z } from 'zod';
import { faultOf, reasonOf } from '../db/fault.ts';
import type { Damage } from '../db/heldDatabase.ts';
import { readAll, type ReadDb } from '../db/sql.ts';
import type { LiftDay } from '../training/liftDays.ts';
import { countedPlanWeeks, liftDaysOf } from '../training/recount.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** What to do about it. */
  readonly advice?: string;
}

const RESTORE =
  'Restore the newest backup (Settings, Backups; or “ironstride restore”), or save what can be read (“ironstride salvage FILE”). The file is kept as it is.';
const RECOUNT =
  'Your entries are whole; a sum made of them is not. Make a backup, and change anything of that athlete: their sums are counted anew then. Please report it, it is a bug.';

const integrityRow = z.object({ integrity_check: z.string() });
const anyRow = z.record(z.string(), z.unknown());

/** What is said of a file that cannot be read, or not as a whole. */
export const damagedFile = ({ kind, reason }: Damage): Check => ({
  name: 'file',
  ok: false,
  detail: kind === 'missing' ? 'it is not there, but there are backups of it' : `it is damaged (${reason})`,
  advice: RESTORE,
});

const integrity = (db: ReadDb): Check => {
  const found = readAll(db, integrityRow, 'PRAGMA integrity_check').map((row) => row.integrity_check);
  const isSound = found.length === 1 && found[0] === 'ok';
  if (isSound) return { name: 'file', ok: true, detail: 'every page is sound' };
  return damagedFile({ kind: 'damaged', reason: found.join('; ') });
};

const references = (db: ReadDb): Check => {
  const broken = readAll(db, anyRow, 'PRAGMA foreign_key_check').length;
  return {
    name: 'references',
    ok: broken === 0,
    detail: broken === 0 ? 'every row points somewhere' : `${broken} rows point nowhere`,
    ...(broken === 0 ? {} : { advice: RESTORE }),
  };
};

const differing = (name: string, what: string, count: number): Check => ({
  name,
  ok: count === 0,
  detail: count === 0 ? `${what} equal a recount` : `${count} ${what} differ from a recount`,
  ...(count === 0 ? {} : { advice: RECOUNT }),
});

const countRow = z.object({ n: z.int() });

/** Running days whose stored sums are not what counting the runs gives (to a millimetre), missing and surplus ones included. */
const runDays = (db: ReadDb): Check => {
  const [row] = readAll(
    db,
    countRow,
    `WITH counted AS (
       SELECT athlete_id, performed_on AS day, count(*) AS runs, total(distance_m) AS distance_m FROM run GROUP BY 1, 2
     )
     SELECT count(*) AS n FROM (
       SELECT 1 FROM counted c FULL JOIN run_day d ON d.athlete_id = c.athlete_id AND d.day = c.day
       WHERE c.runs IS NOT d.runs OR abs(c.distance_m - d.distance_m) > 0.001
     )`,
  );
  return differing('running days', 'running days', row?.n ?? 0);
};

const weeks = (db: ReadDb): Check => {
  const [row] = readAll(
    db,
    countRow,
    `WITH parts AS (
       SELECT athlete_id, date(day, '-6 days', 'weekday 1') AS starts_on, distance_m, 0 AS sessions, 0 AS sets,
           NULL AS day FROM run_day
       UNION ALL SELECT athlete_id, date(performed_on, '-6 days', 'weekday 1'), 0, 1, 0, NULL FROM lift_session
       UNION ALL SELECT athlete_id, date(day, '-6 days', 'weekday 1'), 0, 0, work_sets,
         CASE WHEN work_sets > 0 THEN day END FROM lift_day
     ), counted AS (
       SELECT athlete_id, starts_on, total(distance_m) AS run_m, sum(sessions) AS sessions, sum(sets) AS sets,
         count(DISTINCT day) AS days
       FROM parts GROUP BY 1, 2
     )
     SELECT count(*) AS n FROM (
       SELECT 1 FROM counted c FULL JOIN week_summary w ON w.athlete_id = c.athlete_id AND w.starts_on = c.starts_on
       WHERE abs(coalesce(c.run_m, -1) - coalesce(w.run_m, -1)) > 0.01 OR c.sessions IS NOT w.lift_sessions
          OR c.sets IS NOT w.work_sets OR c.days IS NOT w.lift_days
     )`,
  );
  return differing('weeks', 'weeks', row?.n ?? 0);
};

/** Weeks of plans whose stored sums are not what counting their prescriptions gives. */
const planWeeks = (db: ReadDb): Check => {
  const [row] = readAll(
    db,
    countRow,
    `SELECT count(*) AS n FROM (
       SELECT 1 FROM (${countedPlanWeeks('TRUE')}) c
         FULL JOIN plan_week w ON w.program_id = c.program_id AND w.starts_on = c.starts_on
       WHERE c.athlete_id IS NOT w.athlete_id OR c.sessions IS NOT w.sessions OR c.lower_sets IS NOT w.lower_sets
     )`,
  );
  return differing('planned weeks', 'planned weeks', row?.n ?? 0);
};

const lifterRow = z.object({ athlete_id: z.int() });
const storedDayRow = z.object({
  exercise_id: z.int(),
  day: z.string(),
  work_sets: z.int(),
  hard_sets: z.int(),
  trend_kg: z.number().nullable(),
});

const isAsCounted = (stored: readonly z.output<typeof storedDayRow>[], counted: readonly LiftDay[]): boolean =>
  stored.length === counted.length &&
  stored.every((row, index) => {
    const fresh = counted[index];
    return (
      fresh?.day === row.day &&
      fresh.workSets === row.work_sets &&
      fresh.hardSets === row.hard_sets &&
      Math.abs((fresh.point?.trendKg ?? 0) - (row.trend_kg ?? 0)) <= 1e-6
    );
  });

/** How many of an athlete's lifts have other days than a recount finds. */
const wrongLiftsOf = (db: ReadDb, athleteId: number): number => {
  const rows = readAll(
    db,
    storedDayRow,
    'SELECT exercise_id, day, work_sets, hard_sets, trend_kg FROM lift_day WHERE athlete_id = ? ORDER BY day',
    athleteId,
  );
  const stored = Map.groupBy(rows, (row) => row.exercise_id);
  const counted = liftDaysOf(db, athleteId);
  return [...new Set([...stored.keys(), ...counted.keys()])].filter(
    (exerciseId) => !isAsCounted(stored.get(exerciseId) ?? [], counted.get(exerciseId) ?? []),
  ).length;
};

const liftDays = (db: ReadDb): Check => {
  const lifters = readAll(
    db,
    lifterRow,
    'SELECT athlete_id FROM lift_session UNION SELECT athlete_id FROM tested_max UNION SELECT athlete_id FROM lift_day',
  );
  const wrong = lifters.reduce((sum, { athlete_id }) => sum + wrongLiftsOf(db, athlete_id), 0);
  return differing('strength days', 'lifts', wrong);
};

const CHECKS = [
  { name: 'file', check: integrity },
  { name: 'references', check: references },
  { name: 'running days', check: runDays },
  { name: 'strength days', check: liftDays },
  { name: 'weeks', check: weeks },
  { name: 'planned weeks', check: planWeeks },
] as const;

/** Everything that can be checked about a database without changing it. What cannot even be read is said so. */
export const verifyStore = (db: ReadDb): Check[] =>
  CHECKS.map(({ name, check }) => {
    try {
      return check(db);
    } catch (cause) {
      if (faultOf(cause) !== 'damaged') throw cause;
      return { ...damagedFile({ kind: 'damaged', reason: reasonOf(cause) }), name };
    }
  });
