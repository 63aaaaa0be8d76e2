import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAthlete, settled } from '../service/openDesk.ts';
import { wcagFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

/** A file that no app writes, without a mouse: its columns are said once, and the next file is simply read. */

let journey: Awaited<ReturnType<typeof openJourney>>;

const HOME_MADE = (days: readonly string[]): string =>
  ['When,Lift,Kilos,How many,Shoes', ...days.map((day) => `${day},Back squat,100,5,blue`)].join('\n');

beforeAll(async () => {
  journey = await openJourney({ width: 1024, height: 700 });
  const { client, page } = journey.desk();
  await addAthlete({ client }, 'Anna First');
  await goTo(page, '/import');
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const drop = async (button: RegExp, name: string, text: string): Promise<void> => {
  const { page } = journey.desk();
  const chooser = page.waitForEvent('filechooser');
  await pressOn(page, button);
  await (await chooser).setFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
};

/** Opens a chooser and walks to an option: a letter finds the first that begins with it. */
const chooseWith = async (field: RegExp, option: RegExp, key: string): Promise<void> => {
  const { page } = journey.desk();
  await tabTo(page, field);
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('option', { name: option });
  await wanted.waitFor();
  await page.keyboard.press(key);
  await expect.poll(() => wanted.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
};

test('the columns are said by keyboard, and what they become is seen before anything is imported', async () => {
  const { page, complaints } = journey.desk();
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  await drop(/Choose files/, 'lifts.csv', HOME_MADE(['03/04/2026', '05/04/2026', '07/05/2026']));
  await page.getByText('Say once what they hold').waitFor();
  await tabTo(page, /Whose file is it/);
  await page.keyboard.type('Anna');
  await page.getByRole('option', { name: 'Anna First' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pressOn(page, /Say what the columns hold/);

  const dialog = page.getByRole('dialog', { name: 'What do the columns of lifts.csv hold?' });
  await dialog.waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('sets');
  await dialog.getByText('Say which comes first in the dates, day or month.').waitFor();
  await dialog.getByText('In the file: 03/04/2026, 05/04/2026, 07/05/2026').waitFor();
  expect(await dialog.getByRole('button', { name: 'Use these columns' }).isDisabled()).toBe(true);
  await chooseWith(/Dates are written/, /^Day first/, 'D');
  await dialog.getByText('3 Apr 2026 · Back squat · 100 kg · 5 reps').waitFor();

  // A column taken away is missed at once, and given back by its own chooser.
  await chooseWith(/Column 4, How many/, /left out/, 'Home');
  await dialog.getByText('Say which column is the reps, time held or distance.').waitFor();
  await chooseWith(/Column 4, How many/, /^Reps$/, 'R');
  await chooseWith(/Column 5, Shoes/, /^Notes$/, 'N');
  expect(await wcagFaults(page)).toEqual([]);
  await pressOn(page, /Use these columns/);
  await dialog.waitFor({ state: 'detached' });

  await page.getByText('Columns as you said.').waitFor();
  await pressOn(page, /^Import 3 sets for 1 athlete/);
  await page.getByRole('region', { name: 'What was imported' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the next file with the same headings is read without a question, and says so', async () => {
  const { page, client } = journey.desk();
  await drop(/(?:Choose|Add) files/, 'lifts-next.csv', HOME_MADE(['09/05/2026']));
  await page.getByText('Columns as you said of an earlier file.').waitFor();
  expect(await page.getByText('Say what the columns hold').count()).toBe(0);
  await pressOn(page, /^Import 1 set for 1 athlete/);
  await page.getByRole('region', { name: 'What was imported' }).getByText('lifts-next.csv').waitFor();
  expect(settled(await client.imports.list({})).imports).toHaveLength(2);
  const { athleteId } = settled(await client.athletes.find({ name: 'Anna First' }));
  expect(settled(await client.analysis.stats({ athleteId }))).toMatchObject({ sets: 4, lastDate: '2026-05-09' });
});

test('a list of people is nobody’s file: it adds athletes', async () => {
  const { page, client } = journey.desk();
  await drop(
    /(?:Choose|Add) files/,
    'club.csv',
    'Name,E-Mail,Gruppe\n"Okafor, Ada",ada@example.org,U20\nAnna First,,\n',
  );
  await page.getByText('Roster · 2 rows').waitFor();
  expect(await page.getByLabel('Whose file is it?').count()).toBe(0);
  await pressOn(page, /^Add 1 athlete/);
  await page.getByText('Open the roster').waitFor();
  expect(settled(await client.athletes.list({})).athletes.map(({ name }) => name)).toEqual([
    'Ada Okafor',
    'Anna First',
  ]);
  expect(journey.desk().complaints).toEqual([]);
});
