import { z } from 'zod';
import { LOWER_PATTERNS } from '../../domain/exercises/exercise.ts';
import { SET_KINDS } from '../../domain/imports/draft.ts';
import { remembering } from '../../domain/imports/remembering.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { isHardSet, type JudgedSet } from '../../domain/strength/hardSets.ts';
import type { TrainedSet } from '../../domain/strength/setEstimate.ts';
import { followTrend, type TrendPoint } from '../../domain/strength/strengthTrend.ts';
import { plainDate } from '../../contract/schemas/scalars.ts';
import { exerciseFactor } from '../../domain/strength/setUncertainty.ts';
import { flag, jsonOf, optional, storedDay } from '../db/columns.ts';
import { change, readAll, readEach, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** What a set says, in the order of `SET_TEXT`. */
const setText = jsonOf(
  z.tuple([
    z.enum(SET_KINDS),
    optional(z.number()),
    optional(z.number()),
    optional(z.number()),
    optional(z.number()),
    flag,
  ]),
);

/** A day's sets cross as one text: values cost far more to hand over one by one than to write down. */
const SET_TEXT = 'json_array(kind, load_kg, reps, rpe, duration_s, stopped_short)';
const BETWEEN_SETS = ';';

const dayRow = z.object({ performed_on: storedDay, sets: z.string() });

/** A set as it is counted, as it tells of the maximum, and as it is judged. */
interface DoneSet {
  readonly isWork: boolean;
  readonly reps: number;
  readonly loadKg: number;
  readonly trained: TrainedSet;
  readonly judged: JudgedSet;
}

const readDone = (text: string): DoneSet => {
  const [kind, loadKg, reps, rpe, durationS, stoppedShort] = setText.parse(text);
  return {
    isWork: kind !== 'warmup',
    reps: reps ?? 0,
    loadKg: loadKg ?? 0,
    trained: { kind, loadKg: loadKg ?? 0, reps: reps ?? 0, rpe, stoppedShort },
    judged: { kind, loadKg, reps, rpe, ...(reps === undefined && durationS !== undefined ? { holdS: durationS } : {}) },
  };
};

/** Equal sets of a day. */
interface EqualSets {
  readonly set: DoneSet;
  readonly count: number;
}

const equalSetsIn = (sets: string, doneOf: (text: string) => DoneSet): EqualSets[] => {
  const counts = new Map<DoneSet, number>();
  for (const text of sets.split(BETWEEN_SETS)) {
    const set = doneOf(text);
    counts.set(set, (counts.get(set) ?? 0) + 1);
  }
  return Array.from(counts, ([set, count]) => ({ set, count }));
};

/** One lift on one day, as the charts and the roster read it. */
interface LiftDay {
  readonly day: PlainDate;
  readonly workSets: number;
  readonly hardSets: number;
  readonly reps: number;
  readonly tonnageKg: number;
  readonly point?: TrendPoint | undefined;
}

interface DayOfSets {
  readonly day: PlainDate;
  readonly sets: readonly EqualSets[];
}

/** The days with sets and these days too, in order. */
function* withDays(days: Iterable<DayOfSets>, more: Iterable<PlainDate>): Generator<DayOfSets, void> {
  const left = [...more].toSorted();
  for (const one of days) {
    while (left[0] !== undefined && left[0] < one.day) yield { day: left.shift() ?? one.day, sets: [] };
    if (left[0] === one.day) left.shift();
    yield one;
  }
  for (const day of left) yield { day, sets: [] };
}

/** A day is told by its two best sets: of equal ones no more than two are wanted. */
const asTrained = ({ set: { trained }, count }: EqualSets): TrainedSet[] =>
  count > 1 ? [trained, trained] : [trained];

const sumOf = (sets: readonly EqualSets[], worth: (set: DoneSet) => number): number =>
  sets.reduce((sum, { set, count }) => sum + count * worth(set), 0);

const equipmentRow = z.object({
  equipment: jsonOf(z.array(z.array(z.string()))),
  is_unilateral: flag,
});

/** How much less a set of this exercise says about the maximum than one with a barbell (R1.4). */
const factorOf = (db: ReadDb, exerciseId: number): number => {
  const exercise = readOne(db, equipmentRow, 'SELECT equipment, is_unilateral FROM exercise WHERE id = ?', exerciseId);
  if (exercise === undefined || exercise.equipment.length === 0) return 1;
  return exerciseFactor({ equipment: exercise.equipment, isUnilateral: exercise.is_unilateral });
};

const testRow = z.object({ tested_on: plainDate, load_kg: z.number() });

/** Maxima that were tested, by day. */
const testedOn = (db: ReadDb, athleteId: number, exerciseId: number): ReadonlyMap<PlainDate, number> =>
  new Map(
    readAll(
      db,
      testRow,
      'SELECT tested_on, load_kg FROM tested_max WHERE athlete_id = ? AND exercise_id = ?',
      athleteId,
      exerciseId,
    ).map((row) => [row.tested_on, row.load_kg]),
  );

const confirmedRow = z.object({ day: plainDate });

/** Odd days that the coach has said are right. */
const confirmedOn = (db: ReadDb, athleteId: number, exerciseId: number): readonly PlainDate[] =>
  readAll(
    db,
    confirmedRow,
    'SELECT day FROM odd_day WHERE athlete_id = ? AND exercise_id = ? AND is_right = 1',
    athleteId,
    exerciseId,
  ).map((row) => row.day);

/** The days of one athlete's one lift, in order. Sets that look like typing errors stay out. */
function* daysOfSets(db: ReadDb, athleteId: number, exerciseId: number): Generator<DayOfSets, void> {
  const doneOf = remembering(readDone);
  const days = readEach(
    db,
    dayRow,
    `SELECT performed_on, group_concat(${SET_TEXT}, '${BETWEEN_SETS}' ORDER BY lift_session_id, ordinal) AS sets
     FROM lift_set WHERE athlete_id = ? AND exercise_id = ? AND doubt IS NULL GROUP BY performed_on`,
    athleteId,
    exerciseId,
  );
  for (const { performed_on: day, sets } of days) yield { day, sets: equalSetsIn(sets, doneOf) };
}

/** Every day of one athlete's one lift: sets, tonnage, e1RM trend. */
export const liftDaysOf = (db: ReadDb, athleteId: number, exerciseId: number): LiftDay[] => {
  const tests = testedOn(db, athleteId, exerciseId);
  // A test was typed by the coach on purpose: it is never held back as a typing error.
  const confirmed = new Set([...tests.keys(), ...confirmedOn(db, athleteId, exerciseId)]);
  const follow = followTrend({ exerciseFactor: factorOf(db, exerciseId), confirmedOn: confirmed });
  const liftDays: LiftDay[] = [];
  let e1rmBeforeKg: number | undefined;
  for (const { day, sets: done } of withDays(daysOfSets(db, athleteId, exerciseId), tests.keys())) {
    const work = done.filter(({ set }) => set.isWork);
    const trained = done.filter(({ set }) => set.loadKg > 0 && set.reps > 0).flatMap(asTrained);
    const point = follow({ performedOn: day, sets: trained, testedKg: tests.get(day) });
    liftDays.push({
      day,
      workSets: sumOf(work, () => 1),
      hardSets: sumOf(work, ({ judged }) => (isHardSet(judged, e1rmBeforeKg) ? 1 : 0)),
      reps: sumOf(work, ({ reps }) => reps),
      tonnageKg: sumOf(work, ({ reps, loadKg }) => reps * loadKg),
      point,
    });
    if (point !== undefined && !point.isOutlier) e1rmBeforeKg = point.trendKg;
  }
  return liftDays;
};

export const recountLift = (db: WriteDb, athleteId: number, exerciseId: number): void => {
  change(db, 'DELETE FROM lift_day WHERE athlete_id = ? AND exercise_id = ?', athleteId, exerciseId);
  for (const { day, workSets, hardSets, reps, tonnageKg, point } of liftDaysOf(db, athleteId, exerciseId)) {
    change(
      db,
      `INSERT INTO lift_day (athlete_id, exercise_id, day, work_sets, hard_sets, reps, tonnage_kg, session_kg, session_cv,
                             trend_kg, low_kg, high_kg, is_outlier)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    );
  }
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
       SELECT ${MONDAY('l.day')}, 0, 0.0, 0.0, 0.0, 0, l.work_sets, l.hard_sets,
              CASE WHEN e.pattern IN (${LOWER}) THEN l.hard_sets ELSE 0 END, l.tonnage_kg, 0, 0
       FROM lift_day l JOIN exercise e ON e.id = l.exercise_id WHERE l.athlete_id = ?1
       UNION ALL
       SELECT ${MONDAY('performed_on')}, 0, 0.0, 0.0, 0.0, 1, 0, 0, 0, 0.0, 0, 0 FROM lift_session WHERE athlete_id = ?1
       UNION ALL
       SELECT ${MONDAY('l.day')}, 0, 0.0, 0.0, 0.0, 0, 0, 0, 0, 0.0, 1, sum(l.work_sets * (e.pattern IN (${LOWER})))
       FROM lift_day l JOIN exercise e ON e.id = l.exercise_id
       WHERE l.athlete_id = ?1 AND l.work_sets > 0 GROUP BY l.day
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

const exerciseIdRow = z.object({ exercise_id: z.int() });

/** Counts everything of one athlete anew: after a job, which marks nothing stale. */
export const recountAthlete = (db: WriteDb, athleteId: number): void => {
  change(db, 'DELETE FROM lift_day WHERE athlete_id = ?', athleteId);
  const lifted = readAll(
    db,
    exerciseIdRow,
    `SELECT exercise_id FROM lift_set WHERE athlete_id = ?1
     UNION SELECT exercise_id FROM tested_max WHERE athlete_id = ?1`,
    athleteId,
  );
  for (const { exercise_id } of lifted) recountLift(db, athleteId, exercise_id);
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
  for (const { athlete_id, exercise_id } of lifts) if (living.has(athlete_id)) recountLift(db, athlete_id, exercise_id);
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
