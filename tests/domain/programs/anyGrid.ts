import fc from 'fast-check';
import type { ProgramGrid } from '../../../src/domain/programs/grid.ts';
import { WEEK_KINDS, type Cell } from '../../../src/domain/programs/program.ts';
import { readCell } from '../../../src/domain/programs/shorthand.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';

const cell: fc.Arbitrary<Cell> = fc
  .constantFrom(
    '3x5 @80%',
    '3x4-6',
    '=',
    '+2.5',
    '-1set',
    'x',
    '',
    '2x30s',
    `3x5 RPE8 r3' "a | b ""c"""`,
    '3x5 heavyish',
    '+1rung',
  )
  .map((text) => readCell(text).cell);

/** Programs as a coach might write them: relative cells, cells left out, and cells nobody understands among them. */
export const anyGrid: fc.Arbitrary<ProgramGrid> = fc
  .array(fc.array(fc.constantFrom(...WEEK_KINDS), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
  .chain((blocks) =>
    fc.record({
      name: fc.constant('Any program'),
      blocks: fc.tuple(
        ...blocks.map((weekKinds, index) =>
          fc.record({
            name: fc.constant(`Block ${index + 1}`),
            goal: fc.constantFrom('', 'Add load'),
            weekKinds: fc.constant(weekKinds),
            sessions: fc.uniqueArray(
              fc.record({
                name: fc.constantFrom('A', 'B', 'Upper'),
                weekday: fc.constantFrom(1 as const, 3 as const, 7 as const),
                minutes: fc.integer({ min: 5, max: 240 }),
                rows: fc.uniqueArray(
                  fc.record({
                    label: fc.constantFrom('A1', 'A2', 'B1', 'C10'),
                    exerciseKey: fc.constantFrom(...LIBRARY.map(({ key }) => key)),
                    role: fc.constantFrom('main' as const, 'assistance' as const),
                    cells: fc.array(cell, { minLength: weekKinds.length, maxLength: weekKinds.length }),
                  }),
                  { selector: (row) => row.label, maxLength: 4 },
                ),
              }),
              { selector: (session) => session.name, maxLength: 3 },
            ),
          }),
        ),
      ),
    }),
  );
