import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, mondayOf, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { judgeRuns } from '../../../src/domain/running/plannedRuns.ts';

const MONDAY = '2026-11-23' as PlainDate;

const planned = (day: number, distanceM?: number) => ({
  on: addDays(MONDAY, day),
  isKey: false,
  distanceM,
  isWritten: true,
});
const done = (day: number, distanceM?: number) => ({ on: addDays(MONDAY, day), distanceM });

const fates = (...args: Parameters<typeof judgeRuns>): readonly string[] => judgeRuns(...args).map(({ fate }) => fate);

describe('what became of planned runs', () => {
  test('done, moved within the week, cut, missed', () => {
    expect(fates([planned(1, 10_000), planned(3, 8000), planned(6, 20_000)], [done(1, 9000), done(4, 8000)])).toEqual([
      'done',
      'moved',
      'missed',
    ]);
    expect(fates([planned(6, 20_000)], [done(6, 14_999)])).toEqual(['cut']);
    expect(fates([planned(6, 20_000)], [done(6, 15_000)])).toEqual(['done']);
    expect(fates([{ ...planned(6, 20_000), isWritten: false }], [done(6, 5000)])).toEqual(['done']);
  });

  test('another week’s run is not this one moved', () => {
    expect(fates([planned(6)], [done(7)])).toEqual(['missed']);
  });

  test('two short runs of a day are one', () => {
    expect(fates([planned(2, 10_000)], [done(2, 5000), done(2, 5000)])).toEqual(['done']);
  });

  test('no run stands for two planned ones, and no more are done than were run', () => {
    const days = fc.array(fc.integer({ min: 0, max: 27 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 27 })), days, (plan, ran) => {
        const judged = judgeRuns(
          plan.map((day) => planned(day)),
          ran.map((day) => done(day)),
        );
        const used = judged.flatMap((one) => (one.done === undefined ? [] : [one.done.on]));
        expect(new Set(used).size).toBe(used.length);
        for (const one of judged) {
          if (one.done !== undefined) expect(mondayOf(one.done.on)).toBe(mondayOf(one.planned.on));
          expect(one.fate === 'missed').toBe(one.done === undefined);
        }
      }),
    );
  });
});
