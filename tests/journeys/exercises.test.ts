import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney({ width: 1024, height: 700 });
  const made = await journey.desk().client.app.createSample({ athletes: 4, years: 0.5, seed: 3 });
  if (!made.ok) throw new Error(made.error.tag);
  await goTo(journey.desk().page, '/library/exercises');
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const titleIs = async (name: string): Promise<void> => {
  await journey.desk().page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
};

test('an exercise is found by what an app calls it, and its ladder is walked, without a mouse', async () => {
  const { page } = journey.desk();
  await page.getByLabel('Search exercises').focus();
  await page.keyboard.type('hex bar');
  await titleIs('Trap-bar deadlift');
  await page.getByRole('option', { name: /Trap-bar deadlift/ }).waitFor();
  await page.getByRole('region', { name: 'Ladder' }).getByRole('button', { name: 'Kettlebell deadlift' }).focus();
  await page.keyboard.press('Enter');
  await titleIs('Kettlebell deadlift');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Kettlebell deadlift');
  const here = page.getByRole('option', { name: /Kettlebell deadlift/, selected: true });
  await expect
    .poll(() => here.evaluate((option) => option.getBoundingClientRect().bottom <= window.innerHeight + 1))
    .toBe(true);
});

test('arrow keys read through the list', async () => {
  const { page } = journey.desk();
  await page.getByLabel('Search exercises').fill('nordic');
  await page.getByRole('option').first().focus();
  await page.keyboard.press('End');
  await titleIs('Nordic hamstring, full');
  await page.getByLabel('Search exercises').fill('nothing like it');
  await page.getByText('Nothing found').waitFor();
  await page.getByRole('button', { name: 'Show all exercises' }).click();
  expect(await page.getByRole('option').count()).toBe(126);
});

test('the list and the detail scroll for themselves, not the page', async () => {
  const { page } = journey.desk();
  const sizes = await page.evaluate(() => {
    const main = document.querySelector('main');
    const list = document.querySelector('[role="listbox"]');
    if (main === null || list === null) throw new Error('no list');
    return { page: main.scrollHeight - main.clientHeight, list: list.scrollHeight - list.clientHeight };
  });
  expect(sizes.page).toBe(0);
  expect(sizes.list).toBeGreaterThan(500);
});

test("a coach's own exercise: refused in words, added, edited, removed, undone", async () => {
  const { page, client } = journey.desk();
  await page.getByRole('button', { name: 'Add my own exercise…' }).click();
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: 'Add exercise' });
  await save.click();
  await dialog.getByText('Write a name first.').waitFor();
  await dialog.getByLabel('Name').fill('Back squat (parallel)');
  await save.click();
  await dialog.getByRole('alert').getByText('There is already an exercise').waitFor();
  await dialog.getByLabel('Name').fill('Sled push');
  await dialog.getByLabel('Needs').fill('Sled, dumbbells / kettlebell');
  await dialog.getByRole('textbox', { name: 'Cues' }).fill('Lean in and drive\nShort steps');
  const bottom = await save.evaluate((button) => button.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThan(700);
  expect(await axeFaults(page, '[role="dialog"]')).toEqual([]);
  await save.click();
  await titleIs('Sled push');
  await page.getByText('sled, and dumbbells or kettlebells').waitFor();
  const listed = await client.exercises.list({});
  expect(listed.ok && listed.value.exercises.find((one) => one.isOwn)).toMatchObject({
    name: 'Sled push',
    equipment: [['sled'], ['db', 'kb']],
    cues: ['Lean in and drive', 'Short steps'],
  });

  await page.getByRole('button', { name: 'Edit…' }).click();
  await dialog.getByLabel('Name').fill('Sled drag');
  await page.keyboard.press('Enter');
  await titleIs('Sled drag');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText('Sled drag is removed. Undo brings it back.').waitFor();
  await expect.poll(() => page.getByRole('option', { name: /Sled drag/ }).count()).toBe(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('option', { name: /Sled drag/ }).waitFor();
});

test('what an athlete can do instead follows what they have', async () => {
  const { page } = journey.desk();
  await page.getByLabel('Search exercises').fill('sliding');
  await titleIs('Sliding leg curl');
  await page.getByRole('button', { name: /With the equipment of/ }).click();
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const offers = page.getByRole('list', { name: 'Can be done instead' });
  await offers.getByRole('button').first().click();
  await titleIs('Single-leg glute bridge');
  await expect.poll(() => page.getByText('Can be done as it is.').count()).toBe(1);
});

test('an own exercise is rated for every region or for none, and unrated is said to be unknown', async () => {
  const { page, client } = journey.desk();
  await page.getByLabel('Search exercises').fill('sled drag');
  await titleIs('Sled drag');
  await page.getByText('Not rated: unknown').waitFor();
  await page.getByRole('button', { name: 'Edit…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Muscles').fill('Quads, glutes');
  await dialog.getByRole('textbox', { name: 'Knee' }).fill('2');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Rate what it asks of all six regions, or of none.').waitFor();
  for (const region of ['Calf and foot', 'Hamstring', 'Groin', 'Low back', 'Impact']) {
    await dialog.getByRole('textbox', { name: region }).fill('0');
  }
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const listed = await client.exercises.list({});
  expect(listed.ok && listed.value.exercises.find((one) => one.isOwn)).toMatchObject({
    muscles: ['quads', 'glutes'],
    stress: { K: 2, A: 0, H: 0, G: 0, L: 0, I: 0 },
  });
});

test('an exercise is opened from the palette, at its own address', async () => {
  const { page } = journey.desk();
  await goTo(page, '/roster');
  await page.getByRole('heading', { level: 1, name: 'Roster' }).waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('belt squat');
  await page.getByRole('menuitem', { name: /Belt squat/ }).waitFor();
  await page.keyboard.press('Enter');
  await titleIs('Belt squat');
  expect(await page.evaluate(() => location.hash)).toBe('#/library/exercises/sq_belt');
  await page.getByRole('option', { name: /Belt squat/, selected: true }).waitFor();
});

test('nothing was complained of in the console', () => {
  expect(journey.desk().complaints).toEqual([]);
});
