import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useAsk } from '../client/useAsk.ts';
import { count, counted, day, weekdayName } from '../format.ts';
import { Failed } from '../kit/States.tsx';
import { client } from '../wire.ts';
import styles from './ConsistencyPanel.module.css';

type Answer = OutputOf<Contract['analysis']['consistency']>;
type Week = Answer['thisWeek'];

/** The longest streak is looked for in a year. */
const WEEKS_ASKED = 52;
const WEEKS_SHOWN = 12;

/** How steadily the athlete lifts against the plan (R10.1, R10.2), and the smallest thing that helps next. */
export const ConsistencyPanel = ({ athleteId }: { readonly athleteId: AthleteId }) => {
  const answer = useAsk(client.analysis.consistency, { athleteId, weeks: WEEKS_ASKED });
  if (answer.state === 'waiting')
    return <section className={styles['panel']} aria-label="Consistency" aria-busy="true" />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const found = answer.value;
  const isWithoutPlan = found.consistency === undefined && found.thisWeek.mark === 'frozen';
  return (
    <section className={styles['panel']} aria-label="Consistency">
      <h2>Consistency</h2>
      {isWithoutPlan ? (
        <p className="quiet">
          It is measured against a plan, and there was none in twelve weeks.{' '}
          <Link href={`/athlete/${athleteId}/program`}>Programs of this athlete</Link>
        </p>
      ) : (
        <div className={styles['parts']}>
          <Index found={found} />
          <Weeks found={found} />
          <Facts found={found} />
        </div>
      )}
    </section>
  );
};

const Index = ({ found: { consistency, next } }: { readonly found: Answer }) => (
  <div>
    {consistency === undefined ? (
      <p>The index begins when the first planned week is over.</p>
    ) : consistency.isEarly ? (
      <p>{weeksText(consistency)} so far; an index takes four.</p>
    ) : (
      <p>
        <span className={styles['value']}>{count(consistency.index)}</span>
        <span className="unit"> % </span>
        <strong>{consistency.band}</strong>
        <span className="quiet"> · {weeksText(consistency)}</span>
      </p>
    )}
    <p>{nextText(next)}</p>
  </div>
);

const weeksText = ({ doneWeeks, countedWeeks }: NonNullable<Answer['consistency']>): string =>
  `${doneWeeks} of ${counted(countedWeeks, 'week')}`;

const setsText = (sets: number): string =>
  sets === 0 ? 'With it the week counts.' : `With ${counted(sets, 'lower-body set')} in it the week counts.`;

const nextText = (next: Answer['next']): string => {
  switch (next.tag) {
    case 'noProgram':
      return 'No program this week.';
    case 'nothingPlanned':
      return 'Nothing to lift this week, as planned.';
    case 'weekCounts':
      return 'This week counts already.';
    case 'onceAWeek':
      return `One lift this week is a good new start. ${setsText(next.sets)}`;
    case 'lift':
      return `Next: ${next.session}${next.weekday === undefined ? '' : `, ${weekdayName(next.weekday)}`}. ${setsText(next.sets)}`;
  }
};

const MARK_WORDS: Readonly<Record<Week['mark'], string>> = {
  done: 'counts',
  missed: 'a light week',
  frozen: 'nothing planned',
  open: 'this week, still open',
};

const weekText = ({ startsOn, mark, planned, done }: Week): string =>
  `Week of ${day(startsOn)}: ${MARK_WORDS[mark]}${planned === 0 ? '' : `, ${done} of ${counted(planned, 'lift')}`}`;

const Weeks = ({ found: { weeks, thisWeek, streak } }: { readonly found: Answer }) => (
  <div>
    <ol className={styles['weeks']} aria-label="The last twelve weeks and this one">
      {[...weeks.slice(-WEEKS_SHOWN), thisWeek].map((week) => (
        <li key={week.startsOn} className={styles[week.mark]} title={weekText(week)}>
          <span className="visuallyHidden">{weekText(week)}</span>
        </li>
      ))}
    </ol>
    <p>
      {streak.current === 0
        ? 'A new streak begins with the next week that counts'
        : `${counted(streak.current, 'week')} in a row`}
      {streak.longest > streak.current && <span className="quiet"> · longest {streak.longest}</span>}
    </p>
    <p className={styles['legend']}>A week counts with one lift of 60 % of its lower-body sets.</p>
  </div>
);

const share = (value: number): string => `${count(value * 100)} %`;

const Facts = ({ found }: { readonly found: Answer }) => (
  <dl className={styles['facts']}>
    <div title="Planned lifts of twelve weeks, and the 90 % interval of their share">
      <dt>Lifts done</dt>
      <dd>
        {found.planned === 0 ? '–' : `${found.done} of ${found.planned}`}
        {found.interval !== undefined && (
          <span className="quiet">
            {' '}
            · {count(found.interval[0] * 100)}–{share(found.interval[1])}
          </span>
        )}
      </dd>
    </div>
    <div title="Repetitions and loads done of those planned; each newer week counts a quarter">
      <dt>Of the plan</dt>
      <dd>{found.trend === undefined ? '–' : share(found.trend)}</dd>
    </div>
    <div title="How alike the days between lifts are; 100 % is the same gap every time">
      <dt>Regularity</dt>
      <dd>{found.regularity === undefined ? '–' : share(found.regularity)}</dd>
    </div>
  </dl>
);
