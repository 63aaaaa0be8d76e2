import { foldWord, normaliseHeading } from './headings.ts';

/** The headings that stand for each role, folded, the preferred one first. */
export type RoleWords<Role extends string> = readonly (readonly [Role, readonly string[]])[];

/** Makes role words of lists between commas. */
export const roleWords = <Role extends string>(lists: readonly (readonly [Role, string])[]): RoleWords<Role> =>
  lists.map(([role, list]) => [role, list.split(', ').map(foldWord)]);

/** Where a table has what: column numbers from 0. */
export type Places<Role extends string> = ReadonlyMap<Role, number>;

/** Longer cells are no headings. */
const MAX_HEADING_CHARS = 500;

const UNIT_AT_END = /\s*[([]([^()[\]]*)[)\]]\s*$/u;

/** A heading folded for comparing, without the unit in brackets that it may end with: `Distance (km)` is `distance`. */
export const bareHeading = (heading: string): string => foldWord(normaliseHeading(heading).replace(UNIT_AT_END, ''));

/** The unit a heading ends with: `Climb (ft)` → `ft`, `Distanz in km` → `km`, `distance_m` → `m`. */
export const unitOfHeading = (heading: string): string | undefined => {
  const name = normaliseHeading(heading);
  const bracketed = UNIT_AT_END.exec(name)?.[1]?.trim();
  return bracketed ?? /(?:\sin\s|_(?=(?:km|mi|miles|m|met(?:er|re)s|ft)$))(\p{L}+)$/u.exec(name)?.[1];
};

/** Every importer asks about the same line: it is folded once. */
const foldedLines = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

const columnsByName = (heading: readonly string[]): ReadonlyMap<string, number> => {
  const before = foldedLines.get(heading);
  if (before !== undefined) return before;
  const columns = new Map<string, number>();
  for (const [index, cell] of heading.entries()) {
    const name = cell.length > MAX_HEADING_CHARS ? '' : bareHeading(cell);
    if (name !== '' && !columns.has(name)) columns.set(name, index);
  }
  foldedLines.set(heading, columns);
  return columns;
};

/** Finds the columns by their headings. A heading that several columns have stands for the first of them. */
export const placesOf = <Role extends string>(heading: readonly string[], words: RoleWords<Role>): Places<Role> => {
  const columns = columnsByName(heading);
  const places = new Map<Role, number>();
  for (const [role, list] of words) {
    const word = list.find((candidate) => columns.has(candidate));
    const column = word === undefined ? undefined : columns.get(word);
    if (column !== undefined) places.set(role, column);
  }
  return places;
};

/** The places, if all of these are among them. */
export const withAll = <Role extends string>(
  places: Places<Role>,
  needed: readonly Role[],
): Places<Role> | undefined => (needed.every((role) => places.has(role)) ? places : undefined);
