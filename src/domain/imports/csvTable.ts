import type { ImportProblem } from './draft.ts';
import type { CsvRecord } from './csvRecords.ts';
import { SEPARATORS } from './columnMapping.ts';
import { splitRecords } from './csvRecords.ts';

/** A CSV text as a table. Blank records, comment lines and repeated headings are not among `records`. */
export interface CsvTable {
  readonly delimiter: string;
  /** Whether the heading is one that the asker knows; if not, it is the most likely one. */
  readonly isKnown: boolean;
  /** The heading cells as printed. */
  readonly heading: readonly string[];
  readonly headingLine: number;
  readonly records: readonly CsvRecord[];
  /** Rows that cannot be read at all; they are not among `records`. */
  readonly problems: readonly ImportProblem[];
  readonly passedOver: Readonly<Record<string, number>>;
}

/** Longest cell that is taken: 64 kB of characters. */
const MAX_CELL_CHARS = 65_536;

const SAMPLE_RECORDS = 50;

/** Asks whether a line is a heading that is known; the lines after it help where the heading alone does not tell. */
type KnownHeading = (cells: readonly string[], following: readonly (readonly string[])[]) => boolean;

interface TextStart {
  readonly at: number;
  readonly line: number;
  readonly delimiter: string | undefined;
}

/** Excel's own first line `sep=;` says the delimiter and is not data. */
const textStart = (text: string): TextStart => {
  const match = /^"?sep=([,;\t|])"?[,;\t|]*(?:\r\r\n|\r\n|\n|\r)/iu.exec(text);
  return match === null
    ? { at: 0, line: 1, delimiter: undefined }
    : { at: match[0].length, line: 2, delimiter: match[1] };
};

/** A spreadsheet may have saved a whole row as one quoted cell; such a cell is read again. */
const undoDoubleEncoding = (cells: readonly string[], delimiter: string): readonly string[] => {
  const [only] = cells;
  if (cells.length !== 1 || only === undefined || only.length > MAX_CELL_CHARS || !only.includes(delimiter))
    return cells;
  return splitRecords(only, delimiter, { at: 0, line: 1, limit: 1 }).records[0]?.cells ?? cells;
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const isComment = (cells: readonly string[]): boolean => cells[0]?.trimStart().startsWith('#') === true;

interface FoundHeading {
  readonly delimiter: string;
  readonly isKnown: boolean;
  readonly index: number;
  readonly cells: readonly string[];
  /** Share of the sample's records with the commonest number of fields, weighed up when there are several fields. */
  readonly stability: number;
}

const stabilityOf = (records: readonly CsvRecord[]): number => {
  const counts = new Map<number, number>();
  for (const { cells } of records) if (!isBlank(cells)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) if (width > 1) best = Math.max(best, count / records.length);
  return best;
};

const findHeading = (
  text: string,
  start: TextStart,
  delimiter: string,
  isKnownHeading: KnownHeading,
): FoundHeading | undefined => {
  const { records } = splitRecords(text, delimiter, { at: start.at, line: start.line, limit: SAMPLE_RECORDS });
  const stability = stabilityOf(records);
  const all = records.map((record) => undoDoubleEncoding(record.cells, delimiter));
  const known = all.findIndex((cells, index) => isKnownHeading(cells, all.slice(index + 1)));
  const knownCells = all[known];
  if (knownCells !== undefined) return { delimiter, isKnown: true, index: known, cells: knownCells, stability };
  const likely = all.findIndex((cells) => !isBlank(cells) && !isComment(cells));
  const cells = all[likely];
  return cells === undefined ? undefined : { delimiter, isKnown: false, index: likely, cells, stability };
};

const isBetter = (candidate: FoundHeading, best: FoundHeading | undefined): boolean => {
  if (best === undefined) return true;
  if (candidate.isKnown !== best.isKnown) return candidate.isKnown;
  return candidate.stability > best.stability;
};

const chooseHeading = (text: string, start: TextStart, isKnownHeading: KnownHeading): FoundHeading | undefined => {
  let best: FoundHeading | undefined;
  for (const delimiter of start.delimiter === undefined ? SEPARATORS : [start.delimiter]) {
    const candidate = findHeading(text, start, delimiter, isKnownHeading);
    if (candidate !== undefined && isBetter(candidate, best)) best = candidate;
  }
  return best;
};

const cellProblem = (record: CsvRecord, heading: readonly string[]): ImportProblem | undefined => {
  for (const [index, cell] of record.cells.entries()) {
    const field = heading[index]?.trim() ?? `field ${index + 1}`;
    if (cell.length > MAX_CELL_CHARS) {
      const found = `${cell.slice(0, 40)}… (${cell.length} characters)`;
      return {
        line: record.line,
        field,
        found,
        expected: `at most ${MAX_CELL_CHARS} characters; the row is not taken`,
      };
    }
    if (cell.includes('\0')) {
      const found = cell.replaceAll('\0', '␀').slice(0, 80);
      return { line: record.line, field, found, expected: 'text without zero bytes; the row is not taken' };
    }
  }
  return undefined;
};

interface SortedRecords {
  readonly records: CsvRecord[];
  readonly problems: ImportProblem[];
  readonly passedOver: Record<string, number>;
}

const isSameRow = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((cell, index) => cell === right[index]);

const sortOut = (records: readonly CsvRecord[], heading: readonly string[], delimiter: string): SortedRecords => {
  const sorted: SortedRecords = { records: [], problems: [], passedOver: {} };
  const passOver = (kind: string): void => {
    sorted.passedOver[kind] = (sorted.passedOver[kind] ?? 0) + 1;
  };
  for (const raw of records) {
    const record = { line: raw.line, cells: undoDoubleEncoding(raw.cells, delimiter) };
    if (isBlank(record.cells)) continue;
    const problem = cellProblem(record, heading);
    if (problem !== undefined) sorted.problems.push(problem);
    else if (isSameRow(record.cells, heading)) passOver('repeated heading');
    else if (record.cells.length === 1 && isComment(record.cells)) passOver('comment line');
    else sorted.records.push(record);
  }
  return sorted;
};

/**
 * Reads a text as a table. The delimiter (comma, semicolon, tab, bar, or the `separator` that was chosen) and the heading line are those under which
 * `isKnownHeading` says yes; lines before the heading are left out. `undefined` when there is no record at all.
 */
export const readTable = (text: string, isKnownHeading: KnownHeading, separator?: string): CsvTable | undefined => {
  const printed = textStart(text);
  const start = separator === undefined ? printed : { ...printed, delimiter: separator };
  const found = chooseHeading(text, start, isKnownHeading);
  if (found === undefined) return undefined;
  const { delimiter, cells: heading } = found;
  const split = splitRecords(text, delimiter, { at: start.at, line: start.line, limit: Number.POSITIVE_INFINITY });
  const sorted = sortOut(split.records.slice(found.index + 1), heading, delimiter);
  const before = split.records.slice(0, found.index).filter(({ cells }) => !isBlank(cells)).length;
  return {
    delimiter,
    isKnown: found.isKnown,
    heading,
    headingLine: split.records[found.index]?.line ?? 1,
    records: sorted.records,
    problems: [...split.problems, ...sorted.problems].toSorted((left, right) => left.line - right.line),
    passedOver: before === 0 ? sorted.passedOver : { ...sorted.passedOver, 'line before the heading': before },
  };
};
