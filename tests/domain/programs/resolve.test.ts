import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardGym } from '../../../src/domain/athletes/athlete.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { massToKg } from '../../../src/domain/kernel/quantity.ts';
import type { LoadBasis, Prescription } from '../../../src/domain/programs/program.ts';
import { repsToLeave, resolvePrescription, type ResolveInput } from '../../../src/domain/programs/resolve.ts';
import { exerciseOf } from '../exercises/shippedLibrary.ts';

const trendOf = (trendKg: number) => ({
  trendKg,
  lowKg: trendKg * 0.95,
  highKg: trendKg * 1.05,
  performedOn: '2026-11-12' as PlainDate,
});

const sets = (basis: LoadBasis, more: Partial<Prescription> = {}): Prescription => ({
  sets: 3,
  reps: 4,
  basis,
  rpeCap: 8,
  ...more,
});

const resolve = (basis: LoadBasis, more: Partial<ResolveInput> = {}) =>
  resolvePrescription({
    prescription: sets(basis),
    exercise: exerciseOf('sq_back'),
    gym: standardGym('kg'),
    trend: trendOf(125.41),
    isNovice: false,
    ...more,
  });

describe('R2.1 a prescription made real', () => {
  test('the worked loads', () => {
    expect(resolve({ kind: 'pct1rm', fraction: 0.825 })).toMatchObject({
      load: 102.5,
      loadKg: 102.5,
      percentOf1rm: 82.5,
    });
    expect(resolve({ kind: 'pct1rm', fraction: 0.875 }).load).toBe(107.5);
    expect(resolve({ kind: 'pctTm', fraction: 1 }).load).toBe(112.5);
    expect(resolve({ kind: 'rpe', rpe: 8 }, { trend: trendOf(125) }).load).toBe(105);
    expect(resolve({ kind: 'rir', rir: 2 }, { trend: trendOf(125) }).load).toBe(105);
    expect(resolve({ kind: 'load', loadKg: 90 }, { trend: undefined })).toMatchObject({ load: 90, differencePct: 0 });
  });

  test('every novice and everything above 85 % is rounded down', () => {
    expect(resolve({ kind: 'pct1rm', fraction: 0.83 }).load).toBe(105);
    expect(resolve({ kind: 'pct1rm', fraction: 0.83 }, { isNovice: true }).load).toBe(102.5);
    expect(resolve({ kind: 'pct1rm', fraction: 0.875 }, { trend: trendOf(125.6) }).load).toBe(107.5);
  });

  test('says why, from the estimate to the plates', () => {
    const { explanation, perSide, warmUp } = resolve({ kind: 'pct1rm', fraction: 0.8 }, { trend: trendOf(104) });
    expect(explanation).toEqual([
      { label: 'Estimate', value: 'e1RM 104 kg (90 % sure: 99–109), 12 Nov', rule: 'R1.5' },
      { label: 'Prescription', value: '80 % of e1RM = 83.2 kg', rule: 'R2.1' },
      { label: 'Rounding', value: 'to the nearest load there is: 82.5 kg (−0.8 %)', rule: 'R1.7' },
      { label: 'Plates', value: '20 kg bar, per side 20 + 10 + 1.25', rule: 'R1.7' },
    ]);
    expect(perSide).toEqual([20, 10, 1.25]);
    expect(warmUp.map(({ load, reps }) => `${load}×${reps}`)).toEqual(['20×8', '32.5×5', '47.5×3', '65×2']);
  });

  test('the first session back after a break', () => {
    const planned = sets({ kind: 'pct1rm', fraction: 0.8 });
    expect(resolve(planned.basis, { daysOff: 35 })).toMatchObject({ load: 85, targetKg: expect.closeTo(87.13, 2) });
    expect(resolve(planned.basis, { daysOff: 10 }).load).toBe(95);
    expect(resolve(planned.basis, { daysOff: 7 }).load).toBe(100);
    const written = resolve({ kind: 'load', loadKg: 100 }, { daysOff: 35 });
    expect(written.load).toBe(100);
    expect(written.explanation.find(({ rule }) => rule === 'R2.13')?.value).toContain('the rule would take × 0.8685');
  });

  test('an nRM keeps one repetition in reserve, a hold says its effort, an open cell goes on from last time', () => {
    expect(resolve({ kind: 'rm', rm: 4 }, { trend: trendOf(100) })).toMatchObject({ targetKg: 86.3 });
    expect(resolve({ kind: 'mvc', fraction: 0.9 }).missing).toBe('effort');
    expect(resolve({ kind: 'open' }).missing).toBe('noEstimate');
    const lastLift = { loadKg: 92.5, on: '2026-11-12' as PlainDate };
    expect(resolve({ kind: 'open' }, { lastLift })).toMatchObject({ load: 92.5 });
    expect(resolve({ kind: 'open' }, { exercise: exerciseOf('pu_full') }).missing).toBe('bodyweight');
  });

  test('a training max says what it is and since when', () => {
    const { load, explanation } = resolve({ kind: 'pctTm', fraction: 0.9 }, { trainingMaxKg: 112.5 });
    expect(load).toBe(100);
    expect(explanation.find(({ rule }) => rule === 'R1.6')?.value).toBe('112.5 kg, set when the block began');
  });

  test('in pounds, with pound plates', () => {
    const answer = resolve({ kind: 'pct1rm', fraction: 0.8 }, { gym: standardGym('lb'), trend: trendOf(104) });
    expect(answer).toMatchObject({ unit: 'lb', load: 185, perSide: [45, 25] });
    expect(answer.loadKg).toBeCloseTo(83.91, 2);
  });

  test('without an estimate: no load, but an effort to keep to', () => {
    const novice = sets({ kind: 'pct1rm', fraction: 0.65 }, { rpeCap: 6.5 });
    expect(resolve({ kind: 'bodyweight' }, { prescription: novice, trend: undefined })).toEqual({
      unit: 'kg',
      warmUp: [],
      missing: 'noEstimate',
      explanation: [
        { label: 'Estimate', value: 'none yet', rule: 'R1.2' },
        { label: 'Load', value: 'Choose a load that leaves 4 reps in reserve; stop at RPE 6.5' },
      ],
    });
    expect(resolve({ kind: 'rpe', rpe: 5 }).missing).toBe('noEstimate');
    expect(resolve({ kind: 'pctTm', fraction: 0.9 }, { trend: undefined }).missing).toBe('noEstimate');
    expect(resolve({ kind: 'pctTm', fraction: 0.9 }, { trend: undefined, trainingMaxKg: 100 }).load).toBe(90);
  });

  test('body weight is no load', () => {
    expect(resolve({ kind: 'bodyweight' }).missing).toBe('bodyweight');
    expect(resolve({ kind: 'rir', rir: 3 }, { exercise: exerciseOf('pu_full') }).missing).toBe('bodyweight');
  });

  test('a bar that is too heavy is not loaded', () => {
    const answer = resolve({ kind: 'pct1rm', fraction: 0.65 }, { trend: trendOf(25) });
    expect(answer).toMatchObject({ missing: 'notLoadable', warmUp: [] });
    expect(answer.load).toBeUndefined();
    expect(answer.targetKg).toBeCloseTo(16.25, 9);
    expect(resolve({ kind: 'load', loadKg: 19.8 }).load).toBe(20);
  });

  test('dumbbells by two kilograms, stacks by two and a half, neither with plates', () => {
    const goblet = resolve({ kind: 'load', loadKg: 21 }, { exercise: exerciseOf('sq_goblet') });
    expect(goblet).toMatchObject({
      load: 20,
      warmUp: [
        { load: 8, reps: 5 },
        { load: 12, reps: 3 },
        { load: 16, reps: 2 },
      ],
    });
    expect(goblet.perSide).toBeUndefined();
    expect(resolve({ kind: 'load', loadKg: 21.2 }, { exercise: exerciseOf('sq_goblet') }).load).toBe(22);
    expect(resolve({ kind: 'load', loadKg: 51.5 }, { exercise: exerciseOf('sq_legpress') }).load).toBe(52.5);
    expect(resolve({ kind: 'load', loadKg: 1 }, { exercise: exerciseOf('sq_goblet') }).missing).toBe('notLoadable');
  });

  test('a lift with bar or dumbbells uses the bar where there is one', () => {
    const press = exerciseOf('pu_ohp');
    expect(resolve({ kind: 'load', loadKg: 40 }, { exercise: press }).perSide).toEqual([10]);
    const dumbbells = { ...standardGym('kg'), equipment: ['db'] };
    expect(resolve({ kind: 'load', loadKg: 40 }, { exercise: press, gym: dumbbells }).perSide).toBeUndefined();
  });

  test('reserve to leave', () => {
    expect(repsToLeave(sets({ kind: 'rir', rir: 3 }))).toBe(3);
    expect(repsToLeave(sets({ kind: 'rpe', rpe: 8 }))).toBe(2);
    expect(repsToLeave(sets({ kind: 'bodyweight' }, { rpeCap: 7.5 }))).toBe(3);
    expect(repsToLeave(sets({ kind: 'bodyweight' }, { rpeCap: undefined }))).toBeUndefined();
  });

  test('a novice never lifts more than asked, and the bar always adds up', () => {
    const fraction = fc.double({ min: 0.5, max: 0.95, noNaN: true });
    const e1rmKg = fc.double({ min: 20, max: 220, noNaN: true });
    fc.assert(
      fc.property(fraction, e1rmKg, fc.constantFrom('kg' as const, 'lb' as const), (share, trendKg, unit) => {
        const gym = standardGym(unit);
        const basis = { kind: 'pct1rm', fraction: share } as const;
        const answer = resolve(basis, { gym, trend: trendOf(trendKg), isNovice: true });
        const plates = (answer.perSide ?? []).reduce((total, plate) => total + plate, 0);
        const mostKg = Math.max(share * trendKg, massToKg(unit, gym.bar)) + 1e-6;
        expect(answer.missing === 'notLoadable').toBe(answer.load === undefined);
        expect(answer.load ?? gym.bar).toBeCloseTo(gym.bar + 2 * plates, 9);
        expect(answer.loadKg ?? 0).toBeLessThanOrEqual(mostKg);
      }),
    );
  });
});
