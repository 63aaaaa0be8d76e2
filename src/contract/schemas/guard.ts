import { z } from 'zod';
import { DETECTORS } from '../../domain/guard/guardState.ts';
import { plainDate } from './scalars.ts';

export const GUARD_LEVELS = ['green', 'amber', 'red'] as const;

export const GUARD_ANSWERS = ['noted', 'eased', 'maintained', 'restored'] as const;

const alarm = z.enum(['none', 'amber', 'red']);

const chartedRun = z.object({
  on: plainDate,
  value: z.number(),
  z: z.number(),
  limit: z.number(),
  isBeyond: z.boolean(),
  isSignal: z.boolean(),
});

const runChart = z.object({
  baseline: z.object({ mean: z.number(), sd: z.number(), runs: z.int() }),
  width: z.number(),
  runs: z.array(chartedRun),
  shift: z.number().optional(),
  signalOn: plainDate.optional(),
});

/** A detector in words: what it looks at, what it found, and from what. */
const detectorView = z.object({
  detector: z.enum(DETECTORS),
  name: z.string(),
  alarm,
  /** What it found, or what it would need to say anything. */
  words: z.string(),
  isSilent: z.boolean(),
});

export const guardNote = z.strictObject({
  action: z.enum(GUARD_ANSWERS),
  note: z.string().trim().max(2000),
});

export const guardView = z.object({
  level: z.enum(GUARD_LEVELS),
  action: z.enum(['none', 'easeLifting', 'maintain', 'lookElsewhere', 'restore']),
  /** In one sentence or two: what to do. */
  advice: z.string(),
  liftingSince: plainDate.optional(),
  chartsSince: plainDate.optional(),
  detectors: z.array(detectorView),
  /** How long runs decouple (D9), in words: it supports others, and alarms of nothing by itself. */
  decoupling: z.object({ words: z.string(), isSilent: z.boolean(), isWorse: z.boolean() }),
  efChart: runChart.optional(),
  rpeChart: runChart.optional(),
  /** What was decided before, the newest first. */
  notes: z.array(
    z.object({
      on: plainDate,
      level: z.enum(GUARD_LEVELS),
      detectors: z.array(z.enum(DETECTORS)),
      action: z.enum(GUARD_ANSWERS),
      note: z.string(),
    }),
  ),
});
