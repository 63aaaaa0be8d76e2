import type { FileRefusal, ImportProblem } from './draft.ts';
import type { CsvRecord } from './csvRecords.ts';
import type { Result } from '../kernel/result.ts';
import type { Rows } from './rows.ts';
import type { Tail } from './rememberedTails.ts';
import type { TextPieces } from './decode.ts';
import { SEPARATORS } from './columnMapping.ts';
import { cellAt, recordReader, splitRecords, widthOf, type RecordReader } from './csvRecords.ts';
import { emptyFile, MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, tooManyCells, tooManyRows } from './fileKind.ts';
import { asideInMemory, recordKeeper, type Aside, type InColumns } from './keptRecords.ts';
import { problemList } from './problemList.ts';
import { fail, ok } from '../kernel/result.ts';

/** A CSV text as a table. Blank records, comment lines and repeated headings are not among `records`. */
export interface CsvTable {
  readonly delimiter: string;
  /** Whether the heading is one that the asker knows; if not, it is the most likely one. */
  readonly isKnown: boolean;
  /** The heading cells as printed. */
  readonly heading: readonly string[];
  readonly headingLine: number;
  readonly records: Rows<CsvRecord> & Partial<InColumns>;
  /** Rows that cannot be read at all; they are not among `records`. */
  readonly problems: readonly ImportProblem[];
  /** Such rows beyond those that are described. */
  readonly undescribed?: number;
  readonly passedOver: Readonly<Record<string, number>>;
}

/** By how much of a file its format is known: so many records, and no more than so many pieces of the text. */
const SAMPLE_RECORDS = 50;
const SAMPLE_PIECES = 16;

/** By so many rows it is seen what columns hold whose headings do not say it. */
const ROWS_LOOKED_AT = 400;

/** The rows by which it is seen what columns hold. */
export const firstRows = ({ records }: CsvTable): readonly (readonly string[])[] =>
  records.slice(0, ROWS_LOOKED_AT).map(({ cells }) => cells);

/** Asks whether a line is a heading that is known; the lines after it help where the heading alone does not tell. */
type KnownHeading = (cells: readonly string[], following: readonly (readonly string[])[]) => boolean;

interface TextStart {
  readonly at: number;
  readonly line: number;
  readonly delimiter: string | undefined;
}

/** As much of a text as shows whether it begins with `sep=;`. */
const START_CHARS = 100;

const beginningOf = (pieces: TextPieces): string => {
  let text = '';
  for (const piece of pieces()) {
    text += piece;
    if (text.length >= START_CHARS) break;
  }
  return text.slice(0, START_CHARS);
};

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
  return splitRecords([only], delimiter, { at: 0, line: 1, limit: 1 }).records[0]?.cells ?? cells;
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const isComment = (cells: readonly string[]): boolean => cells[0]?.trimStart().startsWith('#') === true;

/** So long a cell names no column: its line is parted by something else. */
const ENDLESS_CHARS = 1_000_000;

const isEndless = (cells: readonly string[]): boolean => cells.some((cell) => cell.length > ENDLESS_CHARS);

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
  pieces: TextPieces,
  start: TextStart,
  delimiter: string,
  isKnownHeading: KnownHeading,
): FoundHeading | undefined => {
  const { records } = splitRecords(pieces(), delimiter, { ...start, limit: SAMPLE_RECORDS });
  const stability = stabilityOf(records);
  const all = records.map((record) => undoDoubleEncoding(record.cells, delimiter));
  const known = all.findIndex((cells, index) => isKnownHeading(cells, all.slice(index + 1)));
  const knownCells = all[known];
  if (knownCells !== undefined) return { delimiter, isKnown: true, index: known, cells: knownCells, stability };
  const likely = all.findIndex((cells) => !isBlank(cells) && !isComment(cells) && !isEndless(cells));
  const cells = all[likely];
  return cells === undefined ? undefined : { delimiter, isKnown: false, index: likely, cells, stability };
};

const isBetter = (candidate: FoundHeading, best: FoundHeading | undefined): boolean => {
  if (best === undefined) return true;
  if (candidate.isKnown !== best.isKnown) return candidate.isKnown;
  return candidate.stability > best.stability;
};

