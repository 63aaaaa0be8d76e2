import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardGym } from '../../../src/domain/athletes/athlete.ts';
import type { Exercise } from '../../../src/domain/exercises/exercise.ts';
import { addDays, parsePlainDate, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { massIn, roundTo } from '../../../src/domain/kernel/quantity.ts';
import { loadInGym } from '../../../src/domain/programs/gymLoad.ts';
import { PROGRESSION_KINDS, type Prescription, type ProgressionKind } from '../../../src/domain/programs/program.ts';
import { readCell } from '../../../src/domain/programs/shorthand.ts';
import { missedPlan, topLoadKg } from '../../../src/domain/progression/liftedSession.ts';
import { progressionOf, PROGRESSIONS } from '../../../src/domain/progression/progressionOf.ts';
import { proposeNext, proposeSession } from '../../../src/domain/progression/propose.ts';
import type {
  LiftedSession,
  LiftedSet,
  NextCell,
  SlotCase,
  SlotContext,
} from '../../../src/domain/progression/proposal.ts';
import { ruleNumbered } from '../../../src/domain/science/register.ts';

const day = (text: string): PlainDate => {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`no date: ${text}`);
  return date;
};

const FIRST = day('2026-11-02');

const squat: Exercise = {
  key: 'sq_back',
  name: 'Back squat',
  pattern: 'squat',
  equipment: [['barbell'], ['rack']],
  isUnilateral: false,
  level: 4,
  muscles: ['quads'],
  usualDose: '3-6',
  loadMode: 'kg',
  cues: [],
  stress: { K: 3, A: 0, H: 1, G: 1, L: 3, I: 0 },
  isOwn: false,
};
const press: Exercise = { ...squat, key: 'pu_press', name: 'Press', pattern: 'push' };
const lateral: Exercise = {
  ...squat,
  key: 'lu_lat',
  name: 'Lateral lunge',
  pattern: 'lunge',
  equipment: [['db', 'kb']],
};
const pressUp: Exercise = { ...press, key: 'pu_full', name: 'Press-up', equipment: [], loadMode: 'reps' };
const feetUp: Exercise = { ...pressUp, key: 'pu_feet', name: 'Feet-raised press-up' };
const kneeling: Exercise = { ...pressUp, key: 'pu_knee', name: 'Knee press-up' };
const plank: Exercise = { ...pressUp, key: 'tr_plank', name: 'Front plank', pattern: 'trunk', loadMode: 'seconds' };
const pogo: Exercise = { ...pressUp, key: 'pl_pogo', name: 'Pogo', pattern: 'plyo-low', loadMode: 'contacts' };

const sets = (cell: string): readonly Prescription[] => {
  const read = readCell(cell);
  if (read.cell.kind !== 'sets') throw new Error(`not sets: ${cell}`);
  return read.cell.prescriptions;
};

const work = (loadKg: number, reps: readonly number[], rpe?: number): LiftedSet[] =>
  reps.map((one) => ({ loadKg, reps: one, ...(rpe === undefined ? {} : { rpe }) }));

const CALM: Omit<SlotContext, 'exercise'> = {
  gym: standardGym('kg'),
  entryClass: 'C',
  light: 'green',
  isToday: true,
  sparing: { kind: 'fine' },
  otherContacts: 0,
};

interface Told {
  readonly cell: string;
  readonly next?: string;
  readonly lifted: readonly LiftedSet[][];
  readonly exercise?: Exercise;
  readonly progression?: ProgressionKind;
  readonly week?: number;
  readonly role?: 'main' | 'assistance';
  readonly context?: Partial<SlotContext>;
  readonly weekKind?: NextCell['weekKind'];
  readonly label?: string;
}

const caseOf = (told: Told): SlotCase => {
  const { exercise = squat, cell, next = cell, lifted, progression, context = {} } = told;
  const prescriptions = sets(next);
  return {
    past: lifted.map((done, place): LiftedSession => ({
      on: addDays(FIRST, 7 * place),
      planned: sets(cell),
      sets: done,
      isDeload: false,
    })),
    next: {
      week: told.week ?? 10,
      session: 'A',
      weekKind: told.weekKind ?? 'build',
      slot: {
        label: told.label ?? 'A1',
        exerciseKey: exercise.key,
        role: told.role ?? 'main',
        prescriptions,
        ...(progression === undefined ? {} : { progression }),
      },
      loadsKg: prescriptions.map(({ basis }) => (basis.kind === 'load' ? basis.loadKg : undefined)),
    },
    context: { ...CALM, exercise, ...context },
  };
};

