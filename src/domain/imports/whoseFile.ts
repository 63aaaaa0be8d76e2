import { plainText } from '../kernel/plainText.ts';

/** Somebody a file could be of. */
export interface Person<Id> {
  readonly athleteId: Id;
  readonly name: string;
}

/** What there is to tell whose file it is. */
export interface WhoseClues<Id> {
  readonly fileName: string;
  /** The folder it was dropped in. */
  readonly folder?: string | undefined;
  /** Names that stand in the file itself. */
  readonly namesInside?: readonly string[] | undefined;
  /** Of how many entries that were compared each athlete has how many already: a later export of the same account. */
  readonly entries?: { readonly compared: number; readonly sharedBy: ReadonlyMap<Id, number> } | undefined;
}

/** One entry that is the same can be chance, two runners on the watch at the same second; so many are not. */
const SURE_ENTRIES = 3;

export type WhoseWhy = 'entries' | 'inside' | 'folder' | 'fileName';

/** `sure`: nobody else fits. `likely`: part of a name, or several who fit; asked, the likeliest first. */
export type WhoseFile<Id> =
  | { readonly kind: 'sure'; readonly athleteId: Id; readonly why: WhoseWhy }
  | { readonly kind: 'likely'; readonly athleteIds: readonly Id[]; readonly why: WhoseWhy }
  | { readonly kind: 'unknown' };

const wordsOf = (text: string): readonly string[] =>
  plainText(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);

/** Words that stand in many file names and are also names. */
const NOT_NAMES = new Set(['strong', 'may', 'mark', 'run', 'max', 'export', 'data', 'workout', 'activities']);

/** How much of a name a text has: all of it, a part, nothing. */
const shareIn = (text: string, name: string): 'whole' | 'part' | 'none' => {
  const words = new Set(wordsOf(text));
  const parts = wordsOf(name);
  if (parts.length === 0) return 'none';
  if (parts.every((part) => words.has(part)))
    return parts.length > 1 || !NOT_NAMES.has(parts[0] ?? '') ? 'whole' : 'none';
  return parts.some((part) => words.has(part) && !NOT_NAMES.has(part)) ? 'part' : 'none';
};

const byName = <Id>(text: string, people: readonly Person<Id>[], why: WhoseWhy): WhoseFile<Id> => {
  const whole = people.filter(({ name }) => shareIn(text, name) === 'whole');
  const [only, another] = whole;
  if (only !== undefined && another === undefined) return { kind: 'sure', athleteId: only.athleteId, why };
  const near = whole.length > 0 ? whole : people.filter(({ name }) => shareIn(text, name) === 'part');
  return near.length === 0
    ? { kind: 'unknown' }
    : { kind: 'likely', athleteIds: near.map(({ athleteId }) => athleteId), why };
};

const byEntries = <Id>(entries: WhoseClues<Id>['entries']): WhoseFile<Id> => {
  if (entries === undefined) return { kind: 'unknown' };
  const holders = [...entries.sharedBy].filter(([, count]) => count > 0).toSorted(([, a], [, b]) => b - a);
  const [first, second] = holders;
  if (first === undefined) return { kind: 'unknown' };
  const [athleteId, count] = first;
  const isMuch = count >= SURE_ENTRIES || count * 2 >= entries.compared;
  if (second === undefined && isMuch) return { kind: 'sure', athleteId, why: 'entries' };
  return { kind: 'likely', athleteIds: holders.map(([id]) => id), why: 'entries' };
};

/**
 * Whose file it is: who has its entries already, whose name stands in it, in its folder, in its file name; the first clue that is
 * sure decides, else the first that says anything proposes. Nobody is ever guessed from nothing.
 */
export const whoseFile = <Id>(clues: WhoseClues<Id>, people: readonly Person<Id>[]): WhoseFile<Id> => {
  const answers = [
    byEntries(clues.entries),
    byName((clues.namesInside ?? []).join(' | '), people, 'inside'),
    byName(clues.folder ?? '', people, 'folder'),
    byName(clues.fileName.replace(/\.[^.]*$/u, ''), people, 'fileName'),
  ];
  return (
    answers.find(({ kind }) => kind === 'sure') ?? answers.find(({ kind }) => kind === 'likely') ?? { kind: 'unknown' }
  );
};
