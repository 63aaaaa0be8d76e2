import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { WEEKDAYS, type Weekday } from '../../domain/kernel/plainDate.ts';
import type { Slot } from '../../domain/programs/program.ts';
import type { ProgramRow } from '../../domain/programs/programRows.ts';
import { useApp } from '../app/appContext.ts';
import { firstGhostWeek, type Ghosts } from './GhostCell.tsx';
import { GridHead, type ColumnFacts } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import type { GridModel } from './gridModel.ts';
import type { GridMarks } from './gridMarks.ts';
import type { OpenProgram } from './resolveCell.ts';
import { contains, rectangleOf, type Place, type Selection } from './selection.ts';
import { frozenWidth, HEAD_HEIGHT, WEEK_WIDTH } from './gridSizes.ts';
import styles from './ProgramGrid.module.css';

interface ProgramGridProps {
  readonly label: string;
  readonly model: GridModel;
  readonly marks: GridMarks;
  readonly facts: (column: number) => ColumnFacts;
  /** What is known of the running of each week; absent in a template. */
  readonly known: OpenProgram['weeks'] | undefined;
  readonly nameOf: (row: ProgramRow) => string;
  readonly patternOf: (row: ProgramRow) => string;
  readonly textOf: (row: ProgramRow, slot: Slot) => string;
  /** What progress would write, by line and week. */
  readonly ghosts: Ghosts;
  readonly loadOf: ((slot: Slot, session: string, week: number) => string) | undefined;
  readonly selection: Selection;
  readonly onSelect: (place: Place, isStretching: boolean) => void;
  readonly onOpen: (place: Place) => void;
  /** Drawn in the active cell while it is written. */
  readonly editor: ReactNode;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClipboard: (event: ClipboardEvent, kind: 'copy' | 'cut' | 'paste') => void;
  readonly onFill: (to: Place) => void;
  /** A session was dragged to a day of a week. */
  readonly onDay: (at: Place, weekday: Weekday, isOnward: boolean) => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
  readonly isNarrow: boolean;
  readonly isDated: boolean;
  readonly focusRef: RefObject<HTMLDivElement | null>;
}

export const cellId = (line: number, column: number): string => `cell-${line}-${column}`;

const placeUnder = (target: EventTarget | null): Place | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  const { line, column } = cell?.dataset ?? {};
  return line === undefined || column === undefined ? undefined : { line: Number(line), column: Number(column) };
};

const dayUnder = (target: EventTarget | null): Weekday | undefined => {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null;
  return WEEKDAYS.find((one) => String(one) === mark?.dataset['day']);
};

/** Whether all of a row or column is to be seen: asking the page to scroll makes it lay everything out, even where it stays as it is. */
const isInSight = (
  { scrollOffset, scrollRect, options: { horizontal } }: Virtualizer<HTMLDivElement, Element>,
  start: number,
  size: number,
  hiddenAtEnd: number,
): boolean => {
  if (scrollOffset === null || scrollRect === null) return false;
  const seen = (horizontal === true ? scrollRect.width : scrollRect.height) - hiddenAtEnd;
  return start >= scrollOffset && start + size <= scrollOffset + seen;
};

