import type { Program } from '../../domain/programs/program.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { fillSeries } from '../../domain/programs/series.ts';
import { groupRows, moveRow, nextLabel, ungroupRows, type Relabel } from '../../domain/programs/rowLabels.ts';
import { modKey } from '../app/keys.ts';
import { counted } from '../format.ts';
import type { Action, ActionGroup } from '../kit/ActionMenu.tsx';
import { placesIn, type Write } from './gridEdits.ts';
import { addLineKey, sessionOf, type RowLine } from './gridModel.ts';
import type { Rectangle } from './selection.ts';
import { sessionActions } from './sessionCommands.ts';
import type { Grid } from './useGrid.ts';
import { weekActions } from './weekCommands.ts';

/** What the commands open beside the grid. */
export interface GridDialogs {
  readonly onProgress: () => void;
  readonly onText: () => void;
  readonly onKeys: () => void;
  readonly onNote: () => void;
  readonly onBlock: () => void;
  readonly onSession: () => void;
  readonly onMoveSession: () => void;
  readonly onCopyWeek: () => void;
}

export interface CommandContext {
  readonly grid: Grid;
  readonly program: Program;
  readonly dialogs: GridDialogs;
}

const rowsIn = ({ model }: Grid, { fromLine, toLine }: Rectangle): readonly RowLine[] =>
  model.lines.slice(fromLine, toLine + 1).filter((line): line is RowLine => line.kind === 'row');

const rowsOfSession = ({ model }: Grid, session: string): readonly RowLine[] =>
  model.lines.filter((line): line is RowLine => line.kind === 'row' && line.row.session === session);

/** The cells of one column or line written over the others that are selected; of a single one, its neighbour's. */
export const fillWrites = (grid: Pick<Grid, 'rectangle' | 'textAt'>, direction: 'right' | 'down'): readonly Write[] => {
  const { rectangle } = grid;
  const isRight = direction === 'right';
  const isSingle = isRight ? rectangle.fromColumn === rectangle.toColumn : rectangle.fromLine === rectangle.toLine;
  const back = isSingle ? 1 : 0;
  const source = isRight ? rectangle.fromColumn - back : rectangle.fromLine - back;
  if (source < 0) return [];
  return placesIn(rectangle)
    .filter((place) => (isRight ? place.column : place.line) !== source)
    .map((place) => ({
      ...place,
      text: grid.textAt(isRight ? { ...place, column: source } : { ...place, line: source }),
    }));
};

/** In every selected line the filled cells go on into the empty ones after them. */
const seriesWrites = (grid: Grid, { fromLine, toLine, fromColumn, toColumn }: Rectangle): readonly Write[] =>
  Array.from({ length: toLine - fromLine + 1 }, (_, offset) => fromLine + offset).flatMap((line) => {
    const texts = Array.from({ length: toColumn - fromColumn + 1 }, (_, offset) =>
      grid.textAt({ line, column: fromColumn + offset }),
    );
    const filled = texts.findIndex((text) => text === '');
    if (filled <= 0) return [];
    return fillSeries(texts.slice(0, filled), texts.length - filled).map((text, place) => ({
      line,
      column: fromColumn + filled + place,
      text,
    }));
  });

/** Dragging the handle: what is selected goes on to the right or is copied down. */
export const fillTo = (grid: Grid, to: { readonly line: number; readonly column: number }): void => {
  const { rectangle } = grid;
  const right = to.column - rectangle.toColumn;
  const down = to.line - rectangle.toLine;
  if (right <= 0 && down <= 0) return;
  if (right >= down) {
    const wide = { ...rectangle, toColumn: to.column };
    const writes = Array.from({ length: wide.toLine - wide.fromLine + 1 }, (_, at) => wide.fromLine + at).flatMap(
      (line) => {
        const texts = Array.from({ length: rectangle.toColumn - rectangle.fromColumn + 1 }, (_, at) =>
          grid.textAt({ line, column: rectangle.fromColumn + at }),
        );
        return fillSeries(texts, right).map((text, at) => ({ line, column: rectangle.toColumn + 1 + at, text }));
      },
    );
    grid.write(writes, `Fill ${counted(right, 'week')}`);
    return;
  }
  const height = rectangle.toLine - rectangle.fromLine + 1;
  const writes = placesIn({ ...rectangle, fromLine: rectangle.toLine + 1, toLine: to.line }).map((place) => ({
    ...place,
    text: grid.textAt({ ...place, line: rectangle.fromLine + ((place.line - rectangle.fromLine) % height) }),
  }));
  grid.write(writes, `Fill ${counted(down, 'row')}`);
};

