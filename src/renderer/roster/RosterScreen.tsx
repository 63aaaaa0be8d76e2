import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { Archive, FolderPlus, Plus, Printer, RotateCcw, Dumbbell, MessageSquare } from 'lucide-react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useApp } from '../app/appContext.ts';
import { useKeys } from '../app/keys.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { count, counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { PageTabs } from '../kit/PageTabs.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { AddAthleteDialog } from './AddAthleteDialog.tsx';
import { FirstRun } from './FirstRun.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { inOrder, matching, type Order } from './rosterOrder.ts';
import { RosterTable } from './RosterTable.tsx';
import type { RosterRow } from './statusText.ts';
import styles from './RosterScreen.module.css';

// What the list does not need is read when it is wanted: the list is what the window opens on.
const AssignDialog = lazy(async () => ({ default: (await import('../dialogs/AssignDialog.tsx')).AssignDialog }));
const RosterGrid = lazy(async () => ({ default: (await import('./RosterGrid.tsx')).RosterGrid }));

type DialogName = 'add' | 'assign' | 'group' | undefined;

const levelCount = (rows: readonly RosterRow[], level: RosterRow['status']['level']): number =>
  rows.filter((row) => row.status.level === level).length;

/** The roster: everybody, who needs the coach, and why. */
export const RosterScreen = ({ mode }: { readonly mode: string }) => {
  const app = useApp();
  const [params, setParams] = useSearchParams();
  const [showsArchived, setShowsArchived] = useState(false);
  const view = useAsk(client.roster.view, { archived: showsArchived });
  const onOpened = (): void => setParams({});
  if (app.athletes === 0 && app.archived === 0) {
    return <FirstRun opensAdding={params.has('add')} onOpened={onOpened} />;
  }
  if (view.state === 'waiting') return <Waiting what="roster" rows={12} />;
  if (view.state === 'failed') return <Failed message={view.message} />;
  return (
    <Roster
      mode={mode}
      rows={view.value.rows}
      groups={view.value.groups}
      showsArchived={showsArchived}
      onShowArchived={setShowsArchived}
      opens={params.has('add') ? 'add' : params.has('assign') ? 'assign' : undefined}
      onOpened={onOpened}
    />
  );
};

const MODES = [
  { key: 'list', label: 'List' },
  { key: 'grid', label: 'Grid' },
] as const;

interface RosterProps {
  readonly mode: string;
  readonly rows: readonly RosterRow[];
  readonly groups: readonly { readonly name: string; readonly athletes: number }[];
  readonly showsArchived: boolean;
  readonly onShowArchived: (shows: boolean) => void;
  readonly opens: DialogName;
  readonly onOpened: () => void;
}

