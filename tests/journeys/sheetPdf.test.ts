import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowserShell, type BrowserShell } from '../../src/browser/browserShell.ts';
import { printPdf } from '../../src/browser/printPdf.ts';
import { createClient } from '../../src/contract/client.ts';
import { contract, type Contract } from '../../src/contract/contract.ts';
import type { OutputOf } from '../../src/contract/derive.ts';
import { printRoute } from '../../src/contract/printRoute.ts';
import type { IsoWeek, PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { SHEET_LAYOUTS } from '../../src/domain/sheets/layouts.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import { builtRendererFolder } from '../../src/service/nodeHost.ts';
import { outsideMargins, overlaps, readPages, spaceless, type PrintedPage } from './pdfPages.ts';

type Sheet = OutputOf<Contract['sheets']['week']>['sheets'][number];

const WEEK = '2026-W48' as IsoWeek;
const PAPERS = [
  { paper: 'a4', widthPt: 595, heightPt: 842 },
  { paper: 'letter', widthPt: 612, heightPt: 792 },
  { paper: 'legal', widthPt: 612, heightPt: 1008 },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'ironstride-sheets-'));
let shell: BrowserShell;
let sheets: readonly Sheet[];

const ask = async (operation: string, input: unknown): Promise<unknown> => {
  const reply = JSON.parse(
    await shell.service.request(JSON.stringify({ operation, input, jobId: `test-${operation}` })),
  ) as { ok: boolean; value: unknown; error: unknown };
  if (!reply.ok) throw new Error(`${operation} was refused: ${JSON.stringify(reply.error)}`);
  return reply.value;
};

const printWeek = async (paper: string): Promise<PrintedPage[]> => {
  const printed = await printPdf((from) =>
    shell.server.windowUrl(printRoute({ layout: 'weekly', week: WEEK, paper, from })),
  );
  if (!printed.ok) throw new Error(printed.error.reason);
  return readPages(printed.value);
};

beforeAll(async () => {
  shell = await startBrowserShell({
    databaseFile: join(folder, 'sheets.db'),
    rendererFolder: builtRendererFolder,
    clock: clockStandingAt('2026-11-23' as PlainDate),
  });
  await ask('app.createSample', { athletes: 8, years: 0.5, seed: 1 });
  ({ sheets } = (await ask('sheets.week', { week: WEEK })) as { sheets: readonly Sheet[] });
}, 60_000);

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the sample has one-session and two-session weeks to print', () => {
  expect(new Set(sheets.map((sheet) => sheet.panels.length))).toEqual(new Set([1, 2]));
});

