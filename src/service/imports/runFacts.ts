import type { ActivityFacts } from '../../domain/imports/draft.ts';
import type { Bindable } from '../db/sql.ts';

/** Columns of what apps tell of a run, in `run` as in `run_source`; their values are those of `factsOf`, in this order. */
export const FACT_COLUMNS = [
  'performed_on',
  'time_of_day',
  'title',
  'sport',
  'is_treadmill',
  'distance_m',
  'moving_s',
  'elapsed_s',
  'average_hr',
  'max_hr',
  'cadence_spm',
  'ascent_m',
  'power_w',
  'rpe',
  'notes',
] as const;

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
