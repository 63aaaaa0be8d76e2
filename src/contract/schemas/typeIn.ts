import { z } from 'zod';
import type { TypedFoot } from '../../domain/typeIn/typedFoot.ts';
import type { TypedRow } from '../../domain/typeIn/typedSession.ts';
import { gym } from './athlete.ts';
import { athleteId, givenDay, massUnit, name, plainDate, programId } from './scalars.ts';
import { printedChange, printedListing, printedSession } from './sheet.ts';

const box = z.string().max(200);

export const typedRows = z
  .array(
    z.strictObject({
      label: z.string().max(40),
      lines: z.array(z.strictObject({ boxes: z.array(box).max(40), rpe: box, notes: z.string().max(500) })).max(20),
    }),
  )
  .max(60) satisfies z.ZodType<TypedRow[]>;

export const typedFoot = z.strictObject({
  felt: box,
  painPlace: z.string().max(80),
  pain: box,
  sleep: box,
  effort: box,
  minutes: box,
  notes: z.string().max(2000),
}) satisfies z.ZodType<TypedFoot>;

/** `open`: nothing is known of it yet; what was typed of it before is taken out again. */
export const TYPED_STATES = ['done', 'notDone', 'open'] as const;

/** A session as it was typed, letter for letter. Empty boxes are as planned. */
export const typedSession = z.strictObject({
  programId,
  weekOrdinal: z.int().min(1).max(520),
  name: z.string().min(1).max(120),
  state: z.enum(TYPED_STATES),
  /** The day on which it was done. */
  on: givenDay,
  rows: typedRows,
  foot: typedFoot,
});

/** A session of paper, and what is known of it already. */
const sessionToType = printedSession.extend({
  typed: z
    .object({
      state: z.enum(TYPED_STATES),
      on: plainDate,
      rows: typedRows,
      foot: typedFoot,
      /** Sets that were recorded with it and have no row on paper. */
      others: z.int(),
    })
    .optional(),
  /** Other lifting sessions of that day, such as from an app: perhaps the same. */
  besides: z.array(z.object({ title: z.string(), source: z.string() })),
});

const athleteToType = z.object({
  athleteId,
  name: z.string(),
  massUnit,
  gym,
  isArchived: z.boolean(),
  sessions: z.array(sessionToType),
});

/** A sheet to type in, athlete by athlete in the order of paper. */
export const sheetToType = z.object({
  /** Absent: without paper. */
  sheet: printedListing.optional(),
  athletes: z.array(athleteToType),
  /** What has changed in the plan since it was printed. */
  changes: z.array(printedChange),
});

/** A printed sheet of which something is not typed in. */
export const sheetWaiting = printedListing.extend({
  /** Absent: a sheet of many athletes. */
  athlete: z.string().optional(),
  sessions: z.int(),
  typed: z.int(),
});

export const typeInOrder = z.strictObject({
  /** Absent: without paper, as the plan stands now. */
  sheetCode: z.string().max(40).optional(),
  athleteId,
  /** For the name of the step. */
  athlete: name,
  sessions: z.array(typedSession).min(1).max(60),
});
