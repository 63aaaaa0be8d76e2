import { describe, expect, test } from 'vitest';
import { draftTotals } from '../../../src/domain/imports/totals.ts';
import { bytesOf, draftOf, fixture, readBytes } from './reading.ts';

describe('Fitbod', () => {
  test('converted loads are kept to the gram, multipliers do not multiply, blank lines are nothing', () => {
    const draft = fixture('fitbod-now.csv');
    expect(draft).toMatchObject({ format: 'fitbod', rows: 3, problems: [] });
    expect(draft.sessions).toMatchObject([
      {
        importKey: 'fitbod:2022-01-05|',
        timeOfDay: '21:40:00',
        sets: [
          { exercise: 'Treadmill', kind: 'warmup', durationS: 600, distanceM: 1500, notes: 'slow' },
          { exercise: 'Dumbbell Row', kind: 'work', loadKg: 20.411681, reps: 5 },
          { exercise: 'Dumbbell Row', kind: 'work', loadKg: 20.411681, reps: 5 },
        ],
      },
    ]);
    expect(draftTotals(draft).tonnageKg).toBeCloseTo(204.11681, 4);
  });

  test('times are moved to the athlete’s zone where that makes sense, under the same key', () => {
    const moved = fixture('fitbod-now.csv', { timeZone: 'America/New_York' });
    expect(moved.sessions).toMatchObject([{ importKey: 'fitbod:2022-01-05|', timeOfDay: '16:40:00' }]);
    expect(moved.assumptions).toMatchObject([{ what: 'timeZone', chosen: 'America/New_York' }]);
  });

  test('+0000 that would put sessions into the night is the phone’s own clock', () => {
    const text =
      'Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier\n2022-01-05 23:30:00 +0000,Squat,5,60,0,0,0,0,false,,1.0\n';
    const draft = draftOf(readBytes(bytesOf(text), { timeZone: 'Europe/Berlin' }));
    expect(draft.sessions[0]).toMatchObject({ performedOn: '2022-01-05', timeOfDay: '23:30:00' });
    expect(draft.assumptions).toMatchObject([{ what: 'timeZone', chosen: 'as printed (local)' }]);
  });

  test('2019: kilograms without saying so, help below 0, a row for several sets', () => {
    const draft = fixture('fitbod-2019.csv');
    expect(draft.assumptions).toEqual([]);
    expect(draft.sessions[0]?.sets.map(({ loadKg, kind, doubt }) => [loadKg, kind, doubt])).toEqual([
      [0, 'work', undefined],
      [-18.143716, 'work', undefined],
      [-18.143716, 'work', undefined],
      [40.823362, 'warmup', undefined],
    ]);
  });

  test('times without a zone are the athlete’s own', () => {
    const text = [
      'Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier',
      '2025-08-26 23:30:00,Deadlift,3,140,,,,,false,,1',
    ].join('\n');
    const draft = draftOf(readBytes(bytesOf(text), { timeZone: 'Europe/Berlin' }));
    expect(draft.assumptions).toEqual([]);
    expect(draft.sessions).toMatchObject([{ performedOn: '2025-08-26', timeOfDay: '23:30:00' }]);
  });
});
