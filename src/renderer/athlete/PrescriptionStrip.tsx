import { Link } from 'wouter';
import { printPrescription } from '../../domain/programs/shorthand.ts';
import { Explanation } from '../kit/Explanation.tsx';
import { CellEditor, type CellPlace } from './CellEditor.tsx';
import type { ProgramSlot } from './ProgramTab.tsx';
import styles from './PrescriptionStrip.module.css';

type Resolved = ProgramSlot['prescriptions'][number]['resolved'];

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
    {slot.prescriptions.map(({ resolved, prescription }, place) => (
      <section key={`${prescription.sets} ${place}`}>
        <p className={styles['load']}>
          {resolved.load === undefined ? (
            <span className={styles['noLoad']}>{MISSING[resolved.missing ?? 'noEstimate']}</span>
          ) : (
            <>
              {resolved.load} <span className={styles['unit']}>{resolved.unit}</span>
            </>
          )}
        </p>
        {resolved.perSide !== undefined && resolved.perSide.length > 0 && <Plates perSide={resolved.perSide} />}
        <Explanation lines={resolved.explanation}>
          {resolved.warmUp.length > 0 && (
            <div>
              <dt>Warm-up</dt>
              <dd>{resolved.warmUp.map((set) => `${set.load} × ${set.reps}`).join(', ')}</dd>
            </div>
          )}
          {prescription.restS !== undefined && (
            <div>
              <dt>Rest</dt>
              <dd>{prescription.restS} s</dd>
            </div>
          )}
        </Explanation>
      </section>
    ))}
    {slot.noGym !== undefined && (
      <p className="quiet">
        No gym: <strong>{slot.noGym}</strong>
      </p>
    )}
  </div>
);

const MISSING: Readonly<Record<NonNullable<Resolved['missing']>, string>> = {
  bodyweight: 'Body weight',
  effort: 'By effort',
  noEstimate: 'By feel',
  notLoadable: 'Lighter bar',
};

/** One end of the bar, drawn: the heavier the plate, the taller. */
const Plates = ({ perSide }: { readonly perSide: readonly number[] }) => {
  const most = Math.max(...perSide);
  return (
    <div className={styles['bar']} role="img" aria-label={`Plates on each side: ${perSide.join(', ')}`}>
      <span className={styles['sleeve']} aria-hidden />
      {perSide.map((mass, place) => (
        <span
          key={`${mass} ${place}`}
          className={styles['plate']}
          style={{ height: `${28 + (mass / most) * 34}px` }}
          aria-hidden
        >
          {mass}
        </span>
      ))}
    </div>
  );
};
