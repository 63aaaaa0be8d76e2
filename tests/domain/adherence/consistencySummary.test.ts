import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WeekMark } from '../../../src/domain/adherence/consistency.ts';
import { consistencySummary } from '../../../src/domain/adherence/consistencySummary.ts';
import type { WeekOutcome } from '../../../src/domain/adherence/plannedAgainstDone.ts';
import { consistencyOf, setsToCount, weekMark, type WeekDose } from '../../../src/domain/adherence/weekDose.ts';
import { addDays, parsePlainDate, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';

const start = parsePlainDate('2026-08-31') as PlainDate;

const dose = (lowerSetsDone: number, lowerSetsPlanned = 10, liftDays = lowerSetsDone > 0 ? 1 : 0): WeekDose => ({
  sessionsPlanned: 2,
  lowerSetsPlanned,
  liftDays,
  lowerSetsDone,
});

const week = (mark: WeekMark, done = mark === 'done' ? 2 : 0): WeekOutcome => ({
  sessions:
    mark === 'frozen' ? [] : [0, 1].map((at) => ({ sessionId: at + 1, isDone: at < done, share: at < done ? 1 : 0 })),
  share: mark === 'frozen' ? undefined : done / 2,
  dose: mark === 'frozen' ? { ...dose(0, 0), sessionsPlanned: 0 } : dose(mark === 'done' ? 6 : 0),
});

const summaryOf = (
  marks: readonly WeekMark[],
  { thisWeek = week('missed'), gaps = [] as readonly number[], hasProgram = true } = {},
) => {
  let day = start;
  const liftDays = [day, ...gaps.map((gap) => (day = addDays(day, gap)))];
  return consistencySummary({ weeks: marks.map((mark) => week(mark)), thisWeek, liftDays, hasProgram });
};

const twelve = (done: number, frozen: number): readonly WeekMark[] => [
  ...Array.from({ length: frozen }, () => 'frozen' as const),
  ...Array.from({ length: 12 - done - frozen }, () => 'missed' as const),
  ...Array.from({ length: done }, () => 'done' as const),
];

describe('a week (R10.2)', () => {
  test.each([
    [dose(6), 'done', 6],
    [dose(5), 'missed', 6],
    [dose(0), 'missed', 6],
    [dose(6, 9), 'done', 6],
    [dose(5, 9), 'missed', 6],
    [dose(0, 0, 1), 'done', 0],
    [dose(0, 0, 0), 'missed', 0],
    [{ ...dose(9), sessionsPlanned: 0 }, 'frozen', 6],
  ] as const)('%j: %s; %d sets make a lift count', (one, mark, sets) => {
    expect(weekMark(one)).toBe(mark);
    expect(setsToCount(one)).toBe(sets);
  });
});

describe('twelve weeks (R10.2)', () => {
  test('9 of 11 weeks: 81.8, good', () => {
    const { consistency, planned, done, interval } = summaryOf(twelve(9, 1));
    expect(consistency?.index).toBeCloseTo(81.82, 2);
    expect(consistency).toMatchObject({ band: 'good', doneWeeks: 9, countedWeeks: 11, isEarly: false });
    expect(summaryOf(twelve(2, 9)).consistency).toMatchObject({ countedWeeks: 3, isEarly: true });
    expect([planned, done]).toEqual([22, 18]);
    expect(interval?.[0]).toBeLessThan(18 / 22);
  });

  test('gaps 3, 4, 3, 4, 7, 3, 4, 4 are regular to 0.753', () => {
    expect(summaryOf(twelve(9, 1), { gaps: [3, 4, 3, 4, 7, 3, 4, 4] }).regularity).toBeCloseTo(0.7534, 4);
    expect(summaryOf(twelve(9, 1), { gaps: [3] }).regularity).toBeUndefined();
  });

  test('streaks: frozen weeks neither break nor add, and this week counts once it is done', () => {
    const marks: readonly WeekMark[] = ['done', 'done', 'frozen', 'done', 'missed', 'done'];
    expect(summaryOf(marks).streak).toEqual({ longest: 3, current: 1 });
    expect(summaryOf(marks, { thisWeek: week('done') }).streak).toEqual({ longest: 3, current: 2 });
  });

  test('this week is open, never missed, until it is over', () => {
    expect(summaryOf(twelve(9, 1)).thisWeek.mark).toBe('open');
    expect(summaryOf(twelve(9, 1), { thisWeek: week('done') }).thisWeek.mark).toBe('done');
    expect(summaryOf(twelve(9, 1), { thisWeek: week('frozen') }).thisWeek.mark).toBe('frozen');
  });

  test('nothing planned in twelve weeks: no index, no interval, no trend', () => {
    const none = summaryOf(twelve(0, 12));
    expect(none).toMatchObject({ planned: 0, done: 0 });
    expect([none.consistency, none.interval, none.trend]).toEqual([undefined, undefined, undefined]);
  });

  test('the next smallest step', () => {
    expect(summaryOf(twelve(0, 12), { hasProgram: false }).next).toEqual({ tag: 'noProgram' });
    expect(summaryOf(twelve(9, 1), { thisWeek: week('frozen') }).next).toEqual({ tag: 'nothingPlanned' });
    expect(summaryOf(twelve(9, 1), { thisWeek: week('done') }).next).toEqual({ tag: 'weekCounts' });
    expect(summaryOf(twelve(9, 1)).next).toEqual({ tag: 'lift', sets: 6, sessionId: 1 });
    expect(summaryOf(twelve(3, 1)).next).toEqual({ tag: 'onceAWeek', sets: 6 });
  });
});

describe('laws', () => {
  const mark = fc.constantFrom<WeekMark>('done', 'missed', 'frozen');

  test('the index is between 0 and 100, or there is none', () => {
    fc.assert(
      fc.property(fc.array(mark, { minLength: 12, maxLength: 12 }), (marks) => {
        const found = consistencyOf(marks);
        if (found === undefined) expect(marks.every((one) => one === 'frozen')).toBe(true);
        else expect(found.index >= 0 && found.index <= 100).toBe(true);
      }),
    );
  });

  test('frozen weeks change no streak, trend or share of sessions, wherever they lie', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), fc.nat({ max: 12 }), (marks, at) => {
        const without = summaryOf(marks.filter((one) => one !== 'frozen'));
        const with_ = summaryOf(marks.toSpliced(Math.min(at, marks.length), 0, 'frozen').slice(0, 12));
        if (marks.length < 12) {
          expect([with_.streak, with_.trend, with_.done, with_.planned]).toEqual([
            without.streak,
            without.trend,
            without.done,
            without.planned,
          ]);
        }
      }),
    );
  });

  test('a frozen week in place of none leaves the index as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<WeekMark>('done', 'missed'), { minLength: 1, maxLength: 12 }), (marks) => {
        const frozen = Array.from({ length: 12 - marks.length }, () => 'frozen' as const);
        const share = marks.filter((one) => one === 'done').length / marks.length;
        expect(consistencyOf([...frozen, ...marks])?.index).toBeCloseTo(100 * share, 9);
        expect(consistencyOf([...marks, ...frozen])?.index).toBeCloseTo(100 * share, 9);
      }),
    );
  });
});
