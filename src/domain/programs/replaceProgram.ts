import { fail, ok, type Result } from '../kernel/result.ts';
import { gridOf, layOutGrid, type GridSession, type ProgramGrid } from './grid.ts';
import type { Program, Session, Slot, Week } from './program.ts';
import type { NoSuchSlot, ProgramEdit } from './programEdit.ts';
import { weeksOf } from './weekWalk.ts';
import { gridOfWritten } from './writtenProgram.ts';

/** Days for new sessions that name none. */
const DAYS = [2, 5, 4, 1, 6, 3, 7] as const;

/** The session of a grid in a week of it; weeks from 0. */
const sessionIn = ({ blocks }: ProgramGrid, index: number, name: string): GridSession | undefined => {
  let first = 0;
  for (const block of blocks) {
    if (index < first + block.weekKinds.length) return block.sessions.find((session) => session.name === name);
    first += block.weekKinds.length;
  }
  return undefined;
};

/** A slot is the one it was where label and exercise are the same, else where the label is. */
const withSlots = (slots: readonly Slot[], before: readonly Slot[]): readonly Slot[] => {
  const taken = new Set<Slot>();
  const claim = (found: Slot | undefined): Slot | undefined => {
    if (found !== undefined) taken.add(found);
    return found;
  };
  const same = slots.map((slot) =>
    claim(before.find((one) => one.label === slot.label && one.exerciseKey === slot.exerciseKey)),
  );
  return slots.map((slot, place) => {
    const old = same[place] ?? claim(before.find((one) => one.label === slot.label && !taken.has(one)));
    if (old === undefined) return slot;
    return { ...slot, id: old.id, ...(old.note === undefined ? {} : { note: old.note }) };
  });
};

interface Texts {
  readonly before: ProgramGrid;
  readonly after: ProgramGrid;
}

/** The text has one day for a session: where it was not changed, each week keeps the day it had. */
const withSession = (session: Session, old: Session | undefined, index: number, texts: Texts): Session => {
  if (old === undefined) return session;
  const [told, tells] = [texts.before, texts.after].map((grid) => sessionIn(grid, index, session.name));
  const keepsDay = tells?.weekday === undefined || tells.weekday === told?.weekday;
  return {
    ...session,
    id: old.id,
    weekday: keepsDay ? old.weekday : session.weekday,
    ...(keepsDay && old.timeOfDay !== undefined ? { timeOfDay: old.timeOfDay } : {}),
    minutes: tells?.minutes === told?.minutes ? old.minutes : session.minutes,
    slots: withSlots(session.slots, old.slots),
  };
};

const withWeek = (week: Week, old: Week | undefined, index: number, texts: Texts): Week => {
  if (old === undefined) return week;
  const { id, baseWeek, number, lever } = old;
  return {
    ...week,
    id,
    baseWeek,
    number,
    lever,
    sessions: week.sessions.map((session) =>
      withSession(
        session,
        old.sessions.find(({ name }) => name === session.name),
        index,
        texts,
      ),
    ),
  };
};

/**
 * A program as it is written elsewhere. What has the same place stays what it was: weeks by their number, sessions by name, slots by
 * label, so that what was lifted still points at them. Refused without a week.
 */
export const replaceProgram = (
  program: Program,
  { name, blocks }: Extract<ProgramEdit, { readonly kind: 'replace' }>,
): Result<Program, NoSuchSlot> => {
  const after = gridOfWritten(name, blocks);
  const { templateKey, entryClass, startsOn } = program;
  const laid = layOutGrid(after, { templateKey, entryClass, startsOn, weekdays: DAYS }).program;
  const weeks = weeksOf(program);
  if (weeksOf(laid).length === 0) return fail({ week: 1, session: '', label: '' });
  const texts = { before: gridOf(program), after };
  let index = -1;
  return ok({
    ...program,
    name,
    blocks: laid.blocks.map((block, place) => ({
      ...block,
      id: program.blocks[place]?.id,
      weeks: block.weeks.map((week) => {
        index += 1;
        return withWeek(week, weeks[index], index, texts);
      }),
    })),
  });
};
