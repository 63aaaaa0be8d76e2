import { editProgram } from './editProgram.ts';
import { onlyRow } from './onlyRow.ts';
import type { Program, Slot } from './program.ts';
import type { CellEdit } from './programEdit.ts';
import { weeksOf } from './weekWalk.ts';

/** What a cell would come to if it were written so; `undefined` when it would be empty, or its place is not there. */
export const previewCell = (program: Program, edit: CellEdit): Slot | undefined => {
  const edited = editProgram(onlyRow(program, edit), [
    edit.newSession === undefined ? { ...edit, newSession: { weekday: 1, minutes: 0 } } : edit,
  ]);
  if (!edited.ok) return undefined;
  const week = weeksOf(edited.value.program)[edit.week - 1];
  return week?.sessions
    .find((session) => session.name === edit.session)
    ?.slots.find((slot) => slot.label === edit.label);
};
