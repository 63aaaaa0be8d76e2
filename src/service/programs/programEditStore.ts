import { addDays } from '../../domain/kernel/plainDate.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import type { Program, Session, Slot, Week } from '../../domain/programs/program.ts';
import { countRow } from '../db/columns.ts';
import { change, readOne, type WriteDb } from '../db/sql.ts';
import {
  insertPrescription,
  insertSession,
  insertSlot,
  insertWeek,
  type StoredProgram,
  type StoredWeek,
} from './programStore.ts';

type StoredSession = StoredWeek['sessions'][number];
type StoredSlot = StoredSession['slots'][number];
type IdOf = (exerciseKey: string) => number;

/** Weeks as they are stored, under their blocks: a program as a value. */
export const programOf = (facts: StoredProgram, weeks: readonly StoredWeek[]): Program => {
  const blocks: { name: string; goal: string; phase: StoredWeek['phase']; weeks: Week[] }[] = [];
  for (const week of weeks) {
    const { block: name, goal, phase, weekId: _weekId, ...rest } = week;
    const last = blocks.at(-1);
    if (last?.name === name) last.weeks.push(rest);
    else blocks.push({ name, goal, phase, weeks: [rest] });
  }
  const { name, templateKey, entryClass, startsOn } = facts;
  return { name, templateKey, entryClass, startsOn, blocks };
};

const textOf = (slot: Slot): string =>
  JSON.stringify([
    slot.exerciseKey,
    slot.noGymKey,
    slot.role,
    slot.progression,
    slot.written === undefined ? undefined : printCell(slot.written),
    printCell({ kind: 'sets', prescriptions: slot.prescriptions }),
  ]);

const updateSlot = (db: WriteDb, id: number, slot: Slot, idOf: IdOf): void => {
  change(
    db,
    'UPDATE slot SET exercise_id = ?, no_gym_id = ?, role = ?, written = ?, progression = ? WHERE id = ?',
    idOf(slot.exerciseKey),
    slot.noGymKey === undefined ? undefined : idOf(slot.noGymKey),
    slot.role,
    slot.written === undefined ? undefined : printCell(slot.written),
    slot.progression,
    id,
  );
  change(db, 'DELETE FROM prescription WHERE slot_id = ?', id);
  slot.prescriptions.forEach((prescription, place) => insertPrescription(db, id, place, prescription));
};

/** Places count from 0 and are unique: what moves is put out of the way first. */
const OUT_OF_THE_WAY = 1000;

const saveSlots = (db: WriteDb, stored: StoredSession, session: Session, idOf: IdOf): void => {
  const before = new Map<string, StoredSlot>(stored.slots.map((slot) => [slot.label, slot]));
  for (const slot of stored.slots) {
    if (session.slots.every(({ label }) => label !== slot.label)) {
      change(db, 'DELETE FROM slot WHERE id = ?', slot.slotId);
    }
  }
  const isReordered = session.slots.some(({ label }, place) => stored.slots[place]?.label !== label);
  if (isReordered) {
    change(db, 'UPDATE slot SET ordinal = ordinal + ? WHERE session_id = ?', OUT_OF_THE_WAY, stored.sessionId);
  }
  session.slots.forEach((slot, place) => {
    const old = before.get(slot.label);
    if (old === undefined) return insertSlot(db, stored.sessionId, place, slot, idOf);
    if (isReordered) change(db, 'UPDATE slot SET ordinal = ? WHERE id = ?', place, old.slotId);
    return textOf(old) === textOf(slot) ? undefined : updateSlot(db, old.slotId, slot, idOf);
  });
};

const nextPlace = (db: WriteDb, weekId: number): number =>
  readOne(db, countRow, 'SELECT coalesce(max(ordinal), -1) + 1 AS n FROM session WHERE week_id = ?', weekId)?.n ?? 0;

const saveWeek = (db: WriteDb, stored: StoredWeek, week: Week, idOf: IdOf): void => {
  if (stored.kind !== week.kind) change(db, 'UPDATE week SET kind = ? WHERE id = ?', week.kind, stored.weekId);
  for (const session of stored.sessions) {
    if (week.sessions.every(({ name }) => name !== session.name)) {
      change(db, 'DELETE FROM session WHERE id = ?', session.sessionId);
    }
  }
  for (const session of week.sessions) {
    const old = stored.sessions.find(({ name }) => name === session.name);
    if (old === undefined) insertSession(db, stored.weekId, nextPlace(db, stored.weekId), session, idOf);
    else saveSlots(db, old, session, idOf);
  }
};

/**
 * Stores what an edit changed and nothing else: a slot that stays as it was keeps its row, so that what was lifted against it
 * still points at it. The program's revision rises by one.
 */
export const saveProgramEdit = (
  db: WriteDb,
  programId: number,
  stored: readonly StoredWeek[],
  after: Program,
  idOf: IdOf,
): void => {
  const weeks = after.blocks.flatMap((block) => block.weeks);
  stored.forEach((week, place) => {
    const next = weeks[place];
    if (next !== undefined) saveWeek(db, week, next, idOf);
  });
  change(db, 'UPDATE program SET revision = revision + 1 WHERE id = ?', programId);
};

/** Stores a program in which `week` was repeated: later weeks move on, the copy comes in between. */
export const insertRepeatedWeek = (
  db: WriteDb,
  programId: number,
  stored: readonly StoredWeek[],
  after: Program,
  week: number,
  idOf: IdOf,
): void => {
  const weeks = after.blocks.flatMap((block) => block.weeks);
  const original = stored[week - 1];
  const copy = weeks[week];
  if (original === undefined || copy === undefined) throw new Error(`week ${week} was repeated and is not there`);
  // The last first: places in a block are unique.
  for (const later of stored.slice(week).toReversed()) {
    change(
      db,
      'UPDATE week SET ordinal = ordinal + 1, starts_on = ? WHERE id = ?',
      addDays(later.startsOn, 7),
      later.weekId,
    );
  }
  insertWeek(db, blockOf(db, original.weekId), original.ordinal + 1, copy, idOf);
  change(
    db,
    'UPDATE program SET revision = revision + 1, ends_on = ? WHERE id = ?',
    addDays(weeks.at(-1)?.startsOn ?? copy.startsOn, 6),
    programId,
  );
};

const blockOf = (db: WriteDb, weekId: number): number => {
  const block = readOne(db, countRow, 'SELECT block_id AS n FROM week WHERE id = ?', weekId);
  if (block === undefined) throw new Error(`week ${weekId} is gone`);
  return block.n;
};
