import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedSpans } from '../../../src/domain/placement/closedSpans.ts';
import {
  allPlaces,
  judgeCalendarWeek,
  judgePlaces,
  offerWeek,
  placeKey,
  withMoves,
} from '../../../src/domain/placement/placeInCalendar.ts';
import type { PlacementFacts } from '../../../src/domain/placement/placementFacts.ts';
import { AFTER_RACE_DAYS } from '../../../src/domain/strength/taper.ts';
import { hoursText } from '../../../src/domain/placement/placementWords.ts';
import { DEFAULT_POLICIES } from '../../../src/domain/placement/policies.ts';
import { POLICY_TEXTS } from '../../../src/domain/placement/policyTexts.ts';
import { facts, lift, MONDAY, on, run } from './week.ts';

/** What is said of the first lift on a day of the week. */
const said = (given: PlacementFacts, day: number, timeOfDay: 'am' | 'pm' = 'pm') =>
  judgePlaces(given, MONDAY, DEFAULT_POLICIES, 1).get(placeKey({ on: on(day), timeOfDay }));

describe('what is said before a lift is dropped', () => {
  test.each([
    [
      'the evening before intervals',
      facts({ runs: [run(1, 'quality')], lifts: [lift(1, 3)] }),
      0,
      'pm',
      '12 h 15 min before the quality run on Tuesday; 24 h are asked for',
    ],
    [
      'a race',
      facts({ runs: [run(6, 'race', { priority: 'A' })], lifts: [lift(1, 0)] }),
      3,
      'pm',
      '60 h 15 min before the A race on Sunday; 7 days are asked for',
    ],
    [
      'a run next week',
      facts({ runs: [run(7, 'long')], lifts: [lift(1, 0)] }),
      6,
      'pm',
      '12 h 15 min before the long run next Monday; 24 h are asked for',
    ],
    [
      'on top of a run',
      facts({ runs: [run(1, 'easy')], lifts: [lift(1, 3)] }),
      1,
      'am',
      'at the same time as the easy run on Tuesday',
    ],
    [
      'too soon after a run',
      facts({ runs: [run(1, 'quality', { durationS: 6 * 3600 })], lifts: [lift(1, 3)] }),
      1,
      'pm',
      '5 h after the quality run on Tuesday; 6 h are asked for',
    ],
    [
      'a later run of the day',
      facts({
        runs: [run(1, 'easy', { timeOfDay: 'pm' })],
        lifts: [lift(1, 3, { minutes: 360 })],
        liftMinutes: Array(7).fill(400),
      }),
      1,
      'am',
      '5 h before the easy run on Tuesday; 6 h are asked for',
    ],
    [
      'another lift',
      facts({ lifts: [lift(1, 3), lift(2, 0)] }),
      1,
      'pm',
      '24 h from one lift of the legs to the next; 48 h are asked for',
    ],
    [
      'another lift of somebody who recovers slowly',
      facts({ lifts: [lift(1, 4), lift(2, 0)], recoversSlowly: true }),
      2,
      'pm',
      '48 h from one lift of the legs to the next; 72 h are asked for',
    ],
    [
      'the days after a race',
      facts({ lifts: [lift(1, 4)], closed: [{ from: on(-1), to: on(1), reason: 'after City 10' }] }),
      1,
      'pm',
      'no lifts of the legs before Wednesday: after City 10',
    ],
    [
      'jumps',
      facts({ runs: [run(3, 'long')], lifts: [lift(1, 5, { hasJumps: true })] }),
      2,
      'am',
      'jumps on the day before the long run on Thursday',
    ],
    [
      'travel',
      facts({ lifts: [lift(1, 4)], away: [{ kind: 'travel', from: on(0), to: on(2), note: 'Porto' }] }),
      1,
      'pm',
      'travelling, no gym (Porto)',
    ],
    [
      'no time',
      facts({ lifts: [lift(1, 4)], liftMinutes: [60, 30, 60, 60, 60, 60, 60] }),
      1,
      'pm',
      '30 min for lifting on this day; the session takes 45',
    ],
    [
      'two a day',
      facts({ runs: [run(1, 'easy')], lifts: [lift(1, 4)], twoADays: false }),
      1,
      'pm',
      'a run stands on this day, and there are no two sessions a day',
    ],
  ] as const)('%s', (_name, given, day, timeOfDay, words) => {
    const found = said(given, day, timeOfDay);
    expect(found?.level).toBe('act');
    expect(found?.broken).toContain(words);
  });

  test('a week without a day of rest is told, but not laid at the door of a lift that stands', () => {
    const runs = [0, 1, 2, 3, 4].map((day) => run(day, 'quality'));
    const given = facts({ runs, lifts: [lift(1, 0), lift(2, 5)] });
    expect(said(given, 6)?.broken).toContain('no day is left without a lift, a key run or a race');
  });

  test('what is dearer than the best place is amber and says what it costs', () => {
    const given = facts({ runs: [run(1, 'quality'), run(6, 'long')], lifts: [lift(1, 1)] });
    expect(said(given, 1)).toMatchObject({ level: 'ok', broken: [], cost: 0 });
    expect(said(given, 4)).toMatchObject({
      level: 'look',
      costs: ['36 h 15 min before the next long run; from 48 h on it is free', 'on a day without a run'],
    });
  });

  test('legs that get sore are spared the day before a key run is felt', () => {
    const given = facts({ runs: [run(3, 'quality')], lifts: [lift(1, 1)], peakSoreness: 5 });
    expect(said(given, 1)?.costs).toContain('soreness of about 4.7 of 10 at the next key run');
    expect(said({ ...given, peakSoreness: 3 }, 1)?.costs.join()).not.toContain('soreness');
  });

  test('upper body and trunk are free of the runs, not of the athlete’s time', () => {
    const given = facts({
      runs: [run(1, 'quality')],
      lifts: [lift(1, 3, { isLower: false })],
      away: [{ kind: 'travel', from: on(4), to: on(4), note: '' }],
    });
    expect(said(given, 0)?.level).toBe('ok');
    expect(said(given, 4)?.broken).toEqual(['travelling, no gym']);
  });

  test('a fault of another lift is not laid at this one’s door', () => {
    const given = facts({ runs: [run(1, 'quality')], lifts: [lift(1, 3), lift(2, 0)] });
    expect(said(given, 3)?.level).not.toBe('act');
  });
});

