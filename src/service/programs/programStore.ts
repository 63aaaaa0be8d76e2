import { z } from 'zod';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { ProgramId, RaceId } from '../../domain/kernel/ids.ts';
import {
  ENTRY_CLASSES,
  type Block,
  type LoadBasis,
  type Prescription,
  type Program,
  type Session,
  type Slot,
} from '../../domain/programs/program.ts';
import { printCell } from '../../domain/programs/shorthand.ts';
import { athleteId, plainDate, programId, raceId } from '../../contract/schemas/scalars.ts';
import { countRow, optional } from '../db/columns.ts';
import { change, readAll, readOne, type Bindable, type ReadDb, type WriteDb } from '../db/sql.ts';

const basisValue = (basis: LoadBasis): number | undefined => {
  switch (basis.kind) {
    case 'pct1rm':
    case 'pctTm':
    case 'mvc':
      return basis.fraction;
    case 'rpe':
      return basis.rpe;
    case 'rir':
      return basis.rir;
    case 'rm':
      return basis.rm;
    case 'load':
      return basis.loadKg;
    case 'bodyweight':
      return basis.rung;
    case 'open':
      return undefined;
  }
};

/** Where a program comes from, as far as it was copied from a template. */
export interface Copied {
  readonly base?: string | undefined;
  readonly templateVersion?: number | undefined;
  readonly raceId?: RaceId | undefined;
}

/** Stores a whole program. `exerciseIdOf` knows every key the program names. */
export const insertProgram = (
  db: WriteDb,
  athlete: number,
  program: Program,
  createdAt: string,
  exerciseIdOf: (key: string) => number,
  copied: Copied = {},
): ProgramId => {
  const weeks = program.blocks.flatMap((block) => block.weeks);
  const last = weeks.at(-1);
  if (last === undefined) throw new Error('a program without weeks');
  const { id } = change(
    db,
    `INSERT INTO program (athlete_id, template_key, name, entry_class, starts_on, ends_on, revision, created_at,
       base, template_version, race_id)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)`,
    athlete,
    program.templateKey,
    program.name,
    program.entryClass,
    program.startsOn,
    addDays(last.startsOn, 6),
    createdAt,
    copied.base,
    copied.templateVersion,
    copied.raceId,
  );
  let ordinal = 0;
  program.blocks.forEach((block, blockOrdinal) => {
    const blockId = insertBlock(db, id, blockOrdinal, block);
    for (const week of block.weeks) {
      ordinal += 1;
      const baseWeek = copied.base === undefined ? undefined : ordinal;
      insertWeek(db, blockId, ordinal, { ...week, baseWeek }, exerciseIdOf);
    }
  });
  return id as ProgramId;
};

export const insertBlock = (db: WriteDb, program: number, ordinal: number, block: Omit<Block, 'weeks'>): number =>
  change(
    db,
    'INSERT INTO block (program_id, ordinal, name, goal, phase) VALUES (?, ?, ?, ?, ?)',
    program,
    ordinal,
    block.name,
    block.goal,
    block.phase,
  ).id;

export const insertSession = (
  db: WriteDb,
  weekId: number,
  ordinal: number,
  session: Session,
  exerciseIdOf: (key: string) => number,
): void => {
  const { id } = change(
    db,
    'INSERT INTO session (week_id, ordinal, name, weekday, minutes, time_of_day) VALUES (?, ?, ?, ?, ?, ?)',
    weekId,
    ordinal,
    session.name,
    session.weekday,
    session.minutes,
    session.timeOfDay,
  );
  session.slots.forEach((slot, place) => insertSlot(db, id, place, slot, exerciseIdOf));
};

/** What a slot says of itself, from its label to its note. */
export const slotFacts = (slot: Slot, exerciseIdOf: (key: string) => number): readonly Bindable[] => [
  slot.label,
  exerciseIdOf(slot.exerciseKey),
  slot.noGymKey === undefined ? undefined : exerciseIdOf(slot.noGymKey),
  slot.role,
  slot.written === undefined ? undefined : printCell(slot.written),
  slot.progression,
  slot.note,
];

export const insertSlot = (
  db: WriteDb,
  session: number,
  ordinal: number,
  slot: Slot,
  exerciseIdOf: (key: string) => number,
): void => {
  const { id } = change(
    db,
    `INSERT INTO slot (session_id, ordinal, label, exercise_id, no_gym_id, role, written, progression, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    session,
    ordinal,
    ...slotFacts(slot, exerciseIdOf),
  );
  slot.prescriptions.forEach((prescription, index) => insertPrescription(db, id, index, prescription));
};

export const insertWeek = (
  db: WriteDb,
  blockId: number,
  ordinal: number,
  week: Program['blocks'][number]['weeks'][number],
  exerciseIdOf: (key: string) => number,
): void => {
  const weekId = change(
    db,
    'INSERT INTO week (block_id, ordinal, number, kind, starts_on, lever, base_week) VALUES (?, ?, ?, ?, ?, ?, ?)',
    blockId,
    ordinal,
    week.number,
    week.kind,
    week.startsOn,
    week.lever,
    week.baseWeek,
  ).id;
  week.sessions.forEach((session, place) => insertSession(db, weekId, place, session, exerciseIdOf));
};

export const insertPrescription = (db: WriteDb, slotId: number, ordinal: number, prescription: Prescription): void => {
  change(
    db,
    `INSERT INTO prescription (slot_id, ordinal, sets, reps, reps_to, hold_s, contacts, distance_m, is_per_side,
       basis, basis_value, basis_unit, rpe_cap, tempo, rest_s, cue)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    slotId,
    ordinal,
    prescription.sets,
    prescription.reps,
    prescription.repsTo,
    prescription.holdS,
    prescription.contacts,
    prescription.distanceM,
    prescription.isPerSide === true ? 1 : 0,
    prescription.basis.kind,
    basisValue(prescription.basis),
    prescription.basis.kind === 'load' ? prescription.basis.unit : undefined,
    prescription.rpeCap,
    prescription.tempo,
    prescription.restS,
    prescription.cue,
  );
};

