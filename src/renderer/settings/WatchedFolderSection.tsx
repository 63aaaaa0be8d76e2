import { useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { TextField } from '../kit/Fields.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import styles from './SettingsScreen.module.css';

/** The folder whose new files come to the import desk by themselves; each computer has its own. */
export const WatchedFolderSection = () => {
  const watched = useAsk(client.imports.watchedFolder, {});
  if (watched.state !== 'ready') return null;
  const { path } = watched.value;
  return (
    <section className={styles['section']} aria-label="Watched folder">
      <h2>Watched folder</h2>
      <p className="quiet">
        Exports that come to lie in this folder are put on the import desk by themselves, ready to be read; so are those
        in the folders in it, whose names say whose they are. Nothing in it is changed or deleted, and nothing is
        imported before you say so. It holds for this computer.
      </p>
      <FolderForm key={path ?? ''} path={path} />
    </section>
  );
};

const FolderForm = ({ path }: { readonly path: string | undefined }) => {
  const shell = useAsk(client.shell.describe, {});
  const [typed, setTyped] = useState(path ?? '');
  const [fault, setFault] = useState<string>();
  const watch = useCommand(client.imports.watchFolder);
  const choose = useCommand(client.shell.chooseFolder);
  const watchIt = async (wanted: string): Promise<void> => {
    const reply = await watch.run({ path: wanted }, { isQuiet: true });
    if (!reply.ok) return setFault(errorText(reply.error));
    const { path: now } = reply.value;
    return tell({ tone: 'done', text: now === undefined ? 'No folder is watched any more.' : `Watching ${now}.` });
  };
  const chooseOne = async (): Promise<void> => {
    const reply = await choose.run({});
    if (!reply.ok || reply.value.path === undefined) return;
    setTyped(reply.value.path);
    await watchIt(reply.value.path);
  };
  return (
    <form
      className={styles['folder']}
      onSubmit={(event) => {
        event.preventDefault();
        void watchIt(typed);
      }}
    >
      <TextField
        label="Folder"
        value={typed}
        error={fault}
        onChange={(next) => {
          setTyped(next);
          setFault(undefined);
        }}
        {...(path === undefined
          ? { hint: 'The whole path, such as /home/you/Exports or C:\\Users\\you\\Exports.' }
          : {})}
      />
      <div className={styles['actions']}>
        {shell.state === 'ready' && shell.value.canChooseFolder && (
          <Button onPress={() => void chooseOne()}>Choose a folder</Button>
        )}
        <Button type="submit" isDisabled={watch.isRunning || typed.trim() === '' || typed === path}>
          Watch this folder
        </Button>
        {path !== undefined && (
          <Button look="quiet" isDisabled={watch.isRunning} onPress={() => void watchIt('')}>
            Watch none
          </Button>
        )}
      </div>
    </form>
  );
};
