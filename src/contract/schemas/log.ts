import { z } from 'zod';
import { SET_KINDS } from '../../domain/imports/draft.ts';
import { liftSessionId, name, plainDate, runId, sessionId } from './scalars.ts';

const loggedSet = z.object({
  exercise: z.string(),
  kind: z.enum(SET_KINDS),
  loadKg: z.number().optional(),
  reps: z.number().optional(),
  durationS: z.number().optional(),
  distanceM: z.number().optional(),
  rpe: z.number().optional(),
  notes: z.string().optional(),
  doubt: z.string().optional(),
});

const logged = {
  performedOn: plainDate,
  timeOfDay: z.string().optional(),
  title: z.string(),
  source: z.string(),
  notes: z.string().optional(),
};

export const logEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lift'),
    liftSessionId,
    ...logged,
    durationS: z.number().optional(),
    sets: z.array(loggedSet),
  }),
  z.object({
    kind: z.literal('run'),
    runId,
    ...logged,
    distanceM: z.number().optional(),
    durationS: z.number().optional(),
    averageHr: z.number().optional(),
    isKey: z.boolean(),
  }),
  z.object({
    kind: z.literal('other'),
    ...logged,
    sport: z.string(),
    distanceM: z.number().optional(),
    durationS: z.number().optional(),
  }),
  z.object({
    kind: z.literal('checkIn'),
    performedOn: plainDate,
    sleepH: z.number().optional(),
    soreness: z.number().optional(),
    fatigue: z.number().optional(),
    stress: z.number().optional(),
    mood: z.number().optional(),
    painScore: z.number().optional(),
    painSite: z.string().optional(),
    notes: z.string().optional(),
  }),
  z.object({
    kind: z.literal('test'),
    performedOn: plainDate,
    exerciseKey: z.string(),
    exercise: z.string(),
    loadKg: z.number(),
  }),
]);

const rating = z.int().min(0).max(10);

/** How an athlete says they are. Ratings 0 (none, or very bad mood) to 10; what was not said is left out. */
export const checkInReport = z.strictObject({
  sleepH: z.number().min(0).max(24).optional(),
  soreness: rating.optional(),
  fatigue: rating.optional(),
  stress: rating.optional(),
  mood: rating.optional(),
  painScore: rating.optional(),
  painSite: z.string().trim().max(80).optional(),
  notes: z.string().trim().max(2000).optional(),
});

/** A lifting session as it was done. Loads in kilograms, holds in seconds. */
export const sessionResult = z.strictObject({
  title: name,
  sessionId: sessionId.optional(),
  durationS: z.number().min(0).max(36_000).optional(),
  notes: z.string().trim().max(2000).optional(),
  sets: z
    .array(
      z.strictObject({
        exerciseKey: z.string().min(1).max(120),
        reps: z.int().min(1).max(200).optional(),
        durationS: z.number().min(1).max(3600).optional(),
        loadKg: z.number().min(0).max(600).optional(),
        rpe: z.number().min(1).max(10).optional(),
      }),
    )
    .min(1)
    .max(150),
});

export const testResult = z.strictObject({
  exerciseKey: z.string().min(1).max(120),
  loadKg: z.number().positive().max(600),
});
