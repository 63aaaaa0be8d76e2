import { describe, expect, test } from 'vitest';
import { rankByName } from '../../src/renderer/app/rankByName.ts';
import { inOrder, matching } from '../../src/renderer/roster/rosterOrder.ts';
import type { RosterRow } from '../../src/renderer/roster/statusText.ts';

const row = (name: string, change: Partial<RosterRow> = {}): RosterRow => ({
  athleteId: 1 as RosterRow['athleteId'],
  name,
  isArchived: false,
  groups: [],
  tags: [],
  massUnit: 'kg',
  distanceUnit: 'km',
  status: { level: 'ok', reasons: [{ tag: 'onTrack' }] },
  week: { planned: 2, done: 1 },
  liftedWeeks: 8,
  runWeeksM: [0, 0],
  need: 1,
  ...change,
});

const names = (rows: readonly RosterRow[]): string[] => rows.map((one) => one.name);

describe('the roster', () => {
  test('puts those who need the coach first and keeps the rest by name', () => {
    const rows = [
      row('Zoë'),
      row('Ana', { status: { level: 'look', reasons: [] }, need: 11 }),
      row('Ben', { status: { level: 'act', reasons: [] }, need: 101 }),
      row('Ada'),
    ];
    expect(names(inOrder(rows, { by: 'status', isDescending: false }))).toEqual(['Ben', 'Ana', 'Ada', 'Zoë']);
  });

  test('keeps athletes of whom a value is not known at the end, whichever way it is sorted', () => {
    const race = (days: number): RosterRow['nextRace'] => ({
      name: 'Race',
      racedOn: '2026-12-01' as never,
      days,
      priority: 'A',
    });
    const rows = [row('None'), row('Soon', { nextRace: race(5) }), row('Late', { nextRace: race(50) })];
    expect(names(inOrder(rows, { by: 'race', isDescending: false }))).toEqual(['Soon', 'Late', 'None']);
    expect(names(inOrder(rows, { by: 'race', isDescending: true }))).toEqual(['Late', 'Soon', 'None']);
  });

  test('puts the least steady first, and those without a plan last', () => {
    const steady = (index: number): RosterRow['consistency'] => ({
      index,
      band: 'good',
      doneWeeks: 9,
      countedWeeks: 11,
      isEarly: false,
    });
    const rows = [row('None'), row('Steady', { consistency: steady(92) }), row('New', { consistency: steady(40) })];
    expect(names(inOrder(rows, { by: 'consistency', isDescending: false }))).toEqual(['New', 'Steady', 'None']);
    expect(names(inOrder(rows, { by: 'consistency', isDescending: true }))).toEqual(['Steady', 'New', 'None']);
  });

  test('is searched by every word in name, group or tag, marks aside', () => {
    const rows = [row('Chloé Martin', { groups: ['Masters'] }), row('Ben Okafor', { tags: ['masters'] }), row('Ana')];
    expect(names(matching(rows, 'chloe mast'))).toEqual(['Chloé Martin']);
    expect(names(matching(rows, 'MASTERS'))).toEqual(['Chloé Martin', 'Ben Okafor']);
    expect(names(matching(rows, '  '))).toHaveLength(3);
  });
});

test('the palette finds “Müller” for “muller”, the start of a word before its middle', () => {
  const entries = ['Samuel', 'Anna Müller', 'Muellerson', 'Ben'].map((name) => ({ name }));
  expect(rankByName('mu', entries, 9).map(({ name }) => name)).toEqual(['Muellerson', 'Anna Müller', 'Samuel']);
  expect(rankByName('muller', entries, 9)[0]?.name).toBe('Anna Müller');
  expect(rankByName('xyz', entries, 9)).toEqual([]);
});
