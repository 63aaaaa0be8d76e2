import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import { normaliseHeading } from './headings.ts';
import { reshaped } from './reshaping.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

/** Gravl's start date is a time of day, the day standing in a column of its own; elsewhere it is both. */
const withStart = (table: CsvTable): CsvTable => {
  const names = table.heading.map(normaliseHeading);
  const [day, start] = [names.indexOf('date'), names.indexOf('start date')];
  return reshaped(table, table.heading, (cells) => {
    const time = cells[start]?.trim() ?? '';
    const row = cells.slice(0, table.heading.length);
    return [/^\d{1,2}:\d{2}/u.test(time) ? row.with(start, `${cells[day]?.trim() ?? ''} ${time}`) : row];
  });
};

/** Apps of which only the headings are known, from their own pages and other people's importers. */
export const DOCUMENTED_SET_LOG_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'liftlog',
      name: 'LiftLog export',
      keyPrefix: 'liftlog',
      columnsOf: columnFinder({
        sessionNumber: 'sessionid',
        date: 'timestamp|date',
        exercise: 'exercise',
        weight: 'weight',
        weightUnit: 'weightunit',
        reps: 'reps',
        notes: 'notes',
      }),
      sessionBy: 'number',
    },
    'SessionId, Timestamp, Exercise, Weight, WeightUnit, Reps, TargetReps, Notes',
    (heading) =>
      hasHeadings(heading, ['sessionid', 'exercise', 'weight', 'weightunit', 'reps']) &&
      (hasHeadings(heading, ['timestamp']) || hasHeadings(heading, ['date'])),
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
        distance: 'distance (km)|distance (mi)|distance (miles)',
        seconds: 'set duration (sec)',
        sessionNotes: 'workout notes',
      }),
      reshape: withStart,
      sessionBy: 'start',
    },
    'Date, Start Date, Workout, …, Exercise, Superset, Set, Set Type, Reps, Weight (kg), …',
    (heading) => hasHeadings(heading, ['date', 'start date', 'workout', 'exercise', 'set type', 'reps']),
  ),
];
