import { z } from 'zod';
import { PATTERNS } from '../../domain/exercises/exercise.ts';
import { WEEK_KINDS } from '../../domain/programs/program.ts';
import { GUARD_ANSWERS, GUARD_LEVELS } from './guard.ts';
import { race } from './athlete.ts';
import { athleteId, plainDate } from './scalars.ts';

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
  /** What was to be run, where the week was planned and not only usual. */
  plannedRunM: z.number().optional(),
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
  /** What was decided about alarms of the running guard. */
  guard: z.array(z.object({ on: plainDate, level: z.enum(GUARD_LEVELS), action: z.enum(GUARD_ANSWERS) })),
});

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

/** Strength as it stands (R1.5). Kilograms; an interval is a 90 % interval. */
export const strengthNow = z.object({
  lifts: z.array(
    z.object({
      exerciseKey: z.string(),
      exercise: z.string(),
      on: plainDate,
      trendKg: z.number(),
      lowKg: z.number(),
      highKg: z.number(),
      /** From sets with three or more in reserve: probably too low. */
      isConservative: z.boolean(),
      /** Against the oldest point of the window; absent with a single one. */
      change: z
        .object({
          since: plainDate,
          percent: z.number(),
          /** That it is more than the smallest worthwhile change. */
          probability: z.number(),
          words: z.enum(['very likely stronger', 'likely', 'unclear', 'not shown']),
        })
        .optional(),
    }),
  ),
  /** Results too far off to be believed: right, or a slip of the pen? */
  oddDays: z.array(
    z.object({
      exerciseKey: z.string(),
      exercise: z.string(),
      on: plainDate,
      sessionKg: z.number(),
      trendKg: z.number(),
      loadKg: z.number(),
      reps: z.number(),
    }),
  ),
});

/** Loads as per cent of the mean of the four weeks before; absent where that is not known. */
export const weekLoads = z.object({
  athleteId,
  weeks: z.array(
    z.object({
      startsOn: plainDate,
      runs: z.number().optional(),
      hardSets: z.number().optional(),
      internal: z.number().optional(),
      internalAu: z.number().optional(),
      form: z.object({ ctl: z.number(), atl: z.number(), tsb: z.number() }).optional(),
    }),
  ),
});
