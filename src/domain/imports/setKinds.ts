import type { SetKind } from './draft.ts';
import { foldWord } from './headings.ts';
import { forMessage } from './importer.ts';

/** What a row is: a set of some kind, or something between sets, which is counted by a name. */
export type RowMeaning =
  { readonly isSet: true; readonly kind: SetKind } | { readonly isSet: false; readonly passedOverAs: string };

const KIND_BY_LETTER: ReadonlyMap<string, SetKind> = new Map([
  ['w', 'warmup'],
  ['d', 'drop'],
  ['f', 'failure'],
  ['warm up', 'warmup'],
  ['warmup', 'warmup'],
  ['drop set', 'drop'],
  ['failure', 'failure'],
]);

const REST =
  /^(?:rest|ruhe|pause|repos|descans|recuper|riposo|minuteur|temporizador|minut|отдых|przerw|dinlenme|rust|vila|hvile)/u;
const NOTE = /^(?:note|notiz|nota|remarque|opmerking|заметк|notatk|not$|anteckning)/u;

/** What a `Set Order` cell says: a number or a letter is a set, a word is something between sets. */
export const orderMeaning = (cell: string): RowMeaning => {
  if (/^\d{1,4}$/u.test(cell)) return { isSet: true, kind: 'work' };
  const word = foldWord(cell.slice(0, 60));
  if (word === '' || /^\d{1,4}(?: 0+)?$/u.test(word)) return { isSet: true, kind: 'work' };
  const kind = KIND_BY_LETTER.get(word);
  if (kind !== undefined) return { isSet: true, kind };
  if (REST.test(word)) return { isSet: false, passedOverAs: 'rest timer' };
  if (NOTE.test(word)) return { isSet: false, passedOverAs: 'note' };
  return { isSet: false, passedOverAs: `set order “${forMessage(cell.trim())}”` };
};

/** Warm-ups, and cool-downs with them: neither is work. Folded words. */
const LIGHT =
  /warm|aufwarm|einlauf|echauff|calentamiento|aquecimento|riscaldamento|opwarm|uppvarm|opvarm|rozgrzew|разминк|isinma|cool|abkuhl|abwarm|defatic|enfria|desaquec|refroid|retour au calme/u;
const DROP = /drop|abstieg|decroissant|descendent|desc\b|strip/u;
const FAILURE = /fail|versagen|echec|fallo|falha|cedimento|отказ/u;

/** What a word for the kind of set says, in many languages; what is not known is an ordinary set. */
export const kindMeaning = (cell: string): RowMeaning => {
  const word = foldWord(cell.slice(0, 60));
  if (REST.test(word) && !word.startsWith('rest pause')) return { isSet: false, passedOverAs: 'rest timer' };
  if (LIGHT.test(word)) return { isSet: true, kind: 'warmup' };
  if (DROP.test(word)) return { isSet: true, kind: 'drop' };
  if (FAILURE.test(word)) return { isSet: true, kind: 'failure' };
  return { isSet: true, kind: KIND_BY_LETTER.get(word) ?? 'work' };
};

const YES = new Set(['1', 'true', 'yes', 'y', 'x', 'si', 'ja', 'oui', 'sim', 'tak', 'да', 'evet', 'igen']);

/** Whether a cell says yes, in many languages. */
export const saysYes = (cell: string): boolean =>
  cell !== '' && cell.length < 12 && YES.has(foldWord(cell).replace(/ 0+$/u, ''));
