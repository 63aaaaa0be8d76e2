import type { IsoWeek } from '../../domain/kernel/plainDate.ts';
import type { SheetLayout } from '../../domain/sheets/layouts.ts';

/** Letters, digits and hyphens only: a name that every file system takes. */
const safe = (text: string): string => text.replace(/[^\p{L}\p{N}'’-]/gu, '');

const surnameOf = (name: string): string => safe(name.trim().split(/\s+/u).at(-1) ?? '');

const firstNamesOf = (name: string): string =>
  name
    .trim()
    .split(/\s+/u)
    .slice(0, -1)
    .map(safe)
    .filter((part) => part !== '')
    .join(' ');

const suffixOf = (layout: SheetLayout): string => (layout === 'weekly' ? '' : ` ${layout}`);

/** `2026-W48 Surname.pdf` for one athlete, `2026-W48 sheets.pdf` for several; other layouts say what they are. */
export const pdfName = (week: IsoWeek, layout: SheetLayout, names: readonly string[]): string => {
  const [only] = names;
  const surname = names.length === 1 && only !== undefined ? surnameOf(only) : '';
  return `${week} ${surname === '' ? 'sheets' : surname}${suffixOf(layout)}.pdf`;
};

/** A name each: by surname, by the whole name where two share it, and by number where they share that too. */
export const pdfNames = (week: IsoWeek, layout: SheetLayout, names: readonly string[]): readonly string[] => {
  const surnames = names.map((name) => surnameOf(name) || 'sheet');
  const wholes = names.map((name, index) => {
    const surname = surnames[index] ?? '';
    const isShared = surnames.filter((other) => other.toLowerCase() === surname.toLowerCase()).length > 1;
    return isShared ? `${surname} ${firstNamesOf(name)}`.trim() : surname;
  });
  const taken = new Map<string, number>();
  return wholes.map((whole) => {
    const count = (taken.get(whole.toLowerCase()) ?? 0) + 1;
    taken.set(whole.toLowerCase(), count);
    return `${week} ${whole}${count === 1 ? '' : ` ${count}`}${suffixOf(layout)}.pdf`;
  });
};
