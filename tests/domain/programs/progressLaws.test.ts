import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { allowedPercent } from '../../../src/domain/programs/allowedPercent.ts';
import { prescriptionFault } from '../../../src/domain/programs/cellLimits.ts';
import { leverFaults } from '../../../src/domain/programs/levers.ts';
import type { Prescription, Program } from '../../../src/domain/programs/program.ts';
import { progressProgram } from '../../../src/domain/programs/progress.ts';
import { BLOCK_KINDS, type ProgressPattern } from '../../../src/domain/programs/progressPattern.ts';
import { readCell } from '../../../src/domain/programs/shorthand.ts';
import { slotSteps } from '../../../src/domain/programs/weekLevers.ts';
import { weeksOf } from '../../../src/domain/programs/weekWalk.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';
import { after, allRows, exerciseAt, orderOf, programOf, progressOf, startsOn, withRows } from './progressing.ts';

const amount = fc.constantFrom('4x3', '3x5', '3x4-6', '1x12', '3x30s', '5x4x3s', '3x8c', '3x6/side', '2x20m', '3x1');
const load = fc.constantFrom('@82.5', '97%', '60%', '@90%TM', '100kg', '4kg', '225lb', 'RPE8', 'RIR2', '4RM', 'bw', '');
const more = fc.constantFrom('', " r2'", ' cap8', ' cap6', ' @95%MVC');
const sets = fc
  .tuple(amount, load, more)
  .map(([much, of, extra]) => `${much} ${extra.includes('MVC') ? '' : of}${extra}`.trim());
const cell = fc.oneof(
  { weight: 3, arbitrary: sets },
  { weight: 1, arbitrary: fc.tuple(sets, sets).map((two) => two.join(', ')) },
  { weight: 3, arbitrary: fc.constantFrom('=', '+2.5', '-1set', 'x', '', '', '3x5 as felt') },
);
const WEEKS = 9;
const typedProgram = fc
  .tuple(
    fc.array(fc.constantFrom('build', 'build', 'build', 'deload', 'test', 'race', 'start'), {
      minLength: WEEKS,
      maxLength: WEEKS,
    }),
    fc.array(
      fc.tuple(
        fc.constantFrom(...LIBRARY.map(({ key }) => key)),
        fc.constantFrom('main', ''),
        fc.array(cell, { minLength: WEEKS, maxLength: WEEKS }),
      ),
      { minLength: 2, maxLength: 6 },
    ),
  )
  .map(([weekKinds, rows]) =>
    [
      'name: Random',
      'block: One | Any',
      `weeks: ${weekKinds.join(' ')}`,
      ...['A', 'B'].flatMap((session, half) => [
        `session: ${session} | ${half === 0 ? 'Tue' : 'Fri'} | 45 min`,
        ...rows
          .filter((_, place) => place % 2 === half)
          .map(([key, role, cells], place) => `${'ABC'[place] ?? 'Z'}1 | ${key} | ${role} | ${cells.join(' | ')}`),
      ]),
    ].join('\n'),
  );

