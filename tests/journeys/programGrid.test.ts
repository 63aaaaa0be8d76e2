import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { printCell } from '../../src/domain/programs/shorthand.ts';
import { cellOf } from '../../src/domain/programs/workOut.ts';
import { dump } from '../service/dump.ts';
import { fixturePath, settled } from '../service/openDesk.ts';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
let athleteId: AthleteId;

const MONDAY = '2026-11-23' as PlainDate;

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client } = journey.desk();
  settled(await client.app.createSample({ athletes: 4, years: 0.5, seed: 3 }));
  const { athletes } = settled(await client.athletes.list({}));
  const chosen = athletes.find((one) => !one.isArchived);
  if (chosen === undefined) throw new Error('nobody to write for');
  athleteId = chosen.athleteId;
  const { programs } = settled(await client.programs.grid({ athleteId }));
  for (const { programId } of programs) settled(await client.programs.remove({ programId }));
  settled(
    await client.programs.assign({ athleteIds: [athleteId], templateKey: 'heavy-for-runners', startsOn: MONDAY }),
  );
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const openGrid = async () => {
  const { page } = journey.desk();
  await goTo(page, `/athlete/${athleteId}/program`);
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await grid.focus();
  await page.keyboard.press('Control+Home');
  return grid;
};

/** What the file holds in some weeks of a row. */
const stored = async (label: string, weeks: number, session = 'Session A'): Promise<readonly string[]> => {
  const { open } = settled(await journey.desk().client.programs.grid({ athleteId }));
  return (open?.program.blocks.flatMap((block) => block.weeks) ?? [])
    .slice(0, weeks)
    .map((week) =>
      printCell(cellOf(week.sessions.find(({ name }) => name === session)?.slots.find((slot) => slot.label === label))),
    );
};

const undo = async (): Promise<void> => {
  const { page } = journey.desk();
  await page.keyboard.press('Control+z');
  await page
    .getByText(/^Undone: /)
    .last()
    .waitFor();
};

const paste = (text: string): Promise<void> =>
  journey.desk().page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

const copied = (): Promise<Record<'text/plain' | 'text/html', string>> =>
  journey.desk().page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    return {
      'text/plain': clipboardData.getData('text/plain'),
      'text/html': clipboardData.getData('text/html'),
    };
  });

