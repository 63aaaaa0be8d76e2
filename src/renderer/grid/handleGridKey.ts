import type { KeyboardEvent, RefObject } from 'react';
import type { Action } from '../kit/ActionMenu.tsx';
import { tell } from '../kit/notices.ts';
import { fixName } from './FindingList.tsx';
import { cellKey, type Finding, type GridMarks } from './gridMarks.ts';
import { actionForKey, isText, type GridKey } from './gridKeys.ts';
import { jumpTo, lineOf, placeOfActive, typedEdit } from './gridPlaces.ts';
import type { Grid } from './useGrid.ts';

interface KeyContext {
  readonly grid: Grid;
  readonly marks: GridMarks;
  readonly findings: readonly Finding[] | undefined;
  readonly actionsNow: () => readonly Action[];
  readonly focus: RefObject<HTMLDivElement | null>;
  readonly onEscape: () => void;
  readonly onKeys: () => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
}

/** Opens the active cell: with a text that replaces it, or with what stands there. */
export const openEditor = (grid: Grid, text?: string): void => {
  const { active } = grid.selection;
  const line = grid.activeLine;
  if (line?.kind === 'add' && active.column >= 0) grid.select({ ...active, column: -1 }, false);
  const isPicker = line?.kind === 'add' || (line?.kind === 'row' && active.column < 0);
  grid.open({ initial: text ?? (isPicker ? '' : grid.textAt(active)), isReplacing: text !== undefined });
};

/** To the next finding in reading order, week by week; round at the end. */
const stepToFinding = ({ grid, findings }: KeyContext, by: 1 | -1): void => {
  const placed = (findings ?? [])
    .flatMap((finding) =>
      finding.week === undefined ? [] : [{ finding, at: finding.week * 10_000 + lineOf(grid, finding) }],
    )
    .toSorted((a, b) => a.at - b.at);
  if (placed.length === 0) return tell({ tone: 'done', text: 'The program check has nothing to remark.' });
  const { active } = grid.selection;
  const here = (active.column + 1) * 10_000 + active.line;
  const next =
    by > 0
      ? (placed.find(({ at }) => at > here) ?? placed[0])
      : (placed.findLast(({ at }) => at < here) ?? placed.at(-1));
  if (next !== undefined) jumpTo(grid, next.finding);
  return undefined;
};

const fixHere = ({ grid, marks }: KeyContext): void => {
  const edit = typedEdit(grid, '');
  const here = edit === undefined ? [] : (marks.findings.get(cellKey(edit.week, edit.session, edit.label)) ?? []);
  const fix = here.find((finding) => finding.fix !== undefined)?.fix;
  if (fix === undefined) tell({ tone: 'problem', text: 'Nothing in this cell has a fix of one key.' });
  else grid.apply(fix.edits, fixName(fix));
};

/** Lines that a page key passes: what is in sight, less the head and one line to go on from. */
const pageLines = (scroller: HTMLElement | null): number =>
  Math.max(1, Math.floor((scroller?.clientHeight ?? 300) / 32) - 4);

const act = (context: KeyContext, key: GridKey): void => {
  const { grid, focus } = context;
  const { active } = grid.selection;
  const last = { line: grid.model.lines.length - 1, column: grid.model.columns.length - 1 };
  switch (key.kind) {
    case 'step':
      return grid.step(key.line * (key.isPage === true ? pageLines(focus.current) : 1), key.column, key);
    case 'home':
      return grid.select({ line: key.isAll ? 0 : active.line, column: -1 }, key.isStretching);
    case 'end':
      return grid.select({ line: key.isAll ? last.line : active.line, column: last.column }, key.isStretching);
    case 'all':
      grid.select({ line: 0, column: 0 }, false);
      return grid.select(last, true);
    case 'edit':
      return openEditor(grid);
    case 'escape':
      grid.dropLeft();
      context.onEscape();
      return grid.select(active, false);
    case 'menu':
      return context.onMenu(placeOfActive(focus.current, grid));
    case 'finding':
      return stepToFinding(context, key.by);
    case 'fix':
      return fixHere(context);
    case 'keys':
      return context.onKeys();
    case 'action': {
      const action = context.actionsNow().find((one) => one.id === key.id);
      if (action?.isEnabled === true) action.run();
    }
  }
};

/** What the keys do while the grid itself has the focus; what is typed begins to write the active cell. */
export const handleGridKey = (context: KeyContext, event: KeyboardEvent): void => {
  if (event.target !== context.focus.current) return;
  const key = actionForKey(event);
  if (key === undefined && !isText(event)) return;
  event.preventDefault();
  event.stopPropagation();
  if (key !== undefined) return act(context, key);
  const isFinder = context.grid.activeLine?.kind === 'row' && context.grid.selection.active.column < 0;
  return openEditor(context.grid, isFinder && event.key === '/' ? '' : event.key);
};
