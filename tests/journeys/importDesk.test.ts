import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAthlete, settled } from '../service/openDesk.ts';
import { wcagFaults } from './axeFaults.ts';
import { goTo, openJourney } from './desk.ts';

/** Thirty files of ten athletes at once: three questions, one import, and one file of it taken back. */

const NAMES = [
  'Ana Duarte',
  'Ana Martins',
  'Ben Okafor',
  'Chloé Laurent',
  'Dieter Vogel',
  'Emma Lindqvist',
  'Femi Adeyemi',
  'Grace Kim',
  'Hugo Ferrand',
  'Ines Castro',
] as const;

let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney({ width: 1440, height: 900 });
  const { client, page } = journey.desk();
  for (const name of NAMES) await addAthlete({ client }, name);
  await goTo(page, '/import');
}, 60_000);

afterAll(async () => {
  await journey.close();
});

interface Sent {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const sent = (name: string, lines: readonly string[]): Sent => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

const two = (number: number): string => String(number).padStart(2, '0');

/** Runs of a watch: no two athletes begin at the same second. */
const garmin = (who: number, name: string): Sent =>
  sent(name, [
    'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length,Moving Time,Elapsed Time',
    ...[2, 4, 6, 9].map(
      (dayOfMonth) =>
        `Running,2026-11-${two(dayOfMonth)} 07:${two(who)}:10,false,"Morning","${8 + who / 10}","500","00:45:00","150","165","2.5","172","182","5:20","4:50","40","41","1.10","00:45:00","00:45:20"`,
    ),
  ]);

/** The first two of those runs as Strava has them, an hour behind: it prints UTC. */
const strava = (who: number, name: string): Sent =>
  sent(name, [
    'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Relative Effort,Commute,Activity Gear,Filename',
    ...[2, 4].map(
      (dayOfMonth) =>
        `${9000 + who * 10 + dayOfMonth},"Nov ${dayOfMonth}, 2026, 6:${two(who)}:12 AM",Dawn with the club,Run,,2720,${8 + who / 10},,false,,activities/${who}.fit.gz`,
    ),
  ]);

const strong = (who: number, name: string, exercise = 'Squat (Barbell)'): Sent =>
  sent(name, [
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
    ...[3, 5].flatMap((dayOfMonth) =>
      [1, 2, 3].map(
        (set) => `2026-11-${two(dayOfMonth)} 18:${two(who)}:00,"Legs",50m,"${exercise}",${set},${60 + who},5,0,0,,,8`,
      ),
    ),
  ]);

const scale = (who: number, name: string): Sent =>
  sent(name, [
    'Date,"Weight (kg)","Fat mass (kg)","Bone mass (kg)","Muscle mass (kg)","Hydration (kg)",Comments',
    ...[1, 8, 15].map((dayOfMonth) => `"2026-11-${two(dayOfMonth)} 06:30:${two(who)}",${60 + who}.4,,,,,`),
  ]);

/** Nobody can tell 3 April from 4 March. */
const undated = (name: string): Sent =>
  sent(name, ['Date,Exercise,Weight (kg),Reps', '03/04/2026,Deadlift,100,5', '05/04/2026,Deadlift,102.5,5']);

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

const thirty = (): Sent[] =>
  NAMES.flatMap((name, who) => [
    garmin(who, who === 2 ? 'activities.csv' : `${slug(name)}-activities.csv`),
    who === 0 ? strava(who, 'ana-duarte-strava.csv') : scale(who, `${slug(name)} weight.csv`),
    who === 4
      ? undated('vogel_dieter.csv')
      : strong(who, `strong ${name}.csv`, who === 7 ? 'Hill thing with the sled' : undefined),
  ]);

test('thirty files are dropped, and all but one say whose they are', async () => {
  const { page } = journey.desk();
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(thirty());
  await page.getByText('Say whose one file is.').waitFor();
  expect(await page.getByRole('combobox', { name: 'Whose is the file that does not say it?' }).inputValue()).toBe('');
  const card = page.getByRole('group', { name: 'ana-martins weight.csv' });
  expect(await card.getByRole('combobox', { name: 'Athlete' }).inputValue()).toBe('Ana Martins');
  await card.getByText('Named by the file.').waitFor();
  // The same runs from the watch and from Strava are told as one.
  await page.getByRole('group', { name: 'ana-duarte-strava.csv' }).getByText('2 runs that another app').waitFor();
});

test('three questions are answered in place: whose, which comes first in the dates, which exercise', async () => {
  const { page, complaints } = journey.desk();
  await page
    .getByRole('group', { name: 'activities.csv', exact: true })
    .getByRole('combobox', { name: 'Athlete' })
    .fill('Ben');
  await page.getByRole('option', { name: 'Ben Okafor' }).click();

  await page
    .getByRole('group', { name: 'vogel_dieter.csv' })
    .getByRole('button', { name: /Dates are written/ })
    .click();
  await page.getByRole('option', { name: /^Day first/ }).click();
  await page.getByText(/3 Apr 2026/).waitFor();

  await page.getByRole('combobox', { name: '“Hill thing with the sled” is' }).fill('Step-up');
  await page
    .getByRole('option', { name: /Step-up, low/ })
    .first()
    .click();
  await page.getByRole('cell', { name: 'your answer' }).waitFor();
  expect(await wcagFaults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('all thirty are imported, each to its athlete', async () => {
  const { page, client } = journey.desk();
  await page.getByRole('button', { name: /^Import .* for 10 athletes/ }).click();
  await page.getByRole('region', { name: 'What was imported' }).waitFor();
  const { athletes } = settled(await client.athletes.list({}));
  for (const { athleteId, name } of athletes) {
    const stats = settled(await client.analysis.stats({ athleteId }));
    expect([name, stats.runs, stats.sets]).toEqual([name, 4, name === 'Dieter Vogel' ? 2 : 6]);
  }
  const [drop] = settled(await client.imports.list({})).imports;
  expect(drop?.files).toHaveLength(30);
});

test('one of the thirty is taken back, and the other twenty-nine stay; so it can be undone', async () => {
  const { page, client, complaints } = journey.desk();
  await page.getByRole('region', { name: 'What was imported' }).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: '30 files', exact: true }).click();
  await page.getByRole('button', { name: /^Take back strong Grace Kim.csv/ }).click();
  await page.getByText('Taken back: 2 entries removed.').waitFor();
  const sets = async (name: string): Promise<number> => {
    const { athleteId } = settled(await client.athletes.find({ name }));
    return settled(await client.analysis.stats({ athleteId })).sets;
  };
  expect([await sets('Grace Kim'), await sets('Hugo Ferrand')]).toEqual([0, 6]);
  const [drop] = settled(await client.imports.list({})).imports;
  expect(drop?.takenBackAt).toBeUndefined();
  expect(drop?.files.filter(({ takenBackAt }) => takenBackAt !== undefined).map(({ file }) => file)).toEqual([
    'strong Grace Kim.csv',
  ]);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => sets('Grace Kim')).toBe(6);
  expect(complaints).toEqual([]);
});

test('the same thirty again bring nothing, and each is known by what is there already', async () => {
  const { page } = journey.desk();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /(?:Choose|Add) files/ }).click();
  await (await chooser).setFiles(thirty().filter(({ name }) => name !== 'vogel_dieter.csv'));
  await page.getByText('Everything in these files is there already.').waitFor();
  // It has no name, and it is Ben's: his entries are in it.
  const card = page.getByRole('group', { name: 'activities.csv', exact: true });
  expect(await card.getByRole('combobox', { name: 'Athlete' }).inputValue()).toBe('Ben Okafor');
  await card.getByText('Has entries of this file already.').waitFor();
});
