import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import type { Program } from '../../../src/domain/programs/program.ts';
import type { ProgressPattern } from '../../../src/domain/programs/progressPattern.ts';
import { dealSets } from '../../../src/domain/programs/progressTaper.ts';
import { RAMP_ROWS } from '../../../src/domain/programs/startRampRows.ts';
import { weeksOf } from '../../../src/domain/programs/weekWalk.ts';
import { after, allRows, faultOf, kinds, programOf, progressOf, row, withRows } from './progressing.ts';

describe('start ramp', () => {
  const TEXT = [
    'name: R',
    'block: Build | Add load',
    `weeks: ${Array.from({ length: 16 }, () => 'build').join(' ')}`,
    'session: B | Fri | 30 min',
    `A1 | sq_back | main | 3x5 @75%${' | '.repeat(15)}`,
    'session: A | Tue | 45 min',
    `A1 | sq_back | main | 3x5 @75% r2'${' | '.repeat(15)}`,
    `B1 | pu_full | | 3x8-12 bw${' | '.repeat(15)}`,
    `C1 | hi_rdl_bb | main | 3x6 RPE7${' | '.repeat(15)}`,
    `D1 | py_pogo_low | | 3x8c${' | '.repeat(15)}`,
  ].join('\n');

  test('R2.11: the table, the first session of the week A and the second B, one session where it has one', () => {
    const program = programOf(TEXT);
    const progress = progressOf(program, { kind: 'ramp', firstWeek: 1 });
    const done = after(program, progress);
    const sets = (text: string) => /^(\d+)x(\d+) @([\d.]+)%/u.exec(text)?.slice(1).map(Number) ?? [];
    expect(row(done, 'A1', 'A').map(sets)).toEqual(
      RAMP_ROWS.map(({ a }) => [a.sets, a.reps, Math.round(a.fraction * 1000) / 10]),
    );
    expect(row(done, 'A1', 'B').map(sets)).toEqual(
      RAMP_ROWS.map(({ b }) => (b === undefined ? [] : [b.sets, b.reps, Math.round(b.fraction * 1000) / 10])),
    );
    expect(kinds(done)).toEqual(RAMP_ROWS.map(({ kind }) => kind));
    expect(row(done, 'A1', 'A')[9]).toBe("3x3 @85% cap8.5 r3'");
    expect(row(done, 'B1', 'A').slice(0, 3)).toEqual(['1x8-12 bw cap6', '2x8-12 bw cap6.5', '2x8-12 bw cap7']);
    expect(row(done, 'C1', 'A').slice(0, 2)).toEqual(['2x6 RPE6', '2x7 RPE6.5']);
    expect(progress.alone.map(({ label }) => label)).toEqual(['D1']);
    expect(progress.held).toEqual([]);
  });

  test('a load goes in proportion to what it stands for', () => {
    const program = withRows(4, ['sq_back | main | 3x5 100kg cap8', 'hi_rdl_bb | main | 3x15 60kg']);
    const progress = progressOf(program, { kind: 'ramp', firstWeek: 1 });
    // 5 reps at RPE 8 are 81.1 %: 65 % is 80.1 kg, and 80 is on the bar.
    expect(row(after(program, progress), 'A1')[0]).toBe('2x6 80kg cap6');
    expect(progress.alone).toMatchObject([{ label: 'B1', reason: expect.stringContaining('does not say how heavy') }]);
  });
});

