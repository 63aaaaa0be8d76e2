import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autoregulate, simpleAutoregulate } from '../../../src/domain/progression/autoregulate.ts';
import { doubleProgression } from '../../../src/domain/progression/doubleProgression.ts';
import {
  nextBackpack,
  rungMove,
  rungRestart,
  startRung,
  type RungSession,
} from '../../../src/domain/progression/ladder.ts';
import { linearStep } from '../../../src/domain/progression/linear.ts';
import {
  BLOCK_PHASES,
  fractionUnderCap,
  percentOfRm,
  waveLoadKg,
  waveWeek,
} from '../../../src/domain/progression/loadModels.ts';
import { restartAfter } from '../../../src/domain/progression/restart.ts';

const target = { reps: 4, rpe: 8 };

describe('autoregulation within a session (R2.1)', () => {
  test.each([
    { rpe: 9, e1rmKg: 121.67, wantedKg: 101.84, loadKg: 102.5 },
    { rpe: 6.5, e1rmKg: 131.41, wantedKg: 109.99, loadKg: 110 },
    { rpe: 8, e1rmKg: 125.45, wantedKg: 105, loadKg: 105 },
  ])('4 at RPE 8 with 105 kg, reported as $rpe: next $loadKg kg', ({ rpe, e1rmKg, wantedKg, loadKg }) => {
    const next = autoregulate({ target, done: [{ reps: 4, loadKg: 105, rpe }], stepKg: 2.5 });
    expect(next?.e1rmKg).toBeCloseTo(e1rmKg, 2);
    expect(next?.wantedKg).toBeCloseTo(wantedKg, 2);
    expect(next?.mostKg).toBeCloseTo(110.25, 6);
    expect(next?.loadKg).toBe(loadKg);
  });

  test('the simple rule: 4 % for a point of RPE, 100.8 is 100 kg on the bar', () => {
    const next = simpleAutoregulate({ target, done: [{ reps: 4, loadKg: 105, rpe: 9 }], stepKg: 2.5 });
    expect(next).toMatchObject({ wantedKg: 100.8, loadKg: 100 });
  });

  test('a tenth from the first set at most, however often it changes', () => {
    const easy = [100, 105, 110].map((loadKg) => ({ reps: 4, loadKg, rpe: 6 }));
    expect(autoregulate({ target, done: easy, stepKg: 2.5 })?.loadKg).toBe(110);
  });

  test('outside the chart, without sets or a step there is no answer', () => {
    expect(autoregulate({ target, done: [], stepKg: 2.5 })).toBeUndefined();
    expect(autoregulate({ target, done: [{ reps: 4, loadKg: 105, rpe: 5 }], stepKg: 2.5 })).toBeUndefined();
    expect(autoregulate({ target, done: [{ reps: 4, loadKg: 105, rpe: 8 }], stepKg: 0 })).toBeUndefined();
    expect(simpleAutoregulate({ target, done: [{ reps: 4, loadKg: 0, rpe: 8 }], stepKg: 2.5 })).toBeUndefined();
  });

  test('never beyond 5 % of the last set, and lighter after a harder report', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: 120 }).map((half) => half * 2.5),
        fc.integer({ min: 12, max: 20 }).map((half) => half / 2),
        fc.constantFrom(0.5, 1, 2.5, 5),
        (loadKg, rpe, stepKg) => {
          for (const rule of [autoregulate, simpleAutoregulate]) {
            const next = rule({ target, done: [{ reps: 4, loadKg, rpe }], stepKg });
            expect(Math.abs((next?.loadKg ?? 0) / loadKg - 1)).toBeLessThanOrEqual(0.05 + 1e-9);
            if (rpe > 8) expect(next?.loadKg).toBeLessThanOrEqual(loadKg);
            if (rpe < 8) expect(next?.loadKg).toBeGreaterThanOrEqual(loadKg);
          }
        },
      ),
    );
  });
});

