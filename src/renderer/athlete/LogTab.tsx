import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { InputOf } from '../../contract/derive.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { appName } from '../appName.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { clock, entryDay, fullDay, load } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Fields.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import { CheckInDialog } from './CheckInDialog.tsx';
import { EntryLine, type LogEntry } from './EntryLine.tsx';
import { HealthQuestionsDialog } from './HealthQuestionsDialog.tsx';
import { RemoveEntry } from './RemoveEntry.tsx';
import { RunNoteDialog } from './RunNoteDialog.tsx';
import { TestDialog } from './TestDialog.tsx';
import styles from './LogTab.module.css';

type Kind = InputOf<Contract['log']['list']>['kinds'][number];

const KINDS: readonly { readonly kind: Kind; readonly label: string }[] = [
  { kind: 'lift', label: 'Lifts' },
  { kind: 'run', label: 'Runs' },
  { kind: 'other', label: 'Other activities' },
  { kind: 'checkIn', label: 'Check-ins' },
  { kind: 'healthReport', label: 'Health questions' },
  { kind: 'wellness', label: 'Body and readiness' },
  { kind: 'test', label: 'Tests' },
];

const PAGE = 80;

/** Everything recorded, newest first, a page at a time. */
export const LogTab = ({ view }: { readonly view: AthleteView }) => {
  const [kinds, setKinds] = useState<readonly Kind[]>(KINDS.map(({ kind }) => kind));
  const [dialog, setDialog] = useState<'checkIn' | 'health' | 'test'>();
  const [pages, setPages] = useState<readonly PlainDate[]>([]);
  const before = pages.at(-1);
  const wanted = kinds.length === 0 ? KINDS.map(({ kind }) => kind) : kinds;
  const log = useAsk(client.log.list, {
    athleteId: view.athleteId,
    kinds: wanted,
    limit: PAGE,
    ...(before === undefined ? {} : { before }),
  });
  return (
    <div className={styles['tab']}>
      <div className={styles['kinds']} role="group" aria-label="Shown">
        {KINDS.map(({ kind, label }) => (
          <Checkbox
            key={kind}
            isSelected={kinds.includes(kind)}
            onChange={(isOn) => {
              setPages([]);
              setKinds(isOn ? [...kinds, kind] : kinds.filter((one) => one !== kind));
            }}
          >
            {label}
          </Checkbox>
        ))}
        <span className={styles['record']}>
          <Button onPress={() => setDialog('checkIn')}>Check-in…</Button>
          <Button onPress={() => setDialog('health')}>Health questions…</Button>
          <Button onPress={() => setDialog('test')}>Test day…</Button>
        </span>
      </div>
      {dialog === 'checkIn' && <CheckInDialog view={view} onClose={() => setDialog(undefined)} />}
      {dialog === 'health' && <HealthQuestionsDialog view={view} onClose={() => setDialog(undefined)} />}
      {dialog === 'test' && <TestDialog view={view} onClose={() => setDialog(undefined)} />}
      {log.state === 'waiting' && <Waiting what="log" rows={12} />}
      {log.state === 'failed' && <Failed message={log.message} />}
      {log.state === 'ready' && log.value.entries.length === 0 && (
        <Empty
          title="Nothing recorded"
          actions={<Link href={`/import?athlete=${view.athleteId}`}>Import an export</Link>}
        >
          Runs and lifts appear here once an export is imported; check-ins and tests once they are recorded.
        </Empty>
      )}
      {log.state === 'ready' && log.value.entries.length > 0 && (
        <>
          <Entries entries={log.value.entries} view={view} />
          <div className={styles['pages']}>
            <Button isDisabled={pages.length === 0} onPress={() => setPages(pages.slice(0, -1))}>
              Newer
            </Button>
            <Button
              isDisabled={log.value.more === undefined}
              onPress={() => {
                if (log.value.more !== undefined) setPages([...pages, log.value.more]);
              }}
            >
              Older
            </Button>
          </div>
        </>
      )}
    </div>
  );
};

