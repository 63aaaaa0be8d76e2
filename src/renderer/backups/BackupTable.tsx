import { RotateCcw } from 'lucide-react';
import { count } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { StatusMark } from '../kit/Status.tsx';
import {
  COUNTED,
  differenceWords,
  KIND_WORDS,
  madeWords,
  sizeWords,
  type BackupView,
  type Counts,
} from './backupWords.ts';
import styles from './Backups.module.css';

interface BackupTableProps {
  readonly backups: readonly BackupView[];
  /** What is in the database now; absent while it cannot be read. */
  readonly now: Counts | undefined;
  readonly isBusy: boolean;
  readonly onRestore: (backup: BackupView) => void;
}

/** Every backup, the newest first, with what is in it and by how much that differs from now. */
export const BackupTable = ({ backups, now, isBusy, onRestore }: BackupTableProps) => (
  <table className={styles['table']}>
    <thead>
      <tr>
        <th scope="col">Made</th>
        <th scope="col">Why</th>
        {COUNTED.map(({ thing, label }) => (
          <th key={thing} scope="col" className={styles['number']}>
            {label}
          </th>
        ))}
        <th scope="col" className={`${styles['number']} ${styles['size']}`}>
          Size
        </th>
        <th scope="col">Checked</th>
        <th scope="col">
          <span className="visuallyHidden">Restore</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {backups.map((backup) => (
        <tr key={backup.name}>
          <th scope="row">{madeWords(backup)}</th>
          <td>{KIND_WORDS[backup.kind]}</td>
          {COUNTED.map(({ thing }) => (
            <td key={thing} className={styles['number']}>
              <Amount then={backup.facts?.counts[thing]} now={now?.[thing]} />
            </td>
          ))}
          <td className={`${styles['number']} ${styles['size']}`}>{sizeWords(backup.sizeBytes)}</td>
          <td>
            <State backup={backup} />
          </td>
          <td className={styles['act']}>
            {backup.isAsNow ? (
              <span className="quiet">as it is now</span>
            ) : (
              <Button
                look="quiet"
                isDisabled={isBusy || backup.state === 'damaged'}
                aria-label={`Restore the backup of ${madeWords(backup)}, ${KIND_WORDS[backup.kind]}`}
                onPress={() => onRestore(backup)}
              >
                <RotateCcw aria-hidden /> Restore…
              </Button>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Amount = ({ then, now }: { readonly then: number | undefined; readonly now: number | undefined }) => {
  if (then === undefined) return <span className="quiet">?</span>;
  const difference = differenceWords(then, now);
  return (
    <>
      {difference !== '' && (
        <span className={styles['difference']}>
          {difference}
          <span className="visuallyHidden"> than now, that is </span>
        </span>
      )}
      {count(then)}
    </>
  );
};

const State = ({ backup: { state } }: { readonly backup: BackupView }) => {
  if (state === 'sound') {
    return (
      <>
        <StatusMark level="ok" /> sound
      </>
    );
  }
  if (state === 'damaged') {
    return (
      <>
        <StatusMark level="act" /> damaged
      </>
    );
  }
  return (
    <>
      <StatusMark level="none" /> <span className="quiet">not yet</span>
    </>
  );
};
