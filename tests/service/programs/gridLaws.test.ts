import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editProgram } from '../../../src/domain/programs/editProgram.ts';
import { WEEK_KINDS, type Program } from '../../../src/domain/programs/program.ts';
import type { ProgramEdit } from '../../../src/domain/programs/programEdit.ts';
import { writtenBlocks } from '../../../src/domain/programs/writtenProgram.ts';
import { anyGrid } from '../../domain/programs/anyGrid.ts';
import { dump } from '../dump.ts';
import { addAthlete, day, openDeskAt, ownFolder, refusal, settled } from '../openDesk.ts';

/** A desk with one athlete in a program of fourteen weeks, and the ways to look at it. */
const deskWithProgram = async () => {
  const file = join(ownFolder(), 'grid.db');
  const desk = openDeskAt(file);
  const athleteId = await addAthlete(desk, 'Ana Duarte');
  settled(
    await desk.client.programs.assign({
      athleteIds: [athleteId],
      templateKey: 'maximal-strength-14',
      startsOn: day('2026-11-23'),
    }),
  );
  const open = async () => {
    const { open: opened } = settled(await desk.client.programs.grid({ athleteId }));
    if (opened === undefined) throw new Error('the program is gone');
    return opened;
  };
  const { programId } = await open();
  return { file, desk, open, programId };
};

const week = fc.integer({ min: 1, max: 18 });
const session = fc.constantFrom('Session A', 'Session B', 'Extra');
const label = fc.constantFrom('A1', 'A2', 'B1', 'C1');
const exerciseKey = fc.constantFrom('sq_back', 'sq_front', 'pu_full', 'cf_raise_1_db');
const text = fc.constantFrom('3x5@80', '=', '+2.5', 'x', '', '2x30s', 'heavyish', '1x5 70, 3x3 85', '3x8/side "slow"');

const edit: fc.Arbitrary<ProgramEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('cell' as const),
    week,
    session,
    label,
    exerciseKey,
    text,
    newSession: fc.constant({ weekday: 3 as const, minutes: 30 }),
  }),
  fc.record({ kind: fc.constant('exercise' as const), fromWeek: week, session, label, exerciseKey }),
  fc.record({ kind: fc.constant('removeRow' as const), fromWeek: week, session, label, exerciseKey }),
  fc.record({ kind: fc.constant('note' as const), week, session, label, text: fc.constantFrom('', 'knee') }),
  fc.record({
    kind: fc.constant('labels' as const),
    session,
    rows: fc.tuple(
      fc.record({ label: fc.constant('A1'), exerciseKey, to: fc.constant('D1') }),
      fc.record({ label: fc.constant('B1'), exerciseKey, to: fc.constant('A1') }),
    ),
  }),
  fc.record({
    kind: fc.constant('session' as const),
    session,
    fromWeek: week,
    toWeek: week,
    weekday: fc.constantFrom(1 as const, 4 as const, 7 as const),
  }),
  fc.record({ kind: fc.constant('removeSession' as const), session, fromWeek: week, toWeek: week }),
  fc.record({
    kind: fc.constant('insertWeeks' as const),
    after: week,
    count: fc.integer({ min: 1, max: 3 }),
    weekKind: fc.constantFrom(...WEEK_KINDS),
  }),
  fc.record({
    kind: fc.constant('copyWeek' as const),
    week,
    after: week,
    as: fc.constantFrom('written' as const, 'values' as const, 'relative' as const),
  }),
  fc.record({ kind: fc.constant('deleteWeeks' as const), fromWeek: week, toWeek: week }),
  fc.record({
    kind: fc.constant('weekKind' as const),
    fromWeek: week,
    toWeek: week,
    weekKind: fc.constantFrom(...WEEK_KINDS),
  }),
  fc.record({ kind: fc.constant('deload' as const), week }),
  fc.record({
    kind: fc.constant('block' as const),
    week,
    startsHere: fc.boolean(),
    name: fc.constantFrom('Heavy', 'Light'),
    goal: fc.constant(''),
  }),
  fc.record({ kind: fc.constant('name' as const), name: fc.constantFrom('One', 'Two') }),
  fc.record({
    kind: fc.constant('replace' as const),
    name: fc.constant('As text'),
    blocks: anyGrid.map((grid) => [...writtenBlocks(grid)]),
  }),
);

