import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { editProgram } from '../../../src/domain/programs/editProgram.ts';
import { layOutGrid } from '../../../src/domain/programs/grid.ts';
import type { Program } from '../../../src/domain/programs/program.ts';
import { readProgramText } from '../../../src/domain/programs/programText.ts';
import { readTwin, twinOf } from '../../../src/domain/programs/programTwin.ts';
import { mapWeeks, weeksOf } from '../../../src/domain/programs/weekWalk.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';
import { anyGrid } from './anyGrid.ts';
import { TWO_DAYS } from './twoDays.ts';

const ORDER = {
  templateKey: 'own',
  entryClass: 'C',
  startsOn: '2026-11-23' as PlainDate,
  weekdays: [2, 5],
} as const;

/** As it is stored: everything knows its row, one session stands on another day in one week, one cell has a note. */
const stored = (program: Program): Program => {
  let id = 0;
  const next = (): number => (id += 1);
  const numbered = mapWeeks(program, (week, number) => ({
    ...week,
    id: next(),
    baseWeek: number,
    sessions: week.sessions.map((session) => ({
      ...session,
      id: next(),
      weekday: number === 2 && session.name === 'Strength A' ? 4 : session.weekday,
      slots: session.slots.map((slot) => ({ ...slot, id: next(), ...(number === 3 ? { note: 'slowly' } : {}) })),
    })),
  }));
  return { ...numbered, blocks: numbered.blocks.map((block) => ({ ...block, id: next() })) };
};

const program = stored(layOutGrid(readProgramText(TWO_DAYS, LIBRARY).grid, ORDER).program);

const applied = (from: Program, text: string): Program => {
  const { edit } = readTwin(from, text, LIBRARY);
  if (edit === undefined) throw new Error('nothing to apply');
  const edited = editProgram(from, [edit]);
  if (!edited.ok) throw new Error('refused');
  return edited.value.program;
};

describe('the plain-text twin of a stored program', () => {
  test('comes back as the very same program: days of single weeks, notes and rows in the file included', () => {
    const reading = readTwin(program, twinOf(program, LIBRARY), LIBRARY);
    expect(reading).toMatchObject({ problems: [], changes: [] });
    expect(applied(program, twinOf(program, LIBRARY))).toEqual(program);
  });

  test('any program comes back without a change', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const any = stored(layOutGrid(grid, ORDER).program);
        expect(readTwin(any, twinOf(any, LIBRARY), LIBRARY).changes).toEqual([]);
      }),
    );
  });

  test('what is written otherwise is told cell by cell, and is all that changes', () => {
    const text = twinOf(program, LIBRARY).replace('| +2.5 | +2.5 |', '| +2.5 | +5 |').replace('Fri | 30', 'Sat | 30');
    const { changes, problems } = readTwin(program, text, LIBRARY);
    expect(problems).toEqual([]);
    expect(changes).toEqual([
      { kind: 'fact', what: 'Strength B, week 1', before: 'Fri, 30 min', after: 'Sat, 30 min' },
      {
        kind: 'cell',
        week: 3,
        session: 'Strength A',
        label: 'A1',
        before: { week: 3, session: 'Strength A', label: 'A1', exerciseKey: 'sq_back', text: '+2.5' },
        after: { week: 3, session: 'Strength A', label: 'A1', exerciseKey: 'sq_back', text: '+5' },
      },
    ]);
    const after = applied(program, text);
    const [, second, third] = weeksOf(after);
    expect(second?.sessions[0]?.weekday).toBe(4);
    expect(third?.sessions[0]?.slots[0]).toMatchObject({
      note: 'slowly',
      id: weeksOf(program)[2]?.sessions[0]?.slots[0]?.id,
    });
    expect(third?.sessions[0]?.slots[0]?.prescriptions[0]?.basis).toEqual({ kind: 'pct1rm', fraction: 0.875 });
  });

  test('weeks more and fewer, another exercise, a new session: said, and the rest keeps its rows', () => {
    const text = twinOf(program, LIBRARY)
      .replace('weeks: build build build deload', 'weeks: build build deload')
      .replaceAll(/(\| [^|]+)$/gmu, (cell) => (/\d+ min/u.test(cell) || /Add load/u.test(cell) ? cell : ''))
      .replace('Back squat (parallel)', 'Front squat');
    const { changes } = readTwin(program, text, LIBRARY);
    expect(changes).toContainEqual({ kind: 'fact', what: 'Weeks', before: '4', after: '3' });
    expect(changes).toContainEqual({ kind: 'fact', what: 'Week 3', before: 'build', after: 'deload' });
    const after = applied(program, text);
    expect(weeksOf(after).map(({ id }) => id)).toEqual(
      weeksOf(program)
        .slice(0, 3)
        .map(({ id }) => id),
    );
    expect(weeksOf(after)[0]?.sessions[0]?.slots[0]).toMatchObject({
      exerciseKey: 'sq_front',
      id: weeksOf(program)[0]?.sessions[0]?.slots[0]?.id,
    });
  });

  test('nonsense is named by line and kept out; a text without a week changes nothing', () => {
    const reading = readTwin(program, 'name: X\nwhat is this', LIBRARY);
    expect(reading.edit).toBeUndefined();
    expect(reading.changes).toEqual([]);
    expect(reading.problems.map(({ line, field }) => `${line} ${field}`)).toContain('2 line');
  });

  test('a session or a label that stands twice is said', () => {
    const twice = TWO_DAYS.replace('session: Strength B', 'session: Strength A').replace(
      'B1 | pu_full',
      'A1 | pu_full',
    );
    expect(readTwin(program, twice, LIBRARY).problems.map(({ field, found }) => `${field}: ${found}`)).toEqual([
      'double: Strength A',
      'double: Strength A A1',
    ]);
  });
});
