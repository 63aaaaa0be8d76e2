import { useMemo } from 'react';
import { Dumbbell } from 'lucide-react';
import { useLocation, useSearchParams } from 'wouter';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { parseIsoWeek, type IsoWeek } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { useAsk } from '../client/useAsk.ts';
import { count, counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { ComboBox } from '../kit/ComboBox.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { WeekStepper } from '../kit/WeekStepper.tsx';
import { client } from '../wire.ts';
import { RosterGridDesk } from './RosterGridDesk.tsx';
import type { RosterGridView } from './rosterGridModel.ts';
import styles from './RosterGrid.module.css';

interface RosterGridProps {
  /** Those whom the roster's search and filters leave. */
  readonly athleteIds: readonly AthleteId[];
  readonly onAssign: () => void;
}

interface Address {
  readonly week: IsoWeek;
  readonly lift?: string | undefined;
  readonly slot?: string | undefined;
}

const addressText = ({ week, lift, slot }: Address): string => {
  const params = new URLSearchParams({ week });
  if (lift !== undefined) params.set('lift', lift);
  if (slot !== undefined) params.set('slot', slot);
  return `/roster/grid?${params.toString()}`;
};

const subjectOf = ({ lift, slot }: Address) => {
  if (lift !== undefined) return { subject: { kind: 'lift', exerciseKey: lift } as const };
  return slot === undefined ? {} : { subject: { kind: 'slot', label: slot } as const };
};

/** One lift, or one place such as A1, across the roster: what everybody does in four weeks, side by side. */
export const RosterGrid = ({ athleteIds, onAssign }: RosterGridProps) => {
  const app = useApp();
  const [, go] = useLocation();
  const [params] = useSearchParams();
  const address: Address = {
    week: parseIsoWeek(params.get('week') ?? '') ?? app.week,
    lift: params.get('lift') ?? undefined,
    slot: params.get('slot') ?? undefined,
  };
  const answer = useAsk(client.programs.rosterGrid, { week: address.week, ...subjectOf(address) });
  const library = useAsk(client.exercises.list, {});
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  if (library.state === 'failed') return <Failed message={library.message} />;
  if (answer.state === 'waiting' || library.state === 'waiting') return <Waiting what="roster grid" rows={12} />;
  return (
    <Grid
      view={answer.value}
      exercises={library.value.exercises}
      address={address}
      athleteIds={athleteIds}
      onGo={(next) => go(addressText(next), { replace: true })}
      onAssign={onAssign}
    />
  );
};

interface GridProps extends RosterGridProps {
  readonly view: RosterGridView;
  readonly exercises: readonly Exercise[];
  readonly address: Address;
  readonly onGo: (address: Address) => void;
}

const Grid = ({ view, exercises, address, athleteIds, onGo, onAssign }: GridProps) => {
  const app = useApp();
  const wanted = useMemo(() => new Set(athleteIds), [athleteIds]);
  const rows = useMemo(
    () =>
      view.rows
        .filter((row) => wanted.has(row.athleteId))
        .toSorted((a, b) => a.athlete.name.localeCompare(b.athlete.name)),
    [view.rows, wanted],
  );
  const byKey = useMemo(() => new Map(exercises.map((one) => [one.key, one])), [exercises]);
  const leftOut = view.leftOut.filter((one) => wanted.has(one.athleteId));
  const athletes = new Set(rows.map((row) => row.athleteId)).size;
  return (
    <div className={styles['screen']}>
      <div className={styles['bar']}>
        <SubjectChooser view={view} address={address} onGo={onGo} />
        <WeekStepper week={address.week} thisWeek={app.week} onChange={(week) => onGo({ ...address, week })} />
        <p className={`quiet ${styles['count']}`}>
          {counted(athletes, 'athlete')}
          {leftOut.length > 0 && <LeftOut leftOut={leftOut} subject={view.subject?.name ?? ''} />}
        </p>
      </div>
      {rows.length > 0 && view.subject !== undefined ? (
        <RosterGridDesk
          key={`${view.subject.kind} ${view.subject.name} ${view.mondays[0]}`}
          view={view}
          rows={rows}
          exercises={byKey}
          today={app.today}
        />
      ) : (
        <Nobody view={view} address={address} onGo={onGo} onAssign={onAssign} />
      )}
    </div>
  );
};

type Goes = Pick<GridProps, 'view' | 'address' | 'onGo'>;

const SubjectChooser = ({ view, address, onGo }: Goes) => {
  const { subject, lifts, slots } = view;
  const choices = [
    ...lifts.map(({ exerciseKey, name, athletes }) => ({
      value: `lift ${exerciseKey}`,
      label: name,
      hint: counted(athletes, 'athlete'),
    })),
    ...slots.map(({ label, athletes }) => ({
      value: `slot ${label}`,
      label: `Place ${label}`,
      hint: counted(athletes, 'athlete'),
    })),
  ];
  const value =
    subject === undefined
      ? undefined
      : subject.kind === 'lift'
        ? `lift ${subject.exerciseKey}`
        : `slot ${subject.label}`;
  // What was asked for by its address is named even when nobody does it.
  const isListed = choices.some((choice) => choice.value === value);
  const all =
    value === undefined || isListed || subject === undefined
      ? choices
      : [{ value, label: subject.name, hint: 'nobody' }, ...choices];
  return (
    <div className={styles['subject']}>
      <ComboBox
        label="Lift or place"
        isLabelHidden
        placeholder="Lift, or a place such as A1"
        value={value}
        choices={all}
        onChange={(next) => {
          const [kind, ...rest] = next.split(' ');
          const { week } = address;
          onGo(kind === 'lift' ? { week, lift: rest.join(' ') } : { week, slot: rest.join(' ') });
        }}
      />
    </div>
  );
};

const WHY: Readonly<Record<RosterGridView['leftOut'][number]['why'], string>> = {
  archived: 'archived',
  noProgram: 'no program in these weeks',
  notInProgram: 'not in their program',
};

interface LeftOutProps {
  readonly leftOut: RosterGridView['leftOut'];
  readonly subject: string;
}

/** Who has no row, and why: said, not dropped. */
const LeftOut = ({ leftOut, subject }: LeftOutProps) => (
  <details className={styles['leftOut']}>
    <summary>{count(leftOut.length)} without</summary>
    <ul aria-label={`Athletes without ${subject}`}>
      {leftOut.map(({ athleteId, name, why }) => (
        <li key={athleteId}>
          {name} <span className="quiet">{WHY[why]}</span>
        </li>
      ))}
    </ul>
  </details>
);

const OFFERED = 5;

/** Nothing to show: nobody has a program, nobody does this, or the roster's filters leave nobody who does. */
const Nobody = ({ view, address, onGo, onAssign }: Goes & Pick<RosterGridProps, 'onAssign'>) => {
  const app = useApp();
  const { lifts, subject, rows } = view;
  const week = `${address.week} and the three weeks after it`;
  if (lifts.length === 0) {
    return (
      <Empty
        title="Nobody has a program then"
        actions={
          <>
            {address.week !== app.week && (
              <Button onPress={() => onGo({ ...address, week: app.week })}>Back to this week</Button>
            )}
            <Button look="main" onPress={onAssign}>
              <Dumbbell aria-hidden /> Assign a program…
            </Button>
          </>
        }
      >
        No athlete has a program in {week}.
      </Empty>
    );
  }
  if (rows.length > 0) {
    return (
      <Empty title="Nobody shown does this">
        The roster’s search and filters leave nobody with {subject?.name}. {counted(rows.length, 'row')} without them.
      </Empty>
    );
  }
  return (
    <Empty
      title={`Nobody has ${subject?.name ?? 'this'}`}
      actions={lifts.slice(0, OFFERED).map(({ exerciseKey, name, athletes }) => (
        <Button key={exerciseKey} onPress={() => onGo({ week: address.week, lift: exerciseKey })}>
          {name} <span className="quiet">{count(athletes)}</span>
        </Button>
      ))}
    >
      It is in no program in {week}. These are:
    </Empty>
  );
};
