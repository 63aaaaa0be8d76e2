import { ChevronLeft, ChevronRight, Dumbbell, FileInput, History, Keyboard, Printer } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { daysBetween } from '../../domain/kernel/plainDate.ts';
import { useApp } from '../app/appContext.ts';
import { useKeys } from '../app/keys.ts';
import { useAsk } from '../client/useAsk.ts';
import { AssignDialog } from '../dialogs/AssignDialog.tsx';
import { EQUIPMENT } from '../../domain/exercises/equipment.ts';
import { countdown, load } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { PageTabs } from '../kit/PageTabs.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { client } from '../wire.ts';
import { LogTab } from './LogTab.tsx';
import { OverviewAhead, OverviewTab } from './OverviewTab.tsx';
import { PlanTab } from './PlanTab.tsx';
import { ProfileTab } from './ProfileTab.tsx';
import { ProgramTab } from './ProgramTab.tsx';
import { RunningTab } from './RunningTab.tsx';
import { WeeksTab } from './WeeksTab.tsx';
import styles from './AthleteScreen.module.css';

export type AthleteView = OutputOf<Contract['athletes']['open']>;

const TABS = [
  { key: 'overview', label: 'Overview' },
  { key: 'plan', label: 'Plan' },
  { key: 'program', label: 'Program' },
  { key: 'weeks', label: 'Weeks' },
  { key: 'log', label: 'Log' },
  { key: 'running', label: 'Running' },
  { key: 'profile', label: 'Profile' },
] as const;

interface AthleteScreenProps {
  readonly athleteId: number;
  readonly tab: string;
}

/** One athlete: who they are, then the chart, the program, the log, the profile. */
export const AthleteScreen = ({ athleteId, tab }: AthleteScreenProps) => {
  const id = athleteId as AthleteId;
  const isAddress = Number.isInteger(athleteId) && athleteId > 0;
  const view = useAsk(client.athletes.open, { athleteId: id }, { isWanted: isAddress });
  if (!isAddress) {
    return (
      <Failed message="Nobody has this address.">
        <Link href="/roster">To the roster</Link>
      </Failed>
    );
  }
  if (view.state === 'waiting')
    return (
      <>
        <Waiting what="athlete" rows={10} />
        {tab === 'overview' && <OverviewAhead athleteId={id} />}
      </>
    );
  if (view.state === 'failed') {
    return (
      <Failed message={view.message}>
        <Link href="/roster">To the roster</Link>
      </Failed>
    );
  }
  if (view.value.athleteId !== id) return <Waiting what="athlete" rows={10} />;
  return <Athlete key={id} view={view.value} tab={tab} />;
};

const Athlete = ({ view, tab }: { readonly view: AthleteView; readonly tab: string }) => {
  const { athleteId, details } = view;
  const [isAssigning, setAssigning] = useState(false);
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <div className={styles['who']}>
          <h1>{details.name}</h1>
          <Facts view={view} />
        </div>
        <div className={styles['actions']}>
          <Link href={`/import?athlete=${athleteId}`} className={styles['action']}>
            <FileInput aria-hidden size={15} /> Import
          </Link>
          <Link href={`/sheets?athletes=${athleteId}`} className={styles['action']}>
            <Printer aria-hidden size={15} /> Print
          </Link>
          {view.archivedOn === undefined && (
            <Link href={`/sheets/type-in?athlete=${athleteId}`} className={styles['action']}>
              <Keyboard aria-hidden size={15} /> Type in
            </Link>
          )}
          <Link href={`/history/${athleteId}`} className={styles['action']}>
            <History aria-hidden size={15} /> History
          </Link>
          <Button onPress={() => setAssigning(true)} isDisabled={view.archivedOn !== undefined}>
            <Dumbbell aria-hidden /> Assign…
          </Button>
          <Neighbours athleteId={athleteId} tab={tab} />
        </div>
      </header>
      <div className={styles['tabs']}>
        <PageTabs base={`/athlete/${athleteId}`} tabs={TABS} here={tab} label={`${details.name}, pages`} />
      </div>
      <Tab view={view} tab={tab} onAssign={() => setAssigning(true)} />
      {isAssigning && <AssignDialog athleteIds={[athleteId]} onClose={() => setAssigning(false)} />}
    </div>
  );
};

