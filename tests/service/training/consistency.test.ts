import { describe, expect, test } from 'vitest';
import { addAthlete, day, lookInto, makeSample, openDesk, refusal, settled, TODAY, type Desk } from '../openDesk.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { addDays, mondayOf, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';

/** A desk where one athlete is in week `week` of a start ramp (class B: from ramp week 3, twice a week from its third week). */
const inRampWeek = async (week: number): Promise<{ desk: Desk; athleteId: AthleteId; startsOn: PlainDate }> => {
  const desk = openDesk();
  const athleteId = await addAthlete(desk, 'Ana Duarte');
  const startsOn = addDays(mondayOf(TODAY), -7 * (week - 1));
  settled(await desk.client.programs.assign({ athleteIds: [athleteId], templateKey: 'start-ramp', startsOn }));
  return { desk, athleteId, startsOn };
};

const sessionsOf = async ({ client }: Desk, athleteId: AthleteId) => {
  const { program } = settled(await client.programs.forAthlete({ athleteId }));
  if (program === undefined) throw new Error('no program');
  return program.blocks.flatMap(({ weeks }) => weeks).map(({ startsOn, sessions }) => ({ startsOn, sessions }));
};

type Session = Awaited<ReturnType<typeof sessionsOf>>[number]['sessions'][number];

/** Records a session, as planned, on a day; `share` of its sets. */
const record = async (
  { client }: Desk,
  athleteId: AthleteId,
  session: Session,
  on: PlainDate,
  { isLinked = true, share = 1 } = {},
): Promise<void> => {
  const sets = session.slots.flatMap(({ exerciseKey, prescriptions }) =>
    prescriptions.flatMap(({ prescription: { sets: count, reps, holdS } }) =>
      Array.from({ length: Math.ceil(count * share) }, () => ({
        exerciseKey,
        ...(holdS === undefined ? { reps: reps ?? 1 } : { durationS: holdS }),
      })),
    ),
  );
  settled(
    await client.log.recordSession({
      athleteId,
      on,
      result: { title: session.name, sets, ...(isLinked ? { sessionId: session.sessionId } : {}) },
    }),
  );
};

const consistencyOf = async ({ client }: Desk, athleteId: AthleteId) =>
  settled(await client.analysis.consistency({ athleteId, weeks: 12 }));

