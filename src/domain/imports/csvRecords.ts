import type { ImportProblem } from './draft.ts';
import { countLineEnds, endOfLine, LINE_END_CHARS, lineEndAfter } from './lineEnds.ts';
import { endOfPlain, openingQuote, readQuoted, withRest } from './csvCells.ts';
import { RecordAbove } from './recordAbove.ts';
import { RememberedTails, type Tail } from './rememberedTails.ts';

/** One record: its cells as printed, and the physical line it begins on (from 1). */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where the cells are not all at hand: how many there are, and one of them. */
  readonly width?: number;
  cellAt?(column: number): string;
  /** Before this column its cells are those of the record that was read before it. */
  readonly sameBefore?: number;
  /** How its line ends, where lines have ended so before. */
  readonly tail?: Tail | undefined;
}

/** In place of a record that is not there. */
export const NO_RECORD: CsvRecord = { line: 0, cells: [] };

/** How many cells a record has. */
export const widthOf = (record: CsvRecord): number => record.width ?? record.cells.length;

/** One cell of a record; empty where the record ends early. */
export const cellAt = (record: CsvRecord, column: number): string =>
  record.cellAt === undefined ? (record.cells[column] ?? '') : record.cellAt(column);

/** A line that cannot be read. */
export interface UnreadableLine {
  readonly line: number;
  readonly problem: ImportProblem;
}

export interface SplitText {
  readonly records: readonly CsvRecord[];
  readonly problems: readonly ImportProblem[];
}

export interface SplitFrom {
  /** Index of the first character to read. */
  readonly at: number;
  /** Physical line that character is on. */
  readonly line: number;
}

/** A record in an open quote may run over this many lines, and, once over one line, this many characters. */
const MAX_RECORD_LINES = 1000;
const MAX_RECORD_CHARS = 1_000_000;
/** Longer lines are passed over without being held, and so are those with more fields. */
const MAX_LINE_CHARS = 8_000_000;
const MAX_FIELDS = 20_000;
/** Characters read again after broken quotes; beyond it a broken stretch is skipped whole, so that reading stays linear. */
const MAX_REREAD_CHARS = 64_000_000;
interface WholeRecord {
  readonly outcome: 'whole';
  readonly record: CsvRecord;
  readonly next: number;
  readonly lines: number;
}

interface BrokenRecord {
  readonly outcome: 'broken';
  readonly readTo: number;
}

const OPEN = { outcome: 'open' } as const;
const TOO_WIDE = { outcome: 'tooWide' } as const;
const TOO_LONG = { outcome: 'tooLong' } as const;

/** `open`: the text ends before a quote is closed. */
type ReadRecord = WholeRecord | BrokenRecord | typeof OPEN | typeof TOO_WIDE;

const brokenAt = (readTo: number): BrokenRecord => ({ outcome: 'broken', readTo });

/** Reads one record. Broken: a quote that closes in the middle of a later line's text, or much too late. */
const readRecord = ({ text, at: start, line, delimiter, above }: Reading): ReadRecord => {
  const { sameCells } = above;
  const cellsAbove = above.cells;
  const cells = cellsAbove.slice(0, sameCells);
  const ends = above.endsOfSameCells();
  let at = above.endOfSameCells(start);
  let lines = 1;
  for (;;) {
    const column = cells.length;
    if (column === MAX_FIELDS) return TOO_WIDE;
    const same = above.endOfSame(text, at, column);
    if (same !== -1) {
      cells.push(cellsAbove[column] ?? '');
      at = same;
    } else {
      const opening = openingQuote(text, at);
      if (opening === -1) {
        const end = endOfPlain(text, at, delimiter);
        cells.push(text.slice(at, end));
        at = end;
      } else {
        const quoted = readQuoted(text, opening + 1);
        if (quoted === undefined) return OPEN;
        const innerLines = countLineEnds(text, opening + 1, quoted.end);
        lines += innerLines;
        if (lines > MAX_RECORD_LINES) return brokenAt(quoted.end);
        if (lines > 1 && quoted.end - start > MAX_RECORD_CHARS) return brokenAt(quoted.end);
        const end = endOfPlain(text, quoted.end, delimiter);
        const cell = withRest(quoted.content, text.slice(quoted.end, end));
        if (innerLines > 0 && cell !== quoted.content) return brokenAt(end);
        cells.push(cell);
        at = end;
      }
    }
    ends.push(at - start);
    const isLast = at >= text.length;
    if (isLast || text.charCodeAt(at) !== delimiter) {
      const record: CsvRecord = { line, cells, sameBefore: sameCells };
      if (lines === 1 && !isLast) above.put(record, text, start, at, ends);
      else above.forget();
      return { outcome: 'whole', record, next: isLast ? text.length : lineEndAfter(text, at), lines };
    }
    at += 1;
  }
};

