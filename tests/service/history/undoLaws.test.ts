import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { dump } from '../dump.ts';
import { carryOutAll, deeds } from './deeds.ts';
import {
  addAthlete,
  commit,
  day,
  detailsOf,
  fixturePath,
  makeSample,
  openDesk,
  openDeskAt,
  refusal,
  settled,
  stepsOf,
  TODAY,
  type Desk,
} from '../openDesk.ts';
import { readdirSync } from 'node:fs';

/** Undo to the beginning, redo to the end, and that again: at every step the whole file is what it was. */
const walk = async (desk: Desk, pictures: readonly ReturnType<typeof dump>[]): Promise<void> => {
  const { undo, redo } = desk.client.history;
  const later = [...pictures.slice(1), dump(desk.databaseFile)].slice(0, pictures.length);
  for (let round = 0; round < 2; round += 1) {
    for (const picture of pictures.toReversed()) {
      settled(await undo({}));
      expect(dump(desk.databaseFile)).toEqual(picture);
    }
    for (const picture of later) {
      settled(await redo({}));
      expect(dump(desk.databaseFile)).toEqual(picture);
    }
    expect(refusal(await redo({}))).toBe('NothingToRedo');
  }
  expect(settled(await desk.client.app.verify({}))).toMatchObject({ ok: true });
};

describe('whatever a coach does', () => {
  test('undo takes every step back exactly, and redo brings it again exactly, as often as one likes', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const desk = openDesk();
        await addAthlete(desk, 'Anna First');
        settled(await commit(desk, ['imports/strong-2021.csv'], { kind: 'newAthlete', name: 'Berta Second' }));
        // The beginning: those two steps are older than anything this walks back over.
        const pictures = await carryOutAll(desk, all);
        await walk(desk, pictures);
        await desk.shut();
      }),
      { numRuns: 25 },
    );
  }, 240_000);

  test('a whole sample roster can be undone to nothing and brought again', async () => {
    const desk = openDesk();
    const empty = dump(desk.databaseFile);
    await makeSample(desk, 3);
    await walk(desk, [empty]);
    settled(await desk.client.history.undo({}));
    expect(refusal(await desk.client.history.undo({}))).toBe('NothingToUndo');
  });

  test.each(
    ['imports', 'hostile'].flatMap((folder) =>
      readdirSync(fixturePath(folder))
        .filter((name) => name.endsWith('.csv'))
        .map((name) => `${folder}/${name}`),
    ),
  )('%s is either refused without a trace, or can be taken back and brought again', async (file) => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    const before = dump(desk.databaseFile);
    const reply = await commit(desk, [file], { kind: 'newAthlete', name: 'Newcomer' });
    if (!reply.ok) {
      expect(reply.error.tag).toBe('FileRefused');
      expect(dump(desk.databaseFile)).toEqual(before);
      return;
    }
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
    settled(await desk.client.history.redo({}));
    expect(settled(await desk.client.app.verify({}))).toMatchObject({ ok: true });
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });
});

