import { useState } from 'react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { isoWeekOf } from '../../domain/kernel/plainDate.ts';
import { REGION_NOTES } from '../../domain/wellness/sparedSlot.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { ago, counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Failed } from '../kit/States.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import { CheckInDialog } from './CheckInDialog.tsx';
import { HealthQuestionsDialog } from './HealthQuestionsDialog.tsx';
import { NextSession } from './NextSession.tsx';
import {
  DECISION_WORDS,
  GROUP_WORDS,
  ILLNESS_WORDS,
  LIGHT_LEVELS,
  LIGHT_WORDS,
  lightRule,
  RED_FLAG_WORDS,
  REGION_WORDS,
} from './wellnessWords.ts';
import styles from './ReadinessPanel.module.css';

export type Readiness = OutputOf<Contract['athletes']['readiness']>;
type Today = NonNullable<Readiness['today']>;

/** How the athlete is today, and what that makes of the next session (R8.1–R8.6). */
export const ReadinessPanel = ({ view }: { readonly view: AthleteView }) => {
  const [dialog, setDialog] = useState<'checkIn' | 'health'>();
  const answer = useAsk(client.athletes.readiness, { athleteId: view.athleteId });
  const close = (): void => setDialog(undefined);
  if (answer.state === 'waiting') return <section className={styles['panel']} aria-label="Today" />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  const { today, next } = answer.value;
  return (
    <section className={styles['panel']} aria-label="Today">
      <header className={styles['head']}>
        <h2>Today</h2>
        {today === undefined ? (
          <span className="quiet">No check-in in the last two days.</span>
        ) : (
          <LightLine {...today} />
        )}
        <span className={styles['record']}>
          <Button onPress={() => setDialog('checkIn')}>{today === undefined ? 'Record one…' : 'Check-in…'}</Button>
          <Button look="quiet" onPress={() => setDialog('health')}>
            Health questions…
          </Button>
        </span>
      </header>
      <div className={styles['parts']}>
        <Reasons readiness={answer.value} />
        {today !== undefined && next !== undefined && <NextSession next={next} region={answer.value.pain?.region} />}
        <Rails rails={answer.value.guardRails} />
      </div>
      {dialog === 'checkIn' && <CheckInDialog view={view} onClose={close} />}
      {dialog === 'health' && <HealthQuestionsDialog view={view} onClose={close} />}
    </section>
  );
};

const LightLine = ({ light, because, reportedOn }: Today) => {
  const { today } = useApp();
  return (
    <p className={styles['light']}>
      <StatusMark level={LIGHT_LEVELS[light]} /> <strong className={styles[light]}>{LIGHT_WORDS[light]}</strong>{' '}
      <span className="quiet">
        {lightRule(light, because.length)} Reported {ago(reportedOn, today)}.
      </span>
    </p>
  );
};

const hooperText = ({ hooper }: Today): string => {
  if (hooper === undefined) return '';
  const usual =
    hooper.z === undefined ? '' : `, ${hooper.z < 0 ? '−' : '+'}${Math.abs(hooper.z).toFixed(1)} SD of usual`;
  const bad = hooper.hasBadItem ? ', one item at 6 or 7' : '';
  return `Hooper index ${hooper.index} of 28${usual}${bad}${hooper.isSecondDay ? ', second day running' : ''}`;
};

const reasonText = (today: Today, row: Today['because'][number]['row']): string => {
  const { reported } = today;
  switch (row) {
    case 'pain': {
      const flags = reported.redFlags.map((flag) => RED_FLAG_WORDS[flag].toLowerCase());
      return flags.length > 0 ? `Red flag: ${flags.join('; ')}` : `Pain ${reported.painScore ?? ''} of 10`;
    }
    case 'soreness':
      return `Leg soreness ${reported.soreness ?? ''} of 10`;
    case 'hooper':
      return hooperText(today);
    case 'sleep':
      return `Slept ${reported.sleepH ?? ''} h`;
    case 'illness':
      return ILLNESS_WORDS[reported.illness ?? 'none'];
    case 'running':
      return 'Running load';
  }
};

const Reasons = ({ readiness: { today, pain, health } }: { readonly readiness: Readiness }) => {
  if (today === undefined && pain === undefined && health.weeks.length === 0) return null;
  return (
    <ul className={styles['reasons']} aria-label="Why">
      {today !== undefined && <TodayLines today={today} isGated={pain?.on === today.reportedOn} />}
      <PainLine pain={pain} />
      <HealthLine health={health} />
    </ul>
  );
};

