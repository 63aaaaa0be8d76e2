import { z } from 'zod';
import type { DraftWellness } from '../../domain/imports/draft.ts';
import { change, readAll, type ReadDb, type WriteDb } from '../db/sql.ts';
import { measuredIn, measuredShape } from './measuredFacts.ts';
import type { LogPage } from './logStore.ts';

export const insertWellness = (
  db: WriteDb,
  athleteId: number,
  source: string,
  batch: number,
  measured: DraftWellness,
): void => {
  change(
    db,
    `INSERT INTO wellness_day (athlete_id, measured_on, time_of_day, body_mass_kg, body_fat_percent, resting_hr, hrv_ms,
                               hrv_score, sleep_s, sleep_score, readiness_score, steps, intake_kcal, source, import_id,
                               import_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    athleteId,
    measured.measuredOn,
    measured.timeOfDay,
    measured.bodyMassKg,
    measured.bodyFatPercent,
    measured.restingHr,
    measured.hrvMs,
    measured.hrvScore,
    measured.sleepS,
    measured.sleepScore,
    measured.readinessScore,
    measured.steps,
    measured.intakeKcal,
    source,
    batch,
    measured.importKey,
  );
};

/** Gives every day that has none the first body mass an app measured on it; a weigh-in that is there stays as it is. */
export const fillWeighIns = (db: WriteDb, athleteId: number): void => {
  change(
    db,
    `INSERT INTO body_mass (athlete_id, measured_on, mass_kg, import_id)
     SELECT athlete_id, measured_on, body_mass_kg, import_id FROM (
       SELECT *, row_number() OVER (PARTITION BY measured_on ORDER BY time_of_day, id) AS place FROM wellness_day
       WHERE athlete_id = ? AND body_mass_kg IS NOT NULL
     ) WHERE place = 1
     ON CONFLICT (athlete_id, measured_on) DO NOTHING`,
    athleteId,
  );
};

const athleteRow = z.object({ athlete_id: z.int() });

/**
 * Removes what an import measured and the weigh-ins it brought; where another import measured the same day, its body mass
 * takes their place. Returns how many measurements went.
 */
export const takeBackWellness = (db: WriteDb, importId: number): number => {
  const athletes = readAll(
    db,
    athleteRow,
    'SELECT DISTINCT athlete_id FROM wellness_day WHERE import_id = ?',
    importId,
  );
  const { rows } = change(db, 'DELETE FROM wellness_day WHERE import_id = ?', importId);
  change(db, 'DELETE FROM body_mass WHERE import_id = ?', importId);
  for (const { athlete_id } of athletes) fillWeighIns(db, athlete_id);
  return rows;
};

const wellnessRow = z.object({ ...measuredShape, source: z.string() }).transform(({ source, ...row }) => {
  const { measuredOn, ...measured } = measuredIn(row);
  return { kind: 'wellness' as const, performedOn: measuredOn, ...measured, source };
});

export const wellnessEntries = (db: ReadDb, { athleteId, before, limit }: LogPage) =>
  readAll(
    db,
    wellnessRow,
    `SELECT * FROM wellness_day WHERE athlete_id = ? AND measured_on < ?
     ORDER BY measured_on DESC, time_of_day DESC, id LIMIT ?`,
    athleteId,
    before,
    limit,
  );
