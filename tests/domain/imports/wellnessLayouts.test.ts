import { describe, expect, test } from 'vitest';
import { bytesOf, draftOf, fixture, readBytes, refusedFixture } from './reading.ts';

const wellness = (name: string) => fixture(name).wellness;

describe('scales', () => {
  test('Garmin: a day above its measurements, several a day, the unit in the cell', () => {
    const draft = fixture('garmin-weight.csv');
    expect(draft).toMatchObject({ format: 'garmin-weight', rows: 3, problems: [], assumptions: [] });
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2025-03-13', timeOfDay: '07:13:00', bodyMassKg: 69.853, bodyFatPercent: undefined, line: 3 },
      { measuredOn: '2025-03-13', timeOfDay: '21:40:00', bodyMassKg: 70.76, bodyFatPercent: 15.5 },
      { measuredOn: '2025-03-12', timeOfDay: '07:15:00', bodyMassKg: 70.352, line: 6 },
    ]);
  });

  test('Garmin: kilograms, 24 hours, decimal comma', () => {
    expect(wellness('garmin-weight-kg.csv')).toMatchObject([
      { measuredOn: '2023-09-21', timeOfDay: '07:13:00', bodyMassKg: 70.4 },
    ]);
  });

  test('Garmin’s import file: day first always; its unit is settled from the weights', () => {
    const draft = fixture('garmin-weight-import.csv');
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2024-03-05', bodyMassKg: 70.5, bodyFatPercent: 15.2 },
      { measuredOn: '2024-03-06' },
    ]);
    expect(draft.assumptions).toMatchObject([{ what: 'massUnit', chosen: 'kg' }]);
  });

  test('Withings: fat as a share of the mass, only where it was measured', () => {
    expect(wellness('withings.csv')).toMatchObject([
      { importKey: 'withings:2019-09-23 21:37:34', bodyMassKg: 62.5, bodyFatPercent: 20 },
      { bodyMassKg: 62.82, bodyFatPercent: undefined },
    ]);
  });

  test('Withings: German, with a heading that a spreadsheet saved as one cell', () => {
    expect(wellness('withings-de.csv')).toMatchObject([{ measuredOn: '2026-06-27', bodyMassKg: 68.59 }]);
  });

  test('Withings: pounds by heading', () => {
    expect(wellness('withings-lb.csv')).toMatchObject([{ bodyMassKg: 68.039, bodyFatPercent: 20 }]);
  });

  const read = (...lines: readonly string[]) => draftOf(readBytes(bytesOf(lines.join('\n'))));

  test('Renpho of later years: day and time apart, a number before them, an empty heading at the end', () => {
    const draft = read(
      'No.,Date,Time,Weight(kg),BMI,Body Fat Percentage(%),Visceral Fat,Metabolic Age,Remarks,',
      '1,2026.08.16,07:59:46,74.15,23.1,14.1,7,30,--,',
    );
    expect(draft).toMatchObject({ format: 'renpho', problems: [] });
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2026-08-16', timeOfDay: '07:59:46', bodyMassKg: 74.15, bodyFatPercent: 14.1 },
    ]);
  });

  test('another scale with the unit in its heading is not Garmin’s', () => {
    const draft = read('Time,Weight(lb),BMI,Body Fat(%)', '2026-09-24 18:05:10,164.0,22.9,14.6');
    expect(draft).toMatchObject({ format: 'smart-scale', assumptions: [] });
    expect(draft.wellness).toMatchObject([{ measuredOn: '2026-09-24', bodyMassKg: 74.389, bodyFatPercent: 14.6 }]);
  });

  test('Hevy’s measurements: midnight is no time of day, girths alone are no value', () => {
    const draft = read(
      '"date","weight_kg","fat_percent","neck_cm"',
      '"4 May 2026, 00:00",96.5,22.1,',
      '"17 Jun 2026, 00:00",,,39',
    );
    expect(draft).toMatchObject({ format: 'hevy-body', passedOver: { 'row without a value': 1 } });
    expect(draft.wellness).toMatchObject([
      { importKey: 'hevy-body:2026-05-04', timeOfDay: undefined, bodyMassKg: 96.5, bodyFatPercent: 22.1 },
    ]);
  });

  test('Renpho: tabs, dates with points, pounds', () => {
    expect(wellness('renpho.csv')).toMatchObject([
      { measuredOn: '2026-10-07', timeOfDay: '07:20:30', bodyMassKg: 68.039, bodyFatPercent: 23.2 },
    ]);
  });

  test('GoldenCheetah: seconds since 1970', () => {
    expect(wellness('goldencheetah-body.csv')).toMatchObject([
      { measuredOn: '2024-01-02', timeOfDay: '06:30:00', bodyMassKg: 70.2, bodyFatPercent: 14.4 },
    ]);
  });

  test('FitNotes: mass and fat of one time are one measurement; girths are left out', () => {
    const draft = fixture('fitnotes-body.csv');
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2019-12-26', bodyMassKg: 60, bodyFatPercent: 15.5 },
      { measuredOn: '2019-12-28', bodyMassKg: 63.503 },
    ]);
    expect(draft.passedOver).toEqual({ waist: 1 });
  });

  test('a mass that nobody has is left out, and it is said', () => {
    const text = 'Date,"Weight (kg)","Fat mass (kg)"\n2024-01-02 08:00:00,701,12\n2024-01-03 08:00:00,70.1,12\n';
    expect(draftOf(readBytes(bytesOf(text)))).toMatchObject({
      wellness: [{ line: 3, bodyMassKg: 70.1 }],
      problems: [{ line: 2, field: 'Weight (kg)', found: '701' }],
      passedOver: { 'row without a value': 1 },
    });
  });
});

