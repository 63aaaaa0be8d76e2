import { z } from 'zod';
import { WEEK_KINDS } from '../../domain/programs/program.ts';
import { rosterRow } from './athlete.ts';
import { afterBreak, dayResult, gridAthlete, strengthFrom, trend } from './programGrid.ts';
import { programValue } from './programValue.ts';
import { athleteId, distanceUnit, plainDate, programId } from './scalars.ts';

/** Weeks side by side in the roster grid: the one asked for and those after it. */
export const ROSTER_GRID_WEEKS = 4;

const exerciseKey = z.string().min(1).max(120);
const label = z.string().regex(/^[A-Z]\d{0,2}$/);

/** What is looked at across the roster: a lift wherever it stands, or a place such as A1 whatever stands there. */
export const rosterGridSubject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lift'), exerciseKey }),
  z.strictObject({ kind: z.literal('slot'), label }),
]);

/** One week of a row. */
const rowWeek = z.object({
  startsOn: plainDate,
  /** Counted from 1 over the whole program; absent where the program has no such week. */
  week: z.int().optional(),
  kind: z.enum(WEEK_KINDS).optional(),
  /** The session is done: its cell is history. */
  isDone: z.boolean(),
});

/** One place of one athlete's program, in the weeks that are shown, with everything its loads are worked out from. */
export const rosterGridRow = z.object({
  athleteId,
  athlete: gridAthlete,
  distanceUnit,
  programId,
  /** Rises with every edit: an edit says which one it was made on. */
  revision: z.int(),
  session: z.string(),
  label: z.string(),
  exerciseKey: z.string(),
  exercise: z.string(),
  /** The program with nothing in it but this place, up to the last of the weeks shown. */
  program: programValue,
  weeks: z.array(rowWeek),
  strength: z.array(strengthFrom),
  afterBreak: afterBreak.optional(),
  trend: trend.optional(),
  lastResult: dayResult.optional(),
  /** By the athlete's usual week, and what was run in the week before the first one shown. */
  plannedRunM: z.number(),
  weekBeforeRunM: z.number(),
  status: rosterRow.shape.status,
  /** The last report of the last two weeks, if it hurt. */
  pain: z.object({ score: z.number(), site: z.string(), on: plainDate }).optional(),
});

export const rosterGridView = z.object({
  /** What is shown: what was asked for, or else the main lift that most athletes do. Absent when nobody has a program in these weeks. */
  subject: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('lift'), exerciseKey: z.string(), name: z.string() }),
      z.object({ kind: z.literal('slot'), label: z.string(), name: z.string() }),
    ])
    .optional(),
  /** Mondays of the weeks shown. */
  mondays: z.array(plainDate),
  rows: z.array(rosterGridRow),
  leftOut: z.array(z.object({ athleteId, name: z.string(), why: z.enum(['archived', 'noProgram', 'notInProgram']) })),
  /** What could be shown instead, with how many athletes have it in these weeks; lifts that most do come first. */
  lifts: z.array(z.object({ exerciseKey: z.string(), name: z.string(), athletes: z.int() })),
  slots: z.array(z.object({ label: z.string(), athletes: z.int() })),
});
