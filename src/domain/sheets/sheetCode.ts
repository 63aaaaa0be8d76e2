import type { Brand } from '../kernel/brand.ts';

/** Six characters that name a printed sheet: five of payload and one that catches a mistyped one. */
export type SheetCode = Brand<string, 'SheetCode'>;

/** No 0/O, 1/I/L, B/8, S/5, Z/2 pairs: what is read from paper must not be guessed. */
export const SHEET_ALPHABET = '23456789ACDEFGHJKMNPQRTUVWXY';

const BASE = SHEET_ALPHABET.length;
const PAYLOAD = 5;
const SPACE = BASE ** PAYLOAD;

/** Prime to the base, so that it permutes the codes: sheets of neighbouring weeks look nothing alike. */
const STRIDE = 6_700_417;

const positionOf = (char: string): number => SHEET_ALPHABET.indexOf(char);

/** Luhn's check to any even base: catches every single wrong character and nearly every swapped pair. */
const checkOf = (payload: string): string => {
  const sum = payload
    .split('')
    .toReversed()
    .reduce((total, char, index) => {
      const value = positionOf(char) * (index % 2 === 0 ? 2 : 1);
      return total + Math.floor(value / BASE) + (value % BASE);
    }, 0);
  return SHEET_ALPHABET.charAt((BASE - (sum % BASE)) % BASE);
};

/** The code of a number, 0 or a positive whole one: different for any two that are less than 17 210 368 apart. */
export const sheetCodeOf = (number: number): SheetCode => {
  let rest = ((number % SPACE) * STRIDE) % SPACE;
  let payload = '';
  for (let place = 0; place < PAYLOAD; place += 1) {
    payload = SHEET_ALPHABET.charAt(rest % BASE) + payload;
    rest = Math.floor(rest / BASE);
  }
  return (payload + checkOf(payload)) as SheetCode;
};

/** Whether a text is a sheet code exactly as printed. */
export const isSheetCode = (text: string): text is SheetCode =>
  text.length === PAYLOAD + 1 &&
  text.split('').every((char) => positionOf(char) >= 0) &&
  checkOf(text.slice(0, PAYLOAD)) === text.charAt(PAYLOAD);

/** Why a typed text is no sheet code: too short or long, a letter that none has, or a slip that the last character tells. */
export type SheetCodeSlip = 'length' | 'letter' | 'check';

const asPrinted = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** What is wrong with a code as people type it: any case, with spaces or hyphens. `undefined` when nothing is. */
export const sheetCodeSlip = (typed: string): SheetCodeSlip | undefined => {
  const text = asPrinted(typed);
  if (isSheetCode(text)) return undefined;
  if (text.length !== PAYLOAD + 1) return 'length';
  return text.split('').every((char) => positionOf(char) >= 0) ? 'check' : 'letter';
};

/** A code as people type it. `undefined` when there is a slip in it. */
export const readSheetCode = (typed: string): SheetCode | undefined => {
  const text = asPrinted(typed);
  return isSheetCode(text) ? text : undefined;
};
