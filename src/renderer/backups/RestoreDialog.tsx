import { useEffect, useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import { count } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { client } from '../wire.ts';
import { changeWords, COUNTED, KIND_WORDS, madeWords, type BackupView, type Comparison } from './backupWords.ts';
import { useRestore } from './useRestore.ts';
import styles from './Backups.module.css';

type Compared =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly found: Comparison }
  | { readonly state: 'failed'; readonly message: string };

/** Looks into the backup row by row; of a large one that takes a moment. */
const useComparison = (name: string, isWanted: boolean): Compared => {
  const [compared, setCompared] = useState<Compared>({ state: 'waiting' });
  useEffect(() => {
    if (!isWanted) return undefined;
    const stop = new AbortController();
    void client.backups.compare({ name }, { signal: stop.signal }).then((reply) => {
      if (stop.signal.aborted) return;
      setCompared(
        reply.ok ? { state: 'ready', found: reply.value } : { state: 'failed', message: errorText(reply.error) },
      );
    });
    return () => stop.abort();
  }, [name, isWanted]);
  return compared;
};

interface RestoreDialogProps {
  readonly backup: BackupView;
  /** Whether there is a database to compare it with. */
  readonly isComparable: boolean;
  readonly onClose: () => void;
}

/** What restoring a backup brings back and what goes, before it is done. */
export const RestoreDialog = ({ backup, isComparable, onClose }: RestoreDialogProps) => {
  const compared = useComparison(backup.name, isComparable);
  const { run, progress } = useRestore();
  const called = `the backup of ${madeWords(backup)} (${KIND_WORDS[backup.kind]})`;
  const restore = async (): Promise<void> => {
    if (await run({ kind: 'backup', name: backup.name }, called)) onClose();
  };
  return (
    <Dialog
      title={`Restore the backup of ${madeWords(backup)}?`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="main"
            isDisabled={progress !== undefined || compared.state === 'failed'}
            onPress={() => void restore()}
          >
            Restore this backup
          </Button>
        </>
      }
    >
      <div className={styles['restore']}>
        <p>
          Everything is put back as it was in this backup ({KIND_WORDS[backup.kind]}), its history of changes with it.
          {isComparable && ' What is there now is kept as a backup first, so that this can be taken back.'}
        </p>
        {isComparable && <Differences compared={compared} />}
        {progress !== undefined && <JobProgress what="Restoring" progress={progress} />}
      </div>
    </Dialog>
  );
};

const Differences = ({ compared }: { readonly compared: Compared }) => {
  if (compared.state === 'waiting') return <p role="status">Comparing it with what is there now …</p>;
  if (compared.state === 'failed') return <p role="alert">{compared.message}</p>;
  const { things, newestNow, newestThen, athletesOnlyNow, athletesOnlyThen } = compared.found;
  const isSame = things.every(({ onlyNow, onlyThen, changed }) => onlyNow + onlyThen + changed === 0);
  return (
    <>
      <dl className={styles['newest']}>
        <dt>Newest change now</dt>
        <dd>{changeWords(newestNow)}</dd>
        <dt>Newest change in the backup</dt>
        <dd>{changeWords(newestThen)}</dd>
      </dl>
      {isSame ? (
        <p>Athletes, programs, sessions, sets and runs are the same in both.</p>
      ) : (
        <table className={`${styles['table']} ${styles['compared']}`}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visuallyHidden">What</span>
              </th>
              <th scope="col" className={styles['number']}>
                Come back
              </th>
              <th scope="col" className={styles['number']}>
                Go
              </th>
              <th scope="col" className={styles['number']}>
                Changed back
              </th>
            </tr>
          </thead>
          <tbody>
            {things.map(({ thing, onlyThen, onlyNow, changed }) => (
              <tr key={thing}>
                <th scope="row">{COUNTED.find((one) => one.thing === thing)?.label}</th>
                {[onlyThen, onlyNow, changed].map((many, column) => (
                  // The three columns never change places.
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={column} className={styles['number']}>
                    {many === 0 ? <span className="quiet">–</span> : count(many)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {athletesOnlyThen.length > 0 && <p>Come back: {athletesOnlyThen.join(', ')}.</p>}
      {athletesOnlyNow.length > 0 && <p>Go: {athletesOnlyNow.join(', ')}.</p>}
    </>
  );
};