describe('the best plans of a week', () => {
  test('keep to the days that are left of it', () => {
    const given = facts({ runs: [run(1, 'quality')], lifts: [lift(1, 1)] });
    const { best } = offerWeek(given, MONDAY, DEFAULT_POLICIES, on(3));
    expect(best).toHaveLength(3);
    expect(best.flatMap(({ moves }) => moves).every((move) => move.on >= on(3))).toBe(true);
  });

  test('lifts that are done stay where they are, and the others keep away from them', () => {
    const given = facts({ lifts: [lift(1, 2, { isDone: true }), lift(2, 3)] });
    const { best, lifts } = offerWeek(given, MONDAY, DEFAULT_POLICIES, MONDAY);
    expect(lifts.map(({ sessionId }) => sessionId)).toEqual([2]);
    for (const { moves } of best) expect([on(1), on(2), on(3)]).not.toContain(moves[0]?.on);
  });

  test('say why there are none, and what would fit', () => {
    const liftMinutes = [0, 60, 0, 0, 0, 0, 0];
    const given = facts({ runs: [run(1, 'quality')], lifts: [lift(1, 1), lift(2, 4)], liftMinutes });
    const { best, why } = offerWeek(given, MONDAY, DEFAULT_POLICIES, MONDAY);
    expect(best).toEqual([]);
    expect(why).toMatch(/^Every way to place 2 lifts breaks a rule: .* One lift would fit: Tuesday evening\.$/u);
    const many = facts({ lifts: [0, 2, 4, 6].map((weekday, at) => lift(at, weekday)) });
    expect(offerWeek(many, MONDAY, DEFAULT_POLICIES, MONDAY).why).toContain('no more than 3 are placed');
    expect(offerWeek(facts(), MONDAY, DEFAULT_POLICIES, MONDAY).why).toBe(
      'No lifts of the legs to place in this week.',
    );
    expect(offerWeek(facts({ lifts: [lift(1, 1)] }), MONDAY, DEFAULT_POLICIES, on(7)).why).toBe(
      'No day of this week that is still to come has time for these sessions.',
    );
  });

  test('what is offered breaks no rule where it is put, costs what it says, and the best costs least', () => {
    const kinds = fc.constantFrom('easy' as const, 'quality' as const, 'long' as const);
    const runs = fc.array(fc.tuple(fc.integer({ min: -7, max: 13 }), kinds), { maxLength: 10 });
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 3 }), fc.boolean(), (days, count, recoversSlowly) => {
        const given = facts({
          runs: days.map(([day, kind]) => run(day, kind)),
          lifts: Array.from({ length: count }, (_, at) => lift(at + 1, at, { minutes: 30 + 10 * at })),
          recoversSlowly,
        });
        const { best } = offerWeek(given, MONDAY, DEFAULT_POLICIES, MONDAY);
        for (const { moves, cost } of best) {
          const put = judgeCalendarWeek(withMoves(given, moves), MONDAY, DEFAULT_POLICIES);
          expect(put.violations).toEqual([]);
          expect(put.cost).toBeCloseTo(cost, 6);
          expect(cost).toBeGreaterThanOrEqual((best[0]?.cost ?? 0) - 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('every half of a day has something said of it, and no cost is no number', () => {
    const given = facts({
      runs: [run(1, 'quality'), run(1, 'race', { priority: 'A' })],
      lifts: [lift(1, 0, { minutes: 0 })],
    });
    const places = judgePlaces(given, MONDAY, DEFAULT_POLICIES, 1);
    expect(places.size).toBe(allPlaces(MONDAY).length);
    for (const { cost } of places.values()) expect(Number.isFinite(cost)).toBe(true);
  });
});

describe('closed days', () => {
  test('after races by their distance, on red, and two days after fever', () => {
    const race = { name: 'Marathon', racedOn: on(6), distanceM: 42_195, priority: 'A' as const };
    const calm = { hasRedFlag: false };
    expect(
      closedSpans(
        [race, { ...race, name: 'Unknown', distanceM: undefined }],
        [
          { on: on(0), soreness: 3, ...calm },
          { on: on(1), soreness: 8, ...calm },
          { on: on(2), illness: 'feverOrBelowNeck', ...calm },
        ],
        AFTER_RACE_DAYS,
      ),
    ).toEqual([
      { from: on(6), to: on(15), reason: 'after Marathon' },
      { from: on(1), to: on(1), reason: 'red: very sore legs' },
      { from: on(2), to: on(4), reason: 'red: illness' },
    ]);
  });
});

test('after a race as many days are closed as the coach has set; none of none', () => {
  const race = { name: 'Half', racedOn: on(6), distanceM: 21_097, priority: 'B' as const };
  const half = (days: number) => closedSpans([race], [], { ...AFTER_RACE_DAYS, half: days });
  expect(half(8)).toEqual([{ from: on(6), to: on(13), reason: 'after Half' }]);
  expect(half(1)).toEqual([{ from: on(6), to: on(6), reason: 'after Half' }]);
  expect(half(0)).toEqual([]);
});

describe('words and policies', () => {
  test.each([
    [0.5, '30 min'],
    [12.25, '12 h 15 min'],
    [24, '24 h'],
    [60.25, '60 h 15 min'],
    [107.25, '4 days 11 h'],
    [0, '0 h'],
    [168, '7 days'],
  ])('%s hours are %s', (hours, words) => expect(hoursText(hours)).toBe(words));

  test('every policy can be changed and nothing else is', () => {
    for (const { get, set, least, most } of POLICY_TEXTS) {
      const changed = set(DEFAULT_POLICIES, most);
      expect(get(changed)).toBe(most);
      expect(set(changed, get(DEFAULT_POLICIES))).toEqual(DEFAULT_POLICIES);
      expect(get(DEFAULT_POLICIES)).toBeGreaterThanOrEqual(least);
    }
    expect(POLICY_TEXTS).toHaveLength(19);
  });
});
