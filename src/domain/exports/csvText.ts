/** A value of a table to print; absent is an empty cell. */
export type CsvValue = string | number | undefined;

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; importing takes it off again. */
const harmless = (text: string): string => (/^'*[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

const cellOf = (value: CsvValue): string => {
  if (value === undefined) return '';
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Rows as CSV: commas, CR LF, quotes where they are needed, and a mark in front by which spreadsheets know UTF-8. */
export const csvText = (rows: readonly (readonly CsvValue[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
