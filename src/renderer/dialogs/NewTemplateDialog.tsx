import { useState } from 'react';
import type { InputOf } from '../../contract/derive.ts';
import type { Contract } from '../../contract/contract.ts';
import { errorText } from '../../contract/errorText.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField, TextField } from '../kit/Fields.tsx';
import { client } from '../wire.ts';
import styles from './NewTemplateDialog.module.css';

type From = InputOf<Contract['templates']['create']>['from'];

interface NewTemplateDialogProps {
  /** What it is a copy of; absent: an empty one. */
  readonly from?: From;
  readonly name?: string;
  readonly onClose: () => void;
  readonly onMade: (key: string) => void;
}

const DEFAULT_WEEKS = 12;

/** A template of the coach's own: empty, or a copy. */
export const NewTemplateDialog = ({ from, name: given = '', onClose, onMade }: NewTemplateDialogProps) => {
  const [name, setName] = useState(given);
  const [weeks, setWeeks] = useState<number | undefined>(DEFAULT_WEEKS);
  const [problem, setProblem] = useState<string>();
  const create = useCommand(client.templates.create);
  const make = async (): Promise<void> => {
    const reply = await create.run(
      { name, from: from ?? { kind: 'empty', weeks: weeks ?? DEFAULT_WEEKS } },
      { isQuiet: true },
    );
    if (!reply.ok) return setProblem(errorText(reply.error));
    onClose();
    return onMade(reply.value.key);
  };
  const isReady = name.trim() !== '' && (from !== undefined || weeks !== undefined) && !create.isRunning;
  return (
    <Dialog
      title={from === undefined ? 'New template' : 'Make a template'}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => void make()} isDisabled={!isReady}>
            Make template
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
        <TextField label="Name" value={name} onChange={setName} error={problem} shouldFocus />
        {from === undefined && (
          <NumberField label="Weeks" value={weeks} onChange={setWeeks} minValue={1} maxValue={52} />
        )}
        {from === undefined && (
          <p className="quiet">It opens in the grid. Sessions and exercises are added there, by keyboard or mouse.</p>
        )}
      </form>
    </Dialog>
  );
};
