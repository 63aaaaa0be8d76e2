import { useState } from 'react';
import { Copy } from 'lucide-react';
import { Link } from 'wouter';
import { BACKUP_BEFORE_IMPORT_BYTES, BACKUP_POLICY } from '../../domain/backups/backupRotation.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { Button } from '../kit/Button.tsx';
import { Empty, Failed, Waiting } from '../kit/States.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { BackupTable } from './BackupTable.tsx';
import { KIND_WORDS, madeWords, sizeWords, type BackupList, type BackupView } from './backupWords.ts';
import { CopyFolderForm } from './CopyFolderForm.tsx';
import { OtherFileForm } from './OtherFileForm.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import styles from './Backups.module.css';

/** Every backup there is, what each would bring back, and where copies go. */
export const BackupsScreen = () => {
  const answer = useAsk(client.backups.list, {});
  if (answer.state === 'waiting') return <Waiting what="backups" rows={8} />;
  if (answer.state === 'failed') return <Failed message={answer.message} />;
  return <Backups list={answer.value} />;
};

const Backups = ({ list }: { readonly list: BackupList }) => {
  const { backups, now, folder } = list;
  const [chosen, setChosen] = useState<BackupView>();
  const make = useCommand(client.backups.make);
  const makeOne = async (): Promise<void> => {
    const reply = await make.run({ kind: 'byHand' });
    if (reply.ok && reply.value.made !== undefined) {
      tell({ tone: 'done', text: `Backup made and checked: ${sizeWords(reply.value.made.sizeBytes)}.` });
    }
  };
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <div>
          <p>
            <Link href="/settings">Settings</Link>
          </p>
          <h1>Backups</h1>
        </div>
        <Button look="main" isDisabled={make.isRunning} onPress={() => void makeOne()}>
          <Copy aria-hidden /> {make.isRunning ? 'Copying and checking …' : 'Back up now'}
        </Button>
      </header>
      <Newest list={list} />
      <p className="quiet">
        A backup is made by itself after every start and once a day while Ironstride is open, if anything has changed;
        also before an update, before an import of {sizeWords(BACKUP_BEFORE_IMPORT_BYTES)} or more, and before a
        restore. Each is opened to see that it is whole. The last one of {BACKUP_POLICY.days} days,{' '}
        {BACKUP_POLICY.weeks} weeks and {BACKUP_POLICY.months} months stays; those made by hand stay until you delete
        them. They lie in <code className={styles['path']}>{folder}</code>.
      </p>
      {backups.length === 0 ? (
        <Empty title="No backup yet">
          The first one is made by itself, soon after the start. You can also make one now.
        </Empty>
      ) : (
        <BackupTable backups={backups} now={now?.counts} isBusy={false} onRestore={setChosen} />
      )}
      <CopyFolderForm key={list.copyFolder ?? ''} list={list} />
      <OtherFileForm />
      {chosen !== undefined && (
        <RestoreDialog backup={chosen} isComparable={now !== undefined} onClose={() => setChosen(undefined)} />
      )}
    </div>
  );
};

const Newest = ({ list: { backups, failure } }: { readonly list: BackupList }) => {
  const newest = backups.find(({ state }) => state === 'sound');
  if (failure !== undefined) {
    return (
      <p role="alert">
        <StatusMark level="act" /> {failure}
      </p>
    );
  }
  if (newest === undefined) return null;
  const same = backups.find(({ isAsNow, state }) => isAsNow && state === 'sound');
  return (
    <p role="status">
      <StatusMark level={same === undefined ? 'none' : 'ok'} />{' '}
      {same === undefined
        ? `Newest: ${madeWords(newest)}, ${KIND_WORDS[newest.kind]}. Changes since then are in the database only.`
        : `All there is now is in the backup of ${madeWords(same)}, ${KIND_WORDS[same.kind]}.`}
    </p>
  );
};
