import { z } from 'zod';
import { analysisOperations } from './analysis.ts';
import { athleteOperations } from './athletes.ts';
import { backupOperations } from './backups.ts';
import { calendarOperations } from './calendar.ts';
import { diagnosticsOperations } from './diagnostics.ts';
import { historyOperations } from './history.ts';
import { importOperations } from './imports.ts';
import { insightsOperations } from './insights.ts';
import { leavingOperations } from './leaving.ts';
import { logOperations } from './log.ts';
import { command, hostCall, job, query } from './operation.ts';
import { programOperations } from './programs.ts';
import { runningOperations } from './running.ts';
import { sheetOperations } from './sheets.ts';
import { templateOperations } from './templates.ts';
import { scienceOperations } from './science.ts';
import { typeInOperations } from './typeIn.ts';
import { appView, sampleReceipt, settings, verification } from './schemas/app.ts';
import { givenDay } from './schemas/scalars.ts';
import { pdfOrder } from './schemas/sheet.ts';

/**
 * Everything a window, a script or a test can ask for. The client, the handlers' obligations, validation,
 * refetching, undo, `operations` and `call` are derived from this one value and declared nowhere else.
 */
export const contract = {
  app: {
    describe: query({ reads: ['athletes', 'settings'], input: z.strictObject({}), output: appView, errors: [] }),
    saveSettings: command({
      writes: ['settings'],
      input: settings,
      output: z.object({}),
      errors: [],
      label: () => 'Change settings',
    }),
    verify: query({ reads: [], withoutDatabase: true, input: z.strictObject({}), output: verification, errors: [] }),
    createSample: job({
      writes: ['athletes', 'races', 'exercises', 'programs', 'sessions', 'runs', 'checkIns'],
      input: z.strictObject({
        athletes: z.int().min(1).max(500),
        years: z.number().min(0.25).max(10),
        seed: z.int().min(0).max(2_147_483_647),
        /** Not so long ago or ahead that its athletes would be of no year that an athlete can be of. */
        today: givenDay
          .refine((on) => on >= '1980-01-01' && on <= '2099-12-31', 'not a day of 1980 to 2099')
          .optional(),
      }),
      output: sampleReceipt,
      errors: ['RosterNotEmpty'],
    }),
    backUp: job({
      writes: [],
      input: z.strictObject({ path: z.string().min(1).max(1000) }),
      output: z.object({ path: z.string(), bytes: z.int() }),
      errors: ['FileNotWritten'],
    }),
  },
  ...athleteOperations,
  ...analysisOperations,
  ...logOperations,
  ...runningOperations,
  ...insightsOperations,
  ...calendarOperations,
  ...programOperations,
  ...templateOperations,
  ...sheetOperations,
  ...typeInOperations,
  ...importOperations,
  ...scienceOperations,
  ...historyOperations,
  ...diagnosticsOperations,
  ...backupOperations,
  ...leavingOperations,
  shell: {
    describe: hostCall({
      input: z.strictObject({}),
      output: z.object({
        kind: z.enum(['electron', 'browser', 'commandLine']),
        /** Whether the shell can make a PDF, and if not, why. */
        pdf: z.object({ isOffered: z.boolean(), reason: z.string().optional() }),
        canShowFolder: z.boolean(),
        canChooseFolder: z.boolean(),
      }),
      errors: [],
    }),
    savePdf: hostCall({
      input: pdfOrder,
      output: z.discriminatedUnion('kind', [
        /** `path` is the file, or the folder when there are several. */
        z.object({ kind: z.literal('saved'), path: z.string() }),
        /** Several files come as one archive. */
        z.object({ kind: z.literal('download'), url: z.string(), fileName: z.string() }),
        z.object({ kind: z.literal('cancelled') }),
      ]),
      errors: ['PdfFailed', 'NotOfferedHere', 'FileNotWritten'],
    }),
    showDataFolder: hostCall({ input: z.strictObject({}), output: z.object({}), errors: ['NotOfferedHere'] }),
    /** Asks the coach for a folder; absent when they chose none. */
    chooseFolder: hostCall({
      input: z.strictObject({}),
      output: z.object({ path: z.string().optional() }),
      errors: ['NotOfferedHere'],
    }),
  },
};

export type Contract = typeof contract;
