import type { AthleteId } from '../../domain/kernel/ids.ts';
import { mondayOfIsoWeek, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { layOutWeek, type WeekSheet } from '../../domain/sheets/weekSheet.ts';
import { readSettings } from '../app/settingsStore.ts';
import { findAthlete, listAthletes, type StoredAthlete } from '../athletes/athleteStore.ts';
import { racesOf } from '../athletes/raceStore.ts';
import type { ReadDb } from '../db/sql.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { programLength, programsInWeeks, type StoredProgram } from '../programs/programStore.ts';
import { programWeeks, type StoredWeek } from '../programs/programWeekStore.ts';
import { resolvingFor, weekView } from '../programs/programView.ts';
import { NOTHING_DONE } from '../training/liftStore.ts';
import { liftPointsOf, trendsBefore } from '../training/analysisStore.ts';

type AthleteSheet = WeekSheet & { readonly athleteId: AthleteId };

interface Desk {
  readonly db: ReadDb;
  readonly monday: PlainDate;
  readonly today: PlainDate;
  readonly coach: { readonly name: string; readonly phone: string };
  readonly exercises: ReadonlyMap<string, StoredExercise>;
}

const exerciseAt = (desk: Desk, key: string): StoredExercise => {
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

/** One athlete's sheet of one program's week. `undefined` when the program has nothing in that week. */
const sheetOf = (desk: Desk, athlete: StoredAthlete, program: StoredProgram): AthleteSheet | undefined => {
  const [week] = programWeeks(desk.db, program.programId, desk.monday);
  if (week === undefined) return undefined;
  const { details, athleteId } = athlete;
  const points = usesTrainingMax(week)
    ? liftPointsOf(desk.db, athleteId, EARLIEST)
    : trendsBefore(desk.db, athleteId, desk.monday);
  const view = weekView(
    resolvingFor(desk.db, athlete, program, { exercises: desk.exercises, points, today: desk.today }),
    week,
    NOTHING_DONE,
  );
  const laidOut = layOutWeek({
    athlete: details,
    coach: desk.coach,
    program: { programId: program.programId, name: program.name, weekCount: programLength(desk.db, program.programId) },
    week: {
      ordinal: week.ordinal,
      kind: week.kind,
      startsOn: week.startsOn,
      goal: week.goal,
      sessions: view.sessions.map((session) => ({
        ...session,
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
    },
    races: racesOf(desk.db, athleteId).map((race) => ({ name: race.name, raceOn: race.racedOn })),
    version: program.revision,
    printedOn: desk.today,
  });
  return { ...laidOut, athleteId };
};

const chosenAthletes = (db: ReadDb, ids: readonly AthleteId[] | undefined): StoredAthlete[] | AthleteId => {
  const wanted =
    ids ??
    listAthletes(db)
      .filter((athlete) => !athlete.isArchived)
      .map((athlete) => athlete.athleteId);
  const athletes: StoredAthlete[] = [];
  for (const athleteId of wanted) {
    const athlete = findAthlete(db, athleteId);
    if (athlete === undefined) return athleteId;
    athletes.push(athlete);
  }
  return athletes;
};

export const sheetHandlers: ServiceHandlers['sheets'] = {
  week: ({ week, athleteIds }, { db, clock }) => {
    const athletes = chosenAthletes(db, athleteIds);
    if (typeof athletes === 'number') return fail({ tag: 'AthleteNotFound', athleteId: athletes });
    const monday = mondayOfIsoWeek(week);
    const settings = readSettings(db);
    const desk: Desk = {
      db,
      monday,
      today: clock.today(),
      coach: { name: settings.coachName, phone: settings.coachPhone },
      exercises: new Map(listExercises(db).map((exercise) => [exercise.key, exercise])),
    };
    const programs = programsInWeeks(db, monday, monday);
    const sheets: AthleteSheet[] = [];
    const without: { athleteId: AthleteId; name: string; why: 'noProgram' | 'archived' }[] = [];
    for (const athlete of athletes) {
      const { athleteId, archivedOn, details } = athlete;
      // A plan and what stands beside it are two sheets.
      const theirs = archivedOn === undefined ? programs.filter((program) => program.athleteId === athleteId) : [];
      const printed = theirs.flatMap((program) => sheetOf(desk, athlete, program) ?? []);
      sheets.push(...printed);
      if (printed.length === 0)
        without.push({ athleteId, name: details.name, why: archivedOn === undefined ? 'noProgram' : 'archived' });
    }
    return ok({ sheets, without });
  },
};
