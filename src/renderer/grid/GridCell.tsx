import { memo, type ReactNode } from 'react';
import type { LeverRise } from '../../domain/programs/levers.ts';
import type { Session, Slot } from '../../domain/programs/program.ts';
import type { ProgramRow } from '../../domain/programs/programRows.ts';
import { weekdayName } from '../format.ts';
import { GhostCell, type Ghost } from './GhostCell.tsx';
import type { Finding, Origin } from './gridMarks.ts';
import { cellParts, type GridColumn } from './gridModel.ts';
import { frozenWidth, WEEK_WIDTH } from './gridSizes.ts';
import type { OpenProgram } from './resolveCell.ts';
import { WeekStrip } from './WeekStrip.tsx';
import styles from './ProgramGrid.module.css';

const SEVERITY_MARK = { fault: '■', warning: '▲', note: '' } as const;

const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  changed: 'changed here',
  own: 'added here',
  orphaned: 'no longer in the template',
};

const worstOf = (findings: readonly Finding[]): 'fault' | 'warning' | undefined => {
  if (findings.some((one) => one.severity === 'fault')) return 'fault';
  return findings.some((one) => one.severity === 'warning') ? 'warning' : undefined;
};

const NO_FINDINGS: readonly Finding[] = [];

interface SlotTextProps {
  readonly row: ProgramRow;
  readonly slot: Slot;
  readonly week: number;
  readonly findings: readonly Finding[] | undefined;
  readonly rises: readonly LeverRise[] | undefined;
  readonly origin: Origin | undefined;
  readonly isFault: boolean;
  readonly textOf: (row: ProgramRow, slot: Slot) => string;
  readonly loadOf: ((slot: Slot, session: string, week: number) => string) | undefined;
}

const SlotText = (props: SlotTextProps) => {
  const { row, slot, week, findings = NO_FINDINGS, rises, origin, isFault, textOf, loadOf } = props;
  const worst = worstOf(findings);
  const isUnread = slot.written?.kind === 'unread' || isFault;
  const text = textOf(row, slot);
  const load = loadOf?.(slot, row.session, week) ?? '';
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
            <span className="visuallyHidden"> {ORIGIN_WORDS[origin]}</span>
          </span>
        )}
        {rises !== undefined && rises.length > 0 && (
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

interface GridCellProps extends Omit<SlotTextProps, 'row' | 'slot' | 'week'> {
  /** Absent on the lines of sessions and of new exercises. */
  readonly row: ProgramRow | undefined;
  readonly slot: Slot | undefined;
  readonly session: Session | undefined;
  /** What is known of the running of the week; for the lines of sessions. */
  readonly known: OpenProgram['weeks'][number] | undefined;
  readonly ghost: Ghost | undefined;
  readonly column: GridColumn;
  readonly index: number;
  readonly isNarrow: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isCorner: boolean;
  readonly editor: ReactNode;
}

const Content = (props: GridCellProps) => {
  const { row, slot, session, ghost, column } = props;
  if (ghost !== undefined) return <GhostCell ghost={ghost} />;
  if (session !== undefined) {
    return (
      <>
        <span className={styles['dayText']}>
          {weekdayName(session.weekday)} <span className="quiet">{session.minutes} min</span>
        </span>
        <WeekStrip weekday={session.weekday} week={props.known} />
      </>
    );
  }
  return row === undefined || slot === undefined ? null : (
    <SlotText {...props} row={row} slot={slot} week={column.week} />
  );
};

/** One cell. Drawn again only when something of its own changed: weeks that scroll into sight are all that is drawn. */
export const GridCell = memo((props: GridCellProps) => {
  const { column: week, index, isNarrow, isSelected, isActive, isCorner, editor } = props;
  const column = week.week - 1;
  return (
    <div
      id={`cell-${index}-${column}`}
      role="gridcell"
      aria-colindex={column + 3}
      aria-selected={isSelected}
      data-line={index}
      data-column={column}
      className={[
        styles['cell'],
        week.isBlockStart ? styles['blockStart'] : '',
        week.kind === 'deload' ? styles['deload'] : '',
        isSelected ? styles['selected'] : '',
        isActive ? styles['active'] : '',
      ].join(' ')}
      style={{ left: frozenWidth(isNarrow) + column * WEEK_WIDTH, width: WEEK_WIDTH }}
    >
      <Content {...props} />
      {isActive && editor}
      {isCorner && editor === undefined && <span data-fill className={styles['fill']} aria-hidden />}
    </div>
  );
});
GridCell.displayName = 'GridCell';
