import type { CsvTable } from './csvTable.ts';
import type {
  DateOrder,
  DraftActivity,
  DraftAthlete,
  DraftSession,
  DraftWellness,
  FileRefusal,
  ImportAssumption,
  ImportDraft,
} from './draft.ts';
import type { DatedRow, ReadContext, ReadNotes } from './importer.ts';
import type { CsvRecord } from './csvRecords.ts';
import type { DateOnLine, LocalStart, PrintedDate } from './dateTimes.ts';
import type { DecimalMark } from './numbers.ts';
import type { Likeness, MeaningIn } from './keptRecords.ts';
import type { Result } from '../kernel/result.ts';
import { cellAt, NO_RECORD, widthOf } from './csvRecords.ts';
import { readPrintedDate, resolveDate } from './dateTimes.ts';
import { parseDuration } from './durations.ts';
import { forMessage, headerOnly, noRowUnderstood, notesOf, settleDateOrder } from './importer.ts';
import { isMissing, provedMarkIn, readNumber } from './numbers.ts';
import { remembering } from './remembering.ts';
import { rowsOf, type Rows } from './rows.ts';
import { tallyOf, type Tally } from './tally.ts';
import { fail, ok } from '../kernel/result.ts';
import { MAX_ENTRIES, tooManyEntries } from './fileKind.ts';
import { fitRow, type RowShape } from './rowFit.ts';

/** Where a table has its dates and numbers: what it takes to open it. */
export interface TablePlan {
  /** Sets are not held, however many there are. */
  readonly isOfSets?: true;
  /** For messages: `Garmin Connect list`. */
  readonly name: string;
  /** The columns that together print the start, in order; for messages the first one stands for all. */
  readonly startColumns: readonly number[];
  /** Columns without which a row cannot be read. */
  readonly needed: readonly number[];
  /** Columns that hold numbers, and those of them that may have decimals. */
  readonly numbers: readonly number[];
  readonly decimals: readonly number[];
  /** When the app always prints the same order of day and month. */
  readonly dateOrder?: DateOrder | undefined;
  /** What a cell says of the start when it does not stand there as a date alone. */
  readonly startOf?: ((printed: string) => string) | undefined;
}

/** A table whose rows are fitted and dated, on its way to a draft. */
export interface TableReading {
  readonly table: CsvTable;
  readonly plan: TablePlan;
  readonly rows: Rows<DatedRow>;
  readonly order: DateOrder;
  readonly context: ReadContext;
  readonly notes: ReadNotes;
  readonly assumptions: ImportAssumption[];
  /** How often each different text stands in a column. */
  readonly tallyIn: (column: number) => Tally;
  /** The decimal mark of a column, decided from all its cells; a column that proves nothing goes with the rest of the file. */
  readonly markOf: (column: number) => DecimalMark;
  /** For each row 1, unless it is known to say in these columns what the row before it says. */
  readonly changesIn: (columns: readonly number[]) => Uint8Array;
  /** By which rows are known to say, or in one of these columns to mean, the same, where that is known without looking at them. */
  readonly likenessIn: (columns: readonly number[], meaning?: MeaningIn) => Likeness | undefined;
}

export const cellOf = (row: DatedRow, column: number | undefined): string =>
  column === undefined ? '' : cellAt(row, column);

const headingOf = (reading: TableReading, column: number | undefined): string =>
  column === undefined ? 'row' : (reading.table.heading[column] ?? '').replace(/<[^<>]{0,400}>/gu, '').trim();

/** Tells of something in a row that is not taken as it stands. */
export const report = (
  reading: TableReading,
  row: DatedRow,
  column: number | undefined,
  expected: string,
  found: string = forMessage(cellOf(row, column)),
): void => {
  reading.notes.problems.push({ line: row.line, field: headingOf(reading, column), found, expected });
};

const marksOf = (tallyIn: (column: number) => Tally, numbers: readonly number[]): ((column: number) => DecimalMark) => {
  const marks = new Map<number, DecimalMark>();
  let whole: DecimalMark | undefined;
  return (column) => {
    const known = marks.get(column) ?? provedMarkIn(tallyIn(column));
    if (known === undefined) whole ??= provedMarkIn(numbers.flatMap((one) => [...tallyIn(one)])) ?? '.';
    const mark = known ?? whole ?? '.';
    marks.set(column, mark);
    return mark;
  };
};

