import { memo, type ReactNode } from 'react';
import type { Slot } from '../../domain/programs/program.ts';
import type { ProgramRow } from '../../domain/programs/programRows.ts';
import { weekdayName } from '../format.ts';
import { basisWord } from './basisWord.ts';
import { GhostCell, type Ghosts } from './GhostCell.tsx';
import { cellKey, type GridMarks } from './gridMarks.ts';
import { cellParts, type GridColumn, type GridLine } from './gridModel.ts';
import { frozenWidth, WEEK_WIDTH } from './gridSizes.ts';
import { WeekStrip } from './WeekStrip.tsx';
import type { ColumnFacts } from './GridHead.tsx';
import styles from './ProgramGrid.module.css';

interface GridRowProps {
  readonly line: GridLine;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
  readonly columns: readonly GridColumn[];
  readonly marks: GridMarks;
  readonly ghosts: Ghosts;
  readonly nameOf: (row: ProgramRow) => string;
  readonly patternOf: (row: ProgramRow) => string;
  readonly textOf: (row: ProgramRow, slot: Slot) => string;
  readonly loadOf: ((slot: Slot, session: string, week: number) => string) | undefined;
  readonly facts: (column: number) => ColumnFacts;
  readonly isNarrow: boolean;
  readonly activeColumn: number | undefined;
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
  /** The fill handle stands at the last line of the selection. */
  readonly isCorner: boolean;
  readonly editor: ReactNode;
}

export const ghostKey = (lineKey: string, week: number): string => `${lineKey}\n${week}`;

const isSelected = ({ selectedFrom, selectedTo }: GridRowProps, column: number): boolean =>
  selectedFrom !== undefined && selectedTo !== undefined && column >= selectedFrom && column <= selectedTo;

const SEVERITY_MARK = { fault: '■', warning: '▲', note: '' } as const;

interface CellProps {
  readonly row: GridRowProps;
  readonly column: number;
  readonly week: GridColumn;
}

const RowCell = ({ row, column, week }: CellProps) => {
  const { line, marks, ghosts, loadOf, textOf } = row;
  if (line.kind !== 'row') return null;
  const { session, label, slots } = line.row;
  const slot = slots[column];
  const key = cellKey(week.week, session, label);
  const ghost = ghosts.get(ghostKey(line.key, week.week));
  if (ghost !== undefined) return <GhostCell ghost={ghost} />;
  if (slot === undefined) return null;
  const findings = marks.findings.get(key) ?? [];
  const worst = findings.some((one) => one.severity === 'fault')
    ? 'fault'
    : findings.some((one) => one.severity === 'warning')
      ? 'warning'
      : undefined;
  const rises = marks.rises.get(key) ?? [];
  const origin = marks.origins.get(key);
  const isUnread = slot.written?.kind === 'unread' || marks.faults.has(key);
  const text = textOf(line.row, slot);
  const load = loadOf?.(slot, session, week.week) ?? '';
  const [what, how] = cellParts(text);
  return (
    <>
      <span className={`${styles['text']} ${isUnread ? styles['unread'] : ''} ${text === '=' ? styles['same'] : ''}`}>
        {what}
        {load === '' && how !== '' && <span className={styles['how']}>{how}</span>}
      </span>
      {load !== '' && <span className={styles['loadText']}>{load}</span>}
      <span className={styles['cellMarks']}>
        {slot.note !== undefined && (
          <span className={styles['noteMark']}>
            ✎<span className="visuallyHidden"> note: {slot.note}</span>
          </span>
        )}
        {origin !== undefined && (
          <span className={styles['originMark']}>
            {origin === 'orphaned' ? '○' : '◆'}
            <span className="visuallyHidden">
              {' '}
              {origin === 'changed' ? 'changed here' : origin === 'own' ? 'added here' : 'no longer in the template'}
            </span>
          </span>
        )}
        {rises.length > 0 && (
          <span className={styles['rise']}>
            ↑<span className="visuallyHidden"> raised {rises.map(({ by }) => by).join(', ')}</span>
          </span>
        )}
        {worst !== undefined && (
          <span className={styles[worst]}>
            {SEVERITY_MARK[worst]}
            <span className="visuallyHidden"> {findings.map(({ reason }) => reason).join('; ')}</span>
          </span>
        )}
      </span>
    </>
  );
};

