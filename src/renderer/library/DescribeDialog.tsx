import { useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/Fields.tsx';
import { client } from '../wire.ts';
import styles from './DescribeDialog.module.css';

interface DescribeDialogProps {
  readonly templateKey: string;
  readonly name: string;
  readonly about: string;
  readonly onClose: () => void;
}

const MOST_LETTERS = 1000;

/** What one of the coach's own templates is called, and what it is for. */
export const DescribeDialog = ({ templateKey, name: given, about: said, onClose }: DescribeDialogProps) => {
  const open = useAsk(client.templates.open, { templateKey });
  const [name, setName] = useState(given);
  const [about, setAbout] = useState(said);
  const [problem, setProblem] = useState<string>();
  const describe = useCommand(client.templates.describe);
  const save = async (): Promise<void> => {
    if (open.state !== 'ready') return;
    const { revision } = open.value;
    const reply = await describe.run({ templateKey, revision, name, about }, { isQuiet: true });
    if (reply.ok) onClose();
    else setProblem(errorText(reply.error));
  };
  const isTooLong = about.length > MOST_LETTERS;
  return (
    <Dialog
      title="Describe the template"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="main"
            onPress={() => void save()}
            isDisabled={open.state !== 'ready' || name.trim() === '' || isTooLong || describe.isRunning}
          >
            Save
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <TextField label="Name" value={name} onChange={setName} error={problem} shouldFocus />
        <TextField
          label="What it is for"
          hint="Shown in the library and when it is assigned. One paragraph."
          isLong
          value={about}
          onChange={setAbout}
          error={isTooLong ? `At most ${MOST_LETTERS} letters` : undefined}
        />
      </div>
    </Dialog>
  );
};
