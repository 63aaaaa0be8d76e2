import { z } from 'zod';
import { PATTERNS } from '../../domain/exercises/exercise.ts';
import { SET_KINDS } from '../../domain/imports/draft.ts';
import { WEEK_KINDS } from '../../domain/programs/program.ts';
import { race } from './athlete.ts';
import { athleteId, liftSessionId, plainDate, runId } from './scalars.ts';

export const trendPoint = z.object({
  on: plainDate,
  trendKg: z.number(),
  lowKg: z.number(),
  highKg: z.number(),
  sessionKg: z.number(),
});

export const liftTrend = z.object({
  exerciseKey: z.string(),
  exercise: z.string(),
  pattern: z.enum(PATTERNS),
  points: z.array(trendPoint),
});

export const weekTotals = z.object({
  startsOn: plainDate,
  runM: z.number(),
  keyRunM: z.number(),
  runs: z.int(),
  liftSessions: z.int(),
  workSets: z.int(),
  hardSets: z.int(),
  lowerHardSets: z.int(),
  tonnageKg: z.number(),
});

/** All that the strength-against-running chart draws, one row a week, every week of the window present. */
export const strengthAgainstRunning = z.object({
  athleteId,
  /** Mondays of the first and the last week in which anything was done. */
  firstDataOn: plainDate.optional(),
  lastDataOn: plainDate.optional(),
  weeks: z.array(weekTotals),
  lifts: z.array(liftTrend),
  races: z.array(race),
  programWeeks: z.array(
    z.object({
      startsOn: plainDate,
      program: z.string(),
      block: z.string(),
      number: z.int(),
      kind: z.enum(WEEK_KINDS),
    }),
  ),
  pain: z.array(z.object({ on: plainDate, score: z.number(), site: z.string() })),
});

export const loggedSet = z.object({
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
    painScore: z.number().optional(),
    painSite: z.string().optional(),
    notes: z.string().optional(),
  }),
]);

/** Counted as the acceptance figures are: runs only, sets with repetitions, dates as recorded. */
export const athleteStats = z.object({
  athlete: z.string(),
  runs: z.int(),
  distanceM: z.number(),
  sets: z.int(),
  tonnageKg: z.number(),
  firstDate: plainDate.optional(),
  lastDate: plainDate.optional(),
  heaviestSet: z.object({ exercise: z.string(), loadKg: z.number(), reps: z.number(), date: plainDate }).optional(),
});
