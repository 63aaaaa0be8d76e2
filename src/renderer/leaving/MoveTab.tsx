import { Link } from 'wouter';
import { StatusMark } from '../kit/Status.tsx';
import { PackForm } from './PackForm.tsx';
import styles from './Leaving.module.css';

/** The whole desk in one file, for the coach's next computer. */
export const MoveTab = () => (
  <PackForm
    what={{ kind: 'desk' }}
    isSealOptional
    action="Make the file"
    told={({ path, isSealed }) => (
      <>
        <StatusMark level={isSealed ? 'ok' : 'look'} /> Everything is in <code className={styles['path']}>{path}</code>.{' '}
        {isSealed
          ? 'Nobody can open it without the passphrase.'
          : 'It is not sealed: whoever has it can read it. Delete it once it has been opened on the new computer.'}
      </>
    )}
  >
    <p className="quiet">
      Makes one file with everything on this desk. On the new computer start Ironstride, and open the file there while
      the desk is still empty. The history of changes (undo) and what is of this computer alone (watched folder, folder
      for copies) stay behind. To have the history too, carry a <Link href="/backups">backup</Link> over and restore it.
    </p>
  </PackForm>
);