const programRow = z
  .object({
    id: programId,
    athlete_id: athleteId,
    template_key: z.string(),
    name: z.string(),
    entry_class: z.enum(ENTRY_CLASSES),
    starts_on: plainDate,
    ends_on: plainDate,
    revision: z.int(),
    base: optional(z.string()),
    template_version: optional(z.int()),
    race_id: optional(raceId),
  })
  .transform((row) => ({
    programId: row.id,
    athleteId: row.athlete_id,
    templateKey: row.template_key,
    name: row.name,
    entryClass: row.entry_class,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    revision: row.revision,
    base: row.base,
    templateVersion: row.template_version,
    raceId: row.race_id,
  }));

export type StoredProgram = z.output<typeof programRow>;

const SELECT_PROGRAM =
  'SELECT id, athlete_id, template_key, name, entry_class, starts_on, ends_on, revision, base, template_version, race_id FROM program';

export const findProgram = (db: ReadDb, id: number): StoredProgram | undefined =>
  readOne(db, programRow, `${SELECT_PROGRAM} WHERE id = ?`, id);

/** An athlete's programs, the newest first. */
export const programsOf = (db: ReadDb, athlete: number): StoredProgram[] =>
  readAll(db, programRow, `${SELECT_PROGRAM} WHERE athlete_id = ? ORDER BY starts_on DESC`, athlete);

/** Copies of a template that have not ended, of athletes who are not archived. */
export const copiesOf = (db: ReadDb, templateKey: string, today: string): StoredProgram[] =>
  readAll(
    db,
    programRow,
    `${SELECT_PROGRAM} WHERE template_key = ? AND base IS NOT NULL AND ends_on >= ?
       AND athlete_id IN (SELECT id FROM athlete WHERE archived_on IS NULL) ORDER BY athlete_id, starts_on`,
    templateKey,
    today,
  );

/** Programs laid back from a race. */
export const programsAimedAt = (db: ReadDb, race: number): StoredProgram[] =>
  readAll(db, programRow, `${SELECT_PROGRAM} WHERE race_id = ? ORDER BY starts_on`, race);

export const aimAt = (db: WriteDb, id: number, race: RaceId): void => {
  change(db, 'UPDATE program SET race_id = ? WHERE id = ?', race, id);
};

export const updateBase = (db: WriteDb, id: number, base: string, templateVersion: number | undefined): void => {
  change(db, 'UPDATE program SET base = ?, template_version = ? WHERE id = ?', base, templateVersion, id);
};

/** Programs that have a week between two Mondays, both included; one or more an athlete. */
export const programsInWeeks = (db: ReadDb, from: string, to: string): StoredProgram[] =>
  readAll(
    db,
    programRow,
    `${SELECT_PROGRAM} WHERE starts_on <= ? AND ends_on >= ? ORDER BY athlete_id, starts_on`,
    to,
    from,
  );

/** Whether a planned session is one of this athlete's. */
export const isPlannedFor = (db: ReadDb, athlete: number, session: number): boolean =>
  (readOne(
    db,
    countRow,
    `SELECT count(*) AS n FROM session s JOIN week w ON w.id = s.week_id JOIN block b ON b.id = w.block_id
       JOIN program p ON p.id = b.program_id WHERE s.id = ? AND p.athlete_id = ?`,
    session,
    athlete,
  )?.n ?? 0) > 0;

/** How many weeks a program has. */
export const programLength = (db: ReadDb, id: number): number =>
  readOne(db, countRow, 'SELECT count(*) AS n FROM week w JOIN block b ON b.id = w.block_id WHERE b.program_id = ?', id)
    ?.n ?? 0;

const startRow = z.object({ starts_on: plainDate });

/** The first day of each block of a program, in order. */
export const blockStarts = (db: ReadDb, id: number): PlainDate[] =>
  readAll(
    db,
    startRow,
    `SELECT min(w.starts_on) AS starts_on FROM week w JOIN block b ON b.id = w.block_id
     WHERE b.program_id = ? GROUP BY b.id ORDER BY 1`,
    id,
  ).map((row) => row.starts_on);

export const deleteProgram = (db: WriteDb, id: number): boolean =>
  change(db, 'DELETE FROM program WHERE id = ?', id).rows === 1;
