import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBrowserShell } from '../../src/browser/browserShell.ts';
import { findBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { rendererFolder, TODAY } from '../journeys/desk.ts';
import { benchGrid, prepareGrids } from './gridBench.ts';
import { benchSheets } from './sheetBench.ts';
import type { BenchRow } from './statistics.ts';

const print = (rows: readonly BenchRow[]): void => {
  const width = Math.max(...rows.map((row) => row.name.length));
  const number = (value: number): string => value.toFixed(1).padStart(8);
  console.log(`${''.padEnd(width)}    median      p95   budget`);
  for (const row of rows) {
    const judged = `${row.judgedBy} ${row.met ? 'met' : 'NOT MET'}`;
    console.log(
      `${row.name.padEnd(width)} ${number(row.median)} ${number(row.p95)} ${number(row.budget)} ms  ${judged}`,
    );
  }
};

const found = findBrowser();
if (found === undefined) throw new Error('no browser was found, not even the one that npm ci brings');
const folder = mkdtempSync(join(tmpdir(), 'ironstride-bench-'));
const shell = await startBrowserShell({
  databaseFile: join(folder, 'bench.db'),
  rendererFolder,
  clock: clockStandingAt(TODAY),
});
const browser = await chromium.launch(launchOptions(found));
try {
  const people = await prepareGrids(createClient(contract, shell.service));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(shell.server.windowUrl('/'));
  await page.waitForTimeout(1500);
  const rows = [...(await benchGrid(page, people)), ...(await benchSheets(found))];
  if (process.argv.includes('--json')) console.log(JSON.stringify({ rows }));
  else print(rows);
} finally {
  await browser.close();
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
}