describe.each(PAPERS)('the week on $paper', ({ paper, widthPt, heightPt }) => {
  let pages: readonly PrintedPage[] = [];

  beforeAll(async () => {
    pages = await printWeek(paper);
  }, 120_000);

  test('takes one page an athlete, of that paper', () => {
    expect(pages).toHaveLength(sheets.length);
    for (const page of pages) {
      expect(Math.abs(page.widthPt - widthPt)).toBeLessThan(1);
      expect(Math.abs(page.heightPt - heightPt)).toBeLessThan(1);
    }
  });

  test('has every athlete with their code on their own page, and nobody else', () => {
    for (const [index, sheet] of sheets.entries()) {
      const holders = pages.flatMap((page, at) => (page.text.includes(sheet.sheetCode) ? [at] : []));
      expect(holders).toEqual([index]);
      expect(pages[index]?.text).toContain(spaceless(sheet.band.athlete));
      expect(pages[index]?.text).toContain(spaceless(sheet.versionText));
    }
  });

  test('has every target, plate, warm-up and alternative of the sheet on the page', () => {
    for (const [index, sheet] of sheets.entries()) {
      const rows = sheet.panels.flatMap((panel) => panel.rows);
      const wanted = [
        ...rows.flatMap((row) => [row.exercise, row.warmUp, row.noGym, row.cue]),
        ...rows.flatMap((row) => row.lines.flatMap((line) => [line.target, line.plates, line.difference, line.rest])),
        ...sheet.strip.flatMap((day) => [day.runText, ...day.notes]),
        ...sheet.footer.prompts,
        ...sheet.footer.stopRules,
      ].filter((text) => text !== undefined);
      const missing = wanted.filter((text) => pages[index]?.text.includes(spaceless(text)) !== true);
      expect({ athlete: sheet.band.athlete, missing }).toEqual({ athlete: sheet.band.athlete, missing: [] });
    }
  });

  test('prints nothing below 9 pt, and loads at 11 pt or more', () => {
    for (const [index, sheet] of sheets.entries()) {
      const pieces = pages[index]?.pieces ?? [];
      expect(pieces.filter((piece) => piece.sizePt < 8.95)).toEqual([]);
      const loads = sheet.panels
        .flatMap((panel) => panel.rows.flatMap((row) => row.lines))
        .flatMap((line) => /@ ([\d.]+) (?:kg|lb)/.exec(line.target)?.[1] ?? []);
      const large = spaceless(
        pieces
          .filter((piece) => piece.sizePt >= 10.95)
          .map((piece) => piece.text)
          .join(''),
      );
      expect(loads.filter((load) => !large.includes(`@${load}`))).toEqual([]);
    }
  });

  test('keeps all text inside the 10 mm margins', () => {
    for (const page of pages) expect(outsideMargins(page)).toEqual([]);
  });
});

describe.each(SHEET_LAYOUTS)('the sample on a %s sheet', (layout) => {
  test.each(PAPERS)(
    'of $paper: nothing clipped by a margin, nothing on top of anything',
    async ({ paper }) => {
      const order = { layout, week: WEEK, paper, day: 2 };
      const printed = await printPdf((from) => shell.server.windowUrl(printRoute({ ...order, from })));
      if (!printed.ok) throw new Error(printed.error.reason);
      const pages = await readPages(printed.value);
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) {
        expect(outsideMargins(page)).toEqual([]);
        expect(overlaps(page)).toEqual([]);
      }
    },
    60_000,
  );
});

test('the chart of the season page is lines, not a picture', async () => {
  const printed = await printPdf((from) =>
    shell.server.windowUrl(printRoute({ layout: 'season', week: WEEK, paper: 'a4', from })),
  );
  if (!printed.ok) throw new Error(printed.error.reason);
  const document = await getDocumentProxy(new Uint8Array(printed.value));
  const { OPS } = await getResolvedPDFJS();
  const used = (await (await document.getPage(1)).getOperatorList()).fnArray;
  expect(used.filter((one) => one === OPS.constructPath).length).toBeGreaterThan(100);
  expect(used.filter((one) => one === OPS.paintImageXObject || one === OPS.paintInlineImageXObject)).toEqual([]);
}, 60_000);

test('a large roster is drawn in parts, and is one file in the order of the sheets all the same', async () => {
  const large = await startBrowserShell({
    databaseFile: join(folder, 'large.db'),
    rendererFolder: builtRendererFolder,
    clock: clockStandingAt('2026-11-23' as PlainDate),
  });
  try {
    const client = createClient(contract, large.service);
    await client.app.createSample({ athletes: 90, years: 0.25, seed: 2 });
    const found = await client.sheets.week({ week: WEEK });
    const codes = found.ok ? found.value.sheets.map(({ sheetCode }) => sheetCode) : [];
    const starts: number[] = [];
    const printed = await printPdf((from) => {
      starts.push(from);
      return large.server.windowUrl(printRoute({ layout: 'weekly', week: WEEK, paper: 'a4', from }));
    });
    if (!printed.ok) throw new Error(printed.error.reason);
    const pages = await readPages(printed.value);
    expect(starts.length).toBeGreaterThan(1);
    expect(codes.length).toBeGreaterThan(60);
    expect(pages.map(({ text }) => codes.find((code) => text.includes(code)))).toEqual(codes);
  } finally {
    await large.close();
  }
}, 60_000);
