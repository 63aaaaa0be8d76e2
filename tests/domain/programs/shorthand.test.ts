import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prescriptionFault } from '../../../src/domain/programs/cellLimits.ts';
import type { Cell, LoadBasis, Prescription, PrescriptionExtras, Step } from '../../../src/domain/programs/program.ts';
import { SHORTHAND_HELP } from '../../../src/domain/programs/shorthandHelp.ts';
import { printCell, readCell } from '../../../src/domain/programs/shorthand.ts';

const setsOf = (text: string): readonly Prescription[] => {
  const { cell, marks } = readCell(text);
  expect(marks).toEqual([]);
  return cell.kind === 'sets' ? cell.prescriptions : [];
};

describe('editor.md, cell shorthand: every form of the table', () => {
  const pct = (percent: number): LoadBasis => ({ kind: 'pct1rm', fraction: percent / 100 });
  const forms: readonly (readonly [string, readonly Prescription[]])[] = [
    ['4x3@85', [{ sets: 4, reps: 3, basis: pct(85) }]],
    ['4x3 85%', [{ sets: 4, reps: 3, basis: pct(85) }]],
    ['4 × 3 @ 82,5 %', [{ sets: 4, reps: 3, basis: pct(82.5) }]],
    ['3x4 @90%TM', [{ sets: 3, reps: 4, basis: { kind: 'pctTm', fraction: 0.9 } }]],
    ['5x3 100kg', [{ sets: 5, reps: 3, basis: { kind: 'load', loadKg: 100, unit: 'kg' } }]],
    ['5x3 225lb', [{ sets: 5, reps: 3, basis: { kind: 'load', loadKg: 102.058283, unit: 'lb' } }]],
    ['3x5 RPE8', [{ sets: 3, reps: 5, basis: { kind: 'rpe', rpe: 8 } }]],
    ['3x5 @8', [{ sets: 3, reps: 5, basis: { kind: 'rpe', rpe: 8 } }]],
    ['3x5 RIR2', [{ sets: 3, reps: 5, basis: { kind: 'rir', rir: 2 } }]],
    ['4x4 4RM', [{ sets: 4, reps: 4, basis: { kind: 'rm', rm: 4 } }]],
    ['3x4-6', [{ sets: 3, reps: 4, repsTo: 6, basis: { kind: 'open' } }]],
    [
      '1x5 70, 1x5 80, 3x3 85',
      [
        { sets: 1, reps: 5, basis: pct(70) },
        { sets: 1, reps: 5, basis: pct(80) },
        { sets: 3, reps: 3, basis: pct(85) },
      ],
    ],
    [
      '1x5 70,1x5 80',
      [
        { sets: 1, reps: 5, basis: pct(70) },
        { sets: 1, reps: 5, basis: pct(80) },
      ],
    ],
    ['3x6/side', [{ sets: 3, reps: 6, isPerSide: true, basis: { kind: 'open' } }]],
    ['3x30s', [{ sets: 3, holdS: 30, basis: { kind: 'open' } }]],
    ['5x4x3s 90%MVC', [{ sets: 5, reps: 4, holdS: 3, basis: { kind: 'mvc', fraction: 0.9 } }]],
    ['3x8c', [{ sets: 3, contacts: 8, basis: { kind: 'open' } }]],
    ['3x30m 24kg', [{ sets: 3, distanceM: 30, basis: { kind: 'load', loadKg: 24, unit: 'kg' } }]],
    ['2x12 rung+1', [{ sets: 2, reps: 12, basis: { kind: 'bodyweight', rung: 1 } }]],
    ['2x12 bw', [{ sets: 2, reps: 12, basis: { kind: 'bodyweight' } }]],
    [
      `3x5@80 t3110 r3' cap8.5 "knees out"`,
      [{ sets: 3, reps: 5, basis: pct(80), tempo: '3110', restS: 180, rpeCap: 8.5, cue: 'knees out' }],
    ],
    ['3x5@80 r180 t2-0-X', [{ sets: 3, reps: 5, basis: pct(80), restS: 180, tempo: '20X' }]],
    [`3x5 r2'30`, [{ sets: 3, reps: 5, basis: { kind: 'open' }, restS: 150 }]],
  ];
  test.each(forms)('%s', (text, expected) => {
    expect(setsOf(text)).toEqual(expected);
  });

  const steps: readonly (readonly [string, readonly Step[]])[] = [
    ['+2.5', [{ of: 'load', by: 2.5 }]],
    ['+2,5kg', [{ of: 'load', by: 2.5, unit: 'kg' }]],
    ['+2.5%', [{ of: 'percent', by: 2.5 }]],
    ['+1rep', [{ of: 'reps', by: 1 }]],
    ['+1set', [{ of: 'sets', by: 1 }]],
    [
      '+5 -1set',
      [
        { of: 'load', by: 5 },
        { of: 'sets', by: -1 },
      ],
    ],
    ['rung+1', [{ of: 'rung', by: 1 }]],
    ['=', []],
  ];
  test.each(steps)('%s is a change', (text, expected) => {
    expect(readCell(text)).toEqual({ cell: { kind: 'change', steps: expected, extras: {} }, marks: [] });
  });

  test('not done, left out', () => {
    expect(['', ' ', '-'].map((text) => readCell(text).cell.kind)).toEqual(['none', 'none', 'none']);
    expect(readCell('x').cell.kind).toBe('skipped');
    expect(readCell(`= r2' "slow"`).cell).toEqual({ kind: 'change', steps: [], extras: { restS: 120, cue: 'slow' } });
  });
});

