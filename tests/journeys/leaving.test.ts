import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAthlete, settled } from '../service/openDesk.ts';
import { wcagFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

/** A coach hands an athlete over, takes them back beside, exports everything, and forgets somebody. */

let journey: Awaited<ReturnType<typeof openJourney>>;
const stick = mkdtempSync(join(tmpdir(), 'ironstride-stick-'));
const PASSPHRASE = 'four words of nothing';

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client } = journey.desk();
  settled(await client.app.createSample({ athletes: 4, years: 0.5, seed: 3 }));
  await addAthlete({ client }, 'Quirina Xylander');
}, 60_000);

afterAll(async () => {
  await journey.close();
  rmSync(stick, { recursive: true, force: true });
});

test('an athlete is handed over by keyboard alone; the button waits for a whole passphrase, typed twice', async () => {
  const { page } = journey.desk();
  await goTo(page, '/settings');
  await page.getByRole('link', { name: 'Hand athletes over' }).click();
  await tabTo(page, /^Quirina Xylander/u);
  await page.keyboard.press('Space');
  await tabTo(page, /^Passphrase/u);
  await page.keyboard.type('short');
  await page.getByText('5 of at least 10 characters so far.').waitFor();
  expect(await page.getByRole('button', { name: 'Make the file' }).isDisabled()).toBe(true);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same again').fill('four words of nothin');
  await page.getByText('The two are not the same.').waitFor();
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await page.getByLabel('Folder to write to').fill(join(stick, 'nowhere', 'deep'));
  await page.getByRole('button', { name: 'Make the file for 1 athlete' }).click();
  await page.getByText(/deep\.ironstride was not written/u).waitFor();
  await page.getByLabel('Folder to write to').fill(stick);
  await pressOn(page, /^Make the file for 1 athlete$/u);
  await page.getByText('Nobody can open it without the passphrase').waitFor();
  expect(readdirSync(stick)).toEqual(['Quirina Xylander.ironstride']);
  expect(await wcagFaults(page)).toEqual([]);
}, 60_000);

test('whom an address names is chosen, also when the tab is open already', async () => {
  const { page, client } = journey.desk();
  const { athletes } = settled(await client.athletes.list({}));
  const [first, second] = athletes;
  if (first === undefined || second === undefined) throw new Error('the sample is empty');
  await goTo(page, '/leaving/erase');
  for (const { athleteId, name } of [first, second]) {
    await goTo(page, `/leaving/erase?athlete=${athleteId}`);
    await page.getByRole('button', { name: new RegExp(`${name}.*Whom`, 'u') }).waitFor();
    await goTo(page, `/leaving/hand-over?athlete=${athleteId}`);
    const chosen = page.getByRole('checkbox', { checked: true });
    await expect.poll(() => chosen.count()).toBe(1);
    await page.getByRole('checkbox', { name: new RegExp(`^${name}`, 'u'), checked: true }).waitFor();
  }
}, 60_000);

test('a file is looked into before it is taken in, a wrong passphrase is said so, and undo takes it back', async () => {
  const { page, client } = journey.desk();
  await goTo(page, '/leaving/open');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(join(stick, 'Quirina Xylander.ironstride'));
  await page.getByLabel('Passphrase of this file').fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the passphrase of this file.').waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  await page.getByLabel('Passphrase of this file').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: /on the roster already/u }).waitFor();
  const take = page.getByRole('button', { name: 'Take in 1 athlete' });
  expect(await take.isDisabled()).toBe(true);
  await page.getByText('beside, as “Name (2)”').click();
  expect(await wcagFaults(page)).toEqual([]);
  await take.click();
  await page.getByRole('heading', { name: 'Quirina Xylander (2)' }).waitFor();
  settled(await client.history.undo({}));
  expect(settled(await client.athletes.list({})).athletes.map(({ name }) => name)).not.toContain(
    'Quirina Xylander (2)',
  );
}, 60_000);

test('a file that is none is refused in words', async () => {
  const { page } = journey.desk();
  await goTo(page, '/leaving/open');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name: 'a.ironstride', mimeType: 'text/plain', buffer: Buffer.from('no') });
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/^This file was not made by Ironstride.*Nothing was changed\.$/su);
});

test('everything is exported, and a whole desk does not go onto one that is not empty', async () => {
  const { page } = journey.desk();
  await goTo(page, '/leaving/export');
  await page.getByLabel('Folder to write to').fill(join(stick, 'everything'));
  await pressOn(page, /^Export everything$/u);
  await page.getByText(/files in/u).waitFor();
  expect(existsSync(join(stick, 'everything', 'csv', 'sets.csv'))).toBe(true);
  await goTo(page, `/leaving/open?file=${encodeURIComponent(join(stick, 'everything', 'ironstride.json'))}`);
  await page.getByText('A whole desk goes only onto an empty one').waitFor();
  expect(await page.getByRole('button', { name: 'Bring in this desk' }).isDisabled()).toBe(true);
});

test('an athlete is erased for good once their name is typed, with the backups', async () => {
  const { page, client, databaseFile } = journey.desk();
  settled(await client.backups.make({ kind: 'byHand' }));
  const { athleteId } = settled(await client.athletes.find({ name: 'Quirina Xylander' }));
  await goTo(page, `/athlete/${athleteId}/profile`);
  await page.getByRole('link', { name: 'Erase for good' }).click();
  await page.getByText('restoring one brings them back').waitFor();
  const erase = page.getByRole('button', { name: 'Erase for good' });
  await page.getByLabel(/^Type/u).fill('Quirina');
  expect(await erase.isDisabled()).toBe(true);
  await page.getByText(/and make a new one of what is left/u).click();
  await page.getByLabel(/^Type/u).fill('Quirina Xylander');
  expect(await wcagFaults(page)).toEqual([]);
  await erase.click();
  await page.getByText('Erased for good.').waitFor();
  expect(readFileSync(databaseFile).includes('Quirina')).toBe(false);
  const { folder, backups } = settled(await client.backups.list({}));
  for (const { name } of backups) expect(readFileSync(join(folder, name)).includes('Quirina')).toBe(false);
  expect(journey.desk().complaints).toEqual([]);
}, 60_000);
