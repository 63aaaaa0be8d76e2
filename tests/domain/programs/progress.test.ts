import { describe, expect, test } from 'vitest';
import { progressProgram } from '../../../src/domain/programs/progress.ts';
import type { ProgressPattern } from '../../../src/domain/programs/progressPattern.ts';
import { after, allRows, faultOf, kinds, orderOf, programOf, progressOf, row, withRows } from './progressing.ts';

const WAVE: ProgressPattern = { kind: 'wave', weeksUp: 3, rise: 4, fewerReps: 1, nextRise: 2.5 };
const LOAD: ProgressPattern = { kind: 'load', by: 2.5, unit: 'kg' };
const PERCENT: ProgressPattern = { kind: 'percent', by: 2.5 };
const DOUBLE: ProgressPattern = { kind: 'double', fromReps: 4, toReps: 6, by: 2.5, unit: 'kg', points: 2.5 };

describe('load each week', () => {
  test('kilograms are added to what stands in the first week, pounds stay pounds, a deload is no step', () => {
    const program = withRows(5, ['sq_back | main | 3x5 100kg cap8', 'sq_front | | 3x5 185lb'], { 3: 'deload' });
    const done = after(program, progressOf(program, LOAD));
    expect(row(done, 'A1')).toEqual([
      '3x5 100kg cap8',
      '3x5 102.5kg cap8',
      '2x5 90kg cap7',
      '3x5 105kg cap8',
      '3x5 107.5kg cap8',
    ]);
    const pounds = after(program, progressOf(program, { kind: 'load', by: 5, unit: 'lb' }));
    expect(row(pounds, 'B1')).toEqual(['3x5 185lb', '3x5 190lb', '2x5 170lb cap7', '3x5 195lb', '3x5 200lb']);
  });

  test('an empty first week goes on from the last full week before it', () => {
    const program = withRows(6, ['sq_back | main | 3x5 100kg']);
    const done = after(program, progressOf(program, LOAD, { fromWeek: 4 }));
    expect(row(done, 'A1')).toEqual(['3x5 100kg', '', '', '3x5 102.5kg', '3x5 105kg', '3x5 107.5kg']);
  });

  test('what has no load to add to is left alone, each with its reason', () => {
    const program = withRows(3, [
      'sq_back | main | 3x5 @80%',
      'sq_front | | 3x5 RPE8',
      'pu_full | | 2x8-12 bw',
      'tr_plank | | 2x30s bw',
      'py_pogo_low | | 3x8c',
      'sq_goblet | | 3x8 20kg',
      'hi_rdl_bb | | 1x5 70, 1x5 100kg',
    ]);
    const { edits, alone } = progressOf(program, LOAD);
    expect(edits).toEqual([]);
    expect(alone.map(({ label, reason }) => `${label} ${reason}`)).toEqual([
      'A1 written in per cent: add per cent, or write it in kilograms',
      'B1 written by effort: its load goes up with the athlete',
      'C1 done with body weight: it has no load to add to',
      'D1 held for time: it has no load to add to',
      'E1 counted in contacts: it has no load to add to',
      'F1 2.5 kg is more than a tenth of 20 kg: repetitions first',
      'G1 its sets are loaded in different ways',
    ]);
  });
});

describe('per cent each week', () => {
  test('points on per cent, per cent of a load down to whole plates', () => {
    const program = withRows(4, [
      'sq_back | main | 3x5 @75%',
      'hi_rdl_bb | | 3x5 @80%TM',
      'sq_front | | 3x5 100kg',
      'sq_goblet | | 3x8 22kg',
    ]);
    const done = after(program, progressOf(program, PERCENT));
    expect(row(done, 'A1')).toEqual(['3x5 @75%', '3x5 @77.5%', '3x5 @80%', '3x5 @82.5%']);
    expect(row(done, 'B1')).toEqual(['3x5 @80%TM', '3x5 @82.5%TM', '3x5 @85%TM', '3x5 @87.5%TM']);
    expect(row(done, 'C1')).toEqual(['3x5 100kg', '3x5 102.5kg', '3x5 105kg', '3x5 107.5kg']);
    expect(row(done, 'D1')).toEqual(['3x8 22kg', '3x8 22kg', '3x8 23kg', '3x8 23kg']);
  });

  test('R1.2: held where the repetitions allow no more, and said; what stood above is not lowered', () => {
    const program = withRows(4, ['sq_back | main | 3x5 @80% cap8.5', 'sq_front | | 3x5 @95%']);
    const { held } = progressOf(program, PERCENT);
    const done = after(program, progressOf(program, PERCENT));
    expect(row(done, 'A1')).toEqual(['3x5 @80% cap8.5', '3x5 @82.5% cap8.5', '3x5 @82.4% cap8.5', '3x5 @82.4% cap8.5']);
    expect(row(done, 'B1')).toEqual(['3x5 @95%', '3x5 @95%', '3x5 @95%', '3x5 @95%']);
    expect(held.find(({ label }) => label === 'A1')).toMatchObject({
      week: 3,
      reason: 'held at 82.4 %: 5 reps at RPE 8.5 allow no more',
    });
  });
});

