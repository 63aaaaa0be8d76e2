import { z } from 'zod';
import { job, query, TOPICS } from './operation.ts';
import {
  eraseReceipt,
  eraseView,
  exportReceipt,
  packPath,
  packPreview,
  packSource,
  packWhat,
  passphrase,
} from './schemas/leaving.ts';
import { athleteId } from './schemas/scalars.ts';

/** Leaving with everything, handing athletes over, moving to another computer, erasing somebody for good. */
export const leavingOperations = {
  leaving: {
    /** Writes everything the coach has into a new folder: one JSON file that comes back whole, and a table of each kind. */
    exportAll: job({
      writes: [],
      isBeside: true,
      input: z.strictObject({ path: packPath }),
      output: exportReceipt,
      errors: ['FileNotWritten'],
    }),
    /** Writes athletes, or the whole desk, into one new file. Of athletes it is sealed with a passphrase, always. */
    pack: job({
      writes: [],
      isBeside: true,
      input: z.strictObject({ what: packWhat, path: packPath, passphrase: passphrase.optional() }),
      output: z.object({ path: z.string(), bytes: z.int(), athletes: z.int(), isSealed: z.boolean() }),
      errors: ['AthleteNotFound', 'PassphraseTooShort', 'FileNotWritten'],
    }),
    /** What is in such a file, before anything of it is taken. */
    previewPack: job({
      writes: [],
      input: z.strictObject({ from: packSource, passphrase: passphrase.optional() }),
      output: packPreview,
      errors: ['PackNotFound', 'UploadMissing', 'PackUnreadable', 'PassphraseNeeded', 'PassphraseWrong'],
    }),
    /** Takes athletes in as one step of undo, or a whole desk onto an empty one. */
    openPack: job({
      writes: TOPICS,
      input: z.strictObject({
        from: packSource,
        passphrase: passphrase.optional(),
        /** Somebody whose name is on the roster comes as `Name (2)`; else nothing is taken in. */
        isBeside: z.boolean(),
      }),
      output: z.object({
        kind: z.enum(['desk', 'athletes']),
        athletes: z.array(z.object({ athleteId, name: z.string() })),
        exercisesAdded: z.int(),
      }),
      errors: [
        'PackNotFound',
        'UploadMissing',
        'PackUnreadable',
        'PassphraseNeeded',
        'PassphraseWrong',
        'NamesOnRoster',
        'DeskNotEmpty',
      ],
    }),
    /** What would go with an athlete, and what would not. */
    eraseView: query({
      reads: ['athletes', 'history', 'backups', 'sessions', 'runs', 'programs', 'checkIns'],
      input: z.strictObject({ athleteId }),
      output: eraseView,
      errors: ['AthleteNotFound'],
    }),
    /** Deletes an athlete with everything of theirs, from the history too. There is no undo. */
    erase: job({
      writes: TOPICS,
      input: z.strictObject({
        athleteId,
        /** Typed by the coach, exactly. */
        name: z.string().max(1000),
        /** Backups made before hold the athlete still. */
        backups: z.enum(['keep', 'remove']),
      }),
      output: eraseReceipt,
      errors: ['AthleteNotFound', 'NameNotTyped'],
    }),
  },
};
