import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '../../../src/contract/contract.ts';
import type { InputOf, OutputOf } from '../../../src/contract/derive.ts';
import { errorText } from '../../../src/contract/errorText.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import type { IsoWeek } from '../../../src/domain/kernel/plainDate.ts';
import { EMPTY_FOOT, type TypedFoot } from '../../../src/domain/typeIn/typedFoot.ts';
import { emptyRows } from '../../../src/domain/typeIn/typedSession.ts';
import { dump } from '../dump.ts';
import { addAthlete, day, openDesk, refusal, settled, stepsOf, type Desk } from '../openDesk.ts';

type Sheet = OutputOf<Contract['typeIn']['open']>;
type Session = Sheet['athletes'][number]['sessions'][number];
type Typed = InputOf<Contract['typeIn']['save']>['sessions'][number];

/** The first week of a heavy plan: its results come in a week later. */
const WEEK = '2026-W47' as IsoWeek;
const STARTED = day('2026-11-16');

let desk: Desk;
let athleteId: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
  await assign([athleteId]);
});

/** Whatever was done, the summaries are those of a recount. */
afterEach(async () => {
  const { ok, checks } = settled(await desk.client.app.verify({}));
  if (!ok) throw new Error(`a recount differs: ${JSON.stringify(checks)}`);
});

const assign = async (athleteIds: readonly AthleteId[]) => {
  settled(await desk.client.programs.assign({ athleteIds, templateKey: 'heavy-for-runners', startsOn: STARTED }));
  for (const one of athleteIds) await write(one, '3x5 80kg cap8.5');
};

/** Writes a prescription into the first lift of the first week. */
const write = async (whose: AthleteId, text: string) => {
  const { program } = settled(await desk.client.programs.forAthlete({ athleteId: whose }));
  if (program === undefined) throw new Error('no program');
  settled(
    await desk.client.programs.edit({
      programId: program.programId,
      revision: program.revision,
      edits: [{ kind: 'cell', week: 1, session: 'Session A', label: 'A1', text }],
    }),
  );
};

const print = async (order: Partial<InputOf<Contract['sheets']['print']>> = {}): Promise<string> => {
  const { sheets } = settled(await desk.client.sheets.print({ layout: 'weekly', week: WEEK, ...order }));
  return sheets[0]?.sheetCode ?? '';
};

const open = async (code: string): Promise<Sheet> => settled(await desk.client.typeIn.open({ code }));

const sessionsOf = (sheet: Sheet, whose = athleteId): readonly Session[] =>
  sheet.athletes.find((one) => one.athleteId === whose)?.sessions ?? [];

interface Change {
  readonly boxes?: Readonly<Record<string, readonly string[]>>;
  readonly foot?: Partial<TypedFoot>;
  readonly state?: Typed['state'];
  readonly on?: Typed['on'];
}

/** A session as planned, but for what is said. */
const typing = (session: Session | undefined, { boxes = {}, foot = {}, state = 'done', on }: Change = {}): Typed => {
  if (session === undefined) throw new Error('no such session');
  const { programId, weekOrdinal, name, plannedOn, rows } = session;
  return {
    programId,
    weekOrdinal,
    name,
    state,
    on: on ?? plannedOn,
    rows: emptyRows(rows).map((row) => ({
      ...row,
      lines: row.lines.map((line, at) => {
        const typed = at === 0 ? (boxes[row.label] ?? []) : [];
        return { ...line, boxes: line.boxes.map((box, place) => typed[place] ?? box) };
      }),
    })),
    foot: { ...EMPTY_FOOT, ...foot },
  };
};

/** The step is named for Ana, whoever was typed in. */
const save = (sheetCode: string | undefined, sessions: readonly Typed[], whose = athleteId) =>
  desk.client.typeIn.save({
    ...(sheetCode === undefined ? {} : { sheetCode }),
    athleteId: whose,
    athlete: 'Ana Duarte',
    sessions,
  });

const lifts = async (whose = athleteId) => {
  const { entries } = settled(await desk.client.log.list({ athleteId: whose, kinds: ['lift'], limit: 50 }));
  return entries.flatMap((entry) => (entry.kind === 'lift' ? entry : []));
};

const checkIns = async () => settled(await desk.client.log.list({ athleteId, kinds: ['checkIn'], limit: 50 })).entries;

