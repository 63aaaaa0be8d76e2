import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviationOf, doneSet, type Deviation, type PlannedSet } from '../../../src/domain/typeIn/plannedSet.ts';
import { printBox, readBox, type BoxEntry } from '../../../src/domain/typeIn/typedBox.ts';

const SQUAT: PlannedSet = { reps: 5, loadKg: 90, takesLoad: true };
const CURL: PlannedSet = { reps: 8, loadKg: 12, takesLoad: true };
const BY_FEEL: PlannedSet = { reps: 8, takesLoad: true };
const PRESS_UP: PlannedSet = { reps: 10, takesLoad: false };
const PLANK: PlannedSet = { holdS: 30, takesLoad: false };
const CARRY: PlannedSet = { distanceM: 20, loadKg: 24, takesLoad: true };
const HOLDS: PlannedSet = { reps: 4, holdS: 3, takesLoad: false };

const entries = (text: string, planned: PlannedSet = SQUAT, unit: 'kg' | 'lb' = 'kg') => {
  const read = readBox(text, planned, unit);
  return read.ok ? read.value.entries : read.error;
};

describe('a box of a sheet', () => {
  test.each<[string, PlannedSet, readonly BoxEntry[]]>([
    ['5x92.5@8', SQUAT, [{ reps: 5, loadKg: 92.5, rpe: 8 }]],
    ['5 × 92,5 kg @ 8,5', SQUAT, [{ reps: 5, loadKg: 92.5, rpe: 8.5 }]],
    ['4', SQUAT, [{ reps: 4 }]],
    ['x4', SQUAT, [{ reps: 4 }]],
    ['92.5', SQUAT, [{ loadKg: 92.5 }]],
    ['92,5', SQUAT, [{ loadKg: 92.5 }]],
    ['85', SQUAT, [{ loadKg: 85 }]],
    ['20kg', SQUAT, [{ loadKg: 20 }]],
    ['@8', SQUAT, [{ rpe: 8 }]],
    ['rir2', SQUAT, [{ rpe: 8 }]],
    ['4 rir 1.5', SQUAT, [{ reps: 4, rpe: 8.5 }]],
    ['=', SQUAT, [{}]],
    ['=@9', SQUAT, [{ rpe: 9 }]],
    ['-', SQUAT, ['skipped']],
    ['', SQUAT, []],
    ['5,5,4', SQUAT, [{ reps: 5 }, { reps: 5 }, { reps: 4 }]],
    ['5,4', SQUAT, [{ reps: 5 }, { reps: 4 }]],
    ['5,5,4@9', SQUAT, [{ reps: 5 }, { reps: 5 }, { reps: 4, rpe: 9 }]],
    [
      '5x92,5; 4x92,5',
      SQUAT,
      [
        { reps: 5, loadKg: 92.5 },
        { reps: 4, loadKg: 92.5 },
      ],
    ],
    ['5, -, 4', SQUAT, [{ reps: 5 }, 'skipped', { reps: 4 }]],
    [
      '2*4x95',
      SQUAT,
      [
        { reps: 4, loadKg: 95 },
        { reps: 4, loadKg: 95 },
      ],
    ],
    ['12,10,8', PRESS_UP, [{ reps: 12 }, { reps: 10 }, { reps: 8 }]],
    ['12,5', PRESS_UP, [{ reps: 12 }, { reps: 5 }]],
    ['35', PRESS_UP, [{ reps: 35 }]],
    ['10x5kg', PRESS_UP, [{ reps: 10, loadKg: 5 }]],
    ['45', PLANK, [{ holdS: 45 }]],
    ['45s', PLANK, [{ holdS: 45 }]],
    ['30sx10', PLANK, [{ holdS: 30, loadKg: 10 }]],
    ['15', CARRY, [{ distanceM: 15 }]],
    ['20mx28', CARRY, [{ distanceM: 20, loadKg: 28 }]],
    ['5x3s', HOLDS, [{ reps: 5, holdS: 3 }]],
  ])('%s', (text, planned, expected) => {
    expect(entries(text, planned)).toEqual(expected);
  });

  test('is in the athlete’s unit unless it says another', () => {
    expect(entries('5x225', SQUAT, 'lb')).toEqual([{ reps: 5, loadKg: 102.06 }]);
    expect(entries('100kg', SQUAT, 'lb')).toEqual([{ loadKg: 100 }]);
  });

  test('says that the sets after it were left out', () => {
    expect(readBox('5; --', SQUAT, 'kg')).toEqual({ ok: true, value: { entries: [{ reps: 5 }], skipsRest: true } });
    expect(readBox('--', SQUAT, 'kg')).toEqual({ ok: true, value: { entries: [], skipsRest: true } });
  });

  test.each<[string, PlannedSet, number, string]>([
    ['0x80', SQUAT, 0, '- is for a set that was not done'],
    ['0', SQUAT, 0, '- is for a set that was not done'],
    ['5x900', SQUAT, 0, 'a load of at most 600 kg'],
    ['900', SQUAT, 0, 'a load of at most 600 kg'],
    ['5x80@12', SQUAT, 0, 'an RPE from 1 to 10'],
    ['@0', SQUAT, 0, 'an RPE from 1 to 10'],
    ['rir10', SQUAT, 0, 'an RPE from 1 to 10'],
    ['201x5kg', SQUAT, 0, 'at most 200 repetitions'],
    ['4000s', PLANK, 0, 'a hold of at most an hour (3600 s)'],
    ['99*5', SQUAT, 0, '1 to 30 sets'],
    ['5; heavy', SQUAT, 3, '5x92.5@8'],
    ['-5x80', SQUAT, 0, '5x92.5@8'],
    ['5x', SQUAT, 0, '5x92.5@8'],
    ['7.5', PRESS_UP, 0, 'whole repetitions'],
  ])('refuses %s, and says what would do', (text, planned, at, expected) => {
    const problem = entries(text, planned);
    expect(problem).toMatchObject({ at, expected: expect.stringContaining(expected) });
  });

  test('the limit is in the athlete’s unit', () => {
    expect(entries('5x2000', SQUAT, 'lb')).toMatchObject({ expected: 'a load of at most 1322 lb' });
  });

  test.each<[string, PlannedSet, string]>([
    ['10', CURL, '10kg for a load, or x10 for repetitions'],
    ['20', BY_FEEL, '20kg for a load, or x20 for repetitions'],
    ['12,5', CURL, '12.5 for a load, or 12; 5 for two sets'],
    ['100x5', SQUAT, 'repetitions first, as 5x100; 100x5kg if it was 100 repetitions'],
  ])('does not guess what %s is', (text, planned, expected) => {
    expect(entries(text, planned)).toMatchObject({ found: text, expected });
  });
});

