import { csvText } from '../../domain/exports/csvText.ts';
import { count } from '../format.ts';
import type { ImportReading } from './deskFiles.ts';

/** The problems of some files as a table that can be sent to the athlete. */
export const problemsCsv = (readings: readonly ImportReading[]): string => {
  const rows = readings.flatMap(({ file, problems, problemCount }) => {
    const more = problemCount - problems.length;
    return [
      ...problems.map(({ line, field, found, expected }) => [file, line, field, found, expected]),
      ...(more > 0 ? [[file, '', '', `and ${count(more)} more`, 'mend these first, then drop the file again']] : []),
    ];
  });
  return csvText([['File', 'Line', 'Field', 'Found', 'Expected'], ...rows]);
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
