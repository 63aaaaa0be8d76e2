import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dump } from '../dump.ts';
import { addAthlete, openDesk, openDeskAt, refusal, settled, stepsOf } from '../openDesk.ts';
import { carryOutAll, deeds } from './deeds.ts';

test('whatever was done: going back to before any step is what the file was then, and redo brings all of it again', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, fc.nat(1000), async (all, pick) => {
      const desk = openDesk();
      await addAthlete(desk, 'Anna First');
      await addAthlete(desk, 'Berta Second');
      const older = (await stepsOf(desk)).length;
      const pictures = await carryOutAll(desk, all);
      const after = dump(desk.databaseFile);
      const oldestFirst = (await stepsOf(desk))
        .filter((one) => !one.isUndone)
        .toReversed()
        .slice(older);
      if (pictures.length === 0) return desk.shut();
      const at = pick % pictures.length;
      const target = oldestFirst[at];
      const newest = oldestFirst.at(-1);
      if (target === undefined || newest === undefined) throw new Error('fewer steps than pictures');
      const undone = settled(await desk.client.history.undoTo({ step: target.step }));
      expect(undone.labels).toEqual(
        oldestFirst
          .slice(at)
          .toReversed()
          .map((step) => step.label),
      );
      expect(dump(desk.databaseFile)).toEqual(pictures[at]);
      // Half way forward and the rest: the same as all at once.
      const middle = oldestFirst[at + Math.floor((oldestFirst.length - 1 - at) / 2)];
      if (middle === undefined) throw new Error('no step in the middle');
      settled(await desk.client.history.redoTo({ step: middle.step }));
      if (middle !== newest) settled(await desk.client.history.redoTo({ step: newest.step }));
      expect(dump(desk.databaseFile)).toEqual(after);
      settled(await desk.client.history.undoTo({ step: target.step }));
      expect(dump(desk.databaseFile)).toEqual(pictures[at]);
      expect(settled(await desk.client.app.verify({}))).toMatchObject({ ok: true });
      return desk.shut();
    }),
    { numRuns: 25 },
  );
}, 240_000);

test('a step that is undone or was never there is no place to go back to, and nothing is changed', async () => {
  const desk = openDesk();
  await addAthlete(desk, 'Anna First');
  await addAthlete(desk, 'Berta Second');
  const [newest, oldest] = await stepsOf(desk);
  if (newest === undefined || oldest === undefined) throw new Error('there are no steps');
  settled(await desk.client.history.undo({}));
  const before = dump(desk.databaseFile);
  expect(refusal(await desk.client.history.undoTo({ step: newest.step }))).toBe('StepNotFound');
  expect(refusal(await desk.client.history.undoTo({ step: 4711 }))).toBe('StepNotFound');
  expect(refusal(await desk.client.history.redoTo({ step: oldest.step }))).toBe('StepNotFound');
  expect(dump(desk.databaseFile)).toEqual(before);
});

test('what was taken back to a point yesterday is brought again today', async () => {
  const desk = openDesk();
  for (const name of ['Anna First', 'Berta Second', 'Carla Third']) await addAthlete(desk, name);
  const after = dump(desk.databaseFile);
  const steps = await stepsOf(desk);
  const [newest, , oldest] = steps;
  if (newest === undefined || oldest === undefined) throw new Error('there are no steps');
  settled(await desk.client.history.undoTo({ step: oldest.step }));
  await desk.shut();
  const again = openDeskAt(desk.databaseFile);
  expect(settled(await again.client.history.redoTo({ step: newest.step }))).toEqual({
    steps: 3,
    labels: steps.toReversed().map((step) => step.label),
    kept: 0,
  });
  expect(dump(desk.databaseFile)).toEqual(after);
  await again.shut();
});
