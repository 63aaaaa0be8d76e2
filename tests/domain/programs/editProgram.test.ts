import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { editProgram } from '../../../src/domain/programs/editProgram.ts';
import { layOutGrid } from '../../../src/domain/programs/grid.ts';
import type { Program } from '../../../src/domain/programs/program.ts';
import type { ProgramEdit } from '../../../src/domain/programs/programEdit.ts';
import { readProgramText } from '../../../src/domain/programs/programText.ts';
import { programRows } from '../../../src/domain/programs/programRows.ts';
import { printCell } from '../../../src/domain/programs/shorthand.ts';
import { travelWeek } from '../../../src/domain/programs/travelWeek.ts';
import { weeksOf } from '../../../src/domain/programs/weekWalk.ts';
import { copyWeeks } from '../../../src/domain/programs/copyWeeks.ts';
import { moveSessionBy, putSessionOn } from '../../../src/domain/programs/moveSession.ts';
import { previewCell } from '../../../src/domain/programs/previewCell.ts';
import { cellOf } from '../../../src/domain/programs/workOut.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';
import { TWO_DAYS } from './twoDays.ts';

const startsOn = '2026-11-23' as PlainDate;

const program: Program = layOutGrid(readProgramText(TWO_DAYS, LIBRARY).grid, {
  templateKey: 'own',
  entryClass: 'C',
  startsOn,
  weekdays: [2, 5],
}).program;

const after = (...edits: readonly ProgramEdit[]): Program => {
  const edited = editProgram(program, edits);
  if (!edited.ok) throw new Error(`refused: ${JSON.stringify(edited.error)}`);
  return edited.value.program;
};

/** What stands in a row, week by week. */
const row = (of: Program, session: string, label: string): readonly string[] =>
  weeksOf(of).map((week) =>
    printCell(cellOf(week.sessions.find((one) => one.name === session)?.slots.find((slot) => slot.label === label))),
  );

const sets = (of: Program, week: number, session: string, label: string): string =>
  printCell({
    kind: 'sets',
    prescriptions:
      weeksOf(of)
        [week - 1]?.sessions.find((one) => one.name === session)
        ?.slots.find((slot) => slot.label === label)?.prescriptions ?? [],
  });

const A = 'Strength A';

describe('cells', () => {
  test('a cell changed changes what goes on from it, and nothing else is a new object', () => {
    const next = after({ kind: 'cell', week: 1, session: A, label: 'A1', text: '3x4@82' });
    expect(sets(next, 3, A, 'A1')).toBe('3x4 @87%');
    const [first, second] = [weeksOf(program)[1]?.sessions[1], weeksOf(next)[1]?.sessions[1]];
    expect(second).toBe(first);
  });

  test('a cell with an exercise begins a row, with a session too', () => {
    const next = after(
      { kind: 'cell', week: 2, session: A, label: 'C1', exerciseKey: 'cf_raise_1_db', text: '3x8 RIR2' },
      {
        kind: 'cell',
        week: 3,
        session: 'Strength C',
        label: 'A1',
        exerciseKey: 'sq_front',
        text: '3x3@85',
        newSession: { weekday: 6, minutes: 30 },
      },
    );
    expect(row(next, A, 'C1')).toEqual(['', '3x8 RIR2', '', '']);
    expect(weeksOf(next)[2]?.sessions.at(-1)).toMatchObject({ name: 'Strength C', weekday: 6, minutes: 30 });
    expect(weeksOf(next)[2]?.sessions.map(({ name }) => name)).toEqual([A, 'Strength B', 'Strength C']);
  });

  test('another exercise under a label takes the place that week, and emptying it leaves the other weeks', () => {
    const next = after({ kind: 'cell', week: 3, session: A, label: 'A1', exerciseKey: 'sq_front', text: '3x3' });
    const labels = programRows(next)[0]?.rows.map(({ label, exerciseKey }) => `${label} ${exerciseKey}`);
    expect(labels).toEqual(['A1 sq_back', 'A1 sq_front', 'B1 pu_full']);
    const emptied = editProgram(next, [
      { kind: 'cell', week: 1, session: A, label: 'A1', exerciseKey: 'sq_front', text: '' },
    ]);
    expect(emptied.ok && row(emptied.value.program, A, 'A1')[0]).toBe('3x5 @80%');
  });

  test('a place the program does not have is refused, and nothing of the rest is done', () => {
    const edited = editProgram(program, [
      { kind: 'cell', week: 1, session: A, label: 'A1', text: 'x' },
      { kind: 'cell', week: 9, session: A, label: 'A1', text: 'x' },
    ]);
    expect(edited).toEqual({ ok: false, error: { week: 9, session: A, label: 'A1' } });
  });

  test('is previewed from its row alone', () => {
    const slot = previewCell(program, { kind: 'cell', week: 2, session: A, label: 'A1', text: '+5' });
    expect(printCell({ kind: 'sets', prescriptions: slot?.prescriptions ?? [] })).toBe('3x5 @85%');
  });
});

describe('rows', () => {
  test('labels change all at once: two rows change places', () => {
    const next = after({
      kind: 'labels',
      session: A,
      rows: [
        { label: 'A1', exerciseKey: 'sq_back', to: 'B1' },
        { label: 'B1', exerciseKey: 'pu_full', to: 'A1' },
      ],
    });
    expect(weeksOf(next)[0]?.sessions[0]?.slots.map(({ exerciseKey }) => exerciseKey)).toEqual(['pu_full', 'sq_back']);
    expect(sets(next, 3, A, 'B1')).toBe('3x5 @85%');
  });

  test('a row removed from a week on keeps what was before', () => {
    const next = after({ kind: 'removeRow', session: A, label: 'B1', exerciseKey: 'pu_full', fromWeek: 3 });
    expect(row(next, A, 'B1')).toEqual(['2x8-12 bw', '=', '', '']);
  });

  test('a note stays with its cell', () => {
    const next = after({ kind: 'note', week: 2, session: A, label: 'A1', text: ' watch the knee ' });
    expect(weeksOf(next)[1]?.sessions[0]?.slots[0]?.note).toBe('watch the knee');
  });
});

