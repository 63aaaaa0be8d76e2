import type { ProgramRow, ProgramSession } from '../../domain/programs/programRows.ts';
import type { GridColumn, GridLine, GridModel } from './gridModel.ts';

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

const isSameRow = (a: ProgramRow, b: ProgramRow): boolean =>
  a.role === b.role && a.noGymKey === b.noGymKey && a.progression === b.progression && isSameList(a.slots, b.slots);

const isSameSession = (a: ProgramSession, b: ProgramSession): boolean => isSameList(a.weeks, b.weeks);

const isSameColumn = (a: GridColumn, b: GridColumn): boolean =>
  a.week === b.week &&
  a.kind === b.kind &&
  a.startsOn === b.startsOn &&
  a.block === b.block &&
  a.goal === b.goal &&
  a.isBlockStart === b.isBlockStart;

/** Lines are found by key: label, exercise and session are in it. */
const isSameLine = (a: GridLine, b: GridLine): boolean => {
  if (a.kind === 'row' && b.kind === 'row') return isSameRow(a.row, b.row);
  if (a.kind === 'session' && b.kind === 'session') return a.draft === b.draft && isSameSession(a.session, b.session);
  return a.kind === 'add' && b.kind === 'add';
};

/** What did not change stays the same object, so that it is not drawn again. */
const keptModel = (before: GridModel | undefined, next: GridModel): GridModel => {
  if (before === undefined) return next;
  const columns = next.columns.map((column, at) => {
    const old = before.columns[at];
    return old !== undefined && isSameColumn(old, column) ? old : column;
  });
  const old = new Map(before.lines.map((line) => [line.key, line]));
  const lines = next.lines.map((line) => {
    const known = old.get(line.key);
    return known !== undefined && isSameLine(known, line) ? known : line;
  });
  return {
    columns: isSameList(before.columns, columns) ? before.columns : columns,
    lines: isSameList(before.lines, lines) ? before.lines : lines,
  };
};

/** Remembers what was drawn last, and keeps of it what comes next has too. */
const keeper = <T>(kept: (before: T | undefined, next: T) => T): ((next: T) => T) => {
  let before: T | undefined;
  return (next) => {
    before = kept(before, next);
    return before;
  };
};

export const modelKeeper = (): ((next: GridModel) => GridModel) => keeper(keptModel);

type Groups<T> = ReadonlyMap<string, readonly T[]>;

/** Lists by cell: those that did not change stay the same lists, so that their cells are not drawn again. */
export const groupsKeeper = <T>(): ((next: Groups<T>) => Groups<T>) =>
  keeper((before: Groups<T> | undefined, next) => {
    if (before === undefined) return next;
    const kept = new Map<string, readonly T[]>();
    for (const [key, list] of next) {
      const old = before.get(key);
      kept.set(key, old !== undefined && isSameList(old, list) ? old : list);
    }
    return kept;
  });
