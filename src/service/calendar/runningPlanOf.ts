import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { PlannedRun } from '../../domain/running/plannedRuns.ts';
import { dayByDay } from '../../domain/running/runFates.ts';
import { runsInPlan } from '../../domain/running/runningPlan.ts';
import type { ReadDb } from '../db/sql.ts';
import { awaySpans, calendarAthletes, racesBetween, usualDays, writtenRuns } from './calendarStore.ts';

/** What one athlete was to run on the days of a span, a day at a time: usual week, what was written for days, races, time off. */
export const plannedRunsOf = (db: ReadDb, id: AthleteId, from: PlainDate, to: PlainDate): readonly PlannedRun[] => {
  const ids = [id];
  const runsAt = calendarAthletes(db, ids)[0]?.runsAt ?? 'am';
  const plan = {
    usualWeek: usualDays(db, ids).map(({ day }) => day),
    runsAt,
    written: writtenRuns(db, ids, from, to).map(({ run }) => run),
    away: awaySpans(db, ids, from, to).map(({ away }) => away),
    races: racesBetween(db, ids, from, to).map(({ race }) => race),
  };
  return dayByDay(runsInPlan(plan, from, to));
};
