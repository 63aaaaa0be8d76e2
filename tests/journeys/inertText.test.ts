import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printRoute } from '../../src/contract/printRoute.ts';
import type { IsoWeek } from '../../src/domain/kernel/plainDate.ts';
import { SHEET_LAYOUTS } from '../../src/domain/sheets/layouts.ts';
import { goTo, openJourney } from './desk.ts';
import { MARKUP, markupRoster } from './hostileRoster.ts';
import { readPages, spaceless } from './pdfPages.ts';
import { SCREENS } from './screens.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
const dialogs: string[] = [];

beforeAll(async () => {
  journey = await openJourney({ width: 1280, height: 800 });
  const { client, page } = journey.desk();
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await markupRoster(client);
  await page.reload();
}, 60_000);

afterAll(() => journey.close());

/** What has become of texts that should have stayed texts: elements nobody made, attributes that run, a mark left by a script. */
const cameAlive = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const strange =
      'img[src="x"], [onerror], [onload], iframe, script:not([src]), a[href^="javascript:"], title ~ style + *';
    const found = [...document.querySelectorAll(strange)].map((element) => element.outerHTML.slice(0, 120));
    const hidden = getComputedStyle(document.body).display === 'none' ? ['a style'] : [];
    const broken: unknown = Reflect.get(window, 'broken');
    return [...found, ...hidden, ...(broken === undefined ? [] : [`script ${JSON.stringify(broken)}`])];
  });

const show = async (page: Page, route: string): Promise<void> => {
  await goTo(page, route);
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 10_000 }).toBe(0);
};

test('markup in every name stays text on every screen', async () => {
  const { page } = journey.desk();
  const alive: Record<string, string[]> = {};
  let seen = 0;
  for (const route of SCREENS) {
    await show(page, route);
    const found = await cameAlive(page);
    if (found.length > 0) alive[route] = found;
    const text = await page.locator('body').innerText();
    if (MARKUP.some((name) => text.includes(name))) seen += 1;
  }
  console.log(
    `markup in names: ${SCREENS.length} screens, shown as text on ${seen}, come alive on ${Object.keys(alive).length}`,
  );
  expect(alive).toEqual({});
  expect(seen).toBeGreaterThan(12);
}, 120_000);

test('the names are there letter by letter, and search finds them', async () => {
  const { page } = journey.desk();
  await show(page, '/roster');
  for (const name of MARKUP) await expect.poll(() => page.getByText(name, { exact: true }).count()).toBeGreaterThan(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('<img');
  await expect.poll(() => page.getByText(MARKUP[0]).count()).toBeGreaterThan(0);
  expect(await cameAlive(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('a file with a hostile name and hostile cells is previewed as text', async () => {
  const { page } = journey.desk();
  await show(page, '/import');
  const lines = [
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
  ];
  for (const name of MARKUP)
    lines.push(
      `2026-11-20 07:00:00,"${name.replaceAll('"', '""')}",45m,"${name.replaceAll('"', '""')}",1,80,5,0,0,"${name.replaceAll('"', '""')}","",8`,
    );
  const file = { name: `${MARKUP[0]}.csv`, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect.poll(() => page.getByText('<img src=x').count()).toBeGreaterThan(0);
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 10_000 }).toBe(0);
  expect(await cameAlive(page)).toEqual([]);
});

test.each(SHEET_LAYOUTS)('on the %s sheet every name is printed as it is written', async (layout) => {
  const { page } = journey.desk();
  await show(page, printRoute({ layout, week: '2026-W48' as IsoWeek, paper: 'a4', day: 2 }));
  await page.waitForSelector('html[data-ready="yes"]', { state: 'attached' });
  expect(await cameAlive(page)).toEqual([]);
  const pages = await readPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const text = spaceless(pages.map((one) => one.text).join(''));
  for (const name of [MARKUP[0], MARKUP[2]]) expect(text).toContain(spaceless(name));
});

test('no dialog was opened and the console has nothing to say', () => {
  expect({ dialogs, complaints: journey.desk().complaints }).toEqual({ dialogs: [], complaints: [] });
});

test('the page makes no markup of text, and lets itself be emptied', async () => {
  const { page } = journey.desk();
  const said = await page.evaluate(() => {
    const place = document.createElement('div');
    place.append('there');
    place.innerHTML = '';
    try {
      place.innerHTML = '<b>bold</b>';
    } catch (cause) {
      return [place.childNodes.length, cause instanceof TypeError];
    }
    return [place.childNodes.length, false];
  });
  expect(said).toEqual([0, true]);
});

test('what had come alive would be seen', async () => {
  const { page } = journey.desk();
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.setAttribute('src', 'x');
    document.body.append(picture);
    Object.assign(window, { broken: 1 });
  });
  expect(await cameAlive(page)).toEqual(['<img src="x">', 'script 1']);
});
