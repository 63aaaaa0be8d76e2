import { massIn, massToKg, roundTo, type MassUnit } from '../kernel/quantity.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { TypingProblem } from '../training/typedSets.ts';
import type { Deviation, PlannedSet } from './plannedSet.ts';

/** What a box says of one set: it was left out, or how it differed from the plan. */
export type BoxEntry = 'skipped' | Deviation;

/** Entries of a box, and whether the sets after them were left out (`--`). */
export interface BoxReading {
  readonly entries: readonly BoxEntry[];
  readonly skipsRest: boolean;
}

const MOST_SETS = 30;
const MOST_REPS = 200;
const MOST_HOLD_S = 3600;
const MOST_DISTANCE_M = 2000;
const MOST_LOAD_KG = 600;

/** A whole number up to here may be repetitions; above, it is a load. */
const MOST_LIKELY_REPS = 30;

/** Loads up to here, in whatever unit, look like repetitions. */
const SMALL_LOAD = 45;

const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const MASS = String.raw`(${NUMBER})\s*(kg|lbs?)?`;
const EFFORT = new RegExp(String.raw`\s*(@|rpe|rir)\s*(${NUMBER})$`, 'iu');
const TIMES = /^(\d+)\s*\*\s*/u;
const BARE = new RegExp(String.raw`^(${NUMBER})\s*(kg|lbs?|s|m)?$`, 'iu');
const REPS_ONLY = /^[x×]\s*(\d+)$/iu;
const WITH_LOAD = new RegExp(String.raw`^(\d+)\s*(s|m)?\s*[x×]\s*${MASS}$`, 'iu');
const HOLDS = new RegExp(String.raw`^(\d+)\s*[x×]\s*(\d+)\s*s(?:\s*[x×]\s*${MASS})?$`, 'iu');

const EXPECTED =
  '5x92.5@8 (reps x load @ RPE), 4 or 92.5 alone, @8, = as planned, - not done; sets parted by ; or “, ”';

const numberIn = (text: string): number => Number(text.replace(',', '.'));

const unitOf = (text: string | undefined, unit: MassUnit): MassUnit => {
  if (text === undefined) return unit;
  return text.toLowerCase().startsWith('lb') ? 'lb' : 'kg';
};

const loadKgOf = (number: string, typedUnit: string | undefined, unit: MassUnit): number =>
  roundTo(massToKg(unitOf(typedUnit, unit), numberIn(number)), 2);

interface Item {
  readonly at: number;
  readonly text: string;
}

const WHOLE_LIST = /^(\d+(?:\s*,\s*\d+)+)((?:@|\s|rpe|rir).*)?$/iu;

/** `12,5` may be a load or two sets: a load where only that makes sense, two sets where no load is near, else it is asked. */
const commaPair = (first: string, planned: PlannedSet, unit: MassUnit): 'decimal' | 'list' | 'ask' => {
  if (Number(first) > MOST_LIKELY_REPS) return 'decimal';
  if (!planned.takesLoad) return 'list';
  return planned.loadKg === undefined || massIn(unit, planned.loadKg) <= SMALL_LOAD ? 'ask' : 'list';
};

/** Pieces between marks that always part: a semicolon, a comma that no digit follows. */
const piecesOf = (text: string): readonly Item[] =>
  [...text.matchAll(/(?:[^;,]|,(?=\d))+/gu)]
    .map((match) => ({ at: match.index + (match[0].length - match[0].trimStart().length), text: match[0].trim() }))
    .filter((piece) => piece.text !== '');

/** `5,5,4` is three sets although no space follows its commas; an RPE behind it belongs to the last. */
const listItems = (piece: Item, list: string, rest: string): readonly Item[] => {
  const items = [...list.matchAll(/\d+/gu)].map((match) => ({ at: piece.at + match.index, text: match[0] }));
  return items.map((item, place) => (place === items.length - 1 ? { ...item, text: `${item.text}${rest}` } : item));
};

const itemsOf = (text: string, planned: PlannedSet, unit: MassUnit): Result<readonly Item[], TypingProblem> => {
  const items: Item[] = [];
  for (const piece of piecesOf(text)) {
    const [, list, rest = ''] = WHOLE_LIST.exec(piece.text) ?? [];
    const numbers = list?.split(',') ?? [];
    const [first = '', second = ''] = numbers;
    const reads = numbers.length > 2 ? 'list' : commaPair(first, planned, unit);
    if (list !== undefined && reads === 'ask') {
      return fail({
        at: piece.at,
        found: piece.text,
        expected: `${first}.${second} for a load, or ${first}; ${second} for two sets`,
      });
    }
    if (list !== undefined && reads === 'list') items.push(...listItems(piece, list, rest));
    else items.push(piece);
  }
  return ok(items);
};

