import { parentPort, workerData } from 'node:worker_threads';
import { parsePlainDate } from '../domain/kernel/plainDate.ts';
import { clockStandingAt, systemClock } from './clock.ts';
import { closeDatabase, openForJob } from './db/database.ts';
import { JobCancelled } from './deps.ts';
import { jobOrder } from './jobRunner.ts';
import { performJob } from './performJob.ts';

/** A job's own thread: its own connection, so that the window goes on reading while a million rows go in. */
const order = jobOrder.parse(workerData);
const cancelled = new Int32Array(order.cancelled);
const today = parsePlainDate(order.today);
const db = openForJob(order.databaseFile);
try {
  const outcome = performJob(order.path, order.input, {
    db,
    clock: { today: today === undefined ? systemClock.today : clockStandingAt(today).today, now: systemClock.now },
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
