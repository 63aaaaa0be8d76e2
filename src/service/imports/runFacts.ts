import { z } from 'zod';
import { plainDate } from '../../contract/schemas/scalars.ts';
import type { ActivityFacts } from '../../domain/imports/draft.ts';
import { flag, optional } from '../db/columns.ts';
import type { Bindable } from '../db/sql.ts';

/** What apps tell of a run, in `run` as in `run_source`. */
export const factShape = {
  performed_on: plainDate,
  time_of_day: optional(z.string()),
  title: optional(z.string()),
  sport: z.string(),
  is_treadmill: flag,
  distance_m: optional(z.number()),
  moving_s: optional(z.number()),
  elapsed_s: optional(z.number()),
  average_hr: optional(z.number()),
  max_hr: optional(z.number()),
  cadence_spm: optional(z.number()),
  ascent_m: optional(z.number()),
  power_w: optional(z.number()),
  rpe: optional(z.number()),
  notes: optional(z.string()),
};

/** The columns by name; their values are those of `factsOf`, in this order. */
export const FACT_COLUMNS: readonly string[] = Object.keys(factShape);

export const factsIn = (row: z.output<z.ZodObject<typeof factShape>>) => ({
  performedOn: row.performed_on,
  timeOfDay: row.time_of_day,
  title: row.title,
  sport: row.sport,
  isTreadmill: row.is_treadmill,
  distanceM: row.distance_m,
  movingS: row.moving_s,
  elapsedS: row.elapsed_s,
  averageHr: row.average_hr,
  maxHr: row.max_hr,
  cadenceSpm: row.cadence_spm,
  ascentM: row.ascent_m,
  powerW: row.power_w,
  rpe: row.rpe,
  notes: row.notes,
});

export const factsOf = (run: ActivityFacts): readonly Bindable[] => [
  run.performedOn,
  run.timeOfDay,
  run.title,
  run.sport,
  run.isTreadmill,
  run.distanceM,
  run.movingS,
  run.elapsedS,
  run.averageHr,
  run.maxHr,
  run.cadenceSpm,
  run.ascentM,
  run.powerW,
  run.rpe,
  run.notes,
];
