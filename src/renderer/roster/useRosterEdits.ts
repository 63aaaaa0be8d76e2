import { useCallback, useEffect, useRef, useState } from 'react';
import { errorText } from '../../contract/errorText.ts';
import type { ProgramId } from '../../domain/kernel/ids.ts';
import { editProgram } from '../../domain/programs/editProgram.ts';
import type { Program } from '../../domain/programs/program.ts';
import { queryCache } from '../client/queryCache.ts';
import { tell } from '../kit/notices.ts';
import { client } from '../wire.ts';
import { rowKeyOf, type GridRow, type RosterGridView, type RowEdit } from './rosterGridModel.ts';

export interface RosterEdits {
  /** A row's program with everything that was written, also what is still on its way. */
  readonly programOf: (row: GridRow) => Program;
  /** Writes into many programs at once, as one step of this name. */
  readonly apply: (edits: readonly RowEdit[], called: string) => void;
  readonly isSaving: boolean;
}

const LONGEST_NAME = 80;

const NOTHING_WRITTEN: ReadonlyMap<string, Program> = new Map();

/** Rows with their edits made: by the function that the service applies too, so that the window need not wait. */
const withEdits = (
  programs: ReadonlyMap<string, Program>,
  edits: readonly RowEdit[],
): ReadonlyMap<string, Program> | undefined => {
  const next = new Map(programs);
  for (const [key, mine] of Map.groupBy(edits, ({ line }) => line.key)) {
    const program = next.get(key) ?? mine[0]?.line.row.program;
    if (program === undefined) continue;
    const edited = editProgram(
      program,
      mine.map(({ edit }) => edit),
    );
    if (!edited.ok) return undefined;
    next.set(key, edited.value.program);
  }
  return next;
};

const revisionsOf = (view: RosterGridView): Map<ProgramId, number> =>
  new Map(view.rows.map((row) => [row.programId, row.revision]));

/**
 * What is written into the roster grid: made here at once and sent in order. While something is on its way the window's own copies
 * stand; after that the stored ones, which undo or another window may have changed.
 */
export const useRosterEdits = (view: RosterGridView): RosterEdits => {
  const [local, setLocal] = useState(NOTHING_WRITTEN);
  const [pending, setPending] = useState(0);
  const current = useRef(local);
  const latest = useRef(view);
  const revisions = useRef(revisionsOf(view));
  const queue = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);

  const forget = useCallback((): void => {
    current.current = NOTHING_WRITTEN;
    setLocal(NOTHING_WRITTEN);
    revisions.current = revisionsOf(latest.current);
  }, []);

  useEffect(() => {
    latest.current = view;
    if (waiting.current === 0) forget();
  }, [view, forget]);

  const send = useCallback(
    (edits: readonly RowEdit[], called: string): void => {
      waiting.current += 1;
      setPending(waiting.current);
      queue.current = queue.current.then(async () => {
        const changes = [...Map.groupBy(edits, ({ line }) => line.row.programId)].map(([programId, mine]) => ({
          programId,
          revision: revisions.current.get(programId) ?? mine[0]?.line.row.revision ?? 0,
          edits: mine.map(({ edit }) => edit),
        }));
        const reply = await client.programs.editMany({ changes, called: called.slice(0, LONGEST_NAME) });
        waiting.current -= 1;
        setPending(waiting.current);
        if (reply.ok) {
          for (const { programId, revision } of reply.value.programs) revisions.current.set(programId, revision);
        } else {
          tell({ tone: 'problem', text: errorText(reply.error) });
          forget();
        }
        if (waiting.current > 0) return;
        void queryCache.invalidateQueries({ queryKey: [client.programs.rosterGrid.path] });
      });
    },
    [forget],
  );

  const apply = useCallback(
    (edits: readonly RowEdit[], called: string): void => {
      if (edits.length === 0) return;
      const next = withEdits(current.current, edits);
      if (next === undefined) {
        tell({ tone: 'problem', text: 'One of these programs has no such place any more. Nothing was written.' });
        return;
      }
      current.current = next;
      setLocal(next);
      send(edits, called);
    },
    [send],
  );

  const programOf = useCallback((row: GridRow): Program => local.get(rowKeyOf(row)) ?? row.program, [local]);
  return { programOf, apply, isSaving: pending > 0 };
};
