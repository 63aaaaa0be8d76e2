import { z } from 'zod';
import { SET_KINDS } from '../../domain/imports/draft.ts';
import { RED_FLAGS } from '../../domain/wellness/checkIn.ts';
import { PAIN_REGIONS } from '../../domain/wellness/substitution.ts';
import { ILLNESSES } from '../../domain/wellness/trafficLight.ts';
import { LIMITS } from '../limits.ts';
import { ostrcVersion } from './health.ts';
import { liftSessionId, name, plainDate, remark, runId, sessionId } from './scalars.ts';

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
  /** Other apps that tell the same. */
  alsoIn: z.array(z.string()).optional(),
  notes: z.string().optional(),
};

export const logEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('lift'),
    liftSessionId,
    ...logged,
    durationS: z.number().optional(),
    /** How hard the whole of it was, 0 to 10. */
    rpe: z.number().optional(),
    /** How it felt, 1 (bad) to 5 (good). */
    feeling: z.int().optional(),
    /** What it came to (§5); hard sets are those of its exercises on that day. */
    load: z.object({ hardSets: z.number(), tonnageKg: z.number(), averageIntensityPct: z.number().optional() }),
    sets: z.array(loggedSet),
  }),
  z.object({
    kind: z.literal('run'),
    runId,
    ...logged,
    distanceM: z.number().optional(),
    durationS: z.number().optional(),
    averageHr: z.number().optional(),
    /** How hard it was, 0 to 10. */
    rpe: z.number().optional(),
    decouplingPct: z.number().optional(),
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
    painRegion: z.enum(PAIN_REGIONS).optional(),
    painNextMorning: z.number().optional(),
    hooperSleep: z.number().optional(),
    hooperFatigue: z.number().optional(),
    hooperStress: z.number().optional(),
    hooperSoreness: z.number().optional(),
    illness: z.enum(ILLNESSES).optional(),
    redFlags: z.array(z.enum(RED_FLAGS)).optional(),
    notes: z.string().optional(),
  }),
  z.object({
    kind: z.literal('healthReport'),
    /** The Monday of the week it is about. */
    performedOn: plainDate,
    version: ostrcVersion,
    answers: z.array(z.int()),
    score: z.number(),
    isSubstantial: z.boolean(),
    notes: z.string().optional(),
  }),
  /** What an app measured at one time; scores are on the app's own scale. */
  z.object({
    kind: z.literal('wellness'),
    performedOn: plainDate,
    timeOfDay: z.string().optional(),
    source: z.string(),
    bodyMassKg: z.number().optional(),
    bodyFatPercent: z.number().optional(),
    restingHr: z.number().optional(),
    hrvMs: z.number().optional(),
    hrvScore: z.number().optional(),
    sleepS: z.number().optional(),
    sleepScore: z.number().optional(),
    readinessScore: z.number().optional(),
    steps: z.number().optional(),
    intakeKcal: z.number().optional(),
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

/** 1 very good, 7 very bad. */
const hooperItem = z.int().min(1).max(7);

/** How an athlete says they are. Ratings 0 (none, or very bad mood) to 10; what was not said is left out. */
export const checkInReport = z.strictObject({
  sleepH: z.number().min(0).max(24).optional(),
  soreness: rating.optional(),
  fatigue: rating.optional(),
  stress: rating.optional(),
  mood: rating.optional(),
  painScore: rating.optional(),
  painSite: z.string().trim().max(80).optional(),
  painRegion: z.enum(PAIN_REGIONS).optional(),
  painNextMorning: rating.optional(),
  hooperSleep: hooperItem.optional(),
  hooperFatigue: hooperItem.optional(),
  hooperStress: hooperItem.optional(),
  hooperSoreness: hooperItem.optional(),
  illness: z.enum(ILLNESSES).optional(),
  redFlags: z.array(z.enum(RED_FLAGS)).max(RED_FLAGS.length).optional(),
  notes: remark.optional(),
});

/** A lifting session as it was done. Loads in kilograms, holds in seconds. */
export const sessionResult = z.strictObject({
  title: name,
  sessionId: sessionId.optional(),
  durationS: z.number().min(0).max(36_000).optional(),
  notes: remark.optional(),
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
    .max(LIMITS.sets.most),
});

/** What is known of a run that no app told; what is left out is not known. */
export const runNote = z.strictObject({
  /** How hard the whole of it was. */
  rpe: z.number().min(0).max(10).optional(),
  /** Less speed for a heartbeat in its second half than in its first, per cent (R4.7); below 0: more. */
  decouplingPct: z.number().min(-50).max(100).optional(),
});

export const testResult = z.strictObject({
  exerciseKey: z.string().min(1).max(120),
  loadKg: z.number().positive().max(600),
});
