import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { textAt, writeAll, type LeftOver, type Write } from './gridEdits.ts';
import { gridModel, rowLineKey, type DraftRow, type DraftSession, type GridLine, type GridModel } from './gridModel.ts';
import { edgeFrom, movedTo, rectangleOf, within, type Place, type Rectangle, type Selection } from './selection.ts';
import type { After } from './CellInput.tsx';
import { modelKeeper } from './keptModel.ts';
import type { ProgramDocument } from './useProgramDocument.ts';

/** A cell that is being written. */
export interface Editing {
  readonly initial: string;
  readonly isReplacing: boolean;
}

export interface Grid {
  readonly model: GridModel;
  readonly exercises: readonly Exercise[];
  readonly selection: Selection;
  readonly rectangle: Rectangle;
  readonly activeLine: GridLine | undefined;
  readonly firstOpenWeek: number;
  readonly editing: Editing | undefined;
  readonly left: readonly LeftOver[];
  readonly textAt: (place: Place) => string;
  readonly select: (place: Place, isStretching: boolean) => void;
  readonly step: (line: number, column: number, how?: { isStretching?: boolean; toEdge?: boolean }) => void;
  readonly open: (editing: Editing) => void;
  readonly close: () => void;
  readonly move: (after: After) => void;
  /** Sends edits under a name; false when they were refused. */
  readonly apply: (edits: readonly ProgramEdit[], called: string) => boolean;
  /** Writes texts, and keeps in sight what could not be written. */
  readonly write: (writes: readonly Write[], called: string) => void;
  /** The same once the weeks that an edit adds are there. */
  readonly writeLater: (writes: readonly Write[], called: string) => void;
  readonly dropLeft: () => void;
  readonly addRow: (row: DraftRow) => void;
  readonly forgetRow: (row: DraftRow) => void;
  readonly addSession: (session: DraftSession) => void;
  readonly goToKey: (key: string, column?: number) => void;
}

const START: Selection = { active: { line: 1, column: 0 }, anchor: { line: 1, column: 0 } };

const STEP: Readonly<Record<After, readonly [line: number, column: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
};

const isFilledAt = (model: GridModel, { line, column }: Place): boolean => {
  const at = model.lines[line];
  if (at?.kind === 'row') return column < 0 || at.row.slots[column] !== undefined;
  return at?.kind === 'session' && (column < 0 || at.session.weeks[column] !== undefined);
};

/** Rows that an edit emptied: they stay in sight, as a spreadsheet's do, until they are removed. */
const emptied = (before: GridModel, after: GridModel): readonly DraftRow[] => {
  const still = new Set(after.lines.map((line) => line.key));
  return before.lines.flatMap((line) =>
    line.kind === 'row' && !still.has(line.key)
      ? [{ session: line.row.session, label: line.row.label, exerciseKey: line.row.exerciseKey }]
      : [],
  );
};

/** The grid's own state over a program: what is selected, what is being written, which rows are only begun. */
export const useGrid = (
  document: ProgramDocument,
  exercises: readonly Exercise[],
  firstOpenWeek: number,
  firstColumn: number,
): Grid => {
  const { program, apply: send } = document;
  const [drafts, setDrafts] = useState<readonly DraftRow[]>([]);
  const [draftSessions, setDraftSessions] = useState<readonly DraftSession[]>([]);
  const [selection, setSelection] = useState<Selection>({
    active: { ...START.active, column: firstColumn },
    anchor: { ...START.anchor, column: firstColumn },
  });
  const [editing, setEditing] = useState<Editing>();
  const [left, setLeft] = useState<readonly LeftOver[]>([]);
  const [keep] = useState(modelKeeper);
  const model = useMemo(() => keep(gridModel(program, drafts, draftSessions)), [keep, program, drafts, draftSessions]);
  const bounds = { lines: model.lines.length, columns: model.columns.length };
  const kept: Selection = { active: within(selection.active, bounds), anchor: within(selection.anchor, bounds) };
  const wanted = useRef<{ readonly key: string; readonly column: number } | undefined>(undefined);
  // A line that is asked for before it is there is gone to as soon as it is.
  useEffect(() => {
    const { current: key } = wanted;
    if (key === undefined) return;
    const line = model.lines.findIndex((one) => one.key === key.key);
    if (line < 0) return;
    wanted.current = undefined;
    const place = { line, column: key.column };
    setSelection({ active: place, anchor: place });
  }, [model, selection]);

  const select = useCallback((place: Place, isStretching: boolean): void => {
    setEditing(undefined);
    setSelection((before) => movedTo(before, place, isStretching));
  }, []);

  const step: Grid['step'] = (line, column, how = {}) => {
    const { active } = kept;
    const to =
      how.toEdge === true
        ? edgeFrom(active, { line: Math.sign(line), column: Math.sign(column) }, bounds, (place) =>
            isFilledAt(model, place),
          )
        : within({ line: active.line + line, column: active.column + column }, bounds);
    select(to, how.isStretching === true);
  };

  const apply: Grid['apply'] = (edits, called) => {
    const before = model;
    const isDone = send(edits, called);
    if (isDone && edits.some((edit) => edit.kind === 'cell')) {
      // Looked at when it is drawn anew: only what lost its last cell by this edit is kept as begun.
      pendingEmptied.current = before;
    }
    return isDone;
  };

  const pendingEmptied = useRef<GridModel | undefined>(undefined);
  useEffect(() => {
    const { current: before } = pendingEmptied;
    if (before === undefined || before === model) return;
    pendingEmptied.current = undefined;
    const gone = emptied(before, model);
    if (gone.length > 0) setDrafts((rows) => [...rows, ...gone]);
  }, [model]);

  const write: Grid['write'] = (writes, called) => {
    const { edits, left: over } = writeAll({ model, exercises, draftSessions, firstOpenWeek }, writes);
    setLeft(over);
    apply(edits, called);
  };

  const later = useRef<{ readonly writes: readonly Write[]; readonly called: string } | undefined>(undefined);
  useEffect(() => {
    const { current: waiting } = later;
    if (waiting === undefined) return;
    later.current = undefined;
    write(waiting.writes, waiting.called);
  });

  return {
    model,
    exercises,
    selection: kept,
    rectangle: rectangleOf(kept),
    activeLine: model.lines[kept.active.line],
    firstOpenWeek,
    editing,
    left,
    textAt: (place) => textAt({ model, exercises }, place),
    select,
    step,
    open: setEditing,
    close: () => setEditing(undefined),
    move: (after) => {
      const [line, column] = STEP[after];
      setEditing(undefined);
      if (after !== 'stay') step(line, column);
    },
    apply,
    write,
    writeLater: (writes, called) => {
      later.current = { writes, called };
    },
    dropLeft: () => setLeft([]),
    addRow: (row) => {
      setDrafts((rows) => [...rows, row]);
      wanted.current = { key: rowLineKey(row), column: Math.max(0, kept.active.column) };
    },
    forgetRow: (row) => setDrafts((rows) => rows.filter((one) => rowLineKey(one) !== rowLineKey(row))),
    addSession: (session) => {
      setDraftSessions((sessions) => [...sessions, session]);
      wanted.current = { key: `add\n${session.name}`, column: -1 };
    },
    goToKey: (key, column) => {
      wanted.current = { key, column: column ?? kept.active.column };
      setSelection((before) => ({ ...before }));
    },
  };
};
