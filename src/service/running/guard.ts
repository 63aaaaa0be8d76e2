import { guardReport, type GuardReport } from '../../domain/guard/guardReport.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { leverRises } from '../../domain/programs/levers.ts';
import { slotSteps } from '../../domain/programs/weekLevers.ts';
import type { StoredAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import { plannedRunsOf } from '../calendar/runningPlanOf.ts';
import type { ReadDb } from '../db/sql.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { programsOf } from '../programs/programStore.ts';
import { programWeeks } from '../programs/programWeekStore.ts';
import { guardCheckIns, guardLifts, guardNotes, guardRuns, highestHr, type GuardNote } from './guardStore.ts';

/** Runs looked at: enough before a program of a year for its baseline. */
const LOOK_BACK_DAYS = 540;
const PLANNED_DAYS = 98;
const YEAR_DAYS = 365;
const RAISED_DAYS = 14;

/** The program that is under way, or the last one that ended within two weeks: soreness outlasts a plan. */
const programNow = (db: ReadDb, athleteId: number, today: PlainDate) =>
  programsOf(db, athleteId).findLast((one) => one.startsOn <= today && one.endsOn >= addDays(today, -RAISED_DAYS));

/** Whether a week of the last two raised anything against the week it goes on from (R2.10). */
const isLeverRaised = (db: ReadDb, programId: number, today: PlainDate): boolean => {
  const weeks = programWeeks(db, programId);
  const byKey = new Map(listExercises(db).map((one) => [one.key, one]));
  const recent = new Set(
    weeks
      .filter(({ startsOn }) => startsOn <= today && startsOn > addDays(today, -RAISED_DAYS))
      .map(({ ordinal }) => ordinal),
  );
  return slotSteps(weeks, (key) => byKey.get(key)).some(
    ({ week, before, dose }) => recent.has(week) && before !== undefined && leverRises(before, dose).length > 0,
  );
};

export interface Guarded extends GuardReport {
  readonly liftingSince: PlainDate | undefined;
  readonly chartsSince: PlainDate | undefined;
  readonly notes: readonly GuardNote[];
}

/** The running guard of one athlete, from everything that is recorded. */
export const guardOf = (db: ReadDb, athlete: StoredAthlete, today: PlainDate): Guarded => {
  const { athleteId } = athlete;
  const from = addDays(today, -LOOK_BACK_DAYS);
  const program = programNow(db, athleteId, today);
  const notes = guardNotes(db, athleteId);
  const chartsSince = notes.find(({ action }) => action !== 'noted')?.on;
  const report = guardReport({
    today,
    liftingSince: program?.startsOn,
    chartsSince,
    runs: guardRuns(db, athleteId, from, today),
    lifts: guardLifts(db, athleteId, addDays(today, -PLANNED_DAYS), today),
    planned: plannedRunsOf(db, athleteId, addDays(today, -PLANNED_DAYS), addDays(today, -1)),
    racedOn: racesOf(db, athleteId).map(({ racedOn }) => racedOn),
    checkIns: guardCheckIns(db, athleteId, addDays(today, -PLANNED_DAYS)),
    maxHr: highestHr(db, athleteId, addDays(today, -YEAR_DAYS)),
    isLeverRaised: program !== undefined && isLeverRaised(db, program.programId, today),
  });
  return { ...report, liftingSince: program?.startsOn, chartsSince, notes };
};
