import { z } from 'zod';
import { athleteId, plainDate } from './scalars.ts';

const runningWeek = z.object({
  startsOn: plainDate,
  runs: z.int(),
  distanceM: z.number(),
  timeS: z.number(),
  longestM: z.number(),
  keyM: z.number(),
  sessions: z.int(),
  rated: z.int(),
  load: z
    .object({
      totalAu: z.number(),
      meanAu: z.number(),
      sdAu: z.number(),
      monotony: z.number().optional(),
      strain: z.number().optional(),
    })
    .optional(),
  flags: z.object({ isMonotonous: z.boolean(), isStrained: z.boolean(), hasNoVariation: z.boolean() }).optional(),
});

/** How much an athlete runs, how the load lies, and what races tell (§4). */
export const runningView = z.object({
  athleteId,
  weeks: z.array(runningWeek),
  loadChange: z
    .object({
      acuteAu: z.number(),
      chronicAu: z.number(),
      coupled: z.number().optional(),
      uncoupled: z.number().optional(),
      ewma7Au: z.number(),
      ewma28Au: z.number(),
      ewmaRatio: z.number().optional(),
    })
    .optional(),
  /** Sessions of the last 28 days without an RPE or a length. */
  unratedOf28: z.int(),
  longest30M: z.number().optional(),
  suggestedM: z.number().optional(),
  twoWeeks: z.object({ ratio: z.number().optional(), isSteep: z.boolean() }),
  spikes: z.array(
    z.object({
      on: plainDate,
      distanceM: z.number(),
      longest30M: z.number(),
      spike: z.enum(['small', 'moderate', 'large']),
    }),
  ),
  best: z
    .object({
      race: z.object({ name: z.string(), on: plainDate, distanceM: z.number(), resultS: z.number() }),
      vdot: z.number(),
      thresholdMps: z.number(),
      /** Seconds a kilometre, by what the training is called. */
      pacesS: z.record(z.string(), z.number()),
      /** Times for other distances, by VDOT and by Riegel, in seconds. */
      predictions: z.array(
        z.object({ distanceM: z.number(), vdotS: z.number().optional(), riegelS: z.number().optional() }),
      ),
      ageGrade: z.object({ percent: z.number(), band: z.string().optional(), gradedS: z.number() }).optional(),
    })
    .optional(),
  form: z.array(z.object({ on: plainDate, ctl: z.number(), atl: z.number(), tsb: z.number() })),
  /** The three loads of the legs, the last complete week as per cent of the four before it (R5.1). */
  legs: z.object({
    startsOn: plainDate,
    runs: z.number().optional(),
    hardSets: z.number().optional(),
  }),
});
