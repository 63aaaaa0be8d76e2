import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardGym } from '../../../src/domain/athletes/athlete.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { layOutGrid } from '../../../src/domain/programs/grid.ts';
import { readProgramText } from '../../../src/domain/programs/programText.ts';
import { resolvePrescription } from '../../../src/domain/programs/resolve.ts';
import { exerciseInSlot } from '../../../src/domain/programs/weekLevers.ts';
import { exerciseOf, LIBRARY } from '../exercises/shippedLibrary.ts';

const byKey = new Map(LIBRARY.map((exercise) => [exercise.key, exercise]));

const load = fc.constantFrom(
  '@82.5',
  '75%',
  '@90%TM',
  '100kg',
  '225lb',
  'RPE8',
  '@7.5',
  'RIR2',
  '4RM',
  'bw',
  'rung+1',
  'rung-1',
  '90%MVC',
  '',
);
const amount = fc.constantFrom('4x3', '3x4-6', '1x12', '3x30s', '5x4x3s', '3x8c', '3x6/side', '2x20m', '3x17');
const extra = fc.constantFrom('', ` r3'`, ' cap8', ' t3110', ' "knees out"');
const sets = fc.tuple(amount, load, extra).map(([much, of, more]) => `${much} ${of}${more}`);
const cell = fc.oneof(
  { weight: 4, arbitrary: sets },
  { weight: 1, arbitrary: fc.tuple(sets, sets).map((two) => two.join(', ')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('=', '+2.5', '+2.5%', '+1rep', '-1set', '+1rung', '+5kg', 'x', '-', '', '3x5 as felt'),
  },
);

const row = (weeks: number) =>
  fc
    .tuple(fc.constantFrom(...LIBRARY.map(({ key }) => key)), fc.array(cell, { minLength: weeks, maxLength: weeks }))
    .map(([key, cells]) => `${key} | main | ${cells.join(' | ')}`);

/** A whole program as a coach would type it: two sessions, a few rows, four to twelve weeks. */
const typedProgram = fc
  .integer({ min: 4, max: 12 })
  .chain((weeks) =>
    fc
      .tuple(fc.array(row(weeks), { minLength: 1, maxLength: 6 }), fc.array(row(weeks), { minLength: 1, maxLength: 6 }))
      .map((sessions) =>
        [
          'name: Random',
          'block: One | Any',
          `weeks: ${Array.from({ length: weeks }, (_, week) => (week % 4 === 3 ? 'deload' : 'build')).join(' ')}`,
          ...sessions.flatMap((rows, place) => [
            `session: ${place === 0 ? 'A' : 'B'}`,
            ...rows.map((text, index) => `${String.fromCodePoint(65 + index)}1 | ${text}`),
          ]),
        ].join('\n'),
      ),
  );

const isSound = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(isSound);

test('random programs typed in the shorthand resolve for gyms in kg and lb, known and unknown maxima, without a crash or a NaN', () => {
  let prescriptions = 0;
  fc.assert(
    fc.property(
      typedProgram,
      fc.option(fc.double({ min: 5, max: 300, noNaN: true })),
      fc.constantFrom('kg' as const, 'lb' as const),
      (text, e1rm, unit) => {
        const { grid } = readProgramText(text, LIBRARY);
        const { program } = layOutGrid(grid, {
          templateKey: 'own',
          entryClass: 'B',
          startsOn: '2026-11-23' as PlainDate,
          weekdays: [2, 5],
        });
        const trend =
          e1rm === null
            ? undefined
            : { trendKg: e1rm, lowKg: e1rm * 0.9, highKg: e1rm * 1.1, performedOn: '2026-11-20' as PlainDate };
        for (const slot of program.blocks.flatMap(({ weeks }) =>
          weeks.flatMap(({ sessions }) => sessions.flatMap(({ slots }) => slots)),
        )) {
          for (const prescription of slot.prescriptions) {
            prescriptions += 1;
            const exercise = exerciseInSlot(slot, (key) => byKey.get(key)) ?? exerciseOf(slot.exerciseKey);
            const resolved = resolvePrescription({
              prescription,
              exercise,
              gym: standardGym(unit),
              trend,
              isNovice: false,
            });
            expect(isSound(resolved)).toBe(true);
            expect(resolved.load !== undefined || resolved.missing !== undefined).toBe(true);
            expect(resolved.explanation.length).toBeGreaterThan(0);
            expect(resolved.explanation.every(({ value }) => !/NaN|undefined|Infinity/.test(value))).toBe(true);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(prescriptions).toBeGreaterThan(500);
});
