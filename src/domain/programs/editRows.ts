import { fail, ok, type Result } from '../kernel/result.ts';
import type { Program, Slot } from './program.ts';
import type { NoSuchSlot, ProgramEdit } from './programEdit.ts';
import { mapWeeks, weeksOf } from './weekWalk.ts';
import { compareLabels } from './labelOrder.ts';

type EditOf<Kind extends ProgramEdit['kind']> = Extract<ProgramEdit, { readonly kind: Kind }>;

interface Row {
  readonly session: string;
  readonly label: string;
  readonly exerciseKey?: string | undefined;
}

const isOf = (slot: Slot, { label, exerciseKey }: Row): boolean =>
  slot.label === label && (exerciseKey === undefined || slot.exerciseKey === exerciseKey);

const hasRow = (program: Program, row: Row): boolean =>
  weeksOf(program).some((week) =>
    week.sessions.some((session) => session.name === row.session && session.slots.some((slot) => isOf(slot, row))),
  );

const missing = ({ session, label }: Row, week = 1): Result<never, NoSuchSlot> => fail({ week, session, label });

/** Every slot of a session changed, week by week; a session that loses its last slot goes. */
const mapSlots = (
  program: Program,
  session: string,
  change: (slots: readonly Slot[], week: number) => readonly Slot[],
): Program =>
  mapWeeks(program, (week, number) => {
    if (week.sessions.every((one) => one.name !== session)) return week;
    const sessions = week.sessions.map((one) =>
      one.name === session ? { ...one, slots: change(one.slots, number) } : one,
    );
    return { ...week, sessions: sessions.filter((one) => one.slots.length > 0) };
  });

/** The new exercise has no week before it: what its first cell came to stands there in full. */
const withExercise = (slot: Slot, exerciseKey: string, isFirst: boolean): Slot => {
  const { written, ...rest } = slot;
  const keeps = written !== undefined && !(isFirst && written.kind === 'change');
  return { ...rest, ...(keeps ? { written } : {}), exerciseKey };
};

export const setExercise = (program: Program, edit: EditOf<'exercise'>): Result<Program, NoSuchSlot> => {
  const { fromWeek, session, label, exerciseKey } = edit;
  if (!hasRow(program, { session, label })) return missing(edit, fromWeek);
  let isFirst = true;
  return ok(
    mapSlots(program, session, (slots, week) => {
      if (week < fromWeek) return slots;
      return slots.map((slot) => {
        if (slot.label !== label) return slot;
        const next = withExercise(slot, exerciseKey, isFirst);
        isFirst = false;
        return next;
      });
    }),
  );
};

export const setProgression = (program: Program, edit: EditOf<'progression'>): Result<Program, NoSuchSlot> => {
  const { session, label, progression } = edit;
  if (!hasRow(program, { session, label })) return missing(edit);
  const slotWith = ({ progression: _before, ...slot }: Slot): Slot =>
    progression === undefined ? slot : { ...slot, progression };
  return ok(mapSlots(program, session, (slots) => slots.map((slot) => (slot.label === label ? slotWith(slot) : slot))));
};

export const setRow = (program: Program, edit: EditOf<'row'>): Result<Program, NoSuchSlot> => {
  const { session, role, noGymKey } = edit;
  if (!hasRow(program, edit)) return missing(edit);
  const slotWith = ({ noGymKey: _before, ...slot }: Slot): Slot => ({
    ...slot,
    role,
    ...(noGymKey === undefined ? {} : { noGymKey }),
  });
  return ok(mapSlots(program, session, (slots) => slots.map((slot) => (isOf(slot, edit) ? slotWith(slot) : slot))));
};

const byLabel = (a: Slot, b: Slot): number => compareLabels(a.label, b.label);

/** New labels, all at once, so that two rows can change places; the rows stand in the order of their labels. */
export const setLabels = (program: Program, edit: EditOf<'labels'>): Result<Program, NoSuchSlot> => {
  const { session, rows } = edit;
  const unknown = rows.find((row) => !hasRow(program, { session, ...row }));
  if (unknown !== undefined) return missing({ session, ...unknown });
  const slotWith = (slot: Slot): Slot => {
    const row = rows.find((one) => isOf(slot, { session, ...one }));
    return row === undefined ? slot : { ...slot, label: row.to };
  };
  return ok(mapSlots(program, session, (slots) => slots.map(slotWith).toSorted(byLabel)));
};

export const removeRow = (program: Program, edit: EditOf<'removeRow'>): Result<Program, NoSuchSlot> => {
  if (!hasRow(program, edit)) return missing(edit, edit.fromWeek);
  return ok(
    mapSlots(program, edit.session, (slots, week) =>
      week < edit.fromWeek ? slots : slots.filter((slot) => !isOf(slot, edit)),
    ),
  );
};

export const setNote = (program: Program, edit: EditOf<'note'>): Result<Program, NoSuchSlot> => {
  const { week, session, label } = edit;
  const text = edit.text.trim();
  const isThere = weeksOf(program)[week - 1]?.sessions.some(
    (one) => one.name === session && one.slots.some((slot) => slot.label === label),
  );
  if (isThere !== true) return missing(edit, week);
  const slotWith = ({ note: _before, ...slot }: Slot): Slot => (text === '' ? slot : { ...slot, note: text });
  return ok(
    mapSlots(program, session, (slots, number) =>
      number === week ? slots.map((slot) => (slot.label === label ? slotWith(slot) : slot)) : slots,
    ),
  );
};
