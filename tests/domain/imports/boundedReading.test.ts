import { describe, expect, test } from 'vitest';
import type { CsvTable } from '../../../src/domain/imports/csvTable.ts';
import { JEFIT_IMPORTERS } from '../../../src/domain/imports/jefit.ts';
import { MOST_DESCRIBED, problemList } from '../../../src/domain/imports/problemList.ts';
import { rowsOf } from '../../../src/domain/imports/rows.ts';
import { STRONG_LIFTS_IMPORTERS } from '../../../src/domain/imports/strongLifts.ts';
import { bytesOf, draftOf, readBytes, refusalOf } from './reading.ts';

/** However large a file is, what is held of it is bounded, and what is beyond that is counted or refused with a reason. */

const tableOf = (heading: readonly string[], rows: number, cells: readonly string[]): CsvTable => ({
  delimiter: ',',
  isKnown: true,
  heading,
  headingLine: 1,
  records: rowsOf(rows, (place) => ({ line: place + 2, cells })),
  problems: [],
  passedOver: {},
});

const CONTEXT = { choices: {}, zoneOffset: undefined };

describe('rows that stand for many sets', () => {
  test('StrongLifts: more than three million sets are refused before any of them is read', () => {
    const sets = Array.from({ length: 20 }, (_, index) => `Set ${index + 1}`);
    const heading = ['Date', 'Note', 'Exercise 1', 'Weight (KG)', ...sets];
    const cells = ['2026/01/31', '', 'Squat', '60', ...sets.map(() => '5')];
    const importer = STRONG_LIFTS_IMPORTERS.find(({ format }) => format === 'stronglifts-old');
    const read = importer?.read(tableOf(heading, 160_000, cells), CONTEXT);
    expect(read).toMatchObject({ ok: false, error: { reason: 'tooLarge', found: 'more than 3 million rows' } });
  });

  test('JEFIT: so are exercise logs with ever more sets in a cell', () => {
    const names = ['logs', '_id', 'mydate', 'ename', 'belongsession'];
    const logs = Array.from({ length: 2000 }, () => '60x5').join(',');
    const table: CsvTable = {
      ...tableOf(['### EXERCISE LOGS ####'], 0, []),
      records: rowsOf(1601, (place) => ({
        line: place + 2,
        cells: place === 0 ? names : [logs, String(place), '2026-01-31', 'Squat', '1'],
      })),
    };
    expect(JEFIT_IMPORTERS[0]?.read(table, CONTEXT)).toMatchObject({ ok: false, error: { reason: 'tooLarge' } });
  });
});

describe('problems', () => {
  test('are described to a limit and counted beyond it', () => {
    const problem = { line: 1, field: 'Reps', found: 'x', expected: 'a number' };
    const list = problemList(
      Array.from({ length: MOST_DESCRIBED + 3 }, () => problem),
      4,
    );
    list.push(problem);
    expect([list.described().length, list.undescribed()]).toEqual([MOST_DESCRIBED, 8]);
  });

  test('of a file with one in every row: all are counted, the first are described, and the good row is taken', () => {
    const heading =
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE';
    const row = '2026-11-03 18:00:00,"Legs",50m,"Squat",1,60,5,0,0,,,8';
    const bad = Array.from({ length: MOST_DESCRIBED + 2000 }, () => row.replace(',60,5,', ',sixty,5,'));
    const draft = draftOf(readBytes(bytesOf([heading, row, ...bad].join('\n')), { massUnit: 'kg' }));
    expect([draft.problems.length, draft.undescribed]).toEqual([MOST_DESCRIBED, 2000]);
    expect(draft.sessions[0]?.sets).toHaveLength(MOST_DESCRIBED + 2001);
  });

  test('FitNotes with an untitled comment: rows that a decimal comma has shifted are counted too', () => {
    const heading = 'Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time';
    const shifted = Array.from({ length: MOST_DESCRIBED + 10 }, () => '2026-09-01,Squat,Legs,62,5,5,,,');
    const good = '2026-09-01,Squat,Legs,102.5,5,,,,felt light';
    const draft = draftOf(readBytes(bytesOf([heading, good, ...shifted].join('\n'))));
    expect([draft.problems.length, draft.undescribed]).toEqual([MOST_DESCRIBED, 10]);
    expect(draft.sessions[0]?.sets).toMatchObject([{ loadKg: 102.5, reps: 5, notes: 'felt light' }]);
  });

  test('a file of which nothing can be taken is still refused for its first one', () => {
    const refusal = refusalOf(
      readBytes(bytesOf('Date,Exercise,Weight (kg),Reps\nnever,Squat,60,5\nlater,Squat,60,5\n')),
    );
    expect(refusal).toMatchObject({ reason: 'noRowUnderstood', line: 2, found: 'Date: never' });
  });
});
