import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPrintedDate } from '../../../src/domain/imports/dateTimes.ts';
import { readTable } from '../../../src/domain/imports/csvTable.ts';
import { splitRecords } from '../../../src/domain/imports/csvRecords.ts';
import { piecesOfBytes, readDecoded, type BytePieces, type TextPieces } from '../../../src/domain/imports/decode.ts';
import { ok } from '../../../src/domain/kernel/result.ts';
import { asideInMemory, recordKeeper } from '../../../src/domain/imports/keptRecords.ts';
import { decode, readBytes, repository } from './reading.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '"', '""', ',', '\n', '\r\n', '\r', 'a,b;c', '# x', ' "x" '),
);

describe('what is written with quotes is read back', () => {
  test('identical cells, for any delimiter and line end', () => {
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
        (rows, delimiter, end) => {
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join(end);
          const split = splitRecords([text], delimiter, { at: 0, line: 1, limit: Number.POSITIVE_INFINITY });
          expect(split.problems).toEqual([]);
          expect(split.records.map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('line numbers point at the record’s first line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('a', 'b\nc', '"', ''), { minLength: 2, maxLength: 2 }), {
          minLength: 1,
          maxLength: 8,
        }),
        (rows) => {
          const text = rows.map((row) => row.map(quoted).join(',')).join('\n');
          const lines = text.split('\n');
          for (const { line, cells } of splitRecords([text], ',', { at: 0, line: 1, limit: 99 }).records) {
            expect(lines[line - 1]?.startsWith(quoted(cells[0] ?? '').split('\n')[0] ?? '')).toBe(true);
          }
        },
      ),
    );
  });
});

/** Bytes in pieces of a size, after a first piece that is long enough to know the file by. */
const beginningWhole =
  (bytes: Uint8Array, size: number): BytePieces =>
  () => [bytes.subarray(0, 5), ...piecesOfBytes(bytes.subarray(5), size)()];

/** A text in pieces that are cut anywhere. */
const inPieces = (text: string, cuts: readonly number[]): string[] => {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  return places.slice(1).map((to, index) => text.slice(places[index], to));
};

describe('a file that comes in pieces is read as it is read whole', () => {
  const printed = fc.oneof(
    fc.constantFrom('"', '\n', '\r', '\r\n', '\r\r\n', ',', 'a', '"a,b"', '"a\nb"', ' "x"', 'é'),
  );

  test('the same records and problems, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(printed, { maxLength: 60 }), fc.array(fc.nat(), { maxLength: 12 }), (parts, cuts) => {
        const text = parts.join('');
        const from = { at: 0, line: 1, limit: Number.POSITIVE_INFINITY };
        expect(splitRecords(inPieces(text, cuts), ',', from)).toEqual(splitRecords([text], ',', from));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['utf-8', 'utf-16le', 'windows-1252', 'mixed'])(
    'the same letters, wherever its bytes are cut: %s',
    (encoding) => {
      const line = fc.oneof(fc.constantFrom('é', '𝟞', 'a', '\n', '\r\n', '\r', ',', '\uFEFF', 'ñu', '"'));
      fc.assert(
        fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (parts, size) => {
          const text = `a${parts.join('')}`;
          const bytes =
            encoding === 'utf-8'
              ? Buffer.from(text)
              : encoding === 'utf-16le'
                ? Buffer.from(`\uFEFF${text}`, 'utf16le')
                : Buffer.concat([
                    Buffer.from('x\xe9\n', 'latin1'),
                    Buffer.from(text, encoding === 'mixed' ? 'utf8' : 'latin1'),
                  ]);
          const textOf = (pieces: BytePieces) =>
            readDecoded(pieces, decode, (printed: TextPieces) => ok([...printed()].join('')));
          expect(textOf(beginningWhole(bytes, size))).toEqual(textOf(piecesOfBytes(bytes)));
        }),
        { numRuns: 500 },
      );
    },
  );

  test('what is put aside comes back', () => {
    const cells = fc.array(fc.constantFrom('', 'a', 'b'.repeat(90), 'c'.repeat(200)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 30 }), (rows) => {
        const keeper = recordKeeper(asideInMemory());
        rows.forEach((row, index) => keeper.keep({ line: index + 1, cells: row }));
        expect(keeper.records().map(({ line, cells: kept }) => [line, kept])).toEqual(
          rows.map((row, index) => [index + 1, row]),
        );
      }),
    );
  });

  test('a line without an end is passed over, and reading goes on behind it', () => {
    const long = function* (): Generator<string> {
      yield 'a,b\n1,"';
      for (let piece = 0; piece < 20; piece += 1) yield 'x'.repeat(1_000_000);
      yield '",2\r';
      yield '\n3,4\n';
    };
    const { records, problems } = splitRecords(long(), ',', { at: 0, line: 1, limit: 10 });
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['3', '4'] },
    ]);
    expect(problems).toMatchObject([{ line: 2, expected: expect.stringContaining('at most 8 million characters') }]);
  });

  test('a quote that is open too long costs its own line', () => {
    const open = function* (): Generator<string> {
      yield 'a,b\n"';
      for (let piece = 0; piece < 30; piece += 1) yield '1,2\n'.repeat(1000);
    };
    const { records, problems } = splitRecords(open(), ',', { at: 0, line: 1, limit: Number.POSITIVE_INFINITY });
    expect([records.length, problems.length, problems[0]?.line]).toEqual([30_000, 1, 2]);
  });
});

