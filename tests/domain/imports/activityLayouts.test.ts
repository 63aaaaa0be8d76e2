import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bytesOf, draftOf, fixture, readBytes, refusalOf, refusedFixture, repository } from './reading.ts';

describe('TrainingPeaks', () => {
  test('without the column of distances the hours are still hours', () => {
    const text = 'Title,WorkoutType,WorkoutDay,TimeTotalInHours,TSS\nTempo,Run,2026-10-05,0.5,15\n';
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft.format).toBe('trainingpeaks');
    expect(draft.activities).toMatchObject([{ isRun: true, movingS: 1800, distanceM: undefined }]);
  });

  test('metrics: one value a row, hours of sleep; the masses alone tell their unit', () => {
    const rows = [
      '"Timestamp","Type","Value"',
      '"2026-10-05 06:30:00","HRV","62"',
      '"2026-10-05 06:30:00","Pulse","48"',
      '"2026-10-05 06:30:00","Sleep Hours","7.5"',
      '"2026-10-05 06:30:00","Time In Deep Sleep","1.2"',
      '"2026-10-05 06:30:00","Weight","135.2"',
    ];
    const draft = draftOf(readBytes(bytesOf(rows.join('\n'))));
    expect(draft).toMatchObject({
      format: 'trainingpeaks-metrics',
      problems: [],
      passedOver: { 'time in deep sleep': 1 },
      assumptions: [{ what: 'massUnit', chosen: 'lb' }],
    });
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2026-10-05', timeOfDay: '06:30:00', hrvMs: 62, restingHr: 48, sleepS: 27_000, bodyMassKg: 61.326 },
    ]);
  });

  test('decimal hours, metres, cadence of one leg; what was only planned is no training', () => {
    const draft = fixture('trainingpeaks.csv');
    expect(draft).toMatchObject({
      format: 'trainingpeaks',
      rows: 6,
      problems: [],
      passedOver: { 'planned, not done': 1 },
    });
    expect(draft.activities).toMatchObject([
      {
        performedOn: '2026-02-01',
        timeOfDay: undefined,
        isRun: true,
        distanceM: 12_000.5,
        movingS: 4500,
        cadenceSpm: 162,
        powerW: 230,
        rpe: 6,
        notes: '10 x 1 min\n\n*02/01/2026 Some One: felt good*',
      },
      { sport: 'Strength', isRun: false, movingS: 2700 },
      { isRun: true, distanceM: 5000 },
      { isRun: true, distanceM: 5000 },
      { title: 'ריצה קלה', isRun: true, movingS: 1800 },
    ]);
  });

  test('two runs of one day that are alike are two runs', () => {
    const keys = fixture('trainingpeaks.csv').activities.map(({ importKey }) => importKey);
    expect(new Set(keys).size).toBe(5);
    expect(keys[3]).toBe(`${keys[2]}#2`);
  });

  test('a file of nothing but plans adds nothing and is no error', () => {
    expect(fixture('trainingpeaks-planned.csv')).toMatchObject({
      activities: [],
      passedOver: { 'planned, not done': 1 },
    });
  });
});

describe('intervals.icu', () => {
  test('IDs, local starts, both legs, the ID that the watch gave', () => {
    expect(fixture('intervals.csv').activities).toMatchObject([
      {
        importKey: 'intervals:i100',
        externalId: '24069210753',
        performedOn: '2026-08-22',
        timeOfDay: '17:13:34',
        isTreadmill: true,
        distanceM: 15_000,
        movingS: 4467,
        elapsedS: 4501,
        cadenceSpm: 169,
        rpe: 3,
      },
      { isRun: true, ascentM: 250, powerW: 240, notes: 'two\nlines' },
      { isRun: false, sport: 'WeightTraining' },
    ]);
  });

  test('what scripts write from its API', () => {
    expect(fixture('intervals-api.csv').activities).toMatchObject([{ importKey: 'intervals:i7', distanceM: 5000 }]);
  });
});

describe('Runkeeper', () => {
  test('miles and feet by heading; without a recording it is typed by hand', () => {
    const { activities } = fixture('runkeeper-mi.csv');
    expect(activities).toMatchObject([
      { performedOn: '2015-03-27', timeOfDay: '12:26:34', isRun: true, movingS: 1797, ascentM: 30.48, isManual: false },
      { isRun: false, title: 'Park', movingS: 3600, notes: 'slow', isManual: true },
    ]);
    expect(activities[0]?.distanceM).toBeCloseTo(3.1 * 1609.344, 1);
  });

  test('kilometres; a row that stands twice is kept twice, and said', () => {
    const draft = fixture('runkeeper-km.csv');
    expect(draft.activities.map(({ distanceM }) => distanceM)).toEqual([16_760, undefined, undefined]);
    expect(draft.problems).toMatchObject([{ line: 4 }]);
  });

  test('no unit of distance, but miles an hour', () => {
    expect(fixture('runkeeper-nounit.csv').activities[0]?.distanceM).toBeCloseTo(5 * 1609.344, 1);
    expect(fixture('runkeeper-nounit.csv').assumptions).toEqual([]);
  });

  test('2020: with IDs, and not taken for Strava', () => {
    expect(fixture('runkeeper-2020.csv')).toMatchObject({
      format: 'runkeeper',
      activities: [
        { importKey: 'runkeeper:19985331-b901-4cb1-afbf-000000000001', isRun: false, distanceM: 90_000 },
        { isRun: true, distanceM: 13_320, movingS: 5210, isManual: false },
      ],
    });
  });
});

