import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import type { IsoWeek, PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { detailsOf, settled } from '../service/openDesk.ts';
import { wcagFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn, tabTo } from './desk.ts';

/**
 * A Monday: ten sheets of last week lie on the table. They are typed in without a mouse, most as planned, some with deviations, and
 * every key is counted; then the proposals that follow from them.
 */

let journey: Awaited<ReturnType<typeof openJourney>>;
let athletes: readonly { readonly athleteId: AthleteId; readonly name: string; readonly code: string }[];

/** What is known of each athlete before anything is typed in. */
let before: readonly { readonly sessions: number; readonly strengths: number; readonly proposals: number }[];

const ATHLETES = 10;
const WEEK = '2026-W47' as IsoWeek;
const STARTED = '2026-11-16' as PlainDate;
const RANGE = "3x4-6 80kg cap8.5 r3'";

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client, page } = journey.desk();
  const found = [];
  for (let number = 1; number <= ATHLETES; number += 1) {
    const name = `Runner ${String(number).padStart(2, '0')}`;
    const { athleteId } = settled(await client.athletes.add({ details: detailsOf(name) }));
    found.push({ athleteId, name });
  }
  const athleteIds = found.map(({ athleteId }) => athleteId);
  settled(await client.programs.assign({ athleteIds, templateKey: 'heavy-for-runners', startsOn: STARTED }));
  for (const athleteId of athleteIds) {
    const { program } = settled(await client.programs.forAthlete({ athleteId }));
    if (program === undefined) throw new Error('no program');
    const place = { kind: 'cell', session: 'Session A', label: 'A1', text: RANGE } as const;
    const edits = [1, 2, 3, 4].map((week) => ({ ...place, week }));
    settled(await client.programs.edit({ programId: program.programId, revision: program.revision, edits }));
  }
  const { sheets } = settled(await client.sheets.print({ layout: 'weekly', week: WEEK }));
  athletes = found.map((one) => ({
    ...one,
    code: sheets.find(({ athleteId }) => athleteId === one.athleteId)?.sheetCode ?? '',
  }));
  before = await Promise.all(athleteIds.map(known));
  await goTo(page, '/roster');
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const known = async (athleteId: AthleteId) => {
  const { client } = journey.desk();
  const chart = settled(await client.analysis.strengthAgainstRunning({ athleteId, weeks: 8 }));
  const { next } = settled(await client.programs.proposals({ athleteId }));
  return {
    sessions: chart.weeks.reduce((sum, { liftSessions }) => sum + liftSessions, 0),
    strengths: settled(await client.analysis.strength({ athleteId, weeks: 8 })).lifts.length,
    proposals: next?.slots.filter(({ proposal }) => proposal !== undefined).length ?? 0,
  };
};

const at = (number: number) => {
  const athlete = athletes[number];
  if (athlete === undefined) throw new Error(`no athlete ${number}`);
  return athlete;
};

/** Presses keys one after another, and counts every one of them, those that are held down too. */
const press = async (...keys: readonly string[]): Promise<number> => {
  for (const key of keys) await journey.desk().page.keyboard.press(key);
  return keys.reduce((sum, key) => sum + key.split('+').length, 0);
};

const type = async (text: string): Promise<number> => {
  await journey.desk().page.keyboard.type(text);
  return text.length;
};

const focused = (): Promise<string> =>
  journey.desk().page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '';
    return element?.getAttribute('aria-label') ?? label;
  });

/** Waits until what has the focus is called like this. */
const focusIs = async (name: RegExp): Promise<void> => {
  await expect.poll(focused, { timeout: 10_000 }).toMatch(name);
};

/** The code, and the sheet is there with the focus on its first set. Returns the keys beside the code's own. */
const openSheet = async (code: string): Promise<number> => {
  await focusIs(/^Sheet code$/u);
  await type(code);
  const keys = await press('Enter');
  await focusIs(/^A1 .*, set 1/u);
  return keys;
};

/** What was typed in until now, and the next code is asked for. */
const saved = async (count: number): Promise<void> => {
  const { page } = journey.desk();
  await page
    .getByRole('region', { name: 'Typed in now' })
    .getByText(count === 1 ? '1 sheet' : `${count} sheets`, { exact: true })
    .waitFor();
  await focusIs(/^Sheet code$/u);
};

const liftsOf = async (athleteId: AthleteId) => {
  const { entries } = settled(await journey.desk().client.log.list({ athleteId, kinds: ['lift'], limit: 20 }));
  return entries.flatMap((entry) => (entry.kind === 'lift' ? entry : []));
};

