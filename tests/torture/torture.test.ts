import { expect, test } from 'vitest';
import { torture } from './torture.ts';

const ROUNDS = 24;
/** On a busy machine fewer rounds have to do; `npm run torture` does as many as one likes. */
const LONG_ENOUGH_MS = 35_000;

test('killed again and again in the middle of its work: nothing acknowledged is lost, nothing is half, undo works', async () => {
  const startedAt = performance.now();
  const { notes, during, ...figures } = await torture({
    rounds: ROUNDS,
    seed: 20_261_126,
    onRound: () => performance.now() - startedAt > LONG_ENOUGH_MS,
  });
  console.log(JSON.stringify(figures));
  expect(notes).toEqual([]);
  // In the middle of several kinds of things, or it would say little.
  expect(Object.keys(during).length).toBeGreaterThan(3);
  expect(figures).toMatchObject({ kills: figures.rounds, lost: 0, corrupt: 0, undoBroken: 0 });
  expect(figures.acknowledged).toBeGreaterThan(10);
}, 180_000);

test.each([
  ['forget', 'lost'],
  ['halve', 'lost'],
  ['dangle', 'corrupt'],
  ['unjournal', 'undoBroken'],
] as const)(
  'a service that is made to %s is found out',
  async (plant, what) => {
    const report = await torture({
      // How far a victim gets before it is killed depends on the machine: as a rule one of the first rounds finds it.
      rounds: 60,
      seed: 4,
      plant,
      onRound: (_, { [what]: found }) => found > 0,
    });
    expect(report[what]).toBeGreaterThan(0);
  },
  120_000,
);
