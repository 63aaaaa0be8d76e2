import { useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/Fields.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { placeText } from '../../domain/placement/placementWords.ts';
import { isSamePlace } from './planModel.ts';
import type { Drop } from './usePlanBoard.ts';

interface ReasonDialogProps {
  readonly drop: Drop;
  readonly onClose: () => void;
  readonly onMove: (reason: string) => void;
}

/** A place that breaks a rule is the coach's to choose: once, with a reason that is kept. */
export const ReasonDialog = ({ drop, onClose, onMove }: ReasonDialogProps) => {
  const [reason, setReason] = useState('');
  const stays = isSamePlace(drop.lift, drop.place);
  const isSaid = reason.trim() !== '';
  const submit = (): void => {
    if (isSaid) onMove(reason.trim());
  };
  return (
    <Dialog
      title={`${drop.lift.name} on ${placeText(drop.place)}?`}
      isOpen
      size="small"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose}>{stays ? 'Cancel' : 'Leave it where it was'}</Button>
          <Button look="main" isDisabled={!isSaid} onPress={submit}>
            {stays ? 'Keep it there' : 'Move it all the same'}
          </Button>
        </>
      }
    >
      <ul>
        {(drop.judged?.broken ?? []).map((one) => (
          <li key={one}>
            <StatusMark level="act" /> {one}
          </li>
        ))}
      </ul>
      <TextField
        label="Why here all the same"
        value={reason}
        onChange={setReason}
        shouldFocus
        hint="Kept with the session and shown in the calendar."
      />
    </Dialog>
  );
};
