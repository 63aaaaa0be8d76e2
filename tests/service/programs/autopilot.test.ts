import { beforeEach, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import {
  addAthlete,
  day,
  lookInto,
  makeSample,
  openDesk,
  openDeskAt,
  refusal,
  settled,
  TODAY,
  type Desk,
} from '../openDesk.ts';
import { dump } from '../dump.ts';

let desk: Desk;
let athleteId: AthleteId;

/** A heavy plan since two weeks: this week's first session is next. */
const STARTED = day('2026-11-09');

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
  const order = { athleteIds: [athleteId], templateKey: 'heavy-for-runners', startsOn: STARTED };
  settled(await desk.client.programs.assign(order));
});

const programOf = async (of: Desk = desk) => {
  const { program } = settled(await of.client.programs.forAthlete({ athleteId }));
  if (program === undefined) throw new Error('no program');
  return program;
};

const weeksOf = async () => (await programOf()).blocks.flatMap((block) => block.weeks);

const cell = (week: number, session: string, label: string, text: string) =>
  ({ kind: 'cell', week, session, label, text }) as const;

type Edits = Parameters<typeof desk.client.programs.edit>[0]['edits'];

const edit = async (edits: Edits, called?: string): Promise<void> => {
  const { programId, revision } = await programOf();
  const named = called === undefined ? {} : { called };
  settled(await desk.client.programs.edit({ programId, revision, edits, ...named }));
};

interface Done {
  readonly exerciseKey: string;
  readonly reps?: number;
  readonly durationS?: number;
  readonly loadKg?: number;
  readonly rpe?: number;
}

const times = (count: number, set: Done): Done[] => Array.from({ length: count }, () => ({ ...set }));

/** Records a session of a week as planned. */
const record = async (week: number, name: string, sets: Done[], isLinked = true): Promise<void> => {
  const session = (await weeksOf())[week - 1]?.sessions.find((one) => one.name === name);
  if (session === undefined) throw new Error('no such session');
  const result = { title: name, ...(isLinked ? { sessionId: session.sessionId } : {}), sets };
  settled(await desk.client.log.recordSession({ athleteId, on: session.date, result }));
};

const next = async () => {
  const found = settled(await desk.client.programs.proposals({ athleteId })).next;
  if (found === undefined) throw new Error('no session is next');
  return found;
};

const slot = async (label: string) => (await next()).slots.find((one) => one.label === label);

const double = Array.from({ length: 4 }, (_, at) => cell(at + 1, 'Session A', 'A1', "3x4-6 80kg cap8.5 r3'"));

