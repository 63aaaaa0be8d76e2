import { memo, type ReactNode } from 'react';
import type { Slot } from '../../domain/programs/program.ts';
import type { ProgramRow } from '../../domain/programs/programRows.ts';
import { basisWord } from './basisWord.ts';
import type { Ghosts } from './GhostCell.tsx';
import { GridCell } from './GridCell.tsx';
import { cellKey, type GridMarks } from './gridMarks.ts';
import type { GridColumn, GridLine } from './gridModel.ts';
import { frozenWidth } from './gridSizes.ts';
import type { OpenProgram } from './resolveCell.ts';
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
  /** What is known of the running of each week; absent in a template. */
  readonly known: OpenProgram['weeks'] | undefined;
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
  const { marks } = row;
  const found = line.kind === 'row' ? line.row : undefined;
  const { session = '', label = '', slots } = found ?? {};
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`${styles['row']} ${styles[line.kind]} ${row.editor === undefined ? '' : styles['writing']}`}
      style={{ top, height, width }}
    >
      <div className={styles['frozen']} style={{ width: frozenWidth(isNarrow) }} role="presentation">
        <Frozen row={row} />
      </div>
      {columns.slice(from, to + 1).map((week) => {
        const column = week.week - 1;
        const key = slots === undefined ? '' : cellKey(week.week, session, label);
        const isActive = activeColumn === column;
        return (
          <GridCell
            key={week.week}
            row={found}
            slot={slots?.[column]}
            session={line.kind === 'session' ? line.session.weeks[column] : undefined}
            known={line.kind === 'session' ? row.known?.[column] : undefined}
            ghost={row.ghosts.get(ghostKey(line.key, week.week))}
            column={week}
            index={index}
            isNarrow={isNarrow}
            isSelected={isSelected(row, column)}
            isActive={isActive}
            isCorner={isCorner && column === selectedTo && line.kind === 'row'}
            editor={isActive ? row.editor : undefined}
            findings={marks.findings.get(key)}
            rises={marks.rises.get(key)}
            origin={marks.origins.get(key)}
            isFault={marks.faults.has(key)}
            textOf={row.textOf}
            loadOf={row.loadOf}
          />
        );
      })}
    </div>
  );
});
GridRow.displayName = 'GridRow';
