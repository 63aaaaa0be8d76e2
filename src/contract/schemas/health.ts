import { z } from 'zod';
import { explanationLine } from './program.ts';
import { RED_FLAGS } from '../../domain/wellness/checkIn.ts';
import { ostrcScore } from '../../domain/wellness/ostrc.ts';
import { GUARD_GROUPS, MATERNITIES, type HealthFacts } from '../../domain/wellness/specialGroups.ts';
import { PAIN_REGIONS } from '../../domain/wellness/substitution.ts';
import { ILLNESSES, READINESS_ROWS } from '../../domain/wellness/trafficLight.ts';
import { massUnit, name, plainDate, sessionId } from './scalars.ts';

export const ostrcVersion = z.enum(['original', 'H2']);

/** The weekly health questions as they were answered: the index of each answer, 0 the mildest. */
export const healthReport = z
  .strictObject({
    version: ostrcVersion,
    answers: z.array(z.int().min(0).max(4)).min(1).max(4),
    notes: z.string().trim().max(2000).optional(),
  })
  .refine(({ version, answers }) => ostrcScore(answers, version) !== undefined, 'not answers of this questionnaire');

/** What an athlete has told of their health; all of it may be unknown. */
export const healthFacts = z.strictObject({
  maternity: z.enum(MATERNITIES).optional(),
  maternityClearedOn: plainDate.optional(),
  gaveBirthOn: plainDate.optional(),
  guardianConsentOn: plainDate.optional(),
  isGrowingFast: z.boolean(),
  conditions: z.array(z.strictObject({ name, clearedOn: plainDate.optional() })).max(20),
}) satisfies z.ZodType<HealthFacts>;

const light = z.enum(['green', 'amber', 'red']);

const ostrcWeek = z.object({
  weekStartsOn: plainDate,
  score: z.number(),
  isSubstantial: z.boolean(),
  action: z.enum(['none', 'inform', 'amber', 'red']),
});

const dose = z.object({ sets: z.int(), load: z.number().optional() });

/** One place of the next session under today's light; loads are in the gym's unit. */
const sparedSlot = z.object({
  label: z.string(),
  exerciseKey: z.string(),
  exercise: z.string(),
  unit: massUnit,
  /** From what is known to the planned loads, and what the light makes of them. */
  why: z.array(explanationLine),
  planned: z.array(dose),
  /** What the light leaves; empty when the slot is left out. */
  today: z.array(dose),
  change: z.enum(['asPlanned', 'lighter', 'leftOut']),
  /** What the pain makes of the exercise. */
  pain: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fine') }),
    z.object({ kind: z.literal('unknown') }),
    z.object({ kind: z.literal('swap'), exerciseKey: z.string(), exercise: z.string() }),
    z.object({ kind: z.literal('leaveOut') }),
  ]),
});

export const readiness = z.object({
  /** Absent without a check-in of the last two days. */
  today: z
    .object({
      reportedOn: plainDate,
      light,
      /** What made it so, worst first. */
      because: z.array(z.object({ row: z.enum(READINESS_ROWS), light })),
      /** The reported facts behind the rows. */
      reported: z.object({
        painScore: z.number().optional(),
        soreness: z.number().optional(),
        sleepH: z.number().optional(),
        illness: z.enum(ILLNESSES).optional(),
        redFlags: z.array(z.enum(RED_FLAGS)),
      }),
      hooper: z
        .object({
          index: z.int(),
          days: z.int(),
          z: z.number().optional(),
          hasBadItem: z.boolean(),
          isSecondDay: z.boolean(),
        })
        .optional(),
    })
    .optional(),
  pain: z
    .object({
      decision: z.enum(['progress', 'hold', 'reduce', 'stop', 'stopAndRefer']),
      on: plainDate,
      during: z.number(),
      region: z.enum(PAIN_REGIONS).optional(),
      nextMorningChange: z.number().optional(),
      trend: z.number().optional(),
    })
    .optional(),
  health: z.object({
    /** Newest first. */
    weeks: z.array(ostrcWeek),
    current: ostrcWeek.optional(),
    shouldRefer: z.boolean(),
    cumulative: z.number(),
  }),
  guardRails: z.array(
    z.object({
      id: z.string(),
      group: z.enum(GUARD_GROUPS),
      rule: z.string(),
      /** A clearance or a consent is missing: nothing is lifted before it is there. */
      isBlocking: z.boolean(),
    }),
  ),
  next: z.object({ sessionId, name: z.string(), date: plainDate, slots: z.array(sparedSlot) }).optional(),
});
