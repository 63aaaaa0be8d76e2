import type { ImportReading } from './deskFiles.ts';

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the list does nothing. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

const cell = (text: string): string => {
  const safe = harmless(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The problems of some files as a table that can be sent to the athlete. */
export const problemsCsv = (readings: readonly ImportReading[]): string => {
  const rows = readings.flatMap(({ file, problems }) =>
    problems.map(({ line, field, found, expected }) => [file, String(line), field, found, expected]),
  );
  const text = [['File', 'Line', 'Field', 'Found', 'Expected'], ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');
  // The mark tells spreadsheets that the text is UTF-8.
  return `\uFEFF${text}\r\n`;
};

export const saveProblems = (readings: readonly ImportReading[], fileName: string): void => {
  const url = URL.createObjectURL(new Blob([problemsCsv(readings)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own copy once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};