const shown = (text: string, start: number): string => text.slice(start, Math.min(endOfLine(text, start), start + 80));

const quoteProblem = (text: string, start: number, line: number): ImportProblem => ({
  line,
  field: 'row',
  found: shown(text, start),
  expected: 'a closing quotation mark: quote never closed; the row is not taken, reading goes on with the next line',
});

const TOO_MUCH = {
  tooLong: `${MAX_LINE_CHARS / 1_000_000} million characters`,
  tooWide: `${MAX_FIELDS} fields`,
} as const;

const tooMuchProblem = (text: string, start: number, line: number, what: keyof typeof TOO_MUCH): ImportProblem => ({
  line,
  field: 'row',
  found: `${shown(text, start)}… (more than ${TOO_MUCH[what]})`,
  expected: `at most ${TOO_MUCH[what]} in a row; the row is not taken`,
});

const lineAfter = (text: string, at: number): number => {
  const end = endOfLine(text, at);
  return end < text.length ? lineEndAfter(text, end) : text.length;
};

/** A piece is gone through in steps of so many characters: memory for short texts is at hand, for long ones it has to be got. */
const STEP_CHARS = 100_000;

/** A text that comes in pieces, while it is read: what has come and is not read yet, and more when it is asked for. */
interface Reading {
  text: string;
  at: number;
  /** Physical line that `at` is on. */
  line: number;
  isWhole: boolean;
  readonly delimiter: number;
  readonly above: RecordAbove;
  readonly more: () => void;
}

const readingOf = (pieces: Iterable<string>, delimiter: string, line: number, mostTails: number): Reading => {
  const iterator = pieces[Symbol.iterator]();
  let [piece, taken] = ['', 0];
  const delimiterCode = delimiter.charCodeAt(0);
  const above = new RecordAbove(delimiterCode, mostTails === 0 ? undefined : new RememberedTails(mostTails));
  const reading: Reading = {
    text: '',
    at: 0,
    line,
    isWhole: false,
    delimiter: delimiterCode,
    above,
    more: () => {
      above.forget();
      if (taken >= piece.length) {
        const next = iterator.next();
        if (next.done === true) {
          reading.isWhole = true;
          return;
        }
        piece = next.value;
        taken = 0;
      }
      const rest = reading.text.slice(reading.at);
      const step = piece.slice(taken, taken + Math.max(STEP_CHARS, rest.length));
      taken += step.length;
      // Joined it is one flat text: in two that hang together every sign that is looked at costs more.
      reading.text = [rest, step].join('');
      reading.at = 0;
    },
  };
  return reading;
};

/** Goes on behind the line end, holding nothing of the line. */
const passOverLine = (reading: Reading): void => {
  for (;;) {
    const end = endOfLine(reading.text, reading.at);
    if (end + LINE_END_CHARS <= reading.text.length || reading.isWhole) {
      reading.at = end < reading.text.length ? lineEndAfter(reading.text, end) : reading.text.length;
      return;
    }
    reading.at = end;
    reading.more();
  }
};

