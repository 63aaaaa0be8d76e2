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

/** Painted, not only there. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done();
        requestAnimationFrame(() => channel.port2.postMessage(0));
      }),
  );

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
  const shell = spawn(process.execPath, [script, databaseFile, renderer, route], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [url] = await new Promise<readonly string[]>((told) => {
      createInterface({ input: shell.stdout }).once('line', (line) => told([line]));
    });
    const browser = await chromium.launch(launchOptions(found));
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(url ?? '', { waitUntil: 'commit' });
      await page.waitForSelector(selector);
      await painted(page);
      const took = performance.now() - began;
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
