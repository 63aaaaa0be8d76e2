import { plainText } from '../../domain/kernel/plainText.ts';

/** How well typed letters find a name: 0 is best; `undefined` when they do not stand in it in that order. */
const rank = (typed: string, name: string): number | undefined => {
  const at = name.indexOf(typed);
  if (at === 0) return 0;
  if (at > 0) return name[at - 1] === ' ' ? 1 : 2;
  let from = 0;
  for (const letter of typed) {
    from = name.indexOf(letter, from) + 1;
    if (from === 0) return undefined;
  }
  return 3;
};

/** The entries that typed letters find, best first; marks and case do not matter (“muller” finds “Müller”). */
export const rankByName = <T extends { readonly name: string }>(
  typed: string,
  entries: readonly T[],
  most: number,
): T[] => {
  const wanted = plainText(typed.trim());
  if (wanted === '') return entries.slice(0, most);
  return entries
    .map((entry) => ({ entry, rank: rank(wanted, plainText(entry.name)) }))
    .filter((found): found is { entry: T; rank: number } => found.rank !== undefined)
    .sort((a, b) => a.rank - b.rank || a.entry.name.localeCompare(b.entry.name))
    .slice(0, most)
    .map(({ entry }) => entry);
};
