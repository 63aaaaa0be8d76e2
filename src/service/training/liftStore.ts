import { z } from 'zod';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { plainDate } from '../../contract/schemas/scalars.ts';
import { optional } from '../db/columns.ts';
import { readOne, type ReadDb } from '../db/sql.ts';

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
    `SELECT s.load_kg, s.performed_on FROM lift_set s JOIN exercise e ON e.id = s.exercise_id
     WHERE s.athlete_id = ? AND e.key = ? AND s.kind = 'work' AND s.load_kg > 0
     ORDER BY s.performed_on DESC, s.load_kg DESC LIMIT 1`,
    athleteId,
    exerciseKey,
  );
