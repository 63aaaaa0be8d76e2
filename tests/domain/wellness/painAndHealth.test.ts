import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import type { CheckIn } from '../../../src/domain/wellness/checkIn.ts';
import { ostrcScore } from '../../../src/domain/wellness/ostrc.ts';
import { ostrcWeeks, type HealthReport } from '../../../src/domain/wellness/ostrcWeeks.ts';
import { painGate } from '../../../src/domain/wellness/painGate.ts';
import { painVerdict } from '../../../src/domain/wellness/painReports.ts';

const today = '2026-11-23' as PlainDate;

const report = (daysAgo: number, said: Partial<CheckIn> = {}): CheckIn => ({
  on: addDays(today, -daysAgo),
  redFlags: [],
  ...said,
});

describe('the pain gate (R8.1)', () => {
  test.each([
    [4, 0, 0, 'hold'],
    [2, 0, -1, 'progress'],
    [5, 2, 0, 'reduce'],
    [6, 0, 0, 'stop'],
    [1, 0, 1, 'hold'],
  ])('during %d, next morning %d, week %d: %s', (during, nextMorningChange, weekTrend, decision) => {
    expect(painGate({ during, nextMorningChange, weekTrend })).toBe(decision);
  });

  const decided = (...reports: readonly CheckIn[]): string | undefined => painVerdict(reports, today)?.decision;

  test('is read from the last two reports of pain', () => {
    const before = report(7, { painScore: 3, painRegion: 'A', painNextMorning: 1 });
    const now = (painScore: number, painNextMorning: number): CheckIn =>
      report(0, { painScore, painRegion: 'A', painNextMorning });
    expect(decided(before, now(2, 1))).toBe('progress');
    expect(decided(before, now(4, 1))).toBe('hold');
    expect(decided(before, now(5, 3))).toBe('reduce');
    expect(decided(before, now(6, 1))).toBe('stop');
    expect(painVerdict([before, now(4, 2)], today)).toMatchObject({ region: 'A', nextMorningChange: 1, trend: 1 });
  });

  test('never lets a load rise on what was not said', () => {
    const before = report(7, { painScore: 3, painNextMorning: 1 });
    expect(decided(before, report(0, { painScore: 1 }))).toBe('hold');
    expect(decided(report(0, { painScore: 1, painNextMorning: 0 }))).toBe('hold');
    // Another region, or too long ago, is nothing to compare with.
    const knee = report(7, { painScore: 3, painRegion: 'K', painNextMorning: 1 });
    expect(decided(knee, report(0, { painScore: 1, painRegion: 'A', painNextMorning: 0 }))).toBe('hold');
    expect(painVerdict([report(20, { painScore: 3 }), report(0, { painScore: 1 })], today)?.trend).toBeUndefined();
  });

  test('a first morning counts from none', () => {
    expect(decided(report(0, { painScore: 4, painNextMorning: 3 }))).toBe('reduce');
  });

  test('a red flag goes to a clinician, whatever the score', () => {
    expect(decided(report(0, { painScore: 0, redFlags: ['nightPain'] }))).toBe('stopAndRefer');
  });

  test('says nothing when nobody spoke of pain, or there was none', () => {
    expect(decided(report(0, { sleepH: 7 }))).toBeUndefined();
    expect(decided(report(7, { painScore: 0 }), report(0, { painScore: 0 }))).toBeUndefined();
    expect(decided(report(15, { painScore: 6 }))).toBeUndefined();
  });
});

describe('weekly health questions (R8.2)', () => {
  test.each([
    ['original', [1, 2, 1, 2], 44, true],
    ['original', [1, 1, 1, 1], 28, false],
    ['original', [2, 3, 3, 2], 72, true],
    ['original', [3, 4, 4, 3], 100, true],
    ['H2', [0], 0, false],
    ['H2', [1, 1, 2, 1], 41, true],
    ['H2', [2, 2, 2, 2], 68, true],
    ['H2', [3], 100, true],
  ] as const)('%s %j: %d', (version, answers, score, isSubstantial) => {
    expect(ostrcScore(answers, version)).toMatchObject({ score, isSubstantial });
  });

  const week = (weeksAgo: number, ...answers: readonly number[]): HealthReport => ({
    weekStartsOn: addDays('2026-11-23' as PlainDate, -7 * weeksAgo),
    version: 'H2',
    answers,
  });

  test('two red weeks running are referred, two apart are not', () => {
    const bad = [1, 1, 2, 1];
    expect(ostrcWeeks([week(2, ...bad), week(1, ...bad)], today)).toMatchObject({ shouldRefer: true, cumulative: 82 });
    expect(ostrcWeeks([week(3, ...bad), week(1, ...bad)], today).shouldRefer).toBe(false);
    expect(ostrcWeeks([week(2, 0), week(1, ...bad)], today).shouldRefer).toBe(false);
  });

  test('an old answer says nothing of now', () => {
    expect(ostrcWeeks([week(2, 3)], today).current?.score).toBe(100);
    const old = ostrcWeeks([week(4, 3), week(3, 3)], today);
    expect(old.current).toBeUndefined();
    expect(old).toMatchObject({ shouldRefer: false, cumulative: 200 });
    expect(old.weeks.map(({ weekStartsOn }) => weekStartsOn)).toEqual(['2026-11-02', '2026-10-26']);
  });
});