test('every example of the help can be typed as it stands', () => {
  for (const example of SHORTHAND_HELP.flatMap(({ typed }) => typed)) {
    const { cell, marks } = readCell(example);
    expect(marks, example).toEqual([]);
    expect(readCell(printCell(cell)).cell, example).toEqual(cell);
  }
});

describe('what is not understood is marked and kept', () => {
  test('an unknown word, with its place', () => {
    const { cell, marks } = readCell('3x5 @80 heavyish');
    expect(cell).toEqual({ kind: 'unread', text: '3x5 @80 heavyish' });
    expect(marks).toMatchObject([{ from: 8, to: 16, why: 'unknown', found: 'heavyish' }]);
  });

  test('between 10 and 30 nobody knows: asked, with what it could be', () => {
    expect(readCell('3x5 @15').marks).toMatchObject([
      { why: 'ambiguous', found: '@15', choices: ['15kg', '15lb', '15%'] },
    ]);
    expect(readCell('3x5 8').marks).toMatchObject([{ why: 'ambiguous', choices: ['RPE8', '8kg'] }]);
    expect(readCell('3x5 140').marks).toMatchObject([{ why: 'ambiguous', choices: ['140kg', '140lb'] }]);
  });

  test('what cannot be is named', () => {
    const faults: readonly (readonly [string, string])[] = [
      ['0x5 @80', '1 to 20 sets'],
      ['3x0', '1 to 100 repetitions'],
      ['3x5 RPE11', 'an RPE from 1 to 10, in halves'],
      ['3x5 0kg', 'a load above 0'],
      ['3x5 130%', 'at most 120 %'],
      ['3x6-4', 'a range that rises'],
      ['3x700s', 'a hold of 1 to 600 s'],
      ['3x5@80 r2000', 'a rest of at most 900 s'],
      ['+0', '+2.5'],
    ];
    for (const [text, expected] of faults) {
      const { cell, marks } = readCell(text);
      expect(cell, text).toEqual({ kind: 'unread', text });
      expect(marks[0]?.why, text).toBe('outOfRange');
      expect(marks[0]?.expected, text).toContain(expected);
    }
    expect(readCell('3x5 @80 @85').marks).toMatchObject([{ found: '@85', expected: 'it once' }]);
  });
});

const halves = (from: number, to: number) => fc.integer({ min: from * 2, max: to * 2 }).map((twice) => twice / 2);
const tenths = (from: number, to: number) => fc.integer({ min: from * 10, max: to * 10 }).map((ten) => ten / 10);
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const withoutNothing = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const fraction = tenths(1, 120).map((percent) => Math.round(percent * 10_000) / 1_000_000);

const basis: fc.Arbitrary<LoadBasis> = fc.oneof(
  fraction.map((value): LoadBasis => ({ kind: 'pct1rm', fraction: value })),
  fraction.map((value): LoadBasis => ({ kind: 'pctTm', fraction: value })),
  fraction.map((value): LoadBasis => ({ kind: 'mvc', fraction: value })),
  halves(1, 10).map((rpe): LoadBasis => ({ kind: 'rpe', rpe })),
  halves(0, 9).map((rir): LoadBasis => ({ kind: 'rir', rir })),
  fc.integer({ min: 1, max: 12 }).map((rm): LoadBasis => ({ kind: 'rm', rm })),
  tenths(1, 400).map((loadKg): LoadBasis => ({ kind: 'load', loadKg, unit: 'kg' })),
  tenths(1, 400).map((lb): LoadBasis => ({
    kind: 'load',
    loadKg: Math.round(lb * 0.45359237 * 1e6) / 1e6,
    unit: 'lb',
  })),
  fc.constantFrom<LoadBasis>(
    { kind: 'open' },
    { kind: 'bodyweight' },
    { kind: 'bodyweight', rung: 1 },
    { kind: 'bodyweight', rung: -2 },
  ),
);