const proposed = (told: Told) => proposeNext(caseOf(told));

describe('how a slot goes on', () => {
  test.each([
    ['3x4-6 100kg', squat, 'double'],
    ['3x4-6', squat, 'double'],
    ['2x8-12 bw', pressUp, 'ladder'],
    ['2x30s bw', plank, 'isometric'],
    ['3x10c', pogo, 'contacts'],
    ['2x6 RIR3', squat, 'autoreg'],
    ['3x5 RPE8', squat, 'autoreg'],
    ['3x5 @80%', squat, 'plan'],
    ['3x5 @80%TM', squat, 'plan'],
    ['3x5 100kg', squat, 'acsm'],
    ['3x20m', squat, 'plan'],
  ] as const)('%s of a lift: %s', (cell, exercise, kind) => {
    expect(progressionOf({ prescriptions: sets(cell) }, exercise, { entryClass: 'C', week: 1 })).toBe(kind);
  });

  test('a novice’s load rises session by session for twelve weeks, and what the coach chose comes first', () => {
    const slot = { prescriptions: sets('3x5 60kg') };
    expect(progressionOf(slot, squat, { entryClass: 'A', week: 12 })).toBe('linear');
    expect(progressionOf(slot, squat, { entryClass: 'A', week: 13 })).toBe('acsm');
    expect(progressionOf({ ...slot, progression: 'twoForTwo' }, squat, { entryClass: 'A', week: 1 })).toBe('twoForTwo');
  });

  test('each is named once, by rules that exist', () => {
    expect(PROGRESSIONS.map(({ kind }) => kind).toSorted()).toEqual([...PROGRESSION_KINDS].toSorted());
    expect(PROGRESSIONS.flatMap(({ rules }) => rules).filter((rule) => ruleNumbered(rule) === undefined)).toEqual([]);
  });
});

describe('the load by each rule', () => {
  test('double progression (R2.1): the range is kept, the load rises one step', () => {
    const cell = "3x4-6 100kg cap8.5 r3'";
    const of = (reps: readonly number[], rpe: number) => proposed({ cell, lifted: [work(100, reps, rpe)] });
    expect(of([6, 6, 6], 8)).toMatchObject({ verdict: 'raise', text: "3x4-6 102.5kg cap8.5 r3'" });
    expect(of([6, 6, 5], 8.5)).toMatchObject({ verdict: 'hold', text: cell, edits: [] });
    expect(of([6, 6, 6], 9)).toMatchObject({ verdict: 'hold', text: cell });
  });

  test('ACSM and 2-for-2 (R2.4): 5 % for the legs, at least one plate, never more than a tenth', () => {
    const legs = { cell: '3x5 100kg cap8', lifted: [work(100, [5, 5, 7], 8), work(100, [5, 5, 7], 8)] };
    expect(proposed({ ...legs, progression: 'twoForTwo' })).toMatchObject({ verdict: 'raise', text: '3x5 105kg cap8' });
    expect(proposed(legs)).toMatchObject({ verdict: 'raise', text: '3x5 105kg cap8' });
    const once = { ...legs, lifted: [work(100, [5, 5, 7], 8), work(100, [5, 5, 6], 8)] };
    expect(proposed({ ...once, progression: 'twoForTwo' })?.verdict).toBe('hold');
    const arms = { exercise: press, cell: '3x5 40kg cap8', lifted: [work(40, [5, 5, 6], 8)] };
    expect(proposed(arms)?.text).toBe('3x5 42.5kg cap8');
    expect(proposed({ ...arms, progression: 'acsm', context: { entryClass: 'A' } })?.verdict).toBe('hold');
    const coarse = { exercise: lateral, cell: '3x8 8kg cap8', lifted: [work(8, [8, 8, 9], 7)] };
    expect(proposed(coarse)).toMatchObject({ verdict: 'raise', text: '3x9 8kg cap8' });
  });

  test('linear (R2.1): a step after each success, a tenth off after two misses, and an end', () => {
    const of = (lifted: LiftedSet[][], week = 3) =>
      proposed({ cell: '3x5 60kg', lifted, week, context: { entryClass: 'A' } });
    expect(of([work(60, [5, 5, 5])])).toMatchObject({ verdict: 'raise', text: '3x5 62.5kg' });
    expect(of([work(60, [5, 5, 4])])?.verdict).toBe('hold');
    expect(of([work(60, [5, 5, 4]), work(60, [5, 4, 4])])).toMatchObject({ verdict: 'lower', text: '3x5 52.5kg' });
    expect(of([work(60, [5, 5])])?.verdict).toBe('hold');
  });

  test('by RPE (R2.1): the last rated set says what would be right', () => {
    const of = (rpe: number) => proposed({ cell: '3x4 RPE8', lifted: [work(105, [4, 4, 4], rpe)] });
    expect(of(9)).toMatchObject({ verdict: 'lower', text: '3x4 102.5kg cap8' });
    expect(of(6.5)).toMatchObject({ verdict: 'raise', text: '3x4 107.5kg cap8' });
    expect(of(8)).toMatchObject({ verdict: 'hold', text: '3x4 RPE8', edits: [] });
    // The cell names a load now; how the slot goes on must not change by that.
    expect(of(6.5)?.edits.at(-1)).toMatchObject({ kind: 'progression', progression: 'autoreg' });
    expect(proposed({ cell: '2x6 RIR3', lifted: [work(22, [6, 6])] })).toMatchObject({
      verdict: 'asPlanned',
      edits: [],
    });
  });

  test('missed sessions (R2.5): hold, 5 % off, 10 % off the load first missed', () => {
    const cell = '3x5 110kg cap8';
    const first = work(110, [5, 4, 3], 8);
    const of = (lifted: LiftedSet[][]) => proposed({ cell, lifted });
    expect(of([first])).toMatchObject({ verdict: 'hold', text: cell });
    expect(of([first, work(110, [5, 5, 3], 8)])).toMatchObject({ verdict: 'lower', text: '3x5 102.5kg cap8' });
    const third = of([first, work(110, [5, 5, 3], 8), work(102.5, [5, 3, 3], 9)]);
    expect(third).toMatchObject({ verdict: 'lower', text: '3x5 97.5kg cap8' });
    expect(third?.why.find(({ rule }) => rule === 'R2.5')?.value).toContain('sleep, soreness and running');
  });

  test('a plan stands as written, until it is missed twice', () => {
    const cell = '3x4 @80% cap8';
    const missed = work(100, [4, 3, 2], 9);
    expect(proposed({ cell, lifted: [work(100, [4, 4, 4], 8)] })).toMatchObject({ verdict: 'asPlanned', edits: [] });
    expect(proposed({ cell, lifted: [missed] })).toMatchObject({ verdict: 'asPlanned', edits: [] });
    expect(proposed({ cell, lifted: [missed, missed] })).toMatchObject({ verdict: 'lower', text: '3x4 95kg cap8' });
  });
});