/** Weeks side by side, drawn only where they are in sight. The whole grid is one stop for Tab; arrows move in it. */
export const ProgramGrid = (props: ProgramGridProps) => {
  const { model, marks, selection, isNarrow, focusRef } = props;
  const app = useApp();
  const scroller = focusRef;
  const rowHeight = app.settings.density === 'compact' ? 26 : 32;
  const frozen = frozenWidth(isNarrow);
  const rows = useVirtualizer({
    count: model.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 3,
    // The head stands over the first lines of the view: as much less of it is to be seen.
    scrollPaddingEnd: HEAD_HEIGHT + 8,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: model.columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => WEEK_WIDTH,
    overscan: 1,
    scrollPaddingEnd: frozen,
  });
  useEffect(() => {
    rows.measure();
  }, [rows, rowHeight]);
  const { active } = selection;
  const isOpened = useRef(false);
  useEffect(() => {
    if (!isInSight(rows, active.line * rowHeight, rowHeight, HEAD_HEIGHT + 8)) rows.scrollToIndex(active.line);
    if (active.column < 0) return;
    // Opened at last week: what comes is judged by it, and what comes is to be seen.
    if (isOpened.current) {
      if (!isInSight(columns, active.column * WEEK_WIDTH, WEEK_WIDTH, frozen)) columns.scrollToIndex(active.column);
    } else columns.scrollToIndex(Math.max(0, active.column - 1), { align: 'start' });
    isOpened.current = true;
  }, [rows, columns, active.line, active.column, rowHeight, frozen]);

  const drag = useRef<'select' | 'fill' | 'day' | undefined>(undefined);
  const rectangle = rectangleOf(selection);
  const shown = columns.getVirtualItems();
  const from = shown[0]?.index ?? 0;
  const to = shown.at(-1)?.index ?? -1;
  const seen = useRef({ from, to });
  useEffect(() => {
    seen.current = { from, to };
  });
  // What progress would write is brought into sight, wherever the active cell is.
  const ghostColumn = (firstGhostWeek(props.ghosts) ?? 0) - 1;
  useEffect(() => {
    const isInSight = ghostColumn >= seen.current.from && ghostColumn <= seen.current.to;
    if (ghostColumn >= 0 && !isInSight) columns.scrollToIndex(ghostColumn, { align: 'start' });
  }, [columns, ghostColumn]);
  const isActiveDrawn =
    rows.getVirtualItems().some((item) => item.index === active.line) &&
    (active.column < 0 || (active.column >= from && active.column <= to));
  const width = frozen + columns.getTotalSize();

  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="grid"
      aria-label={props.label}
      aria-rowcount={model.lines.length + 1}
      aria-colcount={model.columns.length + 2}
      aria-multiselectable
      aria-activedescendant={
        isActiveDrawn && props.editor === undefined ? cellId(active.line, active.column) : undefined
      }
      tabIndex={0}
      onKeyDown={props.onKeyDown}
      onCopy={(event) => props.onClipboard(event, 'copy')}
      onCut={(event) => props.onClipboard(event, 'cut')}
      onPaste={(event) => props.onClipboard(event, 'paste')}
      onMouseDown={(event) => {
        const target = event.target instanceof Element ? event.target : null;
        if (target?.closest('input') !== null || event.button !== 0) return;
        const place = placeUnder(target);
        if (place === undefined) return;
        const isSelecting = target.closest('[data-fill]') === null;
        drag.current = !isSelecting ? 'fill' : dayUnder(target) === undefined ? 'select' : 'day';
        if (isSelecting) props.onSelect(place, drag.current === 'select' && event.shiftKey);
      }}
      onMouseMove={(event) => {
        if (drag.current !== 'select' || event.buttons !== 1) return;
        const place = placeUnder(event.target);
        if (place === undefined || (place.line === active.line && place.column === active.column)) return;
        props.onSelect(place, true);
      }}
      onMouseUp={(event) => {
        const place = placeUnder(event.target);
        const weekday = dayUnder(event.target);
        if (drag.current === 'fill' && place !== undefined) props.onFill(place);
        if (drag.current === 'day' && place?.line === active.line && weekday !== undefined)
          props.onDay(place, weekday, event.shiftKey);
        drag.current = undefined;
      }}
      onDoubleClick={(event) => {
        const place = placeUnder(event.target);
        if (place !== undefined) props.onOpen(place);
      }}
      onContextMenu={(event) => {
        const place = placeUnder(event.target);
        if (place === undefined) return;
        event.preventDefault();
        if (!contains(rectangle, place)) props.onSelect(place, false);
        props.onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <div className={styles['canvas']} style={{ width, height: HEAD_HEIGHT + rows.getTotalSize() }}>
        <GridHead
          columns={model.columns}
          shown={shown.map((item) => item.index)}
          facts={props.facts}
          findings={marks.findingsOfWeek}
          width={width}
          isNarrow={isNarrow}
          isDated={props.isDated}
        />
        <div className={styles['body']} role="rowgroup">
          {rows.getVirtualItems().map((item) => {
            const line = model.lines[item.index];
            if (line === undefined) return null;
            const isActive = active.line === item.index;
            const isIn = item.index >= rectangle.fromLine && item.index <= rectangle.toLine;
            return (
              <GridRow
                key={line.key}
                line={line}
                index={item.index}
                top={item.start}
                height={rowHeight}
                width={width}
                from={from}
                to={to}
                columns={model.columns}
                marks={marks}
                ghosts={props.ghosts}
                nameOf={props.nameOf}
                patternOf={props.patternOf}
                textOf={props.textOf}
                loadOf={props.loadOf}
                known={props.known}
                isNarrow={isNarrow}
                activeColumn={isActive ? active.column : undefined}
                selectedFrom={isIn ? rectangle.fromColumn : undefined}
                selectedTo={isIn ? rectangle.toColumn : undefined}
                isCorner={item.index === rectangle.toLine}
                editor={isActive ? props.editor : undefined}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
};
