import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../../src/browser/findBrowser.ts';
import { benchCalc } from './calcBench.ts';
import { benchGoldenCheetah } from './goldenCheetahBench.ts';
import { printRows } from './printRows.ts';
import type { PeerRows } from './peerProgram.ts';

/**
 * Ironstride beside other programs, in the same run. `npm run bench:peers -- --only calc` or `goldencheetah`; `--rows 100000` for fewer
 * than a million. A peer that is not installed is said to be skipped, with what to install.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, rows: { type: 'string', default: '1000000' } },
});
const isAsked = (peer: string): boolean => values.only === undefined || values.only === peer;

const found = findBrowser();
if (found === undefined) throw new Error('no browser was found, not even the one that npm ci brings');

const folder = mkdtempSync(join(tmpdir(), 'ironstride-peers-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const load = loadavg()[0] ?? 0;
const parts: PeerRows[] = [];
if (isAsked('goldencheetah')) parts.push(await benchGoldenCheetah(found, folder));
if (isAsked('calc')) parts.push(await benchCalc(folder, Number(values.rows)));
const rows = parts.flatMap((part) => part.rows);
const skipped = parts.flatMap((part) => part.skipped);
if (values.json === true) console.log(JSON.stringify({ rows, skipped }));
else {
  console.log(`${availableParallelism()} processors; load when it began ${load.toFixed(1)}`);
  if (rows.length > 0) printRows(rows);
  for (const words of skipped) console.log(words);
}