const printedStartOf = (record: CsvRecord, columns: readonly number[]): string =>
  columns
    .map((column) => cellAt(record, column).trim())
    .filter((part) => part !== '')
    .join(' ');

/** A record with its date; its cells stay where they are until they are looked at. */
class DatedRecord implements DatedRow {
  readonly line: number;
  readonly printedStart: string;
  readonly printed: PrintedDate;
  private readonly record: CsvRecord;

  constructor(record: CsvRecord, printedStart: string, printed: PrintedDate) {
    this.record = record;
    this.line = record.line;
    this.printedStart = printedStart;
    this.printed = printed;
  }

  get cells(): readonly string[] {
    return this.record.cells;
  }

  cellAt(column: number): string {
    return cellAt(this.record, column);
  }
}

interface FittedRows {
  readonly rows: Rows<DatedRow>;
  /** A date for each different start, or for each row, in the order of the file. */
  readonly dates: Iterable<DateOnLine>;
  readonly tallyIn: (column: number) => Tally;
  readonly changesIn: TableReading['changesIn'];
  readonly likenessIn: TableReading['likenessIn'];
}

const shapeOf = ({ heading, delimiter }: CsvTable, plan: TablePlan): RowShape => ({
  heading,
  delimiter,
  neededFields: Math.max(...plan.startColumns, ...plan.needed) + 1,
  numberColumns: plan.numbers,
  decimalColumns: plan.decimals,
});

/** Where the rows are that fit their heading. */
const fittingPlaces = ({ records, heading }: CsvTable, shape: RowShape, notes: ReadNotes): Uint32Array => {
  const places = new Uint32Array(records.length);
  let count = 0;
  for (let place = 0; place < records.length; place += 1) {
    const width = records.widthAt?.(place);
    if (width === undefined || width > heading.length || width < shape.neededFields) {
      const { record, problem } = fitRow(records.at(place) ?? NO_RECORD, shape);
      if (problem !== undefined) notes.problems.push(problem);
      if (record === undefined) continue;
    }
    places[count] = place;
    count += 1;
  }
  return places.subarray(0, count);
};

/** The rows that fit their heading. They are made anew each time they are gone through: there may be millions. */
const fittedRows = (table: CsvTable, plan: TablePlan, notes: ReadNotes): FittedRows => {
  const { records } = table;
  const shape = shapeOf(table, plan);
  const places = fittingPlaces(table, shape, notes);
  const only = plan.startColumns.length === 1 ? plan.startColumns[0] : undefined;
  const readDate = remembering((printedStart) =>
    readPrintedDate(plan.startOf === undefined ? printedStart : plan.startOf(printedStart)),
  );
  const starts = only === undefined ? undefined : records.textsOf?.(only, places);
  const dates = starts?.map(({ text, firstPlace }) => ({
    line: records.at(firstPlace)?.line ?? 0,
    found: text,
    printed: readDate(text),
  }));
  const datesRead = new Map(dates?.map(({ found, printed }) => [found, printed]));
  const dateOf = (printedStart: string): PrintedDate => datesRead.get(printedStart) ?? readDate(printedStart);
  let before: { readonly printedStart: string; readonly printed: PrintedDate } | undefined;
  const rows = rowsOf(places.length, (row): DatedRow => {
    const found = records.at(places[row] ?? 0) ?? NO_RECORD;
    const record = widthOf(found) > shape.heading.length ? (fitRow(found, shape).record ?? found) : found;
    const printedStart = only === undefined ? printedStartOf(record, plan.startColumns) : cellAt(record, only);
    if (before?.printedStart !== printedStart) before = { printedStart, printed: dateOf(printedStart) };
    return new DatedRecord(record, printedStart, before.printed);
  });
  return {
    rows,
    dates: dates ?? { [Symbol.iterator]: () => datesIn(rows) },
    tallyIn: (column) => {
      const texts = records.textsOf?.(column, places);
      if (texts === undefined) return tallyOf(rows, (row) => cellAt(row, column));
      return new Map(texts.map(({ text, count }) => [text, count]));
    },
    changesIn: (columns) => records.changesIn?.(columns, places) ?? new Uint8Array(places.length).fill(1),
    likenessIn: (columns, meaning) => {
      const likeness = records.likenessIn?.(columns, meaning);
      return likeness && ((row) => likeness(places[row] ?? 0));
    },
  };
};

