import { describe, expect, test } from 'vitest';
import { needsNoGym, NO_GYM_ITEMS } from '../../src/domain/exercises/noGym.ts';
import { EQUIPMENT, itemOf, itemWord, needsText } from '../../src/domain/exercises/equipment.ts';
import { doseText } from '../../src/renderer/library/exerciseWords.ts';
import { ANY_EQUIPMENT, findExercises, NO_GYM, type ExerciseFilter } from '../../src/renderer/app/findExercises.ts';
import { asOwnExercise, blankForm, formOf, objectionTo } from '../../src/renderer/library/ownForm.ts';
import { exerciseOf, LIBRARY } from '../domain/exercises/shippedLibrary.ts';

const find = (typed: string, more: Partial<ExerciseFilter> = {}) =>
  findExercises(LIBRARY, { typed, pattern: 'all', needs: ANY_EQUIPMENT, ...more });

describe('finding an exercise', () => {
  test.each([
    ['hex bar deadlift', 'hi_trap'],
    ['BB squat', 'sq_back'],
    ['Bulgarian', 'lu_bss'],
    ['nordic hamstring, full', 'ha_nordic'],
    ['wall sit', 'sq_wall_iso'],
    ['loaded single-leg calf raise', 'cf_raise_1_db'],
  ])('“%s” brings %s first', (typed, key) => {
    expect(find(typed)[0]?.key).toBe(key);
  });

  test('nothing typed is everything, each once', () => {
    expect(find('')).toEqual(LIBRARY);
    const found = find('squat');
    expect(new Set(found).size).toBe(found.length);
    expect(find('zzzz')).toEqual([]);
  });

  test('letters may be left out, but only when nothing holds them as typed', () => {
    expect(find('pogo').every(({ name }) => name.toLowerCase().includes('pogo'))).toBe(true);
    expect(find('gblsqt').map(({ key }) => key)).toContain('sq_goblet');
  });

  test('pattern and equipment narrow it', () => {
    expect(find('', { pattern: 'calf' }).every(({ pattern }) => pattern === 'calf')).toBe(true);
    const atHome = find('', { needs: NO_GYM });
    expect(atHome).toEqual(LIBRARY.filter((exercise) => needsNoGym(exercise)));
    expect(find('squat', { needs: 'trap bar' })).toEqual([]);
    expect(find('', { needs: 'trap bar' }).map(({ key }) => key)).toContain('hi_trap');
  });
});

describe('words', () => {
  test('what an exercise needs, and how it is dosed', () => {
    expect(needsText(exerciseOf('sq_split_goblet_box'))).toBe('dumbbells or kettlebells, and box');
    expect(needsText(exerciseOf('lu_bss_bb'))).toBe('barbell, rack and bench');
    expect(needsText(exerciseOf('hi_dl'))).toBe('barbell');
    expect(needsText(exerciseOf('sq_bw'))).toBe('nothing');
    expect(doseText(exerciseOf('sq_back'))).toBe('3–6');
    expect(doseText(exerciseOf('tr_birddog'))).toBe('6–10 a side');
    expect(doseText(exerciseOf('lu_bss'))).toBe('4–8 a side');
    expect(doseText(exerciseOf('tr_side'))).toBe('20–45 s a side');
  });

  test('whatever an exercise asks for stands in every home or can be said to be there', () => {
    const asked = new Set(LIBRARY.flatMap(({ equipment }) => equipment.flat()));
    const known = new Set([...EQUIPMENT.map(({ item }) => item), ...NO_GYM_ITEMS]);
    expect([...asked].filter((item) => !known.has(item))).toEqual([]);
    expect(EQUIPMENT.map(({ item }) => itemOf(itemWord(item)))).toEqual(EQUIPMENT.map(({ item }) => item));
  });

  test('a coach may write an item in words', () => {
    expect(['Dumbbell', 'kettlebells', 'kb', 'trap bar', 'sled'].map(itemOf)).toEqual([
      'db',
      'kb',
      'kb',
      'trap bar',
      'sled',
    ]);
  });
});

describe('the form of an own exercise', () => {
  test('says again what it was given', () => {
    const { name, equipment, cues, regressKey } = exerciseOf('sq_split_goblet_box');
    const form = formOf(exerciseOf('sq_split_goblet_box'));
    expect(form.needs).toBe('dumbbells / kettlebells, box');
    expect(asOwnExercise(form)).toMatchObject({ name, equipment, cues, regressKey, level: 2, restS: 120 });
  });

  test('empty lines and groups are nothing', () => {
    const said = asOwnExercise({ ...blankForm, name: ' Sled ', needs: ' / , sled/, ', cues: '\n Push \n\n' });
    expect(said).toMatchObject({ name: 'Sled', equipment: [['sled']], cues: ['Push'] });
  });

  test('refuses what would not fit, and says what to do', () => {
    expect(objectionTo(blankForm)).toBeUndefined();
    expect(objectionTo({ ...blankForm, cues: 'a\nb\nc\nd' })).toBe('There are 4 cues. Keep the 3 that matter most.');
    expect(objectionTo({ ...blankForm, cues: 'x'.repeat(61) })).toContain('60 letters or fewer');
    expect(objectionTo({ ...blankForm, usualDose: 'x'.repeat(41) })).toContain('40 letters');
    expect(objectionTo({ ...blankForm, needs: 'a,b,c,d,e,f,g' })).toContain('six things');
  });
});
