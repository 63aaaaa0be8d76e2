import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAthlete, settled } from '../service/openDesk.ts';
import { wcagFaults } from './axeFaults.ts';
import { goTo, openJourney } from './desk.ts';

/** Files come to the desk by themselves, from a folder that is watched and from one that is dropped. */

let journey: Awaited<ReturnType<typeof openJourney>>;
const outside = mkdtempSync(join(tmpdir(), 'ironstride-folder-'));
const exportsFolder = join(outside, 'Exports');

beforeAll(async () => {
  mkdirSync(join(exportsFolder, 'ana-duarte'), { recursive: true });
  journey = await openJourney({ width: 1440, height: 900 });
  const { client } = journey.desk();
  for (const name of ['Ana Duarte', 'Ben Okafor']) await addAthlete({ client }, name);
}, 60_000);

afterAll(async () => {
  await journey.close();
  rmSync(outside, { recursive: true, force: true });
});

const HEADING =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE';

/** One session of one set on a day of November. */
const strong = (dayOfMonth: number): string =>
  `${HEADING}\n2026-11-${String(dayOfMonth).padStart(2, '0')} 18:00:00,"Legs",50m,"Squat (Barbell)",1,60,5,0,0,,,8\n`;

/** As when the coach comes back from the browser in which the file was loaded down. */
const turnTo = (page: Page): Promise<void> => page.evaluate(() => void globalThis.dispatchEvent(new Event('focus')));

const railCount = (page: Page): Promise<string> =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Import' }).innerText();

test('the empty desk says that a folder can be watched, and the settings watch one', async () => {
  const { page } = journey.desk();
  await goTo(page, '/import');
  await page.getByRole('link', { name: 'choose it' }).click();
  const section = page.getByRole('region', { name: 'Watched folder' });
  await section.getByRole('textbox', { name: 'Folder' }).fill(join(outside, 'Exprots'));
  await section.getByRole('button', { name: 'Watch this folder' }).click();
  await section.getByText(/Exprots is not there;/).waitFor();
  await section.getByRole('textbox', { name: 'Folder' }).fill(exportsFolder);
  await section.getByRole('textbox', { name: 'Folder' }).press('Enter');
  await section.getByRole('button', { name: 'Watch none' }).waitFor();
  expect(settled(await journey.desk().client.imports.watchedFolder({}))).toEqual({ path: exportsFolder });
});

test('new files are counted in the rail and are on the desk when it is opened, with whose they are', async () => {
  const { page, complaints } = journey.desk();
  writeFileSync(join(exportsFolder, 'ana-duarte', 'strong.csv'), strong(3));
  writeFileSync(join(exportsFolder, 'strong.csv'), strong(4));
  writeFileSync(join(exportsFolder, 'not hers.csv'), strong(5));
  await turnTo(page);
  await expect.poll(() => railCount(page), { timeout: 10_000 }).toContain('3');
  await goTo(page, '/import');
  const hers = page.getByRole('group', { name: 'strong.csv', exact: true });
  await hers.getByText('from Exports / ana-duarte').waitFor();
  await hers.getByText('Named by the folder.').waitFor();
  await page.getByRole('group', { name: 'strong.csv (2)' }).getByText('from Exports').waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('one is left out, which can be undone; the others are imported; none is offered again', async () => {
  const { page, client } = journey.desk();
  await page.getByRole('button', { name: 'Take not hers.csv off the desk' }).click();
  await page.getByText('not hers.csv left out: not offered again, and still in the folder.').waitFor();
  await expect.poll(() => railCount(page), { timeout: 10_000 }).toContain('2');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('group', { name: 'not hers.csv' }).waitFor();
  await page.getByRole('button', { name: 'Take not hers.csv off the desk' }).click();
  await page.getByRole('group', { name: 'not hers.csv' }).waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Whose is the file that does not say it?' }).fill('Ben');
  await page.getByRole('option', { name: 'Ben Okafor' }).click();
  await page.getByRole('button', { name: 'Import 2 sets for 2 athletes' }).click();
  await page.getByRole('region', { name: 'What was imported' }).waitFor();
  const { athleteId } = settled(await client.athletes.find({ name: 'Ana Duarte' }));
  expect(settled(await client.analysis.stats({ athleteId })).sets).toBe(1);
  await page.getByRole('region', { name: 'Watched folder' }).getByText('Nothing new in it.').waitFor();
  await journey.desk().restart();
  await goTo(journey.desk().page, '/import');
  await journey.desk().page.getByRole('region', { name: 'Watched folder' }).getByText('Nothing new in it.').waitFor();
  expect(readdirSync(exportsFolder).toSorted()).toEqual(['ana-duarte', 'not hers.csv', 'strong.csv']);
});

test('what was left out is offered again when it is asked for', async () => {
  const { page } = journey.desk();
  await page.getByRole('button', { name: 'Offer it again' }).click();
  await page.getByRole('group', { name: 'not hers.csv' }).waitFor();
  expect(await railCount(page)).toContain('1');
});

test('a file that is still loaded down waits, and comes by itself', async () => {
  const { page } = journey.desk();
  writeFileSync(join(exportsFolder, 'late.csv'), '');
  writeFileSync(join(exportsFolder, 'late.csv.part'), HEADING);
  await turnTo(page);
  await page.getByText('“late.csv” is still being written, and will come once whole.').waitFor();
  writeFileSync(join(exportsFolder, 'late.csv'), strong(9));
  rmSync(join(exportsFolder, 'late.csv.part'));
  await page
    .getByRole('group', { name: 'late.csv' })
    .getByText(/^Strong export/)
    .waitFor();
  expect(await railCount(page)).toContain('2');
});

test('a folder that has gone is told, and looked into again when it is back', async () => {
  const { page } = journey.desk();
  const note = page.getByRole('region', { name: 'Watched folder' });
  rmSync(exportsFolder, { recursive: true });
  await turnTo(page);
  await note
    .getByRole('alert')
    .getByText(/is not there; it may have been renamed/)
    .waitFor();
  mkdirSync(exportsFolder);
  await note.getByRole('button', { name: 'Look again' }).click();
  await note.getByText('Nothing new in it.').waitFor();
  // What was on the desk stays there.
  expect(await page.getByRole('group', { name: 'late.csv' }).count()).toBe(1);
});

/** Drops what lies on the disk on the middle of the window, as a file manager does. */
const drop = async (page: Page, paths: readonly string[]): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const at = { x: 720, y: 500, data: { items: [], files: [...paths], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at });
  }
  await session.detach();
};

test('a dropped folder is gone through with the folders in it, and their names are evidence', async () => {
  const { page, complaints } = journey.desk();
  const season = join(outside, 'Season');
  mkdirSync(join(season, 'ben-okafor', '2026'), { recursive: true });
  writeFileSync(join(season, 'ben-okafor', '2026', 'autumn.csv'), strong(17));
  writeFileSync(join(season, 'loose.csv'), strong(18));
  await drop(page, [season]);
  const his = page.getByRole('group', { name: 'autumn.csv' });
  await his.getByText('from ben-okafor / 2026').waitFor();
  await his.getByText('Named by the folder.').waitFor();
  expect(await his.getByRole('combobox', { name: 'Athlete' }).inputValue()).toBe('Ben Okafor');
  await page.getByRole('group', { name: 'loose.csv' }).getByText('from Season').waitFor();
  expect(complaints).toEqual([]);
});
