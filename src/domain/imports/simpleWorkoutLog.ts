import type { ActivityRole } from './activityList.ts';
import type { CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { DatedRow, Importer } from './importer.ts';
import type { DraftActivity } from './draft.ts';
import { activityImporter } from './activityList.ts';
import { cellOf } from './tableReading.ts';
import { forMessage } from './importer.ts';
import { placesOf, roleWords } from './columnRoles.ts';
import { recordsAt } from './reshaping.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { setLogImporter } from './setLog.ts';

const CARDIO = roleWords<ActivityRole>([
  ['start', 'date'],
  ['timeOfDay', 'time'],
  ['sport', 'exercise'],
  ['distance', 'distance'],
  ['moving', 'duration'],
  ['averageHr', 'heart rate'],
  ['notes', 'notes'],
]);

/** What is swum, rowed or climbed is in laps or whatever; only runs have a distance in kilometres or miles. */
const withoutStrangeDistance = (row: DatedRow, activity: DraftActivity, column: number | undefined): DraftActivity => {
  if (activity.isRun || activity.distanceM === undefined) return activity;
  const printed = `Distance as printed: ${cellOf(row, column).trim()}`;
  const notes = activity.notes === undefined ? printed : `${activity.notes}\n${printed}`;
  return { ...activity, distanceM: undefined, notes };
};

const isListLine = ({ cells }: CsvRecord): boolean => /^-{3,}[^-]+-{3,}$/u.test(cells[0]?.trim() ?? '');

/** The lists of one file follow each other, each below a line such as `-----Cardio-----`: the first one is taken. */
const untilNextList = (table: CsvTable): CsvTable => {
  let place = 0;
  for (const record of table.records) {
    if (isListLine(record)) return firstRecords(table, place, record);
    place += 1;
  }
  return table;
};

const firstRecords = (table: CsvTable, count: number, next: CsvRecord): CsvTable => ({
  ...table,
  records: recordsAt(
    table.records,
    Uint32Array.from({ length: count }, (_none, place) => place),
  ),
  problems: [
    ...table.problems,
    {
      line: next.line,
      field: 'row',
      found: forMessage(next.cells[0]?.trim() ?? ''),
      expected: 'one list a file; what follows is another one and is not taken: save it as a file of its own',
    },
  ],
});

/** Simple Workout Log prints when each exercise was put in: a dozen times a day, which is one session. */
export const SIMPLE_WORKOUT_LOG_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'simple-workout-log',
      name: 'Simple Workout Log export',
      keyPrefix: 'simple',
      columnsOf: columnFinder({
        date: 'date',
        time: 'time',
        exercise: 'exercise',
        reps: '# of reps',
        weight: 'weight',
        notes: 'comments|notes',
      }),
      reshape: untilNextList,
      sessionBy: 'day',
    },
    'Date, Time, Exercise, # of Reps, Weight, Comments',
    (heading) => hasHeadings(heading, ['date', 'time', 'exercise', '# of reps', 'weight']),
  ),
  activityImporter({
    format: 'simple-workout-log-cardio',
    name: 'Simple Workout Log cardio export',
    knownBy: 'Date, Time, Exercise, Duration, Distance, Heart Rate, Calories, Notes',
    source: 'simple',
    find: (heading) => {
      const isIt = hasHeadings(heading, ['time', 'exercise', 'duration', 'distance', 'heart rate', 'calories']);
      return isIt ? placesOf(heading, CARDIO) : undefined;
    },
    rulesFor: (_reading, places) => ({
      amended: (row, activity) => withoutStrangeDistance(row, activity, places.get('distance')),
    }),
  }),
];
