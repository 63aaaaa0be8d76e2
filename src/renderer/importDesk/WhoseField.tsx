import { useAsk } from '../client/useAsk.ts';
import { Button } from '../kit/Button.tsx';
import { ComboBox } from '../kit/ComboBox.tsx';
import { TextField } from '../kit/Fields.tsx';
import { client } from '../wire.ts';
import type { FileOwner, Target } from './deskFiles.ts';
import styles from './WhoseField.module.css';

const NEW = 'new';
const AS_ABOVE = 'asAbove';

interface WhoseFieldProps {
  readonly label: string;
  readonly target: Target | undefined;
  /** What holds while nothing is chosen here. */
  readonly otherwise?: Target | undefined;
  /** Whose the file says it is; beyond doubt, it holds while nothing is chosen. */
  readonly owner?: FileOwner | undefined;
  /** Undefined: as above again. */
  readonly onChange: (target: Target | undefined) => void;
}

/** As many as a coach tells apart at a glance. */
const MOST_OFFERED = 3;

const keyOf = (target: Target | undefined, otherwise: Target | undefined): string | undefined => {
  if (target === undefined) return otherwise === undefined ? undefined : AS_ABOVE;
  return target.kind === 'newAthlete' ? NEW : String(target.athleteId);
};

const SAID: Readonly<Record<FileOwner['why'], string>> = {
  entries: 'Has entries of this file already.',
  inside: 'Named in the file.',
  folder: 'Named by the folder.',
  fileName: 'Named by the file.',
};

/** Whose file it is: somebody on the roster, or somebody new with a name. */
export const WhoseField = ({ label, target, otherwise, owner, onChange }: WhoseFieldProps) => {
  const said = owner?.isSure === true && target === undefined ? owner.athletes[0] : undefined;
  const list = useAsk(client.athletes.list, {});
  const athletes = list.state === 'ready' ? list.value.athletes : [];
  const nameOf = (one: Target): string =>
    one.kind === 'newAthlete'
      ? one.name.trim() || 'new athlete'
      : (athletes.find(({ athleteId }) => athleteId === one.athleteId)?.name ?? '');
  const choices = [
    ...(otherwise === undefined || said !== undefined
      ? []
      : [{ value: AS_ABOVE, label: `As above: ${nameOf(otherwise)}` }]),
    { value: NEW, label: 'New athlete…' },
    ...athletes.map(({ athleteId, name, isArchived }) => ({
      value: String(athleteId),
      label: name,
      ...(isArchived ? { hint: 'archived' } : {}),
    })),
  ];
  const choose = (key: string): void => {
    const athlete = athletes.find(({ athleteId }) => String(athleteId) === key);
    if (athlete !== undefined) onChange({ kind: 'athlete', athleteId: athlete.athleteId });
    else onChange(key === NEW ? { kind: 'newAthlete', name: '' } : undefined);
  };
  return (
    <div className={styles['whose']}>
      <ComboBox
        label={label}
        value={said === undefined ? keyOf(target, otherwise) : String(said.athleteId)}
        placeholder="Choose an athlete"
        choices={choices}
        onChange={choose}
        {...(said === undefined || owner === undefined ? {} : { hint: SAID[owner.why] })}
      />
      {target === undefined && owner?.isSure === false && (
        <p className={styles['perhaps']} role="group" aria-label={`Perhaps, for ${label}`}>
          <span className="quiet">Perhaps</span>
          {owner.athletes.slice(0, MOST_OFFERED).map(({ athleteId, name }) => (
            <Button key={athleteId} look="quiet" onPress={() => onChange({ kind: 'athlete', athleteId })}>
              {name}?
            </Button>
          ))}
        </p>
      )}
      {target?.kind === 'newAthlete' && (
        <TextField
          label="Name of the new athlete"
          value={target.name}
          onChange={(name) => onChange({ kind: 'newAthlete', name: name.slice(0, 120) })}
          shouldFocus={target.name === ''}
          {...(isKnown(target.name, athletes)
            ? { hint: 'There is an athlete of this name: the file goes to them.' }
            : {})}
        />
      )}
    </div>
  );
};

const isKnown = (typed: string, athletes: readonly { readonly name: string }[]): boolean =>
  athletes.some(({ name }) => name.toLocaleLowerCase() === typed.trim().toLocaleLowerCase());
