import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { niceTicks } from '../../src/renderer/charts/niceTicks.ts';
import { chartRows, liftValueIn, type StrengthAgainstRunning } from '../../src/renderer/charts/strengthRunningRows.ts';
import { weekInWords } from '../../src/renderer/charts/weekInWords.ts';
import { addDays, type PlainDate } from '../../src/domain/kernel/plainDate.ts';

const monday = '2026-08-31' as PlainDate;

const week = (index: number, runM = 0) => ({
  startsOn: addDays(monday, index * 7),
  runM,
  keyRunM: runM / 4,
  runs: runM > 0 ? 3 : 0,
  liftSessions: 1,
  workSets: 9,
  hardSets: 6,
  lowerHardSets: 4,
  tonnageKg: 2000,
});

const point = (index: number, trendKg: number) => ({
  on: addDays(monday, index * 7 + 2),
  trendKg,
  lowKg: trendKg - 4,
  highKg: trendKg + 4,
  sessionKg: trendKg,
});

const data: StrengthAgainstRunning = {
  athleteId: 1 as StrengthAgainstRunning['athleteId'],
  firstDataOn: monday,
  weeks: Array.from({ length: 12 }, (_, index) => week(index, 40_000)),
  lifts: [
    {
      exerciseKey: 'sq_back',
      exercise: 'Back squat',
      pattern: 'squat',
      points: [point(0, 100), point(2, 101), point(3, 102), point(8, 99), point(9, 100)],
    },
  ],
  races: [],
  programWeeks: [],
  pain: [],
  guard: [],
};

const all = new Set(['sq_back']);

describe('the chart’s weeks', () => {
  test('draw through two weeks without a lift, but not through five', () => {
    const { segments } = chartRows(data, all, 'kg', 'km');
    expect(segments.map(({ first, last }) => [first, last])).toEqual([
      [0, 3],
      [8, 9],
    ]);
    expect(segments.map((segment) => segment.isLast)).toEqual([false, true]);
  });

  test('leave weeks without a lift empty instead of drawing zero', () => {
    const { weeks } = chartRows(data, all, 'kg', 'km');
    expect(weeks.slice(1, 2).map((one) => liftValueIn(one, 'sq_back'))).toEqual([undefined]);
    expect(weeks[5]?.values).toEqual({});
  });

  test('are in the athlete’s own units', () => {
    const { weeks } = chartRows(data, all, 'lb', 'mi');
    expect(weeks[0]?.run).toBeCloseTo(24.9, 1);
    expect(Object.values(weeks[0]?.values ?? {})).toEqual([220.5]);
  });

  test('are said in words with the interval of every lift shown', () => {
    const { weeks } = chartRows(data, all, 'kg', 'km');
    const first = weeks[0];
    if (first === undefined) throw new Error('no week');
    const words = weekInWords({ week: first, lifts: data.lifts, massUnit: 'kg', distanceUnit: 'km' });
    expect(words).toEqual([
      '2026 W36, from 31 Aug',
      '40 km in 3 runs, 10 of it key running',
      '1 lift, 6 hard sets (4 lower body)',
      'Back squat 100 kg (96–104)',
    ]);
  });
});

test('axis ticks are round, evenly spaced and frame every value', () => {
  const value = fc.double({ min: 1, max: 400, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
      const ticks = niceTicks(values);
      const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
      expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values));
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
      expect(ticks.every((tick, index) => Math.abs(tick - ((ticks[0] ?? 0) + index * step)) < 1e-9)).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(8);
    }),
  );
});