const squatsOf = async (athleteId: AthleteId) =>
  (await liftsOf(athleteId))
    .find(({ title }) => title === 'Session A')
    ?.sets.filter(({ exercise }) => exercise.startsWith('Back squat'))
    .map(({ reps, loadKg, rpe }) => [reps, loadKg, rpe]);

test('the palette opens a sheet by its code, and the others wait in a list', async () => {
  const { page } = journey.desk();
  await page.getByText('Runner 01').first().waitFor();
  await press('Control+i');
  await page.getByRole('heading', { name: 'Printed and not typed in yet' }).waitFor();
  await focusIs(/^Sheet code$/u);
  expect(await wcagFaults(journey.desk().page)).toEqual([]);
  await press('Control+k');
  await page.getByRole('dialog', { name: 'Find' }).waitFor();
  await type(at(0).code.toLowerCase());
  await page.getByRole('menuitem', { name: `Type in sheet ${at(0).code}` }).waitFor();
  await press('Enter');
  await focusIs(/^A1 Back squat.*, set 1, planned 4×80$/u);
  await page.getByRole('heading', { name: 'Runner 01' }).waitFor();
});

test('Enter accepts a line, a deviation is typed and echoed with plates and maximum, the foot is filled in', async () => {
  const { page } = journey.desk();
  const echo = page.locator('#typing-echo');
  await type('3*6@8');
  await echo.getByText('3 sets of 6 × 80 kg @8').waitFor();
  await echo.getByText(/25 \+ 5 a side|20 \+ 10 a side/u).waitFor();
  await echo.getByText(/e1RM ≈ 10\d kg/u).waitFor();
  expect(await wcagFaults(journey.desk().page)).toEqual([]);
  await press('Enter');
  await focusIs(/^B1 .*, set 1/u);
  await press('Control+Enter');
  await focusIs(/^Session A, how it felt/u);
  for (const text of ['4', 'left knee', '2', '7:30', '8', '55']) {
    await type(text);
    await press('Enter');
  }
  await type('hot');
  await press('Enter');
  await focusIs(/^Session B, how it felt/u);
  await press('Control+Enter');
  await saved(1);
  expect(await squatsOf(at(0).athleteId)).toEqual(Array.from({ length: 3 }, () => [6, 80, 8]));
  const sessionA = (await liftsOf(at(0).athleteId)).find(({ title }) => title === 'Session A');
  expect(sessionA).toMatchObject({ feeling: 4, rpe: 8, durationS: 3300, notes: 'hot' });
  const { entries } = settled(
    await journey.desk().client.log.list({ athleteId: at(0).athleteId, kinds: ['checkIn'], limit: 5 }),
  );
  expect(entries).toMatchObject([{ sleepH: 7.5, painScore: 2, painSite: 'left knee', painRegion: 'K' }]);
});

test('a sheet as planned takes six keys or fewer beside its code, held keys counted', async () => {
  const counts: number[] = [];
  for (let number = 1; number <= 6; number += 1) {
    let keys = await openSheet(at(number).code);
    keys += await press('Control+Enter');
    await focusIs(/^Session A, how it felt/u);
    keys += await press('Control+Enter');
    await saved(number + 1);
    counts.push(keys);
    expect(await squatsOf(at(number).athleteId)).toEqual(Array.from({ length: 3 }, () => [4, 80, undefined]));
    expect(await liftsOf(at(number).athleteId)).toHaveLength(2);
  }
  const median = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? Number.POSITIVE_INFINITY;
  expect(median, `keys of each sheet: ${counts.join(', ')}`).toBeLessThanOrEqual(6);
});

