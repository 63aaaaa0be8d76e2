import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBar } from '../../../src/domain/strength/plates.ts';
import { warmUpRamp, warmUpRampOf } from '../../../src/domain/strength/warmUp.ts';

const KG = [
  { mass: 20, pairs: 2 },
  { mass: 15, pairs: 1 },
  { mass: 10, pairs: 1 },
  { mass: 5, pairs: 1 },
  { mass: 2.5, pairs: 1 },
  { mass: 1.25, pairs: 1 },
];

const inventory = fc.uniqueArray(
  fc.record({ mass: fc.constantFrom(25, 20, 15, 10, 5, 2.5, 1.25, 0.5, 0.25), pairs: fc.integer({ min: 1, max: 3 }) }),
  { selector: (plate) => plate.mass, maxLength: 6 },
);

const sum = (masses: readonly number[]): number => masses.reduce((total, mass) => total + mass, 0);

/** Every total by brute force: the plates taken one by one. */
const everyTotal = (bar: number, plates: readonly { mass: number; pairs: number }[]): readonly number[] => {
  let sides = new Set([0]);
  for (const { mass, pairs } of plates) {
    sides = new Set([...sides].flatMap((side) => Array.from({ length: pairs + 1 }, (_, count) => side + count * mass)));
  }
  return [...sides].map((side) => bar + 2 * side);
};

/** The rule of R1.7 read literally over every total there is. */
const expectedTotal = (totals: readonly number[], wanted: number, way: 'nearest' | 'down' | 'up'): number => {
  const below = Math.max(...totals.filter((total) => total <= wanted + 1e-8));
  const above = Math.min(...totals.filter((total) => total >= wanted - 1e-8));
  if (way === 'down') return Number.isFinite(below) ? below : above;
  if (way === 'up') return Number.isFinite(above) ? above : below;
  return above - wanted < wanted - below - 1e-8 ? above : Number.isFinite(below) ? below : above;
};

describe('R1.7 plates', () => {
  test('down to what there is', () => {
    expect(loadBar({ target: 73.7, bar: 20, plates: KG, mode: 'down' })).toMatchObject({
      total: 72.5,
      perSide: [15, 10, 1.25],
    });
  });

  test('a target below the bar is the bar alone, and says so', () => {
    expect(loadBar({ target: 10, bar: 20, plates: KG, mode: 'down' })).toEqual({
      total: 20,
      perSide: [],
      difference: 10,
      plateGap: true,
      isBelowBar: true,
    });
  });

  test('a gap in the plates is told', () => {
    const plates = [{ mass: 20, pairs: 2 }];
    expect(loadBar({ target: 80, bar: 20, plates, mode: 'nearest' })).toMatchObject({ total: 60, plateGap: true });
    expect(loadBar({ target: 99, bar: 20, plates, mode: 'down' })).toMatchObject({ total: 60, plateGap: false });
  });

  test('never more plates than there are; down never exceeds; nearest is nearest', () => {
    const target = fc.double({ min: 0, max: 400, noNaN: true });
    const mode = fc.constantFrom('nearest' as const, 'down' as const, 'up' as const);
    fc.assert(
      fc.property(target, inventory, mode, (wanted, plates, way) => {
        const { total, perSide, difference } = loadBar({ target: wanted, bar: 20, plates, mode: way });
        expect(total).toBeCloseTo(20 + 2 * sum(perSide), 6);
        expect(difference).toBeCloseTo(total - wanted, 1);
        for (const { mass, pairs } of plates) {
          expect(perSide.filter((plate) => plate === mass).length).toBeLessThanOrEqual(pairs);
        }
        expect(perSide).toEqual(perSide.toSorted((a, b) => b - a));
        const totals = everyTotal(20, plates);
        expect(total).toBeCloseTo(expectedTotal(totals, wanted, way), 6);
      }),
    );
  });

  test('ties go down', () => {
    expect(loadBar({ target: 91.25, bar: 20, plates: KG, mode: 'nearest' }).total).toBe(90);
  });
});

describe('R1.8 warm-up', () => {
  test('rises, stays below the work load, starts with the bar', () => {
    const load = fc.integer({ min: 1, max: 120 }).map((steps) => steps * 2.5);
    const intensity = fc.double({ min: 0.5, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(load, intensity, (workLoad, share) => {
        const loads = warmUpRamp({ workLoad, bar: 20, step: 2.5, intensity: share }).map((set) => set.load);
        expect(loads).toEqual([...new Set(loads)].toSorted((a, b) => a - b));
        expect(loads.every((one) => one < workLoad)).toBe(true);
        expect(loads[0]).toBe(workLoad > 20 ? 20 : undefined);
      }),
    );
  });

  test('with the plates of the gym', () => {
    const loadable = (target: number) => loadBar({ target, bar: 20, plates: KG, mode: 'down' }).total;
    const ramp = warmUpRampOf({ workLoad: 97.5, bar: 20, intensity: 0.8, loadable });
    expect(ramp.map((set) => set.load)).toEqual([20, 37.5, 57.5, 77.5]);
  });
});
