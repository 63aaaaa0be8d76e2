import { z } from 'zod';
import { mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { plainDate } from '../../contract/schemas/scalars.ts';
import { optional } from '../db/columns.ts';
import { readAll, readOne, type ReadDb } from '../db/sql.ts';

const dayRow = z.object({ day: optional(plainDate) });

/** The day of an athlete's latest lifting session. */
export const lastLiftDay = (db: ReadDb, athleteId: number): PlainDate | undefined =>
  readOne(db, dayRow, 'SELECT max(performed_on) AS day FROM lift_session WHERE athlete_id = ?', athleteId)?.day;

const loadRow = z
  .object({ load_kg: z.number(), performed_on: plainDate })
  .transform((row) => ({ loadKg: row.load_kg, on: row.performed_on }));

/** The heaviest work set of the last day on which an exercise was lifted with a load. */
export const lastLoadOf = (db: ReadDb, athleteId: number, exerciseKey: string): z.output<typeof loadRow> | undefined =>
  readOne(
    db,
    loadRow,
    `SELECT s.load_kg, l.performed_on
     FROM exercise e JOIN lift_session l JOIN lift_set s ON s.lift_session_id = l.id AND s.exercise_id = e.id
     WHERE l.athlete_id = ? AND e.key = ? AND s.kind = 'work' AND s.load_kg > 0
     ORDER BY l.performed_on DESC, s.load_kg DESC LIMIT 1`,
    athleteId,
    exerciseKey,
  );

const setRow = z.object({
  performed_on: plainDate,
  reps: optional(z.number()),
  load_kg: optional(z.number()),
  duration_s: optional(z.number()),
  rpe: optional(z.number()),
});

/** The work sets of the last days on which an exercise was lifted, the newest day first. */
export const lastSetsOf = (db: ReadDb, athleteId: number, exerciseKey: string, days: number) => {
  const rows = readAll(
    db,
    setRow,
    `SELECT l.performed_on, s.reps, s.load_kg, s.duration_s, s.rpe
     FROM exercise e JOIN lift_session l JOIN lift_set s ON s.lift_session_id = l.id AND s.exercise_id = e.id
     WHERE l.athlete_id = ?1 AND e.key = ?2 AND s.kind <> 'warmup' AND l.performed_on IN (
       SELECT DISTINCT m.performed_on
       FROM exercise x JOIN lift_session m JOIN lift_set t ON t.lift_session_id = m.id AND t.exercise_id = x.id
       WHERE m.athlete_id = ?1 AND x.key = ?2 AND t.kind <> 'warmup' ORDER BY m.performed_on DESC LIMIT ?3)
     ORDER BY l.performed_on DESC, s.ordinal`,
    athleteId,
    exerciseKey,
    days,
  );
  return [...Map.groupBy(rows, (row) => row.performed_on)].map(([on, sets]) => ({
    on,
    sets: sets.map((row) => ({ reps: row.reps, loadKg: row.load_kg, holdS: row.duration_s, rpe: row.rpe })),
  }));
};

/** Which planned sessions were recorded as such, and how many others were lifted in each week, by its Monday. */
export interface SessionsDone {
  readonly linked: ReadonlySet<number>;
  readonly unlinkedIn: (monday: PlainDate) => number;
}

const doneRow = z.object({ performed_on: plainDate, session_id: optional(z.int()) });

export const sessionsDone = (db: ReadDb, athleteId: number, from: PlainDate): SessionsDone => {
  const rows = readAll(
    db,
    doneRow,
    'SELECT performed_on, session_id FROM lift_session WHERE athlete_id = ? AND performed_on >= ?',
    athleteId,
    from,
  );
  const unlinked = new Map<PlainDate, number>();
  for (const { performed_on, session_id } of rows) {
    if (session_id !== undefined) continue;
    const monday = mondayOf(performed_on);
    unlinked.set(monday, (unlinked.get(monday) ?? 0) + 1);
  }
  return {
    linked: new Set(rows.flatMap(({ session_id }) => session_id ?? [])),
    unlinkedIn: (monday) => unlinked.get(monday) ?? 0,
  };
};

export const NOTHING_DONE: SessionsDone = { linked: new Set(), unlinkedIn: () => 0 };
