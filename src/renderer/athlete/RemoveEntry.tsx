import { Trash2 } from 'lucide-react';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import type { LogEntry } from './EntryLine.tsx';

/** Takes back what was typed in by hand: check-ins and tests. Nothing asks twice, because undo brings it back. */
export const RemoveEntry = ({ entry, view }: { readonly entry: LogEntry; readonly view: AthleteView }) => {
  const removeCheckIn = useCommand(client.log.removeCheckIn);
  const removeTest = useCommand(client.log.removeTest);
  if (entry.kind !== 'checkIn' && entry.kind !== 'test') return null;
  const { athleteId } = view;
  const on = entry.performedOn;
  const remove = async (): Promise<void> => {
    const reply =
      entry.kind === 'checkIn'
        ? await removeCheckIn.run({ athleteId, on })
        : await removeTest.run({ athleteId, on, exerciseKey: entry.exerciseKey });
    if (reply.ok) tell({ tone: 'done', text: 'Removed. Undo brings it back.' });
  };
  return (
    <Button
      look="quiet"
      aria-label={`Remove the ${entry.kind === 'checkIn' ? 'check-in' : 'test'} of ${fullDay(on)}`}
      onPress={() => void remove()}
    >
      <Trash2 aria-hidden />
    </Button>
  );
};
