import { describe, expect, test } from 'vitest';
import { bytesOf, draftOf, fixture, readBytes } from './reading.ts';

describe('Hevy', () => {
  test('kinds of sets, notes of exercises and of the session, the same exercise twice, cardio', () => {
    const draft = fixture('hevy-kg.csv');
    expect(draft).toMatchObject({ format: 'hevy', rows: 6, problems: [], assumptions: [], passedOver: {} });
    expect(draft.sessions).toHaveLength(1);
    const [session] = draft.sessions;
    expect(session).toMatchObject({
      importKey: 'hevy:2026-04-08 16:50:00|Evening',
      timeOfDay: '16:50:00',
      durationS: 53 * 60,
      notes: '=felt fine\nsecond line\nPull Up: grip slipped',
    });
    expect(session?.sets.map(({ exercise, kind, loadKg, reps, rpe }) => [exercise, kind, loadKg, reps, rpe])).toEqual([
      ['Pull Up', 'work', undefined, 7, undefined],
      ['Pull Up', 'failure', 10, 5, 9.5],
      ['Bench Press (Barbell)', 'warmup', 40, 10, undefined],
      ['Bench Press (Barbell)', 'drop', 60.5, 8, undefined],
      ['Pull Up', 'work', undefined, 7, undefined],
      ['Treadmill', 'work', undefined, undefined, undefined],
    ]);
    expect(session?.sets.at(-1)).toMatchObject({ distanceM: 2500, durationS: 900 });
  });

  test('pounds and miles, each by its own heading', () => {
    const [press, run] = fixture('hevy-lbs-miles.csv').sessions[0]?.sets ?? [];
    expect(press?.loadKg).toBeCloseTo(70.306817, 5);
    expect(run?.distanceM).toBeCloseTo(2414.016, 3);
  });

  test('both columns of loads: the one that is filled', () => {
    const draft = fixture('hevy-both.csv');
    expect(draft.sessions[0]).toMatchObject({ performedOn: '2026-06-11', timeOfDay: '13:01:00' });
    const loads = draft.sessions[0]?.sets.map(({ loadKg }) => loadKg);
    expect(loads?.[0]).toBe(100);
    expect(loads?.[1]).toBeCloseTo(102.058283, 5);
  });

  test.each([
    ['pt', '2026-05-05', '07:34:00'],
    ['tr', '2026-04-11', '13:05:00'],
    ['fr', '2025-07-15', '18:10:00'],
    ['de', '2025-12-03', '18:10:00'],
    ['es', '2025-08-04', '06:10:00'],
  ])('months in %s', (language, performedOn, timeOfDay) => {
    expect(fixture(`hevy-${language}.csv`).sessions).toMatchObject([{ performedOn, timeOfDay }]);
  });

  test('twelve months of Portuguese, none lost', () => {
    const heading =
      '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"';
    const months = ['Jan', 'Fev', 'Mar', 'Abr', 'Mai', 'Jun', 'Jul', 'Ago', 'Set', 'Out', 'Nov', 'Dez'];
    const rows = months.map(
      (month) => `"A","5 ${month} 2026, 07:34","5 ${month} 2026, 08:44","","X",,"",0,"normal",10,8,,,`,
    );
    const draft = draftOf(readBytes(bytesOf([heading, ...rows].join('\n'))));
    expect(draft.sessions.map(({ performedOn }) => performedOn.slice(5, 7))).toEqual(
      months.map((_month, index) => String(index + 1).padStart(2, '0')),
    );
  });

  test('a list from the API with the day beside the start: the start is taken, and what it prints is UTC', () => {
    const heading =
      'workout_id,workout_title,workout_date,workout_start_time,workout_end_time,exercise_title,set_index,set_type,weight_kg,weight_lbs,reps';
    const row =
      'a,Push,2026-01-25,2026-01-25T01:47:58+00:00,2026-01-25T02:32:58+00:00,Bench Press (Barbell),0,normal,61.2,135,8';
    expect(draftOf(readBytes(bytesOf(`${heading}\n${row}\n`)))).toMatchObject({
      format: 'hevy-api',
      assumptions: [{ what: 'timeZone', chosen: 'as printed (UTC)' }],
      sessions: [
        { performedOn: '2026-01-25', timeOfDay: '01:47:58', durationS: 2700, sets: [{ loadKg: 61.2, reps: 8 }] },
      ],
    });
  });

  test('a list that a script wrote from the API', () => {
    expect(fixture('hevy-api.csv')).toMatchObject({
      format: 'hevy-api',
      sessions: [{ title: 'Push', sets: [{ loadKg: 80, reps: 5, rpe: 8 }] }],
    });
  });
});
