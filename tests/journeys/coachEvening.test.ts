import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { printCell } from '../../src/domain/programs/shorthand.ts';
import { cellOf } from '../../src/domain/programs/workOut.ts';
import { dump } from '../service/dump.ts';
import { detailsOf, settled } from '../service/openDesk.ts';
import { axeFaults } from './axeFaults.ts';
import { openJourney, pressOn, tabTo } from './desk.ts';

/**
 * An evening of a coach's, without a mouse: a program of twelve weeks written from nothing, given to forty athletes back from their
 * race, one of them treated otherwise, the template changed and pushed to the others; then all of it undone.
 */

let journey: Awaited<ReturnType<typeof openJourney>>;
let athleteIds: readonly AthleteId[];
let atTheStart: ReturnType<typeof dump>;

const ATHLETES = 40;
const RACE_DAY = '2027-03-21' as PlainDate;
const TEMPLATE = 'Twelve weeks, two days';

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client, databaseFile } = journey.desk();
  const ids: AthleteId[] = [];
  for (let number = 1; number <= ATHLETES; number += 1) {
    const details = detailsOf(`Runner ${String(number).padStart(2, '0')}`);
    const { athleteId } = settled(await client.athletes.add({ details }));
    settled(await client.races.add({ athleteId, race: { name: 'Spring marathon', racedOn: RACE_DAY, priority: 'A' } }));
    ids.push(athleteId);
  }
  athleteIds = ids;
  atTheStart = dump(databaseFile);
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const palette = async (name: string): Promise<void> => {
  const { page } = journey.desk();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Find' }).waitFor();
  await page.keyboard.type(name);
  const found = page.getByRole('menu', { name: 'Found' }).getByRole('menuitem', { name }).first();
  await found.waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await journey.desk().page.keyboard.press(key);
};

const type = (text: string): Promise<void> => journey.desk().page.keyboard.type(text);

/** A row of the session: found by its pattern and name, then cells from left to right. */
const writeRow = async (exercise: string, cells: readonly string[]): Promise<void> => {
  const { page } = journey.desk();
  await type(exercise);
  await page.getByRole('listbox', { name: 'Exercises' }).getByRole('option').first().waitFor();
  await press('Enter');
  await page.getByRole('listbox', { name: 'Exercises' }).waitFor({ state: 'detached' });
  for (const cell of cells) {
    await type(cell);
    await press('Tab');
  }
  await press('Control+Enter');
};

const weeksOfTemplate = async () => {
  const { templates } = settled(await journey.desk().client.programs.templates({}));
  const template = templates.find(({ name }) => name === TEMPLATE);
  if (template === undefined) throw new Error('the template is not in the library');
  return settled(await journey.desk().client.templates.open({ templateKey: template.key }));
};

const rowOf = async (session: string, label: string): Promise<readonly string[]> => {
  const { program } = await weeksOfTemplate();
  return program.blocks
    .flatMap((block) => block.weeks)
    .map((week) =>
      printCell(cellOf(week.sessions.find(({ name }) => name === session)?.slots.find((slot) => slot.label === label))),
    );
};

const newSession = async (): Promise<void> => {
  const { page } = journey.desk();
  await page.getByRole('dialog', { name: 'New session' }).waitFor();
  await press('Enter');
  await page.getByRole('dialog', { name: 'New session' }).waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
};

const WAVE = ['3x5 @78%', '3x4 @82%', '3x3 @86%', '2x4 @73.8% cap7'];

/** Progress as a 3:1 wave to the end, from the row and week that are active. */
const wave = async (): Promise<void> => {
  const { page } = journey.desk();
  await press('Control+Shift+R');
  const panel = page.getByRole('form', { name: 'Progress' });
  await panel.waitFor();
  await press('ArrowRight', 'ArrowRight');
  await expect.poll(() => panel.getByRole('radio', { name: 'Wave' }).isChecked()).toBe(true);
  await tabTo(page, /To week/u);
  await press('Control+a');
  await type('12');
  await panel.getByText(/over 12 weeks/u).waitFor();
  await press('Enter');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
};

