import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { startBrowserShell } from '../../src/browser/browserShell.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract } from '../../src/contract/contract.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { rendererFolder } from '../journeys/desk.ts';
import { rosterIn } from './rosterCache.ts';
import { TODAY } from './today.ts';

/** A part of the built window's script. */
export interface BundlePart {
  readonly name: string;
  readonly kB: number;
  readonly gzipKB: number;
  /** Loaded before anything is shown. */
  readonly isFirst: boolean;
}

const kilobytes = (bytes: number): number => Math.round(bytes / 102.4) / 10;

const importedBy = (text: string): readonly string[] =>
  [...text.matchAll(/(?:^|[;\n}])\s*import\s*(?:[^'"()]*?from)?\s*["']\.\/([^"']+)["']/gu)].map(
    ([, name = '']) => name,
  );

/** Every script of the built window, and which of them the first page needs. */
export const bundleParts = (): readonly BundlePart[] => {
  const assets = join(rendererFolder, 'assets');
  const scripts = new Map(
    readdirSync(assets)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(join(assets, name), 'utf8')] as const),
  );
  const html = readFileSync(join(rendererFolder, 'index.html'), 'utf8');
  const first = new Set<string>();
  const visit = (name: string): void => {
    const text = scripts.get(name);
    if (text === undefined || first.has(name)) return;
    first.add(name);
    importedBy(text).forEach(visit);
  };
  [...html.matchAll(/assets\/([\w.-]+\.js)/gu)].forEach(([, name = '']) => visit(name));
  return [...scripts]
    .map(([name, text]) => ({
      name,
      kB: kilobytes(Buffer.byteLength(text)),
      gzipKB: kilobytes(gzipSync(text).length),
      isFirst: first.has(name),
    }))
    .toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst) || b.kB - a.kB);
};

/** What a screen did to the window while it was opened. */
export interface ScreenRow {
  readonly screen: string;
  /** Tasks over 50 ms, each in milliseconds. */
  readonly longTasks: readonly number[];
  /** Chromium's layout shift score of what moved without a press. */
  readonly shift: number;
}

const SCREENS: readonly (readonly [string, string])[] = [
  ['Roster', '/roster'],
  ['Athlete: overview', '/athlete/3/overview'],
  ['Athlete: plan', '/athlete/3/plan'],
  ['Athlete: program', '/athlete/3/program'],
  ['Athlete: log', '/athlete/3/log'],
  ['Athlete: running', '/athlete/3/running'],
  ['Calendar', '/calendar'],
  ['Sheets', '/sheets'],
  ['Type in', '/sheets/type-in'],
  ['Import', '/import'],
  ['Library', '/library'],
  ['Insights', '/insights'],
  ['Science', '/science'],
  ['History', '/history'],
  ['Settings', '/settings'],
];

/** Long tasks and layout shifts as each screen is opened, in a roster of five hundred. */
export const benchWindow = async (
  folder: string,
  open: (url: string) => Promise<Page>,
): Promise<readonly ScreenRow[]> => {
  const databaseFile = await rosterIn(folder, { athletes: 500, years: 5, seed: 3 });
  const shell = await startBrowserShell({ databaseFile, rendererFolder, clock: clockStandingAt(TODAY) });
  try {
    // Everybody's running has been looked at, as on any but the first minute of a day.
    await createClient(contract, shell.service).roster.view({ archived: false });
    const page = await open(shell.server.windowUrl('/'));
    await page.evaluate(() => {
      const seen: { longTasks: number[]; shift: number } = { longTasks: [], shift: 0 };
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longTasks.push(Math.round(duration));
      }).observe({ type: 'longtask' });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (Reflect.get(entry, 'hadRecentInput') !== true) seen.shift += Number(Reflect.get(entry, 'value'));
        }
      }).observe({ type: 'layout-shift' });
    });
    const rows: ScreenRow[] = [];
    for (const [screen, route] of [...SCREENS, ...SCREENS]) {
      const row = await page.evaluate(async (hash) => {
        const seen = Reflect.get(globalThis, 'seen') as { longTasks: number[]; shift: number };
        seen.longTasks = [];
        seen.shift = 0;
        location.hash = hash;
        await new Promise((done) => setTimeout(done, 1500));
        return { longTasks: [...seen.longTasks], shift: seen.shift };
      }, route);
      rows.push({ screen, longTasks: row.longTasks, shift: Math.round(row.shift * 10_000) / 10_000 });
    }
    // The first time a screen's script is read too; the second is how it is from then on.
    return rows.map((row, at) => ({ ...row, screen: `${row.screen}, ${at < SCREENS.length ? 'first' : 'again'}` }));
  } finally {
    await shell.close();
  }
};
