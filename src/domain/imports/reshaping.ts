import type { CsvTable } from './csvTable.ts';

/**
 * A table with another heading and, for each record, the rows it stands for, all on the record's line. What a record has
 * beyond its heading stays at the end of its rows: whether such a row can be taken is for the reader to say.
 */
export const reshaped = (
  table: CsvTable,
  heading: readonly string[],
  rowsOf: (cells: readonly string[]) => readonly (readonly string[])[],
): CsvTable => ({
  ...table,
  heading,
  records: table.records.flatMap(({ line, cells }) => {
    const tail = cells.slice(table.heading.length);
    const isTailBlank = tail.every((cell) => cell.trim() === '');
    return rowsOf(cells).map((row) => ({ line, cells: isTailBlank ? row : [...row, ...tail] }));
  }),
});