const squats = async (title = 'Session A') =>
  (await lifts())
    .find((entry) => entry.title === title)
    ?.sets.filter(({ exercise }) => exercise.startsWith('Back squat'))
    .map(({ reps, loadKg, rpe }) => [reps, loadKg, rpe]);

describe('a sheet typed in', () => {
  test('as planned is what was printed: every session on its day, one step by name', async () => {
    const code = await print();
    const sheet = await open(code.toLowerCase());
    expect(sheet).toMatchObject({ sheet: { sheetCode: code, isNewest: true }, changes: [] });
    const sessions = sessionsOf(sheet);
    expect(sessions.length).toBeGreaterThan(1);
    expect(sessions.every(({ typed }) => typed === undefined)).toBe(true);
    const saved = settled(
      await save(
        code,
        sessions.map((one) => typing(one)),
      ),
    );
    expect(saved).toMatchObject({ recorded: sessions.length, notDone: 0 });
    const recorded = await lifts();
    expect(new Map(recorded.map(({ title, performedOn }) => [title, performedOn]))).toEqual(
      new Map(sessions.map(({ name, plannedOn }) => [name, plannedOn])),
    );
    expect(recorded.reduce((sum, { sets }) => sum + sets.length, 0)).toBe(saved.sets);
    expect(await squats()).toEqual(Array.from({ length: 3 }, () => [5, 80, undefined]));
    expect((await stepsOf(desk))[0]?.label).toBe(`Type in sheet ${code} for Ana Duarte`);
  });

  test('with deviations is read by the service as the screen reads it', async () => {
    const code = await print();
    const [first] = sessionsOf(await open(code));
    settled(await save(code, [typing(first, { boxes: { A1: ['5x82.5@8', '4', '-'] } })]));
    expect(await squats()).toEqual([
      [5, 82.5, 8],
      [4, 80, undefined],
    ]);
  });

  test('is read in the athlete’s own unit, a load in another by its name', async () => {
    const { details } = settled(await desk.client.athletes.open({ athleteId }));
    settled(await desk.client.athletes.edit({ athleteId, details: { ...details, massUnit: 'lb' } }));
    const code = await print();
    const [first] = sessionsOf(await open(code));
    settled(await save(code, [typing(first, { boxes: { A1: ['5x185', '5x82.5kg', '180'] } })]));
    expect(await squats()).toEqual([
      [5, 83.91, undefined],
      [5, 82.5, undefined],
      [5, 81.65, undefined],
    ]);
  });

  test('counts for the plan, the chart and the proposals', async () => {
    await write(athleteId, '3x4-6 80kg cap8.5');
    const code = await print();
    const [first] = sessionsOf(await open(code));
    const before = settled(await desk.client.programs.proposals({ athleteId })).next;
    expect(before?.slots[0]).not.toHaveProperty('proposal');
    settled(await save(code, [typing(first, { boxes: { A1: ['3*6@8'] } })]));
    const chart = settled(await desk.client.analysis.strengthAgainstRunning({ athleteId, weeks: 8 }));
    expect(chart.weeks.find(({ startsOn }) => startsOn === STARTED)?.hardSets).toBeGreaterThan(2);
    const { lifts: strengths } = settled(await desk.client.analysis.strength({ athleteId, weeks: 8 }));
    expect(strengths.some(({ exercise }) => exercise.startsWith('Back squat'))).toBe(true);
    expect(chart.weeks.find(({ startsOn }) => startsOn === STARTED)?.liftSessions).toBe(1);
    const after = settled(await desk.client.programs.proposals({ athleteId })).next;
    expect(after?.slots[0]?.proposal).toBeDefined();
    const { program } = settled(await desk.client.programs.forAthlete({ athleteId }));
    expect(program?.blocks[0]?.weeks[0]?.sessions.map(({ isDone }) => isDone)).toContain(true);
  });

  test('undone is as if it had never been, and done again is the same to the last row', async () => {
    const code = await print();
    const before = dump(desk.databaseFile);
    const sessions = sessionsOf(await open(code));
    const foot = { felt: '4', painPlace: 'knee', pain: '3', sleep: '7:30', effort: '8', minutes: '50', notes: 'hot' };
    settled(
      await save(
        code,
        sessions.map((one) => typing(one, { foot })),
      ),
    );
    const after = dump(desk.databaseFile);
    expect(settled(await desk.client.history.undo({})).label).toBe(`Type in sheet ${code} for Ana Duarte`);
    expect(dump(desk.databaseFile)).toEqual(before);
    settled(await desk.client.history.redo({}));
    expect(dump(desk.databaseFile)).toEqual(after);
  });

  test('some sessions later, on another day, or not at all', async () => {
    const code = await print();
    const [first, second] = sessionsOf(await open(code));
    settled(await save(code, [typing(first, { on: day('2026-11-18') })]));
    settled(await save(code, [typing(second, { state: 'notDone' })]));
    expect((await lifts()).map(({ title, performedOn }) => [title, performedOn])).toEqual([
      ['Session A', '2026-11-18'],
    ]);
    const again = sessionsOf(await open(code));
    expect(again.map(({ typed }) => [typed?.state, typed?.on])).toEqual([
      ['done', '2026-11-18'],
      ['notDone', second?.plannedOn],
      ...again.slice(2).map(() => [undefined, undefined]),
    ]);
  });
});

