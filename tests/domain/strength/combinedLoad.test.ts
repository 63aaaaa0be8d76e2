import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legLoadPercent, pointsRate } from '../../../src/domain/strength/combinedLoad.ts';
import { zonePlaces } from '../../../src/domain/strength/heavyZone.ts';

const AU = [225, 420, 300, 540, 180, 480, 260, 350, 600, 240];
const RTSS = [48, 95, 60, 110, 38, 104, 55, 77, 128, 50];
const runs = AU.map((au, at) => ({ au, rtss: RTSS[at] ?? 0 }));

describe('lifting and running on one scale (R5.1)', () => {
  test('ten runs of one athlete: 0.21290 points for an AU, a lift of 270 AU is 57.48', () => {
    const { pointsPerAu, isOwn } = pointsRate(runs);
    expect(isOwn).toBe(true);
    expect(pointsPerAu).toBeCloseTo(0.2129, 5);
    expect(pointsPerAu * 270).toBeCloseTo(57.48, 2);
  });

  test('nine runs, or a slope nobody has: the default', () => {
    expect(pointsRate(runs.slice(1))).toEqual({ pointsPerAu: 0.22, runs: 9, isOwn: false });
    expect(pointsRate(runs.map(({ au }) => ({ au, rtss: au }))).pointsPerAu).toBe(0.22);
    expect(pointsRate([]).pointsPerAu * 270).toBeCloseTo(59.4, 9);
  });

  test('whatever the runs, the rate is between 0.10 and 0.40', () => {
    const run = fc.record({ au: fc.double({ noNaN: false }), rtss: fc.double({ noNaN: false }) });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 80 }), (some) => {
        const { pointsPerAu } = pointsRate(some);
        expect(pointsPerAu >= 0.1 && pointsPerAu <= 0.4).toBe(true);
      }),
    );
  });

  test('three bars against four weeks, and none where there is nothing to compare with', () => {
    const week = { runM: 40_000, lowerHardSets: 8, weightedContacts: 0 };
    expect(legLoadPercent({ ...week, runM: 44_000 }, [week, week, week, week])).toEqual({
      runs: 110,
      hardSets: 100,
      contacts: undefined,
    });
    expect(legLoadPercent(week, [week, week, week]).runs).toBeUndefined();
  });
});

describe('the zone of heavy strength (R2.3)', () => {
  test('3 × 4 at 85 %, 180 s, RPE 8 is as usual', () => {
    expect(zonePlaces({ percentOf1rm: 85, sets: 3, reps: 4, restS: 180, rpe: 8 }, 'main')).toEqual({
      intensity: 'usual',
      sets: 'usual',
      reps: 'usual',
      rest: 'usual',
      effort: 'usual',
    });
  });

  test.each([
    [{ percentOf1rm: 70 }, 'intensity', 'below'],
    [{ percentOf1rm: 77.5 }, 'intensity', 'allowed'],
    [{ percentOf1rm: 96 }, 'intensity', 'above'],
    [{ reps: 2 }, 'reps', 'allowed'],
    [{ reps: 12 }, 'reps', 'above'],
    [{ percentOf1rm: 85, restS: 150 }, 'rest', 'below'],
    [{ percentOf1rm: 80, restS: 150 }, 'rest', 'allowed'],
    [{ restS: 90 }, 'rest', 'below'],
    [{ rpe: 10 }, 'effort', 'above'],
    [{ sets: 5 }, 'sets', 'above'],
    [{}, 'intensity', 'unknown'],
  ] as const)('%j: %s %s', (lift, part, place) => {
    expect(zonePlaces(lift, 'main')[part]).toBe(place);
  });

  test('assistance has its own repetitions and no intensity', () => {
    expect(zonePlaces({ percentOf1rm: 60, reps: 8 }, 'assistance')).toMatchObject({ reps: 'usual' });
    expect(zonePlaces({ percentOf1rm: 60 }, 'assistance').intensity).toBeUndefined();
  });
});
