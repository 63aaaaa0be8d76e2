import type { ImportProblem } from './draft.ts';

/** One record: its cells as printed, and the physical line it begins on (from 1). */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
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
  /** Stop after this many records. */
  readonly limit: number;
}

/** A record in an open quote may run over this many lines, and, once over one line, this many characters. */
const MAX_RECORD_LINES = 1000;
const MAX_RECORD_CHARS = 1_000_000;
/** Characters read again after broken quotes; beyond it a broken stretch is skipped whole, so that reading stays linear. */
const MAX_REREAD_CHARS = 64_000_000;

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
  readonly isBroken: false;
  readonly cells: readonly string[];
  readonly next: number;
  readonly lines: number;
}

interface BrokenRecord {
  readonly isBroken: true;
  readonly readTo: number;
}

const brokenAt = (readTo: number): BrokenRecord => ({ isBroken: true, readTo });

/** Reads one record. Broken: a quote that never closes, or that closes in the middle of a later line's text. */
const readRecord = (text: string, delimiter: number, start: number): WholeRecord | BrokenRecord => {
  const cells: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    const opening = openingQuote(text, at);
    if (opening === -1) {
      const end = endOfPlain(text, at, delimiter);
      cells.push(text.slice(at, end));
      at = end;
    } else {
      const quoted = readQuoted(text, opening + 1);
      if (quoted === undefined) return brokenAt(text.length);
      const innerLines = countLineEnds(text, opening + 1, quoted.end);
      lines += innerLines;
      if (lines > MAX_RECORD_LINES) return brokenAt(quoted.end);
      if (lines > 1 && quoted.end - start > MAX_RECORD_CHARS) return brokenAt(quoted.end);
      at = endOfPlain(text, quoted.end, delimiter);
      const rest = text.slice(quoted.end, at);
      const isRestBlank = rest.trim() === '';
      if (!isRestBlank && innerLines > 0) return brokenAt(at);
      cells.push(isRestBlank ? quoted.content : quoted.content + rest);
    }
    if (at >= text.length) return { isBroken: false, cells, next: text.length, lines };
    if (text.charCodeAt(at) !== delimiter) return { isBroken: false, cells, next: lineEndAfter(text, at), lines };
    at += 1;
  }
};

const quoteProblem = (text: string, start: number, line: number): ImportProblem => ({
  line,
  field: 'row',
  found: text.slice(start, Math.min(endOfLine(text, start), start + 80)),
  expected: 'a closing quotation mark: quote never closed; the row is not taken, reading goes on with the next line',
});

const lineAfter = (text: string, at: number): number => {
  const end = endOfLine(text, at);
  return end < text.length ? lineEndAfter(text, end) : text.length;
};

/**
 * Cuts a text into records and cells: quotes, doubled quotes, line ends in quotes, any line ends (LF, CR, CR LF, CR CR LF).
 * A broken quote costs its own line and is reported with that line's number. Time is linear in the text.
 */
export const splitRecords = (text: string, delimiter: string, from: SplitFrom): SplitText => {
  const records: CsvRecord[] = [];
  const problems: ImportProblem[] = [];
  const delimiterCode = delimiter.charCodeAt(0);
  let { at, line } = from;
  let reread = 0;
  while (at < text.length && records.length < from.limit) {
    const record = readRecord(text, delimiterCode, at);
    if (!record.isBroken) {
      records.push({ line, cells: record.cells });
      at = record.next;
      line += record.lines;
      continue;
    }
    problems.push(quoteProblem(text, at, line));
    reread += record.readTo - at;
    const next = lineAfter(text, reread > MAX_REREAD_CHARS ? record.readTo : at);
    line += Math.max(1, countLineEnds(text, at, next));
    at = next;
  }
  return { records, problems };
};
