import { beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '../../../src/contract/contract.ts';
import type { InputOf } from '../../../src/contract/derive.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { addDays } from '../../../src/domain/kernel/plainDate.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  day,
  lookInto,
  makeSample,
  openDesk,
  ownExerciseOf,
  refusal,
  settled,
  TODAY,
  type Desk,
} from '../openDesk.ts';

type Report = InputOf<Contract['log']['recordCheckIn']>['report'];

let desk: Desk;
let athleteId: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
});

const say = async (daysAgo: number, report: Report): Promise<void> => {
  settled(await desk.client.log.recordCheckIn({ athleteId, on: addDays(TODAY, -daysAgo), report }));
};

const readiness = async () => settled(await desk.client.athletes.readiness({ athleteId }));

/** Class C with a squat of 100 kg known, on the ramp's first week, which starts today. */
const onProgram = async (): Promise<void> => {
  const { details } = settled(await desk.client.athletes.open({ athleteId }));
  settled(await desk.client.athletes.edit({ athleteId, details: { ...details, entryClass: 'C' } }));
  const test = { exerciseKey: 'sq_back', loadKg: 100 };
  settled(await desk.client.log.recordTest({ athleteId, on: day('2026-11-20'), test }));
  settled(await desk.client.programs.assign({ athleteIds: [athleteId], templateKey: 'start-ramp', startsOn: TODAY }));
};

const squatOf = async () => {
  const { next } = await readiness();
  const slot = next?.slots.find(({ exerciseKey }) => exerciseKey === 'sq_back');
  if (slot === undefined) throw new Error('the next session has no squat');
  return slot;
};

describe('the light of today', () => {
  test('is not there without a check-in of the last two days', async () => {
    expect((await readiness()).today).toBeUndefined();
    await say(3, { sleepH: 4 });
    expect((await readiness()).today).toBeUndefined();
    await say(2, { sleepH: 4 });
    expect((await readiness()).today).toMatchObject({ light: 'red', because: [{ row: 'sleep', light: 'red' }] });
  });

  test('one amber row takes a set and 7.5 % of the next session’s squat, rounded to plates there are', async () => {
    await onProgram();
    const planned = await squatOf();
    const [dose] = planned.planned;
    expect(planned).toMatchObject({ change: 'asPlanned', today: planned.planned, pain: { kind: 'fine' } });
    expect(dose).toEqual({ sets: expect.any(Number), load: 75 });
    await say(0, { soreness: 5 });
    // 75 × 0.925 = 69.375; the gym has pairs of 1.25.
    expect(await squatOf()).toMatchObject({ change: 'lighter', today: [{ sets: (dose?.sets ?? 0) - 1, load: 67.5 }] });
    await say(0, { illness: 'feverOrBelowNeck' });
    expect(await squatOf()).toMatchObject({ change: 'leftOut', today: [] });
  });

  test('pain with a region offers what spares it, with what the athlete has', async () => {
    await onProgram();
    await say(0, { painScore: 5, painRegion: 'K', painSite: 'left', painNextMorning: 0 });
    const { pain, today } = await readiness();
    expect(pain).toMatchObject({ decision: 'hold', region: 'K', during: 5, nextMorningChange: 0 });
    expect(today?.because).toEqual([{ row: 'pain', light: 'amber' }]);
    const slot = await squatOf();
    if (slot.pain.kind !== 'swap') throw new Error(`not a swap: ${slot.pain.kind}`);
    const { exerciseKey } = slot.pain;
    const found = settled(await desk.client.exercises.list({})).exercises.find(({ key }) => key === exerciseKey);
    expect(found?.stress?.K).toBeLessThanOrEqual(1);
  });

  test('an exercise of the coach’s own counts once it is rated', async () => {
    await onProgram();
    await say(0, { painScore: 5, painRegion: 'K' });
    const exercise = {
      ...ownExerciseOf('Box squat to the quarter'),
      pattern: 'squat' as const,
      equipment: [],
      level: 3,
      muscles: ['quads', 'glutes'],
    };
    const added = settled(await desk.client.exercises.addOwn({ exercise })).exerciseKey;
    expect((await squatOf()).pain).not.toMatchObject({ exerciseKey: added });
    const stress = { K: 1, A: 0, H: 0, G: 0, L: 0, I: 0 };
    const rated = { ...exercise, muscles: ['quads', 'glutes', 'adductors', 'trunk'], stress };
    settled(await desk.client.exercises.editOwn({ exerciseKey: added, exercise: rated }));
    const listed = settled(await desk.client.exercises.list({})).exercises.find(({ key }) => key === added);
    expect(listed).toMatchObject({ stress, muscles: rated.muscles });
  });

  test('red flags are kept with the report, and sent to a clinician', async () => {
    await say(0, { redFlags: ['nightPain', 'limp'], painScore: 3 });
    expect(await readiness()).toMatchObject({
      today: { light: 'red', reported: { redFlags: ['nightPain', 'limp'] } },
      pain: { decision: 'stopAndRefer' },
    });
  });

  test('the Hooper index is held against the athlete’s own ten days', async () => {
    for (let ago = 1; ago <= 10; ago += 1) {
      await say(ago, { hooperSleep: 3, hooperFatigue: 3, hooperStress: 2, hooperSoreness: 2 });
    }
    await say(0, { hooperSleep: 4, hooperFatigue: 4, hooperStress: 3, hooperSoreness: 2 });
    expect((await readiness()).today?.hooper).toMatchObject({ index: 13, days: 10, z: 2 });
  });
});

