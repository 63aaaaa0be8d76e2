import { useState } from 'react';
import { Pencil, Trash2 } from 'lucide-react';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { distanceIn, distanceToM } from '../../domain/kernel/quantity.ts';
import { useCommand } from '../client/useCommand.ts';
import { distance, fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { NumberField, Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import styles from './ProfileTab.module.css';

const PRIORITIES = [
  { value: 'A', label: 'A: the one that counts' },
  { value: 'B', label: 'B: run to do well' },
  { value: 'C', label: 'C: part of training' },
] as const;

/** Programs that end in another week than the race now does: told where they are, and how they follow. */
const layBackText = (programs: readonly { readonly name: string }[]): string =>
  programs.length === 0
    ? ''
    : ` ${programs.map(({ name }) => name).join(', ')} ends in another week: the program tab lays it back again.`;

export const RacesForm = ({ view }: { readonly view: AthleteView }) => {
  const unit = view.details.distanceUnit;
  const [name, setName] = useState('');
  const [on, setOn] = useState('');
  const [far, setFar] = useState<number>();
  const [priority, setPriority] = useState<'A' | 'B' | 'C'>('B');
  const [problem, setProblem] = useState<string>();
  const [editing, setEditing] = useState<AthleteView['races'][number]>();
  const add = useCommand(client.races.add);
  const change = useCommand(client.races.edit);
  const remove = useCommand(client.races.remove);

  const save = async (): Promise<void> => {
    const racedOn = parsePlainDate(on);
    if (name.trim() === '' || racedOn === undefined) {
      setProblem(name.trim() === '' ? 'A race needs a name.' : 'Choose the day of the race.');
      return;
    }
    setProblem(undefined);
    const distanceM = far === undefined || far <= 0 ? undefined : distanceToM(unit, far);
    const race = { name, racedOn, distanceM, priority };
    if (editing === undefined) {
      const reply = await add.run({ athleteId: view.athleteId, race });
      if (!reply.ok) return;
      tell({ tone: 'done', text: `${name.trim()} added.` });
    } else {
      const kept = editing.resultS === undefined ? race : { ...race, resultS: editing.resultS };
      const reply = await change.run({ raceId: editing.raceId, race: kept });
      if (!reply.ok) return;
      tell({ tone: 'done', text: `${name.trim()} changed.${layBackText(reply.value.toLayBack)}` });
    }
    clear();
  };

  const clear = (): void => {
    setEditing(undefined);
    setName('');
    setOn('');
    setFar(undefined);
    setPriority('B');
  };

  const open = (race: AthleteView['races'][number]): void => {
    setEditing(race);
    setName(race.name);
    setOn(race.racedOn);
    setFar(race.distanceM === undefined ? undefined : distanceIn(unit, race.distanceM));
    setPriority(race.priority);
  };

  return (
    <section aria-label="Races">
      <h2>Races</h2>
      {view.races.toReversed().map((race) => (
        <div key={race.raceId} className={styles['line']}>
          <span className="quiet">{fullDay(race.racedOn)}</span>
          <span>
            {race.name}{' '}
            <span className="quiet">
              {race.priority}
              {race.distanceM === undefined ? '' : ` · ${distance(race.distanceM, unit)} ${unit}`}
            </span>
          </span>
          <span>
            <Button look="quiet" aria-label={`Edit ${race.name}`} onPress={() => open(race)}>
              <Pencil aria-hidden />
            </Button>
            <Button
              look="quiet"
              aria-label={`Remove ${race.name}`}
              onPress={() => void remove.run({ raceId: race.raceId })}
            >
              <Trash2 aria-hidden />
            </Button>
          </span>
        </div>
      ))}
      <form
        className={styles['small']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={styles['wide']}>
          <TextField label="Race" value={name} onChange={setName} error={problem} />
        </div>
        <TextField label="Day" type="date" value={on} onChange={setOn} />
        <NumberField label="Distance" unit={unit} value={far} onChange={setFar} minValue={0} maxValue={1000} />
        <div className={styles['wide']}>
          <Select label="Priority" value={priority} onChange={setPriority} choices={PRIORITIES} />
        </div>
        <span className={styles['buttons']}>
          <Button type="submit">{editing === undefined ? 'Add race' : 'Save race'}</Button>
          {editing !== undefined && (
            <Button look="quiet" onPress={clear}>
              Cancel
            </Button>
          )}
        </span>
      </form>
    </section>
  );
};