const Roster = (props: RosterProps) => {
  const { mode, rows, groups, showsArchived, onShowArchived, opens, onOpened } = props;
  const app = useApp();
  const [typed, setTyped] = useState('');
  const [group, setGroup] = useState<string>();
  const [level, setLevel] = useState<RosterRow['status']['level']>();
  const [order, setOrder] = useState<Order>({ by: 'status', isDescending: false });
  const [selected, setSelected] = useState<ReadonlySet<AthleteId>>(new Set());
  const [chosenDialog, setDialog] = useState<DialogName>();
  const dialog = chosenDialog ?? opens;
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });

  const shown = useMemo(
    () =>
      inOrder(
        matching(rows, typed)
          .filter((row) => group === undefined || row.groups.includes(group))
          .filter((row) => level === undefined || row.status.level === level),
        order,
      ),
    [rows, typed, group, level, order],
  );
  const chosen = rows.filter((row) => selected.has(row.athleteId));
  const close = (): void => {
    setDialog(undefined);
    if (opens !== undefined) onOpened();
  };
  const shownIds = useMemo(() => shown.map((row) => row.athleteId), [shown]);
  const isGrid = mode === 'grid' && !showsArchived;

  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1>{showsArchived ? 'Archived' : 'Roster'}</h1>
        {!showsArchived && <PageTabs base="/roster" tabs={MODES} here={isGrid ? 'grid' : 'list'} label="Roster as" />}
        <input
          ref={search}
          type="search"
          className={styles['search']}
          placeholder="Name, group or tag   /"
          aria-label="Search the roster"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className={styles['actions']}>
          {app.archived > 0 && (
            <Button look="quiet" onPress={() => onShowArchived(!showsArchived)}>
              {showsArchived ? 'Back to the roster' : `${count(app.archived)} archived`}
            </Button>
          )}
          <Button look="main" onPress={() => setDialog('add')}>
            <Plus aria-hidden />
            Athlete
          </Button>
        </div>
      </header>
      <div className={styles['filters']} role="group" aria-label="Filters">
        <FilterButton isOn={group === undefined} onPress={() => setGroup(undefined)}>
          All {count(rows.length)}
        </FilterButton>
        {groups.map((one) => (
          <FilterButton
            key={one.name}
            isOn={group === one.name}
            onPress={() => setGroup(group === one.name ? undefined : one.name)}
          >
            {one.name} {count(one.athletes)}
          </FilterButton>
        ))}
        <span className={styles['levels']}>
          {(['look', 'act'] as const).map((one) => (
            <FilterButton key={one} isOn={level === one} onPress={() => setLevel(level === one ? undefined : one)}>
              <StatusMark level={one} /> {one} {count(levelCount(rows, one))}
            </FilterButton>
          ))}
          <Link href="/science/rules?rule=R10.3" aria-label="How the order is made: rule R10.3">
            R10.3
          </Link>
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty
          title={rows.length === 0 ? 'Nobody here' : 'Nobody fits'}
          actions={
            <Button
              onPress={() => {
                setTyped('');
                setGroup(undefined);
                setLevel(undefined);
                onShowArchived(false);
              }}
            >
              Show everyone
            </Button>
          }
        >
          {rows.length === 0 ? 'There is nobody in this list.' : 'No athlete matches the search and filters together.'}
        </Empty>
      ) : isGrid ? (
        <Suspense fallback={<Waiting what="grid" rows={12} />}>
          <RosterGrid athleteIds={shownIds} onAssign={() => setDialog('assign')} />
        </Suspense>
      ) : (
        <RosterTable rows={shown} order={order} onOrder={setOrder} selected={selected} onSelect={setSelected} />
      )}
      <SelectionBar
        chosen={isGrid ? [] : chosen}
        isArchivedList={showsArchived}
        onClear={() => setSelected(new Set())}
        onDialog={setDialog}
      />
      {dialog === 'add' && <AddAthleteDialog onClose={close} />}
      {dialog === 'assign' && (
        <Suspense fallback={null}>
          <AssignDialog athleteIds={(chosen.length > 0 ? chosen : shown).map((row) => row.athleteId)} onClose={close} />
        </Suspense>
      )}
      {dialog === 'group' && (
        <GroupDialog
          athleteIds={chosen.map((row) => row.athleteId)}
          groups={groups.map((one) => one.name)}
          onClose={close}
        />
      )}
    </div>
  );
};

interface FilterButtonProps {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

const FilterButton = ({ isOn, onPress, children }: FilterButtonProps) => (
  <button
    type="button"
    className={`${styles['filter']} ${isOn ? styles['on'] : ''}`}
    aria-pressed={isOn}
    onClick={onPress}
  >
    {children}
  </button>
);

interface SelectionBarProps {
  readonly chosen: readonly RosterRow[];
  readonly isArchivedList: boolean;
  readonly onClear: () => void;
  readonly onDialog: (dialog: DialogName) => void;
}

/** What can be done with the selected athletes, all at once and in one step of undo. */
const SelectionBar = ({ chosen, isArchivedList, onClear, onDialog }: SelectionBarProps) => {
  const app = useApp();
  const [, go] = useLocation();
  const archive = useCommand(client.athletes.archive);
  const bringBack = useCommand(client.athletes.bringBack);
  const contact = useCommand(client.athletes.noteContact);
  if (chosen.length === 0) return null;
  const athleteIds = chosen.map((row) => row.athleteId);
  const together = async (act: () => Promise<{ readonly ok: boolean }>, text: string): Promise<void> => {
    if (!(await act()).ok) return;
    tell({ tone: 'done', text });
    onClear();
  };
  const people = counted(chosen.length, 'athlete');
  return (
    <div className={styles['selection']} role="toolbar" aria-label="Selected athletes">
      <span>{count(chosen.length)} selected</span>
      {isArchivedList ? (
        <Button onPress={() => void together(() => bringBack.run({ athleteIds }), `${people} back on the roster.`)}>
          <RotateCcw aria-hidden /> Bring back
        </Button>
      ) : (
        <>
          <Button onPress={() => onDialog('assign')}>
            <Dumbbell aria-hidden /> Assign…
          </Button>
          <Button onPress={() => go(`/sheets?athletes=${athleteIds.join(',')}`)}>
            <Printer aria-hidden /> Print…
          </Button>
          <Button onPress={() => onDialog('group')}>
            <FolderPlus aria-hidden /> Group…
          </Button>
          <Button
            onPress={() => void together(() => contact.run({ athleteIds, on: app.today }), 'Contact noted for today.')}
          >
            <MessageSquare aria-hidden /> Spoke today
          </Button>
          <Button
            onPress={() => void together(() => archive.run({ athleteIds }), `${people} archived. Nothing was deleted.`)}
          >
            <Archive aria-hidden /> Archive
          </Button>
        </>
      )}
      <Button look="quiet" onPress={onClear}>
        Clear
      </Button>
    </div>
  );
};
