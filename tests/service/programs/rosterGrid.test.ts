import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { weeksOf } from '../../../src/domain/programs/weekWalk.ts';
import { parseIsoWeek, type IsoWeek } from '../../../src/domain/kernel/plainDate.ts';
import { dump } from '../dump.ts';
import { addAthlete, day, openDeskAt, ownFolder, refusal, settled, stepsOf, type Desk } from '../openDesk.ts';

const week = (text: string): IsoWeek => {
  const parsed = parseIsoWeek(text);
  if (parsed === undefined) throw new Error(`${text} is not a week`);
  return parsed;
};

const NOW = week('2026-W48');

const BACK_SQUAT = { kind: 'lift', exerciseKey: 'sq_back' } as const;

const assign = async ({ client }: Desk, athleteIds: readonly AthleteId[], startsOn = '2026-11-23'): Promise<void> => {
  settled(
    await client.programs.assign({
      athleteIds: [...athleteIds],
      templateKey: 'heavy-for-runners',
      startsOn: day(startsOn),
    }),
  );
};

/** Ana, Ben and Cleo in the same program from this week on, each with another squat; Dora has none. */
const deskOfFour = async () => {
  const desk = openDeskAt(join(ownFolder(), 'roster.db'));
  const athleteIds: AthleteId[] = [];
  for (const [name, loadKg] of [
    ['Ana Duarte', 100],
    ['Ben Okafor', 120],
    ['Cleo Martin', 60],
  ] as const) {
    const athleteId = await addAthlete(desk, name);
    athleteIds.push(athleteId);
    const test = { exerciseKey: 'sq_back', loadKg };
    settled(await desk.client.log.recordTest({ athleteId, on: day('2026-11-20'), test }));
  }
  await addAthlete(desk, 'Dora Lind');
  await assign(desk, athleteIds);
  const look = async (subject: Parameters<typeof desk.client.programs.rosterGrid>[0]['subject'] = BACK_SQUAT) =>
    settled(await desk.client.programs.rosterGrid({ week: NOW, ...(subject === undefined ? {} : { subject }) }));
  return { desk, athleteIds, look };
};

type Row = Awaited<ReturnType<Awaited<ReturnType<typeof deskOfFour>>['look']>>['rows'][number];

const cellOf = (row: Row, column: number, text: string) => ({
  kind: 'cell' as const,
  week: row.weeks[column]?.week ?? 0,
  session: row.session,
  label: row.label,
  exerciseKey: row.exerciseKey,
  text,
});

/** One change for each program among some rows. */
const changesOf = (rows: readonly Row[], column: number, text: string) =>
  [...Map.groupBy(rows, (row) => row.programId)].map(([programId, mine]) => ({
    programId,
    revision: mine[0]?.revision ?? 0,
    edits: mine.map((row) => cellOf(row, column, text)),
  }));

