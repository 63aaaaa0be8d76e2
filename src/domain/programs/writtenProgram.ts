import type { Weekday } from '../kernel/plainDate.ts';
import type { GridBlock, GridRow, ProgramGrid } from './grid.ts';
import type { Phase, ProgressionKind, SlotRole, WeekKind } from './program.ts';
import { printCell, readCell } from './shorthand.ts';

/** A row of a program as it is written: its cells in shorthand, one for each week of the block. */
export interface WrittenRow {
  readonly label: string;
  readonly exerciseKey: string;
  readonly noGymKey?: string | undefined;
  readonly role: SlotRole;
  readonly progression?: ProgressionKind | undefined;
  readonly cells: readonly string[];
}

export interface WrittenSession {
  readonly name: string;
  /** Absent: as it is, or where it is new, wherever there is room. */
  readonly weekday?: Weekday | undefined;
  readonly minutes: number;
  readonly rows: readonly WrittenRow[];
}

/** A block of a program as it is written: what its plain-text twin says, without dates and without an athlete. */
export interface WrittenBlock {
  readonly name: string;
  readonly goal: string;
  readonly phase?: Phase | undefined;
  readonly weekKinds: readonly WeekKind[];
  readonly sessions: readonly WrittenSession[];
}

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
