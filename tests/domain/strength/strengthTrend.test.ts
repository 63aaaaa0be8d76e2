import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import {
  SMALLEST_WORTHWHILE_CHANGE,
  changeInWords,
  probabilityOfChange,
} from '../../../src/domain/strength/strengthChange.ts';
import { strengthTrend, trendBefore, type TrendObservation } from '../../../src/domain/strength/strengthTrend.ts';

const DAY_0 = '2026-01-05' as PlainDate;

const day = (
  after: number,
  ...sets: readonly (readonly [loadKg: number, reps: number, rpe?: number | undefined])[]
) => ({
  performedOn: addDays(DAY_0, after),
  sets: sets.map(([loadKg, reps, rpe]) => ({ kind: 'work' as const, loadKg, reps, rpe })),
});

const SQUAT = [
  day(0, [100, 5, 8], [100, 5, 8.5]),
  day(7, [102.5, 5, 8]),
  day(14, [107.5, 4, 8.5]),
  day(28, [110, 3, 8]),
];

describe('R1.5 trend', () => {
  test('the worked squat', () => {
    const shown = strengthTrend(SQUAT).map(({ sessionKg, sessionCv, trendKg, lowKg, highKg }) => [
      sessionKg.toFixed(2),
      (sessionCv * 100).toFixed(2),
      trendKg.toFixed(2),
      `${lowKg.toFixed(2)}-${highKg.toFixed(2)}`,
    ]);
    expect(shown).toEqual([
      ['122.26', '3.50', '122.26', '115.42-129.50'],
      ['126.39', '5.15', '123.61', '117.73-129.78'],
      ['126.47', '4.37', '124.56', '119.48-129.85'],
      ['127.46', '4.39', '125.41', '120.58-130.44'],
    ]);
  });

  test('a set that stopped short by plan, nobody knows how far, lifts the trend but never pulls it down', () => {
    const short = (loadKg: number, reps: number) => ({
      performedOn: addDays(DAY_0, 35),
      sets: [{ kind: 'work' as const, loadKg, reps, stoppedShort: true }],
    });
    const trend = (observation: TrendObservation) => strengthTrend([...SQUAT, observation]).at(-1);
    expect(trend(short(100, 4))?.performedOn).toBe(addDays(DAY_0, 28));
    expect(trend(day(35, [100, 4]))?.trendKg).toBeLessThan(124);
    expect(trend(short(122.5, 3))?.trendKg).toBeGreaterThan(126);
    expect(strengthTrend([short(100, 4)])).toHaveLength(1);
  });

  test('change of the worked squat is unclear, and said so', () => {
    const points = strengthTrend(SQUAT);
    const [first, last] = [points[0], points[3]];
    if (first === undefined || last === undefined) throw new Error('four points expected');
    const beyond = probabilityOfChange(first, last, SMALLEST_WORTHWHILE_CHANGE);
    expect(beyond).toBeCloseTo(0.507, 3);
    expect(probabilityOfChange(first, last, 0)).toBeCloseTo(0.726, 3);
    expect(changeInWords(beyond)).toBe('unclear');
  });

  test('the agreed words at their thresholds', () => {
    expect([0.95, 0.949, 0.75, 0.749, 0.25, 0.249].map(changeInWords)).toEqual([
      'very likely stronger',
      'likely',
      'likely',
      'unclear',
      'unclear',
      'not shown',
    ]);
  });

  test('days without an eligible set yield no point', () => {
    const points = strengthTrend([...SQUAT, day(30, [110, 12, 8]), day(31, [50, 5, 8]), day(32)]);
    expect(points).toHaveLength(4);
  });

  test('before the day is what was known then', () => {
    const points = strengthTrend(SQUAT);
    expect(points[0]?.beforeKg).toBeUndefined();
    expect(points[1]?.beforeKg).toBeCloseTo(points[0]?.trendKg ?? 0, 9);
    expect(trendBefore(points, addDays(DAY_0, 14))?.performedOn).toBe(addDays(DAY_0, 7));
    expect(trendBefore(points, DAY_0)).toBeUndefined();
  });

  test('a tested maximum outweighs the sets of its day', () => {
    const points = strengthTrend([{ ...day(0, [100, 5, 8]), testedKg: 120 }]);
    expect(points[0]).toMatchObject({ sessionKg: 120, sessionCv: 0.025 });
    expect(points[0]?.trendKg).toBeCloseTo(120, 9);
  });

  test('more than three weeks off takes strength before the update', () => {
    const gap = strengthTrend([day(0, [100, 5, 8]), day(35, [100, 5, 8])]);
    expect(gap[1]?.beforeKg).toBeCloseTo((gap[0]?.trendKg ?? 0) * 0.965, 9);
  });

  test('a typing error is marked and moves nothing', () => {
    const points = strengthTrend([...SQUAT, day(35, [1100, 3, 8]), day(42, [110, 3, 8])]);
    expect(points.map((point) => point.isOutlier)).toEqual([false, false, false, false, true, false]);
    expect(points[4]?.trendKg).toBeCloseTo(points[3]?.trendKg ?? 0, 9);
    expect(points[5]?.trendKg).toBeLessThan(135);
  });

  test('what the coach confirms passes', () => {
    const heavy = day(35, [160, 3, 8]);
    const points = strengthTrend([...SQUAT, heavy], { confirmedOn: new Set([heavy.performedOn]) });
    expect(points.at(-1)?.isOutlier).toBe(false);
  });

  test('three odd days in a row that agree start the trend again', () => {
    const light = [day(0, [40, 5, 8]), day(3, [100, 5, 8]), day(7, [100, 5, 8]), day(10, [102.5, 5, 8])];
    const points = strengthTrend(light);
    expect(points.map((point) => point.isOutlier)).toEqual([false, true, true, false]);
    expect(points.at(-1)?.trendKg).toBeCloseTo(points.at(-1)?.sessionKg ?? 0, 9);
  });

  test('the interval holds the trend, and order of input does not matter', () => {
    const observation = fc
      .record({
        after: fc.integer({ min: 0, max: 400 }),
        loadKg: fc.integer({ min: 60, max: 140 }),
        reps: fc.integer({ min: 1, max: 8 }),
        rpe: fc.option(fc.constantFrom(7, 8, 9, 10), { nil: undefined }),
      })
      .map(({ after, loadKg, reps, rpe }): TrendObservation => day(after, [loadKg, reps, rpe]));
    const history = fc.uniqueArray(observation, { maxLength: 30, selector: (one) => one.performedOn });
    fc.assert(
      fc.property(history, (observations) => {
        const points = strengthTrend(observations);
        for (const { lowKg, trendKg, highKg, sessionCv } of points) {
          expect(lowKg).toBeLessThan(trendKg);
          expect(trendKg).toBeLessThan(highKg);
          expect(sessionCv).toBeGreaterThanOrEqual(0.025);
        }
        expect(strengthTrend(observations.toReversed())).toEqual(points);
      }),
    );
  });

  test('a wider exercise factor never narrows the interval', () => {
    const width = (factor: number) => {
      const last = strengthTrend(SQUAT, { exerciseFactor: factor }).at(-1);
      return (last?.highKg ?? 0) / (last?.lowKg ?? 1);
    };
    expect(width(1.5)).toBeGreaterThan(width(1));
  });
});
