/**
 * Rows that can be gone through as often as one likes without all of them being there at once: what an array is to rows that
 * are. Whoever asks for a row gets it made.
 */
export interface Rows<T> extends Iterable<T> {
  readonly length: number;
  readonly at: (place: number) => T | undefined;
  readonly slice: (from: number, to: number) => T[];
  readonly some: (isSuch: (row: T) => boolean) => boolean;
  readonly map: <U>(toOther: (row: T, place: number) => U) => U[];
  readonly flatMap: <U>(toOthers: (row: T, place: number) => U | readonly U[]) => U[];
  readonly filter: (isSuch: (row: T) => boolean) => T[];
}

/** So many rows, each of them made when it is asked for by its place. */
export const rowsOf = <T>(length: number, make: (place: number) => T): Rows<T> => {
  function* each(): Generator<T> {
    for (let place = 0; place < length; place += 1) yield make(place);
  }
  const slice = (from: number, to: number): T[] => {
    const some: T[] = [];
    for (let place = from; place < Math.min(to, length); place += 1) some.push(make(place));
    return some;
  };
  return {
    length,
    [Symbol.iterator]: each,
    at: (place) => (place >= 0 && place < length ? make(place) : undefined),
    slice,
    some: (isSuch) => {
      for (const row of each()) if (isSuch(row)) return true;
      return false;
    },
    map: (toOther) => Array.from({ length }, (_, place) => toOther(make(place), place)),
    flatMap: <U>(toOthers: (row: T, place: number) => U | readonly U[]) => {
      const others: U[] = [];
      for (let place = 0; place < length; place += 1) {
        const more: U | readonly U[] = toOthers(make(place), place);
        if (isList(more)) others.push(...more);
        else others.push(more);
      }
      return others;
    },
    filter: (isSuch) => {
      const some: T[] = [];
      for (const row of each()) if (isSuch(row)) some.push(row);
      return some;
    },
  };
};

const isList = <U>(one: U | readonly U[]): one is readonly U[] => Array.isArray(one);

/** A row before others. */
export const rowsAfter = <T>(first: T, rows: Rows<T>): Rows<T> =>
  rowsOf(rows.length + 1, (place) => (place === 0 ? first : (rows.at(place - 1) ?? first)));
