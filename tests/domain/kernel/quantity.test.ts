import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceFrom } from '../../../src/domain/kernel/chance.ts';
import { distanceIn, distanceToM, massIn, massToKg, poundsToKg, roundTo } from '../../../src/domain/kernel/quantity.ts';

test('a pound is exactly 0.45359237 kg and a mile 1609.344 m', () => {
  expect(poundsToKg(225)).toBeCloseTo(102.058_283_25, 9);
  expect(massIn('lb', 100)).toBeCloseTo(220.462_262, 5);
  expect(distanceToM('mi', 26.2)).toBeCloseTo(42_164.81, 2);
});

test('what goes into a unit comes back out of it', () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(amount, fc.constantFrom('kg', 'lb'), fc.constantFrom('km', 'mi'), (value, mass, distance) => {
      expect(massToKg(mass, massIn(mass, value))).toBeCloseTo(value, 6);
      expect(distanceToM(distance, distanceIn(distance, value))).toBeCloseTo(value, 6);
    }),
  );
});

test('float noise does not survive rounding', () => {
  expect(roundTo(74.999_999_999_999_99, 2)).toBe(75);
  expect(roundTo(122.500_000_000_000_01, 2)).toBe(122.5);
  expect(roundTo(1.005, 2)).toBe(1.01);
});

test('the same seed gives the same chances, and another seed others', () => {
  const draw = (seed: number): number[] => Array.from({ length: 20 }, chanceFrom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
});