describe('double progression (R2.1)', () => {
  const range = { sets: 3, from: 4, to: 6, rpeCap: 8.5 };
  const at = (reps: readonly number[], rpe: number | undefined) => reps.map((one) => ({ reps: one, loadKg: 100, rpe }));

  test.each([
    { done: at([6, 6, 6], 8), expected: { action: 'raise', loadKg: 102.5, reps: 4 } },
    { done: at([6, 6, 5], 8.5), expected: { action: 'repeat', loadKg: 100, reps: 4 } },
    { done: at([6, 6, 6], 9), expected: { action: 'repeat', loadKg: 100, reps: 4 } },
    { done: at([6, 6], 8), expected: { action: 'repeat', loadKg: 100, reps: 4 } },
    { done: at([6, 6, 6], undefined), expected: { action: 'repeat', loadKg: 100, reps: 4 } },
  ])('$done: $expected', ({ done, expected }) => {
    expect(doubleProgression(range, done, 2.5)).toEqual(expected);
  });

  test('a lighter set is no success; a step that is too coarse adds repetitions', () => {
    const mixed = [...at([6, 6], 8), { reps: 6, loadKg: 80, rpe: 8 }];
    expect(doubleProgression(range, mixed, 2.5)?.action).toBe('repeat');
    const light = [6, 6, 6].map((reps) => ({ reps, loadKg: 8, rpe: 8 }));
    expect(doubleProgression(range, light, 2)).toEqual({ action: 'addReps', loadKg: 8, reps: 7 });
    expect(doubleProgression(range, [], 2.5)).toBeUndefined();
  });
});

test('linear (R2.1): a step each success, two misses a tenth off, twelve weeks long', () => {
  const step = (missesInARow: number, weeksLifting?: number) =>
    linearStep({ loadKg: 60, stepKg: 2.5, missesInARow, weeksLifting });
  expect(step(0)).toEqual({ action: 'raise', loadKg: 62.5 });
  expect(step(1)).toEqual({ action: 'repeat', loadKg: 60 });
  expect(step(2)).toEqual({ action: 'rebuild', loadKg: 52.5 });
  expect(step(0, 12)?.action).toBe('raise');
  expect(step(0, 13)).toEqual({ action: 'outgrown', loadKg: 60 });
  expect(linearStep({ loadKg: 8, stepKg: 2, missesInARow: 0 })?.action).toBe('addReps');
  expect(linearStep({ loadKg: 0, stepKg: 2, missesInARow: 0 })).toBeUndefined();
});

describe('models written ahead (R2.1)', () => {
  test('waves: 3 × 5 at 80, 3 × 4 at 84, 3 × 3 at 88, 2 × 4 at 75 %, then 2.5 % of the training max more', () => {
    expect([1, 2, 3, 4].map((week) => waveWeek(week))).toMatchObject([
      { sets: 3, reps: 5, fraction: 0.8, isDeload: false, tmFraction: 0 },
      { sets: 3, reps: 4, fraction: 0.84 },
      { sets: 3, reps: 3, fraction: 0.88 },
      { sets: 2, reps: 4, fraction: 0.75, isDeload: true },
    ]);
    expect(waveWeek(5)).toMatchObject({ wave: 2, fraction: 0.8, tmFraction: 0.025 });
    expect(waveWeek(0)).toBeUndefined();
    expect(waveWeek(1.5)).toBeUndefined();
  });

  test('a wave rises by 2.5 % of the training max, and never above the chart at RPE 9', () => {
    const load = (week: number): number | undefined => {
      const row = waveWeek(week);
      return row === undefined ? undefined : waveLoadKg(row, 125, 112.5);
    };
    expect(load(1)).toBeCloseTo(100, 6);
    expect(load(5)).toBeCloseTo(100 + 2.8125, 6);
    expect(load(3)).toBeCloseTo(110, 6);
    expect(load(43)).toBeCloseTo(125 * 0.892, 6);
  });

  test('4RM 89.2, 6RM 83.7, 10RM 73.9; unsupervised one in reserve', () => {
    expect([4, 6, 10].map((rm) => percentOfRm(rm, true))).toEqual([89.2, 83.7, 73.9]);
    expect([4, 6, 10].map((rm) => percentOfRm(rm, false))).toEqual([86.3, 81.1, 70.7]);
    expect(percentOfRm(13, true)).toBeUndefined();
  });

  test('blocks follow one another, and each can be done under its cap', () => {
    expect(BLOCK_PHASES.map(({ phase }) => phase)).toEqual(['general', 'maximal', 'reactive', 'maintenance']);
    for (const { phase, reps, fraction, rpeCap } of BLOCK_PHASES) {
      expect(fractionUnderCap(fraction, reps, rpeCap), phase).toBe(fraction);
    }
    expect(fractionUnderCap(0.88, 3, 8)).toBe(0.863);
    expect(fractionUnderCap(0.88, 13, 8)).toBeUndefined();
  });
});

