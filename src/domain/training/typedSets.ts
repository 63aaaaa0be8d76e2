import { massIn, massToKg, roundTo, type MassUnit } from '../kernel/quantity.ts';
import { fail, ok, type Result } from '../kernel/result.ts';

/** One set as a coach types it from paper. Kilograms; `holdS` seconds; RPE 1 to 10. */
export interface TypedSet {
  readonly reps?: number | undefined;
  readonly holdS?: number | undefined;
  readonly loadKg?: number | undefined;
  readonly rpe?: number | undefined;
}

/** What was not understood: where it begins in the text, what stands there, what was expected. */
export interface TypingProblem {
  readonly at: number;
  readonly found: string;
  readonly expected: string;
}

const MOST_SETS = 30;
const MOST_REPS = 200;
const MOST_HOLD_S = 3600;
const MOST_LOAD_KG = 600;

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const ITEM = new RegExp(
  String.raw`^(?:(\d+)\s*\*\s*)?(\d+)(s)?(?:\s*[x×]\s*(${NUMBER})\s*(kg|lb)?)?(?:\s*@\s*(${NUMBER}))?$`,
  'iu',
);

const EXPECTED = 'sets as 5x92.5@8 (reps x load @ RPE), 3*5x80 for three alike, 12 for body weight or 30s for a hold';

const numberIn = (text: string): number => Number(text.replace(',', '.'));

/** Items of the list with the place where each begins. A comma with a space after it parts sets; without, it is decimal. */
const itemsOf = (text: string): { readonly at: number; readonly item: string }[] =>
  [...text.matchAll(/(?:[^;,]|,(?=\d))+/gu)]
    .map((match) => ({ at: match.index + (match[0].length - match[0].trimStart().length), item: match[0].trim() }))
    .filter(({ item }) => item !== '');

const rangeProblem = (set: TypedSet): string | undefined => {
  if (set.reps !== undefined && (set.reps < 1 || set.reps > MOST_REPS)) return `1 to ${MOST_REPS} repetitions`;
  if (set.holdS !== undefined && (set.holdS < 1 || set.holdS > MOST_HOLD_S)) return 'a hold of a second to an hour';
  if (set.loadKg !== undefined && set.loadKg > MOST_LOAD_KG) return `a load of at most ${MOST_LOAD_KG} kg`;
  if (set.rpe !== undefined && (set.rpe < 1 || set.rpe > 10)) return 'an RPE from 1 to 10';
  return undefined;
};

const readItem = (item: string, at: number, unit: MassUnit): Result<readonly TypedSet[], TypingProblem> => {
  const match = ITEM.exec(item);
  if (match === null) return fail({ at, found: item, expected: EXPECTED });
  const [, times, amount = '', isHold, load, loadUnit, rpe] = match;
  const printedUnit: MassUnit = loadUnit === undefined ? unit : loadUnit.toLowerCase() === 'lb' ? 'lb' : 'kg';
  const set: TypedSet = {
    ...(isHold === undefined ? { reps: Number(amount) } : { holdS: Number(amount) }),
    ...(load === undefined ? {} : { loadKg: roundTo(massToKg(printedUnit, numberIn(load)), 2) }),
    ...(rpe === undefined ? {} : { rpe: numberIn(rpe) }),
  };
  const problem = rangeProblem(set);
  if (problem !== undefined) return fail({ at, found: item, expected: problem });
  const count = times === undefined ? 1 : Number(times);
  if (count < 1 || count > MOST_SETS) return fail({ at, found: item, expected: `1 to ${MOST_SETS} sets` });
  return ok(Array.from({ length: count }, () => set));
};

/**
 * Reads sets as they are typed: `5x92.5@8, 5x92.5@8.5`, `3*5x80`, `12` for body weight, `30s` for a hold. Loads without
 * a unit are in the athlete's own. Nothing that is not understood is dropped: the first such place is named.
 */
export const readTypedSets = (text: string, unit: MassUnit): Result<readonly TypedSet[], TypingProblem> => {
  const sets: TypedSet[] = [];
  for (const { at, item } of itemsOf(text)) {
    const read = readItem(item, at, unit);
    if (!read.ok) return read;
    sets.push(...read.value);
  }
  if (sets.length > MOST_SETS)
    return fail({ at: 0, found: `${sets.length} sets`, expected: `at most ${MOST_SETS} sets` });
  return ok(sets);
};

const printSet = (set: TypedSet, unit: MassUnit): string => {
  const amount = set.holdS === undefined ? String(set.reps ?? '') : `${set.holdS}s`;
  const load = set.loadKg === undefined ? '' : `x${roundTo(massIn(unit, set.loadKg), 2)}`;
  return `${amount}${load}${set.rpe === undefined ? '' : `@${set.rpe}`}`;
};

/** Sets in the shape in which they are typed; read again they are the same sets. */
export const printTypedSets = (sets: readonly TypedSet[], unit: MassUnit): string =>
  sets.map((set) => printSet(set, unit)).join(', ');
