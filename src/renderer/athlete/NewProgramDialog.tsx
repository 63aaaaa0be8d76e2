import { useState } from 'react';
import { addDays, mondayOf } from '../../domain/kernel/plainDate.ts';
import type { AthleteId, ProgramId } from '../../domain/kernel/ids.ts';
import { useApp } from '../app/appContext.ts';
import { useCommand } from '../client/useCommand.ts';
import { fullDay } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, Select, TextField } from '../kit/Fields.tsx';
import { client } from '../wire.ts';
import styles from './NewProgramDialog.module.css';

interface NewProgramDialogProps {
  readonly athleteId: AthleteId;
  readonly onClose: () => void;
  readonly onMade: (programId: ProgramId) => void;
}

const WEEKS_AHEAD = 9;
const DEFAULT_WEEKS = 12;

/** An empty program for one athlete: it opens in the grid and is written there. */
export const NewProgramDialog = ({ athleteId, onClose, onMade }: NewProgramDialogProps) => {
  const { today } = useApp();
  const monday = mondayOf(today);
  const starts = Array.from({ length: WEEKS_AHEAD }, (_, index) => addDays(monday, index * 7));
  const [name, setName] = useState('Strength');
  const [startsOn, setStartsOn] = useState(monday === today ? monday : addDays(monday, 7));
  const [weeks, setWeeks] = useState<number | undefined>(DEFAULT_WEEKS);
  const create = useCommand(client.programs.create);
  const isReady = name.trim() !== '' && weeks !== undefined && !create.isRunning;
  const make = async (): Promise<void> => {
    const reply = await create.run({ athleteId, name, startsOn, weeks: weeks ?? DEFAULT_WEEKS });
    if (!reply.ok) return;
    onMade(reply.value.programId);
    onClose();
  };
  return (
    <Dialog
      title="Write a program"
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => void make()} isDisabled={!isReady}>
            Open the grid
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void make();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} shouldFocus />
        <Select
          label="Starts on Monday"
          value={startsOn}
          onChange={setStartsOn}
          choices={starts.map((start) => ({
            value: start,
            label: fullDay(start),
            ...(start === monday ? { hint: 'this week' } : {}),
          }))}
        />
        <NumberField label="Weeks" value={weeks} onChange={setWeeks} minValue={1} maxValue={52} />
      </form>
    </Dialog>
  );
};
