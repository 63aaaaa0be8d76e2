import type { GridBlock, GridRow, GridSession, ProgramGrid } from './grid.ts';
import { printCell, readCell } from './shorthand.ts';

/** A row of a program as it is written: its cells in shorthand, one for each week of the block. */
type WrittenRow = Omit<GridRow, 'cells'> & { readonly cells: readonly string[] };

type WrittenSession = Omit<GridSession, 'rows'> & { readonly rows: readonly WrittenRow[] };

/** A block of a program as it is written: what its plain-text twin says, without dates and without an athlete. */
export type WrittenBlock = Omit<GridBlock, 'sessions'> & { readonly sessions: readonly WrittenSession[] };

const writtenRow = ({ cells, ...row }: GridRow): WrittenRow => ({ ...row, cells: cells.map(printCell) });

export const writtenBlocks = ({ blocks }: ProgramGrid): readonly WrittenBlock[] =>
  blocks.map((block) => ({
    ...block,
    sessions: block.sessions.map((session) => ({ ...session, rows: session.rows.map(writtenRow) })),
  }));

const gridRow = ({ cells, ...row }: WrittenRow): GridRow => ({
  ...row,
  cells: cells.map((text) => readCell(text).cell),
});

/** Read again; a cell that is not understood is kept as it was typed. */
export const gridOfWritten = (name: string, blocks: readonly WrittenBlock[]): ProgramGrid => ({
  name,
  blocks: blocks.map((block): GridBlock => ({
    ...block,
    sessions: block.sessions.map((session) => ({ ...session, rows: session.rows.map(gridRow) })),
  })),
});
