import { z } from 'zod';
import { command, query, type Topic } from './operation.ts';
import { athleteId, givenDay } from './schemas/scalars.ts';
import { sheetToType, sheetWaiting, typeInOrder } from './schemas/typeIn.ts';

/** What paper says, what the plan says now, and what was done. */
const READ: readonly Topic[] = [
  'athletes',
  'races',
  'programs',
  'sessions',
  'checkIns',
  'exercises',
  'settings',
  'sheets',
];

export const typeInOperations = {
  typeIn: {
    /** Sheets of this week and the twelve before that are not typed in whole, the newest week first. */
    waiting: query({
      reads: ['sheets', 'sessions', 'athletes'],
      input: z.strictObject({ limit: z.int().min(1).max(500) }),
      output: z.object({ sheets: z.array(sheetWaiting) }),
      errors: [],
    }),
    /** The sheet of a code as it is read from paper, with what was typed of it before. */
    open: query({
      reads: READ,
      input: z.strictObject({ code: z.string().max(40) }),
      output: sheetToType,
      errors: ['SheetCodeMistyped', 'SheetNotFound', 'AthleteArchived', 'NothingToTypeIn'],
    }),
    /** Without paper: what an athlete has planned in the week of a day. */
    week: query({
      reads: READ,
      input: z.strictObject({ athleteId, on: givenDay }),
      output: sheetToType,
      errors: ['AthleteNotFound', 'AthleteArchived'],
    }),
    /** Everything that was typed of one athlete's part of a sheet. Typed again, it takes the place of what was typed before. */
    save: command({
      writes: ['sessions', 'checkIns'],
      input: typeInOrder,
      /** `recorded`: sessions that are new or changed; `sets` of them. */
      output: z.object({ recorded: z.int(), sets: z.int(), notDone: z.int() }),
      errors: [
        'AthleteNotFound',
        'AthleteArchived',
        'SheetCodeMistyped',
        'SheetNotFound',
        'SessionNotOnSheet',
        'ExerciseNotFound',
        'NothingLifted',
        'TypingNotUnderstood',
      ],
      label: ({ sheetCode, athlete, sessions }) =>
        sheetCode === undefined
          ? `Type in ${sessions.map((session) => session.name).join(', ')} of ${athlete}`
          : `Type in sheet ${sheetCode.toUpperCase()} for ${athlete}`,
      /** A rack sheet is typed in athlete by athlete. */
      thread: ({ sheetCode }) =>
        sheetCode === undefined
          ? undefined
          : { key: `sheet ${sheetCode.toUpperCase()}`, label: `Type in sheet ${sheetCode.toUpperCase()}` },
    }),
  },
};
