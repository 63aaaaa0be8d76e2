import { useState } from 'react';
import { Group } from 'react-aria-components';
import { Columns3, Download, X } from 'lucide-react';
import { count, counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { StatusMark } from '../kit/Status.tsx';
import {
  columnsOf,
  isAsking,
  isBeingFetched,
  isRoster,
  type Choices,
  type DeskFile,
  type FileAnswer,
  type ImportReading,
  type Target,
} from './deskFiles.ts';
import { ChangeList } from './ChangeList.tsx';
import { FileChoices } from './FileChoices.tsx';
import {
  addedWords,
  changeWords,
  problemWords,
  columnsQuestion,
  duplicateWords,
  passedOverWords,
  refusalSentence,
  spanWords,
} from './importWords.ts';
import { MappingDialog } from './MappingDialog.tsx';
import { MergeList } from './MergeList.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { saveProblems } from './problemsCsv.ts';
import { WhoseField } from './WhoseField.tsx';
import styles from './FileCard.module.css';

interface FileCardProps {
  readonly file: DeskFile;
  readonly answer: FileAnswer;
  /** Whose all files are that do not say otherwise. */
  readonly forAll: Target | undefined;
  /** With a single file there is nothing to tell apart, and the one field above says it. */
  readonly asksWhose: boolean;
  readonly onTarget: (target: Target | undefined) => void;
  readonly onChoose: (choices: Choices) => void;
  readonly onRemove: () => void;
}

/** One file: what it is, whose, what it brings, and what could not be taken. */
export const FileCard = ({ file, answer, forAll, asksWhose, onTarget, onChoose, onRemove }: FileCardProps) => {
  const [listed, setListed] = useState<Listed>();
  return (
    <li className={styles['card']}>
      <Group className={styles['head'] ?? ''} aria-label={file.name}>
        <div className={styles['what']}>
          <h3 className={styles['name']}>{file.name}</h3>
          <p className="quiet">
            {[kindWords(file, answer), folderWords(file.folder)].filter((part) => part !== '').join(' · ')}
          </p>
          {answer.reading !== undefined && <Brings reading={answer.reading} listed={listed} onList={setListed} />}
        </div>
        <FileChoices file={file} answer={answer} onChoose={onChoose} />
        {asksWhose && answer.refusal === undefined && !(answer.reading !== undefined && isRoster(answer.reading)) && (
          <WhoseField
            label="Athlete"
            target={file.target}
            otherwise={forAll}
            owner={answer.reading?.owner}
            onChange={onTarget}
          />
        )}
        <Button
          look="quiet"
          isDisabled={isBeingFetched(file)}
          aria-label={`Take ${file.name} off the desk`}
          onPress={onRemove}
        >
          <X aria-hidden />
        </Button>
      </Group>
      {answer.refusal !== undefined && (
        <p className={styles['refusal']}>
          <StatusMark level={isAsking(answer) ? 'look' : 'act'} /> {isAsking(answer) ? 'Not yet taken.' : 'Not taken.'}{' '}
          {answer.refusal.sample === undefined ? refusalSentence(answer.refusal) : columnsQuestion(answer.refusal)}
        </p>
      )}
      <ColumnsOfFile file={file} answer={answer} onChoose={onChoose} />
      {answer.reading !== undefined && listed === 'merges' && <MergeList reading={answer.reading} />}
      {answer.reading !== undefined && listed === 'changes' && <ChangeList reading={answer.reading} />}
      {answer.reading !== undefined && answer.reading.problemCount > 0 && <Problems reading={answer.reading} />}
    </li>
  );
};

/** The way to say what the columns hold, for a file that no app is known to write. */
const ColumnsOfFile = ({ file, answer, onChoose }: Pick<FileCardProps, 'file' | 'answer' | 'onChoose'>) => {
  const [isOpen, setOpen] = useState(false);
  const columns = columnsOf(file, answer);
  if (columns === undefined) return null;
  const { sample, said } = columns;
  const isRemembered = answer.reading?.mapped?.isRemembered === true;
  return (
    <div className={styles['columns']}>
      {answer.reading !== undefined && (
        <span className="quiet">
          {isRemembered ? 'Columns as you said of an earlier file.' : 'Columns as you said.'}
        </span>
      )}
      <Button look={answer.reading === undefined ? 'plain' : 'quiet'} onPress={() => setOpen(true)}>
        <Columns3 aria-hidden /> {said === undefined ? 'Say what the columns hold' : 'Change the columns'}
      </Button>
      {isOpen && (
        <MappingDialog
          // Another separator makes other columns: what was said of the old ones is void.
          key={`${sample.delimiter} ${sample.heading.length}`}
          fileName={file.name}
          sample={sample}
          said={said}
          onSeparator={(separator) => onChoose({ separator, mapping: undefined })}
          onUse={(mapping) => {
            const { separator } = file.choices;
            onChoose({ mapping: separator === undefined ? mapping : { ...mapping, separator } });
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
};

const kindWords = (file: DeskFile, { reading, refusal }: FileAnswer): string => {
  if (isAsking({ refusal })) return 'Waiting for an answer';
  if (refusal !== undefined) return 'Nothing of it will be imported';
  if (file.token === undefined) return 'On its way…';
  if (reading === undefined) return 'Reading…';
  return [reading.formatName, counted(reading.rows, 'row'), spanWords(reading)]
    .filter((part) => part !== '')
    .join(' · ');
};

/** The names of its folders say whose it may be; the last ones say most. */
const folderWords = (folder: string | undefined): string =>
  folder === undefined ? '' : `from ${folder.split('/').slice(-2).join(' / ')}`;

type Listed = 'merges' | 'changes';

interface BringsProps {
  readonly reading: ImportReading;
  /** Of which of them the list is open below. */
  readonly listed: Listed | undefined;
  readonly onList: (listed: Listed | undefined) => void;
}

const Brings = ({ reading, listed, onList }: BringsProps) => {
  const { merged } = reading.runs;
  const [duplicates, passedOver] = [duplicateWords(reading), passedOverWords(reading)];
  const opener = (what: Listed) => (
    <Button
      look="quiet"
      aria-expanded={listed === what}
      onPress={() => onList(listed === what ? undefined : what)}
      aria-label={`${listed === what ? 'Hide' : 'Show'} what ${what === 'merges' ? 'merges' : 'differs'}`}
    >
      {listed === what ? 'Hide' : 'Show'}
    </Button>
  );
  return (
    <dl className={styles['brings']}>
      <div>
        <dt>Adds</dt>
        <dd>{addedWords(reading) === '' ? 'nothing new' : <strong>{addedWords(reading)}</strong>}</dd>
      </div>
      {merged > 0 && (
        <div>
          <dt>Merges</dt>
          <dd>
            {counted(merged, 'run')} that another app has told already {opener('merges')}
          </dd>
        </div>
      )}
      {duplicates !== '' && (
        <div>
          <dt>There already</dt>
          <dd>{duplicates}</dd>
        </div>
      )}
      {reading.changeCount > 0 && (
        <div>
          <dt>Differs</dt>
          <dd>
            {changeWords(reading)} {opener('changes')}
          </dd>
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
        <span>{problemWords(reading)}</span>
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
