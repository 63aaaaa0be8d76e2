import type { CsvRecord } from './csvRecords.ts';
import { endOfPlain, openingQuote, readQuoted, withRest } from './csvCells.ts';
import { isLineEnd, lineEndAfter } from './lineEnds.ts';
import { ownCopy, Trust, type RememberedTails, type Tail } from './rememberedTails.ts';

/** Cells up to this long are compared with those above them. */
const LONGEST_COMPARED = 64;
/** So many signs are compared at once, when it is likely that they are the same. */
const WORTH_COMPARING_AT_ONCE = 12;
/** Tails that may never come again, because cells stand in them that are ever new, take no more than this share. */
const SHARE_OF_LONGER_TAILS = 0.5;

const HAS_LINE_END = /[\r\n]/u;

/** A record that begins as the one above it and ends as others have ended. Its cells are put together when they are asked for. */
class RecordAlike implements CsvRecord {
  readonly line: number;
  readonly sameBefore: number;
  readonly tail: Tail;
  private readonly above: readonly string[];
  private readonly between: string;
  private made: readonly string[] | undefined;

  /** Between what is the same as above and the tail there is one cell, or none. */
  constructor(line: number, above: readonly string[], sameBefore: number, between: string, tail: Tail) {
    this.line = line;
    this.above = above;
    this.sameBefore = sameBefore;
    this.between = between;
    this.tail = tail;
    this.made = undefined;
  }

  get width(): number {
    return this.tail.column + this.tail.cells.length;
  }

  get cells(): readonly string[] {
    this.made ??= this.put();
    return this.made;
  }

  private put(): readonly string[] {
    const cells = this.above.slice(0, this.sameBefore);
    if (this.tail.column > this.sameBefore) cells.push(this.between);
    for (const cell of this.tail.cells) cells.push(cell);
    return cells;
  }

  cellAt(column: number): string {
    if (column < this.sameBefore) return this.above[column] ?? '';
    return column < this.tail.column ? this.between : (this.tail.cells[column - this.tail.column] ?? '');
  }

  /** Cells of which so many are this record's: those of a record above, as far as that will do. */
  beginning(count: number): readonly string[] {
    return count <= this.sameBefore ? this.above : this.cells;
  }
}

/**
 * The record that was read last, where it stands in the text: a log says the same in most of its rows. What is printed the same
 * as above and ends there is the same cell, and need not be read again.
 */
export class RecordAbove {
  /** How many of the first cells of the record that is being read are printed as those above, delimiters included. */
  sameCells = 0;
  /** Index behind the record that was read last. */
  next = 0;
  /** Where the record above begins; -1 when it is no longer there, or not on one line. */
  private at = -1;
  private chars = 0;
  private width = 0;
  private ends: number[] = [];
  private record: CsvRecord | RecordAlike = { line: 0, cells: [] };
  private readonly delimiter: number;
  private readonly tails: RememberedTails | undefined;
  /** How many cells are mostly as above, and how often in a row it has been fewer. */
  private usual = 0;
  private fewer = 0;
  /** Of tails that begin with the first cell that is not as above, and of those that begin behind it. */
  private readonly trustInLonger = new Trust();
  private readonly trust = new Trust();

  constructor(delimiter: number, tails: RememberedTails | undefined) {
    this.delimiter = delimiter;
    this.tails = tails;
  }

  get cells(): readonly string[] {
    return this.record.cells;
  }

  /** Where the cells that are the same end, from their record's beginning. */
  endsOfSameCells(): number[] {
    return this.ends.slice(0, this.sameCells);
  }

  /** Index behind the cells that are the same. */
  endOfSameCells(start: number): number {
    return start + this.offsetOf(this.sameCells);
  }

  /** Index after a cell that is printed as the one above it is, or -1. */
  endOfSame(text: string, at: number, column: number): number {
    if (this.at === -1 || column >= this.width) return -1;
    const from = this.at + this.offsetOf(column);
    const length = this.at + (this.ends[column] ?? 0) - from;
    if (length > LONGEST_COMPARED) return -1;
    for (let sign = 0; sign < length; sign += 1) {
      if (text.charCodeAt(from + sign) !== text.charCodeAt(at + sign)) return -1;
    }
    const code = text.charCodeAt(at + length);
    return code === this.delimiter || isLineEnd(code) ? at + length : -1;
  }

  /** The text is another. */
  forget(): void {
    this.at = -1;
    this.sameCells = 0;
  }

