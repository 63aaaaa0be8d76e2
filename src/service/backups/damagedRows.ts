import { faultOf } from '../db/fault.ts';
import type { ReadDb } from '../db/sql.ts';

/** A row as it was stored, column by column. */
export type StoredRow = readonly unknown[];

type Take = (row: StoredRow) => void;

/** After so many looks at one table the rest of a gap is given up: a wide gap in it means that a whole branch is gone. */
const MOST_LOOKS = 60_000;

interface Run {
  /** The last number that was read; absent when there was none. */
  readonly last: number | undefined;
  readonly isWhole: boolean;
}

/** Reads one after another until there are no more, or until the file says that it is damaged. */
const readRun = (rows: IterableIterator<unknown>, isNext: (id: number, last: number) => boolean, take: Take): Run => {
  let last: number | undefined;
  try {
    for (const row of rows) {
      if (!Array.isArray(row)) continue;
      const [id, ...columns] = row;
      // A branch that leads back to itself would be read for ever.
      if (typeof id !== 'number' || (last !== undefined && !isNext(id, last))) return { last, isWhole: false };
      last = id;
      take(columns);
    }
    return { last, isWhole: true };
  } catch (cause) {
    if (faultOf(cause) === undefined) throw cause;
    return { last, isWhole: false };
  }
};

const listOf = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

/**
 * Every row of a table that can be read, by number: upward to the first damage, downward to the last, and in the gap between them by
 * halves, until what is left can be read or is a single row. Answers whether the table was whole.
 */
export const readByNumber = (
  { read }: ReadDb,
  table: string,
  columns: readonly string[],
  highest: number,
  take: Take,
): boolean => {
  const from = `SELECT rowid, ${listOf(columns)} FROM "${table}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid`;
  const upward = read.prepare(from).raw();
  const downward = read.prepare(`${from} DESC`).raw();
  const gaps: [low: number, high: number][] = [[0, highest]];
  let looks = 0;
  let isWhole = true;
  for (let gap = gaps.pop(); gap !== undefined && looks < MOST_LOOKS; gap = gaps.pop()) {
    let [low, high] = gap;
    looks += 2;
    const up = readRun(upward.iterate(low, high), (id, last) => id > last, take);
    if (up.isWhole) continue;
    isWhole = false;
    low = (up.last ?? low - 1) + 1;
    if (low >= high) continue;
    const down = readRun(downward.iterate(low, high), (id, last) => id < last, take);
    if (down.isWhole) continue;
    high = (down.last ?? high + 1) - 1;
    if (low >= high) continue;
    const middle = Math.floor((low + high) / 2);
    gaps.push([middle + 1, high], [low, middle]);
  }
  return isWhole;
};

/** Rows of a table that has no numbers: from its beginning and from its end; and where its key begins with whose they are, of each one. */
export const readByKey = (
  { read }: ReadDb,
  table: string,
  columns: readonly string[],
  key: readonly string[],
  owners: () => readonly number[],
  take: Take,
): boolean => {
  const order = (direction: string): string => key.map((column) => `"${column}" ${direction}`).join(', ');
  const [outermost = ''] = key;
  // A key that begins with a number says whether the rows still come in their order.
  const select = `SELECT iif(typeof("${outermost}") = 'integer', "${outermost}", 0), ${listOf(columns)} FROM "${table}"`;
  const upward = (id: number, last: number): boolean => id >= last;
  const downward = (id: number, last: number): boolean => id <= last;
  const first = readRun(
    read
      .prepare(`${select} ORDER BY ${order('')}`)
      .raw()
      .iterate(),
    upward,
    take,
  );
  if (first.isWhole) return true;
  readRun(
    read
      .prepare(`${select} ORDER BY ${order('DESC')}`)
      .raw()
      .iterate(),
    downward,
    take,
  );
  const ofOne = ['', 'DESC'].map((direction) =>
    read.prepare(`${select} WHERE "${outermost}" = ? ORDER BY ${order(direction)}`).raw(),
  );
  for (const owner of owners()) for (const rows of ofOne) readRun(rows.iterate(owner), upward, take);
  return false;
};

/** How many rows an index says there were: it may be whole where the table is not. `undefined`: none can say. */
export const countByIndex = ({ read }: ReadDb, table: string): number | undefined => {
  const counts: number[] = [];
  try {
    const indexes = read
      .prepare<[string], string>('SELECT name FROM pragma_index_list(?) WHERE partial = 0')
      .pluck()
      .all(table);
    for (const index of indexes) {
      try {
        counts.push(Number(read.prepare(`SELECT count(*) FROM "${table}" INDEXED BY "${index}"`).pluck().get()));
      } catch {
        // This one is damaged too, or cannot count.
      }
    }
  } catch {
    return undefined;
  }
  return counts.length === 0 ? undefined : Math.max(...counts);
};
