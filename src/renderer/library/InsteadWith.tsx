import { useState } from 'react';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { canDo, NO_GYM_ITEMS } from '../../domain/exercises/noGym.ts';
import { substitutesFor } from '../../domain/exercises/substitute.ts';
import { useAsk } from '../client/useAsk.ts';
import { Button } from '../kit/Button.tsx';
import { Select } from '../kit/Fields.tsx';
import { client } from '../wire.ts';
import styles from './ExerciseDetail.module.css';

/** More than these are not a suggestion but a list. */
const SHOWN = 4;

interface InsteadWithProps {
  readonly exercise: Exercise;
  readonly exercises: readonly Exercise[];
  readonly onGo: (key: string) => void;
}

/** What one athlete can do instead, with what they have. */
export const InsteadWith = (props: InsteadWithProps) => {
  const list = useAsk(client.athletes.list, {});
  const [athleteId, setAthleteId] = useState<AthleteId>();
  const athletes = list.state === 'ready' ? list.value.athletes.filter((one) => !one.isArchived) : [];
  if (athletes.length === 0) return null;
  return (
    <div className={styles['instead']}>
      <div className={styles['whose']}>
        <Select
          label="With the equipment of"
          value={athleteId === undefined ? undefined : String(athleteId)}
          onChange={(value) => setAthleteId(athletes.find((one) => String(one.athleteId) === value)?.athleteId)}
          choices={athletes.map((one) => ({ value: String(one.athleteId), label: one.name }))}
          placeholder="Choose an athlete"
        />
      </div>
      {athleteId !== undefined && <Substitutes {...props} athleteId={athleteId} />}
    </div>
  );
};

const Substitutes = ({
  exercise,
  exercises,
  onGo,
  athleteId,
}: InsteadWithProps & { readonly athleteId: AthleteId }) => {
  const view = useAsk(client.athletes.open, { athleteId });
  if (view.state === 'waiting') return null;
  if (view.state === 'failed') return <p className="quiet">{view.message}</p>;
  const { equipment } = view.value.details.gym;
  if (canDo(exercise, [...equipment, ...NO_GYM_ITEMS])) return <p className="quiet">Can be done as it is.</p>;
  const found = substitutesFor(exercise, exercises, equipment).slice(0, SHOWN);
  if (found.length === 0) return <p className="quiet">Nothing that fits; leave it out.</p>;
  return (
    <ul className={styles['offers']} aria-label="Can be done instead">
      {found.map((one) => (
        <li key={one.key}>
          <Button onPress={() => onGo(one.key)}>{one.name}</Button>
        </li>
      ))}
    </ul>
  );
};
