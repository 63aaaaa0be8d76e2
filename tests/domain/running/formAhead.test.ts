import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { formOver } from '../../../src/domain/running/form.ts';
import { formAhead, FORM_AHEAD_DAYS, type StressOn } from '../../../src/domain/running/formAhead.ts';
import { plannedStress } from '../../../src/domain/running/plannedStress.ts';
import type { RunInPlan } from '../../../src/domain/running/runningPlan.ts';
import { speedAtShareMps, timeForVdot } from '../../../src/domain/running/vdot.ts';

const TODAY = '2026-11-26' as PlainDate;
const VDOT = 50;

const planned = (daysAhead: number, changes: Partial<RunInPlan> = {}): RunInPlan => ({
  on: addDays(TODAY, daysAhead),
  kind: 'easy',
  isKey: false,
  timeOfDay: 'am',
  source: 'usual',
  ...changes,
});

const doneFor = (days: number, points: number) => {
  const from = addDays(TODAY, 1 - days);
  const stress: readonly StressOn[] = Array.from({ length: days }, (_, at) => ({
    on: addDays(from, at),
    points,
    isKey: false,
  }));
  const done = formOver(
    { ctl: 0, atl: 0 },
    stress.map((one) => one.points),
  ).map((form, at) => ({ ...form, on: addDays(from, at) }));
  return { stress, done };
};

describe('the stress of a planned run', () => {
  test('an hour at the pace of its kind, against an hour at threshold', () => {
    const [easy, threshold] = [speedAtShareMps(VDOT, 0.66) ?? 0, speedAtShareMps(VDOT, 0.88) ?? 1];
    const expected = 100 * (easy / threshold) ** 2;
    expect(plannedStress({ kind: 'easy', durationS: 3600 }, VDOT)).toBeCloseTo(expected, 9);
    expect(plannedStress({ kind: 'easy', distanceM: 3600 * easy }, VDOT)).toBeCloseTo(expected, 9);
    expect(plannedStress({ kind: 'quality', durationS: 3600 }, VDOT)).toBeGreaterThan(expected);
  });

  test('a race is run at the speed that the athlete is worth', () => {
    const timeS = timeForVdot(VDOT, 10_000) ?? 0;
    const threshold = speedAtShareMps(VDOT, 0.88) ?? 1;
    const expected = (timeS / 3600) * 100 * (10_000 / timeS / threshold) ** 2;
    expect(plannedStress({ kind: 'race', distanceM: 10_000 }, VDOT)).toBeCloseTo(expected, 9);
  });

  test('of neither distance nor time there is none', () => {
    expect(plannedStress({ kind: 'easy' }, VDOT)).toBeUndefined();
    expect(plannedStress({ kind: 'easy', durationS: 3600 }, 5)).toBeUndefined();
  });
});

describe('planned and expected form', () => {
  const span = Array.from({ length: 2 * FORM_AHEAD_DAYS + 1 }, (_, at) => at - FORM_AHEAD_DAYS);

  test('who has done just what was planned is expected where the plan leads', () => {
    const points = plannedStress({ kind: 'easy', durationS: 3000 }, VDOT) ?? 0;
    const found = formAhead({
      today: TODAY,
      vdot: VDOT,
      ...doneFor(120, points),
      plan: span.map((day) => planned(day, { durationS: 3000 })),
    });
    expect(found?.guessed).toBe(0);
    expect(found?.planned).toHaveLength(2 * FORM_AHEAD_DAYS + 1);
    expect(found?.expected.map(({ on }) => on)).toEqual(
      Array.from({ length: FORM_AHEAD_DAYS + 1 }, (_, at) => addDays(TODAY, at)),
    );
    expect(found?.expected.at(-1)?.ctl).toBeCloseTo(found?.planned.at(-1)?.ctl ?? 0, 9);
  });

  test('who has done less is expected below the plan, and what is done today stands in place of what was planned', () => {
    const { done, stress } = doneFor(120, 10);
    const plan = span.map((day) => planned(day, { durationS: 3000 }));
    const found = formAhead({ today: TODAY, vdot: VDOT, done, stress, plan });
    expect(found?.expected.at(-1)?.ctl).toBeLessThan(found?.planned.at(-1)?.ctl ?? 0);
    expect(found?.expected[0]?.ctl).toBeCloseTo(done.at(-1)?.ctl ?? 0, 9);
    const notYet = formAhead({ today: TODAY, vdot: VDOT, done, stress: stress.slice(0, -1), plan });
    expect(notYet?.expected[0]?.ctl).toBeGreaterThan(found?.expected[0]?.ctl ?? Infinity);
  });

  test('a run of neither distance nor time counts as those of the athlete do, and is counted', () => {
    const found = formAhead({ today: TODAY, vdot: VDOT, ...doneFor(120, 40), plan: span.map((day) => planned(day)) });
    expect(found?.guessed).toBe(span.length);
    expect(found?.expected.at(-1)?.ctl).toBeCloseTo(
      formOver(
        { ctl: 0, atl: 0 },
        Array.from({ length: 120 + FORM_AHEAD_DAYS }, () => 40),
      ).at(-1)?.ctl ?? 0,
      6,
    );
  });

  test('without a plan, or with too little behind, nothing is expected', () => {
    expect(formAhead({ today: TODAY, vdot: VDOT, ...doneFor(120, 40), plan: [] })).toBeUndefined();
    expect(formAhead({ today: TODAY, vdot: VDOT, ...doneFor(20, 40), plan: [planned(1)] })).toBeUndefined();
  });
});
