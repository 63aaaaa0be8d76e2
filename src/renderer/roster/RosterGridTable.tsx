import {
  memo,
  useEffect,
  useRef,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { addDays, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { day } from '../format.ts';
import { loadWords } from '../grid/resolveCell.ts';
import type { Place } from '../grid/selection.ts';
import { RosterGridFacts, type SubjectKind } from './RosterGridFacts.tsx';
import { blockedBecause, faultIn, otherIn, setsIn, slotIn, textIn, type Line } from './rosterGridModel.ts';
import type { RosterGridState } from './useRosterGrid.ts';
import { weekWord } from './weekWord.ts';
import styles from './RosterGrid.module.css';

interface RosterGridTableProps {
  readonly label: string;
  readonly subjectKind: SubjectKind;
  readonly grid: RosterGridState;
  readonly mondays: readonly PlainDate[];
  readonly today: PlainDate;
  readonly focusRef: RefObject<HTMLDivElement | null>;
  /** Drawn in the active cell while it is written. */
  readonly editor: ReactNode;
  readonly onOpen: (place: Place) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClipboard: (event: ClipboardEvent, kind: 'copy' | 'cut' | 'paste') => void;
}

const HEAD_HEIGHT = 44;

/** Room under the last row for the reading of a cell that is being written there. */
const ROOM_BELOW = 84;

const cellId = (line: number, column: number): string => `roster-cell-${line}-${column}`;

const placeUnder = (target: EventTarget | null): Place | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  const { line, column } = cell?.dataset ?? {};
  return line === undefined || column === undefined ? undefined : { line: Number(line), column: Number(column) };
};

/** Athletes one under another, weeks side by side; rows are drawn only where they are in sight. One stop for Tab; arrows move in it. */
export const RosterGridTable = (props: RosterGridTableProps) => {
  const { grid, mondays, today, focusRef, editor } = props;
  const { lines, selection, rectangle } = grid;
  const { active } = selection;
  const app = useApp();
  const rowHeight = app.settings.density === 'compact' ? 40 : 46;
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => focusRef.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingEnd: HEAD_HEIGHT + 8,
  });
  useEffect(() => {
    rows.measure();
  }, [rows, rowHeight]);
  useEffect(() => {
    rows.scrollToIndex(active.line);
  }, [rows, active.line]);
  const isDragging = useRef(false);
  const isActiveDrawn = rows.getVirtualItems().some((item) => item.index === active.line);
  return (
    <div
      ref={focusRef}
      className={styles['scroller']}
      role="grid"
      aria-label={props.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={mondays.length + HEADS.length}
      aria-multiselectable
      aria-activedescendant={isActiveDrawn && editor === undefined ? cellId(active.line, active.column) : undefined}
      tabIndex={0}
      onKeyDown={props.onKeyDown}
      onCopy={(event) => props.onClipboard(event, 'copy')}
      onCut={(event) => props.onClipboard(event, 'cut')}
      onPaste={(event) => props.onClipboard(event, 'paste')}
      onMouseDown={(event) => {
        const place = placeUnder(event.target);
        const isInside = event.target instanceof Element && event.target.closest('input') !== null;
        if (place === undefined || isInside || event.button !== 0) return;
        isDragging.current = true;
        grid.select(place, event.shiftKey);
      }}
      onMouseMove={(event) => {
        const place = placeUnder(event.target);
        if (!isDragging.current || event.buttons !== 1 || place === undefined) return;
        if (place.line !== active.line || place.column !== active.column) grid.select(place, true);
      }}
      onMouseUp={() => {
        isDragging.current = false;
      }}
      onDoubleClick={(event) => {
        const place = placeUnder(event.target);
        if (place !== undefined) props.onOpen(place);
      }}
    >
      <Head mondays={mondays} today={today} />
      <div
        role="rowgroup"
        className={styles['body']}
        style={{ height: rows.getTotalSize() + (editor === undefined ? 0 : ROOM_BELOW) }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const isIn = index >= rectangle.fromLine && index <= rectangle.toLine;
          return (
            <Row
              key={line.key}
              line={line}
              index={index}
              top={start}
              height={rowHeight}
              subjectKind={props.subjectKind}
              mondays={mondays}
              today={today}
              activeColumn={index === active.line ? active.column : undefined}
              selectedFrom={isIn ? rectangle.fromColumn : undefined}
              selectedTo={isIn ? rectangle.toColumn : undefined}
              editor={index === active.line ? editor : undefined}
            />
          );
        })}
      </div>
    </div>
  );
};

