import { Explanation } from '../kit/Explanation.tsx';
import type { ResolvedSet } from './resolveCell.ts';
import styles from './ResolvedSets.module.css';

type Resolved = ResolvedSet['resolved'];

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

interface ResolvedSetsProps {
  readonly sets: readonly {
    readonly prescription: Pick<ResolvedSet['prescription'], 'sets' | 'restS'>;
    readonly resolved: Resolved;
  }[];
}

/** Each load with its plates and why it is this number: estimate, rule, rounding, warm-up. */
export const ResolvedSets = ({ sets }: ResolvedSetsProps) =>
  sets.map(({ resolved, prescription }, place) => (
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
  ));
