import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, type WeekToPlan } from '../../../src/domain/placement/judge.ts';
import {
  LIFT_HOURS,
  RUN_HOURS,
  type PlacedLift,
  type PlacedRun,
  type PlacedRunKind,
} from '../../../src/domain/placement/placedWeek.ts';
import { judgeUsual, placeInUsualWeek, placeLifts } from '../../../src/domain/placement/placeLifts.ts';
import { DEFAULT_POLICIES } from '../../../src/domain/placement/policies.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const KINDS: Readonly<Record<string, PlacedRunKind>> = { E: 'easy', Q: 'quality', L: 'long', R: 'race' };

const hourOf = (day: string, slot: string): number => 24 * DAYS.indexOf(day) + (slot === 'PM' ? 18 : 7);

/** `Tue Q, Thu E`: runs of a week, in the morning unless it says PM. */
const runsOf = (text: string): readonly PlacedRun[] =>
  text.split(', ').map((part) => {
    const [day = '', type = '', slot = 'AM'] = part.split(' ');
    const kind = KINDS[type] ?? 'easy';
    const startH = hourOf(day, slot);
    return { kind, startH, endH: startH + RUN_HOURS[kind] };
  });

const liftsOf = (text: string): readonly PlacedLift[] =>
  text.split(' + ').map((part) => {
    const [day = '', slot = 'AM'] = part.split(' ');
    const startH = hourOf(day, slot);
    return { startH, endH: startH + LIFT_HOURS };
  });

const namesOf = (lifts: readonly PlacedLift[]): string =>
  lifts.map(({ startH }) => `${DAYS[Math.floor(startH / 24)]} ${startH % 24 === 18 ? 'PM' : 'AM'}`).join(' + ');

const usual = (text: string) => ({ runs: runsOf(text), policies: DEFAULT_POLICIES });

describe('the worked weeks (R6.2)', () => {
  test.each([
    ['Tue Q, Thu E, Sun L', 'Tue PM + Fri AM', 4.625, 12],
    ['Tue Q, Wed E, Fri E, Sun L', 'Tue PM + Fri PM', 5.917, 8],
    ['Mon E, Tue Q, Thu E, Fri Q, Sun L', 'Tue PM + Fri PM', 3.917, 7],
    ['Mon E, Tue Q, Wed E, Thu E, Fri Q, Sun L', 'Tue PM + Fri PM', 3.917, 5],
    ['Mon E, Tue Q, Wed E, Thu E, Fri Q, Sat E, Sun L', 'Tue PM + Fri PM', 3.917, 5],
  ])('%s: %s', (runs, best, cost, feasible) => {
    const found = placeInUsualWeek(usual(runs), { lifts: 2 });
    expect(namesOf(found.best[0]?.lifts ?? [])).toBe(best);
    expect(found.best[0]?.cost).toBeCloseTo(cost, 3);
    expect(found.feasible).toBe(feasible);
    const one = placeInUsualWeek(usual(runs), { lifts: 1 });
    expect(namesOf(one.best[0]?.lifts ?? [])).toBe('Tue PM');
    expect(one.best[0]?.cost).toBe(0);
  });

  test.each([
    ['Mon E, Tue Q, Thu E, Fri Q, Sun L', 'Wed AM + Fri PM', 8.854],
    ['Mon E, Tue Q, Wed E, Thu E, Fri Q, Sun L', 'Tue PM + Sun PM', 11.896],
  ])('%s: second best is %s', (runs, second, cost) => {
    const { best } = placeInUsualWeek(usual(runs), { lifts: 2 });
    expect(namesOf(best[1]?.lifts ?? [])).toBe(second);
    expect(best[1]?.cost).toBeCloseTo(cost, 3);
  });

  test('a second choice of seven runs a week', () => {
    const week = usual('Mon E, Tue Q, Wed E, Thu E, Fri Q, Sat E, Sun L');
    expect(judgeUsual(liftsOf('Wed PM + Fri PM'), week).cost).toBeCloseTo(13.8125, 4);
  });

  test('without two sessions a day the rest days are next', () => {
    const week = usual('Tue Q, Thu E, Sun L');
    expect(judgeUsual(liftsOf('Tue PM + Thu PM'), week).cost).toBeCloseTo(5, 3);
    expect(judgeUsual(liftsOf('Wed AM + Fri AM'), week).cost).toBeCloseTo(9.25, 3);
  });

  test('a lift twelve hours before quality, and two within 48 h, are refused by name', () => {
    const week = usual('Mon E, Tue Q, Thu E, Fri Q, Sun L');
    const early = judgeUsual(liftsOf('Mon PM + Thu PM'), week).violations;
    expect(early.find(({ lift }) => lift === 0)).toMatchObject({ rule: 'H1', gapH: 12.25, leastH: 24 });
    const close = judgeUsual(liftsOf('Tue PM + Wed PM'), week).violations;
    expect(close.map(({ rule }) => rule)).toContain('H4');
  });
});

const planned = (runs: string, changes: Partial<WeekToPlan> = {}): WeekToPlan => ({
  runs: runsOf(runs),
  standing: [],
  policies: DEFAULT_POLICIES,
  closed: [],
  ...changes,
});

