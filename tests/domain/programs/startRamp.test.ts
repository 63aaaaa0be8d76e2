import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ordinaryWeek, standardGym, type RunKind, type UsualDay } from '../../../src/domain/athletes/athlete.ts';
import { canDo, needsNoGym } from '../../../src/domain/exercises/noGym.ts';
import { addDays, type PlainDate, type Weekday } from '../../../src/domain/kernel/plainDate.ts';
import { chooseLifts } from '../../../src/domain/programs/chooseLifts.ts';
import { chooseWeekdays, liftDayPairs } from '../../../src/domain/programs/chooseWeekdays.ts';
import { leverFaults, leversRaised } from '../../../src/domain/programs/levers.ts';
import { ENTRY_CLASSES, type EntryClass, type Program, type Week } from '../../../src/domain/programs/program.ts';
import { buildStartRamp } from '../../../src/domain/programs/startRamp.ts';
import { percentOf1rm } from '../../../src/domain/strength/rpeChart.ts';
import { LIBRARY, exerciseOf } from '../exercises/shippedLibrary.ts';

const MONDAY = '2026-11-30' as PlainDate;

const GYMS: readonly (readonly string[])[] = [
  [],
  ['db'],
  ['kb', 'box'],
  ['barbell', 'rack'],
  ['machine', 'bench'],
  ['barbell', 'rack', 'trap bar', 'db', 'step'],
  standardGym('kg').equipment,
];

const ramp = (
  entryClass: EntryClass,
  equipment: readonly string[] = standardGym('kg').equipment,
  weeks?: number,
): Program =>
  buildStartRamp({
    entryClass,
    startsOn: MONDAY,
    weekdays: [2, 5],
    lifts: chooseLifts(LIBRARY, equipment, entryClass),
    exercises: LIBRARY,
    weeks,
  });

const weeksOf = (program: Program): readonly Week[] => program.blocks.flatMap((block) => block.weeks);

/** Every slot of every training week beside the same slot of the last week that trained it. */
const slotSteps = (program: Program) => {
  const steps = [];
  let previous: Week | undefined;
  for (const week of weeksOf(program)) {
    if (week.kind === 'deload') continue;
    for (const [index, session] of week.sessions.entries()) {
      for (const [at, slot] of session.slots.entries()) {
        const before = previous?.sessions[index]?.slots[at];
        if (before === undefined || previous === undefined) continue;
        const level = exerciseOf(slot.exerciseKey).level;
        steps.push({
          week: week.number,
          slot,
          previous: { ...before, level, sessionsPerWeek: previous.sessions.length },
          next: { ...slot, level, sessionsPerWeek: week.sessions.length },
        });
      }
    }
    previous = week;
  }
  return steps;
};

