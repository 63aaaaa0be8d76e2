import { parentPort, workerData } from 'node:worker_threads';
import { parsePlainDate } from '../domain/kernel/plainDate.ts';
import { closeDatabase, openForJob } from './db/database.ts';
import { JobCancelled } from './deps.ts';
import { jobOrder } from './jobRunner.ts';
import { performJob } from './performJob.ts';

/** A job's own thread: its own connection, so that the window goes on reading while a million rows go in. */
const order = jobOrder.parse(workerData);
const cancelled = new Int32Array(order.cancelled);
const today = parsePlainDate(order.today);
if (today === undefined) throw new Error(`a job was ordered for ${order.today}, which is no date`);
const db = openForJob(order.databaseFile);
try {
  const outcome = performJob(order.path, order.input, {
    db,
    // The day and the moment at which the job was asked for: a job that runs past midnight stays of one day.
    clock: { today: () => today, now: () => order.now },
    resourcesFolder: order.resourcesFolder,
    uploadFolder: order.uploadFolder,
    progress: (progress) => {
      if (Atomics.load(cancelled, 0) === 1) throw new JobCancelled();
      parentPort?.postMessage({ kind: 'progress', progress });
    },
  });
  parentPort?.postMessage({ kind: 'done', outcome });
} finally {
  closeDatabase(db);
}
