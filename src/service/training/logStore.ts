import { z } from 'zod';
import { SET_KINDS } from '../../domain/imports/draft.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { liftSessionId, plainDate, runId } from '../../contract/schemas/scalars.ts';
import { flag, optional, textList } from '../db/columns.ts';
import { change, readAll, type ReadDb, type WriteDb } from '../db/sql.ts';

const sessionRow = z.object({
  id: liftSessionId,
  performed_on: plainDate,
  time_of_day: optional(z.string()),
  title: z.string(),
  duration_s: optional(z.number()),
  rpe: optional(z.number()),
  feeling: optional(z.int()),
  notes: optional(z.string()),
  source: z.string(),
  also_in: textList,
});

const setRow = z
  .object({
    lift_session_id: z.int(),
    exercise: z.string(),
    kind: z.enum(SET_KINDS),
    load_kg: optional(z.number()),
    reps: optional(z.number()),
    duration_s: optional(z.number()),
    distance_m: optional(z.number()),
    rpe: optional(z.number()),
    notes: optional(z.string()),
    doubt: optional(z.string()),
  })
  .transform(({ lift_session_id, load_kg, duration_s, distance_m, ...row }) => ({
    liftSessionId: lift_session_id,
    set: { ...row, loadKg: load_kg, durationS: duration_s, distanceM: distance_m },
  }));

const runRow = z.object({
  id: runId,
  performed_on: plainDate,
  time_of_day: optional(z.string()),
  title: optional(z.string()),
  sport: z.string(),
  distance_m: optional(z.number()),
  moving_s: optional(z.number()),
  average_hr: optional(z.number()),
  rpe: optional(z.number()),
  decoupling_pct: optional(z.number()),
  is_key: flag,
  notes: optional(z.string()),
  source: z.string(),
  also_in: textList,
});

const otherRow = z.object({
  performed_on: plainDate,
  time_of_day: optional(z.string()),
  title: optional(z.string()),
  sport: z.string(),
  distance_m: optional(z.number()),
  moving_s: optional(z.number()),
  notes: optional(z.string()),
  source: z.string(),
  also_in: textList,
});

/** A page of the log: the newest entries before a day. */
export interface LogPage {
  readonly athleteId: number;
  readonly before: PlainDate;
  readonly limit: number;
}

const loadRow = z.object({
  lift_session_id: z.int(),
  tonnage_kg: optional(z.number()),
  share: optional(z.number()),
  hard_sets: optional(z.number()),
});

/**
 * What sessions came to (§5): load moved, mean share of the maximum as it stood that day, hard sets of the exercises that day.
 * Warm-ups and doubtful sets stay out.
 */
const loadsOf = (db: ReadDb, sessionIds: readonly number[]) =>
  new Map(
    readAll(
      db,
      loadRow,
      `SELECT lift_session_id, sum(tonnage) AS tonnage_kg, sum(shared) / nullif(sum(shared_reps), 0) AS share,
              sum(hard_sets) AS hard_sets
       FROM (
         SELECT s.lift_session_id, s.exercise_id, l.hard_sets, sum(s.reps * s.load_kg) AS tonnage,
                sum(CASE WHEN l.trend_kg > 0 AND s.load_kg > 0 THEN s.reps * s.load_kg / l.trend_kg END) AS shared,
                sum(CASE WHEN l.trend_kg > 0 AND s.load_kg > 0 THEN s.reps END) AS shared_reps
         FROM lift_session d JOIN lift_set s ON s.lift_session_id = d.id LEFT JOIN lift_day l
           ON l.athlete_id = d.athlete_id AND l.exercise_id = s.exercise_id AND l.day = d.performed_on AND l.is_outlier = 0
         WHERE d.id IN (SELECT value FROM json_each(?)) AND s.kind <> 'warmup' AND s.doubt IS NULL
         GROUP BY s.lift_session_id, s.exercise_id
       ) GROUP BY lift_session_id`,
      JSON.stringify(sessionIds),
    ).map((row) => [
      row.lift_session_id,
      {
        hardSets: row.hard_sets ?? 0,
        tonnageKg: row.tonnage_kg ?? 0,
        ...(row.share === undefined ? {} : { averageIntensityPct: row.share * 100 }),
      },
    ]),
  );

const NO_LOAD = { hardSets: 0, tonnageKg: 0 };

