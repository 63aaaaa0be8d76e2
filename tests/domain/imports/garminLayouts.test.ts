import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportDraft } from '../../../src/domain/imports/draft.ts';
import { garminColumns } from '../../../src/domain/imports/garminColumns.ts';
import { bytesOf, draftOf, fixture, readBytes, refusedFixture, repository } from './reading.ts';

const HEAD =
  'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length';

const read = (...rows: readonly string[]): ImportDraft => draftOf(readBytes(bytesOf(`${HEAD}\n${rows.join('\n')}\n`)));

const unitOf = (draft: ImportDraft): string | undefined =>
  draft.assumptions.find(({ what }) => what === 'distanceUnit')?.chosen;

const figuresOf = (draft: ImportDraft) =>
  draft.activities.map(({ isRun, isTreadmill, distanceM }) => [isRun, isTreadmill, distanceM]);

/** What every one of the fixtures in the layout of today holds, whatever its language. */
const THE_SIX = [
  [true, false, 5000],
  [true, true, 5020],
  [true, false, 21_100],
  [false, false, 40_250],
  [false, false, 1500],
  [false, false, undefined],
];

describe('Garmin Connect in the languages of its site', () => {
  test.each([
    'de',
    'fr',
    'es',
    'pt',
    'sv',
    'da',
    'pl',
    'hu',
    'it',
    'nb',
    'ja',
    'zh',
    'en',
    'en-deccomma',
    'double-encoded',
  ])('%s', (language) => {
    const draft = fixture(`garmin-${language}.csv`);
    expect(draft).toMatchObject({ format: 'garmin-connect', rows: 6, problems: [], passedOver: {} });
    expect(figuresOf(draft)).toEqual(THE_SIX);
    expect(unitOf(draft)).toBe('km');
    expect(draft.activities[0]).toMatchObject({
      importKey: 'garmin:2025-07-10 15:40:46',
      performedOn: '2025-07-10',
      timeOfDay: '15:40:46',
      movingS: 1480,
      elapsedS: 1565,
      averageHr: 150,
      maxHr: 172,
      cadenceSpm: 170,
      ascentM: 45,
      powerW: 237,
    });
  });

  test('knows the two words Danish lists have had for power', () => {
    const text = readFileSync(`${repository}tests/fixtures/imports/garmin-da.csv`, 'utf8');
    const later = text.replace(/Gennemsnitlig (kraft|effekt)/i, 'Gennemsnitlig effekt');
    expect(draftOf(readBytes(bytesOf(later))).activities[0]?.powerW).toBe(237);
  });

  test('knows those headings by name, not only by the shape of the rows', () => {
    for (const language of ['de', 'fr', 'es', 'pt', 'nl', 'sv', 'da', 'pl', 'hu', 'it', 'nb', 'ja', 'zh']) {
      const text = readFileSync(`${repository}tests/fixtures/imports/garmin-${language}.csv`, 'utf8');
      const heading = (text.split('\n')[0] ?? '').split(',');
      expect([language, garminColumns(heading, [])?.isNamed]).toEqual([language, true]);
    }
  });

  test('Dutch of 2018: raw words for sports, headings that nobody translated, no moving time', () => {
    const draft = fixture('garmin-nl.csv');
    expect(figuresOf(draft)).toEqual(THE_SIX);
    expect(draft.activities[0]).toMatchObject({ sport: 'running', movingS: 1500, elapsedS: 1500, cadenceSpm: 170 });
  });

  test('Korean: the first columns by name, the others by the figures in them', () => {
    const draft = fixture('garmin-ko.csv');
    expect(figuresOf(draft)).toEqual(THE_SIX);
    expect(unitOf(draft)).toBe('km');
    expect(draft.activities[0]).toMatchObject({ movingS: 1480, elapsedS: 1565, cadenceSpm: 170, ascentM: 45 });
  });

  test('a list without climbs in an unknown language: the stride is not taken for one', () => {
    const rows = readFileSync(`${repository}tests/fixtures/imports/garmin-unknown.csv`, 'utf8').trim().split('\n');
    const bare = rows.slice(0, 3).map((row) => row.split(',').filter((_, column) => column !== 14 && column !== 15));
    const draft = draftOf(readBytes(bytesOf(bare.map((cells) => cells.join(',')).join('\n'))));
    expect(draft.activities).toMatchObject([
      { distanceM: 5000, ascentM: undefined, cadenceSpm: 170 },
      { distanceM: 5020, ascentM: undefined },
    ]);
    expect(unitOf(draft)).toBe('km');
    expect(draft.assumptions[0]?.evidence).toContain('median of 2');
  });

  test('a language that nobody has told: by the shape of its rows, and what that decided is said', () => {
    const draft = fixture('garmin-unknown.csv');
    expect(draft.activities.map(({ isRun, distanceM }) => [isRun, distanceM])).toEqual(
      THE_SIX.map(([isRun, , distanceM]) => [isRun, distanceM]),
    );
    expect(draft.activities[0]).toMatchObject({ movingS: 1480, elapsedS: 1565, cadenceSpm: 170, ascentM: 45 });
    expect(draft.assumptions).toMatchObject([
      { what: 'distanceUnit', chosen: 'km' },
      { what: 'sport', chosen: 'Kukimbia: running' },
    ]);
  });
});