test('the grid is a grid to a screen reader, and axe finds nothing, also while a cell is written', async () => {
  const { page } = journey.desk();
  const grid = await openGrid();
  expect(await grid.getAttribute('aria-rowcount')).toBe('15');
  expect(await grid.getAttribute('aria-colcount')).toBe('14');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const active = await grid.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active ?? ''}`).getAttribute('aria-selected')).toBe('true');
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.type('4x3@85 cap9');
  await page.locator('#grid-echo').getByText('4x3 @85% cap9').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('what LibreOffice made is pasted: quoted cells, cues of two lines, and what is not understood stays and is marked', async () => {
  const { page } = journey.desk();
  await openGrid();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const before = dump(journey.desk().databaseFile);
  await paste(readFileSync(fixturePath('clipboard/libreoffice.tsv'), 'utf8'));
  await expect.poll(() => stored('A1', 4)).toEqual(['3x5 @75%', '+2.5', '=', '2x5 @70% "easy, ""light"" week"']);
  expect(await stored('B1', 4)).toEqual(['2x8-12 RIR2', '=', '3x8-12 RIR2 "knees out slow down"', 'x']);
  expect(await stored('C1', 4)).toEqual(['2x30s bw', 'heavyish', '2x12 rung+1', '']);
  await page.getByRole('gridcell', { name: /^heavyish/ }).waitFor();
  await undo();
  expect(dump(journey.desk().databaseFile)).toEqual(before);
});

test('what is copied is what LibreOffice and Excel read back: rows and columns as text, quotes doubled', async () => {
  const { page } = journey.desk();
  await openGrid();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await paste('3x5@80 "a ""b"""\t+2.5\n2x8\t=');
  await expect.poll(() => stored('A1', 2)).toEqual(['3x5 @80% "a ""b"""', '+2.5']);
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  const { 'text/plain': text, 'text/html': html } = await copied();
  expect(text).toBe('3x5 @80% "a ""b"""\t+2.5\n2x8\t=');
  expect(html).toContain('sdnum="0;0;@">+2.5</td>');
  await undo();
});

test('ten thousand cells pasted past the end are kept: what fits is written, the rest is shown with a way to write it', async () => {
  const { page } = journey.desk();
  await openGrid();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const before = dump(journey.desk().databaseFile);
  await paste(Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => '3x5@80').join('\t')).join('\n'));
  const left = page.getByRole('status', { name: 'Not written' });
  await left.waitFor();
  expect(await left.innerText()).toMatch(/9,880 texts were not written/);
  await expect.poll(() => stored('E1', 12, 'Session B')).toEqual(Array.from({ length: 12 }, () => '3x5 @80%'));
  await left.getByRole('button', { name: 'Let them go' }).click();
  await page.getByRole('grid').focus();
  await undo();
  expect(dump(journey.desk().databaseFile)).toEqual(before);
});

test('a session moves by a day with the arrows, in one week and from there on', async () => {
  const { page, client } = journey.desk();
  await openGrid();
  await page.keyboard.press('ArrowRight');
  const days = async (): Promise<readonly (number | undefined)[]> => {
    const { open } = settled(await client.programs.grid({ athleteId }));
    return (open?.program.blocks.flatMap((block) => block.weeks) ?? [])
      .slice(0, 4)
      .map((week) => week.sessions.find(({ name }) => name === 'Session A')?.weekday);
  };
  const [first = 0] = await days();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(days).toEqual([first + 1, first, first, first]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect.poll(days).toEqual([first + 1, first + 1, first + 1, first + 1]);
  await undo();
  await undo();
  expect(await days()).toEqual([first, first, first, first]);
});

test('as text and back: what would change is told, applied in one step, and the nonsense in it is named by line', async () => {
  const { page } = journey.desk();
  await openGrid();
  await pressOn(page, /^As text…/);
  const dialog = page.getByRole('dialog', { name: 'Heavy for runners as text' });
  const area = dialog.getByRole('textbox', { name: 'The program as text' });
  const text = await area.inputValue();
  await area.fill(text.replace('3x5 @77.5%', '5x5 @70%').replace('Press-up', 'Push of nobody'));
  await dialog.getByText('1 place not understood').waitFor();
  await dialog.getByText(/“Push of nobody”/).waitFor();
  await area.fill(text.replace('3x5 @77.5%', '5x5 @70%'));
  await dialog.getByText('1 place would change').waitFor();
  await tabTo(page, /^Change 1 place/);
  await page.keyboard.press('Enter');
  await expect.poll(() => stored('A1', 1)).toEqual(["5x5 @70% cap8 r3'"]);
  await page.getByRole('grid').focus();
  await undo();
  expect(await stored('A1', 1)).toEqual(["3x5 @77.5% cap8 r3'"]);
});

test('two windows on one program: the second is told, keeps what stands, and goes on from there', async () => {
  const { page, client } = journey.desk();
  await openGrid();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const { open } = settled(await client.programs.grid({ athleteId }));
  if (open === undefined) throw new Error('no program');
  await page.keyboard.type('1x1@70');
  const elsewhere = await client.programs.edit({
    programId: open.programId,
    revision: open.revision,
    edits: [{ kind: 'cell', week: 2, session: 'Session A', label: 'A1', text: '2x2@90' }],
  });
  settled(elsewhere);
  await page.keyboard.press('Enter');
  await expect.poll(() => stored('A1', 2)).toContain('2x2 @90%');
  // The window may have heard of the other one's change in time; either way nothing of it is lost.
  const [first] = await stored('A1', 2);
  expect(['1x1 @70%', "3x5 @77.5% cap8 r3'"]).toContain(first);
  await page.getByRole('gridcell', { name: /^2.2 @90/ }).waitFor();
  expect(journey.desk().complaints).toEqual([]);
});

test('a program for somebody without a single max is written all the same, and begins from nothing', async () => {
  const { page, client } = journey.desk();
  const { athletes } = settled(await client.athletes.list({}));
  const other = athletes.find((one) => !one.isArchived && one.athleteId !== athleteId);
  if (other === undefined) throw new Error('nobody else');
  const { programs } = settled(await client.programs.grid({ athleteId: other.athleteId }));
  for (const { programId } of programs) settled(await client.programs.remove({ programId }));
  await goTo(page, `/athlete/${other.athleteId}/program`);
  await page.getByText('No program yet').waitFor();
  await pressOn(page, /^Write one in the grid/);
  await page.getByRole('dialog', { name: 'Write a program' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Nothing is written yet').waitFor();
  await pressOn(page, /^New session…/);
  await page.getByRole('dialog', { name: 'New session' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: '+ exercise' }).waitFor();
  await page.keyboard.type('goblet');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3x5@80');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => {
      const { open } = settled(await client.programs.grid({ athleteId: other.athleteId }));
      return open?.program.blocks[0]?.weeks[0]?.sessions[0]?.slots.map((slot) => printCell(cellOf(slot)));
    })
    .toEqual(['3x5 @80%']);
});
