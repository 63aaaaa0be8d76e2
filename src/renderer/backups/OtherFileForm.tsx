import { useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/Fields.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { useRestore } from './useRestore.ts';
import styles from './Backups.module.css';

/** A copy that lies elsewhere: on a stick, or brought from another computer. */
export const OtherFileForm = ({ keepsPresent = true }: { readonly keepsPresent?: boolean }) => {
  const [path, setPath] = useState('');
  const [isAsking, setAsking] = useState(false);
  const { run, progress } = useRestore();
  const restore = async (): Promise<void> => {
    if (await run({ kind: 'file', path: path.trim() }, path.trim())) setAsking(false);
  };
  return (
    <section className={styles['section']} aria-label="From another file">
      <h2>From another file</h2>
      <form
        className={styles['folder']}
        onSubmit={(event) => {
          event.preventDefault();
          setAsking(true);
        }}
      >
        <TextField
          label="File"
          value={path}
          onChange={setPath}
          hint="The whole path of a backup or a database of Ironstride, such as one on a stick."
        />
        <div className={styles['actions']}>
          <Button type="submit" isDisabled={path.trim() === ''}>
            Restore from this file…
          </Button>
        </div>
      </form>
      {isAsking && (
        <Dialog
          title="Restore from this file?"
          isOpen
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onPress={() => setAsking(false)}>Cancel</Button>
              <Button look="main" isDisabled={progress !== undefined} onPress={() => void restore()}>
                Restore from this file
              </Button>
            </>
          }
        >
          <div className={styles['restore']}>
            <p>
              Everything is put back as it is in <code className={styles['path']}>{path.trim()}</code>. The file itself
              is only read.
              {keepsPresent && ' What is there now is kept as a backup first, so that this can be taken back.'}
            </p>
            {progress !== undefined && <JobProgress what="Restoring" progress={progress} />}
          </div>
        </Dialog>
      )}
    </section>
  );
};
