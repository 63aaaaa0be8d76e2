import { z } from 'zod';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { isHardSet } from '../../domain/strength/hardSets.ts';
import type { TrainedSet } from '../../domain/strength/setEstimate.ts';
import { exerciseFactor } from '../../domain/strength/setUncertainty.ts';
import { followTrend, type TrendPoint } from '../../domain/strength/strengthTrend.ts';
import { plainDate } from '../../contract/schemas/scalars.ts';
import { flag, jsonOf } from '../db/columns.ts';
import { readAll, readOne, type ReadDb } from '../db/sql.ts';
import type { DayOfSets, EqualSets } from './doneSets.ts';

/** One lift on one day, as the charts and the roster read it. */
export interface LiftDay {
  readonly day: PlainDate;
  readonly workSets: number;
  readonly hardSets: number;
  readonly reps: number;
  readonly tonnageKg: number;
  readonly point?: TrendPoint | undefined;
}

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

/** Maxima that were tested, by day, in order. */
const testedOn = (db: ReadDb, athleteId: number, exerciseId: number): ReadonlyMap<PlainDate, number> =>
  new Map(
    readAll(
      db,
      testRow,
      'SELECT tested_on, load_kg FROM tested_max WHERE athlete_id = ? AND exercise_id = ? ORDER BY tested_on',
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

interface LiftFollower {
  /** The days on which it was lifted, one after another. */
  readonly take: (day: PlainDate, sets: readonly EqualSets[]) => void;
  /** All of its days, also those on which it was only tested. */
  readonly days: () => readonly LiftDay[];
}

/** Counts one athlete's one lift day by day: sets, tonnage, e1RM trend. */
const liftFollower = (db: ReadDb, athleteId: number, exerciseId: number): LiftFollower => {
  const tests = testedOn(db, athleteId, exerciseId);
  const left = [...tests.keys()];
  // A test was typed by the coach on purpose: it is never held back as a typing error.
  const confirmed = new Set([...left, ...confirmedOn(db, athleteId, exerciseId)]);
  const follow = followTrend({ exerciseFactor: factorOf(db, exerciseId), confirmedOn: confirmed });
  const days: LiftDay[] = [];
  let e1rmBeforeKg: number | undefined;
  const count = (day: PlainDate, done: readonly EqualSets[]): void => {
    const trained: TrainedSet[] = [];
    let [workSets, hardSets, reps, tonnageKg] = [0, 0, 0, 0];
    for (const { set, count: times } of done) {
      if (set.loadKg > 0 && set.reps > 0) {
        trained.push(set.trained);
        // A day is told by its two best sets: of equal ones no more than two are wanted.
        if (times > 1) trained.push(set.trained);
      }
      if (!set.isWork) continue;
      workSets += times;
      if (isHardSet(set.judged, e1rmBeforeKg)) hardSets += times;
      reps += times * set.reps;
      tonnageKg += times * set.reps * set.loadKg;
    }
    const point = follow({ performedOn: day, sets: trained, testedKg: tests.get(day) });
    days.push({ day, workSets, hardSets, reps, tonnageKg, point });
    if (point !== undefined && !point.isOutlier) e1rmBeforeKg = point.trendKg;
  };
  const countTests = (before?: PlainDate): void => {
    for (let [test] = left; test !== undefined && (before === undefined || test < before); [test] = left) {
      count(test, []);
      left.shift();
    }
  };
  return {
    take: (day, sets) => {
      countTests(day);
      if (left[0] === day) left.shift();
      count(day, sets);
    },
    days: () => {
      countTests();
      return days;
    },
  };
};

const exerciseRow = z.object({ exercise_id: z.int() });

const testedExercises = (db: ReadDb, athleteId: number): number[] =>
  readAll(db, exerciseRow, 'SELECT DISTINCT exercise_id FROM tested_max WHERE athlete_id = ?', athleteId).map(
    (row) => row.exercise_id,
  );

/** Counts the days of an athlete's lifts, by exercise; `exerciseIds`: whose sets these are, where they are not of all. */
export const countLiftDays = (
  db: ReadDb,
  athleteId: number,
  days: Iterable<DayOfSets>,
  exerciseIds: readonly number[] = testedExercises(db, athleteId),
): ReadonlyMap<number, readonly LiftDay[]> => {
  const followers = new Map(exerciseIds.map((id) => [id, liftFollower(db, athleteId, id)]));
  const followerOf = (exerciseId: number): LiftFollower => {
    const known = followers.get(exerciseId);
    if (known !== undefined) return known;
    const follower = liftFollower(db, athleteId, exerciseId);
    followers.set(exerciseId, follower);
    return follower;
  };
  for (const { day, sets } of days) {
    for (const [exerciseId, equal] of Map.groupBy(sets, ({ set }) => set.exerciseId)) {
      followerOf(exerciseId).take(day, equal);
    }
  }
  return new Map(Array.from(followers, ([exerciseId, follower]) => [exerciseId, follower.days()]));
};
