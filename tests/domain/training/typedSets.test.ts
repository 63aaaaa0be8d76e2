import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printTypedSets, readTypedSets, type TypedSet } from '../../../src/domain/training/typedSets.ts';

const read = (text: string, unit: 'kg' | 'lb' = 'kg') => readTypedSets(text, unit);

describe('sets as a coach types them', () => {
  test('are repetitions, load and RPE', () => {
    expect(read('5x92.5@8, 5x92.5@8.5')).toEqual({
      ok: true,
      value: [
        { reps: 5, loadKg: 92.5, rpe: 8 },
        { reps: 5, loadKg: 92.5, rpe: 8.5 },
      ],
    });
  });

  test('may be several alike, by body weight, or held', () => {
    expect(read('3*5x80; 12; 30s@7')).toEqual({
      ok: true,
      value: [...Array.from({ length: 3 }, () => ({ reps: 5, loadKg: 80 })), { reps: 12 }, { holdS: 30, rpe: 7 }],
    });
  });

  test('know a decimal comma from the comma between two sets', () => {
    expect(read('5x92,5, 4x92,5')).toEqual({
      ok: true,
      value: [
        { reps: 5, loadKg: 92.5 },
        { reps: 4, loadKg: 92.5 },
      ],
    });
  });

  test('are in the athlete’s unit unless they say another', () => {
    expect(read('5x225', 'lb')).toEqual({ ok: true, value: [{ reps: 5, loadKg: 102.06 }] });
    expect(read('5x100kg', 'lb')).toEqual({ ok: true, value: [{ reps: 5, loadKg: 100 }] });
  });

  test.each([
    ['5x80, heavy', 6, 'heavy'],
    ['5x', 0, '5x'],
    ['0x80', 0, '0x80'],
    ['5x80@11', 0, '5x80@11'],
    ['5x9000', 0, '5x9000'],
    ['-5x80', 0, '-5x80'],
    ['99*5x80', 0, '99*5x80'],
  ])('%s is not understood, and the place is named', (text, at, found) => {
    expect(read(text)).toMatchObject({ ok: false, error: { at, found } });
  });

  test('that were printed read back as the same sets', () => {
    const set = fc.record(
      {
        reps: fc.integer({ min: 1, max: 200 }),
        loadKg: fc.integer({ min: 0, max: 60_000 }).map((grams) => grams / 100),
        rpe: fc.integer({ min: 2, max: 20 }).map((half) => half / 2),
      },
      { requiredKeys: ['reps'] },
    );
    fc.assert(
      fc.property(fc.array(set, { maxLength: 12 }), (sets: readonly TypedSet[]) => {
        expect(read(printTypedSets(sets, 'kg'))).toEqual({ ok: true, value: sets });
      }),
    );
  });

  test('never crash on anything typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const outcome = read(text);
        expect(outcome.ok || text.includes(outcome.error.found.replace(/ sets$/, '').slice(0, 1))).toBe(true);
      }),
    );
  });
});
