import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobThreads, type JobThreads } from '../../src/service/jobThreads.ts';
import { ownFolder } from './openDesk.ts';

/** A thread that is made before its job is known, and what becomes of it. */

let threads: JobThreads;

/** Writes down that it is alive, and answers an order with what it was made for; made to fail, it does not come so far. */
const SCRIPT = `import { parentPort, threadId, workerData } from 'node:worker_threads';
import { appendFileSync, existsSync } from 'node:fs';
if (existsSync(new URL('fail', import.meta.url))) throw new Error('cannot begin');
const alive = setInterval(() => appendFileSync(new URL('has begun', import.meta.url), '.'), 5);
parentPort.once('message', (order) => {
  clearInterval(alive);
  parentPort.postMessage({ order, madeFor: workerData, threadId });
});`;

let folder: string;

beforeEach(() => {
  folder = ownFolder();
  writeFileSync(join(folder, 'thread.mjs'), SCRIPT);
  threads = jobThreads(pathToFileURL(join(folder, 'thread.mjs')));
});

afterEach(() => threads.stop());

const answerOf = async (thread: Worker, order: string): Promise<unknown> => {
  const answered = once(thread, 'message');
  thread.postMessage(order);
  return (await answered)[0];
};

test('the next job gets the thread that was made ready, the one after it another', async () => {
  threads.makeReady();
  threads.makeReady();
  const [first, second] = [threads.next(), threads.next()];
  expect(await answerOf(first, 'one')).toMatchObject({ order: 'one', madeFor: 'import', threadId: first.threadId });
  expect(await answerOf(second, 'two')).toMatchObject({ order: 'two', madeFor: undefined });
});

test('a thread that cannot begin is not waited for: the next job finds out for itself', async () => {
  writeFileSync(join(folder, 'fail'), '');
  threads.makeReady();
  // Whatever becomes of it, nobody hears of it.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const thread = threads.next();
  await expect(once(thread, 'message')).rejects.toThrow('cannot begin');
});

test('when the service stops, the one that waits ends', async () => {
  threads.makeReady();
  const hasBegun = join(folder, 'has begun');
  await expect.poll(() => existsSync(hasBegun)).toBe(true);
  await threads.stop();
  const ended = readFileSync(hasBegun, 'utf8');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(readFileSync(hasBegun, 'utf8')).toBe(ended);
  expect(await answerOf(threads.next(), 'after')).toMatchObject({ madeFor: undefined });
});
