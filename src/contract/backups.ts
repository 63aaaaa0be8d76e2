import { z } from 'zod';
import { command, job, query, TOPICS } from './operation.ts';
import {
  backupComparison,
  backupList,
  backupView,
  recoveryView,
  restoreReceipt,
  restoreSource,
  salvageReport,
} from './schemas/backups.ts';

const name = z.string().min(1).max(200);

/** Copies of the whole database, the way back to them, and the way out when the database itself is damaged. */
export const backupOperations = {
  backups: {
    list: query({
      reads: ['backups', 'history'],
      withoutDatabase: true,
      input: z.strictObject({}),
      output: backupList,
      errors: [],
    }),
    /** Makes one now. An automatic one is made only when something has changed since the newest. */
    make: job({
      writes: ['backups'],
      isBeside: true,
      input: z.strictObject({ kind: z.enum(['automatic', 'byHand']) }),
      output: z.object({ made: backupView.optional(), removed: z.int() }),
      errors: ['BackupFailed'],
    }),
    compare: job({
      writes: [],
      input: z.strictObject({ name }),
      output: backupComparison,
      errors: ['BackupNotFound', 'BackupUnusable'],
    }),
    /** Puts a backup in the place of the database, after a backup of that: every restore can be taken back. */
    restore: job({
      writes: TOPICS,
      withoutDatabase: true,
      replacesDatabase: true,
      input: z.strictObject({ from: restoreSource }),
      output: restoreReceipt,
      errors: ['BackupNotFound', 'BackupUnusable', 'BackupFailed'],
    }),
    /** Where copies of backups go besides, on this computer; an empty path: nowhere. */
    copyTo: command({
      writes: ['backups'],
      input: z.strictObject({ path: z.string().max(1000) }),
      output: z.object({ path: z.string().optional() }),
      errors: ['CopyFolderUnusable'],
      label: ({ path }) => (path.trim() === '' ? 'Copy backups nowhere' : 'Copy backups to a folder'),
    }),
  },
  recovery: {
    /** What is the matter with the database, if anything. */
    describe: query({
      reads: ['backups', 'history'],
      withoutDatabase: true,
      input: z.strictObject({}),
      output: recoveryView,
      errors: [],
    }),
    /** Reads what can be read of the database, row by row, into a new file; the database itself is not touched. */
    salvage: job({
      writes: ['backups'],
      isBeside: true,
      withoutDatabase: true,
      /** Without a path the new file waits beside the database, to be opened. */
      input: z.strictObject({ path: z.string().min(1).max(1000).optional() }),
      output: salvageReport,
      errors: ['NothingSalvaged', 'FileNotWritten'],
    }),
    /** Goes on with what was salvaged, or with an empty desk. The damaged file is kept aside. */
    open: job({
      writes: TOPICS,
      withoutDatabase: true,
      replacesDatabase: true,
      input: z.strictObject({ what: z.enum(['salvaged', 'nothing']) }),
      output: z.object({ damagedKeptAt: z.string().optional() }),
      errors: ['DatabaseSound', 'NothingSalvaged', 'FileNotWritten'],
    }),
  },
};
