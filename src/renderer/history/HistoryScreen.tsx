import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Redo2, Undo2 } from 'lucide-react';
import { useLocation } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { useKeys } from '../app/keys.ts';
import { useHistoryWalk } from '../app/useHistoryWalk.ts';
import { useAsk } from '../client/useAsk.ts';
import { count, counted, entryDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { ComboBox } from '../kit/ComboBox.tsx';
import { TextField } from '../kit/Fields.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { localDayOf, startOf } from './localTime.ts';
import { StepRow } from './StepRow.tsx';
import { WalkDialog, type Walk } from './WalkDialog.tsx';
import type { HistoryStep, Whose } from './stepWords.ts';
import styles from './History.module.css';

const PAGE = 200;
const MOST = 2000;

/** What was changed, newest first: everybody's or one athlete's, since a day, by name. Undo walks back through it, also after a restart. */
export const HistoryScreen = ({ athleteId }: { readonly athleteId: AthleteId | undefined }) => {
  const [, go] = useLocation();
  const [since, setSince] = useState('');
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const from = parsePlainDate(since);
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });
  const list = useAsk(client.athletes.list, {});
  const answer = useAsk(client.history.list, {
    limit,
    ...(athleteId === undefined ? {} : { athleteId }),
    ...(from === undefined ? {} : { since: startOf(from) }),
    ...(typed.trim() === '' ? {} : { named: typed }),
  });
  if (list.state === 'failed') return <Failed message={list.message} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  if (answer.state === 'waiting' || list.state === 'waiting') return <Waiting what="history" rows={12} />;
  const found = list.value.athletes.find((one) => one.athleteId === athleteId);
  const { steps, count: all, canUndo, canRedo } = answer.value;
  const isFiltered = athleteId !== undefined || from !== undefined || typed.trim() !== '';
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1>History</h1>
        <UndoButtons canUndo={canUndo} canRedo={canRedo} />
      </header>
      <div className={styles['filters']} role="group" aria-label="Filters">
        <div className={styles['who']}>
          <ComboBox
            label="Whose"
            value={athleteId === undefined ? EVERYBODY : String(athleteId)}
            onChange={(next) => go(next === EVERYBODY ? '/history' : `/history/${next}`)}
            choices={[
              { value: EVERYBODY, label: 'Everybody' },
              ...list.value.athletes.map((one) => ({
                value: String(one.athleteId),
                label: one.name,
                ...(one.isArchived ? { hint: 'archived' } : {}),
              })),
            ]}
          />
        </div>
        <TextField label="Since" type="date" value={since} onChange={setSince} />
        <label className={styles['named']}>
          Named
          <input
            ref={search}
            type="search"
            placeholder="Step or athlete   /"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <p className={`quiet ${styles['count']}`} role="status">
          {counted(all, 'step')}
        </p>
      </div>
      {steps.length === 0 ? (
        <NothingFound
          isFiltered={isFiltered}
          onReset={() => {
            setSince('');
            setTyped('');
            go('/history');
          }}
        />
      ) : (
        <StepList
          steps={steps}
          whose={found === undefined ? undefined : { athleteId: found.athleteId, name: found.name }}
        />
      )}
      {all > steps.length && (
        <p className={styles['more']}>
          {limit < MOST ? (
            <Button onPress={() => setLimit(Math.min(MOST, limit + PAGE))}>
              Show older: {count(all - steps.length)} left
            </Button>
          ) : (
            <span className="quiet">{count(all - steps.length)} older steps: search by name or day to see them.</span>
          )}
        </p>
      )}
    </div>
  );
};

const EVERYBODY = 'everybody';

interface UndoButtonsProps {
  readonly canUndo: string | undefined;
  readonly canRedo: string | undefined;
}

const UndoButtons = ({ canUndo, canRedo }: UndoButtonsProps) => {
  const walk = useHistoryWalk();
  return (
    <div className={styles['actions']}>
      <Button onPress={() => void walk.undo()} isDisabled={canUndo === undefined}>
        <Undo2 aria-hidden /> {canUndo === undefined ? 'Nothing to undo' : `Undo: ${canUndo}`}
      </Button>
      <Button onPress={() => void walk.redo()} isDisabled={canRedo === undefined}>
        <Redo2 aria-hidden /> {canRedo === undefined ? 'Nothing to redo' : `Redo: ${canRedo}`}
      </Button>
    </div>
  );
};

const NothingFound = ({ isFiltered, onReset }: { readonly isFiltered: boolean; readonly onReset: () => void }) =>
  isFiltered ? (
    <Empty title="Nothing was changed so" actions={<Button onPress={onReset}>Show everything</Button>}>
      No step is of this athlete, since this day and by this name together.
    </Empty>
  ) : (
    <Empty title="Nothing has been changed yet">Every change appears here under its name and can be undone.</Empty>
  );

interface StepListProps {
  readonly steps: readonly HistoryStep[];
  readonly whose: Whose | undefined;
}

/** The steps under their days. Arrows move from one to the next; Enter opens what it changed. */
const StepList = ({ steps, whose }: StepListProps) => {
  const { today } = useApp();
  const [opened, setOpened] = useState<number>();
  const [walk, setWalk] = useState<Walk>();
  const days = useMemo(() => [...Map.groupBy(steps, (step) => localDayOf(step.at))], [steps]);
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const heads = [...(list.current?.querySelectorAll<HTMLElement>('button[aria-expanded]') ?? [])];
    const at = heads.findIndex((head) => head === document.activeElement);
    const next = heads[at + by];
    if (by === 0 || at < 0 || next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      {/* Arrows are heard here for the step that has the focus; Tab reaches every one of them too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} onKeyDown={onKeyDown}>
        {days.map(([date, ofDay]) => (
          <section
            key={date ?? ''}
            className={styles['day']}
            aria-label={date === undefined ? '' : entryDay(date, today)}
          >
            <h2>{date === undefined ? '' : date === today ? 'Today' : entryDay(date, today)}</h2>
            <ol>
              {ofDay.map((step) => (
                <StepRow
                  key={step.step}
                  step={step}
                  whose={whose}
                  isOpen={opened === step.step}
                  onToggle={() => setOpened(opened === step.step ? undefined : step.step)}
                  onWalk={setWalk}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {walk !== undefined && <WalkDialog walk={walk} onClose={() => setWalk(undefined)} />}
    </>
  );
};
