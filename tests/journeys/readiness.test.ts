import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
let athleteId: number;

/** Somebody with a program ahead and no word of how they are today. */
beforeAll(async () => {
  journey = await openJourney({ width: 1024, height: 700 });
  const { client, page } = journey.desk();
  const made = await client.app.createSample({ athletes: 10, years: 0.5, seed: 3 });
  if (!made.ok) throw new Error(made.error.tag);
  const list = await client.athletes.list({});
  if (!list.ok) throw new Error('no roster');
  for (const one of list.value.athletes) {
    const found = await client.athletes.readiness({ athleteId: one.athleteId });
    if (!found.ok || found.value.next === undefined) continue;
    athleteId = one.athleteId;
    for (const on of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      await client.log.removeCheckIn({ athleteId: one.athleteId, on: on as never });
    }
    break;
  }
  await goTo(page, `/athlete/${athleteId}/overview`);
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const today = () => journey.desk().page.getByRole('region', { name: 'Today' });

test('without a check-in the section says so and offers one', async () => {
  await today().getByText('No check-in in the last two days.').waitFor();
  expect(await today().getByRole('button', { name: 'Record one…' }).count()).toBe(1);
});

test('an amber check-in, typed by keyboard, says what it makes of the next session', async () => {
  const { page } = journey.desk();
  await pressOn(page, /Record one/);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (const [field, value] of [
    [/Slept/, '7'],
    [/Leg soreness/, '5'],
    [/^Sleep/, '3'],
    [/Fatigue/, '4'],
    [/Stress/, '2'],
    [/^\W*Soreness/, '3'],
    [/At its worst/, '5'],
    [/Next morning/, '1'],
  ] as const) {
    await tabTo(page, field);
    await page.keyboard.type(value);
  }
  await pressOn(page, /Region/);
  await page.keyboard.type('Knee');
  await page.keyboard.press('Enter');
  await tabTo(page, /Side or words/);
  await page.keyboard.type('left');
  expect(await axeFaults(journey.desk().page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Enter');
  await today().getByText('Amber: a lighter day').waitFor();
  await today().getByText('Leg soreness 5 of 10').waitFor();
  await today()
    .getByText(/Hooper index 12 of 28/)
    .waitFor();
  await today()
    .getByText(/Half the sets and 10 % off/)
    .waitFor();
  await today()
    .getByText(/Knee 5 of 10/)
    .waitFor();
  expect(await today().getByRole('table').getByRole('row').count()).toBeGreaterThan(1);
  expect(await axeFaults(journey.desk().page, '[aria-label="Today"]')).toEqual([]);
});

test('a swap opens the exercise at its own address', async () => {
  const { page } = journey.desk();
  const swap = today().getByRole('table').getByRole('link').first();
  const name = (await swap.textContent()) ?? '';
  await swap.click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  expect(await page.evaluate(() => location.hash)).toMatch(/^#\/library\/exercises\/\w+$/u);
  await page.goBack();
  await today().getByText('Amber: a lighter day').waitFor();
});

test('the weekly questions end with the first answer, or show the score as they are answered', async () => {
  const { page } = journey.desk();
  await today().getByRole('button', { name: 'Health questions…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('No problem, took part in everything').check();
  expect(await dialog.getByRole('group').count()).toBe(1);
  await dialog.getByText('Score 0 of 100').waitFor();
  await dialog.getByLabel('Took part in everything, with a problem').check();
  await dialog.getByRole('button', { name: 'Record answers' }).click();
  await dialog.getByText('Answer every question first.').waitFor();
  await dialog
    .getByRole('group', { name: /changed/ })
    .getByLabel('A little')
    .check();
  await dialog
    .getByRole('group', { name: /performance/ })
    .getByLabel('Moderately')
    .check();
  await dialog
    .getByRole('group', { name: /complaints/ })
    .getByLabel('Mild')
    .check();
  await dialog.getByText('Score 41 of 100').waitFor();
  expect(await axeFaults(journey.desk().page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Record answers' }).click();
  await today().getByText('Health problems 41 of 100 in W47').waitFor();
  expect(await dialog.count()).toBe(0);
});

test('health facts on the profile become guard rails, and the log keeps and gives back what was recorded', async () => {
  const { page } = journey.desk();
  await page.getByRole('link', { name: 'Profile' }).click();
  const health = page.getByRole('region', { name: 'Health' });
  await health.getByLabel('Refer first').fill('Recent surgery');
  await health.getByRole('button', { name: 'Save health' }).click();
  await health.getByLabel('Recent surgery: cleared on').waitFor();
  await page.getByRole('link', { name: 'Overview' }).click();
  await today().getByText('Recent surgery: refer first; no clearance is on record.').waitFor();
  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await page.getByText('Weekly health questions: 41 of 100, substantial problem').waitFor();
  await page.getByRole('button', { name: 'Remove the health questions of 16 Nov 2026' }).click();
  await expect.poll(() => page.getByText('Weekly health questions: 41 of 100').count()).toBe(0);
});

test('nothing was complained of in the console', () => {
  expect(journey.desk().complaints).toEqual([]);
});
