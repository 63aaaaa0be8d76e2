import { useState } from 'react';
import { FilePlus2 } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useSearchParams } from 'wouter';
import { athleteId } from '../../contract/schemas/scalars.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import {
  answerFor,
  isRoster,
  saidTarget,
  targetOf,
  type DroppedFile,
  type ImportReceipt,
  type Target,
} from './deskFiles.ts';
import { DropSpace } from './DropSpace.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { ExerciseMapping } from './ExerciseMapping.tsx';
import { FileCard } from './FileCard.tsx';
import { ImportBar } from './ImportBar.tsx';
import { JobProgress } from '../kit/JobProgress.tsx';
import { Receipt } from './Receipt.tsx';
import { useImportDesk, type ImportDesk } from './useImportDesk.ts';
import { useTakeOff, useWatchedQueue } from './useWatchedQueue.ts';
import { WatchedFolderNote } from './WatchedFolderNote.tsx';
import { WhatCanBeDropped } from './WhatCanBeDropped.tsx';
import { WhoseField } from './WhoseField.tsx';
import styles from './ImportScreen.module.css';

/** From an athlete's page, files are theirs until the coach says otherwise. */
const targetIn = (text: string | null): Target | undefined => {
  const parsed = athleteId.safeParse(Number(text ?? Number.NaN));
  return parsed.success ? { kind: 'athlete', athleteId: parsed.data } : undefined;
};

/** The import desk: files are dropped, looked at, answered for, and only then imported. */
export const ImportScreen = () => {
  const [params] = useSearchParams();
  const desk = useImportDesk(targetIn(params.get('athlete')));
  useWatchedQueue(desk);
  const takeOff = useTakeOff(desk);
  const [receipt, setReceipt] = useState<ImportReceipt>();
  const [decisions, setDecisions] = useState<ReadonlyMap<string, string>>(new Map());
  const add = (files: readonly DroppedFile[]): void => {
    setReceipt(undefined);
    void desk.add(files);
  };
  const isEmpty = desk.files.length === 0;
  return (
    <DropSpace onFiles={add}>
      <header className={styles['head']}>
        <h1>Import</h1>
        <div className={styles['choose']}>
          <FileTrigger
            acceptedFileTypes={['.csv', '.txt', '.tsv']}
            allowsMultiple
            onSelect={(list) => add(Array.from(list ?? [], (file) => ({ file })))}
          >
            <Button look={isEmpty ? 'main' : 'plain'}>
              <FilePlus2 aria-hidden /> {isEmpty ? 'Choose files' : 'Add files'}
            </Button>
          </FileTrigger>
        </div>
      </header>
      <div className={styles['body']}>
        <WatchedFolderNote />
        {receipt !== undefined && <Receipt receipt={receipt} onClose={() => setReceipt(undefined)} />}
        {isEmpty ? (
          receipt === undefined && <WhatCanBeDropped />
        ) : (
          <Desk
            desk={desk}
            onTakeOff={takeOff}
            decisions={decisions}
            onDecide={(printed, key) => setDecisions(new Map(decisions).set(printed, key))}
          />
        )}
        <EarlierImports />
      </div>
      {!isEmpty && (
        <ImportBar
          desk={desk}
          decisions={decisions}
          onClear={() => takeOff(desk.files.map(({ name }) => name))}
          onDone={(done) => {
            setReceipt(done);
            desk.remove(done.files.map((file) => file.file));
            setDecisions(new Map());
          }}
        />
      )}
    </DropSpace>
  );
};

interface DeskProps {
  readonly desk: ImportDesk;
  readonly onTakeOff: (names: readonly string[]) => void;
  readonly decisions: ReadonlyMap<string, string>;
  readonly onDecide: (printed: string, exerciseKey: string) => void;
}

const Desk = ({ desk, onTakeOff, decisions, onDecide }: DeskProps) => {
  const { files, forAll, reading } = desk;
  return (
    <>
      <section className={styles['files']} aria-label="Files">
        <WhoseAll desk={desk} />
        {reading.progress !== undefined && reading.preview === undefined && (
          <JobProgress what="Reading the files" progress={reading.progress} />
        )}
        {reading.failure !== undefined && (
          <p className={styles['failure']} role="alert">
            {reading.failure} <Button onPress={reading.again}>Read again</Button>
          </p>
        )}
        <ul>
          {files.map((file) => (
            <FileCard
              key={file.name}
              file={file}
              answer={answerFor(file, reading.preview)}
              forAll={forAll}
              asksWhose={files.length > 1}
              onTarget={(target) => desk.giveTo(file.name, target)}
              onChoose={(choices) => desk.choose(file.name, choices)}
              onRemove={() => onTakeOff([file.name])}
            />
          ))}
        </ul>
      </section>
      <ExerciseMapping questions={reading.preview?.exercises ?? []} decisions={decisions} onDecide={onDecide} />
    </>
  );
};

/** Whose the files are that do not say it themselves; of a single file, whose it is. */
const WhoseAll = ({ desk }: { readonly desk: ImportDesk }) => {
  const { files, forAll, reading } = desk;
  const answers = files.map((file) => ({ file, ...answerFor(file, reading.preview) }));
  const [only, another] = answers;
  if (answers.every((one) => one.reading !== undefined && isRoster(one.reading))) return null;
  if (only !== undefined && another === undefined) {
    return (
      <div className={styles['forAll']}>
        <WhoseField
          label="Whose file is it?"
          target={only.file.target ?? (saidTarget(only.reading) === undefined ? forAll : undefined)}
          owner={only.reading?.owner}
          onChange={(target) => {
            desk.giveTo(only.file.name, target);
            // The next file is most often theirs too, unless it says otherwise.
            desk.giveAllTo(target);
          }}
        />
      </div>
    );
  }
  const personal = answers.filter((one) => one.refusal === undefined && !(one.reading && isRoster(one.reading)));
  const silent = personal.filter(({ file, reading: read }) => targetOf(file, read, undefined) === undefined).length;
  if (silent === 0) return null;
  return (
    <div className={styles['forAll']}>
      <WhoseField label={silentQuestion(silent, personal.length)} target={forAll} onChange={desk.giveAllTo} />
      <p className="quiet">A file of another athlete? Say so in its own row.</p>
    </div>
  );
};

const silentQuestion = (silent: number, all: number): string => {
  if (all === 1) return 'Whose file is it?';
  if (silent === all) return `Whose are all ${counted(all, 'file')}?`;
  return silent === 1 ? 'Whose is the file that does not say it?' : `Whose are the ${silent} files that do not say it?`;
};