const anyPattern: fc.Arbitrary<ProgressPattern> = fc.oneof(
  fc.record({
    kind: fc.constant('load' as const),
    by: fc.constantFrom(0.5, 2.5, 5, 50),
    unit: fc.constantFrom('kg' as const, 'lb' as const),
  }),
  fc.record({ kind: fc.constant('percent' as const), by: fc.constantFrom(0.5, 2.5, 10, 20) }),
  fc.record({
    kind: fc.constant('double' as const),
    fromReps: fc.integer({ min: 1, max: 8 }),
    toReps: fc.integer({ min: 8, max: 15 }),
    by: fc.constantFrom(2.5, 5),
    unit: fc.constantFrom('kg' as const, 'lb' as const),
    points: fc.constantFrom(1, 2.5, 20),
  }),
  fc.record({
    kind: fc.constant('wave' as const),
    weeksUp: fc.integer({ min: 2, max: 5 }),
    rise: fc.constantFrom(0, 4, 20),
    fewerReps: fc.integer({ min: 0, max: 5 }),
    nextRise: fc.constantFrom(0, 2.5, 20),
  }),
  fc.record({ kind: fc.constant('ramp' as const), firstWeek: fc.integer({ min: 1, max: 16 }) }),
  fc.record({
    kind: fc.constant('block' as const),
    blocks: fc.array(fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), weeks: fc.integer({ min: 1, max: 6 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    isNaming: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('taper' as const),
    racedOn: fc.constantFrom(startsOn, '2026-12-20' as PlainDate, '2027-01-16' as PlainDate, '2027-01-24' as PlainDate),
    priority: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
    hasPrimer: fc.boolean(),
  }),
);

const setsIn = (text: string): readonly Prescription[] => {
  const read = readCell(text).cell;
  return read.kind === 'sets' ? read.prescriptions : [];
};

const highestShare = (program: Program, one: { readonly session: string; readonly label: string }): number =>
  Math.max(
    0,
    ...weeksOf(program).flatMap((week) =>
      week.sessions
        .filter(({ name }) => name === one.session)
        .flatMap(({ slots }) => slots.filter(({ label }) => label === one.label))
        .flatMap(({ prescriptions }) => prescriptions.map(({ basis }) => ('fraction' in basis ? basis.fraction : 0))),
    ),
  );

describe('whatever a program holds', () => {
  const week = fc.integer({ min: 1, max: WEEKS });

  test('a pattern writes cells that can be, in open weeks of the chosen rows, and nothing above 100 % or the chart', () => {
    let written = 0;
    fc.assert(
      fc.property(typedProgram, anyPattern, week, week, week, (text, pattern, a, b, firstOpenWeek) => {
        const program = programOf(text);
        const [fromWeek, toWeek] = [Math.min(a, b), Math.max(a, b)];
        const order = orderOf(program, pattern, { fromWeek, toWeek, firstOpenWeek });
        const rows = order.rows.filter((_, place) => place % 3 !== 2);
        const progress = progressProgram({ ...order, rows });
        if (!progress.ok) return;
        const { edits, alone, held, passedOver } = progress.value;
        after(program, progress.value);
        const keys = new Set(rows.map((one) => `${one.session} ${one.label} ${one.exerciseKey}`));
        const aloneKeys = new Set(alone.map((one) => `${one.session} ${one.label} ${one.exerciseKey}`));
        for (const edit of edits) {
          if (edit.kind !== 'cell') continue;
          written += 1;
          expect(edit.week).toBeGreaterThanOrEqual(Math.max(fromWeek, firstOpenWeek));
          expect(edit.week).toBeLessThanOrEqual(toWeek);
          expect(passedOver).not.toContain(edit.week);
          const key = `${edit.session} ${edit.label} ${edit.exerciseKey}`;
          expect(keys.has(key) && !aloneKeys.has(key)).toBe(true);
          expect(readCell(edit.text).marks).toEqual([]);
          const before = highestShare(program, edit);
          for (const one of setsIn(edit.text)) {
            expect(prescriptionFault(one)).toBeUndefined();
            if (!('fraction' in one.basis)) continue;
            const factor = one.basis.kind === 'pctTm' ? 0.9 : 1;
            const most = one.basis.kind === 'mvc' ? 100 : (allowedPercent(one) ?? 100) + 0.1;
            const percent = one.basis.fraction * 100;
            expect(percent <= Math.max(100, before * 100) + 1e-6).toBe(true);
            expect(percent * factor <= Math.max(most, before * 100) + 0.06).toBe(true);
          }
        }
        for (const { reason } of [...alone, ...held]) expect(reason).toMatch(/^[a-z\d][^\n]+[^.]$/u);
        for (const one of held) expect(one.week >= fromWeek && one.week <= toWeek).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(written).toBeGreaterThan(400);
  });

  test('a pattern that has been applied changes nothing more', () => {
    fc.assert(
      fc.property(typedProgram, anyPattern, (text, pattern) => {
        fc.pre(pattern.kind === 'load' || pattern.kind === 'double' || pattern.kind === 'wave');
        const program = programOf(text);
        const rows = allRows(program).filter(({ session, label, exerciseKey }) =>
          weeksOf(program)[0]
            ?.sessions.find(({ name }) => name === session)
            ?.slots.some(
              (slot) => slot.label === label && slot.exerciseKey === exerciseKey && slot.prescriptions.length > 0,
            ),
        );
        fc.pre(weeksOf(program)[0]?.kind === 'build');
        const once = progressProgram({ ...orderOf(program, pattern), rows });
        if (!once.ok) return;
        const again = progressProgram({ ...orderOf(after(program, once.value), pattern), rows });
        expect(again.ok && again.value.edits).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('blocks of a lift keep to one lever a week and its caps (R2.10), but where a new block begins again with more repetitions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(60, 70, 77.5, 82.5, 87.5),
        fc.constantFrom(4, 5, 6, 8),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 3 }),
        (percent, reps, [general = 4, maximal = 4, reactive = 3]) => {
          const program = withRows(general + maximal + reactive, [`sq_back | main | 3x${reps} @${percent}%`]);
          const pattern: ProgressPattern = {
            kind: 'block',
            blocks: [
              { kind: 'general', weeks: general },
              { kind: 'maximal', weeks: maximal },
              { kind: 'reactive', weeks: reactive },
            ],
            isNaming: false,
          };
          const done = after(program, progressOf(program, pattern));
          for (const step of slotSteps(weeksOf(done), exerciseAt).slice(1)) {
            if (step.before === undefined || weeksOf(done)[step.week - 1]?.kind === 'deload') continue;
            expect({ week: step.week, faults: leverFaults(step.before, step.dose) }).toEqual({
              week: step.week,
              faults: [],
            });
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
