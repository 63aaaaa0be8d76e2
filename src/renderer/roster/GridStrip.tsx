import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { printPrescription } from '../../domain/programs/shorthand.ts';
import { counted } from '../format.ts';
import { loadWords, plateWords } from '../grid/resolveCell.ts';
import { Why } from '../kit/Why.tsx';
import { blockedBecause, faultIn, setsIn, slotIn, type Line } from './rosterGridModel.ts';
import { weekWord } from './weekWord.ts';
import styles from './RosterGrid.module.css';

interface GridStripProps {
  readonly line: Line | undefined;
  readonly column: number;
  readonly monday: PlainDate | undefined;
  /** How many cells are selected. */
  readonly cells: number;
  readonly isSaving: boolean;
  readonly children: ReactNode;
}

/** What the focused cell says, what it comes to and why, in one line under the grid. */
export const GridStrip = ({ line, column, monday, cells, isSaving, children }: GridStripProps) => (
  <section className={styles['strip']} aria-label="The focused cell">
    <p className={styles['said']}>
      {line !== undefined && (
        <>
          <Link href={`/athlete/${line.row.athleteId}/program`}>{line.row.athlete.name}</Link>{' '}
          <span className="quiet">
            {line.row.label} {line.row.exercise}
            {monday === undefined ? '' : `, ${weekWord(monday)}`}
          </span>{' '}
          {monday !== undefined && <CellWords line={line} column={column} />}
        </>
      )}
    </p>
    {cells > 1 && <span className="quiet">{counted(cells, 'cell')} selected</span>}
    <span className="quiet" role="status">
      {isSaving ? 'Saving…' : ''}
    </span>
    {children}
  </section>
);

const CellWords = ({ line, column }: { readonly line: Line; readonly column: number }) => {
  const slot = slotIn(line, column);
  const blocked = blockedBecause(line, column);
  const fault = faultIn(line, column);
  const sets = setsIn(line, column, slot);
  const load = [loadWords(sets), plateWords(sets)].filter((word) => word !== '').join(', ');
  const what = slot === undefined ? '' : slot.prescriptions.map(printPrescription).join(', ');
  return (
    <>
      {what}{' '}
      {sets.length > 0 && (
        <Why what={`${what}: ${load}`} lines={sets[0]?.resolved.explanation ?? []}>
          <strong>{load}</strong>
        </Why>
      )}
      {slot?.written?.kind === 'unread' && (
        <span className={styles['fault']}>“{slot.written.text}” is not understood. It is kept as typed.</span>
      )}
      {slot?.written?.kind === 'skipped' && 'left out on purpose'}
      {fault !== undefined && <span className={styles['fault']}>{fault}.</span>}
      {blocked !== undefined && <span className="quiet"> Cannot be changed here: {blocked}.</span>}
      {blocked === undefined && slot === undefined && <span className="quiet">not done</span>}
    </>
  );
};
