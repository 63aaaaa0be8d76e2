import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney();
  const made = await journey.desk().client.app.createSample({ athletes: 60, years: 0.5, seed: 5 });
  if (!made.ok) throw new Error(made.error.tag);
}, 120_000);

afterAll(async () => {
  await journey.close();
});

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('the roster draws the rows in sight only, and the keyboard walks through all of them', async () => {
  const { page } = journey.desk();
  const grid = page.getByRole('grid', { name: 'Athletes' });
  await grid.waitFor();
  const all = Number(await grid.getAttribute('aria-rowcount')) - 1;
  expect(all).toBeGreaterThan(55);
  expect(await page.getByRole('row').count()).toBeLessThan(all);
  await page.locator('[data-row="0"]').focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(String(all - 1));
  await page.keyboard.press('Home');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('0');
});

test('the search is one key away and finds names without their marks', async () => {
  const { page } = journey.desk();
  await page.locator('main').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('kathe');
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  await page.getByRole('link', { name: /^Käthe/ }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
});

test('what is done in one window is seen in the other, and either can undo it', async () => {
  const { page, shell } = journey.desk();
  const other = await page.context().browser()?.newPage();
  if (other === undefined) throw new Error('no second window');
  await other.goto(shell.server.windowUrl('/roster'));
  await other.getByRole('grid', { name: 'Athletes' }).waitFor();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('add an athlete');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('Name').waitFor();
  await page.keyboard.type('Aaron Zwei');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Aaron Zwei' }).waitFor();

  await other.getByLabel('Search the roster').fill('Aaron');
  await rowOf(other, 'Aaron Zwei').waitFor();
  await other.locator('main').focus();
  await other.keyboard.press('Control+z');
  await other.getByText('Undone: Add Aaron Zwei.').waitFor();
  await rowOf(other, 'Aaron Zwei').waitFor({ state: 'detached' });
  await page.getByText('This athlete is no longer on the roster.').waitFor();
  expect(await rowOf(other, 'Aaron Zwei').count()).toBe(0);
  await other.close();
}, 60_000);

test('a name that is taken is refused in words, and what was typed stays', async () => {
  const { page, client } = journey.desk();
  const listed = await client.athletes.list({});
  const taken = listed.ok ? (listed.value.athletes[0]?.name ?? '') : '';
  await goTo(page, '/roster?add=1');
  await page.getByRole('dialog').getByLabel('Name').waitFor();
  await page.keyboard.type(taken.toUpperCase());
  await page.keyboard.press('Enter');
  await page.getByText(/^There is already an athlete called/).waitFor();
  expect(await page.getByRole('dialog').getByLabel('Name').inputValue()).toBe(taken.toUpperCase());
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('selected athletes are archived together by keyboard and brought back by one undo', async () => {
  const { page } = journey.desk();
  const grid = page.getByRole('grid', { name: 'Athletes' });
  const before = await grid.getAttribute('aria-rowcount');
  await page.locator('[data-row="0"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByText('2 selected').waitFor();
  await tabTo(page, /^Archive/);
  await pressOn(page, /^Archive/);
  await page.getByText('2 athletes archived. Nothing was deleted.').waitFor();
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(Number(before) - 2));
  await page.locator('main').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(before);
  expect(journey.desk().complaints).toEqual([]);
});
