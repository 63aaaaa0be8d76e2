import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quadrantOf, quadrantWords, strengthOver } from '../../../src/domain/insights/blockOutcome.ts';
import { meanWithInterval, templateOutcome } from '../../../src/domain/insights/whatWorked.ts';

/** An estimate with a standard error of some share. */
const estimate = (trendKg: number, error = 0.02) => ({
  trendKg,
  lowKg: trendKg * Math.exp(-1.645 * error),
  highKg: trendKg * Math.exp(1.645 * error),
});

describe('strength over a block', () => {
  test('is the mean of the lifts, with the doubt of all of them', () => {
    const found = strengthOver([
      { start: estimate(100), end: estimate(105) },
      { start: estimate(80), end: estimate(80) },
    ]);
    expect(found?.change).toBeCloseTo(Math.sqrt(1.05) - 1, 9);
    // Each difference: 0.02 × √2; the mean of two: that by √2.
    expect(found?.error).toBeCloseTo(0.02, 9);
    expect(found?.lifts).toBe(2);
  });

  test('is not known without a lift known at both ends', () => {
    expect(strengthOver([])).toBeUndefined();
    expect(strengthOver([{ start: estimate(0), end: estimate(100) }])).toBeUndefined();
  });
});

describe('where a block lies', () => {
  test.each([
    [0.05, 0.02, 0.2, 'likely stronger, running more'],
    [0.05, 0.02, -0.2, 'likely stronger, running less'],
    [-0.05, 0.02, 0.2, 'likely weaker, running more'],
    [0.005, 0.02, 0.02, 'strength unclear, running as much'],
  ])('strength %f ± %f, running %f: %s', (change, error, running, words) => {
    const quadrant = quadrantOf({ strength: { change, error, lifts: 2 }, running });
    expect(quadrant && quadrantWords(quadrant)).toBe(words);
  });

  test('nowhere while either is not known', () => {
    expect(quadrantOf({ running: 0.2 })).toBeUndefined();
    expect(quadrantOf({ strength: { change: 0.1, error: 0.01, lifts: 1 } })).toBeUndefined();
  });
});

describe('what worked', () => {
  test('a mean has its interval by Student’s t, and none below three athletes', () => {
    // 2, 4, 6: mean 4, SD 2, t(2) 2.920: 4 ± 3.37.
    const found = meanWithInterval([2, 4, 6]);
    expect(found?.mean).toBe(4);
    expect(found?.low).toBeCloseTo(0.628, 2);
    expect(found?.high).toBeCloseTo(7.372, 2);
    expect(meanWithInterval([1, 2])).toBeUndefined();
    // t(29) is 1.699.
    const many = Array.from({ length: 30 }, (_, at) => at);
    const wide = meanWithInterval(many);
    const sd = Math.sqrt(many.reduce((sum, value) => sum + (value - 14.5) ** 2, 0) / 29);
    expect(((wide?.high ?? 0) - 14.5) / (sd / Math.sqrt(30))).toBeCloseTo(1.699, 3);
  });

  test('an athlete’s many blocks are one opinion', () => {
    const strength = (change: number) => ({ change, error: 0.01, lifts: 1 });
    const outcome = templateOutcome([
      { athleteId: 1, strength: strength(0.3) },
      { athleteId: 1, strength: strength(0.1) },
      { athleteId: 2, strength: strength(0) },
      { athleteId: 3, strength: strength(0.1) },
      { athleteId: 4 },
    ]);
    expect(outcome).toMatchObject({ athletes: 4, blocks: 5, running: undefined });
    expect(outcome.strength?.n).toBe(3);
    expect(outcome.strength?.mean).toBeCloseTo(0.1, 9);
  });

  test('whatever the values, the mean lies within its interval', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 60 }), (values) => {
        const found = meanWithInterval(values);
        expect(found?.low).toBeLessThanOrEqual(found?.mean ?? Number.NaN);
        expect(found?.high).toBeGreaterThanOrEqual(found?.mean ?? Number.NaN);
      }),
    );
  });
});
