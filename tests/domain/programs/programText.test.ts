import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { gridOf, layOutGrid } from '../../../src/domain/programs/grid.ts';
import { buildStartRamp } from '../../../src/domain/programs/startRamp.ts';
import { chooseLifts } from '../../../src/domain/programs/chooseLifts.ts';
import { printProgramText, readProgramText } from '../../../src/domain/programs/programText.ts';
import type { Prescription } from '../../../src/domain/programs/program.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';
import { anyGrid } from './anyGrid.ts';

const MONDAY = '2026-11-23' as PlainDate;

const ORDER = { templateKey: 'own', entryClass: 'C', startsOn: MONDAY, weekdays: [2, 5] } as const;

const TEXT = `
# Written on a train
name: Two days
block: Build | Add load | build
weeks: build build deload build

session: A | 45 min
A1 | Back squat (parallel) | main; acsm; no gym: Skater (airborne) squat | 3x5@80 r3' | +2.5 | -1set | +5 -1rep
B1 | pu_full | ladder | 2x8-12 bw | = | x | rung+1

session: B | Fri | 30 min
A1 | hi_rdl_bb | main | 3x6 75% "flat | back" | = | - | +2.5%
`;

const dosesOf = (session: number, slot: number) => {
  const { grid } = readProgramText(TEXT, LIBRARY);
  const { program } = layOutGrid(grid, ORDER);
  return program.blocks[0]?.weeks.map((week) => week.sessions[session]?.slots[slot]?.prescriptions);
};

const pct = (sets: number, reps: number, percent: number): readonly Prescription[] => [
  { sets, reps, basis: { kind: 'pct1rm', fraction: percent / 100 }, restS: 180 },
];

describe('the plain-text twin of a program', () => {
  test('is read without a problem', () => {
    const { grid, headings, problems } = readProgramText(TEXT, LIBRARY);
    expect(problems).toEqual([]);
    expect(headings.get('name')).toBe('Two days');
    expect(grid.blocks[0]).toMatchObject({ name: 'Build', goal: 'Add load', phase: 'build' });
    expect(grid.blocks[0]?.sessions[0]?.rows[0]).toMatchObject({
      label: 'A1',
      exerciseKey: 'sq_back',
      role: 'main',
      progression: 'acsm',
      noGymKey: 'lu_skater',
    });
    expect(grid.blocks[0]?.sessions[1]).toMatchObject({ name: 'B', weekday: 5, minutes: 30 });
  });

  test('relative cells go on from the last full week, a deload from the week before', () => {
    expect(dosesOf(0, 0)).toEqual([pct(3, 5, 80), pct(3, 5, 82.5), pct(2, 5, 82.5), pct(3, 4, 87.5)]);
    expect(dosesOf(0, 1)?.at(2)).toEqual([]);
    expect(dosesOf(0, 1)?.at(3)?.[0]?.basis).toEqual({ kind: 'bodyweight', rung: 1 });
  });

  test('a session without a cell does not take place that week', () => {
    const { grid } = readProgramText(TEXT, LIBRARY);
    const weeks = layOutGrid(grid, ORDER).program.blocks[0]?.weeks ?? [];
    expect(weeks.map((week) => week.sessions.map((session) => session.name))).toEqual([
      ['A', 'B'],
      ['A', 'B'],
      ['A'],
      ['A', 'B'],
    ]);
    expect(weeks[0]?.sessions.map((session) => session.weekday)).toEqual([2, 5]);
    expect(weeks.map((week) => week.startsOn)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']);
  });

  test('every place that is not understood is named, and the rest is read', () => {
    const broken = [
      'name: Broken',
      'A1 | Back squat (parallel) | main | 3x5',
      'block: One | Goal | summer',
      'weeks: build holiday',
      'session: A | Someday',
      'A1 | Bakc squat | main | 3x5@80',
      'A2 | sq_back | heavy | 3x5@15 | 3x5',
      'what is this',
    ].join('\n');
    const { problems, grid } = readProgramText(broken, LIBRARY);
    expect(problems.map(({ line, field, found }) => `${line} ${field}: ${found}`)).toEqual([
      '2 row: A1 | Back squat (parallel) | main | 3x5',
      '3 phase: summer',
      '4 weeks: holiday',
      '5 session: Someday',
      '6 exercise: Bakc squat',
      '7 row: 2 cells',
      '7 marks: heavy',
      '7 week 1: @15',
      '8 line: what is this',
    ]);
    expect(grid.blocks[0]?.sessions[0]?.rows[0]?.cells[0]).toEqual({ kind: 'unread', text: '3x5@15' });
  });

  test('a relative cell with nothing before it, or that does not fit, is a fault in words', () => {
    const text =
      'name: F\nblock: B | G\nweeks: build build\nsession: A\nA1 | sq_back | main | +2.5 | 3x5@80\nA2 | pu_full | | 2x8 bw | +5kg';
    const { faults } = layOutGrid(readProgramText(text, LIBRARY).grid, ORDER);
    expect(faults).toEqual([
      { week: 1, session: 'A', label: 'A1', reason: 'There is no week before to go on from' },
      { week: 2, session: 'A', label: 'A2', reason: 'The week before names no load to add to' },
    ]);
  });
});

describe('laws', () => {
  test('any grid printed is read again as the same grid; what was not understood is still there', () => {
    fc.assert(
      fc.property(anyGrid, (any) => {
        const read = readProgramText(printProgramText(any, LIBRARY), LIBRARY);
        expect(read.grid).toEqual(any);
        expect(read.problems.every(({ found }) => found === 'heavyish')).toBe(true);
      }),
    );
  });

  test('laid out, gathered and laid out again it is the same program', () => {
    fc.assert(
      fc.property(anyGrid, (any) => {
        const { program } = layOutGrid(any, ORDER);
        expect(layOutGrid(gridOf(program), ORDER).program).toEqual(program);
      }),
    );
  });

  test('the start ramp has a twin for every class', () => {
    for (const entryClass of ['A', 'B', 'C'] as const) {
      const lifts = chooseLifts(LIBRARY, ['barbell', 'rack', 'db', 'bench'], entryClass);
      const ramp = buildStartRamp({ entryClass, startsOn: MONDAY, weekdays: [2, 5], lifts, exercises: LIBRARY });
      const { grid: read, problems } = readProgramText(printProgramText(gridOf(ramp), LIBRARY), LIBRARY);
      expect(problems).toEqual([]);
      const doses = (program: typeof ramp) =>
        program.blocks.flatMap(({ weeks }) => weeks.flatMap(({ sessions }) => sessions.map(({ slots }) => slots)));
      expect(doses(layOutGrid(read, { ...ORDER, entryClass }).program)).toEqual(doses(ramp));
    }
  });
});
