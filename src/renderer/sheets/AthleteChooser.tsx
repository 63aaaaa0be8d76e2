import { useState } from 'react';
import { Link } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { SheetCode } from '../../domain/sheets/sheetCode.ts';
import { rankByName } from '../app/rankByName.ts';
import { count } from '../format.ts';
import { Checkbox } from '../kit/Fields.tsx';
import type { AthleteSheet, WithoutSheet } from './weekSheets.ts';
import styles from './AthleteChooser.module.css';

/** Longer lists are searched instead of read. */
const SEARCH_FROM = 13;

interface AthleteChooserProps {
  readonly sheets: readonly AthleteSheet[];
  readonly without: readonly WithoutSheet[];
  readonly chosen: ReadonlySet<AthleteId> | undefined;
  readonly onChoose: (chosen: ReadonlySet<AthleteId> | undefined) => void;
  /** The sheet that is looked at: an athlete with a plan and an addition has two. */
  readonly shown: SheetCode;
  readonly onShow: (sheet: SheetCode) => void;
}

/** Who gets a sheet, and whose is looked at; below them who has none, and why. */
export const AthleteChooser = ({ sheets, without, chosen, onChoose, shown, onShow }: AthleteChooserProps) => {
  const [typed, setTyped] = useState('');
  const isChosen = (athleteId: AthleteId): boolean => chosen?.has(athleteId) ?? true;
  const picked = sheets.filter((sheet) => isChosen(sheet.athleteId));
  const named = sheets.map(({ band, athleteId, sheetCode }) => ({
    name: band.athlete,
    athleteId,
    sheetCode,
    // Where somebody has two sheets, the program tells them apart.
    program: sheets.filter((other) => other.athleteId === athleteId).length > 1 ? band.program : undefined,
  }));
  const found = typed.trim() === '' ? named : rankByName(typed, named, named.length);

  const toggle = (athleteId: AthleteId): void => {
    const next = new Set(picked.map((sheet) => sheet.athleteId));
    if (!next.delete(athleteId)) next.add(athleteId);
    onChoose(sheets.every((sheet) => next.has(sheet.athleteId)) ? undefined : next);
  };

  return (
    <aside className={styles['side']} aria-label="Athletes">
      <div className={styles['all']}>
        <Checkbox
          isSelected={picked.length === sheets.length}
          isIndeterminate={picked.length > 0 && picked.length < sheets.length}
          onChange={(all) => onChoose(all ? undefined : new Set())}
        >
          {count(picked.length)} of {count(sheets.length)} to print
        </Checkbox>
        {sheets.length >= SEARCH_FROM && (
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
        {found.map(({ athleteId, sheetCode, name, program }) => (
          <li key={sheetCode} className={`${styles['row']} ${sheetCode === shown ? styles['shown'] : ''}`}>
            <Checkbox aria-label={`Print ${name}`} isSelected={isChosen(athleteId)} onChange={() => toggle(athleteId)}>
              {null}
            </Checkbox>
            <button
              type="button"
              className={styles['name']}
              aria-current={sheetCode === shown ? 'true' : undefined}
              onClick={() => onShow(sheetCode)}
            >
              {name}
              {program !== undefined && <span className="quiet"> {program}</span>}
            </button>
          </li>
        ))}
        {found.length === 0 && <li className={styles['none']}>Nobody here is called “{typed}”.</li>}
      </ul>
      {without.length > 0 && <Without people={without} />}
    </aside>
  );
};

const Without = ({ people }: { readonly people: readonly WithoutSheet[] }) => (
  <section className={styles['without']}>
    <h2>No sheet this week</h2>
    <ul>
      {people.map(({ athleteId, name, why }) => (
        <li key={athleteId} className={styles['person']}>
          <Link href={why === 'archived' ? `/athlete/${athleteId}` : `/athlete/${athleteId}/program`}>{name}</Link>
          <span className="quiet">{why === 'archived' ? 'archived' : 'no program'}</span>
        </li>
      ))}
    </ul>
    <Link href="/roster?assign=1">Assign a program</Link>
  </section>
);
