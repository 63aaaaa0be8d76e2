import { z } from 'zod';
import { CONSISTENCY_BANDS } from '../../domain/adherence/consistency.ts';
import { plainDate, weekday } from './scalars.ts';

/** Of twelve complete weeks (R10.2). */
export const consistencyIndex = z.object({
  /** 0 to 100 */
  index: z.number(),
  band: z.enum(CONSISTENCY_BANDS),
  doneWeeks: z.int(),
  /** Weeks that were not frozen. */
  countedWeeks: z.int(),
  /** Too few weeks for a per cent or a word. */
  isEarly: z.boolean(),
});

const consistencyWeek = z.object({
  startsOn: plainDate,
  /** `frozen`: nothing was planned. `open`: this week, while it may still count. */
  mark: z.enum(['done', 'missed', 'frozen', 'open']),
  planned: z.int(),
  done: z.int(),
  /** 0 to 1 (R10.1) */
  share: z.number().optional(),
});

/** How steadily an athlete lifts against the plan (R10.1, R10.2). */
export const athleteConsistency = z.object({
  /** Complete weeks, oldest first. */
  weeks: z.array(consistencyWeek),
  thisWeek: consistencyWeek,
  consistency: consistencyIndex.optional(),
  streak: z.object({ current: z.int(), longest: z.int() }),
  /** Planned sessions of twelve weeks and those done; 90 % interval of their share, each end 0 to 1. */
  planned: z.int(),
  done: z.int(),
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** 0 to 1 */
  regularity: z.number().optional(),
  /** 0 to 1 */
  trend: z.number().optional(),
  /** The smallest thing that helps next. */
  next: z.discriminatedUnion('tag', [
    z.object({ tag: z.literal('noProgram') }),
    z.object({ tag: z.literal('nothingPlanned') }),
    z.object({ tag: z.literal('weekCounts') }),
    z.object({ tag: z.literal('onceAWeek'), sets: z.int() }),
    z.object({ tag: z.literal('lift'), sets: z.int(), session: z.string(), weekday: weekday.optional() }),
  ]),
});
