import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { ago, distance, estimate } from '../format.ts';
import { setsWords } from '../grid/setsWords.ts';
import { StatusMark, statusWord } from '../kit/Status.tsx';
import type { GridRow, RosterGridView } from './rosterGridModel.ts';
import { reasonsText } from './statusText.ts';
import { weekWord } from './weekWord.ts';
import styles from './RosterGrid.module.css';

export type SubjectKind = NonNullable<RosterGridView['subject']>['kind'];

interface RosterGridFactsProps {
  readonly row: GridRow;
  readonly subjectKind: SubjectKind;
  readonly today: PlainDate;
  readonly monday: PlainDate | undefined;
}

const Nothing = () => <span className="quiet">–</span>;

/** What a coach wants to know of an athlete before writing a number: the last result, the estimate, the running, what is wrong. */
export const RosterGridFacts = ({ row, subjectKind, today, monday }: RosterGridFactsProps) => {
  const { lastResult, trend, distanceUnit, plannedRunM, weekBeforeRunM, pain } = row;
  const unit = row.athlete.massUnit;
  const lifted = lastResult === undefined ? '' : setsWords(lastResult.sets, unit);
  const ran = distance(weekBeforeRunM, distanceUnit);
  const before = monday === undefined ? '' : weekWord(addDays(monday, -7));
  const isPainSaid = row.status.reasons.some((reason) => reason.tag === 'pain');
  return (
    <>
      <div role="gridcell" className={styles['fact']} title={`${row.label} ${row.exercise}, ${row.session}`}>
        <span className={styles['text']}>{subjectKind === 'lift' ? row.label : row.exercise}</span>
        <span className={styles['second']}>{row.session}</span>
      </div>
      <div role="gridcell" className={styles['fact']} title={lifted}>
        {lastResult === undefined ? (
          <Nothing />
        ) : (
          <>
            <span className={styles['text']}>{lifted}</span>
            <span className={styles['second']}>{ago(lastResult.on, today)}</span>
          </>
        )}
      </div>
      <div role="gridcell" className={`number ${styles['fact']}`}>
        {trend === undefined ? (
          <Nothing />
        ) : (
          <>
            <span className={styles['text']}>
              {estimate(trend.trendKg, unit)}
              <span className="unit"> {unit}</span>
            </span>
            <span className={styles['second']}>
              {estimate(trend.lowKg, unit)}–{estimate(trend.highKg, unit)}
            </span>
          </>
        )}
      </div>
      <div
        role="gridcell"
        className={`number ${styles['fact']}`}
        title={`By the usual week; ${ran} ${distanceUnit} run in ${before}`}
      >
        {plannedRunM === 0 ? (
          <Nothing />
        ) : (
          <span className={styles['text']}>
            {distance(plannedRunM, distanceUnit)}
            <span className="unit"> {distanceUnit}</span>
          </span>
        )}
        <span className={styles['second']}>
          {before} {ran}
        </span>
      </div>
      <div
        role="gridcell"
        className={`${styles['fact']} ${styles['flags']}`}
        title={`${statusWord(row.status.level)}: ${reasonsText(row)}`}
      >
        <span className={styles['text']}>
          <StatusMark level={row.status.level} /> <span className={styles['why']}>{reasonsText(row)}</span>
        </span>
        {pain !== undefined && !isPainSaid && (
          <span className={styles['pain']}>
            <span className={styles['word']}>pain </span>
            {pain.score}/10
            <span className={styles['word']}> {pain.site}</span>
          </span>
        )}
      </div>
    </>
  );
};
