import { describe, expect, test } from 'vitest';
import { fixture } from './reading.ts';

describe('FitNotes', () => {
  test('unit in the heading; a day is a session; identical sets are real', () => {
    const draft = fixture('fitnotes-lbs.csv');
    expect(draft).toMatchObject({ format: 'fitnotes', assumptions: [], problems: [] });
    expect(draft.sessions.map(({ importKey, sets }) => [importKey, sets.length])).toEqual([
      ['fitnotes:2020-09-14|', 3],
      ['fitnotes:2020-09-13|', 1],
    ]);
    expect(draft.sessions[1]?.sets[0]).toMatchObject({ distanceM: 8046.72, durationS: 1800 });
    expect(draft.sessions[0]?.sets[1]?.loadKg).toBeCloseTo(61.23497, 5);
  });

  test('unit by row, a comment without a heading, and a bare comma that shifts a row', () => {
    const draft = fixture('fitnotes-unit.csv');
    const [first, second] = draft.sessions[0]?.sets ?? [];
    expect([first?.loadKg, second?.loadKg?.toFixed(3), second?.notes]).toEqual([7.5, '22.680', 'felt heavy']);
    expect(draft.problems).toMatchObject([{ line: 4, field: 'row', found: '10 fields' }]);
    expect(draft.problems[0]?.expected).toContain('the row is not taken');
    expect(draft.sessions[0]?.sets).toHaveLength(2);
  });

  test('on the iPhone both units stand side by side', () => {
    const draft = fixture('fitnotes-ios.csv');
    const sets = draft.sessions.flatMap((session) => session.sets);
    expect(sets.map(({ loadKg }) => loadKg?.toFixed(2))).toEqual(['70.00', '45.36', undefined, undefined]);
    expect(sets[2]).toMatchObject({ exercise: 'Plank', durationS: 90, notes: 'Hard' });
    expect(sets[3]).toMatchObject({ durationS: 1800, distanceM: 4988.966, notes: 'Easy' });
  });
});
