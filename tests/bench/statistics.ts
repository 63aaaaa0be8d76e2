/** One line of the bench: what was measured, against its budget. */
export interface BenchRow {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly unit: 'ms' | 'MB';
  /** Absent: measured to be compared with. */
  readonly budget?: number | undefined;
  /** Which of the two the budget is for. */
  readonly judgedBy: 'median' | 'p95';
  readonly runs: number;
  readonly met: boolean;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

const round = (value: number): number => Math.round(value * 10) / 10;

export const benchRow = (
  name: string,
  values: readonly number[],
  budget: number | undefined,
  judgedBy: BenchRow['judgedBy'] = 'p95',
): BenchRow => {
  const sorted = values.toSorted((a, b) => a - b);
  const median = round(quantile(sorted, 0.5));
  const p95 = round(quantile(sorted, 0.95));
  const met = budget === undefined || (judgedBy === 'median' ? median : p95) <= budget;
  return { name, median, p95, unit: 'ms', budget, judgedBy, runs: values.length, met };
};
