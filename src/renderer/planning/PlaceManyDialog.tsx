import { useState } from 'react';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField } from '../kit/Fields.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { shortPlace, type CalendarAthlete } from './planModel.ts';
import styles from './PlanDesk.module.css';

interface PlaceManyDialogProps {
  readonly athletes: readonly CalendarAthlete[];
  readonly monday: PlainDate;
  readonly onClose: () => void;
}

/** Everybody's lifts at their best places: what would change first, then all of it in one step. */
export const PlaceManyDialog = ({ athletes, monday, onClose }: PlaceManyDialogProps) => {
  const [weeks, setWeeks] = useState<number>();
  const order = { athleteIds: athletes.map(({ athleteId }) => athleteId), from: monday, weeks: weeks ?? 1, choice: 1 };
  const preview = useAsk(client.calendar.previewPlacing, order);
  const place = useCommand(client.calendar.placeLifts);
  const outcome = preview.state === 'ready' ? preview.value.athletes : [];
  const moved = outcome.filter(({ changes }) => changes.length > 0);
  const changes = moved.reduce((sum, one) => sum + one.changes.length, 0);
  const save = async (): Promise<void> => {
    const reply = await place.run(order);
    if (!reply.ok) return;
    tell({ tone: 'done', text: `${counted(changes, 'lift')} of ${counted(moved.length, 'athlete')} moved.` });
    onClose();
  };
  return (
    <Dialog
      title={`Place the lifts of ${counted(athletes.length, 'athlete')}`}
      isOpen
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" isDisabled={changes === 0 || place.isRunning} onPress={() => void save()}>
            {`Move ${counted(changes, 'lift')}`}
          </Button>
        </>
      }
    >
      <NumberField
        label="Weeks, from the one shown"
        value={weeks ?? 1}
        onChange={setWeeks}
        minValue={1}
        maxValue={52}
      />
      {preview.state === 'waiting' && <Waiting what="what would change" />}
      {preview.state === 'failed' && <Failed message={preview.message} />}
      {preview.state === 'ready' && changes === 0 && <p>Every lift that can be placed stands at its best place.</p>}
      {outcome
        .filter((one) => one.changes.length + one.left.length + one.leftOut.length > 0)
        .map((one) => (
          <section key={one.athleteId} className={styles['who']} aria-label={one.name}>
            <h3>{one.name}</h3>
            <ul>
              {one.changes.map(({ sessionId, name, week, from, to }) => (
                <li key={sessionId}>
                  {week}: {name} {shortPlace(from)} → {shortPlace(to)}
                </li>
              ))}
              {one.leftOut.map(({ week, why }) => (
                <li key={`out ${week}`}>
                  {week}: {why}
                </li>
              ))}
              {one.left.map(({ week, why }) => (
                <li key={week}>
                  {week}: left as it is. {why}
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Dialog>
  );
};
