import type { GridColumn, RowLine } from './gridModel.ts';
import type { Grid } from './useGrid.ts';

/** The rows that are selected; of a session's own line, all of its rows. */
export const selectedRows = ({ model, rectangle }: Pick<Grid, 'model' | 'rectangle'>): readonly RowLine['row'][] => {
  const lines = model.lines.slice(rectangle.fromLine, rectangle.toLine + 1);
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  if (rows.length > 0) return rows;
  const sessions = new Set(lines.flatMap((line) => (line.kind === 'session' ? [line.session.name] : [])));
  return model.lines.flatMap((line) => (line.kind === 'row' && sessions.has(line.row.session) ? [line.row] : []));
};

/** The last week of the block that a week is in. */
const endOfBlock = (columns: readonly GridColumn[], week: number): number => {
  const next = columns.find((column) => column.week > week && column.isBlockStart);
  return next === undefined ? columns.length : next.week - 1;
};

/** The weeks that are selected, or those from the active one to the end of its block. */
export const selectedWeeks = ({
  model: { columns },
  rectangle: { fromColumn, toColumn },
  firstOpenWeek,
}: Pick<Grid, 'model' | 'rectangle' | 'firstOpenWeek'>): { readonly fromWeek: number; readonly toWeek: number } => {
  if (toColumn < 0) {
    const fromWeek = Math.min(firstOpenWeek, columns.length);
    return { fromWeek, toWeek: endOfBlock(columns, fromWeek) };
  }
  const fromWeek = Math.max(1, fromColumn + 1);
  return { fromWeek, toWeek: toColumn > Math.max(0, fromColumn) ? toColumn + 1 : endOfBlock(columns, fromWeek) };
};
