import { contract } from '../contract/contract.ts';
import type { Operation } from '../contract/operation.ts';
import { fail, type Result } from '../domain/kernel/result.ts';
import { createSample } from './app/sampleJob.ts';
import { backUp } from './app/backupJob.ts';
import { compareBackup, makeBackup, restoreBackup } from './backups/backupJobs.ts';
import { openAgain, salvageDatabase } from './backups/recoveryJobs.ts';
import { JobCancelled, type AllHandlers, type JobContext } from './deps.ts';
import { addStep } from './history/historyStore.ts';
import { commitImport } from './imports/commitJob.ts';
import { previewImport } from './imports/previewJob.ts';
import { lookInFolder, pickUp } from './imports/watchedFolderJobs.ts';
import { eraseAthlete } from './leaving/eraseJob.ts';
import { exportAll } from './leaving/exportJob.ts';
import { openPack, packFile, previewPack } from './leaving/packJobs.ts';
import { printSheets } from './sheets/printJob.ts';

type Outcome = Result<unknown, { readonly tag: string }>;

/** Every job, by its path in the contract. */
export const jobHandlers = {
  app: { createSample, backUp },
  imports: { preview: previewImport, commit: commitImport, lookInFolder, pickUp },
  sheets: { print: printSheets },
  backups: { make: makeBackup, compare: compareBackup, restore: restoreBackup },
  recovery: { salvage: salvageDatabase, open: openAgain },
  leaving: { exportAll, pack: packFile, previewPack, openPack, erase: eraseAthlete },
} satisfies {
  app: Pick<AllHandlers['app'], 'createSample' | 'backUp'>;
  imports: Pick<AllHandlers['imports'], 'preview' | 'commit' | 'lookInFolder' | 'pickUp'>;
  sheets: Pick<AllHandlers['sheets'], 'print'>;
  backups: Pick<AllHandlers['backups'], 'make' | 'compare' | 'restore'>;
  recovery: Pick<AllHandlers['recovery'], 'salvage' | 'open'>;
  leaving: Pick<AllHandlers['leaving'], 'exportAll' | 'pack' | 'previewPack' | 'openPack' | 'erase'>;
};

const jobAt = (path: string): Extract<Operation, { kind: 'job' }> | undefined => {
  const [group = '', name = ''] = path.split('.');
  const operations: Readonly<Record<string, Operation>> = contract[group as keyof typeof contract];
  const operation = operations[name];
  return operation?.kind === 'job' ? operation : undefined;
};

/** What a job writes; nothing for one that only looks. */
const topicsOf = (path: string): readonly string[] => jobAt(path)?.writes ?? [];

/** Whether a job may be ended wherever it stands. One that writes a file beside the database would leave half of it behind. */
export const onlyReads = (path: string): boolean => topicsOf(path).length === 0 && jobAt(path)?.isBeside !== true;

/** Runs one job to its end in this thread. Cancelled, it has rolled back what it began. */
export const performJob = async (
  path: string,
  input: unknown,
  host: Omit<JobContext, 'leaveStep'>,
): Promise<Outcome> => {
  const context: JobContext = {
    ...host,
    leaveStep: (label, receipt) => {
      const topics = topicsOf(path) as Parameters<typeof addStep>[1]['topics'];
      addStep(host.db, { label, at: host.clock.now(), topics }, receipt);
    },
  };
  const [group, name] = path.split('.');
  const jobs = jobHandlers[group as keyof typeof jobHandlers] as Readonly<
    Record<string, (input: unknown, context: JobContext) => Outcome | Promise<Outcome>>
  >;
  const perform = name === undefined ? undefined : jobs[name];
  if (perform === undefined) throw new Error(`no job ${path}`);
  try {
    return await perform(input, context);
  } catch (cause) {
    if (cause instanceof JobCancelled) return fail({ tag: 'Cancelled' });
    throw cause;
  }
};
