import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Progress } from '../contract/derive.ts';
import type { PushMessage } from '../contract/wire.ts';
import { fail, type Result } from '../domain/kernel/result.ts';
import type { WriteDb } from './db/sql.ts';
import type { ServiceDeps } from './deps.ts';
import { performJob } from './performJob.ts';
import { forgetStale } from './training/recount.ts';

type Outcome = Result<unknown, { readonly tag: string }>;

export interface JobRunner {
  readonly run: (path: string, input: unknown, jobId: string | undefined) => Promise<Outcome>;
  readonly cancel: (jobId: string) => void;
  /** Cancels what is running and waits until it has let go of the database. */
  readonly stop: () => Promise<void>;
}

/** What crosses into the worker when it starts. */
export const jobOrder = z.object({
  path: z.string(),
  input: z.unknown(),
  databaseFile: z.string(),
  resourcesFolder: z.string(),
  uploadFolder: z.string(),
  today: z.string(),
  cancelled: z.instanceof(SharedArrayBuffer),
});

export type JobOrder = z.infer<typeof jobOrder>;

const workerMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: z.custom<Progress>() }),
  z.object({ kind: z.literal('done'), outcome: z.custom<Outcome>() }),
]);

interface Running {
  readonly cancelled: Int32Array;
  readonly ended: Promise<unknown>;
}

export const createJobRunner = (deps: ServiceDeps, db: WriteDb, push: (message: PushMessage) => void): JobRunner => {
  const running = new Map<string, Running>();
  let count = 0;

  const inThread = (path: string, input: unknown, jobId: string): Promise<Outcome> => {
    const cancelled = new SharedArrayBuffer(4);
    const order: JobOrder = {
      path,
      input,
      databaseFile: deps.databaseFile,
      resourcesFolder: deps.resourcesFolder,
      uploadFolder: deps.uploadFolder,
      today: deps.clock.today(),
      cancelled,
    };
    const ended = threadOutcome(deps.jobWorker, order, (progress) => push({ kind: 'progress', jobId, progress }));
    running.set(jobId, { cancelled: new Int32Array(cancelled), ended });
    return ended.finally(() => running.delete(jobId));
  };

  return {
    run: (path, input, jobId = `job-${(count += 1)}`) =>
      deps.jobWorker === undefined
        ? Promise.resolve(hereAndNow(deps, db, jobId, push, path, input))
        : inThread(path, input, jobId),
    cancel: (jobId) => {
      const job = running.get(jobId);
      if (job !== undefined) Atomics.store(job.cancelled, 0, 1);
    },
    stop: async () => {
      const jobs = [...running.values()];
      for (const job of jobs) Atomics.store(job.cancelled, 0, 1);
      await Promise.allSettled(jobs.map((job) => job.ended));
    },
  };
};

const hereAndNow = (
  deps: ServiceDeps,
  db: WriteDb,
  jobId: string,
  push: (message: PushMessage) => void,
  path: string,
  input: unknown,
): Outcome => {
  try {
    return performJob(path, input, {
      db,
      clock: deps.clock,
      resourcesFolder: deps.resourcesFolder,
      uploadFolder: deps.uploadFolder,
      progress: (progress) => push({ kind: 'progress', jobId, progress }),
    });
  } finally {
    forgetStale(db);
  }
};

const threadOutcome = (
  script: URL | undefined,
  order: JobOrder,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    if (script === undefined) throw new Error('no job worker');
    const worker = new Worker(script, { workerData: order });
    let outcome: Outcome = fail({ tag: 'Cancelled' });
    worker.on('message', (raw: unknown) => {
      const message = workerMessage.parse(raw);
      if (message.kind === 'progress') onProgress(message.progress);
      else outcome = message.outcome;
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(outcome));
  });
