import { fail, ok } from '../../domain/kernel/result.ts';
import { sampleAthletes, type SampleAthlete } from '../../domain/sample/sampleAthlete.ts';
import {
  archiveAthlete,
  countAthletes,
  findAthlete,
  insertAthlete,
  noteContact,
  saveBodyMass,
} from '../athletes/athleteStore.ts';
import { insertRace } from '../athletes/raceStore.ts';
import { inTransaction } from '../db/transaction.ts';
import type { AllHandlers, JobContext } from '../deps.ts';
import { listExercises, type StoredExercise } from '../exercises/exerciseStore.ts';
import { planFor } from '../programs/assignment.ts';
import { insertProgram } from '../programs/programStore.ts';
import { saveCheckIn } from '../training/checkInStore.ts';
import { saveHealthReport } from '../training/healthReportStore.ts';
import { recordLiftSession, recordRun } from '../training/trainingStore.ts';
import { recountAthlete } from '../training/recount.ts';

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

/** Stores one sample athlete. Returns their id and whether they got a program. */
const store = (
  { db, clock }: JobContext,
  person: SampleAthlete,
  exercises: readonly StoredExercise[],
  exerciseIdOf: (key: string) => number,
): { readonly athleteId: number; readonly hasProgram: boolean } => {
  const athleteId = insertAthlete(db, { ...person.details, notes: dated(person) }, clock.now());
  for (const { measuredOn, massKg } of person.bodyMasses) saveBodyMass(db, athleteId, measuredOn, massKg);
  for (const race of person.races)
    insertRace(db, athleteId, { ...race, distanceM: race.distanceM, resultS: race.resultS });
  for (const run of person.runs) recordRun(db, athleteId, run);
  for (const session of person.liftSessions) {
    recordLiftSession(db, athleteId, {
      ...session,
      sets: session.sets.map((set) => ({ ...set, exerciseId: exerciseIdOf(set.exerciseKey) })),
    });
  }
  for (const checkIn of person.checkIns) saveCheckIn(db, athleteId, checkIn);
  for (const report of person.healthReports) saveHealthReport(db, athleteId, report.weekStartsOn, report);
  if (person.lastContactOn !== undefined) noteContact(db, athleteId, person.lastContactOn);
  recountAthlete(db, athleteId);
  const stored = person.programStartsOn === undefined ? undefined : findAthlete(db, athleteId);
  if (stored !== undefined && person.programStartsOn !== undefined) {
    const { program } = planFor(db, stored, person.programStartsOn, exercises);
    insertProgram(db, athleteId, program, clock.now(), exerciseIdOf);
  }
  if (person.archivedOn !== undefined) archiveAthlete(db, athleteId, person.archivedOn);
  return { athleteId, hasProgram: stored !== undefined };
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
    for (const person of sampleAthletes({ athletes, years, seed, today: today ?? clock.today() })) {
      progress({ done: athleteIds.length, total: athletes, doing: person.details.name });
      const { athleteId, hasProgram } = store(context, person, exercises, exerciseIdOf);
      athleteIds.push(athleteId);
      made.programs += hasProgram ? 1 : 0;
      made.runs += person.runs.length;
      made.liftSessions += person.liftSessions.length;
      made.sets += person.liftSessions.reduce((sum, session) => sum + session.sets.length, 0);
      made.races += person.races.length;
      made.checkIns += person.checkIns.length;
    }
    leaveStep('Sample roster', { kind: 'sample', athleteIds });
    return ok({ athletes: athleteIds.length, ...made });
  });
};
