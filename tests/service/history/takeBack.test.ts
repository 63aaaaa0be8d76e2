import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  commit,
  day,
  detailsOf,
  openDesk,
  ownExerciseOf,
  refusal,
  settled,
  stepsOf,
  TODAY,
  type Desk,
} from '../openDesk.ts';
import { carryOutAll, deeds } from './deeds.ts';

type Picture = ReturnType<typeof dump>;
type Row = Readonly<Record<string, unknown>>;

/** Which row of which table each row beneath a program stands in. */
const PARENT = {
  block: ['program', 'program_id'],
  week: ['block', 'block_id'],
  session: ['week', 'week_id'],
  slot: ['session', 'session_id'],
  placement_override: ['session', 'session_id'],
  prescription: ['slot', 'slot_id'],
} as const;

const isParent = (table: string): table is keyof typeof PARENT => Object.hasOwn(PARENT, table);

/** A picture of the file in two: one athlete's rows, and everybody else's. */
const divided = (picture: Picture, athleteId: AthleteId): { readonly mine: Picture; readonly others: Picture } => {
  const ids = new Map<string, Set<unknown>>([['athlete', new Set<unknown>([athleteId])]]);
  const isMine = (table: string, row: Row): boolean => {
    if (table === 'athlete') return row['id'] === athleteId;
    if (!isParent(table)) return row['athlete_id'] === athleteId;
    const [parent, column] = PARENT[table];
    return ids.get(parent)?.has(row[column]) === true;
  };
  const mine: Picture = {};
  const others: Picture = {};
  const inOrder = ['program', ...Object.keys(PARENT)];
  for (const table of [...inOrder, ...Object.keys(picture).filter((name) => !inOrder.includes(name))]) {
    const rows = (picture[table] ?? []) as Row[];
    mine[table] = rows.filter((row) => isMine(table, row));
    others[table] = rows.filter((row) => !isMine(table, row));
    ids.set(table, new Set((mine[table] as Row[]).map((row) => row['id'])));
  }
  return { mine, others };
};

test('whatever was done: one athlete is as before the step, nobody else is touched, or nothing is changed and it says why', async () => {
  const outcomes = { taken: 0, refused: 0, amongOthers: 0 };
  await fc.assert(
    fc.asyncProperty(deeds, fc.nat(1000), async (all, pick) => {
      const desk = openDesk();
      await addAthlete(desk, 'Anna First');
      await addAthlete(desk, 'Berta Second');
      await addAthlete(desk, 'Carla Third');
      const older = (await stepsOf(desk)).length;
      const pictures = await carryOutAll(desk, all);
      const oldestFirst = (await stepsOf(desk))
        .filter((one) => !one.isUndone)
        .toReversed()
        .slice(older);
      const before = dump(desk.databaseFile);
      const steps = oldestFirst.flatMap((step, at) => step.athletes.map(({ athleteId }) => ({ step, at, athleteId })));
      const chosen = steps[pick % Math.max(1, steps.length)];
      if (chosen === undefined) return desk.shut();
      const { athleteId, step, at } = chosen;
      const preview = settled(await desk.client.history.previewTakeBack({ athleteId, step: step.step }));
      const reply = await desk.client.history.takeBack({ athleteId, step: step.step, called: 'Take back' });
      if (!reply.ok) {
        outcomes.refused += 1;
        expect(reply.error.tag).toBe(preview.inTheWay.length > 0 ? 'StepsInTheWay' : 'RowsInTheWay');
        expect(dump(desk.databaseFile)).toEqual(before);
        return desk.shut();
      }
      outcomes.taken += 1;
      if (reply.value.steps < oldestFirst.length - at) outcomes.amongOthers += 1;
      expect(preview.inTheWay).toEqual([]);
      expect(reply.value.labels).toEqual(preview.steps.map(({ label }) => label));
      const after = dump(desk.databaseFile);
      const picture = pictures[at];
      if (picture === undefined) throw new Error('a step without a picture');
      expect(divided(after, athleteId).mine).toEqual(divided(picture, athleteId).mine);
      expect(divided(after, athleteId).others).toEqual(divided(before, athleteId).others);
      expect(settled(await desk.client.app.verify({}))).toMatchObject({ ok: true });
      settled(await desk.client.history.undo({}));
      expect(dump(desk.databaseFile)).toEqual(before);
      settled(await desk.client.history.redo({}));
      expect(dump(desk.databaseFile)).toEqual(after);
      return desk.shut();
    }),
    { numRuns: 60 },
  );
  // The property means something only if it met both, and steps of others in between.
  expect(outcomes.taken).toBeGreaterThan(5);
  expect(outcomes.refused).toBeGreaterThan(0);
  expect(outcomes.amongOthers).toBeGreaterThan(0);
}, 240_000);