/** A program as everything but the numbers of its rows in the file. */
const bare = (program: Program): unknown =>
  JSON.parse(JSON.stringify(program, (key, value: unknown) => (key === 'id' ? undefined : value)));

test('whatever is edited: the file holds what the grid shows, what stays keeps its row, and undo leaves no trace', async () => {
  const { file, desk, open, programId } = await deskWithProgram();
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const before = await open();
      // Edits that the program has no place for are passed over, as the grid would.
      let shown: Program = before.program;
      const possible = edits.filter((one) => {
        const edited = editProgram(shown, [one]);
        if (edited.ok) shown = edited.value.program;
        return edited.ok;
      });
      if (possible.length === 0) return;
      const dumped = dump(file);
      const reply = settled(await desk.client.programs.edit({ programId, revision: before.revision, edits: possible }));
      const after = await open();
      expect(after.revision).toBe(reply.revision);
      expect(bare(after.program)).toEqual(bare(shown));
      settled(await desk.client.history.undo({}));
      expect(dump(file)).toEqual(dumped);
      settled(await desk.client.history.redo({}));
      expect(bare((await open()).program)).toEqual(bare(shown));
      settled(await desk.client.history.undo({}));
      expect(dump(file)).toEqual(dumped);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('two windows do not overwrite each other: the second is told, and nothing of it is written', async () => {
  const { desk, open, programId } = await deskWithProgram();
  const { revision, program } = await open();
  const first = program.blocks[0]?.weeks[0]?.sessions[0];
  const slot = first?.slots[0];
  if (first === undefined || slot === undefined) throw new Error('the sample program begins with nothing');
  const cell = (written: string): ProgramEdit => ({
    kind: 'cell',
    week: 1,
    session: first.name,
    label: slot.label,
    text: written,
  });
  settled(await desk.client.programs.edit({ programId, revision, edits: [cell('3x3@85')] }));
  const refused = refusal(await desk.client.programs.edit({ programId, revision, edits: [cell('5x5@70')] }));
  expect(refused).toBe('StaleRevision');
  const stored = (await open()).program.blocks[0]?.weeks[0]?.sessions[0]?.slots[0];
  expect(stored?.prescriptions).toMatchObject([{ sets: 3, reps: 3 }]);
});

test('an exercise the library does not have is refused by name', async () => {
  const { desk, open, programId } = await deskWithProgram();
  const { revision, program } = await open();
  const name = program.blocks[0]?.weeks[0]?.sessions[0]?.name ?? '';
  const refused = refusal(
    await desk.client.programs.edit({
      programId,
      revision,
      edits: [{ kind: 'cell', week: 1, session: name, label: 'Z1', exerciseKey: 'nobody_does', text: '3x5' }],
    }),
  );
  expect(refused).toBe('ExerciseNotFound');
});

test('ten thousand cells in one paste are one step', async () => {
  const { file, desk, open, programId } = await deskWithProgram();
  const { revision, program } = await open();
  const name = program.blocks[0]?.weeks[0]?.sessions[0]?.name ?? '';
  const weeks = program.blocks.flatMap((block) => block.weeks).length;
  const edits = Array.from({ length: 10_000 }, (_, at): ProgramEdit => ({
    kind: 'cell',
    week: (at % weeks) + 1,
    session: name,
    label: `${'ABCDEFGHIJ'[Math.floor(at / weeks) % 10]}${(Math.floor(at / weeks / 10) % 90) + 1}`,
    exerciseKey: 'sq_back',
    text: '3x5@80',
  }));
  const dumped = dump(file);
  settled(await desk.client.programs.edit({ programId, revision, edits }));
  settled(await desk.client.history.undo({}));
  expect(dump(file)).toEqual(dumped);
}, 60_000);
