import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import { addDays } from '../../src/domain/kernel/plainDate.ts';
import { addLifter, addProgram } from '../service/calendar/calendarDesk.ts';
import { day, lookInto, settled } from '../service/openDesk.ts';
import { axeFaults } from './axeFaults.ts';
import { goTo, openJourney, pressOn } from './desk.ts';

const MONDAY = day('2026-11-30');

let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney();
}, 60_000);

afterAll(async () => {
  await journey.close();
});

const show = async (athleteId: AthleteId): Promise<void> => {
  const { page } = journey.desk();
  await goTo(page, `/calendar?athlete=${athleteId}&week=2026-W49`);
  await page.getByRole('grid', { name: 'Week' }).waitFor();
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
};

/** The half of a day, by what it is called. */
const cell = (name: string) => journey.desk().page.getByRole('gridcell', { name: new RegExp(`^${name}`, 'u') });

const live = () =>
  journey
    .desk()
    .page.locator('[role="status"]')
    .filter({ hasText: /Arrows move|Lift|[ABC] on/u })
    .first();

const plan = (rank: string) => journey.desk().page.getByRole('region', { name: rank, exact: true });

const standingAt = (name: string): Promise<string> => cell(name).innerText();

test.each([
  [
    'Tue Q\nThu E\nSun L',
    'A Tue PM · B Fri AM',
    '4.63',
    ['2', '47 h 15 min before the next long run', 'on a day without a run', '61 h between two lifts'],
  ],
  [
    'Tue Q\nWed E\nFri E\nSun L',
    'A Tue PM · B Fri PM',
    '5.92',
    ['36 h 15 min before the next long run', 'on a day with an easy run'],
  ],
  ['Mon E\nTue Q\nThu E\nFri Q\nSun L', 'A Tue PM · B Fri PM', '3.92', ['36 h 15 min before the next long run']],
  ['Mon E\nTue Q\nWed E\nThu E\nFri Q\nSun L', 'A Tue PM · B Fri PM', '3.92', ['36 h 15 min before the next long run']],
  [
    'Mon E\nTue Q\nWed E\nThu E\nFri Q\nSat E\nSun L',
    'A Tue PM · B Fri PM',
    '3.92',
    ['36 h 15 min before the next long run'],
  ],
])(
  'the runs %j are typed into the calendar, and it places the two lifts as the worked week says',
  async (runs, best, cost, parts) => {
    const { page, client } = journey.desk();
    const details = `Worked ${runs.split('\n').length}`;
    const athleteId = await addLifter({ client }, { name: details, runs: 'Xxx E', startsOn: MONDAY, weeks: 1 });
    const { details: before } = settled(await client.athletes.open({ athleteId }));
    const usualWeek = before.usualWeek.map((one) => ({ ...one, run: 'rest' as const }));
    const bare = JSON.parse(JSON.stringify({ ...before, usualWeek }));
    settled(await client.athletes.edit({ athleteId, details: bare }));
    await show(athleteId);
    await pressOn(page, /^Plan runs/u);
    await page.keyboard.type(runs);
    // Week after week: what stands on the Monday after counts too.
    await page.getByRole('textbox', { name: 'So many times, one after the other' }).fill('2');
    await page.keyboard.press('Tab');
    const planned = 2 * runs.split('\n').length;
    await page.getByRole('button', { name: `Plan ${planned} days` }).click();
    await page.getByText(`The running of ${planned} days is planned.`).waitFor();
    const offered = plan('Best');
    await expect.poll(() => offered.innerText()).toContain(best);
    const text = await offered.innerText();
    expect(text).toContain(cost);
    for (const part of parts) expect(text).toContain(part);
    await pressOn(page, /^Use the best/u);
    await page
      .getByText(/lifts? moved/u)
      .first()
      .waitFor();
    await expect.poll(() => plan('As it stands').innerText()).toContain(best);
    expect(await plan('As it stands').innerText()).toContain(cost);
    // What stands already need not be used, but in the weeks after it, too.
    expect(await offered.innerText()).toContain('Best, as it stands');
    expect(await offered.getByRole('button', { name: /^Use/u }).count()).toBe(0);
  },
  60_000,
);