describe('history', () => {
  test('survives closing and opening: what was done yesterday can be undone today', async () => {
    const desk = openDesk();
    const start = dump(desk.databaseFile);
    const athleteId = await addAthlete(desk, 'Anna First');
    settled(await desk.client.athletes.archive({ athleteIds: [athleteId] }));
    const end = dump(desk.databaseFile);
    await desk.shut();
    const again = openDeskAt(desk.databaseFile);
    settled(await again.client.history.undo({}));
    settled(await again.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(start);
    await again.shut();
    const third = openDeskAt(desk.databaseFile);
    settled(await third.client.history.redo({}));
    settled(await third.client.history.redo({}));
    expect(dump(desk.databaseFile)).toEqual(end);
    await third.shut();
  });

  test('a new step takes the place of what was undone: there is nothing left to redo', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    settled(await desk.client.history.undo({}));
    await addAthlete(desk, 'Berta Second');
    expect(refusal(await desk.client.history.redo({}))).toBe('NothingToRedo');
    expect((await stepsOf(desk)).map((step) => step.label)).toEqual(['Add Berta Second']);
  });

  test('a refused command leaves no step, no change and the redo that was there', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Anna First');
    settled(await desk.client.athletes.archive({ athleteIds: [athleteId] }));
    settled(await desk.client.history.undo({}));
    const before = dump(desk.databaseFile);
    const steps = await stepsOf(desk);
    expect(refusal(await desk.client.athletes.add({ details: detailsOf('anna first') }))).toBe('NameTaken');
    // The first is there, the second is not: nobody is archived.
    const stranger = (athleteId + 99) as AthleteId;
    expect(refusal(await desk.client.athletes.archive({ athleteIds: [athleteId, stranger] }))).toBe('AthleteNotFound');
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(await stepsOf(desk)).toEqual(steps);
    settled(await desk.client.history.redo({}));
  });

  test('an edit that changes nothing leaves no step, and what was undone can still be redone', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Anna First');
    settled(await desk.client.athletes.archive({ athleteIds: [athleteId] }));
    settled(await desk.client.history.undo({}));
    settled(await desk.client.athletes.edit({ athleteId, details: detailsOf('Anna First') }));
    expect((await stepsOf(desk)).map((step) => [step.label, step.isUndone])).toEqual([
      ['Archive 1 athlete', true],
      ['Add Anna First', false],
    ]);
    expect(settled(await desk.client.history.redo({})).label).toBe('Archive 1 athlete');
  });

  test('one action for many athletes is one step', async () => {
    const desk = openDesk();
    const athleteIds = [await addAthlete(desk, 'Anna First'), await addAthlete(desk, 'Berta Second')];
    const before = dump(desk.databaseFile);
    settled(await desk.client.athletes.addToGroup({ athleteIds, group: 'Marathon' }));
    expect((await stepsOf(desk))[0]).toMatchObject({ label: 'Put 2 athletes in Marathon' });
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('text that could not be brought back whole is refused before it is stored', async () => {
    const desk = openDesk();
    const reply = await desk.client.athletes.add({ details: { ...detailsOf('Anna First'), notes: 'one\0two' } });
    expect(refusal(reply)).toBe('BadRequest');
    // A backslash that only looks like one is a text like any other.
    settled(await desk.client.athletes.add({ details: { ...detailsOf('Anna First'), notes: 'one\\u0000two' } }));
  });

  test('a step is found under every athlete whose data it changed, and under nobody else', async () => {
    const desk = openDesk();
    const ana = await addAthlete(desk, 'Anna First');
    const berta = await addAthlete(desk, 'Berta Second');
    const carla = await addAthlete(desk, 'Carla Third');
    const startsOn = day('2026-11-23');
    const order = { athleteIds: [ana, berta], templateKey: 'start-ramp', startsOn };
    settled(await desk.client.programs.assign(order));
    const { program } = settled(await desk.client.programs.forAthlete({ athleteId: ana }));
    const session = program?.blocks[0]?.weeks[0]?.sessions[0];
    const slot = session?.slots[0];
    if (program === undefined || session === undefined || slot === undefined) throw new Error('no program');
    const { programId, revision } = program;
    const edits = [{ kind: 'cell' as const, week: 1, session: session.name, label: slot.label, text: '3x5 @70' }];
    settled(await desk.client.programs.edit({ programId, revision, edits, called: 'Edit A1 of week 1' }));
    settled(await commit(desk, ['imports/strong-2021.csv'], { kind: 'athlete', athleteId: carla }));
    const labelsOf = async (athleteId: AthleteId) =>
      settled(await desk.client.history.list({ athleteId, limit: 10 })).steps.map((step) => step.label);
    expect(await labelsOf(ana)).toEqual(['Edit A1 of week 1', 'Assign start ramp to 2 athletes', 'Add Anna First']);
    expect(await labelsOf(berta)).toEqual(['Assign start ramp to 2 athletes', 'Add Berta Second']);
    expect(await labelsOf(carla)).toEqual([expect.stringMatching(/^Import /u), 'Add Carla Third']);
    const [, , assigned] = await stepsOf(desk);
    expect(assigned).toMatchObject({
      athletes: [
        { athleteId: ana, name: 'Anna First' },
        { athleteId: berta, name: 'Berta Second' },
      ],
      athleteCount: 2,
    });
  });

  test('is searched by name and from an instant on', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Käthe First');
    const athleteId = await addAthlete(desk, 'Berta Second');
    settled(await desk.client.athletes.noteContact({ athleteIds: [athleteId], on: TODAY }));
    const found = async (named: string) => {
      const { steps, count } = settled(await desk.client.history.list({ named, limit: 1 }));
      return [steps.map((step) => step.label), count];
    };
    expect(await found('kathe')).toEqual([['Add Käthe First'], 1]);
    expect(await found('BERTA')).toEqual([['Note contact with 1 athlete'], 2]);
    expect(await found('berta contact')).toEqual([['Note contact with 1 athlete'], 1]);
    const [{ at } = { at: '' }] = await stepsOf(desk);
    expect(settled(await desk.client.history.list({ since: at, limit: 9 })).count).toBe(3);
    const later = new Date(Date.parse(at) + 1000).toISOString();
    expect(settled(await desk.client.history.list({ since: later, limit: 9 })).count).toBe(0);
  });

  test('a step says what it changed: so many of each thing, as a coach calls them', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Anna First');
    const startsOn = day('2026-11-23');
    settled(await desk.client.programs.assign({ athleteIds: [athleteId], templateKey: 'heavy-for-runners', startsOn }));
    const { open } = settled(await desk.client.programs.grid({ athleteId }));
    const session = open?.program.blocks[0]?.weeks[0]?.sessions[0];
    if (open === undefined || session === undefined) throw new Error('no program');
    const { programId, revision } = open;
    const edits = session.slots
      .slice(0, 2)
      .flatMap(({ label }) =>
        [1, 2, 3].map((week) => ({ kind: 'cell' as const, week, session: session.name, label, text: '2x4 @70' })),
      );
    const added = {
      kind: 'cell' as const,
      week: 2,
      session: session.name,
      label: 'Z1',
      exerciseKey: 'pu_full',
      text: '3x8',
    };
    settled(await desk.client.programs.edit({ programId, revision, edits: [...edits, added] }));
    const changes = async (at: number) => {
      const step = (await stepsOf(desk))[at]?.step ?? 0;
      return settled(await desk.client.history.open({ step })).changes;
    };
    const edited = [{ thing: 'cell', added: 1, changed: 6, removed: 0 }];
    expect(await changes(0)).toEqual(edited);
    expect(await changes(1)).toEqual([{ thing: 'program', added: 1, changed: 0, removed: 0 }]);
    expect(await changes(2)).toEqual([{ thing: 'athlete', added: 1, changed: 0, removed: 0 }]);
    settled(await desk.client.history.undo({}));
    expect(await changes(0)).toEqual(edited);
    expect(refusal(await desk.client.history.open({ step: 999 }))).toBe('StepNotFound');
  });

  test('sets of a session are told one by one, whether they came or went', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Anna First');
    const squats = { exerciseKey: 'sq_back', reps: 3, loadKg: 80 };
    const result = { title: 'Legs', sets: [squats, squats, squats] };
    const { liftSessionId } = settled(await desk.client.log.recordSession({ athleteId, on: TODAY, result }));
    settled(await desk.client.log.removeSession({ athleteId, liftSessionId }));
    const newest = async () =>
      settled(await desk.client.history.open({ step: (await stepsOf(desk))[0]?.step ?? 0 })).changes;
    const three = { thing: 'set', added: 0, changed: 0, removed: 3 };
    expect(await newest()).toContainEqual(three);
    settled(await desk.client.history.undo({}));
    expect(await newest()).toContainEqual(three);
    settled(await desk.client.history.undo({}));
    const [, recorded] = await stepsOf(desk);
    const { changes } = settled(await desk.client.history.open({ step: recorded?.step ?? 0 }));
    expect(changes).toContainEqual({ thing: 'set', added: 3, changed: 0, removed: 0 });
  });
});