describe('without a bar', () => {
  const up = { exercise: pressUp, context: { harder: feetUp, easier: kneeling } };
  const twelve = [12, 12, 12].map((reps) => ({ reps, rpe: 8 }));

  test('the ladder (R2.8): more of it, then the harder exercise from few repetitions, or the easier one', () => {
    const of = (cell: string, lifted: LiftedSet[][]) => proposed({ ...up, cell, lifted });
    expect(of('2x6 bw', [[6, 6].map((reps) => ({ reps, rpe: 7 }))])).toMatchObject({
      verdict: 'raise',
      text: '2x7 bw',
    });
    expect(of('2x12 bw', [[12, 12].map((reps) => ({ reps, rpe: 7 }))])).toMatchObject({
      verdict: 'raise',
      text: '3x12 bw',
    });
    expect(of('2x6 bw', [[6, 6].map((reps) => ({ reps }))])?.verdict).toBe('hold');
    const harder = of('3x12 bw', [twelve, twelve]);
    expect(harder).toMatchObject({ verdict: 'harderExercise', text: '2x6 bw', exerciseKey: 'pu_feet' });
    expect(harder?.edits).toEqual([
      { kind: 'exercise', fromWeek: 10, session: 'A', label: 'A1', exerciseKey: 'pu_feet' },
      { kind: 'cell', week: 10, session: 'A', label: 'A1', text: '2x6 bw' },
    ]);
    const weak = [5, 4].map((reps) => ({ reps, rpe: 10 }));
    expect(of('2x8 bw', [weak, weak])).toMatchObject({ verdict: 'easierExercise', exerciseKey: 'pu_knee' });
  });

  test('a cell that names its rung moves on it; at the top comes a backpack', () => {
    const rung = proposed({ ...up, cell: '3x12 rung+1', lifted: [twelve, twelve] });
    expect(rung).toMatchObject({ verdict: 'harderExercise', text: '2x6 rung+2' });
    expect(rung?.edits).toHaveLength(1);
    const top = { exercise: pressUp, cell: '3x12 bw', lifted: [twelve, twelve] };
    expect(proposed({ ...top, context: { bodyMassKg: 70 } })).toMatchObject({ verdict: 'raise', text: '2x6 2.5kg' });
    expect(proposed(top)).toMatchObject({ verdict: 'asPlanned' });
  });

  test('holds (R2.9): up to five seconds and 15 %, to 45 s; less after two misses', () => {
    const of = (cell: string, lifted: LiftedSet[][]) => proposed({ exercise: plank, cell, lifted });
    const held = (holdS: number, rpe?: number) => [1, 2].map(() => ({ holdS, ...(rpe === undefined ? {} : { rpe }) }));
    expect(of('2x30s bw', [held(30, 7)])).toMatchObject({ verdict: 'raise', text: '2x34s bw' });
    expect(of('2x40s bw', [held(40, 7)])).toMatchObject({ verdict: 'raise', text: '2x45s bw' });
    expect(of('2x45s bw', [held(45, 7)])).toMatchObject({ verdict: 'raise', text: '3x45s bw' });
    expect(of('2x30s bw', [held(30)])?.verdict).toBe('hold');
    expect(of('2x40s bw', [held(30, 8), held(30, 8)])).toMatchObject({ verdict: 'lower', text: '2x35s bw' });
  });

  test('contacts (R2.7): a fifth more at most, within the session’s cap', () => {
    const done = [10, 10, 10].map((reps) => ({ reps }));
    const of = (otherContacts: number) =>
      proposed({ exercise: pogo, cell: '3x10c', lifted: [done], context: { otherContacts } });
    expect(of(0)).toMatchObject({ verdict: 'raise', text: '3x12c' });
    expect(of(15)).toMatchObject({ verdict: 'raise', text: '3x11c' });
    expect(of(20)).toMatchObject({ verdict: 'asPlanned' });
  });
});

