import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startBrowserShell, type BrowserShell } from '../../src/browser/browserShell.ts';
import { findBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract, type Contract } from '../../src/contract/contract.ts';
import type { Client } from '../../src/contract/derive.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { clockStandingAt } from '../../src/service/clock.ts';

/** The built window: `npm test` builds it before the tests run. */
export const rendererFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url));

export const TODAY = '2026-11-23' as PlainDate;

/** The whole application behind a real browser, with what went wrong in its console. */
export interface Desk {
  readonly page: Page;
  readonly client: Client<Contract>;
  readonly shell: BrowserShell;
  readonly databaseFile: string;
  readonly complaints: readonly string[];
  /** Ends this process of the application and starts another on the same database. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openJourney = async (
  viewport = { width: 1280, height: 800 },
): Promise<{ desk: () => Desk; start: () => Promise<void>; close: () => Promise<void> }> => {
  const found = findBrowser();
  if (found === undefined) throw new Error('no browser was found, not even the one that npm ci brings');
  const folder = mkdtempSync(join(tmpdir(), 'ironstride-journey-'));
  const browser: Browser = await chromium.launch(launchOptions(found));
  const complaints: string[] = [];
  let current: Desk;
  const databaseFile = join(folder, 'desk.db');

  const start = async (): Promise<void> => {
    const shell = await startBrowserShell({
      databaseFile,
      rendererFolder,
      clock: clockStandingAt(TODAY),
    });
    const context = await browser.newContext({ viewport, acceptDownloads: true });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(shell.server.windowUrl('/'));
    const stop = async (): Promise<void> => {
      await context.close();
      await shell.close();
    };
    current = {
      page,
      shell,
      databaseFile,
      client: createClient(contract, shell.service),
      complaints,
      restart: async () => {
        await stop();
        await start();
      },
      close: stop,
    };
  };

  await start();
  return {
    desk: () => current,
    /** Starts the application on the same database, after it was closed. */
    start,
    close: async () => {
      await current.close();
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Leads the window to another of its routes, as a link would. */
export const goTo = (page: Page, route: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, route);

const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return '';
    const labelled = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
    // The text of a whole region is not its name: only what is pressed is called by its words.
    const text = element.matches('button, a, summary') ? (element.textContent ?? '') : '';
    return `${element.getAttribute('aria-label') ?? ''} ${labelled} ${label} ${text}`.trim();
  });

const MOST_TABS = 160;

/** Presses Tab until what has the focus is called like this, once the page is there: nothing is reached in any other way. */
export const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  const passed: string[] = [];
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    passed.push(focused);
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never reached ${String(name)}; it passed ${[...new Set(passed)].join(' | ')}`);
};

export const pressOn = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

/** How many bars of a kind the chart has: each begins a new line in one path. */
export const drawnBars = async (page: Page, kind: string): Promise<number> => {
  const path = await page.locator(`path[data-bars="${kind}"]`).getAttribute('d');
  return (path ?? '').split('M').length - 1;
};
