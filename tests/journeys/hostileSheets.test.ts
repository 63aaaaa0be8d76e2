import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowserShell, type BrowserShell } from '../../src/browser/browserShell.ts';
import { findBrowser } from '../../src/browser/findBrowser.ts';
import { launchOptions } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract, type Contract } from '../../src/contract/contract.ts';
import type { Client, OutputOf } from '../../src/contract/derive.ts';
import { printRoute } from '../../src/contract/printRoute.ts';
import type { IsoWeek, PlainDate, Weekday } from '../../src/domain/kernel/plainDate.ts';
import { SHEET_LAYOUTS, isLandscape, type SheetLayout } from '../../src/domain/sheets/layouts.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { builtRendererFolder } from '../../src/service/nodeHost.ts';
import { settled } from '../service/openDesk.ts';
import { hostileRoster, type Hostile } from './hostileRoster.ts';
import { outsideMargins, overlaps, readPages, spaceless, type PrintedPage } from './pdfPages.ts';

const WEEK = '2026-W48' as IsoWeek;
const TUESDAY: Weekday = 2;
const PAPERS = [
  { paper: 'a4', width: 595, height: 842 },
  { paper: 'letter', width: 612, height: 792 },
  { paper: 'legal', width: 612, height: 1008 },
] as const;
const SCALES = [1, 0.96];

const folder = mkdtempSync(join(tmpdir(), 'ironstride-hostile-'));
let shell: BrowserShell;
let client: Client<Contract>;
let browser: Browser;
let people: Hostile;
let kept: Readonly<Record<SheetLayout, OutputOf<Contract['sheets']['print']>['sheets']>>;

const orderOf = (layout: SheetLayout) => ({ layout, week: WEEK, day: TUESDAY });

const print = async (layout: SheetLayout, paper: string, scale: number, more: object = {}): Promise<PrintedPage[]> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(shell.server.windowUrl(printRoute({ ...orderOf(layout), paper, ...more })));
  await page.waitForSelector('html[data-ready="yes"]', { state: 'attached' });
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, scale });
  await context.close();
  return readPages(bytes);
};

beforeAll(async () => {
  shell = await startBrowserShell({
    databaseFile: join(folder, 'hostile.db'),
    rendererFolder: builtRendererFolder,
    clock: clockStandingAt('2026-11-23' as PlainDate),
  });
  client = createClient(contract, shell.service);
  people = await hostileRoster(client);
  const found = findBrowser();
  if (found === undefined) throw new Error('no browser was found, not even the one that npm ci brings');
  browser = await chromium.launch(launchOptions(found));
  const entries = [];
  for (const layout of SHEET_LAYOUTS) {
    entries.push([layout, settled(await client.sheets.print(orderOf(layout))).sheets] as const);
  }
  kept = Object.fromEntries(entries) as typeof kept;
}, 120_000);