describe('weekly health questions', () => {
  const answer = async (on: string, answers: number[]) =>
    desk.client.log.recordHealthReport({ athleteId, on: day(on), report: { version: 'H2', answers } });

  test('one sheet a week, whichever of its days is named; two red weeks are referred', async () => {
    settled(await answer('2026-11-12', [3]));
    settled(await answer('2026-11-16', [0]));
    settled(await answer('2026-11-22', [1, 1, 2, 1]));
    const { health } = await readiness();
    expect(health).toMatchObject({
      weeks: [
        { weekStartsOn: '2026-11-16', score: 41, isSubstantial: true, action: 'red' },
        { weekStartsOn: '2026-11-09', score: 100 },
      ],
      shouldRefer: true,
      cumulative: 141,
    });
  });

  test('stand in the log, are removed, and come back', async () => {
    settled(await answer('2026-11-18', [1, 1, 1, 1]));
    const before = dump(desk.databaseFile);
    const entries = async () =>
      settled(await desk.client.log.list({ athleteId, kinds: ['healthReport'], limit: 10 })).entries;
    expect(await entries()).toEqual([
      {
        kind: 'healthReport',
        performedOn: '2026-11-16',
        version: 'H2',
        answers: [1, 1, 1, 1],
        score: 32,
        isSubstantial: false,
      },
    ]);
    settled(await desk.client.log.removeHealthReport({ athleteId, on: day('2026-11-20') }));
    expect(await entries()).toEqual([]);
    expect(refusal(await desk.client.log.removeHealthReport({ athleteId, on: day('2026-11-20') }))).toBe(
      'EntryNotFound',
    );
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('answers that the questionnaire does not have are refused', async () => {
    expect(refusal(await answer('2026-11-18', [1]))).toBe('BadRequest');
    expect(refusal(await answer('2026-11-18', [1, 4, 0, 0]))).toBe('BadRequest');
  });
});

describe('health facts', () => {
  const facts = {
    maternity: 'pregnant' as const,
    isGrowingFast: false,
    conditions: [{ name: 'Recent surgery' }, { name: 'Hernia', clearedOn: day('2026-10-01') }],
  };

  test('are kept, decide the guard rails, and are taken back in one step', async () => {
    settled(await desk.client.athletes.saveHealth({ athleteId, health: facts }));
    const { health } = settled(await desk.client.athletes.open({ athleteId }));
    expect(health).toEqual({ ...facts, conditions: facts.conditions.toReversed() });
    const { guardRails } = await readiness();
    expect(guardRails.filter(({ isBlocking }) => isBlocking).map(({ id }) => id)).toEqual([
      'refer-Recent surgery',
      'pregnancy-clearance',
    ]);
    settled(await desk.client.history.undo({}));
    expect((await readiness()).guardRails).toEqual([]);
  });

  test('go with the athlete', async () => {
    settled(await desk.client.athletes.saveHealth({ athleteId, health: facts }));
    const report = { version: 'H2' as const, answers: [0] };
    settled(await desk.client.log.recordHealthReport({ athleteId, on: TODAY, report }));
    const left = lookInto(desk.databaseFile, (connection) => {
      connection.pragma('foreign_keys = ON');
      connection.exec(`DELETE FROM athlete WHERE id = ${athleteId}`);
      return connection
        .prepare('SELECT (SELECT count(*) FROM health_report) + (SELECT count(*) FROM athlete_condition)')
        .pluck()
        .get();
    });
    expect(left).toBe(0);
  });
});

test('the sample has athletes with something to see', async () => {
  const sampled = openDesk();
  await makeSample(sampled, 8);
  const { athletes } = settled(await sampled.client.athletes.list({}));
  const views = [];
  for (const one of athletes)
    views.push(settled(await sampled.client.athletes.readiness({ athleteId: one.athleteId })));
  expect(views.some(({ pain }) => pain?.region !== undefined)).toBe(true);
  expect(views.some(({ today }) => today?.hooper?.z !== undefined)).toBe(true);
  expect(views.some(({ health }) => health.weeks.some(({ score }) => score > 0))).toBe(true);
  expect(views.some(({ today }) => today === undefined)).toBe(true);
});
