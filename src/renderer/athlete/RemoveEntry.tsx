import { Trash2 } from 'lucide-react';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { AthleteView } from './AthleteScreen.tsx';
import type { LogEntry } from './EntryLine.tsx';

const NAMES = { lift: 'session', checkIn: 'check-in', healthReport: 'health questions', test: 'test' } as const;

/** Takes an entry out of the log: lifting sessions, check-ins, health questions, tests. Nothing asks twice, because undo brings it back. */
export const RemoveEntry = ({ entry, view }: { readonly entry: LogEntry; readonly view: AthleteView }) => {
  const removeCheckIn = useCommand(client.log.removeCheckIn);
  const removeTest = useCommand(client.log.removeTest);
  const removeSession = useCommand(client.log.removeSession);
  const removeHealthReport = useCommand(client.log.removeHealthReport);
  if (entry.kind === 'run' || entry.kind === 'other' || entry.kind === 'wellness') return null;
  const { athleteId } = view;
  const on = entry.performedOn;
  const removal = (): Promise<{ readonly ok: boolean }> => {
    switch (entry.kind) {
      case 'lift':
        return removeSession.run({ athleteId, liftSessionId: entry.liftSessionId });
      case 'checkIn':
        return removeCheckIn.run({ athleteId, on });
      case 'healthReport':
        return removeHealthReport.run({ athleteId, on });
      case 'test':
        return removeTest.run({ athleteId, on, exerciseKey: entry.exerciseKey });
    }
  };
  const remove = async (): Promise<void> => {
    const reply = await removal();
    if (reply.ok) tell({ tone: 'done', text: 'Removed. Undo brings it back.' });
  };
  return (
    <Button look="quiet" aria-label={`Remove the ${NAMES[entry.kind]} of ${fullDay(on)}`} onPress={() => void remove()}>
      <Trash2 aria-hidden />
    </Button>
  );
};
