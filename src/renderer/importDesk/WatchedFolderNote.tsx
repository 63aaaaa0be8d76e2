import { FolderSearch } from 'lucide-react';
import { Link } from 'wouter';
import { useWatchedFolder, type FolderLook } from '../app/watchedFolder.ts';
import { useCommand } from '../client/useCommand.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import styles from './WatchedFolderNote.module.css';

/** So many names are told before the rest are counted. */
const NAMES_TOLD = 3;

const namesOf = (names: readonly string[]): string => {
  const told = names.slice(0, NAMES_TOLD).map((name) => `“${name}”`);
  return names.length > NAMES_TOLD
    ? `${told.join(', ')} and ${names.length - NAMES_TOLD} more`
    : told.join(told.length === 2 ? ' and ' : ', ');
};

const sentences = ({ files, more, passedOver, closedFolders }: FolderLook): string[] => {
  const written = files.filter(({ trouble }) => trouble === 'beingWritten').map(({ path }) => path);
  const here = files.length - written.length;
  return [
    here === 0 && written.length === 0 ? 'Nothing new in it.' : '',
    here === 0 ? '' : `${counted(here, 'new file')} in it.`,
    more === 0
      ? ''
      : `${counted(more, 'more file', 'more files')} ${more === 1 ? 'waits' : 'wait'}: they come when these are imported or taken off the desk.`,
    written.length === 0
      ? ''
      : `${namesOf(written)} ${written.length === 1 ? 'is' : 'are'} still being written, and will come once whole.`,
    closedFolders.length === 0
      ? ''
      : `${closedFolders.length === 1 ? 'The folder' : 'The folders'} ${namesOf(closedFolders)} in it may not be read.`,
    passedOver === 0
      ? ''
      : `${counted(passedOver, 'other file')} in it ${passedOver === 1 ? 'is no table and is' : 'are no tables and are'} passed over.`,
  ].filter((sentence) => sentence !== '');
};

/** What lies in the watched folder, in words. Without one there is nothing to say here. */
export const WatchedFolderNote = () => {
  const { path, look, failure, lookAgain } = useWatchedFolder();
  const again = useCommand(client.imports.offerAgain);
  if (path === undefined) return null;
  return (
    <section className={styles['note']} aria-label="Watched folder">
      <FolderSearch aria-hidden size={16} />
      <div className={styles['words']}>
        <p>
          Watching <code className={styles['path']}>{path}</code>
        </p>
        {failure !== undefined && (
          <p role="alert">
            <StatusMark level="look" /> {failure}
          </p>
        )}
        {look !== undefined && (
          <p className="quiet" aria-live="polite">
            {sentences(look).join(' ')}
          </p>
        )}
        {look !== undefined && look.leftOut > 0 && (
          <p className={styles['leftOut']}>
            <span className="quiet">{counted(look.leftOut, 'file')} left out before.</span>
            <Button look="quiet" isDisabled={again.isRunning} onPress={() => void again.run({})}>
              Offer {look.leftOut === 1 ? 'it' : 'them'} again
            </Button>
          </p>
        )}
      </div>
      <div className={styles['actions']}>
        {failure !== undefined && <Button onPress={lookAgain}>Look again</Button>}
        <Link href="/settings">Change</Link>
      </div>
    </section>
  );
};
