import { useState } from 'react';
import { Link } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { rankByName } from '../app/rankByName.ts';
import { count } from '../format.ts';
import { Checkbox, Select } from '../kit/Fields.tsx';
import { entryKey, type SheetEntry, type WithoutSheet } from './roll.ts';
import styles from './AthleteChooser.module.css';

/** Longer lists are searched instead of read. */
const SEARCH_FROM = 13;

interface AthleteChooserProps {
  readonly entries: readonly SheetEntry[];
  readonly without: readonly WithoutSheet[];
  readonly chosen: ReadonlySet<AthleteId> | undefined;
  readonly onChoose: (chosen: ReadonlySet<AthleteId> | undefined) => void;
  /** The entry that is looked at; absent where all stand on one sheet. */
  readonly shown: string | undefined;
  readonly onShow: (key: string) => void;
}

const EVERYBODY = 'everybody';
const SOME = 'some';

/** Whether a sheet lies on somebody's table already, as it is now. */
const stateOf = ({ mark }: SheetEntry): string => {
  if (mark === undefined) return '';
  if (mark.isPrinted) return 'printed';
  return mark.version > 1 ? 'changed' : '';
};

/** Who gets a sheet, and whose is looked at; below them who has none, and why. */
export const AthleteChooser = (props: AthleteChooserProps) => {
  const { entries, without, chosen, onChoose, shown, onShow } = props;
  const [typed, setTyped] = useState('');
  const isChosen = (athleteId: AthleteId): boolean => chosen?.has(athleteId) ?? true;
  const picked = entries.filter((entry) => isChosen(entry.athleteId));
  const named = entries.map((entry) => ({
    entry,
    name: entry.name,
    key: entryKey(entry),
    // Where somebody has two sheets, what they are tells them apart.
    title: entries.filter((other) => other.athleteId === entry.athleteId).length > 1 ? entry.title : undefined,
  }));
  const found = typed.trim() === '' ? named : rankByName(typed, named, named.length);

  const toggle = (athleteId: AthleteId): void => {
    const next = new Set(picked.map((entry) => entry.athleteId));
    if (!next.delete(athleteId)) next.add(athleteId);
    onChoose(entries.every((entry) => next.has(entry.athleteId)) ? undefined : next);
  };

  return (
    <aside className={styles['side']} aria-label="Athletes">
      <div className={styles['all']}>
        <Checkbox
          isSelected={picked.length === entries.length}
          isIndeterminate={picked.length > 0 && picked.length < entries.length}
          onChange={(all) => onChoose(all ? undefined : new Set())}
        >
          {count(picked.length)} of {count(entries.length)} to print
        </Checkbox>
        <GroupChoice entries={entries} chosen={chosen} onChoose={onChoose} />
        {entries.length >= SEARCH_FROM && (
          <input
            type="search"
            className={styles['search']}
            placeholder="Find an athlete"
            aria-label="Find an athlete"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </div>
      <ul className={styles['list']}>
        {found.map(({ entry, key, name, title }) => (
          <li key={key} className={`${styles['row']} ${key === shown ? styles['shown'] : ''}`}>
            <Checkbox
              aria-label={`Print ${name}`}
              isSelected={isChosen(entry.athleteId)}
              onChange={() => toggle(entry.athleteId)}
            >
              {null}
            </Checkbox>
            <button
              type="button"
              className={styles['name']}
              aria-current={key === shown ? 'true' : undefined}
              onClick={() => onShow(key)}
            >
              <bdi>{name}</bdi>
              {title !== undefined && <span className="quiet"> {title}</span>}
            </button>
            <span className={styles['state']}>{stateOf(entry)}</span>
          </li>
        ))}
        {found.length === 0 && <li className={styles['none']}>Nobody here is called “{typed}”.</li>}
      </ul>
      {without.length > 0 && <Without people={without} />}
    </aside>
  );
};

/** Chooses a whole group at once. */
const GroupChoice = ({ entries, chosen, onChoose }: Pick<AthleteChooserProps, 'entries' | 'chosen' | 'onChoose'>) => {
  const groups = [...new Set(entries.flatMap((entry) => entry.groups))].toSorted();
  if (groups.length === 0) return null;
  const inGroup = (group: string): ReadonlySet<AthleteId> =>
    new Set(entries.filter((entry) => entry.groups.includes(group)).map((entry) => entry.athleteId));
  const isExactly = (group: string): boolean => {
    const members = inGroup(group);
    return chosen?.size === members.size && [...members].every((athleteId) => chosen.has(athleteId));
  };
  const value = chosen === undefined ? EVERYBODY : (groups.find(isExactly) ?? SOME);
  return (
    <Select
      label="Group"
      isLabelHidden
      value={value}
      onChange={(next) => {
        if (next === EVERYBODY) onChoose(undefined);
        else if (next !== SOME) onChoose(inGroup(next));
      }}
      choices={[
        { value: EVERYBODY, label: 'All groups' },
        ...groups.map((group) => ({ value: group, label: group })),
        ...(value === SOME ? [{ value: SOME, label: 'Chosen one by one' }] : []),
      ]}
    />
  );
};

const WHY = { archived: 'archived', noProgram: 'no program', noSession: 'no session' } as const;

const Without = ({ people }: { readonly people: readonly WithoutSheet[] }) => (
  <section className={styles['without']}>
    <h2>No sheet this week</h2>
    <ul>
      {people.map(({ athleteId, name, why }) => (
        <li key={athleteId} className={styles['person']}>
          <Link href={why === 'archived' ? `/athlete/${athleteId}` : `/athlete/${athleteId}/program`}>
            <bdi>{name}</bdi>
          </Link>
          <span className="quiet">{WHY[why]}</span>
        </li>
      ))}
    </ul>
    <Link href="/roster?assign=1">Assign a program</Link>
  </section>
);
