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
const liftSummary = (points: readonly RosterLiftPoint[], pattern: string, from: PlainDate) => {
  const latest = points.findLast((point) => point.pattern === pattern);
  if (latest === undefined) return undefined;
  const values = Array.from({ length: WEEKS_SHOWN }, (): number | null => null);
  let known = 0;
  for (const point of points) {
    if (point.key !== latest.key) continue;
    known += 1;
    // Oldest first: the last of a week is what is known at its end.
    const week = Math.floor(daysBetween(from, point.day) / 7);
    if (week >= 0 && week < WEEKS_SHOWN) values[week] = point.trend_kg;
  }
  const first = values.find((value) => value !== null);
  return {
    exerciseKey: latest.key,
    exercise: latest.name,
    trendKg: latest.trend_kg,
    ...(first === undefined || first === null || known < 2
      ? {}
      : { changePercent: (latest.trend_kg / first - 1) * 100 }),
    weeks: values,
  };
};

const sessionsIn = (weeks: readonly AthleteWeek[], monday: PlainDate): number =>
  weeks.find((week) => week.starts_on === monday)?.lift_sessions ?? 0;

const plannedIn = (weeks: readonly PlannedWeek[], monday: PlainDate): number =>
  weeks.filter((week) => week.startsOn === monday).reduce((sum, week) => sum + week.sessions, 0);

/** Every athlete's dose of each of some weeks, from two questions for everybody. */
const dosesIn = (db: ReadDb, weeks: readonly PlainDate[]) => {
  const [from, to] = [weeks[0], weeks.at(-1)];
  const places = new Map(weeks.map((week, place) => [week, place]));
  const doses = new Map<number, WeekDose[]>();
  const doseOf = (athleteId: number): WeekDose[] => {
    const known = doses.get(athleteId);
    if (known !== undefined) return known;
    const none = weeks.map(() => NO_DOSE);
    doses.set(athleteId, none);
    return none;
  };
  const add = (athleteId: number, startsOn: PlainDate, part: Partial<WeekDose>): void => {
    const place = places.get(startsOn);
    if (place === undefined) return;
    const own = doseOf(athleteId);
    own[place] = { ...(own[place] ?? NO_DOSE), ...part };
  };
  if (from === undefined || to === undefined) return doseOf;
  for (const { athleteId, startsOn, ...part } of plannedDoses(db, from, to)) add(athleteId, startsOn, part);
  for (const { athleteId, startsOn, ...part } of doneDoses(db, from)) add(athleteId, startsOn, part);
  return doseOf;
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
  const doseOf = dosesIn(
    db,
    weeks.map((week) => addDays(week, -7)),
  );
  const lastLift = lastLiftDays(db);
  const lastRun = lastRunDays(db);
  const recent = [addDays(monday, -14), addDays(monday, -7)];
  const alarms = new Map(guardAlarms(db, today).map((one) => [one.athlete_id, one]));

  return rosterAthletes(db, archived).map(({ row, programWeeks }) => {
    const id = row.athleteId;
    const done = weeksByAthlete.get(id) ?? [];
    const planned = plannedByAthlete.get(id) ?? [];
    const points = pointsByAthlete.get(id) ?? [];
    const squat = liftSummary(points, 'squat', from);
    const hinge = liftSummary(points, 'hinge', from);
    const now = planned.find((week) => week.startsOn === monday);
    const pain = painByAthlete.get(id)?.at(-1);
    const race = racesByAthlete.get(id)?.[0];
    const countedDone = recent.reduce(
      (sum, week) => sum + Math.min(plannedIn(planned, week), sessionsIn(done, week)),
      0,
    );
    const alarm = alarms.get(id);
    const consistency = consistencyOf(doseOf(id).map(weekMark));
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
