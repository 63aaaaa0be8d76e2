import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  SHEET_ALPHABET,
  isSheetCode,
  readSheetCode,
  sheetCodeOf,
  sheetCodeSlip,
} from '../../../src/domain/sheets/sheetCode.ts';

const code = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(sheetCodeOf);

describe('sheet codes', () => {
  test('six characters, always the same, always valid', () => {
    expect(sheetCodeOf(1)).toBe(sheetCodeOf(1));
    fc.assert(fc.property(code, (text) => isSheetCode(text) && text.length === 6));
  });

  test('no two numbers near each other share one, and neighbours look nothing alike', () => {
    const codes = Array.from({ length: 20_000 }, (_, number) => sheetCodeOf(number));
    expect(new Set(codes).size).toBe(codes.length);
    const alike = (one: string, other: string): number =>
      one.split('').filter((char, place) => char === other.charAt(place)).length;
    const neighbours = codes.slice(1).map((one, index) => alike(one, codes[index] ?? ''));
    expect(Math.max(...neighbours)).toBeLessThanOrEqual(3);
  });

  test('any one wrong character is caught', () => {
    const wrong = fc.constantFrom(...SHEET_ALPHABET.split(''));
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 5 }), wrong, (text, at, char) => {
        fc.pre(text.charAt(at) !== char);
        expect(isSheetCode(text.slice(0, at) + char + text.slice(at + 1))).toBe(false);
      }),
    );
  });

  test('two neighbours that have changed places are caught, but for the one pair that Luhn lets pass', () => {
    const [first, last] = [SHEET_ALPHABET.at(0), SHEET_ALPHABET.at(-1)];
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 4 }), (text, at) => {
        const [one, other] = [text.charAt(at), text.charAt(at + 1)];
        fc.pre(one !== other && !([one, other].includes(first ?? '') && [one, other].includes(last ?? '')));
        expect(isSheetCode(text.slice(0, at) + other + one + text.slice(at + 2))).toBe(false);
      }),
    );
  });

  test('a slip is named: the length, a letter that none has, or the check', () => {
    const printed = sheetCodeOf(7);
    const wrong = printed.startsWith('A') ? 'C' : 'A';
    expect(sheetCodeSlip(printed.slice(1))).toBe('length');
    expect(sheetCodeSlip(`O${printed.slice(1)}`)).toBe('letter');
    expect(sheetCodeSlip(wrong + printed.slice(1))).toBe('check');
    expect(sheetCodeSlip(printed.toLowerCase())).toBeUndefined();
  });

  test('typed in any case, with gaps', () => {
    const printed = sheetCodeOf(42);
    expect(readSheetCode(` ${printed.slice(0, 3).toLowerCase()}-${printed.slice(3)} `)).toBe(printed);
    expect(readSheetCode('O00000')).toBeUndefined();
    expect(readSheetCode('')).toBeUndefined();
    expect(isSheetCode(`${printed}2`)).toBe(false);
  });
});