test('a lift is carried by the keyboard onto the evening before intervals, the warning is read, and it is put back', async () => {
  const { page, client } = journey.desk();
  const athleteId = await addLifter(
    { client },
    { name: 'Ana Duarte', runs: 'Mon E, Tue Q, Thu E, Fri Q, Sun L', startsOn: MONDAY, weeks: 1 },
  );
  settled(await client.calendar.placeLifts({ athleteIds: [athleteId], from: MONDAY, weeks: 1, choice: 1 }));
  await show(athleteId);
  await cell('Tuesday evening').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(() => live().innerText())
    .toContain('A on Monday evening breaks a rule: 12 h 15 min before the quality run on Tuesday; 24 h are asked for.');
  expect(await cell('Monday evening').textContent()).toContain('breaks a rule');
  expect(await cell('Tuesday evening').textContent()).toContain('fits');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect
    .poll(() => live().innerText())
    .toContain('A on Wednesday morning is allowed, and there is a better place.');
  await page.keyboard.press('Escape');
  await expect.poll(() => standingAt('Tuesday evening')).toContain('A');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Tuesday evening');
});

test('the second best is accepted, in one step that undo takes back', async () => {
  const { page } = journey.desk();
  await expect.poll(() => plan('Second best').innerText()).toContain('A Wed AM · B Fri PM');
  expect(await plan('Second best').innerText()).toContain('8.85');
  await pressOn(page, /^Use the second best/u);
  await expect.poll(() => standingAt('Wednesday morning')).toContain('A');
  await page.getByRole('button', { name: /Place the lifts of 1 athlete/u }).click();
  await expect.poll(() => standingAt('Tuesday evening')).toContain('A');
});

test('a rule is overridden once, with a reason that stays beside the lift', async () => {
  const { page } = journey.desk();
  await cell('Tuesday evening').focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'A on Monday evening?' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('12 h 15 min before the quality run on Tuesday; 24 h are asked for');
  expect(await dialog.getByRole('button', { name: 'Move it all the same' }).isDisabled()).toBe(true);
  await page.keyboard.type('the only evening with a gym');
  await page.keyboard.press('Enter');
  await expect.poll(() => standingAt('Monday evening')).toContain('the only evening with a gym');
  expect(await plan('As it stands').innerText()).toContain('breaks a rule');
});

/** A hand moves in steps; a drag that jumps is not seen by what it jumps over. */
const dragOver = async (name: string): Promise<void> => {
  const box = await cell(name).boundingBox();
  if (box === null) throw new Error(`${name} is not on the screen`);
  await journey.desk().page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 10 });
};

test('a lift is dragged, and its half of the day is coloured on the way', async () => {
  const { page } = journey.desk();
  const chip = cell('Friday evening').locator('[draggable="true"]');
  await chip.hover();
  await page.mouse.down();
  await dragOver('Saturday evening');
  await expect.poll(() => live().innerText()).toContain('B on Saturday evening breaks a rule');
  await dragOver('Wednesday evening');
  await expect.poll(() => live().innerText()).toContain('B on Wednesday evening is allowed');
  await page.mouse.up();
  await expect.poll(() => standingAt('Wednesday evening')).toContain('B');
});

test('lifting gives way to running by one slider, with every set that goes shown first', async () => {
  const { page, client } = journey.desk();
  const athleteId = await addLifter({ client }, { name: 'Dora Vale', runs: 'Tue Q', startsOn: MONDAY });
  const days = [0, 7, 14, 21].map((at) => ({
    on: addDays(MONDAY, at + 1),
    runs: [{ kind: 'easy' as const, distanceM: at === 14 ? 30_000 : 20_000 }],
  }));
  settled(await client.calendar.planRuns({ athleteId, days }));
  await show(athleteId);
  await page.getByRole('button', { name: /^Ease lifting/u }).click();
  const dialog = page.getByRole('dialog', { name: 'Ease Winter where running rises' });
  await expect.poll(() => dialog.innerText()).toContain('30 km, +50 %; 6 → 4 sets');
  expect(await dialog.innerText()).toContain('B A1 Back squat (parallel) 3 → 1');
  await dialog.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => dialog.innerText()).toContain('No week that is still to come has to give way.');
  await page.keyboard.press('End');
  await expect.poll(() => dialog.innerText()).toContain('6 → 4 sets');
  await dialog.getByRole('button', { name: 'Ease 1 week' }).click();
  await page.getByText('Lifting is eased in 1 week.').waitFor();
  for (let step = 0; step < 5; step += 1) settled(await client.history.undo({}));
});

