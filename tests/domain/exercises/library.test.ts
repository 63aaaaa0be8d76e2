import { describe, expect, test } from 'vitest';
import { ladderFaults, parseEquipment, parseLibrary } from '../../../src/domain/exercises/library.ts';
import { canDo, needsNoGym, noGymRung } from '../../../src/domain/exercises/noGym.ts';
import { LIBRARY, exerciseOf } from './shippedLibrary.ts';

describe('the shipped library', () => {
  test('126 exercises, ladders without a fault', () => {
    expect(LIBRARY).toHaveLength(126);
    expect(ladderFaults(LIBRARY)).toEqual([]);
    expect(LIBRARY.every(({ pattern }) => pattern !== 'other')).toBe(true);
  });

  test('one exercise in full', () => {
    expect(exerciseOf('sq_split_goblet_box')).toEqual({
      key: 'sq_split_goblet_box',
      name: 'Goblet box squat',
      pattern: 'squat',
      equipment: [['db', 'kb'], ['box']],
      isUnilateral: false,
      level: 2,
      regressKey: 'sq_box_bw',
      progressKey: 'sq_goblet',
      muscles: ['quads', 'glutes'],
      usualDose: '6-10',
      restS: 120,
      loadMode: 'kg',
      isOwn: false,
    });
    expect(exerciseOf('sq_quarter').name).toBe('Quarter squat, heavy');
    expect(exerciseOf('cf_iso_heavy').restS).toBe(120);
    expect(exerciseOf('sq_box_bw').regressKey).toBeUndefined();
  });

  test('equipment: comma is and, slash is or, none is nothing', () => {
    expect(parseEquipment('db/kb, box')).toEqual([['db', 'kb'], ['box']]);
    expect(parseEquipment('none')).toEqual([]);
    expect(parseEquipment('none/kb')).toEqual([]);
  });

  test('a broken line is named', () => {
    expect(() => parseLibrary('id\nsq_x,Squat')).toThrow(/line 2/);
  });

  test('ladder faults are found', () => {
    const broken = [
      { ...exerciseOf('sq_bw'), regressKey: 'sq_back', progressKey: 'nowhere' },
      { ...exerciseOf('sq_back'), regressKey: 'sq_bw', progressKey: undefined },
      exerciseOf('hi_bridge'),
      { ...exerciseOf('hi_bridge') },
    ];
    const faults = ladderFaults(broken).map(({ key, fault }) => `${key}: ${fault}`);
    expect(faults).toContain('sq_bw: missingProgress');
    expect(faults).toContain('sq_bw: harderRegress');
    expect(faults).toContain('sq_bw: cycle');
    expect(faults).toContain('hi_bridge: duplicateKey');
  });
});

describe('without a gym', () => {
  test.each([
    ['sq_back', 'sq_tempo_bw'],
    ['sq_goblet', 'sq_tempo_bw'],
    ['sq_legpress', 'sq_bw'],
    ['hi_dl', 'hi_goodam_bw'],
    ['hi_rdl_bb', 'hi_goodam_bw'],
    ['hi_trap', 'hi_bridge_1'],
    ['lu_bss_bb', 'lu_split_bw'],
    ['pu_bb_bench', 'pu_full'],
    ['cf_raise_smith', 'cf_raise_1'],
  ])('%s becomes %s', (key, rung) => {
    expect(noGymRung(exerciseOf(key), LIBRARY)?.key).toBe(rung);
  });

  test('nothing to replace, and nothing to replace it with', () => {
    expect(noGymRung(exerciseOf('sq_bw'), LIBRARY)).toBeUndefined();
    expect(needsNoGym(exerciseOf('sq_bw'))).toBe(true);
    expect(noGymRung(exerciseOf('pl_bb_row'), LIBRARY)).toBeUndefined();
  });

  test('a rung is always doable and no harder', () => {
    for (const exercise of LIBRARY) {
      const rung = noGymRung(exercise, LIBRARY);
      if (rung === undefined) continue;
      expect(needsNoGym(rung)).toBe(true);
      expect(rung.level).toBeLessThanOrEqual(exercise.level);
    }
  });

  test('every group of equipment must be met', () => {
    expect(canDo(exerciseOf('sq_back'), ['barbell'])).toBe(false);
    expect(canDo(exerciseOf('sq_back'), ['barbell', 'rack'])).toBe(true);
    expect(canDo(exerciseOf('sq_goblet'), ['kb'])).toBe(true);
    expect(canDo(exerciseOf('sq_bw'), [])).toBe(true);
  });
});
