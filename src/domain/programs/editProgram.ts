import { ok, type Result } from '../kernel/result.ts';
import { setCells } from './editCells.ts';
import { removeRow, setExercise, setLabels, setNote, setProgression, setRow } from './editRows.ts';
import {
  copyWeek,
  deleteWeeks,
  deload,
  insertWeeks,
  removeSession,
  setBlock,
  setSession,
  setWeekKind,
} from './editWeeks.ts';
import type { Program } from './program.ts';
import { replaceProgram } from './replaceProgram.ts';
import type { CellEdit, NoSuchSlot, ProgramEdit } from './programEdit.ts';
import { workOut, type WorkedOut } from './workOut.ts';

/** What has to see every relative cell worked out before it changes anything. */
const LOOKS_AT_SETS: ReadonlySet<ProgramEdit['kind']> = new Set(['exercise', 'copyWeek', 'deleteWeeks', 'deload']);

const applyEdit = (program: Program, edit: OtherEdit): Result<Program, NoSuchSlot> => {
  switch (edit.kind) {
    case 'exercise':
      return setExercise(program, edit);
    case 'progression':
      return setProgression(program, edit);
    case 'row':
      return setRow(program, edit);
    case 'labels':
      return setLabels(program, edit);
    case 'removeRow':
      return removeRow(program, edit);
    case 'note':
      return setNote(program, edit);
    case 'session':
      return setSession(program, edit);
    case 'removeSession':
      return removeSession(program, edit);
    case 'insertWeeks':
      return insertWeeks(program, edit);
    case 'copyWeek':
      return copyWeek(program, edit);
    case 'deleteWeeks':
      return deleteWeeks(program, edit);
    case 'weekKind':
      return setWeekKind(program, edit);
    case 'deload':
      return deload(program, edit);
    case 'block':
      return setBlock(program, edit);
    case 'name':
      return ok({ ...program, name: edit.name });
    case 'replace':
      return replaceProgram(program, edit);
  }
};

type OtherEdit = Exclude<ProgramEdit, CellEdit>;

type Run = { readonly cells: CellEdit[] } | { readonly edit: OtherEdit };

/** Cells that follow one another are written together: a paste of thousands looks the program through once. */
const inRuns = (edits: readonly ProgramEdit[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const edit of edits) {
    const last = runs.at(-1);
    if (edit.kind !== 'cell') runs.push({ edit });
    else if (last !== undefined && 'cells' in last) last.cells.push(edit);
    else runs.push({ cells: [edit] });
  }
  return runs;
};

const applyRun = (program: Program, run: Run): Result<Program, NoSuchSlot> => {
  if ('cells' in run) return setCells(program, run.cells);
  return applyEdit(LOOKS_AT_SETS.has(run.edit.kind) ? workOut(program).program : program, run.edit);
};

/**
 * A program with some changes, relative cells worked out anew. Refused where an edit names a slot or a week that the program does
 * not have: nothing is half done.
 */
export const editProgram = (program: Program, edits: readonly ProgramEdit[]): Result<WorkedOut, NoSuchSlot> => {
  let next = program;
  for (const run of inRuns(edits)) {
    const result = applyRun(next, run);
    if (!result.ok) return result;
    next = result.value;
  }
  return ok(workOut(next));
};
