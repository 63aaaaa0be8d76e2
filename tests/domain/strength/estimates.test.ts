import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FORMULA_NAMES,
  ONE_REP_MAX_FORMULAS,
  estimateFromReps,
  isLowConfidence,
} from '../../../src/domain/strength/oneRepMaxFormulas.ts';
import { isHardSet } from '../../../src/domain/strength/hardSets.ts';
import { estimateFromRpe, loadForRpe, percentOf1rm } from '../../../src/domain/strength/rpeChart.ts';
import { estimateOfSet } from '../../../src/domain/strength/setEstimate.ts';
import { exerciseFactor, setCv } from '../../../src/domain/strength/setUncertainty.ts';
import { RAMP_TM_FACTOR, nextTrainingMaxKg, trainingMaxKg } from '../../../src/domain/strength/trainingMax.ts';
import { MINIMAL_VELOCITY_MS, estimateFromVelocity } from '../../../src/domain/strength/velocityEstimate.ts';

const loadKg = fc.double({ min: 1, max: 400, noNaN: true });
const formula = fc.constantFrom(...FORMULA_NAMES);

describe('R1.1 equations', () => {
  test('the printed table, to the printed digit', () => {
    const table = FORMULA_NAMES.map((name) =>
      (
        [
          [100, 5],
          [80, 3],
          [140, 8],
          [60, 10],
        ] as const
      ).map(([load, reps]) => estimateFromReps(name, load, reps)?.toFixed(2)),
    );
    expect(table).toEqual([
      ['116.67', '88.00', '177.33', '80.00'],
      ['112.50', '84.71', '173.79', '80.00'],
      ['117.46', '89.29', '172.36', '75.54'],
      ['116.58', '87.18', '178.74', '80.85'],
      ['119.01', '91.19', '176.80', '78.56'],
      ['112.50', '86.00', '168.00', '75.00'],
      ['113.71', '85.76', '175.15', '80.44'],
    ]);
  });

  test('Epley and Brzycki agree at ten repetitions', () => {
    fc.assert(
      fc.property(loadKg, (load) => {
        expect(estimateFromReps('Epley', load, 10)).toBeCloseTo(estimateFromReps('Brzycki', load, 10) ?? Number.NaN, 8);
      }),
    );
  });

  test('linear in the load, growing with the repetitions', () => {
    fc.assert(
      fc.property(formula, loadKg, fc.integer({ min: 1, max: 9 }), (name, load, reps) => {
        const one = estimateFromReps(name, load, reps) ?? 0;
        expect(estimateFromReps(name, 2 * load, reps)).toBeCloseTo(2 * one, 8);
        expect(estimateFromReps(name, load, reps + 1) ?? 0).toBeGreaterThan(one);
      }),
    );
  });

  test('every equation names itself and its source', () => {
    for (const name of FORMULA_NAMES) {
      const { validReps, source, ...formulaOf } = ONE_REP_MAX_FORMULAS[name];
      expect(formulaOf.name).toBe(name);
      expect(source).toMatch(/\d{4}/);
      expect(validReps[0]).toBeLessThan(validReps[1]);
    }
  });

  test('outside its domain it says nothing', () => {
    for (const [load, reps] of [
      [100, 13],
      [100, 0],
      [100, 2.5],
      [0, 5],
      [-5, 5],
      [Number.NaN, 5],
    ] as const) {
      expect(estimateFromReps('Epley', load, reps)).toBeUndefined();
    }
    expect([10, 11, 12, 13].map(isLowConfidence)).toEqual([false, true, true, false]);
  });
});

describe('R1.2 chart', () => {
  test('worked examples', () => {
    expect(estimateFromRpe({ loadKg: 100, reps: 5, rpe: 8 })).toBeCloseTo(123.3, 2);
    expect(percentOf1rm(8, 7.5)).toBe(72.3);
    expect(loadForRpe(125, 4, 8)).toBeCloseTo(104.625, 9);
  });

  test('never extrapolated', () => {
    expect(percentOf1rm(13, 10)).toBeUndefined();
    expect(percentOf1rm(5, 5.5)).toBeUndefined();
    expect(percentOf1rm(5, 8.2)).toBeUndefined();
    expect(percentOf1rm(5, 10.5)).toBeUndefined();
    expect(estimateFromRpe({ loadKg: 60, reps: 12, rpe: 9.5 })).toBeUndefined();
    expect(loadForRpe(100, 12, 6)).toBeCloseTo(57.2, 9);
  });

  test('a load for an effort gives the maximum back', () => {
    const reps = fc.integer({ min: 1, max: 8 });
    const rpe = fc.constantFrom(6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10);
    fc.assert(
      fc.property(loadKg, reps, rpe, (e1rmKg, count, effort) => {
        const load = loadForRpe(e1rmKg, count, effort);
        expect(estimateFromRpe({ loadKg: load ?? 0, reps: count, rpe: effort })).toBeCloseTo(e1rmKg, 4);
      }),
    );
  });
});

