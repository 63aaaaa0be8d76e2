import { z } from 'zod';
import { query } from './operation.ts';
import { athleteStats, logEntry, strengthAgainstRunning } from './schemas/analysis.ts';
import { exercise } from './schemas/program.ts';
import { athleteId, givenDay, plainDate } from './schemas/scalars.ts';

export const analysisOperations = {
  analysis: {
    strengthAgainstRunning: query({
      reads: ['sessions', 'runs', 'races', 'programs', 'checkIns', 'exercises'],
      /** The window's last week is that of `endsOn`; without one, this week, or the last with data when that is long ago. */
      input: z.strictObject({ athleteId, weeks: z.int().min(4).max(1040), endsOn: givenDay.optional() }),
      output: strengthAgainstRunning,
      errors: ['AthleteNotFound'],
    }),
    stats: query({
      reads: ['sessions', 'runs'],
      input: z.strictObject({ athleteId }),
      output: athleteStats,
      errors: ['AthleteNotFound'],
    }),
  },
  log: {
    list: query({
      reads: ['sessions', 'runs', 'checkIns', 'exercises'],
      /** `before` pages back: entries dated earlier than that day. */
      input: z.strictObject({
        athleteId,
        kinds: z.array(z.enum(['lift', 'run', 'other', 'checkIn'])).min(1),
        before: plainDate.optional(),
        limit: z.int().min(1).max(400),
      }),
      output: z.object({ entries: z.array(logEntry), more: plainDate.optional() }),
      errors: ['AthleteNotFound'],
    }),
  },
  exercises: {
    list: query({
      reads: ['exercises'],
      input: z.strictObject({}),
      output: z.object({ exercises: z.array(exercise) }),
      errors: [],
    }),
  },
};