test('a row for each place, with what its loads rest on; who has none is named with the reason', async () => {
  const { desk, athleteIds, look } = await deskOfFour();
  const [ana] = athleteIds;
  if (ana === undefined) throw new Error('nobody');
  settled(
    await desk.client.log.recordSession({
      athleteId: ana,
      on: day('2026-11-21'),
      result: { title: 'Strength A', sets: [{ exerciseKey: 'sq_back', reps: 3, loadKg: 85, rpe: 8 }] },
    }),
  );
  settled(await desk.client.log.recordCheckIn({ athleteId: ana, on: day('2026-11-22'), report: { painScore: 4 } }));
  const { rows, leftOut, mondays, lifts, slots, subject } = await look();
  expect(subject).toEqual({ ...BACK_SQUAT, name: 'Back squat (parallel)' });
  expect(mondays).toEqual(['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']);
  expect([...new Set(rows.map((row) => row.athlete.name))]).toEqual(['Ana Duarte', 'Ben Okafor', 'Cleo Martin']);
  expect(leftOut).toEqual([{ athleteId: expect.any(Number), name: 'Dora Lind', why: 'noProgram' }]);
  expect(rows[0]).toMatchObject({
    label: 'A1',
    weeks: [1, 2, 3, 4].map((ordinal) => ({ week: ordinal, isDone: false })),
    lastResult: { on: '2026-11-21', sets: [{ reps: 3, loadKg: 85, rpe: 8 }] },
    pain: { score: 4, on: '2026-11-22' },
    strength: [{ exerciseKey: 'sq_back', from: '2026-11-23', lastLift: { loadKg: 85 } }],
  });
  expect(rows.every((row) => row.trend !== undefined)).toBe(true);
  // Nothing of the program but this place, and no week beyond those that are shown.
  for (const row of rows) {
    const weeks = weeksOf(row.program);
    expect(weeks).toHaveLength(4);
    const slotsOf = weeks.flatMap((one) => one.sessions.flatMap((session) => session.slots));
    expect(new Set(slotsOf.map((slot) => slot.label))).toEqual(new Set([row.label]));
  }
  expect(lifts.find((lift) => lift.exerciseKey === 'sq_back')?.athletes).toBe(3);
  expect(lifts.map((lift) => lift.athletes)).toEqual(lifts.map((lift) => lift.athletes).toSorted((a, b) => b - a));
  expect(slots[0]).toEqual({ label: 'A1', athletes: 3 });
});

test('without a subject it is a main lift that most do; a place such as A1 is shown whatever stands there', async () => {
  const { look, desk, athleteIds } = await deskOfFour();
  const shown = settled(await desk.client.programs.rosterGrid({ week: NOW }));
  expect(shown.subject?.kind).toBe('lift');
  const { rows } = await look({ kind: 'slot', label: 'A1' });
  expect(new Set(rows.map((row) => row.label))).toEqual(new Set(['A1']));
  expect(new Set(rows.map((row) => row.athleteId))).toEqual(new Set(athleteIds));
  const none = await look({ kind: 'lift', exerciseKey: 'sq_goblet' });
  expect(none.rows).toEqual([]);
  expect(none.leftOut.map((one) => one.why)).toEqual(['notInProgram', 'notInProgram', 'notInProgram', 'noProgram']);
});

test('a done session is said to be done; weeks that a program does not have are none', async () => {
  const { desk, athleteIds, look } = await deskOfFour();
  const [ana, ben] = athleteIds;
  if (ana === undefined || ben === undefined) throw new Error('nobody');
  settled(
    await desk.client.log.recordSession({
      athleteId: ana,
      on: day('2026-11-23'),
      result: { title: 'Strength A', sets: [{ exerciseKey: 'sq_back', reps: 3, loadKg: 85 }] },
    }),
  );
  const done = (await look()).rows.filter((row) => row.athleteId === ana).map((row) => row.weeks[0]?.isDone);
  expect(done.filter(Boolean)).toHaveLength(1);
  const earlier = settled(await desk.client.programs.rosterGrid({ week: week('2026-W46'), subject: BACK_SQUAT }));
  expect(earlier.rows[0]?.weeks.map((one) => one.week)).toEqual([undefined, undefined, 1, 2]);
  settled(await desk.client.athletes.archive({ athleteIds: [ben] }));
  const asked = settled(await desk.client.programs.rosterGrid({ week: NOW, subject: BACK_SQUAT, athleteIds: [ben] }));
  expect(asked).toMatchObject({ rows: [], leftOut: [{ name: 'Ben Okafor', why: 'archived' }], lifts: [] });
  const nobody = 99 as AthleteId;
  expect(refusal(await desk.client.programs.rosterGrid({ week: NOW, athleteIds: [nobody] }))).toBe('AthleteNotFound');
});