const mostLoad = (unit: MassUnit): string => `a load of at most ${Math.floor(massIn(unit, MOST_LOAD_KG))} ${unit}`;

/** Why a set cannot have been, in words of what would be possible. */
const impossible = ({ reps, holdS, distanceM, loadKg, rpe }: Deviation, unit: MassUnit): string | undefined => {
  if (reps === 0 || holdS === 0 || distanceM === 0) return '1 or more; - is for a set that was not done';
  if (reps !== undefined && reps > MOST_REPS) return `at most ${MOST_REPS} repetitions`;
  if (holdS !== undefined && holdS > MOST_HOLD_S) return 'a hold of at most an hour (3600 s)';
  if (distanceM !== undefined && distanceM > MOST_DISTANCE_M) return `at most ${MOST_DISTANCE_M} m`;
  if (loadKg !== undefined && loadKg > MOST_LOAD_KG) return mostLoad(unit);
  if (rpe !== undefined && (rpe < 1 || rpe > 10)) return 'an RPE from 1 to 10';
  return undefined;
};

type Read = Result<Deviation, string>;

/** Whether a small whole number could as well be the load: then it is asked which. */
const isTornBetween = (number: number, { reps, loadKg }: PlannedSet, unit: MassUnit): boolean => {
  if (loadKg === undefined) return true;
  return Math.abs(number - massIn(unit, loadKg)) <= Math.abs(number - (reps ?? 0));
};

/** A number on its own is what the line leaves open: seconds of a hold, metres of a carry, repetitions, or the load. */
const readNumber = (text: string, planned: PlannedSet, unit: MassUnit): Read => {
  const number = numberIn(text);
  const isWhole = Number.isInteger(number);
  if (planned.distanceM !== undefined || (planned.holdS !== undefined && planned.reps === undefined)) {
    if (!isWhole) return fail('whole seconds or metres; a load is typed with its unit, as 12.5kg');
    return ok(planned.distanceM === undefined ? { holdS: number } : { distanceM: number });
  }
  if (!planned.takesLoad)
    return isWhole ? ok({ reps: number }) : fail('whole repetitions; a load is typed with its unit, as 12.5kg');
  if (!isWhole || number > MOST_LIKELY_REPS) return ok({ loadKg: loadKgOf(text, undefined, unit) });
  if (number > 0 && isTornBetween(number, planned, unit))
    return fail(`${text}${unit} for a load, or x${text} for repetitions`);
  return ok({ reps: number });
};

const readBare = (match: RegExpExecArray, planned: PlannedSet, unit: MassUnit): Read => {
  const [, number = '', suffix] = match;
  const sign = suffix?.toLowerCase();
  if (sign === undefined) return readNumber(number, planned, unit);
  if (sign !== 's' && sign !== 'm') return ok({ loadKg: loadKgOf(number, sign, unit) });
  if (!Number.isInteger(numberIn(number))) return fail('whole seconds or metres');
  return ok(sign === 's' ? { holdS: Number(number) } : { distanceM: Number(number) });
};

const readWithLoad = (match: RegExpExecArray, planned: PlannedSet, unit: MassUnit): Read => {
  const [, amount = '', sign, load = '', typedUnit] = match;
  const loadKg = loadKgOf(load, typedUnit, unit);
  if (sign?.toLowerCase() === 's') return ok({ holdS: Number(amount), loadKg });
  if (sign?.toLowerCase() === 'm') return ok({ distanceM: Number(amount), loadKg });
  const isTurned = Number(amount) > MOST_LIKELY_REPS && numberIn(load) <= MOST_LIKELY_REPS && typedUnit === undefined;
  if (isTurned && planned.takesLoad) {
    return fail(`repetitions first, as ${load}x${amount}; ${amount}x${load}${unit} if it was ${amount} repetitions`);
  }
  return ok({ reps: Number(amount), loadKg });
};

const readBody = (text: string, planned: PlannedSet, unit: MassUnit): Read => {
  if (text === '' || text === '=') return ok({});
  const reps = REPS_ONLY.exec(text);
  if (reps !== null) return ok({ reps: Number(reps[1]) });
  const holds = HOLDS.exec(text);
  if (holds !== null) {
    const [, count, holdS, load, typedUnit] = holds;
    const held = { reps: Number(count), holdS: Number(holdS) };
    return ok(load === undefined ? held : { ...held, loadKg: loadKgOf(load, typedUnit, unit) });
  }
  const loaded = WITH_LOAD.exec(text);
  if (loaded !== null) return readWithLoad(loaded, planned, unit);
  const bare = BARE.exec(text);
  return bare === null ? fail(EXPECTED) : readBare(bare, planned, unit);
};

