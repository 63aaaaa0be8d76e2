import type { CsvTable } from './csvTable.ts';
import type { DateOrder, DraftWellness, FileRefusal, ImportDraft } from './draft.ts';
import type { DatedRow, Importer, ReadContext } from './importer.ts';
import type { MassUnit } from '../kernel/quantity.ts';
import type { Places } from './columnRoles.ts';
import type { ReadMass } from './bodyMass.ts';
import type { Result } from '../kernel/result.ts';
import type { TablePlan, TableReading } from './tableReading.ts';
import { massReader } from './bodyMass.ts';
import { headerOnly, passOver, startKeyOf } from './importer.ts';
import { isMissing, readNumber } from './numbers.ts';
import { fail } from '../kernel/result.ts';
import { cellOf, draftFrom, openTable, readPositive, readSeconds, readStart, report } from './tableReading.ts';
import { keptWellness } from './wellnessDraft.ts';

/** What a column of a list of measurements may hold. */
export type WellnessRole =
  | 'day'
  | 'timeOfDay'
  | 'key'
  | 'bodyMass'
  | 'bodyFat'
  | 'fatMass'
  | 'restingHr'
  | 'hrv'
  | 'hrvScore'
  | 'sleep'
  | 'sleepScore'
  | 'readiness'
  | 'steps'
  | 'intake';

export type WellnessPlaces = Places<WellnessRole>;

/** An app that exports one row a measurement or a day. */
export interface WellnessList {
  readonly format: string;
  readonly name: string;
  readonly knownBy: string;
  /** Begins every import key. */
  readonly source: string;
  readonly find: (heading: readonly string[]) => WellnessPlaces | undefined;
  /** The unit of body mass when heading and cells say none; absent: settled from the weights. */
  readonly massUnit?: MassUnit;
  /** What a number in the sleep column counts: 1 for seconds, 60 for minutes, 3600 for hours. */
  readonly secondsPerSleep?: number;
  readonly dateOrder?: DateOrder;
  readonly startOf?: (printed: string) => string;
  /** Looks at the table and says which rows are none of ours, for example `nap`. */
  readonly passedOverAs?: (reading: TableReading) => (row: DatedRow) => string | undefined;
}

const NUMBERS: readonly WellnessRole[] = [
  'bodyFat',
  'fatMass',
  'restingHr',
  'hrv',
  'hrvScore',
  'sleepScore',
  'readiness',
  'steps',
  'intake',
];

const planOf = (list: WellnessList, places: WellnessPlaces): TablePlan => {
  const columnsOf = (roles: readonly WellnessRole[]): number[] => roles.flatMap((role) => places.get(role) ?? []);
  return {
    name: list.name,
    startColumns: columnsOf(['day', 'timeOfDay']),
    needed: [],
    numbers: columnsOf(NUMBERS),
    decimals: columnsOf(['bodyMass', ...NUMBERS]),
    dateOrder: list.dateOrder,
    startOf: list.startOf,
  };
};

interface ListReading extends TableReading {
  readonly list: WellnessList;
  readonly places: WellnessPlaces;
  readonly bodyMass: ReadMass;
}

const noMass: ReadMass = () => undefined;

const percentIn = (reading: ListReading, row: DatedRow, bodyMassKg: number | undefined): number | undefined => {
  const column = reading.places.get('bodyFat');
  const cell = cellOf(row, column).replace(/\s*%\s*$/u, '');
  if (column !== undefined && !isMissing(cell)) {
    const printed = readNumber(cell, reading.markOf(column));
    if (printed !== undefined && printed >= 0 && printed < 100) return printed === 0 ? undefined : printed;
    report(reading, row, column, 'a share of body fat from 0 to 100 %; left out');
  }
  const fatColumn = reading.places.get('fatMass');
  const fat = fatColumn === undefined ? undefined : readPositive(reading, row, fatColumn);
  if (fat === undefined || bodyMassKg === undefined) return undefined;
  const massPrinted = readPositive(reading, row, reading.places.get('bodyMass'));
  return massPrinted === undefined || fat >= massPrinted ? undefined : (fat / massPrinted) * 100;
};

const readRow = (reading: ListReading, row: DatedRow): DraftWellness | undefined => {
  const { list, places } = reading;
  const start = readStart(reading, row);
  if (start === undefined) return undefined;
  const number = (role: WellnessRole): number | undefined => readPositive(reading, row, places.get(role));
  const bodyMassKg = reading.bodyMass(row);
  const printedKey = cellOf(row, places.get('key')).trim();
  return {
    importKey: `${list.source}:${printedKey === '' ? startKeyOf(start) : printedKey}`,
    line: row.line,
    measuredOn: start.date,
    timeOfDay: start.time,
    bodyMassKg,
    bodyFatPercent: percentIn(reading, row, bodyMassKg),
    restingHr: number('restingHr'),
    hrvMs: number('hrv'),
    hrvScore: number('hrvScore'),
    sleepS: readSeconds(reading, row, places.get('sleep'), list.secondsPerSleep),
    sleepScore: number('sleepScore'),
    readinessScore: number('readiness'),
    steps: number('steps'),
    intakeKcal: number('intake'),
  };
};

const readList = (list: WellnessList, table: CsvTable, context: ReadContext): Result<ImportDraft, FileRefusal> => {
  const places = list.find(table.heading);
  if (places === undefined) return fail(headerOnly(table, list.name));
  const opened = openTable(table, planOf(list, places), context);
  if (!opened.ok) return opened;
  const column = places.get('bodyMass');
  const bodyMass = column === undefined ? noMass : massReader(opened.value, column, list.massUnit);
  const reading: ListReading = { ...opened.value, list, places, bodyMass };
  const passedOverAs = list.passedOverAs?.(reading);
  const read = reading.rows.flatMap((row) => {
    const kind = passedOverAs?.(row);
    if (kind === undefined) return readRow(reading, row) ?? [];
    passOver(reading.notes, kind);
    return [];
  });
  return draftFrom(reading, list, { wellness: keptWellness(reading, read) });
};

/** The importer of an app that exports one row a measurement or a day. */
export const wellnessImporter = (list: WellnessList): Importer => ({
  format: list.format,
  name: list.name,
  knownBy: list.knownBy,
  matches: (heading) => list.find(heading) !== undefined,
  read: (table, context) => readList(list, table, context),
});
