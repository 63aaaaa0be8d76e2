import { useState } from 'react';
import { FilePlus2, LifeBuoy } from 'lucide-react';
import type { Contract } from '../../contract/contract.ts';
import type { OutputOf } from '../../contract/derive.ts';
import { useAsk } from '../client/useAsk.ts';
import { useCommand } from '../client/useCommand.ts';
import { useJob } from '../client/useJob.ts';
import { count } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { Failed, Waiting } from '../kit/States.tsx';
import { Notices } from '../kit/Notices.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { client } from '../wire.ts';
import { BackupTable } from './BackupTable.tsx';
import { KIND_WORDS, madeWords, type BackupView, type Counts } from './backupWords.ts';
import { OtherFileForm } from './OtherFileForm.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import styles from './Backups.module.css';

type Recovery = OutputOf<Contract['recovery']['describe']>;
type Report = NonNullable<Recovery['salvaged']>;

/** Instead of the desk, when its database cannot be read: what has happened, and three ways on. */
export const RecoveryScreen = () => {
  const recovery = useAsk(client.recovery.describe, {});
  const list = useAsk(client.backups.list, {});
  if (recovery.state === 'waiting' || list.state === 'waiting') return <Waiting what="what can be done" />;
  if (recovery.state === 'failed') return <Failed message={recovery.message} />;
  const backups = list.state === 'ready' ? list.value.backups : [];
  return <Ways recovery={recovery.value} backups={backups} />;
};

interface WaysProps {
  readonly recovery: Recovery;
  readonly backups: readonly BackupView[];
}

const Ways = ({ recovery, backups }: WaysProps) => {
  const { file, damage, salvaged } = recovery;
  const isMissing = damage?.kind === 'missing';
  const [chosen, setChosen] = useState<BackupView>();
  const newest = backups.find(({ state }) => state === 'sound') ?? backups.find(({ state }) => state === 'unchecked');
  return (
    <main className={styles['recovery']}>
      <h1>{isMissing ? 'The database is not there' : 'The database is damaged'}</h1>
      <p>
        <StatusMark level="act" /> {isMissing ? 'There is no ' : 'Ironstride cannot work on '}
        <code className={styles['path']}>{file}</code>
        {isMissing
          ? ', but there are backups of it. If it lies on a disk that is not connected, connect that and start Ironstride again.'
          : `: ${damage?.reason ?? 'it cannot be read'}. Nothing more is written to it, and it is kept whatever you choose.`}
      </p>
      <section className={styles['section']} aria-label="Restore a backup">
        <h2>Restore a backup</h2>
        {newest === undefined ? (
          <p>There is no backup beside it. Copies that went to another folder or a stick can be brought back below.</p>
        ) : (
          <>
            <p>
              The newest good one is of {madeWords(newest)} ({KIND_WORDS[newest.kind]}). What was done after it is not
              in it.
            </p>
            <div className={styles['actions']}>
              <Button look="main" onPress={() => setChosen(newest)}>
                Restore the backup of {madeWords(newest)}…
              </Button>
            </div>
            <details className={styles['more']}>
              <summary>{backups.length === 1 ? 'What is known of it' : `All ${count(backups.length)} backups`}</summary>
              <BackupTable backups={backups} now={undefined} isBusy={false} onRestore={setChosen} />
            </details>
          </>
        )}
      </section>
      {!isMissing && <Salvage report={salvaged} newest={newest} />}
      <OtherFileForm keepsPresent={false} />
      <EmptyDesk isMissing={isMissing} />
      {chosen !== undefined && (
        <RestoreDialog backup={chosen} isComparable={false} onClose={() => setChosen(undefined)} />
      )}
      <Notices />
    </main>
  );
};

/** Reads what can be read, and shows what that is, before anything is decided. */
const Salvage = ({
  report,
  newest,
}: {
  readonly report: Report | undefined;
  readonly newest: BackupView | undefined;
}) => {
  const { run, progress } = useJob(client.recovery.salvage);
  const open = useCommand(client.recovery.open);
  return (
    <section className={styles['section']} aria-label="Save what can be read">
      <h2>Save what can be read</h2>
      <p>
        Reads the damaged file row by row into a new one. You see what was saved and what was not before you choose.
      </p>
      {progress !== undefined && <JobProgress what="Reading the damaged file" progress={progress} />}
      {report !== undefined && <Saved report={report} newest={newest} />}
      <div className={styles['actions']}>
        {report !== undefined && (
          <Button look="main" isDisabled={open.isRunning} onPress={() => void open.run({ what: 'salvaged' })}>
            Go on with what was saved
          </Button>
        )}
        <Button isDisabled={progress !== undefined || open.isRunning} onPress={() => void run({})}>
          <LifeBuoy aria-hidden /> {report === undefined ? 'Read the damaged file' : 'Read it once more'}
        </Button>
      </div>
    </section>
  );
};

const lostWords = (lost: number | undefined): string => {
  if (lost === undefined) return 'cannot be counted';
  return lost === 0 ? 'none' : count(lost);
};

/** Where a thing that was saved is counted in a backup. */
const IN_BACKUP: Readonly<Record<string, keyof Counts>> = {
  athletes: 'athletes',
  programs: 'programs',
  'lifting sessions': 'sessions',
  sets: 'sets',
  runs: 'runs',
};

const inBackup = (newest: BackupView | undefined, thing: string): string => {
  const key = IN_BACKUP[thing];
  const many = key === undefined ? undefined : newest?.facts?.counts[key];
  return many === undefined ? '' : count(many);
};

interface SavedProps {
  readonly report: Report;
  /** To choose between what was saved and this. */
  readonly newest: BackupView | undefined;
}

const Saved = ({ report: { things, keepsHistory }, newest }: SavedProps) => (
  <>
    <table className={`${styles['table']} ${styles['saved']}`} aria-label="What was saved">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className={styles['number']}>
            Saved
          </th>
          <th scope="col" className={styles['number']}>
            Lost
          </th>
          {newest !== undefined && (
            <th scope="col" className={styles['number']}>
              In the backup of {madeWords(newest)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {things
          .filter(({ kept, lost }) => kept > 0 || lost !== 0)
          .map(({ thing, kept, lost }) => (
            <tr key={thing}>
              <th scope="row">{thing}</th>
              <td className={styles['number']}>{count(kept)}</td>
              <td className={styles['number']}>{lostWords(lost)}</td>
              {newest !== undefined && <td className={styles['number']}>{inBackup(newest, thing)}</td>}
            </tr>
          ))}
      </tbody>
    </table>
    <p className="quiet">
      {keepsHistory
        ? 'The history of changes is whole: undo goes on.'
        : 'The history of changes is left behind: undo begins anew.'}
    </p>
  </>
);

const EmptyDesk = ({ isMissing }: { readonly isMissing: boolean }) => {
  const open = useCommand(client.recovery.open);
  return (
    <section className={styles['section']} aria-label="Begin an empty desk">
      <h2>Begin an empty desk</h2>
      <p>
        {isMissing
          ? 'The backups stay, and can be restored from Settings at any time.'
          : 'The damaged file is kept under another name, and the backups stay: both can be brought back later.'}
      </p>
      <div className={styles['actions']}>
        <Button isDisabled={open.isRunning} onPress={() => void open.run({ what: 'nothing' })}>
          <FilePlus2 aria-hidden /> Begin an empty desk
        </Button>
      </div>
    </section>
  );
};
