import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPrintedDate } from '../../../src/domain/imports/dateTimes.ts';
import { readTable } from '../../../src/domain/imports/csvTable.ts';
import { splitRecords } from '../../../src/domain/imports/csvRecords.ts';
import { readBytes, repository } from './reading.ts';

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
          const split = splitRecords(text, delimiter, { at: 0, line: 1, limit: Number.POSITIVE_INFINITY });
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
          for (const { line, cells } of splitRecords(text, ',', { at: 0, line: 1, limit: 99 }).records) {
            expect(lines[line - 1]?.startsWith(quoted(cells[0] ?? '').split('\n')[0] ?? '')).toBe(true);
          }
        },
      ),
    );
  });
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
        expect(readTable(text, () => false)?.isKnown ?? false).toBe(false);
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
        expect(readBytes(damaged)).toEqual(first);
        if (!first.ok) return;
        const { activities, sessions, problems } = first.value;
        expect(JSON.stringify([activities, sessions])).not.toMatch(/NaN|\uFFFD|null/u);
        expect(new Set(activities.map(({ importKey }) => importKey)).size).toBe(activities.length);
        expect(new Set(sessions.map(({ importKey }) => importKey)).size).toBe(sessions.length);
        expect(problems.every(({ line, expected }) => line >= 1 && expected !== '')).toBe(true);
      }),
      { numRuns: 600 },
    );
  });
});
