import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const columnsOf = columnFinder({
  date: 'workout datetime',
  title: 'day name',
  exercise: 'exercise',
  isWarmup: 'is warmup set?',
  reps: 'completed reps',
  rpe: 'completed rpe',
  weight: 'completed weight value',
  weightUnit: 'completed weight unit',
  exerciseNotes: 'notes',
});

/** Liftosaur prints what was asked for beside what was done; only what was done is a set. */
export const LIFTOSAUR_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'liftosaur',
      name: 'Liftosaur export',
      keyPrefix: 'liftosaur',
      columnsOf,
      sessionBy: 'start',
      clock: 'utc',
      emptyAs: 'set not done',
    },
    'Workout DateTime, Program, Day Name, Exercise, …, Completed Reps, Completed Weight Value, …',
    (heading) =>
      hasHeadings(heading, [
        'workout datetime',
        'exercise',
        'completed reps',
        'completed weight value',
        'completed weight unit',
      ]),
  ),
];
