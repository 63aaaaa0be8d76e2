import { z } from 'zod';
import type { MassUnit } from '../../domain/kernel/quantity.ts';
import {
  PHASES,
  PROGRESSION_KINDS,
  WEEK_KINDS,
  type LoadBasis,
  type Prescription,
  type WrittenCell,
} from '../../domain/programs/program.ts';
import { readCell } from '../../domain/programs/shorthand.ts';
import { loadBasis } from '../../contract/schemas/program.ts';
import { massUnit, plainDate, sessionId, timeOfDay, weekday } from '../../contract/schemas/scalars.ts';
import { flag, optional } from '../db/columns.ts';
import { groupRows } from '../db/groupRows.ts';
import { readAll, type ReadDb } from '../db/sql.ts';

const BASIS_FIELD = {
  pct1rm: 'fraction',
  pctTm: 'fraction',
  mvc: 'fraction',
  rpe: 'rpe',
  rir: 'rir',
  rm: 'rm',
  load: 'loadKg',
  bodyweight: 'rung',
  open: undefined,
} as const;

const basisOf = (kind: LoadBasis['kind'], value: number | undefined, unit: MassUnit | undefined): LoadBasis => {
  const field = BASIS_FIELD[kind];
  return loadBasis.parse({
    kind,
    ...(field === undefined || value === undefined ? {} : { [field]: value }),
    ...(unit === undefined ? {} : { unit }),
  });
};

const weekRow = z.object({
  week_id: z.int(),
  block_id: z.int(),
  block: z.string(),
  goal: z.string(),
  phase: optional(z.enum(PHASES)),
  ordinal: z.int(),
  number: z.int(),
  kind: z.enum(WEEK_KINDS),
  starts_on: plainDate,
  lever: z.string(),
  base_week: optional(z.int()),
});

const sessionRow = z.object({
  id: sessionId,
  week_id: z.int(),
  name: z.string(),
  weekday,
  minutes: z.int(),
  time_of_day: optional(timeOfDay),
});

const slotRow = z.object({
  id: z.int(),
  session_id: z.int(),
  label: z.string(),
  exercise_key: z.string(),
  no_gym_key: optional(z.string()),
  role: z.enum(['main', 'assistance']),
  written: optional(z.string()),
  progression: optional(z.enum(PROGRESSION_KINDS)),
  note: optional(z.string()),
});

/** Read back from the shorthand it is stored in; only cells that say more than their sets are stored so. */
const writtenCell = (written: string | undefined): WrittenCell | undefined => {
  if (written === undefined) return undefined;
  const { cell } = readCell(written);
  return cell.kind === 'sets' || cell.kind === 'none' ? undefined : cell;
};

const prescriptionRow = z
  .object({
    slot_id: z.int(),
    sets: z.int(),
    reps: optional(z.int()),
    reps_to: optional(z.int()),
    hold_s: optional(z.int()),
    contacts: optional(z.int()),
    distance_m: optional(z.int()),
    is_per_side: flag,
    basis: z.enum(['pct1rm', 'pctTm', 'rpe', 'rir', 'rm', 'load', 'mvc', 'bodyweight', 'open']),
    basis_value: optional(z.number()),
    basis_unit: optional(massUnit),
    rpe_cap: optional(z.number()),
    tempo: optional(z.string()),
    rest_s: optional(z.int()),
    cue: optional(z.string()),
  })
  .transform((row): { slotId: number; prescription: Prescription } => ({
    slotId: row.slot_id,
    prescription: {
      sets: row.sets,
      reps: row.reps,
      repsTo: row.reps_to,
      holdS: row.hold_s,
      contacts: row.contacts,
      distanceM: row.distance_m,
      ...(row.is_per_side ? { isPerSide: true as const } : {}),
      basis: basisOf(row.basis, row.basis_value, row.basis_unit),
      rpeCap: row.rpe_cap,
      tempo: row.tempo,
      restS: row.rest_s,
      cue: row.cue,
    },
  }));

/** The weeks of a program, all of them or the one that starts on a Monday, down to every prescription. */
export const programWeeks = (db: ReadDb, id: number, monday?: string) => {
  const inProgram = `week_id IN (SELECT w.id FROM week w JOIN block b ON b.id = w.block_id
    WHERE b.program_id = ?1 AND (?2 IS NULL OR w.starts_on = ?2))`;
  const weeks = readAll(
    db,
    weekRow,
    `SELECT w.id AS week_id, w.block_id, b.name AS block, b.goal, b.phase, w.ordinal, w.number, w.kind, w.starts_on, w.lever,
       w.base_week
     FROM week w JOIN block b ON b.id = w.block_id
     WHERE b.program_id = ?1 AND (?2 IS NULL OR w.starts_on = ?2) ORDER BY w.ordinal`,
    id,
    monday,
  );
  const sessionsIn = groupRows(
    readAll(db, sessionRow, `SELECT * FROM session WHERE ${inProgram} ORDER BY week_id, ordinal`, id, monday),
    (row) => row.week_id,
  );
  const slotsIn = groupRows(
    readAll(
      db,
      slotRow,
      `SELECT s.id, s.session_id, s.label, e.key AS exercise_key, g.key AS no_gym_key, s.role, s.written,
         s.progression, s.note
       FROM slot s JOIN exercise e ON e.id = s.exercise_id LEFT JOIN exercise g ON g.id = s.no_gym_id
       WHERE s.session_id IN (SELECT id FROM session WHERE ${inProgram}) ORDER BY s.session_id, s.ordinal`,
      id,
      monday,
    ),
    (row) => row.session_id,
  );
  const prescriptionsIn = groupRows(
    readAll(
      db,
      prescriptionRow,
      `SELECT * FROM prescription WHERE slot_id IN (SELECT id FROM slot WHERE session_id IN
         (SELECT id FROM session WHERE ${inProgram})) ORDER BY slot_id, ordinal`,
      id,
      monday,
    ),
    (row) => row.slotId,
  );
  return weeks.map((week) => ({
    weekId: week.week_id,
    blockId: week.block_id,
    block: week.block,
    goal: week.goal,
    phase: week.phase,
    ordinal: week.ordinal,
    number: week.number,
    kind: week.kind,
    startsOn: week.starts_on,
    lever: week.lever,
    baseWeek: week.base_week,
    sessions: (sessionsIn.get(week.week_id) ?? []).map((session) => ({
      sessionId: session.id,
      name: session.name,
      weekday: session.weekday,
      minutes: session.minutes,
      ...(session.time_of_day === undefined ? {} : { timeOfDay: session.time_of_day }),
      slots: (slotsIn.get(session.id) ?? []).map((slot) => ({
        slotId: slot.id,
        label: slot.label,
        exerciseKey: slot.exercise_key,
        noGymKey: slot.no_gym_key,
        role: slot.role,
        written: writtenCell(slot.written),
        progression: slot.progression,
        note: slot.note,
        prescriptions: (prescriptionsIn.get(slot.id) ?? []).map((row) => row.prescription),
      })),
    })),
  }));
};

export type StoredWeek = ReturnType<typeof programWeeks>[number];
