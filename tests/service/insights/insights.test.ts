import { expect, test } from 'vitest';
import { addAthlete, makeSample, openDesk, settled, TODAY } from '../openDesk.ts';
import { addDays, mondayOf } from '../../../src/domain/kernel/plainDate.ts';

test('an empty desk has nothing to learn from', async () => {
  const desk = openDesk();
  expect(settled(await desk.client.insights.view({ weeks: 52 }))).toEqual({ blocks: [], templates: [], cuts: [] });
});

test('of a sample roster: blocks that are over, templates with n and intervals, never a number that is none', async () => {
  const desk = openDesk();
  await makeSample(desk, 24, 2);
  const { blocks, templates } = settled(await desk.client.insights.view({ weeks: 104 }));
  expect(blocks.length).toBeGreaterThan(3);
  for (const block of blocks) {
    expect(block.endsOn < TODAY).toBe(true);
    expect(block.words === undefined).toBe(block.strength === undefined || block.running === undefined);
    expect(block.adherence ?? 0).toBeLessThanOrEqual(1);
  }
  expect(templates.reduce((sum, one) => sum + one.blocks, 0)).toBe(blocks.length);
  for (const { strength } of templates) if (strength !== undefined) expect(strength.low).toBeLessThan(strength.high);
  expect(JSON.stringify({ blocks, templates })).not.toMatch(/NaN|Infinity|null/);
});

test('an exercise that was done with fewer sets than planned is a cut one', async () => {
  const desk = openDesk();
  const { client } = desk;
  const athleteId = await addAthlete(desk, 'Ana Duarte');
  const startsOn = addDays(mondayOf(TODAY), -14);
  settled(await client.programs.assign({ athleteIds: [athleteId], templateKey: 'heavy-for-runners', startsOn }));
  const { program } = settled(await client.programs.forAthlete({ athleteId }));
  const session = program?.blocks[0]?.weeks[0]?.sessions[0];
  const [first, second] = session?.slots ?? [];
  if (session === undefined || first === undefined || second === undefined) throw new Error('no session');
  const setsOf = (slot: typeof first): number =>
    slot.prescriptions.reduce((sum, { prescription }) => sum + prescription.sets, 0);
  const done = (slot: typeof first, sets: number) =>
    Array.from({ length: sets }, () => ({ exerciseKey: slot.exerciseKey, reps: 3, loadKg: 60 }));
  settled(
    await client.log.recordSession({
      athleteId,
      on: addDays(TODAY, -10),
      result: {
        title: session.name,
        sessionId: session.sessionId,
        sets: [...done(first, setsOf(first) - 1), ...done(second, setsOf(second))],
      },
    }),
  );
  const { cuts } = settled(await client.insights.view({ weeks: 52 }));
  const ofFirst = cuts.find(({ exerciseKey }) => exerciseKey === first.exerciseKey);
  expect(ofFirst).toMatchObject({
    times: 1,
    cut: 1,
    athletes: 1,
    setsPlanned: setsOf(first),
    setsDone: setsOf(first) - 1,
  });
  expect(cuts.some(({ exerciseKey }) => exerciseKey === second.exerciseKey)).toBe(false);
});
