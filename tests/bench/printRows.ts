import type { BenchRow } from './statistics.ts';

const number = (value: number): string => value.toFixed(1).padStart(9);

const judged = (row: BenchRow): string => {
  if (row.budget === undefined || !Number.isFinite(row.budget)) return '';
  const budget = row.judgedBy === 'ratio' ? `${row.budget} ×` : `${row.budget} ${row.unit}`;
  return `${`≤ ${budget} ${row.judgedBy}`.padEnd(20)} ${row.met ? 'met' : 'NOT MET'}`;
};

/** The lines as a table, each with what it was measured beside. */
export const printRows = (rows: readonly BenchRow[]): void => {
  const width = Math.max(...rows.map((row) => row.name.length));
  console.log(`${''.padEnd(width)}    median       p95       ratio  budget`);
  for (const row of rows) {
    const ratio = row.ratio === undefined ? '        ' : `${row.ratio.toFixed(2)} ×`.padStart(8);
    console.log(
      `${row.name.padEnd(width)} ${number(row.median)} ${number(row.p95)} ${row.unit} ${ratio}  ${judged(row)}`,
    );
    if (row.reference !== undefined)
      console.log(`  beside: ${row.reference.name}, ${row.reference.median} ${row.unit}`);
  }
};