function* datesIn(rows: Rows<DatedRow>): Generator<DateOnLine, void> {
  for (const { line, printedStart, printed } of rows) yield { line, found: printedStart, printed };
}

/** Fits and dates the rows of a table. Errors: no rows at all, or an order of day and month that nobody can tell. */
export const openTable = (
  table: CsvTable,
  plan: TablePlan,
  context: ReadContext,
): Result<TableReading, FileRefusal> => {
  const { records, problems } = table;
  if (records.length + problems.length === 0) return fail(headerOnly(table, plan.name));
  if (plan.isOfSets !== true && records.length > MAX_ENTRIES) return fail(tooManyEntries(records.length));
  const notes = notesOf(table);
  const { dates, ...fitted } = fittedRows(table, plan, notes);
  const settled =
    plan.dateOrder === undefined
      ? settleDateOrder(dates, context.choices.dateOrder)
      : ok({ order: plan.dateOrder, assumptions: [] });
  if (!settled.ok) return settled;
  const { order, assumptions } = settled.value;
  const markOf = marksOf(fitted.tallyIn, plan.decimals);
  return ok({ table, plan, ...fitted, order, context, notes, assumptions: [...assumptions], markOf });
};

/** A number of 0 or more; a cell that is no such number is reported. Missing is `undefined`, and so is a sensor's 0. */
export const readPositive = (reading: TableReading, row: DatedRow, column: number | undefined): number | undefined => {
  const cell = cellOf(row, column);
  if (column === undefined || isMissing(cell)) return undefined;
  const value = readNumber(cell, reading.markOf(column));
  if (value === undefined || value < 0) {
    report(reading, row, column, 'a number of 0 or more; left out');
    return undefined;
  }
  return value === 0 ? undefined : value;
};

/** A duration in seconds; bare numbers count units of `secondsPerNumber`. Missing and 0 are `undefined`. */
export const readSeconds = (
  reading: TableReading,
  row: DatedRow,
  column: number | undefined,
  secondsPerNumber = 1,
): number | undefined => {
  const cell = cellOf(row, column);
  if (column === undefined || isMissing(cell)) return undefined;
  const number = readNumber(cell, reading.markOf(column));
  const seconds = number === undefined ? parseDuration(cell) : number * secondsPerNumber;
  if (seconds !== undefined && seconds >= 0) return seconds === 0 ? undefined : seconds;
  report(reading, row, column, 'a duration of 0 or more, in seconds or as 1:02:03; left out');
  return undefined;
};

/** Effort from 1 to 10. */
export const readRpe = (row: DatedRow, column: number | undefined): number | undefined => {
  const value = readNumber(cellOf(row, column), '.');
  return value !== undefined && value >= 1 && value <= 10 ? value : undefined;
};

/** A row's start as printed; a date that is none is reported, and the row is not taken. */
export const readStart = (reading: TableReading, row: DatedRow): LocalStart | undefined => {
  const resolved = resolveDate(row.printed, reading.order);
  if (resolved.ok) return resolved.value;
  const [column] = reading.plan.startColumns;
  report(reading, row, column, `${resolved.error}; the row is not taken`, forMessage(row.printedStart));
  return undefined;
};

interface TakenRows {
  readonly activities?: readonly DraftActivity[];
  readonly sessions?: readonly DraftSession[];
  readonly wellness?: readonly DraftWellness[];
  readonly athletes?: readonly DraftAthlete[];
}

/** Makes the draft. Error: rows were there, not one could be taken, and something was wrong with them. */
export const draftFrom = (
  reading: TableReading,
  identity: { readonly format: string; readonly name: string },
  taken: TakenRows,
): Result<ImportDraft, FileRefusal> => {
  const { activities = [], sessions = [], wellness = [], athletes = [] } = taken;
  const problems = reading.notes.problems.described().toSorted((left, right) => left.line - right.line);
  if (activities.length + sessions.length + wellness.length + athletes.length === 0 && problems.length > 0) {
    return fail(noRowUnderstood(reading.table.records.length, problems));
  }
  return ok({
    format: identity.format,
    formatName: identity.name,
    rows: reading.table.records.length,
    activities,
    sessions,
    wellness,
    athletes,
    problems,
    undescribed: reading.notes.problems.undescribed(),
    assumptions: reading.assumptions,
    passedOver: reading.notes.passedOver,
  });
};
