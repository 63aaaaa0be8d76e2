import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code128 } from '../../../src/domain/sheets/code128.ts';

const BITS_OF_7K2P9Q =
  '11010010000111011011101011000111011001110010111011101101110010110011010001110111010110001100011101011';

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

describe('Code 128', () => {
  test('as JsBarcode 3.12.3 draws it', () => {
    const bits = code128('7K2P9Q')
      .map((width, index) => (index % 2 === 0 ? '1' : '0').repeat(width))
      .join('');
    expect(bits).toBe(BITS_OF_7K2P9Q);
  });

  test('start, eleven modules a character, check and stop; bars and gaps of one to four modules', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20 }), (text) => {
        const widths = code128(text);
        expect(sum(widths)).toBe(11 * (text.length + 2) + 13);
        expect(widths.every((width) => width >= 1 && width <= 4)).toBe(true);
      }),
    );
  });

  test('what set B cannot say is refused', () => {
    expect(() => code128('é')).toThrow('Code 128 B');
    expect(() => code128('')).toThrow('Code 128 B');
  });
});
