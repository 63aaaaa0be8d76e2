import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

/** Apps of which only the headings are known, from their own pages and other people's importers. */
export const DOCUMENTED_SET_LOG_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'liftlog',
      name: 'LiftLog export',
      keyPrefix: 'liftlog',
      columnsOf: columnFinder({
        sessionNumber: 'sessionid',
        date: 'timestamp',
        exercise: 'exercise',
        weight: 'weight',
        weightUnit: 'weightunit',
        reps: 'reps',
        notes: 'notes',
      }),
      sessionBy: 'number',
    },
    'SessionId, Timestamp, Exercise, Weight, WeightUnit, Reps, TargetReps, Notes',
    (heading) => hasHeadings(heading, ['sessionid', 'timestamp', 'exercise', 'weight', 'weightunit', 'reps']),
  ),
  setLogImporter(
    {
      format: 'gravl',
      name: 'Gravl export',
      keyPrefix: 'gravl',
      columnsOf: columnFinder({
        date: 'start date',
        title: 'workout',
        duration: 'workout duration (min)',
        exercise: 'exercise',
        superset: 'superset',
        setOrder: 'set',
        kind: 'set type',
        reps: 'reps',
        weight: 'weight (kg)|weight (lb)|weight (lbs)',
        distance: 'distance (km)|distance (mi)',
        seconds: 'set duration (sec)',
      }),
      sessionBy: 'start',
    },
    'Date, Start Date, Workout, …, Exercise, Superset, Set, Set Type, Reps, Weight (kg), …',
    (heading) => hasHeadings(heading, ['date', 'start date', 'workout', 'exercise', 'set type', 'reps']),
  ),
];
