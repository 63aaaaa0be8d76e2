import type { CsvTable } from './csvTable.ts';
import { normaliseHeading } from './headings.ts';
import { textOf } from './importer.ts';

/** Headings under which lists of a team's coach, and some accounts, say whose a row is. */
const WHOSE_HEADINGS = new Set([
  'athlete',
  'athlete name',
  'client',
  'client name',
  'runner',
  'member',
  'user',
  'username',
  'user name',
  'full name',
  'sportler',
  'läufer',
  'athlète',
  'atleta',
]);

/** A file with more people than this is not one athlete's, and naming them all helps nobody. */
const MOST_NAMES = 5;

/** The people a table says its rows are of, each once, in the order of the file; none when it says nothing or far too many. */
export const namesInside = ({ heading, records }: CsvTable): readonly string[] => {
  const column = heading.findIndex((cell) => WHOSE_HEADINGS.has(normaliseHeading(cell)));
  if (column === -1) return [];
  const names = new Set<string>();
  for (const { cells } of records) {
    const name = textOf(cells[column] ?? '').trim();
    if (name !== '') names.add(name);
    if (names.size > MOST_NAMES) return [];
  }
  return [...names];
};
