import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText } from '../../../src/domain/exports/csvText.ts';
import { activityListCsv, setListCsv, wellnessListCsv } from '../../../src/domain/exports/trainingLists.ts';
import type { DraftActivity, DraftSession, DraftWellness } from '../../../src/domain/imports/draft.ts';
import { splitRecords } from '../../../src/domain/imports/csvRecords.ts';
import { textOf } from '../../../src/domain/imports/importer.ts';
import { hasOpenFolder, bytesOf, draftOf, fixture, openFolder, readBytes, readPath } from './reading.ts';

/** What a list says of a session, without where it stood in which file. */
const told = ({ line: _line, printedStart: _printed, sets, ...session }: DraftSession) => ({
  ...session,
  sets: sets.map(({ line: _setLine, ...set }) => set),
});

const toldActivity = ({ line: _line, printedStart: _printed, ...activity }: DraftActivity) => activity;
const toldMeasurement = ({ line: _line, ...one }: DraftWellness) => one;

const withSets = (sessions: readonly DraftSession[]) => sessions.filter(({ sets }) => sets.length > 0);

describe('lists that the app prints are read back whole', () => {
  test.each([
    'strong-2021.csv',
    'strong-de.csv',
    'strong-semicolon.csv',
    'hevy-kg.csv',
    'fitnotes-ios.csv',
    'fitbod-now.csv',
    'fitbod-2019.csv',
    'stronglifts-kg.csv',
    'gymbook-it.csv',
    'liftosaur.csv',
    'alpha-progression.csv',
  ])('sets of %s', (file) => {
    const before = withSets(fixture(file, { massUnit: 'lb' }).sessions);
    const after = draftOf(readBytes(bytesOf(setListCsv(before))));
    expect(after).toMatchObject({ format: 'set-log', assumptions: [] });
    expect(after.sessions.map(told)).toEqual(before.map(told));
  });

  test.each(['strava-en.csv', 'strava-de.csv', 'simple-cardio.csv'])('activities of %s', (file) => {
    const before = fixture(file).activities;
    const after = draftOf(readBytes(bytesOf(activityListCsv(before))));
    expect(after).toMatchObject({ format: 'ironstride-activities' });
    expect(after.activities.map(toldActivity)).toEqual(before.map(toldActivity));
  });

  test('measurements', () => {
    const before = fixture('stronglifts-old-mdy.csv').wellness;
    const after = draftOf(readBytes(bytesOf(wellnessListCsv(before))));
    expect(after.wellness.map(toldMeasurement)).toEqual(before.map(toldMeasurement));
  });

  test.skipIf(!hasOpenFolder)(
    'a real log of five thousand sets (skipped where ../shared/csv/open is not there)',
    () => {
      const before = withSets(draftOf(readPath(`${openFolder}strong-tzshift-b-8.csv`)).sessions);
      const after = draftOf(readBytes(bytesOf(setListCsv(before))));
      expect(after.sessions.map(told)).toEqual(before.map(told));
    },
  );
});

describe('cells', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', "'", "'=", "''+", '\t', '\r', ' '), fc.string({ maxLength: 6 }))
      .map((parts) => parts.join('')),
  );

  test('any text comes back as it was, and none is a formula', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (cells) => {
        const printed = csvText([cells]).slice(1);
        const { records } = splitRecords([printed], ',', { at: 0, line: 1, limit: 9 });
        expect(records[0]?.cells.map((cell) => textOf(cell))).toEqual(cells);
        expect(records[0]?.cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])(
    '%j is no formula in a spreadsheet, and itself when read back',
    (cell) => {
      const printed = csvText([[cell, 'x']]);
      const { records } = splitRecords([printed.slice(1)], ',', { at: 0, line: 1, limit: 1 });
      expect(records[0]?.cells).toEqual([`'${cell}`, 'x']);
      expect(textOf(records[0]?.cells[0])).toBe(cell);
    },
  );

  test('numbers are numbers, also below 0', () => {
    expect(csvText([[-20, undefined, 'a;b']])).toBe('\uFEFF-20,,"a;b"\r\n');
  });
});