const extras: fc.Arbitrary<PrescriptionExtras> = fc
  .record({
    rpeCap: maybe(halves(1, 10)),
    tempo: maybe(fc.stringMatching(/^[0-9X]{3,4}$/)),
    restS: maybe(fc.integer({ min: 0, max: 900 })),
    cue: maybe(
      fc
        .string({ minLength: 1, maxLength: 30 })
        .map((text) => text.replaceAll(/\s+/g, ' ').trim())
        .filter((text) => text !== ''),
    ),
  })
  .map(withoutNothing);

const amount = fc.oneof(
  fc.record({ reps: fc.integer({ min: 1, max: 40 }), repsTo: maybe(fc.integer({ min: 40, max: 100 })) }),
  fc.record({ holdS: fc.integer({ min: 1, max: 600 }), reps: maybe(fc.integer({ min: 1, max: 20 })) }),
  fc.record({ contacts: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ distanceM: fc.integer({ min: 1, max: 1000 }) }),
);

const prescription: fc.Arbitrary<Prescription> = fc
  .tuple(fc.integer({ min: 1, max: 20 }), amount, fc.boolean(), basis, extras)
  .map(([sets, much, isPerSide, load, more]) =>
    withoutNothing({ sets, ...much, isPerSide: isPerSide ? (true as const) : undefined, basis: load, ...more }),
  );

const step: fc.Arbitrary<Step> = fc
  .oneof(
    fc.record({ of: fc.constantFrom('load' as const, 'percent' as const), by: tenths(-50, 50) }),
    fc.record({
      of: fc.constant('load' as const),
      by: tenths(-50, 50),
      unit: fc.constantFrom('kg' as const, 'lb' as const),
    }),
    fc.record({
      of: fc.constantFrom(
        'reps' as const,
        'sets' as const,
        'holdS' as const,
        'contacts' as const,
        'distanceM' as const,
      ),
      by: fc.integer({ min: -20, max: 20 }),
    }),
    fc.record({ of: fc.constant('rung' as const), by: fc.integer({ min: -4, max: 4 }) }),
  )
  .filter(({ by }) => by !== 0);

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>({ kind: 'none' }, { kind: 'skipped' }),
  fc
    .array(prescription, { minLength: 1, maxLength: 4 })
    .map((prescriptions): Cell => ({ kind: 'sets', prescriptions })),
  fc
    .tuple(fc.array(step, { maxLength: 3 }), extras)
    .map(([steps, more]): Cell => ({ kind: 'change', steps, extras: more })),
);

describe('laws of the grammar', () => {
  test('whatever a cell can hold is printed and read again as the same', () => {
    fc.assert(
      fc.property(cell, (value) => {
        expect(readCell(printCell(value))).toEqual({ cell: value, marks: [] });
      }),
      { numRuns: 2000 },
    );
  });

  test('any text at all is read without a crash, kept or understood, and printing is stable', () => {
    const words = fc.constantFrom(
      '3x5',
      '@',
      '80',
      '%',
      'TM',
      'RPE',
      '8',
      ',',
      ' ',
      'r',
      `'`,
      '"',
      'x',
      '=',
      '+',
      '-',
      'kg',
      's',
      '/side',
      '🏃',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { cell: value, marks } = readCell(typed);
        expect(value.kind === 'unread').toBe(marks.length > 0);
        for (const { from, to, found } of marks) {
          expect(from).toBeLessThanOrEqual(to);
          expect(found.length).toBeGreaterThan(0);
        }
        if (value.kind === 'unread') expect(value.text).toBe(typed.trim());
        else expect(printCell(readCell(printCell(value)).cell)).toBe(printCell(value));
        if (value.kind === 'sets')
          expect(value.prescriptions.map(prescriptionFault)).toEqual(value.prescriptions.map(() => undefined));
      }),
      { numRuns: 3000 },
    );
  });
});
