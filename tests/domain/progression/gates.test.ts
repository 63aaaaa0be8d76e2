import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterShutGate,
  gateOne,
  gateTwo,
  type GateFacts,
  type HeavyGateFacts,
} from '../../../src/domain/progression/gates.ts';
import { gateReasonText } from '../../../src/domain/progression/gateWords.ts';

const facts: GateFacts = {
  liftsDone: 3,
  liftsPlanned: 4,
  soreness: [3, 4],
  pain: 1,
  runDoneM: 92_000,
  runPlannedM: 100_000,
  runningFlags: 0,
  keyRunsMissedAfterLift: 0,
  startWeek: { runRisePercent: 5, hasRace: false, isTravelling: false },
};

const heavyFacts: HeavyGateFacts = { ...facts, fullLiftsTwiceAWeek: 6, isTechniqueSound: true, trendChange: 0.01 };

const PASS = { outcome: 'pass', reasons: [] };

describe('gate 1 (R2.11)', () => {
  test('3 of 4, soreness 3 and 4, pain 1, 92 % of the running, no flags: open', () => {
    expect(gateOne(facts)).toEqual(PASS);
  });

  test.each<[string, Partial<GateFacts>, Record<string, unknown>]>([
    ['86 % of the running', { runDoneM: 86_000 }, { tag: 'runVolume', percent: 86, least: 90 }],
    ['soreness 5', { soreness: [3, 5] }, { tag: 'soreness', peak: 5, most: 4 }],
    ['soreness 5 and one not known', { soreness: [5] }, { tag: 'soreness', peak: 5, most: 4 }],
    ['2 of 4 lifts', { liftsDone: 2 }, { tag: 'lifts', done: 2, planned: 4, needed: 3 }],
    ['1 of 2 lifts', { liftsDone: 1, liftsPlanned: 2 }, { tag: 'lifts', done: 1, planned: 2, needed: 2 }],
    ['pain 3', { pain: 3 }, { tag: 'pain', pain: 3, most: 2 }],
    ['a finding on running', { runningFlags: 1 }, { tag: 'runningFlags', flags: 1 }],
    ['a key run missed', { keyRunsMissedAfterLift: 1 }, { tag: 'keyRuns', missed: 1 }],
    [
      'running up 12 %',
      { startWeek: { ...facts.startWeek, runRisePercent: 12 } },
      { tag: 'runRise', percent: 12, most: 10 },
    ],
    ['a race', { startWeek: { ...facts.startWeek, hasRace: true } }, { tag: 'race' }],
    ['travel', { startWeek: { ...facts.startWeek, isTravelling: true } }, { tag: 'travel' }],
  ])('%s: shut, and says why', (_name, changed, reason) => {
    expect(gateOne({ ...facts, ...changed })).toEqual({ outcome: 'fail', reasons: [reason] });
  });

  test('what is not known is said, never passed and never NaN', () => {
    const nothing = gateOne({ startWeek: {} });
    expect(nothing.outcome).toBe('unknown');
    expect(nothing.reasons).toHaveLength(9);
    expect(nothing.reasons.every(({ tag }) => tag === 'unknown')).toBe(true);
    expect(gateOne({ ...facts, runPlannedM: 0 })).toEqual({
      outcome: 'unknown',
      reasons: [{ tag: 'unknown', fact: 'runVolume' }],
    });
    expect(gateOne({ ...facts, pain: Number.NaN })).toEqual({
      outcome: 'unknown',
      reasons: [{ tag: 'unknown', fact: 'pain' }],
    });
    expect(gateOne({ ...facts, pain: 3, soreness: [3] }).outcome).toBe('fail');
  });

  test('taking a fact away never opens a gate', () => {
    const keys = [
      'liftsDone',
      'liftsPlanned',
      'soreness',
      'pain',
      'runDoneM',
      'runPlannedM',
      'runningFlags',
      'keyRunsMissedAfterLift',
    ];
    fc.assert(
      fc.property(fc.subarray(keys, { minLength: 1 }), (gone) => {
        const fewer = { ...facts, ...Object.fromEntries(gone.map((key) => [key, undefined])) };
        expect(gateOne(fewer).outcome).toBe('unknown');
      }),
    );
  });
});

describe('gate 2 (R2.11)', () => {
  test('open with six full lifts, sound technique and strength not falling', () => {
    expect(gateTwo(heavyFacts)).toEqual(PASS);
    expect(gateTwo({ ...heavyFacts, trendChange: -0.02 })).toEqual(PASS);
  });

  test.each<[string, Partial<HeavyGateFacts>, Record<string, unknown>]>([
    ['5 full lifts', { fullLiftsTwiceAWeek: 5 }, { tag: 'liftsTwiceAWeek', done: 5, needed: 6 }],
    ['technique', { isTechniqueSound: false }, { tag: 'technique' }],
    ['strength down 4 %', { trendChange: -0.04 }, { tag: 'trend', change: -0.04 }],
    ['gate 1', { pain: 4 }, { tag: 'pain', pain: 4, most: 2 }],
  ])('%s: shut', (_name, changed, reason) => {
    expect(gateTwo({ ...heavyFacts, ...changed })).toEqual({ outcome: 'fail', reasons: [reason] });
  });

  test('says what it does not know, and every reason in words', () => {
    expect(gateTwo({ ...facts }).outcome).toBe('unknown');
    const all = gateTwo({
      ...heavyFacts,
      liftsDone: 1,
      soreness: [6, 2],
      pain: 5,
      runDoneM: 80_000,
      runningFlags: 2,
      keyRunsMissedAfterLift: 1,
      fullLiftsTwiceAWeek: 2,
      isTechniqueSound: undefined,
      trendChange: -0.041,
      startWeek: { runRisePercent: 15, hasRace: true, isTravelling: true },
    });
    expect(all.reasons.map(gateReasonText)).toEqual([
      '1 of the last 4 lifts done, 3 needed',
      'soreness 6, 4 at most',
      'pain 5 in lifts, 2 at most',
      '80 % of the planned running done, 90 % needed',
      '2 findings on running',
      '1 key run missed after a lift',
      'running up by 15 % in that week, 10 % at most',
      'a race in that week',
      'travel in that week',
      '2 lifts done at twice a week, 6 needed',
      'not known: technique at 80 %',
      'strength down by 4.1 %',
    ]);
  });
});

test('a shut gate repeats the week three times, then the coach looks', () => {
  expect([0, 1, 2, 3].map(afterShutGate)).toEqual(['repeatWeek', 'repeatWeek', 'repeatWeek', 'coachReview']);
});