test('what cannot be is said in words, and nothing that was typed is lost', async () => {
  const { page } = journey.desk();
  await focusIs(/^Sheet code$/u);
  const { code } = at(7);
  const wrong = `${code.slice(0, 5)}${code.endsWith('4') ? '7' : '4'}`;
  await type(wrong);
  await press('Enter');
  await page.getByRole('alert').getByText('one of its letters is wrong').waitFor();
  await focusIs(/^Sheet code$/u);
  await openSheet(code);
  await type('5x900');
  await page.getByText('“5x900”: expected a load of at most 600 kg').waitFor();
  await press('Tab');
  await type('0x80');
  await press('Control+Enter');
  await focusIs(/^A1 .*, set 1/u);
  await page.locator('#typing-echo').getByText('what you typed is kept').waitFor();
  expect(await wcagFaults(journey.desk().page)).toEqual([]);
  // The next sheet scanned too early goes nowhere.
  await type(at(8).code);
  await press('Enter');
  await page.locator('#typing-echo').getByText('is the code of a sheet').waitFor();
  for (let back = 0; back < at(8).code.length; back += 1) await press('Backspace');
  await type('5x900');
  await press('Escape');
  await focusIs(/^Sheet code$/u);
  await goTo(page, '/roster');
  await page.getByText('Runner 01').first().waitFor();
  await press('Control+i');
  await openSheet(code);
  await page.getByText('still there and not saved yet').waitFor();
  expect(await page.locator('[data-field="box"]').first().inputValue()).toBe('5x900');
  await type('5,5,4@9');
  await press('Tab');
  await press('Delete');
  await press('Control+Enter', 'Control+Enter');
  await saved(8);
  expect(await squatsOf(at(7).athleteId)).toEqual([
    [5, 80, undefined],
    [5, 80, undefined],
    [4, 80, 9],
  ]);
});

test('one session is done on another day, one not at all', async () => {
  await openSheet(at(8).code);
  await type('x3');
  await press('Tab');
  await type('=');
  await press('Shift+Tab', 'Shift+Tab');
  await focusIs(/^Session A: day/u);
  await type('thu');
  await journey.desk().page.getByText('Thu 19 Nov', { exact: true }).waitFor();
  await tabTo(journey.desk().page, /^A1 Back squat.*, set 1/u);
  while (!/^A1 .*planned/u.test(await focused()) || (await inSession()) !== '1') await press('ArrowDown');
  await press('Alt+n');
  await journey.desk().page.getByText('Not done: nothing of it is recorded.').waitFor();
  await expect.poll(inSession).toBe('1');
  await press('Enter');
  await focusIs(/^Session A, how it felt/u);
  await press('Control+Enter');
  await saved(9);
  expect((await liftsOf(at(8).athleteId)).map(({ title, performedOn }) => [title, performedOn])).toEqual([
    ['Session A', '2026-11-19'],
  ]);
  expect(await squatsOf(at(8).athleteId)).toEqual([
    [3, 80, undefined],
    [4, 80, undefined],
    [4, 80, undefined],
  ]);
});

const inSession = (): Promise<string | undefined> =>
  journey
    .desk()
    .page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-session]')?.dataset['session']);

test('the tenth is undone by a key and typed again', async () => {
  const { page } = journey.desk();
  await openSheet(at(9).code);
  await press('Control+Enter', 'Control+Enter');
  await saved(10);
  await press('Alt+u');
  await page
    .getByText(`Undone: Type in sheet ${at(9).code} for Runner 10.`)
    .or(page.getByText('Taken back: what was typed in for Runner 10.'))
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Typed in now' }).getByText('9 sheets').waitFor();
  expect(await liftsOf(at(9).athleteId)).toEqual([]);
  await openSheet(at(9).code);
  await type('2*6@7.5');
  await press('Control+Enter', 'Control+Enter');
  await saved(10);
  expect(await squatsOf(at(9).athleteId)).toHaveLength(3);
  await page.getByRole('heading', { name: 'No printed sheet is waiting' }).waitFor();
});

test('before, there was nothing in the log, the chart and the proposals', () => {
  expect(before).toEqual(Array.from({ length: ATHLETES }, () => ({ sessions: 0, strengths: 0, proposals: 0 })));
});

test('the log, the chart and the proposals have changed for all ten', async () => {
  for (const { athleteId } of athletes) {
    const { sessions, strengths, proposals } = await known(athleteId);
    expect(sessions).toBe((await liftsOf(athleteId)).length);
    expect(strengths).toBeGreaterThan(0);
    expect(proposals).toBeGreaterThan(0);
  }
});

test('one key shows the proposals of everybody typed in; one is accepted', async () => {
  const { page } = journey.desk();
  await focusIs(/^Sheet code$/u);
  await press('Alt+p');
  await page.getByRole('heading', { name: 'Proposals from these results' }).waitFor();
  const first = page.getByRole('region', { name: 'Next session of Runner 01' });
  await first.getByText("3x4-6 82.5kg cap8.5 r3'").waitFor();
  await page.getByRole('region', { name: 'Next session of Runner 10' }).waitFor();
  expect(await wcagFaults(journey.desk().page)).toEqual([]);
  await pressOn(page, /^Accept \d/u);
  await page.getByText(/proposals? accepted/u).waitFor();
  const { program } = settled(await journey.desk().client.programs.forAthlete({ athleteId: at(0).athleteId }));
  const second = program?.blocks[0]?.weeks[1]?.sessions.find(({ name }) => name === 'Session A');
  expect(second?.slots[0]?.cell).toContain('82.5kg');
});