test('a program of twelve weeks and two days is written, with supersets, ranges, a wave and a deload', async () => {
  const { page } = journey.desk();
  await page.getByText('Runner 01').first().waitFor();
  await palette('Library: programs');
  await pressOn(page, /^New template…/);
  await page.getByRole('dialog', { name: 'New template' }).waitFor();
  await type(TEMPLATE);
  await press('Enter');
  await page.getByText('Nothing is written yet').waitFor();
  await pressOn(page, /^New session…/);
  await newSession();
  await writeRow('back squat (parallel)', ['3x5@78']);
  await writeRow('press-up', ['3x8-12 bw', '=']);
  await writeRow('dead bug', ['2x8/side', '=']);
  await press('Escape');
  // The second and third row are done together, and go on as they began.
  await press('ArrowUp', 'ArrowUp', 'Shift+ArrowDown', 'Control+g');
  await expect.poll(async () => (await rowOf('Strength A', 'B2'))[0]).toBe('2x8/side');
  await press('Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowDown', 'Shift+End', 'Control+e');
  await expect.poll(async () => (await rowOf('Strength A', 'B2'))[11]).toBe('=');
  await press('Control+Home', 'ArrowDown', 'Control+m', 'ArrowRight');
  await wave();
  await expect.poll(async () => (await rowOf('Strength A', 'A1')).slice(0, 4)).toEqual(WAVE);

  await tabTo(page, /^Session$/);
  await press('Enter');
  await page.getByRole('menu').waitFor();
  await press('Enter');
  await newSession();
  await writeRow('barbell romanian', ['3x5@78']);
  await writeRow('loaded calf', ['2x8-12 RIR2', '=']);
  await press('Escape');
  await expect.poll(async () => (await rowOf('Strength B', 'B1'))[1]).toBe('=');
  // Two lines below the five of the first session: its head and its first row.
  await press('Control+Home', ...Array.from({ length: 6 }, () => 'ArrowDown'), 'ArrowRight');
  await wave();
  await expect.poll(async () => (await rowOf('Strength B', 'A1')).slice(0, 4)).toEqual(WAVE);
  await press('ArrowDown', 'Shift+End', 'Control+e');
  await expect.poll(async () => (await rowOf('Strength B', 'B1')).every((cell) => cell !== '')).toBe(true);
  for (const [session, label] of [
    ['Strength A', 'A1'],
    ['Strength A', 'B1'],
    ['Strength A', 'B2'],
    ['Strength B', 'A1'],
  ] as const) {
    expect((await rowOf(session, label)).every((cell) => cell !== '')).toBe(true);
  }
  const kinds = (await weeksOfTemplate()).program.blocks.flatMap((block) => block.weeks).map(({ kind }) => kind);
  expect(kinds.flatMap((kind, index) => (kind === 'deload' ? [index + 1] : []))).toEqual([4, 8, 12]);
  const { program } = await weeksOfTemplate();
  const first = program.blocks[0]?.weeks[0]?.sessions[0]?.slots ?? [];
  expect(first.map(({ label, role }) => `${label} ${role}`)).toEqual(['A1 main', 'B1 assistance', 'B2 assistance']);
  expect(await axeFaults(page)).toEqual([]);
}, 60_000);

