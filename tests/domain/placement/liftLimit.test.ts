import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PHASES, WEEK_KINDS } from '../../../src/domain/programs/program.ts';
import { liftLimit, limitText } from '../../../src/domain/placement/liftLimit.ts';
import {
  judgeCalendarWeek,
  judgePlaces,
  judgeStanding,
  leftOutIn,
  offerWeek,
  placeKey,
  repeatedIn,
  withMoves,
} from '../../../src/domain/placement/placeInCalendar.ts';
import type { CalendarLift, PlacementFacts } from '../../../src/domain/placement/placementFacts.ts';
import { violationText } from '../../../src/domain/placement/placementWords.ts';
import { DEFAULT_POLICIES } from '../../../src/domain/placement/policies.ts';
import { facts, lift, MONDAY, on, run } from './week.ts';

const BUILD = { phase: 'build', kind: 'build' } as const;
const SEASON = { phase: 'season', kind: 'build' } as const;

const inBuild = (sessionId: number, day: number, more: Partial<CalendarLift> = {}): CalendarLift =>
  lift(sessionId, day, { stage: BUILD, ...more });

const broken = (given: PlacementFacts, policies = DEFAULT_POLICIES): readonly string[] => {
  const { violations, lifts } = judgeCalendarWeek(given, MONDAY, policies);
  return violations.map((one) => `${lifts[one.lift ?? -1]?.name ?? 'the week'}: ${violationText(one, MONDAY)}`);
};

const TOO_MANY = '3 lifts of the legs in this week; 2 at most in a build block (R2.12)';
const THREE = facts({ lifts: [inBuild(1, 0), inBuild(2, 2), inBuild(3, 4)] });

describe('how often the legs may be lifted for in a week (H5)', () => {
  test.each([
    [{ phase: 'prep', kind: 'build' }, '3 at most in a preparation block (R2.12)'],
    [BUILD, '2 at most in a build block (R2.12)'],
    [SEASON, '1 at most in a season block (R2.12)'],
    [{ phase: 'taper', kind: 'taper' }, '1 at most in a taper block (R2.12)'],
    [{ kind: 'build' }, '3 at most (R2.3)'],
    [{ kind: 'start' }, '1 at most in a start week (R2.11)'],
    [{ phase: 'build', kind: 'race' }, '1 at most in a race week (R2.12)'],
    [{ phase: 'season', kind: 'race' }, '1 at most in a season block (R2.12)'],
  ] as const)('%j: %s', (stage, words) => expect(limitText(liftLimit(stage))).toBe(words));

  test('the coach’s own number holds, and no week is allowed more than its phase', () => {
    const own = { prep: 3, build: 3, season: 2, taper: 0 };
    expect(liftLimit(SEASON, own).most).toBe(2);
    expect(liftLimit({ phase: 'taper', kind: 'taper' }, own).most).toBe(0);
    fc.assert(
      fc.property(fc.constantFrom(...PHASES), fc.constantFrom(...WEEK_KINDS), (phase, kind) => {
        expect(liftLimit({ phase, kind }, own).most).toBeLessThanOrEqual(own[phase]);
      }),
    );
  });

  test('the later lifts of the week are beyond it, and it is said of them', () => {
    expect(broken(THREE)).toEqual([`Lift 3: ${TOO_MANY}`]);
    expect(broken(facts({ lifts: [inBuild(1, 4), inBuild(2, 2), inBuild(3, 0)] }))).toEqual([`Lift 1: ${TOO_MANY}`]);
    expect(broken(THREE, { ...DEFAULT_POLICIES, legLifts: { ...DEFAULT_POLICIES.legLifts, build: 3 } })).toEqual([]);
  });

  test('where two programs meet the stricter phase holds, and a lift that is done counts', () => {
    const both = facts({ lifts: [inBuild(1, 0), lift(2, 3, { stage: SEASON })] });
    expect(broken(both)).toEqual(['Lift 2: 2 lifts of the legs in this week; 1 at most in a season block (R2.12)']);
    const done = facts({ lifts: [inBuild(1, 0, { isDone: true }), inBuild(2, 2, { isDone: true }), inBuild(3, 4)] });
    expect(broken(done)).toEqual([`Lift 3: ${TOO_MANY}`]);
  });

  test('jumps alone, the upper body and additions to a plan do not count', () => {
    const lifts = [inBuild(1, 0), inBuild(2, 2), lift(3, 4), lift(4, 6, { isLower: false })];
    expect(broken(facts({ lifts }))).toEqual([]);
  });
});

