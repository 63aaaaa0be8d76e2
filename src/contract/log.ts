import { z } from 'zod';
import { command, query } from './operation.ts';
import { healthReport } from './schemas/health.ts';
import { checkInReport, logEntry, runNote, sessionResult, testResult } from './schemas/log.ts';
import { athleteId, givenDay, liftSessionId, plainDate, runId } from './schemas/scalars.ts';

export const logOperations = {
  log: {
    list: query({
      reads: ['sessions', 'runs', 'checkIns', 'exercises'],
      /** `before` pages back: entries dated earlier than that day. */
      input: z.strictObject({
        athleteId,
        kinds: z
          .array(z.enum(['lift', 'run', 'other', 'checkIn', 'healthReport', 'wellness', 'test']))
          .min(1)
          .max(7),
        before: plainDate.optional(),
        limit: z.int().min(1).max(400),
      }),
      output: z.object({ entries: z.array(logEntry), more: plainDate.optional() }),
      errors: ['AthleteNotFound'],
    }),
    /** What was lifted, typed from paper or as it happens; against a planned session when it is one. */
    recordSession: command({
      writes: ['sessions'],
      input: z.strictObject({ athleteId, on: givenDay, result: sessionResult }),
      output: z.object({ liftSessionId }),
      errors: ['AthleteNotFound', 'ExerciseNotFound', 'EntryNotFound'],
      label: ({ on, result }) => `Record ${result.title} of ${on}`,
    }),
    removeSession: command({
      writes: ['sessions'],
      input: z.strictObject({ athleteId, liftSessionId }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'EntryNotFound'],
      label: () => 'Remove lifting session',
    }),
    /** How hard a run was and how it decoupled, as the athlete or their watch's software says: in place of what was noted or imported. */
    noteRun: command({
      writes: ['runs'],
      input: z.strictObject({ athleteId, runId, note: runNote }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'EntryNotFound'],
      label: () => 'Note how a run was',
    }),
    /** One a day: a second report of a day replaces the first. */
    recordCheckIn: command({
      writes: ['checkIns'],
      input: z.strictObject({ athleteId, on: givenDay, report: checkInReport }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'NothingReported'],
      label: ({ on }) => `Record check-in of ${on}`,
    }),
    removeCheckIn: command({
      writes: ['checkIns'],
      input: z.strictObject({ athleteId, on: givenDay }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'EntryNotFound'],
      label: ({ on }) => `Remove check-in of ${on}`,
    }),
    /** The weekly health questions; `on` is any day of the week they are about. A second answer of a week replaces the first. */
    recordHealthReport: command({
      writes: ['checkIns'],
      input: z.strictObject({ athleteId, on: givenDay, report: healthReport }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: ({ on }) => `Record health questions of the week of ${on}`,
    }),
    removeHealthReport: command({
      writes: ['checkIns'],
      input: z.strictObject({ athleteId, on: givenDay }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'EntryNotFound'],
      label: ({ on }) => `Remove health questions of the week of ${on}`,
    }),
    /** A result too far off the trend: it stands, or it was a slip. */
    answerOddDay: command({
      writes: ['sessions'],
      input: z.strictObject({ athleteId, exerciseKey: z.string().min(1).max(120), on: givenDay, isRight: z.boolean() }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'ExerciseNotFound'],
      label: ({ on, isRight }) => (isRight ? `Confirm the result of ${on}` : `Leave out the result of ${on}`),
    }),
    /** A one-rep max tested on a day: it speaks for that day instead of its sets (R1.5). */
    recordTest: command({
      writes: ['sessions'],
      input: z.strictObject({ athleteId, on: givenDay, test: testResult }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'ExerciseNotFound'],
      label: ({ on }) => `Record test of ${on}`,
    }),
    removeTest: command({
      writes: ['sessions'],
      input: z.strictObject({ athleteId, on: givenDay, exerciseKey: z.string().min(1).max(120) }),
      output: z.object({}),
      errors: ['AthleteNotFound', 'EntryNotFound'],
      label: ({ on }) => `Remove test of ${on}`,
    }),
  },
};
