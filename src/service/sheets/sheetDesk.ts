import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, mondayOfIsoWeek, type IsoWeek, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { SheetRace } from '../../domain/sheets/runStrip.ts';
import type { LiftWeek } from '../../domain/sheets/liftSession.ts';
import type { SheetCoach } from '../../domain/sheets/weekSheet.ts';
import { readSettings } from '../app/settingsStore.ts';
import { findAthlete, listAthletes, type StoredAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import type { ReadDb } from '../db/sql.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { programLength, programsInWeeks, type StoredProgram } from '../programs/programStore.ts';
import { programWeeks, type StoredWeek } from '../programs/programWeekStore.ts';
import { resolvingFor, weekView, type Resolving } from '../programs/programView.ts';
import { liftPointsOf, trendsBefore } from '../training/analysisStore.ts';
import { NOTHING_DONE } from '../training/liftStore.ts';

/** What every sheet of one order is laid out from. */
export interface SheetDesk {
  readonly db: ReadDb;
  readonly week: IsoWeek;
  readonly monday: PlainDate;
  readonly today: PlainDate;
  readonly coach: SheetCoach;
  readonly exercises: ReadonlyMap<string, StoredExercise>;
  /** Programs that have this week, by athlete; a plan and what stands beside it are two. */
  readonly programs: ReadonlyMap<AthleteId, readonly StoredProgram[]>;
}

export const openSheetDesk = (db: ReadDb, week: IsoWeek, today: PlainDate): SheetDesk => {
  const monday = mondayOfIsoWeek(week);
  const settings = readSettings(db);
  return {
    db,
    week,
    monday,
    today,
    coach: { name: settings.coachName, phone: settings.coachPhone },
    exercises: new Map(listExercises(db).map((exercise) => [exercise.key, exercise])),
    programs: Map.groupBy(programsInWeeks(db, monday, monday), ({ athleteId }) => athleteId),
  };
};

/** The athletes of an order, by name when it names none; or the first of them that is not there. */
export const chosenAthletes = (db: ReadDb, ids: readonly AthleteId[] | undefined): StoredAthlete[] | AthleteId => {
  const wanted =
    ids ??
    listAthletes(db)
      .filter((athlete) => !athlete.isArchived)
      .map((athlete) => athlete.athleteId);
  const athletes: StoredAthlete[] = [];
  for (const athleteId of new Set(wanted)) {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return athleteId;
    athletes.push(athlete);
  }
  return athletes;
};

export const racesAhead = (db: ReadDb, athleteId: AthleteId): readonly SheetRace[] =>
  racesOf(db, athleteId).map((race) => ({ name: race.name, raceOn: race.racedOn }));

const exerciseAt = (desk: SheetDesk, key: string): StoredExercise => {
  const exercise = desk.exercises.get(key);
  if (exercise === undefined) throw new Error(`a stored slot names exercise ${key}, which is not in the store`);
  return exercise;
};

const EARLIEST = '1000-01-01' as PlainDate;

/** Training maxes rest on every block before, so that they need the whole history; other loads only on the newest point. */
const usesTrainingMax = (week: StoredWeek): boolean =>
  week.sessions.some(({ slots }) =>
    slots.some(({ prescriptions }) => prescriptions.some(({ basis }) => basis.kind === 'pctTm')),
  );

/** A stored week with every load resolved, as the layouts take it. */
export const liftWeekOf = (
  desk: SheetDesk,
  { athleteId, details }: StoredAthlete,
  program: StoredProgram,
  week: StoredWeek,
  resolving: Resolving,
): LiftWeek => ({
  athleteId,
  athlete: details.name,
  massUnit: details.massUnit,
  distanceUnit: details.distanceUnit,
  programId: program.programId,
  program: program.name,
  ordinal: week.ordinal,
  weekCount: programLength(desk.db, program.programId),
  kind: week.kind,
  startsOn: week.startsOn,
  sessions: weekView(resolving, week, NOTHING_DONE).sessions.map((session) => ({
    sessionId: session.sessionId,
    name: session.name,
    weekday: session.weekday,
    minutes: session.minutes,
    slots: session.slots
      .filter((slot) => slot.state !== 'skipped')
      .map((slot) => ({
        slot: {
          label: slot.label,
          role: slot.role,
          prescriptions: slot.prescriptions.map((one) => one.prescription),
        },
        exercise: exerciseAt(desk, slot.exerciseKey),
        noGym: slot.noGymKey === undefined ? undefined : exerciseAt(desk, slot.noGymKey),
        resolved: slot.prescriptions.map((one) => one.resolved),
        ...(slot.state === 'unread' ? { unread: slot.cell } : {}),
      })),
  })),
});

/** The loads of weeks that began long ago or lie ahead rest on the whole history. */
export const resolvingWhole = (desk: SheetDesk, athlete: StoredAthlete, program: StoredProgram): Resolving =>
  resolvingFor(desk.db, athlete, program, {
    exercises: desk.exercises,
    points: liftPointsOf(desk.db, athlete.athleteId, EARLIEST),
    today: desk.today,
  });

/** The desk's week of every program that an athlete has in it, with what its block is for. */
export const weeksOfAthlete = (
  desk: SheetDesk,
  athlete: StoredAthlete,
): readonly { readonly week: LiftWeek; readonly goal: string }[] => {
  const theirs = athlete.archivedOn === undefined ? (desk.programs.get(athlete.athleteId) ?? []) : [];
  return theirs.flatMap((program) => {
    const [stored] = programWeeks(desk.db, program.programId, desk.monday);
    if (stored === undefined) return [];
    const resolving = usesTrainingMax(stored)
      ? resolvingWhole(desk, athlete, program)
      : resolvingFor(desk.db, athlete, program, {
          exercises: desk.exercises,
          points: trendsBefore(desk.db, athlete.athleteId, desk.monday),
          today: desk.today,
        });
    return [{ week: liftWeekOf(desk, athlete, program, stored, resolving), goal: stored.goal }];
  });
};

export const dateIn = (desk: SheetDesk, weekday: number): PlainDate => addDays(desk.monday, weekday - 1);
