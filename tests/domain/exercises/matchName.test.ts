import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchExercise, patternGuess } from '../../../src/domain/exercises/matchName.ts';
import { nameKey } from '../../../src/domain/exercises/nameKey.ts';
import { SYNONYM_NAMES } from '../../../src/domain/exercises/synonyms.ts';
import { LIBRARY, exerciseOf } from './shippedLibrary.ts';

const NOTHING = new Map<string, string>();

const match = (printed: string) => matchExercise(printed, LIBRARY, NOTHING);

describe('the key of a printed name', () => {
  test('spelling, order, plural, width and case do not matter', () => {
    const spellings = [
      'Squat (Barbell)',
      'Barbell Squat',
      'squats - BARBELL',
      'Ｓｑｕａｔ (Barbell)',
      'Squat\u200B (BB)',
    ];
    expect(new Set(spellings.map(nameKey))).toEqual(new Set(['squat (barbell)']));
    expect(nameKey('Push-Ups')).toBe(nameKey('pushup'));
    expect(nameKey('DB RDL')).toBe(nameKey('Romanian Deadlift (Dumbbell)'));
    expect(nameKey('Bench Press (Barbell)')).toBe('bench press (barbell)');
  });

  test('different equipment is a different name', () => {
    expect(nameKey('Bench Press (Dumbbell)')).not.toBe(nameKey('Bench Press (Barbell)'));
  });

  test('applying it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (printed) => {
        expect(nameKey(nameKey(printed))).toBe(nameKey(printed));
      }),
    );
    for (const { name } of [...SYNONYM_NAMES, ...LIBRARY]) expect(nameKey(nameKey(name))).toBe(nameKey(name));
  });
});

describe('the synonyms', () => {
  test('lead to exercises that exist, and no name to two', () => {
    const keys = new Set(LIBRARY.map(({ key }) => key));
    expect(SYNONYM_NAMES.filter(({ key }) => !keys.has(key))).toEqual([]);
    const byName = new Map<string, string>();
    for (const { key, name } of SYNONYM_NAMES) {
      expect(byName.get(nameKey(name)) ?? key, `${name}`).toBe(key);
      byName.set(nameKey(name), key);
    }
    expect(SYNONYM_NAMES.length).toBeGreaterThanOrEqual(120);
  });

  test('agree with the library where it has the same name', () => {
    const byName = new Map(LIBRARY.map(({ key, name }) => [nameKey(name), key]));
    for (const { key, name } of SYNONYM_NAMES) expect(byName.get(nameKey(name)) ?? key, `${name}`).toBe(key);
  });
});

describe('names that apps print', () => {
  test.each([
    ['Pull Up (Neutral Grip)', 'pl_pullup'],
    ['Seated Leg Press (Machine)', 'sq_legpress'],
    ['Bent Over One Arm Row (Dumbbell)', 'pl_db_row'],
    ['Ab Roller', 'tr_rollout'],
    ['Hanging Leg Raises · Bodyweight', 'tr_hang_leg'],
    ['Squat, Barbell', 'sq_back'],
    ['Agachamento (Barra)', 'sq_back'],
    ['Levantamento Terra (Barra Hexagonal)', 'hi_trap'],
    ['Peso Muerto Rumano (Barra)', 'hi_rdl_bb'],
    ['Bankdrücken (Kurzhantel)', 'pu_db_bench'],
    ['Soulevé de terre (Barre)', 'hi_dl'],
    ['Panca piana (Bilanciere)', 'pu_bb_bench'],
    ['Deadlift (Bar)', 'hi_dl'],
    ['Wide Grip Lat Pulldown', 'pl_pulldown'],
    ['Flat DB bench', 'pu_db_bench'],
    ['Standing Calf Raise, Leverage Machine', 'cf_raise_smith'],
  ])('%s is surely %s', (printed, key) => {
    expect(match(printed)).toMatchObject({ kind: 'known', key });
  });

  test.each([
    'Incline Bench Press (Barbell)',
    'Pull Up (Assisted)',
    'Pull Up (Band)',
    'Squat (Smith Machine)',
    'Sumo Deadlift (Barbell)',
    'Back Extension',
    'Levantamento Terra Sumô',
    'Supino No Chão (Barra)',
    'Rowing (Machine)',
    'Romanian Deadlift, Leverage Machine',
    'Straight Arm Lat Pulldown (Cable)',
  ])('%s is for the coach to say', (printed) => {
    expect(match(printed).kind).not.toBe('known');
  });
});

