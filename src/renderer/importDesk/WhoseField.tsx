import { useAsk } from '../client/useAsk.ts';
import { ComboBox } from '../kit/ComboBox.tsx';
import { TextField } from '../kit/Fields.tsx';
import { client } from '../wire.ts';
import type { Target } from './deskFiles.ts';
import styles from './WhoseField.module.css';

const NEW = 'new';

interface WhoseFieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly target: Target | undefined;
  readonly onChange: (target: Target) => void;
}

const keyOf = (target: Target | undefined): string | undefined => {
  if (target === undefined) return undefined;
  return target.kind === 'newAthlete' ? NEW : String(target.athleteId);
};

/** Whose file it is: somebody on the roster, or somebody new with a name. */
export const WhoseField = ({ label, isLabelHidden, target, onChange }: WhoseFieldProps) => {
  const list = useAsk(client.athletes.list, {});
  const athletes = list.state === 'ready' ? list.value.athletes : [];
  const choices = [
    { value: NEW, label: 'New athlete…' },
    ...athletes.map(({ athleteId, name, isArchived }) => ({
      value: String(athleteId),
      label: name,
      ...(isArchived ? { hint: 'archived' } : {}),
    })),
  ];
  const known =
    target?.kind === 'newAthlete' &&
    athletes.some(({ name }) => name.toLocaleLowerCase() === target.name.trim().toLocaleLowerCase());
  return (
    <div className={styles['whose']}>
      <ComboBox
        label={label}
        isLabelHidden={isLabelHidden ?? false}
        value={keyOf(target)}
        placeholder="Choose an athlete"
        choices={choices}
        onChange={(key) => {
          const athlete = athletes.find(({ athleteId }) => String(athleteId) === key);
          if (athlete !== undefined) onChange({ kind: 'athlete', athleteId: athlete.athleteId });
          else if (key === NEW) onChange({ kind: 'newAthlete', name: '' });
        }}
      />
      {target?.kind === 'newAthlete' && (
        <TextField
          label="Name of the new athlete"
          value={target.name}
          onChange={(name) => onChange({ kind: 'newAthlete', name: name.slice(0, 120) })}
          shouldFocus={target.name === ''}
          {...(known ? { hint: 'There is an athlete of this name: the file goes to them.' } : {})}
        />
      )}
    </div>
  );
};
