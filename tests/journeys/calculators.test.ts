import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from './axeFaults.ts';
import { openJourney, pressOn, tabTo } from './desk.ts';

let journey: Awaited<ReturnType<typeof openJourney>>;

beforeAll(async () => {
  journey = await openJourney({ width: 1024, height: 700 });
}, 60_000);

afterAll(async () => {
  await journey.close();
});

/** Finds a calculator by what a coach would call it and opens it: search, then its button. */
const openCalculator = async (typed: string, title: string): Promise<void> => {
  const { page } = journey.desk();
  await tabTo(page, /Search calculators/);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(typed);
  await pressOn(page, new RegExp(`^${title.replace('?', String.raw`\?`)}`));
  await page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
};

const fill = async (label: RegExp, text: string): Promise<void> => {
  const { page } = journey.desk();
  await tabTo(page, label);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
};

/** What the calculator answers, as it is read out. */
const answer = (): Promise<string | null> => journey.desk().page.getByRole('status', { name: 'Answer' }).textContent();

test('the science screen is reached, and a maximum worked out, without a mouse', async () => {
  const { page } = journey.desk();
  await pressOn(page, /^Science$/);
  await page.getByRole('heading', { level: 1, name: 'Science' }).waitFor();
  await openCalculator('to failure', 'One-rep max from a set to failure');
  await fill(/^Load/, '140');
  await fill(/^Repetitions/, '8');
  await expect.poll(answer).toContain('177.33 kg');
});

test('plates: what stands on each side, and never a plate that the gym has not', async () => {
  await openCalculator('load the bar', 'Load the bar');
  await fill(/^Wanted/, '80');
  await fill(/^Pairs of plates/, '20x1, 15x2');
  await expect.poll(answer).toContain('On the bar80');
  await expect.poll(answer).toContain('Plates on each side15 · 15');
});

test('back after two months: strength kept, and what the load is multiplied by', async () => {
  await openCalculator('after a break', 'Load factor after a break');
  await fill(/^Days without lifting/, '60');
  await expect.poll(answer).toContain('Strength kept0.9025');
  await expect.poll(answer).toContain('planned load times0.81225');
});

test('levers: a set more at more load is a fault; fewer repetitions pay for it', async () => {
  await openCalculator('levers', 'Which levers rise?');
  await expect.poll(answer).toContain('RaisedVOLUME · INTENSITY');
  await expect.poll(answer).toContain('too many levers');
  await fill(/^Per cent before/, '80');
  await fill(/^Sets next/, '3');
  await fill(/^Repetitions next/, '4');
  await fill(/^Per cent next/, '85');
  await expect.poll(answer).toContain('RaisedINTENSITY');
  await expect.poll(answer).toContain('Faultsnone');
});

test('a gate says what it does not know', async () => {
  await openCalculator('gate 1', 'Gate 1: from once a week to twice');
  await expect.poll(answer).toContain('Gatepass');
  await expect.poll(answer).toContain('Becausenone');
  await fill(/^Run in three weeks/, '86');
  await expect.poll(answer).toContain('Gatefail');
  await expect.poll(answer).toContain('86 % of the planned running done, 90 % needed');
  await fill(/^Run in three weeks/, ' ');
  await expect.poll(answer).toContain('Gateunknown');
  await expect.poll(answer).toContain('not known: running done of that planned over three weeks');
});

test('RPE 11 is refused in words, and taken back', async () => {
  const { page } = journey.desk();
  await openCalculator('set with an rpe', 'One-rep max from a set with an RPE');
  await fill(/^RPE/, '11');
  await expect.poll(answer).toContain('RPE must be a number from 6 to 10.');
  expect(await axeFaults(page)).toEqual([]);
  await fill(/^RPE/, '8');
  await expect.poll(answer).toContain('123.3 kg');
});

test('nothing was complained of in the console', () => {
  expect(journey.desk().complaints).toEqual([]);
});
