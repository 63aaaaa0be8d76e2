import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { detailsOf, settled } from '../service/openDesk.ts';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
let athleteId: AthleteId;

const RANGE = "3x4-6 80kg cap8.5 r3'";

/** Somebody in the second week of a heavy plan whose squat goes by double progression; the first week's results are not in yet. */
beforeAll(async () => {
  journey = await openJourney({ width: 1024, height: 700 });
  const { client, page } = journey.desk();
  athleteId = settled(await client.athletes.add({ details: detailsOf('Ana Duarte') })).athleteId;
  const startsOn = '2026-11-16' as PlainDate;
  settled(await client.programs.assign({ athleteIds: [athleteId], templateKey: 'heavy-for-runners', startsOn }));
  const { program } = settled(await client.programs.forAthlete({ athleteId }));
  if (program === undefined) throw new Error('no program');
  const place = { kind: 'cell', session: 'Session A', label: 'A1' } as const;
  const edits = [1, 2, 3, 4].map((week) => ({ ...place, week, text: RANGE }));
  settled(await client.programs.edit({ programId: program.programId, revision: program.revision, edits }));
  await goTo(page, `/athlete/${athleteId}/weeks`);
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const panel = () => journey.desk().page.getByRole('region', { name: 'Next session' });

test('before the results are in, nothing is to be accepted', async () => {
  await panel()
    .getByText(/^Nothing of this session has been lifted yet/)
    .waitFor();
  expect(
    await panel()
      .getByRole('button', { name: /Accept/ })
      .count(),
  ).toBe(0);
});

test('a planned session typed back leads to its proposals', async () => {
  const { page } = journey.desk();
  await pressOn(page, /^Record…$/);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await tabTo(page, /A1 Back squat/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3*6x80@8');
  await tabTo(page, /D1 Press-up/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2*12@7');
  await page.keyboard.press('Enter');
  await page.getByText('Session A recorded.').waitFor();
  await page.keyboard.press('F8');
  await tabTo(page, /^Next session/);
  await page.keyboard.press('Enter');
  await panel().getByText("3x4-6 82.5kg cap8.5 r3'").waitFor();
  await panel().getByText('3x8-12 bw cap8 r75').waitFor();
  expect(await panel().evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await panel().getByRole('button', { name: 'Accept 2' }).count()).toBe(1);
});

test('each proposal says why, and how the slot goes on', async () => {
  const { page } = journey.desk();
  await pressOn(page, /^Why A1 Back squat/);
  await panel().getByText('6, 6, 6 at 80 kg, RPE 8 (17 Nov)').waitFor();
  await panel()
    .getByText(/80 → 82.5 kg \(\+3 %\)/)
    .waitFor();
  await panel().getByText('Repetitions rise until every set reaches the top of the range').waitFor();
  expect(await axeFaults(journey.desk().page, '[aria-label="Next session"]')).toEqual([]);
});

test('one of two accepted changes one cell; undo gives it back', async () => {
  const { page } = journey.desk();
  const weeks = page.getByRole('list', { name: 'Weeks' });
  await panel().focus();
  await tabTo(page, /^Accept D1 Press-up/);
  await page.keyboard.press('Space');
  await panel().focus();
  await pressOn(page, /^Accept 1$/);
  await page.getByText('1 proposal accepted.').waitFor();
  await weeks.getByText('82.5').first().waitFor();
  await panel().getByText('Accept 1').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Accept 1 proposal.').waitFor();
  await panel().getByText("3x4-6 82.5kg cap8.5 r3'").waitFor();
  const { program } = settled(await journey.desk().client.programs.forAthlete({ athleteId }));
  const second = program?.blocks[0]?.weeks[1]?.sessions.find(({ name }) => name === 'Session A');
  expect(second?.slots[0]?.cell).toBe(RANGE);
});

test('a key leads to the newest notice, which stays meanwhile; when it is gone, the keyboard is where it was', async () => {
  const { page } = journey.desk();
  await panel().focus();
  await pressOn(page, /^Accept 2$/);
  const undo = page.getByRole('status').getByRole('button', { name: 'Undo', exact: true });
  await undo.waitFor();
  await panel().focus();
  await page.keyboard.press('F8');
  expect(await undo.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await undo.waitFor({ state: 'detached' });
  await expect.poll(() => panel().evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Accept 2 proposals.').waitFor();
});

test('the coach chooses how a slot goes on', async () => {
  const { page } = journey.desk();
  await panel().focus();
  await pressOn(page, /^Why A1 Back squat/);
  await tabTo(page, /Goes on by/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('2-for');
  await page.keyboard.press('Enter');
  await page.getByText('A1 goes on by 2-for-2 from here.').waitFor();
  const { next } = settled(await journey.desk().client.programs.proposals({ athleteId }));
  expect(next?.slots[0]).toMatchObject({ label: 'A1', progression: 'twoForTwo', isChosen: true });
});

test('nothing was complained of in the console', () => {
  expect(journey.desk().complaints).toEqual([]);
});