test('a date that is printed plainly is the same date with a space before it', () => {
  const digits = (most: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
  const date = fc.tuple(fc.integer({ min: 1000, max: 9999 }), digits(13), digits(32)).map((parts) => parts.join('-'));
  const time = fc.tuple(digits(25), digits(61), digits(61)).map((parts) => ` ${parts.join(':')}`);
  fc.assert(
    fc.property(date, fc.oneof(time, fc.constant('')), (day, clock) => {
      expect(readPrintedDate(day + clock)).toEqual(readPrintedDate(` ${day}${clock}`));
    }),
    { numRuns: 2000 },
  );
});

describe('nothing makes reading throw', () => {
  test('random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const result = readBytes(bytes);
        expect(result.ok || result.error.expected.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('random text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const table = readTable(
          () => [text],
          () => false,
        );
        expect(table.ok && table.value.isKnown).toBe(false);
        expect(readPrintedDate(text).kind).toMatch(/plain|numeric|unreadable/u);
        expect(readBytes(new TextEncoder().encode(text)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  const names = [
    'strava-en.csv',
    'strava-nl.csv',
    'strong-2021.csv',
    'strong-semicolon.csv',
    'strong-de.csv',
    'garmin-es-mi.csv',
    'garmin-unknown.csv',
    'garmin-weight.csv',
    'trainingpeaks.csv',
    'runkeeper-mi.csv',
    'hrv4training-android.csv',
    'fitnotes-body.csv',
    'coros-splits.csv',
  ];
  const sources = names.map((name) => new Uint8Array(readFileSync(`${repository}tests/fixtures/imports/${name}`)));

  test('damaged exports, and reading again gives the same', () => {
    const edit = fc.record({
      at: fc.nat(),
      byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(34, 44, 59, 10, 13, 45, 46, 0)),
      kind: fc.constantFrom('set', 'insert', 'cut'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.array(edit, { minLength: 1, maxLength: 20 }), (source, edits) => {
        let bytes = Array.from(source);
        for (const { at, byte, kind } of edits) {
          const place = at % bytes.length;
          if (kind === 'set') bytes[place] = byte;
          if (kind === 'insert') bytes.splice(place, 0, byte);
          if (kind === 'cut' && place > bytes.length / 2) bytes = bytes.slice(0, place);
        }
        const damaged = Uint8Array.from(bytes);
        const first = readBytes(damaged);
        const again = readBytes(damaged);
        expect(again).toEqual(first);
        if (!first.ok || !again.ok) return;
        const { activities, sessions, problems } = first.value;
        // Sessions do not hold their sets: they are read when they are asked for.
        const sets = sessions.map((session) => session.sets);
        expect(again.value.sessions.map((session) => session.sets)).toEqual(sets);
        expect(JSON.stringify([activities, sessions, sets])).not.toMatch(/NaN|\uFFFD|null/u);
        expect(new Set(activities.map(({ importKey }) => importKey)).size).toBe(activities.length);
        expect(new Set(sessions.map(({ importKey }) => importKey)).size).toBe(sessions.length);
        expect(problems.every(({ line, expected }) => line >= 1 && expected !== '')).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});
