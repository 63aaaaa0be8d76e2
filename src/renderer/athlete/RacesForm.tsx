import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { distanceToM } from '../../domain/kernel/quantity.ts';
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

export const RacesForm = ({ view }: { readonly view: AthleteView }) => {
  const unit = view.details.distanceUnit;
  const [name, setName] = useState('');
  const [on, setOn] = useState('');
  const [far, setFar] = useState<number>();
  const [priority, setPriority] = useState<'A' | 'B' | 'C'>('B');
  const [problem, setProblem] = useState<string>();
  const add = useCommand(client.races.add);
  const remove = useCommand(client.races.remove);

  const save = async (): Promise<void> => {
    const racedOn = parsePlainDate(on);
    if (name.trim() === '' || racedOn === undefined) {
      setProblem(name.trim() === '' ? 'A race needs a name.' : 'Choose the day of the race.');
      return;
    }
    setProblem(undefined);
    const distanceM = far === undefined || far <= 0 ? undefined : distanceToM(unit, far);
    const reply = await add.run({ athleteId: view.athleteId, race: { name, racedOn, distanceM, priority } });
    if (!reply.ok) return;
    setName('');
    setOn('');
    setFar(undefined);
    tell({ tone: 'done', text: `${name.trim()} added.` });
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
          <Button
            look="quiet"
            aria-label={`Remove ${race.name}`}
            onPress={() => void remove.run({ raceId: race.raceId })}
          >
            <Trash2 aria-hidden />
          </Button>
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
        <Button type="submit">Add race</Button>
      </form>
    </section>
  );
};
