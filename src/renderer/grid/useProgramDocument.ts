import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { editProgram } from '../../domain/programs/editProgram.ts';
import { workOut, type CellFault, type WorkedOut } from '../../domain/programs/workOut.ts';
import type { Program } from '../../domain/programs/program.ts';
import type { NoSuchSlot, ProgramEdit } from '../../domain/programs/programEdit.ts';
import { tell } from '../kit/notices.ts';

/** What became of edits that were sent: the revision they made, or why they were refused. */
export type SendReply =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly message: string; readonly isStale: boolean };

/** Where the edits of a grid go: an athlete's program or a template. */
export interface DocumentSource {
  readonly program: Program;
  readonly revision: number;
  /** `called`: the step's name for people. */
  readonly send: (revision: number, edits: readonly ProgramEdit[], called: string) => Promise<SendReply>;
  /** Asks for the program as it is stored. */
  readonly reopen: () => void;
}

export interface ProgramDocument {
  readonly program: Program;
  /** Cells that could not be worked out. */
  readonly faults: readonly CellFault[];
  /** Applied at once and sent behind; false, and said, where the program has no such place. */
  readonly apply: (edits: readonly ProgramEdit[], called: string) => boolean;
  /** Edits on their way to the file. */
  readonly isSaving: boolean;
}

/** A window that is not seen draws nothing: it is not waited for longer. */
const HIDDEN_MS = 50;

/** Resolves when what has been changed in the window is drawn: the coach is to see it before it is sent off. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }, 0),
    );
  });

const noSuchPlace = ({ week, session, label }: NoSuchSlot): string =>
  session === ''
    ? `The program has no week ${week} to do that with, or only that one.`
    : `That cannot be done in week ${week}, ${session} ${label}`.trimEnd() + '.';

const STALE = 'The program was changed in another window. It is shown as it is now; your last change was not made.';

/**
 * A program being edited: every edit is applied here by the function that the service applies too, and sent in order. While
 * something is on its way the window's own copy stands; after that the stored one, which undo or another window may have changed.
 */
export const useProgramDocument = (source: DocumentSource): ProgramDocument => {
  const [local, setLocal] = useState<WorkedOut>();
  const [pending, setPending] = useState(0);
  const latest = useRef(source);
  const current = useRef(source.program);
  const revision = useRef(source.revision);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);

  useEffect(() => {
    latest.current = source;
    if (waiting.current > 0) return;
    revision.current = source.revision;
    current.current = source.program;
    setLocal(undefined);
  }, [source]);

  const send = useCallback((edits: readonly ProgramEdit[], called: string): void => {
    waiting.current += 1;
    setPending(waiting.current);
    queue.current = queue.current.then(async () => {
      await painted();
      const reply = await latest.current.send(revision.current, edits, called);
      waiting.current -= 1;
      setPending(waiting.current);
      if (reply.ok) {
        revision.current = reply.revision;
      } else {
        tell({ tone: 'problem', text: reply.isStale ? STALE : reply.message });
        current.current = latest.current.program;
        revision.current = latest.current.revision;
        setLocal(undefined);
      }
      if (waiting.current === 0) latest.current.reopen();
    });
  }, []);

  const apply = useCallback(
    (edits: readonly ProgramEdit[], called: string): boolean => {
      if (edits.length === 0) return true;
      const edited = editProgram(current.current, edits);
      if (!edited.ok) {
        tell({ tone: 'problem', text: noSuchPlace(edited.error) });
        return false;
      }
      current.current = edited.value.program;
      setLocal(edited.value);
      send(edits, called);
      return true;
    },
    [send],
  );
  const stored = useMemo(() => workOut(source.program).faults, [source.program]);
  return { program: local?.program ?? source.program, faults: local?.faults ?? stored, apply, isSaving: pending > 0 };
};
