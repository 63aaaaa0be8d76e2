import { describe, expect, test } from 'vitest';
import { dateOrderOf, movedBy, readPrintedDate, resolveDate } from '../../../src/domain/imports/dateTimes.ts';
import {
  MAX_CELLS,
  MAX_ENTRIES,
  MAX_FILE_BYTES,
  MAX_ROWS,
  refusalOfBytes,
  tooLarge,
} from '../../../src/domain/imports/fileKind.ts';
import { readTable } from '../../../src/domain/imports/csvTable.ts';
import { openTable } from '../../../src/domain/imports/tableReading.ts';
import { normaliseHeading } from '../../../src/domain/imports/headings.ts';
import { decimalMarkOf, isMissing, readNumber, withoutNoise } from '../../../src/domain/imports/numbers.ts';
import { parseDuration } from '../../../src/domain/imports/durations.ts';
import { splitRecords } from '../../../src/domain/imports/csvRecords.ts';
import { parsePlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { bytesOf, draftOf, readBytes, refusalOf } from './reading.ts';
import { wholeHourShift } from '../../../src/domain/imports/shift.ts';

const split = (text: string) => splitRecords([text], ',', { at: 0, line: 1, limit: 1000 });

describe('dates', () => {
  test.each([
    ['2024-03-26 18:01:43', '2024-03-26 18:01:43'],
    ['Oct 31, 2024, 7:56:19 PM', '2024-10-31 19:56:19'],
    ['Oct 31, 2024, 12:00:19\u202FAM', '2024-10-31 00:00:19'],
    ['25 Jun 2015, 11:18:35', '2015-06-25 11:18:35'],
    ['23 jun. 2017 15:52:12', '2017-06-23 15:52:12'],
    ['12 mrt. 2018 08:00:00', '2018-03-12 08:00:00'],
    ['2 ago 2026, 12:20:32\u202Fp.m.', '2026-08-02 12:20:32'],
    ['2 sept 2026, 6:20:32 a. m.', '2026-09-02 06:20:32'],
    ['09.12.2022, 15:24:49', '2022-12-09 15:24:49'],
    ['1.4.2024', '2024-04-01'],
    ['8 Apr 2026, 16:50', '2026-04-08 16:50:00'],
    ['5 Mai 2026, 07:34', '2026-05-05 07:34:00'],
    ['11 Nis 2026, 13:05', '2026-04-11 13:05:00'],
    ['11 Ağu 2026, 13:05', '2026-08-11 13:05:00'],
    ['lun., 30 juin 2014 7:03', '2014-06-30 07:03:00'],
    ['mar., 1 juil. 2014 7:03', '2014-07-01 07:03:00'],
    ['Fr, 25 Mai 2012 20:31', '2012-05-25 20:31:00'],
    ['9 mars 2025 à 08:12:30', '2025-03-09 08:12:30'],
    ['5 de set. de 2025, 07:34:10', '2025-09-05 07:34:10'],
    ['9 août 2025 08:12', '2025-08-09 08:12:00'],
    ['2026-08-22T17:13:34', '2026-08-22 17:13:34'],
    ['2026-06-29T04:56:39.712Z', '2026-06-29 04:56:39'],
    ['2022-01-05 22:06:49 +0000', '2022-01-05 22:06:49'],
    ['2016-01-03 15:58:02-04:00', '2016-01-03 15:58:02'],
    ['2020-09-02 09:05:57+00:00', '2020-09-02 09:05:57'],
    ['31-Oct-24', '2024-10-31'],
    ['2024年10月31日 19:56:19', '2024-10-31 19:56:19'],
  ])('%s', (printed, start) => {
    const resolved = resolveDate(readPrintedDate(printed), 'dmy');
    expect(resolved.ok && [resolved.value.date, resolved.value.time].filter(Boolean).join(' ')).toBe(start);
  });

  test.each([
    '',
    'x',
    '2026-02-30',
    '2026-13-01',
    '29 Feb 2025',
    '1970-01-01 00:00:00',
    '9999-12-31',
    '2026-01-05 24:00:00',
    '2026-01-05 7:60',
    '13:00 pm',
    '46027',
    '32 Jan 2026',
    '2017-27-07',
    'Oct 31, 2024, 13:00 PM',
  ])('no date: %s', (printed) => {
    expect(resolveDate(readPrintedDate(printed), 'dmy').ok).toBe(false);
  });

  test('the order of day and month is decided for a file', () => {
    const status = (...dates: string[]) =>
      dateOrderOf(dates.map((found, index) => ({ line: index + 2, found, printed: readPrintedDate(found) }))).status;
    expect(status('03/04/2026', '13/04/2026')).toBe('proved');
    expect(status('7/15/20 9:41', '7/5/20 9:41')).toBe('proved');
    expect(status('03/04/2026', '05/06/2026')).toBe('unproved');
    expect(status('13/04/2026', '04/13/2026')).toBe('contradictory');
    expect(status('2026-04-13', '13.04.2026')).toBe('notNeeded');
  });

  test('moving across midnight and years', () => {
    const date = parsePlainDate('2025-12-31');
    expect(date !== undefined && movedBy({ date, time: '23:30:00' }, 3600)).toEqual({
      date: '2026-01-01',
      time: '00:30:00',
    });
  });
});

describe('numbers', () => {
  test('the decimal mark is the column’s', () => {
    expect(decimalMarkOf(['1,234', '5,12', '10,5'])).toBe(',');
    expect(decimalMarkOf(['1,234', '5.12'])).toBe('.');
    expect(decimalMarkOf(['1.234.567'])).toBe(',');
    expect(decimalMarkOf(['1,250', '--'])).toBe('.');
  });

  test.each([
    ['1,177', '.', 1177],
    ['1.349', ',', 1349],
    ['17,28', ',', 17.28],
    ["'-6", '.', -6],
    ['\u22125', '.', -5],
    ['1\u00A0057', ',', 1057],
    ['６０', '.', 60],
    ['1e3', '.', 1000],
    ['0.0', ',', 0],
  ] as const)('%s with %s', (cell, mark, value) => {
    expect(readNumber(cell, mark)).toBe(value);
  });

  test.each(['17,28', 'inf', 'NaN', '1,23,4', '12kg', '', '0x10'])('no number with a point: %s', (cell) => {
    expect(readNumber(cell, '.')).toBeUndefined();
  });

  test('missing markers and noise', () => {
    expect(['', '--', '-', 'NaN', 'None', 'null', ' - '].every(isMissing)).toBe(true);
    expect(isMissing('0')).toBe(false);
    expect([74.99999999999999, 299.99999999999994, 122.50000000000001].map(withoutNoise)).toEqual([75, 300, 122.5]);
  });
});

describe('durations', () => {
  test.each([
    ['1h 13m', 4380],
    ['2h', 7200],
    ['38min', 2280],
    ['1h 1min', 3660],
    ['55s', 55],
    ['1267', 1267],
    ['3107.0', 3107],
    ['1:02:03', 3723],
    ['62:03', 3723],
    ['0 days 00:30:00', 1800],
    ['01h 58m', 7080],
  ])('%s', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });
  test.each(['', '--', 'x', '1:99', '00:52.95.8', '1h 2x'])('none: %s', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('records', () => {
  test('an open quote in the middle costs one line', () => {
    const { records, problems } = split('a,b\n1,"x\n2,"y"\n3,"z"\n');
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['2', 'y'] },
      { line: 4, cells: ['3', 'z'] },
    ]);
    expect(problems).toMatchObject([{ line: 2 }]);
  });

  test('line ends in quotes count as lines', () => {
    const { records } = split('a,"1\r\n2\r3\n4"\r\r\nb,c\rd,e');
    expect(records.map(({ line }) => line)).toEqual([1, 5, 6]);
  });

  test('hostile quotes stay linear', () => {
    const begun = performance.now();
    expect(split('a"b,"c\n'.repeat(300_000)).problems.length).toBeGreaterThan(0);
    split('"'.repeat(2_000_001));
    split('"\n'.repeat(500_001));
    split('\r'.repeat(1_000_000));
    expect(performance.now() - begun).toBeLessThan(8000);
  });
});

