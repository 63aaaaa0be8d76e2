import { openForBench } from './openForBench.ts';

/** A process of its own that has a big roster open and has answered for it: what such a window's main process weighs. */
const [databaseFile] = process.argv.slice(2);
if (databaseFile === undefined) throw new Error('holdDesk FILE');
const service = openForBench(databaseFile);
for (let turn = 0; turn < 3; turn += 1) {
  await service.request(JSON.stringify({ operation: 'roster.view', input: { archived: false } }));
}
await new Promise((done) => setTimeout(done, 500));
console.log(Math.round(process.memoryUsage.rss() / 1024 / 1024));
await service.close();
