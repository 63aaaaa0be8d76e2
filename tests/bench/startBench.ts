import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import type { FoundBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions } from '../../src/browser/printPdf.ts';
import { rendererFolder } from '../journeys/desk.ts';
import { rosterIn } from './rosterCache.ts';
import { ratioRow, type BenchRow } from './statistics.ts';

const BUDGET_RATIO = 1.3;
const RUNS = 7;

/** What `npm start` has before the program. */
const COMPILE_CACHE = new URL('../../src/cli/compileCache.ts', import.meta.url).href;

/**
 * Lets the page note itself when something of it has been painted, on the computer's own clock: whoever asks from outside learns of it only when
 * the busy page answers.
 */
const notePainted = async (page: Page, selector: string): Promise<void> => {
  await page.addInitScript((wanted) => {
    const seen = new MutationObserver(() => {
      if (document.querySelector(wanted) === null) return;
      seen.disconnect();
      const painted = new MessageChannel();
      painted.port1.onmessage = () =>
        Object.assign(globalThis, { paintedAt: performance.timeOrigin + performance.now() });
      requestAnimationFrame(() => painted.port2.postMessage(0));
    });
    seen.observe(document, { childList: true, subtree: true });
  }, selector);
};

const paintedAt = async (page: Page): Promise<number> => {
  const noted = await page.waitForFunction(() => Reflect.get(globalThis, 'paintedAt') as number | undefined);
  return Number(await noted.jsonValue());
};

interface Start {
  readonly databaseFile: string;
  readonly rendererFolder: string;
  /** What is there when the window can be used. */
  readonly selector: string;
  readonly route?: string;
  /** Waited for before the window is closed; it is given the clock's time of the start. */
  readonly afterPaint?: (began: number) => Promise<void>;
}

/** From nothing to a window that can be used: the shell's process, its browser, its page. */
export const startOnce = async (
  found: FoundBrowser,
  { databaseFile, rendererFolder: renderer, selector, route = '/', afterPaint }: Start,
): Promise<number> => {
  const script = fileURLToPath(new URL('startOne.ts', import.meta.url));
  const began = performance.now();
  const shell = spawn(process.execPath, ['--import', COMPILE_CACHE, script, databaseFile, renderer, route], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [url] = await new Promise<readonly string[]>((told) => {
      createInterface({ input: shell.stdout }).once('line', (line) => told([line]));
    });
    const browser = await chromium.launch(launchOptions(found));
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await notePainted(page, selector);
      await page.goto(url ?? '', { waitUntil: 'commit' });
      const took = (await paintedAt(page)) - performance.timeOrigin - began;
      await afterPaint?.(began);
      return took;
    } finally {
      await browser.close();
    }
  } finally {
    const ended = new Promise((done) => shell.once('exit', done));
    shell.kill();
    await ended;
  }
};

/** The start with a large roster against the same shell with an empty database and an empty page, one after the other. */
export const benchStart = async (found: FoundBrowser, folder: string): Promise<readonly BenchRow[]> => {
  const databaseFile = await rosterIn(folder, { athletes: 500, years: 5, seed: 3 });
  const emptyFolder = join(folder, 'empty');
  mkdirSync(emptyFolder, { recursive: true });
  writeFileSync(join(emptyFolder, 'index.html'), '<!doctype html><title>empty</title><p id="there">.</p>');
  const emptyFile = join(folder, 'empty.db');
  const full: Start = { databaseFile, rendererFolder, selector: '[role="row"][aria-rowindex="2"]' };
  const empty: Start = { databaseFile: emptyFile, rendererFolder: emptyFolder, selector: '#there' };
  const [ours, bare]: [number[], number[]] = [[], []];
  await startOnce(found, empty);
  await startOnce(found, full);
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(await startOnce(found, empty));
    ours.push(await startOnce(found, full));
  }
  rmSync(databaseFile, { force: true });
  return [
    ratioRow(
      'Start to usable roster, 500 athletes × 5 years',
      ours,
      { name: 'the same shell, an empty page', values: bare },
      BUDGET_RATIO,
    ),
  ];
};