describe('what holds a raise back', () => {
  const rising: Told = { cell: '3x4-6 100kg cap8', lifted: [work(100, [6, 6, 6], 8)] };

  test.each([
    ['amber', { light: 'amber' }, 'R8.4'],
    ['pain above 2', { pain: 3 }, 'R8.1'],
    ['falling strength', { trendChange: -0.06 }, 'R2.6'],
  ] as const)('%s: hold', (_what, context, rule) => {
    const found = proposed({ ...rising, context });
    expect(found).toMatchObject({ verdict: 'hold', text: '3x4-6 100kg cap8', edits: [] });
    expect(found?.why.at(-1)).toMatchObject({ label: 'Held', rule });
  });

  test('a deload week raises nothing', () => {
    expect(proposed({ ...rising, weekKind: 'deload' })?.verdict).toBe('hold');
  });

  test('red leaves lower-body work out, and a painful exercise gives way for a week', () => {
    expect(proposed({ ...rising, context: { light: 'red' } })).toMatchObject({ verdict: 'leaveOut', text: 'x' });
    expect(proposed({ ...rising, exercise: press, context: { light: 'red' } })?.verdict).toBe('hold');
    expect(proposed({ ...rising, context: { light: 'red', isToday: false } })?.verdict).toBe('hold');
    const swapped = proposed({ ...rising, context: { pain: 5, sparing: { kind: 'swap', key: 'sq_box' } } });
    expect(swapped).toMatchObject({ verdict: 'otherExercise', exerciseKey: 'sq_box', text: '3x4-6 cap8' });
    expect(swapped?.edits.slice(0, 2).map((edit) => (edit.kind === 'exercise' ? edit.exerciseKey : ''))).toEqual([
      'sq_box',
      'sq_back',
    ]);
    expect(proposed({ ...rising, context: { pain: 6, sparing: { kind: 'leaveOut' } } })?.text).toBe('x');
  });

  test('after a break a written load comes down; the rest does so by itself (R2.13)', () => {
    expect(proposed({ ...rising, context: { daysOff: 10 } })).toMatchObject({
      verdict: 'lower',
      text: '3x4-6 95kg cap8',
    });
    expect(proposed({ ...rising, context: { daysOff: 7 } })?.verdict).toBe('raise');
    const percent = { ...rising, cell: '3x5 @80%', context: { daysOff: 10 } };
    expect(proposed(percent)).toMatchObject({ verdict: 'asPlanned', edits: [] });
  });

  test('two slots rise in the first eight weeks, four later; the main lifts first (R2.10)', () => {
    const slot = (label: string, role: 'main' | 'assistance', week: number): SlotCase =>
      caseOf({ ...rising, label, role, week });
    const verdicts = (week: number) =>
      proposeSession([
        slot('A1', 'assistance', week),
        slot('B1', 'main', week),
        slot('C1', 'assistance', week),
        slot('D1', 'assistance', week),
        slot('E1', 'assistance', week),
      ]).map((one) => one?.verdict);
    expect(verdicts(8)).toEqual(['raise', 'raise', 'hold', 'hold', 'hold']);
    expect(verdicts(9)).toEqual(['raise', 'raise', 'raise', 'raise', 'hold']);
  });

  test('without data nothing is proposed', () => {
    expect(proposed({ ...rising, lifted: [] })).toBeUndefined();
  });
});

