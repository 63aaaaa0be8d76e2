import { cellAt, widthOf, type CsvRecord } from './csvRecords.ts';
import { ownCopy, type Tail } from './rememberedTails.ts';
import { rowsOf, type Rows } from './rows.ts';

/** Somewhere to put long texts while a file is read, so that they need not be held; they are got back by what `put` returned. */
export interface Aside {
  readonly put: (text: string) => number;
  readonly get: (place: number) => string;
}

/** Holds the texts after all: for short files, and where there is no disk. */
export const asideInMemory = (): Aside => {
  const texts: string[] = [];
  return { put: (text) => texts.push(text) - 1, get: (place) => texts[place] ?? '' };
};

/** Longer cells are put aside, and so are those of a column that says ever new things. */
const LONGEST_HELD = 80;
const MOST_HELD_A_COLUMN = 0xffff;
const MOST_HELD = 400_000;

/** In place of the number of a text: the cell is aside. */
const IS_ASIDE = 0xffff;

const FIRST_ROOM = 256;

const copied = <A extends Uint16Array | Uint32Array | Float64Array>(old: A, larger: A): A => {
  larger.set(old);
  return larger;
};

/** One column: each different text once, and for each row the number of its text. Number 0 is the empty cell. */
interface KeptColumn {
  readonly texts: string[];
  readonly numberOf: Map<string, number>;
  /** Empty, with no room, as long as every cell is empty. */
  numbers: Uint16Array;
  /** Where the cells are that are put aside; with no room as long as none is. */
  aside: Float64Array;
  last: string;
  lastNumber: number;
}

const emptyColumn = (): KeptColumn => ({
  texts: [''],
  numberOf: new Map([['', 0]]),
  numbers: new Uint16Array(0),
  aside: new Float64Array(0),
  last: '',
  lastNumber: 0,
});

const cellOfColumn = (column: KeptColumn | undefined, place: number, aside: Aside): string => {
  const number = column?.numbers[place] ?? 0;
  if (number === IS_ASIDE) return aside.get(column?.aside[place] ?? 0);
  return column?.texts[number] ?? '';
};

/** A record that is put together only as far as it is looked at. */
class KeptRecord implements CsvRecord {
  readonly line: number;
  readonly width: number;
  private readonly columns: readonly KeptColumn[];
  private readonly aside: Aside;
  private readonly place: number;

  constructor(columns: readonly KeptColumn[], aside: Aside, place: number, line: number, width: number) {
    this.columns = columns;
    this.aside = aside;
    this.place = place;
    this.line = line;
    this.width = width;
  }

  get cells(): readonly string[] {
    return Array.from({ length: this.width }, (_, column) => this.cellAt(column));
  }

  cellAt(column: number): string {
    return cellOfColumn(this.columns[column], this.place, this.aside);
  }
}

/** A text of a column: how often it stands there, and where first. */
export interface TextInColumn {
  readonly text: string;
  readonly count: number;
  readonly firstPlace: number;
}

/** What rows that are kept in columns say of a whole column, without any of the rows being made. */
export interface InColumns {
  readonly widthAt: (place: number) => number;
  /** The different texts of a column in the rows at these places, the first one first. `undefined`: some of them are aside. */
  readonly textsOf: (column: number, places: Uint32Array) => readonly TextInColumn[] | undefined;
  /** For the rows at these places: 1 where a row is not known to say in these columns what the one before it says. */
  readonly changesIn: (columns: readonly number[], places: Uint32Array) => Uint8Array;
  /** A number for the row at a place that all rows have which say the same in these columns, or mean the same in one of them. */
  readonly likenessIn: (columns: readonly number[], meaning?: MeaningIn) => Likeness | undefined;
}

/** What the texts of a column mean, where different ones mean the same. */
export interface MeaningIn {
  readonly column: number | undefined;
  readonly of: (text: string) => string;
}

/** `undefined`: of a row of which something is aside it is not known what it is like. */
export type Likeness = (place: number) => number | undefined;

