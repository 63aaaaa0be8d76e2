import { describe, expect, test } from 'vitest';
import { sportMeaning } from '../../../src/domain/imports/sports.ts';
import { bytesOf, draftOf, fixture, readBytes } from './reading.ts';

describe('Strava’s exports of every year', () => {
  test.each(['strava-en.csv', 'strava-span.csv', 'strava-pandas.csv', 'strava-excel.csv'])('%s', (file) => {
    const draft = fixture(file);
    expect(draft).toMatchObject({ format: 'strava-bulk', rows: 5, problems: [] });
    expect(draft.activities[0]).toMatchObject({
      importKey: 'strava:7000000001',
      performedOn: '2024-10-31',
      sport: 'Run',
      isRun: true,
      isTreadmill: false,
      distanceM: 6021.4,
      movingS: 1800,
      elapsedS: 1860,
      averageHr: 152,
      maxHr: 171,
      cadenceSpm: 173,
      ascentM: 12,
      rpe: 6,
      notes: 'Line one\nline "two"',
      isManual: false,
    });
    expect(draft.activities[0]?.timeOfDay).toBe(file === 'strava-excel.csv' ? '19:56:00' : '19:56:19');
    expect(draft.activities.map(({ isRun, distanceM }) => [isRun, distanceM])).toEqual([
      [true, 6021.4],
      [true, 5000],
      [false, 1250],
      [true, 10_500],
      [false, undefined],
    ]);
    expect(draft.activities[1]).toMatchObject({ performedOn: '2024-11-01', isTreadmill: true });
    expect(draft.activities[3]).toMatchObject({ isManual: true, line: 6 });
  });

  test('month first is proved by one date, and said', () => {
    expect(fixture('strava-excel.csv').assumptions[0]).toMatchObject({
      what: 'dateOrder',
      chosen: 'month first',
      evidence: 'line 2 has 10/31/2024 19:56',
    });
  });

  test('Dutch', () => {
    expect(fixture('strava-nl.csv').activities).toMatchObject([
      {
        performedOn: '2017-06-23',
        timeOfDay: '15:52:12',
        isRun: true,
        distanceM: 4731.5,
        movingS: 1451,
        isManual: false,
      },
      { performedOn: '2018-03-03', isRun: false, distanceM: 20_100, isManual: true },
    ]);
  });

  test('German', () => {
    const { activities } = fixture('strava-de.csv');
    expect(activities).toMatchObject([
      { performedOn: '2022-12-09', isRun: false, distanceM: 9440 },
      { performedOn: '2026-07-21', timeOfDay: '15:09:27', isRun: true, distanceM: 2810, averageHr: 148, maxHr: 190 },
    ]);
  });

  test('French', () => {
    expect(fixture('strava-fr.csv').activities).toMatchObject([
      { performedOn: '2025-03-09', timeOfDay: '08:12:30', isRun: true, distanceM: 21_100, ascentM: 45.5 },
    ]);
  });

  test('Spanish', () => {
    expect(fixture('strava-es.csv').activities).toMatchObject([
      { performedOn: '2026-08-02', timeOfDay: '12:20:32', isRun: true, distanceM: 5002 },
      { performedOn: '2026-01-15', timeOfDay: '06:05:00', isRun: false },
    ]);
  });

  test.each([
    ['strava-pt.csv', '2025-09-05'],
    ['strava-it.csv', '2025-07-09'],
  ])('%s', (file, performedOn) => {
    expect(fixture(file).activities).toMatchObject([
      { performedOn, timeOfDay: '07:34:10', isRun: true, distanceM: 5002 },
    ]);
  });

  test('2019: kilometres only, metres for swims', () => {
    expect(fixture('strava-2019.csv').activities).toMatchObject([
      { performedOn: '2019-08-12', distanceM: 5010, isRun: true, isManual: false },
      { performedOn: '2019-08-13', distanceM: 1000, isRun: false, isManual: true },
    ]);
  });

  test('2018: metres', () => {
    const draft = fixture('strava-legacy.csv');
    expect(draft.format).toBe('strava-bulk-legacy');
    expect(draft.activities).toMatchObject([
      { distanceM: 4305.7, isRun: true },
      { isRun: false, isManual: true },
    ]);
  });

  test('API lists are in the athlete’s own time', () => {
    const draft = fixture('strava-api.csv', { timeZone: 'Europe/Berlin' });
    expect(draft).toMatchObject({ format: 'strava-api', assumptions: [] });
    expect(draft.activities).toMatchObject([
      { timeOfDay: '09:05:57', movingS: 1158, elapsedS: 1236, ascentM: 22.1 },
      { performedOn: '2020-09-03', isRun: true, isTreadmill: true },
    ]);
  });

  test('API lists that kept only the start in UTC are moved to the athlete’s zone', () => {
    const text =
      ',name,distance,moving_time,elapsed_time,total_elevation_gain,type,id,upload_id,start_date\n0,Night,4989.0,2171,2171,0,Run,5051118833,,2021-01-02T03:23:29Z\n';
    const draft = draftOf(readBytes(bytesOf(text), { timeZone: 'America/New_York' }));
    expect(draft).toMatchObject({ format: 'strava-api', problems: [] });
    expect(draft.activities).toMatchObject([
      { performedOn: '2021-01-01', timeOfDay: '22:23:29', distanceM: 4989, movingS: 2171 },
    ]);
    expect(draft.assumptions).toMatchObject([{ what: 'timeZone', chosen: 'America/New_York' }]);
  });

  test('a time zone to the west moves runs to the day before', () => {
    expect(fixture('strava-en.csv', { timeZone: 'America/New_York' }).activities[1]).toMatchObject({
      performedOn: '2024-10-31',
      timeOfDay: '19:05:00',
      printedStart: 'Nov 1, 2024, 12:05:00 AM',
    });
  });

  test('a time zone that is not known changes nothing and is said', () => {
    const draft = fixture('strava-en.csv', { timeZone: 'Mars/Base' });
    expect(draft.activities[1]?.performedOn).toBe('2024-11-01');
    expect(draft.assumptions[0]?.evidence).toContain('Mars/Base');
  });
});

describe('words for running', () => {
  test.each([
    'Run',
    'TrailRun',
    'VirtualRun',
    'Hardloopsessie',
    'Carrera',
    'Corrida',
    'Lauf',
    'Course à pied',
    'Corsa',
    'Løb',
    'Löpning',
    'Bieg',
    'Virtueller Lauf',
    'ROAD_RUNNING',
    'TRACK_AND_FIELD_RUNNING',
    'Course à pied sur route',
    'Trail-löpning',
    'Terrengløping',
    'Bieganie terenowe',
    '操场跑步',
  ])('%s is running', (word) => {
    expect(sportMeaning(word).isRun).toBe(true);
  });
  test.each(['TREADMILL_RUNNING', 'Løp på tredemølle', 'Bieganie na bieżni', 'Running en cinta', '跑步机'])(
    '%s is running on a treadmill',
    (word) => {
      expect(sportMeaning(word)).toMatchObject({ isRun: true, isTreadmill: true });
    },
  );
  test.each(['Ride', 'Nordic Ski', 'Langlauf', 'Eislaufen', 'Walk', 'Workout', 'Multisport', 'Pool Swim', ''])(
    '%s is not',
    (word) => {
      expect(sportMeaning(word).isRun).toBe(false);
    },
  );
});
