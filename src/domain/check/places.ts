import type { Exercise } from '../exercises/exercise.ts';
import { addDays, type PlainDate } from '../kernel/plainDate.ts';
import type { Phase, Program, Session, Slot, Week } from '../programs/program.ts';
import { exerciseInSlot } from '../programs/weekLevers.ts';
import type { CheckContext } from './context.ts';

/** A week and where it stands, counted from 1 over the whole program. */
export interface PlacedWeek {
  readonly ordinal: number;
  readonly phase?: Phase | undefined;
  readonly week: Week;
}

export interface PlacedSession extends PlacedWeek {
  readonly session: Session;
  readonly on: PlainDate;
}

/** A slot with something to do in it, and the exercise it comes to in its week. */
export interface PlacedSlot extends PlacedSession {
  readonly slot: Slot;
  readonly exercise: Exercise;
}

export const placedWeeks = ({ blocks }: Pick<Program, 'blocks'>): readonly PlacedWeek[] =>
  blocks
    .flatMap(({ phase, weeks }) => weeks.map((week) => ({ phase, week })))
    .map((placed, index) => ({ ordinal: index + 1, ...placed }));

export const sessionsIn = (placed: PlacedWeek): readonly PlacedSession[] =>
  placed.week.sessions.map((session) => ({
    ...placed,
    session,
    on: addDays(placed.week.startsOn, session.weekday - 1),
  }));

/** The sessions of a program in the order of their days. */
export const placedSessions = (program: Program): readonly PlacedSession[] =>
  placedWeeks(program)
    .flatMap(sessionsIn)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

export const slotsIn = (placed: PlacedSession, { exerciseAt }: CheckContext): readonly PlacedSlot[] =>
  placed.session.slots.flatMap((slot) => {
    const exercise = exerciseInSlot(slot, exerciseAt);
    return exercise === undefined || slot.prescriptions.length === 0 ? [] : [{ ...placed, slot, exercise }];
  });

export const slotsInWeek = (placed: PlacedWeek, context: CheckContext): readonly PlacedSlot[] =>
  sessionsIn(placed).flatMap((session) => slotsIn(session, context));

const found = new WeakMap<CheckContext, readonly PlacedSlot[]>();

/** Every slot of a program with something to do in it. Nearly every rule asks: looked through once for a check. */
export const placedSlots = (context: CheckContext): readonly PlacedSlot[] => {
  const known = found.get(context);
  if (known !== undefined) return known;
  const slots = placedWeeks(context.program).flatMap((placed) => slotsInWeek(placed, context));
  found.set(context, slots);
  return slots;
};

/** Where a remark on a slot stands. */
export const placeOf = ({ ordinal, session, slot }: PlacedSlot) => ({
  week: ordinal,
  session: session.name,
  label: slot.label,
});