interface TabProps {
  readonly view: AthleteView;
  readonly tab: string;
  readonly onAssign: () => void;
}

const Tab = ({ view, tab, onAssign }: TabProps) => {
  switch (tab) {
    case 'plan':
      return <PlanTab view={view} />;
    case 'program':
      return <ProgramTab view={view} onAssign={onAssign} />;
    case 'weeks':
      return <WeeksTab view={view} onAssign={onAssign} />;
    case 'log':
      return <LogTab view={view} />;
    case 'running':
      return <RunningTab view={view} />;
    case 'profile':
      return <ProfileTab view={view} />;
    default:
      return <OverviewTab view={view} />;
  }
};

const LETTER = { female: 'F', male: 'M', other: 'X' } as const;

const NAMED = 3;

/** The equipment that decides most, by name; the rest is on the profile. */
const gymText = (equipment: readonly string[]): string => {
  if (equipment.length === 0) return 'no gym';
  const named = EQUIPMENT.filter(({ item }) => equipment.includes(item)).map(({ label }) => label.toLowerCase());
  return `${named.slice(0, NAMED).join(', ')}${equipment.length > NAMED ? ' …' : ''}`;
};

/** What a coach wants to know before speaking, in one line. */
const Facts = ({ view }: { readonly view: AthleteView }) => {
  const { today } = useApp();
  const { details, bodyMass, races, archivedOn } = view;
  const age = details.birthYear === undefined ? undefined : Number(today.slice(0, 4)) - details.birthYear;
  const person = [details.sex === undefined ? '' : LETTER[details.sex], age === undefined ? '' : String(age)]
    .filter((word) => word !== '')
    .join(' ');
  const weight =
    bodyMass[0] === undefined
      ? ''
      : `${load(Math.round(bodyMass[0].massKg * 10) / 10, details.massUnit)} ${details.massUnit}`;
  const next = races.find((race) => race.racedOn >= today);
  const facts = [
    archivedOn === undefined ? '' : 'archived',
    person,
    weight,
    `class ${details.entryClass}`,
    gymText(details.gym.equipment),
    ...details.groups,
    next === undefined ? '' : `${next.name} (${next.priority}) in ${countdown(daysBetween(today, next.racedOn))}`,
  ].filter((fact) => fact !== '');
  return <p className="quiet">{facts.join(' · ')}</p>;
};

/** `[` and `]` step through the roster without leaving the page. */
const Neighbours = ({ athleteId, tab }: { readonly athleteId: AthleteId; readonly tab: string }) => {
  const [, go] = useLocation();
  const list = useAsk(client.athletes.list, {});
  const ids =
    list.state === 'ready' ? list.value.athletes.filter((one) => !one.isArchived || one.athleteId === athleteId) : [];
  const at = ids.findIndex((one) => one.athleteId === athleteId);
  const step = (by: number): void => {
    const next = ids[(at + by + ids.length) % ids.length];
    if (next !== undefined) go(`/athlete/${next.athleteId}/${tab}`);
  };
  useKeys({ '[': () => step(-1), ']': () => step(1) });
  if (ids.length < 2) return null;
  return (
    <span className={styles['neighbours']}>
      <Button look="quiet" aria-label="Previous athlete, key [" onPress={() => step(-1)}>
        <ChevronLeft aria-hidden />
      </Button>
      <Button look="quiet" aria-label="Next athlete, key ]" onPress={() => step(1)}>
        <ChevronRight aria-hidden />
      </Button>
    </span>
  );
};
