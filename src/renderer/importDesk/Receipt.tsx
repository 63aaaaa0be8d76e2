import { Download, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { StatusMark } from '../kit/Status.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { ImportReading, ImportReceipt } from './deskFiles.ts';
import { changeWords, duplicateWords, problemWords, receiptWords, refusalSentence } from './importWords.ts';
import { saveProblems } from './problemsCsv.ts';
import { useTakeBack } from './useTakeBack.ts';
import styles from './Receipt.module.css';

interface ReceiptProps {
  readonly receipt: ImportReceipt;
  readonly onClose: () => void;
}

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'start' });

/** What an import has done, file by file, and the way back. */
export const Receipt = ({ receipt, onClose }: ReceiptProps) => {
  const { takeBack, isRunning } = useTakeBack();
  const { importId, files, refused } = receipt;
  const withProblems = files.filter((file) => file.problemCount > 0);
  const athletes = new Map(
    files.flatMap(({ athleteId, athlete }) => (athleteId ? [[athleteId, athlete] as const] : [])),
  );
  return (
    <section
      // The files that were answered may be far below: what has become of them is shown first.
      ref={intoView}
      className={styles['receipt']}
      aria-label="What was imported"
    >
      <h2>{importId === undefined ? 'Nothing new was in these files' : 'Imported'}</h2>
      <ul>
        {files.map((file) => (
          <li key={file.file} className={styles['file']}>
            <StatusMark level={file.problemCount > 0 ? 'look' : 'ok'} />
            <div>
              <strong>{file.file}</strong>
              {file.athlete !== '' && <span className="quiet"> for {file.athlete}</span>}
              <br />
              {receiptWords(file)}
              {duplicateWords(file) !== '' && ` · ${duplicateWords(file)} there already`}
              {file.problemCount > 0 && ` · ${problemWords(file)}`}
              <OwnExercises file={file} />
              <Changes file={file} />
            </div>
          </li>
        ))}
        {refused.map(({ file, refusal }) => (
          <li key={file} className={styles['file']}>
            <StatusMark level="act" />
            <p>
              <strong>{file}</strong>
              <br />
              Not taken. {refusalSentence(refusal)}
            </p>
          </li>
        ))}
      </ul>
      <div className={styles['actions']}>
        {files.some((file) => file.athletes.added > 0) && <Link href="/">Open the roster</Link>}
        {[...athletes].slice(0, 4).map(([athleteId, name]) => (
          <Link key={athleteId} href={`/athlete/${athleteId}`}>
            Open {name}
          </Link>
        ))}
        {withProblems.length > 0 && (
          <Button onPress={() => saveProblems(withProblems, 'Problems in the import.csv')}>
            <Download aria-hidden /> Save problems
          </Button>
        )}
        {importId !== undefined && (
          <Button isDisabled={isRunning} onPress={() => void takeBack(importId).then((isBack) => isBack && onClose())}>
            <Undo2 aria-hidden /> {files.length === 1 ? 'Take back' : 'Take back all'}
          </Button>
        )}
        <Button look="quiet" onPress={onClose}>
          Close
        </Button>
      </div>
    </section>
  );
};

/** What the file has otherwise than it is here: nothing of it was overwritten. */
const Changes = ({ file }: { readonly file: ImportReading }) =>
  file.changeCount === 0 ? null : (
    <details className={styles['assumed']}>
      <summary>{changeWords(file)}, and stayed</summary>
      <ChangeList reading={file} />
    </details>
  );

/** Names that nobody knew and nobody answered for: they are exercises of the coach's now, and no set was lost. */
const OwnExercises = ({ file }: { readonly file: ImportReading }) => {
  const own = file.assumptions.filter(({ what }) => what === 'exercise');
  if (own.length === 0) return null;
  return (
    <details className={styles['assumed']}>
      <summary>
        {counted(own.length, 'name')} taken as {own.length === 1 ? 'a new exercise' : 'new exercises'} of your own
      </summary>
      <ul>
        {own.map(({ chosen, evidence }) => (
          <li key={chosen}>
            {chosen.replace(/: a new exercise of your own$/u, '')}: {evidence}
          </li>
        ))}
      </ul>
    </details>
  );
};
