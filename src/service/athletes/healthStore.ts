import { z } from 'zod';
import { plainDate } from '../../contract/schemas/scalars.ts';
import type { PlainDate } from '../../domain/kernel/plainDate.ts';
import { MATERNITIES } from '../../domain/wellness/specialGroups.ts';
import { flag, optional } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const healthRow = z
  .object({
    maternity: optional(z.enum(MATERNITIES)),
    maternity_cleared_on: optional(plainDate),
    gave_birth_on: optional(plainDate),
    guardian_consent_on: optional(plainDate),
    is_growing_fast: flag,
  })
  .transform((row) => ({
    maternity: row.maternity,
    maternityClearedOn: row.maternity_cleared_on,
    gaveBirthOn: row.gave_birth_on,
    guardianConsentOn: row.guardian_consent_on,
    isGrowingFast: row.is_growing_fast,
  }));

const conditionRow = z
  .object({ name: z.string(), cleared_on: optional(plainDate) })
  .transform((row) => ({ name: row.name, clearedOn: row.cleared_on }));

interface StoredHealth extends z.output<typeof healthRow> {
  conditions: z.output<typeof conditionRow>[];
}

/** What is known of an athlete's health; conditions by name. */
export const healthOf = (db: ReadDb, athleteId: number): StoredHealth => {
  const facts = readOne(
    db,
    healthRow,
    `SELECT maternity, maternity_cleared_on, gave_birth_on, guardian_consent_on, is_growing_fast
     FROM athlete WHERE id = ?`,
    athleteId,
  );
  if (facts === undefined) throw new Error(`athlete ${athleteId} is not in the store`);
  const conditions = readAll(
    db,
    conditionRow,
    'SELECT name, cleared_on FROM athlete_condition WHERE athlete_id = ? ORDER BY name',
    athleteId,
  );
  return { ...facts, conditions };
};

interface NewHealth {
  readonly maternity?: (typeof MATERNITIES)[number] | undefined;
  readonly maternityClearedOn?: PlainDate | undefined;
  readonly gaveBirthOn?: PlainDate | undefined;
  readonly guardianConsentOn?: PlainDate | undefined;
  readonly isGrowingFast: boolean;
  readonly conditions: readonly { readonly name: string; readonly clearedOn?: PlainDate | undefined }[];
}

/** Replaces what is known. Conditions that stay as they are are not touched, so that history stays readable. */
export const saveHealth = (db: WriteDb, athleteId: number, health: NewHealth): void => {
  change(
    db,
    `UPDATE athlete SET maternity = ?, maternity_cleared_on = ?, gave_birth_on = ?, guardian_consent_on = ?,
       is_growing_fast = ? WHERE id = ?`,
    health.maternity,
    health.maternityClearedOn,
    health.gaveBirthOn,
    health.guardianConsentOn,
    health.isGrowingFast,
    athleteId,
  );
  change(
    db,
    'DELETE FROM athlete_condition WHERE athlete_id = ? AND name NOT IN (SELECT value FROM json_each(?))',
    athleteId,
    JSON.stringify(health.conditions.map(({ name }) => name)),
  );
  for (const { name, clearedOn } of health.conditions) {
    change(
      db,
      `INSERT INTO athlete_condition (athlete_id, name, cleared_on) VALUES (?, ?, ?)
       ON CONFLICT (athlete_id, name) DO UPDATE SET cleared_on = excluded.cleared_on`,
      athleteId,
      name,
      clearedOn,
    );
  }
};
