import { expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { readDay } from '../../../src/domain/typeIn/typedDay.ts';

/** A Tuesday. */
const PLANNED = '2026-11-17' as PlainDate;

test.each([
  ['', '2026-11-17'],
  ['thu', '2026-11-19'],
  ['Mo', '2026-11-16'],
  ['sunday', '2026-11-22'],
  ['19', '2026-11-19'],
  ['2', '2026-12-02'],
  ['31', '2026-10-31'],
  ['+1', '2026-11-18'],
  ['-2', '2026-11-15'],
  [' 2026-11-25 ', '2026-11-25'],
])('“%s” beside Tuesday 17 November is %s', (text, day) => {
  expect(readDay(text, PLANNED)).toEqual({ ok: true, value: day });
});

test.each(['t', '32', '0', '2026-02-30', '19/11', 'tomorrow'])(
  '“%s” is no day, and it is said how to type one',
  (text) => {
    expect(readDay(text, PLANNED)).toMatchObject({
      ok: false,
      error: { found: text, expected: expect.stringContaining('thu, 19, +1') },
    });
  },
);
