import { expect, test } from 'vitest';
import { torture } from './torture.ts';

const ROUNDS = 24;

test(`killed ${ROUNDS} times in the middle of its work, nothing that was acknowledged is lost, nothing is half, undo works`, async () => {
  const { notes, ...figures } = await torture({ rounds: ROUNDS, seed: 20_261_126 });
  console.log(JSON.stringify(figures));
  expect(notes).toEqual([]);
  expect(figures).toMatchObject({ rounds: ROUNDS, kills: ROUNDS, lost: 0, corrupt: 0, undoBroken: 0 });
  expect(figures.acknowledged).toBeGreaterThan(20);
}, 180_000);

test.each([
  ['forget', 'lost'],
  ['halve', 'lost'],
  ['dangle', 'corrupt'],
  ['unjournal', 'undoBroken'],
] as const)(
  'a service that is made to %s is found out',
  async (plant, what) => {
    const report = await torture({ rounds: 5, seed: 4, plant });
    expect(report[what]).toBeGreaterThan(0);
  },
  120_000,
);
