import { describe, expect, test } from 'vitest';
import {
  matchSessions,
  weekOutcome,
  type DoneSet,
  type LoggedSession,
  type PlannedExercise,
  type PlannedSession,
} from '../../../src/domain/adherence/plannedAgainstDone.ts';
import { parsePlainDate, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';

const day = (text: string): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

const squat: PlannedExercise = {
  exerciseKey: 'sq_back',
  noGymKey: 'sq_bw',
  pattern: 'squat',
  role: 'main',
  sets: 3,
  countedIn: 'reps',
  amount: 12,
  loadKg: 105,
  rpeCap: 8,
};
const rdl: PlannedExercise = {
  ...squat,
  exerciseKey: 'hi_rdl',
  noGymKey: undefined,
  pattern: 'hinge',
  amount: 18,
  loadKg: 72.5,
};
const press: PlannedExercise = {
  exerciseKey: 'pu_full',
  pattern: 'push',
  role: 'assistance',
  sets: 2,
  countedIn: 'reps',
  amount: 24,
};
const plan = (sessionId: number, exercises: readonly PlannedExercise[] = [squat, rdl, press]): PlannedSession => ({
  sessionId,
  exercises,
});

const sets = (count: number, set: Partial<DoneSet> = {}): readonly DoneSet[] =>
  Array.from({ length: count }, () => ({
    exerciseKey: 'sq_back',
    pattern: 'squat' as const,
    reps: 4,
    loadKg: 105,
    rpe: 7,
    ...set,
  }));
const hinge = (reps: readonly number[]): readonly DoneSet[] =>
  reps.flatMap((one) => sets(1, { exerciseKey: 'hi_rdl', pattern: 'hinge', reps: one, loadKg: 72.5 }));
const logged = (on: string, done: readonly DoneSet[], sessionId?: number): LoggedSession => ({
  performedOn: day(on),
  sessionId,
  sets: done,
});
const shareOf = (done: readonly DoneSet[], exercises = [squat]): number | undefined =>
  weekOutcome([plan(1, exercises)], [logged('2026-11-16', done)]).sessions[0]?.share;

describe('a session against its plan (R10.1)', () => {
  test('12 of 12 squats, 15 of 18 hinges, no press-ups: 0.7857', () => {
    const done = [...sets(3), ...hinge([5, 5, 5])];
    expect(shareOf(done, [squat, rdl, press])).toBeCloseTo(0.7857, 4);
  });

  test('90 kg for 105 is 0.9023, and all of it at the RPE cap', () => {
    expect(shareOf(sets(3, { loadKg: 90 }))).toBeCloseTo(0.9023, 4);
    expect(shareOf(sets(3, { loadKg: 90, rpe: 8 }))).toBe(1);
  });

  test('sets on the way up are no shortfall of load', () => {
    expect(shareOf([...sets(2, { loadKg: 60 }), ...sets(3)])).toBe(1);
  });

  test('the rung without a gym, or another lift of the pattern, is the exercise; its load is its own', () => {
    expect(shareOf(sets(3, { exerciseKey: 'sq_bw', loadKg: undefined }))).toBe(1);
    expect(shareOf(sets(3, { exerciseKey: 'sq_front', loadKg: 60 }))).toBe(1);
    expect(shareOf(sets(3, { exerciseKey: 'pu_bb_bench', pattern: 'push' }))).toBe(0);
  });

  test('holds are counted in sets; two slots of one exercise are one', () => {
    const plank: PlannedExercise = {
      exerciseKey: 'tr_plank',
      pattern: 'trunk',
      role: 'assistance',
      sets: 2,
      countedIn: 'sets',
      amount: 2,
    };
    const held = sets(1, { exerciseKey: 'tr_plank', pattern: 'trunk', reps: undefined, loadKg: undefined });
    expect(shareOf(held, [plank])).toBe(0.5);
    const topSet = { ...squat, sets: 1, amount: 4 };
    expect(shareOf(sets(2), [topSet, { ...topSet, sets: 3, amount: 12 }])).toBe(0.5);
  });

  test('no load planned, none asked; more than planned is not more than all', () => {
    expect(shareOf(sets(3, { loadKg: undefined }), [{ ...squat, loadKg: undefined }])).toBe(1);
    expect(shareOf(sets(9, { loadKg: 200 }))).toBe(1);
  });
});

describe('which session was which', () => {
  const [monday, wednesday, friday] = ['2026-11-16', '2026-11-18', '2026-11-20'];

  test('the one it was recorded as, the rest in order: moved is not missed', () => {
    const second = logged(monday, sets(3), 2);
    const first = logged(friday, sets(3));
    expect(matchSessions([plan(1), plan(2)], [second, first])).toEqual(
      new Map([
        [2, second],
        [1, first],
      ]),
    );
  });

  test('a session of another week, or a second one of the same, takes the next place that is left', () => {
    const lifts = [logged(monday, sets(3), 2), logged(wednesday, sets(3), 2), logged(friday, sets(3), 99)];
    expect([...matchSessions([plan(1), plan(2)], lifts).keys()]).toEqual([2, 1]);
    expect(matchSessions([plan(1)], [logged(monday, [])]).size).toBe(0);
    expect(matchSessions([], lifts).size).toBe(0);
  });

  test('a week: its share, its dose', () => {
    const week = weekOutcome([plan(1, [squat, rdl]), plan(2, [squat]), plan(3, [])], [logged(monday, sets(3), 1)]);
    expect(week.sessions).toEqual([
      { sessionId: 1, isDone: true, share: 0.5 },
      { sessionId: 2, isDone: false, share: 0 },
    ]);
    expect(week.share).toBe(0.25);
    expect(week.dose).toEqual({ sessionsPlanned: 2, lowerSetsPlanned: 3, liftDays: 1, lowerSetsDone: 3 });
    const twice = weekOutcome(
      [plan(1, [press])],
      [logged(monday, sets(2)), logged(monday, hinge([5])), logged(friday, sets(2))],
    );
    expect(twice.dose).toEqual({ sessionsPlanned: 1, lowerSetsPlanned: 0, liftDays: 2, lowerSetsDone: 3 });
    expect(weekOutcome([], [logged(monday, sets(3))]).share).toBeUndefined();
  });
});
