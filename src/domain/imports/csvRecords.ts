import type { ImportProblem } from './draft.ts';

/** One record: its cells as printed, and the physical line it begins on (from 1). */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where the cells are not all at hand: how many there are, and one of them. */
  readonly width?: number;
  cellAt?(column: number): string;
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
/** Cells up to this long are looked for again in the next record. */
const LONGEST_EXPECTED = 64;
/** A line end and the sign after it take up to this many characters. */
const LINE_END_CHARS = 3;

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

const lineEndAfter = (text: string, at: number): number => {
  if (text.charCodeAt(at) === LF) return at + 1;
  if (text.charCodeAt(at + 1) === LF) return at + 2;
  return text.charCodeAt(at + 1) === CR && text.charCodeAt(at + 2) === LF ? at + 3 : at + 1;
};

const isLineEnd = (code: number): boolean => code === LF || code === CR;

const countLineEnds = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to;) {
    if (!isLineEnd(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    at = lineEndAfter(text, at);
    count += 1;
  }
  return count;
};

const endOfPlain = (text: string, from: number, delimiter: number): number => {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === delimiter || isLineEnd(code)) return at;
    at += 1;
  }
  return at;
};

const endOfLine = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at += 1;
  return at;
};

/** Index of a quote that opens the field at `from` (spaces before it do not count), or -1. */
const openingQuote = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return text.charCodeAt(at) === QUOTE ? at : -1;
};

interface Quoted {
  readonly content: string;
  /** Index after the closing quote. */
  readonly end: number;
}

const readQuoted = (text: string, from: number): Quoted | undefined => {
  let content = '';
  let at = from;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return undefined;
    content += text.slice(at, close);
    if (text.charCodeAt(close + 1) !== QUOTE) return { content, end: close + 1 };
    content += '"';
    at = close + 2;
  }
};

