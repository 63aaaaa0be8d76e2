/** How many repetitions of one lift in one session suit an intensity (R2.2). */
export interface RepCap {
  readonly least: number;
  readonly optimal: number;
  /** More than this is too much at this intensity. Fewer than `least` is no fault: runners work below it on purpose. */
  readonly most: number;
}

/** R2.2, from the heaviest row down. Copies of the chart disagree on the first row: this is the stricter reading. */
const ROWS: readonly (RepCap & { readonly fromPercent: number })[] = [
  { fromPercent: 90, least: 4, optimal: 4, most: 10 },
  { fromPercent: 80, least: 10, optimal: 15, most: 20 },
  { fromPercent: 70, least: 12, optimal: 18, most: 24 },
  { fromPercent: 55, least: 18, optimal: 24, most: 30 },
];

/** The row of Prilepin's chart for a per cent of the one-rep max (R2.2); `undefined` below 55 and above 100. */
export const repCapAt = (percentOf1rm: number): RepCap | undefined => {
  if (!(percentOf1rm <= 100)) return undefined;
  const row = ROWS.find(({ fromPercent }) => percentOf1rm >= fromPercent);
  return row === undefined ? undefined : { least: row.least, optimal: row.optimal, most: row.most };
};
