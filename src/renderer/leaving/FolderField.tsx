import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { TextField } from '../kit/Fields.tsx';
import { client } from '../wire.ts';
import styles from './Leaving.module.css';

interface FolderFieldProps {
  readonly value: string;
  readonly onChange: (path: string) => void;
  readonly error: string | undefined;
}

/** Where a file is written: typed, or chosen where the window can ask the system. */
export const FolderField = ({ value, onChange, error }: FolderFieldProps) => {
  const shell = useAsk(client.shell.describe, {});
  const choose = useCommand(client.shell.chooseFolder);
  const chooseOne = async (): Promise<void> => {
    const reply = await choose.run({});
    if (reply.ok && reply.value.path !== undefined) onChange(reply.value.path);
  };
  return (
    <div className={styles['folder']}>
      <TextField
        label="Folder to write to"
        value={value}
        onChange={onChange}
        error={error}
        hint="The whole path, such as /media/stick or E:\Ironstride. Nothing in it is written over."
      />
      {shell.state === 'ready' && shell.value.canChooseFolder && (
        <Button onPress={() => void chooseOne()}>Choose a folder</Button>
      )}
    </div>
  );
};