export const liftEntries = (db: ReadDb, { athleteId, before, limit }: LogPage) => {
  const sessions = readAll(
    db,
    sessionRow,
    `SELECT *, (SELECT json_group_array(DISTINCT o.source) FROM other_activity o WHERE o.lift_session_id = lift_session.id) AS also_in
     FROM lift_session WHERE athlete_id = ? AND performed_on < ?
     ORDER BY performed_on DESC, time_of_day DESC LIMIT ?`,
    athleteId,
    before,
    limit,
  );
  const sets = readAll(
    db,
    setRow,
    `SELECT s.lift_session_id, coalesce(s.recorded_as, e.name) AS exercise, s.kind, s.load_kg, s.reps, s.duration_s,
            s.distance_m, s.rpe, s.notes, s.doubt
     FROM lift_set s JOIN exercise e ON e.id = s.exercise_id
     WHERE s.lift_session_id IN (SELECT value FROM json_each(?)) ORDER BY s.lift_session_id, s.ordinal`,
    JSON.stringify(sessions.map((session) => session.id)),
  );
  const loads = loadsOf(
    db,
    sessions.map((session) => session.id),
  );
  return sessions.map((session) => ({
    kind: 'lift' as const,
    liftSessionId: session.id,
    performedOn: session.performed_on,
    timeOfDay: session.time_of_day,
    title: session.title,
    source: session.source,
    alsoIn: session.also_in,
    notes: session.notes,
    durationS: session.duration_s,
    rpe: session.rpe,
    feeling: session.feeling,
    load: loads.get(session.id) ?? NO_LOAD,
    sets: sets.filter((row) => row.liftSessionId === session.id).map((row) => row.set),
  }));
};

export const runEntries = (db: ReadDb, { athleteId, before, limit }: LogPage) =>
  readAll(
    db,
    runRow,
    `SELECT *, (SELECT json_group_array(s.source) FROM run_source s WHERE s.run_id = run.id AND s.source <> run.source) AS also_in
     FROM run WHERE athlete_id = ? AND performed_on < ? ORDER BY performed_on DESC, time_of_day DESC LIMIT ?`,
    athleteId,
    before,
    limit,
  ).map((row) => ({
    kind: 'run' as const,
    runId: row.id,
    performedOn: row.performed_on,
    timeOfDay: row.time_of_day,
    title: row.title ?? row.sport,
    source: row.source,
    alsoIn: row.also_in,
    notes: row.notes,
    distanceM: row.distance_m,
    durationS: row.moving_s,
    averageHr: row.average_hr,
    rpe: row.rpe,
    decouplingPct: row.decoupling_pct,
    isKey: row.is_key,
  }));

interface RunNote {
  readonly rpe?: number | undefined;
  readonly decouplingPct?: number | undefined;
}

/** Writes what no app told of a run: it counts as edited, and no later file writes over it. False when it is not this athlete's. */
export const saveRunNote = (
  db: WriteDb,
  { athleteId, runId: id }: { readonly athleteId: number; readonly runId: number },
  { rpe, decouplingPct }: RunNote,
  now: string,
): boolean =>
  change(
    db,
    'UPDATE run SET rpe = ?, decoupling_pct = ?, edited_at = ? WHERE id = ? AND athlete_id = ?',
    rpe,
    decouplingPct,
    now,
    id,
    athleteId,
  ).rows === 1;

export const otherEntries = (db: ReadDb, { athleteId, before, limit }: LogPage) =>
  readAll(
    db,
    otherRow,
    `SELECT *, (SELECT json_group_array(DISTINCT s.source) FROM other_activity s WHERE s.same_as_id = o.id) AS also_in
     FROM other_activity o WHERE athlete_id = ? AND performed_on < ? AND lift_session_id IS NULL AND same_as_id IS NULL
     ORDER BY performed_on DESC, time_of_day DESC LIMIT ?`,
    athleteId,
    before,
    limit,
  ).map((row) => ({
    kind: 'other' as const,
    performedOn: row.performed_on,
    timeOfDay: row.time_of_day,
    title: row.title ?? row.sport,
    sport: row.sport,
    source: row.source,
    alsoIn: row.also_in,
    notes: row.notes,
    distanceM: row.distance_m,
    durationS: row.moving_s,
  }));

const testEntryRow = z.object({ tested_on: plainDate, key: z.string(), name: z.string(), load_kg: z.number() });

export const testEntries = (db: ReadDb, { athleteId, before, limit }: LogPage) =>
  readAll(
    db,
    testEntryRow,
    `SELECT t.tested_on, e.key, e.name, t.load_kg FROM tested_max t JOIN exercise e ON e.id = t.exercise_id
     WHERE t.athlete_id = ? AND t.tested_on < ? ORDER BY t.tested_on DESC LIMIT ?`,
    athleteId,
    before,
    limit,
  ).map((row) => ({
    kind: 'test' as const,
    performedOn: row.tested_on,
    exerciseKey: row.key,
    exercise: row.name,
    loadKg: row.load_kg,
  }));
