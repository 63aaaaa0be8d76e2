import { useState } from 'react';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './GroupDialog.module.css';

interface GroupDialogProps {
  readonly athleteIds: readonly AthleteId[];
  readonly groups: readonly string[];
  readonly onClose: () => void;
}

export const GroupDialog = ({ athleteIds, groups, onClose }: GroupDialogProps) => {
  const [group, setGroup] = useState('');
  const add = useCommand(client.athletes.addToGroup);
  const put = async (name: string): Promise<void> => {
    if (name.trim() === '') return;
    const reply = await add.run({ athleteIds: [...athleteIds], group: name });
    if (!reply.ok) return;
    tell({ tone: 'done', text: `${counted(athleteIds.length, 'athlete')} in ${name.trim()}.` });
    onClose();
  };
  return (
    <Dialog
      title={`Put ${counted(athleteIds.length, 'athlete')} in a group`}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => void put(group)} isDisabled={group.trim() === '' || add.isRunning}>
            Put in group
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void put(group);
        }}
      >
        <TextField label="Group" value={group} onChange={setGroup} shouldFocus hint="A new name makes a new group." />
      </form>
      {groups.length > 0 && (
        <div className={styles['groups']}>
          {groups.map((name) => (
            <Button key={name} onPress={() => void put(name)}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  );
};
