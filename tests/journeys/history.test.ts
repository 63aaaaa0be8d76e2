import { afterAll, beforeAll, expect, test } from 'vitest';
import { ordinaryWeek, standardGym } from '../../src/domain/athletes/athlete.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
let ana: AthleteId;
let ben: AthleteId;

const settled = <T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
};

const MONDAY = '2026-11-23' as PlainDate;

const add = async (name: string): Promise<AthleteId> =>
  settled(
    await journey.desk().client.athletes.add({
      details: {
        name,
        entryClass: 'C',
        massUnit: 'kg',
        distanceUnit: 'km',
        groups: [],
        tags: [],
        notes: '',
        gym: standardGym('kg'),
        usualWeek: ordinaryWeek,
      },
    }),
  ).athleteId;

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client } = journey.desk();
  ana = await add('Ana Duarte');
  ben = await add('Ben Okafor');
  const assigned = { athleteIds: [ana, ben], templateKey: 'heavy-for-runners', startsOn: MONDAY };
  settled(await client.programs.assign(assigned));
  settled(await client.athletes.noteContact({ athleteIds: [ana], on: MONDAY }));
  const race = { name: 'Parkrun', racedOn: '2027-05-01' as PlainDate, priority: 'C' as const };
  settled(await client.races.add({ athleteId: ben, race }));
  settled(await client.athletes.weighIn({ athleteId: ana, weighIn: { measuredOn: MONDAY, massKg: 58 } }));
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const standing = async (): Promise<string[]> =>
  settled(await journey.desk().client.history.list({ limit: 50 }))
    .steps.filter((step) => !step.isUndone)
    .map((step) => step.label);

const contactOf = async (athleteId: AthleteId) =>
  settled(await journey.desk().client.athletes.open({ athleteId })).lastContactOn;

test('what was changed for one athlete is found from their own page, opened in words and searched by name', async () => {
  const { page } = journey.desk();
  await goTo(page, `/athlete/${ana}/overview`);
  await page.getByRole('main').getByRole('link', { name: 'History' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  await page.getByText('4 steps', { exact: true }).waitFor();
  expect(await page.getByRole('main').getByRole('button', { name: 'Add Ben Okafor' }).count()).toBe(0);
  await tabTo(page, /Assign heavy for runners to 2 athletes/);
  await page.keyboard.press('Enter');
  await page.getByText('2 programs added').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/Add Ana Duarte/u);
  expect(await axeFaults(page)).toEqual([]);
  await page.locator('main').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('weigh');
  await page.getByText('1 step', { exact: true }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByText('4 steps', { exact: true }).waitFor();
});

test('going back to before a step says by name what goes with it, and all of it can be done again', async () => {
  const { page } = journey.desk();
  const before = await standing();
  await tabTo(page, /Note contact with 1 athlete/);
  await page.keyboard.press('Enter');
  await pressOn(page, /^Go back to before this/);
  const dialog = page.getByRole('dialog', { name: 'Go back to before “Note contact with 1 athlete”' });
  await dialog.getByText(/^▲ History is one line: 1 of these steps is not of Ana Duarte/).waitFor();
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining('Ana Duarte'),
    expect.stringMatching(/Parkrun[\s\S]*Ben Okafor/u),
    expect.stringContaining('Note contact with 1 athlete'),
  ]);
  expect(await axeFaults(page)).toEqual([]);
  await pressOn(page, /^Take back 3 steps$/);
  await page.getByText('3 steps taken back.').waitFor();
  expect(await standing()).toEqual(before.slice(3));
  expect(await contactOf(ana)).toBeUndefined();
  await page.getByText('undone', { exact: true }).first().waitFor();
  await tabTo(page, /^Do them again$/);
  await page.keyboard.press('Enter');
  await expect.poll(standing).toEqual(before);
  expect(await contactOf(ana)).toBe(MONDAY);
});

test('only one athlete goes back where that is possible; where it is not, what stands in the way is named', async () => {
  const { page, client } = journey.desk();
  await goTo(page, `/history/${ana}`);
  await tabTo(page, /Assign heavy for runners to 2 athletes/);
  await page.keyboard.press('Enter');
  await pressOn(page, /^Only Ana Duarte, from here on/);
  await page.getByText('▲ This cannot be done for Ana Duarte alone: 1 step stands in the way.').waitFor();
  await page.getByText('it changed other athletes too').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await tabTo(page, /Note contact with 1 athlete/);
  await page.keyboard.press('Enter');
  await pressOn(page, /^Only Ana Duarte, from here on/);
  await pressOn(page, /^Take back 2 steps of Ana Duarte$/);
  await page.getByText('2 steps of Ana Duarte taken back.').waitFor();
  expect(await contactOf(ana)).toBeUndefined();
  expect(settled(await client.athletes.open({ athleteId: ben })).races).toHaveLength(1);
  await page.locator('main').focus();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Take back 2 steps of Ana Duarte.').waitFor();
  expect(await contactOf(ana)).toBe(MONDAY);
});

const SCREENS = [
  '/roster',
  '/roster/grid',
  '/athlete/1/overview',
  '/athlete/1/program',
  '/athlete/1/profile',
  '/library/exercises',
  '/import',
  '/sheets',
  '/science/rules',
  '/history',
  '/settings',
];

test('after a restart, undo and redo work by their keys on every screen and by name in the palette', async () => {
  await journey.desk().restart();
  const { page } = journey.desk();
  const [newest] = await standing();
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    await page.locator('main').focus();
    await page.keyboard.press('Control+z');
    await page
      .getByRole('button', { name: `Redo: ${newest}` })
      .first()
      .waitFor();
    await page.keyboard.press('Control+y');
    await page
      .getByRole('button', { name: `Undo: ${newest}` })
      .first()
      .waitFor();
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await page.getByRole('menuitem', { name: new RegExp(`^Undo: ${newest}`, 'u') }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`Undone: ${newest}.`).first().waitFor();
  await page.locator('main').focus();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await standing())[0]).toBe(newest);
  expect(journey.desk().complaints).toEqual([]);
}, 60_000);
