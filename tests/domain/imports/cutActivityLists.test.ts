import { describe, expect, test } from 'vitest';
import type { ImportChoices, ImportDraft } from '../../../src/domain/imports/draft.ts';
import { bytesOf, draftOf, readBytes, refusalOf } from './reading.ts';

const read = (lines: readonly string[], choices: ImportChoices = {}): ImportDraft =>
  draftOf(readBytes(bytesOf(`${lines.join('\n')}\n`), choices));

const unitOf = (draft: ImportDraft) => draft.assumptions.find(({ what }) => what === 'distanceUnit');

describe('Strava’s table after somebody chose columns', () => {
  test('elapsed time and distance moved: read by their names, not by the places of 2019', () => {
    const draft = read([
      'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Moving Time,Max Speed,Average Speed,Elevation Gain,Average Heart Rate',
      '7000000001,"Oct 31, 2024, 7:56:19 PM",Evening Run,Run,1860,6.02,1800.0,4.5,3.345,12.0,152.0',
      '7000000002,"Nov 1, 2024, 6:00:00 AM",Pool,Swim,1860,"1,500",1800.0,1.5,0.83,0.0,131.0',
    ]);
    expect(draft).toMatchObject({ format: 'strava-bulk', problems: [] });
    expect(draft.activities).toMatchObject([
      { isRun: true, distanceM: 6020, movingS: 1800, elapsedS: 1860, ascentM: 12, averageHr: 152, notes: undefined },
      { isRun: false, distanceM: 1500 },
    ]);
    expect(unitOf(draft)).toMatchObject({ chosen: 'km', evidence: expect.stringContaining('1.00 km') });
  });

  test('the second distance alone is metres, which time tells', () => {
    const draft = read([
      'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Moving Time,Distance,Filename,Average Speed,Calories',
      '7000000001,"Oct 31, 2024, 7:56:19 PM",Evening Run,Run,1860,1800.0,6021.4,activities/1.gpx,3.345,300',
    ]);
    expect(draft.activities).toMatchObject([{ distanceM: 6021.4, movingS: 1800, isManual: false }]);
    expect(unitOf(draft)).toBeUndefined();
  });

  test('somebody has made miles of the kilometres: the speed tells, and the coach may say otherwise', () => {
    const lines = [
      'Activity ID,Activity Date,Activity Type,Moving Time,Distance,Average Speed',
      '7000000001,"Oct 31, 2024, 7:56:19 PM",Run,1800.0,3.742,3.345',
    ];
    expect(unitOf(read(lines))).toMatchObject({ chosen: 'mi' });
    expect(read(lines).activities[0]?.distanceM).toBeCloseTo(6022.2, 1);
    expect(read(lines, { distanceUnit: 'km' }).activities[0]?.distanceM).toBe(3742);
  });

  test('units written into the headings', () => {
    const draft = read([
      'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time (seconds),Moving Time (min),Distance (meters),Max Speed,Average Speed,Elevation Gain (ft),Calories',
      '7000000001,"Oct 31, 2024, 7:56:19 PM",Evening Run,Run,1860,30,6021.4,4.5,3.3,100,300',
    ]);
    expect(draft.activities).toMatchObject([{ distanceM: 6021.4, movingS: 1800, elapsedS: 1860, ascentM: 30.48 }]);
    const miles = read([
      'Activity Date,Activity Type,Moving Time,Distance (mi)',
      '"Oct 31, 2024, 7:56:19 PM",Run,1800,2',
    ]);
    expect(miles.activities[0]?.distanceM).toBeCloseTo(3218.69, 2);
  });

  test('without IDs: still UTC, told apart by the start, and the same again', () => {
    const lines = [
      'Activity Date,Activity Name,Activity Type,Elapsed Time,Distance',
      '"Nov 1, 2024, 12:05:00 AM",Night,Run,1500,5.00',
      '"Nov 1, 2024, 12:05:00 AM",Night again,Run,900,3.00',
    ];
    const draft = read(lines, { timeZone: 'America/New_York' });
    expect(draft.activities).toMatchObject([
      { performedOn: '2024-10-31', timeOfDay: '19:05:00', importKey: 'strava:2024-10-31 19:05:00|Run' },
      { importKey: 'strava:2024-10-31 19:05:00|Run#2', distanceM: 3000 },
    ]);
    expect(draft.problems).toEqual([]);
  });

  test('German, with both distances kept', () => {
    const draft = read([
      'Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Verstrichene Zeit,Distanz,Bewegungszeit,Distanz,Höhenzunahme,Durchschnittliche Herzfrequenz,Kalorien',
      '7000000001,"21.07.2026, 15:09:27",Lauf am Abend,Lauf,1860,"6,02",1800.0,6021.4,12.0,152.0,300.0',
    ]);
    expect(draft.activities).toMatchObject([
      { isRun: true, distanceM: 6021.4, movingS: 1800, elapsedS: 1860, ascentM: 12, averageHr: 152 },
    ]);
  });

  test('a second distance that is no metres is not taken for metres', () => {
    const draft = read([
      'Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Verstrichene Zeit,Distanz,Höhenzunahme',
      '7000000001,"21.07.2026, 15:09:27",Lauf am Abend,Lauf,1860,"6,02",171,1860,"6,02",12.0',
    ]);
    expect(draft.activities).toMatchObject([{ distanceM: 6020, elapsedS: 1860, maxHr: 171 }]);
  });

  test('in a language that is not known the places of 2019 are not guessed: the coach is asked', () => {
    const refusal = refusalOf(
      readBytes(
        bytesOf(
          [
            'ID aktywności,Data aktywności,Nazwa aktywności,Rodzaj aktywności,Czas trwania,Dystans,Czas ruchu,Maks. prędkość,Średnia prędkość,Kalorie',
            '7000000001,"31 paź 2024, 19:56:19",Bieg,Bieg,1860,"6,02",1800,4.5,3.3,300',
          ].join('\n'),
        ),
      ),
    );
    expect(refusal).toMatchObject({ reason: 'unknownFormat' });
    expect(refusal.sample).toBeDefined();
  });

  test('the whole export of 2019 is still read in a language that is not known', () => {
    const draft = read([
      'ID aktywności,Data aktywności,Nazwa aktywności,Rodzaj aktywności,Opis aktywności,Czas trwania,Dystans,Względny wysiłek,Dojazd,Sprzęt,Nazwa pliku',
      '900001,"12 Aug 2019, 17:02:03",Bieg,Bieg,,1500,"5,01",20,false,,activities/1.gpx',
    ]);
    expect(draft.activities).toMatchObject([{ distanceM: 5010, elapsedS: 1500, isRun: true, isManual: false }]);
  });
});

