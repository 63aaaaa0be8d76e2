import { describe, expect, test } from 'vitest';
import { draftTotals } from '../../../src/domain/imports/totals.ts';
import { bytesOf, draftOf, fixture, readBytes, refusalOf } from './reading.ts';

describe('the eight layouts of Strong', () => {
  test('2016: unit in the heading, order from 0', () => {
    const draft = fixture('strong-2016.csv');
    expect(draft).toMatchObject({ format: 'strong', rows: 3, assumptions: [], problems: [] });
    expect(draft.sessions).toMatchObject([
      {
        importKey: 'strong:2016-10-03 19:30:55|W1D1',
        sets: [
          { loadKg: 70, reps: 5 },
          { loadKg: 72.5, notes: 'good' },
          { exercise: 'Plank', reps: undefined, durationS: 60 },
        ],
      },
    ]);
  });

  test('2017–19: no unit; pounds from the loads', () => {
    const draft = fixture('strong-2017.csv');
    expect(draft.assumptions).toMatchObject([
      { what: 'massUnit', chosen: 'lb' },
      { what: 'distanceUnit', chosen: 'mi' },
    ]);
    expect(draft.sessions[0]?.sets[0]?.loadKg).toBeCloseTo(61.235, 3);
    expect(draft.sessions[0]).toMatchObject({
      notes: 'slept badly',
      sets: [{}, {}, { distanceM: 2414.016, durationS: 720 }],
    });
    expect(draftTotals(draft).sets).toBe(2);
  });

  test('what the coach chose goes before evidence', () => {
    const draft = fixture('strong-2017.csv', { massUnit: 'kg', distanceUnit: 'km' });
    expect(draft.sessions[0]?.sets).toMatchObject([{ loadKg: 135 }, { loadKg: 185 }, { distanceM: 1500 }]);
  });

  test('2019–20 with semicolons: units by row, decimal commas by column', () => {
    const draft = fixture('strong-semicolon.csv');
    expect(draft.sessions[0]).toMatchObject({ durationS: 5160, notes: 'slow' });
    const [first, second, third] = draft.sessions[0]?.sets ?? [];
    expect([first?.loadKg, second?.rpe, third?.distanceM, third?.durationS]).toEqual([100, 8.5, 2500, 900]);
    expect(second?.loadKg).toBeCloseTo(102.058, 3);
  });

  test('2018: pounds and miles in the headings, a mile with its point', () => {
    const text = [
      'Date;Workout Name;Exercise Name;Set Order;lbs;Reps;mi.;Seconds;Notes;Workout Notes',
      '2018-09-05 16:03:53;"A";"Deadlift (Barbell)";1;100;5;;0;"";""',
      '2018-09-05 16:03:53;"A";"Cycling (Indoor)";1;;;2.5;2100;"";""',
    ].join('\n');
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft).toMatchObject({ format: 'strong', problems: [], assumptions: [] });
    expect(draft.sessions[0]?.sets).toMatchObject([{ loadKg: 45.359237 }, { durationS: 2100, distanceM: 4023.36 }]);
  });

  const byRow = (...rows: readonly string[]) =>
    draftOf(
      readBytes(
        bytesOf(
          [
            'Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;Distance;Distance Unit;Seconds;Notes;Workout Notes',
            ...rows.map((row) => `2019-01-20 17:03:17;"A";${row};"";""`),
          ].join('\n'),
        ),
      ),
    );

  test('a unit of distance by row that is none is named, and what it counts is left out', () => {
    const draft = byRow('"Running";1;;;;2.5;mi.;1500', '"Running";2;;;;2.5;leagues;1500');
    expect(draft.sessions[0]?.sets.map(({ distanceM }) => distanceM)).toEqual([4023.36, undefined]);
    expect(draft.problems).toMatchObject([{ line: 3, field: 'Distance Unit', found: 'leagues' }]);
  });

  test('a load whose row states no unit is in the unit that all other rows state', () => {
    const draft = byRow('"Squat (Barbell)";1;30;lbs;5;;;0', '"Row";1;50;;12;;;0');
    expect(draft.sessions[0]?.sets[1]?.loadKg).toBeCloseTo(22.679618, 5);
    expect(draft.assumptions).toMatchObject([{ what: 'massUnit', chosen: 'lb' }]);
    const mixed = byRow('"Squat (Barbell)";1;30;lbs;5;;;0', '"Row";1;50;kg;12;;;0', '"Row";1;60;;12;;;0');
    expect(mixed.sessions[0]?.sets[2]?.loadKg).toBe(60);
  });

  test('a clock that was left running is no length of a session', () => {
    const text = [
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE',
      '2025-06-03 20:23:00,"Evening",264h 1m,"Squat (Barbell)",1,60.0,5.0,0,0.0,',
    ].join('\n');
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft.sessions).toMatchObject([{ durationS: undefined, sets: [{ loadKg: 60 }] }]);
    expect(draft.problems).toMatchObject([{ line: 2, field: 'Duration', found: '264h 1m' }]);
  });

  test('2021–25: RPE 0 is none, assistance keeps its sign', () => {
    const draft = fixture('strong-2021.csv');
    expect(draft.sessions[0]?.durationS).toBe(8280);
    expect(draft.sessions[0]?.sets.map(({ rpe, loadKg }) => [rpe, loadKg])).toEqual([
      [undefined, 75],
      [undefined, 77.5],
      [8, 32],
    ]);
  });

  test('without notes columns, with letters for the kinds of sets and noise in the loads', () => {
    const draft = fixture('strong-nonotes.csv', { massUnit: 'lb' });
    expect(draft.sessions[0]?.sets.map(({ kind }) => kind)).toEqual(['warmup', 'work', 'drop']);
    expect(draft.sessions[0]?.sets[1]?.loadKg).toBeCloseTo(34.0194, 4);
  });

  test('v6: everything quoted, metres', () => {
    const draft = fixture('strong-v6.csv');
    expect(draft.sessions).toMatchObject([
      {
        durationS: 1267,
        sets: [
          { loadKg: 40, reps: 8 },
          { distanceM: 2000, durationS: 480 },
        ],
      },
    ]);
    expect(draft.passedOver).toEqual({ 'rest timer': 1 });
    expect(draft.assumptions).toEqual([]);
  });

  test('French', () => {
    const draft = fixture('strong-fr.csv');
    expect(draft.sessions).toMatchObject([{ title: 'Pecs Et Dos', durationS: 2100, sets: [{ loadKg: 20, reps: 8 }] }]);
    expect(draft.passedOver).toEqual({ 'rest timer': 1 });
  });

  test('German, with decimal commas', () => {
    const draft = fixture('strong-de.csv');
    expect(draft.sessions).toMatchObject([
      {
        durationS: 3900,
        notes: 'Kniebeuge: tief genug',
        sets: [{ loadKg: 62.5 }, { loadKg: 65, rpe: 9.5, kind: 'failure' }],
      },
    ]);
    expect(draft.passedOver).toEqual({ 'rest timer': 1, note: 1 });
  });

  test('runs between the sets stay sets, and become runs when the coach says so', () => {
    const asSets = fixture('strong-2017.csv');
    expect([asSets.runsInLog, asSets.activities, asSets.sessions[0]?.sets.length]).toEqual([1, [], 3]);
    const asRuns = fixture('strong-2017.csv', { runsInLog: 'runs' });
    expect(asRuns.sessions[0]?.sets).toHaveLength(2);
    expect(asRuns.activities).toMatchObject([
      { isRun: true, distanceM: 2414.016, movingS: 720, performedOn: asRuns.sessions[0]?.performedOn },
    ]);
  });

  test('a session of nothing but a run is then no lifting session', () => {
    const text =
      'Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds\n2026-01-05 07:00:00,Easy,Running (Treadmill),1,0,0,3.7,1027\n2026-01-06 07:00:00,Legs,Squat,1,60,5,0,0\n';
    const draft = draftOf(readBytes(bytesOf(text), { runsInLog: 'runs', massUnit: 'kg' }));
    expect(draft.sessions.map(({ title }) => title)).toEqual(['Legs']);
    expect(draft.activities).toMatchObject([
      { importKey: 'strong:2026-01-05 07:00:00|Easy|run 1', isTreadmill: true, distanceM: 3700, timeOfDay: '07:00:00' },
    ]);
  });

  test('a heading without rows is recognised', () => {
    const heading =
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n';
    expect(refusalOf(readBytes(bytesOf(heading)))).toMatchObject({ reason: 'headerOnly', line: 1 });
  });

  test('an unknown word for a set is no set, and is counted', () => {
    const text =
      'Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n2026-01-05 07:00:00,A,Squat,Superset,60,5\n2026-01-05 07:00:00,A,Squat,1,60,0\n2026-01-05 07:00:00,A,,1,60,5\n';
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft.passedOver).toEqual({ 'set order “Superset”': 1, 'empty set': 1 });
    expect(draft.problems).toMatchObject([{ line: 4, field: 'Exercise Name', found: '(empty)' }]);
  });

  test('other formats are refused by their headings', () => {
    const refusal = refusalOf(
      readBytes(bytesOf('Activity Type,Date,Favorite,Title,Distance\nRunning,2026-01-05 07:00:00,false,x,5.00\n')),
    );
    expect(refusal.reason).toBe('unknownFormat');
    expect(refusal.found).toContain('Activity Type, Date, Favorite');
    expect(refusal.expected).toContain('nearest is the Garmin Connect list, headed Activity Type, Date, Favorite');
  });
});