describe('the foot', () => {
  test('goes to the session and to the check-in of its day, beside what was reported there', async () => {
    const code = await print();
    const [first] = sessionsOf(await open(code));
    const on = first?.plannedOn ?? STARTED;
    settled(await desk.client.log.recordCheckIn({ athleteId, on, report: { soreness: 4, sleepH: 6 } }));
    const foot = {
      felt: '2',
      painPlace: 'left Achilles',
      pain: '4',
      sleep: '7.5',
      effort: '8.5',
      minutes: '50',
      notes: 'hot',
    };
    settled(await save(code, [typing(first, { foot })]));
    expect(await lifts()).toMatchObject([{ durationS: 3000, notes: 'hot', feeling: 2, rpe: 8.5 }]);
    expect(await checkIns()).toMatchObject([
      { performedOn: on, soreness: 4, sleepH: 7.5, painScore: 4, painSite: 'left Achilles', painRegion: 'A' },
    ]);
  });

  test('cleared or moved to another day takes back what it had said, and nothing else', async () => {
    const code = await print();
    const [first] = sessionsOf(await open(code));
    const foot = { painPlace: 'knee', pain: '4', sleep: '7' };
    settled(await save(code, [typing(first, { foot })]));
    expect(await checkIns()).toHaveLength(1);
    settled(await save(code, [typing(first, { foot, on: day('2026-11-20') })]));
    expect((await checkIns()).map(({ performedOn }) => performedOn)).toEqual(['2026-11-20']);
    settled(
      await desk.client.log.recordCheckIn({
        athleteId,
        on: day('2026-11-20'),
        report: { sleepH: 9, painScore: 4, painSite: 'knee', painRegion: 'K' },
      }),
    );
    settled(await save(code, [typing(first, { on: day('2026-11-20') })]));
    expect(await checkIns()).toMatchObject([{ performedOn: '2026-11-20', sleepH: 9 }]);
  });
});