test('nothing lifted, nothing proposed', async () => {
  const found = await next();
  expect(found).toMatchObject({ week: 3, session: 'Session A', weekKind: 'build' });
  expect(found.date >= TODAY).toBe(true);
  expect(found.slots.map((one) => one.proposal)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('a full range raises the load by one step; accepted, the cell says so, and undo takes it back', async () => {
  await edit(double);
  await record(1, 'Session A', [...times(3, { exerciseKey: 'sq_back', reps: 5, loadKg: 80, rpe: 8 })]);
  await record(2, 'Session A', [
    ...times(3, { exerciseKey: 'sq_back', reps: 6, loadKg: 80, rpe: 8 }),
    ...times(2, { exerciseKey: 'tr_plank', durationS: 30, rpe: 7 }),
    ...times(2, { exerciseKey: 'pu_full', reps: 12, rpe: 7 }),
  ]);
  await record(2, 'Session B', times(3, { exerciseKey: 'hi_rdl_bb', reps: 5, loadKg: 70, rpe: 8 }));
  const squat = await slot('A1');
  expect(squat).toMatchObject({ now: "3x4-6 80kg cap8.5 r3'", progression: 'double', isChosen: false });
  expect(squat?.proposal).toMatchObject({ verdict: 'raise', text: "3x4-6 82.5kg cap8.5 r3'" });
  expect(squat?.proposal?.raised).toEqual([{ lever: 'INTENSITY', by: '80 → 82.5 kg (+3 %)' }]);
  // Two slots rise in the first eight weeks: the main lift and the one before the plank.
  expect((await slot('D1'))?.proposal).toMatchObject({ verdict: 'raise', text: '3x8-12 bw cap8 r75' });
  expect((await slot('E1'))?.proposal?.why.at(-1)).toMatchObject({ label: 'Held', rule: 'R2.10' });
  expect((await slot('B1'))?.proposal).toBeUndefined();

  const before = dump(desk.databaseFile);
  const edits = (await next()).slots.flatMap(({ proposal }) => proposal?.edits ?? []);
  await edit(edits, 'Accept 2 proposals');
  const third = (await weeksOf())[2]?.sessions.find(({ name }) => name === 'Session A');
  expect(third?.slots.map(({ cell: text }) => text)).toEqual(expect.arrayContaining(["3x4-6 82.5kg cap8.5 r3'"]));
  expect((await slot('A1'))?.proposal).toMatchObject({ verdict: 'asPlanned', edits: [] });
  const { steps } = settled(await desk.client.history.list({ limit: 1 }));
  expect(steps[0]?.label).toBe('Accept 2 proposals');
  settled(await desk.client.history.undo({}));
  expect(dump(desk.databaseFile)).toEqual(before);
});

test('a session moved within its week is found without being told', async () => {
  await edit(double);
  await record(2, 'Session A', times(3, { exerciseKey: 'sq_back', reps: 6, loadKg: 80, rpe: 8 }), false);
  expect((await slot('A1'))?.proposal?.verdict).toBe('raise');
});

test('an amber morning holds every raise, and says why', async () => {
  await edit(double);
  await record(2, 'Session A', times(3, { exerciseKey: 'sq_back', reps: 6, loadKg: 80, rpe: 8 }));
  settled(await desk.client.log.recordCheckIn({ athleteId, on: TODAY, report: { sleepH: 6 } }));
  const squat = await slot('A1');
  expect(squat?.proposal).toMatchObject({ verdict: 'hold', edits: [] });
  expect(squat?.proposal?.why.at(-1)?.value).toBe('Amber today: nothing rises');
});

test('a session missed twice comes down, and a plan stands until then', async () => {
  const missed = times(3, { exerciseKey: 'sq_back', reps: 3, loadKg: 80, rpe: 7 });
  await record(1, 'Session A', missed);
  await record(2, 'Session B', times(3, { exerciseKey: 'hi_rdl_bb', reps: 5, loadKg: 70, rpe: 8 }));
  expect((await slot('A1'))?.proposal).toMatchObject({ verdict: 'asPlanned' });
  await record(2, 'Session A', missed);
  expect((await slot('A1'))?.proposal).toMatchObject({ verdict: 'lower', text: "3x4 75kg cap8 r3'" });
});

test('the coach chooses how a slot goes on, for the whole program, and takes the choice back', async () => {
  await record(2, 'Session A', times(3, { exerciseKey: 'sq_back', reps: 5, loadKg: 80, rpe: 8 }));
  const choose = { kind: 'progression', session: 'Session A', label: 'A1' } as const;
  await edit([{ ...choose, progression: 'twoForTwo' }]);
  expect(await slot('A1')).toMatchObject({ progression: 'twoForTwo', isChosen: true });
  const slots = (await weeksOf()).flatMap((week) => week.sessions.filter(({ name }) => name === 'Session A'));
  expect(new Set(slots.map((session) => session.slots[0]?.progression))).toEqual(new Set(['twoForTwo']));
  await edit([choose]);
  expect(await slot('A1')).toMatchObject({ progression: 'plan', isChosen: false });
  const { programId, revision } = await programOf();
  const nowhere = [{ ...choose, label: 'Z9' }];
  expect(refusal(await desk.client.programs.edit({ programId, revision, edits: nowhere }))).toBe('SlotNotFound');
});

test('of nobody and of no program: refused; past the end: nothing', async () => {
  expect(refusal(await desk.client.programs.proposals({ athleteId: 999 as AthleteId }))).toBe('AthleteNotFound');
  expect(refusal(await desk.client.programs.proposals({ athleteId, programId: 999 as never }))).toBe('ProgramNotFound');
  const { programId } = await programOf();
  await desk.shut();
  const later = openDeskAt(desk.databaseFile, { today: day('2030-01-07') });
  expect(settled(await later.client.programs.proposals({ athleteId, programId })).next).toBeUndefined();
  await later.shut();
});

test('a sample athlete’s program weeks are lifted as planned: linked, on their days, and nothing beside them', async () => {
  const sample = openDesk();
  await makeSample(sample, 8, 0.5);
  const rows = lookInto(sample.databaseFile, (connection) =>
    connection
      .prepare(
        `SELECT l.performed_on, l.session_id, date(w.starts_on, (s.weekday - 1) || ' days') AS planned_on
         FROM lift_session l JOIN program p ON p.athlete_id = l.athlete_id AND l.performed_on >= p.starts_on
           LEFT JOIN session s ON s.id = l.session_id LEFT JOIN week w ON w.id = s.week_id`,
      )
      .all(),
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    expect(row).toMatchObject({ session_id: expect.any(Number), planned_on: expect.any(String) });
    const { performed_on: on, planned_on: planned } = row as { performed_on: string; planned_on: string };
    expect(on).toBe(planned);
    expect(on < TODAY).toBe(true);
  }
});
