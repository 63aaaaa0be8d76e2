import { useState } from 'react';
import { Download, X } from 'lucide-react';
import { refusalText } from '../../contract/errorText.ts';
import { count, counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { StatusMark } from '../kit/Status.tsx';
import {
  addsAnything,
  type Choices,
  type DeskFile,
  type FileAnswer,
  type ImportReading,
  type Target,
} from './deskFiles.ts';
import { FileChoices } from './FileChoices.tsx';
import { addedWords, duplicateWords, passedOverWords, spanWords } from './importWords.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { saveProblems } from './problemsCsv.ts';
import { WhoseField } from './WhoseField.tsx';
import styles from './FileCard.module.css';

interface FileCardProps {
  readonly file: DeskFile;
  readonly answer: FileAnswer;
  /** Its own, or the one for all. */
  readonly target: Target | undefined;
  /** With a single file there is nothing to tell apart, and the one field above says it. */
  readonly asksWhose: boolean;
  readonly onTarget: (target: Target) => void;
  readonly onChoose: (choices: Choices) => void;
  readonly onRemove: () => void;
}

/** One file: what it is, whose, what it brings, and what could not be taken. */
export const FileCard = ({ file, answer, target, asksWhose, onTarget, onChoose, onRemove }: FileCardProps) => (
  <li className={styles['card']}>
    <div className={styles['head']}>
      <div className={styles['what']}>
        <h3 className={styles['name']}>{file.name}</h3>
        <p className="quiet">{kindWords(file, answer)}</p>
      </div>
      {asksWhose && answer.refusal === undefined && (
        <WhoseField label={`Whose file is ${file.name}?`} isLabelHidden target={target} onChange={onTarget} />
      )}
      <Button look="quiet" aria-label={`Take ${file.name} off the desk`} onPress={onRemove}>
        <X aria-hidden />
      </Button>
    </div>
    {answer.refusal !== undefined && (
      <p className={styles['refusal']}>
        <StatusMark level="act" /> Not taken. {refusalText(answer.refusal)}
      </p>
    )}
    {answer.reading !== undefined && <Brings reading={answer.reading} />}
    <FileChoices file={file} answer={answer} onChoose={onChoose} />
    {answer.reading !== undefined && answer.reading.problemCount > 0 && <Problems reading={answer.reading} />}
  </li>
);

const kindWords = (file: DeskFile, { reading, refusal }: FileAnswer): string => {
  if (refusal !== undefined) return 'Nothing of it will be imported';
  if (file.token === undefined) return 'On its way…';
  if (reading === undefined) return 'Reading…';
  return [reading.formatName, counted(reading.rows, 'row'), spanWords(reading)]
    .filter((part) => part !== '')
    .join(' · ');
};

const Brings = ({ reading }: { readonly reading: ImportReading }) => {
  const [duplicates, passedOver] = [duplicateWords(reading), passedOverWords(reading)];
  return (
    <dl className={styles['brings']}>
      <div>
        <dt>Adds</dt>
        <dd>{addsAnything(reading) ? <strong>{addedWords(reading)}</strong> : 'nothing new'}</dd>
      </div>
      {duplicates !== '' && (
        <div>
          <dt>There already</dt>
          <dd>{duplicates}</dd>
        </div>
      )}
      {passedOver !== '' && (
        <div>
          <dt>Left out</dt>
          <dd>{passedOver}</dd>
        </div>
      )}
    </dl>
  );
};

const Problems = ({ reading }: { readonly reading: ImportReading }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles['problems']}>
      <p className={styles['problemLine']}>
        <StatusMark level="look" />
        <span>{counted(reading.problemCount, 'thing')} not taken as it stands</span>
        <Button look="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide' : `Show ${count(reading.problems.length)}`}
        </Button>
        <Button
          look="quiet"
          onPress={() => saveProblems([reading], `Problems in ${reading.file.replace(/\.\w+$/u, '')}.csv`)}
        >
          <Download aria-hidden /> Save list
        </Button>
      </p>
      {isOpen && <ProblemTable reading={reading} />}
    </div>
  );
};
