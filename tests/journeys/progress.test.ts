import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import { printCell } from '../../src/domain/programs/shorthand.ts';
import { weeksOf } from '../../src/domain/programs/weekWalk.ts';
import { cellOf } from '../../src/domain/programs/workOut.ts';
import { dump } from '../service/dump.ts';
import { detailsOf } from '../service/openDesk.ts';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney, tabTo, TODAY } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
let athleteId: AthleteId;
let databaseFile: string;

const program = async () => {
  const { open } = await journey
    .desk()
    .client.programs.grid({ athleteId })
    .then((reply) => (reply.ok ? reply.value : { open: undefined }));
  if (open === undefined) throw new Error('no program');
  return open;
};

/** What stands in a row of session A in the first weeks. */
const row = async (label: string, weeks: number): Promise<readonly string[]> =>
  weeksOf((await program()).program)
    .slice(0, weeks)
    .map((week) => printCell(cellOf(week.sessions[0]?.slots.find((slot) => slot.label === label))));

/** Squats at 78 % and leg curls by effort, for eight weeks and more. */
beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client, page } = journey.desk();
  const described = await client.app.describe({});
  if (!described.ok) throw new Error(described.error.tag);
  ({ databaseFile } = described.value);
  const added = await client.athletes.add({ details: detailsOf('Ana Duarte') });
  if (!added.ok) throw new Error(added.error.tag);
  ({ athleteId } = added.value);
  const order = { athleteIds: [athleteId], templateKey: 'maximal-strength-14', startsOn: TODAY };
  const assigned = await client.programs.assign(order);
  if (!assigned.ok) throw new Error(assigned.error.tag);
  const { programId, revision, program: opened } = await program();
  const session = weeksOf(opened)[0]?.sessions[0]?.name ?? '';
  const edits = [
    { kind: 'cell' as const, week: 1, session, label: 'A1', text: '3x5 @78%' },
    { kind: 'weekKind' as const, fromWeek: 7, toWeek: 7, weekKind: 'build' as const },
  ];
  const edited = await client.programs.edit({ programId, revision, edits });
  if (!edited.ok) throw new Error(edited.error.tag);
  await goTo(page, `/athlete/${athleteId}/program`);
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const panel = () => journey.desk().page.getByRole('form', { name: 'Progress' });
const summary = () => panel().getByRole('status');

/** A cell by its line and column, as it is drawn. */
const cell = (line: number, week: number) => journey.desk().page.locator(`#cell-${line}-${week - 1}`);

const type = async (name: RegExp, text: string): Promise<void> => {
  const { page } = journey.desk();
  await tabTo(page, name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};

test('a 3:1 wave over eight weeks of two rows is seen before it is written, each cell with the lever it raises', async () => {
  const { page } = journey.desk();
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await grid.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+Shift+R');
  await panel().waitFor();
  // The first row is written in per cent: that pattern is offered first, and arrows lead on.
  await expect.poll(() => panel().getByRole('radio', { name: '+ %' }).isChecked()).toBe(true);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => panel().getByRole('radio', { name: 'Wave' }).isChecked()).toBe(true);
  await type(/To week/u, '8');
  await summary().getByText('over 8 weeks, from 2 rows', { exact: false }).waitFor();
  await summary()
    .getByText(/Raises intensity in/u)
    .waitFor();
  await summary()
    .getByText(/Weeks 4, 8 will be deloads/u)
    .waitFor();
  await summary()
    .getByText(/^The check (?:would find|finds nothing)/u)
    .waitFor();
  await expect.poll(() => cell(1, 2).innerText()).toMatch(/^3x4 @82%\s*↑int/u);
  expect(await cell(1, 2).innerText()).toMatch(/not written yet; raises intensity/u);
  expect(await cell(1, 4).innerText()).toMatch(/^2x4 @73\.8% cap7/u);
  expect(await cell(2, 2).innerText()).toMatch(/^2x5 RIR1\.5/u);
  expect(await row('A1', 2)).toEqual(['3x5 @78%', '=']);
});

test('weeks that end before they begin are said, and axe finds nothing in the panel', async () => {
  const { page } = journey.desk();
  await type(/To week/u, '0');
  await summary().getByText('Weeks are whole numbers from 1.').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('5');
  await type(/To week/u, '2');
  await summary().getByText('The weeks end before they begin.').waitFor();
  expect(
    await panel()
      .getByRole('button', { name: /^Write/u })
      .isDisabled(),
  ).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1');
  await type(/To week/u, '8');
  await summary()
    .getByText(/^The check (?:would find|finds nothing)/u)
    .waitFor();
  expect(await axeFaults(page)).toEqual([]);
});

test('Esc leaves no trace; Enter writes all as one step, and undo takes it back', async () => {
  const { page } = journey.desk();
  const before = dump(databaseFile);
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
  await expect.poll(() => page.getByText('not written yet').count()).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  expect(dump(databaseFile)).toEqual(before);

  await page.keyboard.press('Control+Shift+R');
  await panel().waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await type(/To week/u, '8');
  await summary().getByText('over 8 weeks, from 2 rows', { exact: false }).waitFor();
  await page.keyboard.press('Enter');
  await panel().waitFor({ state: 'detached' });
  await expect
    .poll(() => row('A1', 8))
    .toEqual([
      '3x5 @78%',
      '3x4 @82%',
      '3x3 @86%',
      '2x4 @73.8% cap7',
      '3x5 @80.5%',
      '3x4 @84.5%',
      '3x3 @88.5%',
      '2x4 @76.1% cap7',
    ]);
  const { client } = journey.desk();
  const history = await client.history.list({ limit: 1 });
  expect(history.ok && history.value.steps[0]?.label).toBe('Progress 8 weeks');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  await page.keyboard.press('Control+z');
  await page.getByText('Undone: Progress 8 weeks').waitFor();
  await expect.poll(() => row('A1', 2)).toEqual(['3x5 @78%', '=']);
  expect(dump(databaseFile)).toEqual(before);
});

test('nothing was complained of in the console', () => {
  expect(journey.desk().complaints).toEqual([]);
});
