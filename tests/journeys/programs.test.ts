import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
let athleteId: AthleteId;

const settled = <T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
};

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client } = journey.desk();
  settled(await client.app.createSample({ athletes: 6, years: 0.5, seed: 3 }));
  const { athletes } = settled(await client.athletes.list({}));
  const chosen = athletes.find((one) => !one.isArchived);
  if (chosen === undefined) throw new Error('nobody to assign to');
  athleteId = chosen.athleteId;
  const { programs } = settled(await client.programs.forAthlete({ athleteId }));
  for (const { programId } of programs) settled(await client.programs.remove({ programId }));
  const on = '2026-11-20' as PlainDate;
  settled(await client.log.recordTest({ athleteId, on, test: { exerciseKey: 'sq_back', loadKg: 100 } }));
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const go = async (address: string): Promise<void> => {
  await goTo(journey.desk().page, address);
};

test('a template is read in the library and assigned from there, without a mouse', async () => {
  const { page } = journey.desk();
  await go('/library/programs');
  await page.getByRole('option', { name: /Start ramp/, selected: true }).waitFor();
  await page.getByRole('option', { name: /Start ramp/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('heading', { level: 2, name: 'Heavy for runners', exact: true }).waitFor();
  await page.getByRole('rowheader', { name: 'A1 Back squat (parallel)' }).first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await pressOn(page, /^Assign…/);
  const dialog = page.getByRole('dialog', { name: 'Assign a program' });
  await dialog.getByText(/Squat and hinge heavy twice a week/).waitFor();
  await expect.poll(() => dialog.getByRole('checkbox').count()).toBeGreaterThan(2);
  await tabTo(page, /Start ramp first/);
  await page.keyboard.press('Space');
  await expect.poll(() => dialog.getByRole('button', { name: /^Assign to/ }).isEnabled()).toBe(true);
  await tabTo(page, /^Assign to/);
  await page.keyboard.press('Enter');
  await page.getByText(/^Heavy for runners assigned to/).waitFor();
});

test('a cell is typed in shorthand, its load resolves and says why, down to the rule', async () => {
  const { page } = journey.desk();
  await go(`/athlete/${athleteId}/weeks`);
  await page.getByRole('heading', { level: 2, name: 'Heavy for runners' }).waitFor();
  const strip = page.getByRole('complementary', { name: 'The focused prescription' });
  const cell = strip.getByLabel('Cell');
  await cell.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('4x3@85 cap9 heavyish');
  await strip.getByText(/“heavyish”: expected/).waitFor();
  await strip.getByRole('button', { name: 'Keep as typed' }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type("4x3@85 cap9 r3'");
  await strip.getByText("4x3 @85% cap9 r3'", { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('A1 of week 1 changed.').waitFor();
  await strip.getByText('85 % of e1RM', { exact: false }).waitFor();
  expect(await strip.innerText()).toMatch(/load there is: [\d.]+ kg/);
  await strip.getByRole('link', { name: 'Rule R2.1' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'R2.1 How a load is chosen' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('rule-R2.1');
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Edit a cell').waitFor();
});

test('the sheet answers for its loads on the screen', async () => {
  const { page } = journey.desk();
  await go(`/sheets?week=2026-W48&athletes=${athleteId}`);
  const target = page.getByRole('button', { name: /^Why 3×5 @ / }).first();
  await target.focus();
  await page.keyboard.press('Enter');
  const why = page.getByRole('dialog', { name: /^Why 3×5 @ / });
  await why.getByText(/77\.5 % of e1RM/).waitFor();
  await why.getByText(/bar, per side/).waitFor();
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });
  expect(journey.desk().complaints).toEqual([]);
});