test('a week of travel, two races on a day and too many programs are said in words', async () => {
  const { page, client } = journey.desk();
  const athleteId = await addLifter(
    { client },
    { name: 'Ben Okafor', runs: 'Tue Q, Sun L', startsOn: MONDAY, weeks: 1 },
  );
  await addProgram({ client }, athleteId, { name: 'Extra', startsOn: MONDAY, sessions: 2, weeks: 1 });
  for (const name of ['City 10', 'Club mile'])
    settled(await client.races.add({ athleteId, race: { name, racedOn: day('2026-12-06'), priority: 'C' } }));
  await show(athleteId);
  const panel = page.getByRole('complementary', { name: 'Place lifts' });
  await expect.poll(() => panel.innerText()).toContain('City 10 and Club mile are both on 6 Dec');
  expect(await panel.innerText()).toContain('4 lifts of the legs in this week; 3 at most (R2.3)');
  settled(await client.history.undo({}));
  await pressOn(page, /^Travel and habits/u);
  await page.getByRole('textbox', { name: 'Where or why' }).fill('Porto');
  await page.getByRole('button', { name: 'Keep these days free' }).click();
  await page.getByRole('button', { name: /^Remove travel/u }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => standingAt('Wednesday morning')).toContain('Travel: Porto');
  expect(await panel.innerText()).not.toContain('NaN');
});

test('a lift more than the phase allows is left out of every plan, red wherever it is carried, and kept with a reason', async () => {
  const { page, client } = journey.desk();
  const runs = 'Tue Q, Sun L';
  const athleteId = await addLifter({ client }, { name: 'Kim Three', runs, startsOn: MONDAY, sessions: 3, weeks: 1 });
  const { open } = settled(await client.programs.grid({ athleteId }));
  if (open === undefined) throw new Error('no program');
  const { programId, revision } = open;
  const block = { kind: 'block' as const, week: 1, startsHere: true, name: 'Build', goal: '', phase: 'build' as const };
  settled(await client.programs.edit({ programId, revision, edits: [block] }));
  await show(athleteId);
  const panel = page.getByRole('complementary', { name: 'Place lifts' });
  await expect
    .poll(() => panel.innerText(), { timeout: 10_000 })
    .toContain('2 at most in a build block (R2.12). C is left out');
  expect(await plan('Best').innerText()).not.toContain('C ');
  await page.getByRole('button', { name: 'Keep C, with a reason…' }).click();
  await page.getByRole('dialog', { name: 'C on Wednesday evening?' }).waitFor();
  await page.keyboard.type('only day with a coach');
  await page.getByRole('button', { name: 'Keep it there' }).click();
  await page.getByText('C stays on Wednesday evening, with your reason.').waitFor();
  await expect
    .poll(() => plan('As it stands').innerText(), { timeout: 10_000 })
    .toContain('Kept because: only day with a coach.');
  await cell('Wednesday evening').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  const tooMany = '3 lifts of the legs in this week; 2 at most in a build block (R2.12)';
  await expect
    .poll(() => live().innerText(), { timeout: 10_000 })
    .toContain(`C on Thursday evening breaks a rule: ${tooMany}`);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'C on Thursday evening?' }).getByText(tooMany).waitFor();
  await page.keyboard.type('last week of the camp');
  await page.keyboard.press('Enter');
  await page.getByText('C moved to Thursday evening, with your reason.').waitFor();
  await expect
    .poll(() => panel.innerText(), { timeout: 10_000 })
    .toContain('C stays where you put it, with your reason.');
  await expect
    .poll(() => plan('As it stands').innerText(), { timeout: 10_000 })
    .toContain('Kept because: last week of the camp.');
});