test('many programs are changed in one step, which one undo takes back', async () => {
  const { desk, look } = await deskOfFour();
  const before = dump(desk.databaseFile);
  const { rows } = await look();
  const called = 'Fill down Back squat';
  const reply = settled(await desk.client.programs.editMany({ changes: changesOf(rows, 1, '5x3@82.5'), called }));
  expect(reply.programs).toHaveLength(3);
  const after = (await look()).rows;
  for (const row of after) {
    const slot = weeksOf(row.program)[1]?.sessions[0]?.slots[0];
    expect(slot?.prescriptions).toMatchObject([{ sets: 5, reps: 3, basis: { fraction: 0.825 } }]);
  }
  expect((await stepsOf(desk))[0]?.label).toBe(called);
  settled(await desk.client.history.undo({}));
  expect(dump(desk.databaseFile)).toEqual(before);
});

test('all or nothing: when one program has changed since, none is written, and the refusal says whose it is', async () => {
  const { desk, look } = await deskOfFour();
  const { rows } = await look();
  const ben = rows.find((row) => row.athlete.name === 'Ben Okafor');
  if (ben === undefined) throw new Error('Ben has no row');
  const other = { programId: ben.programId, revision: ben.revision, edits: [cellOf(ben, 0, '1x1@95')] };
  settled(await desk.client.programs.edit(other));
  const before = dump(desk.databaseFile);
  const steps = await stepsOf(desk);
  const reply = await desk.client.programs.editMany({ changes: changesOf(rows, 0, '3x3@85'), called: 'Fill down' });
  expect(reply).toEqual({
    ok: false,
    error: { tag: 'StaleRevision', revision: ben.revision + 1, athlete: 'Ben Okafor' },
  });
  expect(dump(desk.databaseFile)).toEqual(before);
  expect(await stepsOf(desk)).toEqual(steps);
});

test('a place or an exercise that is not there refuses the whole', async () => {
  const { desk, look } = await deskOfFour();
  const { rows } = await look();
  const changes = changesOf(rows, 0, '3x3@85');
  const last = changes.at(-1);
  if (last === undefined) throw new Error('nothing to change');
  const before = dump(desk.databaseFile);
  const withLast = (edit: Partial<(typeof last.edits)[number]>) =>
    desk.client.programs.editMany({
      changes: [...changes.slice(0, -1), { ...last, edits: last.edits.map((one) => ({ ...one, ...edit })) }],
      called: 'Fill down',
    });
  expect(refusal(await withLast({ week: 400 }))).toBe('SlotNotFound');
  expect(refusal(await withLast({ exerciseKey: 'nobody_does' }))).toBe('ExerciseNotFound');
  expect(dump(desk.databaseFile)).toEqual(before);
});

const text = fc.constantFrom('3x5@80', '=', '+2.5', 'x', '', 'heavyish', '1x5 70, 3x3 85', '3x4 RPE8 "knees out"');

test('whatever is written into however many programs: undo leaves no trace and redo brings all of it again', async () => {
  const { desk, look } = await deskOfFour();
  const write = fc.record({ row: fc.nat(20), column: fc.nat(3), text });
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (writes) => {
      const { rows } = await look({ kind: 'slot', label: 'A1' });
      const cells = writes.flatMap((one) => {
        const row = rows[one.row % rows.length];
        return row === undefined ? [] : [{ row, edit: cellOf(row, one.column, one.text) }];
      });
      const changes = [...Map.groupBy(cells, ({ row }) => row.programId)].map(([programId, mine]) => ({
        programId,
        revision: mine[0]?.row.revision ?? 0,
        edits: mine.map(({ edit }) => edit),
      }));
      const before = dump(desk.databaseFile);
      settled(await desk.client.programs.editMany({ changes, called: 'Write some cells' }));
      const after = dump(desk.databaseFile);
      settled(await desk.client.history.undo({}));
      expect(dump(desk.databaseFile)).toEqual(before);
      settled(await desk.client.history.redo({}));
      expect(dump(desk.databaseFile)).toEqual(after);
      settled(await desk.client.history.undo({}));
      expect(dump(desk.databaseFile)).toEqual(before);
    }),
    { numRuns: 40 },
  );
}, 60_000);