describe('matching', () => {
  test.each([
    ['Squat (Barbell)', 'sq_back'],
    ['Barbell Squat', 'sq_back'],
    ['Front Squat (Barbell)', 'sq_front'],
    ['Goblet Squat (Kettlebell)', 'sq_goblet'],
    ['Deadlift (Barbell)', 'hi_dl'],
    ['Romanian Deadlift (Dumbbell)', 'hi_rdl_db'],
    ['Trap Bar Deadlift', 'hi_trap'],
    ['Flat Barbell Bench Press', 'pu_bb_bench'],
    ['Bulgarian Split Squat', 'lu_bss'],
    ['Hip Thrust (Barbell)', 'hi_thrust_bb'],
    ['Seated Leg Curl (Machine)', 'ha_curl_mach'],
    ['Standing Calf Raise (Machine)', 'cf_raise_smith'],
    ['Chin Up', 'pl_pullup'],
    ['Bent Over Row (Barbell)', 'pl_bb_row'],
    ['Press-ups', 'pu_full'],
    ['Side Plank', 'tr_side'],
    ['Nordic Hamstrings Curls', 'ha_nordic'],
  ])('%s is %s', (printed, key) => {
    expect(match(printed)).toMatchObject({ kind: 'known', key });
  });

  test('every exercise knows its own name', () => {
    for (const { key, name } of LIBRARY) expect(match(name)).toEqual({ kind: 'known', key, why: 'name' });
  });

  test.each([
    'Lunge (Dumbbell)',
    'Squat (Smith Machine)',
    'Romanian Deadlift',
    'Step Up (Dumbbell)',
    'Incline Bench Press (Barbell)',
  ])('%s is only proposed', (printed) => {
    expect(match(printed).kind).toBe('doubtful');
  });

  test('what is nothing like ours is unknown', () => {
    expect(match('Zercher yoga flow').kind).toBe('unknown');
    expect(match('').kind).toBe('unknown');
  });

  test('proposals come best first', () => {
    const found = match('Barbel Romanian Deadlift');
    const candidates = found.kind === 'doubtful' ? found.candidates : [];
    expect(candidates[0]?.key).toBe('hi_rdl_bb');
    expect(candidates.map((one) => one.similarity)).toEqual(
      candidates.map((one) => one.similarity).toSorted((a, b) => b - a),
    );
  });

  test('the memory of the coach comes first, and only for exercises that are still there', () => {
    const memory = new Map([
      [nameKey('Squat (Barbell)'), 'sq_half'],
      [nameKey('Bench Press'), 'gone'],
    ]);
    expect(matchExercise('BARBELL SQUAT', LIBRARY, memory)).toEqual({ kind: 'known', key: 'sq_half', why: 'memory' });
    expect(matchExercise('Bench Press', LIBRARY, memory)).toEqual({
      kind: 'known',
      key: 'pu_bb_bench',
      why: 'synonym',
    });
  });

  test("a coach's own exercise of that name wins over a synonym", () => {
    const own = { ...exerciseOf('sq_back'), key: 'own_1', name: 'Squat (Barbell)', isOwn: true };
    expect(matchExercise('Squat (Barbell)', [...LIBRARY, own], NOTHING)).toMatchObject({ key: 'own_1', why: 'name' });
  });
});

describe('the pattern of an unknown name', () => {
  test.each([
    ['Hack Squat (Machine)', 'squat'],
    ['Good Morning (Barbell)', 'hinge'],
    ['Curtsy Lunge', 'lunge'],
    ['Incline Bench Press (Dumbbell)', 'push'],
    ['Face Pull (Cable)', 'pull'],
    ['Bicycle Crunch', 'trunk'],
    ['Donkey Calf Raise', 'calf'],
    ['Hip Adduction (Machine)', 'hip'],
    ['Yoke Carry', 'carry'],
    ['Depth Jump', 'plyo-high'],
    ['Tuck Jump', 'plyo-med'],
    ['Stretching', 'other'],
  ])('%s is %s', (printed, pattern) => {
    expect(patternGuess(printed)).toBe(pattern);
  });

  test('mostly agrees with the library', () => {
    const agreeing = LIBRARY.filter(({ name, pattern }) => patternGuess(name) === pattern);
    expect(agreeing.length / LIBRARY.length).toBeGreaterThan(0.8);
  });
});
