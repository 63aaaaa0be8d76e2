import { addDays } from '../../domain/kernel/plainDate.ts';
import type { Block, Program, Session, Slot, Week } from '../../domain/programs/program.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import { weeksOf } from '../../domain/programs/weekWalk.ts';
import { change, type WriteDb } from '../db/sql.ts';
import {
  insertBlock,
  insertPrescription,
  insertSession,
  insertSlot,
  insertWeek,
  slotFacts,
  type StoredProgram,
} from './programStore.ts';
import type { StoredWeek } from './programWeekStore.ts';

type IdOf = (exerciseKey: string) => number;

/** The number of an exercise in the file; a program that names one the library does not have is a defect. */
export const idFinder =
  (idByKey: ReadonlyMap<string, number>): IdOf =>
  (key) => {
    const id = idByKey.get(key);
    if (id === undefined) throw new Error(`the program names exercise ${key}, which the library does not have`);
    return id;
  };

const weekOf = ({ weekId, baseWeek, number, kind, startsOn, lever, sessions }: StoredWeek): Week => ({
  id: weekId,
  baseWeek,
  number,
  kind,
  startsOn,
  lever,
  sessions: sessions.map(({ sessionId, ...session }) => ({
    ...session,
    id: Number(sessionId),
    slots: session.slots.map(({ slotId, ...slot }) => ({ ...slot, id: slotId })),
  })),
});

/** Weeks as they are stored, under their blocks: a program as a value. Everything in it knows the row it is stored in. */
export const programOf = (facts: StoredProgram, weeks: readonly StoredWeek[]): Program => {
  const blocks: (Omit<Block, 'weeks'> & { readonly weeks: Week[] })[] = [];
  for (const week of weeks) {
    const last = blocks.at(-1);
    if (last?.id === week.blockId) last.weeks.push(weekOf(week));
    else blocks.push({ id: week.blockId, name: week.block, goal: week.goal, phase: week.phase, weeks: [weekOf(week)] });
  }
  const { name, templateKey, entryClass, startsOn } = facts;
  return { name, templateKey, entryClass, startsOn, blocks };
};

/** Places are unique among siblings: what changes place is put out of the way first. */
const OUT_OF_THE_WAY = 100_000;

const textOf = (slot: Slot): string =>
  JSON.stringify([
    slot.label,
    slot.exerciseKey,
    slot.noGymKey,
    slot.role,
    slot.progression,
    slot.note,
    slot.written === undefined ? undefined : printCell(slot.written),
    printCell({ kind: 'sets', prescriptions: slot.prescriptions }),
  ]);

const updateSlot = (db: WriteDb, id: number, slot: Slot, idOf: IdOf): void => {
  change(
    db,
    'UPDATE slot SET label = ?, exercise_id = ?, no_gym_id = ?, role = ?, written = ?, progression = ?, note = ? WHERE id = ?',
    ...slotFacts(slot, idOf),
    id,
  );
  change(db, 'DELETE FROM prescription WHERE slot_id = ?', id);
  slot.prescriptions.forEach((prescription, place) => insertPrescription(db, id, place, prescription));
};

interface Kept<T> {
  readonly before: T;
  readonly after: T;
  readonly id: number;
}

/** What became of some rows: gone, new, or kept. */
const compared = <T extends { readonly id?: number | undefined }>(before: readonly T[], after: readonly T[]) => {
  const afterById = new Map(after.flatMap((one) => (one.id === undefined ? [] : [[one.id, one] as const])));
  const beforeIds = new Set(before.flatMap((one) => one.id ?? []));
  return {
    gone: before.flatMap((one) => (one.id === undefined || afterById.has(one.id) ? [] : [one.id])),
    kept: before.flatMap((one): Kept<T>[] => {
      const next = one.id === undefined ? undefined : afterById.get(one.id);
      return one.id === undefined || next === undefined ? [] : [{ before: one, after: next, id: one.id }];
    }),
    isKnown: ({ id }: T): boolean => id !== undefined && beforeIds.has(id),
  };
};

const saveSlots = (
  db: WriteDb,
  sessionId: number,
  before: readonly Slot[],
  after: readonly Slot[],
  idOf: IdOf,
): void => {
  const { gone, kept, isKnown } = compared(before, after);
  for (const id of gone) change(db, 'DELETE FROM slot WHERE id = ?', id);
  const isReordered = after.some((slot, place) => before[place]?.id !== slot.id);
  if (isReordered) {
    change(db, 'UPDATE slot SET ordinal = ordinal + ? WHERE session_id = ?', OUT_OF_THE_WAY, sessionId);
    after.forEach((slot, place) => {
      if (isKnown(slot)) change(db, 'UPDATE slot SET ordinal = ? WHERE id = ?', place, slot.id);
    });
  }
  for (const { before: old, after: next, id } of kept) {
    if (textOf(old) !== textOf(next)) updateSlot(db, id, next, idOf);
  }
  after.forEach((slot, place) => {
    if (!isKnown(slot)) insertSlot(db, sessionId, place, slot, idOf);
  });
};