const Entries = ({ entries, view }: { readonly entries: readonly LogEntry[]; readonly view: AthleteView }) => {
  const { today } = useApp();
  const [noting, setNoting] = useState<Extract<LogEntry, { readonly kind: 'run' }>>();
  return (
    <>
      {noting !== undefined && <RunNoteDialog run={noting} view={view} onClose={() => setNoting(undefined)} />}
      <ul className={styles['entries']}>
        {entries.map((entry, place) => (
          <li key={`${entry.kind} ${entry.performedOn} ${place}`} className={styles['entry']}>
            <span className={styles['date']}>{entryDay(entry.performedOn, today)}</span>
            <span className={styles['kind']} aria-hidden>
              {
                { lift: '▮', run: '→', other: '·', checkIn: '✓', healthReport: '+', wellness: '○', test: '▲' }[
                  entry.kind
                ]
              }
            </span>
            {entry.kind === 'lift' ? (
              <LiftEntry entry={entry} view={view} />
            ) : (
              <EntryLine entry={entry} details={view.details} />
            )}
            {entry.kind === 'run' ? (
              <Button
                look="quiet"
                aria-label={`Note how the run of ${fullDay(entry.performedOn)} was`}
                onPress={() => setNoting(entry)}
              >
                <Pencil aria-hidden />
              </Button>
            ) : (
              <RemoveEntry entry={entry} view={view} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

type Lift = Extract<LogEntry, { readonly kind: 'lift' }>;
type LoggedSet = Lift['sets'][number];

/** Sets of one exercise that follow each other, as a coach writes them: `3 × 100 kg @8`. */
const byExercise = (
  sets: readonly LoggedSet[],
): { readonly exercise: string; readonly sets: readonly LoggedSet[] }[] => {
  const groups: { exercise: string; sets: LoggedSet[] }[] = [];
  for (const set of sets) {
    const last = groups.at(-1);
    if (last?.exercise === set.exercise) last.sets.push(set);
    else groups.push({ exercise: set.exercise, sets: [set] });
  }
  return groups;
};

const MARK = { work: '', warmup: 'w ', drop: 'drop ', failure: 'to failure ' } as const;

const setText = (set: LoggedSet, view: AthleteView): string => {
  const { massUnit } = view.details;
  const mass = set.loadKg === undefined || set.loadKg === 0 ? '' : ` × ${load(set.loadKg, massUnit)}`;
  const dose =
    set.reps !== undefined && set.reps > 0
      ? `${set.reps}${mass}`
      : set.durationS === undefined
        ? '–'
        : `${clock(set.durationS)}${mass}`;
  return `${MARK[set.kind]}${dose}${set.rpe === undefined ? '' : ` @${set.rpe}`}${set.doubt === undefined ? '' : ' (?)'}`;
};

const LiftEntry = ({ entry, view }: { readonly entry: Lift; readonly view: AthleteView }) => (
  <details className={styles['lift']}>
    <summary>
      <EntryLine entry={entry} details={view.details} />
    </summary>
    <dl className={styles['sets']}>
      {byExercise(entry.sets).map(({ exercise, sets }, place) => (
        <div key={`${exercise} ${place}`}>
          <dt>{exercise}</dt>
          <dd>
            {sets.map((set) => setText(set, view)).join(', ')}{' '}
            {sets.some((set) => (set.loadKg ?? 0) > 0) && <span className="unit">{view.details.massUnit}</span>}
            {sets.some((set) => set.doubt !== undefined) && (
              <span className="quiet">
                {' '}
                · (?) {sets.find((set) => set.doubt !== undefined)?.doubt}; kept out of records
              </span>
            )}
          </dd>
        </div>
      ))}
      {(entry.feeling !== undefined || entry.rpe !== undefined) && (
        <div>
          <dt className="quiet">Session</dt>
          <dd>
            {[
              entry.feeling === undefined ? '' : `felt ${entry.feeling} of 5`,
              entry.rpe === undefined ? '' : `RPE ${entry.rpe}`,
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </dd>
        </div>
      )}
      {entry.notes !== undefined && (
        <div>
          <dt className="quiet">Notes</dt>
          <dd>{entry.notes}</dd>
        </div>
      )}
      <div>
        <dt className="quiet">Source</dt>
        <dd className="quiet">
          {[entry.source, ...(entry.alsoIn ?? [])].map(appName).join(', also ')}
          {entry.timeOfDay === undefined ? '' : `, ${entry.timeOfDay.slice(0, 5)}`}
          {entry.durationS === undefined ? '' : `, ${clock(entry.durationS)}`}
        </dd>
      </div>
    </dl>
  </details>
);
