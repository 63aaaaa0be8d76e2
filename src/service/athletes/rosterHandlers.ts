import { consistencyOf, NO_DOSE, weekMark, type WeekDose } from '../../domain/adherence/weekDose.ts';
import { rosterStatus, triageKey } from '../../domain/athletes/rosterStatus.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { ok } from '../../domain/kernel/result.ts';
import { groupRows } from '../db/groupRows.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { guardAlarms } from '../running/guardStateStore.ts';
import {
  lastLiftDays,
  lastRunDays,
  rosterLiftPoints,
  rosterPain,
  rosterPlannedWeeks,
  rosterWeeks,
  type AthleteWeek,
  type RosterLiftPoint,
  type PlannedWeek,
} from '../training/analysisStore.ts';
import { doneDoses, plannedDoses } from '../training/consistencyStore.ts';
import { racesFrom } from './raceStore.ts';
import { rosterAthletes } from './rosterStore.ts';

const WEEKS_SHOWN = 12;

const weekStarts = (monday: PlainDate): PlainDate[] =>
  Array.from({ length: WEEKS_SHOWN }, (_, index) => addDays(monday, (index - WEEKS_SHOWN + 1) * 7));

/** The lift of a pattern that was trained last, with one trend value a week. */
const liftSummary = (points: readonly RosterLiftPoint[], pattern: string, weeks: readonly PlainDate[]) => {
  const ofPattern = points.filter((point) => point.pattern === pattern);
  const latest = ofPattern.at(-1);
  if (latest === undefined) return undefined;
  const trend = ofPattern.filter((point) => point.key === latest.key);
  const valueIn = (week: PlainDate): number | null =>
    trend.findLast((point) => point.day >= week && point.day < addDays(week, 7))?.trend_kg ?? null;
  const values = weeks.map(valueIn);
  const first = values.find((value) => value !== null);
  return {
    exerciseKey: latest.key,
    exercise: latest.name,
    trendKg: latest.trend_kg,
    ...(first === undefined || first === null || trend.length < 2
      ? {}
      : { changePercent: (latest.trend_kg / first - 1) * 100 }),
    weeks: values,
  };
};

const sessionsIn = (weeks: readonly AthleteWeek[], monday: PlainDate): number =>
  weeks.find((week) => week.starts_on === monday)?.lift_sessions ?? 0;

const plannedIn = (weeks: readonly PlannedWeek[], monday: PlainDate): number =>
  weeks.filter((week) => week.startsOn === monday).reduce((sum, week) => sum + week.sessions, 0);

/** Every athlete's dose of each week since a Monday, from two questions for everybody. */
const dosesSince = (db: ReadDb, from: PlainDate, to: PlainDate) => {
  const doses = new Map<string, WeekDose>();
  const add = ({
    athleteId,
    startsOn,
    ...part
  }: Partial<WeekDose> & { athleteId: number; startsOn: PlainDate }): void => {
    const key = `${athleteId} ${startsOn}`;
    doses.set(key, { ...(doses.get(key) ?? NO_DOSE), ...part });
  };
  plannedDoses(db, from, to).forEach(add);
  doneDoses(db, from).forEach(add);
  return (athleteId: number, startsOn: PlainDate): WeekDose => doses.get(`${athleteId} ${startsOn}`) ?? NO_DOSE;
};

