import { describe, expect, test } from 'vitest';
import {
  ladderFaults,
  ladderLoops,
  ladderOf,
  parseEquipment,
  parseLibrary,
} from '../../../src/domain/exercises/library.ts';
import { canDo, needsNoGym, noGymRung, NO_GYM_ITEMS } from '../../../src/domain/exercises/noGym.ts';
import { ownKey } from '../../../src/domain/exercises/ownKey.ts';
import { substitutesFor } from '../../../src/domain/exercises/substitute.ts';
import { CUE_KEYS, LIBRARY, exerciseOf } from './shippedLibrary.ts';

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
      cues: [
        'Weight at the chest, sit back slowly',
        'Touch the box, do not drop onto it',
        'Push through the whole foot',
      ],
      stress: { K: 1, A: 0, H: 0, G: 0, L: 1, I: 0 },
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
    expect(() => parseLibrary('id\nsq_x,Squat', 'id,cue')).toThrow(/line 2/);
  });

  test('stress that is not six digits of 0 to 3 is a broken line', () => {
    const line = (stress: string): string => `id\nsq_x,Squat,squat,none,0,1,,,quads,8,60,${stress},kg`;
    expect(parseLibrary(line('1 2 3 0 0 1'), 'id,cue')[0]?.stress).toEqual({ K: 1, A: 2, H: 3, G: 0, L: 0, I: 1 });
    for (const broken of ['1 2 3 0 0', '1 2 4 0 0 0', '123001']) {
      expect(() => parseLibrary(line(broken), 'id,cue')).toThrow(/line 2: stress/);
    }
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

describe('cues', () => {
  test('every exercise has one to three lines that fit on a sheet', () => {
    for (const { key, cues } of LIBRARY) {
      expect({ key, lines: cues.length }).toEqual({ key, lines: expect.toSatisfy((n: number) => n >= 1 && n <= 3) });
      for (const line of cues) {
        expect(line, key).toMatch(/^\p{Lu}[\u0020-\u00ff]+[^.!\s]$/u);
        expect(line.length, `${key}: ${line}`).toBeLessThanOrEqual(42);
      }
    }
  });

  test('no two exercises begin with the same line: that one is printed', () => {
    const first = LIBRARY.map(({ cues }) => cues[0]);
    expect(first.filter((line, at) => first.indexOf(line) !== at)).toEqual([]);
  });

  test('no cue is for an exercise that is not there', () => {
    expect(CUE_KEYS).toEqual(LIBRARY.map(({ key }) => key));
  });

  test('stress agrees with the pattern: what lands has impact, what presses has no knees in it', () => {
    const jumps = LIBRARY.filter(({ pattern }) => pattern.startsWith('plyo'));
    expect(jumps.filter(({ stress }) => stress?.I === 0)).toEqual([]);
    const upper = LIBRARY.filter(({ pattern }) => pattern === 'push' || pattern === 'pull');
    expect(upper.filter(({ stress }) => stress === undefined || stress.K + stress.A + stress.I > 0)).toEqual([]);
  });
});

describe('the ladder of one exercise', () => {
  const keysOf = (exercises: readonly { readonly key: string }[]): string[] => exercises.map(({ key }) => key);

  test('from the easiest step to the hardest', () => {
    const { easier, harder } = ladderOf(exerciseOf('sq_goblet'), LIBRARY);
    expect(keysOf(easier)).toEqual(['sq_box_bw', 'sq_bw', 'sq_tempo_bw']);
    expect(keysOf(harder)).toEqual(['sq_front', 'sq_back', 'sq_pause']);
  });

  test('no shipped ladder loops; one that would is seen', () => {
    expect(LIBRARY.filter((exercise) => ladderLoops(exercise, LIBRARY))).toEqual([]);
    const own = { ...exerciseOf('sq_goblet'), key: 'own_squat' };
    expect(ladderLoops(own, LIBRARY)).toBe(false);
    expect(ladderLoops({ ...own, regressKey: 'own_squat' }, LIBRARY)).toBe(true);
    expect(ladderLoops({ ...own, regressKey: 'sq_bw', progressKey: 'sq_bw' }, LIBRARY)).toBe(true);
    const other = { ...own, key: 'own_other', regressKey: 'own_squat' };
    expect(ladderLoops({ ...own, regressKey: 'own_other' }, [...LIBRARY, other])).toBe(true);
  });

  test('a ladder that loops in the data is still drawn once', () => {
    const a = { ...exerciseOf('sq_bw'), key: 'a', regressKey: 'b' };
    const b = { ...exerciseOf('sq_bw'), key: 'b', regressKey: 'c' };
    const c = { ...exerciseOf('sq_bw'), key: 'c', regressKey: 'b' };
    expect(keysOf(ladderOf(a, [a, b, c]).easier)).toEqual(['c', 'b']);
  });
});

describe('a key for an own exercise', () => {
  test('made of the name, and never one that is taken', () => {
    expect(ownKey('Sled push (heavy)', new Set())).toBe('own_sled_push_heavy');
    expect(ownKey('SLED push', new Set(['own_sled_push']))).toBe('own_sled_push_2');
  });
});

describe('instead, with the equipment there is', () => {
  const instead = (key: string, items: readonly string[]): string[] =>
    substitutesFor(exerciseOf(key), LIBRARY, items).map((one) => one.key);

  test.each([
    ['sq_back', ['barbell', 'rack'], 'sq_half'],
    ['sq_back', ['db'], 'sq_goblet'],
    ['hi_dl', ['barbell'], 'hi_rdl_bb'],
    ['hi_dl', ['kb'], 'hi_swing'],
    ['pl_pullup', ['band'], 'pl_band_row'],
    ['cf_raise_smith', [], 'cf_raise_1'],
  ])('%s with %j becomes %s', (key, items, first) => {
    expect(instead(key, items)[0]).toBe(first);
  });

  test('always doable, never harder, never itself', () => {
    for (const exercise of LIBRARY) {
      for (const one of substitutesFor(exercise, LIBRARY, ['db', 'bench'])) {
        expect(canDo(one, ['db', 'bench', ...NO_GYM_ITEMS])).toBe(true);
        expect(one.level).toBeLessThanOrEqual(exercise.level);
        expect(one.key).not.toBe(exercise.key);
      }
    }
  });

  test('a lunge stands in for a squat only when no squat can be done', () => {
    const lunges = LIBRARY.filter(({ key, pattern }) => pattern === 'lunge' || key === 'sq_back');
    const found = substitutesFor(exerciseOf('sq_back'), lunges, ['db']);
    expect(new Set(found.map(({ pattern }) => pattern))).toEqual(new Set(['lunge']));
    expect(substitutesFor(exerciseOf('sq_back'), LIBRARY, []).every(({ pattern }) => pattern === 'squat')).toBe(true);
    expect(instead('ca_rack', [])).toEqual([]);
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