const deviation: fc.Arbitrary<Deviation> = fc
  .record(
    {
      amount: fc.oneof(
        fc.constant({}),
        fc.record({ reps: fc.integer({ min: 1, max: 200 }) }),
        fc.record({ holdS: fc.integer({ min: 1, max: 3600 }) }),
        fc.record({ distanceM: fc.integer({ min: 1, max: 2000 }) }),
        fc.record({ reps: fc.integer({ min: 1, max: 200 }), holdS: fc.integer({ min: 1, max: 3600 }) }),
      ),
      loadKg: fc.integer({ min: 0, max: 60_000 }).map((hundredths) => hundredths / 100),
      rpe: fc.integer({ min: 2, max: 20 }).map((half) => half / 2),
    },
    { requiredKeys: ['amount'] },
  )
  .map(({ amount, ...rest }) => ({ ...amount, ...rest }));

const planned = fc.constantFrom(SQUAT, CURL, BY_FEEL, PRESS_UP, PLANK, CARRY, HOLDS);
const unit = fc.constantFrom('kg' as const, 'lb' as const);

describe('laws', () => {
  test('what was printed reads back the same, whatever was planned and in either unit', () => {
    const entry = fc.oneof({ weight: 6, arbitrary: deviation }, fc.constant('skipped' as const));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), fc.boolean(), planned, unit, (said, skipsRest, plan, of) => {
        const reading = { entries: said, skipsRest };
        expect(readBox(printBox(reading, of), plan, of)).toEqual({ ok: true, value: reading });
      }),
    );
  });

  test('a set that was done is told by how it differs from its plan', () => {
    fc.assert(
      fc.property(deviation, planned, (typed, plan) => {
        const done = doneSet(plan, typed);
        // Body weight and a load of nothing are the same.
        if (done.loadKg === 0 && plan.loadKg === undefined) return;
        expect(doneSet(plan, deviationOf(plan, done))).toEqual(done);
      }),
    );
  });

  test('anything typed is read or refused at a place in it', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789x@,;.-=* rirkglbsm'.split('')), maxLength: 14 }),
    );
    fc.assert(
      fc.property(typed, planned, unit, (text, plan, of) => {
        const read = readBox(text, plan, of);
        if (!read.ok) {
          expect(read.error.at).toBeLessThan(Math.max(1, text.length));
          expect(read.error.expected).not.toBe('');
        } else {
          const printed = printBox(read.value, of);
          expect(readBox(printed, plan, of)).toEqual(read);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
