import { expect, test } from 'vitest';
import { addDays, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { formOver } from '../../../src/domain/running/form.ts';
import { weekLoadsOver } from '../../../src/domain/running/weekLoads.ts';

const FIRST = '2026-10-05' as PlainDate;
/** The Thursday of the eighth week. */
const TODAY = '2026-11-26' as PlainDate;

const weeks = Array.from({ length: 8 }, (_, at) => ({
  startsOn: addDays(FIRST, 7 * at),
  runM: at === 5 ? 60_000 : 40_000,
  lowerHardSets: at === 6 ? 5 : 10,
}));

const sessions = weeks.flatMap(({ startsOn }) => [
  { on: startsOn, au: 300 },
  { on: addDays(startsOn, 3), au: 200 },
]);

test('each load against its own four weeks before, and never a half week', () => {
  const found = weekLoadsOver({ weeks, sessions, today: TODAY });
  expect(found.map(({ startsOn }) => startsOn)).toEqual(weeks.slice(4).map(({ startsOn }) => startsOn));
  expect(found[0]).toMatchObject({ runs: 100, hardSets: 100, internal: 100, internalAu: 500 });
  expect(found[1]).toMatchObject({ runs: 150, hardSets: 100, internal: 100 });
  expect(found[2]?.runs).toBeCloseTo((100 * 40) / 45, 9);
  expect(found[2]?.hardSets).toBe(50);
  expect(found[3]).toEqual({ startsOn: weeks[7]?.startsOn, form: undefined });
});

test('a week with a session that nobody rated has no internal load, nor have the four that are measured by it', () => {
  const unrated = sessions.map((one, at) => (at === 8 ? { ...one, au: undefined } : one));
  const found = weekLoadsOver({ weeks, sessions: unrated, today: TODAY });
  expect(found.map(({ internal }) => internal)).toEqual([undefined, undefined, undefined, undefined]);
  expect(found.map(({ internalAu }) => internalAu)).toEqual([undefined, 500, 500, undefined]);
});

test('form is that of the end of each week, and of today in the week that goes on', () => {
  const stress = [{ on: FIRST, points: 100, isKey: false }];
  const found = weekLoadsOver({ weeks, sessions, stress, today: TODAY });
  const days = formOver({ ctl: 0, atl: 0 }, [100, ...Array.from({ length: 52 }, () => 0)]);
  expect(found[0]?.form).toEqual(days[34]);
  expect(found[3]?.form).toEqual(days[52]);
});

test('without weeks there is nothing', () => {
  expect(weekLoadsOver({ weeks: [], sessions: [], stress: [], today: TODAY })).toEqual([]);
});
