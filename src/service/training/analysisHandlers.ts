import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import type { ServiceHandlers } from '../deps.ts';
import { athleteConsistency } from './athleteConsistency.ts';
import {
  dataSpan,
  heaviestSet,
  liftPointsOf,
  painOf,
  plannedWeeksOf,
  recordedBetween,
  runTotals,
  setTotals,
  weeksOf,
  type LiftPoint,
  type WeekTotals,
} from './analysisStore.ts';

/** Lifts worth a line: the patterns a runner's program is built on, the most often trained first. */
const CHARTED = new Set(['squat', 'hinge', 'lunge', 'push', 'pull', 'calf']);

const trendsOf = (points: readonly LiftPoint[]) => {
  const byKey = new Map<string, LiftPoint[]>();
  for (const point of points) {
    if (!CHARTED.has(point.pattern)) continue;
    byKey.set(point.key, [...(byKey.get(point.key) ?? []), point]);
  }
  return [...byKey.values()]
    .filter((lift) => lift.length >= 2)
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
const everyWeek = (from: PlainDate, count: number, found: readonly WeekTotals[]): WeekTotals[] => {
  const byStart = new Map(found.map((week) => [week.startsOn, week]));
  return Array.from({ length: count }, (_, index) => {
    const startsOn = addDays(from, index * 7);
    return byStart.get(startsOn) ?? { startsOn, ...EMPTY_WEEK };
  });
};

export const analysisHandlers: ServiceHandlers['analysis'] = {
  strengthAgainstRunning: ({ athleteId, weeks, endsOn }, { db, clock }) => {
    if (findAthlete(db, athleteId) === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
    const { first, last } = dataSpan(db, athleteId);
    const thisWeek = mondayOf(clock.today());
    const isLongAgo = last !== undefined && last < addDays(thisWeek, -(weeks - 1) * 7);
    const lastWeek = endsOn === undefined ? (isLongAgo ? last : thisWeek) : mondayOf(endsOn);
    const from = addDays(lastWeek, -(weeks - 1) * 7);
    const isShown = (on: PlainDate): boolean => on >= from && on < addDays(lastWeek, 7);
    return ok({
      athleteId,
      firstDataOn: first,
      lastDataOn: last,
      weeks: everyWeek(from, weeks, weeksOf(db, athleteId, from)),
      lifts: trendsOf(liftPointsOf(db, athleteId, from).filter((point) => isShown(point.day))),
      races: racesOf(db, athleteId).filter((race) => isShown(race.racedOn)),
      programWeeks: plannedWeeksOf(db, athleteId, from)
        .filter((week) => isShown(week.startsOn))
        .map(({ startsOn, program, block, number, kind }) => ({ startsOn, program, block, number, kind })),
      pain: painOf(db, athleteId, from)
        .filter((report) => isShown(report.on))
        .map(({ on, score, site }) => ({ on, score, site })),
    });
  },

  consistency: ({ athleteId, weeks }, { db, clock }) =>
    findAthlete(db, athleteId) === undefined
      ? fail({ tag: 'AthleteNotFound', athleteId })
      : ok(athleteConsistency(db, athleteId, weeks, clock.today())),

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