test('an earlier sheet of this sitting is taken back alone', async () => {
  const { page } = journey.desk();
  await pressOn(page, /^Undo sheet of Runner 09/u);
  await page.getByText('Taken back: what was typed in for Runner 09.').waitFor();
  expect(await liftsOf(at(8).athleteId)).toEqual([]);
  expect(await liftsOf(at(9).athleteId)).toHaveLength(2);
});

test('an older version says what has changed since it was printed, and is shown as it was typed', async () => {
  const { page, client } = journey.desk();
  const { athleteId, code } = at(1);
  const { program } = settled(await client.programs.forAthlete({ athleteId }));
  if (program === undefined) throw new Error('no program');
  const edits = [{ kind: 'cell', week: 1, session: 'Session A', label: 'A1', text: '5x2 60kg' }] as const;
  settled(await client.programs.edit({ programId: program.programId, revision: program.revision, edits }));
  settled(await client.sheets.print({ layout: 'weekly', week: WEEK, athleteIds: [athleteId] }));
  await press('Control+i');
  await openSheet(code);
  await page.getByText('A newer version of this sheet has been printed.').waitFor();
  await page.getByText(/A1: printed Back squat.*now Back squat.*5×2 @ 60 kg/u).waitFor();
  await page.getByText('recorded already; saving changes it').first().waitFor();
  expect(await wcagFaults(journey.desk().page)).toEqual([]);
});

test('a sheet of which nothing was changed leaves no step, and the next code is asked for', async () => {
  const { client } = journey.desk();
  const { steps } = settled(await client.history.list({ limit: 1 }));
  await press('Control+Enter', 'Control+Enter');
  await focusIs(/^Sheet code$/u);
  expect(settled(await client.history.list({ limit: 1 })).steps).toEqual(steps);
});

test('a rack sheet is typed in athlete by athlete', async () => {
  const { page, client } = journey.desk();
  const athleteIds = athletes.slice(2, 5).map(({ athleteId }) => athleteId);
  const order = { layout: 'rack', week: '2026-W48' as IsoWeek, day: 2, athleteIds } as const;
  const { sheets } = settled(await client.sheets.print(order));
  const code = sheets[0]?.sheetCode ?? '';
  await openSheet(code);
  for (let number = 0; number < athleteIds.length; number += 1) {
    await page.getByText(`${number + 1} of ${athleteIds.length}`, { exact: true }).waitFor();
    await focusIs(/^A1 .*, set 1/u);
    await press('Control+Enter', 'Control+Enter');
    await page
      .getByRole('region', { name: 'Typed in now' })
      .getByText(number === 0 ? `${ATHLETES} sheets` : `${code}, ${number + 1} athletes`, { exact: true })
      .waitFor();
  }
  await focusIs(/^Sheet code$/u);
  for (const athleteId of athleteIds) {
    expect((await liftsOf(athleteId)).map(({ performedOn }) => performedOn)).toContain('2026-11-23');
  }
  const { steps } = settled(await client.history.list({ limit: 1 }));
  expect(steps[0]).toMatchObject({ label: `Type in sheet ${code}`, athleteCount: athleteIds.length });
  await page.getByText(`${code}, 3 athletes`, { exact: true }).waitFor();
  await press('Alt+u');
  await page.getByText(`${code}, 3 athletes, taken back`, { exact: true }).waitFor();
  for (const athleteId of athleteIds) {
    expect((await liftsOf(athleteId)).map(({ performedOn }) => performedOn)).not.toContain('2026-11-23');
  }
});

test('without paper, today’s session is typed from the athlete’s page', async () => {
  const { page } = journey.desk();
  const { athleteId } = at(6);
  await goTo(page, `/athlete/${athleteId}/overview`);
  await page.getByRole('heading', { name: 'Runner 07' }).waitFor();
  await pressOn(page, /^Type in$/u);
  await page.getByText('without paper, as it is planned now').waitFor();
  await focusIs(/^A1 .*, set 1/u);
  expect(await wcagFaults(journey.desk().page)).toEqual([]);
  await press('Control+Enter', 'Control+Enter');
  await focusIs(/^Sheet code$/u);
  expect((await liftsOf(athleteId))[0]).toMatchObject({ title: 'Session A', performedOn: '2026-11-23' });
});

test('nothing was complained of in the console', () => {
  expect(journey.desk().complaints).toEqual([]);
});
