import { startTransition, useState } from 'react';
import { Link } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { daysBetween } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk, useAskAhead } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { ago, clock, countdown, distance, entryDay, fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { TextField } from '../kit/Fields.tsx';
import { Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import { BlocksPanel } from './BlocksPanel.tsx';
import { ChartPanel, FIRST_WEEKS } from './ChartPanel.tsx';
import { ConsistencyPanel } from './ConsistencyPanel.tsx';
import { EntryLine } from './EntryLine.tsx';
import { GuardPanel } from './GuardPanel.tsx';
import { ReadinessPanel } from './ReadinessPanel.tsx';
import { StrengthPanel } from './StrengthPanel.tsx';
import styles from './OverviewTab.module.css';

/** Asks for what the page begins with while it is still being found out whose it is. */
export const OverviewAhead = ({ athleteId }: { readonly athleteId: AthleteId }) => {
  useAskAhead(client.analysis.strengthAgainstRunning, { athleteId, weeks: FIRST_WEEKS });
  useAskAhead(client.athletes.readiness, { athleteId });
  return null;
};

/** The chart comes first: what lies beneath it is drawn when it has been painted, without holding up the window. */
export const OverviewTab = ({ view }: { readonly view: AthleteView }) => {
  const [isCharted, setCharted] = useState(false);
  const today = useAsk(client.athletes.readiness, { athleteId: view.athleteId });
  const chart = useAsk(client.analysis.strengthAgainstRunning, { athleteId: view.athleteId, weeks: FIRST_WEEKS });
  // Both at once: the one that came second would push the other down.
  if (today.state === 'waiting' || chart.state === 'waiting') return <Waiting what="overview" rows={10} />;
  return (
    <>
      <ReadinessPanel view={view} />
      <ChartPanel
        athleteId={view.athleteId}
        details={view.details}
        onPainted={() => startTransition(() => setCharted(true))}
      />
      {isCharted && <Beneath view={view} />}
    </>
  );
};

const Beneath = ({ view }: { readonly view: AthleteView }) => (
  <>
    <GuardPanel athleteId={view.athleteId} isBrief />
    <BlocksPanel key={view.athleteId} athleteId={view.athleteId} details={view.details} />
    <StrengthPanel athleteId={view.athleteId} details={view.details} />
    <ConsistencyPanel athleteId={view.athleteId} />
    <div className={styles['columns']}>
      <Recent view={view} />
      <Races view={view} />
      <Notes view={view} />
    </div>
  </>
);

const Recent = ({ view }: { readonly view: AthleteView }) => {
  const { today } = useApp();
  const log = useAsk(client.log.list, { athleteId: view.athleteId, kinds: ['lift', 'run', 'checkIn'], limit: 7 });
  const entries = log.state === 'ready' ? log.value.entries.slice(0, 7) : [];
  return (
    <section aria-label="Latest">
      <h2>Latest</h2>
      {log.state === 'ready' && entries.length === 0 && (
        <p className="quiet">
          Nothing recorded yet. <Link href={`/import?athlete=${view.athleteId}`}>Import an export</Link>
        </p>
      )}
      <ul className={styles['list']}>
        {entries.map((entry, place) => (
          <li key={`${entry.kind} ${entry.performedOn} ${place}`}>
            <span className={styles['date']}>{entryDay(entry.performedOn, today)}</span>
            <EntryLine entry={entry} details={view.details} />
          </li>
        ))}
      </ul>
      {entries.length > 0 && <Link href={`/athlete/${view.athleteId}/log`}>The whole log</Link>}
    </section>
  );
};

const Races = ({ view }: { readonly view: AthleteView }) => {
  const { today } = useApp();
  const ahead = view.races.filter((race) => race.racedOn >= today);
  const past = view.races.filter((race) => race.racedOn < today).toReversed();
  return (
    <section aria-label="Races">
      <h2>Races</h2>
      {view.races.length === 0 && (
        <p className="quiet">
          None yet. <Link href={`/athlete/${view.athleteId}/profile`}>Add one on the profile</Link>
        </p>
      )}
      <ul className={styles['list']}>
        {[...ahead.slice(0, 4), ...past.slice(0, 4)].map((race) => (
          <li key={race.raceId} className={race.racedOn < today ? styles['past'] : ''}>
            <span className={styles['date']}>{fullDay(race.racedOn)}</span>
            <span>
              {race.name}{' '}
              <span className="quiet">
                {race.priority}
                {race.distanceM === undefined
                  ? ''
                  : ` · ${distance(race.distanceM, view.details.distanceUnit)} ${view.details.distanceUnit}`}
                {race.racedOn >= today
                  ? ` · in ${countdown(daysBetween(today, race.racedOn))}`
                  : race.resultS === undefined
                    ? ''
                    : ` · ${clock(race.resultS)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Notes = ({ view }: { readonly view: AthleteView }) => {
  const { today } = useApp();
  const { athleteId, details, lastContactOn } = view;
  const [text, setText] = useState(details.notes);
  const edit = useCommand(client.athletes.edit);
  const contact = useCommand(client.athletes.noteContact);
  const save = async (): Promise<void> => {
    const reply = await edit.run({ athleteId, details: { ...details, notes: text } });
    if (reply.ok) tell({ tone: 'done', text: 'Notes saved.' });
  };
  const speak = async (): Promise<void> => {
    const reply = await contact.run({ athleteIds: [athleteId], on: today });
    if (reply.ok) tell({ tone: 'done', text: 'Contact noted for today.' });
  };
  return (
    <section aria-label="Notes">
      <h2>Notes</h2>
      <TextField label="What to remember about this athlete" value={text} onChange={setText} isLong />
      <div className={styles['noteActions']}>
        <Button onPress={() => void save()} isDisabled={text === details.notes || edit.isRunning}>
          Save notes
        </Button>
        <Button look="quiet" onPress={() => void speak()}>
          {lastContactOn === undefined ? 'Spoke today' : `Last spoke ${ago(lastContactOn, today)} · spoke today`}
        </Button>
      </div>
    </section>
  );
};