describe('blocks', () => {
  const BLOCKS: ProgressPattern = {
    kind: 'block',
    blocks: [
      { kind: 'general', weeks: 4 },
      { kind: 'maximal', weeks: 4 },
      { kind: 'reactive', weeks: 3 },
      { kind: 'maintenance', weeks: 1 },
    ],
    isNaming: true,
  };

  test('R2.1, R2.6: each block its doses, a deload at the end of each, jumps rise in the reactive one', () => {
    const program = withRows(13, ['sq_back | main | 3x6 @75% r150', 'py_pogo_low | | 3x8c', 'pu_full | | 3x8-12 bw']);
    const done = after(program, progressOf(program, BLOCKS));
    expect(row(done, 'A1')).toEqual([
      '3x8 @70% cap8 r150',
      '3x7 @72.5% cap8 r150',
      '3x6 @75% cap8 r150',
      '2x6 @67.5% cap7 r150',
      // 82.5 is more than five points up.
      '3x5 @80% cap8.5 r150',
      '3x5 @82.5% cap8.5 r150',
      "3x4 @85% cap8.5 r3'",
      "2x4 @76.5% cap7 r3'",
      "3x3 @87.5% cap9 r3'",
      "3x3 @87.5% cap9 r3'",
      "2x3 @78.8% cap7 r3'",
      '2x4 @83% cap8 r150',
      '2x4 @83% cap8 r150',
    ]);
    expect(row(done, 'B1').slice(7)).toEqual(['2x8c cap7', '3x8c', '3x9c', '2x9c cap7', '2x9c', '2x9c']);
    expect(row(done, 'C1').slice(10)).toEqual(['2x8-12 bw cap7', '2x8-12 bw', '2x8-12 bw']);
    expect(done.blocks.map(({ name, weeks }) => `${name} ${weeks.length}`)).toEqual([
      'General 4',
      'Maximal strength 4',
      'Strong and reactive 3',
      'Maintenance 2',
    ]);
  });

  test('a far way up is climbed five points a week, and said (R2.10)', () => {
    const program = withRows(5, ['sq_back | main | 3x8 @60%']);
    const pattern: ProgressPattern = { kind: 'block', blocks: [{ kind: 'maximal', weeks: 5 }], isNaming: false };
    const progress = progressOf(program, pattern);
    expect(row(after(program, progress), 'A1').slice(0, 4)).toEqual([
      '3x5 @65% cap8.5',
      '3x5 @70% cap8.5',
      '3x5 @75% cap8.5',
      '3x5 @80% cap8.5',
    ]);
    expect(progress.held[0]?.reason).toBe('climbs to 82.5 % by 5 points a week, 65 % so far');
  });

  test('weeks after the blocks keep the block they were in', () => {
    const program = withRows(6, ['sq_back | main | 3x6 @75%']);
    const pattern: ProgressPattern = { kind: 'block', blocks: [{ kind: 'general', weeks: 3 }], isNaming: true };
    const done = after(program, progressOf(program, pattern, { fromWeek: 2, toWeek: 4 }));
    expect(done.blocks.map(({ name, weeks }) => `${name} ${weeks.length}`)).toEqual([
      'Build 1',
      'General 3',
      'Build 2',
    ]);
  });
});

describe('taper to a race', () => {
  const ROWS = ["sq_back | main | 3x4 @85% r3'", 'hi_rdl_bb | main | 3x6 @77.5%', 'cf_raise_1_db | | 2x8 RIR2'];
  const full = (weeks: number): Program => {
    const program = withRows(weeks, ROWS);
    const edits = weeksOf(program)
      .slice(1)
      .flatMap((_, index) =>
        allRows(program).map((one) => ({ kind: 'cell' as const, week: index + 2, ...one, text: '=' })),
      );
    return after(program, { edits, weeks: [], alone: [], held: [], absent: [], passedOver: [] });
  };
  /** Sunday of week 6. */
  const racedOn = '2027-01-03' as PlainDate;

  test('R2.12: 80, 60 and 40 % of the sets, the same weight; none heavy for the legs in the last days', () => {
    const program = full(6);
    const done = after(program, progressOf(program, { kind: 'taper', racedOn, priority: 'A', hasPrimer: false }));
    // Sessions on Tuesdays: 19, 12 and 5 days before; 8 sets become 6, 4 and 3.
    expect(row(done, 'A1')).toEqual(["3x4 @85% r3'", '=', '=', "3x4 @85% r3'", "2x4 @85% r3'", 'x']);
    expect(row(done, 'B1').slice(3)).toEqual(['2x6 @77.5%', '1x6 @77.5%', 'x']);
    expect(row(done, 'C1').slice(3)).toEqual(['1x8 RIR2', '1x8 RIR2', '1x8 RIR2']);
    expect(kinds(done)).toEqual(['build', 'build', 'build', 'taper', 'taper', 'race']);
  });

  test('a primer is two light doubles; a B race keeps its sets until five days before', () => {
    const program = full(6);
    const primed = after(program, progressOf(program, { kind: 'taper', racedOn, priority: 'A', hasPrimer: true }));
    expect(row(primed, 'A1')[5]).toBe("2x2 @75% cap6 r3'");
    const second = after(program, progressOf(program, { kind: 'taper', racedOn, priority: 'B', hasPrimer: false }));
    expect(row(second, 'A1').slice(3)).toEqual(['=', "3x4 @85% r3'", "3x4 @85% r3'"]);
    expect(kinds(second).slice(3)).toEqual(['build', 'build', 'race']);
  });

  test('R2.12 vector: 12 sets are 7 in the window of 14 to 7 days, 4 in the last; every row its share', () => {
    const four = Array.from({ length: 4 }, (_, place) => ({ usual: 3, isMain: place < 2 }));
    expect(dealSets(four, 7)).toEqual([2, 2, 2, 1]);
    expect(dealSets(four, 4)).toEqual([1, 1, 1, 1]);
  });

  test('a race that is too far away is said', () => {
    expect(
      faultOf(full(6), { kind: 'taper', racedOn: '2027-05-02' as PlainDate, priority: 'A', hasPrimer: false }),
    ).toEqual({ kind: 'raceTooFar' });
  });
});
