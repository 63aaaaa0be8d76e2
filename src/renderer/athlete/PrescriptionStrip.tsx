import { Link } from 'wouter';
import { printPrescription } from '../../domain/programs/shorthand.ts';
import { ResolvedSets } from '../grid/ResolvedSets.tsx';
import { CellEditor, type CellPlace } from './CellEditor.tsx';
import type { ProgramSlot } from './WeeksTab.tsx';
import styles from './PrescriptionStrip.module.css';

interface PrescriptionStripProps {
  readonly slot: ProgramSlot;
  readonly place: CellPlace;
}

/** What a relative cell comes to, in full. */
const comesTo = ({ prescriptions }: ProgramSlot): string =>
  prescriptions.map(({ prescription }) => printPrescription(prescription)).join(', ');

const LEVER_NAME: Readonly<Record<ProgramSlot['rises'][number]['lever'], string>> = {
  VOLUME: 'Volume',
  INTENSITY: 'Intensity',
  SELECTION: 'Exercise',
  TIME: 'Time',
};

/** Why the number is this number: estimate, rule, rounding, plates, warm-up; what it raises; and the cell itself. */
export const PrescriptionStrip = ({ slot, place }: PrescriptionStripProps) => (
  <div className={styles['strip']}>
    <h3>
      {slot.label} <Link href={`/library/exercises/${encodeURIComponent(slot.exerciseKey)}`}>{slot.exercise}</Link>
    </h3>
    <CellEditor
      key={`${place.week} ${place.session} ${place.label} ${slot.cell}`}
      place={place}
      cell={slot.cell}
      comesTo={comesTo(slot)}
    />
    {slot.rises.length > 0 && (
      <ul className={styles['rises']} aria-label="Levers raised">
        {slot.rises.map(({ lever, by }) => (
          <li key={lever}>
            ↑ {LEVER_NAME[lever]} <span className="quiet">{by}</span>
          </li>
        ))}
      </ul>
    )}
    <ResolvedSets sets={slot.prescriptions} />
    {slot.noGym !== undefined && (
      <p className="quiet">
        No gym: <strong>{slot.noGym}</strong>
      </p>
    )}
  </div>
);
