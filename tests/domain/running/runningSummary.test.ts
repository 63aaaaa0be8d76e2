import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { runningSummary, type SummaryFacts, type SummedRun } from '../../../src/domain/running/runningSummary.ts';

/** A Sunday: the week of it is not over. */
const TODAY = '2026-11-29' as PlainDate;

const run = (daysAgo: number, changes: Partial<SummedRun> = {}): SummedRun => ({
  on: addDays(TODAY, -daysAgo),
  isKey: false,
  distanceM: 10_000,
  movingS: 3000,
  rpe: 4,
  ...changes,
});

const facts = (changes: Partial<SummaryFacts> = {}): SummaryFacts => ({
  today: TODAY,
  runs: Array.from({ length: 60 }, (_, at) => run(60 - at)),
  lifts: [],
  races: [],
  plan: [],
  heart: { sex: 'female' },
  ...changes,
});

describe('the weeks of running', () => {
  test('are counted, and their load only where every session is rated and the week is over', () => {
    const { weeks } = runningSummary(facts(), 8);
    const [last, thisWeek] = weeks.slice(-2);
    expect(last).toMatchObject({ runs: 7, distanceM: 70_000, timeS: 21_000, longestM: 10_000, sessions: 7, rated: 7 });
    expect(last?.load?.totalAu).toBe(7 * 4 * 50);
    expect(last?.flags?.hasNoVariation).toBe(true);
    expect(thisWeek?.load).toBeUndefined();
    const oneUnrated = facts({ runs: facts().runs.map((one, at) => (at === 52 ? { ...one, rpe: undefined } : one)) });
    expect(runningSummary(oneUnrated, 8).weeks.at(-2)).toMatchObject({ rated: 6, sessions: 7 });
    expect(runningSummary(oneUnrated, 8).weeks.at(-2)?.load).toBeUndefined();
  });

  test('lifts are on the same scale', () => {
    const lifts = [{ on: addDays(TODAY, -10), minutes: 45, rpe: 6 }];
    expect(runningSummary(facts({ lifts }), 8).weeks.at(-2)?.load?.totalAu).toBe(7 * 200 + 270);
  });

  test('a load change asks for 28 rated days', () => {
    // Today has no run yet: 6 of the last 7 days against 27 of 28.
    expect(runningSummary(facts(), 8).loadChange?.coupled).toBeCloseTo(6 / 7 / (27 / 28), 6);
    const unrated = facts({ runs: facts().runs.map((one) => ({ ...one, rpe: undefined })) });
    expect(runningSummary(unrated, 8)).toMatchObject({ loadChange: undefined, unratedOf28: 27 });
  });
});

describe('steps to longer runs', () => {
  test('a run far beyond the longest of 30 days is named, and the next one suggested', () => {
    const runs = [...facts().runs.slice(0, -1), run(1, { distanceM: 22_000 })];
    const found = runningSummary(facts({ runs }), 8);
    expect(found.spikes).toEqual([{ on: addDays(TODAY, -1), distanceM: 22_000, longest30M: 10_000, spike: 'large' }]);
    expect(found.longest30M).toBe(22_000);
    expect(found.suggestedM).toBe(24_200);
  });

  test('after a month without running the last known run counts, in part', () => {
    const found = runningSummary(facts({ runs: [run(60, { distanceM: 20_000 })] }), 8);
    expect(found).toMatchObject({ suggestedM: 12_000, spikes: [], twoWeeks: { isSteep: false } });
    expect(found.longest30M).toBeUndefined();
  });
});

describe('races and form', () => {
  const race = (name: string, resultS: number, daysAgo: number) => ({
    name,
    on: addDays(TODAY, -daysAgo),
    distanceM: 10_000,
    resultS,
  });

  test('the best of two years counts, and form is weighed by it', () => {
    const races = [race('Slow', 3000, 30), race('Best', 2400, 200), race('Long ago', 2100, 1000)];
    const { best, form } = runningSummary(facts({ races }), 8);
    expect(best?.race.name).toBe('Best');
    expect(best?.vdot).toBeCloseTo(51.944, 3);
    expect(form.at(-1)?.on).toBe(TODAY);
    expect(form.at(-1)?.ctl).toBeGreaterThan(10);
  });

  test('without a race there is no threshold, and no form', () => {
    expect(runningSummary(facts(), 8)).toMatchObject({ best: undefined, form: [] });
  });

  test('runs without distance, time or anything at all are counted and never a number that is none', () => {
    const bare: SummedRun = { on: addDays(TODAY, -3), isKey: false };
    const races = [race('Best', 2400, 200)];
    const found = runningSummary(facts({ runs: [bare, run(2, { distanceM: 0, movingS: 0 })], races }), 8);
    expect(JSON.stringify(found)).not.toMatch(/null|NaN/);
    expect(found.weeks.at(-1)?.runs).toBe(2);
    expect(JSON.stringify(runningSummary(facts({ runs: [] }), 8))).not.toMatch(/null|NaN/);
  });
});
