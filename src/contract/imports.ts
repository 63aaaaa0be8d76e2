import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { command, job, query } from './operation.ts';
import {
  exerciseDecision,
  importFile,
  importPreview,
  importReceipt,
  importSummary,
  importTarget,
} from './schemas/imports.ts';
import { importId } from './schemas/scalars.ts';
import { folderLook, knownFile, pathsInFolder, pickedFile } from './schemas/watchedFolder.ts';

const files = z.array(importFile).min(1).max(LIMITS.filesAtOnce.most);

export const importOperations = {
  imports: {
    preview: job({
      writes: [],
      input: z.strictObject({
        files,
        /** Whose the files are that have no target and do not say it themselves. */
        otherwise: importTarget.optional(),
      }),
      output: importPreview,
      errors: ['UploadMissing', 'AthleteNotFound'],
    }),
    commit: job({
      writes: ['athletes', 'exercises', 'sessions', 'runs', 'imports'],
      input: z.strictObject({
        files,
        exercises: z.array(exerciseDecision).max(2000),
        /** Refuse what would be decided by evidence instead of by the file or the coach. */
        strict: z.boolean(),
      }),
      output: importReceipt,
      errors: ['UploadMissing', 'AthleteNotFound', 'NothingToImport', 'DecisionNeeded', 'FileRefused', 'BackupFailed'],
    }),
    list: query({
      reads: ['imports'],
      input: z.strictObject({}),
      output: z.object({ imports: z.array(importSummary) }),
      errors: [],
    }),
    takeBack: command({
      writes: ['athletes', 'exercises', 'sessions', 'runs', 'imports'],
      input: z.strictObject({ importId }),
      output: z.object({ removed: z.int(), kept: z.int() }),
      errors: ['ImportNotFound', 'ImportTakenBack'],
      label: () => 'Take back import',
    }),
    /** The folder in which this computer looks for new files; none when it is absent. */
    watchedFolder: query({
      reads: ['imports'],
      input: z.strictObject({}),
      output: z.object({ path: z.string().optional() }),
      errors: [],
    }),
    /** Watches a folder on this computer; an empty path watches none. Nothing is ever written to it. */
    watchFolder: command({
      writes: ['imports'],
      input: z.strictObject({ path: z.string().max(1000) }),
      output: z.object({ path: z.string().optional() }),
      errors: ['FolderUnreadable'],
      label: ({ path }) => (path.trim() === '' ? 'Watch no folder' : 'Watch a folder'),
    }),
    /** Which files of the watched folder are new. */
    lookInFolder: job({
      writes: [],
      input: z.strictObject({}),
      output: folderLook,
      errors: ['FolderUnreadable'],
    }),
    /** Copies files of the watched folder to where dropped files wait; a file that is no longer there is not answered. */
    pickUp: job({
      writes: [],
      input: z.strictObject({ paths: pathsInFolder }),
      output: z.object({ files: z.array(pickedFile) }),
      errors: ['FolderUnreadable'],
    }),
    /** Files that are not to be offered again. */
    leaveOut: command({
      writes: ['imports'],
      input: z.strictObject({ files: z.array(knownFile).min(1).max(200) }),
      output: z.object({}),
      errors: [],
      label: ({ files: [only, ...others] }) =>
        others.length === 0 ? `Leave out ${only?.name ?? 'a file'}` : `Leave out ${others.length + 1} files`,
    }),
    /** Offers again what was left out. */
    offerAgain: command({
      writes: ['imports'],
      input: z.strictObject({}),
      output: z.object({ files: z.int() }),
      errors: [],
      label: () => 'Offer files again that were left out',
    }),
  },
};