describe('a week of the calendar', () => {
  test('a race keeps lifts away by its priority', () => {
    const race = (priority: 'A' | 'B' | 'C'): WeekToPlan => {
      const startH = hourOf('Sun', 'AM');
      const runs = [{ kind: 'race' as const, startH, endH: startH + 1, priority }];
      return planned('Tue E', { runs, closed: [{ fromH: startH, toH: 168 + 48 }] });
    };
    const allowed = (priority: 'A' | 'B' | 'C'): number => placeLifts(race(priority), { lifts: 1 }).feasible;
    expect(allowed('A')).toBe(0);
    // Monday’s morning and evening end 120 h before Sunday 07:00; Monday to Wednesday 72 h before.
    expect(allowed('B')).toBe(2);
    expect(allowed('C')).toBe(6);
  });

  test('next week’s Monday run is looked at, and last Sunday’s lift', () => {
    const monday = { kind: 'quality', startH: 168 + 7, endH: 168 + 8.25 } as const;
    const lift = liftsOf('Sun PM');
    expect(judge(lift, planned('Wed E')).violations).toEqual([]);
    expect(judge(lift, planned('Wed E', { runs: [monday] })).violations[0]).toMatchObject({ rule: 'H1', gapH: 12.25 });
    const sunday = { startH: -6, endH: -5.25 };
    expect(judge(liftsOf('Mon PM'), planned('Wed E', { standing: [sunday] })).violations[0]).toMatchObject({
      rule: 'H4',
      gapH: 24,
    });
  });

  test('after a race, ill or on red the time is closed', () => {
    const closed = [{ fromH: 0, toH: 96 }];
    const { violations } = judge(liftsOf('Wed AM'), planned('Fri E', { closed }));
    expect(violations).toMatchObject([{ rule: 'H7', untilH: 96 }]);
    expect(placeLifts(planned('Fri E', { closed }), { lifts: 1 }).best[0]?.lifts[0]?.startH).toBeGreaterThanOrEqual(96);
  });

  test('jumps keep a day from key runs', () => {
    const week = planned('Thu Q', { hasJumps: true });
    expect(judge(liftsOf('Wed AM'), week).violations.map(({ rule }) => rule)).toContain('H8');
    expect(judge(liftsOf('Tue AM'), week).violations).toEqual([]);
  });

  test('soreness to be expected at a key run costs (S9)', () => {
    // 36.25 h from the end of Friday evening's lift to Sunday's long run.
    const sore = judge(liftsOf('Fri PM'), planned('Sun L', { peakSoreness: 5 })).parts.find(
      ({ rule }) => rule === 'S9',
    );
    expect(sore?.soreness).toBeCloseTo(4.745, 3);
    expect(sore?.cost).toBeCloseTo(8.724, 3);
    const mild = judge(liftsOf('Fri PM'), planned('Sun L', { peakSoreness: 3 }));
    expect(mild.parts.some(({ rule }) => rule === 'S9')).toBe(false);
  });

  test('habit and hours of the day cost one each (S7, S8)', () => {
    const week = planned('Sun L', { usualStartsH: [42], preferredH: 18 });
    const rulesAt = (lifts: string): readonly string[] => judge(liftsOf(lifts), week).parts.map(({ rule }) => rule);
    expect(rulesAt('Tue PM')).not.toContain('S7');
    expect(rulesAt('Tue PM')).not.toContain('S8');
    expect(rulesAt('Wed AM')).toEqual(expect.arrayContaining(['S7', 'S8']));
  });

  test('a run and a lift at the same time are refused', () => {
    expect(judge(liftsOf('Wed AM'), planned('Wed E')).violations.map(({ rule }) => rule)).toContain('H2');
  });
});

describe('laws of placement', () => {
  const run = fc
    .record({
      day: fc.integer({ min: 0, max: 6 }),
      kind: fc.constantFrom<PlacedRunKind>('easy', 'quality', 'long'),
      isLate: fc.boolean(),
    })
    .map(({ day, kind, isLate }): PlacedRun => {
      const startH = 24 * day + (isLate ? 18 : 7);
      return { kind, startH, endH: startH + RUN_HOURS[kind] };
    });
  const weeks = fc.array(run, { maxLength: 8 }).map((runs) => ({ runs, policies: DEFAULT_POLICIES }));

  test('what is offered breaks nothing, costs what its parts cost, and nothing that is offered later is cheaper', () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 1, max: 3 }), (week, lifts) => {
        const { best } = placeInUsualWeek(week, { lifts, most: 20 });
        for (const [at, plan] of best.entries()) {
          expect(plan.violations).toEqual([]);
          expect(judgeUsual(plan.lifts, week).cost).toBeCloseTo(plan.cost, 9);
          expect(plan.cost).toBeCloseTo(
            plan.parts.reduce((sum, { cost }) => sum + cost, 0),
            9,
          );
          expect(plan.cost).toBeGreaterThanOrEqual((best[at - 1]?.cost ?? 0) - 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a week that is shifted by whole days is planned the same, shifted', () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 1, max: 6 }), (week, by) => {
        const shifted = {
          ...week,
          runs: week.runs.map((one) => {
            const startH = (one.startH + 24 * by) % 168;
            return { ...one, startH, endH: startH + (one.endH - one.startH) };
          }),
        };
        const [here, there] = [week, shifted].map((one) => placeInUsualWeek(one, { lifts: 2 }));
        expect(there?.feasible).toBe(here?.feasible);
        expect(there?.best[0]?.cost ?? 0).toBeCloseTo(here?.best[0]?.cost ?? 0, 9);
      }),
      { numRuns: 100 },
    );
  });
});
