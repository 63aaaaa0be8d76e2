import { z } from 'zod';
import { athleteId, plainDate } from './scalars.ts';

const verdict = z.enum(['up', 'level', 'down', 'unclear']);

const interval = z.object({ mean: z.number(), low: z.number(), high: z.number(), n: z.int() });

const outcome = {
  strength: z.object({ change: z.number(), error: z.number(), lifts: z.int() }).optional(),
  running: z.number().optional(),
  adherence: z.number().optional(),
};

/** A block that somebody has done, and what came of it. Changes are shares: 0.03 is 3 % more. */
const blockRow = z.object({
  athleteId,
  athlete: z.string(),
  program: z.string(),
  templateKey: z.string(),
  block: z.string(),
  startsOn: plainDate,
  endsOn: plainDate,
  ...outcome,
  quadrant: z.object({ strength: verdict, running: z.enum(['up', 'level', 'down']) }).optional(),
  words: z.string().optional(),
});

export const insightsView = z.object({
  blocks: z.array(blockRow),
  templates: z.array(
    z.object({
      templateKey: z.string(),
      name: z.string(),
      athletes: z.int(),
      blocks: z.int(),
      strength: interval.optional(),
      running: interval.optional(),
      adherence: interval.optional(),
    }),
  ),
  /** Exercises of the last two weeks that were done in part, the most often first. */
  cuts: z.array(
    z.object({
      exerciseKey: z.string(),
      exercise: z.string(),
      times: z.int(),
      cut: z.int(),
      athletes: z.int(),
      setsPlanned: z.int(),
      setsDone: z.int(),
    }),
  ),
});

/** Blocks of one athlete, the newest first; one that is going on is counted up to this week. */
export const comparedBlocks = z.object({
  athleteId,
  blocks: z.array(
    z.object({
      blockId: z.int(),
      program: z.string(),
      block: z.string(),
      startsOn: plainDate,
      endsOn: plainDate,
      isOver: z.boolean(),
      weeks: z.int(),
      sessions: z.int(),
      liftSessions: z.int(),
      hardSetsAWeek: z.number(),
      runMAWeek: z.number(),
      runMBefore: z.number(),
      keyShare: z.number().optional(),
      ...outcome,
      words: z.string().optional(),
      /** Strength at the end of each week as a share of where it began. */
      course: z.array(z.object({ week: z.int(), change: z.number() })),
    }),
  ),
});