describe('one session or one activity a file', () => {
  test('Polar: the first two lines; seconds below are left out', () => {
    expect(fixture('polar-session.csv')).toMatchObject({
      format: 'polar-session',
      rows: 1,
      passedOver: { 'second of the recording': 2 },
      activities: [
        {
          performedOn: '2020-02-12',
          timeOfDay: '08:14:34',
          isRun: true,
          distanceM: 10_500,
          movingS: 3709,
          cadenceSpm: 168,
        },
      ],
    });
  });

  test('COROS: splits add up; the file’s name says what and when', () => {
    const bytes = readFileSync(`${repository}tests/fixtures/imports/coros-splits.csv`);
    const draft = draftOf(readBytes(bytes, {}, '[Run][20240131][073000].csv'));
    expect(draft).toMatchObject({
      format: 'coros-splits',
      passedOver: { 'split of the activity': 3 },
      activities: [
        {
          performedOn: '2024-01-31',
          timeOfDay: '07:30:00',
          isRun: true,
          distanceM: 3000,
          movingS: 888,
          elapsedS: 900,
          averageHr: 150,
          maxHr: 171,
          cadenceSpm: 172,
          ascentM: 15,
        },
      ],
    });
    expect(refusalOf(readBytes(bytes, {}, 'run.csv'))).toMatchObject({
      reason: 'unknownFormat',
      expected: expect.stringContaining('under its own name'),
    });
  });

  test('the recording of GoldenCheetah is no list', () => {
    expect(refusedFixture('goldencheetah-seconds.csv')).toMatchObject({
      reason: 'unknownFormat',
      found: expect.stringContaining('second by second'),
    });
  });
});

describe('Apple Health as converters write it', () => {
  test('HealthExport: start and end in one cell', () => {
    expect(fixture('apple-healthexport.csv').activities).toMatchObject([
      {
        performedOn: '2021-01-02',
        timeOfDay: '15:05:17',
        isRun: true,
        distanceM: 10_371,
        movingS: 4015.067,
        ascentM: 59.5,
      },
      { isRun: false },
    ]);
  });

  test('Health Auto Export: miles and feet by heading', () => {
    const { activities } = fixture('apple-auto-export.csv');
    expect(activities).toMatchObject([
      { isRun: true, movingS: 1930, averageHr: 150, maxHr: 170, ascentM: 30.48 },
      { isRun: false, distanceM: undefined },
    ]);
    expect(activities[0]?.distanceM).toBeCloseTo(3.1 * 1609.344, 1);
  });

  test('converted XML: units by the row', () => {
    const { activities } = fixture('apple-script.csv');
    expect(activities.map(({ sport, movingS }) => [sport, movingS])).toEqual([
      ['Running', 1830],
      ['Running', 3600],
      ['Swimming', 1800],
    ]);
    expect(activities.map(({ distanceM }) => distanceM)).toEqual([5000, 9977.93, 1500]);
  });
});

describe('other lists', () => {
  test('Concept2: rowing is no running', () => {
    expect(fixture('concept2.csv').activities).toMatchObject([
      { importKey: 'concept2:75352236', sport: 'RowErg', isRun: false, distanceM: 1977, movingS: 600, powerW: 100 },
    ]);
  });

  test('Whoop: minutes, metres, local time', () => {
    expect(fixture('whoop-workouts.csv').activities).toMatchObject([
      {
        performedOn: '2024-06-24',
        timeOfDay: '08:08:18',
        isRun: true,
        distanceM: 4068.88,
        movingS: 1260,
        ascentM: 91.22,
      },
      { isRun: false, distanceM: undefined },
    ]);
  });

  test('RunningAHEAD: month first always, the unit in its own column', () => {
    const { activities } = fixture('runningahead.csv');
    expect(activities).toMatchObject([
      { performedOn: '2010-03-05', timeOfDay: '18:15:00', isRun: true, movingS: 2530, notes: 'wet, windy' },
      { isRun: false, distanceM: 1500 },
    ]);
    expect(activities[0]?.distanceM).toBeCloseTo(5 * 1609.344, 1);
  });

  test('a German diary in Windows-1252', () => {
    expect(fixture('diary-de.csv').activities).toMatchObject([
      {
        performedOn: '2012-02-18',
        isRun: true,
        title: 'LaD',
        distanceM: 7400,
        movingS: 3330,
        averageHr: 133,
        notes: '7°C, gemütlich',
      },
      { distanceM: 5200, notes: 'Böhmerstraße' },
    ]);
  });
});

test('a distance that says no unit at all is assumed to be kilometres, and it is said', () => {
  const text = 'Date,Activity,Workout,Distance,Duration\n3/13/2010,Run,Easy,5,42:10\n';
  expect(draftOf(readBytes(bytesOf(text)))).toMatchObject({
    assumptions: [{ what: 'distanceUnit', chosen: 'km' }],
    activities: [{ distanceM: 5000 }],
  });
  expect(draftOf(readBytes(bytesOf(text), { distanceUnit: 'mi' })).activities[0]?.distanceM).toBeCloseTo(8046.72, 1);
});

test('a negative distance costs its row, and is said', () => {
  const text = 'Date,Activity,Workout,Distance,Duration\n3/13/2010,Run,Easy,-5,42:10\n3/14/2010,Run,Easy,5,42:10\n';
  expect(draftOf(readBytes(bytesOf(text)))).toMatchObject({
    activities: [{ line: 3 }],
    problems: [{ line: 2, field: 'Distance', found: '-5' }],
  });
});
