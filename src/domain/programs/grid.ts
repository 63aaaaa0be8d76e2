import { addDays, type PlainDate, type Weekday } from '../kernel/plainDate.ts';
import { mergeOrder } from './mergeOrder.ts';
import type {
  Block,
  Cell,
  EntryClass,
  Phase,
  Program,
  ProgressionKind,
  Session,
  Slot,
  SlotRole,
  Week,
  WeekKind,
} from './program.ts';
import { cellOf, rowKey, workOut, type WorkedOut } from './workOut.ts';
import { compareLabels } from './labelOrder.ts';

/** One row of the grid: an exercise in a session, a cell a week. */
export interface GridRow {
  readonly label: string;
  readonly exerciseKey: string;
  readonly noGymKey?: string | undefined;
  readonly role: SlotRole;
  readonly progression?: ProgressionKind | undefined;
  /** One for each week of the block. */
  readonly cells: readonly Cell[];
}

export interface GridSession {
  readonly name: string;
  /** Absent in a template: the athlete's week decides. */
  readonly weekday?: Weekday | undefined;
  readonly minutes: number;
  readonly rows: readonly GridRow[];
}

export interface GridBlock {
  readonly name: string;
  readonly goal: string;
  readonly phase?: Phase | undefined;
  readonly weekKinds: readonly WeekKind[];
  readonly sessions: readonly GridSession[];
}

/** A program as the coach sees it: sessions as groups of rows, weeks side by side. */
export interface ProgramGrid {
  readonly name: string;
  readonly blocks: readonly GridBlock[];
}

export interface LayOutOrder {
  readonly templateKey: string;
  readonly entryClass: EntryClass;
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** Days for the sessions that name none, in the order of the sessions. */
  readonly weekdays: readonly Weekday[];
}

const slotAt = (row: GridRow, index: number): Slot | undefined => {
  const cell = row.cells[index] ?? { kind: 'none' };
  if (cell.kind === 'none') return undefined;
  const { label, exerciseKey, noGymKey, role, progression } = row;
  return {
    label,
    exerciseKey,
    ...(noGymKey === undefined ? {} : { noGymKey }),
    role,
    prescriptions: cell.kind === 'sets' ? cell.prescriptions : [],
    ...(cell.kind === 'sets' ? {} : { written: cell }),
    ...(progression === undefined ? {} : { progression }),
  };
};

/** Days for sessions that have none: as many as are given, then every second day after the last. */
const weekdayFor = (session: GridSession, place: number, weekdays: readonly Weekday[]): Weekday => {
  if (session.weekday !== undefined) return session.weekday;
  const given = weekdays[place];
  if (given !== undefined) return given;
  const last = weekdays.at(-1) ?? 2;
  return (((last - 1 + 2 * (place - weekdays.length + 1)) % 7) + 1) as Weekday;
};

const sessionAt = (session: GridSession, place: number, index: number, order: LayOutOrder): readonly Session[] => {
  const slots = session.rows.flatMap((row) => slotAt(row, index) ?? []);
  if (slots.length === 0) return [];
  const weekday = weekdayFor(session, place, order.weekdays);
  return [{ name: session.name, weekday, minutes: session.minutes, slots }];
};

/** The program of a grid for one athlete, week by week, every relative cell worked out; what could not be is said. */
export const layOutGrid = (grid: ProgramGrid, order: LayOutOrder): WorkedOut => {
  let number = 0;
  const blocks = grid.blocks.map((block): Block => {
    const weeks = block.weekKinds.map((kind, index): Week => {
      number += 1;
      return {
        number,
        kind,
        startsOn: addDays(order.startsOn, (number - 1) * 7),
        lever: '',
        sessions: block.sessions.flatMap((session, place) => sessionAt(session, place, index, order)),
      };
    });
    const { name, goal, phase } = block;
    return { name, goal, ...(phase === undefined ? {} : { phase }), weeks };
  });
  const { templateKey, entryClass, startsOn } = order;
  return workOut({ name: grid.name, templateKey, entryClass, startsOn, blocks });
};

/** One row for a label and exercise of a session, in an order that is true to every week. */
const rowsOf = (weeks: readonly Week[], name: string): readonly GridRow[] => {
  const slotsOf = weeks.map((week) =>
    week.sessions.filter((session) => session.name === name).flatMap((session) => session.slots),
  );
  const keyed = slotsOf.map((slots) => new Map(slots.map((slot) => [rowKey(name, slot), slot])));
  const keys = mergeOrder(
    keyed.map((slots) => [...slots.keys()]),
    compareLabels,
  );
  return keys.flatMap((key) => {
    const slot = keyed.find((slots) => slots.has(key))?.get(key);
    if (slot === undefined) return [];
    const { label, exerciseKey, noGymKey, role, progression } = slot;
    return {
      label,
      exerciseKey,
      ...(noGymKey === undefined ? {} : { noGymKey }),
      role,
      ...(progression === undefined ? {} : { progression }),
      cells: keyed.map((slots) => cellOf(slots.get(key))),
    };
  });
};

const sessionsOf = (weeks: readonly Week[]): readonly GridSession[] => {
  const sessions = weeks.flatMap((week) => week.sessions);
  const names = mergeOrder(
    weeks.map((week) => week.sessions.map((session) => session.name)),
    compareLabels,
  );
  return names.flatMap((name) => {
    const first = sessions.find((session) => session.name === name);
    return first === undefined
      ? []
      : { name, weekday: first.weekday, minutes: first.minutes, rows: rowsOf(weeks, name) };
  });
};

/** A program as its grid: laid out again it is the same program, as long as a session keeps its day and its minutes. */
export const gridOf = (program: Pick<Program, 'name' | 'blocks'>): ProgramGrid => ({
  name: program.name,
  blocks: program.blocks.map(({ name, goal, phase, weeks }) => ({
    name,
    goal,
    ...(phase === undefined ? {} : { phase }),
    weekKinds: weeks.map((week) => week.kind),
    sessions: sessionsOf(weeks),
  })),
});

/** Weeks with nothing in them yet, all to build. */
export const emptyGrid = (name: string, weeks: number): ProgramGrid => ({
  name,
  blocks: [
    { name: 'Block 1', goal: '', weekKinds: Array.from({ length: weeks }, (): WeekKind => 'build'), sessions: [] },
  ],
});
