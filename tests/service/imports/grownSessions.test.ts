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
  expect(reading).toMatchObject({
    changeCount: 1,
    changes: [
      {
        kind: 'session',
        on: '2026-09-01',
        line: 2,
        isEdited: false,
        fields: [
          {
            field: 'sets',
            here: 'Barbell Squat 100 kg × 5',
            inFile: 'Barbell Squat 102.5 kg × 5, Barbell Squat 100 kg × 3',
          },
        ],
      },
    ],
  });
});

test('a set that was corrected in the app is told, though there are no more of them; it stays as it was', async () => {
  await bring(MORNING);
  const { importId, reading } = await bring(day([100, 5], [105, 5]));
  expect(importId).toBeUndefined();
  expect(reading?.changes.map(({ fields }) => fields)).toEqual([
    [{ field: 'sets', here: 'Barbell Squat 100 kg × 5', inFile: 'Barbell Squat 105 kg × 5' }],
  ]);
  expect(sets()).toEqual(FIRST);
});

test('a file with less of a session is no change', async () => {
  await bring(WHOLE);
  expect((await bring(MORNING)).reading).toMatchObject({ changeCount: 0, sets: { added: 0, duplicate: 2 } });
});

test.each([
  ['the shorter one first', [MORNING, WHOLE], [2, 2]],
  ['the longer one first', [WHOLE, MORNING], [4, 0]],
  ['three that grow', [MORNING, day([100, 5], [100, 5], [100, 5]), WHOLE], [2, 1, 1]],
])('two exports of one session in one drop are told as they come in: %s', async (_which, texts, added) => {
  const target = { kind: 'athlete' as const, athleteId };
  const files = [];
  for (const [index, text] of texts.entries()) {
    files.push(await upload(desk, `FitNotes ${index}.csv`, target, new TextEncoder().encode(text)));
  }
  const preview = settled(await desk.client.imports.preview({ files }));
  const receipt = settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
  expect(preview.files.map((file) => file.sets.added)).toEqual(added);
  expect(
    receipt.files.map(({ sets: counted, sessions, completed, changeCount }) => [
      counted,
      sessions,
      completed,
      changeCount,
    ]),
  ).toEqual(
    preview.files.map(({ sets: counted, sessions, completed, changeCount }) => [
      counted,
      sessions,
      completed,
      changeCount,
    ]),
  );
  expect(sets()).toHaveLength(4);
});

test('a drop that completes a session that is here already says by how much each file does', async () => {
  await bring(MORNING);
  const target = { kind: 'athlete' as const, athleteId };
  const longer = [day([100, 5], [100, 5], [100, 5]), WHOLE];
  const files = [];
  for (const text of longer) files.push(await upload(desk, 'FitNotes.csv', target, new TextEncoder().encode(text)));
  const preview = settled(await desk.client.imports.preview({ files }));
  expect(preview.files.map(({ completed }) => completed)).toEqual([
    { sessions: 1, sets: 1 },
    { sessions: 1, sets: 1 },
  ]);
  const receipt = settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
  expect(receipt.files.map(({ completed }) => completed)).toEqual(preview.files.map(({ completed }) => completed));
});
