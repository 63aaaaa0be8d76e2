import { z } from 'zod';
import { distanceUnit, isoWeek, massUnit, plainDate } from './scalars.ts';

export const PAPERS = ['a4', 'letter', 'legal'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

export const settings = z.strictObject({
  coachName: z.string().max(120),
  coachPhone: z.string().max(60),
  massUnit,
  distanceUnit,
  paper: z.enum(PAPERS),
  theme: z.enum(THEMES),
  density: z.enum(['comfortable', 'compact']),
});

export type Settings = z.infer<typeof settings>;

export const appView = z.object({
  version: z.string(),
  databaseFile: z.string(),
  today: plainDate,
  week: isoWeek,
  athletes: z.int(),
  archived: z.int(),
  settings,
});

export const historyStep = z.object({
  step: z.int(),
  label: z.string(),
  at: z.string(),
  athlete: z.string().optional(),
  isUndone: z.boolean(),
});

export const historyView = z.object({
  steps: z.array(historyStep),
  canUndo: z.string().optional(),
  canRedo: z.string().optional(),
});

/** What a step of undo or redo did; `kept` counts imported rows that were edited since and therefore stay. */
export const undoReceipt = z.object({ label: z.string(), kept: z.int() });

export const verification = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});

export const sampleReceipt = z.object({
  athletes: z.int(),
  programs: z.int(),
  runs: z.int(),
  liftSessions: z.int(),
  sets: z.int(),
  races: z.int(),
  checkIns: z.int(),
});
