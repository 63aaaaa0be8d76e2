import { useState } from 'react';
import { Link } from 'wouter';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Select, TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { GUARD_ANSWER_WORDS, type GuardAnswer } from './guardAnswerWords.ts';
import type { Guard } from './GuardPanel.tsx';

interface GuardAnswerDialogProps {
  readonly athleteId: AthleteId;
  readonly guard: Guard;
  readonly onClose: () => void;
}

const SUGGESTED: Readonly<Record<Guard['action'], GuardAnswer>> = {
  none: 'noted',
  easeLifting: 'eased',
  maintain: 'maintained',
  lookElsewhere: 'noted',
  restore: 'restored',
};

const MOST_LETTERS = 2000;

const CHOICES = (Object.entries(GUARD_ANSWER_WORDS) as [GuardAnswer, (typeof GUARD_ANSWER_WORDS)[GuardAnswer]][]).map(
  ([value, { choice }]) => ({ value, label: choice }),
);

/** What a coach makes of an alarm, kept with the athlete. */
export const GuardAnswerDialog = ({ athleteId, guard, onClose }: GuardAnswerDialogProps) => {
  const [action, setAction] = useState<GuardAnswer>(SUGGESTED[guard.action]);
  const [note, setNote] = useState('');
  const answer = useCommand(client.running.answerGuard);
  const isReady = note.length <= MOST_LETTERS && (action !== 'noted' || note.trim() !== '') && !answer.isRunning;
  const save = async (): Promise<void> => {
    const reply = await answer.run({ athleteId, answer: { action, note: note.trim() } });
    if (!reply.ok) return;
    tell({ tone: 'done', text: action === 'noted' ? 'Noted.' : 'Kept. The charts begin anew from today.' });
    onClose();
  };
  return (
    <Dialog
      title="What to make of it"
      isOpen
      onClose={onClose}
      onSubmit={() => {
        if (isReady) void save();
      }}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => void save()} isDisabled={!isReady}>
            Keep
          </Button>
        </>
      }
    >
      <p>
        {guard.advice} The program itself is changed in <Link href={`/athlete/${athleteId}/program`}>the grid</Link>.
      </p>
      <Select label="Decision" value={action} onChange={setAction} choices={CHOICES} />
      <TextField
        label="Note"
        hint={action === 'noted' ? 'What you know of it: a bad night, heat, new shoes.' : 'May be empty.'}
        value={note}
        onChange={setNote}
        error={note.length > MOST_LETTERS ? `At most ${MOST_LETTERS} letters` : undefined}
        isLong
        shouldFocus
      />
    </Dialog>
  );
};
