import { expect, test } from 'vitest';
import type { RunKind } from '../../../src/domain/athletes/athlete.ts';
import { detailsOf, openDesk, settled, TODAY } from '../openDesk.ts';

/** Kinds of runs from Monday on. */
const WEEKS: Readonly<Record<string, readonly RunKind[]>> = {
  four: ['rest', 'quality', 'easy', 'rest', 'easy', 'rest', 'long'],
  six: ['quality', 'easy', 'quality', 'easy', 'rest', 'long', 'easy'],
  five: ['rest', 'quality', 'easy', 'quality', 'rest', 'easy', 'long'],
};

const GYMS: Readonly<Record<string, readonly string[]>> = {
  gym: detailsOf('').gym.equipment,
  dumbbells: ['db', 'bench'],
  nothing: [],
};

const cases = Object.keys(WEEKS).flatMap((week) =>
  Object.keys(GYMS).flatMap((gym) => [1971, 1994].map((birthYear) => ({ week, gym, birthYear }))),
);

test.each(cases)(
  'what is given to somebody of $birthYear with $gym and runs as in $week stands the check: equipment and days fit',
  async ({ week, gym, birthYear }) => {
    const { client } = openDesk();
    const details = detailsOf('Ana Duarte');
    const usualWeek = details.usualWeek.map((day, index) => ({ ...day, run: WEEKS[week]?.[index] ?? 'rest' }));
    for (const { key, name } of settled(await client.programs.templates({})).templates) {
      const { athleteId } = settled(
        await client.athletes.add({
          details: {
            ...details,
            name: `Ana ${name}`,
            birthYear,
            usualWeek,
            gym: { ...details.gym, equipment: [...(GYMS[gym] ?? [])] },
          },
        }),
      );
      settled(
        await client.programs.assign({ athleteIds: [athleteId], templateKey: key, startsOn: TODAY, withRamp: true }),
      );
      const { checked } = settled(await client.programs.check({ athleteId }));
      const found = checked.flatMap(({ findings }) => findings);
      const said = found
        .filter(({ severity, rule }) => severity === 'fault' || (severity === 'warning' && rule.startsWith('heavy-')))
        .map(({ rule, week: number, reason }) => `${name}, week ${number}: ${rule}: ${reason}`);
      expect(said).toEqual([]);
    }
  },
);
