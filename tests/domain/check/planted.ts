import { expect } from 'vitest';
import { checkProgram } from '../../../src/domain/check/checkProgram.ts';
import type { AthleteFacts, CheckContext } from '../../../src/domain/check/context.ts';
import type { Finding } from '../../../src/domain/check/finding.ts';
import { ordinaryWeek, standardGym } from '../../../src/domain/athletes/athlete.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { editProgram } from '../../../src/domain/programs/editProgram.ts';
import { layOutGrid } from '../../../src/domain/programs/grid.ts';
import type { Program } from '../../../src/domain/programs/program.ts';
import { readProgramText } from '../../../src/domain/programs/programText.ts';
import { LIBRARY } from '../exercises/shippedLibrary.ts';

export const MONDAY = '2026-11-23' as PlainDate;

const exerciseAt = (key: string) => LIBRARY.find((one) => one.key === key);

/** A program of one block from its weeks and sessions in plain text. */
export const programFrom = (weeks: string, sessions: string, phase = 'build'): Program => {
  const text = `name: Planted\nblock: Block | Goal | ${phase}\nweeks: ${weeks}\n${sessions}`;
  const { grid, problems } = readProgramText(text, LIBRARY);
  expect(problems.filter(({ found }) => found !== 'heavyish')).toEqual([]);
  return layOutGrid(grid, { templateKey: 'own', entryClass: 'C', startsOn: MONDAY, weekdays: [2, 5] }).program;
};

/** Somebody of 30 with a usual gym: nothing to remark by themselves. */
export const ATHLETE: AthleteFacts = {
  today: MONDAY,
  gym: { ...standardGym('kg'), equipment: [...standardGym('kg').equipment, 'trap bar', 'anchor'] },
  entryClass: 'C',
  age: 30,
  usualWeek: ordinaryWeek.map((day) => ({
    ...day,
    run: day.run === 'quality' || day.run === 'long' ? 'easy' : day.run,
  })),
  races: [],
  strengthAt: () => ({}),
  runRisePct: new Map(),
  guardRailsOn: () => [],
};

export const contextOf = (program: Program, more: Partial<CheckContext> = {}): CheckContext => ({
  program,
  exercises: LIBRARY,
  exerciseAt,
  ...more,
});

export const findingsOf = (context: CheckContext, rule: string): readonly Finding[] =>
  checkProgram(context).filter((finding) => finding.rule === rule);

/** What a rule says of a program, the first finding. */
export const firstOf = (context: CheckContext, rule: string): Finding => {
  const [found] = findingsOf(context, rule);
  if (found === undefined) throw new Error(`${rule} has nothing to say`);
  return found;
};

/** The program with a finding's fix applied. */
export const mended = (context: CheckContext, { fix, rule }: Finding): CheckContext => {
  if (fix === undefined) throw new Error(`${rule} offers no fix`);
  const edited = editProgram(context.program, fix.edits);
  if (!edited.ok) throw new Error('the fix does not apply');
  return { ...context, program: edited.value.program };
};
