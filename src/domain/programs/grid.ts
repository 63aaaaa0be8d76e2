import { addDays, type PlainDate, type Weekday } from '../kernel/plainDate.ts';
import { applyChange } from './change.ts';
import { mergeOrder } from './mergeOrder.ts';
import type {
  Block,
  Cell,
  EntryClass,
  Phase,
  Prescription,
  Program,
  ProgressionKind,
  Session,
  Slot,
  SlotRole,
  Week,
  WeekKind,
} from './program.ts';

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

/** A cell that could not be worked out, and where it stands. `week` counts from 1 over the whole program. */
export interface GridFault {
  readonly week: number;
  readonly session: string;
  readonly label: string;
  readonly reason: string;
}

export interface LaidOut {
  readonly program: Program;
  readonly faults: readonly GridFault[];
}

export interface LayOutOrder {
  readonly templateKey: string;
  readonly entryClass: EntryClass;
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** Days for the sessions that name none, in the order of the sessions. */
  readonly weekdays: readonly Weekday[];
}

/** What a row did last, and last in a week that was no deload. */
interface RowPast {
  readonly last: readonly Prescription[];
  readonly lastFull: readonly Prescription[];
}

/** Relative cells look at the same exercise in the same place of the same session, in whatever block. */
const rowKey = (session: string, row: Pick<GridRow, 'label' | 'exerciseKey'>): string =>
  `${session}\n${row.label}\n${row.exerciseKey}`;

interface Walk {
  readonly past: Map<string, RowPast>;
  readonly faults: GridFault[];
}

/**
 * The sets a cell comes to. A relative cell looks at the last week that was no deload [D]; in a deload week it looks at the week
 * before, so that a deload takes from what was lifted.
 */
const setsOf = (
  cell: Cell,
  kind: WeekKind,
  past: RowPast | undefined,
  onFault: (reason: string) => void,
): readonly Prescription[] => {
  if (cell.kind === 'sets') return cell.prescriptions;
  if (cell.kind !== 'change') return [];
  const before = kind === 'deload' ? past?.last : past?.lastFull;
  if (before === undefined || before.length === 0) {
    onFault('There is no week before to go on from');
    return [];
  }
  const after = applyChange(before, cell);
  if (after.ok) return after.value;
  onFault(after.error.reason);
  return [];
};

const remember = (walk: Walk, key: string, kind: WeekKind, sets: readonly Prescription[]): void => {
  if (sets.length === 0) return;
  const before = walk.past.get(key);
  walk.past.set(key, { last: sets, lastFull: kind === 'deload' ? (before?.lastFull ?? sets) : sets });
};

const layOutRow = (
  row: GridRow,
  session: string,
  place: { readonly index: number; readonly week: number; readonly kind: WeekKind },
  walk: Walk,
): Slot | undefined => {
  const cell = row.cells[place.index] ?? { kind: 'none' };
  if (cell.kind === 'none') return undefined;
  const key = rowKey(session, row);
  const prescriptions = setsOf(cell, place.kind, walk.past.get(key), (reason) =>
    walk.faults.push({ week: place.week, session, label: row.label, reason }),
  );
  remember(walk, key, place.kind, prescriptions);
  const { label, exerciseKey, noGymKey, role, progression } = row;
  return {
    label,
    exerciseKey,
    ...(noGymKey === undefined ? {} : { noGymKey }),
    role,
    prescriptions,
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

const layOutSession = (
  session: GridSession,
  place: number,
  at: { readonly index: number; readonly week: number; readonly kind: WeekKind },
  order: LayOutOrder,
  walk: Walk,
): Session | undefined => {
  const slots = session.rows.flatMap((row) => layOutRow(row, session.name, at, walk) ?? []);
  if (slots.length === 0) return undefined;
  const weekday = weekdayFor(session, place, order.weekdays);
  return { name: session.name, weekday, minutes: session.minutes, slots };
};

/** The program of a grid for one athlete, week by week, every relative cell worked out; what could not be is said. */
export const layOutGrid = (grid: ProgramGrid, order: LayOutOrder): LaidOut => {
  const walk: Walk = { past: new Map(), faults: [] };
  let number = 0;
  const blocks = grid.blocks.map((block): Block => {
    const weeks = block.weekKinds.map((kind, index): Week => {
      number += 1;
      const at = { index, week: number, kind };
      return {
        number,
        kind,
        startsOn: addDays(order.startsOn, (number - 1) * 7),
        lever: '',
        sessions: block.sessions.flatMap((session, place) => layOutSession(session, place, at, order, walk) ?? []),
      };
    });
    const { name, goal, phase } = block;
    return { name, goal, ...(phase === undefined ? {} : { phase }), weeks };
  });
  const { templateKey, entryClass, startsOn } = order;
  return { program: { name: grid.name, templateKey, entryClass, startsOn, blocks }, faults: walk.faults };
};

const byLabel = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** One row for a label and exercise of a session, in an order that is true to every week. */
const rowsOf = (weeks: readonly Week[], name: string): readonly GridRow[] => {
  const slotsOf = weeks.map((week) =>
    week.sessions.filter((session) => session.name === name).flatMap((session) => session.slots),
  );
  const keyed = slotsOf.map((slots) => new Map(slots.map((slot) => [rowKey(name, slot), slot])));
  const keys = mergeOrder(
    keyed.map((slots) => [...slots.keys()]),
    byLabel,
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

const cellOf = (slot: Slot | undefined): Cell =>
  slot === undefined ? { kind: 'none' } : (slot.written ?? { kind: 'sets', prescriptions: slot.prescriptions });

const sessionsOf = (weeks: readonly Week[]): readonly GridSession[] => {
  const sessions = weeks.flatMap((week) => week.sessions);
  const names = mergeOrder(
    weeks.map((week) => week.sessions.map((session) => session.name)),
    byLabel,
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
