import { widthOf } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import type { SetColumns } from './setRoles.ts';
import { columnFinder, hasHeadings } from './setRoles.ts';
import { problemList } from './problemList.ts';
import { recordsAt } from './reshaping.ts';
import { fitRow } from './rowFit.ts';
import { setLogImporter } from './setLog.ts';

const ROLES = {
  date: 'date',
  exercise: 'exercise',
  category: 'category',
  weightUnit: 'weight unit',
  reps: 'reps',
  distance: 'distance',
  distanceUnit: 'distance unit',
  seconds: 'time',
  notes: 'comment|notes',
};

const onePrinted = columnFinder({ ...ROLES, weight: 'weight|weight (kg)|weight (kgs)|weight (lbs)|weight (lb)' });
/** The iPhone's export prints every load in both units. */
const bothPrinted = columnFinder({
  ...ROLES,
  weight: 'weight (kg)|weight (kgs)',
  otherWeight: 'weight (lbs)|weight (lb)',
});

const hasBoth = (heading: readonly string[]): boolean =>
  hasHeadings(heading, ['weight (kg)']) && hasHeadings(heading, ['weight (lbs)']);

const columnsOf = (heading: readonly string[]): SetColumns => (hasBoth(heading) ? bothPrinted : onePrinted)(heading);

/** A comment stands after the last heading, without one of its own; a name with a bare comma looks like that, and is none. */
const withCommentColumn = (table: CsvTable): CsvTable => {
  const width = table.heading.length;
  const { places } = columnsOf(table.heading);
  const { records } = table;
  if (places.has('notes') || !records.some((record) => widthOf(record) === width + 1)) return table;
  const [weight = 0, reps = 0] = [places.get('weight')?.[0], places.get('reps')?.[0]];
  const shape = {
    heading: table.heading,
    delimiter: table.delimiter,
    neededFields: 1,
    numberColumns: [weight, reps],
    decimalColumns: [weight],
  };
  const problems = problemList(table.problems, table.undescribed);
  const taken = new Uint32Array(records.length);
  let [count, place] = [0, 0];
  for (const record of records) {
    const { record: fitted, problem } = widthOf(record) === width + 1 ? fitRow(record, shape) : { record };
    if (fitted !== undefined) {
      taken[count] = place;
      count += 1;
    } else if (problem !== undefined) problems.push(problem);
    place += 1;
  }
  return {
    ...table,
    heading: [...table.heading, 'Comment'],
    // Mostly all of them are taken, and then whole columns can still be looked through at once.
    records: count === records.length ? records : recordsAt(records, taken.subarray(0, count)),
    problems: problems.described(),
    undescribed: problems.undescribed(),
  };
};

/** FitNotes on Android (unit in the heading, or in each row) and on the iPhone. One day is one session. */
export const FIT_NOTES_IMPORTERS: readonly Importer[] = [
  setLogImporter(
    {
      format: 'fitnotes',
      name: 'FitNotes export',
      keyPrefix: 'fitnotes',
      columnsOf,
      reshape: withCommentColumn,
      sessionBy: 'day',
    },
    'Date, Exercise, Category, Weight, Reps, Distance, Distance Unit, Time',
    (heading) =>
      hasHeadings(heading, ['date', 'exercise', 'category', 'reps', 'distance', 'distance unit', 'time']) &&
      // Relatives of FitNotes that print another unit of time beside each are for the coach to explain.
      !hasHeadings(heading, ['time unit']) &&
      (hasBoth(heading) || onePrinted(heading).places.has('weight')),
  ),
];