test('an export of planned workouts becomes lines to look through, and then the plan', async () => {
  const { page, client } = journey.desk();
  const athleteId = await addLifter(
    { client },
    { name: 'Jun TrainingPeaks', runs: 'Tue Q', startsOn: MONDAY, weeks: 1 },
  );
  await show(athleteId);
  await pressOn(page, /^Plan runs/u);
  const dialog = page.getByRole('dialog', { name: 'Plan the running of Jun TrainingPeaks' });
  const buffer = Buffer.from(
    [
      'Title,WorkoutType,WorkoutDescription,PlannedDuration,PlannedDistanceInMeters,WorkoutDay',
      'Cruise intervals,Run,,1.1,,2026-12-01',
      'Long run,Run,,,24000,2026-12-06',
      'Ride,Bike,,2,,2026-12-03',
    ].join('\n'),
  );
  await dialog.getByLabel('File of runs').setInputFiles({ name: 'workouts.csv', mimeType: 'text/csv', buffer });
  await dialog.getByText('2 days from the file. Left out: 1 workout of other sports.').waitFor();
  expect(await dialog.getByRole('textbox').first().inputValue()).toBe(
    '2026-12-01 Q 66min Cruise intervals\n2026-12-06 L 24km Long run',
  );
  await dialog.getByRole('button', { name: 'Plan 2 days' }).click();
  await dialog.waitFor({ state: 'detached' });
  const span = { from: MONDAY, to: addDays(MONDAY, 6), athleteIds: [athleteId] };
  const planned = async () => {
    const { athletes } = settled(await client.calendar.view(span));
    const written = athletes[0]?.runs.filter(({ source }) => source === 'written');
    return written?.map(({ on, kind, durationS, distanceM }) => [on, kind, durationS, distanceM]);
  };
  await expect.poll(planned).toEqual([
    ['2026-12-01', 'quality', 3960, undefined],
    ['2026-12-06', 'long', undefined, 24_000],
  ]);
});

test('a run on another day of its week is told as moved, where it was planned and where it was done', async () => {
  const { page, client, databaseFile } = journey.desk();
  const athleteId = await addLifter({ client }, { name: 'Chloé Martin', runs: 'Tue Q, Sun L', startsOn: MONDAY });
  lookInto(databaseFile, (connection) =>
    connection
      .prepare(
        `INSERT INTO run (athlete_id, performed_on, sport, is_treadmill, is_key, distance_m, source)
         VALUES (?, '2026-11-18', 'run', 0, 1, 9000, 'test')`,
      )
      .run(athleteId),
  );
  await goTo(page, `/calendar?athlete=${athleteId}&week=2026-W47`);
  await expect.poll(() => standingAt('Tuesday morning')).toContain('done on another day');
  expect(await standingAt('Wednesday morning')).toContain('9 km for Tue');
  expect(await standingAt('Sunday morning')).toContain('not done');
  await page.getByText('Month', { exact: true }).click();
  await page.getByRole('grid', { name: 'Six weeks of Chloé Martin' }).waitFor();
  settled(await client.history.undo({}));
  settled(await client.history.undo({}));
  settled(await client.history.undo({}));
});

test('everybody’s lifts are placed at once, after what would change was shown', async () => {
  const { page } = journey.desk();
  await goTo(page, '/calendar?week=2026-W49');
  await page.getByRole('button', { name: /^Place the lifts of these 9/u }).click();
  const dialog = page.getByRole('dialog', { name: 'Place the lifts of 9 athletes' });
  await dialog.getByText('Ben Okafor').waitFor();
  const shown = await dialog.innerText();
  expect(shown).toMatch(/2026-W49: A Mon PM → Tue PM/u);
  expect(shown).toContain('left as it is.');
  expect(shown).toContain('C stays where you put it, with your reason.');
  await dialog.getByRole('button', { name: /^Move \d+ lifts$/u }).click();
  await page.getByText(/\d lifts of \d athletes? moved/u).waitFor();
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in %s, also while a lift is carried and in every span',
  async (colorScheme) => {
    const { page } = journey.desk();
    await page.emulateMedia({ colorScheme });
    await page
      .locator('td', { has: page.locator('[draggable="true"]') })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    for (const span of ['Month', 'Day', 'Week']) {
      await page.getByText(span, { exact: true }).click();
      await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
    }
    expect(journey.desk().complaints).toEqual([]);
  },
);

test('a lift on a day that has no time for it is not said to stand well', async () => {
  const { client } = journey.desk();
  const athleteId = await addLifter(
    { client },
    { name: 'Nora Short', runs: 'Tue Q, Thu E, Sun L', startsOn: MONDAY, weeks: 1 },
  );
  settled(await client.calendar.placeLifts({ athleteIds: [athleteId], from: MONDAY, weeks: 1, choice: 1 }));
  const { details: before } = settled(await client.athletes.open({ athleteId }));
  const usualWeek = before.usualWeek.map((one) => ({ ...one, liftMinutes: 5 }));
  settled(await client.athletes.edit({ athleteId, details: JSON.parse(JSON.stringify({ ...before, usualWeek })) }));
  await show(athleteId);
  await expect.poll(() => plan('As it stands').innerText()).toContain('breaks a rule');
  expect(await plan('As it stands').innerText()).toMatch(/A: 5 min for lifting on this day; the session takes \d+/u);
});