describe('what scripts make of Strava’s API', () => {
  const HEAD = 'id,name,type,start_date_local,distance,moving_time,average_speed';

  test('kilometres under the name of the metres: time tells, swims go with them, and it is said', () => {
    const draft = read([
      HEAD,
      '1,Morning,Run,2021-04-06T15:15:00Z,5.58,1985,2.81',
      '2,Morning,Run,2021-04-07T15:15:00Z,10.1,3510,2.88',
      '3,Pool,Swim,2021-04-08T15:15:00Z,1.5,2400,0.63',
    ]);
    expect(draft.activities).toMatchObject([
      { distanceM: 5580, movingS: 1985, timeOfDay: '15:15:00' },
      { distanceM: 10_100 },
      { distanceM: 1500 },
    ]);
    expect(draft.assumptions).toMatchObject([{ what: 'distanceUnit', chosen: 'km' }]);
  });

  test('minutes under the name of the seconds too', () => {
    const draft = read([HEAD, '1,Morning,Run,2021-04-06T15:15:00Z,5.58,33.1,2.81']);
    expect(draft.activities).toMatchObject([{ distanceM: 5580, movingS: 1986, elapsedS: 1986 }]);
    expect(draft.assumptions).toMatchObject([{ what: 'distanceUnit' }, { what: 'duration', chosen: 'minutes' }]);
  });

  test('metres stay metres, however slowly somebody goes', () => {
    const draft = read([HEAD, '1,Up,Hike,2021-04-06T15:15:00Z,5580,18000,0.31']);
    expect(draft.activities).toMatchObject([{ distanceM: 5580, movingS: 18_000 }]);
    expect(draft.assumptions).toEqual([]);
  });

  test('an ID by its longer name', () => {
    const draft = read([HEAD.replace('id,', 'activity_id,'), '11,Morning,Run,2021-04-06T15:15:00Z,5580,1985,2.81']);
    expect(draft.activities).toMatchObject([{ sourceId: '11' }]);
  });
});

describe('intervals.icu after somebody chose columns', () => {
  test('with a date beside the local start it is not Strava’s export of 2018', () => {
    const draft = read([
      'id,date,start_date_local,name,type,moving_time,elapsed_time,distance,average_heartrate,icu_training_load,icu_rpe',
      'i190000001,2026-10-06,2026-10-06T10:58:43,Easy,Run,1800,1860,6021.4,152,40,3',
    ]);
    expect(draft).toMatchObject({ format: 'intervals', problems: [] });
    expect(draft.activities).toMatchObject([
      { sourceId: 'i190000001', timeOfDay: '10:58:43', distanceM: 6021.4, movingS: 1800, rpe: 3 },
    ]);
  });
});