const chooseHeading = (
  pieces: TextPieces,
  start: TextStart,
  isKnownHeading: KnownHeading,
): FoundHeading | undefined => {
  let best: FoundHeading | undefined;
  for (const delimiter of start.delimiter === undefined ? SEPARATORS : [start.delimiter]) {
    const candidate = findHeading(pieces, start, delimiter, isKnownHeading);
    if (candidate !== undefined && isBetter(candidate, best)) best = candidate;
  }
  return best;
};

const isSound = (cell: string): boolean =>
  cell.length < 2 ? cell !== '\0' : cell.length <= MAX_CELL_CHARS && !cell.includes('\0');

/** What is wrong with a cell of a record, from a column on. */
const cellProblem = (record: CsvRecord, heading: readonly string[], from: number): ImportProblem | undefined => {
  const { line, cells } = record;
  for (let index = from; index < cells.length; index += 1) {
    const cell = cells[index] ?? '';
    if (isSound(cell)) continue;
    const field = heading[index]?.trim() ?? `field ${index + 1}`;
    if (cell.length > MAX_CELL_CHARS) {
      const found = `${cell.slice(0, 40)}… (${cell.length} characters)`;
      return { line, field, found, expected: `at most ${MAX_CELL_CHARS} characters; the row is not taken` };
    }
    const found = cell.replaceAll('\0', '␀').slice(0, 80);
    return { line, field, found, expected: 'text without zero bytes; the row is not taken' };
  }
  return undefined;
};

/** Cells beyond the heading that are looked at. A spreadsheet may print blank ones by the hundred. */
const MOST_CELLS_BEYOND = 50;

/** The record without what lies far beyond its heading, unless something stands there. */
const trimmed = (record: CsvRecord, heading: readonly string[]): CsvRecord => {
  const most = heading.length + MOST_CELLS_BEYOND;
  if (record.cells.length <= most) return record;
  return { line: record.line, cells: record.cells.slice(0, most) };
};

const tooWide = ({ line, cells }: CsvRecord, heading: readonly string[]): ImportProblem | undefined => {
  const most = heading.length + MOST_CELLS_BEYOND;
  if (cells.length <= most || isBlank(cells.slice(most))) return undefined;
  const expected = `${heading.length} fields: far more fields than headings; the row is not taken`;
  return { line, field: 'row', found: `${cells.length} fields`, expected };
};

const isSameRow = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((cell, index) => cell === right[index]);

/** Whether something stands in the row; most rows show it in their first cell. */
const isBlankRow = (cells: readonly string[]): boolean => cells[0]?.trim() === '' && isBlank(cells);

/** Whether a row that ends so is taken when all its other cells are sound, whatever they say. */
const isTailTaken = ({ column, cells }: Tail, heading: readonly string[]): boolean =>
  column > 0 &&
  column + cells.length <= heading.length &&
  cells.every(isSound) &&
  !isBlank(cells) &&
  !isSameRow(cells, heading.slice(column));

/** Asks of a record that follows one that was taken whether it is taken too: of most records it is known by how they end. */
const takenByTail = (heading: readonly string[]): ((record: CsvRecord) => boolean) => {
  const known: (boolean | undefined)[] = [];
  return (record) => {
    const { tail, sameBefore = 0 } = record;
    if (tail === undefined) return false;
    if (!(known[tail.id] ??= isTailTaken(tail, heading))) return false;
    for (let column = sameBefore; column < tail.column; column += 1) {
      if (!isSound(cellAt(record, column))) return false;
    }
    return true;
  };
};