afterAll(async () => {
  await browser.close();
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

const layoutsAndPapers = SHEET_LAYOUTS.flatMap((layout) => PAPERS.map((size) => ({ layout, ...size })));

describe.each(layoutsAndPapers)('$layout on $paper, of people who break sheets', ({ layout, paper, width, height }) => {
  const pagesAt = new Map<number, PrintedPage[]>();

  beforeAll(async () => {
    for (const scale of SCALES) pagesAt.set(scale, await print(layout, paper, scale));
  }, 120_000);

  test.each(SCALES)('at %f: the paper asked for, every sheet on it, no empty page', (scale) => {
    const pages = pagesAt.get(scale) ?? [];
    const [across, down] = isLandscape(layout) ? [height, width] : [width, height];
    for (const page of pages) {
      expect([Math.round(page.widthPt), Math.round(page.heightPt)]).toEqual([across, down]);
      expect(page.pieces.length).toBeGreaterThan(4);
    }
    const missing = kept[layout].filter(({ sheetCode }) => !pages.some((page) => page.text.includes(sheetCode)));
    expect(missing).toEqual([]);
    // Twelve exercises of nine sets run on; nobody else's sheet does, but for pocket strips that share pages.
    expect(pages.length).toBeLessThanOrEqual(kept[layout].length + 6);
  });

  test.each(SCALES)('at %f: nothing clipped by a margin, nothing on top of anything', (scale) => {
    // Scaled, a margin of paper is scaled along with what stands in it.
    for (const page of pagesAt.get(scale) ?? []) {
      expect(outsideMargins(page, scale === 1 ? 0.5 : 1.7)).toEqual([]);
      expect(overlaps(page)).toEqual([]);
    }
  });

  test.each(SCALES)('at %f: no letter below 9 pt of the paper', (scale) => {
    const small = (pagesAt.get(scale) ?? []).flatMap((page) =>
      page.pieces.filter((piece) => piece.sizePt < 8.95 * scale),
    );
    expect(small).toEqual([]);
  });
});

/** Loads of a page with their sizes: numbers before a unit of mass that stand in large letters. */
const largeText = (pages: readonly PrintedPage[]): string =>
  spaceless(
    pages.flatMap((page) => page.pieces.filter((piece) => piece.sizePt >= 10.95).map(({ text }) => text)).join(' '),
  );

describe('loads', () => {
  test.each(['weekly', 'block', 'pocket', 'rack', 'day'] as const)(
    'on the %s sheet are those that the program resolves to, in 11 pt or more',
    async (layout) => {
      const { program } = settled(await client.programs.forAthlete({ athleteId: people.twelve }));
      const week = program?.blocks.flatMap((block) => block.weeks).find(({ isoWeek }) => isoWeek === WEEK);
      const slots = (week?.sessions ?? []).flatMap((session) => session.slots);
      const wanted = slots
        .filter(({ role }) => layout !== 'day' || role === 'main')
        .flatMap((slot) => slot.prescriptions.flatMap(({ resolved }) => resolved.load ?? []));
      expect(wanted.length).toBeGreaterThan(layout === 'day' ? 1 : 6);
      const large = largeText(await print(layout, 'a4', 1, { athleteIds: [people.twelve] }));
      expect(wanted.filter((load) => !large.includes(`${load}lb`))).toEqual([]);
    },
    60_000,
  );
});

describe('an exercise', () => {
  test.each(PAPERS)(
    'never splits across pages of $paper: its name, its target and all its boxes stand together',
    async ({ paper }) => {
      const { sheets } = settled(await client.sheets.week({ week: WEEK, athleteIds: [people.twelve] }));
      const rows = (sheets[0]?.panels ?? []).flatMap((panel) => panel.rows);
      expect(rows).toHaveLength(12);
      const pages = await print('weekly', paper, 1, { athleteIds: [people.twelve] });
      expect(pages.length).toBeGreaterThan(1);
      const boxes = pages.map((page) =>
        rows
          .filter((row) => page.text.includes(spaceless(row.exercise)))
          .reduce((sum, row) => sum + (row.lines[0]?.setBoxes ?? 0), 0),
      );
      expect(boxes.reduce((sum, count) => sum + count, 0)).toBe(12 * 9);
      expect(pages.map((page) => page.pieces.filter(({ text }) => text === '×').length)).toEqual(boxes);
      for (const row of rows) {
        const holders = pages.filter((page) => page.text.includes(spaceless(row.exercise)));
        expect(holders).toHaveLength(1);
        expect(holders[0]?.text).toContain(spaceless(row.lines[0]?.target ?? ''));
      }
    },
  );

  test('has a blank of at least 14 × 8 mm for each set, on weekly sheet and pocket strip', async () => {
    const PX_PER_MM = 96 / 25.4;
    for (const layout of ['weekly', 'pocket'] as const) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(
        shell.server.windowUrl(printRoute({ ...orderOf(layout), paper: 'a4', athleteIds: [people.twelve] })),
      );
      await page.waitForSelector('html[data-ready="yes"]', { state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      const sizes = await page.evaluate(() =>
        [...document.querySelectorAll('span')]
          .filter((span) => span.textContent === '×')
          .map((span) => span.getBoundingClientRect())
          .map(({ width, height }) => [width, height]),
      );
      await context.close();
      expect(sizes).toHaveLength(12 * 9);
      expect(Math.min(...sizes.map(([width = 0]) => width / PX_PER_MM))).toBeGreaterThanOrEqual(14);
      expect(Math.min(...sizes.map(([, height = 0]) => height / PX_PER_MM))).toBeGreaterThanOrEqual(8);
    }
  }, 60_000);
});

test('sheets are in the language of whose they are', async () => {
  const [page] = await print('weekly', 'a4', 1, { athleteIds: [people.word] });
  const text = page?.text ?? '';
  for (const words of ['Woche1von', 'Übung', 'Pause', 'gedruckt', 'Schlaf(h)']) expect(text).toContain(words);
  for (const words of ['Week', 'Exercise', 'Rest', 'printed', 'Sleep']) expect(text).not.toContain(words);
}, 60_000);

test('who has two programs gets two sheets, who has none is named and gets none', async () => {
  const found = settled(await client.sheets.week({ week: WEEK }));
  expect(found.sheets.filter(({ athleteId }) => athleteId === people.two)).toHaveLength(2);
  expect(found.without).toEqual([{ athleteId: people.nothing, name: 'No Program', why: 'noProgram' }]);
});

test('the no-gym variant prints no load and no plate', async () => {
  const pages = await print('weekly', 'a4', 1, { isNoGym: true, athleteIds: [people.twelve] });
  const text = pages.map((page) => page.text).join('');
  expect(text).toContain('withoutagym');
  expect(text).not.toMatch(/@\d/u);
  for (const page of pages) expect(overlaps(page)).toEqual([]);
}, 60_000);

test('a changed sheet says since when and which rows, on paper', async () => {
  const { open } = settled(await client.programs.grid({ athleteId: people.twelve }));
  if (open === undefined) throw new Error('no program');
  settled(
    await client.programs.edit({
      programId: open.programId,
      revision: open.revision,
      edits: [{ kind: 'cell', week: 1, session: 'Session A', label: 'C1', text: '5x5 @ 165 lb' }],
    }),
  );
  const pages = await print('weekly', 'letter', 1, { athleteIds: [people.twelve] });
  const text = pages.map((page) => page.text).join('');
  expect(text).toContain('changedsince23Nov');
  expect(text).toContain('v2·printed23Nov2026');
  expect(text).toMatch(/Frontsquat.{0,4}changed/u);
}, 60_000);
