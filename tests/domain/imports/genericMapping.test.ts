import { metresOfUnit } from '../../../src/domain/imports/lengthUnits.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnMapping, MappingKind } from '../../../src/domain/imports/columnMapping.ts';
import {
  columnShape,
  doubledRoles,
  headerSignature,
  looksLikeData,
  MAPPING_KINDS,
  missingRoles,
} from '../../../src/domain/imports/columnMapping.ts';
import { piecesOfBytes } from '../../../src/domain/imports/decode.ts';
import { readFile } from '../../../src/domain/imports/importers.ts';
import { guessMapping } from '../../../src/domain/imports/mappingGuess.ts';
import { bytesOf, draftOf, readBytes, refusalOf } from './reading.ts';

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(','));

const guessOf = (text: string) => {
  const [heading = [], ...rows] = linesOf(text);
  return guessMapping({ heading, rows });
};

const mapped = (text: string, mapping: ColumnMapping) => readBytes(bytesOf(text), { mapping });

const SETS: ColumnMapping = { kind: 'sets', hasHeading: true, roles: ['date', 'exercise', 'weight', 'reps', 'notes'] };

describe('what columns hold is guessed', () => {
  test.each<[string, string, MappingKind, (string | null)[], string]>([
    [
      'sets in plain English',
      'When,Lift,Kilos,How many,Felt\n2026-01-05,Squat,100,5,8\n2026-01-05,Squat,102.5,5,9\n',
      'sets',
      ['date', 'exercise', 'weight', 'reps', 'rpe'],
      'said',
    ],
    [
      'how many sets, and the exercise rather than the name of the athlete',
      'Date,Name,Exercise,Sets,Reps,Kilograms\n2026-01-05,Ada,Squat,3,5,100\n2026-01-05,Ada,Press,4,8,40\n',
      'sets',
      ['date', null, 'exercise', 'copies', 'reps', 'weight'],
      'said',
    ],
    [
      'how many sets, also when they happen to go up by one',
      'Day,Lift,Sets,Reps,Kilograms\n2026-01-05,Squat,3,5,100\n2026-01-05,Squat,1,5,60\n2026-01-07,Press,2,8,40\n',
      'sets',
      ['date', 'exercise', 'copies', 'reps', 'weight'],
      'said',
    ],
    [
      'sets that are counted, and a column that says whether they warm up',
      'Date,Exercise,Sets,Warmup,Reps,Load\n2026-01-05,Squat,1,true,5,60\n2026-01-05,Squat,2,false,5,100\n2026-01-05,Squat,3,false,5,100\n',
      'sets',
      ['date', 'exercise', 'setOrder', 'isWarmup', 'reps', 'weight'],
      'said',
    ],
    [
      'sets whose start says the day too',
      'Start time,End time,Exercise title,Reps\n2026-01-05 07:00,2026-01-05 08:00,Squat,5\n2026-01-05 07:00,2026-01-05 08:00,Squat,6\n',
      'sets',
      ['date', null, 'exercise', 'reps'],
      'seen',
    ],
    [
      'sets in Russian',
      'Дата,Упражнение,Вес,Повторения\n2026-01-05,жим лёжа,60,5\n2026-01-05,жим лёжа,62.5,5\n',
      'sets',
      ['date', 'exercise', 'weight', 'reps'],
      'said',
    ],
    [
      'sets in Japanese',
      '日付,種目,重量(kg),回数\n2026-01-05,スクワット,60,5\n2026-01-05,スクワット,62.5,5\n',
      'sets',
      ['date', 'exercise', 'weight', 'reps'],
      'said',
    ],
    [
      'days of eight digits',
      'date,exercise,sets,reps,weight\n20260105,fs,5,5,60\n20260107,bs,3,5,80\n',
      'sets',
      ['date', 'exercise', 'copies', 'reps', 'weight'],
      'said',
    ],
    [
      'runs in German',
      'Tag,Strecke,Dauer,Puls,Bemerkung\n05.01.2026,10.2,0:52:10,148,locker\n07.01.2026,8.0,0:40:00,150,\n',
      'runs',
      ['start', 'distance', 'moving', 'averageHr', 'notes'],
      'said',
    ],
    [
      'body masses in French',
      'Jour,Poids,Sommeil\n2026-01-05,61.2,7.5\n2026-01-06,61.0,8\n',
      'body',
      ['day', 'bodyMass', 'sleep'],
      'said',
    ],
    [
      'people with a column that nobody knows',
      'Runner,Mail,Shoe size\nAda Okafor,ada@example.org,39\nBen Test,ben@example.org,44\n',
      'roster',
      ['name', 'email', null],
      'said',
    ],
    [
      'sets without headings',
      '2026-01-05,Squat,1,5,100\n2026-01-05,Squat,2,5,100\n2026-01-05,Squat,3,5,102.5\n2026-01-07,Bench,1,8,60\n2026-01-07,Bench,2,8,60\n',
      'sets',
      ['date', 'exercise', 'setOrder', 'reps', 'weight'],
      'seen',
    ],
    [
      'runs without headings',
      '2026-01-05,10.2,52:10\n2026-01-07,8.05,40:00\n2026-01-09,12.1,1:02:00\n',
      'runs',
      ['start', 'distance', 'moving'],
      'seen',
    ],
    [
      'runs without headings, in metres, with the sport',
      '2008-09-11,Jog,2000,00:11:00\n2008-10-02,Walk,2500,00:25:00\n2008-10-15,Jog,2700,00:16:00\n',
      'runs',
      ['start', 'sport', 'distance', 'moving'],
      'seen',
    ],
    [
      'runs with headings that a program wrote',
      'ActivityTimeUTC,DistanceMeters,ElapsedTime,ElapsedSeconds,ActivityType\n2022-08-24T15:55:00,6174.8,41 minutes 36 seconds,2496,Run\n',
      'runs',
      ['start', 'distance', 'elapsed', null, 'sport'],
      'seen',
    ],
    [
      'runs with short headings that end with a unit',
      'date,dist_m,hr,intensity,name\n2022-03-31,13867.66,156,84.3,Evening\n2022-03-29,3856.29,150,79.2,Track\n',
      'runs',
      ['start', 'distance', 'averageHr', null, 'title'],
      'said',
    ],
  ])('%s', (_what, text, kind, roles, sureness) => {
    const guess = guessOf(text);
    expect(guess.mapping).toMatchObject({ kind, roles });
    expect(guess.sureness).toBe(sureness);
  });

  test('what is reckoned of several sets is not taken for what was done in one', () => {
    const text =
      'date,exercise title,total sets,total reps,max weight kg\n2026-01-05,Squat,5,66,60.5\n2026-01-05,Row,4,42,40.5\n';
    expect(guessOf(text)).toMatchObject({
      mapping: { kind: 'sets', roles: ['date', 'exercise', null, null, null] },
      sureness: 'unsure',
    });
  });

  test('as another kind, when the coach says so', () => {
    const [heading = [], ...rows] = linesOf('Date,Weight,Name\n2026-01-05,61.2,Ada\n');
    expect(guessMapping({ heading, rows }, ['body']).mapping.roles).toEqual(['day', 'bodyMass', null]);
  });

  test('little to go by is unsure, and never an exception', () => {
    expect(guessOf('a,b\nx,y\n').sureness).toBe('unsure');
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('', '5', '2026-01-05', '1:02', 'a@b.cd', 'Date'),
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(row, fc.array(row, { maxLength: 6 }), (heading, rows) => {
        const { mapping } = guessMapping({ heading, rows });
        expect(mapping.roles).toHaveLength(heading.length);
        expect(doubledRoles(mapping)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a mapping lacks', () => {
  test.each(MAPPING_KINDS)('%s: nothing said is something missing', (kind) => {
    expect(missingRoles({ kind, roles: [null], hasHeading: true }).length).toBeGreaterThan(0);
  });

  test('missing and doubled columns are refused by name', () => {
    expect(refusalOf(mapped('a,b\n1,2\n', { ...SETS, roles: ['date', 'exercise'] }))).toMatchObject({
      reason: 'ambiguousColumns',
      found: 'no column for reps or seconds or distance',
    });
    expect(
      refusalOf(mapped('a,b,c,d\n1,2,3,4\n', { ...SETS, roles: ['date', 'exercise', 'reps', 'reps'] })),
    ).toMatchObject({
      found: 'two columns for reps',
    });
  });
});

describe('files are known again', () => {
  test('by their headings, however they are written', () => {
    const same = headerSignature(['When', ' LIFT ', 'Kilos (kg)'], true);
    expect(headerSignature(['when', 'lift', 'kilos (kg)'], true)).toBe(same);
    expect(headerSignature(['lift', 'when', 'kilos (kg)'], true)).not.toBe(same);
    expect(headerSignature(['when', 'lift', 'kilos (lb)'], true)).not.toBe(same);
  });

  test('without headings by the shapes of their columns', () => {
    const one = headerSignature(['2026-01-05', 'Squat', '100', ''], false);
    expect(headerSignature(['2025-12-31', 'Bench press', '62.5', '8'], false)).toBe(one);
    expect(headerSignature(['2025-12-31', '62.5', 'Bench press', '8'], false)).not.toBe(one);
  });

  test.each<[readonly string[], boolean]>([
    [['Date', 'Exercise'], false],
    [['2026-01-05', 'Squat'], true],
    [['1', '2', 'Squat'], true],
    [['Exercise', '5 reps'], false],
  ])('%j is data: %s', (cells, isData) => {
    expect(looksLikeData(cells)).toBe(isData);
  });

  test('shapes are those of most cells', () => {
    expect(columnShape(['2026-01-05', '--', '2026-01-06'])).toBe('date');
    expect(columnShape(['0:52:10', '1:02:00'])).toBe('time');
    expect(columnShape(['61,2', '60.5 kg', 'x'])).toBe('number');
    expect(columnShape(['', ' '])).toBe('blank');
  });
});

describe('files are read by a mapping', () => {
  test('sets: decimal commas, units, problems by line and field', () => {
    const text =
      'Tag;Was;Last;Mal;Wort\n05.01.2026;Kniebeuge;102,5;5;gut\n05.01.2026;Kniebeuge;schwer;5;\nirgendwann;Kniebeuge;100;5;\n';
    const draft = draftOf(mapped(text, { ...SETS, massUnit: 'lb' }));
    expect(draft).toMatchObject({ format: 'mapped-sets', rows: 3, mapped: { isRemembered: false } });
    expect(draft.sessions).toMatchObject([
      { importKey: 'map:2026-01-05|', sets: [{ reps: 5, notes: 'gut' }, { reps: 5 }] },
    ]);
    expect(draft.sessions[0]?.sets[0]?.loadKg).toBeCloseTo(46.493218, 5);
    expect(draft.problems.map(({ line, field, found }) => [line, field, found])).toEqual([
      [3, 'Last', 'schwer'],
      [4, 'Tag', 'irgendwann'],
    ]);
  });

  test('sets: a row that stands for several, warm-ups, and a number of sets that is none', () => {
    const text = 'a,b,c,d,e\n2026-01-05,Squat,3,5,no\n2026-01-05,Squat,1,5,yes\n2026-01-05,Press,3-4,8,no\n';
    const roles: ColumnMapping['roles'] = ['date', 'exercise', 'copies', 'reps', 'isWarmup'];
    const draft = draftOf(mapped(text, { kind: 'sets', hasHeading: true, roles }));
    expect(draft.sessions[0]?.sets.map(({ exercise, kind }) => [exercise, kind])).toEqual([
      ['Squat', 'work'],
      ['Squat', 'work'],
      ['Squat', 'work'],
      ['Squat', 'warmup'],
      ['Press', 'work'],
    ]);
    expect(draft.problems).toMatchObject([{ line: 4, field: 'c', found: '3-4' }]);
  });

  test('sets: days of eight digits, and no day that the month has not', () => {
    const draft = draftOf(mapped('a,b,c,d,e\n20260105,Squat,100,5,\n20260231,Squat,100,5,\n', SETS));
    expect(draft.sessions.map(({ performedOn }) => performedOn)).toEqual(['2026-01-05']);
    expect(draft.problems).toMatchObject([{ line: 3, field: 'a', found: '20260231' }]);
  });

  test('runs: miles, minutes without a colon', () => {
    const text = 'a,b,c\n2026-01-05,6.2,52\n2026-01-07,5,41\n';
    const draft = draftOf(
      mapped(text, { kind: 'runs', hasHeading: true, roles: ['start', 'distance', 'moving'], distanceUnit: 'mi' }),
    );
    expect(draft.activities).toMatchObject([{ isRun: true, movingS: 3120 }, { movingS: 2460 }]);
    expect(draft.activities[0]?.distanceM).toBeCloseTo(9977.9, 1);
    expect(draft.assumptions.map(({ what, chosen }) => [what, chosen])).toContainEqual(['duration', 'minutes']);
  });

  test('runs: the unit at the end of the heading, and metres where nobody goes so many kilometres', () => {
    const said = mapped('date,distance_mi,time\n2026-01-05,2,20:00\n', {
      kind: 'runs',
      hasHeading: true,
      roles: ['start', 'distance', 'moving'],
    });
    expect(draftOf(said).activities[0]?.distanceM).toBeCloseTo(3218.69, 2);
    expect(draftOf(said).assumptions).toEqual([]);
    const roles = ['start', 'distance', 'elapsed'] as const;
    const text = 'a,b,c\n2026-01-05,6174.8,"41 minutes, 36 seconds"\n2026-01-07,11067.2,"1 hour, 2 seconds"\n';
    const draft = draftOf(mapped(text, { kind: 'runs', hasHeading: true, roles }));
    expect(draft.activities).toMatchObject([
      { distanceM: 6174.8, elapsedS: 2496 },
      { distanceM: 11_067.2, elapsedS: 3602 },
    ]);
    expect(draft.assumptions).toMatchObject([{ what: 'distanceUnit', chosen: 'm' }]);
    const chosen = draftOf(mapped(text, { kind: 'runs', hasHeading: true, roles, distanceUnit: 'km' }));
    expect(chosen.activities[0]?.distanceM).toBe(6_174_800);
  });

  test('runs: a unit in the row that is none is named, and its distance is left out', () => {
    const roles = ['start', 'distance', 'distanceUnit', 'moving'] as const;
    const text = 'a,b,c,d\n2026-01-05,6.2,mi,52:00\n2026-01-07,5,furlongs,41:00\n2026-01-09,5,,30:00\n';
    const draft = draftOf(mapped(text, { kind: 'runs', hasHeading: true, roles }));
    expect(draft.activities.map(({ distanceM }) => distanceM && Math.round(distanceM))).toEqual([
      9978,
      undefined,
      5000,
    ]);
    expect(draft.problems).toMatchObject([{ line: 3, field: 'c', found: 'furlongs' }]);
  });

  test.each([
    [1000, ['km', 'KM.', 'Kilometer', 'kilomètres', 'kilómetros', 'quilômetros', '公里']],
    [1609.344, ['mi', 'Miles', 'Meilen', 'millas', 'miglia']],
    [1, ['m', 'Meter', 'mètres', 'metri', '米']],
  ])('runs: %d metres by any of its names', (metres, words) => {
    expect(words.map(metresOfUnit)).toEqual(words.map(() => metres));
  });

  test('measurements: pounds, hours of sleep', () => {
    const draft = draftOf(
      mapped('a,b,c\n2026-01-05,135,7.5\n', {
        kind: 'body',
        hasHeading: true,
        roles: ['day', 'bodyMass', 'sleep'],
        massUnit: 'lb',
      }),
    );
    expect(draft.wellness).toMatchObject([{ measuredOn: '2026-01-05', sleepS: 27_000 }]);
    expect(draft.wellness[0]?.bodyMassKg).toBeCloseTo(61.235, 2);
  });

  test('people: two columns of groups', () => {
    const draft = draftOf(
      mapped('a,b,c\nAda Okafor,U20,Marathon\n', {
        kind: 'roster',
        hasHeading: true,
        roles: ['name', 'group', 'group'],
      }),
    );
    expect(draft.athletes).toMatchObject([{ name: 'Ada Okafor', groups: ['U20', 'Marathon'] }]);
  });

  test('without a heading the first line is a row, and columns are named by their place', () => {
    const draft = draftOf(mapped('2026-01-05,Squat,100,5,\n2026-01-05,Squat,x,5,\n', { ...SETS, hasHeading: false }));
    expect(draft.rows).toBe(2);
    expect(draft.sessions[0]?.sets).toHaveLength(2);
    expect(draft.problems).toMatchObject([{ line: 2, field: 'Column 3', found: 'x' }]);
  });

  test('day and month are asked about when neither the file nor the mapping says', () => {
    const text = 'a,b,c,d,e\n03/04/2026,Squat,100,5,\n';
    expect(refusalOf(mapped(text, SETS))).toMatchObject({
      reason: 'datesUndecided',
      sample: { heading: ['a', 'b', 'c', 'd', 'e'] },
    });
    expect(draftOf(mapped(text, { ...SETS, dateOrder: 'mdy' })).sessions[0]?.performedOn).toBe('2026-03-04');
  });

  test('a mapping that was said goes before what the file would be taken for', () => {
    const text = 'Date,Exercise,Weight (kg),Reps,Notes\n2026-01-05,Squat,100,5,\n';
    expect(draftOf(readBytes(bytesOf(text))).format).toBe('set-log');
    expect(draftOf(mapped(text, SETS)).format).toBe('mapped-sets');
  });

  test('what is remembered is used for the same headings, with the separator that was said', () => {
    const text = 'When|What~How heavy|often~x\n2026-01-05|Squat~100|5~\n';
    const asked = refusalOf(readBytes(bytesOf(text), { separator: '|' }));
    expect(asked.sample?.heading).toEqual(['When', 'What~How heavy', 'often~x']);
    const mapping: ColumnMapping = {
      kind: 'sets',
      hasHeading: true,
      roles: ['date', 'exercise', 'reps'],
      separator: '|',
    };
    const remembered = (signature: string) => (signature === asked.sample?.signature ? mapping : undefined);
    const draft = draftOf(
      readFile({
        bytes: piecesOfBytes(bytesOf(text.replaceAll('~', ' ').replace('5 \n', '5\n'))),
        choices: {},
        decode: (_encoding, bytes) => new TextDecoder().decode(bytes),
        remembered,
      }),
    );
    expect(draft).toMatchObject({ mapped: { isRemembered: true } });
    expect(draft.sessions[0]?.sets).toMatchObject([{ exercise: 'Squat 100', reps: 5 }]);
  });
});

describe('files that nobody can map are not asked about', () => {
  test.each([
    ['one column', 'Title\nEmma\n'],
    ['a heading alone', 'Book,Author\n'],
    [
      'very many columns',
      `${Array.from({ length: 300 }, (_none, index) => `c${index}`).join(',')}\n${'1,'.repeat(299)}1\n`,
    ],
  ])('%s', (_what, text) => {
    const { reason, sample } = refusalOf(readBytes(bytesOf(text)));
    expect([reason, sample]).toEqual(['unknownFormat', undefined]);
  });

  test('the sample is short, whatever the file', () => {
    const long = 'x'.repeat(5000);
    const { sample } = refusalOf(readBytes(bytesOf(`Book,Author\n${`${long},Austen\n`.repeat(500)}`)));
    expect(JSON.stringify(sample).length).toBeLessThan(20_000);
  });
});
