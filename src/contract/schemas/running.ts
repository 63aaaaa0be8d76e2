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
  /** Time by how hard the runs were, each as a whole (R4.1). */
  zones: z
    .object({
      lowS: z.number(),
      middleS: z.number(),
      highS: z.number(),
      untoldS: z.number(),
      polarization: z.number().optional(),
    })
    .optional(),
  trimp: z.number().optional(),
});

const formDay = z.object({ on: plainDate, ctl: z.number(), atl: z.number(), tsb: z.number() });

const race = z.object({ name: z.string(), on: plainDate, distanceM: z.number(), resultS: z.number() });

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
      race,
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
  form: z.array(formDay),
  /** Form by the plan alone, and from today on by how the athlete stands; never mixed with what was done. */
  ahead: z.object({ planned: z.array(formDay), expected: z.array(formDay), guessed: z.int() }).optional(),
  critical: z.object({ speedMps: z.number(), reserveM: z.number(), races: z.array(race) }).optional(),
  /** The three loads of the legs, the last complete week as per cent of the four before it (R5.1). */
  legs: z.object({
    startsOn: plainDate,
    runs: z.number().optional(),
    hardSets: z.number().optional(),
  }),
});
