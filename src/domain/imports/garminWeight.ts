import type { CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import type { Importer } from './importer.ts';
import type { WellnessRole } from './wellnessList.ts';
import { placesOf, roleWords, withAll } from './columnRoles.ts';
import { readPrintedDate } from './dateTimes.ts';
import { normaliseHeading } from './headings.ts';
import { wellnessImporter } from './wellnessList.ts';

const WORDS = roleWords<WellnessRole>([
  ['timeOfDay', 'time, zeit, heure, hora, tijd, tid, ora'],
  ['bodyMass', 'weight, gewicht, poids, peso, vikt, vægt'],
  ['bodyFat', 'body fat, körperfett, masse grasse, grasa corporal, gordura corporal, lichaamsvet, kroppsfett'],
]);

const IMPORT_WORDS = roleWords<WellnessRole>([
  ['day', 'date'],
  ['bodyMass', 'weight'],
  ['bodyFat', 'fat, body fat'],
]);

/** Garmin states the unit in each cell; scales of other makers in the heading. */
const statesUnit = (heading: readonly string[]): boolean =>
  heading.some((cell) => /^weight\s*\((?:kg|lbs?)\)$/u.test(normaliseHeading(cell)));

const hasBmi = (heading: readonly string[]): boolean => heading.some((cell) => normaliseHeading(cell) === 'bmi');

/** Marks the column in which the day of each measurement is put before the table is read. */
const DAY_HEADING = 'Day of measurement';

const DAY_WORDS = roleWords<WellnessRole>([['day', DAY_HEADING]]);

const filled = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

/** A row with nothing but a date; a comma in it may have split it. */
const dayOf = ({ cells }: CsvRecord): string | undefined => {
  const parts = filled(cells);
  if (parts.length === 0 || parts.length > 3) return undefined;
  const text = parts.join(', ');
  return readPrintedDate(text).kind === 'unreadable' ? undefined : text;
};

/** Puts the day from the row above before every measurement. */
const withDays = (table: CsvTable): CsvTable => {
  let day = '';
  const records: CsvRecord[] = [];
  for (const record of table.records) {
    const own = dayOf(record);
    if (own === undefined) records.push({ line: record.line, cells: [day, ...record.cells] });
    else day = own;
  }
  return { ...table, heading: [DAY_HEADING, ...table.heading], records };
};

const SCALE = wellnessImporter({
  format: 'garmin-weight',
  name: 'Garmin Connect weight',
  knownBy: 'Time, Weight, Change, BMI, Body Fat, … (Weight.csv)',
  source: 'garmin-weight',
  find: (heading) => {
    const places = withAll(placesOf(heading, [...DAY_WORDS, ...WORDS]), ['timeOfDay', 'bodyMass']);
    const hasDay = heading.some((cell) => /^(?:date|datum|fecha)$/iu.test(cell.trim()));
    return hasBmi(heading) && !hasDay && !statesUnit(heading) ? places : undefined;
  },
});

/** Garmin's scale in both forms: the web page's with a day above its measurements, and what Garmin itself takes in. */
export const GARMIN_WEIGHT_IMPORTERS: readonly Importer[] = [
  { ...SCALE, read: (table, context) => SCALE.read(withDays(table), context) },
  wellnessImporter({
    format: 'garmin-weight-import',
    name: 'Garmin weight import file',
    knownBy: 'Date, Weight, BMI, Fat',
    source: 'garmin-weight',
    dateOrder: 'dmy',
    find: (heading) =>
      hasBmi(heading) && heading.length <= 6
        ? withAll(placesOf(heading, IMPORT_WORDS), ['day', 'bodyMass', 'bodyFat'])
        : undefined,
  }),
];
