import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, mondayOf, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { judgeRuns, paceVerdict } from '../../../src/domain/running/plannedRuns.ts';

const MONDAY = '2026-11-23' as PlainDate;

const planned = (day: number, distanceM?: number) => ({
  on: addDays(MONDAY, day),
  isKey: false,
  distanceM,
  isWritten: true,
});
const done = (day: number, distanceM?: number) => ({ on: addDays(MONDAY, day), distanceM });

const fates = (...args: Parameters<typeof judgeRuns>): readonly string[] => judgeRuns(...args).map(({ fate }) => fate);

describe('slower than planned at a higher effort (R7.3 D7)', () => {
  const plan = { ...planned(1, 10_000), durationS: 3000, targetRpe: 7 };
  const run = (movingS: number | undefined, rpe: number | undefined) => ({ ...done(1, 10_000), movingS, rpe });

  test.each([
    ['2 % slower and no more', run(3060, 9), 'kept'],
    ['more than 2 % slower, one RPE harder', run(3062, 8), 'slower'],
    ['slower, but no harder', run(3300, 7.5), 'kept'],
    ['harder, but in its time', run(3000, 10), 'kept'],
    ['a run without a time', run(undefined, 9), 'notRecorded'],
    ['a run without an RPE', run(3300, undefined), 'notRecorded'],
    ['a run of no distance', { ...run(3300, 9), distanceM: 0 }, 'notRecorded'],
  ] as const)('%s', (_name, one, verdict) => expect(paceVerdict(plan, one)).toBe(verdict));

  test('a plan without distance, time or RPE says nothing of pace', () => {
    for (const less of [{ distanceM: undefined }, { durationS: undefined }, { targetRpe: undefined }])
      expect(paceVerdict({ ...plan, ...less }, run(3600, 10))).toBe('notPlanned');
  });

  test('two runs of a day are as long as both and as hard as the harder; one without a time makes it unknown', () => {
    const first = { ...done(1, 4000), movingS: 1200, rpe: 4 };
    const second = { ...done(1, 6000), movingS: 2000, rpe: 8 };
    const [judged] = judgeRuns([plan], [first, second]);
    expect(judged?.done).toMatchObject({ distanceM: 10_000, movingS: 3200, rpe: 8 });
    const [unknown] = judgeRuns([plan], [{ ...first, movingS: undefined }, second]);
    expect(unknown?.done).toMatchObject({ distanceM: 10_000, movingS: undefined });
  });
});

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
