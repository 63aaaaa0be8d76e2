import { matchExercise } from '../../domain/exercises/matchName.ts';
import type { Exercise } from '../../domain/exercises/exercise.ts';
import { WEEKDAYS, type Weekday } from '../../domain/kernel/plainDate.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import { weekdayName } from '../format.ts';
import { cellText, type DraftSession, type GridLine, type GridModel } from './gridModel.ts';
import { EXERCISE_COLUMN, type Place, type Rectangle } from './selection.ts';

export interface Write extends Place {
  readonly text: string;
}

/** What could not be written, and why: shown with its text, so that nothing is lost. */
export interface LeftOver extends Write {
  readonly reason: string;
}

export interface Written {
  readonly edits: readonly ProgramEdit[];
  readonly left: readonly LeftOver[];
}

interface Target {
  readonly model: GridModel;
  readonly exercises: readonly Exercise[];
  readonly draftSessions: readonly DraftSession[];
  /** Weeks before it are history: what is taken away is taken from here on. */
  readonly firstOpenWeek: number;
}

const sessionText = (line: Extract<GridLine, { kind: 'session' }>, column: number): string => {
  if (column < 0) return line.session.name;
  const session = line.session.weeks[column];
  return session === undefined ? '' : weekdayName(session.weekday);
};

/** What stands in a place, as a spreadsheet would have it. */
export const textAt = ({ model, exercises }: Pick<Target, 'model' | 'exercises'>, { line, column }: Place): string => {
  const at = model.lines[line];
  if (at === undefined || at.kind === 'add') return '';
  if (at.kind === 'session') return sessionText(at, column);
  if (column === EXERCISE_COLUMN) {
    const key = at.row.exerciseKey;
    return exercises.find((one) => one.key === key)?.name ?? key;
  }
  return cellText(at.row.slots[column]);
};

const weekdayIn = (text: string): Weekday | undefined => {
  const at = WEEKDAYS.find((weekday) => {
    const name = weekdayName(weekday).toLowerCase();
    return text.toLowerCase().startsWith(name);
  });
  return at;
};

const leftOver = (write: Write, reason: string): Written => ({ edits: [], left: [{ ...write, reason }] });

/** A day as `Thu`, minutes as `45`, or both. */
const writeSession = (line: Extract<GridLine, { kind: 'session' }>, write: Write): Written => {
  const session = line.session.name;
  const text = write.text.trim();
  if (write.column === EXERCISE_COLUMN) {
    if (text === '') return leftOver(write, 'a session has a name');
    const weeks = line.session.weeks.flatMap((one, place) => (one === undefined ? [] : place + 1));
    const fromWeek = weeks[0];
    const toWeek = weeks.at(-1);
    if (fromWeek === undefined || toWeek === undefined || text === session) return { edits: [], left: [] };
    return { edits: [{ kind: 'session', session, fromWeek, toWeek, name: text }], left: [] };
  }
  const week = write.column + 1;
  if (line.session.weeks[write.column] === undefined) return leftOver(write, `week ${week} has no ${session} to move`);
  const place = { kind: 'session', session, fromWeek: week, toWeek: week } as const;
  if (text === '') return { edits: [{ kind: 'removeSession', session, fromWeek: week, toWeek: week }], left: [] };
  const weekday = weekdayIn(text);
  const minutes = /(?:^|\s)(\d{1,3})(?:\s*min)?$/u.exec(text)?.[1];
  if (weekday === undefined && minutes === undefined) return leftOver(write, 'a day as Thu, or minutes as 45');
  return {
    edits: [
      {
        ...place,
        ...(weekday === undefined ? {} : { weekday }),
        ...(minutes === undefined ? {} : { minutes: Math.min(240, Number(minutes)) }),
      },
    ],
    left: [],
  };
};

const writeExercise = (
  line: Extract<GridLine, { kind: 'row' }>,
  write: Write,
  { exercises, firstOpenWeek }: Target,
): Written => {
  const match = matchExercise(write.text, exercises, new Map());
  if (match.kind !== 'known') return leftOver(write, 'no exercise of the library is surely called so');
  const { session, label, exerciseKey, slots } = line.row;
  if (match.key === exerciseKey) return { edits: [], left: [] };
  const isWritten = slots.some((slot, place) => slot !== undefined && place + 1 >= firstOpenWeek);
  if (!isWritten) return leftOver(write, 'the row has no cell from this week on');
  return {
    edits: [{ kind: 'exercise', fromWeek: firstOpenWeek, session, label, exerciseKey: match.key }],
    left: [],
  };
};

const writeOne = (target: Target, write: Write): Written => {
  const line = target.model.lines[write.line];
  if (line === undefined || line.kind === 'add') return leftOver(write, 'there is no row here');
  if (write.column >= target.model.columns.length) return leftOver(write, 'the program has no such week');
  if (line.kind === 'session') return writeSession(line, write);
  if (write.column === EXERCISE_COLUMN) return writeExercise(line, write, target);
  const { session, label, exerciseKey } = line.row;
  if (cellText(line.row.slots[write.column]) === write.text.trim()) return { edits: [], left: [] };
  const draft = target.draftSessions.find(({ name }) => name === session);
  const other = target.model.lines.find((one) => one.kind === 'session' && one.session.name === session);
  const isStored = other?.kind === 'session' && other.draft === undefined;
  return {
    edits: [
      {
        kind: 'cell',
        week: write.column + 1,
        session,
        label,
        exerciseKey,
        text: write.text,
        ...(isStored || draft === undefined ? {} : { newSession: { weekday: draft.weekday, minutes: draft.minutes } }),
      },
    ],
    left: [],
  };
};

/** Texts written into places: the edits they are, and what could not be written. */
export const writeAll = (target: Target, writes: readonly Write[]): Written => {
  const edits: ProgramEdit[] = [];
  const left: LeftOver[] = [];
  for (const write of writes) {
    const one = writeOne(target, write);
    edits.push(...one.edits);
    left.push(...one.left);
  }
  return { edits, left };
};

export const placesIn = ({ fromLine, toLine, fromColumn, toColumn }: Rectangle): readonly Place[] =>
  Array.from({ length: toLine - fromLine + 1 }, (_, line) =>
    Array.from({ length: toColumn - fromColumn + 1 }, (__, column) => ({
      line: fromLine + line,
      column: fromColumn + column,
    })),
  ).flat();

/** One copied cell fills what is selected; a block of them goes down from its first corner, over lines that hold no cells. */
export const pasteWrites = (
  rows: readonly (readonly string[])[],
  to: Rectangle,
  isRow: (line: number) => boolean,
  lines: number,
): readonly Write[] => {
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  if (only !== undefined) return placesIn(to).map((place) => ({ ...place, text: only }));
  const startsOnRow = isRow(to.fromLine);
  // A program's cells skip the lines between sessions, where a spreadsheet's rows follow one another.
  const nextFrom = (line: number): number => {
    let next = line;
    while (startsOnRow && next < lines && !isRow(next)) next += 1;
    return next;
  };
  let line = to.fromLine;
  return rows.flatMap((row) => {
    const at = nextFrom(line);
    line = at + 1;
    return row.map((text, place) => ({ line: at, column: to.fromColumn + place, text }));
  });
};