/** Everybody on the roster, or in the archive, with where they stand today. */
export const rosterRows = (db: ReadDb, today: PlainDate, archived: boolean) => {
  const monday = mondayOf(today);
  const weeks = weekStarts(monday);
  const from = weeks[0] ?? monday;
  const weeksByAthlete = groupRows(rosterWeeks(db, from), (row) => row.athlete_id);
  const pointsByAthlete = groupRows(rosterLiftPoints(db, from), (row) => row.athlete_id);
  const painByAthlete = groupRows(rosterPain(db, addDays(today, -14)), (row) => row.athleteId);
  const plannedByAthlete = groupRows(rosterPlannedWeeks(db, addDays(monday, -14), monday), (row) => row.athleteId);
  const racesByAthlete = groupRows(racesFrom(db, today), (race) => race.athleteId);
  const completeWeeks = weeks.map((week) => addDays(week, -7));
  const doseOf = dosesSince(db, addDays(from, -7), addDays(monday, -7));
  const lastLift = lastLiftDays(db);
  const lastRun = lastRunDays(db);
  const alarms = new Map(guardAlarms(db, today).map((one) => [one.athlete_id, one]));

  return rosterAthletes(db, archived).map(({ row, programWeeks }) => {
    const id = row.athleteId;
    const done = weeksByAthlete.get(id) ?? [];
    const planned = plannedByAthlete.get(id) ?? [];
    const points = pointsByAthlete.get(id) ?? [];
    const squat = liftSummary(points, 'squat', weeks);
    const hinge = liftSummary(points, 'hinge', weeks);
    const now = planned.find((week) => week.startsOn === monday);
    const pain = painByAthlete.get(id)?.at(-1);
    const race = racesByAthlete.get(id)?.[0];
    const recent = [addDays(monday, -14), addDays(monday, -7)];
    const countedDone = recent.reduce(
      (sum, week) => sum + Math.min(plannedIn(planned, week), sessionsIn(done, week)),
      0,
    );
    const alarm = alarms.get(id);
    const consistency = consistencyOf(completeWeeks.map((week) => weekMark(doseOf(id, week))));
    const status = rosterStatus({
      today,
      lastLiftOn: lastLift.get(id),
      lastRunOn: lastRun.get(id),
      pain: pain === undefined ? undefined : { score: pain.score, site: pain.site, reportedOn: pain.on },
      guard:
        alarm === undefined || alarm.level === 'green' ? undefined : { level: alarm.level, detectors: alarm.detectors },
      recentLifts: { planned: recent.reduce((sum, week) => sum + plannedIn(planned, week), 0), done: countedDone },
      hasProgramNow: now !== undefined,
      programEndsOn: now?.programEndsOn,
      lifts: [squat, hinge].filter((lift) => lift !== undefined),
    });
    return {
      ...row,
      status,
      need: triageKey({
        level: status.level,
        consistency: consistency?.index,
        daysSinceContact: row.lastContactOn === undefined ? undefined : daysBetween(row.lastContactOn, today),
      }),
      week: { planned: plannedIn(planned, monday), done: sessionsIn(done, monday) },
      liftedWeeks: done.filter((week) => week.starts_on < monday && week.lift_sessions > 0).length,
      consistency,
      squat,
      hinge,
      runWeeksM: weeks.map((week) => done.find((entry) => entry.starts_on === week)?.run_m ?? 0),
      program:
        now === undefined
          ? undefined
          : {
              name: now.program,
              weekNumber: daysBetween(now.programStartsOn, monday) / 7 + 1,
              weeks: programWeeks,
            },
      nextRace:
        race === undefined
          ? undefined
          : {
              name: race.name,
              racedOn: race.racedOn,
              days: daysBetween(today, race.racedOn),
              priority: race.priority,
            },
    };
  });
};

export const rosterHandlers: ServiceHandlers['roster'] = {
  view: ({ archived }, { db, clock }) => {
    const rows = rosterRows(db, clock.today(), archived);
    return ok({ rows, groups: groupSizes(rows.map((row) => row.groups)) });
  },
};

const groupSizes = (groupsOfEach: readonly (readonly string[])[]): { name: string; athletes: number }[] => {
  const sizes = new Map<string, number>();
  for (const group of groupsOfEach.flat()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes]
    .map(([name, athletes]) => ({ name, athletes }))
    .sort((a, b) => b.athletes - a.athletes || a.name.localeCompare(b.name));
};