const cellActions = ({ grid, dialogs }: CommandContext): readonly Action[] => {
  const { rectangle } = grid;
  const places = placesIn(rectangle);
  const isWide = rectangle.fromColumn >= 0;
  const hasRow = rowsIn(grid, rectangle).length > 0;
  return [
    {
      id: 'clear',
      label: places.length === 1 ? 'Clear cell' : `Clear ${places.length} cells`,
      keys: 'Del',
      isEnabled: isWide && hasRow,
      run: () => {
        const writes = places.filter(
          (place) => grid.model.lines[place.line]?.kind === 'row' && grid.textAt(place) !== '',
        );
        grid.write(
          writes.map((place) => ({ ...place, text: '' })),
          `Clear ${counted(writes.length, 'cell')}`,
        );
      },
    },
    {
      id: 'fillRight',
      label: 'Fill right',
      keys: `${modKey} R`,
      isEnabled: rectangle.toColumn >= 1,
      run: () => grid.write(fillWrites(grid, 'right'), 'Fill right'),
    },
    {
      id: 'fillDown',
      label: 'Fill down',
      keys: `${modKey} D`,
      isEnabled: rectangle.toLine >= 1 && isWide,
      run: () => {
        const writes = fillWrites(grid, 'down').filter((one) => grid.model.lines[one.line]?.kind === 'row');
        grid.write(writes, 'Fill down');
      },
    },
    {
      id: 'series',
      label: 'Go on as a series',
      keys: `${modKey} E`,
      isEnabled: rectangle.toColumn > rectangle.fromColumn && isWide,
      run: () => grid.write(seriesWrites(grid, rectangle), 'Continue a series'),
    },
    { id: 'progress', label: 'Progress…', keys: `${modKey} ⇧ R`, isEnabled: true, run: dialogs.onProgress },
    { id: 'note', label: 'Note…', keys: '⇧ F2', isEnabled: hasRow && isWide, run: dialogs.onNote },
  ];
};

const relabelEdits = (
  grid: Grid,
  session: string,
  relabels: readonly Relabel[] | undefined,
): readonly ProgramEdit[] => {
  if (relabels === undefined) return [];
  const rows = rowsOfSession(grid, session).flatMap(({ row }) => {
    const to = relabels.find((one) => one.label === row.label)?.to;
    const isStored = row.slots.some((slot) => slot !== undefined);
    return to === undefined || !isStored ? [] : [{ label: row.label, exerciseKey: row.exerciseKey, to }];
  });
  return rows.length === 0 ? [] : [{ kind: 'labels', session, rows }];
};

/** Rows of a label move together: another exercise in other weeks stands in the same place. */
const labelsOf = (grid: Grid, session: string): readonly string[] => [
  ...new Set(rowsOfSession(grid, session).map(({ row }) => row.label)),
];

const moveAction = (context: CommandContext, by: -1 | 1): Action => {
  const { grid } = context;
  const line = grid.activeLine;
  const session = sessionOf(line);
  const labels = session === undefined ? [] : labelsOf(grid, session);
  const at = line?.kind === 'row' ? labels.indexOf(line.row.label) : -1;
  const isPossible = at >= 0 && at + by >= 0 && at + by < labels.length;
  return {
    id: by < 0 ? 'rowUp' : 'rowDown',
    label: by < 0 ? 'Move row up' : 'Move row down',
    keys: by < 0 ? 'Alt ↑' : 'Alt ↓',
    isEnabled: isPossible,
    run: () => {
      if (session === undefined || line?.kind !== 'row') return;
      const relabels = moveRow(labels, at, by);
      const to = relabels?.find((one) => one.label === line.row.label)?.to;
      if (!grid.apply(relabelEdits(grid, session, relabels), 'Move a row')) return;
      if (to !== undefined) grid.goToKey(`row\n${session}\n${to}\n${line.row.exerciseKey}`);
    },
  };
};

