import { describe, expect, test } from 'vitest';
import { errorText } from '../../../src/contract/errorText.ts';
import type { Exercise } from '../../../src/domain/exercises/exercise.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  commit,
  day,
  lookInto,
  openDesk,
  ownExerciseOf,
  refusal,
  settled,
  stepsOf,
  type Desk,
} from '../openDesk.ts';

const listed = async ({ client }: Desk): Promise<readonly Exercise[]> =>
  settled(await client.exercises.list({})).exercises;

const found = async (desk: Desk, key: string): Promise<Exercise | undefined> =>
  (await listed(desk)).find((one) => one.key === key);

const add = async ({ client }: Desk, name: string, more: Partial<ReturnType<typeof ownExerciseOf>> = {}) =>
  settled(await client.exercises.addOwn({ exercise: { ...ownExerciseOf(name), ...more } })).exerciseKey;

describe('the shipped library in the store', () => {
  test('comes with cues and stress', async () => {
    const desk = openDesk();
    expect(await listed(desk)).toHaveLength(126);
    expect(await found(desk, 'sq_back')).toMatchObject({
      cues: ['Brace, then sit between the hips', 'Thighs level with the floor', 'Drive the floor away'],
      stress: { K: 3, A: 0, H: 1, G: 1, L: 3, I: 0 },
    });
  });

  test('cannot be changed or removed', async () => {
    const desk = openDesk();
    const exercise = ownExerciseOf('Better squat');
    expect(refusal(await desk.client.exercises.editOwn({ exerciseKey: 'sq_back', exercise }))).toBe('ExerciseShipped');
    expect(refusal(await desk.client.exercises.removeOwn({ exerciseKey: 'sq_back' }))).toBe('ExerciseShipped');
    expect(refusal(await desk.client.exercises.removeOwn({ exerciseKey: 'nothing' }))).toBe('ExerciseNotFound');
    expect((await found(desk, 'sq_back'))?.name).toBe('Back squat (parallel)');
  });
});

