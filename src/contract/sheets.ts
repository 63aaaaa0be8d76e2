import { z } from 'zod';
import { job, query, type Topic } from './operation.ts';
import { athleteId } from './schemas/scalars.ts';
import {
  blockCard,
  blockOrder,
  dayOrder,
  daySheet,
  printedListing,
  printedMark,
  printedSheet,
  printOrder,
  rackOrder,
  rackSheet,
  seasonOrder,
  seasonPage,
  sheetEntry,
  weekOrder,
  weekSheet,
  withoutSheet,
} from './schemas/sheet.ts';

/** Nothing is printed without the plan, the loads, and what was printed before. */
const PLANNED: readonly Topic[] = ['athletes', 'races', 'programs', 'sessions', 'exercises', 'settings', 'sheets'];

const without = z.array(withoutSheet);

export const sheetOperations = {
  sheets: {
    week: query({
      reads: PLANNED,
      input: weekOrder,
      output: z.object({ sheets: z.array(weekSheet), without }),
      errors: ['AthleteNotFound'],
    }),
    /** Cards of the blocks that the week stands in. */
    block: query({
      reads: PLANNED,
      input: blockOrder,
      output: z.object({ sheets: z.array(blockCard), without }),
      errors: ['AthleteNotFound'],
    }),
    /** One day's sessions of a group on a sheet; none when nobody lifts. */
    rack: query({
      reads: PLANNED,
      input: rackOrder,
      output: z.object({ sheets: z.array(rackSheet).max(1), without }),
      errors: ['AthleteNotFound'],
    }),
    day: query({
      reads: PLANNED,
      input: dayOrder,
      output: z.object({ sheets: z.array(daySheet).max(1), without }),
      errors: ['AthleteNotFound'],
    }),
    /** The year that ends with the week. */
    season: query({
      reads: [...PLANNED, 'runs', 'checkIns'],
      input: seasonOrder,
      output: z.object({ sheets: z.array(seasonPage), without }),
      errors: ['AthleteNotFound'],
    }),
    /** Who would be on the sheets of an order, and which of them have been printed as they are. */
    roll: query({
      reads: PLANNED,
      input: printOrder,
      output: z.object({ entries: z.array(sheetEntry), without }),
      errors: ['AthleteNotFound'],
    }),
    /**
     * Keeps what is about to be printed, before it is: no paper lies about that nobody knows. What is unchanged keeps its code and
     * version. It is no step of undo: paper cannot be taken back.
     */
    print: job({
      writes: ['sheets'],
      input: printOrder,
      /** `kept`: how many of the sheets are new, or have changed since they were printed. */
      output: z.object({ sheets: z.array(printedMark), without, kept: z.int() }),
      errors: ['AthleteNotFound'],
    }),
    /** What was printed, the newest first. */
    list: query({
      reads: ['sheets', 'athletes'],
      input: z.strictObject({ athleteId: athleteId.optional(), limit: z.int().min(1).max(500) }),
      output: z.object({ sheets: z.array(printedListing) }),
      errors: [],
    }),
    /** The sheet of a code as it is read from paper: any case, with gaps. */
    open: query({
      reads: PLANNED,
      input: z.strictObject({ code: z.string().max(40) }),
      output: printedSheet,
      errors: ['SheetCodeMistyped', 'SheetNotFound', 'AthleteArchived'],
    }),
  },
};
