/** Signs that are not seen: zero-width, byte order mark, direction marks. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Takes invisible signs out and makes every kind of space a plain one, for matching only. */
const withPlainSpaces = (text: string): string => text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();

/**
 * A heading as it is compared: NFC, lower case, single spaces; no marks of registration, no HTML around it (Strava once
 * exported `<span class="translation_missing">…</span>`), no `.1` that pandas adds to a repeated name.
 */
export const normaliseHeading = (heading: string): string =>
  withPlainSpaces(
    heading
      .replace(/<[^<>]{0,400}>/gu, '')
      .normalize('NFC')
      .replace(/[®™]/gu, '')
      .replace(/[’ʼ`´]/gu, "'"),
  )
    .toLowerCase()
    .replace(/\.\d{1,2}$/u, '');

/** All places of every heading, by its normalised name: a repeated name keeps them all, first one first. */
export const placesByHeading = (heading: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [index, cell] of heading.entries()) {
    const name = normaliseHeading(cell);
    const before = places.get(name);
    if (before === undefined) places.set(name, [index]);
    else before.push(index);
  }
  return places;
};

/** A word folded for comparing across spellings: no accents, lower case, letters and digits only, single spaces. */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
