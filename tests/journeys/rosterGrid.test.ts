import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ordinaryWeek, standardGym } from '../../src/domain/athletes/athlete.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { axeFaults } from './axeFaults.ts';
import { openJourney, pressOn, tabTo } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;

const settled = <T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
};

const SQUATS = [
  ['Ana Duarte', 100],
  ['Ben Okafor', 130],
  ['Cleo Martin', 60],
  ['Dora Lind', 80],
] as const;

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client } = journey.desk();
  const athleteIds = [];
  for (const [name, loadKg] of SQUATS) {
    const { athleteId } = settled(
      await client.athletes.add({
        details: {
          name,
          entryClass: 'C',
          massUnit: 'kg',
          distanceUnit: 'km',
          groups: name.startsWith('D') ? [] : ['Marathon'],
          tags: [],
          notes: '',
          gym: standardGym('kg'),
          usualWeek: ordinaryWeek,
        },
      }),
    );
    athleteIds.push(athleteId);
    const on = '2026-11-20' as PlainDate;
    settled(await client.log.recordTest({ athleteId, on, test: { exerciseKey: 'sq_back', loadKg } }));
  }
  const startsOn = '2026-11-23' as PlainDate;
  settled(await client.programs.assign({ athleteIds, templateKey: 'heavy-for-runners', startsOn }));
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const gridOf = (page: Page) => page.getByRole('grid', { name: /across the roster$/ });

/** The cells of a week, from the top: what is written and what it comes to. */
const columnOf = async (page: Page, column: number): Promise<string[]> =>
  page.locator(`[data-column="${column}"]`).allInnerTexts();

const activeCell = (page: Page): Promise<string | null> => gridOf(page).getAttribute('aria-activedescendant');

const choose = async (page: Page, typed: string): Promise<void> => {
  await tabTo(page, /Lift or place/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(typed);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};

const toGrid = async (page: Page): Promise<void> => {
  await tabTo(page, /across the roster$/);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
};

test('a lift is chosen, and everybody who does it has a row', async () => {
  const { page } = journey.desk();
  await page.getByRole('grid', { name: 'Athletes' }).waitFor();
  await pressOn(page, /^Grid$/);
  await gridOf(page).waitFor();
  await choose(page, 'Place A1');
  await page.getByRole('grid', { name: 'A1 across the roster' }).waitFor();
  await choose(page, 'Back squat');
  await page.getByRole('grid', { name: 'Back squat (parallel) across the roster' }).waitFor();
  for (const [name] of SQUATS) await page.getByRole('rowheader', { name }).first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
});

test('one cell is written and filled down: each gets their own load, and one undo takes the fill back', async () => {
  const { page } = journey.desk();
  await toGrid(page);
  const untouched = await columnOf(page, 0);
  await page.keyboard.type('5x3@82.5');
  await page.getByRole('status').getByText('5x3 @82.5%').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await columnOf(page, 0))[0]).toMatch(/^5x3 @82\.5%\n[\d.]+ kg/u);
  const written = await columnOf(page, 0);
  expect(written.slice(1)).toEqual(untouched.slice(1));
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  for (let line = 1; line < written.length; line += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expect.poll(async () => (await columnOf(page, 0)).every((cell) => cell.startsWith('5x3 @82.5%'))).toBe(true);
  const loads = (await columnOf(page, 0)).map((cell) => cell.split('\n')[1]);
  expect(new Set(loads).size).toBe(SQUATS.length);
  await page.getByRole('button', { name: /^Undo: Fill down Back squat/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(/^Undone: Fill down Back squat/).waitFor();
  await expect.poll(() => columnOf(page, 0)).toEqual(written);
  await page.keyboard.press('Control+z');
  await expect.poll(() => columnOf(page, 0)).toEqual(untouched);
});

test('copied cells are pasted, and a text that is not understood is kept and marked', async () => {
  const { page } = journey.desk();
  await toGrid(page);
  const [first] = await columnOf(page, 0);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+v');
  const copied = first?.split('\n')[0] ?? '';
  await expect.poll(async () => (await columnOf(page, 1))[1]?.split('\n')[0]).toBe(copied);
  await page.keyboard.type('3x5 heavyish');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await columnOf(page, 1))[1]).toMatch(/heavyish\nnot understood/u);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await columnOf(page, 1))[1]?.trim()).toBe('');
});

test('the cell of a done session says so and is not written', async () => {
  const { page, client } = journey.desk();
  const { rows } = settled(await client.programs.rosterGrid({ week: await weekNow() }));
  const ana = rows.find((row) => row.athlete.name === 'Ana Duarte');
  if (ana === undefined) throw new Error('Ana has no row');
  settled(
    await client.log.recordSession({
      athleteId: ana.athleteId,
      on: '2026-11-23' as PlainDate,
      result: { title: ana.session, sets: [{ exerciseKey: 'sq_back', reps: 3, loadKg: 80 }] },
    }),
  );
  await page.getByText('✓ done').first().waitFor();
  await toGrid(page);
  expect(await activeCell(page)).toBe('roster-cell-0-0');
  const before = await columnOf(page, 0);
  await page.keyboard.type('1');
  await page.getByText('This cell of Ana Duarte stays as it is: the session is done.').waitFor();
  expect(await columnOf(page, 0)).toEqual(before);
});

test('the filters of the roster are kept, and a name opens the program', async () => {
  const { page } = journey.desk();
  await pressOn(page, /^Marathon 3$/);
  await page.getByRole('rowheader', { name: 'Dora Lind' }).first().waitFor({ state: 'detached' });
  await pressOn(page, /^List$/);
  await page.getByRole('grid', { name: 'Athletes' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(SQUATS.length);
  await pressOn(page, /^Grid$/);
  await toGrid(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ana Duarte' }).waitFor();
  expect(journey.desk().complaints).toEqual([]);
});

const weekNow = async () => settled(await journey.desk().client.app.describe({})).week;
