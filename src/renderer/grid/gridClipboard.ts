import { readTsv, writeHtmlTable, writeTsv } from '../../domain/programs/clipboard.ts';
import { counted } from '../format.ts';
import { pasteWrites } from './gridEdits.ts';
import type { Grid } from './useGrid.ts';

/** What is selected as a spreadsheet takes it; lines between sessions are left out of a larger piece. */
const copiedRows = ({ model, rectangle, textAt }: Grid): readonly (readonly string[])[] => {
  const { fromLine, toLine, fromColumn, toColumn } = rectangle;
  const lines = Array.from({ length: toLine - fromLine + 1 }, (_, offset) => fromLine + offset).filter(
    (line) => fromLine === toLine || model.lines[line]?.kind === 'row',
  );
  return lines.map((line) =>
    Array.from({ length: toColumn - fromColumn + 1 }, (_, offset) => textAt({ line, column: fromColumn + offset })),
  );
};

export const copyInto = (clipboard: DataTransfer, grid: Grid): void => {
  const rows = copiedRows(grid);
  clipboard.setData('text/plain', writeTsv(rows));
  clipboard.setData('text/html', writeHtmlTable(rows));
};

/** Writes what a spreadsheet copied; nothing when the clipboard holds no text. */
export const pasteText = (grid: Grid, text: string): void => {
  const rows = readTsv(text);
  if (rows.length === 0) return;
  const isRow = (line: number): boolean => grid.model.lines[line]?.kind === 'row';
  const writes = pasteWrites(rows, grid.rectangle, isRow, grid.model.lines.length);
  grid.write(writes, `Paste ${counted(writes.length, 'cell')}`);
};