const letterOf = (label: string): string => label.slice(0, 1);

const supersetAction = ({ grid }: CommandContext): Action => {
  const rows = rowsIn(grid, grid.rectangle);
  const session = rows[0]?.row.session;
  const isOne = session !== undefined && rows.every(({ row }) => row.session === session);
  const labels = session === undefined ? [] : labelsOf(grid, session);
  const chosen = [...new Set(rows.map(({ row }) => labels.indexOf(row.label)))];
  const letters = new Set(rows.map(({ row }) => letterOf(row.label)));
  const isGrouped = letters.size === 1 && labels.filter((label) => letters.has(letterOf(label))).length > 1;
  return {
    id: 'superset',
    label: isGrouped ? 'Take superset apart' : 'Superset',
    keys: `${modKey} G`,
    isEnabled: isOne && (isGrouped || chosen.length > 1),
    run: () => {
      if (session === undefined) return;
      const relabels = isGrouped ? ungroupRows(labels, chosen) : groupRows(labels, chosen);
      grid.apply(relabelEdits(grid, session, relabels), isGrouped ? 'Take a superset apart' : 'Make a superset');
    },
  };
};

const removeRows = ({ grid }: CommandContext): void => {
  const rows = rowsIn(grid, grid.rectangle).map(({ row }) => row);
  for (const row of rows) grid.forgetRow(row);
  const stored = rows.filter((row) =>
    row.slots.some((slot, place) => slot !== undefined && place + 1 >= grid.firstOpenWeek),
  );
  const edits = stored.map(({ session, label, exerciseKey }): ProgramEdit => ({
    kind: 'removeRow',
    session,
    label,
    exerciseKey,
    fromWeek: grid.firstOpenWeek,
  }));
  grid.apply(edits, `Remove ${counted(rows.length, 'row')}`);
};

const roleAction = ({ grid }: CommandContext): Action => {
  const line = grid.activeLine;
  const row = line?.kind === 'row' ? line.row : undefined;
  const isMain = row?.role === 'main';
  return {
    id: 'role',
    label: isMain ? 'Make it assistance' : 'Make it a main lift',
    keys: `${modKey} M`,
    isEnabled: row !== undefined && row.slots.some((slot) => slot !== undefined),
    run: () => {
      if (row === undefined) return;
      const { session, label, exerciseKey, noGymKey } = row;
      const role = isMain ? 'assistance' : 'main';
      grid.apply(
        [{ kind: 'row', session, label, exerciseKey, role, ...(noGymKey === undefined ? {} : { noGymKey }) }],
        isMain ? 'Make a row assistance' : 'Make a row a main lift',
      );
    },
  };
};

const rowActions = (context: CommandContext): readonly Action[] => {
  const { grid } = context;
  const session = sessionOf(grid.activeLine);
  return [
    {
      id: 'newRow',
      label: 'New row',
      keys: `${modKey} ↵`,
      isEnabled: session !== undefined,
      run: () => {
        if (session === undefined) return;
        const line = grid.model.lines.findIndex((one) => one.key === addLineKey(session));
        grid.select({ line, column: -1 }, false);
        grid.open({ initial: '', isReplacing: true });
      },
    },
    moveAction(context, -1),
    moveAction(context, 1),
    supersetAction(context),
    roleAction(context),
    {
      id: 'removeRow',
      label: rowsIn(grid, grid.rectangle).length > 1 ? 'Remove rows' : 'Remove row',
      keys: `${modKey} Del`,
      isEnabled: rowsIn(grid, grid.rectangle).length > 0,
      run: () => removeRows(context),
    },
  ];
};

/** The label of a row that comes after those of a session. */
export const labelForNewRow = (grid: Grid, session: string): string | undefined => nextLabel(labelsOf(grid, session));

/** Everything that can be done with what is selected. */
export const gridCommands = (context: CommandContext): readonly ActionGroup[] => [
  { title: 'Cells', actions: cellActions(context) },
  { title: 'Rows', actions: rowActions(context) },
  { title: 'Session', actions: sessionActions(context) },
  ...weekActions(context),
];
