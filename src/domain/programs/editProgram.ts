import { fail, ok, type Result } from '../kernel/result.ts';
import type { Cell, Program, ProgressionKind, Session, Slot, Week } from './program.ts';
import { readCell } from './shorthand.ts';
import { workOut, type WorkedOut } from './workOut.ts';

/** One change of a program. Weeks count from 1 over the whole program. */
export type ProgramEdit =
  /** What stands in one cell, in shorthand. */
  | {
      readonly kind: 'cell';
      readonly week: number;
      readonly session: string;
      readonly label: string;
      readonly text: string;
    }
  /** Another exercise in a slot, from a week to the end of the program. */
  | {
      readonly kind: 'exercise';
      readonly fromWeek: number;
      readonly session: string;
      readonly label: string;
      readonly exerciseKey: string;
    }
  /** How a slot goes on, in every week; absent: by what the slot is. */
  | {
      readonly kind: 'progression';
      readonly session: string;
      readonly label: string;
      readonly progression?: ProgressionKind | undefined;
    };

/** A place that a program does not have. */
export interface NoSuchSlot {
  readonly week: number;
  readonly session: string;
  readonly label: string;
}

const weeksOf = (program: Program): readonly Week[] => program.blocks.flatMap((block) => block.weeks);

/** The same slot in another week, the nearest before or else the first after: it knows the exercise. */
const siblingOf = (program: Program, { week, session, label }: NoSuchSlot) => {
  const found = weeksOf(program).flatMap((one, index) =>
    one.sessions
      .filter((candidate) => candidate.name === session)
      .flatMap((candidate) =>
        candidate.slots
          .filter((slot) => slot.label === label)
          .map((slot) => ({ week: index + 1, session: candidate, slot })),
      ),
  );
  return found.findLast((one) => one.week <= week) ?? found[0];
};

const withCell = (slot: Slot, cell: Exclude<Cell, { readonly kind: 'none' }>): Slot => {
  const { written: _written, ...rest } = slot;
  return cell.kind === 'sets'
    ? { ...rest, prescriptions: cell.prescriptions }
    : { ...rest, prescriptions: [], written: cell };
};

const byLabel = (a: Slot, b: Slot): number => a.label.localeCompare(b.label, 'en', { numeric: true });

/** A session with one cell set; a slot that it did not have that week takes its place by its label. */
const sessionWith = (session: Session, sibling: Slot, cell: Cell): Session => {
  const others = session.slots.filter((slot) => slot.label !== sibling.label);
  if (cell.kind === 'none') return { ...session, slots: others };
  const own = session.slots.find((slot) => slot.label === sibling.label);
  if (own === undefined) return { ...session, slots: [...others, withCell(sibling, cell)].toSorted(byLabel) };
  return { ...session, slots: session.slots.map((slot) => (slot === own ? withCell(slot, cell) : slot)) };
};

const mapWeek = (program: Program, week: number, change: (week: Week) => Week): Program => {
  let number = 0;
  const blocks = program.blocks.map((block) => ({
    ...block,
    weeks: block.weeks.map((one) => {
      number += 1;
      return number === week ? change(one) : one;
    }),
  }));
  return { ...program, blocks };
};

const setCell = (
  program: Program,
  edit: Extract<ProgramEdit, { readonly kind: 'cell' }>,
): Result<Program, NoSuchSlot> => {
  const { week, session: name, label } = edit;
  const sibling = siblingOf(program, edit);
  if (sibling === undefined || weeksOf(program)[week - 1] === undefined) return fail({ week, session: name, label });
  const { cell } = readCell(edit.text);
  return ok(
    mapWeek(program, week, (one) => {
      const session = one.sessions.find((candidate) => candidate.name === name) ?? { ...sibling.session, slots: [] };
      const next = sessionWith(session, sibling.slot, cell);
      const isNew = !one.sessions.includes(session);
      const sessions = isNew
        ? [...one.sessions, next]
        : one.sessions.map((candidate) => (candidate === session ? next : candidate));
      return { ...one, sessions: sessions.filter((candidate) => candidate.slots.length > 0) };
    }),
  );
};

const setExercise = (
  program: Program,
  edit: Extract<ProgramEdit, { readonly kind: 'exercise' }>,
): Result<Program, NoSuchSlot> => {
  const { fromWeek, session: name, label, exerciseKey } = edit;
  if (siblingOf(program, { week: fromWeek, session: name, label }) === undefined) {
    return fail({ week: fromWeek, session: name, label });
  }
  const slotWith = (slot: Slot): Slot => (slot.label === label ? { ...slot, exerciseKey } : slot);
  // The new exercise has no week before it: what the first cell came to stands there in full.
  const firstWith = (slot: Slot): Slot => {
    if (slot.written?.kind !== 'change') return slotWith(slot);
    const { written, ...rest } = slot;
    return slotWith(slot.label === label ? rest : { ...rest, written });
  };
  const weekWith = (week: Week, isFirst: boolean): Week => ({
    ...week,
    sessions: week.sessions.map((session) =>
      session.name === name ? { ...session, slots: session.slots.map(isFirst ? firstWith : slotWith) } : session,
    ),
  });
  let next = program;
  let isFirst = true;
  weeksOf(program).forEach((one, index) => {
    if (index + 1 < fromWeek) return;
    next = mapWeek(next, index + 1, (week) => weekWith(week, isFirst));
    isFirst &&= !one.sessions.some(
      (session) => session.name === name && session.slots.some((slot) => slot.label === label),
    );
  });
  return ok(next);
};

const setProgression = (
  program: Program,
  { session: name, label, progression }: Extract<ProgramEdit, { readonly kind: 'progression' }>,
): Result<Program, NoSuchSlot> => {
  const place = { week: 1, session: name, label };
  if (siblingOf(program, place) === undefined) return fail(place);
  const slotWith = ({ progression: _before, ...slot }: Slot): Slot =>
    progression === undefined ? slot : { ...slot, progression };
  const sessionWithIt = (session: Session): Session =>
    session.name === name
      ? { ...session, slots: session.slots.map((slot) => (slot.label === label ? slotWith(slot) : slot)) }
      : session;
  const blocks = program.blocks.map((block) => ({
    ...block,
    weeks: block.weeks.map((week) => ({ ...week, sessions: week.sessions.map(sessionWithIt) })),
  }));
  return ok({ ...program, blocks });
};

const applyEdit = (program: Program, edit: ProgramEdit): Result<Program, NoSuchSlot> => {
  switch (edit.kind) {
    case 'cell':
      return setCell(program, edit);
    case 'exercise':
      return setExercise(program, edit);
    case 'progression':
      return setProgression(program, edit);
  }
};

/**
 * A program with some changes, relative cells worked out anew. Refused where an edit names a slot that the program has in no week:
 * nothing is half done.
 */
export const editProgram = (program: Program, edits: readonly ProgramEdit[]): Result<WorkedOut, NoSuchSlot> => {
  let next = program;
  for (const edit of edits) {
    const result = applyEdit(next, edit);
    if (!result.ok) return result;
    next = result.value;
  }
  return ok(workOut(next));
};
