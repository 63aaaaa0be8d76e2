import type { IsoWeek } from '../../domain/kernel/plainDate.ts';

/** A name that every file system takes: `2026-W48 Surname.pdf` for one athlete, `2026-W48 sheets.pdf` for several. */
export const pdfName = (week: IsoWeek, names: readonly string[]): string => {
  const [only] = names;
  const surname = names.length === 1 ? (only?.trim().split(/\s+/u).at(-1) ?? '') : '';
  const safe = surname.replace(/[^\p{L}\p{N}'’-]/gu, '');
  return `${week} ${safe === '' ? 'sheets' : safe}.pdf`;
};
