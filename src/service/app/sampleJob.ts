import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { sampleAthletes, type SampleAthlete } from '../../domain/sample/sampleAthlete.ts';
import { sampleProgramKey } from '../../domain/sample/sampleProgram.ts';
import type { SampleLiftSession } from '../../domain/sample/sampleLifts.ts';
import {
  archiveAthlete,
  countAthletes,
  findAthlete,
  insertAthlete,
  noteContact,
  saveBodyMass,
} from '../athletes/athleteStore.ts';
import { insertRace } from '../athletes/raceStore.ts';
import type { WriteDb } from '../db/sql.ts';
import { inTransaction } from '../db/transaction.ts';
import type { AllHandlers, JobContext } from '../deps.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { planFor } from '../programs/assignment.ts';
import { shippedTemplates } from '../programs/templates.ts';
import { insertProgram } from '../programs/programStore.ts';
import { saveCheckIn } from '../training/checkInStore.ts';
import { saveHealthReport } from '../training/healthReportStore.ts';
import { recordLiftSession, recordRun } from '../training/trainingStore.ts';
import { recountAthlete, recountPlansOf } from '../training/recount.ts';
import { programLifts } from './sampleProgramLifts.ts';

const idFinder = (exercises: readonly StoredExercise[]): ((key: string) => number) => {
  const idByKey = new Map(exercises.map((exercise) => [exercise.key, exercise.exerciseId]));
  return (key) => {
    const id = idByKey.get(key);
    if (id === undefined) throw new Error(`the sample names exercise ${key}, which the library does not have`);
    return id;
  };
};

const dated = ({ notes, details }: SampleAthlete): string =>
  [details.notes, ...notes.map((note) => `${note.writtenOn}: ${note.text}`)].filter((line) => line !== '').join('\n');

type StoredLift = SampleLiftSession & { readonly sessionId?: number | undefined };

const recordLifts = (
  db: WriteDb,
  athleteId: number,
  sessions: readonly StoredLift[],
  exerciseIdOf: (key: string) => number,
): void => {
  for (const session of sessions) {
    recordLiftSession(db, athleteId, {
      ...session,
      sets: session.sets.map((set) => ({ ...set, exerciseId: exerciseIdOf(set.exerciseKey) })),
    });
  }
};

const isBeforeProgram =
  ({ programStartsOn }: SampleAthlete) =>
  ({ performedOn }: SampleLiftSession): boolean =>
    programStartsOn === undefined || performedOn < programStartsOn;

/** Everything but the lifting of the program's own weeks. */
const storeTraining = (
  { db, clock }: JobContext,
  person: SampleAthlete,
  exerciseIdOf: (key: string) => number,
): { readonly athleteId: AthleteId; readonly lifts: readonly StoredLift[] } => {
  const athleteId = insertAthlete(db, { ...person.details, notes: dated(person) }, clock.now());
  for (const { measuredOn, massKg } of person.bodyMasses) saveBodyMass(db, athleteId, measuredOn, massKg);
  for (const race of person.races)
    insertRace(db, athleteId, { ...race, distanceM: race.distanceM, resultS: race.resultS });
  for (const run of person.runs) recordRun(db, athleteId, run);
  const lifts = person.liftSessions.filter(isBeforeProgram(person));
  recordLifts(db, athleteId, lifts, exerciseIdOf);
  for (const checkIn of person.checkIns) saveCheckIn(db, athleteId, checkIn);
  for (const report of person.healthReports) saveHealthReport(db, athleteId, report.weekStartsOn, report);
  if (person.lastContactOn !== undefined) noteContact(db, athleteId, person.lastContactOn);
  recountAthlete(db, athleteId);
  return { athleteId, lifts };
};

interface Library {
  readonly exercises: readonly StoredExercise[];
  readonly exerciseIdOf: (key: string) => number;
}

/** The athlete's program, and its past weeks lifted as it asks. */
const storeProgram = (
  { db, clock, resourcesFolder }: JobContext,
  athleteId: AthleteId,
  person: SampleAthlete,
  { exercises, exerciseIdOf }: Library,
  today: PlainDate,
): readonly StoredLift[] | undefined => {
  const stored = findAthlete(db, athleteId);
  if (stored === undefined || person.programStartsOn === undefined) return undefined;
  const key = sampleProgramKey(person.details);
  const template = shippedTemplates(resourcesFolder).find((one) => one.key === key);
  const order = {
    startsOn: person.programStartsOn,
    withRamp: false,
    isAnchored: false,
    ...(template === undefined ? {} : { template }),
  };
  const { program, base } = planFor(db, stored, order, exercises);
  const programId = insertProgram(db, athleteId, program, clock.now(), exerciseIdOf, { base });
  const byKey = new Map(exercises.map((exercise) => [exercise.key, exercise]));
  const lifts = programLifts({ db, athleteId, programId, person, exercises: byKey, today });
  recordLifts(db, athleteId, lifts, exerciseIdOf);
  recountAthlete(db, athleteId);
  recountPlansOf(db, athleteId);
  return lifts;
};

/** Stores one sample athlete. Returns their id, their lifting, and whether they got a program. */
const store = (context: JobContext, person: SampleAthlete, library: Library, today: PlainDate) => {
  const { athleteId, lifts } = storeTraining(context, person, library.exerciseIdOf);
  const planned = storeProgram(context, athleteId, person, library, today);
  if (person.archivedOn !== undefined) archiveAthlete(context.db, athleteId, person.archivedOn);
  return { athleteId, lifts: [...lifts, ...(planned ?? [])], hasProgram: planned !== undefined };
};

/** A lifelike roster, always the same for the same seed and day. Only into an empty database. */
export const createSample: AllHandlers['app']['createSample'] = ({ athletes, years, seed, today }, context) => {
  const { db, clock, progress, leaveStep } = context;
  const present = countAthletes(db, false) + countAthletes(db, true);
  if (present > 0) return fail({ tag: 'RosterNotEmpty', athletes: present });
  return inTransaction(db, () => {
    const exercises = listExercises(db);
    const exerciseIdOf = idFinder(exercises);
    const athleteIds: number[] = [];
    const made = { programs: 0, runs: 0, liftSessions: 0, sets: 0, races: 0, checkIns: 0 };
    const endsOn = today ?? clock.today();
    for (const person of sampleAthletes({ athletes, years, seed, today: endsOn })) {
      progress({ done: athleteIds.length, total: athletes, doing: person.details.name });
      const { athleteId, lifts, hasProgram } = store(context, person, { exercises, exerciseIdOf }, endsOn);
      athleteIds.push(athleteId);
      made.programs += hasProgram ? 1 : 0;
      made.runs += person.runs.length;
      made.liftSessions += lifts.length;
      made.sets += lifts.reduce((sum, session) => sum + session.sets.length, 0);
      made.races += person.races.length;
      made.checkIns += person.checkIns.length;
    }
    leaveStep('Sample roster', { kind: 'sample', athleteIds });
    return ok({ athletes: athleteIds.length, ...made });
  });
};
