import { useState } from 'react';
import { parsePlainDate } from '../../domain/kernel/plainDate.ts';
import { errorText } from '../../contract/errorText.ts';
import { useApp } from '../app/appContext.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import styles from './EntryDialog.module.css';

const RATINGS = [
  { key: 'soreness', label: 'Soreness' },
  { key: 'fatigue', label: 'Fatigue' },
  { key: 'stress', label: 'Stress' },
  { key: 'mood', label: 'Mood' },
  { key: 'painScore', label: 'Pain' },
] as const;

type Ratings = Partial<Record<(typeof RATINGS)[number]['key'], number | undefined>>;

/** How an athlete says they are today: only what was said is filled in. */
export const CheckInDialog = ({ view, onClose }: { readonly view: AthleteView; readonly onClose: () => void }) => {
  const { today } = useApp();
  const record = useCommand(client.log.recordCheckIn);
  const [on, setOn] = useState<string>(today);
  const [sleepH, setSleepH] = useState<number>();
  const [ratings, setRatings] = useState<Ratings>({});
  const [painSite, setPainSite] = useState('');
  const [notes, setNotes] = useState('');
  const [problem, setProblem] = useState<string>();

  const save = async (): Promise<void> => {
    const day = parsePlainDate(on);
    if (day === undefined) return setProblem('Choose the day of the report.');
    const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
    const report = { sleepH, ...ratings, painSite: said(painSite), notes: said(notes) };
    const reply = await record.run({ athleteId: view.athleteId, on: day, report }, { isQuiet: true });
    if (!reply.ok) return setProblem(errorText(reply.error));
    tell({ tone: 'done', text: 'Check-in recorded.' });
    return onClose();
  };

  return (
    <Dialog
      title={`Check-in of ${view.details.name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" type="submit" form="check-in" isDisabled={record.isRunning}>
            Record check-in
          </Button>
        </>
      }
    >
      <form
        id="check-in"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField label="Day" type="date" value={on} onChange={setOn} error={problem} />
        <NumberField label="Sleep" unit="h" value={sleepH} onChange={setSleepH} minValue={0} maxValue={24} step={0.5} />
        {RATINGS.map(({ key, label }) => (
          <NumberField
            key={key}
            label={label}
            unit="0–10"
            value={ratings[key]}
            onChange={(value) => setRatings({ ...ratings, [key]: value })}
            minValue={0}
            maxValue={10}
            step={1}
          />
        ))}
        <TextField label="Where it hurts" value={painSite} onChange={setPainSite} hint="For example left Achilles" />
        <div className={styles['wide']}>
          <TextField label="In their words" value={notes} onChange={setNotes} isLong />
        </div>
      </form>
      <p className={styles['note']}>
        Pain above 5 of 10, at night, or that changes how they run is for a clinician. Ironstride never diagnoses.
      </p>
    </Dialog>
  );
};
