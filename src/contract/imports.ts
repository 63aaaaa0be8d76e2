import { z } from 'zod';
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

const files = z.array(importFile).min(1).max(200);

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
      errors: ['UploadMissing', 'AthleteNotFound', 'NothingToImport', 'DecisionNeeded', 'FileRefused'],
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
  },
};
