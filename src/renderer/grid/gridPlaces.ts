import type { CellEdit } from '../../domain/programs/programEdit.ts';
import type { Finding } from './gridMarks.ts';
import type { Grid } from './useGrid.ts';

/** The edit that typing into the active cell would be. */
export const typedEdit = (grid: Grid, text: string): CellEdit | undefined => {
  const line = grid.activeLine;
  if (line?.kind !== 'row' || grid.selection.active.column < 0) return undefined;
  const { session, label, exerciseKey } = line.row;
  return { kind: 'cell', week: grid.selection.active.column + 1, session, label, exerciseKey, text };
};

/** The line of the cell a finding is about, or the first of its session or week. */
export const lineOf = (grid: Grid, { session, label }: Finding): number =>
  Math.max(
    0,
    grid.model.lines.findIndex(
      (one) =>
        one.kind === 'row' &&
        (session === undefined || one.row.session === session) &&
        (label === undefined || one.row.label === label),
    ),
  );

/** To the cell a finding is about, or the first of its week. */
export const jumpTo = (grid: Grid, finding: Finding): void =>
  grid.select({ line: lineOf(grid, finding), column: (finding.week ?? 1) - 1 }, false);

/** Where the active cell is on the screen: menus open beneath it. */
export const placeOfActive = (scroller: HTMLElement | null, grid: Grid): { readonly x: number; readonly y: number } => {
  const { line, column } = grid.selection.active;
  const cell = scroller?.querySelector(`#cell-${line}-${column}`) ?? scroller;
  const box = cell?.getBoundingClientRect();
  return { x: box?.left ?? 0, y: box?.bottom ?? 0 };
};