describe('typed again', () => {
  test('it opens as it was typed, letter for letter, and takes the place of what was there', async () => {
    const code = await print();
    const [first] = sessionsOf(await open(code));
    settled(await save(code, [typing(first, { boxes: { A1: ['-', '4,4'] }, foot: { felt: '3' } })]));
    const [again] = sessionsOf(await open(code));
    expect(again?.typed).toMatchObject({ state: 'done', others: 0, foot: { felt: '3' } });
    expect(again?.typed?.rows[0]?.lines[0]?.boxes.slice(0, 2)).toEqual(['-', '4,4']);
    settled(await save(code, [typing(again, { boxes: { A1: ['5', '5', '5@9'] } })]));
    expect(await lifts()).toHaveLength(1);
    expect(await squats()).toEqual([
      [5, 80, undefined],
      [5, 80, undefined],
      [5, 80, 9],
    ]);
  });

  test('unchanged it leaves no step', async () => {
    const code = await print();
    const [first] = sessionsOf(await open(code));
    settled(await save(code, [typing(first)]));
    const steps = await stepsOf(desk);
    expect(settled(await save(code, [typing(first)]))).toEqual({ recorded: 0, sets: 0, notDone: 0 });
    expect(await stepsOf(desk)).toEqual(steps);
  });

  test('from another sheet of the same week it is the same session', async () => {
    const code = await print();
    const rack = await print({ layout: 'rack', day: 2 });
    const [onRack] = sessionsOf(await open(rack));
    settled(await save(rack, [typing(onRack, { boxes: { A1: ['5x85'] } })]));
    const same = sessionsOf(await open(code)).find(({ name }) => name === onRack?.name);
    expect(same?.typed?.rows[0]?.lines[0]?.boxes).toEqual(['85kg', '', '']);
    settled(await save(code, [typing(same, { boxes: { A1: ['5x87.5'] } })]));
    expect(await lifts()).toHaveLength(1);
  });

  test('what was recorded by hand opens too; sets without a row on paper stay', async () => {
    const code = await print();
    const [first] = sessionsOf(await open(code));
    const known = settled(await desk.client.exercises.list({})).exercises.map(({ key }) => key);
    const offPaper = known.find((key) => first?.rows.every(({ exerciseKey }) => exerciseKey !== key)) ?? '';
    const recorded = [
      { exerciseKey: 'sq_back', reps: 5, loadKg: 80 },
      { exerciseKey: 'sq_back', reps: 3, loadKg: 80, rpe: 9 },
      { exerciseKey: offPaper, reps: 8, loadKg: 40 },
    ];
    const result = {
      title: 'Session A',
      sets: recorded,
      ...(first?.sessionId === undefined ? {} : { sessionId: first.sessionId }),
    };
    settled(await desk.client.log.recordSession({ athleteId, on: day('2026-11-17'), result }));
    const [again] = sessionsOf(await open(code));
    expect(again?.typed?.rows[0]?.lines[0]?.boxes).toEqual(['', 'x3@9', '-']);
    expect(again?.typed?.others).toBe(1);
    settled(await save(code, [typing(again, { boxes: { A1: ['', '', ''] } })]));
    const entries = await lifts();
    expect(entries).toHaveLength(1);
    expect(await squats()).toHaveLength(3);
    expect(entries[0]?.sets.filter(({ reps, loadKg }) => reps === 8 && loadKg === 40)).toHaveLength(1);
  });

  test('as not done takes what was recorded out again; as open it is as if it had never been typed', async () => {
    const code = await print();
    const [first] = sessionsOf(await open(code));
    const before = dump(desk.databaseFile);
    settled(await save(code, [typing(first, { foot: { sleep: '7' } })]));
    settled(await save(code, [typing(first, { state: 'notDone' })]));
    expect(await lifts()).toEqual([]);
    expect(await checkIns()).toEqual([]);
    settled(await save(code, [typing(first, { state: 'open' })]));
    expect(dump(desk.databaseFile)).toEqual(before);
  });
});

test('what else was recorded on the day, such as by an app, is told: perhaps it is the same', async () => {
  const code = await print();
  const [first] = sessionsOf(await open(code));
  const on = first?.plannedOn ?? STARTED;
  const result = { title: 'Evening weights', sets: [{ exerciseKey: 'sq_back', reps: 5, loadKg: 80 }] };
  settled(await desk.client.log.recordSession({ athleteId, on, result }));
  const [again, other] = sessionsOf(await open(code));
  expect(again?.besides).toEqual([{ title: 'Evening weights', source: 'ironstride' }]);
  expect(again?.typed).toBeUndefined();
  expect(other?.besides).toEqual([]);
});

describe('an older version', () => {
  test('says row by row what has changed since it was printed, and is typed in as it stands on paper', async () => {
    const code = await print();
    await write(athleteId, '5x2 100kg');
    const newer = await print();
    expect(newer).not.toBe(code);
    const sheet = await open(code);
    expect(sheet).toMatchObject({
      sheet: { version: 1, isNewest: false },
      changes: [
        {
          label: 'A1',
          change: 'changed',
          before: expect.stringContaining('3×5 @ 80 kg'),
          now: expect.stringContaining('5×2 @ 100 kg'),
        },
      ],
    });
    settled(await save(code, [typing(sessionsOf(sheet)[0])]));
    expect(await squats()).toEqual(Array.from({ length: 3 }, () => [5, 80, undefined]));
    const [onNewer] = sessionsOf(await open(newer));
    expect(onNewer?.typed?.rows[0]?.lines[0]?.boxes).toEqual(['5x80', '5x80', '5x80', '-', '-']);
  });

  test('of a plan that is gone is recorded all the same', async () => {
    const code = await print();
    const { program } = settled(await desk.client.programs.forAthlete({ athleteId }));
    if (program === undefined) throw new Error('no program');
    settled(await desk.client.programs.remove({ programId: program.programId }));
    const sessions = sessionsOf(await open(code));
    settled(
      await save(
        code,
        sessions.map((one) => typing(one)),
      ),
    );
    expect(await lifts()).toHaveLength(sessions.length);
    expect(sessionsOf(await open(code)).every(({ typed }) => typed?.state === 'done')).toBe(true);
    settled(
      await save(
        code,
        sessions.map((one) => typing(one, { boxes: { A1: ['x4'] } })),
      ),
    );
    expect(await lifts()).toHaveLength(sessions.length);
  });
});