describe('the ladder without a gym (R2.8)', () => {
  const session = (amount: number, rpe: number | undefined, sets = 3, hasTechniqueFlag = false): RungSession => ({
    sets: Array.from({ length: sets }, () => ({ amount, rpe })),
    hasTechniqueFlag,
  });

  test('begins on the highest rung with 8 clean repetitions or 20 s at RPE 6', () => {
    const reps = (amount: number, rpe: number) => ({ kind: 'bilateral' as const, amount, rpe });
    expect(startRung([reps(15, 3), reps(10, 6), reps(8, 7)])).toBe(1);
    expect(startRung([reps(15, 3), undefined, { kind: 'hold', amount: 20, rpe: 6 }])).toBe(2);
    expect(startRung([reps(7, 4)])).toBeUndefined();
    expect(startRung([])).toBeUndefined();
  });

  test.each([
    ['bilateral', session(12, 8), session(12, 7.5), 'up'],
    ['unilateral', session(10, 8), session(10, 8), 'up'],
    ['hold', session(45, 7), session(50, 8), 'up'],
    ['bilateral', session(12, 8), session(12, 8.5), 'stay'],
    ['bilateral', session(12, 8), session(12, undefined), 'stay'],
    ['bilateral', session(12, 8), session(12, 8, 2), 'stay'],
    ['bilateral', session(10, 8), session(12, 8), 'stay'],
    ['bilateral', session(5, 9), session(5, 9), 'down'],
    ['bilateral', session(6, 9), session(5, 9), 'stay'],
    ['bilateral', session(12, 7), session(12, 7, 3, true), 'down'],
  ] as const)('%s, %j then %j: %s', (kind, before, newest, move) => {
    expect(rungMove(kind, [before, newest])).toBe(move);
  });

  test('one session alone moves nobody up; a move up restarts small', () => {
    expect(rungMove('bilateral', [session(12, 7)])).toBe('stay');
    expect(rungMove('bilateral', [])).toBe('stay');
    expect(rungRestart('bilateral')).toEqual({ sets: 2, setsTo: 3, amount: 6 });
  });

  test('a backpack by 2.5 kg to a fifth of body mass, then equipment', () => {
    expect(nextBackpack(0, 70)).toEqual({ kind: 'add', addedKg: 2.5 });
    expect(nextBackpack(10, 70)).toEqual({ kind: 'add', addedKg: 12.5 });
    expect(nextBackpack(12.5, 70)).toEqual({ kind: 'askForEquipment', addedKg: 12.5 });
    expect(nextBackpack(0, 0)).toBeUndefined();
  });
});

describe('back after a break (R2.13)', () => {
  const back = (daysOff: number) => restartAfter({ daysOff, hadFever: false });

  test.each([
    [7, 1, 1, 0],
    [8, 0.75, 0.95, 0],
    [14, 0.75, 0.95, 0],
    [15, 0.6, 0.95, 1],
    [35, 0.6, 0.8685, 1],
    [56, 0.6, 0.82125, 1],
  ] as const)(
    '%d days off: sets × %d, loads × %d, jumps %d lower',
    (daysOff, volumeFraction, factor, jumpLevelsDown) => {
      const restart = back(daysOff);
      expect(restart).toMatchObject({ kind: 'session', volumeFraction, jumpLevelsDown });
      expect(restart?.kind === 'session' ? restart.loadFactor : undefined).toBeCloseTo(factor, 9);
    },
  );

  test('after 56 days the ramp; after a fever 48 hours and the next longer band', () => {
    expect(back(57)).toMatchObject({ kind: 'ramp', week: 1, jumpLevelsDown: 1 });
    expect(back(-1)).toBeUndefined();
    expect(back(Number.NaN)).toBeUndefined();
    const fever = (daysOff: number, symptomFreeH?: number) => restartAfter({ daysOff, hadFever: true, symptomFreeH });
    expect(fever(5)).toEqual({ kind: 'wait', hours: 48 });
    expect(fever(5, 30)).toEqual({ kind: 'wait', hours: 18 });
    expect(fever(5, 48)).toMatchObject({ kind: 'session', volumeFraction: 0.75, loadFactor: 0.95 });
    expect(fever(10, 72)).toMatchObject({ kind: 'session', volumeFraction: 0.6, jumpLevelsDown: 1 });
    expect(fever(20, 72)).toMatchObject({ kind: 'ramp', week: 1 });
  });
});
