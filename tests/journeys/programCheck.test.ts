import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import { detailsOf } from '../service/openDesk.ts';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, TODAY } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
let athleteId: AthleteId;

const program = async () => {
  const found = await journey.desk().client.programs.forAthlete({ athleteId });
  if (!found.ok || found.value.program === undefined) throw new Error('no program');
  return found.value.program;
};

const cellOfWeek1 = async (): Promise<string | undefined> => {
  const { blocks } = await program();
  return blocks[0]?.weeks[0]?.sessions[0]?.slots[0]?.cell;
};

/** Somebody whose first squats are heavier than five repetitions allow. */
beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client, page } = journey.desk();
  const added = await client.athletes.add({ details: detailsOf('Ana Duarte') });
  if (!added.ok) throw new Error(added.error.tag);
  ({ athleteId } = added.value);
  const order = { athleteIds: [athleteId], templateKey: 'half-squat-4x4', startsOn: TODAY };
  const assigned = await client.programs.assign(order);
  if (!assigned.ok) throw new Error(assigned.error.tag);
  const { programId, revision, blocks } = await program();
  const session = blocks[0]?.weeks[0]?.sessions[0]?.name ?? '';
  const place = { kind: 'cell' as const, week: 1, session, label: 'A1' };
  const edits = [{ ...place, text: "3x5 @95% cap8 r3'" }];
  const edited = await client.programs.edit({ programId, revision, edits });
  if (!edited.ok) throw new Error(edited.error.tag);
  await goTo(page, `/athlete/${athleteId}/weeks`);
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const check = () => journey.desk().page.getByRole('region', { name: 'Program check' });
const tooHeavy = () => check().getByText('5 reps at 95 %: the cap of RPE 8 allows 81.1 % at most.');

test('a cell that cannot be lifted is a fault, said with its place and its reason', async () => {
  const { page } = journey.desk();
  await tooHeavy().waitFor();
  await check().getByText('1 fault', { exact: true }).waitFor();
  const week = page.getByRole('list', { name: 'Weeks' }).getByRole('listitem').first();
  await week.getByText(/finding.*worst: fault/u).waitFor();
  await pressOn(page, /^\W*Why Heavier than the repetitions allow/u);
  await check()
    .getByText(/The planned per cent can be lifted/u)
    .waitFor();
  expect(await axeFaults(page, '[aria-label="Program check"]')).toEqual([]);
});

test('its place leads to the slot', async () => {
  const { page } = journey.desk();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await pressOn(page, /^\W*Week 1 · .* · A1/u);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^slot-\d+-A1$/u);
});

test('its fix by keyboard sets it right, and undo brings it back', async () => {
  const { page } = journey.desk();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await pressOn(page, /Fix: at most 81.1 %/u);
  await expect.poll(() => tooHeavy().count()).toBe(0);
  expect(await cellOfWeek1()).toBe("3x5 @81.1% cap8 r3'");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe('Program check');
  const history = await journey.desk().client.history.list({ limit: 1 });
  expect(history.ok && history.value.steps[0]?.label).toBe('Fix: at most 81.1 %');
  await page.keyboard.press('Control+z');
  await tooHeavy().waitFor();
  expect(await cellOfWeek1()).toBe("3x5 @95% cap8 r3'");
});

test('the rules of the check stand with the rules of the science', async () => {
  const { page } = journey.desk();
  await goTo(page, '/science/rules');
  const rules = page.getByRole('region', { name: 'Program check' });
  await rules.getByRole('heading', { name: /Heavier than the repetitions allow/u }).waitFor();
  expect(await rules.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(30);
});

test('nothing was complained of in the console', () => {
  expect(journey.desk().complaints).toEqual([]);
});