/** Whether a quote that is still open can no longer be closed in time. */
const isOpenTooLong = (text: string, start: number): boolean => {
  const firstEnd = endOfLine(text, start);
  if (firstEnd === text.length) return false;
  return text.length - start > MAX_RECORD_CHARS || countLineEnds(text, start, text.length) > MAX_RECORD_LINES;
};

/** A record as it is found, or why its line is passed over. */
type FoundRecord = WholeRecord | BrokenRecord | typeof TOO_WIDE | typeof TOO_LONG;

/** Reads one record, waiting for as much of the text as it needs, but not for too much of it. */
const readNext = (reading: Reading): FoundRecord => {
  for (;;) {
    const { text, at, isWhole } = reading;
    const record = readRecord(reading);
    if (record.outcome === 'broken' || record.outcome === 'tooWide') return record;
    if (record.outcome === 'open') {
      if (isWhole || isOpenTooLong(text, at)) return brokenAt(text.length);
    } else if (isWhole || record.next + LINE_END_CHARS <= text.length) return record;
    if (!isWhole && text.length - at > MAX_LINE_CHARS) {
      return endOfLine(text, at) === text.length ? TOO_LONG : brokenAt(text.length);
    }
    reading.more();
  }
};

/** Hands on one record after another, and `undefined` when there is no more. A generator's step costs as much as a record. */
export type RecordReader = () => CsvRecord | UnreadableLine | undefined;

/** So many ends of lines are remembered. */
const MOST_TAILS = 20_000;

/**
 * Cuts a text that comes in pieces into records and cells: quotes, doubled quotes, line ends in quotes, any line ends (LF, CR,
 * CR LF, CR CR LF). A broken quote costs its own line and is reported with that line's number. Time is linear in the text, and
 * no more of it is held than one record and one piece, and so many ends of lines.
 */
export const recordReader = (
  pieces: Iterable<string>,
  delimiter: string,
  from: SplitFrom,
  mostTails = MOST_TAILS,
): RecordReader => {
  const reading = readingOf(pieces, delimiter, from.line, mostTails);
  const { above } = reading;
  while (reading.text.length <= from.at && !reading.isWhole) reading.more();
  reading.at = from.at;
  let reread = 0;

  const passOver = (found: Exclude<FoundRecord, WholeRecord>): UnreadableLine => {
    above.forget();
    const { text, at, line } = reading;
    if (found.outcome !== 'broken') {
      passOverLine(reading);
      reading.line += 1;
      return { line, problem: tooMuchProblem(text, at, line, found.outcome) };
    }
    reread += found.readTo - at;
    reading.at = lineAfter(text, reread > MAX_REREAD_CHARS ? found.readTo : at);
    reading.line += Math.max(1, countLineEnds(text, at, reading.at));
    return { line, problem: quoteProblem(text, at, line) };
  };

  return () => {
    while (reading.at >= reading.text.length && !reading.isWhole) reading.more();
    if (reading.at >= reading.text.length) return undefined;
    const alike = above.alike(reading.text, reading.at, reading.line);
    if (alike !== undefined) {
      reading.at = above.next;
      reading.line += 1;
      return alike;
    }
    const found = readNext(reading);
    if (found.outcome !== 'whole') return passOver(found);
    reading.at = found.next;
    reading.line += found.lines;
    return found.record;
  };
};

/** Cuts up a text, or the beginning of it: at most so many records. */
export const splitRecords = (
  pieces: Iterable<string>,
  delimiter: string,
  { limit, ...from }: SplitFrom & { readonly limit: number },
): SplitText => {
  const records: CsvRecord[] = [];
  const problems: ImportProblem[] = [];
  const next = recordReader(pieces, delimiter, from, 0);
  for (let one = next(); one !== undefined; one = next()) {
    if ('problem' in one) problems.push(one.problem);
    else records.push({ line: one.line, cells: one.cells });
    if (records.length >= limit) break;
  }
  return { records, problems };
};