const saveSessions = (db: WriteDb, weekId: number, before: Week, after: Week, idOf: IdOf): void => {
  const { gone, kept, isKnown } = compared(before.sessions, after.sessions);
  for (const id of gone) change(db, 'DELETE FROM session WHERE id = ?', id);
  const isReordered = after.sessions.some((session, place) => before.sessions[place]?.id !== session.id);
  if (isReordered) change(db, 'UPDATE session SET ordinal = ordinal + ? WHERE week_id = ?', OUT_OF_THE_WAY, weekId);
  after.sessions.forEach((session, place) => {
    if (!isKnown(session)) insertSession(db, weekId, place, session, idOf);
    else if (isReordered) change(db, 'UPDATE session SET ordinal = ? WHERE id = ?', place, session.id);
  });
  for (const { before: old, after: next, id } of kept) {
    saveSession(db, id, old, next);
    saveSlots(db, id, old.slots, next.slots, idOf);
  }
};

const saveSession = (db: WriteDb, id: number, before: Session, after: Session): void => {
  const { name, weekday, minutes, timeOfDay } = after;
  const isSame = before.name === name && before.weekday === weekday && before.minutes === minutes;
  if (isSame && before.timeOfDay === timeOfDay) return;
  change(
    db,
    'UPDATE session SET name = ?, weekday = ?, minutes = ?, time_of_day = ? WHERE id = ?',
    name,
    weekday,
    minutes,
    timeOfDay,
    id,
  );
};

const saveBlocks = (db: WriteDb, programId: number, before: Program, after: Program): readonly number[] => {
  const { isKnown } = compared(before.blocks, after.blocks);
  const isReordered = after.blocks.some((block, place) => before.blocks[place]?.id !== block.id);
  if (isReordered) change(db, 'UPDATE block SET ordinal = ordinal + ? WHERE program_id = ?', OUT_OF_THE_WAY, programId);
  return after.blocks.map((block, place) => {
    if (block.id === undefined || !isKnown(block)) return insertBlock(db, programId, place, block);
    const { name, goal, phase, id } = block;
    change(
      db,
      'UPDATE block SET ordinal = ?, name = ?, goal = ?, phase = ? WHERE id = ?',
      place,
      name,
      goal,
      phase,
      id,
    );
    return id;
  });
};

interface Placed {
  readonly week: Week;
  readonly blockId: number | undefined;
  /** From 1 over the whole program. */
  readonly ordinal: number;
}

const placed = (program: Program, blockIds: readonly (number | undefined)[]): readonly Placed[] => {
  let ordinal = 0;
  return program.blocks.flatMap((block, place) =>
    block.weeks.map((week) => ({ week, blockId: blockIds[place], ordinal: (ordinal += 1) })),
  );
};

const saveWeekRow = (db: WriteDb, id: number, { week, blockId, ordinal }: Placed): void => {
  change(
    db,
    'UPDATE week SET block_id = ?, ordinal = ?, number = ?, kind = ?, starts_on = ?, lever = ?, base_week = ? WHERE id = ?',
    blockId,
    ordinal,
    week.number,
    week.kind,
    week.startsOn,
    week.lever,
    week.baseWeek,
    id,
  );
};

const rowText = ({ week, blockId, ordinal }: Placed): string =>
  JSON.stringify([blockId, ordinal, week.number, week.kind, week.startsOn, week.lever, week.baseWeek]);

const saveWeeks = (db: WriteDb, before: Program, after: Program, blockIds: readonly number[], idOf: IdOf): void => {
  const { gone, isKnown } = compared(weeksOf(before), weeksOf(after));
  const old = new Map(
    placed(
      before,
      before.blocks.map((block) => block.id),
    ).map((one) => [one.week.id, one]),
  );
  for (const id of gone) change(db, 'DELETE FROM week WHERE id = ?', id);
  const moved = placed(after, blockIds).filter((one) => {
    const known = old.get(one.week.id);
    return known !== undefined && rowText(known) !== rowText(one);
  });
  for (const { week } of moved)
    change(db, 'UPDATE week SET ordinal = ordinal + ? WHERE id = ?', OUT_OF_THE_WAY, week.id);
  for (const one of moved) if (one.week.id !== undefined) saveWeekRow(db, one.week.id, one);
  for (const { week, blockId, ordinal } of placed(after, blockIds)) {
    const known = old.get(week.id)?.week;
    if (week.id !== undefined && known !== undefined) saveSessions(db, week.id, known, week, idOf);
    else if (!isKnown(week) && blockId !== undefined) insertWeek(db, blockId, ordinal, week, idOf);
  }
};

/**
 * Stores what became of a program and nothing else: whatever stays as it was keeps its row, so that what was lifted against it still
 * points at it. Rows are known by the `id` in the value; what has none is new. The program's revision rises by one.
 */
export const saveProgram = (db: WriteDb, programId: number, before: Program, after: Program, idOf: IdOf): void => {
  const last = weeksOf(after).at(-1);
  if (last === undefined) throw new Error('a program without weeks');
  const blockIds = saveBlocks(db, programId, before, after);
  saveWeeks(db, before, after, blockIds, idOf);
  // Last, for a block takes its weeks with it.
  for (const id of compared(before.blocks, after.blocks).gone) change(db, 'DELETE FROM block WHERE id = ?', id);
  change(
    db,
    'UPDATE program SET name = ?, starts_on = ?, ends_on = ?, revision = revision + 1 WHERE id = ?',
    after.name,
    after.startsOn,
    addDays(last.startsOn, 6),
    programId,
  );
};
