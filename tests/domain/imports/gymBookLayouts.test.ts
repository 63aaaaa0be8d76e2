import { describe, expect, test } from 'vitest';
import { fixture } from './reading.ts';

describe('GymBook, known by its shape', () => {
  test('Italian: units in the cells, decimal commas, skipped sets left out, sets in the order of the day', () => {
    const draft = fixture('gymbook-it.csv');
    expect(draft).toMatchObject({ format: 'gymbook', rows: 5, problems: [], passedOver: { 'skipped set': 1 } });
    expect(draft.sessions).toMatchObject([
      { importKey: 'gymbook:2025-01-13|Giorno 4', timeOfDay: '19:30:00', title: 'Giorno 4' },
    ]);
    expect(draft.sessions[0]?.sets).toMatchObject([
      { exercise: 'Pressa', kind: 'work', loadKg: 62.5, reps: 20, notes: 'forte' },
      { exercise: 'Pressa', kind: 'warmup', loadKg: 30, reps: 20 },
      { exercise: 'Planks', durationS: 60, reps: undefined },
      { exercise: 'Tapis Roulant', durationS: 60, distanceM: 1250, loadKg: undefined },
    ]);
  });

  test('English: month first, pounds; neither warming up nor cooling down is work', () => {
    const draft = fixture('gymbook-en.csv');
    expect(draft.assumptions).toMatchObject([{ what: 'dateOrder', chosen: 'month first' }]);
    expect(draft.sessions[0]).toMatchObject({ performedOn: '2025-01-13', timeOfDay: '19:30:00' });
    expect(draft.sessions[0]?.sets.map(({ kind, loadKg }) => [kind, loadKg?.toFixed(2)])).toEqual([
      ['warmup', '61.46'],
      ['warmup', '40.82'],
    ]);
    expect(draft.passedOver).toEqual({ 'skipped set': 1 });
  });

  test('German', () => {
    const draft = fixture('gymbook-de.csv');
    expect(draft.sessions[0]?.sets).toMatchObject([
      { kind: 'work', loadKg: 82.5, reps: 12 },
      { kind: 'warmup', durationS: 45 },
    ]);
    expect(draft.passedOver).toEqual({ 'skipped set': 1 });
  });
});
