import { useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link, useLocation } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useApp } from '../app/appContext.ts';
import { countdown, count, counted, distance, estimate, fullDay, percent } from '../format.ts';
import { Checkbox } from '../kit/Fields.tsx';
import { useAfterPaint } from '../kit/useAfterPaint.ts';
import { Spark } from '../kit/Spark.tsx';
import { StatusMark, statusWord } from '../kit/Status.tsx';
import { reasonsText, type RosterRow } from './statusText.ts';
import type { Column, Order } from './rosterOrder.ts';
import styles from './RosterTable.module.css';

interface RosterTableProps {
  readonly rows: readonly RosterRow[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly selected: ReadonlySet<AthleteId>;
  readonly onSelect: (selected: ReadonlySet<AthleteId>) => void;
}

const HEADS: readonly { readonly column: Column; readonly label: string; readonly hint: string }[] = [
  { column: 'athlete', label: 'Athlete', hint: 'Name' },
  { column: 'status', label: 'Status and why', hint: 'Who needs you, and why' },
  {
    column: 'consistency',
    label: 'Consistency',
    hint: 'Weeks of the last twelve that count: one lift of 60 % of its planned lower-body sets',
  },
  { column: 'lifted', label: 'Lifted', hint: 'Weeks of the last eleven in which they lifted' },
  { column: 'week', label: 'Week', hint: 'Lifts done and planned this week' },
  { column: 'squat', label: 'Squat e1RM', hint: 'Estimated one-rep max, twelve weeks' },
  { column: 'hinge', label: 'Hinge e1RM', hint: 'Estimated one-rep max, twelve weeks' },
  { column: 'running', label: 'Running', hint: 'Distance of the last complete week, and twelve weeks' },
  { column: 'race', label: 'Race', hint: 'Next race' },
];

/** Everybody as rows that are drawn only while they are in sight. Arrows move, Space selects, Enter opens. */
export const RosterTable = ({ rows, order, onOrder, selected, onSelect }: RosterTableProps) => {
  const app = useApp();
  const [, go] = useLocation();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const rowHeight = app.settings.density === 'compact' ? 30 : 38;
  const [hasPainted, setPainted] = useState(false);
  useAfterPaint(true, () => setPainted(true));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // The rows around those in sight can wait until these have been drawn.
    overscan: hasPainted ? 12 : 0,
  });

  const toggle = (athleteId: AthleteId): void => {
    const next = new Set(selected);
    if (!next.delete(athleteId)) next.add(athleteId);
    onSelect(next);
  };

  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus());
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active];
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && row !== undefined) go(`/athlete/${row.athleteId}`);
    else if (event.key === ' ' && row !== undefined) toggle(row.athleteId);
    else return;
    event.preventDefault();
  };

  const allSelected = rows.length > 0 && rows.every((row) => selected.has(row.athleteId));
  return (
    <div ref={scroller} className={styles['scroller']}>
      <div
        role="grid"
        aria-label="Athletes"
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        className={styles['grid']}
      >
        <div role="row" aria-rowindex={1} className={`${styles['row']} ${styles['head']}`}>
          <div role="columnheader" className={styles['check']}>
            <Checkbox
              aria-label="Select everyone shown"
              isSelected={allSelected}
              isIndeterminate={!allSelected && selected.size > 0}
              onChange={(all) => onSelect(all ? new Set(rows.map((row) => row.athleteId)) : new Set())}
            >
              {null}
            </Checkbox>
          </div>
          {HEADS.map(({ column, label, hint }) => (
            <div
              key={column}
              role="columnheader"
              className={column === 'lifted' ? styles['lifted'] : undefined}
              aria-sort={order.by === column ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                title={hint}
                className={styles['sort']}
                onClick={() => onOrder({ by: column, isDescending: order.by === column && !order.isDescending })}
              >
                {label}
                <span aria-hidden>{order.by === column ? (order.isDescending ? ' ↓' : ' ↑') : ''}</span>
              </button>
            </div>
          ))}
        </div>
        {/* Keys are heard here for the row that has the focus; every row can be reached by Tab and arrows. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }} onKeyDown={onKeyDown}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.athleteId}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={selected.has(row.athleteId)}
                data-row={index}
                tabIndex={index === Math.min(active, rows.length - 1) ? 0 : -1}
                className={`${styles['row']} ${styles['body']} ${selected.has(row.athleteId) ? styles['selected'] : ''}`}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onFocus={() => setActive(index)}
              >
                <Cells row={row} isSelected={selected.has(row.athleteId)} onToggle={() => toggle(row.athleteId)} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
};

interface CellsProps {
  readonly row: RosterRow;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
}

const Cells = ({ row, isSelected, onToggle }: CellsProps) => (
  <>
    <div role="gridcell" className={styles['check']}>
      <Checkbox aria-label={`Select ${row.name}`} isSelected={isSelected} onChange={onToggle}>
        {null}
      </Checkbox>
    </div>
    <div role="gridcell" className={styles['name']}>
      <Link href={`/athlete/${row.athleteId}`} tabIndex={-1}>
        {row.name}
      </Link>
    </div>
    <div role="gridcell" className={styles['status']} title={`${statusWord(row.status.level)}: ${reasonsText(row)}`}>
      <StatusMark level={row.status.level} /> <span className={styles['why']}>{reasonsText(row)}</span>
    </div>
    <ConsistencyCell consistency={row.consistency} />
    <div role="gridcell" className={`number ${styles['lifted']}`}>
      {row.liftedWeeks}
      <span className="unit"> / 11</span>
    </div>
    <div role="gridcell" className="number">
      {row.week.planned > 0 ? (
        `${row.week.done}/${row.week.planned}`
      ) : row.week.done > 0 ? (
        row.week.done
      ) : (
        <span className="quiet">–</span>
      )}
    </div>
    <LiftCell lift={row.squat} unit={row.massUnit} colour="var(--squat)" />
    <LiftCell lift={row.hinge} unit={row.massUnit} colour="var(--hinge)" />
    <RunCell row={row} />
    <div role="gridcell" className={styles['race']}>
      {row.nextRace === undefined ? (
        <span className="quiet">–</span>
      ) : (
        <span title={`${row.nextRace.name}, ${fullDay(row.nextRace.racedOn)}, ${row.nextRace.priority} race`}>
          {countdown(row.nextRace.days)} <span className="quiet">{row.nextRace.priority}</span>
        </span>
      )}
    </div>
  </>
);

const ConsistencyCell = ({ consistency }: Pick<RosterRow, 'consistency'>) => {
  if (consistency === undefined)
    return (
      <div role="gridcell" className="number">
        <span className="quiet">–</span>
      </div>
    );
  const { index, band, doneWeeks, countedWeeks, isEarly } = consistency;
  const weeksText = `${doneWeeks} of ${counted(countedWeeks, 'week')}`;
  return (
    <div role="gridcell" className="number" title={isEarly ? weeksText : `${band}: ${weeksText}`}>
      {isEarly ? (
        <span className="quiet">
          {doneWeeks} of {countedWeeks}
        </span>
      ) : (
        <>
          {count(index)}
          <span className="unit"> %</span>
          <span className="visuallyHidden"> {band}</span>
        </>
      )}
    </div>
  );
};

interface LiftCellProps {
  readonly lift: RosterRow['squat'];
  readonly unit: RosterRow['massUnit'];
  readonly colour: string;
}

const LiftCell = ({ lift, unit, colour }: LiftCellProps) => {
  if (lift === undefined) {
    return (
      <div role="gridcell" className={styles['lift']}>
        <span className={`${styles['value']} quiet`}>–</span>
      </div>
    );
  }
  const change = lift.changePercent === undefined ? '' : percent(lift.changePercent);
  return (
    <div role="gridcell" className={styles['lift']} title={lift.exercise}>
      <span className={styles['value']}>
        {estimate(lift.trendKg, unit)}
        <span className="unit"> {unit}</span>
      </span>
      <Spark
        kind="line"
        values={lift.weeks}
        colour={colour}
        label={`${lift.exercise}: ${estimate(lift.trendKg, unit)} ${unit}${change === '' ? '' : `, ${change} in twelve weeks`}`}
      />
      <span className={styles['change']}>{change}</span>
    </div>
  );
};

const RunCell = ({ row }: { readonly row: RosterRow }) => {
  const lastWeekM = row.runWeeksM.at(-2) ?? 0;
  const hasRun = row.runWeeksM.some((week) => week > 0);
  return (
    <div role="gridcell" className={styles['lift']}>
      <span className={styles['value']}>
        {hasRun ? distance(lastWeekM, row.distanceUnit) : <span className="quiet">–</span>}
        {hasRun && <span className="unit"> {row.distanceUnit}</span>}
      </span>
      <Spark
        kind="bars"
        values={row.runWeeksM}
        colour="var(--run-key)"
        label={`Running: ${distance(lastWeekM, row.distanceUnit)} ${row.distanceUnit} last week; ${count(
          row.runWeeksM.filter((week) => week > 0).length,
        )} of twelve weeks with a run`}
      />
    </div>
  );
};
