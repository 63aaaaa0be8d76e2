import type { MassUnit } from '../kernel/quantity.ts';
import type { PrintedLine, PrintedRow } from '../sheets/printedSession.ts';
import { deviationOf, NOTHING_PLANNED, plannedSetOf, type DoneSet, type PlannedSet } from './plannedSet.ts';
import { printBox, type BoxEntry } from './typedBox.ts';
import { emptyLine, readLine, type LineProblem, type TypedLine } from './typedLine.ts';

/** What was typed into a row of paper: its lines in order. */
export interface TypedRow {
  readonly label: string;
  readonly lines: readonly TypedLine[];
}

/** A set that was done, with the row it stands in. The note of a line is kept with its first set. */
export interface DraftSet extends DoneSet {
  readonly label: string;
  readonly exerciseKey: string;
  readonly notes?: string | undefined;
}

export interface SessionProblem extends LineProblem {
  readonly label: string;
  /** 0 for the row's first line. */
  readonly line: number;
}

/** The sets that a typed session comes to, in the order of paper, and everything in it that is not understood. */
export interface SessionDraft {
  readonly sets: readonly DraftSet[];
  readonly problems: readonly SessionProblem[];
}

export const emptyRows = (rows: readonly PrintedRow[]): readonly TypedRow[] =>
  rows.map(({ label, lines }) => ({ label, lines: lines.map(emptyLine) }));

/** Whether nothing was typed: everything stands as planned. */
export const isAsPlanned = (rows: readonly TypedRow[]): boolean =>
  rows.every(({ lines }) =>
    lines.every(({ boxes, rpe, notes }) => [...boxes, rpe, notes].every((text) => text.trim() === '')),
  );

const typedLineAt = (rows: readonly TypedRow[], label: string, at: number, line: PrintedLine): TypedLine =>
  rows.find((row) => row.label === label)?.lines[at] ?? emptyLine(line);

/** Planned lines and what was typed into them become the sets that were done. Rows that were not typed are as planned. */
export const draftSession = (rows: readonly PrintedRow[], typed: readonly TypedRow[], unit: MassUnit): SessionDraft => {
  const sets: DraftSet[] = [];
  const problems: SessionProblem[] = [];
  for (const { label, exerciseKey, lines } of rows) {
    lines.forEach((line, at) => {
      const typedLine = typedLineAt(typed, label, at, line);
      const reading = readLine(line, typedLine, unit);
      problems.push(...reading.problems.map((problem) => ({ ...problem, label, line: at })));
      const notes = typedLine.notes.trim();
      sets.push(
        ...reading.boxes.flat().map((set, place) => ({
          label,
          exerciseKey,
          ...set,
          ...(place === 0 && notes !== '' ? { notes } : {}),
        })),
      );
    });
  }
  return { sets, problems };
};

const entryOf = (planned: PlannedSet, done: DoneSet | undefined): BoxEntry =>
  done === undefined ? 'skipped' : deviationOf(planned, done);

const boxText = (entries: readonly BoxEntry[], unit: MassUnit): string => {
  const isPlan = entries.length === 1 && entries[0] !== 'skipped' && Object.keys(entries[0] ?? {}).length === 0;
  return isPlan ? '' : printBox({ entries, skipsRest: false }, unit);
};

type NotedSet = DoneSet & Pick<DraftSet, 'notes'>;

/** A line with these sets in its boxes; what is more than its boxes stands in the last. */
const lineWith = (line: PrintedLine, done: readonly NotedSet[], unit: MassUnit): TypedLine => {
  const planned = plannedSetOf(line);
  const last = Math.max(0, line.setBoxes - 1);
  const boxes = Array.from({ length: Math.max(1, line.setBoxes) }, (_, box) => {
    if (planned === undefined && done[box] === undefined) return '';
    const own = box === last && done.length > box ? done.slice(box) : [done[box]];
    return boxText(
      own.map((set) => entryOf(planned ?? NOTHING_PLANNED, set)),
      unit,
    );
  });
  return { boxes, rpe: '', notes: done.flatMap(({ notes }) => notes ?? []).join('; ') };
};

/**
 * The way back: how a session that was recorded otherwise would have been typed into these rows. Sets are dealt out to the rows of
 * their exercise in order; the last of these takes what is left. Sets of other exercises have no place on paper: `others`.
 */
export const typedRowsOf = (
  rows: readonly PrintedRow[],
  done: readonly Omit<DraftSet, 'label'>[],
  unit: MassUnit,
): { readonly rows: readonly TypedRow[]; readonly others: number } => {
  const left = new Map<string, NotedSet[]>();
  for (const { exerciseKey, ...set } of done) left.set(exerciseKey, [...(left.get(exerciseKey) ?? []), set]);
  const isLast = (index: number, line: number): boolean => {
    const row = rows[index];
    const isAgain = rows.slice(index + 1).some(({ exerciseKey }) => exerciseKey === row?.exerciseKey);
    return !isAgain && line === (row?.lines.length ?? 0) - 1;
  };
  const typed = rows.map(({ label, exerciseKey, lines }, index) => ({
    label,
    lines: lines.map((line, at) => {
      const sets = left.get(exerciseKey) ?? [];
      const taken = isLast(index, at) ? sets.length : line.setBoxes;
      left.set(exerciseKey, sets.slice(taken));
      return lineWith(line, sets.slice(0, taken), unit);
    }),
  }));
  return { rows: typed, others: [...left.values()].reduce((sum, sets) => sum + sets.length, 0) };
};
