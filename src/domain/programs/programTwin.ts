import type { Exercise } from '../exercises/exercise.ts';
import { gridOf, type ProgramGrid } from './grid.ts';
import type { Program } from './program.ts';
import { programDiff, type ProgramChange } from './programDiff.ts';
import type { ProgramEdit } from './programEdit.ts';
import { editProgram } from './editProgram.ts';
import { printProgramText, readProgramText, type TextProblem } from './programText.ts';
import { writtenBlocks } from './writtenProgram.ts';

/**
 * A whole program as plain text: to be mailed, compared, edited anywhere and read again. Of a template only the days that are its
 * own are told: `fixedDays` names those sessions.
 */
export const twinOf = (program: Program, exercises: readonly Exercise[], fixedDays?: readonly string[]): string => {
  const grid = gridOf(program);
  const blocks = grid.blocks.map((block) => ({
    ...block,
    sessions: block.sessions.map(({ weekday, ...session }) => ({
      ...session,
      ...(fixedDays === undefined || fixedDays.includes(session.name) ? { weekday } : {}),
    })),
  }));
  return printProgramText({ ...grid, blocks }, exercises);
};

export interface TwinReading {
  /** What is not understood, by line and field. Cells that are not are kept as typed; a row without its exercise is left out. */
  readonly problems: readonly TextProblem[];
  readonly changes: readonly ProgramChange[];
  /** The edit that makes the program what the text says; absent when the text holds no week, or a name that cannot be kept. */
  readonly edit?: Extract<ProgramEdit, { readonly kind: 'replace' }> | undefined;
}

/** Names that stand twice in a block, or labels twice in a session with both in one week: two would be one to everybody. */
const doubles = ({ blocks }: ProgramGrid): readonly TextProblem[] =>
  blocks.flatMap((block) => {
    const sessions = block.sessions.filter(
      ({ name }, place) => block.sessions.findIndex((one) => one.name === name) < place,
    );
    const rows = block.sessions.flatMap((session) =>
      session.rows
        .filter((row, place) =>
          session.rows
            .slice(0, place)
            .some(
              (one) =>
                one.label === row.label &&
                one.cells.some((cell, week) => cell.kind !== 'none' && (row.cells[week]?.kind ?? 'none') !== 'none'),
            ),
        )
        .map((row) => `${session.name} ${row.label}`),
    );
    const expected = 'each session of a block once, and each label once in a week';
    return [...sessions.map(({ name }) => name), ...rows].map((found) => ({
      line: 1,
      field: 'double',
      found,
      expected,
    }));
  });

const MOST_LETTERS = { name: 120, block: 80, goal: 120, session: 120 } as const;

/** Names that no program could be kept under: nothing is cut off in silence. */
const misnamed = ({ name, blocks }: ProgramGrid): readonly TextProblem[] => {
  const tooLong = (field: keyof typeof MOST_LETTERS, found: string): readonly TextProblem[] =>
    found.length <= MOST_LETTERS[field]
      ? []
      : [{ line: 1, field, found: `${found.slice(0, 40)}…`, expected: `at most ${MOST_LETTERS[field]} letters` }];
  return [
    ...tooLong('name', name),
    ...blocks.flatMap((block) => [
      ...tooLong('block', block.name),
      ...tooLong('goal', block.goal),
      ...block.sessions.flatMap((session) => tooLong('session', session.name)),
    ]),
  ];
};

const isNamed = ({ blocks }: ProgramGrid): boolean =>
  blocks.every(({ sessions }) => sessions.every(({ name }) => name !== ''));

/** What a text would make of a program: the edit, everything that would be otherwise, and what was not understood. */
export const readTwin = (
  program: Program,
  text: string,
  exercises: readonly Exercise[],
  memory: ReadonlyMap<string, string> = new Map(),
): TwinReading => {
  const { grid, problems } = readProgramText(text, exercises, memory);
  const names = misnamed(grid);
  const all = [...problems, ...doubles(grid), ...names];
  const blocks = grid.blocks.filter((block) => block.weekKinds.length > 0);
  if (blocks.length === 0 || names.length > 0 || !isNamed(grid)) return { problems: all, changes: [] };
  const name = grid.name === '' ? program.name : grid.name;
  const edit = { kind: 'replace', name, blocks: writtenBlocks({ name, blocks }) } as const;
  const edited = editProgram(program, [edit]);
  if (!edited.ok) return { problems: all, changes: [] };
  return { problems: all, changes: programDiff(program, edited.value.program), edit };
};
