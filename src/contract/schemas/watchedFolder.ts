import { z } from 'zod';
import { MOST_OFFERED } from '../../domain/imports/watchedFiles.ts';

/** What may stand in the way of a file that lies in the watched folder. */
export const FILE_TROUBLES = ['beingWritten', 'tooLarge', 'notReadable'] as const;

export const fileTrouble = z.enum(FILE_TROUBLES);

/** A file of the watched folder that is not known yet. */
export const watchedFile = z.object({
  /** In the watched folder: `strong.csv`, or `ana-duarte/strong.csv` in a folder of its own. */
  path: z.string(),
  name: z.string(),
  /** The folders it lies in by name, as of files that are dropped in a folder. */
  folder: z.string(),
  sizeBytes: z.int(),
  /** When it was last written, in milliseconds since 1970: another one is another file. */
  writtenAt: z.number(),
  trouble: fileTrouble.optional(),
});

export const folderLook = z.object({
  /** Absent: no folder is watched on this computer. */
  watched: z.string().optional(),
  /** The first of the new files, by name. */
  files: z.array(watchedFile),
  /** New files beyond these. */
  more: z.int(),
  /** Files that are no tables. */
  passedOver: z.int(),
  /** Folders in it that may not be read, by name. */
  closedFolders: z.array(z.string()),
  /** Files that the coach has left out, wherever they lay. */
  leftOut: z.int(),
});

/** A file by what is in it. */
export const knownFile = z.strictObject({
  name: z.string().min(1).max(300),
  sizeBytes: z.int().min(0),
  /** SHA-256; empty of a file that was not read. */
  hash: z.string().regex(/^(?:[0-9a-f]{64})?$/u),
});

export const pickedFile = z.object({
  path: z.string(),
  /** Absent when something stood in the way. */
  picked: z.object({ token: z.string(), hash: z.string(), sizeBytes: z.int() }).optional(),
  trouble: fileTrouble.optional(),
});

export const pathsInFolder = z.array(z.string().min(1).max(600)).min(1).max(MOST_OFFERED);
