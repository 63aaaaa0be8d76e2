import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHEET_ALPHABET, isSheetCode, readSheetCode, sheetCode } from '../../../src/domain/sheets/sheetCode.ts';

const code = fc
  .record({
    programId: fc.integer({ min: 1, max: 20_000 }),
    week: fc.integer({ min: 1, max: 53 }),
    version: fc.integer({ min: 1, max: 16 }),
  })
  .map(({ programId, week, version }) => sheetCode(programId, week, version));

describe('sheet codes', () => {
  test('six characters, always the same, always valid', () => {
    expect(sheetCode(1, 1, 1)).toBe(sheetCode(1, 1, 1));
    fc.assert(fc.property(code, (text) => isSheetCode(text) && text.length === 6));
  });

  test('no two sheets of a desk share one', () => {
    const codes = new Set<string>();
    for (let programId = 1; programId <= 200; programId += 1) {
      for (let week = 1; week <= 16; week += 1) {
        for (let version = 1; version <= 3; version += 1) codes.add(sheetCode(programId, week, version));
      }
    }
    expect(codes.size).toBe(200 * 16 * 3);
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

  test('typed in any case, with gaps', () => {
    const printed = sheetCode(42, 5, 1);
    expect(readSheetCode(` ${printed.slice(0, 3).toLowerCase()}-${printed.slice(3)} `)).toBe(printed);
    expect(readSheetCode('O00000')).toBeUndefined();
    expect(readSheetCode('')).toBeUndefined();
    expect(isSheetCode(`${printed}2`)).toBe(false);
  });
});
