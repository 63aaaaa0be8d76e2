import { beforeEach, describe, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import type { ProgramEdit } from '../../../src/domain/programs/programEdit.ts';
import { cellOf } from '../../../src/domain/programs/workOut.ts';
import { printCell } from '../../../src/domain/programs/shorthand.ts';
import { dump } from '../dump.ts';
import { addAthlete, day, detailsOf, openDesk, refusal, settled, TODAY, type Desk } from '../openDesk.ts';

let desk: Desk;

beforeEach(() => {
  desk = openDesk();
});

const SESSION = 'Session A';

const written = (week: number, text: string, label = 'A1'): ProgramEdit => ({
  kind: 'cell',
  week,
  session: SESSION,
  label,
  text,
});

/** One of the coach's own: a copy of what ships. */
const ownTemplate = async (name = 'Two days heavy'): Promise<string> =>
  settled(await desk.client.templates.create({ name, from: { kind: 'template', templateKey: 'heavy-for-runners' } }))
    .key;

const editTemplate = async (templateKey: string, ...edits: readonly ProgramEdit[]): Promise<void> => {
  const { revision } = settled(await desk.client.templates.open({ templateKey }));
  settled(await desk.client.templates.edit({ templateKey, revision, edits: [...edits] }));
};

const copyOf = async (athleteId: AthleteId) => {
  const { open } = settled(await desk.client.programs.grid({ athleteId }));
  if (open === undefined) throw new Error('no program');
  return open;
};

const cellText = async (athleteId: AthleteId, week: number, label = 'A1'): Promise<string> => {
  const { program } = await copyOf(athleteId);
  const session = program.blocks
    .flatMap((block) => block.weeks)
    [week - 1]?.sessions.find(({ name }) => name === SESSION);
  return printCell(cellOf(session?.slots.find((slot) => slot.label === label)));
};

const editCopy = async (athleteId: AthleteId, ...edits: readonly ProgramEdit[]): Promise<void> => {
  const { programId, revision } = await copyOf(athleteId);
  settled(await desk.client.programs.edit({ programId, revision, edits: [...edits] }));
};

describe('the coach’s own templates', () => {
  test('an empty one is written in the grid and read again as it was written', async () => {
    const { key } = settled(
      await desk.client.templates.create({ name: 'Ana’s winter', from: { kind: 'empty', weeks: 3 } }),
    );
    expect(key).toBe('ana-s-winter');
    const newSession = { weekday: 4 as const, minutes: 50 };
    await editTemplate(
      key,
      { kind: 'cell', week: 1, session: 'Strength', label: 'A1', exerciseKey: 'sq_back', text: '3x5@80', newSession },
      { kind: 'cell', week: 2, session: 'Strength', label: 'A1', exerciseKey: 'sq_back', text: '+2.5', newSession },
      { kind: 'cell', week: 3, session: 'Strength', label: 'A1', exerciseKey: 'sq_back', text: 'heavyish', newSession },
    );
    const { program, fixedDays } = settled(await desk.client.templates.open({ templateKey: key }));
    const weeks = program.blocks.flatMap((block) => block.weeks);
    expect(weeks.map((week) => printCell(cellOf(week.sessions[0]?.slots[0])))).toEqual([
      '3x5 @80%',
      '+2.5',
      'heavyish',
    ]);
    expect(fixedDays).toEqual([]);
  });

  test('what ships stays, a name is taken once, a stale edit is refused, and all of it is undone to nothing', async () => {
    const before = dump(desk.databaseFile);
    const key = await ownTemplate();
    expect(refusal(await desk.client.templates.remove({ templateKey: 'heavy-for-runners' }))).toBe('TemplateShipped');
    expect(
      refusal(await desk.client.templates.create({ name: 'two DAYS heavy', from: { kind: 'empty', weeks: 2 } })),
    ).toBe('TemplateNameTaken');
    const { revision } = settled(await desk.client.templates.open({ templateKey: key }));
    await editTemplate(key, written(1, '5x5@70'));
    const stale = await desk.client.templates.edit({ templateKey: key, revision, edits: [written(1, '3x3@90')] });
    expect(refusal(stale)).toBe('StaleRevision');
    settled(await desk.client.history.undo({}));
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('a version is kept whenever it is given out, and can be gone back to', async () => {
    const athleteId = await addAthlete(desk, 'Ana Duarte');
    const key = await ownTemplate();
    settled(await desk.client.programs.assign({ athleteIds: [athleteId], templateKey: key, startsOn: TODAY }));
    await editTemplate(key, written(1, '5x5@70'), written(2, '5x5@72.5'));
    const { versions } = settled(await desk.client.templates.versions({ templateKey: key }));
    expect(versions.map(({ version, differs }) => [version, differs])).toEqual([[1, 2]]);
    const { revision } = settled(await desk.client.templates.open({ templateKey: key }));
    settled(await desk.client.templates.restoreVersion({ templateKey: key, revision, version: 1 }));
    const after = settled(await desk.client.templates.versions({ templateKey: key })).versions;
    expect(after.map(({ version, differs }) => [version, differs])).toEqual([
      [2, 2],
      [1, 0],
    ]);
  });
});

describe('pushing a template', () => {
  test('only inherited cells are ticked, own ones are kept, past weeks are never touched; one step of undo', async () => {
    const [ana, ben, cleo] = [
      await addAthlete(desk, 'Ana Duarte'),
      await addAthlete(desk, 'Ben Okafor'),
      await addAthlete(desk, 'Cleo Martin'),
    ];
    const key = await ownTemplate();
    const order = { templateKey: key, startsOn: day('2026-11-09') };
    settled(await desk.client.programs.assign({ ...order, athleteIds: [ana, ben] }));
    settled(await desk.client.programs.assign({ ...order, athleteIds: [cleo], startsOn: TODAY }));
    await editCopy(ben, written(4, '1x3@85'));
    await editTemplate(key, written(1, '5x5@70'), written(4, '2x2@90'));
    const { copies } = settled(await desk.client.templates.pushPreview({ templateKey: key }));
    const states = Object.fromEntries(
      copies.map(({ athlete, cells }) => [athlete, cells.map(({ place, state }) => `${place.week} ${state}`)]),
    );
    expect(states).toEqual({
      'Ana Duarte': ['1 locked', '4 inherited'],
      'Ben Okafor': ['1 locked', '4 changedHere'],
      'Cleo Martin': ['1 inherited', '4 inherited'],
    });
    const before = dump(desk.databaseFile);
    const pushed = settled(
      await desk.client.templates.push({
        templateKey: key,
        copies: copies.map(({ programId, revision, cells }) => ({
          programId,
          revision,
          cells: cells.filter(({ state }) => state === 'inherited').map(({ place }) => place),
        })),
      }),
    );
    expect(pushed).toMatchObject({ updated: 2, keptOwn: ['Ben Okafor'] });
    expect(pushed.withoutEstimate).toEqual(['Ana Duarte', 'Cleo Martin']);
    expect([await cellText(ana, 1), await cellText(ana, 4)]).toEqual(["3x5 @77.5% cap8 r3'", '2x2 @90%']);
    expect([await cellText(ben, 4), await cellText(cleo, 1)]).toEqual(['1x3 @85%', '5x5 @70%']);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('a locked cell that is asked for all the same is not written', async () => {
    const ana = await addAthlete(desk, 'Ana Duarte');
    const key = await ownTemplate();
    settled(await desk.client.programs.assign({ templateKey: key, startsOn: day('2026-11-09'), athleteIds: [ana] }));
    await editTemplate(key, written(1, '5x5@70'));
    const { programId, revision } = await copyOf(ana);
    const place = { week: 1, session: SESSION, label: 'A1' };
    const copies = [{ programId, revision, cells: [place] }];
    expect(settled(await desk.client.templates.push({ templateKey: key, copies })).updated).toBe(0);
    expect(await cellText(ana, 1)).toBe("3x5 @77.5% cap8 r3'");
  });

  test('the grid of a copy says where each cell came from', async () => {
    const ana = await addAthlete(desk, 'Ana Duarte');
    const key = await ownTemplate();
    settled(await desk.client.programs.assign({ templateKey: key, startsOn: TODAY, athleteIds: [ana] }));
    await editCopy(ana, written(2, '3x3@85'), {
      kind: 'cell',
      week: 2,
      session: SESSION,
      label: 'Z1',
      exerciseKey: 'pu_full',
      text: '2x8',
    });
    expect((await copyOf(ana)).origins).toEqual([
      { week: 2, session: SESSION, label: 'A1', origin: 'changed' },
      { week: 2, session: SESSION, label: 'Z1', origin: 'own' },
    ]);
  });

  test('a cell of a template is told for everybody who has it, else for the roster', async () => {
    const [ana] = [await addAthlete(desk, 'Ana Duarte'), await addAthlete(desk, 'Ben Okafor')];
    settled(
      await desk.client.log.recordTest({
        athleteId: ana,
        on: day('2026-11-20'),
        test: { exerciseKey: 'sq_back', loadKg: 100 },
      }),
    );
    const key = await ownTemplate();
    const asked = { templateKey: key, exerciseKey: 'sq_back' };
    expect(settled(await desk.client.templates.reach(asked))).toMatchObject({ of: 'roster' });
    settled(await desk.client.programs.assign({ templateKey: key, startsOn: TODAY, athleteIds: [ana] }));
    const { of, people } = settled(await desk.client.templates.reach(asked));
    expect([of, people.map(({ athlete }) => athlete.name)]).toEqual(['copies', ['Ana Duarte']]);
    expect(people[0]?.strength.trend?.trendKg).toBeCloseTo(100, 6);
    expect(people[0]?.strength.trainingMaxKg).toBeCloseTo(90, 6);
  });
});

const withRace = async (name: string, racedOn: string): Promise<AthleteId> => {
  const athleteId = await addAthlete(desk, name);
  const race = { name: 'Berlin', racedOn: day(racedOn), priority: 'A' as const };
  settled(await desk.client.races.add({ athleteId, race }));
  return athleteId;
};

const lastWeek = async (athleteId: AthleteId): Promise<string | undefined> =>
  (await copyOf(athleteId)).program.blocks.flatMap((block) => block.weeks).at(-1)?.startsOn;

describe('a program laid back from a race', () => {
  test('ends in the week of the race; one without a race, or without a week before it, is passed over and said', async () => {
    const ana = await withRace('Ana Duarte', '2027-03-21');
    const ben = await addAthlete(desk, 'Ben Okafor');
    const cleo = await withRace('Cleo Martin', '2026-12-06');
    const order = {
      athleteIds: [ana, ben, cleo],
      templateKey: 'heavy-for-runners',
      startsOn: TODAY,
      anchor: 'race' as const,
    };
    const { athletes } = settled(await desk.client.programs.previewAssignment(order));
    expect(athletes.map(({ athlete, weeks, canAssign }) => [athlete, weeks, canAssign])).toEqual([
      ['Ana Duarte', 12, true],
      ['Ben Okafor', 12, false],
      ['Cleo Martin', 2, true],
    ]);
    expect(athletes[1]?.conflicts).toEqual([{ tag: 'noRace' }]);
    settled(await desk.client.programs.assign(order));
    expect([await lastWeek(ana), await lastWeek(cleo)]).toEqual(['2027-03-15', '2026-11-30']);
  });

  test('follows when the race moves: shown before, in one step, undone to the row', async () => {
    const ana = await withRace('Ana Duarte', '2027-03-21');
    settled(
      await desk.client.programs.assign({
        athleteIds: [ana],
        templateKey: 'heavy-for-runners',
        startsOn: TODAY,
        anchor: 'race',
      }),
    );
    const { programId } = await copyOf(ana);
    const raceId = settled(await desk.client.athletes.open({ athleteId: ana })).races[0]?.raceId;
    if (raceId === undefined) throw new Error('no race');
    const race = { name: 'Berlin', racedOn: day('2027-04-04'), priority: 'A' as const };
    const { toLayBack } = settled(await desk.client.races.edit({ raceId, race }));
    expect(toLayBack).toEqual([{ programId, name: 'Heavy for runners' }]);
    expect((await copyOf(ana)).anchor).toEqual({ name: 'Berlin', racedOn: '2027-04-04', weeksShort: 2 });
    const { reflow, revision } = settled(await desk.client.programs.reflowPreview({ programId }));
    expect(reflow).toMatchObject({ how: 'moved', weeks: 2, endsOn: '2027-04-04' });
    expect(reflow?.changes[0]).toEqual({
      kind: 'fact',
      what: 'First Monday',
      before: '2026-12-28',
      after: '2027-01-11',
    });
    const before = dump(desk.databaseFile);
    settled(await desk.client.programs.reflow({ programId, revision, raceId }));
    expect(await lastWeek(ana)).toBe('2027-03-29');
    expect((await copyOf(ana)).anchor?.weeksShort).toBe(0);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('one that has begun keeps its past: weeks come in after it or go, and a race that is too near is refused', async () => {
    const ana = await withRace('Ana Duarte', '2027-01-31');
    settled(
      await desk.client.programs.assign({
        athleteIds: [ana],
        templateKey: 'heavy-for-runners',
        startsOn: day('2026-11-09'),
      }),
    );
    const { programId, program } = await copyOf(ana);
    const { races } = settled(await desk.client.programs.reflowPreview({ programId }));
    const raceId = races[0]?.raceId;
    if (raceId === undefined) throw new Error('no race ahead');
    const preview = async () => settled(await desk.client.programs.reflowPreview({ programId, raceId })).reflow;
    expect(await preview()).toMatchObject({ how: 'fits' });
    const move = async (racedOn: string): Promise<void> => {
      const race = { name: 'Berlin', racedOn: day(racedOn), priority: 'A' as const };
      settled(await desk.client.races.edit({ raceId, race }));
    };
    await move('2027-01-17');
    expect(await preview()).toMatchObject({ how: 'shortened', weeks: 2, startsOn: program.startsOn });
    await move('2027-02-14');
    const longer = await preview();
    expect(longer).toMatchObject({ how: 'lengthened', weeks: 2, startsOn: program.startsOn, endsOn: '2027-02-14' });
    await move('2026-11-20');
    expect(await preview()).toMatchObject({ how: 'tooSoon' });
    const { revision } = await copyOf(ana);
    const refused = refusal(await desk.client.programs.reflow({ programId, revision, raceId }));
    expect(refused).toBe('RaceTooSoon');
  });
});

describe('a program written for one athlete', () => {
  test('begins empty, takes cells without a single estimate, and is undone to nothing', async () => {
    const athleteId = await addAthlete(desk, 'Ana Duarte');
    const before = dump(desk.databaseFile);
    const { programId } = settled(
      await desk.client.programs.create({ athleteId, name: 'Winter', startsOn: TODAY, weeks: 2 }),
    );
    const newSession = { weekday: 2 as const, minutes: 45 };
    const edits: ProgramEdit[] = [
      { kind: 'cell', week: 1, session: 'A', label: 'A1', exerciseKey: 'sq_back', text: '3x5@80', newSession },
      { kind: 'cell', week: 2, session: 'A', label: 'A1', exerciseKey: 'sq_back', text: '+2.5', newSession },
    ];
    settled(await desk.client.programs.edit({ programId, revision: 1, edits }));
    const { program } = await copyOf(athleteId);
    expect(program.blocks.flatMap((block) => block.weeks).map((week) => week.sessions.length)).toEqual([1, 1]);
    settled(await desk.client.history.undo({}));
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('a Tuesday and an archived athlete are refused in words', async () => {
    const athleteId = settled(await desk.client.athletes.add({ details: detailsOf('Ana Duarte') })).athleteId;
    const order = { athleteId, name: 'Winter', startsOn: TODAY, weeks: 2 };
    expect(refusal(await desk.client.programs.create({ ...order, startsOn: day('2026-11-24') }))).toBe('NotMonday');
    settled(await desk.client.athletes.archive({ athleteIds: [athleteId] }));
    expect(refusal(await desk.client.programs.create(order))).toBe('AthleteArchived');
  });
});