const deskOfTwo = async () => {
  const desk = openDesk();
  return { desk, ana: await addAthlete(desk, 'Anna First'), berta: await addAthlete(desk, 'Berta Second') };
};

const newestStep = async (desk: Desk): Promise<number> => (await stepsOf(desk))[0]?.step ?? 0;

test('steps that changed others too, or what all share, or were imported, stand in the way and are named', async () => {
  const { desk, ana, berta } = await deskOfTwo();
  settled(await desk.client.athletes.noteContact({ athleteIds: [ana], on: TODAY }));
  const step = await newestStep(desk);
  settled(await desk.client.athletes.addToGroup({ athleteIds: [ana, berta], group: 'Marathon' }));
  settled(await commit(desk, ['imports/strong-2021.csv'], { kind: 'athlete', athleteId: ana }));
  const importId = settled(await desk.client.imports.list({})).imports[0]?.importId;
  if (importId === undefined) throw new Error('nothing was imported');
  settled(await desk.client.imports.takeBack({ importId }));
  const before = dump(desk.databaseFile);
  const { steps, inTheWay } = settled(await desk.client.history.previewTakeBack({ athleteId: ana, step }));
  expect(steps).toHaveLength(4);
  expect(inTheWay.map((one) => one.why)).toEqual(['shared', 'job', 'others']);
  const reply = await desk.client.history.takeBack({ athleteId: ana, step, called: 'Take back' });
  expect(reply).toMatchObject({
    ok: false,
    error: {
      tag: 'StepsInTheWay',
      labels: [expect.any(String), expect.stringMatching(/^Import/u), 'Put 2 athletes in Marathon'],
    },
  });
  expect(dump(desk.databaseFile)).toEqual(before);
  // Of Berta, it is the same step; a step that is not hers is no place to begin.
  expect(refusal(await desk.client.history.previewTakeBack({ athleteId: berta, step }))).toBe('StepNotFound');
});

test('a name that somebody else has taken since is not taken from them', async () => {
  const { desk, ana } = await deskOfTwo();
  settled(await desk.client.athletes.edit({ athleteId: ana, details: { ...detailsOf('Anna Renamed') } }));
  const step = await newestStep(desk);
  await addAthlete(desk, 'Anna First');
  const before = dump(desk.databaseFile);
  const reply = await desk.client.history.takeBack({ athleteId: ana, step, called: 'Take back' });
  expect(refusal(reply)).toBe('RowsInTheWay');
  expect(dump(desk.databaseFile)).toEqual(before);
});

test('an exercise that is gone since is not pointed at again', async () => {
  const { desk, ana } = await deskOfTwo();
  const { exerciseKey } = settled(await desk.client.exercises.addOwn({ exercise: ownExerciseOf('Sled push') }));
  const assigned = { athleteIds: [ana], templateKey: 'heavy-for-runners', startsOn: day('2026-11-23') };
  settled(await desk.client.programs.assign(assigned));
  const { open } = settled(await desk.client.programs.grid({ athleteId: ana }));
  const session = open?.program.blocks[0]?.weeks[0]?.sessions[0]?.name;
  if (open === undefined || session === undefined) throw new Error('no program');
  const { programId, revision } = open;
  const edits = [{ kind: 'cell' as const, week: 1, session, label: 'Z1', exerciseKey, text: '3x8' }];
  settled(await desk.client.programs.edit({ programId, revision, edits }));
  settled(await desk.client.programs.remove({ programId }));
  const step = await newestStep(desk);
  settled(await desk.client.exercises.removeOwn({ exerciseKey }));
  const before = dump(desk.databaseFile);
  const reply = await desk.client.history.takeBack({ athleteId: ana, step, called: 'Take back' });
  expect(refusal(reply)).toBe('RowsInTheWay');
  expect(dump(desk.databaseFile)).toEqual(before);
});
