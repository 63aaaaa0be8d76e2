import { describe, expect, test } from 'vitest';
import { draftOf, hostile } from './reading.ts';

/** One run of 5 km, which most of these files hold. */
const expectOneRun = (name: string) => {
  const draft = draftOf(hostile(name));
  expect(draft.activities).toMatchObject([{ isRun: true, distanceM: 5000, movingS: 1650, performedOn: '2026-01-05' }]);
  return draft;
};

describe('damaged and odd lists of Garmin Connect', () => {
  test('25 rows saved as one cell each', () => {
    expect(expectOneRun('25-double-encoded.csv').problems).toEqual([]);
  });

  test('36 a summary row has no date: not taken, and it is said', () => {
    expect(expectOneRun('36-totals-row.csv').problems).toMatchObject([{ line: 3, field: 'Date', found: '(empty)' }]);
  });

  test('37 lines before the heading', () => {
    expect(expectOneRun('37-preamble.csv').passedOver).toMatchObject({ 'line before the heading': expect.any(Number) });
  });

  test('53 miles are seen by the strides, and can be chosen otherwise', () => {
    const seen = draftOf(hostile('53-miles-vs-km.csv'));
    expect(seen.activities[0]?.distanceM).toBeCloseTo(3.11 * 1609.344, 1);
    expect(seen.assumptions).toMatchObject([{ what: 'distanceUnit', chosen: 'mi' }]);
    expect(draftOf(hostile('53-miles-vs-km.csv', { distanceUnit: 'km' })).activities[0]?.distanceM).toBe(3110);
  });

  test('57 other sports: swims are metres, the parent of a multisport day and unknown sports are no runs', () => {
    const { activities } = draftOf(hostile('57-other-sports.csv'));
    expect(activities.filter(({ isRun }) => isRun).map(({ isTreadmill }) => isTreadmill)).toEqual([false, true]);
    expect(activities.find(({ sport }) => sport === 'Pool Swim')?.distanceM).toBe(1500);
    expect(activities).toHaveLength(8);
  });

  test('60 the same run as in another app, a little further', () => {
    expect(draftOf(hostile('60-cross-source-b.csv')).activities).toMatchObject([
      { distanceM: 5010, timeOfDay: '07:00:00' },
    ]);
  });

  test('76 a leading apostrophe', () => {
    expect(expectOneRun('76-leading-apostrophe.csv').problems).toEqual([]);
  });

  test('77 dashes and NaN are missing', () => {
    expect(expectOneRun('77-nan-dashes.csv').activities).toMatchObject([{ averageHr: undefined, maxHr: undefined }]);
  });

  test('78 Swedish decimals and thousands', () => {
    expect(draftOf(hostile('78-swedish-decimal-thousands.csv')).activities.map(({ distanceM }) => distanceM)).toEqual([
      10_500, 9800,
    ]);
  });
});
