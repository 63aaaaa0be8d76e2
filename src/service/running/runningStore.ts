import { z } from 'zod';
import { plainDate } from '../../contract/schemas/scalars.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import type { RacedTime, SummedLift, SummedRun } from '../../domain/running/runningSummary.ts';
import { flag, optional } from '../db/columns.ts';
import { readAll, type ReadDb } from '../db/sql.ts';

const runRow = z
  .object({
    performed_on: plainDate,
    is_key: flag,
    distance_m: optional(z.number()),
    moving_s: optional(z.number()),
    ascent_m: optional(z.number()),
    average_hr: optional(z.number()),
    rpe: optional(z.number()),
  })
  .transform((row): SummedRun => ({
    on: row.performed_on,
    isKey: row.is_key,
    distanceM: row.distance_m,
    movingS: row.moving_s,
    ascentM: row.ascent_m,
    averageHr: row.average_hr,
    rpe: row.rpe,
  }));

export const summedRuns = (db: ReadDb, athleteId: number, from: PlainDate, to: PlainDate): readonly SummedRun[] =>
  readAll(
    db,
    runRow,
    `SELECT performed_on, is_key, distance_m, coalesce(moving_s, elapsed_s) AS moving_s, ascent_m, average_hr, rpe
     FROM run WHERE athlete_id = ? AND performed_on BETWEEN ? AND ? ORDER BY performed_on`,
    athleteId,
    from,
    to,
  );

const liftRow = z
  .object({ performed_on: plainDate, duration_s: optional(z.number()), rpe: optional(z.number()) })
  .transform((row): SummedLift => ({
    on: row.performed_on,
    minutes: row.duration_s === undefined ? undefined : row.duration_s / 60,
    rpe: row.rpe,
  }));

export const summedLifts = (db: ReadDb, athleteId: number, from: PlainDate, to: PlainDate): readonly SummedLift[] =>
  readAll(
    db,
    liftRow,
    `SELECT performed_on, duration_s, rpe FROM lift_session
     WHERE athlete_id = ? AND performed_on BETWEEN ? AND ? ORDER BY performed_on`,
    athleteId,
    from,
    to,
  );

const raceRow = z
  .object({ name: z.string(), raced_on: plainDate, distance_m: z.number(), result_s: z.number() })
  .transform((row): RacedTime => ({
    name: row.name,
    on: row.raced_on,
    distanceM: row.distance_m,
    resultS: row.result_s,
  }));

export const racedTimes = (db: ReadDb, athleteId: number): readonly RacedTime[] =>
  readAll(
    db,
    raceRow,
    `SELECT name, raced_on, distance_m, result_s FROM race
     WHERE athlete_id = ? AND distance_m IS NOT NULL AND result_s IS NOT NULL ORDER BY raced_on`,
    athleteId,
  );

const restingRow = z.object({ resting_hr: z.number() });

/** Resting heart rates as they were measured since a day, the lowest first. */
export const restingHeartRates = (db: ReadDb, athleteId: number, from: PlainDate): readonly number[] =>
  readAll(
    db,
    restingRow,
    `SELECT resting_hr FROM wellness_day
     WHERE athlete_id = ? AND measured_on >= ? AND resting_hr BETWEEN 25 AND 110 ORDER BY resting_hr`,
    athleteId,
    from,
  ).map(({ resting_hr }) => resting_hr);
