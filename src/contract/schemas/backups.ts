import { z } from 'zod';
import { BACKUP_KINDS } from '../../domain/backups/backupName.ts';
import { plainDate } from './scalars.ts';

/** What a coach counts a database by. */
export const BACKUP_THINGS = ['athletes', 'programs', 'sessions', 'sets', 'runs'] as const;

export const databaseCounts = z.object({
  athletes: z.int(),
  programs: z.int(),
  /** Lifting sessions that were done. */
  sessions: z.int(),
  sets: z.int(),
  runs: z.int(),
});

/** What is in a database, to tell it from another. */
export const databaseFacts = z.object({
  counts: databaseCounts,
  /** The last change in it. */
  newest: z.object({ label: z.string(), at: z.string() }).optional(),
});

export const backupView = z.object({
  /** Its file in the folder of backups, by which it is asked for. */
  name: z.string(),
  number: z.int(),
  madeOn: plainDate,
  kind: z.enum(BACKUP_KINDS),
  sizeBytes: z.int(),
  /** `unchecked`: nobody has opened it since it was made elsewhere or changed. */
  state: z.enum(['sound', 'damaged', 'unchecked']),
  madeAt: z.string().optional(),
  facts: databaseFacts.optional(),
  /** Nothing has been changed since it was made. */
  isAsNow: z.boolean(),
});

export const backupList = z.object({
  folder: z.string(),
  /** The newest first. */
  backups: z.array(backupView),
  /** Absent while the database cannot be read. */
  now: databaseFacts.optional(),
  /** Why the last backup was not made. */
  failure: z.string().optional(),
  /** Where copies go besides; each computer has its own. */
  copyFolder: z.string().optional(),
  /** When the last copy was made, or why it was not. */
  lastCopy: z.object({ at: z.string(), failure: z.string().optional() }).optional(),
});

/** What a backup would bring back, and what would go. */
export const backupComparison = z.object({
  things: z.array(
    z.object({
      thing: z.enum(BACKUP_THINGS),
      /** In the database now, and not in the backup: goes. */
      onlyNow: z.int(),
      /** In the backup, and not in the database: comes back. */
      onlyThen: z.int(),
      /** In both, with something different in it. */
      changed: z.int(),
    }),
  ),
  /** The first of the athletes that go and that come back, by name. */
  athletesOnlyNow: z.array(z.string()),
  athletesOnlyThen: z.array(z.string()),
  /** The newest change in either. */
  newestNow: z.object({ label: z.string(), at: z.string() }).optional(),
  newestThen: z.object({ label: z.string(), at: z.string() }).optional(),
});

export const restoreSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('backup'), name: z.string().min(1).max(200) }),
  /** Any other copy on this computer, by its whole path. */
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1).max(1000) }),
]);

export const restoreReceipt = z.object({
  restored: z.string(),
  facts: databaseFacts,
  /** The backup of what was there before; absent when there was nothing that could be read. */
  keptAs: z.string().optional(),
  /** Where the damaged file is kept. */
  damagedKeptAt: z.string().optional(),
});

/** What was read from a damaged file. `lost` is absent where nobody can say how many there were. */
export const salvageReport = z.object({
  path: z.string(),
  things: z.array(z.object({ thing: z.string(), kept: z.int(), lost: z.int().optional() })),
  /** Whether undo of earlier steps goes on, or the history begins anew. */
  keepsHistory: z.boolean(),
});

export const recoveryView = z.object({
  file: z.string(),
  /** Absent: the database is as it should be. */
  damage: z.object({ kind: z.enum(['damaged', 'missing']), reason: z.string() }).optional(),
  /** What a salvage has saved and is ready to be opened. */
  salvaged: salvageReport.optional(),
});
