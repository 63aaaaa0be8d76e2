import { describe, expect, test } from 'vitest';
import { doseOfSlot, sparingOf } from '../../../src/domain/wellness/sparedSlot.ts';
import { substituteFor, type StressedExercise } from '../../../src/domain/wellness/substitution.ts';
import { readinessLight } from '../../../src/domain/wellness/trafficLight.ts';
import { exerciseOf, LIBRARY } from '../exercises/shippedLibrary.ts';

const GYM = ['barbell', 'rack', 'box', 'bench', 'db', 'kb', 'machine', 'smith', 'step', 'belt', 'plate', 'wall'];

const amber = readinessLight({ soreness: 5 });
const twoAmbers = readinessLight({ soreness: 5, sleepH: 6 });
const red = readinessLight({ illness: 'feverOrBelowNeck' });
const onPlates = (load: number): number => Math.floor(load / 2.5 + 1e-9) * 2.5;

describe('a slot under the light (R8.4)', () => {
  test('the worked lift: 3 sets at 105 are 2 at 95, with two ambers 2 at 92.5', () => {
    const planned = [{ sets: 3, load: 105 }];
    expect(doseOfSlot('squat', planned, amber, onPlates)).toEqual({ kind: 'lighter', doses: [{ sets: 2, load: 95 }] });
    expect(doseOfSlot('squat', planned, twoAmbers, onPlates)).toEqual({
      kind: 'lighter',
      doses: [{ sets: 2, load: 92.5 }],
    });
  });

  test('of several kinds of sets the last ones go', () => {
    const planned = [{ sets: 1, load: 100 }, { sets: 3, load: 80 }, { sets: 1 }];
    expect(doseOfSlot('hinge', planned, amber, onPlates)).toEqual({
      kind: 'lighter',
      doses: [
        { sets: 1, load: 92.5 },
        { sets: 3, load: 72.5 },
      ],
    });
  });

  test('amber leaves the upper body alone and takes hard jumps; red leaves nothing of the legs', () => {
    const planned = [{ sets: 3 }];
    expect(doseOfSlot('push', planned, amber, onPlates).kind).toBe('asPlanned');
    expect(doseOfSlot('plyo-low', planned, amber, onPlates).kind).toBe('asPlanned');
    expect(doseOfSlot('plyo-med', planned, amber, onPlates).kind).toBe('leftOut');
    for (const pattern of ['squat', 'calf', 'plyo-low', 'carry', 'other'] as const) {
      expect(doseOfSlot(pattern, planned, red, onPlates).kind).toBe('leftOut');
    }
    expect(doseOfSlot('pull', planned, red, onPlates).kind).toBe('asPlanned');
    expect(doseOfSlot('squat', planned, readinessLight({}), onPlates).kind).toBe('asPlanned');
  });
});

describe('what pain makes of an exercise (R8.5)', () => {
  const own: StressedExercise = { ...exerciseOf('sq_quarter'), key: 'own_squat', stress: undefined };

  test.each([
    ['sq_back', 'K', 5, 'sq_quarter'],
    ['sq_back', 'L', 5, 'sq_belt'],
    ['hi_dl', 'L', 5, 'hi_thrust_1'],
    ['cf_raise_smith', 'A', 5, 'cf_iso_mid'],
  ] as const)('%s with %s in pain %d becomes %s', (key, region, score, expected) => {
    expect(sparingOf(exerciseOf(key), LIBRARY, { region, score }, GYM)).toEqual({ kind: 'swap', key: expected });
  });

  test('pain up to 2 changes nothing, and what spares the region stays', () => {
    expect(sparingOf(exerciseOf('sq_back'), LIBRARY, { region: 'K', score: 2 }, GYM)).toEqual({ kind: 'fine' });
    expect(sparingOf(exerciseOf('sq_back'), LIBRARY, { region: 'A', score: 5 }, GYM)).toEqual({ kind: 'fine' });
  });

  test('calf pain takes every jump away, and nothing is put in its place', () => {
    expect(sparingOf(exerciseOf('py_drop30'), LIBRARY, { region: 'A', score: 3 }, GYM)).toEqual({ kind: 'leaveOut' });
  });

  test('an exercise nobody has rated is unknown: neither fine nor offered', () => {
    expect(sparingOf(own, LIBRARY, { region: 'K', score: 5 }, GYM)).toEqual({ kind: 'unknown' });
    const need = { region: 'K' as const, limit: 1, equipment: GYM };
    expect(substituteFor(exerciseOf('sq_back'), [own], need)).toBeUndefined();
  });

  test('a rated one of the coach’s own is like any other', () => {
    const rated = { ...own, stress: { K: 1, A: 0, H: 0, G: 0, L: 1, I: 0 } };
    const need = { region: 'K' as const, limit: 1, equipment: GYM };
    expect(substituteFor(exerciseOf('sq_back'), [rated], need)?.key).toBe('own_squat');
    expect(sparingOf(rated, LIBRARY, { region: 'K', score: 5 }, GYM)).toEqual({ kind: 'fine' });
  });
});
