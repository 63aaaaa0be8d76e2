import type { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Progress } from '../contract/derive.ts';
import type { Operation } from '../contract/operation.ts';
import type { PushMessage } from '../contract/wire.ts';
import { fail, type Result } from '../domain/kernel/result.ts';
import type { HeldDatabase } from './db/heldDatabase.ts';
import type { ServiceDeps } from './deps.ts';
import type { JobOrder } from './jobOrder.ts';
import { jobThreads, type JobThreads } from './jobThreads.ts';
import { performJob } from './performJob.ts';
import { forgetStale } from './training/recount.ts';

type Outcome = Result<unknown, { readonly tag: string }>;

type Job = Extract<Operation, { kind: 'job' }>;

export interface JobRunner {
  /** `job`: what the contract says at that path. */
  readonly run: (path: string, job: Job, input: unknown, jobId: string | undefined) => Promise<Outcome>;
  readonly cancel: (jobId: string) => void;
  /** Something has come that a job will be asked about. */
  readonly makeReady: () => void;
  /** Cancels what is running and waits until it has let go of the database. */
  readonly stop: () => Promise<void>;
}

const workerMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: z.custom<Progress>() }),
  z.object({ kind: z.literal('done'), outcome: z.custom<Outcome>() }),
]);

/** Whether a job may be ended wherever it stands. One that writes a file beside the database would leave half of it behind. */
const onlyReads = ({ writes, isBeside }: Job): boolean => writes.length === 0 && isBeside !== true;

interface Running {
  /** Asks the job to stop at its next report; one that only reads is ended where it stands. */
  readonly cancel: () => void;
  /** It has let go of the database, which may be somewhat later than its answer. */
  readonly ended: Promise<void>;
}

export const createJobRunner = (
  deps: ServiceDeps,
  db: HeldDatabase,
  push: (message: PushMessage) => void,
): JobRunner => {
  const running = new Map<string, Running>();
  const threads = deps.jobWorker === undefined ? undefined : jobThreads(deps.jobWorker);
  let count = 0;

  const inThread = ({ next }: JobThreads, path: string, job: Job, input: unknown, jobId: string): Promise<Outcome> => {
    const cancelled = new SharedArrayBuffer(4);
    const order: JobOrder = {
      path,
      input,
      topics: [...job.writes],
      databaseFile: deps.databaseFile,
      canBeRead: db.damage() === undefined,
      resourcesFolder: deps.resourcesFolder,
      uploadFolder: deps.uploadFolder,
      version: deps.version,
      today: deps.clock.today(),
      now: deps.clock.now(),
      cancelled,
    };
    const worker = next();
    const outcome = outcomeOf(worker, (progress) => push({ kind: 'progress', jobId, progress }));
    const ended = new Promise<void>((resolve) => {
      worker.on('exit', () => {
        running.delete(jobId);
        resolve();
      });
    });
    const cancel = (): void => {
      Atomics.store(new Int32Array(cancelled), 0, 1);
      if (onlyReads(job)) void worker.terminate();
    };
    running.set(jobId, { cancel, ended });
    worker.postMessage(order);
    return outcome;
  };

  return {
    run: (path, job, input, jobId = `job-${(count += 1)}`) =>
      threads === undefined
        ? hereAndNow(deps, db, jobId, push, path, job, input)
        : inThread(threads, path, job, input, jobId),
    makeReady: () => threads?.makeReady(),
    cancel: (jobId) => running.get(jobId)?.cancel(),
    stop: async () => {
      await threads?.stop();
      // One that is asked for while the others end must end too.
      while (running.size > 0) {
        const jobs = [...running.values()];
        for (const job of jobs) job.cancel();
        await Promise.all(jobs.map((job) => job.ended));
      }
    },
  };
};

const hereAndNow = async (
  deps: ServiceDeps,
  db: HeldDatabase,
  jobId: string,
  push: (message: PushMessage) => void,
  path: string,
  job: Job,
  input: unknown,
): Promise<Outcome> => {
  try {
    return await performJob(path, input, {
      topics: job.writes,
      db,
      databaseFile: deps.databaseFile,
      canBeRead: db.damage() === undefined,
      clock: deps.clock,
      resourcesFolder: deps.resourcesFolder,
      uploadFolder: deps.uploadFolder,
      version: deps.version,
      progress: (progress) => push({ kind: 'progress', jobId, progress }),
    });
  } finally {
    if (db.damage() === undefined) forgetStale(db);
  }
};

/** The job's answer, as soon as it is given. One that was ended where it stood gives none. */
const outcomeOf = (worker: Worker, onProgress: (progress: Progress) => void): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    worker.on('message', (raw: unknown) => {
      const message = workerMessage.parse(raw);
      if (message.kind === 'progress') onProgress(message.progress);
      else resolve(message.outcome);
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve(fail({ tag: 'Cancelled' })));
  });