describe('consistency of one athlete', () => {
  test('without a program there is nothing to be measured against, and the roster says nothing', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Ana Duarte');
    const none = await consistencyOf(desk, athleteId);
    expect(none).toMatchObject({ planned: 0, done: 0, streak: { current: 0, longest: 0 }, next: { tag: 'noProgram' } });
    expect(none.consistency).toBeUndefined();
    expect(none.weeks.map(({ mark }) => mark)).toEqual(Array.from({ length: 12 }, () => 'frozen'));
    const { rows } = settled(await desk.client.roster.view({ archived: false }));
    expect(rows[0]?.consistency).toBeUndefined();
    expect(refusal(await desk.client.analysis.consistency({ athleteId: 999 as AthleteId, weeks: 12 }))).toBe(
      'AthleteNotFound',
    );
  });

  test('weeks done, missed and made up: done out of planned, streak, band, next step', async () => {
    const { desk, athleteId } = await inRampWeek(5);
    const weeks = await sessionsOf(desk, athleteId);
    const [first, second, third, fourth, now] = weeks;
    if (!first || !second || !third || !fourth || !now) throw new Error('a short program');
    // The first week as planned; the second not at all.
    for (const session of first.sessions) await record(desk, athleteId, session, session.date);
    // The third week: both sessions, each on the day of the other, and only one says which it was.
    const [a, b] = third.sessions;
    if (!a || !b) throw new Error('one session');
    await record(desk, athleteId, b, a.date);
    await record(desk, athleteId, a, b.date, { isLinked: false });
    // The fourth: one of two, which is the minimum.
    const [only] = fourth.sessions;
    if (!only) throw new Error('no session');
    await record(desk, athleteId, only, addDays(only.date, 1));

    const found = await consistencyOf(desk, athleteId);
    expect(found.weeks.slice(-4).map(({ mark, planned, done }) => [mark, planned, done])).toEqual([
      ['done', 1, 1],
      ['missed', 1, 0],
      ['done', 2, 2],
      ['done', 2, 1],
    ]);
    expect(found.weeks.slice(-4).map(({ share }) => share)).toEqual([1, 0, 1, 0.5]);
    expect(found.consistency).toEqual({ index: 75, band: 'good', doneWeeks: 3, countedWeeks: 4, isEarly: false });
    expect(found).toMatchObject({ planned: 6, done: 4, streak: { current: 2, longest: 2 } });
    expect(found.interval?.[0]).toBeGreaterThan(0.3);
    expect(found.interval?.[1]).toBeLessThan(0.95);
    expect(found.thisWeek).toMatchObject({ mark: 'open', planned: now.sessions.length, done: 0 });
    expect(found.next).toMatchObject({ tag: 'lift', session: now.sessions[0]?.name });
  });

  test('this week counts as soon as it is done, and a lift taken back no longer does', async () => {
    const { desk, athleteId } = await inRampWeek(3);
    const now = (await sessionsOf(desk, athleteId))[2];
    for (const session of now?.sessions ?? []) await record(desk, athleteId, session, TODAY);
    expect(await consistencyOf(desk, athleteId)).toMatchObject({
      thisWeek: { mark: 'done' },
      streak: { current: 1 },
      next: { tag: 'weekCounts' },
    });
    settled(await desk.client.history.undo({}));
    settled(await desk.client.history.undo({}));
    expect((await consistencyOf(desk, athleteId)).thisWeek.mark).toBe('open');
  });

  test('a week that was planned off freezes, and takes nothing from the index', async () => {
    const { desk, athleteId, startsOn } = await inRampWeek(3);
    const [first] = await sessionsOf(desk, athleteId);
    for (const session of first?.sessions ?? []) await record(desk, athleteId, session, session.date);
    lookInto(desk.databaseFile, (connection) => {
      connection
        .prepare('DELETE FROM session WHERE week_id IN (SELECT id FROM week WHERE starts_on = ?)')
        .run(addDays(startsOn, 7));
    });
    const found = await consistencyOf(desk, athleteId);
    expect(found.weeks.slice(-2).map(({ mark }) => mark)).toEqual(['done', 'frozen']);
    expect(found.consistency).toMatchObject({ index: 100, countedWeeks: 1 });
    expect(found.streak.current).toBe(1);
  });

  test('half of a lift is less than the minimum, two halves on two days are no whole', async () => {
    const { desk, athleteId } = await inRampWeek(2);
    const [first] = await sessionsOf(desk, athleteId);
    const [session] = first?.sessions ?? [];
    if (first === undefined || session === undefined) throw new Error('no session');
    await record(desk, athleteId, session, first.startsOn, { share: 0.34 });
    await record(desk, athleteId, session, addDays(first.startsOn, 3), { share: 0.34 });
    expect((await consistencyOf(desk, athleteId)).weeks.at(-1)).toMatchObject({ mark: 'missed', planned: 1, done: 1 });
  });

  test('warm-ups and doubtful sets do not make a week count', async () => {
    const { desk, athleteId } = await inRampWeek(2);
    const [first] = await sessionsOf(desk, athleteId);
    for (const session of first?.sessions ?? []) await record(desk, athleteId, session, session.date);
    expect((await consistencyOf(desk, athleteId)).weeks.at(-1)?.mark).toBe('done');
    lookInto(desk.databaseFile, (connection) => connection.exec("UPDATE lift_set SET kind = 'warmup'"));
    expect((await consistencyOf(desk, athleteId)).weeks.at(-1)).toMatchObject({ mark: 'missed', done: 0 });
  });
});

test('the roster and the panel say the same of everybody', async () => {
  const desk = openDesk();
  await makeSample(desk, 12, 1);
  const { rows } = settled(await desk.client.roster.view({ archived: false }));
  for (const { athleteId, consistency, name } of rows) {
    const panel = await consistencyOf(desk, athleteId);
    expect(consistency, name).toEqual(panel.consistency);
    expect(panel.thisWeek.startsOn).toBe(day('2026-11-23'));
    for (const { share } of panel.weeks) if (share !== undefined) expect(share >= 0 && share <= 1).toBe(true);
  }
  expect(rows.filter(({ consistency }) => consistency !== undefined).length).toBeGreaterThan(3);
});