describe('sessions and weeks', () => {
  test('a session moves to another day in some weeks', () => {
    const next = after({ kind: 'session', session: A, fromWeek: 2, toWeek: 3, weekday: 4 });
    expect(weeksOf(next).map((week) => week.sessions[0]?.weekday)).toEqual([2, 4, 4, 2]);
  });

  test('two sessions of a name in one week are refused', () => {
    const edited = editProgram(program, [{ kind: 'session', session: A, fromWeek: 1, toWeek: 1, name: 'Strength B' }]);
    expect(edited.ok).toBe(false);
  });

  test('a week put in moves the rest on by seven days', () => {
    const next = after({ kind: 'insertWeeks', after: 1, count: 2, weekKind: 'build' });
    expect(weeksOf(next).map(({ startsOn: monday }) => monday)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
    ]);
    expect(sets(next, 4, A, 'A1')).toBe('3x5 @82.5%');
  });

  test('a week taken out leaves what comes after as it was', () => {
    const next = after({ kind: 'deleteWeeks', fromWeek: 2, toWeek: 2 });
    expect(sets(next, 2, A, 'A1')).toBe('3x5 @85%');
    expect(row(next, A, 'A1')).toEqual(['3x5 @80%', '3x5 @85%', '-1set']);
  });

  test('the last week of a program cannot be taken out', () => {
    expect(editProgram(program, [{ kind: 'deleteWeeks', fromWeek: 1, toWeek: 4 }]).ok).toBe(false);
  });

  test('a week is copied as written, in full, or as the week before', () => {
    const copy = (as: 'written' | 'values' | 'relative') =>
      row(after({ kind: 'copyWeek', week: 2, after: 2, as }), A, 'A1')[2];
    expect([copy('written'), copy('values'), copy('relative')]).toEqual(['+2.5', '3x5 @82.5%', '=']);
  });

  test('a deload is marked and lighter; a block begins where it is told to', () => {
    const next = after(
      { kind: 'deload', week: 2 },
      { kind: 'block', week: 3, startsHere: true, name: 'Heavy', goal: 'Lift heavy' },
    );
    expect(weeksOf(next)[1]?.kind).toBe('deload');
    expect(sets(next, 2, A, 'A1')).toBe('2x5 @74.2% cap7');
    expect(next.blocks.map(({ name, weeks }) => `${name} ${weeks.length}`)).toEqual(['Build 2', 'Heavy 2']);
  });

  test('a travel week puts every slot on its rung and leaves out what has none', () => {
    const next = after(...travelWeek(program, 1, LIBRARY));
    const keys = weeksOf(next)[0]?.sessions.flatMap(({ slots }) => slots.map(({ exerciseKey }) => exerciseKey));
    expect(keys).not.toContain('sq_back');
    expect(travelWeek(next, 1, LIBRARY)).toEqual([]);
    expect(row(next, A, 'A1')[1]).toBe('+2.5');
  });
});

describe('weeks copied together', () => {
  const kinds = (of: Program): readonly string[] =>
    weeksOf(of).map((week) => printCell(cellOf(week.sessions.find(({ name }) => name === 'Strength B')?.slots[0])));

  test('stand in their order wherever they are put, as often as is wanted', () => {
    expect(kinds(program)).toEqual(['3x6 @75%', '=', '=', '2x6 @70%']);
    const order = { fromWeek: 1, toWeek: 2, times: 2, as: 'written' } as const;
    const copies = ['3x6 @75%', '=', '3x6 @75%', '='];
    expect(kinds(after(...copyWeeks({ ...order, after: 0 })))).toEqual([...copies, '3x6 @75%', '=', '=', '2x6 @70%']);
    expect(kinds(after(...copyWeeks({ ...order, after: 4 })))).toEqual(['3x6 @75%', '=', '=', '2x6 @70%', ...copies]);
    expect(kinds(after(...copyWeeks({ ...order, after: 1 })))).toEqual(['3x6 @75%', ...copies, '=', '=', '2x6 @70%']);
  });

  test('in full they hold what they came to', () => {
    const order = { fromWeek: 2, toWeek: 3, after: 4, times: 1, as: 'values' } as const;
    expect(row(after(...copyWeeks(order)), 'Strength A', 'A1').slice(4)).toEqual(['3x5 @82.5%', '3x5 @85%']);
  });
});

describe('a session moved in its week', () => {
  const days = (of: Program): readonly (number | undefined)[] =>
    weeksOf(of).map((week) => week.sessions.find(({ name }) => name === 'Strength A')?.weekday);

  test('by a day in some weeks, never out of its week', () => {
    expect(days(after(...moveSessionBy(program, 'Strength A', { fromWeek: 2, toWeek: 3 }, -1)))).toEqual([2, 1, 1, 2]);
    const monday = after(...putSessionOn(program, 'Strength A', { fromWeek: 1, toWeek: 4 }, 1));
    expect(days(monday)).toEqual([1, 1, 1, 1]);
    expect(moveSessionBy(monday, 'Strength A', { fromWeek: 1, toWeek: 4 }, -1)).toEqual([]);
  });

  test('put where it is already it does not move', () => {
    expect(putSessionOn(program, 'Strength A', { fromWeek: 1, toWeek: 4 }, 2)).toEqual([]);
  });
});
