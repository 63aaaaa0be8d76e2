import { massIn, type MassUnit } from '../../domain/kernel/quantity.ts';
import { count } from '../format.ts';
import type { Session } from './WeeksTab.tsx';
import styles from './SessionLoad.module.css';

interface SessionLoadProps {
  readonly session: Session;
  readonly unit: MassUnit;
}

const BAND: Readonly<Record<Session['load']['inol'][number]['band'], string>> = {
  light: 'light',
  optimal: 'in the middle',
  hard: 'hard',
  excessive: 'too much',
};

/** What the session of the focused slot asks for in all (spec §5). */
export const SessionLoad = ({ session, unit }: SessionLoadProps) => {
  const { load } = session;
  const facts: readonly (readonly [string, string])[] = [
    ['Hard sets, legs', count(load.lowerHardSets)],
    ['Hard sets in all', count(load.hardSets)],
    ...(load.tonnageKg > 0 ? [['Moved', `${count(Math.round(massIn(unit, load.tonnageKg)))} ${unit}`] as const] : []),
    ...(load.averageIntensityPct === undefined
      ? []
      : [['Average intensity', `${Math.round(load.averageIntensityPct)} %`] as const]),
    ...(load.peakReps > 0 ? [['Reps at 85 % and more', count(load.peakReps)] as const] : []),
    ...(load.contacts > 0 ? [['Ground contacts', count(load.contacts)] as const] : []),
    ...load.inol.map(
      ({ exercise, value, band }) => [`INOL, ${exercise}`, `${value.toFixed(2)}, ${BAND[band]}`] as const,
    ),
  ];
  return (
    <section className={styles['load']} aria-label={`Load of ${session.name}`}>
      <h3>{session.name} in all</h3>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
