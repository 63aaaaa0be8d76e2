import type { CsvTable } from './csvTable.ts';
import type { DraftWellness, FileRefusal, ImportDraft } from './draft.ts';
import type { DatedRow, Importer, ReadContext } from './importer.ts';
import type { MassUnit } from '../kernel/quantity.ts';
import type { Measured } from './wellnessDraft.ts';
import type { ReadMass } from './bodyMass.ts';
import type { Result } from '../kernel/result.ts';
import type { TableReading } from './tableReading.ts';
import { massReader } from './bodyMass.ts';
import { headerOnly, passOver, startKeyOf } from './importer.ts';
import { massToKg, roundTo } from '../kernel/quantity.ts';
import { fail } from '../kernel/result.ts';
import { cellOf, draftFrom, openTable, readPositive, readSeconds, readStart } from './tableReading.ts';
import { keptWellness } from './wellnessDraft.ts';

export interface MeasurementColumns {
  readonly start: readonly number[];
  /** Absent when every row measures the same. */
  readonly kind?: number;
  readonly value: number;
  readonly unit?: number;
}

/** An app that exports one row for each single value, the kind of it beside it. */
export interface MeasurementList {
  readonly format: string;
  readonly name: string;
  readonly knownBy: string;
  readonly source: string;
  readonly find: (heading: readonly string[]) => MeasurementColumns | undefined;
  /** The kinds that are kept, by what their cell says in lower case; other kinds are counted and left out. */
  readonly kinds: readonly (readonly [RegExp, keyof Measured])[];
  readonly massUnit?: MassUnit;
  /** What a number for a night's sleep counts: 3600 for hours. */
  readonly secondsPerSleep?: number;
}

interface ListReading extends TableReading {
  readonly list: MeasurementList;
  readonly columns: MeasurementColumns;
  readonly mass: ReadMass;
}

/** Meals and steps of a day add up; they are no measurement of a moment. */
const isDayTotal = (field: keyof Measured): boolean => field === 'intakeKcal' || field === 'steps';

const readValue = (reading: ListReading, row: DatedRow, field: keyof Measured): number | undefined => {
  const { columns, list } = reading;
  if (field === 'sleepS') return readSeconds(reading, row, columns.value, list.secondsPerSleep);
  if (field !== 'bodyMassKg') return readPositive(reading, row, columns.value);
  const isPounds = /^lb/iu.test(cellOf(row, columns.unit).trim());
  if (!isPounds) return reading.mass(row);
  const pounds = readPositive(reading, row, columns.value);
  return pounds === undefined ? undefined : roundTo(massToKg('lb', pounds), 3);
};

const fieldOf = (list: MeasurementList, row: DatedRow, kind: number | undefined): keyof Measured | undefined => {
  const printed = cellOf(row, kind).trim().toLowerCase();
  return list.kinds.find(([shape]) => shape.test(printed))?.[1];
};

/** The masses alone tell their unit: other kinds of values stand in the same column. */
const massesOf = (reading: TableReading, list: MeasurementList, columns: MeasurementColumns): ReadMass => {
  const rows = reading.rows.filter((row) => fieldOf(list, row, columns.kind) === 'bodyMassKg');
  return rows.length === 0 ? () => undefined : massReader({ ...reading, rows }, columns.value, list.massUnit);
};

const addRow = (reading: ListReading, row: DatedRow, byKey: Map<string, DraftWellness>): void => {
  const { list, columns } = reading;
  const printedKind = cellOf(row, columns.kind).trim().toLowerCase();
  const field = fieldOf(list, row, columns.kind);
  if (field === undefined) {
    passOver(reading.notes, printedKind === '' ? 'row without a kind' : printedKind.slice(0, 40));
    return;
  }
  const start = readStart(reading, row);
  const value = start === undefined ? undefined : readValue(reading, row, field);
  if (start === undefined || value === undefined) return;
  const isTotal = isDayTotal(field);
  const importKey = `${list.source}:${isTotal ? `${start.date}|${field}` : startKeyOf(start)}`;
  const before = byKey.get(importKey);
  const time = isTotal || start.time === undefined ? {} : { timeOfDay: start.time };
  const measurement = before ?? { importKey, line: row.line, measuredOn: start.date, ...time };
  const sum = isTotal ? (before?.[field] ?? 0) + value : value;
  byKey.set(importKey, { ...measurement, [field]: sum });
};

const readList = (list: MeasurementList, table: CsvTable, context: ReadContext): Result<ImportDraft, FileRefusal> => {
  const columns = list.find(table.heading);
  if (columns === undefined) return fail(headerOnly(table, list.name));
  const plan = {
    name: list.name,
    startColumns: columns.start,
    needed: [columns.value],
    numbers: [columns.value],
    decimals: [columns.value],
  };
  const opened = openTable(table, plan, context);
  if (!opened.ok) return opened;
  const mass = massesOf(opened.value, list, columns);
  const reading: ListReading = { ...opened.value, list, columns, mass };
  const byKey = new Map<string, DraftWellness>();
  for (const row of reading.rows) addRow(reading, row, byKey);
  return draftFrom(reading, list, { wellness: keptWellness(reading, [...byKey.values()]) });
};

/** The importer of an app that exports one row for each single value. */
export const measurementImporter = (list: MeasurementList): Importer => ({
  format: list.format,
  name: list.name,
  knownBy: list.knownBy,
  matches: (heading) => list.find(heading) !== undefined,
  read: (table, context) => readList(list, table, context),
});