/** What is done with the records below a heading, one after another. */
const sortOut = (
  next: RecordReader,
  { index: headingIndex, cells: heading, delimiter }: FoundHeading,
  aside: Aside,
): Result<Pick<CsvTable, 'headingLine' | 'records' | 'problems' | 'undescribed' | 'passedOver'>, FileRefusal> => {
  const keeper = recordKeeper(aside);
  const problems = problemList();
  const passedOver: Record<string, number> = {};
  const passOver = (kind: string): void => {
    passedOver[kind] = (passedOver[kind] ?? 0) + 1;
  };
  const isTakenByTail = takenByTail(heading);
  let [headingLine, before, index, indexTaken, kept, cellsKept] = [1, 0, 0, 0, 0, 0];
  const take = (record: CsvRecord): FileRefusal | undefined => {
    keeper.keep(record, index === indexTaken + 1);
    indexTaken = index;
    kept += 1;
    cellsKept += widthOf(record);
    if (kept > MAX_ROWS) return tooManyRows(problems.described()[0]);
    return cellsKept > MAX_CELLS ? tooManyCells : undefined;
  };
  for (let one = next(); one !== undefined; one = next()) {
    if ('problem' in one) {
      problems.push(one.problem);
      continue;
    }
    index += 1;
    if (index <= headingIndex) {
      if (!isBlank(one.cells)) before += 1;
      continue;
    }
    if (index === headingIndex + 1) {
      headingLine = one.line;
      continue;
    }
    const isBeforeTaken = index === indexTaken + 1;
    if (isBeforeTaken && isTakenByTail(one)) {
      const refusal = take(one);
      if (refusal !== undefined) return fail(refusal);
      continue;
    }
    const record = one.cells.length === 1 ? { line: one.line, cells: undoDoubleEncoding(one.cells, delimiter) } : one;
    if (isBlankRow(record.cells)) continue;
    const sound = isBeforeTaken ? (one.sameBefore ?? 0) : 0;
    const problem = cellProblem(record, heading, sound) ?? tooWide(record, heading);
    if (problem !== undefined) problems.push(problem);
    else if (isSameRow(record.cells, heading)) passOver('repeated heading');
    else if (record.cells.length === 1 && isComment(record.cells)) passOver('comment line');
    else {
      const refusal = take(trimmed(record, heading));
      if (refusal !== undefined) return fail(refusal);
    }
  }
  if (before > 0) passedOver['line before the heading'] = before;
  return ok({
    headingLine,
    records: keeper.records(),
    problems: problems.described(),
    undescribed: problems.undescribed(),
    passedOver,
  });
};

/** Why a text has no table in it: what is wrong with its first line, if there is one. */
const unreadable = (beginning: TextPieces, start: TextStart): FileRefusal => {
  const [problem] = splitRecords(beginning(), start.delimiter ?? ',', { ...start, limit: 1 }).problems;
  if (problem === undefined) return emptyFile;
  const { line, found, expected } = problem;
  return { reason: 'notCsv', line, found, expected };
};

export interface TableReadingOptions {
  /** What parts the cells, if that has been said. */
  readonly separator?: string | undefined;
  /** Where long cells are put; they are held when it is left out. */
  readonly aside?: Aside | undefined;
}

/** The first of many. */
function* firstOf<T>(some: Iterable<T>, most: number): Generator<T, void> {
  let count = 0;
  for (const one of some) {
    if (count >= most) return;
    count += 1;
    yield one;
  }
}

const firstRecords = (next: RecordReader, most: number): RecordReader => {
  let left = most;
  return () => {
    left -= 1;
    return left < 0 ? undefined : next();
  };
};

/**
 * Reads a text as a table. The delimiter (comma, semicolon, tab, bar, or the `separator` that was chosen) and the heading line
 * are those under which `isKnownHeading` says yes; lines before the heading are left out. Of a table wider than anybody's only
 * the beginning is read. Errors: no record at all, or too many.
 */
export const readTable = (
  pieces: TextPieces,
  isKnownHeading: KnownHeading,
  { separator, aside = asideInMemory() }: TableReadingOptions = {},
): Result<CsvTable, FileRefusal> => {
  const printed = textStart(beginningOf(pieces));
  const start = separator === undefined ? printed : { ...printed, delimiter: separator };
  const beginning: TextPieces = () => firstOf(pieces(), SAMPLE_PIECES);
  const found = chooseHeading(beginning, start, isKnownHeading);
  if (found === undefined) return fail(unreadable(beginning, start));
  const { delimiter, cells: heading } = found;
  const all = recordReader(pieces(), delimiter, start);
  const sorted = sortOut(heading.length > MAX_COLUMNS ? firstRecords(all, SAMPLE_RECORDS) : all, found, aside);
  if (!sorted.ok) return sorted;
  const problems = sorted.value.problems.toSorted((left, right) => left.line - right.line);
  return ok({ delimiter, isKnown: found.isKnown, heading, ...sorted.value, problems });
};
