import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isoWeekOf,
  mondayOf,
  mondayOfIsoWeek,
  parseIsoWeek,
  parsePlainDate,
  plainDateOf,
  weekdayOf,
  type PlainDate,
} from '../../../src/domain/kernel/plainDate.ts';

const MS_PER_DAY = 86_400_000;

/** Days of four centuries, 1800 to 2199. */
const anyDate = fc.integer({ min: -62_091, max: 84_005 }).map(fromDayNumber);

const byTheSystem = (date: PlainDate): Date => new Date(`${date}T00:00:00Z`);

describe('a calendar date', () => {
  test('agrees with UTC on every day of four centuries', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dayNumber(date)).toBe(byTheSystem(date).getTime() / MS_PER_DAY);
        expect(weekdayOf(date) % 7).toBe(byTheSystem(date).getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  test('comes back from its day number, and moves by days there and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(fromDayNumber(dayNumber(date))).toBe(date);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  test('does not exist on 30 February, and nothing rolls over to 2 March', () => {
    expect(plainDateOf(2026, 2, 30)).toBeUndefined();
    expect(plainDateOf(2026, 2, 29)).toBeUndefined();
    expect(plainDateOf(2024, 2, 29)).toBe('2024-02-29');
    expect(plainDateOf(1900, 2, 29)).toBeUndefined();
    expect(plainDateOf(2000, 2, 29)).toBe('2000-02-29');
    expect(plainDateOf(2026, 13, 1)).toBeUndefined();
    expect(plainDateOf(2026.5, 1, 1)).toBeUndefined();
  });

  test('is read only as YYYY-MM-DD', () => {
    expect(parsePlainDate('2026-11-23')).toBe('2026-11-23');
    for (const text of ['2026-11-23T00:00', '23.11.2026', '2026-1-3', '', '0000-01-01']) {
      expect(parsePlainDate(text)).toBeUndefined();
    }
  });
});

describe('an ISO week', () => {
  test('runs from its Monday for seven days and is read back', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const week = isoWeekOf(date);
        expect(mondayOfIsoWeek(week)).toBe(mondayOf(date));
        expect(parseIsoWeek(week)).toBe(week);
        expect(isoWeekOf(addDays(mondayOf(date), 6))).toBe(week);
      }),
    );
  });

  test('belongs to the year of its Thursday', () => {
    expect(isoWeekOf('2026-11-23' as PlainDate)).toBe('2026-W48');
    expect(isoWeekOf('2027-01-03' as PlainDate)).toBe('2026-W53');
    expect(isoWeekOf('2024-12-30' as PlainDate)).toBe('2025-W01');
  });

  test('is refused when the year has no such week', () => {
    expect(parseIsoWeek('2026-W53')).toBe('2026-W53');
    expect(parseIsoWeek('2025-W53')).toBeUndefined();
    expect(parseIsoWeek('2026-W00')).toBeUndefined();
    expect(parseIsoWeek('2026-48')).toBeUndefined();
  });
});