interface WholeRecord {
  readonly outcome: 'whole';
  readonly cells: readonly string[];
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

/**
 * The cells of the record before, and how they are printed: a log says the same in most of its rows. What is printed the same
 * and ends there is the same cell, and need not be read again.
 */
interface Before {
  cells: readonly string[];
  printed: readonly (string | undefined)[];
}

/** Index after a cell that is printed as the one above it is, or -1. */
const endOfSame = (text: string, at: number, printed: string | undefined, delimiter: number): number => {
  if (printed === undefined || !text.startsWith(printed, at)) return -1;
  const end = at + printed.length;
  const code = text.charCodeAt(end);
  return code === delimiter || isLineEnd(code) ? end : -1;
};

const expected = (text: string, from: number, to: number): string | undefined =>
  to - from > LONGEST_EXPECTED ? undefined : text.slice(from, to);

/** Reads one record. Broken: a quote that closes in the middle of a later line's text, or much too late. */
const readRecord = (text: string, delimiter: number, start: number, before: Before): ReadRecord => {
  const cells: string[] = [];
  const printed: (string | undefined)[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    const column = cells.length;
    if (column === MAX_FIELDS) return TOO_WIDE;
    const same = endOfSame(text, at, before.printed[column], delimiter);
    if (same !== -1) {
      cells.push(before.cells[column] ?? '');
      printed.push(before.printed[column]);
      at = same;
    } else {
      const opening = openingQuote(text, at);
      if (opening === -1) {
        const end = endOfPlain(text, at, delimiter);
        const cell = text.slice(at, end);
        cells.push(cell);
        printed.push(end - at > LONGEST_EXPECTED ? undefined : cell);
        at = end;
      } else {
        const quoted = readQuoted(text, opening + 1);
        if (quoted === undefined) return OPEN;
        const innerLines = countLineEnds(text, opening + 1, quoted.end);
        lines += innerLines;
        if (lines > MAX_RECORD_LINES) return brokenAt(quoted.end);
        if (lines > 1 && quoted.end - start > MAX_RECORD_CHARS) return brokenAt(quoted.end);
        const end = endOfPlain(text, quoted.end, delimiter);
        const rest = text.slice(quoted.end, end);
        const isRestBlank = rest.trim() === '';
        if (!isRestBlank && innerLines > 0) return brokenAt(end);
        cells.push(isRestBlank ? quoted.content : quoted.content + rest);
        printed.push(innerLines > 0 ? undefined : expected(text, at, end));
        at = end;
      }
    }
    const isLast = at >= text.length;
    if (isLast || text.charCodeAt(at) !== delimiter) {
      before.cells = cells;
      before.printed = printed;
      return { outcome: 'whole', cells, next: isLast ? text.length : lineEndAfter(text, at), lines };
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

/** A text that comes in pieces: what has come and is not read yet, and more when it is asked for. */
interface Incoming {
  text: string;
  at: number;
  isWhole: boolean;
  readonly more: () => void;
}

const incoming = (pieces: Iterable<string>): Incoming => {
  const iterator = pieces[Symbol.iterator]();
  const come: Incoming = {
    text: '',
    at: 0,
    isWhole: false,
    more: () => {
      const next = iterator.next();
      if (next.done === true) {
        come.isWhole = true;
        return;
      }
      // Joined it is one flat text: in two that hang together every sign that is looked at costs more.
      come.text = [come.text.slice(come.at), next.value].join('');
      come.at = 0;
    },
  };
  return come;
};

/** Goes on behind the line end, holding nothing of the line. */
const passOverLine = (come: Incoming): void => {
  for (;;) {
    const end = endOfLine(come.text, come.at);
    if (end + LINE_END_CHARS <= come.text.length || come.isWhole) {
      come.at = end < come.text.length ? lineEndAfter(come.text, end) : come.text.length;
      return;
    }
    come.at = end;
    come.more();
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
const readNext = (come: Incoming, delimiter: number, before: Before): FoundRecord => {
  for (;;) {
    const { text, at, isWhole } = come;
    const record = readRecord(text, delimiter, at, before);
    if (record.outcome === 'broken' || record.outcome === 'tooWide') return record;
    if (record.outcome === 'open') {
      if (isWhole || isOpenTooLong(text, at)) return brokenAt(text.length);
    } else if (isWhole || record.next + LINE_END_CHARS <= text.length) return record;
    if (!isWhole && text.length - at > MAX_LINE_CHARS) {
      return endOfLine(text, at) === text.length ? TOO_LONG : brokenAt(text.length);
    }
    come.more();
  }
};

/**
 * Cuts a text that comes in pieces into records and cells: quotes, doubled quotes, line ends in quotes, any line ends (LF, CR,
 * CR LF, CR CR LF). A broken quote costs its own line and is reported with that line's number. Time is linear in the text, and
 * no more of it is held than one record and one piece.
 */
export function* eachRecord(
  pieces: Iterable<string>,
  delimiter: string,
  from: SplitFrom,
): Generator<CsvRecord | UnreadableLine, void> {
  const come = incoming(pieces);
  while (come.text.length <= from.at && !come.isWhole) come.more();
  come.at = from.at;
  const delimiterCode = delimiter.charCodeAt(0);
  const before: Before = { cells: [], printed: [] };
  let { line } = from;
  let reread = 0;
  for (;;) {
    while (come.at >= come.text.length && !come.isWhole) come.more();
    if (come.at >= come.text.length) return;
    const record = readNext(come, delimiterCode, before);
    const { text, at } = come;
    if (record.outcome === 'whole') {
      yield { line, cells: record.cells };
      come.at = record.next;
      line += record.lines;
    } else if (record.outcome !== 'broken') {
      yield { line, problem: tooMuchProblem(text, at, line, record.outcome) };
      passOverLine(come);
      line += 1;
    } else {
      yield { line, problem: quoteProblem(text, at, line) };
      reread += record.readTo - at;
      come.at = lineAfter(text, reread > MAX_REREAD_CHARS ? record.readTo : at);
      line += Math.max(1, countLineEnds(text, at, come.at));
    }
  }
}

/** Cuts up a text, or the beginning of it: at most so many records. */
export const splitRecords = (
  pieces: Iterable<string>,
  delimiter: string,
  { limit, ...from }: SplitFrom & { readonly limit: number },
): SplitText => {
  const records: CsvRecord[] = [];
  const problems: ImportProblem[] = [];
  for (const one of eachRecord(pieces, delimiter, from)) {
    if ('problem' in one) problems.push(one.problem);
    else records.push(one);
    if (records.length >= limit) break;
  }
  return { records, problems };
};
