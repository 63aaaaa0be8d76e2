import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Download } from 'playwright-core';
import { settled } from '../service/openDesk.ts';
import { goTo, openJourney, pressOn, tabTo, TODAY } from './desk.ts';
import { readPages } from './pdfPages.ts';

const WEEK = '2026-W48' as never;

describe('printing from the window', () => {
  let journey: Awaited<ReturnType<typeof openJourney>>;

  const desk = () => journey.desk();
  const listed = async () => settled(await desk().client.sheets.list({ limit: 500 })).sheets;
  const bytesOf = async (download: Download): Promise<Uint8Array> => readFileSync(await download.path());

  const choose = async (list: string, option: RegExp): Promise<void> => {
    await desk()
      .page.getByRole('button', { name: new RegExp(list, 'u') })
      .click();
    await desk().page.getByRole('option', { name: option }).click();
  };

  beforeAll(async () => {
    journey = await openJourney({ width: 1280, height: 800 });
    settled(await desk().client.app.createSample({ athletes: 10, years: 0.5, seed: 1, today: TODAY }));
    await desk().page.reload();
    await goTo(desk().page, '#/sheets?week=2026-W48');
    await desk().page.getByRole('article').first().waitFor();
  }, 60_000);

  afterAll(async () => {
    await journey.close();
  });

  test('[ and ] page through the athletes, and the preview is their page', async () => {
    const { page } = desk();
    const first = await page.getByRole('article').getAttribute('aria-label');
    await page.keyboard.press(']');
    await page.waitForFunction(
      (before) => document.querySelector('article')?.getAttribute('aria-label') !== before,
      first,
    );
    await page.keyboard.press('[');
    await page.waitForFunction(
      (before) => document.querySelector('article')?.getAttribute('aria-label') === before,
      first,
    );
    expect(await page.getByRole('article').getAttribute('aria-label')).toBe(first);
  });

  test('one PDF of all, by keyboard; what is printed is kept and shows so', async () => {
    const { page, client } = desk();
    const { sheets } = settled(await client.sheets.week({ week: WEEK }));
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    const downloading = page.waitForEvent('download');
    await pressOn(page, /^Save PDF/u);
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('2026-W48 sheets.pdf');
    const pages = await readPages(await bytesOf(download));
    expect(pages).toHaveLength(sheets.length);
    expect((await listed()).map(({ sheetCode }) => sheetCode).toSorted()).toEqual(
      sheets.map(({ sheetCode }) => sheetCode).toSorted(),
    );
    await page.getByText(/, version 1, printed/u).waitFor();
    expect(await page.getByText('Skip the unchanged').textContent()).toContain(`(${sheets.length})`);
  }, 60_000);

  test('the unchanged are skipped: only what has changed since is printed, as the next version', async () => {
    const { page, client } = desk();
    const [sheet] = settled(await client.sheets.week({ week: WEEK })).sheets;
    if (sheet === undefined) throw new Error('no sheets');
    const { open } = settled(await client.programs.grid({ athleteId: sheet.athleteId }));
    if (open === undefined) throw new Error('no program');
    const weeks = open.program.blocks.flatMap((block) => block.weeks);
    const at = weeks.findIndex(({ startsOn }) => startsOn === TODAY);
    const session = weeks[at]?.sessions[0];
    settled(
      await client.programs.edit({
        programId: open.programId,
        revision: open.revision,
        edits: [
          {
            kind: 'cell',
            week: at + 1,
            session: session?.name ?? '',
            label: session?.slots[0]?.label ?? '',
            text: '4x2 30kg',
          },
        ],
      }),
    );
    await page.getByText('Skip the unchanged').click();
    await page.getByRole('button', { name: 'Save PDF · 1' }).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save PDF · 1' }).click();
    const [printed] = await readPages(await bytesOf(await downloading));
    expect(printed?.text).toContain('v2');
    expect(printed?.text).toContain('changedsince23Nov');
    const versions = (await listed())
      .filter(({ athleteId }) => athleteId === sheet.athleteId)
      .map(({ version }) => version);
    expect(versions).toEqual([2, 1]);
  }, 60_000);

  test('a file each comes as one archive, by surname', async () => {
    const { page } = desk();
    await choose('Layout', /^Pocket strips/u);
    await page.getByRole('button', { name: /^Save PDF/u }).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'A file each' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('2026-W48 pocket.zip');
    const zip = Buffer.from(await bytesOf(download));
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    expect(zip.toString('latin1')).toMatch(/2026-W48 \S+ pocket\.pdf/u);
  }, 60_000);

  test('the rack sheet is one sheet of all who lift that day', async () => {
    const { page } = desk();
    await choose('Layout', /^Rack sheet/u);
    await page.getByRole('article', { name: /^Rack sheet/u }).waitFor();
    expect(await page.getByRole('button', { name: 'A file each' }).count()).toBe(0);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save PDF · 1' }).click();
    const pages = await readPages(await bytesOf(await downloading));
    expect(pages[0]?.widthPt).toBeGreaterThan(pages[0]?.heightPt ?? Infinity);
  }, 60_000);

  test('a long job says how far it is and can be stopped; then nothing is downloaded', async () => {
    const { page } = desk();
    await choose('Layout', /^Season page/u);
    await page.getByRole('article', { name: /–/u }).waitFor();
    let isDownloaded = false;
    page.once('download', () => {
      isDownloaded = true;
    });
    await page.getByRole('button', { name: 'A file each' }).click();
    await page.getByRole('progressbar').waitFor();
    await tabTo(page, /^Cancel$/u);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'A file each' }).waitFor();
    expect(isDownloaded).toBe(false);
    expect(desk().complaints).toEqual([]);
  }, 60_000);
});