describe("a coach's own exercise", () => {
  test('is added as written, changed as written, and every step can be undone', async () => {
    const desk = openDesk();
    const empty = dump(desk.databaseFile);
    const key = await add(desk, ' Sled push ', { equipment: [['sled', 'prowler'], ['strap']] });
    expect(await found(desk, key)).toEqual({
      ...ownExerciseOf('Sled push'),
      equipment: [['sled', 'prowler'], ['strap']],
      key,
      isOwn: true,
    });
    const added = dump(desk.databaseFile);
    const exercise = { ...ownExerciseOf('Sled drag'), cues: [], level: 4, regressKey: 'lu_walk_db', restS: undefined };
    settled(await desk.client.exercises.editOwn({ exerciseKey: key, exercise }));
    const edited = await found(desk, key);
    expect(edited).toMatchObject({ name: 'Sled drag', cues: [], level: 4, regressKey: 'lu_walk_db', isOwn: true });
    expect(edited?.restS).toBeUndefined();
    settled(await desk.client.exercises.removeOwn({ exerciseKey: key }));
    expect(await found(desk, key)).toBeUndefined();
    expect((await stepsOf(desk)).map((step) => step.label)).toEqual([
      'Remove an exercise',
      'Edit exercise Sled drag',
      'Add exercise Sled push',
    ]);
    settled(await desk.client.history.undo({}));
    expect(await found(desk, key)).toEqual(edited);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(added);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(empty);
  });

  test('has a name of its own, whatever the case', async () => {
    const desk = openDesk();
    const key = await add(desk, 'Sled push');
    for (const name of ['SLED PUSH', 'back squat (parallel)']) {
      const reply = await desk.client.exercises.addOwn({ exercise: ownExerciseOf(name) });
      expect(refusal(reply)).toBe('NameTaken');
      if (!reply.ok) expect(errorText(reply.error)).toContain(`an exercise called “${name}”`);
    }
    const exercise = ownExerciseOf('Sled Push');
    settled(await desk.client.exercises.editOwn({ exerciseKey: key, exercise }));
    expect((await found(desk, key))?.name).toBe('Sled Push');
    const renamed = { ...exercise, name: 'Goblet squat' };
    expect(refusal(await desk.client.exercises.editOwn({ exerciseKey: key, exercise: renamed }))).toBe('NameTaken');
  });

  test('stands on a ladder that exists and leads nowhere twice', async () => {
    const desk = openDesk();
    const { client } = desk;
    const nowhere = await client.exercises.addOwn({ exercise: { ...ownExerciseOf('A'), regressKey: 'nowhere' } });
    expect(refusal(nowhere)).toBe('ExerciseNotFound');
    const low = await add(desk, 'Low');
    const high = await add(desk, 'High', { regressKey: low });
    const loop = await client.exercises.editOwn({
      exerciseKey: low,
      exercise: { ...ownExerciseOf('Low'), regressKey: high },
    });
    expect(refusal(loop)).toBe('LadderLoops');
    const itself = { ...ownExerciseOf('Low'), progressKey: low };
    expect(refusal(await client.exercises.editOwn({ exerciseKey: low, exercise: itself }))).toBe('LadderLoops');
    expect((await found(desk, low))?.regressKey).toBeUndefined();
  });

  test('leaves the ladders of the others when it goes, and comes back to them', async () => {
    const desk = openDesk();
    const low = await add(desk, 'Low');
    const high = await add(desk, 'High', { regressKey: low });
    settled(await desk.client.exercises.removeOwn({ exerciseKey: low }));
    expect((await found(desk, high))?.regressKey).toBeUndefined();
    settled(await desk.client.history.undo({}));
    expect((await found(desk, high))?.regressKey).toBe(low);
  });

  test('stays while a recorded set or a program uses it', async () => {
    const desk = openDesk();
    settled(await commit(desk, ['imports/strong-v6.csv'], { kind: 'newAthlete', name: 'Nina' }));
    const [own] = (await listed(desk)).filter((one) => one.isOwn);
    if (own === undefined) throw new Error('the file has no exercise of its own');
    const before = dump(desk.databaseFile);
    const reply = await desk.client.exercises.removeOwn({ exerciseKey: own.key });
    expect(reply).toMatchObject({ ok: false, error: { tag: 'ExerciseInUse', name: own.name, slots: 0 } });
    if (!reply.ok)
      expect(errorText(reply.error)).toMatch(
        /^“.+” stays: \d+ recorded sets? uses? it\. Archive it, and it is no longer offered\.$/u,
      );
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(own.cues).toEqual([]);
    expect(own.stress, 'unrated is unknown, not none').toBeUndefined();
  });

  test('a slot of a program counts as a use', async () => {
    const desk = openDesk();
    const key = await add(desk, 'Sled push');
    lookInto(desk.databaseFile, (connection) => {
      connection.pragma('foreign_keys = OFF');
      connection.exec(`INSERT INTO slot (session_id, ordinal, label, exercise_id, no_gym_id, role)
        SELECT 1, 1, 'A1', e.id, o.id, 'main' FROM exercise e, exercise o WHERE e.key = 'sq_bw' AND o.key = '${key}'`);
    });
    const reply = await desk.client.exercises.removeOwn({ exerciseKey: key });
    expect(reply).toMatchObject({ ok: false, error: { tag: 'ExerciseInUse', sets: 0, slots: 1 } });
    if (!reply.ok) expect(errorText(reply.error)).toContain('1 place in programs uses it');
    lookInto(desk.databaseFile, (connection) => connection.exec('DELETE FROM slot'));
  });

  test('a test day counts as a use', async () => {
    const desk = openDesk();
    const key = await add(desk, 'Sled push');
    const athleteId = await addAthlete(desk, 'Nina');
    settled(
      await desk.client.log.recordTest({
        athleteId,
        on: day('2026-11-02'),
        test: { exerciseKey: key, loadKg: 120 },
      }),
    );
    const reply = await desk.client.exercises.removeOwn({ exerciseKey: key });
    expect(reply).toMatchObject({ ok: false, error: { tag: 'ExerciseInUse', sets: 0, slots: 0, tests: 1 } });
    if (!reply.ok) expect(errorText(reply.error)).toContain('1 test uses it');
  });
});

describe('an exercise put aside', () => {
  test('is offered to nobody anew, stays in programs and is brought back; undo is to the byte', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Ana Duarte');
    const order = { athleteIds: [athleteId], templateKey: 'heavy-for-runners', startsOn: day('2026-11-23') };
    settled(await desk.client.programs.assign(order));
    const before = dump(desk.databaseFile);
    settled(await desk.client.exercises.archive({ exerciseKey: 'sq_back', isArchived: true }));
    expect((await found(desk, 'sq_back'))?.isArchived).toBe(true);
    const { open } = settled(await desk.client.programs.grid({ athleteId }));
    const first = open?.program.blocks[0]?.weeks[0]?.sessions[0]?.slots[0];
    expect(first).toMatchObject({ exerciseKey: 'sq_back', prescriptions: [{ sets: 3, reps: 5 }] });
    const { athletes } = settled(
      await desk.client.programs.previewAssignment({
        ...order,
        templateKey: 'start-ramp',
        startsOn: day('2027-06-07'),
      }),
    );
    expect(athletes[0]?.lifts).not.toContain('Back squat (parallel)');
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('one that is in use is not removed, and the refusal says what to do', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Ana Duarte');
    const key = await add(desk, 'Sled push');
    const on = day('2026-11-20');
    settled(await desk.client.log.recordTest({ athleteId, on, test: { exerciseKey: key, loadKg: 100 } }));
    const reply = await desk.client.exercises.removeOwn({ exerciseKey: key });
    expect(reply.ok ? '' : errorText(reply.error)).toMatch(/^“Sled push” stays: 1 test uses it\. Archive it/u);
    settled(await desk.client.exercises.archive({ exerciseKey: key, isArchived: true }));
    expect((await listed(desk)).find((one) => one.key === key)?.isArchived).toBe(true);
  });
});