describe('the plans of a week that holds too many', () => {
  test('place as many as its phase allows, and say which are left out', () => {
    const { best, leftOut, leftOutWhy, lifts, why } = offerWeek(THREE, MONDAY, DEFAULT_POLICIES, MONDAY);
    expect(lifts.map(({ name }) => name)).toEqual(['Lift 1', 'Lift 2']);
    expect(best).toHaveLength(3);
    for (const { moves } of best) expect(moves.map(({ sessionId }) => sessionId)).toEqual([1, 2]);
    expect(leftOut.map(({ name }) => name)).toEqual(['Lift 3']);
    expect(leftOutWhy).toBe(
      'Lifts of the legs in this week: 2 at most in a build block (R2.12). Lift 3 is left out, the last of the week: take it out of the program, or keep it, with a reason.',
    );
    expect(why).toBeUndefined();
  });

  test('are those of the week without what is left out', () => {
    const some = { ...THREE, lifts: THREE.lifts.slice(0, 2), runs: [run(1, 'quality'), run(6, 'long')] };
    const all = { ...some, lifts: THREE.lifts };
    const places = (given: PlacementFacts) =>
      offerWeek(given, MONDAY, DEFAULT_POLICIES, MONDAY).best.map(({ moves }) => moves);
    expect(places(all)).toEqual(places(some));
  });

  test('keep clear of a lift that the coach has forced, and it is the one beyond the limit', () => {
    const forced = facts({ lifts: [inBuild(1, 0, { reason: 'camp' }), inBuild(2, 2), inBuild(3, 4)] });
    expect(broken(forced)).toEqual([`Lift 1: ${TOO_MANY}`]);
    const { best, leftOut, leftOutWhy } = offerWeek(forced, MONDAY, DEFAULT_POLICIES, MONDAY);
    expect(leftOut).toEqual([]);
    expect(leftOutWhy).toBe(
      'Lifts of the legs in this week: 2 at most in a build block (R2.12). Lift 1 stays where you put it, with your reason.',
    );
    expect(best.length).toBeGreaterThan(0);
    for (const { moves } of best) {
      expect(moves.map(({ sessionId }) => sessionId)).toEqual([2, 3]);
      for (const move of moves) expect(move.on > on(1)).toBe(true);
    }
  });

  test('are none where all that is allowed is done', () => {
    const given = facts({ lifts: [lift(1, 0, { stage: SEASON, isDone: true }), lift(2, 3, { stage: SEASON })] });
    const { best, lifts, why, leftOutWhy } = offerWeek(given, MONDAY, DEFAULT_POLICIES, MONDAY);
    expect([best, lifts]).toEqual([[], []]);
    expect(why).toBe('No other lift is to be placed.');
    expect(leftOutWhy).toContain('1 at most in a season block (R2.12). Lift 2 is left out');
  });

  test('repeat the places of the weeks before for the lifts that are placed', () => {
    const pattern = [0, 3].map((day) => ({ day, timeOfDay: 'pm' as const }));
    const moves = repeatedIn(THREE, MONDAY, DEFAULT_POLICIES, pattern);
    expect(moves?.map(({ sessionId }) => sessionId)).toEqual([1, 2]);
    expect(leftOutIn(THREE, MONDAY, DEFAULT_POLICIES)).toContain('Lift 3 is left out');
    expect(leftOutIn(facts({ lifts: [inBuild(1, 0)] }), MONDAY, DEFAULT_POLICIES)).toBeUndefined();
  });

  test('what is offered holds no more than the week may', () => {
    const lifts = fc.uniqueArray(fc.integer({ min: 0, max: 13 }), { minLength: 1, maxLength: 5 });
    const stage = fc.constantFrom(BUILD, SEASON, { kind: 'start' as const }, { kind: 'build' as const });
    fc.assert(
      fc.property(lifts, stage, fc.nat(2), (halves, where, forced) => {
        const given = facts({
          lifts: halves.map((half, at) =>
            lift(at + 1, Math.floor(half / 2), {
              timeOfDay: half % 2 === 0 ? 'am' : 'pm',
              stage: where,
              ...(at < forced ? { reason: 'said so' } : {}),
            }),
          ),
        });
        const { best, leftOut, lifts: placed } = offerWeek(given, MONDAY, DEFAULT_POLICIES, MONDAY);
        const beyond = halves.length - liftLimit(where).most;
        expect(placed).toHaveLength(Math.min(halves.length, liftLimit(where).most));
        expect(leftOut).toHaveLength(Math.max(0, beyond - Math.min(forced, halves.length)));
        for (const { moves } of best) {
          const kept = withMoves({ ...given, lifts: placed }, moves);
          expect(judgeCalendarWeek(kept, MONDAY, DEFAULT_POLICIES).violations).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said before a lift is dropped in a week that holds too many', () => {
  const said = (given: PlacementFacts, sessionId: number, day: number) =>
    judgePlaces(given, MONDAY, DEFAULT_POLICIES, sessionId).get(placeKey({ on: on(day), timeOfDay: 'pm' }))?.broken;

  test('the one that is too many breaks the rule wherever it goes', () => {
    expect(said(THREE, 3, 4)).toEqual([TOO_MANY]);
    expect(said(THREE, 3, 6)).toEqual([TOO_MANY]);
    // It is not the last there, but another one is because of it.
    const apart = facts({ lifts: [inBuild(1, 0), inBuild(2, 6), inBuild(3, 6, { timeOfDay: 'am' })] });
    expect(said(apart, 2, 3)).toContain(TOO_MANY);
  });

  test('another one moves freely as long as it does not become the one', () => {
    expect(said(THREE, 1, 0)).toEqual([]);
    expect(said(THREE, 2, 2)).toEqual([]);
    expect(said(THREE, 1, 6)).toEqual([TOO_MANY]);
    const forced = facts({ lifts: [inBuild(1, 0), inBuild(2, 2), inBuild(3, 4, { reason: 'camp' })] });
    expect(said(forced, 1, 6)).toEqual([]);
  });

  test('standing, it is red with or without a reason; the others are not', () => {
    const forced = facts({ lifts: [inBuild(1, 0, { reason: 'camp' }), inBuild(2, 2), inBuild(3, 4)] });
    for (const [given, red] of [
      [THREE, 3],
      [forced, 1],
    ] as const)
      for (const one of given.lifts)
        expect(judgeStanding(given, MONDAY, DEFAULT_POLICIES, one)?.level === 'act').toBe(one.sessionId === red);
  });
});