describe('MyFitnessPal', () => {
  test('weight among other measures of the body, and nothing else', () => {
    const text = 'Date,Body Fat %,Weight,Neck\n2024-01-15,18.5,80,\n2024-01-16,,80.5,38\n';
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft.format).toBe('myfitnesspal-weight');
    expect(draft.wellness).toMatchObject([{ bodyMassKg: 80, bodyFatPercent: 18.5 }, { bodyMassKg: 80.5 }]);
    expect(readBytes(bytesOf(text.replace('Neck', 'Mood'))).ok).toBe(false);
  });

  test('a weight without a unit: pounds, because nobody’s half is over 115 kg; the coach’s word stands over it', () => {
    const draft = fixture('mfp-weight.csv');
    expect(draft.assumptions).toMatchObject([{ what: 'massUnit', chosen: 'lb' }]);
    expect(draft.wellness).toMatchObject([{ measuredOn: '2016-09-22', bodyMassKg: 70.307 }, { bodyMassKg: 70.76 }]);
    expect(fixture('mfp-weight.csv', { massUnit: 'kg' }).wellness).toMatchObject([{ bodyMassKg: 155 }, {}]);
  });

  test('meals add up to days', () => {
    expect(wellness('mfp-nutrition.csv')).toMatchObject([
      { importKey: 'myfitnesspal-nutrition:2016-09-22|intakeKcal', measuredOn: '2016-09-22', intakeKcal: 2200.5 },
      { measuredOn: '2016-09-23', intakeKcal: 600 },
    ]);
  });
});