/** `@8`, `rpe 8`, or `rir2`: two in reserve are RPE 8. */
const effortOf = (text: string): { readonly body: string; readonly rpe?: number } => {
  const match = EFFORT.exec(text);
  if (match === null) return { body: text };
  const number = numberIn(match[2] ?? '');
  return {
    body: text.slice(0, match.index).trim(),
    rpe: match[1]?.toLowerCase() === 'rir' ? roundTo(10 - number, 2) : number,
  };
};

const readItem = (
  { at, text }: Item,
  planned: PlannedSet,
  unit: MassUnit,
): Result<readonly BoxEntry[], TypingProblem> => {
  const times = TIMES.exec(text);
  const single = times === null ? text : text.slice(times[0].length);
  const count = times === null ? 1 : Number(times[1]);
  if (count < 1 || count > MOST_SETS) return fail({ at, found: text, expected: `1 to ${MOST_SETS} sets` });
  if (/^[-–—]$/u.test(single)) return ok(Array.from({ length: count }, () => 'skipped' as const));
  const { body, rpe } = effortOf(single);
  if (body === '' && rpe === undefined) return fail({ at, found: text, expected: EXPECTED });
  const read = readBody(body, planned, unit);
  if (!read.ok) return fail({ at, found: text, expected: read.error });
  const set: Deviation = rpe === undefined ? read.value : { ...read.value, rpe };
  const why = impossible(set, unit);
  if (why !== undefined) return fail({ at, found: text, expected: why });
  return ok(Array.from({ length: count }, () => set));
};

/**
 * Reads a box of a sheet: `5x92.5@8`, `4` or `x4` repetitions, `92.5` or `85kg` on the bar, `30s`, `@8` or `rir2`, `=` as planned,
 * `-` not done, `--` nor the sets after it, `5,5,4` or `3*5x80` for several sets. What is left out is as planned; loads are in the
 * athlete's unit. A number that could be two things is not guessed: it is said how to type either.
 */
export const readBox = (text: string, planned: PlannedSet, unit: MassUnit): Result<BoxReading, TypingProblem> => {
  const items = itemsOf(text, planned, unit);
  if (!items.ok) return items;
  const last = items.value.at(-1);
  const skipsRest = last !== undefined && /^[-–—]{2,}$/u.test(last.text);
  const entries: BoxEntry[] = [];
  for (const item of skipsRest ? items.value.slice(0, -1) : items.value) {
    const read = readItem(item, planned, unit);
    if (!read.ok) return read;
    entries.push(...read.value);
  }
  if (entries.length > MOST_SETS) {
    return fail({ at: 0, found: `${entries.length} sets`, expected: `at most ${MOST_SETS} sets` });
  }
  return ok({ entries, skipsRest });
};

const printAmount = ({ reps, holdS, distanceM }: Deviation): string => {
  if (distanceM !== undefined) return `${distanceM}m`;
  if (holdS !== undefined) return `${reps === undefined ? '' : `${reps}x`}${holdS}s`;
  return reps === undefined ? '' : String(reps);
};

const printEntry = (entry: BoxEntry, unit: MassUnit): string => {
  if (entry === 'skipped') return '-';
  const effort = entry.rpe === undefined ? '' : `@${entry.rpe}`;
  const amount = printAmount(entry);
  if (entry.loadKg === undefined) {
    const isBareReps = entry.reps !== undefined && entry.holdS === undefined && entry.distanceM === undefined;
    const text = `${isBareReps ? 'x' : ''}${amount}${effort}`;
    return text === '' ? '=' : text;
  }
  const load = String(roundTo(massIn(unit, entry.loadKg), 2));
  if (amount === '') return `${load}${unit}${effort}`;
  // Many repetitions with little weight would else be asked about.
  const isTurned = entry.reps !== undefined && entry.reps > MOST_LIKELY_REPS;
  return `${amount}x${load}${isTurned ? unit : ''}${effort}`;
};

/** A box in the shape in which it is typed; read again it says the same. */
export const printBox = ({ entries, skipsRest }: BoxReading, unit: MassUnit): string =>
  [...entries.map((entry) => printEntry(entry, unit)), ...(skipsRest ? ['--'] : [])].join('; ');
