import { useMemo, useState } from 'react';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { readTsv, writeTsv } from '../../domain/programs/clipboard.ts';
import { counted } from '../format.ts';
import type { After } from '../grid/CellInput.tsx';
import { fillWrites } from '../grid/gridCommands.ts';
import { pasteWrites, placesIn, type LeftOver, type Write } from '../grid/gridEdits.ts';
import {
  edgeFrom,
  movedTo,
  rectangleOf,
  within,
  type Place,
  type Rectangle,
  type Selection,
} from '../grid/selection.ts';
import { lineOf, textIn, writeInto, type Line, type RosterGridView } from './rosterGridModel.ts';
import { useRosterEdits } from './useRosterEdits.ts';

/** What could not be written, and whose it was. */
export interface NotWritten extends LeftOver {
  readonly athlete: string;
}

interface Editing {
  readonly initial: string;
  readonly isReplacing: boolean;
}

export interface RosterGridState {
  readonly lines: readonly Line[];
  readonly columns: number;
  readonly selection: Selection;
  readonly rectangle: Rectangle;
  readonly activeLine: Line | undefined;
  readonly editing: Editing | undefined;
  readonly left: readonly NotWritten[];
  readonly isSaving: boolean;
  readonly select: (place: Place, isStretching: boolean) => void;
  readonly step: (line: number, column: number, how: { isStretching: boolean; toEdge: boolean }) => void;
  readonly selectAll: () => void;
  readonly open: (editing: Editing) => void;
  readonly close: () => void;
  readonly commit: (text: string, after: After) => void;
  readonly clear: () => void;
  readonly fill: (direction: 'right' | 'down') => void;
  readonly paste: (text: string) => void;
  readonly copy: () => string;
  readonly dropLeft: () => void;
}

const STEP: Readonly<Record<After, readonly [line: number, column: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
};

const START: Place = { line: 0, column: 0 };

/** The roster grid as a spreadsheet: what is selected, what is being written, and every change as one named step. */
export const useRosterGrid = (
  view: RosterGridView,
  rows: RosterGridView['rows'],
  exercises: ReadonlyMap<string, Exercise>,
): RosterGridState => {
  const { programOf, apply, isSaving } = useRosterEdits(view);
  const [chosen, setSelection] = useState<Selection>({ active: START, anchor: START });
  const [editing, setEditing] = useState<Editing>();
  const [left, setLeft] = useState<readonly NotWritten[]>([]);
  const lines = useMemo(() => rows.map((row) => lineOf(row, programOf(row), exercises)), [rows, programOf, exercises]);
  const columns = view.mondays.length;
  const bounds = { lines: lines.length, columns };
  const selection = { active: within(chosen.active, bounds), anchor: within(chosen.anchor, bounds) };
  const rectangle = rectangleOf(selection);
  const { active } = selection;
  const activeLine = lines[active.line];
  const subject = view.subject?.name ?? '';
  const textAt = ({ line, column }: Place): string => textIn(lines[line], column);

  const select = (place: Place, isStretching: boolean): void => {
    setEditing(undefined);
    setSelection(movedTo(selection, within(place, bounds), isStretching));
  };
  const step: RosterGridState['step'] = (line, column, { isStretching, toEdge }) => {
    const by = { line: Math.sign(line), column: Math.sign(column) };
    const to = toEdge
      ? edgeFrom(active, by, bounds, (place) => textAt(place) !== '')
      : { line: active.line + line, column: active.column + column };
    select(to, isStretching);
  };
  /** `called` names the step by how many cells it really writes. */
  const write = (writes: readonly Write[], called: (cells: string) => string): void => {
    const { edits, left: over } = writeInto(lines, writes);
    setLeft(over.map((one) => ({ ...one, athlete: lines[one.line]?.row.athlete.name ?? '' })));
    apply(edits, called(counted(edits.length, 'cell')));
  };

  return {
    lines,
    columns,
    selection,
    rectangle,
    activeLine,
    editing,
    left,
    isSaving,
    select,
    step,
    selectAll: () =>
      setSelection({ anchor: START, active: within({ line: lines.length - 1, column: columns - 1 }, bounds) }),
    open: setEditing,
    close: () => setEditing(undefined),
    commit: (text, after) => {
      const { name } = activeLine?.row.athlete ?? { name: '' };
      if (text !== textAt(active))
        write([{ ...active, text }], () => `Edit ${activeLine?.row.exercise ?? ''} of ${name}`);
      setEditing(undefined);
      const [line, column] = STEP[after];
      if (after !== 'stay') step(line, column, { isStretching: false, toEdge: false });
    },
    clear: () => {
      const filled = placesIn(rectangle).filter((place) => place.column >= 0 && textAt(place) !== '');
      write(
        filled.map((place) => ({ ...place, text: '' })),
        (cells) => `Clear ${cells} of ${subject}`,
      );
    },
    fill: (direction) => {
      const writes = fillWrites({ rectangle, textAt }, direction).filter(({ column }) => column >= 0);
      write(writes, (cells) => `Fill ${direction} ${subject}: ${cells}`);
    },
    paste: (text) => {
      const copied = readTsv(text);
      if (copied.length === 0) return;
      const writes = pasteWrites(copied, rectangle, () => true, lines.length);
      write(writes, (cells) => `Paste ${cells} of ${subject}`);
    },
    copy: () => {
      const { fromLine, toLine, fromColumn, toColumn } = rectangle;
      return writeTsv(
        Array.from({ length: toLine - fromLine + 1 }, (_, line) =>
          Array.from({ length: toColumn - fromColumn + 1 }, (__, column) =>
            textAt({ line: fromLine + line, column: fromColumn + column }),
          ),
        ),
      );
    },
    dropLeft: () => setLeft([]),
  };
};
