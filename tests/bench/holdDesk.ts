import { openForBench } from './openForBench.ts';

/**
 * A process of its own that has a big roster open, has answered for it, and has looked at everybody's running: what such a window's
 * main process weighs, megabytes, when it has settled and at its most.
 */
const [databaseFile] = process.argv.slice(2);
if (databaseFile === undefined) throw new Error('holdDesk FILE');
const service = openForBench(databaseFile);

const QUIET_MS = 3000;
const PATIENCE_MS = 120_000;

let heardAt = Date.now();
service.onPush(() => {
  heardAt = Date.now();
});
for (let turn = 0; turn < 3; turn += 1) {
  await service.request(JSON.stringify({ operation: 'roster.view', input: { archived: false } }));
}
const began = Date.now();
// The system's own figure for the most is that of the process which started this one, until this one has passed it.
let most = process.memoryUsage.rss();
while (Date.now() - heardAt < QUIET_MS && Date.now() - began < PATIENCE_MS) {
  await new Promise((done) => setTimeout(done, 100));
  most = Math.max(most, process.memoryUsage.rss());
}
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
console.log(
  JSON.stringify({
    settledMb: megabytes(process.memoryUsage.rss()),
    mostMb: megabytes(most),
  }),
);
await service.close();
