import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../kit/Button.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { FolderField } from './FolderField.tsx';
import { NOTHING_TYPED, PassphraseFields, passphraseFault } from './PassphraseFields.tsx';
import { usePacking } from './usePacking.ts';
import styles from './Leaving.module.css';

/** The whole desk in one file, for the coach's next computer. */
export const MoveTab = () => {
  const [folder, setFolder] = useState('');
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const { run, progress, fault, made, forgetFault } = usePacking();
  const isReady = folder.trim() !== '' && passphraseFault(typed) === undefined;
  const pack = async (): Promise<void> => {
    const passphrase = typed.first === '' ? {} : { passphrase: typed.first };
    if (await run({ what: { kind: 'desk' }, path: folder.trim(), ...passphrase })) setTyped(NOTHING_TYPED);
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && progress === undefined) void pack();
      }}
    >
      <p className="quiet">
        Makes one file with everything on this desk. On the new computer start Ironstride, and open the file there while
        the desk is still empty. The history of changes (undo) and what is of this computer alone (watched folder,
        folder for copies) stay behind. To have the history too, carry a <Link href="/backups">backup</Link> over and
        restore it.
      </p>
      <PassphraseFields typed={typed} onChange={setTyped} isOptional />
      <FolderField
        value={folder}
        error={fault}
        onChange={(path) => {
          setFolder(path);
          forgetFault();
        }}
      />
      <div className={styles['actions']}>
        <Button look="main" type="submit" isDisabled={!isReady || progress !== undefined}>
          Make the file
        </Button>
      </div>
      {progress !== undefined && <JobProgress what="Making the file" progress={progress} />}
      {made !== undefined && (
        <p role="status">
          <StatusMark level={made.isSealed ? 'ok' : 'look'} /> Everything is in{' '}
          <code className={styles['path']}>{made.path}</code>.{' '}
          {made.isSealed
            ? 'Nobody can open it without the passphrase.'
            : 'It is not sealed: whoever has it can read it. Delete it once it has been opened on the new computer.'}
        </p>
      )}
    </form>
  );
};