const SessionCell = ({ row, column }: CellProps) => {
  const { line } = row;
  if (line.kind !== 'session') return null;
  const session = line.session.weeks[column];
  if (session === undefined) return null;
  return (
    <>
      <span className={styles['dayText']}>
        {weekdayName(session.weekday)} <span className="quiet">{session.minutes} min</span>
      </span>
      <WeekStrip weekday={session.weekday} week={row.facts(column).week} />
    </>
  );
};

const firstSlot = (line: Extract<GridLine, { kind: 'row' }>) => line.row.slots.findLast((slot) => slot !== undefined);

const Frozen = ({ row }: { readonly row: GridRowProps }) => {
  const { line, nameOf, patternOf, isNarrow, index } = row;
  const isActive = row.activeColumn === -1;
  const state = `${isActive ? styles['active'] : ''} ${isSelected(row, -1) ? styles['selected'] : ''}`;
  const place = { 'data-line': index, 'data-column': -1, id: `cell-${index}--1` };
  if (line.kind !== 'row') {
    return (
      <div
        {...place}
        role="rowheader"
        aria-colindex={1}
        aria-selected={isSelected(row, -1)}
        className={`${styles['groupName']} ${state}`}
      >
        {line.kind === 'session' ? line.session.name : <span className="quiet">+ exercise</span>}
        {isActive && row.editor}
      </div>
    );
  }
  const { label, role } = line.row;
  return (
    <>
      <div role="rowheader" aria-colindex={1} className={styles['label']}>
        {label}
      </div>
      <div
        {...place}
        role="gridcell"
        aria-colindex={2}
        aria-selected={isSelected(row, -1)}
        className={`${styles['exercise']} ${role === 'main' ? styles['main'] : ''} ${state}`}
      >
        <span className={styles['name']}>{nameOf(line.row)}</span>
        {isActive && row.editor}
      </div>
      {!isNarrow && (
        <>
          <div className={styles['pattern']} aria-hidden>
            {patternOf(line.row)}
          </div>
          <div className={styles['basis']} aria-hidden>
            {basisWord(firstSlot(line))}
          </div>
        </>
      )}
    </>
  );
};

/** One line of the grid. Drawn again only when something of it changed: while somebody types, that is one line. */
export const GridRow = memo((row: GridRowProps) => {
  const { line, index, top, height, width, from, to, columns, activeColumn, isCorner, selectedTo, isNarrow } = row;
  const frozen = frozenWidth(isNarrow);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${styles['row']} ${styles[line.kind]} ${row.editor === undefined ? '' : styles['writing']}`}
      style={{ transform: `translateY(${top}px)`, height, width }}
    >
      <div className={styles['frozen']} style={{ width: frozen }} role="presentation">
        <Frozen row={row} />
      </div>
      {columns.slice(from, to + 1).map((week) => {
        const column = week.week - 1;
        const isActive = activeColumn === column;
        const selected = isSelected(row, column);
        return (
          <div
            key={week.week}
            id={`cell-${index}-${column}`}
            role="gridcell"
            aria-colindex={column + 3}
            aria-selected={selected}
            data-line={index}
            data-column={column}
            className={[
              styles['cell'],
              week.isBlockStart ? styles['blockStart'] : '',
              week.kind === 'deload' ? styles['deload'] : '',
              selected ? styles['selected'] : '',
              isActive ? styles['active'] : '',
            ].join(' ')}
            style={{ left: frozen + column * WEEK_WIDTH, width: WEEK_WIDTH }}
          >
            {line.kind === 'row' ? (
              <RowCell row={row} column={column} week={week} />
            ) : (
              <SessionCell row={row} column={column} week={week} />
            )}
            {isActive && row.editor}
            {isCorner && column === selectedTo && line.kind === 'row' && row.editor === undefined && (
              <span data-fill className={styles['fill']} aria-hidden />
            )}
          </div>
        );
      })}
    </div>
  );
});
GridRow.displayName = 'GridRow';
