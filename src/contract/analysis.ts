import { z } from 'zod';
import { command, query } from './operation.ts';
import { athleteStats, strengthAgainstRunning, strengthNow, weekLoads } from './schemas/analysis.ts';
import { athleteConsistency } from './schemas/consistency.ts';
import { exercise, ownExercise } from './schemas/program.ts';
import { athleteId, givenDay } from './schemas/scalars.ts';

const exerciseKey = z.string().min(1).max(120);

export const analysisOperations = {
  analysis: {
    strengthAgainstRunning: query({
      reads: ['sessions', 'runs', 'races', 'programs', 'checkIns', 'exercises'],
      /** The window's last week is that of `endsOn`; without one, this week, or the last with data when that is long ago. */
      input: z.strictObject({ athleteId, weeks: z.int().min(4).max(1040), endsOn: givenDay.optional() }),
      output: strengthAgainstRunning,
      errors: ['AthleteNotFound'],
    }),
    /** The three loads of each week, kept apart, and the form it ended with (R5.1, R4.5). */
    weekLoads: query({
      reads: ['sessions', 'runs', 'races'],
      input: z.strictObject({ athleteId, from: givenDay, weeks: z.int().min(4).max(1040) }),
      output: weekLoads,
      errors: ['AthleteNotFound'],
    }),
    consistency: query({
      reads: ['sessions', 'programs', 'exercises'],
      /** Complete weeks before this one; the index is always of the newest twelve. */
      input: z.strictObject({ athleteId, weeks: z.int().min(12).max(520) }),
      output: athleteConsistency,
      errors: ['AthleteNotFound'],
    }),
    /** What each main lift is worth now, how sure that is, whether it has changed, and results that must be asked about. */
    strength: query({
      reads: ['sessions', 'exercises'],
      /** Weeks back that a change is measured over. */
      input: z.strictObject({ athleteId, weeks: z.int().min(4).max(104) }),
      output: strengthNow,
      errors: ['AthleteNotFound'],
    }),
    stats: query({
      reads: ['sessions', 'runs'],
      input: z.strictObject({ athleteId }),
      output: athleteStats,
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
    addOwn: command({
      writes: ['exercises'],
      input: z.strictObject({ exercise: ownExercise }),
      output: z.object({ exerciseKey: z.string() }),
      errors: ['NameTaken', 'ExerciseNotFound', 'LadderLoops'],
      label: ({ exercise: { name: added } }) => `Add exercise ${added}`,
    }),
    editOwn: command({
      writes: ['exercises'],
      input: z.strictObject({ exerciseKey, exercise: ownExercise }),
      output: z.object({}),
      errors: ['NameTaken', 'ExerciseNotFound', 'ExerciseShipped', 'LadderLoops'],
      label: ({ exercise: { name: edited } }) => `Edit exercise ${edited}`,
    }),
    /** No longer offered, or offered again; programs and logs keep it either way. */
    archive: command({
      writes: ['exercises'],
      input: z.strictObject({ exerciseKey, isArchived: z.boolean() }),
      output: z.object({}),
      errors: ['ExerciseNotFound'],
      label: ({ isArchived }) => (isArchived ? 'Archive an exercise' : 'Bring an exercise back'),
    }),
    /** Refused while a recorded set or a program's slot names it. Its key leaves the ladders of the coach's other exercises. */
    removeOwn: command({
      writes: ['exercises'],
      input: z.strictObject({ exerciseKey }),
      output: z.object({}),
      errors: ['ExerciseNotFound', 'ExerciseShipped', 'ExerciseInUse'],
      label: () => 'Remove an exercise',
    }),
  },
};