test('it is given to forty athletes, back from their race, after a look at what each would get', async () => {
  const { page, client } = journey.desk();
  await pressOn(page, /^Assign…/);
  const dialog = page.getByRole('dialog', { name: 'Assign a program' });
  await dialog.waitFor();
  await tabTo(page, /Laid out/);
  await press('Enter', 'ArrowDown', 'Enter');
  await dialog
    .getByText(/for Spring marathon/)
    .first()
    .waitFor();
  await expect
    .poll(() => dialog.getByRole('button', { name: `Assign to ${ATHLETES} athletes` }).isEnabled())
    .toBe(true);
  await tabTo(page, new RegExp(`^Assign to ${ATHLETES} athletes`));
  await press('Enter');
  await page.getByText(`${TEMPLATE} assigned to ${ATHLETES} athletes.`).waitFor();
  const [first] = athleteIds;
  if (first === undefined) throw new Error('nobody was added');
  const { open } = settled(await client.programs.grid({ athleteId: first }));
  const weeks = open?.program.blocks.flatMap((block) => block.weeks) ?? [];
  expect([weeks.length, weeks.at(-1)?.startsOn]).toEqual([12, '2027-03-15']);
}, 60_000);

test('one athlete’s copy is changed; the template is changed and pushed to the other thirty-nine', async () => {
  const { page, client } = journey.desk();
  const cells = async (athleteId: AthleteId): Promise<string> => {
    const { open } = settled(await client.programs.grid({ athleteId }));
    const slot = open?.program.blocks.flatMap((block) => block.weeks)[1]?.sessions[0]?.slots[0];
    return printCell(cellOf(slot));
  };
  await palette('Runner 07');
  await page.getByRole('heading', { level: 1, name: 'Runner 07' }).waitFor();
  await tabTo(page, /^Program$/);
  await press('Enter');
  await page.getByRole('grid').waitFor();
  await tabTo(page, /Twelve weeks, two days, Runner 07/);
  await press('Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await type('1x3@85');
  await press('Enter');
  const [seventh] = athleteIds.slice(6);
  if (seventh === undefined) throw new Error('there is no seventh');
  await expect.poll(() => cells(seventh)).toBe('1x3 @85%');

  await palette(TEMPLATE);
  await page.getByRole('grid', { name: `${TEMPLATE}, template` }).waitFor();
  await tabTo(page, /, template$/);
  await press('Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight');
  await type('4x4@77.5');
  await press('Enter');
  await expect.poll(async () => (await rowOf('Strength A', 'A1'))[1]).toBe('4x4 @77.5%');
  await pressOn(page, /^Push…/);
  const dialog = page.getByRole('dialog', { name: `Push ${TEMPLATE}` });
  await dialog.getByText('changed here: 1x3 @85%').waitFor();
  await tabTo(page, /^Push 39 cells to 39 athletes/);
  await press('Enter');
  await page.getByText(/39 updated, 1 kept their own \(Runner 07\)/).waitFor();
  const all = await Promise.all(athleteIds.map(cells));
  expect(all.filter((cell) => cell === '4x4 @77.5%')).toHaveLength(39);
  expect(await cells(seventh)).toBe('1x3 @85%');
}, 60_000);

test('all of it is undone by name, step by step, also after a restart, and the file is as it was at the start', async () => {
  const { client } = journey.desk();
  const before = settled(await client.history.list({ limit: 200 })).steps.filter(({ isUndone }) => !isUndone);
  const made = before.findIndex(({ label }) => label.startsWith('Add race'));
  expect(made).toBeGreaterThan(15);
  await journey.desk().restart();
  const { page, client: again, databaseFile } = journey.desk();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  // By how many are undone: two steps may have the same name, and the second is not over when it could be done again.
  const undone = async (): Promise<number> =>
    settled(await again.history.list({ limit: 200 })).steps.filter(({ isUndone }) => isUndone).length;
  const atFirst = await undone();
  for (let step = 0; step < made; step += 1) {
    const { canUndo } = settled(await again.history.list({ limit: 1 }));
    await press('Control+z');
    await expect.poll(undone).toBe(atFirst + step + 1);
    expect(settled(await again.history.list({ limit: 1 })).canRedo).toBe(canUndo);
  }
  expect(dump(databaseFile)).toEqual(atTheStart);
  expect(journey.desk().complaints).toEqual([]);
}, 60_000);