describe('R1.3 velocity', () => {
  test('needs a spread of speeds that fall', () => {
    const point = (load: number, velocityMs: number) => ({ loadKg: load, velocityMs });
    expect(estimateFromVelocity([point(60, 0.9)], 0.3)).toBeUndefined();
    expect(estimateFromVelocity([point(60, 0.9), point(80, 0.7)], 0.3)).toBeUndefined();
    expect(estimateFromVelocity([point(60, 0.5), point(80, 0.9)], 0.3)).toBeUndefined();
    expect(estimateFromVelocity([point(60, 0.9), point(60, 0.4)], 0.3)).toBeUndefined();
    expect(
      estimateFromVelocity([point(40, 1.1), point(70, 0.78), point(100, 0.45)], MINIMAL_VELOCITY_MS.backSquat)
        ?.intercept,
    ).toBeCloseTo(1.535);
  });
});

describe('R1.4 uncertainty', () => {
  test('factors by equipment, the wider where open', () => {
    const factor = (equipment: readonly (readonly string[])[], isUnilateral = false) =>
      exerciseFactor({ equipment, isUnilateral });
    expect(factor([['barbell'], ['rack']])).toBe(1);
    expect(factor([['db', 'kb']])).toBe(1.25);
    expect(factor([['barbell', 'db']])).toBe(1.25);
    expect(factor([['machine']])).toBe(1.5);
    expect(factor([['barbell']], true)).toBe(1.5);
  });

  test('grows with repetitions and with what was left', () => {
    const cv = (k: number, rir: number) => setCv({ k, rir, isFailure: false });
    expect(cv(8, 2)).toBeGreaterThan(cv(7, 2));
    expect(cv(7, 3)).toBeGreaterThan(cv(7, 2));
  });
});

describe('R1.5 what one set says', () => {
  test('a set without an RPE is a lower bound, and no surer than one with', () => {
    const silent = estimateOfSet({ kind: 'work', loadKg: 100, reps: 5 });
    const told = estimateOfSet({ kind: 'work', loadKg: 100, reps: 5, rpe: 8 });
    expect(silent?.e1rmKg).toBeCloseTo(116.667, 3);
    expect(silent?.e1rmKg).toBeLessThan(told?.e1rmKg ?? 0);
    expect(silent?.cv).toBeCloseTo(Math.hypot(0.025, 0.024, 0.027), 9);
  });

  test('what is not eligible', () => {
    expect(estimateOfSet({ kind: 'warmup', loadKg: 60, reps: 5, rpe: 8 })).toBeUndefined();
    expect(estimateOfSet({ kind: 'drop', loadKg: 60, reps: 5, rpe: 8 })).toBeUndefined();
    expect(estimateOfSet({ kind: 'work', loadKg: 60, reps: 9, rpe: 8 })).toBeUndefined();
    expect(estimateOfSet({ kind: 'work', loadKg: 60, reps: 3, rpe: 5.5 })).toBeUndefined();
    expect(estimateOfSet({ kind: 'work', loadKg: 60, reps: 11 })).toBeUndefined();
  });

  test('a set taken to failure has no doubt about its reserve', () => {
    expect(estimateOfSet({ kind: 'failure', loadKg: 60, reps: 10 })?.cv).toBeCloseTo(0.0595, 4);
  });
});

describe('R1.6 training max', () => {
  test('worked examples and the cap', () => {
    expect(trainingMaxKg(125.41)).toBeCloseTo(112.87, 2);
    expect(trainingMaxKg(125.41, RAMP_TM_FACTOR)).toBeCloseTo(106.6, 2);
    expect(trainingMaxKg(undefined)).toBeUndefined();
    expect(trainingMaxKg(100, 1.1)).toBeUndefined();
    expect(nextTrainingMaxKg(100, 125)).toBeCloseTo(105, 9);
    expect(nextTrainingMaxKg(100, 100)).toBeCloseTo(90, 9);
  });
});

describe('hard sets (section 5)', () => {
  test('by reserve and share of the maximum', () => {
    expect(isHardSet({ kind: 'work', reps: 5, loadKg: 80, rpe: 8 }, 100)).toBe(true);
    expect(isHardSet({ kind: 'work', reps: 5, loadKg: 55, rpe: 8 }, 100)).toBe(false);
    expect(isHardSet({ kind: 'work', reps: 5, loadKg: 80, rpe: 5.5 }, 100)).toBe(false);
    expect(isHardSet({ kind: 'work', reps: 10, loadKg: 20, rpe: 6 }, undefined)).toBe(true);
  });

  test('without an RPE, by share alone', () => {
    expect(isHardSet({ kind: 'work', reps: 5, loadKg: 75 }, 100)).toBe(true);
    expect(isHardSet({ kind: 'work', reps: 5, loadKg: 74 }, 100)).toBe(false);
    expect(isHardSet({ kind: 'work', reps: 5, loadKg: 75 }, undefined)).toBe(false);
  });

  test('warm-ups and jumps never, holds by effort, failure always near enough', () => {
    expect(isHardSet({ kind: 'warmup', reps: 5, loadKg: 90, rpe: 10 }, 100)).toBe(false);
    expect(isHardSet({ kind: 'work', reps: 5, rpe: 9, isPlyometric: true }, undefined)).toBe(false);
    expect(isHardSet({ kind: 'work', holdS: 45, rpe: 7 }, undefined)).toBe(true);
    expect(isHardSet({ kind: 'work', holdS: 45, rpe: 6 }, undefined)).toBe(false);
    expect(isHardSet({ kind: 'failure', reps: 8, loadKg: 62 }, 100)).toBe(true);
    expect(isHardSet({ kind: 'work', reps: 0, loadKg: 90, rpe: 10 }, 100)).toBe(false);
  });
});