describe('double progression', () => {
  test('R2.1: repetitions to the top, then the load and the low end again', () => {
    const program = withRows(5, ['sq_back | main | 3x4-6 100kg cap8.5', 'hi_rdl_bb | | 3x5 @75%']);
    const done = after(program, progressOf(program, DOUBLE));
    expect(row(done, 'A1')).toEqual([
      '3x4-6 100kg cap8.5',
      '3x5 100kg cap8.5',
      '3x6 100kg cap8.5',
      '3x4 102.5kg cap8.5',
      '3x5 102.5kg cap8.5',
    ]);
    expect(row(done, 'B1')).toEqual(['3x5 @75%', '3x6 @75%', '3x4 @77.5%', '3x5 @77.5%', '3x6 @77.5%']);
  });

  test('R2.4: a step above a tenth of the load is too coarse; repetitions stay at the top', () => {
    const program = withRows(4, ['sq_goblet | main | 3x5 16kg']);
    const progress = progressOf(program, DOUBLE);
    expect(row(after(program, progress), 'A1')).toEqual(['3x5 16kg', '3x6 16kg', '3x6 16kg', '3x6 16kg']);
    expect(progress.held.map(({ week }) => week)).toEqual([3, 4]);
  });

  test('R2.8: body weight and holds climb a rung, up to the end of the ladder', () => {
    const program = withRows(6, ['pu_incline | main | 2x11 bw', 'tr_plank | | 2x40s bw']);
    const pattern: ProgressPattern = { ...DOUBLE, fromReps: 6, toReps: 12 };
    const done = after(program, progressOf(program, pattern));
    expect(row(done, 'A1').slice(0, 4)).toEqual(['2x11 bw', '2x12 bw', '2x6 rung+1', '2x7 rung+1']);
    expect(row(done, 'B1').slice(0, 3)).toEqual(['2x40s bw', '2x45s bw', '2x40s rung+1']);
  });

  test('a row written as a range keeps to its own; one with other repetitions is left alone', () => {
    const program = withRows(4, ['sq_back | main | 3x5 100kg', 'hi_rdl_bb | | 3x8-9 60kg', 'sq_front | | 3x12 60kg']);
    const progress = progressOf(program, DOUBLE);
    const done = after(program, progress);
    expect(row(done, 'B1')).toEqual(['3x8-9 60kg', '3x9 60kg', '3x8 62.5kg', '3x9 62.5kg']);
    expect(progress.alone).toMatchObject([{ label: 'C1', reason: 'its 12 repetitions are not between 4 and 6' }]);
  });

  test('by effort the repetitions go round: fewer at the same effort are heavier', () => {
    const program = withRows(4, ['sq_back | main | 3x5 RPE8']);
    expect(row(after(program, progressOf(program, DOUBLE)), 'A1')).toEqual([
      '3x5 RPE8',
      '3x6 RPE8',
      '3x4 RPE8',
      '3x5 RPE8',
    ]);
  });
});