  /** Takes a record that stands on one line as the one above the next. */
  put(record: CsvRecord, text: string, start: number, end: number, ends: number[]): void {
    const column = Math.min(this.sameCells + 1, ends.length - 1);
    this.at = start;
    this.chars = end - start;
    this.width = ends.length;
    this.ends = ends;
    this.record = record;
    if (this.tails?.hasRoom() !== true || column === 0 || !this.trust.isLeft) return;
    const from = this.offsetOf(column);
    this.remember(column, text.slice(start + from, end), record.cells.slice(column), (at) => (ends[at] ?? 0) - from);
  }

  /** The record at `start`, if it begins as the one above and ends as others have. Finds out how far it is as above. */
  alike(text: string, start: number, line: number): CsvRecord | undefined {
    this.sameCells = this.at === -1 ? 0 : this.countSameCells(text, start);
    const { tails, sameCells, trust, trustInLonger } = this;
    if (this.at === -1 || tails === undefined || !trust.isLeft) return undefined;
    const from = start + this.offsetOf(sameCells);
    const isLongerSought = sameCells > 0 && trustInLonger.isLeft;
    if (isLongerSought) {
      const tail = tails.find(text, from, sameCells);
      if (tail !== undefined) {
        trustInLonger.found();
        return this.take(text, start, from, line, '', tail);
      }
      trustInLonger.missed();
    }
    return this.alikeBehindCell(text, start, from, line);
  }

  private alikeBehindCell(text: string, start: number, from: number, line: number): CsvRecord | undefined {
    const { tails, sameCells, trust, trustInLonger } = this;
    const opening = openingQuote(text, from);
    const quoted = opening === -1 ? undefined : readQuoted(text, opening + 1);
    if (opening !== -1 && quoted === undefined) return undefined;
    const end = endOfPlain(text, quoted?.end ?? from, this.delimiter);
    const cell = quoted === undefined ? text.slice(from, end) : withRest(quoted.content, text.slice(quoted.end, end));
    const isOnLine = quoted === undefined || !HAS_LINE_END.test(quoted.content);
    const isTailBehind = isOnLine && text.charCodeAt(end) === this.delimiter;
    const tail = isTailBehind ? tails?.find(text, end + 1, sameCells + 1) : undefined;
    if (tail === undefined) {
      trust.missed();
      return undefined;
    }
    trust.found();
    const isLongerKept = sameCells > 0 && trustInLonger.isLeft && tails?.hasRoom(SHARE_OF_LONGER_TAILS) === true;
    if (isLongerKept) {
      const before = end + 1 - from;
      this.remember(sameCells, text.slice(from, end + 1) + tail.printed, [cell, ...tail.cells], (column) =>
        column === sameCells ? end - from : before + (tail.ends[column - tail.column] ?? 0),
      );
    }
    return this.take(text, start, end + 1, line, cell, tail);
  }

  private remember(column: number, printed: string, cells: readonly string[], endOf: (column: number) => number): void {
    this.tails?.add({
      column,
      printed: ownCopy(printed),
      cells: cells.map(ownCopy),
      ends: cells.map((_, place) => endOf(column + place)),
    });
  }

  private take(text: string, start: number, from: number, line: number, between: string, tail: Tail): CsvRecord {
    const { record, sameCells } = this;
    const above = record instanceof RecordAlike ? record.beginning(sameCells) : record.cells;
    const taken = new RecordAlike(line, above, sameCells, between, tail);
    const offset = from - start;
    if (tail.column > sameCells) this.ends[sameCells] = offset - 1;
    for (let place = 0; place < tail.ends.length; place += 1) {
      this.ends[tail.column + place] = offset + (tail.ends[place] ?? 0);
    }
    this.at = start;
    this.chars = offset + tail.printed.length;
    this.width = tail.column + tail.cells.length;
    this.record = taken;
    this.next = lineEndAfter(text, start + this.chars);
    return taken;
  }

  /** Where a cell of the record above begins. */
  private offsetOf(column: number): number {
    return column === 0 ? 0 : (this.ends[column - 1] ?? 0) + 1;
  }

  private countSameCells(text: string, start: number): number {
    const { at, chars, ends } = this;
    let same = this.isSameAsUsual(text, start) ? this.offsetOf(this.usual) : 0;
    while (same < chars && text.charCodeAt(at + same) === text.charCodeAt(start + same)) same += 1;
    let count = 0;
    while (count < this.width && (ends[count] ?? 0) < same) count += 1;
    this.fewer = count < this.usual ? this.fewer + 1 : 0;
    if (count > this.usual || this.fewer > 1) this.usual = count;
    return count;
  }

  private isSameAsUsual(text: string, start: number): boolean {
    const chars = this.offsetOf(this.usual);
    if (chars < WORTH_COMPARING_AT_ONCE || this.usual >= this.width) return false;
    return text.slice(this.at, this.at + chars) === text.slice(start, start + chars);
  }
}
