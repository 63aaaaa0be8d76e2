import { z } from 'zod';
import { PHASES, PROGRESSION_KINDS, WEEK_KINDS } from '../../domain/programs/program.ts';
import type { ProgramEdit } from '../../domain/programs/programEdit.ts';
import type { WrittenBlock } from '../../domain/programs/writtenProgram.ts';
import { LIMITS } from '../limits.ts';
import { weekday } from './scalars.ts';

const session = z.string().trim().min(1).max(LIMITS.name.most);
const label = z.string().regex(/^[A-Z]\d{0,2}$/);
const exerciseKey = z.string().min(1).max(120);
const week = z.int().min(1).max(LIMITS.programWeeks.most);
const weeks = { fromWeek: week, toWeek: week };
const minutes = z.int().min(0).max(240);
const row = { session, label, exerciseKey };

const writtenRow = z.strictObject({
  label,
  exerciseKey,
  noGymKey: exerciseKey.optional(),
  role: z.enum(['main', 'assistance']),
  progression: z.enum(PROGRESSION_KINDS).optional(),
  cells: z.array(z.string().max(LIMITS.cell.most)).max(LIMITS.programWeeks.most),
});

const writtenBlock = z.strictObject({
  name: z.string().trim().max(80),
  goal: z.string().trim().max(120),
  phase: z.enum(PHASES).optional(),
  weekKinds: z.array(z.enum(WEEK_KINDS)).min(1).max(LIMITS.programWeeks.most),
  sessions: z
    .array(
      z.strictObject({
        name: session,
        weekday: weekday.optional(),
        minutes,
        rows: z.array(writtenRow).max(LIMITS.programRows.most),
      }),
    )
    .max(LIMITS.programSessions.most),
}) satisfies z.ZodType<WrittenBlock>;

/** One change of a program; weeks count from 1 over the whole program, and a cell is in shorthand. */
export const programEdit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cell'),
    week,
    session,
    label,
    exerciseKey: exerciseKey.optional(),
    text: z.string().max(LIMITS.cell.most),
    newSession: z.strictObject({ weekday, minutes }).optional(),
  }),
  z.strictObject({ kind: z.literal('exercise'), fromWeek: week, ...row }),
  z.strictObject({
    kind: z.literal('progression'),
    session,
    label,
    progression: z.enum(PROGRESSION_KINDS).optional(),
  }),
  z.strictObject({
    kind: z.literal('row'),
    ...row,
    role: z.enum(['main', 'assistance']),
    noGymKey: exerciseKey.optional(),
  }),
  z.strictObject({
    kind: z.literal('labels'),
    session,
    rows: z
      .array(z.strictObject({ label, exerciseKey, to: label }))
      .min(1)
      .max(200),
  }),
  z.strictObject({ kind: z.literal('removeRow'), ...row, fromWeek: week }),
  z.strictObject({ kind: z.literal('note'), week, session, label, text: z.string().max(500) }),
  z.strictObject({
    kind: z.literal('session'),
    session,
    ...weeks,
    name: session.optional(),
    weekday: weekday.optional(),
    minutes: minutes.optional(),
  }),
  z.strictObject({ kind: z.literal('removeSession'), session, ...weeks }),
  z.strictObject({
    kind: z.literal('insertWeeks'),
    after: z.int().min(0).max(520),
    count: z.int().min(1).max(52),
    weekKind: z.enum(WEEK_KINDS),
  }),
  z.strictObject({
    kind: z.literal('copyWeek'),
    week,
    after: z.int().min(0).max(520),
    as: z.enum(['written', 'values', 'relative']),
  }),
  z.strictObject({ kind: z.literal('deleteWeeks'), ...weeks }),
  z.strictObject({ kind: z.literal('weekKind'), ...weeks, weekKind: z.enum(WEEK_KINDS) }),
  z.strictObject({ kind: z.literal('deload'), week }),
  z.strictObject({
    kind: z.literal('block'),
    week,
    startsHere: z.boolean(),
    name: z.string().trim().min(1).max(80),
    goal: z.string().trim().max(120),
    phase: z.enum(PHASES).optional(),
  }),
  z.strictObject({ kind: z.literal('name'), name: z.string().trim().min(1).max(120) }),
  z.strictObject({
    kind: z.literal('replace'),
    name: z.string().trim().min(1).max(120),
    blocks: z.array(writtenBlock).min(1).max(520),
  }),
]) satisfies z.ZodType<ProgramEdit>;