describe('3:1 wave', () => {
  test('R2.1: 3×5 @ 80, 3×4 @ 84, 3×3 @ 88, a deload, and the next wave higher; held where the chart ends', () => {
    const program = withRows(8, ['sq_back | main | 3x5 @80%']);
    const progress = progressOf(program, WAVE);
    const done = after(program, progress);
    expect(row(done, 'A1')).toEqual([
      '3x5 @80%',
      '3x4 @84%',
      '3x3 @88%',
      '2x4 @75.6% cap7',
      '3x5 @82.5%',
      '3x4 @86.3%',
      '3x3 @89.2%',
      '2x4 @77.7% cap7',
    ]);
    expect(kinds(done)).toEqual(['build', 'build', 'build', 'deload', 'build', 'build', 'build', 'deload']);
    expect(progress.held.map(({ week }) => week)).toEqual([6, 7]);
  });

  test('the deload is the whole week’s: rows that were not chosen get lighter too', () => {
    const program = withRows(4, ['sq_back | main | 3x5 @80%', 'hi_rdl_bb | | 3x6 @70%']);
    const full = after(program, progressOf(program, { kind: 'percent', by: 0.1 }));
    const progress = progressProgram({ ...orderOf(full, WAVE), rows: allRows(full).slice(0, 1) });
    if (!progress.ok) throw new Error(progress.error.kind);
    expect(row(after(full, progress.value), 'B1')[3]).toBe('2x6 @63.3% cap7');
  });

  test('a week that is a deload already ends its wave', () => {
    const program = withRows(6, ['sq_back | main | 3x5 @80%'], { 3: 'deload' });
    const done = after(program, progressOf(program, WAVE));
    expect(kinds(done)).toEqual(['build', 'build', 'deload', 'build', 'build', 'build']);
    expect(row(done, 'A1')[3]).toBe('3x5 @82.5%');
  });

  test('every way of writing waves in its own way, or is left alone', () => {
    const program = withRows(4, [
      'sq_back | main | 3x5 100kg',
      'sq_front | | 3x5 RPE7.5',
      'hi_rdl_bb | | 3x6 RIR3',
      'sq_goblet | | 3x5 5RM',
      'pu_full | | 2x8-12 bw',
      'tr_plank | | 2x30s bw',
      'py_pogo_low | | 3x8c',
      'cf_iso_heavy | | 5x4x3s @90%MVC',
    ]);
    const progress = progressOf(program, WAVE);
    const done = after(program, progress);
    expect(row(done, 'A1')).toEqual(['3x5 100kg', '3x4 102.5kg', '3x3 107.5kg', '2x4 90kg cap7']);
    expect(row(done, 'B1').slice(0, 3)).toEqual(['3x5 RPE7.5', '3x4 RPE8', '3x3 RPE8.5']);
    expect(row(done, 'C1').slice(0, 3)).toEqual(['3x6 RIR3', '3x5 RIR2.5', '3x4 RIR2']);
    expect(row(done, 'D1').slice(0, 3)).toEqual(['3x5 5RM', '3x4 4RM', '3x3 3RM']);
    expect(row(done, 'E1').slice(0, 3)).toEqual(['2x8-12 bw', '2x9-12 bw', '2x10-12 bw']);
    expect(row(done, 'F1').slice(0, 3)).toEqual(['2x30s bw', '2x35s bw', '2x40s bw']);
    expect(row(done, 'G1')).toEqual(['3x8c', '3x9c', '3x10c', '2x9c cap7']);
    expect(progress.alone.map(({ label }) => label)).toEqual(['H1']);
  });
});

describe('what cannot be', () => {
  const program = withRows(4, ['sq_back | main | 3x5 @75%'], { 4: 'race' });

  test('no rows, weeks the wrong way round or not there or done, nothing to start from, numbers that are none', () => {
    expect(progressProgram({ ...orderOf(program, WAVE), rows: [] })).toMatchObject({ error: { kind: 'noRows' } });
    expect(faultOf(program, WAVE, { fromWeek: 3, toWeek: 2 })).toEqual({ kind: 'weeksReversed' });
    expect(faultOf(program, WAVE, { fromWeek: 3, toWeek: 9 })).toEqual({ kind: 'noSuchWeek' });
    expect(faultOf(program, WAVE, { toWeek: 2, firstOpenWeek: 3 })).toEqual({ kind: 'weeksDone' });
    expect(faultOf(program, WAVE, { fromWeek: 4 })).toEqual({ kind: 'onlyPassedOver' });
    expect(faultOf(program, { kind: 'load', by: 0, unit: 'kg' })?.kind).toBe('badPattern');
    const later = withRows(4, ['sq_back | main | ', 'hi_rdl_bb | | 3x5 @75%']);
    const only = progressProgram({
      ...orderOf(later, WAVE),
      rows: [{ session: 'A', label: 'A1', exerciseKey: 'sq_back' }],
    });
    expect(only).toMatchObject({ error: { kind: 'nothingToStartFrom', week: 1 } });
  });

  test('a week with one of two chosen sessions stays without the other; weeks that are empty are filled with both', () => {
    const two = programOf(
      [
        'name: Two',
        'block: Build | Add load',
        'weeks: build build build build',
        'session: A | Tue | 45 min',
        'A1 | sq_back | main | 3x5 @70% | = | | ',
        'session: B | Fri | 45 min',
        'A1 | sq_front | main | 3x5 @70% | | | ',
      ].join('\n'),
    );
    const progress = progressOf(two, PERCENT);
    expect(progress.absent).toEqual([{ session: 'B', weeks: [2] }]);
    expect(row(after(two, progress), 'A1', 'B')).toEqual(['3x5 @70%', '', '3x5 @72.5%', '3x5 @75%']);
    const onlyB = progressProgram({
      ...orderOf(two, PERCENT),
      rows: allRows(two).filter(({ session }) => session === 'B'),
    });
    expect(onlyB.ok && row(after(two, onlyB.value), 'A1', 'B')[1]).toBe('3x5 @72.5%');
  });

  test('done weeks are gone on from and never written; races are passed over', () => {
    const progress = progressOf(program, PERCENT, { firstOpenWeek: 2 });
    expect(progress.edits.map((edit) => (edit.kind === 'cell' ? edit.week : 0))).toEqual([2, 3]);
    expect(progress.passedOver).toEqual([4]);
  });
});
