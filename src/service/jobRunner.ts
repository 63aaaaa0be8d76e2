import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Progress } from '../contract/derive.ts';
import type { Operation } from '../contract/operation.ts';
import type { PushMessage } from '../contract/wire.ts';
import { fail, type Result } from '../domain/kernel/result.ts';
import type { HeldDatabase } from './db/heldDatabase.ts';
import type { ServiceDeps } from './deps.ts';
import type { JobOrder } from './jobOrder.ts';
import { performJob } from './performJob.ts';
import { forgetStale } from './training/recount.ts';

type Outcome = Result<unknown, { readonly tag: string }>;

type Job = Extract<Operation, { kind: 'job' }>;

export interface JobRunner {
  /** `job`: what the contract says at that path. */
  readonly run: (path: string, job: Job, input: unknown, jobId: string | undefined) => Promise<Outcome>;
  readonly cancel: (jobId: string) => void;
  /** Cancels what is running and waits until it has let go of the database. */
  readonly stop: () => Promise<void>;
}

const workerMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: z.custom<Progress>() }),
  z.object({ kind: z.literal('done'), outcome: z.custom<Outcome>() }),
]);

/**
 * A job's heap. Left to itself it grows as far as the machine has memory before it is tidied; a million rows need a fifth of this.
 */
const JOB_HEAP = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };

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
  let count = 0;

  const inThread = (path: string, job: Job, input: unknown, jobId: string): Promise<Outcome> => {
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
    if (deps.jobWorker === undefined) throw new Error('no job worker');
    const worker = new Worker(deps.jobWorker, { workerData: order, resourceLimits: JOB_HEAP });
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
    return outcome;
  };

  return {
    run: (path, job, input, jobId = `job-${(count += 1)}`) =>
      deps.jobWorker === undefined
        ? hereAndNow(deps, db, jobId, push, path, job, input)
        : inThread(path, job, input, jobId),
    cancel: (jobId) => running.get(jobId)?.cancel(),
    stop: async () => {
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
