import { useState } from 'react';
import { useCommand } from '../client/useCommand.ts';
import type { OpenProgram } from '../grid/resolveCell.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/Fields.tsx';
import { client } from '../wire.ts';

interface RenameDialogProps {
  readonly open: OpenProgram;
  readonly onClose: () => void;
}

const MOST_LETTERS = 120;

/** What one athlete's program is called: it is printed on every sheet. */
export const RenameDialog = ({ open, onClose }: RenameDialogProps) => {
  const { programId, revision, program } = open;
  const [name, setName] = useState(program.name);
  const edit = useCommand(client.programs.edit);
  const isReady = name.trim() !== '' && name.length <= MOST_LETTERS && !edit.isRunning;
  const save = async (): Promise<void> => {
    const called = `Rename ${program.name}`.slice(0, 80);
    const reply = await edit.run({ programId, revision, edits: [{ kind: 'name', name: name.trim() }], called });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      title="Rename the program"
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="main" onPress={() => void save()} isDisabled={!isReady}>
            Rename
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void save();
        }}
      >
        <TextField
          label="Name"
          hint="Printed on the sheets."
          value={name}
          onChange={setName}
          error={name.length > MOST_LETTERS ? `At most ${MOST_LETTERS} letters` : undefined}
          shouldFocus
        />
      </form>
    </Dialog>
  );
};
