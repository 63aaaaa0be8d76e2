/** What a line was measured beside, in the same run. */
export interface Reference {
  readonly name: string;
  /** In the unit of the line. */
  readonly median: number;
}

/** One line of the bench: what was measured, against its budget. */
export interface BenchRow {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly unit: 'ms' | 'MB';
  readonly reference?: Reference | undefined;
  /** The median as a multiple of the reference's. */
  readonly ratio?: number | undefined;
  /** Absent: measured to be compared with. Of a line that is judged by its ratio, a multiple; else in its unit. */
  readonly budget?: number | undefined;
  readonly judgedBy: 'median' | 'p95' | 'ratio';
  readonly runs: number;
  readonly met: boolean;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

export const medianOf = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );

/** A line judged by its own figures. */
export const benchRow = (
  name: string,
  values: readonly number[],
  budget: number | undefined,
  judgedBy: 'median' | 'p95' = 'p95',
): BenchRow => {
  const sorted = values.toSorted((a, b) => a - b);
  const median = round(quantile(sorted, 0.5), 1);
  const p95 = round(quantile(sorted, 0.95), 1);
  const met = budget === undefined || (judgedBy === 'median' ? median : p95) <= budget;
  return { name, median, p95, unit: 'ms', budget, judgedBy, runs: values.length, met };
};

/** A line judged by how many times its reference it takes. */
export const ratioRow = (
  name: string,
  values: readonly number[],
  reference: { readonly name: string; readonly values: readonly number[] },
  budget: number,
): BenchRow => {
  const row = benchRow(name, values, undefined, 'median');
  const median = round(medianOf(reference.values), 1);
  const ratio = round(medianOf(values) / medianOf(reference.values), 2);
  return {
    ...row,
    reference: { name: reference.name, median },
    ratio,
    budget,
    judgedBy: 'ratio',
    met: ratio <= budget,
  };
};