describe('nights and mornings', () => {
  test('intervals.icu by its API: the day is called id; the other measure of variability is not taken for this one', () => {
    const text = [
      'id,ctl,atl,sportInfo,updated,weight,restingHR,hrv,hrvSDNN,kcalConsumed,sleepSecs,sleepScore,bodyFat,steps,locked',
      `2026-08-22,40.8,38.7,"[{'type': 'Run', 'eftp': 263.0}]",2026-08-24T00:00:42.585+00:00,61.5,43.0,,56.6,,25457.0,,14.2,11587.0,False`,
    ].join('\n');
    const draft = draftOf(readBytes(bytesOf(text)));
    expect(draft).toMatchObject({ format: 'intervals-wellness', problems: [] });
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2026-08-22', bodyMassKg: 61.5, restingHr: 43, hrvMs: undefined, sleepS: 25_457, steps: 11_587 },
    ]);
  });

  test('intervals.icu: a day without values is no measurement; added columns do not disturb', () => {
    const draft = fixture('intervals-wellness.csv');
    expect(draft).toMatchObject({ rows: 2, passedOver: { 'row without a value': 1 } });
    expect(draft.wellness).toEqual([
      {
        importKey: 'intervals-wellness:2026-08-22',
        line: 3,
        measuredOn: '2026-08-22',
        timeOfDay: undefined,
        bodyMassKg: 61.5,
        bodyFatPercent: 14.2,
        restingHr: 43,
        hrvMs: 58,
        hrvScore: undefined,
        sleepS: 31_829,
        sleepScore: 86,
        readinessScore: 71,
        steps: 9000,
        intakeKcal: 2400,
      },
    ]);
  });

  test('Oura: all columns, and those an athlete picked', () => {
    expect(wellness('oura.csv')).toMatchObject([
      { restingHr: 44, hrvMs: 29, sleepS: 25_560, sleepScore: 81, readinessScore: 77, steps: 11_200 },
    ]);
    expect(wellness('oura-picked.csv')).toMatchObject([{ measuredOn: '2022-07-11', restingHr: 44, hrvMs: 29 }]);
  });

  test('Whoop: a night counts for the day it ends on; naps and cycles without a night do not count', () => {
    expect(fixture('whoop-cycles.csv')).toMatchObject({
      wellness: [
        {
          importKey: 'whoop-cycle:2024-12-08 22:40:05',
          measuredOn: '2024-12-09',
          restingHr: 48,
          hrvMs: 64,
          sleepS: 26_700,
          sleepScore: 83,
          readinessScore: 91,
        },
      ],
      passedOver: { 'cycle without a night': 1 },
      problems: [],
    });
    expect(fixture('whoop-sleeps.csv')).toMatchObject({
      wellness: [{ measuredOn: '2026-01-02', sleepS: 24_000, sleepScore: 80 }],
      passedOver: { nap: 1 },
    });
    expect(refusedFixture('whoop-journal.csv')).toMatchObject({
      reason: 'unknownFormat',
      found: expect.stringContaining('journal'),
    });
  });

  test('HRV4Training on iOS: lone line ends, “a. m.”, a morning of noughts', () => {
    const draft = fixture('hrv4training-ios.csv');
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2017-04-01', timeOfDay: '09:56:21', restingHr: 43.92, hrvMs: 67.54, hrvScore: 8.37 },
      { measuredOn: '2018-04-28', timeOfDay: '00:01:00' },
    ]);
    expect(draft.passedOver).toEqual({ 'row without a value': 1 });
  });

  test('HRV4Training on Android: the day before the month, bare decimal commas behind what is read', () => {
    const draft = fixture('hrv4training-android.csv');
    expect(draft.problems).toEqual([]);
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2017-07-27', timeOfDay: '07:39:00', hrvMs: 84.2, sleepS: 27_000 },
      { measuredOn: '2017-07-28', sleepS: undefined },
    ]);
    expect(draft.assumptions).toMatchObject([{ what: 'dateOrder', chosen: 'year, day, month' }]);
  });

  test('HRV4Training on Android: days up to the twelfth are read so that they lie close together', () => {
    const head = 'date,time,HR,rMSSD,HRV4T_Recovery_Points';
    const rows = ['2017-03-08,07:00,45,80,8', '2017-04-08,07:00,45,80,8', '2017-05-08,07:00,45,80,8'];
    const { wellness: read } = draftOf(readBytes(bytesOf(`${head}\n${rows.join('\n')}\n`)));
    expect(read.map(({ measuredOn }) => measuredOn)).toEqual(['2017-08-03', '2017-08-04', '2017-08-05']);
  });

  test('HRV4Training later: semicolons, a date beside the time', () => {
    expect(wellness('hrv4training-later.csv')).toMatchObject([
      { measuredOn: '2026-01-05', timeOfDay: '06:10:00', hrvMs: 71, hrvScore: 8.5, sleepS: 27_000 },
    ]);
  });

  test('Elite HRV: only mornings; its two scores are told apart', () => {
    const draft = fixture('elitehrv.csv');
    expect(draft.wellness).toMatchObject([
      { hrvMs: 40.87, hrvScore: 57, readinessScore: undefined, restingHr: 50.46 },
      { hrvMs: 28.03, hrvScore: 51, readinessScore: 6 },
    ]);
    expect(draft.passedOver).toEqual({ 'open reading': 1 });
  });

  test('Runkeeper’s measurements: meals add up, weights are kilograms', () => {
    const draft = fixture('runkeeper-measurements.csv');
    expect(draft.wellness).toMatchObject([
      { measuredOn: '2014-12-16', intakeKcal: 1335.5 },
      { measuredOn: '2014-12-28', bodyMassKg: 81.2 },
    ]);
    expect(draft.passedOver).toEqual({ waist: 1 });
  });
});

test('a second measurement of the same time is left out, and it is said', () => {
  const text = 'Date,Weight\n2024-01-13,70\n2024-01-13,71\n';
  expect(draftOf(readBytes(bytesOf(text)))).toMatchObject({
    wellness: [{ line: 2, bodyMassKg: 70 }],
    problems: [{ line: 3, found: 'a second measurement of the same time' }],
  });
});
