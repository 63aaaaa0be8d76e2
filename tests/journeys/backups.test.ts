import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PAGE_BYTES } from '../../src/service/db/pageBytes.ts';
import { addAthlete, lookInto, settled } from '../service/openDesk.ts';
import { wcagFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn } from './desk.ts';

/** A busy machine takes its time over a restart. */
vi.setConfig({ testTimeout: 90_000 });

/** A coach takes a restore back, and finds the way out of a damaged database. */

let journey: Awaited<ReturnType<typeof openJourney>>;
const stick = mkdtempSync(join(tmpdir(), 'ironstride-stick-'));

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client } = journey.desk();
  settled(await client.app.createSample({ athletes: 4, years: 0.5, seed: 3 }));
}, 60_000);

afterAll(async () => {
  await journey.close();
  rmSync(stick, { recursive: true, force: true });
});

const add = (name: string) => addAthlete(journey.desk(), name);

test('the settings lead to an empty list of backups; one is made by hand and by keyboard', async () => {
  const { page } = journey.desk();
  await goTo(page, '/settings');
  await page.getByRole('link', { name: 'Backups and restoring' }).click();
  await page.getByRole('heading', { name: 'No backup yet' }).waitFor();
  await page.getByRole('heading', { name: 'Backups', exact: true }).waitFor();
  await pressOn(page, /^Back up now$/u);
  const row = page.getByRole('row', { name: /by hand/u });
  await row.getByText('as it is now').waitFor();
  expect(await row.innerText()).toMatch(/by hand\s+4\s/u);
  await page.getByText(/All there is now is in the backup of/u).waitFor();
});

test('a folder for copies that is not there is said so; one that is there gets the next backup', async () => {
  const { page } = journey.desk();
  const part = page.getByRole('region', { name: 'A copy elsewhere' });
  await part.getByRole('textbox').fill(join(stick, 'nowhere'));
  await part.getByRole('button', { name: 'Copy to this folder' }).click();
  await part.getByText(/nowhere: it is not there/u).waitFor();
  await part.getByRole('textbox').fill(stick);
  await part.getByRole('button', { name: 'Copy to this folder' }).click();
  await part.getByRole('button', { name: 'Copy nowhere' }).waitFor();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await part.getByText(/Last copy/u).waitFor();
  expect(readdirSync(stick)).toHaveLength(1);
});

test('restoring says what goes before it does, refreshes everything, and is taken back', async () => {
  const { page, complaints } = journey.desk();
  await add('Late Comer');
  await page.getByText('Changes since then are in the database only.').waitFor();
  await page
    .getByRole('button', { name: /^Restore the backup of .*, by hand$/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Go: Late Comer.').waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByText(/^Restored: the backup of/u).waitFor();
  expect(settled(await journey.desk().client.athletes.list({})).athletes).toHaveLength(4);
  await page.getByRole('row', { name: /before a restore/u }).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Restored: what was there before.').waitFor();
  await goTo(page, '/roster');
  await page.getByText('Late Comer').first().waitFor();
  expect(complaints).toEqual([]);
});

/** Noise over the header and over some pages with runs on them. */
const damage = (file: string): void => {
  const pages = lookInto(file, (connection) =>
    connection
      .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'run' AND pagetype = 'leaf' ORDER BY pageno LIMIT 3")
      .pluck()
      .all(),
  );
  expect(pages).toHaveLength(3);
  const bytes = readFileSync(file);
  bytes.fill(7, 0, 100);
  for (const page of pages) bytes.fill(7, PAGE_BYTES * (page - 1), PAGE_BYTES * page);
  writeFileSync(file, bytes);
};

/** Ends the program, hurts its file, and starts it again. */
const startDamaged = async (): Promise<Page> => {
  const { databaseFile, close } = journey.desk();
  await close();
  damage(databaseFile);
  await journey.start();
  return journey.desk().page;
};

test('a damaged file opens to the ways on; a restored backup brings the roster back, and the file is kept', async () => {
  const page = await startDamaged();
  const { databaseFile } = journey.desk();
  await page.getByRole('heading', { name: 'The database is damaged' }).waitFor();
  await page.getByText('Nothing more is written to it, and it is kept whatever you choose.').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await wcagFaults(page)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await pressOn(page, /^Restore the backup of/u);
  await page.getByRole('dialog').getByText('Everything is put back as it was').waitFor();
  await page.getByRole('button', { name: 'Restore this backup' }).click();
  await page.getByRole('heading', { name: 'Roster' }).waitFor();
  expect(readdirSync(dirname(databaseFile)).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});

test('or it is read row by row: the coach sees what was saved, and goes on with it', async () => {
  const page = await startDamaged();
  await page.getByRole('button', { name: 'Read the damaged file' }).click();
  const saved = page.getByRole('table', { name: 'What was saved' });
  await saved.getByRole('row', { name: /^athletes/u }).waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on with what was saved' }).click();
  await page.getByRole('heading', { name: 'Roster' }).waitFor();
  expect(settled(await journey.desk().client.app.verify({})).ok).toBe(true);
  const { databaseFile } = journey.desk();
  expect(readdirSync(dirname(databaseFile)).filter((name) => name.includes('.damaged-'))).toHaveLength(2);
});

test('a file that has gone, with backups beside it, is not begun anew behind the coach’s back', async () => {
  const { databaseFile, close } = journey.desk();
  await close();
  rmSync(databaseFile);
  await journey.start();
  const { page, complaints } = journey.desk();
  await page.getByRole('heading', { name: 'The database is not there' }).waitFor();
  expect(existsSync(databaseFile)).toBe(false);
  expect(await page.getByRole('button', { name: 'Read the damaged file' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Begin an empty desk' }).click();
  await page.getByRole('heading', { name: 'An empty desk' }).waitFor();
  await goTo(page, '/backups');
  await page
    .getByRole('row', { name: /by hand/u })
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
});
