import { memo } from 'react';
import type { LeverRise } from '../../domain/programs/levers.ts';
import { counted, day, weekdayName } from '../format.ts';
import type { OpenProgram } from './resolveCell.ts';
import type { GridColumn } from './gridModel.ts';
import { frozenWidth, WEEK_WIDTH } from './gridSizes.ts';
import styles from './ProgramGrid.module.css';

/** A lever that some slots of a week raise. */
export interface WeekRise {
  readonly lever: LeverRise['lever'];
  /** In few words, where all raise it by the same: `+2.5`; else in how many slots. */
  readonly amount: string;
  /** Slot by slot. */
  readonly all: readonly string[];
}

/** What is known of a week beside its cells; of a template's week, less. */
export interface ColumnFacts {
  readonly runText?: string | undefined;
  readonly week?: OpenProgram['weeks'][number] | undefined;
  readonly lowerHardSets: number;
  readonly minutes: number;
  /** What the week raises, lever by lever. */
  readonly levers: readonly WeekRise[];
  readonly isNow: boolean;
}

interface GridHeadProps {
  readonly columns: readonly GridColumn[];
  readonly shown: readonly number[];
  readonly facts: (column: number) => ColumnFacts;
  readonly findings: ReadonlyMap<number, number>;
  readonly width: number;
  readonly isNarrow: boolean;
  /** A template's weeks have numbers only. */
  readonly isDated: boolean;
}

const LEVER_WORD: Readonly<Record<LeverRise['lever'], string>> = {
  VOLUME: 'volume',
  INTENSITY: 'intensity',
  SELECTION: 'exercise',
  TIME: 'time',
};

const keyDays = (week: OpenProgram['weeks'][number] | undefined): string => {
  if (week === undefined) return '';
  const races = week.races.map((race) => `⚑ ${race.name}`);
  const days = (weekdays: readonly number[]): string =>
    weekdays.map((weekday) => weekdayName(weekday).slice(0, 2)).join(' ');
  const quality = week.qualityDays.length === 0 ? [] : [`Q ${days(week.qualityDays)}`];
  const long = week.longDays.length === 0 ? [] : [`L ${days(week.longDays)}`];
  return [...races, ...(races.length > 0 ? [] : [...quality, ...long])].join(' ');
};

interface WeekWordsProps {
  readonly column: GridColumn;
  readonly facts: ColumnFacts;
  readonly findings: number;
  readonly isDated: boolean;
}

const WeekWords = ({ column, facts, findings, isDated }: WeekWordsProps) => (
  <>
    <span className={styles['block']}>
      {column.isBlockStart ? column.block : ''}
      {column.kind !== 'build' && <em className={styles['kind']}>{column.kind}</em>}
    </span>
    <span className={styles['week']}>
      {isDated ? (
        <>
          <strong>{column.isoWeek.slice(5)}</strong>{' '}
          <span className="quiet">
            {day(column.startsOn)} · {column.week}
          </span>
        </>
      ) : (
        <strong>Week {column.week}</strong>
      )}
    </span>
    <span className={styles['fact']}>
      {[facts.runText ?? '', keyDays(facts.week)].filter((text) => text !== '').join(' · ')}
    </span>
    <span className={styles['fact']}>
      {facts.lowerHardSets} sets · {facts.minutes} min
    </span>
    <span className={styles['fact']}>
      {facts.levers.length > 0 && (
        <span className={styles['lever']} title={facts.levers.flatMap(({ all }) => all).join('\n')}>
          ↑ {facts.levers.map(({ lever, amount }) => `${LEVER_WORD[lever]} ${amount}`).join(', ')}
        </span>
      )}{' '}
      {findings > 0 && (
        <span className={styles['count']} title={counted(findings, 'finding')}>
          ▲ {findings}
          <span className="visuallyHidden"> findings</span>
        </span>
      )}
    </span>
  </>
);

interface WeekHeadProps {
  readonly column: GridColumn;
  readonly facts: (column: number) => ColumnFacts;
  readonly findings: number;
  readonly isDated: boolean;
  readonly isNarrow: boolean;
}

/** The head of one week. While others scroll into sight or the selection moves, it is not drawn again. */
const WeekHead = memo(({ column, facts, findings, isDated, isNarrow }: WeekHeadProps) => {
  const index = column.week - 1;
  const known = facts(index);
  return (
    <div
      role="columnheader"
      aria-colindex={index + 3}
      className={[
        styles['weekHead'],
        column.isBlockStart ? styles['blockStart'] : '',
        column.kind === 'deload' ? styles['deload'] : '',
        known.isNow ? styles['now'] : '',
      ].join(' ')}
      style={{ left: frozenWidth(isNarrow) + index * WEEK_WIDTH, width: WEEK_WIDTH }}
    >
      <WeekWords column={column} facts={known} findings={findings} isDated={isDated} />
    </div>
  );
});
WeekHead.displayName = 'WeekHead';

/** The weeks by name: dates, running, what they ask for, which lever they raise. */
export const GridHead = ({ columns, shown, facts, findings, width, isNarrow, isDated }: GridHeadProps) => (
  <div className={styles['head']} role="rowgroup" style={{ width }}>
    <div role="row" aria-rowindex={1} className={styles['headRow']}>
      <div className={styles['corner']} style={{ width: frozenWidth(isNarrow) }} role="presentation">
        <span role="columnheader" aria-colindex={1} className={styles['label']}>
          Slot
        </span>
        <span role="columnheader" aria-colindex={2} className={styles['exercise']}>
          Exercise
        </span>
        {!isNarrow && (
          <>
            <span className={styles['pattern']} aria-hidden>
              Pattern
            </span>
            <span className={styles['basis']} aria-hidden>
              Basis
            </span>
          </>
        )}
      </div>
      {shown.map((index) => {
        const column = columns[index];
        return column === undefined ? null : (
          <WeekHead
            key={column.week}
            column={column}
            facts={facts}
            findings={findings.get(column.week) ?? 0}
            isDated={isDated}
            isNarrow={isNarrow}
          />
        );
      })}
    </div>
  </div>
);
