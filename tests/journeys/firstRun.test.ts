import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { drawnBars, openJourney, pressOn, tabTo, TODAY } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney();
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const days = (count: number, every: number): PlainDate[] =>
  Array.from({ length: count }, (_, index) => addDays(TODAY, -1 - (count - 1 - index) * every));

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An export in Strava's shape: every other column of the front part again from the fourteenth on. */
const stravaExport = (): string => {
  const head =
    'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed';
  const rows = days(40, 2).map((on, index) => {
    const date = `"${MONTHS[Number(on.slice(5, 7)) - 1]} ${Number(on.slice(8))}, ${on.slice(0, 4)}, 6:10:00 AM"`;
    const metres = 8000 + (index % 5) * 500;
    return `${9_000_000_000 + index},${date},Morning Run,Run,,2700,${(metres / 1000).toFixed(2)},,,false,,,activities/${index}.fit.gz,,,2700.0,2640.0,${metres}.0,4.1,3.2`;
  });
  return [head, ...rows].join('\n');
};

const strongExport = (): string => {
  const head =
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE';
  const rows = days(20, 4).flatMap((on, index) =>
    [1, 2, 3].flatMap((set) => [
      `${on} 18:05:00,"Heavy",50m,"Squat (Barbell)",${set},${(60 + index * 1.25).toFixed(2)},5,0,0,,,8`,
      `${on} 18:05:00,"Heavy",50m,"Deadlift (Barbell)",${set},${80 + index * 2.5},4,0,0,,,8`,
    ]),
  );
  return [head, ...rows].join('\n');
};

test('on an empty desk the palette opens the form for an athlete, and without one the doors are still there', async () => {
  const { page } = journey.desk();
  await page.getByRole('heading', { name: 'An empty desk' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Add an athlete');
  await page.getByRole('menuitem', { name: 'Add an athlete' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Add an athlete' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Add an athlete' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('heading', { name: 'An empty desk' }).isVisible()).toBe(true);
});

test('a coach with nothing but a keyboard goes from an empty desk to a printed week, and back', async () => {
  const { page } = journey.desk();

  // First run: three doors.
  await page.getByRole('heading', { name: 'An empty desk' }).waitFor();
  await pressOn(page, /^Import my athletes/);

  // Import: two exports of somebody new.
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await pressOn(page, /Choose files/);
  await (
    await chooser
  ).setFiles([
    { name: 'activities.csv', mimeType: 'text/csv', buffer: Buffer.from(stravaExport()) },
    { name: 'strong.csv', mimeType: 'text/csv', buffer: Buffer.from(strongExport()) },
  ]);
  await tabTo(page, /Whose are all 2 files/);
  await page.keyboard.type('New ath');
  await page.getByRole('option', { name: 'New athlete…' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, /Name of the new athlete/);
  await page.keyboard.type('New Runner');
  const importing = page.getByRole('button', { name: /^Import 40 runs and 120 sets/ });
  // Each letter of the name has the files read again: the button is there to stay once it is enabled at two looks in a row.
  const isSettled = async (): Promise<boolean> => {
    const isEnabled = await importing.isEnabled();
    await page.waitForTimeout(500);
    return isEnabled && (await importing.isEnabled());
  };
  await expect.poll(isSettled, { timeout: 15_000 }).toBe(true);
  // Once round the whole desk: passing a field by changes nothing.
  await page.keyboard.press('Tab');
  await tabTo(page, /Name of the new athlete/);
  expect(await page.getByLabel('Name of the new athlete').inputValue()).toBe('New Runner');
  await pressOn(page, /^Import 40 runs and 120 sets/);

  // Chart: forty runs and two lifts, in a picture and in words.
  await page.getByText('Open New Runner').waitFor();
  await pressOn(page, /Open New Runner/);
  await page.getByRole('heading', { name: 'New Runner' }).waitFor();
  await page.getByRole('heading', { name: 'Strength against running' }).waitFor();
  await expect.poll(() => drawnBars(page, 'easyRun')).toBeGreaterThan(10);
  await expect.poll(() => page.locator('.trend').count()).toBe(2);
  await tabTo(page, /Week read out/);
  await page.keyboard.press('ArrowLeft');
  const words = page.getByTestId('week-in-words');
  await expect.poll(() => words.innerText()).toMatch(/km in \d runs/);
  expect(await words.innerText()).toMatch(/Back squat \(parallel\) \d+ kg \(\d+–\d+\)/);

  // Assign the start ramp from this Monday.
  await page.keyboard.press('Control+Home');
  await page.locator('main').focus();
  await pressOn(page, /^Assign…/);
  await page.getByRole('button', { name: 'Assign to 1 athlete' }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Assign to 1 athlete' }).isEnabled()).toBe(true);
  await pressOn(page, /^Assign to 1 athlete/);
  await page.getByText('Start ramp assigned to 1 athlete.').waitFor();

  // Preview: the page itself, reached by the palette.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('print this week');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sheets' }).waitFor();
  await expect.poll(() => page.getByText('Session A').count()).toBeGreaterThan(0);
  const { sheets } = await journey
    .desk()
    .client.sheets.week({ week: '2026-W48' as never })
    .then((reply) => {
      if (!reply.ok) throw new Error(reply.error.tag);
      return reply.value;
    });
  const target = sheets[0]?.panels[0]?.rows[0]?.lines[0]?.target ?? 'no target';

  // PDF: one page, the athlete's, with the loads that the service resolves.
  const download = page.waitForEvent('download', { timeout: 60_000 });
  await page.locator('main').focus();
  await pressOn(page, /^Save PDF/);
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(await (await download).path())));
  const { text } = await extractText(pdf, { mergePages: true });
  expect(pdf.numPages).toBe(1);
  expect(text).toContain('New Runner');
  expect(text.replace(/\s+/g, ' ')).toContain(/@ [\d.]+ kg/.exec(target)?.[0] ?? target);

  // Undo by name, also across a restart.
  await page.locator('main').focus();
  await page.keyboard.press('Control+z');
  await page.getByText(/^Undone: Assign start ramp/).waitFor();
  await page.getByText('Nothing to print for this week').waitFor();
  await journey.desk().restart();
  const again = journey.desk().page;
  await again.getByRole('grid', { name: 'Athletes' }).waitFor();
  await expect.poll(() => again.getByText('New Runner').count()).toBeGreaterThan(0);
  await again.getByRole('button', { name: 'Undo: Import 2 files' }).waitFor();
  await again.keyboard.press('Control+y');
  await again.getByText(/^Done again: Assign start ramp/).waitFor();
  await again.getByRole('button', { name: /^Undo: Assign start ramp/ }).waitFor();

  expect(journey.desk().complaints).toEqual([]);
}, 180_000);