describe('R2.11 the start ramp', () => {
  test('class A runs sixteen weeks in four blocks', () => {
    const program = ramp('A');
    expect(program.blocks.map(({ name, weeks }) => [name, weeks.length])).toEqual([
      ['Start', 4],
      ['Build', 4],
      ['Heavy', 4],
      ['Hold heavy', 4],
    ]);
    expect(program.blocks.every(({ goal }) => goal.split(' ').length <= 6)).toBe(true);
    expect(weeksOf(program).map((week) => week.sessions.length)).toEqual([
      1, 1, 1, 1, 2, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 1,
    ]);
    expect(
      weeksOf(program)
        .filter((week) => week.kind === 'deload')
        .map((week) => week.number),
    ).toEqual([8, 12, 16]);
    expect(weeksOf(program)[15]?.startsOn).toBe(addDays(MONDAY, 105));
  });

  test('B starts at ramp week 3, C at 5; longer programs repeat the last wave', () => {
    expect(weeksOf(ramp('B')).map((week) => week.number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(weeksOf(ramp('C')).map((week) => week.number)[0]).toBe(5);
    expect(
      weeksOf(ramp('C', undefined, 16))
        .map((week) => week.number)
        .slice(-5),
    ).toEqual([16, 13, 14, 15, 16]);
    expect(weeksOf(ramp('C', undefined, 3))).toHaveLength(3);
    expect(weeksOf(ramp('B'))[0]?.lever).toBe('start');
  });

  test('week 10 of class C as the table has it', () => {
    const week = weeksOf(ramp('C')).find(({ number }) => number === 10);
    const [a, b] = week?.sessions ?? [];
    expect(a?.slots.map(({ label, exerciseKey, noGymKey, role }) => [label, exerciseKey, noGymKey, role])).toEqual([
      ['A1', 'sq_back', 'sq_tempo_bw', 'main'],
      ['B1', 'hi_rdl_bb', 'hi_goodam_bw', 'main'],
      ['C1', 'cf_raise_1_db', 'cf_raise_1', 'assistance'],
      ['D1', 'pu_full', undefined, 'assistance'],
      ['E1', 'tr_plank', undefined, 'assistance'],
    ]);
    expect(a?.slots[0]?.prescriptions).toEqual([
      { sets: 3, reps: 3, basis: { kind: 'pct1rm', fraction: 0.85 }, rpeCap: 8.5, restS: 180 },
    ]);
    expect(b?.slots[1]?.prescriptions).toEqual([
      { sets: 3, reps: 3, basis: { kind: 'pct1rm', fraction: 0.825 }, rpeCap: 8.5, restS: 150 },
    ]);
    expect(a?.slots[2]?.prescriptions[0]).toMatchObject({ sets: 2, reps: 8, basis: { kind: 'rir', rir: 3 } });
    expect(a?.slots[3]?.prescriptions[0]).toMatchObject({
      sets: 2,
      reps: 8,
      repsTo: 12,
      basis: { kind: 'bodyweight' },
    });
    expect(a?.slots[4]?.prescriptions[0]).toMatchObject({ sets: 2, holdS: 30 });
    expect(b?.slots[3]?.exerciseKey).toBe('pl_db_row');
    expect([a?.weekday, b?.weekday]).toEqual([2, 5]);
  });

  test('novices stay at RPE 7.5 for eight weeks', () => {
    const caps = weeksOf(ramp('A'))
      .slice(0, 8)
      .flatMap((week) =>
        week.sessions.flatMap(({ slots }) =>
          slots.flatMap(({ prescriptions }) => prescriptions.map(({ rpeCap }) => rpeCap ?? 10)),
        ),
      );
    expect(Math.max(...caps)).toBe(7.5);
  });

  test('every slot, week to week, raises one lever at most and keeps the trade', () => {
    for (const entryClass of ENTRY_CLASSES) {
      for (const gym of GYMS) {
        for (const { week, slot, previous, next } of slotSteps(ramp(entryClass, gym, 24))) {
          const faults = leverFaults(previous, next);
          expect(faults, `class ${entryClass}, week ${week}, ${slot.exerciseKey}`).toEqual([]);
        }
      }
    }
  });

  test('the lever words are the levers the loaded lifts raise', () => {
    const words = { VOLUME: 'volume', INTENSITY: 'intensity', TIME: 'frequency', SELECTION: 'exercise' } as const;
    const program = ramp('C', undefined, 12);
    for (const week of weeksOf(program).slice(1)) {
      if (week.kind === 'deload') continue;
      const steps = slotSteps(program).filter((step) => step.week === week.number && step.slot.role === 'main');
      const raised = new Set(steps.flatMap(({ previous, next }) => leversRaised(previous, next)));
      const said = Object.values(words).filter((word) => new RegExp(`(?<!less )${word}`).test(week.lever));
      expect(new Set([...raised].map((lever) => words[lever])), `week ${week.number}`).toEqual(new Set(said));
    }
  });

  test('template lint: no planned per cent above what the cap allows (3.6)', () => {
    for (const entryClass of ENTRY_CLASSES) {
      for (const week of weeksOf(ramp(entryClass))) {
        for (const { basis, reps, rpeCap } of week.sessions.flatMap(({ slots }) =>
          slots.flatMap((slot) => slot.prescriptions),
        )) {
          if (basis.kind !== 'pct1rm') continue;
          const allowed = percentOf1rm(reps ?? 0, rpeCap ?? 0) ?? 0;
          expect(basis.fraction * 100, `week ${week.number}`).toBeLessThanOrEqual(allowed + 0.1);
        }
      }
    }
  });

  test('a session fits in an hour', () => {
    const minutes = weeksOf(ramp('C')).flatMap((week) => week.sessions.map((session) => session.minutes));
    expect(Math.max(...minutes)).toBeLessThanOrEqual(60);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(20);
  });

  test('defects are loud', () => {
    const lifts = chooseLifts(LIBRARY, [], 'A');
    const input = { entryClass: 'A', startsOn: MONDAY, weekdays: [2, 5], lifts, exercises: LIBRARY } as const;
    expect(() => buildStartRamp({ ...input, startsOn: addDays(MONDAY, 1) })).toThrow(/Monday/);
    expect(() => buildStartRamp({ ...input, lifts: { ...lifts, squat: 'nope' } })).toThrow(/nope/);
  });
});

describe('lifts by equipment', () => {
  test('what is chosen', () => {
    expect(chooseLifts(LIBRARY, standardGym('kg').equipment, 'A')).toEqual({
      squat: 'sq_goblet',
      hinge: 'hi_rdl_bb',
      calf: 'cf_raise_1',
      push: 'pu_incline',
      pull: 'pl_db_row',
      trunk: 'tr_plank',
    });
    expect(chooseLifts(LIBRARY, ['trap bar', 'barbell', 'rack'], 'C')).toMatchObject({
      squat: 'sq_back',
      hinge: 'hi_trap',
    });
    expect(chooseLifts(LIBRARY, ['db'], 'B')).toMatchObject({ squat: 'sq_goblet', hinge: 'hi_rdl_db' });
    expect(chooseLifts(LIBRARY, [], 'B')).toEqual({
      squat: 'sq_tempo_bw',
      hinge: 'hi_goodam_bw',
      calf: 'cf_raise_1',
      push: 'pu_full',
      trunk: 'tr_plank',
    });
  });

  test('always doable', () => {
    const items = [...new Set(LIBRARY.flatMap((exercise) => exercise.equipment.flat()))];
    fc.assert(
      fc.property(fc.subarray(items), fc.constantFrom(...ENTRY_CLASSES), (equipment, entryClass) => {
        for (const key of Object.values(chooseLifts(LIBRARY, equipment, entryClass)).map(String)) {
          expect(canDo(exerciseOf(key), equipment) || needsNoGym(exerciseOf(key))).toBe(true);
        }
      }),
    );
  });
});

const week = (
  runs: Partial<Record<Weekday, RunKind>>,
  liftMinutes: (day: Weekday) => number = () => 60,
): readonly UsualDay[] =>
  ordinaryWeek.map(({ weekday }) => ({ weekday, run: runs[weekday] ?? 'rest', liftMinutes: liftMinutes(weekday) }));

describe('R6.2 lifting days', () => {
  const four = week({ 2: 'quality', 3: 'easy', 5: 'easy', 7: 'long' });
  const five = week({ 1: 'easy', 2: 'quality', 4: 'easy', 5: 'quality', 7: 'long' });

  test('the worked weeks with both lifts in the evening', () => {
    expect(liftDayPairs(four)[0]).toMatchObject({ days: [2, 5], cost: expect.closeTo(5.917, 3) });
    expect(liftDayPairs(five)[0]).toMatchObject({ days: [2, 5], cost: expect.closeTo(3.917, 3) });
    expect(liftDayPairs(week({ 2: 'quality', 4: 'easy', 7: 'long' }))[0]).toMatchObject({
      days: [2, 4],
      cost: expect.closeTo(5, 3),
    });
    expect(chooseWeekdays(ordinaryWeek)).toEqual([2, 5]);
  });

  test('six and seven runs', () => {
    expect(chooseWeekdays(week({ 1: 'easy', 2: 'quality', 3: 'easy', 4: 'easy', 5: 'quality', 7: 'long' }))).toEqual([
      2, 5,
    ]);
    expect(
      chooseWeekdays(week({ 1: 'easy', 2: 'quality', 3: 'easy', 4: 'easy', 5: 'quality', 6: 'easy', 7: 'long' })),
    ).toEqual([2, 5]);
  });

  test('only where there is time, never the day before a key run, 48 hours apart', () => {
    const runs = fc.array(fc.constantFrom<RunKind>('rest', 'easy', 'quality', 'long'), { minLength: 7, maxLength: 7 });
    const minutes = fc.array(fc.constantFrom(0, 20, 30, 60), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(runs, minutes, (kinds, times) => {
        const usual = ordinaryWeek.map(({ weekday }, index) => ({
          weekday,
          run: kinds[index] ?? 'rest',
          liftMinutes: times[index] ?? 0,
        }));
        for (const { days } of liftDayPairs(usual)) {
          for (const day of days) {
            expect(usual[day - 1]?.liftMinutes).toBeGreaterThanOrEqual(30);
            expect(['rest', 'easy']).toContain(usual[day % 7]?.run);
          }
          const apart = Math.abs(days[0] - days[1]);
          expect(Math.min(apart, 7 - apart)).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  test('who wants three days between two lifts has them where the week does', () => {
    const free = week({ 2: 'quality', 4: 'easy', 7: 'long' });
    expect(chooseWeekdays(free)).toEqual([2, 4]);
    expect(chooseWeekdays(free, 72)).toEqual([2, 5]);
    const twoEvenings = week({ 2: 'quality', 4: 'quality', 7: 'long' }, (day) => (day === 2 || day === 4 ? 60 : 0));
    expect(chooseWeekdays(twoEvenings, 72)).toEqual(chooseWeekdays(twoEvenings));
  });

  test('no time at all: Tuesday and Friday to start from', () => {
    const busy = week({}, () => 0);
    expect(liftDayPairs(busy)).toEqual([]);
    expect(chooseWeekdays(busy)).toEqual([2, 5]);
  });
});