describe('limits are said, not met by running out of memory', () => {
  const rowsOfCsv = function* (heading: string, row: string, count: number): Generator<string> {
    yield heading;
    for (let from = 0; from < count; from += 1000) yield row.repeat(Math.min(1000, count - from));
  };
  const tableOf = (heading: string, row: string, count: number) =>
    readTable(
      () => rowsOfCsv(heading, row, count),
      () => true,
    );

  test('rows', () => {
    expect(tableOf('a\n', '1\n', MAX_ROWS + 1)).toMatchObject({
      ok: false,
      error: { reason: 'tooLarge', found: 'more than 3 million rows' },
    });
  });

  test('cells', () => {
    const wide = `${'1,'.repeat(1999)}1\n`;
    expect(tableOf(wide.replaceAll('1', 'a'), wide, MAX_CELLS / 2000 + 1)).toMatchObject({
      ok: false,
      error: { reason: 'tooLarge', found: 'more than 150 million cells' },
    });
  });

  test('fields of a line', () => {
    const refused = refusalOf(readBytes(bytesOf(`${'a column,'.repeat(200_000)}c\n`)));
    expect(refused).toMatchObject({ reason: 'notCsv', line: 1, expected: expect.stringContaining('20000 fields') });
  });

  test('fields far beyond the headings, unless they are blank', () => {
    const heading = 'Date,Exercise,Weight (kg),Reps\n';
    const text = `${heading}2026-01-05,Squat,62.5,5${','.repeat(300)}\n2026-01-05,Squat,62.5,5${',x'.repeat(300)}\n`;
    const draft = draftOf(readBytes(bytesOf(text)));
    expect([draft.rows, draft.sessions[0]?.sets.length]).toEqual([1, 1]);
    expect(draft.problems).toMatchObject([{ line: 3, found: '304 fields' }]);
  });

  test('activities', () => {
    const table = tableOf('a\n', '1\n', MAX_ENTRIES + 1);
    if (!table.ok) throw new Error('the table was refused');
    const plan = { name: 'a list', startColumns: [0], needed: [], numbers: [], decimals: [] };
    expect(openTable(table.value, plan, { choices: {}, zoneOffset: undefined })).toMatchObject({
      ok: false,
      error: { reason: 'tooLarge', expected: expect.stringContaining('at most 300,000 of them') },
    });
  });
});

