import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { editProgram } from '../../../src/domain/programs/editProgram.ts';
import { layOutGrid } from '../../../src/domain/programs/grid.ts';
import type { Program } from '../../../src/domain/programs/program.ts';
import { programRows } from '../../../src/domain/programs/programRows.ts';
import { readProgramText } from '../../../src/domain/programs/programText.ts';
import { progressProgram, type Progress, type ProgressFault } from '../../../src/domain/programs/progress.ts';
import type { ProgressPattern } from '../../../src/domain/programs/progressPattern.ts';
import { printCell } from '../../../src/domain/programs/shorthand.ts';
import { weeksOf } from '../../../src/domain/programs/weekWalk.ts';
import { cellOf } from '../../../src/domain/programs/workOut.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';

const byKey = new Map(LIBRARY.map((exercise) => [exercise.key, exercise]));
export const exerciseAt = (key: string) => byKey.get(key);
export const startsOn = '2026-11-23' as PlainDate;

export const programOf = (text: string): Program =>
  layOutGrid(readProgramText(text, LIBRARY).grid, {
    templateKey: 'own',
    entryClass: 'C',
    startsOn,
    weekdays: [2, 5],
  }).program;

/** One session of rows that stand in week 1 only. */
export const withRows = (
  weeks: number,
  rows: readonly string[],
  kinds: Readonly<Record<number, string>> = {},
): Program =>
  programOf(
    [
      'name: P',
      'block: Build | Add load',
      `weeks: ${Array.from({ length: weeks }, (_, index) => kinds[index + 1] ?? 'build').join(' ')}`,
      'session: A | Tue | 60 min',
      ...rows.map((row, place) => `${String.fromCodePoint(65 + place)}1 | ${row}${' | '.repeat(weeks - 1)}`),
    ].join('\n'),
  );

export const allRows = (program: Program) =>
  programRows(program).flatMap(({ rows }) =>
    rows.map(({ session, label, exerciseKey }) => ({ session, label, exerciseKey })),
  );

export interface Choice {
  readonly fromWeek?: number;
  readonly toWeek?: number;
  readonly firstOpenWeek?: number;
}

export const orderOf = (program: Program, pattern: ProgressPattern, choice: Choice = {}) => ({
  program,
  rows: allRows(program),
  fromWeek: choice.fromWeek ?? 1,
  toWeek: choice.toWeek ?? weeksOf(program).length,
  firstOpenWeek: choice.firstOpenWeek ?? 1,
  pattern,
  exerciseAt,
});

export const progressOf = (program: Program, pattern: ProgressPattern, choice: Choice = {}): Progress => {
  const progress = progressProgram(orderOf(program, pattern, choice));
  if (!progress.ok) throw new Error(`refused: ${JSON.stringify(progress.error)}`);
  return progress.value;
};

export const faultOf = (program: Program, pattern: ProgressPattern, choice: Choice = {}): ProgressFault | undefined => {
  const progress = progressProgram(orderOf(program, pattern, choice));
  return progress.ok ? undefined : progress.error;
};

export const after = (program: Program, { edits }: Progress): Program => {
  const edited = editProgram(program, edits);
  if (!edited.ok) throw new Error(`refused: ${JSON.stringify(edited.error)}`);
  return edited.value.program;
};

/** What stands in a row, week by week. */
export const row = (program: Program, label: string, session = 'A'): readonly string[] =>
  weeksOf(program).map((week) =>
    printCell(cellOf(week.sessions.find((one) => one.name === session)?.slots.find((slot) => slot.label === label))),
  );

export const kinds = (program: Program): readonly string[] => weeksOf(program).map(({ kind }) => kind);
