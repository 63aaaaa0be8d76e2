import { describe, expect, test } from 'vitest';
import { fixture } from './reading.ts';

const setsOf = (name: string) => fixture(name).sessions.flatMap(({ sets }) => sets);

describe('StrongLifts', () => {
  test('old: exercises side by side, day first, rows that end early', () => {
    const draft = fixture('stronglifts-old-dmy.csv');
    expect(draft).toMatchObject({ format: 'stronglifts-old', rows: 2, problems: [] });
    expect(draft.sessions).toMatchObject([
      { importKey: 'stronglifts:2018-11-19|', notes: 'tired' },
      { importKey: 'stronglifts:2018-11-22|' },
    ]);
    expect(
      setsOf('stronglifts-old-dmy.csv').map(({ exercise, loadKg, reps }) => `${exercise} ${loadKg}×${reps}`),
    ).toEqual(['Squat 40×5', 'Squat 40×5', 'Squat 40×5', 'Squat 40×5', 'Squat 40×4', 'Deadlift 60×5', 'Squat 42.5×5']);
    expect(draft.passedOver).toEqual({ 'set not done': 1 });
    expect(draft.wellness.map(({ measuredOn, bodyMassKg }) => [measuredOn, bodyMassKg])).toEqual([
      ['2018-11-19', 91],
      ['2018-11-22', 91],
    ]);
  });

  test('old: month first, pounds', () => {
    const draft = fixture('stronglifts-old-mdy.csv');
    expect(draft.sessions[0]?.performedOn).toBe('2018-05-16');
    expect(setsOf('stronglifts-old-mdy.csv')[0]?.loadKg).toBeCloseTo(61.23497, 5);
    expect(draft.wellness[0]?.bodyMassKg).toBeCloseTo(81.647, 3);
  });

  test('new: a row an exercise, workouts by their number, 0 reps not done', () => {
    const draft = fixture('stronglifts-kg.csv');
    expect(draft).toMatchObject({ format: 'stronglifts', rows: 3, passedOver: { 'set not done': 1 } });
    expect(draft.sessions).toMatchObject([
      {
        importKey: 'stronglifts:2026-08-11|1',
        timeOfDay: '22:56:00',
        title: 'Workout A',
        durationS: 4500,
        notes: 'slow',
      },
      { importKey: 'stronglifts:2026-08-11|2', sets: [{ exercise: 'Deadlift', loadKg: 75, reps: 4 }] },
    ]);
    expect(draft.sessions[0]?.sets.map(({ reps }) => reps)).toEqual([5, 5, 3, 5, 4]);
    expect(draft.wellness).toMatchObject([{ bodyMassKg: 83.5 }]);
  });

  test('new: pounds beside a body weight in kilograms, a plain x', () => {
    const draft = fixture('stronglifts-lb.csv');
    expect(setsOf('stronglifts-lb.csv').map(({ loadKg }) => loadKg?.toFixed(2))).toEqual(['61.23', '63.50']);
    expect(draft.wellness).toMatchObject([{ bodyMassKg: 83.5 }]);
  });
});
