import type { Exercise } from '../../domain/exercises/exercise.ts';
import { gridOf, layOutGrid } from '../../domain/programs/grid.ts';
import { cellsOf, type BaseCell } from '../../domain/programs/inheritance.ts';
import type { Program } from '../../domain/programs/program.ts';
import { printProgramText, readProgramText } from '../../domain/programs/programText.ts';
import { TEMPLATE_MONDAY } from '../../domain/programs/templateProgram.ts';

interface BaseFacts {
  readonly leadsWithRamp: boolean;
}

/** What a program inherits when it is assigned, as the plain text that is stored with it. */
export const baseText = (program: Program, exercises: readonly Exercise[], { leadsWithRamp }: BaseFacts): string => {
  const [name = '', ...rest] = printProgramText(gridOf(program), exercises).split('\n');
  return [name, ...(leadsWithRamp ? ['lead: ramp'] : []), ...rest].join('\n');
};

export interface ProgramBase extends BaseFacts {
  /** Weeks in all. */
  readonly weeks: number;
  readonly cells: ReadonlyMap<string, BaseCell>;
}

export const readBase = (text: string, exercises: readonly Exercise[]): ProgramBase => {
  const { grid, headings } = readProgramText(text, exercises);
  const { program } = layOutGrid(grid, {
    templateKey: 'base',
    entryClass: 'C',
    startsOn: TEMPLATE_MONDAY,
    weekdays: [2, 5],
  });
  return {
    leadsWithRamp: headings.get('lead') === 'ramp',
    weeks: program.blocks.reduce((sum, block) => sum + block.weeks.length, 0),
    cells: cellsOf(program, (ordinal) => ordinal),
  };
};
