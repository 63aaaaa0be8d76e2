import { describe, expect, test } from 'vitest';
import type { ImportDraft } from '../../../src/domain/imports/draft.ts';
import { draftTotals } from '../../../src/domain/imports/totals.ts';
import { shiftedKey, wholeHourShift } from '../../../src/domain/imports/shift.ts';
import { draftOf, hostile, refusalOf } from './reading.ts';

const setsOf = (draft: ImportDraft) => draft.sessions.flatMap(({ sets }) => sets);
const startsOf = (draft: ImportDraft) =>
  draft.sessions.map((session) => ({
    startKey: `${session.performedOn} ${session.timeOfDay ?? ''}`,
    title: session.title,
  }));
const problemsOf = (draft: ImportDraft) => draft.problems.map(({ line, field }) => `${line} ${field}`);

/** One squat of 60 kg × 5, which most of these files hold. */
const expectOneSquat = (draft: ImportDraft): void => {
  expect(setsOf(draft)).toMatchObject([{ exercise: 'Squat (Barbell)', loadKg: 60, reps: 5 }]);
};

describe('files that are no CSV are refused with the reason', () => {
  test.each([
    ['01-empty.csv', 'empty', /empty/u],
    ['02-bom-only.csv', 'empty', /empty/u],
    ['04-blank-lines.csv', 'empty', /empty/u],
    ['61-html-login-page.csv', 'notCsv', /web page/u],
    ['62-json.csv', 'notCsv', /JSON/u],
    ['64-gzip.csv', 'notText', /compressed/u],
    ['65-zip.csv', 'notText', /Excel workbook or ZIP/u],
    ['66-pdf.csv', 'notText', /PDF/u],
    ['68-random-binary.csv', 'notText', /binary/u],
    ['69-quotes-bomb.csv', 'unknownFormat', /headings/u],
  ])('%s', (file, reason, found) => {
    const begun = performance.now();
    const refusal = refusalOf(hostile(file));
    expect(refusal.reason).toBe(reason);
    expect(refusal.found).toMatch(found);
    expect(refusal.found.length).toBeLessThan(200);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('broken text costs its own rows only', () => {
  test('05 blank rows are not rows', () => {
    const draft = draftOf(hostile('05-header-blank-rows.csv'));
    expectOneSquat(draft);
    expect([draft.rows, draft.problems]).toEqual([1, []]);
  });

  test('06 a quote that never closes', () => {
    const draft = draftOf(hostile('06-unterminated-quote-last.csv'));
    expectOneSquat(draft);
    expect(draft.problems).toMatchObject([{ line: 3, expected: expect.stringContaining('quote never closed') }]);
  });

  test('08 quotes inside a bare field are letters', () => {
    expect(draftOf(hostile('08-stray-quote.csv')).sessions).toMatchObject([{ title: 'A "heavy" day' }]);
  });

  test('09 text after a closing quote is kept', () => {
    const draft = draftOf(hostile('09-text-after-quote.csv'));
    expect(draft.sessions.map(({ title }) => title)).toEqual(['Ax', 'A']);
  });

  test('10 zero bytes reject the row', () => {
    const draft = draftOf(hostile('10-nul-bytes.csv'));
    expectOneSquat(draft);
    expect(draft.problems).toMatchObject([{ line: 3, field: 'Date', expected: expect.stringContaining('zero bytes') }]);
  });

  test('70 a field of 2 MB rejects its row', () => {
    const refusal = refusalOf(hostile('70-long-field.csv'));
    expect(refusal).toMatchObject({ reason: 'noRowUnderstood', line: 2 });
    expect(refusal.expected).toMatch(/65536 characters/u);
  });
});

describe('encodings and line ends', () => {
  test.each(['12-utf16be-bom.csv', '13-utf16le-nobom.csv', '14-double-bom.csv'])('%s', (file) => {
    const draft = draftOf(hostile(file));
    expectOneSquat(draft);
    expect(draft.problems).toEqual([]);
  });

  test('16 a line in another encoding is read and named', () => {
    const draft = draftOf(hostile('16-mixed-encodings.csv'));
    expect(new Set(setsOf(draft).map(({ exercise }) => exercise))).toEqual(new Set(['Überzüge']));
    expect(draft.problems).toMatchObject([{ line: 3, field: 'text' }]);
    expect(draft.assumptions).toMatchObject([{ what: 'encoding' }, { what: 'massUnit' }]);
  });

  test('17 invalid UTF-8 is flagged and never becomes U+FFFD', () => {
    const draft = draftOf(hostile('17-invalid-utf8.csv'));
    expect(draft.sessions).toHaveLength(2);
    expect(draft.problems).toMatchObject([{ line: 3, field: 'text' }]);
    expect(JSON.stringify([draft, setsOf(draft)])).not.toContain('\uFFFD');
  });

  test.each([
    ['18-cr-only.csv', 2],
    ['20-mixed-newlines.csv', 3],
  ])('%s', (file, sets) => {
    const draft = draftOf(hostile(file));
    expect(setsOf(draft)).toHaveLength(sets);
    expect(setsOf(draft).map(({ line }) => line)).toEqual([2, 3, 4].slice(0, sets));
  });
});

describe('tables', () => {
  test.each(['21-sep-line.csv', '22-tab.csv', '38-comments.csv'])('%s', (file) => {
    const draft = draftOf(hostile(file));
    expectOneSquat(draft);
    expect(draft.problems).toEqual([]);
  });

  test('24 a decimal comma without quotes never shifts columns', () => {
    const refusal = refusalOf(hostile('24-unquoted-decimal-commas.csv'));
    expect(refusal).toMatchObject({ reason: 'noRowUnderstood', line: 2, found: 'row: 13 fields' });
    expect(refusal.expected).toContain('more fields than headings (decimal comma?)');
  });

  test('30 two weight columns are asked about', () => {
    const refusal = refusalOf(hostile('30-duplicate-headers.csv'));
    expect(refusal.reason).toBe('ambiguousColumns');
    expect(refusal.found).toBe('column 4 “Weight” (60) and column 5 “Weight” (132.3)');
  });

  test.each(['32-header-variants.csv', '33-shuffled-columns.csv'])('%s', (file) => {
    expect(setsOf(draftOf(hostile(file)))).toMatchObject([{ exercise: 'Squat', loadKg: 60, reps: 5 }]);
  });

  test('34 short rows are rejected, a filled tail is named', () => {
    const draft = draftOf(hostile('34-ragged.csv'));
    expect(draft.sessions.map(({ performedOn }) => performedOn)).toEqual(['2026-01-05', '2026-01-07']);
    expect(problemsOf(draft)).toEqual(['3 row', '4 row']);
    expect(draft.problems[0]?.expected).toContain('too few fields');
  });
});

describe('text cells stay text', () => {
  test('26 formulas are titles', () => {
    const draft = draftOf(hostile('26-formula-injection.csv'));
    expect(draftTotals(draft).runs).toBe(5);
    expect(draft.activities.map(({ title }) => title?.trimStart()[0])).toEqual(['=', '+', '@', '-', '=']);
  });

  test('28 SQL and paths are titles and nothing else', () => {
    const draft = draftOf(hostile('28-sql-and-path.csv'));
    expect(draft.activities[0]?.title).toBe("x'); DROP TABLE activities;--");
    expect(JSON.stringify([draft, setsOf(draft)])).not.toMatch(/passwd|win\.ini/u);
  });

  test('29 unusual letters are kept, unusual digits are read', () => {
    const draft = draftOf(hostile('29-unicode-tricks.csv'));
    const sets = setsOf(draft);
    expect(sets.map(({ exercise }) => exercise.normalize('NFC')).slice(0, 2)).toEqual(['Café Row', 'Café Row']);
    expect(sets[4]?.loadKg).toBe(60);
    expect(sets[5]).toMatchObject({ loadKg: -5, doubt: expect.stringContaining('0 or more') });
  });
});

describe('identity', () => {
  test('40 the same ID twice is one activity, and it is said', () => {
    const draft = draftOf(hostile('40-same-id-changed.csv'));
    expect(draft.activities).toMatchObject([{ title: 'Renamed', distanceM: 5200 }]);
    expect(draft.problems).toMatchObject([
      { line: 2, field: 'Activity ID', expected: expect.stringContaining('line 3') },
    ]);
  });

  test('41 identical sets are real', () => {
    expect(setsOf(draftOf(hostile('41-identical-sets-are-real.csv')))).toHaveLength(3);
  });

  test('48 the clock stays as printed, whether it existed or not', () => {
    const draft = draftOf(hostile('48-dst.csv'));
    expect(draft.sessions.map(({ importKey }) => importKey)).toEqual([
      'strong:2026-03-29 02:30:00|A',
      'strong:2026-10-25 02:30:00|A',
      'strong:2026-10-25 02:30:00|B',
    ]);
  });

  test('50 a file shifted by an hour is recognised', () => {
    const existing = startsOf(draftOf(hostile('05-header-blank-rows.csv')));
    const incoming = startsOf(draftOf(hostile('50-tz-shifted-reexport.csv')));
    expect(wholeHourShift(existing, incoming)).toBe(1);
    expect(shiftedKey(incoming[0]?.startKey ?? '', 1)).toBe(existing[0]?.startKey);
  });

  test('74 the same IDs for another athlete have the same keys', () => {
    const key = draftOf(hostile('74-wrong-athlete.csv')).activities[0]?.importKey;
    expect(key).toBe('strava:1');
  });
});

describe('dates', () => {
  test('42 an open order of day and month is asked about', () => {
    const refusal = refusalOf(hostile('42-dates-ambiguous.csv'));
    expect(refusal).toMatchObject({ reason: 'datesUndecided', line: 2, found: '03/04/2026' });
    expect(refusal.dates).toEqual(['03/04/2026', '05/06/2026']);
    const days = (dateOrder: 'dmy' | 'mdy') =>
      draftOf(hostile('42-dates-ambiguous.csv', { dateOrder })).sessions.map(({ performedOn }) => performedOn);
    expect(days('dmy')).toEqual(['2026-04-03', '2026-06-05']);
    expect(days('mdy')).toEqual(['2026-03-04', '2026-05-06']);
  });

  test('44 a contradiction stops', () => {
    const refusal = refusalOf(hostile('44-dates-contradictory.csv'));
    expect(refusal).toMatchObject({ reason: 'datesUndecided', found: '25/04/2026 on line 2 and 04/25/2026 on line 3' });
    const draft = draftOf(hostile('44-dates-contradictory.csv', { dateOrder: 'dmy' }));
    expect(draft.sessions.map(({ performedOn }) => performedOn)).toEqual(['2026-04-25']);
    expect(problemsOf(draft)).toEqual(['3 Date']);
  });

  test('45 impossible dates are rejected one by one', () => {
    const refusal = refusalOf(hostile('45-dates-impossible.csv'));
    expect(refusal).toMatchObject({ reason: 'noRowUnderstood', line: 2, found: 'Date: 2026-02-30 07:00:00' });
  });

  test('46 a spreadsheet’s day numbers are named as such', () => {
    const refusal = refusalOf(hostile('46-dates-excel-serial.csv'));
    expect(refusal.expected).toContain('2026-01-05');
  });

  test('49 UTC moves to the athlete’s own day', () => {
    const printed = draftOf(hostile('49-utc-vs-local.csv'));
    expect(printed.activities).toMatchObject([{ performedOn: '2026-01-05', timeOfDay: '23:30:00' }]);
    expect(printed.assumptions).toMatchObject([{ what: 'timeZone', chosen: 'as printed (UTC)' }]);
    const local = draftOf(hostile('49-utc-vs-local.csv', { timeZone: 'Europe/Berlin' }));
    expect(local.activities).toMatchObject([{ performedOn: '2026-01-06', timeOfDay: '00:30:00' }]);
    expect(local.assumptions).toMatchObject([{ what: 'timeZone', chosen: 'Europe/Berlin' }]);
  });
});

describe('amounts', () => {
  test('52 distances', () => {
    const draft = draftOf(hostile('52-distances.csv'));
    expect(draft.activities.map(({ distanceM }) => distanceM)).toEqual([1234, 5120, 1_000_000, 42_195, undefined]);
    expect(problemsOf(draft)).toEqual(['4 Distance', '5 Distance', '6 Distance', '7 Distance']);
  });

  test('54 weights', () => {
    const draft = draftOf(hostile('54-weights.csv'));
    expect(setsOf(draft).map(({ loadKg, reps, doubt }) => [loadKg, reps, doubt !== undefined])).toEqual([
      [-20, 5, true],
      [0, 5, false],
      [860, 5, true],
      [60, 877_777, true],
      [80, 5, false],
      [0, 5, false],
      [75, 5, false],
      [60, 10.5, true],
    ]);
    expect(problemsOf(draft)).toEqual(['2 Weight', '4 Weight', '5 Reps', '9 Reps', '10 row']);
    expect(draftTotals(draft)).toMatchObject({ tonnageKg: 775, heaviestSet: { loadKg: 80 } });
  });

  test('56 rest timers and notes are no sets', () => {
    const draft = draftOf(hostile('56-rest-timers.csv'));
    expect(setsOf(draft).map(({ kind }) => kind)).toEqual(['work', 'warmup', 'drop', 'failure']);
    expect(draft.passedOver).toEqual({ 'rest timer': 2, note: 1 });
    expect(draft.sessions[0]?.notes).toBe('Squat (Barbell): felt ok');
  });

  test('58 manual entries and accidental starts', () => {
    const draft = draftOf(hostile('58-manual-and-zero.csv'));
    expect(draft.activities.map(({ isManual, movingS }) => [isManual, movingS])).toEqual([
      [true, 1740],
      [false, undefined],
    ]);
    expect(problemsOf(draft)).toEqual(['3 Moving Time', '3 Elapsed Time']);
  });
});