const textsIn = ({ texts, numbers }: KeptColumn, places: Uint32Array): readonly TextInColumn[] | undefined => {
  const counts = new Uint32Array(texts.length);
  const firstPlaces = new Uint32Array(texts.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const number = numbers[place] ?? 0;
    if (number === IS_ASIDE) return undefined;
    const before = counts[number] ?? 0;
    if (before === 0) firstPlaces[number] = place;
    counts[number] = before + 1;
  }
  const found: TextInColumn[] = [];
  for (const [number, text] of texts.entries()) {
    const count = counts[number] ?? 0;
    if (count > 0) found.push({ text, count, firstPlace: firstPlaces[number] ?? 0 });
  }
  return found.toSorted((left, right) => left.firstPlace - right.firstPlace);
};

/** For each text of a column the number of the first one that means the same. */
const firstAlike = (texts: readonly string[], meaningOf: (text: string) => string): Uint16Array => {
  const firsts = new Map<string, number>();
  return Uint16Array.from(texts, (text, number) => {
    const meaning = meaningOf(text);
    const first = firsts.get(meaning) ?? number;
    firsts.set(meaning, first);
    return first;
  });
};

/** The numbers of the cells as digits of one number; `undefined` when that would be too large to be exact. */
const likenessOf = (
  columns: readonly KeptColumn[],
  meant: KeptColumn | undefined,
  meaningOf: (text: string) => string,
): Likeness | undefined => {
  const digits: Uint16Array[] = [];
  const alike: (Uint16Array | undefined)[] = [];
  const worths: number[] = [];
  let different = 1;
  for (const column of columns) {
    if (column.numbers.length === 0) continue;
    digits.push(column.numbers);
    alike.push(column === meant ? firstAlike(column.texts, meaningOf) : undefined);
    worths.push(different);
    different *= column.texts.length;
  }
  if (different > Number.MAX_SAFE_INTEGER) return undefined;
  return (place) => {
    let likeness = 0;
    for (let at = 0; at < digits.length; at += 1) {
      const number = digits[at]?.[place] ?? 0;
      if (number === IS_ASIDE) return undefined;
      likeness += (alike[at]?.[number] ?? number) * (worths[at] ?? 0);
    }
    return likeness;
  };
};

/** Marks with 1 each row that does not say the same as the row before it, or of which something is aside. */
const changesIn = (columns: readonly KeptColumn[], places: Uint32Array): Uint8Array => {
  const changes = new Uint8Array(places.length);
  changes[0] = 1;
  for (const { numbers } of columns) {
    if (numbers.length === 0) continue;
    let before = numbers[places[0] ?? 0] ?? 0;
    for (let row = 1; row < places.length; row += 1) {
      const number = numbers[places[row] ?? 0] ?? 0;
      if (number !== before || number === IS_ASIDE) changes[row] = 1;
      before = number;
    }
  }
  return changes;
};

/** The columns in which something stands in a tail, and the numbers of what stands there. */
interface KeptTail {
  readonly filled: readonly KeptColumn[];
  readonly numbers: readonly number[];
}

export interface RecordKeeper {
  /**
   * Keeps a record. Whether it can be gone by what it says of the one before it (`sameBefore`): yes, if that has been kept and
   * none after it.
   */
  readonly keep: (record: CsvRecord, isBeforeKept?: boolean) => void;
  /** All that has been kept. */
  readonly records: () => Rows<CsvRecord> & InColumns;
}

/**
 * Keeps the records of a table in little room: of each column every different text once, and two bytes a cell. Cells that are
 * long or ever new are put aside.
 */
