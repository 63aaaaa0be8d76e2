import type { Importer } from './importer.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const LOADS = { weight: 'weight_kg', otherWeight: 'weight_lbs' };
/** An export in pounds has no column of kilograms. */
const LOADS_IN_POUNDS = { weight: 'weight_lbs' };

const EXPORT = {
  date: 'start_time',
  end: 'end_time',
  title: 'title',
  sessionNotes: 'description',
  exercise: 'exercise_title',
  exerciseNotes: 'exercise_notes',
  superset: 'superset_id|supersets_id|superset',
  setOrder: 'set_index',
  kind: 'set_type',
  reps: 'reps',
  distance: 'distance_km|distance_miles|distance_meters',
  seconds: 'duration_seconds',
  rpe: 'rpe',
};

const API = {
  date: 'workout_date',
  end: 'workout_end_time|end_time',
  title: 'workout_title',
  sessionNotes: 'workout_description',
  exercise: 'exercise_title|exercise_name',
  exerciseNotes: 'exercise_notes',
  superset: 'superset_id|supersets_id|superset',
  setOrder: 'set_index|set_number',
  kind: 'set_type',
  reps: 'reps',
  distance: 'distance_km|distance_miles|distance_meters',
  seconds: 'duration_seconds',
  rpe: 'rpe',
};

/** Where the start is said beside the day, it says the day too. */
const API_WITH_START = { ...API, date: 'workout_start_time|start_time' };

const columnsOf = (roles: typeof EXPORT) => {
  const both = columnFinder({ ...roles, ...LOADS });
  const pounds = columnFinder({ ...roles, ...LOADS_IN_POUNDS });
  return (heading: readonly string[]) => (hasHeadings(heading, ['weight_kg']) ? both(heading) : pounds(heading));
};

const hasLoads = (heading: readonly string[]): boolean =>
  hasHeadings(heading, ['weight_kg']) || hasHeadings(heading, ['weight_lbs']);

const apiColumnsOf = (heading: readonly string[]) => {
  const withStart = columnsOf(API_WITH_START)(heading);
  return withStart.places.has('date') ? withStart : columnsOf(API)(heading);
};

/** Hevy's own export, in kilograms or pounds, kilometres or miles, in the phone's language; and what scripts write from its API. */
export const HEVY_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    { format: 'hevy', name: 'Hevy export', keyPrefix: 'hevy', columnsOf: columnsOf(EXPORT), sessionBy: 'start' },
    'title, start_time, exercise_title, set_index, weight_kg or weight_lbs, reps, …',
    (heading) => hasLoads(heading) && hasHeadings(heading, ['title', 'start_time', 'exercise_title', 'reps']),
  ),
  setLogImporter(
    {
      format: 'hevy-api',
      name: 'Hevy API list',
      keyPrefix: 'hevy',
      columnsOf: apiColumnsOf,
      sessionBy: 'start',
      clock: 'utcPerhaps',
    },
    'workout_id, workout_title, workout_date, exercise_title, weight_kg, …',
    (heading) => hasLoads(heading) && hasHeadings(heading, ['workout_id', 'workout_title', 'reps']),
  ),
];