const HEADS = ['Athlete', 'Place', 'Last result', 'e1RM', 'Running', 'Flags'] as const;

const Head = ({ mondays, today }: Pick<RosterGridTableProps, 'mondays' | 'today'>) => (
  <div role="row" aria-rowindex={1} className={`${styles['row']} ${styles['head']}`}>
    {HEADS.map((head, place) => (
      <div key={head} role="columnheader" className={place === 0 ? styles['frozen'] : ''}>
        {head}
      </div>
    ))}
    {mondays.map((monday) => (
      <div
        key={monday}
        role="columnheader"
        className={`${styles['week']} ${monday === mondayOf(today) ? styles['now'] : ''}`}
      >
        <strong>{weekWord(monday)}</strong>
        <span>
          {day(monday)} – {day(addDays(monday, 6))}
        </span>
      </div>
    ))}
  </div>
);

interface RowProps {
  readonly line: Line;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly subjectKind: SubjectKind;
  readonly mondays: readonly PlainDate[];
  readonly today: PlainDate;
  readonly activeColumn: number | undefined;
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
  readonly editor: ReactNode;
}

const Row = memo(function Row(props: RowProps) {
  const { line, index, top, height, activeColumn, selectedFrom, selectedTo, editor } = props;
  const isSelected = (column: number): boolean =>
    selectedFrom !== undefined && selectedTo !== undefined && column >= selectedFrom && column <= selectedTo;
  const stateOf = (column: number): string =>
    `${isSelected(column) ? styles['selected'] : ''} ${activeColumn === column ? styles['active'] : ''}`;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${styles['row']} ${styles['line']} ${editor === undefined ? '' : styles['writing']}`}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        id={cellId(index, -1)}
        data-line={index}
        data-column={-1}
        aria-selected={isSelected(-1)}
        className={`${styles['frozen']} ${stateOf(-1)}`}
      >
        <span className={styles['name']}>{line.row.athlete.name}</span>
        <span className={styles['second']}>{line.program.name}</span>
      </div>
      <RosterGridFacts row={line.row} subjectKind={props.subjectKind} today={props.today} monday={props.mondays[0]} />
      {props.mondays.map((monday, column) => {
        const week = line.row.weeks[column];
        const isBlocked = blockedBecause(line, column) !== undefined;
        return (
          <div
            key={monday}
            role="gridcell"
            id={cellId(index, column)}
            data-line={index}
            data-column={column}
            aria-selected={isSelected(column)}
            className={[
              styles['cell'],
              week?.kind === 'deload' ? styles['deload'] : '',
              isBlocked ? styles['blocked'] : '',
              stateOf(column),
            ].join(' ')}
          >
            {activeColumn === column && editor !== undefined ? editor : <Cell line={line} column={column} />}
          </div>
        );
      })}
    </div>
  );
});

/** What is written, and under it what that comes to on this athlete’s bar. */
const Cell = ({ line, column }: { readonly line: Line; readonly column: number }) => {
  const week = line.row.weeks[column];
  if (week?.week === undefined) return <span className={styles['second']}>no week</span>;
  const other = otherIn(line, column);
  if (other !== undefined) {
    return <span className={styles['second']}>{line.strengths.exerciseAt(other)?.name ?? other}</span>;
  }
  const slot = slotIn(line, column);
  const isUnread = slot?.written?.kind === 'unread' || (slot !== undefined && faultIn(line, column) !== undefined);
  const load = loadWords(setsIn(line, column, slot));
  return (
    <>
      <span className={`${styles['text']} ${isUnread ? styles['unread'] : ''}`}>{textIn(line, column)}</span>
      <span className={styles['second']}>
        {load}
        {week.isDone && <span className={styles['done']}> ✓ done</span>}
        {isUnread && <span className={styles['fault']}>not understood</span>}
        {week.kind === 'deload' && <span className={styles['kind']}> deload</span>}
      </span>
    </>
  );
};
