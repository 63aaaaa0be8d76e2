import type { UsualDay } from '../../domain/athletes/athlete.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { PlannedRun } from '../../domain/running/plannedRuns.ts';
import { dayByDay } from '../../domain/running/runFates.ts';
import { runsInPlan, weekAsPlanned, type RunningPlan } from '../../domain/running/runningPlan.ts';
import type { ReadDb } from '../db/sql.ts';
import { awaySpans, calendarAthletes, racesBetween, usualDays, writtenRuns } from './calendarStore.ts';

/** Everything that says what one athlete is to run on the days of a span. */
export const runningPlanOf = (db: ReadDb, id: AthleteId, from: PlainDate, to: PlainDate): RunningPlan => {
  const ids = [id];
  return {
    usualWeek: usualDays(db, ids).map(({ day }) => day),
    runsAt: calendarAthletes(db, ids)[0]?.runsAt ?? 'am',
    written: writtenRuns(db, ids, from, to).map(({ run }) => run),
    away: awaySpans(db, ids, from, to).map(({ away }) => away),
    races: racesBetween(db, ids, from, to).map(({ race }) => race),
  };
};

/** What one athlete was to run on the days of a span, a day at a time: usual week, what was written for days, races, time off. */
export const plannedRunsOf = (db: ReadDb, id: AthleteId, from: PlainDate, to: PlainDate): readonly PlannedRun[] =>
  dayByDay(runsInPlan(runningPlanOf(db, id, from, to), from, to));

/** The usual week of an athlete as it stands in the week of a Monday. */
export const plannedWeekOf = (db: ReadDb, id: AthleteId, monday: PlainDate): readonly UsualDay[] =>
  weekAsPlanned(runningPlanOf(db, id, monday, addDays(monday, 6)), monday);

/** Distances of the weeks for which runs were written: a usual week is no plan. A week with a run of no distance has none. */
export const plannedDistances = (
  db: ReadDb,
  athleteId: AthleteId,
  from: PlainDate,
  to: PlainDate,
): ReadonlyMap<PlainDate, number> => {
  const written = writtenRuns(db, [athleteId], from, to).map(({ run }) => run.on);
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const runsOf = plannedRunsOf(db, athleteId, mondayOf(first), addDays(mondayOf(last), 6));
  const byWeek = Map.groupBy(runsOf, ({ on }) => mondayOf(on));
  const sums = [...byWeek].flatMap(([monday, runs]): [PlainDate, number][] =>
    runs.some(({ isWritten }) => isWritten === true) && runs.every(({ distanceM }) => distanceM !== undefined)
      ? [[monday, runs.reduce((sum, { distanceM = 0 }) => sum + distanceM, 0)]]
      : [],
  );
  return new Map(sums);
};
