import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AthleteId, ImportId, ProgramId, RaceId } from '../../../src/domain/kernel/ids.ts';
import { dump } from '../dump.ts';
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

const FIXTURES = [
  'strava-en',
  'strava-de',
  'strava-legacy',
  'strong-v6',
  'strong-de',
  'strong-2021',
  'strong-semicolon',
];

/** What a coach may do next. Numbers pick whom or what among those there are. */
type Act =
  | { readonly kind: 'add' | 'archive' | 'bringBack' | 'contact' | 'removeRace' | 'removeProgram' | 'takeBack' }
  | { readonly kind: 'edit'; readonly notes: string; readonly group: string; readonly pairs: number }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'weighIn'; readonly massKg: number; readonly on: number }
  | { readonly kind: 'race'; readonly name: string }
  | { readonly kind: 'assign'; readonly week: number }
  | { readonly kind: 'settings'; readonly coachName: string }
  | { readonly kind: 'import'; readonly file: string; readonly isNew: boolean };

interface Deed {
  readonly act: Act;
  readonly pick: number;
}

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() !== '' && !text.includes('\0'));

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('add', 'archive', 'bringBack', 'contact', 'removeRace', 'removeProgram', 'takeBack'),
  }),
  fc.record({ kind: fc.constant('edit'), notes: words, group: words, pairs: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('group'), group: words }),
  fc.record({
    kind: fc.constant('weighIn'),
    massKg: fc.double({ min: 40, max: 120, noNaN: true }),
    on: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ kind: fc.constant('race'), name: words }),
  fc.record({ kind: fc.constant('assign'), week: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('settings'), coachName: words }),
  fc.record({ kind: fc.constant('import'), file: fc.constantFrom(...FIXTURES), isNew: fc.boolean() }),
);

const deeds: fc.Arbitrary<Deed[]> = fc.array(fc.record({ act, pick: fc.nat(1000) }), { minLength: 3, maxLength: 14 });

const chosen = <T>(things: readonly T[], pick: number): T | undefined => things[pick % Math.max(1, things.length)];

/** Does it, if there is anybody or anything to do it to. Refusals are part of life. */
const carryOut = async (desk: Desk, { act, pick }: Deed, count: number): Promise<void> => {
  const { client } = desk;
  const { athletes } = settled(await client.athletes.list({}));
  const who: AthleteId | undefined = chosen(athletes, pick)?.athleteId;
  if (act.kind === 'add') return void (await client.athletes.add({ details: detailsOf(`Runner ${count}`) }));
  if (act.kind === 'settings') {
    const { settings } = settled(await client.app.describe({}));
    return void (await client.app.saveSettings({ ...settings, coachName: act.coachName }));
  }
  if (act.kind === 'takeBack') {
    const imported: ImportId | undefined = chosen(settled(await client.imports.list({})).imports, pick)?.importId;
    if (imported !== undefined) await client.imports.takeBack({ importId: imported });
    return;
  }
  if (who === undefined) return;
  switch (act.kind) {
    case 'archive':
      return void (await client.athletes.archive({ athleteIds: athletes.map(({ athleteId }) => athleteId) }));
    case 'bringBack':
      return void (await client.athletes.bringBack({ athleteIds: [who] }));
    case 'contact':
      return void (await client.athletes.noteContact({ athleteIds: [who], on: TODAY }));
    case 'edit': {
      const { details } = settled(await client.athletes.open({ athleteId: who }));
      const plates = details.gym.plates.slice(1).map((plate) => ({ ...plate, pairs: act.pairs }));
      const gym = { ...details.gym, plates, equipment: [...details.gym.equipment] };
      const usualWeek = details.usualWeek.map((usual) => ({ ...usual }));
      const tags = [...details.tags];
      await client.athletes.edit({
        athleteId: who,
        details: { ...details, notes: act.notes, groups: [act.group], gym, usualWeek, tags },
      });
      return;
    }
    case 'group':
      return void (await client.athletes.addToGroup({ athleteIds: [who], group: act.group }));
    case 'weighIn': {
      const weighIn = { measuredOn: day(`2026-11-0${act.on}`), massKg: act.massKg };
      return void (await client.athletes.weighIn({ athleteId: who, weighIn }));
    }
    case 'race': {
      const race = { name: act.name, racedOn: TODAY, priority: 'A' as const };
      return void (await client.races.add({ athleteId: who, race }));
    }
    case 'removeRace': {
      const race: RaceId | undefined = settled(await client.athletes.open({ athleteId: who })).races[0]?.raceId;
      if (race !== undefined) await client.races.remove({ raceId: race });
      return;
    }
    case 'assign': {
      const startsOn = day(['2026-11-23', '2026-11-30', '2026-12-07', '2027-06-07'][act.week] ?? '2026-11-23');
      return void (await client.programs.assign({ athleteIds: [who], templateKey: 'start-ramp', startsOn }));
    }
    case 'removeProgram': {
      const { programs } = settled(await client.programs.forAthlete({ athleteId: who }));
      const program: ProgramId | undefined = programs[0]?.programId;
      if (program !== undefined) await client.programs.remove({ programId: program });
      return;
    }
    case 'import': {
      const target = act.isNew
        ? { kind: 'newAthlete' as const, name: `Newcomer ${count}` }
        : { kind: 'athlete' as const, athleteId: who };
      return void (await commit(desk, [`imports/${act.file}.csv`], target));
    }
  }
};

const standingSteps = async (desk: Desk): Promise<number> =>
  (await stepsOf(desk)).filter((step) => !step.isUndone).length;

/** Does everything and keeps a picture of the file before each step that was left. */
const carryOutAll = async (desk: Desk, all: readonly Deed[]) => {
  const before: ReturnType<typeof dump>[] = [];
  for (const [count, deed] of all.entries()) {
    const picture = dump(desk.databaseFile);
    const steps = await standingSteps(desk);
    await carryOut(desk, deed, count);
    const left = (await standingSteps(desk)) - steps;
    if (left === 0) expect(dump(desk.databaseFile), `${deed.act.kind} left no step`).toEqual(picture);
    else before.push(picture);
  }
  return before;
};

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

  test('names one athlete when a step is about one, so that their own history can be shown', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Anna First');
    await addAthlete(desk, 'Berta Second');
    settled(await desk.client.athletes.noteContact({ athleteIds: [athleteId], on: TODAY }));
    const mine = settled(await desk.client.history.list({ athleteId, limit: 10 })).steps;
    expect(mine.map((step) => [step.label, step.athlete])).toEqual([['Note contact with 1 athlete', 'Anna First']]);
  });
});