describe('files and headings', () => {
  test('the limit of size is said', () => {
    expect(tooLarge(MAX_FILE_BYTES + 1)).toMatchObject({
      reason: 'tooLarge',
      expected: expect.stringContaining('2048 MB'),
    });
    expect(refusalOfBytes(new Uint8Array())?.reason).toBe('empty');
  });

  test('headings are compared without their clothes', () => {
    expect(normaliseHeading('\uFEFF <span class="translation_missing" title="x">Start\u00A0Time</span> ')).toBe(
      'start time',
    );
    expect(normaliseHeading('Distance.1')).toBe('distance');
    expect(normaliseHeading('Training Stress Score®')).toBe('training stress score');
    expect(normaliseHeading('ID de l’activité')).toBe("id de l'activité");
  });
});

describe('shift of a whole history', () => {
  const at = (startKey: string, title = 'A') => ({ startKey, title });
  test('no shift when the file meets what is there', () => {
    const known = [at('2026-01-05 07:00:00'), at('2026-01-05 08:00:00')];
    expect(wholeHourShift(known, known)).toBe(0);
    expect(wholeHourShift([], known)).toBe(0);
    expect(wholeHourShift(known, [at('2026-03-05 06:00:00')])).toBe(0);
  });
  test('no shift from a chance meeting', () => {
    const known = [at('2026-01-05 07:00:00'), at('2026-01-06 07:00:00'), at('2026-01-07 07:00:00')];
    expect(
      wholeHourShift(known, [at('2026-01-05 08:00:00'), at('2026-01-06 10:30:00'), at('2026-01-07 11:30:00')]),
    ).toBe(0);
  });
  test('across midnight', () => {
    expect(wholeHourShift([at('2026-01-06 00:30:00')], [at('2026-01-05 23:30:00')])).toBe(1);
  });
});
