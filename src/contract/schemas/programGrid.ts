import { z } from 'zod';
import { ENTRY_CLASSES } from '../../domain/programs/program.ts';
import type { ProgramChange } from '../../domain/programs/programDiff.ts';
import { PAIN_REGIONS } from '../../domain/wellness/substitution.ts';
import { gym } from './athlete.ts';
import { programValue } from './programValue.ts';
import { athleteId, massUnit, plainDate, programId } from './scalars.ts';

export const trend = z.object({ trendKg: z.number(), lowKg: z.number(), highKg: z.number(), performedOn: plainDate });

const lastLift = z.object({ loadKg: z.number(), on: plainDate });

/** What loads of an exercise rest on, from a week's Monday until the next such entry. */
export const strengthFrom = z.object({
  exerciseKey: z.string(),
  from: plainDate,
  trend: trend.optional(),
  trainingMaxKg: z.number().optional(),
  lastLift: lastLift.optional(),
});

/** What is known of a week beside its cells. */
const weekFacts = z.object({
  /** By the athlete's usual week. */
  plannedRunM: z.number(),
  /** Days of quality and long runs, 1 is Monday. */
  qualityDays: z.array(z.int()),
  longDays: z.array(z.int()),
  races: z.array(z.object({ name: z.string(), racedOn: plainDate, priority: z.enum(['A', 'B', 'C']) })),
  /** Sessions that are done, by name: their cells are history. */
  done: z.array(z.string()),
});

/** What was lifted on one day; work sets only. */
export const dayResult = z.object({
  on: plainDate,
  sets: z.array(
    z.object({
      reps: z.number().optional(),
      holdS: z.number().optional(),
      loadKg: z.number().optional(),
      rpe: z.number().optional(),
    }),
  ),
});

/** Whom a program is for, as far as its loads depend on them. */
export const gridAthlete = z.object({ name: z.string(), massUnit, gym, entryClass: z.enum(ENTRY_CLASSES) });

/** The next session is the first one after a break (R2.13). */
export const afterBreak = z.object({ week: z.int(), session: z.string(), days: z.int() });

/** A program opened in the grid, with everything that its loads are worked out from. */
export const openProgram = z.object({
  programId,
  athleteId,
  /** Rises with every edit: an edit says which one it was made on. */
  revision: z.int(),
  program: programValue,
  athlete: gridAthlete,
  strength: z.array(strengthFrom),
  weeks: z.array(weekFacts),
  /** The race it is laid back from, and by how many weeks its end is before (or, negative, after) the week of that race. */
  anchor: z.object({ name: z.string(), racedOn: plainDate, weeksShort: z.int() }).optional(),
  afterBreak: afterBreak.optional(),
  /** Cells of a copy that are not as the template has them; all others are inherited. Absent where nothing was inherited. */
  origins: z
    .array(
      z.object({
        week: z.int(),
        session: z.string(),
        label: z.string(),
        origin: z.enum(['changed', 'orphaned', 'own']),
      }),
    )
    .optional(),
});

/** How an exercise went lately, for one athlete. */
export const besideCell = z.object({
  trend: trend.optional(),
  /** The last days on which it was lifted, the newest first. */
  results: z.array(dayResult),
  pain: z.object({ score: z.number(), region: z.enum(PAIN_REGIONS).optional(), on: plainDate }).optional(),
  nextRace: z.object({ name: z.string(), racedOn: plainDate, priority: z.enum(['A', 'B', 'C']) }).optional(),
});

const placedCell = z.object({
  week: z.int(),
  session: z.string(),
  label: z.string(),
  exerciseKey: z.string(),
  text: z.string(),
});

/** One thing that is otherwise in one of two programs. */
export const programChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cell'),
    week: z.int(),
    session: z.string(),
    label: z.string(),
    before: placedCell.optional(),
    after: placedCell.optional(),
  }),
  z.object({ kind: z.literal('fact'), what: z.string(), before: z.string(), after: z.string() }),
]) satisfies z.ZodType<ProgramChange>;
