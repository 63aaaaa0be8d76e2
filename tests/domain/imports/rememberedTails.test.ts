import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/domain/imports/csvTable.ts';
import { recordReader, splitRecords, type RecordReader } from '../../../src/domain/imports/csvRecords.ts';
import { asideInMemory, recordKeeper } from '../../../src/domain/imports/keptRecords.ts';
import { RememberedTails } from '../../../src/domain/imports/rememberedTails.ts';

/** Reading that goes by how lines have begun and ended before gives what reading cell by cell gives. */

const cell = fc.constantFrom(
  '',
  'a',
  'b',
  '1',
  '12',
  '"a"',
  '"a,b"',
  '"a""b"',
  '""',
  ' "a" ',
  '"a"b',
  'é',
  'a long cell',
  '"long, in quotes"',
);

/** What breaks lines and cells, now and then. */
const oddCell = fc.oneof(
  { weight: 14, arbitrary: cell },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '"',
      'a"',
      '"a\nb"',
      '"a\r"',
      'a\rb',
      '\0',
      '"a\n"b',
      '\n',
      ',',
      '#',
      'x'.repeat(250),
      'y'.repeat(90),
      'z'.repeat(90),
      `${','.repeat(60)}1`,
    ),
  },
);

const lineEnd = fc.oneof(
  { weight: 8, arbitrary: fc.constant('\n') },
  { weight: 2, arbitrary: fc.constantFrom('\r\n', '\r', '\r\r\n', '\n\n', '') },
);

/** Lines that mostly begin as the one above and end as others. */
const lines = fc
  .record({
    heads: fc.array(fc.array(oddCell, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    middles: fc.array(oddCell, { minLength: 1, maxLength: 4 }),
    tails: fc.array(fc.array(oddCell, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    rows: fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 }), fc.nat({ max: 2 }), lineEnd), { maxLength: 40 }),
  })
  .map(({ heads, middles, tails, rows }) =>
    rows
      .map(([head, middle, tail, end]) => {
        const cells = [
          ...(heads[head % heads.length] ?? []),
          middles[middle % middles.length] ?? '',
          ...(tails[tail % tails.length] ?? []),
        ];
        return `${cells.join(',')}${end}`;
      })
      .join(''),
  );

const piecesOf = (text: string, sizes: readonly number[]): string[] => {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const size = sizes[pieces.length % sizes.length] ?? 1;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
};

const sizes = fc.oneof(
  fc.constant([1_000_000]),
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 4 }),
);

/** All that a reader hands on. */
const all = (next: RecordReader): Exclude<ReturnType<RecordReader>, undefined>[] => {
  const read = [];
  for (let one = next(); one !== undefined; one = next()) read.push(one);
  return read;
};

const FROM = { at: 0, line: 1 };

const MANY = Number.POSITIVE_INFINITY;

describe('lines that begin and end as others', () => {
  test('have the same records and problems as when each of their cells is read', () => {
    let tails = 0;
    fc.assert(
      fc.property(lines, sizes, fc.constantFrom(1, 3, 1000), (text, cut, mostTails) => {
        const byCell = splitRecords([text], ',', { ...FROM, limit: MANY });
        const read = all(recordReader(piecesOf(text, cut), ',', FROM, mostTails));
        const records = read.flatMap((one) => ('problem' in one ? [] : [one]));
        expect(records.map(({ line, cells }) => ({ line, cells }))).toEqual(byCell.records);
        expect(read.flatMap((one) => ('problem' in one ? [one.problem] : []))).toEqual(byCell.problems);
        tails += records.filter(({ tail }) => tail !== undefined).length;
        for (const [place, record] of records.entries()) {
          const { cells, tail, sameBefore = 0 } = record;
          expect(record.width ?? cells.length).toBe(cells.length);
          expect(cells.map((one, column) => record.cellAt?.(column) ?? one)).toEqual(cells);
          expect(cells.slice(0, sameBefore)).toEqual(records[place - 1]?.cells.slice(0, sameBefore) ?? []);
          if (tail !== undefined) expect(tail.cells).toEqual(cells.slice(tail.column));
        }
      }),
      { numRuns: 3000 },
    );
    expect(tails).toBeGreaterThan(1000);
  });

  test('are kept as they are, whichever of them are left out', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (text, isLeftOut) => {
        const keeper = recordKeeper(asideInMemory());
        const kept: unknown[] = [];
        let isBeforeKept = false;
        for (const one of all(recordReader([text], ',', FROM))) {
          if ('problem' in one) continue;
          const isKept = isLeftOut[one.line % isLeftOut.length] !== true;
          if (isKept) {
            keeper.keep(one, isBeforeKept);
            kept.push({ line: one.line, cells: [...one.cells] });
          }
          isBeforeKept = isKept;
        }
        expect(keeper.records().map(({ line, cells }) => ({ line, cells }))).toEqual(kept);
      }),
      { numRuns: 1000 },
    );
  });

  test('are kept as they are where what they end with is put aside', () => {
    const keeper = recordKeeper(asideInMemory());
    const text = `a,1,${'y'.repeat(90)}\na,2,${'z'.repeat(90)}\n`.repeat(5);
    for (const one of all(recordReader([text], ',', FROM))) if ('cells' in one) keeper.keep(one, one.line > 1);
    expect(keeper.records().map(({ cells }) => cells.join(','))).toEqual(text.trim().split('\n'));
  });

  test('are a table as they are when each sign comes in its own piece', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('a,b,1,,,,,', 'b,a', 'as the first line'), (text, words) => {
        const first = /^[^"\r\n]+/u.exec(text)?.[0] ?? 'a,b';
        const heading = `${words === 'as the first line' ? first : words}\n`;
        // By its beginning a file's heading is known: that comes whole.
        const [whole, signBySign] = [[heading + text], [heading, ...text.split('')]].map((pieces) => {
          const read = readTable(
            () => pieces,
            () => true,
            { separator: ',' },
          );
          if (!read.ok) return read;
          return { ...read.value, records: read.value.records.map(({ line, cells }) => [line, cells]) };
        });
        expect(whole).toEqual(signBySign);
      }),
      { numRuns: 4000 },
    );
  });
});

test('a file in which every line is another is soon read without remembering', () => {
  const others = Array.from({ length: 10_000 }, (_, row) => `${row},${row * 7},${row * 11}\n`).join('');
  const read = all(recordReader([`a,1,2\n`.repeat(9) + others + `a,1,2\n`.repeat(9)], ',', FROM));
  const withTail = read.filter((one) => 'tail' in one && one.tail !== undefined);
  expect(withTail.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9]);
  expect(read.at(-1)).toMatchObject({ line: 10_018, cells: ['a', '1', '2'] });
});

test('a tail is found where it begins in the same column, and nowhere else', () => {
  const tails = new RememberedTails(10);
  tails.add({ column: 2, printed: '5,8', cells: ['5', '8'], ends: [1, 3] });
  expect(tails.find('a,b,5,8\n    ', 4, 2)).toMatchObject({ id: 0, cells: ['5', '8'] });
  expect(tails.find('a,b,5,8\n    ', 4, 3)).toBeUndefined();
  expect(tails.find('a,b,5,8', 4, 2)).toBeUndefined();
});
