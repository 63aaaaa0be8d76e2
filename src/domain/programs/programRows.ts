import { mergeOrder } from './mergeOrder.ts';
import type { Program, ProgressionKind, Session, Slot, SlotRole } from './program.ts';
import { weeksOf } from './weekWalk.ts';
import { compareLabels } from './labelOrder.ts';

/** One row of the whole program: an exercise in its place of a session, through every week. */
export interface ProgramRow {
  readonly session: string;
  readonly label: string;
  readonly exerciseKey: string;
  readonly role: SlotRole;
  readonly noGymKey?: string | undefined;
  readonly progression?: ProgressionKind | undefined;
  /** One for each week; absent where the row is not done. */
  readonly slots: readonly (Slot | undefined)[];
}

export interface ProgramSession {
  readonly name: string;
  /** One for each week; absent where there is none. */
  readonly weeks: readonly (Session | undefined)[];
  readonly rows: readonly ProgramRow[];
}

const keyOf = (slot: Slot): string => `${slot.label}\n${slot.exerciseKey}`;

const keyed = new WeakMap<Session, ReadonlyMap<string, Slot>>();

const NO_SLOTS: ReadonlyMap<string, Slot> = new Map();

/** The slots of a session by row. Sessions that an edit left alone stay the same objects, and are not looked through again. */
const slotsByRow = (session: Session | undefined): ReadonlyMap<string, Slot> => {
  if (session === undefined) return NO_SLOTS;
  const known = keyed.get(session);
  if (known !== undefined) return known;
  const slots = new Map(session.slots.map((slot) => [keyOf(slot), slot]));
  keyed.set(session, slots);
  return slots;
};

const rowsOf = (name: string, weeks: readonly (Session | undefined)[]): readonly ProgramRow[] => {
  const inWeeks = weeks.map(slotsByRow);
  // The same order week after week is the rule: told once.
  const orders = [...new Set(inWeeks.map((slots) => [...slots.keys()].join('\t')))].map((order) => order.split('\t'));
  const keys = mergeOrder(
    orders.map((order) => order.filter((key) => key !== '')),
    compareLabels,
  );
  return keys.flatMap((key) => {
    const slots = inWeeks.map((one) => one.get(key));
    const first = slots.find((slot) => slot !== undefined);
    if (first === undefined) return [];
    const { label, exerciseKey, role, noGymKey, progression } = first;
    return { session: name, label, exerciseKey, role, noGymKey, progression, slots };
  });
};

/** A program as rows over all its weeks, in an order that is true to every week: what a grid shows. */
export const programRows = (program: Pick<Program, 'blocks'>): readonly ProgramSession[] => {
  const weeks = weeksOf(program);
  const orders = [...new Set(weeks.map((week) => week.sessions.map(({ name }) => name).join('\t')))];
  const names = mergeOrder(
    orders.map((order) => order.split('\t').filter((name) => name !== '')),
    compareLabels,
  );
  return names.map((name) => {
    const sessions = weeks.map((week) => week.sessions.find((session) => session.name === name));
    return { name, weeks: sessions, rows: rowsOf(name, sessions) };
  });
};
