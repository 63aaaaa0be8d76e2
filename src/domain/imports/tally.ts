import type { Rows } from './rows.ts';

/** How often each different text stands in a column, or in whatever of it counts. In the order in which they first come. */
export type Tally = ReadonlyMap<string, number>;

/** Different texts beyond these are not counted: what a column says is plain long before. */
const MOST_TEXTS = 100_000;

/** Counts what each row says; a row that says `undefined` is left out. */
export const tallyOf = <T>(rows: Rows<T>, textOf: (row: T) => string | undefined): Tally => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = textOf(row);
    if (text === undefined) continue;
    const before = counts.get(text);
    if (before !== undefined || counts.size < MOST_TEXTS) counts.set(text, (before ?? 0) + 1);
  }
  return counts;
};

/** What the texts of a tally become; what becomes the same is counted together. */
export const retold = (tally: Tally, toOther: (text: string) => string): Tally => {
  const counts = new Map<string, number>();
  for (const [text, count] of tally) {
    const other = toOther(text);
    counts.set(other, (counts.get(other) ?? 0) + count);
  }
  return counts;
};

/** Several tallies as one. */
export const together = (...tallies: readonly Tally[]): Tally => {
  const counts = new Map<string, number>();
  for (const tally of tallies) for (const [text, count] of tally) counts.set(text, (counts.get(text) ?? 0) + count);
  return counts;
};

export const withoutTexts = (tally: Tally, isLeftOut: (text: string) => boolean): Tally =>
  new Map([...tally].filter(([text]) => !isLeftOut(text)));
