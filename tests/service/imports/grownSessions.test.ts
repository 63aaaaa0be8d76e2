import { beforeEach, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { dump } from '../dump.ts';
import { addAthlete, lookInto, openDesk, settled, upload, type Desk } from '../openDesk.ts';

const day = (...sets: readonly (readonly [kg: number, reps: number])[]): string =>
  [
    'Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time,Comment',
    ...sets.map(([kg, reps]) => `2026-09-01,Barbell Squat,Legs,${kg},${reps},,,,`),
  ].join('\n');

const MORNING = day([100, 5], [100, 5]);
const WHOLE = day([100, 5], [100, 5], [100, 5], [60, 10]);

let desk: Desk;
let athleteId: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
});

const bring = async (text: string) => {
  const target = { kind: 'athlete' as const, athleteId };
  const files = [await upload(desk, 'FitNotes_Export.csv', target, new TextEncoder().encode(text))];
  const preview = settled(await desk.client.imports.preview({ files }));
  const receipt = settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
  expect(receipt.files[0]?.sets).toEqual(preview.files[0]?.sets);
  return { importId: receipt.importId, reading: receipt.files[0] };
};

const takeBack = async (importId: Awaited<ReturnType<typeof bring>>['importId']) => {
  if (importId === undefined) throw new Error('nothing was imported');
  settled(await desk.client.imports.takeBack({ importId }));
};

const sets = (): unknown[] =>
  lookInto(desk.databaseFile, (connection) =>
    connection.prepare('SELECT load_kg, reps FROM lift_set ORDER BY lift_session_id, ordinal').raw().all(),
  );

const [FIRST, LAST] = [
  [
    [100, 5],
    [100, 5],
  ],
  [
    [100, 5],
    [60, 10],
  ],
];

test('a session that was exported half-way is completed, once', async () => {
  await bring(MORNING);
  const { reading } = await bring(WHOLE);
  expect(reading).toMatchObject({ sessions: { added: 0, duplicate: 1 }, sets: { added: 2, duplicate: 2 } });
  expect(sets()).toEqual([...FIRST, ...LAST]);
  const whole = dump(desk.databaseFile);
  expect((await bring(WHOLE)).importId).toBeUndefined();
  expect((await bring(MORNING)).importId).toBeUndefined();
  expect(dump(desk.databaseFile)).toEqual(whole);
});

test('taking either export back leaves what the other brought, and undo brings it again', async () => {
  const first = await bring(MORNING);
  const half = dump(desk.databaseFile);
  const second = await bring(WHOLE);
  settled(await desk.client.history.undo({}));
  expect(dump(desk.databaseFile)).toEqual(half);
  settled(await desk.client.history.redo({}));
  await takeBack(second.importId);
  expect(sets()).toEqual(FIRST);
  settled(await desk.client.history.undo({}));
  const whole = dump(desk.databaseFile);
  await takeBack(first.importId);
  expect(sets()).toEqual(LAST);
  settled(await desk.client.history.undo({}));
  expect(dump(desk.databaseFile)).toEqual(whole);
  await takeBack(second.importId);
  await takeBack(first.importId);
  expect(sets()).toEqual([]);
  expect(settled(await desk.client.app.verify({})).ok).toBe(true);
});

test('a session that is told otherwise now stays as it is, and that is said', async () => {
  await bring(MORNING);
  const { importId, reading } = await bring(day([100, 5], [102.5, 5], [100, 3]));
  expect(importId).toBeUndefined();
  expect(reading?.passedOver).toEqual({ 'sets of a session that differs from what is here': 3 });
  expect(sets()).toEqual(FIRST);
});
