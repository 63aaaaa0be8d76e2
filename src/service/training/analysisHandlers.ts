import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import { plannedDistances } from '../calendar/runningPlanOf.ts';
import { guardNotes } from '../running/guardStore.ts';
import { weekLoadsOf } from '../running/weekLoads.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import {
  changeInWords,
  probabilityOfChange,
  SMALLEST_WORTHWHILE_CHANGE,
} from '../../domain/strength/strengthChange.ts';
import { effortOn, openOddDays } from './strengthStore.ts';
import { athleteConsistency } from './athleteConsistency.ts';
import {
  dataSpan,
  everyWeek,
  heaviestSet,
  liftPointsOf,
  painOf,
  plannedWeeksOf,
  recordedBetween,
  runTotals,
  setTotals,
  weeksOf,
  type LiftPoint,
} from './analysisStore.ts';

/** Lifts worth a line: the patterns a runner's program is built on, the most often trained first. */
const CHARTED = new Set(['squat', 'hinge', 'lunge', 'push', 'pull', 'calf']);

const trendsOf = (points: readonly LiftPoint[], leastPoints = 2) => {
  const byKey = new Map<string, LiftPoint[]>();
  for (const point of points) {
    if (!CHARTED.has(point.pattern)) continue;
    byKey.set(point.key, [...(byKey.get(point.key) ?? []), point]);
  }
  return [...byKey.values()]
    .filter((lift) => lift.length >= leastPoints)
    .sort((a, b) => b.length - a.length)
    .flatMap((lift) => {
      const [first] = lift;
      if (first === undefined) return [];
      return {
        exerciseKey: first.key,
        exercise: first.name,
        pattern: first.pattern,
        points: lift.map((point) => ({
          on: point.day,
          trendKg: point.trend_kg,
          lowKg: point.low_kg,
          highKg: point.high_kg,
          sessionKg: point.session_kg,
        })),
      };
    });
};

/** People have more left than they say: an estimate from sets with 3 or more in reserve is probably too low (R1.2). */
const EASY_RPE = 7;

const isConservative = (db: ReadDb, athleteId: number, exerciseKey: string, on: PlainDate): boolean => {
  const effort = effortOn(db, athleteId, exerciseKey, on);
  return effort?.hardest !== undefined && effort.hardest !== null && effort.unsaid === 0 && effort.hardest <= EASY_RPE;
};

/** A lift's newest point, and what has become of it since the oldest (R1.5): only the agreed words. */
export const nowOf = ({ exerciseKey, exercise, points }: ReturnType<typeof trendsOf>[number]) => {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const { on, trendKg, lowKg, highKg } = last;
  const now = { exerciseKey, exercise, on, trendKg, lowKg, highKg };
  if (first.on === last.on) return [now];
  const probability = probabilityOfChange(first, last, SMALLEST_WORTHWHILE_CHANGE);
  const percent = 100 * (trendKg / first.trendKg - 1);
  return [{ ...now, change: { since: first.on, percent, probability, words: changeInWords(probability) } }];
};

/** Strength and running of the weeks up to one, every week present. */
export const strengthAgainstRunning = (
  db: ReadDb,
  athleteId: AthleteId,
  weeks: number,
  endsOn: PlainDate | undefined,
  today: PlainDate,
) => {
  const { first, last } = dataSpan(db, athleteId);
  const thisWeek = mondayOf(today);
  const isLongAgo = last !== undefined && last < addDays(thisWeek, -(weeks - 1) * 7);
  const lastWeek = endsOn === undefined ? (isLongAgo ? last : thisWeek) : mondayOf(endsOn);
  const from = addDays(lastWeek, -(weeks - 1) * 7);
  const planned = plannedDistances(db, athleteId, from, addDays(lastWeek, 6));
  const isShown = (on: PlainDate): boolean => on >= from && on < addDays(lastWeek, 7);
  return {
    athleteId,
    firstDataOn: first,
    lastDataOn: last,
    weeks: everyWeek(from, weeks, weeksOf(db, athleteId, from)).map((week) => {
      const plannedRunM = planned.get(week.startsOn);
      return plannedRunM === undefined ? week : { ...week, plannedRunM };
    }),
    lifts: trendsOf(liftPointsOf(db, athleteId, from).filter((point) => isShown(point.day))),
    races: racesOf(db, athleteId).filter((race) => isShown(race.racedOn)),
    programWeeks: plannedWeeksOf(db, athleteId, from)
      .filter((week) => isShown(week.startsOn))
      .map(({ startsOn, program, block, number, kind }) => ({ startsOn, program, block, number, kind })),
    pain: painOf(db, athleteId, from)
      .filter((report) => isShown(report.on))
      .map(({ on, score, site }) => ({ on, score, site })),
    guard: guardNotes(db, athleteId)
      .filter(({ on }) => isShown(on))
      .map(({ on, level, action }) => ({ on, level, action })),
  };
};

export const analysisHandlers: ServiceHandlers['analysis'] = {
  strengthAgainstRunning: ({ athleteId, weeks, endsOn }, { db, clock }) =>
    findAthlete(db, athleteId) === undefined
      ? fail({ tag: 'AthleteNotFound', athleteId })
      : ok(strengthAgainstRunning(db, athleteId, weeks, endsOn, clock.today())),

  weekLoads: ({ athleteId, from, weeks }, { db, clock }) =>
    findAthlete(db, athleteId) === undefined
      ? fail({ tag: 'AthleteNotFound', athleteId })
      : ok({
          athleteId,
          weeks: [...weekLoadsOf(db, athleteId, { from: mondayOf(from), weeks, today: clock.today() })],
        }),

  consistency: ({ athleteId, weeks }, { db, clock }) =>
    findAthlete(db, athleteId) === undefined
      ? fail({ tag: 'AthleteNotFound', athleteId })
      : ok(athleteConsistency(db, athleteId, weeks, clock.today())),

  strength: ({ athleteId, weeks }, { db, clock }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const from = addDays(clock.today(), -7 * weeks);
    return ok({
      lifts: trendsOf(liftPointsOf(db, athleteId, from), 1)
        .flatMap(nowOf)
        .map((lift) => ({ ...lift, isConservative: isConservative(db, athleteId, lift.exerciseKey, lift.on) })),
      oddDays: openOddDays(db, athleteId, from),
    });
  },

  stats: ({ athleteId }, { db }) => {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const runs = runTotals(db, athleteId);
    const sets = setTotals(db, athleteId);
    const { first, last } = recordedBetween(db, athleteId);
    return ok({
      athlete: athlete.details.name,
      runs: runs?.n ?? 0,
      distanceM: Math.round((runs?.total ?? 0) * 10) / 10,
      sets: sets?.n ?? 0,
      tonnageKg: Math.round((sets?.total ?? 0) * 100) / 100,
      firstDate: first,
      lastDate: last,
      heaviestSet: heaviestSet(db, athleteId),
    });
  },
};
