import { describe, expect, test } from 'vitest';
import { nearestNames } from '../../../src/domain/athletes/nearestNames.ts';
import { rosterStatus, triageKey, type RosterFacts } from '../../../src/domain/athletes/rosterStatus.ts';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';

const today = '2026-11-23' as PlainDate;

const wellTrained: RosterFacts = {
  today,
  lastLiftOn: addDays(today, -3),
  lastRunOn: addDays(today, -1),
  recentLifts: { planned: 4, done: 4 },
  hasProgramNow: true,
  programEndsOn: addDays(today, 40),
  lifts: [{ exercise: 'Back squat', changePercent: 3 }],
};

describe('who needs the coach (R10.3)', () => {
  test('a worse light comes first whatever the rest; then less consistency, then longer silence', () => {
    const keys = [
      triageKey({ level: 'act', consistency: 100, daysSinceContact: 0 }),
      triageKey({ level: 'look', consistency: 0, daysSinceContact: 5000 }),
      triageKey({ level: 'look', consistency: 100, daysSinceContact: 0 }),
      triageKey({ level: 'ok', consistency: 40, daysSinceContact: 10 }),
      triageKey({ level: 'ok', consistency: 90, daysSinceContact: 10 }),
      triageKey({ level: 'ok', consistency: 90, daysSinceContact: 0 }),
    ];
    expect(keys).toEqual(keys.toSorted((a, b) => b - a));
    expect(new Set(keys).size).toBe(keys.length);
    expect(triageKey({ level: 'act', consistency: 82, daysSinceContact: 15 })).toBeCloseTo(100 + 0.18 + 0.5, 9);
  });
});

describe('an athlete on the roster', () => {
  test('is acted on when the running guard is red, and looked at when it is amber', () => {
    const guarded = (level: 'amber' | 'red') => rosterStatus({ ...wellTrained, guard: { level, detectors: ['D1'] } });
    expect(guarded('red').level).toBe('act');
    expect(guarded('amber')).toEqual({
      level: 'look',
      reasons: [{ tag: 'guard', level: 'amber', detectors: ['D1'] }],
    });
  });

  test('is on track when they lift, run and have a program', () => {
    expect(rosterStatus(wellTrained)).toEqual({ level: 'ok', reasons: [{ tag: 'onTrack' }] });
  });

  test('is never called on track when nothing is known of them', () => {
    const { lastLiftOn: _lift, lastRunOn: _run, ...nothing } = wellTrained;
    expect(rosterStatus(nothing).level).toBe('none');
  });

  test('needs the coach now when pain is above 5, and a look from 3', () => {
    const withPain = (score: number) =>
      rosterStatus({ ...wellTrained, pain: { score, site: 'knee', reportedOn: addDays(today, -2) } }).level;
    expect([2, 3, 5, 6].map(withPain)).toEqual(['ok', 'look', 'look', 'act']);
  });

  test('is not judged by pain of three weeks ago', () => {
    const pain = { score: 8, site: 'knee', reportedOn: addDays(today, -21) };
    expect(rosterStatus({ ...wellTrained, pain }).level).toBe('ok');
  });

  test('is looked at after 10 days without a lift and acted on after 21', () => {
    const without = (days: number) => rosterStatus({ ...wellTrained, lastLiftOn: addDays(today, -days) }).level;
    expect([10, 11, 21, 22].map(without)).toEqual(['ok', 'look', 'look', 'act']);
  });

  test('is not blamed for not lifting when there is no program', () => {
    const status = rosterStatus({ ...wellTrained, hasProgramNow: false, lastLiftOn: addDays(today, -60) });
    expect(status.reasons.map((reason) => reason.tag)).toEqual(['noProgram']);
  });

  test('has the reason to act first, whatever else there is to look at', () => {
    const status = rosterStatus({
      ...wellTrained,
      recentLifts: { planned: 4, done: 1 },
      lastLiftOn: addDays(today, -25),
      pain: { score: 4, site: 'hip', reportedOn: today },
    });
    expect(status.level).toBe('act');
    expect(status.reasons[0]?.tag).toBe('noLiftFor');
  });

  test('is looked at when a lift has fallen by twice the smallest worthwhile change', () => {
    const fallen = (changePercent: number) =>
      rosterStatus({ ...wellTrained, lifts: [{ exercise: 'Back squat', changePercent }] }).level;
    expect([-4.9, -5].map(fallen)).toEqual(['ok', 'look']);
  });
});

test('a mistyped name finds the names it may have meant, marks and case aside', () => {
  const names = ['Ana Duarte', 'Ben Okafor', 'Chloé Martin', 'Anna Müller'];
  expect(nearestNames('chloe martn', names)).toEqual(['Chloé Martin']);
  expect(nearestNames('muller', names)).toEqual(['Anna Müller']);
  expect(nearestNames('zzzzzz', names)).toEqual([]);
});