export const recordKeeper = (aside: Aside): RecordKeeper => {
  const columns: KeptColumn[] = [];
  let lines: Uint32Array = new Uint32Array(FIRST_ROOM);
  let widths: Uint16Array = new Uint16Array(FIRST_ROOM);
  let count = 0;
  let held = 0;
  /** By the tails' own numbers; `undefined` while nothing is known of a tail. */
  const keptTails: (KeptTail | undefined)[] = [];

  const makeRoom = (): void => {
    const room = lines.length * 2;
    lines = copied(lines, new Uint32Array(room));
    widths = copied(widths, new Uint16Array(room));
    for (const column of columns) {
      if (column.numbers.length > 0) column.numbers = copied(column.numbers, new Uint16Array(room));
      if (column.aside.length > 0) column.aside = copied(column.aside, new Float64Array(room));
    }
  };

  const numberOf = (column: KeptColumn, cell: string): number => {
    if (cell === column.last) return column.lastNumber;
    const known = column.numberOf.get(cell);
    if (known !== undefined) {
      column.last = cell;
      column.lastNumber = known;
      return known;
    }
    if (cell.length > LONGEST_HELD || held >= MOST_HELD || column.texts.length >= MOST_HELD_A_COLUMN) return IS_ASIDE;
    const text = ownCopy(cell);
    const number = column.texts.push(text) - 1;
    column.numberOf.set(text, number);
    held += 1;
    return number;
  };

  const putNumber = (column: KeptColumn, number: number): void => {
    if (number === 0) return;
    if (column.numbers.length === 0) column.numbers = new Uint16Array(lines.length);
    column.numbers[count] = number;
  };

  const putAside = (column: KeptColumn, at: number): void => {
    putNumber(column, IS_ASIDE);
    if (column.aside.length === 0) column.aside = new Float64Array(lines.length);
    column.aside[count] = at;
  };

  const keepCell = (column: KeptColumn, cell: string): number => {
    const number = numberOf(column, cell);
    if (number === IS_ASIDE) putAside(column, aside.put(cell));
    else putNumber(column, number);
    return number;
  };

  const keepSame = (sameBefore: number): void => {
    for (let at = 0; at < sameBefore; at += 1) {
      const column = columns[at];
      const number = column?.numbers[count - 1];
      if (column === undefined || number === undefined || number === 0) continue;
      if (number === IS_ASIDE) putAside(column, column.aside[count - 1] ?? 0);
      else column.numbers[count] = number;
    }
  };

  const columnAt = (at: number): KeptColumn => (columns[at] ??= emptyColumn());

  const keepCells = (cells: readonly string[], from: number): void => {
    for (let at = from; at < cells.length; at += 1) keepCell(columnAt(at), cells[at] ?? '');
  };

  const keepTail = (tail: Tail): void => {
    const known = keptTails[tail.id];
    if (known !== undefined) {
      const { filled, numbers } = known;
      for (let at = 0; at < filled.length; at += 1) {
        const column = filled[at];
        if (column !== undefined) column.numbers[count] = numbers[at] ?? 0;
      }
      return;
    }
    const filled: KeptColumn[] = [];
    const numbers: number[] = [];
    for (const [at, cell] of tail.cells.entries()) {
      const column = columnAt(tail.column + at);
      const number = keepCell(column, cell);
      if (number === 0) continue;
      filled.push(column);
      numbers.push(number);
    }
    // A cell that is put aside has no number that it will have the next time.
    if (!numbers.includes(IS_ASIDE)) keptTails[tail.id] = { filled, numbers };
  };

  const keep = (record: CsvRecord, isBeforeKept = false): void => {
    if (count === lines.length) makeRoom();
    const { line, sameBefore = 0, tail } = record;
    const width = widthOf(record);
    const same = isBeforeKept ? sameBefore : 0;
    lines[count] = line;
    widths[count] = width;
    keepSame(same);
    if (tail === undefined) keepCells(record.cells, same);
    else {
      for (let at = same; at < tail.column; at += 1) keepCell(columnAt(at), cellAt(record, at));
      keepTail(tail);
    }
    count += 1;
  };

  const recordAt = (place: number): CsvRecord =>
    new KeptRecord(columns, aside, place, lines[place] ?? 0, widths[place] ?? 0);

  const those = (some: readonly number[]): KeptColumn[] => some.flatMap((column) => columns[column] ?? []);

  return {
    keep,
    records: () =>
      Object.assign(rowsOf(count, recordAt), {
        widthAt: (place: number) => widths[place] ?? 0,
        textsOf: (column: number, at: Uint32Array) => textsIn(columns[column] ?? emptyColumn(), at),
        changesIn: (some: readonly number[], at: Uint32Array) => changesIn(those(some), at),
        likenessIn: (some: readonly number[], meaning?: MeaningIn) =>
          likenessOf(those(some), columns[meaning?.column ?? -1], meaning?.of ?? ((text) => text)),
      }),
  };
};