describe('without paper', () => {
  test('the week of a day is typed in as it is planned now', async () => {
    const sheet = settled(await desk.client.typeIn.week({ athleteId, on: STARTED }));
    expect(sheet.sheet).toBeUndefined();
    const [first] = sessionsOf(sheet);
    settled(await save(undefined, [typing(first, { boxes: { A1: ['4', '4', '4'] }, on: STARTED })]));
    expect(await squats()).toEqual(Array.from({ length: 3 }, () => [4, 80, undefined]));
    expect((await stepsOf(desk))[0]?.label).toBe('Type in Session A of Ana Duarte');
    const [again] = sessionsOf(settled(await desk.client.typeIn.week({ athleteId, on: STARTED })));
    expect(again?.typed).toMatchObject({ state: 'done', on: STARTED });
    expect(again?.typed?.rows[0]?.lines[0]?.boxes).toEqual(['x4', 'x4', 'x4']);
  });

  test('a week without a program has no sessions', async () => {
    const sheet = settled(await desk.client.typeIn.week({ athleteId, on: day('2020-01-01') }));
    expect(sessionsOf(sheet)).toEqual([]);
  });
});

describe('a rack sheet', () => {
  test('is typed in athlete by athlete; who is archived is left out', async () => {
    const ben = await addAthlete(desk, 'Ben Okafor');
    const cleo = await addAthlete(desk, 'Cleo Archived');
    await assign([ben, cleo]);
    const code = await print({ layout: 'rack', day: 2 });
    settled(await desk.client.athletes.archive({ athleteIds: [cleo] }));
    const sheet = await open(code);
    expect(sheet.athletes.map(({ name, isArchived }) => [name, isArchived])).toEqual([
      ['Ana Duarte', false],
      ['Ben Okafor', false],
      ['Cleo Archived', true],
    ]);
    settled(
      await save(
        code,
        sessionsOf(sheet).map((one) => typing(one)),
      ),
    );
    settled(
      await save(
        code,
        sessionsOf(sheet, ben).map((one) => typing(one, { boxes: { A1: ['3'] } })),
        ben,
      ),
    );
    expect(await lifts()).toHaveLength(1);
    expect((await lifts(ben))[0]?.sets[0]).toMatchObject({ reps: 3, loadKg: 80 });
    expect(
      refusal(
        await save(
          code,
          sessionsOf(sheet, cleo).map((one) => typing(one)),
          cleo,
        ),
      ),
    ).toBe('AthleteArchived');
  });

  test('is one step of undo, whoever it holds', async () => {
    const ben = await addAthlete(desk, 'Ben Okafor');
    await assign([ben]);
    const code = await print({ layout: 'rack', day: 2 });
    const sheet = await open(code);
    const before = dump(desk.databaseFile);
    const labels = async () => (await stepsOf(desk)).map(({ label }) => label);
    const earlier = await labels();
    for (const whose of [athleteId, ben]) {
      settled(
        await save(
          code,
          sessionsOf(sheet, whose).map((one) => typing(one)),
          whose,
        ),
      );
    }
    const typed = dump(desk.databaseFile);
    const { steps } = settled(await desk.client.history.list({ limit: 1 }));
    expect(steps[0]).toMatchObject({ label: `Type in sheet ${code}`, athleteCount: 2 });
    expect(await labels()).toEqual([`Type in sheet ${code}`, ...earlier]);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
    settled(await desk.client.history.redo({}));
    expect(dump(desk.databaseFile)).toEqual(typed);
  });

  test('goes on with its step only while nothing else was done, and never over what it had said of the same athlete', async () => {
    const ben = await addAthlete(desk, 'Ben Okafor');
    await assign([ben]);
    const code = await print({ layout: 'rack', day: 2 });
    const sheet = await open(code);
    const type = async (whose: AthleteId, reps: string): Promise<void> =>
      void settled(
        await save(
          code,
          sessionsOf(sheet, whose).map((one) => typing(one, { boxes: { A1: [reps] } })),
          whose,
        ),
      );
    await type(athleteId, '3');
    await type(athleteId, '4');
    await addAthlete(desk, 'Between');
    await type(ben, '5');
    expect((await stepsOf(desk)).slice(0, 4).map(({ label }) => label)).toEqual([
      `Type in sheet ${code} for Ana Duarte`,
      'Add Between',
      `Type in sheet ${code} for Ana Duarte`,
      `Type in sheet ${code} for Ana Duarte`,
    ]);
  });
});

