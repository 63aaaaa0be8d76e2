import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { Program, Slot } from '../../domain/programs/program.ts';
import type { CellEdit } from '../../domain/programs/programEdit.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { workOut } from '../../domain/programs/workOut.ts';
import { cellText } from '../grid/gridModel.ts';
import type { LeftOver, Write } from '../grid/gridEdits.ts';
import { resolveCell, strengthsOf, type ResolvedSet, type Strengths } from '../grid/resolveCell.ts';

export type RosterGridView = OutputOf<Contract['programs']['rosterGrid']>;
export type GridRow = RosterGridView['rows'][number];

/** A row as it stands now, with what was written into it and is still on its way. */
export interface Line {
  readonly key: string;
  readonly row: GridRow;
  readonly program: Program;
  readonly strengths: Strengths;
}

/** Where a row stands: the same place of the same program keeps its key, in the same weeks. */
export const rowKeyOf = (row: GridRow): string =>
  [row.programId, row.session, row.label, row.exerciseKey, row.weeks[0]?.startsOn].join('\n');

export const lineOf = (row: GridRow, program: Program, exercises: ReadonlyMap<string, Exercise>): Line => ({
  key: rowKeyOf(row),
  row,
  program,
  strengths: strengthsOf(row, exercises),
});

/** Whatever stands in this place in a week: the exercise of the row, or the one it gives way to there. */
const standingIn = ({ row, program }: Line, column: number): Slot | undefined => {
  const week = row.weeks[column]?.week;
  const found = week === undefined ? undefined : weeksOf(program)[week - 1];
  return found?.sessions
    .find((session) => session.name === row.session)
    ?.slots.find((slot) => slot.label === row.label);
};

export const slotIn = (line: Line, column: number): Slot | undefined => {
  const slot = standingIn(line, column);
  return slot?.exerciseKey === line.row.exerciseKey ? slot : undefined;
};

/** The key of another exercise that stands in this place in that week. */
export const otherIn = (line: Line, column: number): string | undefined => {
  const slot = standingIn(line, column);
  return slot === undefined || slot.exerciseKey === line.row.exerciseKey ? undefined : slot.exerciseKey;
};

export const textIn = (line: Line | undefined, column: number): string => {
  if (line === undefined) return '';
  return column < 0 ? line.row.athlete.name : cellText(slotIn(line, column));
};

/** Why a cell cannot be written; `undefined` when it can. */
export const blockedBecause = (line: Line, column: number): string | undefined => {
  const week = line.row.weeks[column];
  if (week === undefined) return 'only these four weeks are shown';
  if (week.week === undefined) return 'the program has no such week';
  if (week.isDone) return 'the session is done';
  const other = otherIn(line, column);
  if (other === undefined) return undefined;
  return `${line.row.label} is ${line.strengths.exerciseAt(other)?.name ?? other} in that week`;
};

/** The edit that a text in a cell is; `undefined` where no cell can be written. */
export const editIn = (line: Line, column: number, text: string): CellEdit | undefined => {
  const week = line.row.weeks[column]?.week;
  const { session, label, exerciseKey } = line.row;
  return week === undefined ? undefined : { kind: 'cell', week, session, label, exerciseKey, text };
};

/** What a slot comes to on this athlete's bar in that week. */
export const setsIn = (line: Line, column: number, slot: Slot | undefined): readonly ResolvedSet[] => {
  const week = line.row.weeks[column];
  if (week?.week === undefined || slot === undefined) return [];
  return resolveCell(line.strengths, slot, { week: week.week, session: line.row.session, monday: week.startsOn });
};

/** Why a relative cell comes to nothing. */
export const faultIn = (line: Line, column: number): string | undefined => {
  const { session, label } = line.row;
  const week = line.row.weeks[column]?.week;
  return workOut(line.program).faults.find(
    (fault) => fault.week === week && fault.session === session && fault.label === label,
  )?.reason;
};

export interface RowEdit {
  readonly line: Line;
  readonly edit: CellEdit;
}

/** Texts written into cells: the edits they are, and what could not be written and why. */
export const writeInto = (
  lines: readonly Line[],
  writes: readonly Write[],
): { readonly edits: readonly RowEdit[]; readonly left: readonly LeftOver[] } => {
  const edits: RowEdit[] = [];
  const left: LeftOver[] = [];
  for (const write of writes) {
    const line = lines[write.line];
    const reason =
      line === undefined
        ? 'there is no athlete in that row'
        : write.column < 0
          ? 'names are not written here'
          : blockedBecause(line, write.column);
    if (line === undefined || reason !== undefined) {
      if (textIn(line, write.column) !== write.text.trim()) left.push({ ...write, reason: reason ?? '' });
      continue;
    }
    const edit = textIn(line, write.column) === write.text.trim() ? undefined : editIn(line, write.column, write.text);
    if (edit !== undefined) edits.push({ line, edit });
  }
  return { edits, left };
};
