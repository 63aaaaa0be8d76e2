import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { Copy, Download, FolderOpen } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { Program } from '../../domain/programs/program.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { readTwin, twinOf, type TwinReading } from '../../domain/programs/programTwin.ts';
import { counted } from '../format.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { download } from '../kit/download.ts';
import { tell } from '../kit/notices.ts';
import { ChangeList } from './ChangeList.tsx';
import styles from './TextDialog.module.css';

interface TextDialogProps {
  /** Tells apart what is being written about several programs. */
  readonly label: string;
  readonly program: Program;
  readonly exercises: readonly Exercise[];
  /** Of a template: the sessions that have a day of their own. */
  readonly fixedDays?: readonly string[] | undefined;
  readonly onApply: (edit: ProgramEdit, called: string) => boolean;
  readonly onClose: () => void;
}

/** A text that was begun and not applied is still there when the dialog opens again. */
const begun = new Map<string, string>();

const MOST_LETTERS = 2_000_000;

const fileName = (program: Program): string => `${program.name.replaceAll(/[\\/:*?"<>|]+/gu, ' ').trim()}.txt`;

/** The whole program as plain text, and back: everything that would be otherwise is shown before it is. */
export const TextDialog = (props: TextDialogProps) => {
  const { label, program, exercises, fixedDays, onApply, onClose } = props;
  const twin = useMemo(() => twinOf(program, exercises, fixedDays), [program, exercises, fixedDays]);
  const [text, setText] = useState(() => begun.get(label) ?? twin);
  const area = useRef<HTMLTextAreaElement>(null);
  const deferred = useDeferredValue(text);
  const reading = useMemo(() => readTwin(program, deferred, exercises), [program, deferred, exercises]);
  const change = (next: string): void => {
    if (next === twin) begun.delete(label);
    else begun.set(label, next);
    setText(next);
  };
  const open = async (file: File): Promise<void> => {
    if (file.size > MOST_LETTERS) tell({ tone: 'problem', text: `${file.name} is too large to be a program.` });
    else change(await file.text());
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    tell({ tone: 'done', text: 'The program is on the clipboard as text.' });
  };
  const count = reading.changes.length;
  const apply = (): void => {
    if (reading.edit === undefined || !onApply(reading.edit, `Change ${counted(count, 'place')} by text`)) return;
    begun.delete(label);
    onClose();
  };
  return (
    <Dialog
      title={`${program.name} as text`}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button look="quiet" onPress={() => void copy()}>
            <Copy aria-hidden /> Copy
          </Button>
          <Button
            look="quiet"
            onPress={() => download(new Blob([text], { type: 'text/plain;charset=utf-8' }), fileName(program))}
          >
            <Download aria-hidden /> Save as file
          </Button>
          <FileTrigger
            acceptedFileTypes={['text/plain', '.txt']}
            onSelect={(files) => {
              const file = files?.[0];
              if (file !== undefined) void open(file);
            }}
          >
            <Button look="quiet">
              <FolderOpen aria-hidden /> Open a file…
            </Button>
          </FileTrigger>
          <span className={styles['gap']} />
          <Button onPress={() => change(twin)} isDisabled={text === twin}>
            As it is now
          </Button>
          <Button look="main" onPress={apply} isDisabled={count === 0 || reading.edit === undefined}>
            {count === 0 ? 'Nothing to change' : `Change ${counted(count, 'place')}`}
          </Button>
        </>
      }
    >
      <div className={styles['sides']}>
        <textarea
          ref={area}
          className={styles['text']}
          aria-label="The program as text"
          value={text}
          spellCheck={false}
          wrap="off"
          maxLength={MOST_LETTERS}
          onChange={(event) => change(event.target.value)}
        />
        <Reading
          reading={reading}
          exercises={exercises}
          onLine={(line) => {
            const from =
              text
                .split('\n')
                .slice(0, line - 1)
                .join('\n').length + (line > 1 ? 1 : 0);
            const end = text.indexOf('\n', from);
            area.current?.focus();
            area.current?.setSelectionRange(from, end < 0 ? text.length : end);
          }}
        />
      </div>
    </Dialog>
  );
};

const SHOWN = 200;

interface ReadingProps {
  readonly reading: TwinReading;
  readonly exercises: readonly Exercise[];
  readonly onLine: (line: number) => void;
}

const Reading = ({ reading, exercises, onLine }: ReadingProps) => {
  const { problems, changes, edit } = reading;
  return (
    <section className={styles['reading']} aria-label="What it would change" aria-live="polite">
      {problems.length > 0 && (
        <>
          <h3 className={styles['problem']}>{counted(problems.length, 'place')} not understood</h3>
          <ul>
            {problems.slice(0, SHOWN).map((one) => (
              <li key={`${one.line} ${one.field} ${one.found}`}>
                <button type="button" className={styles['line']} onClick={() => onLine(one.line)}>
                  Line {one.line}
                </button>{' '}
                {one.field}: “{one.found}”. <span className="quiet">Expected {one.expected}.</span>
              </li>
            ))}
          </ul>
          {edit === undefined && <p>Nothing can be changed until this is mended; the text stays as you wrote it.</p>}
        </>
      )}
      <h3>
        {changes.length === 0
          ? 'The same program'
          : counted(changes.length, 'place would change', 'places would change')}
      </h3>
      <ChangeList changes={changes} exercises={exercises} />
    </section>
  );
};
