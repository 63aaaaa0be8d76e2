import { useState } from 'react';
import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { ControlChart } from '../charts/ControlChart.tsx';
import { useAsk } from '../client/useAsk.ts';
import { counted, fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Failed } from '../kit/States.tsx';
import { StatusMark, type StatusLevel } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import { GuardAnswerDialog } from './GuardAnswerDialog.tsx';
import { GUARD_ANSWER_WORDS } from './guardAnswerWords.ts';
import styles from './GuardPanel.module.css';

export type Guard = OutputOf<Contract['running']['guard']>;
type Detector = Guard['detectors'][number];

const LEVELS: Readonly<Record<Guard['level'], StatusLevel>> = { green: 'ok', amber: 'look', red: 'act' };
const LEVEL_WORDS: Readonly<Record<Guard['level'], string>> = { green: 'Green', amber: 'Amber', red: 'Red' };
const ALARMS: Readonly<Record<Detector['alarm'], StatusLevel>> = { none: 'ok', amber: 'look', red: 'act' };

interface GuardPanelProps {
  readonly athleteId: AthleteId;
  /** The light and its reasons only; charts and detectors are on the page of the running. */
  readonly isBrief?: boolean;
}

/** Whether running pays for the lifting (§7): a light, why, what to do, and the charts it is read from. */
export const GuardPanel = ({ athleteId, isBrief = false }: GuardPanelProps) => {
  const answer = useAsk(client.running.guard, { athleteId });
  const [isAnswering, setAnswering] = useState(false);
  if (answer.state === 'waiting') return <section className={styles['panel']} aria-label="Running guard" aria-busy />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const guard = answer.value;
  const isBlind = guard.detectors.every(({ isSilent }) => isSilent);
  return (
    <section className={styles['panel']} aria-label="Running guard">
      <header className={styles['head']}>
        <h2>Running guard</h2>
        {isBlind ? (
          <span className="quiet">Nothing can be said yet: too few runs, lifts and check-ins are recorded.</span>
        ) : (
          <p className={styles['light']}>
            <StatusMark level={LEVELS[guard.level]} /> <strong>{LEVEL_WORDS[guard.level]}</strong>{' '}
            <span className={guard.level === 'green' ? 'quiet' : ''}>{guard.advice}</span>
          </p>
        )}
        {!isBlind && (
          <span className={styles['answer']}>
            <Button look={guard.level === 'green' ? 'quiet' : 'plain'} onPress={() => setAnswering(true)}>
              {guard.level === 'green' ? 'Note…' : 'Decide…'}
            </Button>
          </span>
        )}
      </header>
      <Alarms guard={guard} />
      {!isBlind && isBrief && <Link href={`/athlete/${athleteId}/running`}>Charts and detectors</Link>}
      {!isBlind && !isBrief && (
        <details className={styles['details']} open={guard.level !== 'green'}>
          <summary>What was looked at</summary>
          <Charts guard={guard} />
          <Detectors guard={guard} />
          <p className="quiet">
            By chance alone the two charts turn amber in about one block of twelve weeks in five, and red in one of
            sixty{' '}
            <Link href="/science/rules?rule=R7.2" aria-label="Rule R7.2">
              R7.2
            </Link>
            . They are judged against{' '}
            {guard.liftingSince === undefined
              ? 'the runs before a program'
              : `the runs before ${fullDay(guard.liftingSince)}`}
            {guard.chartsSince === undefined ? '' : `, and begin anew on ${fullDay(guard.chartsSince)}`}.
          </p>
        </details>
      )}
      <Notes guard={guard} />
      {isAnswering && <GuardAnswerDialog athleteId={athleteId} guard={guard} onClose={() => setAnswering(false)} />}
    </section>
  );
};

const Alarms = ({ guard }: { readonly guard: Guard }) => {
  const alarms = guard.detectors.filter(({ alarm }) => alarm !== 'none');
  if (alarms.length === 0) return null;
  return (
    <ul className={styles['alarms']} aria-label="Why">
      {alarms.map(({ detector, name, alarm, words }) => (
        <li key={detector}>
          <StatusMark level={ALARMS[alarm]} /> {name}: <span className="quiet">{words}</span>
        </li>
      ))}
      {guard.decoupling.isWorse && (
        <li>
          <StatusMark level="look" /> Decoupling of long runs: <span className="quiet">{guard.decoupling.words}</span>
        </li>
      )}
    </ul>
  );
};

const Charts = ({ guard }: { readonly guard: Guard }) => {
  const { efChart, rpeChart } = guard;
  return (
    <div className={styles['charts']}>
      {efChart !== undefined && efChart.runs.length > 0 && (
        <ControlChart
          title="Pace for the heart rate of easy runs, in spreads of the runs before; lower is worse"
          worse="lower"
          runs={efChart.runs.map((run) => ({ ...run, measured: `${Math.exp(run.value).toFixed(3)} m per beat` }))}
        />
      )}
      {rpeChart !== undefined && rpeChart.runs.length > 0 && (
        <ControlChart
          title="Effort of easy runs, in spreads of the runs before; higher is worse"
          worse="upper"
          runs={rpeChart.runs.map((run) => ({ ...run, measured: `RPE ${run.value}` }))}
        />
      )}
    </div>
  );
};

const decouplingMark = ({ isSilent, isWorse }: Guard['decoupling']): StatusLevel =>
  isSilent ? 'none' : isWorse ? 'look' : 'ok';

const Detectors = ({ guard }: { readonly guard: Guard }) => (
  <table className={styles['detectors']}>
    <caption className="visuallyHidden">Every detector and what it found</caption>
    <thead>
      <tr>
        <th scope="col">Detector</th>
        <th scope="col">Says</th>
      </tr>
    </thead>
    <tbody>
      {guard.detectors.map(({ detector, name, alarm, words, isSilent }) => (
        <tr key={detector} className={isSilent ? 'quiet' : ''}>
          <th scope="row">
            <StatusMark level={isSilent ? 'none' : ALARMS[alarm]} /> {name} <span className="quiet">{detector}</span>
          </th>
          <td>{words}</td>
        </tr>
      ))}
      <tr className={guard.decoupling.isSilent ? 'quiet' : ''}>
        <th scope="row">
          <StatusMark level={decouplingMark(guard.decoupling)} /> Decoupling of long runs{' '}
          <span className="quiet">D9</span>
        </th>
        <td>{guard.decoupling.words}</td>
      </tr>
    </tbody>
  </table>
);

const SHOWN = 3;

const Notes = ({ guard }: { readonly guard: Guard }) => {
  const [isAll, setAll] = useState(false);
  if (guard.notes.length === 0) return null;
  return (
    <div className={styles['notes']}>
      <ul aria-label="What was decided">
        {guard.notes.slice(0, isAll ? guard.notes.length : SHOWN).map(({ on, action, level, note }, at) => (
          <li key={`${on} ${at}`}>
            {fullDay(on)}, {LEVEL_WORDS[level].toLowerCase()}: {GUARD_ANSWER_WORDS[action].done}
            {note === '' ? '' : ` – ${note}`}
          </li>
        ))}
      </ul>
      {guard.notes.length > SHOWN && !isAll && (
        <Button look="quiet" onPress={() => setAll(true)}>
          All {counted(guard.notes.length, 'note')}
        </Button>
      )}
    </div>
  );
};