describe('Garmin’s older sites and what spreadsheets made of its files', () => {
  test('2012: a title before the heading, a space before every line, decimal commas', () => {
    const draft = fixture('garmin-de-2012.csv');
    expect(draft.activities).toMatchObject([
      {
        performedOn: '2012-05-25',
        timeOfDay: '20:31:00',
        title: 'Lauf',
        isRun: true,
        distanceM: 10_200,
        movingS: 3911,
      },
      { performedOn: '2012-05-23', distanceM: 2000, movingS: 723, averageHr: undefined },
    ]);
    expect(draft.passedOver).toEqual({ 'line before the heading': 1 });
  });

  test('2014: French dates in words; of a page exported twice both copies are kept, apart, and it is said', () => {
    const draft = fixture('garmin-fr-2014.csv');
    expect(draft.activities).toMatchObject([
      { performedOn: '2014-06-30', timeOfDay: '07:03:00', title: 'jeanne', isRun: true, distanceM: 2940 },
      { performedOn: '2014-02-04', isRun: true, distanceM: 6880 },
      { performedOn: '2014-06-30', distanceM: 2940, importKey: 'garmin:2014-06-30 07:03:00#2' },
      { performedOn: '2014-08-03', isRun: false },
    ]);
    expect(draft.problems).toMatchObject([
      { line: 4, expected: expect.stringContaining('line 2 is the very same row') },
    ]);
  });

  test('Excel of an American machine: month first, TRUE, seconds lost', () => {
    const draft = fixture('garmin-excel-us.csv');
    expect(figuresOf(draft)).toEqual(THE_SIX);
    expect(draft.activities[0]).toMatchObject({ performedOn: '2025-07-13', timeOfDay: '15:40:00' });
    expect(draft.assumptions[0]).toMatchObject({ what: 'dateOrder', chosen: 'month first' });
  });

  test('Excel of a Polish machine: semicolons, dates alone, paces that look like hours', () => {
    expect(fixture('garmin-pl-excel.csv').activities).toMatchObject([
      { performedOn: '2023-06-12', timeOfDay: undefined, isTreadmill: true, distanceM: 1870, movingS: 1800 },
      { isRun: false, distanceM: 2220 },
    ]);
  });

  test('headings without accents, thousands with a space and with a point', () => {
    expect(fixture('garmin-sv-ascii.csv').activities).toMatchObject([
      { isRun: true, distanceM: 10_500, movingS: 3300 },
      { isRun: true, distanceM: 9800 },
    ]);
  });

  test('hours and minutes are seen by pace and distance, and said once', () => {
    const draft = fixture('garmin-da-hours.csv');
    expect(draft.activities.map(({ movingS, elapsedS }) => [movingS, elapsedS])).toEqual([
      [2700, 2700],
      [3720, 3720],
    ]);
    expect(draft.assumptions).toMatchObject([
      { what: 'distanceUnit' },
      { what: 'duration', chosen: 'hours and minutes', evidence: expect.stringContaining('line 2 has 0:45') },
    ]);
  });
});

