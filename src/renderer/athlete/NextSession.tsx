import { Link } from 'wouter';
import type { PainRegion } from '../../domain/wellness/substitution.ts';
import { useApp } from '../app/appContext.ts';
import { Why } from '../kit/Why.tsx';
import { counted, weekdayAndDay } from '../format.ts';
import type { Readiness } from './ReadinessPanel.tsx';
import { REGION_WORDS } from './wellnessWords.ts';
import styles from './ReadinessPanel.module.css';

type Next = NonNullable<Readiness['next']>;
type Slot = Next['slots'][number];

interface NextSessionProps {
  readonly next: Next;
  readonly region: PainRegion | undefined;
}

const isChanged = (slot: Slot): boolean => slot.change !== 'asPlanned' || slot.pain.kind !== 'fine';

/** What today's light and pain make of the next planned session. */
export const NextSession = ({ next, region }: NextSessionProps) => {
  const { today } = useApp();
  const head = `${next.name}, ${weekdayAndDay(next.date)}`;
  const changed = next.slots.filter(isChanged);
  if (changed.length === 0) return <p className={styles['asPlanned']}>Next: {head}, as planned.</p>;
  const rest = next.slots.length - changed.length;
  return (
    <div className={styles['next']}>
      <table>
        <caption>Next: {head}</caption>
        <thead>
          <tr>
            <th scope="col">Lift</th>
            <th scope="col">Planned</th>
            <th scope="col">Under this light</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((slot) => (
            <tr key={slot.label}>
              <th scope="row">
                <span className={styles['label']}>{slot.label}</span> {slot.exercise}
                <Sparing slot={slot} region={region} />
              </th>
              <td>{dosesText(slot.planned, slot.unit)}</td>
              <td className={styles['underLight']}>
                <Why what={`${slot.exercise}: ${todayText(slot)}`} lines={slot.why}>
                  {todayText(slot)}
                </Why>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="quiet">{counted(rest, 'other lift')} as planned.</p>}
      {next.date > today && <p className="quiet">As it would be today; the check-in of that day decides.</p>}
    </div>
  );
};

const dosesText = (doses: Slot['planned'], unit: string): string =>
  doses.map(({ sets, load }) => `${counted(sets, 'set')}${load === undefined ? '' : ` at ${load} ${unit}`}`).join(', ');

const todayText = (slot: Slot): string => {
  if (slot.change === 'leftOut' || slot.pain.kind === 'leaveOut') return 'left out';
  // The load is the planned lift's: another lift begins by feel.
  const doses = slot.pain.kind === 'swap' ? slot.today.map(({ sets }) => ({ sets })) : slot.today;
  return `${dosesText(doses, slot.unit)}${slot.pain.kind === 'swap' ? ' by feel' : ''}`;
};

const Sparing = ({ slot: { pain }, region }: { readonly slot: Slot; readonly region: PainRegion | undefined }) => {
  const part = region === undefined ? 'that region' : `the ${REGION_WORDS[region].toLowerCase()}`;
  switch (pain.kind) {
    case 'fine':
      return null;
    case 'swap':
      return (
        <span className={styles['swap']}>
          instead, sparing {part}:{' '}
          <Link href={`/library/exercises/${encodeURIComponent(pain.exerciseKey)}`}>{pain.exercise}</Link>
        </span>
      );
    case 'unknown':
      return <span className={styles['swap']}>not rated for {part}: unknown, judge it yourself</span>;
    case 'leaveOut':
      return <span className={styles['swap']}>nothing here spares {part}: leave it out</span>;
  }
};
