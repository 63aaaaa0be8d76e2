import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { athleteId, distanceUnit, isoWeek, massUnit, plainDate } from './scalars.ts';

export const PAPERS = ['a4', 'letter', 'legal'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

/** About 150 kB of picture: it is read with the settings at every start. */
export const MOST_LOGO_LETTERS = LIMITS.logo.most;

export const settings = z.strictObject({
  coachName: z.string().max(120),
  coachPhone: z.string().max(60),
  massUnit,
  distanceUnit,
  paper: z.enum(PAPERS),
  /** The picture on every sheet as a data address; empty: none. */
  logo: z
    .string()
    .max(MOST_LOGO_LETTERS)
    .regex(/^(?:data:image\/(?:png|jpeg|svg\+xml);base64,[\w+/=]+)?$/u),
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
  /** Whose data it changed, by name: the first few, and how many there are. */
  athletes: z.array(z.object({ athleteId, name: z.string() })),
  athleteCount: z.int(),
  isUndone: z.boolean(),
});

export const historyView = z.object({
  steps: z.array(historyStep),
  /** How many steps there are of those that were asked for. */
  count: z.int(),
  canUndo: z.string().optional(),
  canRedo: z.string().optional(),
});

/** What a step may have changed, as a coach calls it. */
export const STEP_THINGS = [
  'athlete',
  'race',
  'program',
  'block',
  'week',
  'session',
  'cell',
  'liftSession',
  'set',
  'test',
  'run',
  'otherActivity',
  'checkIn',
  'healthReport',
  'guardNote',
  'plannedRun',
  'away',
  'placementReason',
  'bodyMass',
  'exercise',
  'template',
  'setting',
  'import',
] as const;

/** How many of each thing a step added, changed and removed. */
export const stepContents = z.object({
  step: historyStep,
  changes: z.array(z.object({ thing: z.enum(STEP_THINGS), added: z.int(), changed: z.int(), removed: z.int() })),
});

/** What a walk over several steps did, in the order in which it was done. */
export const walkReceipt = z.object({ steps: z.int(), labels: z.array(z.string()), kept: z.int() });

/** What taking back only one athlete's steps would take back, and the steps that stand in its way. */
export const takeBackPreview = z.object({
  steps: z.array(historyStep),
  inTheWay: z.array(
    z.object({
      step: historyStep,
      /** It also changed other athletes, or what all share, or it is an import or a sample. */
      why: z.enum(['others', 'shared', 'job']),
    }),
  ),
});

/** What a step of undo or redo did; `kept` counts imported rows that were edited since and therefore stay. */
export const undoReceipt = z.object({ label: z.string(), kept: z.int() });

export const verification = z.object({
  ok: z.boolean(),
  checks: z.array(
    z.object({
      name: z.string(),
      ok: z.boolean(),
      detail: z.string(),
      /** What to do about it; absent where nothing is wrong. */
      advice: z.string().optional(),
    }),
  ),
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