describe('what Garmin’s list does not say', () => {
  test('miles by stride, cadence and time, with climbs in feet and swims in yards', () => {
    const draft = fixture('garmin-es-mi.csv');
    expect(draft.assumptions).toMatchObject([
      { what: 'distanceUnit', chosen: 'mi', evidence: expect.stringContaining('1.61 km for each printed unit') },
    ]);
    expect(draft.activities[0]?.distanceM).toBeCloseTo(3.11 * 1609.344, 1);
    expect(draft.activities[0]?.ascentM).toBeCloseTo(45 * 0.3048, 2);
    expect(draft.activities[4]?.distanceM).toBeCloseTo(1500 * 0.9144, 1);
  });

  test('the coach’s word stands over the evidence', () => {
    const draft = fixture('garmin-en.csv', { distanceUnit: 'mi' });
    expect(draft.assumptions).toMatchObject([{ chosen: 'mi', evidence: expect.stringContaining('chosen') }]);
    expect(draft.activities[0]?.distanceM).toBeCloseTo(5 * 1609.344, 1);
  });

  test('without strides kilometres are assumed, and the coach is asked to check', () => {
    expect(fixture('garmin-sv-ascii.csv').assumptions).toMatchObject([
      { what: 'distanceUnit', chosen: 'km', evidence: expect.stringContaining('check one run') },
    ]);
  });

  test('a treadmill whose distance was corrected does not hide what the runs outside say', () => {
    const mill = (day: number) =>
      `Treadmill Running,2026-01-0${day} 07:00:00,false,T,"4.00","300","00:30:00","150","170","167","176","7:30","5:41","--","--","0.96"`;
    const run =
      'Running,2026-01-05 07:00:00,false,R,"5.00","400","00:27:30","150","170","170","180","5:30","4:30","30","30","1.07"';
    expect(read(mill(1), run).assumptions).toMatchObject([
      { chosen: 'km', evidence: expect.stringContaining('of 1 run)') },
    ]);
    const outside = [6, 7, 8].map((day) => run.replace('01-05', `01-0${day}`));
    expect(read(mill(1), mill(2), mill(3), mill(4), ...outside).assumptions).toMatchObject([
      { chosen: 'km', evidence: expect.stringContaining('3 runs') },
    ]);
  });

  test('walks tell the unit where runs are too few', () => {
    const walk = (day: number) =>
      `Walking,2026-01-0${day} 07:00:00,false,W,"3.00","165","00:35:22","74","84","108","152","11:47","9:33","9","8","0.78"`;
    expect(read(walk(1), walk(2), walk(3)).assumptions).toMatchObject([
      { chosen: 'km', evidence: expect.stringContaining('3 activities on foot') },
    ]);
  });

  test('metres among kilometres, a cell with the other mark and two activities of one start', () => {
    const draft = fixture('garmin-odd-rows.csv');
    expect(draft.activities.map(({ distanceM }) => distanceM)).toEqual([5000, 5020, 21_100, 450, 2810, 10_000]);
    expect(draft.problems).toMatchObject([
      { line: 5, field: 'Distance', found: '450' },
      { line: 6, field: 'Distance', found: '2,81' },
    ]);
    expect(draft.activities.map(({ importKey }) => importKey).filter((key) => key.includes('07-08'))).toEqual([
      'garmin:2025-07-08 06:00:00',
      'garmin:2025-07-08 06:00:00#2',
    ]);
  });

  test('a ride that heads the list names its own cadence and speed; runs below keep theirs', () => {
    const heading = HEAD.replace(
      'Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace',
      'Avg Bike Cadence,Max Bike Cadence,Avg Speed,Max Speed',
    );
    const ride =
      'Cycling,2026-01-06 07:00:00,false,R,"20.00","400","01:00:00","120","140","85","99","20.0","40.0","30","30","--"';
    const run =
      'Running,2026-01-05 07:00:00,false,R,"5.00","400","00:27:30","150","170","170","180","5:30","4:30","30","30","1.07"';
    const draft = draftOf(readBytes(bytesOf(`${heading}\n${ride}\n${run}\n`)));
    expect(draft.activities).toMatchObject([
      { isRun: false, cadenceSpm: 85, distanceM: 20_000 },
      { isRun: true, cadenceSpm: 170, distanceM: 5000 },
    ]);
  });

  test('the cadence named for running is the cadence, wherever somebody has moved the pace', () => {
    const heading = `${HEAD.replace(',Avg Pace,Best Pace', '')},Moving Time,Elapsed Time,Min Elevation,Max Elevation,Avg Pace`;
    const run =
      'Running,2026-01-05 07:00:00,false,R,"5.00","400","00:27:30","150","170","170","180","30","30","1.07","00:27:20","00:27:30","640","700","5:30"';
    const draft = draftOf(readBytes(bytesOf(`${heading}\n${run}\n`)));
    expect(draft.activities).toMatchObject([{ cadenceSpm: 170, movingS: 1640 }]);
  });

  test.each(['Basseng', 'Svøm i pool', 'Kuogelea'])(
    '%s with rests: the pace of a hundred fits the moving time',
    (sport) => {
      const swim = `${sport},2026-01-06 07:00:00,false,S,"1,500","329","01:03:09","--","--","--","--","1:48","1:26","--","--","--","00:27:00"`;
      const draft = draftOf(readBytes(bytesOf(`${HEAD},Moving Time\n${swim}\n`)));
      expect(draft.activities).toMatchObject([{ isRun: false, distanceM: 1500, movingS: 1620 }]);
    },
  );

  test('a comma among points is a decimal mark where nobody could have gone the thousands', () => {
    const draft = draftOf(
      readBytes(
        bytesOf(
          [
            'Activity Type,Date,Distance,Time,Calories',
            'Running,2026-02-04 17:31:41,"21,130","01:58:00","1,443"',
            'Running,2026-02-07 09:53:45,"9.33","01:08:50","685"',
          ].join('\n'),
        ),
      ),
    );
    expect(draft.activities.map(({ distanceM }) => distanceM)).toEqual([21_130, 9330]);
    expect(draft.problems).toMatchObject([{ line: 2, field: 'Distance', expected: expect.stringContaining('21.13') }]);
  });

  test('hours and minutes do not hide what the strides say', () => {
    const run = (day: number) =>
      `Running,2026-01-0${day} 07:00:00,false,R,"11.18","888","1:02","159","179","165","185","5:29","4:13","92","91","1.11"`;
    expect(read(run(1), run(2), run(3)).assumptions).toMatchObject([
      { what: 'distanceUnit', chosen: 'km', evidence: expect.stringContaining('median of 3 runs') },
      { what: 'duration' },
    ]);
  });

  test('the list of 2020, which calls the time Activity Time', () => {
    const draft = draftOf(
      readBytes(
        bytesOf(
          [
            'Activity Type,Date,Favorite,Title,Distance,Calories,Activity Time,Avg HR,Max HR,Avg Run Cadence,Max Run Cadence,Avg Speed,Max Speed,Elev Gain,Elev Loss,Avg Stride Length,Avg Bike Cadence',
            'Running,7/14/2020 15:36,FALSE,R,5.00,400,0:27:30,150,170,170,180,5:30,4:30,30,30,1.07,--',
            'Cycling,7/4/2020 15:36,FALSE,C,7.16,520,0:49:12,132,165,--,--,8.7,23.5,223,276,0,--',
          ].join('\n'),
        ),
      ),
    );
    expect(draft.activities).toMatchObject([
      { performedOn: '2020-07-14', isRun: true, distanceM: 5000, movingS: 1650, cadenceSpm: 170, ascentM: 30 },
      { isRun: false, distanceM: 7160, movingS: 2952 },
    ]);
    expect(unitOf(draft)).toBe('km');
  });

  test('missing is missing, never 0', () => {
    const [activity] = read(
      'Running,2026-01-05 07:00:00,false,R,"5.00","400","00:27:30","--","NaN","0","0","5:30","4:30","--","null","0.00"',
    ).activities;
    expect(activity).toMatchObject({
      averageHr: undefined,
      maxHr: undefined,
      cadenceSpm: undefined,
      ascentM: undefined,
    });
  });

  test('a tenth of a second, and a leading apostrophe', () => {
    const [activity] = read(
      `Running,2026-01-05 07:00:00,false,R,"1.34","78","00:08:02.2","121","139","165","172","5:59","5:02","'15","9","1.01"`,
    ).activities;
    expect(activity).toMatchObject({ movingS: 482.2, ascentM: 15 });
  });

  test('a list of full pages may be cut short, and it is said', () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) =>
        `Running,2026-01-${String(index + 1).padStart(2, '0')} 07:00:00,false,R,"5.00","400","00:27:30","150","170","170","180","5:30","4:30","30","30","1.07"`,
    );
    expect(read(...rows).problems).toMatchObject([{ line: 1, found: 'exactly 20 activities' }]);
    expect(read(...rows.slice(1)).problems).toEqual([]);
  });

  test('the same export in another language has the same keys', () => {
    const keys = (name: string) => fixture(name).activities.map(({ importKey }) => importKey);
    expect(keys('garmin-de.csv')).toEqual(keys('garmin-ja.csv'));
  });
});

test('the laps of one activity are no list of runs', () => {
  expect(refusedFixture('garmin-laps.csv')).toMatchObject({
    reason: 'unknownFormat',
    found: 'the laps of a single Garmin activity',
    expected: expect.stringContaining('Activities.csv'),
  });
});
