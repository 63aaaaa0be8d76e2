import { z } from 'zod';
import { plainDate } from './scalars.ts';

/** A passphrase has at least so many characters. */
export const LEAST_PASSPHRASE = 10;

export const passphrase = z.string().max(1000);
export const packPath = z.string().min(1).max(1000);

/** A file that the window has uploaded, or one on this computer by its whole path. */
export const packSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('upload'), token: z.string().max(64) }),
  z.strictObject({ kind: z.literal('file'), path: packPath }),
]);

export const athleteCounts = z.object({
  programs: z.int(),
  /** Lifting sessions that were done. */
  sessions: z.int(),
  sets: z.int(),
  runs: z.int(),
  checkIns: z.int(),
});

export const packWhat = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('desk') }),
  z.strictObject({ kind: z.literal('athletes'), athleteIds: z.array(z.int().positive()).min(1).max(1000) }),
]);

export const packPreview = z.object({
  kind: z.enum(['desk', 'athletes']),
  madeOn: z.string(),
  madeBy: z.string(),
  isSealed: z.boolean(),
  athletes: z.array(
    z.object({
      name: z.string(),
      /** Somebody of that name is on the roster. */
      isTaken: z.boolean(),
      counts: athleteCounts,
    }),
  ),
  /** Exercises that are not in this library yet. */
  newExercises: z.array(z.string()),
  /** How many athletes stand in the way of a whole desk; absent: none, and nothing else. */
  inTheWay: z.int().optional(),
});

export const eraseView = z.object({
  name: z.string(),
  counts: athleteCounts,
  /** Steps of the history that are of this athlete alone and go, and those that are of others too. */
  steps: z.object({ own: z.int(), shared: z.int() }),
  backups: z.object({
    automatic: z.int(),
    /** Made by hand or before something: they stay until newer ones push them out, or somebody removes them. */
    others: z.int(),
    newestOn: plainDate.optional(),
    /** Damaged or salvaged files that lie beside the database. */
    keptAside: z.int(),
  }),
  /** Where copies of backups go besides: those are never touched. */
  copyFolder: z.string().optional(),
});

export const eraseReceipt = z.object({
  name: z.string(),
  /** Steps of the history that went, those whose part of others was kept, and those that went although they were of others too. */
  steps: z.object({ own: z.int(), kept: z.int(), dropped: z.int() }),
  backupsRemoved: z.int(),
  backupsLeft: z.int(),
});

export const exportReceipt = z.object({
  path: z.string(),
  bytes: z.int(),
  files: z.array(z.object({ file: z.string(), rows: z.int() })),
});
