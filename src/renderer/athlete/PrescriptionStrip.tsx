import type { ProgramSlot } from './ProgramTab.tsx';
import styles from './PrescriptionStrip.module.css';

/** Why the number is this number: estimate, rule, rounding, plates, warm-up. */
export const PrescriptionStrip = ({ slot }: { readonly slot: ProgramSlot }) => (
  <div className={styles['strip']}>
    <h3>
      {slot.label} {slot.exercise}
    </h3>
    {slot.prescriptions.map(({ resolved, prescription }, place) => (
      <section key={`${prescription.sets} ${place}`}>
        <p className={styles['load']}>
          {resolved.load === undefined ? (
            <span className={styles['noLoad']}>{resolved.missing === 'bodyweight' ? 'Body weight' : 'No load'}</span>
          ) : (
            <>
              {resolved.load} <span className={styles['unit']}>{resolved.unit}</span>
            </>
          )}
        </p>
        {resolved.perSide !== undefined && resolved.perSide.length > 0 && <Plates perSide={resolved.perSide} />}
        <dl className={styles['why']}>
          {resolved.explanation.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
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
        </dl>
      </section>
    ))}
    {slot.noGym !== undefined && (
      <p className="quiet">
        No gym: <strong>{slot.noGym}</strong>
      </p>
    )}
  </div>
);

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