describe('what is waiting', () => {
  test('are printed sheets of weeks that have begun, until all of their sessions are typed in', async () => {
    const waiting = async () =>
      settled(await desk.client.typeIn.waiting({ limit: 50 })).sheets.map(({ sheetCode, typed, sessions }) => [
        sheetCode,
        typed,
        sessions,
      ]);
    const code = await print();
    const later = await print({ week: '2026-W49' as IsoWeek });
    const [first, ...others] = sessionsOf(await open(code));
    const all = others.length + 1;
    expect(await waiting()).toEqual([[code, 0, all]]);
    settled(await save(code, [typing(first)]));
    expect(await waiting()).toEqual([[code, 1, all]]);
    settled(
      await save(
        code,
        others.map((one) => typing(one, { state: 'notDone' })),
      ),
    );
    expect(await waiting()).toEqual([]);
    expect(later).not.toBe(code);
  });
});

describe('bad input', () => {
  const refused = async (sessions: readonly Typed[], code?: string) => {
    const before = dump(desk.databaseFile);
    const reply = await save(code, sessions);
    expect(dump(desk.databaseFile)).toEqual(before);
    return reply.ok ? 'nothing was refused' : errorText(reply.error);
  };

  test('codes: mistyped, unknown, of an archived athlete, of a sheet without sessions', async () => {
    const code = await print();
    const wrong = `${code.slice(0, 5)}${code.endsWith('4') ? '7' : '4'}`;
    const openError = async (typed: string) => {
      const reply = await desk.client.typeIn.open({ code: typed });
      return reply.ok ? 'opened' : errorText(reply.error);
    };
    expect(await openError(wrong)).toMatch(/is not a sheet code: one of its letters is wrong/);
    expect(await openError('K7F2')).toMatch(/six letters and digits/);
    expect(await openError('222222')).toMatch(/^No sheet 222222 was printed from this desk/);
    const season = await print({ layout: 'season' });
    expect(await openError(season)).toMatch(/has no sessions to type in/);
    settled(await desk.client.athletes.archive({ athleteIds: [athleteId] }));
    expect(await openError(code)).toBe('Ana Duarte is archived. Bring them back first.');
  });

  test('impossible sets are named by session, row and set, and nothing is recorded', async () => {
    const code = await print();
    const [first, second] = sessionsOf(await open(code));
    const slip = (text: string) => [typing(second), typing(first, { boxes: { A1: ['', text] } })];
    expect(await refused(slip('0x80'), code)).toBe(
      'Session A, A1, set 2: found “0x80”; expected 1 or more; - is for a set that was not done. Nothing was recorded; what you typed is kept.',
    );
    expect(await refused(slip('900kg'), code)).toMatch(/a load of at most 600 kg/);
    expect(await refused(slip('5x80@12'), code)).toMatch(/an RPE from 1 to 10/);
    expect(await refused([typing(first, { foot: { pain: '11' } })], code)).toMatch(
      /pain: found “11”; expected a whole number/,
    );
  });

  test('a session of which nothing was lifted, or that is not on the sheet', async () => {
    const code = await print();
    const [first] = sessionsOf(await open(code));
    const labels = first?.rows.map(({ label }) => label) ?? [];
    const nothing = Object.fromEntries(labels.map((label) => [label, ['--']]));
    const isOneLine = first?.rows.every(({ lines }) => lines.length === 1) ?? false;
    expect(isOneLine).toBe(true);
    expect(await refused([typing(first, { boxes: nothing })], code)).toMatch(/Mark the session as not done instead/);
    expect(await refused([{ ...typing(first), name: 'Session Z' }], code)).toMatch(
      /^Session Z is no longer planned there/,
    );
    expect(await refused([{ ...typing(first), weekOrdinal: 400 }])).toMatch(/no longer planned/);
  });
});
