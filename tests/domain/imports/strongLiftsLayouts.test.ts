import { describe, expect, test } from 'vitest';
import { bytesOf, draftOf, fixture, readBytes } from './reading.ts';

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

  const read = (...lines: readonly string[]) => draftOf(readBytes(bytesOf(lines.join('\n'))));

  test('old: the letter of the workout, and what the athlete weighed with its unit in the cell', () => {
    const draft = read(
      'Date,Note,Workout,Body Weight,Exercise 1,Weight (KG),Weight (LB),Set 1,Set 2',
      '18/03/2015,"",B,84.5KG,Squat,62.5,140,5,5',
    );
    expect(draft.sessions).toMatchObject([{ title: 'B', sets: [{ loadKg: 62.5 }, { loadKg: 62.5 }] }]);
    expect(draft.wellness).toMatchObject([{ measuredOn: '2015-03-18', bodyMassKg: 84.5 }]);
  });

  test('new: an exercise held for time is told as it is printed, one without sets is counted', () => {
    const draft = read(
      'Date (yyyy/mm/dd),Workout,Workout Name,Exercise,SetsxReps,SetsxTime,Notes,Set 1 (Reps), Set 1 (KG)',
      '"2026/04/30","12","Workout B","Deadlift","1x5","","","5","115"',
      '"2026/04/30","12","Workout B","Plank","","3x60","","",""',
      '"2026/04/30","12","Workout B","Dips","","","","",""',
    );
    expect(draft.sessions).toMatchObject([{ sets: [{ exercise: 'Deadlift', loadKg: 115 }] }]);
    expect(draft.passedOver).toEqual({ 'set not done': 2 });
    expect(draft.problems).toMatchObject([{ line: 3, found: '3x60' }]);
  });

  test('new: without the number of the workout its name tells workouts of a day apart', () => {
    const draft = read(
      'Date (yyyy/mm/dd),Workout Name,Exercise,Set 1 (Reps),Set 1 (KG),Note',
      '2025/03/04,Workout B,Deadlift,5,100,easy',
    );
    expect(draft.sessions).toMatchObject([{ importKey: 'stronglifts:2025-03-04|Workout B', notes: 'easy' }]);
  });
});
