import { z } from 'zod';
import { plainDate } from '../../contract/schemas/scalars.ts';
import { optional } from '../db/columns.ts';

/** What was measured on a day, as it is kept. */
export const measuredShape = {
  measured_on: plainDate,
  time_of_day: optional(z.string()),
  body_mass_kg: optional(z.number()),
  body_fat_percent: optional(z.number()),
  resting_hr: optional(z.number()),
  hrv_ms: optional(z.number()),
  hrv_score: optional(z.number()),
  sleep_s: optional(z.number()),
  sleep_score: optional(z.number()),
  readiness_score: optional(z.number()),
  steps: optional(z.number()),
  intake_kcal: optional(z.number()),
};

export const measuredIn = (row: z.output<z.ZodObject<typeof measuredShape>>) => ({
  measuredOn: row.measured_on,
  timeOfDay: row.time_of_day,
  bodyMassKg: row.body_mass_kg,
  bodyFatPercent: row.body_fat_percent,
  restingHr: row.resting_hr,
  hrvMs: row.hrv_ms,
  hrvScore: row.hrv_score,
  sleepS: row.sleep_s,
  sleepScore: row.sleep_score,
  readinessScore: row.readiness_score,
  steps: row.steps,
  intakeKcal: row.intake_kcal,
});
