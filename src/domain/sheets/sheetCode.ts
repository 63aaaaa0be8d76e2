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

const MOST_WEEKS = 53;
const MOST_VERSIONS = 16;

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

/**
 * The code of a sheet: the same for the same program, week and version, and different for any other while program ids stay
 * below 20 295, weeks within 53 and versions within 16; beyond that codes come round again, so the desk keeps what it printed.
 */
export const sheetCode = (programId: number, weekOrdinal: number, version: number): SheetCode => {
  const number =
    (programId * MOST_WEEKS + ((weekOrdinal - 1) % MOST_WEEKS)) * MOST_VERSIONS + ((version - 1) % MOST_VERSIONS);
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

/** A code as people type it: any case, with spaces or hyphens. `undefined` when the check fails. */
export const readSheetCode = (typed: string): SheetCode | undefined => {
  const text = typed.replace(/[\s-]/g, '').toUpperCase();
  return isSheetCode(text) ? text : undefined;
};
