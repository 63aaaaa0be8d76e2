import { z } from 'zod';
import { RUN_KINDS } from '../../domain/athletes/athlete.ts';
import { WEEK_KINDS } from '../../domain/programs/program.ts';
import type { WeekSheet } from '../../domain/sheets/weekSheet.ts';
import type { SheetCode } from '../../domain/sheets/sheetCode.ts';
import { explanationLine } from './program.ts';
import { athleteId, plainDate } from './scalars.ts';

const sheetCode = z.string().length(6) as unknown as z.ZodType<SheetCode, SheetCode>;

const line = z.object({
  target: z.string(),
  plates: z.string().optional(),
  difference: z.string().optional(),
  rest: z.string().optional(),
  rpeCap: z.string().optional(),
  setBoxes: z.int(),
  /** From what is known to the load; shown on the screen, never printed. */
  why: z.array(explanationLine),
});

const row = z.object({
  label: z.string(),
  exercise: z.string(),
  isMain: z.boolean(),
  cue: z.string().optional(),
  warmUp: z.string().optional(),
  lines: z.array(line),
  noGym: z.string().optional(),
});

const layout = z.object({
  sheetCode,
  version: z.int(),
  printedOn: plainDate,
  versionText: z.string(),
  weekKind: z.enum(WEEK_KINDS),
  band: z.object({
    athlete: z.string(),
    program: z.string(),
    week: z.string(),
    dates: z.string(),
    goal: z.string(),
    countdown: z.string().optional(),
    coach: z.string().optional(),
    units: z.string(),
  }),
  strip: z.array(
    z.object({
      date: plainDate,
      weekday: z.string(),
      dateText: z.string(),
      run: z.enum(RUN_KINDS),
      runText: z.string(),
      runLetter: z.string(),
      lifts: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  ),
  panels: z.array(
    z.object({ name: z.string(), date: plainDate, dateText: z.string(), minutes: z.string(), rows: z.array(row) }),
  ),
  footer: z.object({ prompts: z.array(z.string()), stopRules: z.array(z.string()) }),
}) satisfies z.ZodType<WeekSheet>;

/** A laid-out weekly sheet, with whose it is. */
export const weekSheet = layout.extend({ athleteId });
