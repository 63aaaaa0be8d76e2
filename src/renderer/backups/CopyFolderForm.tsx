import { useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { moment } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { TextField } from '../kit/Fields.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import type { BackupList } from './backupWords.ts';
import styles from './Backups.module.css';

/** Where copies go besides, for the day on which the whole computer is gone. */
export const CopyFolderForm = ({ list }: { readonly list: BackupList }) => {
  const { copyFolder, lastCopy } = list;
  const shell = useAsk(client.shell.describe, {});
  const [typed, setTyped] = useState(copyFolder ?? '');
  const [fault, setFault] = useState<string>();
  const copyTo = useCommand(client.backups.copyTo);
  const choose = useCommand(client.shell.chooseFolder);
  const set = async (wanted: string): Promise<void> => {
    const reply = await copyTo.run({ path: wanted }, { isQuiet: true });
    if (!reply.ok) return setFault(errorText(reply.error));
    const { path } = reply.value;
    return tell({
      tone: 'done',
      text: path === undefined ? 'Backups are copied nowhere else.' : `Copies go to ${path}.`,
    });
  };
  const chooseOne = async (): Promise<void> => {
    const reply = await choose.run({});
    if (!reply.ok || reply.value.path === undefined) return;
    setTyped(reply.value.path);
    await set(reply.value.path);
  };
  return (
    <section className={styles['section']} aria-label="A copy elsewhere">
      <h2>A copy elsewhere</h2>
      <p className="quiet">
        The backups lie on the same disk as the database. Every backup is also copied to this folder: a USB stick,
        another disk, or a folder that another program keeps in step. A copy that fails hinders nothing. It holds for
        this computer.
      </p>
      <form
        className={styles['folder']}
        onSubmit={(event) => {
          event.preventDefault();
          void set(typed);
        }}
      >
        <TextField
          label="Folder for copies"
          value={typed}
          error={fault}
          onChange={(next) => {
            setTyped(next);
            setFault(undefined);
          }}
          {...(copyFolder === undefined ? { hint: 'The whole path, such as /media/stick or E:\\Backups.' } : {})}
        />
        <div className={styles['actions']}>
          {shell.state === 'ready' && shell.value.canChooseFolder && (
            <Button onPress={() => void chooseOne()}>Choose a folder</Button>
          )}
          <Button type="submit" isDisabled={copyTo.isRunning || typed.trim() === '' || typed === copyFolder}>
            Copy to this folder
          </Button>
          {copyFolder !== undefined && (
            <Button look="quiet" isDisabled={copyTo.isRunning} onPress={() => void set('')}>
              Copy nowhere
            </Button>
          )}
        </div>
      </form>
      {lastCopy !== undefined &&
        (lastCopy.failure === undefined ? (
          <p role="status">
            <StatusMark level="ok" /> Last copy {moment(lastCopy.at)}.
          </p>
        ) : (
          <p role="alert">
            <StatusMark level="act" /> The last copy, {moment(lastCopy.at)}, was not made: {lastCopy.failure}. The
            backup itself was. It is tried again with the next one.
          </p>
        ))}
    </section>
  );
};
