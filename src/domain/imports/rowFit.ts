import { widthOf, type CsvRecord } from './csvRecords.ts';
import type { ImportProblem } from './draft.ts';
import { isMissing, plainNumber } from './numbers.ts';

/** What a table's columns hold, as far as it helps to see whether a row with a wrong number of fields is shifted. */
export interface RowShape {
  readonly heading: readonly string[];
  readonly delimiter: string;
  /** A row may end early after this many fields. */
  readonly neededFields: number;
  /** Columns that hold numbers. */
  readonly numberColumns: readonly number[];
  /** Those of them that may have decimals. */
  readonly decimalColumns: readonly number[];
}

/** The row as it is to be read, if it can be; and what is to be said about it. */
export interface FittedRow {
  readonly record: CsvRecord | undefined;
  readonly problem: ImportProblem | undefined;
}

const isNumberLike = (cell: string | undefined): boolean => {
  if (cell === undefined || isMissing(cell)) return true;
  if (cell.length > 40) return false;
  return /^(?:[-+]?[\d.,]+(?:e\d+)?(?:\s?(?:kg|kgs|lb|lbs))?|bw|inf|-inf)$/iu.test(plainNumber(cell));
};

const numbersFit = (cells: readonly string[], shape: RowShape): boolean =>
  shape.numberColumns.every((column) => isNumberLike(cells[column]));

const isWhole = (cell: string | undefined): boolean => cell !== undefined && /^\s*-?\d{1,6}\s*$/u.test(cell);

const joinAt = (cells: readonly string[], column: number): readonly string[] | undefined => {
  const left = cells[column];
  const right = cells[column + 1];
  if (left === undefined || right === undefined || !isWhole(left) || !isWhole(right)) return undefined;
  return [...cells.slice(0, column), `${left},${right}`, ...cells.slice(column + 2)];
};

/** Whether joining up to `joins` pairs of neighbours into decimal numbers gives a row that fits its columns too. */
const fitsWhenJoined = (cells: readonly string[], shape: RowShape, joins: number, from: number): boolean => {
  if (joins === 0) return false;
  return shape.decimalColumns.some((column) => {
    if (column < from) return false;
    const joined = joinAt(cells, column);
    if (joined === undefined) return false;
    return numbersFit(joined, shape) || fitsWhenJoined(joined, shape, joins - 1, column + 1);
  });
};

const printedTail = (cells: readonly string[]): string => cells.filter((cell) => cell.trim() !== '').join(' | ');

const fitLonger = (record: CsvRecord, shape: RowShape): FittedRow => {
  const width = shape.heading.length;
  const found = `${record.cells.length} fields`;
  const extra = record.cells.length - width;
  const isShifted =
    !numbersFit(record.cells, shape) ||
    (shape.delimiter === ',' && fitsWhenJoined(record.cells, shape, Math.min(extra, 3), 0));
  if (isShifted) {
    const expected = `${width} fields: more fields than headings (decimal comma?); the row is not taken`;
    return { record: undefined, problem: { line: record.line, field: 'row', found, expected } };
  }
  const tail = printedTail(record.cells.slice(width));
  const taken = { line: record.line, cells: record.cells.slice(0, width) };
  if (tail === '') return { record: taken, problem: undefined };
  const expected = `${width} fields: more fields than headings; the row is taken without “${tail.slice(0, 80)}”`;
  return { record: taken, problem: { line: record.line, field: 'row', found, expected } };
};

/**
 * Fits a row to its heading. Fewer fields than needed: not taken. More fields: taken only when its numbers stand in number
 * columns and no decimal comma can have split a cell; columns are never shifted.
 */
export const fitRow = (record: CsvRecord, shape: RowShape): FittedRow => {
  const count = widthOf(record);
  if (count > shape.heading.length) return fitLonger(record, shape);
  if (count >= shape.neededFields) return { record, problem: undefined };
  const expected = `${shape.heading.length} fields: too few fields, the row is not taken`;
  return { record: undefined, problem: { line: record.line, field: 'row', found: `${count} fields`, expected } };
};
