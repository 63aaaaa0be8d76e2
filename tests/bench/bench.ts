import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startBrowserShell } from '../../src/browser/browserShell.ts';
import { findBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { rendererFolder } from '../journeys/desk.ts';
import { TODAY } from './today.ts';
import { benchBigFiles, bigFileLine, type BigFileRow } from './bigFilesBench.ts';
import { benchImport } from './importBench.ts';
import { benchDesk } from './deskBench.ts';
import { benchGrid, prepareGrids, UNPACED_ARGUMENTS } from './gridBench.ts';
import { benchGrowth } from './growthBench.ts';
import { growthLine, type GrowthRow } from './growth.ts';
import { benchWindow, bundleParts, type BundlePart, type ScreenRow } from './windowBench.ts';
import { benchStart } from './startBench.ts';
import { benchSheets } from './sheetBench.ts';
import { printRows } from './printRows.ts';
import type { BenchRow } from './statistics.ts';

const folder = mkdtempSync(join(tmpdir(), 'ironstride-bench-'));

const found = findBrowser();
if (found === undefined) throw new Error('no browser was found, not even the one that npm ci brings');

const gridRows = async (): Promise<readonly BenchRow[]> => {
  const shell = await startBrowserShell({
    databaseFile: join(folder, 'bench.db'),
    rendererFolder,
    clock: clockStandingAt(TODAY),
  });
  const options = launchOptions(found);
  const paced = await chromium.launch(options);
  const unpaced = await chromium.launch({ ...options, args: [...options.args, ...UNPACED_ARGUMENTS] });
  const opened = async (browser: Browser): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(shell.server.windowUrl('/'));
    await page.waitForTimeout(1500);
    return page;
  };
  try {
    const people = await prepareGrids(createClient(contract, shell.service));
    return await benchGrid({ paced: await opened(paced), unpaced: await opened(unpaced) }, people);
  } finally {
    await paced.close();
    await unpaced.close();
    await shell.close();
  }
};

/** With a browser whose pages are opened and have come to rest. */
const withPages = async <T>(work: (open: (url: string) => Promise<Page>) => Promise<T>): Promise<T> => {
  const browser = await chromium.launch(launchOptions(found));
  try {
    return await work(async (url) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(url);
      await page.waitForTimeout(1500);
      return page;
    });
  } finally {
    await browser.close();
  }
};

const printGrowth = (rows: readonly GrowthRow[]): void => {
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const row of rows) console.log(growthLine(row, width));
};

const printWindow = (parts: readonly BundlePart[], screens: readonly ScreenRow[]): void => {
  const first = parts.filter(({ isFirst }) => isFirst);
  const sum = (pick: (part: BundlePart) => number): string =>
    first.reduce((total, part) => total + pick(part), 0).toFixed(1);
  console.log(
    `script before the first screen: ${sum(({ kB }) => kB)} kB, ${sum(({ gzipKB }) => gzipKB)} kB compressed`,
  );
  for (const { name, kB, gzipKB, isFirst } of parts.filter((part) => part.isFirst || part.kB >= 20)) {
    console.log(
      `  ${isFirst ? 'first' : 'later'} ${name.padEnd(36)} ${kB.toFixed(1).padStart(8)} kB ${gzipKB.toFixed(1).padStart(8)}`,
    );
  }
  for (const { screen, longTasks, shift } of screens) {
    const tasks = longTasks.length === 0 ? 'no task over 50 ms' : `tasks over 50 ms: ${longTasks.join(', ')}`;
    console.log(`${screen.padEnd(28)} layout shift ${shift.toFixed(4)}  ${tasks}`);
  }
};

/**
 * `npm run bench -- --only start`, `grid`, `desk`, `sheets`, `import`, `growth`, `window` or `big`; `import` with `--rows 100000` for fewer than the budget's million.
 * `big` makes files of a gigabyte and takes minutes: it is done only when it is asked for by name.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, rows: { type: 'string', default: '1000000' } },
});
const isAsked = (part: string): boolean => values.only === undefined || values.only === part;

try {
  const rows: BenchRow[] = [];
  if (isAsked('start')) rows.push(...(await benchStart(found, folder)));
  if (isAsked('grid')) rows.push(...(await gridRows()));
  if (isAsked('desk')) rows.push(...(await withPages((open) => benchDesk(folder, open))));
  if (isAsked('sheets')) rows.push(...(await benchSheets(found)));
  if (isAsked('import')) rows.push(...(await benchImport(folder, Number(values.rows))));
  const growth = isAsked('growth') ? await withPages((open) => benchGrowth(folder, open)) : [];
  const parts = isAsked('window') ? bundleParts() : [];
  const screens = isAsked('window') ? await withPages((open) => benchWindow(folder, open)) : [];
  const bigFiles: BigFileRow[] = [];
  if (values.only === 'big') {
    for (const row of benchBigFiles(folder)) {
      bigFiles.push(row);
      if (values.json !== true) console.log(bigFileLine(row));
    }
  }
  if (values.json === true) console.log(JSON.stringify({ rows, growth, parts, screens, bigFiles }));
  else {
    if (rows.length > 0) printRows(rows);
    if (growth.length > 0) printGrowth(growth);
    if (parts.length > 0) printWindow(parts, screens);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
