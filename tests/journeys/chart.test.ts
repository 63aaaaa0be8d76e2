import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import { drawnBars, goTo, openJourney } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;
const athleteId = 1 as AthleteId;

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client, page } = journey.desk();
  const made = await client.app.createSample({ athletes: 2, years: 2, seed: 1 });
  if (!made.ok) throw new Error(made.error.tag);
  await goTo(page, '/athlete/1/overview');
  await page.getByTestId('week-in-words').waitFor();
}, 120_000);

afterAll(async () => {
  await journey.close();
});

const weeksOf = async (weeks: number) => {
  const reply = await journey.desk().client.analysis.strengthAgainstRunning({ athleteId, weeks });
  if (!reply.ok) throw new Error(reply.error.tag);
  return reply.value.weeks;
};

const runningPanel = async () => {
  const box = await journey.desk().page.locator('figure').nth(1).boundingBox();
  if (box === null) throw new Error('no running panel');
  return box;
};

test('hovering a week reads all its values in words, and they are that week’s', async () => {
  const { page } = journey.desk();
  const box = await runningPanel();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const words = page.getByTestId('week-in-words');
  await expect.poll(() => words.innerText()).toMatch(/from \d+ \w+/);
  const said = await words.innerText();
  const weeks = await weeksOf(26);
  const found = weeks.find((week) =>
    said.includes(`${(week.runM / 1000).toFixed(1).replace(/\.0$/, '')} km in ${week.runs} run`),
  );
  expect({ said, found: found?.startsOn }).toMatchObject({ found: expect.any(String) });
});

test('dragging across weeks zooms into them, and one button shows the whole range again', async () => {
  const { page } = journey.desk();
  const box = await runningPanel();
  const bars = (): Promise<number> => drawnBars(page, 'easyRun');
  const before = await bars();
  await page.mouse.move(box.x + 400, box.y + 80);
  await page.mouse.down();
  await page.mouse.move(box.x + 800, box.y + 80, { steps: 8 });
  await page.mouse.up();
  await expect.poll(bars).toBeLessThan(before);
  await page.getByRole('button', { name: 'Whole range' }).click();
  await expect.poll(bars).toBe(before);
});

test('the table holds every week of the chart, newest first, with the same distances', async () => {
  const { page } = journey.desk();
  await page.getByRole('button', { name: 'Table' }).click();
  const rows = page.getByRole('region', { name: 'Strength against running' }).locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(26);
  const weeks = await weeksOf(26);
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent ?? '')),
  );
  expect(cells).toEqual(weeks.toReversed().map((week) => [week.startsOn, String(Math.round(week.runM / 100) / 10)]));
  await page.getByRole('button', { name: 'Chart' }).click();
});

test.each([
  ['Save the chart as PNG', '\u0089PNG'],
  ['Save the chart as SVG', '<svg'],
  // The mark by which spreadsheets know UTF-8, then the heading.
  ['Save the numbers as CSV', '\u00EF\u00BB\u00BFWeek of,'],
])('%s gives such a file', async (button, beginning) => {
  const { page } = journey.desk();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const bytes = await readFile(await (await download).path());
  expect(bytes.length).toBeGreaterThan(500);
  expect(bytes.toString('latin1').startsWith(beginning)).toBe(true);
});

test('beneath the chart the three loads, or form, are drawn for the same weeks, each kept apart', async () => {
  const { page, client } = journey.desk();
  const chart = page.getByRole('region', { name: 'Strength against running' });
  const weeks = await weeksOf(26);
  const from = weeks[0]?.startsOn;
  if (from === undefined) throw new Error('no weeks');
  const reply = await client.analysis.weekLoads({ athleteId, from, weeks: 26 });
  if (!reply.ok) throw new Error(reply.error.tag);
  const loads = reply.value.weeks;
  expect(loads.map(({ startsOn }) => startsOn)).toEqual(weeks.map(({ startsOn }) => startsOn));
  await chart.getByRole('button', { name: /Panel beneath/u }).click();
  await page.getByRole('option', { name: 'Three loads' }).click();
  const beneath = chart.locator('figure').last();
  await beneath.getByText('Loads, % of the mean of four weeks before').waitFor();
  // The week that is read out: its figures stand beside the names.
  const at = loads.findLastIndex(({ runs, hardSets }) => runs !== undefined && hardSets !== undefined);
  await chart.getByRole('slider', { name: 'Week read out' }).fill(String(at));
  await expect.poll(() => beneath.innerText()).toContain(`Running, distance ${Math.round(loads[at]?.runs ?? -1)} %`);
  expect(await beneath.innerText()).toContain(`Legs, hard sets ${Math.round(loads[at]?.hardSets ?? -1)} %`);
  await chart.getByRole('button', { name: /Panel beneath/u }).click();
  await page.getByRole('option', { name: 'Form' }).click();
  await expect.poll(() => chart.innerText()).toContain(`Fitness ${Math.round(loads[at]?.form?.ctl ?? -1)}`);
});

test('blocks are compared when they are asked for', async () => {
  const { page, client } = journey.desk();
  const reply = await client.insights.blocks({ athleteId });
  if (!reply.ok) throw new Error(reply.error.tag);
  const { blocks } = reply.value;
  expect(blocks.length).toBeGreaterThan(0);
  await page.getByText('Blocks compared').click();
  const panel = page.getByRole('region', { name: 'Blocks compared' });
  await expect.poll(() => panel.locator('tbody tr').count()).toBe(blocks.length);
  const [newest] = blocks;
  const first = await panel.locator('tbody tr').first().innerText();
  expect(first).toContain(newest?.block ?? 'none');
  expect(first).toContain(`${newest?.liftSessions} of ${newest?.sessions}`);
});

test('nothing was complained of in the console', () => {
  expect(journey.desk().complaints).toEqual([]);
});