interface TodayLinesProps {
  readonly today: Today;
  /** The pain gate speaks of the same report. */
  readonly isGated: boolean;
}

const TodayLines = ({ today, isGated }: TodayLinesProps) => {
  const { because, hooper, reported } = today;
  // The line of the pain gate says the score too; red flags stand by themselves.
  const said = because.filter(({ row }) => row !== 'pain' || !isGated || reported.redFlags.length > 0);
  const isHooperSaid = because.some(({ row }) => row === 'hooper');
  return (
    <>
      {said.map(({ row, light }) => (
        <li key={row}>
          <StatusMark level={LIGHT_LEVELS[light]} /> {reasonText(today, row)}
        </li>
      ))}
      {hooper !== undefined && !isHooperSaid && (
        <li>
          <StatusMark level="ok" /> {hooperText(today)}
        </li>
      )}
      {hooper !== undefined && hooper.z === undefined && (
        <li className={styles['aside']}>Compared with their own days once there are ten answers in 28 days.</li>
      )}
    </>
  );
};

const change = (value: number | undefined, word: string): string =>
  value === undefined ? '' : `, ${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value)} ${word}`;

const DECISION_LEVELS = { progress: 'ok', hold: 'look', reduce: 'look', stop: 'act', stopAndRefer: 'act' } as const;

const PainLine = ({ pain }: Pick<Readiness, 'pain'>) => {
  const { today } = useApp();
  if (pain === undefined) return null;
  const where = pain.region === undefined ? 'Pain' : `${REGION_WORDS[pain.region]}`;
  return (
    <>
      <li>
        <StatusMark level={DECISION_LEVELS[pain.decision]} /> {where} {pain.during} of 10
        {change(pain.nextMorningChange, 'next morning')}
        {change(pain.trend, 'since the report before')} ({ago(pain.on, today)}):{' '}
        <strong>{DECISION_WORDS[pain.decision]}</strong>
      </li>
      {pain.region !== undefined && pain.during > 2 && (
        <li className={styles['aside']}>{REGION_NOTES[pain.region]} For complaints a clinician has cleared.</li>
      )}
    </>
  );
};

const ACTION_LEVELS = { none: 'ok', inform: 'ok', amber: 'look', red: 'act' } as const;

const WEEKS_SHOWN = 8;

const HealthLine = ({ health }: Pick<Readiness, 'health'>) => {
  const { weeks, current, shouldRefer, cumulative } = health;
  if (weeks.length === 0) return null;
  const shown = weeks.slice(0, WEEKS_SHOWN).toReversed();
  return (
    <li>
      <StatusMark level={current === undefined ? 'none' : ACTION_LEVELS[current.action]} />{' '}
      {current === undefined
        ? 'No weekly health answers in the last two weeks'
        : `Health problems ${current.score} of 100 in ${isoWeekOf(current.weekStartsOn).slice(5)}`}
      {shouldRefer && <strong>: second week running, refer</strong>}
      <span
        className={styles['weeks']}
        role="img"
        aria-label={shown.map((one) => `${isoWeekOf(one.weekStartsOn).slice(5)}: ${one.score}`).join(', ')}
      >
        {shown.map((one) => (
          <span key={one.weekStartsOn} style={{ height: `${2 + (one.score / 100) * 14}px` }} />
        ))}
      </span>
      <span className="quiet">
        sum of {counted(weeks.length, 'week')} {cumulative}
      </span>
    </li>
  );
};

const Rails = ({ rails }: { readonly rails: Readiness['guardRails'] }) => {
  if (rails.length === 0) return null;
  const groups = [...new Set(rails.map(({ group }) => group))];
  const isBlocked = rails.some((rail) => rail.isBlocking);
  return (
    <details className={styles['rails']} open={isBlocked}>
      <summary>
        {isBlocked && <StatusMark level="act" />} Guard rails:{' '}
        {groups.map((group) => GROUP_WORDS[group].toLowerCase()).join(', ')}
      </summary>
      <ul>
        {rails.map((rail) => (
          <li key={rail.id}>{rail.isBlocking ? <strong>{rail.rule}</strong> : rail.rule}</li>
        ))}
      </ul>
    </details>
  );
};
