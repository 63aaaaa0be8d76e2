import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import { addDays, parsePlainDate, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Checkbox, Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { CalendarAthlete } from './planModel.ts';
import styles from './PlanDesk.module.css';

interface AwayDialogProps {
  readonly athlete: CalendarAthlete;
  readonly monday: PlainDate;
  readonly onClose: () => void;
}

const KINDS = [
  { value: 'travel', label: 'Travel: runs, but has no gym' },
  { value: 'off', label: 'Off: neither runs nor lifts' },
] as const;

const TIMES = [
  { value: 'am', label: 'In the morning' },
  { value: 'pm', label: 'In the evening' },
] as const;

const LIFT_TIMES = [{ value: 'any', label: 'Whenever it fits' }, ...TIMES] as const;

/** When an athlete trains: habits, and days away. */
export const AwayDialog = ({ athlete, monday, onClose }: AwayDialogProps) => {
  const [kind, setKind] = useState<'travel' | 'off'>('travel');
  const [from, setFrom] = useState<string>(monday);
  const [to, setTo] = useState<string>(addDays(monday, 6));
  const [note, setNote] = useState('');
  const set = useCommand(client.calendar.setAway);
  const remove = useCommand(client.calendar.removeAway);
  const habits = useCommand(client.calendar.saveHabits);
  const { athleteId, twoADays, runsAt, liftsAt } = athlete;
  const [first, last] = [parsePlainDate(from), parsePlainDate(to)];

  const save = async (): Promise<void> => {
    if (first === undefined || last === undefined) return;
    const reply = await set.run({ athleteIds: [athleteId], away: { kind, from: first, to: last, note } });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `${fullDay(first)} to ${fullDay(last)} is kept free.` });
    setNote('');
  };

  const change = (next: Partial<Pick<CalendarAthlete, 'twoADays' | 'runsAt' | 'liftsAt'>>): void => {
    const wanted = { twoADays, runsAt, liftsAt, ...next };
    void habits.run({
      athleteId,
      twoADays: wanted.twoADays,
      runsAt: wanted.runsAt,
      ...(wanted.liftsAt === undefined ? {} : { liftsAt: wanted.liftsAt }),
    });
  };

  return (
    <Dialog
      title={`When ${athlete.name} trains`}
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>Done</Button>}
    >
      <div className={styles['form']}>
        <Select label="Usually runs" value={runsAt} onChange={(next) => change({ runsAt: next })} choices={TIMES} />
        <Select
          label="Likes to lift"
          value={liftsAt ?? 'any'}
          onChange={(next) => change({ liftsAt: next === 'any' ? undefined : next })}
          choices={LIFT_TIMES}
        />
        <Checkbox isSelected={twoADays} onChange={(next) => change({ twoADays: next })}>
          A run and a lift on one day are all right
        </Checkbox>
      </div>
      <p className="quiet">The minutes for lifting, day by day, are on the profile.</p>
      <h3 className={styles['away']}>Away</h3>
      {athlete.away.length === 0 && <p className="quiet">No days away near this week.</p>}
      {athlete.away.map((one) => (
        <p key={one.awayId} className={styles['line']}>
          <span>
            {one.kind === 'travel' ? 'Travel' : 'Off'}, {fullDay(one.from)} to {fullDay(one.to)}
            {one.note === '' ? '' : `: ${one.note}`}
          </span>
          <Button
            look="quiet"
            aria-label={`Remove ${one.kind} from ${fullDay(one.from)}`}
            onPress={() => void remove.run({ awayId: one.awayId })}
          >
            <Trash2 aria-hidden />
          </Button>
        </p>
      ))}
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Select label="What" value={kind} onChange={setKind} choices={KINDS} />
        <TextField label="From" type="date" value={from} onChange={setFrom} />
        <TextField label="To, with this day" type="date" value={to} onChange={setTo} />
        <TextField label="Where or why" value={note} onChange={setNote} />
        <Button type="submit" isDisabled={first === undefined || last === undefined || set.isRunning}>
          Keep these days free
        </Button>
      </form>
    </Dialog>
  );
};
