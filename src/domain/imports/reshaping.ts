import { NO_RECORD, type CsvRecord } from './csvRecords.ts';
import type { CsvTable } from './csvTable.ts';
import { rowsOf, type Rows } from './rows.ts';

type RowsOfRecord = (cells: readonly string[]) => readonly (readonly string[])[];

/** Some of a table's records, by their places. None of them is made before it is asked for. */
export const recordsAt = (records: CsvTable['records'], places: Uint32Array): CsvTable['records'] => {
  const { widthAt } = records;
  const chosen = rowsOf(places.length, (row) => records.at(places[row] ?? 0) ?? NO_RECORD);
  return widthAt === undefined
    ? chosen
    : Object.assign(chosen, { widthAt: (row: number) => widthAt(places[row] ?? 0) });
};

/** What a record has beyond its heading stays at the end of its rows. */
const withTail = (
  rowsOfRecord: RowsOfRecord,
  cells: readonly string[],
  width: number,
): readonly (readonly string[])[] => {
  const tail = cells.slice(width);
  const rows = rowsOfRecord(cells);
  return tail.every((cell) => cell.trim() === '') ? rows : rows.map((row) => [...row, ...tail]);
};

/** The last place whose rows begin at or before a row. */
const placeOfRow = (begins: Uint32Array, row: number): number => {
  let [low, high] = [0, begins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((begins[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Rows that records stand for. They are counted once, and made anew whenever they are asked for: there may be millions. */
const rowsOfRecords = (
  records: Rows<CsvRecord>,
  rowsAt: (record: CsvRecord) => readonly (readonly string[])[],
): Rows<CsvRecord> => {
  const begins = new Uint32Array(records.length);
  let [count, place] = [0, 0];
  for (const record of records) {
    begins[place] = count;
    count += rowsAt(record).length;
    place += 1;
  }
  let latest:
    { readonly place: number; readonly line: number; readonly rows: readonly (readonly string[])[] } | undefined;
  return rowsOf(count, (row) => {
    const at = placeOfRow(begins, row);
    if (latest?.place !== at) {
      const record = records.at(at) ?? NO_RECORD;
      latest = { place: at, line: record.line, rows: rowsAt(record) };
    }
    return { line: latest.line, cells: latest.rows[row - (begins[at] ?? 0)] ?? [] };
  });
};

/**
 * A table with another heading and, for each record, the rows it stands for, all on the record's line. What a record has
 * beyond its heading stays at the end of its rows: whether such a row can be taken is for the reader to say.
 */
export const reshaped = (table: CsvTable, heading: readonly string[], rowsOfRecord: RowsOfRecord): CsvTable => ({
  ...table,
  heading,
  records: rowsOfRecords(table.records, ({ cells }) => withTail(rowsOfRecord, cells, table.heading.length)),
});
