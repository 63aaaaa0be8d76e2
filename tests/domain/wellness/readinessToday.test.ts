import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import type { CheckIn } from '../../../src/domain/wellness/checkIn.ts';
import { hooperIndex, hooperZ } from '../../../src/domain/wellness/hooper.ts';
import { readinessToday } from '../../../src/domain/wellness/readinessToday.ts';
import { doseUnderLight, readinessLight } from '../../../src/domain/wellness/trafficLight.ts';

const today = '2026-11-23' as PlainDate;

const report = (daysAgo: number, said: Partial<CheckIn> = {}): CheckIn => ({
  on: addDays(today, -daysAgo),
  redFlags: [],
  ...said,
});

/** Items that add up to an index from 4 to 28, none of them 6 or more up to 20. */
const hooperOf = (index: number): CheckIn['hooper'] => {
  const each = Math.floor(index / 4);
  const items = [0, 1, 2, 3].map((place) => each + (place < index % 4 ? 1 : 0));
  const [sleep = 1, fatigue = 1, stress = 1, soreness = 1] = items;
  return { sleep, fatigue, stress, soreness };
};

const daysOf = (indices: readonly number[], from = 1): CheckIn[] =>
  indices.map((index, place) => report(place + from, { hooper: hooperOf(index) }));

describe('the newest report speaks for today', () => {
  test('of today, yesterday and the day before, and of no other day', () => {
    for (const daysAgo of [0, 1, 2]) {
      expect(readinessToday([report(daysAgo, { sleepH: 7 })], today)?.readiness.sleepH).toBe(7);
    }
    expect(readinessToday([report(3, { sleepH: 7 })], today)).toBeUndefined();
    expect(readinessToday([report(-1, { sleepH: 7 })], today)).toBeUndefined();
    expect(readinessToday([], today)).toBeUndefined();
  });

  test('and an older one fills nothing in', () => {
    const said = readinessToday([report(0, { soreness: 2 }), report(1, { sleepH: 4 })], today);
    expect(said?.readiness).toMatchObject({ soreness: 2, sleepH: undefined, pain: undefined, illness: undefined });
    expect(readinessLight(said?.readiness ?? {}).light).toBe('green');
  });
});

describe('Hooper against one’s own days (R8.3)', () => {
  test('the sum: 3 + 4 + 2 + 3 = 12', () => {
    expect(hooperIndex({ sleep: 3, fatigue: 4, stress: 2, soreness: 3 })).toBe(12);
  });

  test.each([
    [13, 10.4, 1.9, 1.37],
    [13, 10.4, 0.8, 1.73],
    [15, 10.4, 1.9, 2.42],
  ])('index %d, mean %d, SD %d: z = %d', (index, mean, sd, z) => {
    expect(hooperZ(index, { mean, sd, days: 28 })).toBeCloseTo(z, 2);
  });

  test('takes ten days with all four items', () => {
    const ten = daysOf([10, 10, 10, 10, 10, 10, 10, 10, 10, 10]);
    const now = report(0, { hooper: hooperOf(13) });
    expect(readinessToday([...ten.slice(1), now], today)?.hooper).toMatchObject({ days: 9, z: undefined });
    // A spread of nought is taken for 1.5.
    expect(readinessToday([...ten, now], today)?.hooper).toMatchObject({ index: 13, days: 10, z: 2 });
  });

  test('looks back 28 days, not to the day itself and no further', () => {
    const old = daysOf([28, 28, 28], 29);
    const ten = daysOf([8, 12, 8, 12, 8, 12, 8, 12, 8, 12]);
    const hooper = readinessToday([...old, ...ten, report(0, { hooper: hooperOf(14) })], today)?.hooper;
    expect(hooper?.days).toBe(10);
    expect(hooper?.z).toBeCloseTo(4 / Math.sqrt(40 / 9), 6);
  });

  test('one item of 6 is amber by itself; a report of three items is none', () => {
    const bad = readinessToday([report(0, { hooper: { sleep: 6, fatigue: 1, stress: 1, soreness: 1 } })], today);
    expect(readinessLight(bad?.readiness ?? {})).toEqual({
      light: 'amber',
      because: [{ row: 'hooper', light: 'amber' }],
    });
    expect(readinessToday([report(0, { sleepH: 7 })], today)?.hooper).toBeUndefined();
  });

  test('says when it is the second day running', () => {
    const usual = daysOf([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10], 2);
    const now = report(0, { hooper: hooperOf(13) });
    const second = readinessToday([...usual, report(1, { hooper: hooperOf(13) }), now], today);
    expect(second?.hooper?.isSecondDay).toBe(true);
    const first = readinessToday([...usual, report(1, { hooper: hooperOf(10) }), now], today);
    expect(first?.hooper?.isSecondDay).toBe(false);
  });
});

describe('the light (R8.4)', () => {
  const planned = { sets: 3, load: 105 };

  test('one amber row: 3 sets at 105 become 2 at 95', () => {
    const light = readinessLight({ pain: 1, soreness: 4, hooperZ: 0.3, sleepH: 7, illness: 'none', running: 'green' });
    expect(doseUnderLight(planned, light, 2.5)).toEqual({ sets: 2, load: 95 });
  });

  test('two amber rows: half the sets, 92.5', () => {
    const light = readinessLight({ pain: 0, soreness: 2, hooperZ: 1.4, sleepH: 6 });
    expect(light.because).toHaveLength(2);
    expect(doseUnderLight(planned, light, 2.5)).toEqual({ sets: 2, load: 92.5 });
  });

  test('fever is red, and takes it all', () => {
    const light = readinessLight({ illness: 'feverOrBelowNeck' });
    expect(light.light).toBe('red');
    expect(doseUnderLight(planned, light, 2.5)).toEqual({ sets: 0, load: 0 });
  });

  test('without a load only the sets change', () => {
    const amber = readinessLight({ soreness: 5 });
    expect(doseUnderLight({ sets: 3 }, amber, 2.5)).toEqual({ sets: 2 });
    expect(doseUnderLight({ sets: 1 }, amber, 2.5)).toEqual({ sets: 1 });
    expect(doseUnderLight({ sets: 0 }, amber, 2.5)).toBeUndefined();
  });
});
