import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { parsePlainDate } from '../domain/kernel/plainDate.ts';
import { closeDatabase, openForJob } from './db/database.ts';
import type { WriteDb } from './db/sql.ts';
import { JobCancelled } from './deps.ts';
import { jobOrder } from './jobOrder.ts';
import { performJob } from './performJob.ts';

if (parentPort === null) throw new Error('a job is run in a thread of its own');
const asker = parentPort;

// Made before its job is known, it reads meanwhile what that will need.
if (workerData === 'import') void Promise.all([import('./imports/previewJob.ts'), import('./imports/commitJob.ts')]);

/** A job's own thread: its own connection, so that the window goes on reading while a million rows go in. */
const [asked] = await once(asker, 'message');
const order = jobOrder.parse(asked);
const cancelled = new Int32Array(order.cancelled);
const today = parsePlainDate(order.today);
if (today === undefined) throw new Error(`a job was ordered for ${order.today}, which is no date`);

let opened: WriteDb | undefined;
/** Opened when it is first asked: a job that brings a damaged database back does not need it. */
const connection = (): WriteDb => (opened ??= openForJob(order.databaseFile));
const db: WriteDb = {
  get read() {
    return connection().read;
  },
  get write() {
    return connection().write;
  },
};

try {
  const outcome = await performJob(order.path, order.input, {
    topics: order.topics,
    db,
    databaseFile: order.databaseFile,
    canBeRead: order.canBeRead,
    // The day and the moment at which the job was asked for: a job that runs past midnight stays of one day.
    clock: { today: () => today, now: () => order.now },
    resourcesFolder: order.resourcesFolder,
    uploadFolder: order.uploadFolder,
    version: order.version,
    progress: (progress) => {
      if (Atomics.load(cancelled, 0) === 1) throw new JobCancelled();
      asker.postMessage({ kind: 'progress', progress });
    },
  });
  asker.postMessage({ kind: 'done', outcome });
} finally {
  if (opened !== undefined) closeDatabase(opened);
}
