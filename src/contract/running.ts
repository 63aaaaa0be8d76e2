import { z } from 'zod';
import { command, query } from './operation.ts';
import { guardNote, guardView } from './schemas/guard.ts';
import { runningView } from './schemas/running.ts';
import { athleteId } from './schemas/scalars.ts';

export const runningOperations = {
  running: {
    /** How much an athlete runs, how the load lies, and what races tell (§4). */
    view: query({
      reads: ['athletes', 'runs', 'sessions', 'races'],
      input: z.strictObject({ athleteId, weeks: z.int().min(4).max(104) }),
      output: runningView,
      errors: ['AthleteNotFound'],
    }),
    /** What the running guard sees today: charts, detectors, what to do about it, and what was done before (§7). */
    guard: query({
      reads: ['athletes', 'runs', 'sessions', 'checkIns', 'programs', 'exercises', 'guard'],
      input: z.strictObject({ athleteId }),
      output: guardView,
      errors: ['AthleteNotFound'],
    }),
    /** A coach has seen an alarm and decided: the charts begin anew from today, except where it was only noted. */
    answerGuard: command({
      writes: ['guard'],
      input: z.strictObject({ athleteId, answer: guardNote }),
      output: z.object({}),
      errors: ['AthleteNotFound'],
      label: ({ answer }) => (answer.action === 'noted' ? 'Note on the running guard' : 'Answer the running guard'),
    }),
  },
};
