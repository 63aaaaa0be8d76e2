import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBrowserShell } from '../../src/browser/browserShell.ts';
import type { FoundBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions, openPrinter } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract, type Contract } from '../../src/contract/contract.ts';
import type { Client } from '../../src/contract/derive.ts';
import { printRoute } from '../../src/contract/printRoute.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { IsoWeek } from '../../src/domain/kernel/plainDate.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { rendererFolder } from '../journeys/desk.ts';
import { timed } from './asked.ts';
import { TODAY } from './today.ts';
import { peakOfChildrenMb } from './treeMemory.ts';
import { benchRow, ratioRow, type BenchRow } from './statistics.ts';

export const WEEK = '2026-W48' as IsoWeek;
export const SHEETS = 200;
/** As many as are drawn on one page: more take no more memory. */
const FEW = 50;
const RUNS = 3;
/** Of what Chromium itself needs for as many equal pages (product.md, §6). */
const BUDGET_RATIO = 1.5;

/** A desk with two hundred athletes' weekly sheets, and what prints them as a coach does. */
export interface SheetDesk {
  readonly client: Client<Contract>;
  readonly athleteIds: readonly AthleteId[];
  readonly urlOf: (ids: readonly AthleteId[], from?: number) => string;
  /** Everybody's unless it is said whose. */
  readonly print: (ids?: readonly AthleteId[]) => Promise<void>;
}

export const withSheets = async <T>(work: (desk: SheetDesk) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'ironstride-bench-sheets-'));
  const shell = await startBrowserShell({
    databaseFile: join(folder, 'sheets.db'),
    rendererFolder,
    clock: clockStandingAt(TODAY),
  });
  try {
    const client = createClient(contract, shell.service);
    const sample = await client.app.createSample({ athletes: 300, years: 0.5, seed: 3, today: TODAY });
    if (!sample.ok) throw new Error('no sample');
    const kept = await client.sheets.print({ layout: 'weekly', week: WEEK });
    if (!kept.ok || kept.value.sheets.length < SHEETS) throw new Error('the sample has too few sheets');
    const athleteIds = kept.value.sheets.flatMap((sheet) => sheet.athleteId ?? []).slice(0, SHEETS);
    const urlOf = (ids: readonly AthleteId[], from?: number): string =>
      shell.server.windowUrl(printRoute({ layout: 'weekly', week: WEEK, paper: 'a4', athleteIds: ids, from }));
    const print = async (ids: readonly AthleteId[] = athleteIds): Promise<void> => {
      const printer = openPrinter();
      const printed = await printer.print((from) => urlOf(ids, from));
      await printer.close();
      if (!printed.ok) throw new Error('no PDF');
    };
    return await work({ client, athleteIds, urlOf, print });
  } finally {
    await shell.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Two hundred athletes' weekly sheets in one PDF, against Chromium printing one of them two hundred times as dead text. */
export const benchSheets = (found: FoundBrowser): Promise<readonly BenchRow[]> =>
  withSheets(async ({ athleteIds, urlOf, print }) => {
    const theirs = async (): Promise<void> => {
      const browser = await chromium.launch(launchOptions(found));
      const page = await browser.newPage();
      await page.goto(urlOf(athleteIds.slice(0, 1)));
      await page.waitForSelector('html[data-ready="yes"]', { state: 'attached' });
      await page.evaluate((copies) => {
        const sheet = document.querySelector('[data-paper]');
        const dead = document.createElement('main');
        for (let copy = 0; copy < copies; copy += 1) if (sheet !== null) dead.append(sheet.cloneNode(true));
        document.body.replaceChildren(dead);
      }, SHEETS);
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
      await browser.close();
    };

    const [own, dead]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      dead.push(await timed(theirs));
      own.push(await timed(() => print()));
    }
    // Looking at every process takes time of its own: memory is measured in runs of its own.
    const few = await peakOfChildrenMb(() => print(athleteIds.slice(0, FEW)));
    const many = await peakOfChildrenMb(() => print());
    const memory = (sheets: number, peakMb: number): BenchRow => ({
      ...benchRow(`Most memory of the browser that prints ${sheets} sheets`, [peakMb], undefined, 'median'),
      unit: 'MB',
    });
    return [
      memory(FEW, few),
      memory(SHEETS, many),
      ratioRow(
        `${SHEETS} athletes’ weekly sheets in one PDF`,
        own,
        { name: `Chromium printing ${SHEETS} equal static pages`, values: dead },
        BUDGET_RATIO,
      ),
    ];
  });
