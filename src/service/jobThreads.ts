import { setFlagsFromString } from 'node:v8';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * A job's heap. Left to itself it grows as far as the machine has memory before it is tidied; a million rows need a fifth of this.
 */
const JOB_HEAP = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 48 };

/**
 * Room in megabytes, for what a job makes and throws away at once and for what it holds. As the first begins, so it stays
 * (`smallHeap.ts`); with a megabyte of it, and a heap that begins small, V8 would take a sixth of an import's time to tidy up. Read
 * when a thread begins; the window's own heap has begun long before.
 */
const BEGIN_WITH_ROOM = ['--min-semi-space-size=16', '--initial-old-space-size=192'];

const begun = (script: URL, options: WorkerOptions): Worker => {
  for (const flag of BEGIN_WITH_ROOM) setFlagsFromString(flag);
  return new Worker(script, { ...options, resourceLimits: JOB_HEAP });
};

/** So long a thread waits for the job it was made for. */
const MOST_WAITING_MS = 60_000;

/** Threads for jobs. Each runs one, which it is sent, and ends. */
export interface JobThreads {
  /** A thread that waits for its job. */
  readonly next: () => Worker;
  /**
   * Makes one before its job is asked for, so that it has read its program by then: what a coach has dropped is looked at next. It
   * goes when nothing comes.
   */
  readonly makeReady: () => void;
  /** Ends the one that waits. */
  readonly stop: () => Promise<void>;
}

interface Waiting {
  readonly thread: Worker;
  readonly timer: NodeJS.Timeout;
}

export const jobThreads = (script: URL): JobThreads => {
  let waiting: Waiting | undefined;
  const forget = (): Worker | undefined => {
    const thread = waiting?.thread;
    clearTimeout(waiting?.timer);
    thread?.removeListener('error', forget).removeListener('exit', forget);
    waiting = undefined;
    return thread;
  };
  const stop = async (): Promise<void> => {
    await forget()?.terminate();
  };
  return {
    next: () => {
      const ready = forget();
      ready?.ref();
      return ready ?? begun(script, {});
    },
    makeReady: () => {
      if (waiting !== undefined) return;
      const thread = begun(script, { workerData: 'import' });
      // Neither it nor its end is a reason for the program to go on; one that cannot begin fails when its job is asked for.
      thread.on('error', forget).on('exit', forget).unref();
      waiting = { thread, timer: setTimeout(() => void stop(), MOST_WAITING_MS).unref() };
    },
    stop,
  };
};