describe('laws', () => {
  const lifted = fc.record({
    loadKg: fc.constantFrom(0, 8, 20, 42.5, 60, 81, 100, 140),
    reps: fc.integer({ min: 1, max: 14 }),
    rpe: fc.option(fc.constantFrom(6, 7, 7.5, 8, 9, 10), { nil: undefined }),
    holdS: fc.option(fc.integer({ min: 5, max: 60 }), { nil: undefined }),
  });
  const any = fc.record({
    exercise: fc.constantFrom(squat, press, lateral, pressUp, plank, pogo),
    cell: fc.constantFrom(
      '3x4-6 100kg cap8',
      '3x5 60kg',
      '2x6 RIR3',
      '3x5 RPE8',
      '3x5 @80% cap8',
      '1x5 @85%, 2x5 @80%',
      '2x8-12 bw cap8',
      '2x30s bw',
      '5x4x3s @90%MVC',
      '3x10c',
      '3x5',
    ),
    progression: fc.option(fc.constantFrom(...PROGRESSION_KINDS), { nil: undefined }),
    lifted: fc.array(fc.array(lifted, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    week: fc.integer({ min: 1, max: 30 }),
    light: fc.constantFrom('green', 'amber', 'red'),
    entryClass: fc.constantFrom('A', 'B', 'C'),
    unit: fc.constantFrom('kg', 'lb'),
    daysOff: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
    pain: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
  });
  const caseOfAny = (told: typeof any extends fc.Arbitrary<infer T> ? T : never): SlotCase =>
    caseOf({
      exercise: told.exercise,
      cell: told.cell,
      lifted: told.lifted,
      week: told.week,
      ...(told.progression === undefined ? {} : { progression: told.progression }),
      context: {
        light: told.light,
        entryClass: told.entryClass,
        gym: standardGym(told.unit),
        daysOff: told.daysOff,
        pain: told.pain,
        harder: feetUp,
        easier: kneeling,
        bodyMassKg: 70,
      },
    });

  test('what is proposed can be read, lifted and justified', () => {
    fc.assert(
      fc.property(any, (told) => {
        const given = caseOfAny(told);
        const found = proposeNext(given);
        if (found === undefined) return;
        const reading = readCell(found.text);
        expect(reading.marks).toEqual([]);
        expect(found.text).not.toMatch(/NaN|undefined|Infinity/u);
        expect(found.why.length).toBeGreaterThan(0);
        for (const line of found.why) expect(line.value).not.toMatch(/NaN|undefined|Infinity/u);
        const newest = given.past.at(-1);
        const last = newest === undefined ? undefined : topLoadKg(newest);
        const isRaise = found.verdict === 'raise' || found.verdict === 'harderExercise';
        if (isRaise) {
          expect(told.light).toBe('green');
          expect(newest === undefined || missedPlan(newest)).toBe(false);
        }
        const prescriptions = reading.cell.kind === 'sets' ? reading.cell.prescriptions : [];
        const isChanged = found.edits.some((edit) => edit.kind === 'cell');
        for (const { basis } of prescriptions) {
          if (!isChanged || basis.kind !== 'load' || last === undefined) continue;
          const { gym } = given.context;
          const load = roundTo(massIn(gym.unit, basis.loadKg), 2);
          expect(loadInGym(told.exercise, gym, load, 'down')?.load).toBeCloseTo(load, 2);
          if (
            found.verdict === 'raise' &&
            told.exercise !== pressUp &&
            told.exercise !== pogo &&
            told.exercise !== plank
          )
            expect(basis.loadKg).toBeLessThanOrEqual(last * 1.1 + 0.01);
          if (newest !== undefined && missedPlan(newest) && found.verdict !== 'asPlanned')
            expect(basis.loadKg).toBeLessThanOrEqual(last + 0.01);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
