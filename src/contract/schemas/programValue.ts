import { z } from 'zod';
import {
  ENTRY_CLASSES,
  PHASES,
  PROGRESSION_KINDS,
  WEEK_KINDS,
  type Cell,
  type Program,
} from '../../domain/programs/program.ts';
import { prescription } from './program.ts';
import { massUnit, plainDate, timeOfDay, weekday } from './scalars.ts';

const extras = z.object({
  rpeCap: z.number().optional(),
  tempo: z.string().optional(),
  restS: z.number().optional(),
  cue: z.string().optional(),
});

const step = z.object({
  of: z.enum(['load', 'percent', 'reps', 'sets', 'holdS', 'contacts', 'distanceM', 'rung']),
  by: z.number(),
  unit: massUnit.optional(),
});

const written = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('skipped') }),
  z.object({ kind: z.literal('change'), steps: z.array(step), extras }),
  z.object({ kind: z.literal('unread'), text: z.string() }),
]) satisfies z.ZodType<Cell>;

const slot = z.object({
  id: z.int().optional(),
  label: z.string(),
  exerciseKey: z.string(),
  noGymKey: z.string().optional(),
  role: z.enum(['main', 'assistance']),
  prescriptions: z.array(prescription),
  written: written.optional(),
  progression: z.enum(PROGRESSION_KINDS).optional(),
  note: z.string().optional(),
});

const week = z.object({
  id: z.int().optional(),
  baseWeek: z.int().optional(),
  number: z.int(),
  kind: z.enum(WEEK_KINDS),
  startsOn: plainDate,
  lever: z.string(),
  sessions: z.array(
    z.object({
      id: z.int().optional(),
      name: z.string(),
      weekday,
      timeOfDay: timeOfDay.optional(),
      minutes: z.int(),
      slots: z.array(slot),
    }),
  ),
});

/** A whole program as the domain has it: the grid computes with it in the window. */
export const programValue = z.object({
  name: z.string(),
  templateKey: z.string(),
  entryClass: z.enum(ENTRY_CLASSES),
  startsOn: plainDate,
  blocks: z.array(
    z.object({
      id: z.int().optional(),
      name: z.string(),
      goal: z.string(),
      phase: z.enum(PHASES).optional(),
      weeks: z.array(week),
    }),
  ),
}) satisfies z.ZodType<Program>;
