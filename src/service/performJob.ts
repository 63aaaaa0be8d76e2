import type { Topic } from '../contract/operation.ts';
import { fail, type Result } from '../domain/kernel/result.ts';
import { JobCancelled, type AllHandlers, type JobContext } from './deps.ts';
import { addStep } from './history/historyStore.ts';

type Outcome = Result<unknown, { readonly tag: string }>;

/** Every job, by its path in the contract. What only one of them needs is read when it is run: a thread runs one, the window none. */
export const jobHandlers = {
  app: {
    createSample: async (...asked) => (await import('./app/sampleJob.ts')).createSample(...asked),
    backUp: async (...asked) => (await import('./app/backupJob.ts')).backUp(...asked),
  },
  imports: {
    preview: async (...asked) => (await import('./imports/previewJob.ts')).previewImport(...asked),
    commit: async (...asked) => (await import('./imports/commitJob.ts')).commitImport(...asked),
    lookInFolder: async (...asked) => (await import('./imports/watchedFolderJobs.ts')).lookInFolder(...asked),
    pickUp: async (...asked) => (await import('./imports/watchedFolderJobs.ts')).pickUp(...asked),
  },
  sheets: { print: async (...asked) => (await import('./sheets/printJob.ts')).printSheets(...asked) },
  backups: {
    make: async (...asked) => (await import('./backups/backupJobs.ts')).makeBackup(...asked),
    compare: async (...asked) => (await import('./backups/backupJobs.ts')).compareBackup(...asked),
    restore: async (...asked) => (await import('./backups/backupJobs.ts')).restoreBackup(...asked),
  },
  recovery: {
    salvage: async (...asked) => (await import('./backups/recoveryJobs.ts')).salvageDatabase(...asked),
    open: async (...asked) => (await import('./backups/recoveryJobs.ts')).openAgain(...asked),
  },
  leaving: {
    exportAll: async (...asked) => (await import('./leaving/exportJob.ts')).exportAll(...asked),
    pack: async (...asked) => (await import('./leaving/packJobs.ts')).packFile(...asked),
    previewPack: async (...asked) => (await import('./leaving/packJobs.ts')).previewPack(...asked),
    openPack: async (...asked) => (await import('./leaving/packJobs.ts')).openPack(...asked),
    erase: async (...asked) => (await import('./leaving/eraseJob.ts')).eraseAthlete(...asked),
  },
} satisfies {
  app: Pick<AllHandlers['app'], 'createSample' | 'backUp'>;
  imports: Pick<AllHandlers['imports'], 'preview' | 'commit' | 'lookInFolder' | 'pickUp'>;
  sheets: Pick<AllHandlers['sheets'], 'print'>;
  backups: Pick<AllHandlers['backups'], 'make' | 'compare' | 'restore'>;
  recovery: Pick<AllHandlers['recovery'], 'salvage' | 'open'>;
  leaving: Pick<AllHandlers['leaving'], 'exportAll' | 'pack' | 'previewPack' | 'openPack' | 'erase'>;
};

/** What a job is run with; `topics`: what it writes, which its step in the history says. */
export interface JobHost extends Omit<JobContext, 'leaveStep'> {
  readonly topics: readonly Topic[];
}

/** Runs one job to its end in this thread. Cancelled, it has rolled back what it began. */
export const performJob = async (path: string, input: unknown, { topics, ...host }: JobHost): Promise<Outcome> => {
  const context: JobContext = {
    ...host,
    leaveStep: (label, receipt) => addStep(host.db, { label, at: host.clock.now(), topics }, receipt),
  };
  const [group, name] = path.split('.');
  const jobs = jobHandlers[group as keyof typeof jobHandlers] as Readonly<
    Record<string, (input: unknown, context: JobContext) => Promise<Outcome>>
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
