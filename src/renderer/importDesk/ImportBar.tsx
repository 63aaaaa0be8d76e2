import { Download } from 'lucide-react';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import {
  addsAnything,
  answerFor,
  isRoster,
  orderedFiles,
  targetOf,
  type DeskFile,
  type ImportReading,
  type ImportReceipt,
} from './deskFiles.ts';
import { importWords } from './importWords.ts';
import { JobProgress } from '../kit/JobProgress.tsx';
import { useCommit } from './useCommit.ts';
import type { ImportDesk } from './useImportDesk.ts';
import styles from './ImportScreen.module.css';

interface ImportBarProps {
  readonly desk: ImportDesk;
  readonly decisions: ReadonlyMap<string, string>;
  readonly onClear: () => void;
  readonly onDone: (receipt: ImportReceipt) => void;
}

/** What still stands in the way, in the coach's words; empty when nothing does. */
const obstacle = (readable: readonly DeskFile[], ownerless: number, isReading: boolean, adds: boolean): string => {
  if (readable.length === 0) return isReading ? '' : 'None of these files can be taken yet.';
  if (ownerless > 0) return `Say whose ${ownerless === 1 ? 'one file is' : `${counted(ownerless, 'file')} are`}.`;
  if (isReading) return '';
  return adds ? '' : 'Everything in these files is there already.';
};

const leftOutWords = (leftOut: number, readable: number): string =>
  leftOut === 0 || readable === 0 ? '' : `${counted(leftOut, 'file')} not taken, kept on the desk.`;

/** The one thing the screen is for, at its foot: how much, for how many, and go. */
export const ImportBar = ({ desk, decisions, onClear, onDone }: ImportBarProps) => {
  const { files, forAll, reading } = desk;
  const commit = useCommit(onDone);
  const read = files.flatMap((file): { file: DeskFile; reading: ImportReading }[] => {
    const answer = answerFor(file, reading.preview);
    return answer.reading === undefined ? [] : [{ file, reading: answer.reading }];
  });
  const readable = read.map(({ file }) => file);
  const readings = read.map((one) => one.reading);
  const owned = read.filter((one) => !isRoster(one.reading));
  const owners = owned.map((one) => targetOf(one.file, one.reading, forAll));
  const ownerless = owners.filter((owner) => owner === undefined).length;
  const athletes = new Set(owners.map((owner) => JSON.stringify(owner))).size;
  const isReading = reading.progress !== undefined || files.some(({ token, refusal }) => !token && !refusal);
  const adds = readings.some(addsAnything);
  const leftOut = isReading ? 0 : files.length - readable.length;
  const why = obstacle(readable, ownerless, isReading, adds);
  const printed = new Set(reading.preview?.exercises.map((question) => question.printed));

  if (commit.progress !== undefined) {
    return (
      <footer className={styles['bar']} data-bottom-bar>
        <JobProgress
          what={commit.isStopping ? 'Stopping' : 'Importing'}
          progress={commit.progress}
          onCancel={commit.isStopping ? undefined : commit.cancel}
        />
      </footer>
    );
  }
  return (
    <footer className={styles['bar']}>
      <Button look="quiet" onPress={onClear}>
        Clear the desk
      </Button>
      <p className={styles['why']} aria-live="polite">
        {isReading ? 'Reading…' : [why, leftOutWords(leftOut, readable.length)].filter((part) => part !== '').join(' ')}
      </p>
      <Button
        look="main"
        isDisabled={isReading || why !== '' || reading.failure !== undefined}
        onPress={() =>
          void commit.run({
            files: orderedFiles(read, forAll),
            exercises: [...decisions].flatMap(([name, exerciseKey]) =>
              printed.has(name) ? [{ printed: name, exerciseKey }] : [],
            ),
            strict: false,
          })
        }
      >
        <Download aria-hidden />
        {importWords(readings, ownerless > 0 ? 0 : athletes)}
      </Button>
    </footer>
  );
};
