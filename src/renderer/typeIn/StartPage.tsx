import { Link } from 'wouter';
import { useAsk } from '../client/useAsk.ts';
import { counted, day } from '../format.ts';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import styles from './TypeInScreen.module.css';

const SHOWN = 200;

const LAYOUT_WORDS = {
  weekly: 'weekly sheet',
  block: 'block card',
  rack: 'rack sheet',
  pocket: 'pocket strips',
  day: 'run-sheet',
  season: 'season page',
} as const;

/** Before a code is typed: the sheets that are out, and have not come back. */
export const StartPage = () => {
  const waiting = useAsk(client.typeIn.waiting, { limit: SHOWN });
  if (waiting.state === 'waiting') return <Waiting what="printed sheets" rows={8} />;
  if (waiting.state === 'failed') return <Failed message={waiting.message} />;
  const { sheets } = waiting.value;
  if (sheets.length === 0) return <NothingWaiting />;
  return (
    <section className={styles['waiting']} aria-labelledby="waiting-head">
      <h2 id="waiting-head">Printed and not typed in yet</h2>
      <ul>
        {sheets.map(({ sheetCode, athlete, title, layout, sessions, typed, startsOn }) => (
          <li key={sheetCode}>
            <Link href={`/sheets/type-in?code=${sheetCode}`} className={styles['waitingRow']}>
              <code>{sheetCode}</code>
              <span className={styles['who']}>
                <bdi>{athlete ?? title}</bdi>
              </span>
              <span className={`quiet ${styles['title']}`}>{athlete === undefined ? '' : title}</span>
              <span className="quiet">{LAYOUT_WORDS[layout]}</span>
              <span className="quiet">{day(startsOn)}</span>
              <span className="quiet">
                {typed === 0 ? counted(sessions, 'session') : `${typed} of ${sessions} typed in`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {sheets.length === SHOWN && (
        <p className="quiet">The newest {SHOWN} are listed; older ones open by their code.</p>
      )}
    </section>
  );
};

const NothingWaiting = () => {
  const printed = useAsk(client.sheets.list, { limit: 1 });
  const isNone = printed.state === 'ready' && printed.value.sheets.length === 0;
  return (
    <Empty
      title={isNone ? 'Nothing has been printed yet' : 'No printed sheet is waiting'}
      actions={<Link href="/sheets">Print sheets</Link>}
    >
      {isNone
        ? 'Every printed sheet bears a code; typed here, the same sheet opens to be filled in. Without paper, a session is typed in from the athlete’s page.'
        : 'Every sheet of this week and the twelve before is typed in. Any sheet, also an older one, opens again by its code.'}
    </Empty>
  );
};
