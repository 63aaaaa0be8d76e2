import { z } from 'zod';
import { query } from './operation.ts';
import { comparedBlocks, insightsView } from './schemas/insights.ts';
import { athleteId } from './schemas/scalars.ts';

export const insightsOperations = {
  insights: {
    /** What came of everybody's blocks, template by template, and which prescriptions are cut. */
    view: query({
      reads: ['athletes', 'programs', 'sessions', 'runs', 'exercises'],
      /** How far back blocks are looked at, weeks. */
      input: z.strictObject({ weeks: z.int().min(8).max(260) }),
      output: insightsView,
      errors: [],
    }),
    /** One athlete's newest blocks beside each other. */
    blocks: query({
      reads: ['programs', 'sessions', 'runs', 'exercises'],
      input: z.strictObject({ athleteId }),
      output: comparedBlocks,
      errors: ['AthleteNotFound'],
    }),
  },
};
