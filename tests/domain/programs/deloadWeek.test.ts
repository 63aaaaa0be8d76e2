import { expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { withDeload } from '../../../src/domain/programs/deloadWeek.ts';
import { layOutGrid } from '../../../src/domain/programs/grid.ts';
import { readProgramText } from '../../../src/domain/programs/programText.ts';
import { printPrescription } from '../../../src/domain/programs/shorthand.ts';
import { workOut } from '../../../src/domain/programs/workOut.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';

const TEXT = `name: D
block: B | G
weeks: build build build
session: Session A
A1 | sq_back | main | 4x5 @80% cap8.5 r3' | +2.5 | +2.5
A2 | hi_rdl_db | | 3x6 RIR2 | = | =
B1 | pu_full | | 2x8-12 bw | x | =
C1 | py_pogo_low | | 4x8c | = | =
D1 | sq_front | | 3x5 100kg cap9 | = | =`;

const order = { templateKey: 'own', entryClass: 'C', startsOn: '2026-11-23' as PlainDate, weekdays: [2] } as const;

const cellsOf = (week: number) => {
  const { program } = layOutGrid(readProgramText(TEXT, LIBRARY).grid, order);
  const changed = withDeload(program, 2);
  if (changed === undefined) throw new Error('no deload');
  const { program: after } = workOut(changed);
  return after.blocks[0]?.weeks[week - 1]?.sessions[0]?.slots.map((slot) =>
    slot.prescriptions.map(printPrescription).join(', '),
  );
};

test('R2.6: a little over half the sets, a tenth less load, RPE 7, half the jumps; what was left out stays out', () => {
  expect(cellsOf(2)).toEqual(["2x5 @74.2% cap7 r3'", '2x6 RIR3 cap7', '', '2x8c cap7', '2x5 90kg cap7']);
});

test('the week after goes on from the last full week', () => {
  expect(cellsOf(3)?.[0]).toBe("4x5 @82.5% cap8.5 r3'");
  expect(cellsOf(3)?.[3]).toBe('4x8c');
});

test('a deload is not deloaded again, and a week that is not there is refused', () => {
  const { program } = layOutGrid(readProgramText(TEXT, LIBRARY).grid, order);
  const once = withDeload(program, 1);
  expect(once === undefined ? undefined : withDeload(once, 1)).toBeUndefined();
  expect(withDeload(program, 9)).toBeUndefined();
});
