import { describe, expect, test } from 'vitest';
import { addDays, isoWeekOf, weekdayOf, type PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { dump } from '../dump.ts';
import { day, lookInto, openDesk, refusal, settled, TODAY, type Desk } from '../openDesk.ts';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import { addLifter, addProgram } from './calendarDesk.ts';

const MONDAY = day('2026-11-30');
const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

interface Standing {
  readonly name: string;
  readonly on: PlainDate;
  readonly timeOfDay: 'am' | 'pm';
}

const text = (lifts: readonly Standing[]): string =>
  lifts
    .toSorted((a, b) => (a.on + a.timeOfDay < b.on + b.timeOfDay ? -1 : 1))
    .map(({ on, timeOfDay }) => `${NAMES[weekdayOf(on) - 1]} ${timeOfDay.toUpperCase()}`)
    .join(' + ');

const weekOf = async ({ client }: Desk, athleteId: AthleteId, monday = MONDAY) => {
  const { athletes } = settled(
    await client.calendar.view({ athleteIds: [athleteId], from: monday, to: addDays(monday, 6) }),
  );
  const [athlete] = athletes;
  if (athlete === undefined) throw new Error('nobody');
  const isIn = ({ on }: { readonly on: PlainDate }) => on >= monday && on <= addDays(monday, 6);
  return { ...athlete, runs: athlete.runs.filter(isIn), lifts: athlete.lifts.filter(isIn) };
};

describe('placing lifts (R6)', () => {
  test.each([
    ['Tue Q, Thu E, Sun L', 'Tue PM + Fri AM', 4.625],
    ['Tue Q, Wed E, Fri E, Sun L', 'Tue PM + Fri PM', 5.917],
    ['Mon E, Tue Q, Thu E, Fri Q, Sun L', 'Tue PM + Fri PM', 3.917],
    ['Mon E, Tue Q, Wed E, Thu E, Fri Q, Sun L', 'Tue PM + Fri PM', 3.917],
    ['Mon E, Tue Q, Wed E, Thu E, Fri Q, Sat E, Sun L', 'Tue PM + Fri PM', 3.917],
  ])('the worked week %s comes out of the calendar: %s', async (runs, best, cost) => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs, startsOn: MONDAY });
    const offered = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(text(offered.best[0]?.lifts ?? [])).toBe(best);
    expect(offered.best[0]?.cost).toBeCloseTo(cost, 3);
    expect(offered.best.length).toBeGreaterThan(1);
    settled(await desk.client.calendar.placeLifts({ athleteIds: [athleteId], from: MONDAY, weeks: 1, choice: 1 }));
    expect(text((await weekOf(desk, athleteId)).lifts)).toBe(best);
  });

  test('what placing would change is told and changes nothing; placing is one step, taken back and done again', async () => {
    const desk = openDesk();
    const ada = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Thu E, Sun L', startsOn: MONDAY });
    const ben = await addLifter(desk, { name: 'Ben', runs: 'Mon E, Tue Q, Thu E, Fri Q, Sun L', startsOn: MONDAY });
    const order = { athleteIds: [ada, ben], from: MONDAY, weeks: 4, choice: 1 };
    const before = dump(desk.databaseFile);
    const told = settled(await desk.client.calendar.previewPlacing(order));
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(told.athletes.map(({ name, changes }) => [name, changes.length])).toEqual([
      ['Ada', 8],
      ['Ben', 8],
    ]);
    expect(settled(await desk.client.calendar.placeLifts(order))).toEqual(told);
    for (const at of [0, 1, 2, 3]) {
      expect(text((await weekOf(desk, ada, addDays(MONDAY, 7 * at))).lifts)).toBe('Tue PM + Fri AM');
      expect(text((await weekOf(desk, ben, addDays(MONDAY, 7 * at))).lifts)).toBe('Tue PM + Fri PM');
    }
    const after = dump(desk.databaseFile);
    expect(settled(await desk.client.history.undo({})).label).toBe('Place the lifts of 2 athletes in 4 weeks');
    expect(dump(desk.databaseFile)).toEqual(before);
    settled(await desk.client.history.redo({}));
    expect(dump(desk.databaseFile)).toEqual(after);
    const again = settled(await desk.client.calendar.previewPlacing(order));
    expect(again.athletes.flatMap(({ changes }) => changes)).toEqual([]);
  });

  test('the grid notices that a session was moved: what was looked at before is refused', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Sun L', startsOn: MONDAY });
    const { open } = settled(await desk.client.programs.grid({ athleteId }));
    if (open === undefined) throw new Error('no program');
    settled(await desk.client.calendar.placeLifts({ athleteIds: [athleteId], from: MONDAY, weeks: 1, choice: 1 }));
    const edits = [{ kind: 'weekKind' as const, fromWeek: 1, toWeek: 1, weekKind: 'build' as const }];
    const { programId, revision } = open;
    expect(refusal(await desk.client.programs.edit({ programId, revision, edits }))).toBe('StaleRevision');
    settled(await desk.client.programs.edit({ programId, revision: revision + 1, edits }));
    expect(text((await weekOf(desk, athleteId)).lifts)).toContain('Tue PM');
  });

  test('a morning that was chosen stays through an edit of the program and is copied with its week', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Thu E, Sun L', startsOn: MONDAY, weeks: 1 });
    settled(await desk.client.calendar.placeLifts({ athleteIds: [athleteId], from: MONDAY, weeks: 1, choice: 1 }));
    const { open } = settled(await desk.client.programs.grid({ athleteId }));
    if (open === undefined) throw new Error('no program');
    const { programId, revision } = open;
    settled(
      await desk.client.programs.edit({
        programId,
        revision,
        edits: [{ kind: 'copyWeek', week: 1, after: 1, as: 'written' }],
      }),
    );
    expect(text((await weekOf(desk, athleteId)).lifts)).toBe('Tue PM + Fri AM');
    expect(text((await weekOf(desk, athleteId, addDays(MONDAY, 7))).lifts)).toBe('Tue PM + Fri AM');
  });

  test('a place that breaks a rule is refused in words, and kept with a reason until the session is moved', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, {
      name: 'Ada',
      runs: 'Mon E, Tue Q, Thu E, Fri Q, Sun L',
      startsOn: MONDAY,
      sessions: 1,
    });
    const sessionId = (await weekOf(desk, athleteId)).lifts[0]?.sessionId;
    if (sessionId === undefined) throw new Error('no session');
    const move = { athleteId, sessionId, on: MONDAY, timeOfDay: 'pm' as const };
    const refused = await desk.client.calendar.moveSession(move);
    expect(refused).toMatchObject({
      ok: false,
      error: {
        tag: 'NeedsReason',
        broken: ['12 h 15 min before the quality run on Tuesday; 24 h are asked for'],
      },
    });
    settled(await desk.client.calendar.moveSession({ ...move, reason: 'only evening with a gym' }));
    expect((await weekOf(desk, athleteId)).lifts[0]).toMatchObject({ on: MONDAY, reason: 'only evening with a gym' });
    settled(await desk.client.calendar.moveSession({ ...move, on: addDays(MONDAY, 1) }));
    const moved = (await weekOf(desk, athleteId)).lifts[0];
    expect(moved?.on).toBe(addDays(MONDAY, 1));
    expect(moved?.reason).toBeUndefined();
    const next = { ...move, on: addDays(MONDAY, 7) };
    expect(refusal(await desk.client.calendar.moveSession(next))).toBe('NotInItsWeek');
  });

  test('class A and people of fifty lift 72 hours apart', async () => {
    const desk = openDesk();
    const runs = 'Tue Q, Thu E, Sun L';
    const athleteId = await addLifter(desk, { name: 'Ada', runs, startsOn: MONDAY, entryClass: 'A' });
    const { best } = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(text(best[0]?.lifts ?? [])).toBe('Tue PM + Fri PM');
  });

  test('an athlete without two-a-days lifts on days without a run', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, {
      name: 'Ada',
      runs: 'Tue Q, Thu E, Sun L',
      startsOn: MONDAY,
      sessions: 1,
    });
    settled(await desk.client.calendar.saveHabits({ athleteId, twoADays: false, runsAt: 'am' }));
    const { best } = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    for (const { lifts } of best) expect(text(lifts)).toMatch(/^(?:Mon|Wed|Fri|Sat)/u);
    expect(best).toHaveLength(3);
  });

  test('a week of travel is left and told, and so is one without time', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Thu E, Sun L', startsOn: MONDAY });
    const away = { kind: 'travel' as const, from: addDays(MONDAY, 7), to: addDays(MONDAY, 13), note: 'Porto' };
    settled(await desk.client.calendar.setAway({ athleteIds: [athleteId], away }));
    const { athletes } = settled(
      await desk.client.calendar.placeLifts({ athleteIds: [athleteId], from: MONDAY, weeks: 3, choice: 1 }),
    );
    expect(athletes[0]?.left).toEqual([
      { week: isoWeekOf(addDays(MONDAY, 7)), why: 'Away all week: nothing is placed.' },
    ]);
    expect(text((await weekOf(desk, athleteId, addDays(MONDAY, 14))).lifts)).toBe('Tue PM + Fri AM');
    expect((await weekOf(desk, athleteId, addDays(MONDAY, 7))).runs).toHaveLength(3);
    const backwards = { ...away, to: MONDAY };
    expect(refusal(await desk.client.calendar.setAway({ athleteIds: [athleteId], away: backwards }))).toBe(
      'EndsBeforeItBegins',
    );
  });

  test('two programs at once are placed together and said', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Sun L', startsOn: MONDAY, sessions: 1 });
    await addProgram(desk, athleteId, { name: 'Extra', startsOn: MONDAY, sessions: 1, weeks: 1 });
    expect((await weekOf(desk, athleteId)).oddities.join()).toContain('Winter and Extra both have sessions');
    settled(await desk.client.calendar.placeLifts({ athleteIds: [athleteId], from: MONDAY, weeks: 1, choice: 1 }));
    const { standing } = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(standing.lifts).toHaveLength(2);
    expect(standing.broken).toEqual([]);
    await addProgram(desk, athleteId, { name: 'Too much', startsOn: MONDAY, sessions: 2, weeks: 1 });
    const { why, best, leftOut, leftOutWhy } = settled(
      await desk.client.calendar.placements({ athleteId, from: MONDAY }),
    );
    expect(best).toEqual([]);
    expect(why).toContain('Every way to place 3 lifts breaks a rule');
    expect(leftOut).toHaveLength(1);
    expect(leftOutWhy).toContain('Lifts of the legs in this week: 3 at most (R2.3).');
  });

  test('more lifts than the phase allows: the later ones are left out and told, until the coach forces one with a reason', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Sun L', startsOn: MONDAY, sessions: 3 });
    const { open } = settled(await desk.client.programs.grid({ athleteId }));
    if (open === undefined) throw new Error('no program');
    const { programId, revision } = open;
    const phase = {
      kind: 'block' as const,
      week: 1,
      startsHere: true,
      name: 'Build',
      goal: '',
      phase: 'build' as const,
    };
    settled(await desk.client.programs.edit({ programId, revision, edits: [phase] }));
    const told = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(told.leftOut.map(({ name }) => name)).toEqual(['C']);
    expect(told.leftOutWhy).toContain('2 at most in a build block (R2.12). C is left out');
    expect(told.standing.broken).toContain('3 lifts of the legs in this week; 2 at most in a build block (R2.12)');
    expect(told.best[0]?.lifts.map(({ name }) => name)).toEqual(['A', 'B']);
    const order = { athleteIds: [athleteId], from: MONDAY, weeks: 2, choice: 1 };
    const { athletes } = settled(await desk.client.calendar.placeLifts(order));
    expect(athletes[0]?.changes.every(({ name }) => name !== 'C')).toBe(true);
    expect(athletes[0]?.leftOut.map(({ week }) => week)).toEqual([isoWeekOf(MONDAY), isoWeekOf(addDays(MONDAY, 7))]);
    const sessionId = told.leftOut[0]?.sessionId;
    if (sessionId === undefined) throw new Error('nothing left out');
    const move = { athleteId, sessionId, on: addDays(MONDAY, 5), timeOfDay: 'am' as const };
    expect(refusal(await desk.client.calendar.moveSession(move))).toBe('NeedsReason');
    settled(await desk.client.calendar.moveSession({ ...move, reason: 'last week of the camp' }));
    const forced = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(forced.leftOut).toEqual([]);
    expect(forced.leftOutWhy).toContain('C stays where you put it, with your reason.');
    const { policies } = settled(await desk.client.calendar.policies({}));
    const legLifts = { ...policies.legLifts, build: 3 };
    settled(await desk.client.calendar.savePolicies({ policies: { ...policies, legLifts } }));
    const own = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(own.leftOutWhy).toBeUndefined();
    expect(own.standing.broken.join()).not.toContain('at most in a build block');
  });

  test('sessions of an addition stand beside the plan and are not counted', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Sun L', startsOn: MONDAY });
    settled(
      await desk.client.programs.assign({
        athleteIds: [athleteId],
        templateKey: 'calf-isometric-14',
        startsOn: MONDAY,
      }),
    );
    const { lifts } = await weekOf(desk, athleteId);
    expect(lifts.filter(({ isLower }) => isLower)).toHaveLength(5);
    expect(lifts.filter(({ stage }) => stage !== undefined).map(({ program }) => program)).toEqual([
      'Winter',
      'Winter',
    ]);
  });

  test('lifts keep away from races, and from both of two on a day; after a race its days are closed', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue E', startsOn: MONDAY, sessions: 1 });
    const sunday = addDays(MONDAY, 6);
    for (const race of [
      { name: 'City 10', racedOn: sunday, priority: 'B' as const, distanceM: 10_000 },
      { name: 'Club mile', racedOn: sunday, priority: 'C' as const, distanceM: 1609 },
    ])
      settled(await desk.client.races.add({ athleteId, race }));
    const week = await weekOf(desk, athleteId);
    expect(week.oddities.join()).toContain('City 10 and Club mile are both on 6 Dec');
    expect(week.runs.filter(({ kind }) => kind === 'race')).toHaveLength(2);
    const { best } = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(best.length).toBeGreaterThan(0);
    for (const { lifts } of best) expect(text(lifts)).toMatch(/^(?:Mon|Tue AM)/u);
    const after = addDays(MONDAY, 7);
    const closed = (await weekOf(desk, athleteId, after)).closed;
    expect(closed).toContainEqual({ from: sunday, to: addDays(sunday, 2), reason: 'after City 10' });
    for (const { lifts } of settled(await desk.client.calendar.placements({ athleteId, from: after })).best)
      expect(text(lifts)).not.toMatch(/Mon|Tue/u);
  });

  test('the days after a race are the coach’s: the calendar and the plans keep to them', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue E', startsOn: MONDAY, sessions: 1 });
    const racedOn = addDays(MONDAY, -1);
    const race = { name: 'Home 5', racedOn, priority: 'C' as const, distanceM: 5000 };
    settled(await desk.client.races.add({ athleteId, race }));
    const { policies } = settled(await desk.client.calendar.policies({}));
    const afterRaceDays = { ...policies.afterRaceDays, '5k': 5 };
    settled(await desk.client.calendar.savePolicies({ policies: { ...policies, afterRaceDays } }));
    const { closed, races } = await weekOf(desk, athleteId);
    expect(closed).toEqual([{ from: racedOn, to: addDays(MONDAY, 3), reason: 'after Home 5' }]);
    expect(races.map(({ closedTo }) => closedTo)).toEqual([addDays(MONDAY, 3)]);
    const { best } = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(best).toHaveLength(3);
    for (const { lifts } of best) expect(text(lifts)).toMatch(/^(?:Fri|Sat|Sun)/u);
    const none = { ...policies, afterRaceDays: { ...afterRaceDays, '5k': 0 } };
    settled(await desk.client.calendar.savePolicies({ policies: none }));
    expect((await weekOf(desk, athleteId)).closed).toEqual([]);
  });

  test('policies that were saved before others came keep what they say, and the new ones have their defaults', async () => {
    const desk = openDesk();
    lookInto(desk.databaseFile, (connection) =>
      connection.prepare(`INSERT INTO setting (key, value_json) VALUES ('placement', '{"easyDays":2}')`).run(),
    );
    const { policies, defaults } = settled(await desk.client.calendar.policies({}));
    expect(policies).toEqual({ ...defaults, easyDays: 2 });
  });

  test('a race without a distance closes no days, and that is said', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue E', startsOn: MONDAY, sessions: 1 });
    settled(await desk.client.races.add({ athleteId, race: { name: 'Relay', racedOn: MONDAY, priority: 'C' } }));
    const { closed, oddities } = await weekOf(desk, athleteId);
    expect(closed).toEqual([]);
    expect(oddities.join()).toContain('Relay has no distance');
  });

  test('the coach’s own hours decide', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Thu E, Sun L', startsOn: MONDAY });
    const { policies } = settled(await desk.client.calendar.policies({}));
    settled(await desk.client.calendar.savePolicies({ policies: { ...policies, beforeKeyRunH: 72 } }));
    const { best } = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    for (const { lifts } of best) expect(text(lifts)).not.toMatch(/Fri|Sat|Sun/u);
    settled(await desk.client.history.undo({}));
    expect(settled(await desk.client.calendar.policies({})).policies).toEqual(policies);
  });
});

describe('planned runs', () => {
  test('the usual week stands, and days that were written stand in its place, one step at a time', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Thu E, Sun L', startsOn: MONDAY });
    const { days, problems } = settled(
      await desk.client.calendar.readRuns({
        athleteId,
        from: MONDAY,
        text: 'Tue rest\nWed Q 12 km 6x800\nThu 0\nSat E 0 km\nSun L 24 + E 5 pm',
      }),
    );
    expect(problems).toEqual([
      { line: 3, field: 'run', found: '0', expected: 'what run it is: E easy, Q quality, L long, or rest' },
      { line: 4, field: 'distance', found: '0km', expected: 'a distance above 0 and up to 400 km' },
    ]);
    const before = dump(desk.databaseFile);
    settled(await desk.client.calendar.planRuns({ athleteId, days }));
    const { runs } = await weekOf(desk, athleteId);
    expect(runs.map(({ on, kind, distanceM, source }) => [on, kind, distanceM, source])).toEqual([
      [addDays(MONDAY, 2), 'quality', 12_000, 'written'],
      [addDays(MONDAY, 3), 'easy', undefined, 'usual'],
      [addDays(MONDAY, 6), 'long', 24_000, 'written'],
      [addDays(MONDAY, 6), 'easy', 5000, 'written'],
    ]);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
    settled(await desk.client.history.redo({}));
    const cleared = await desk.client.calendar.clearRuns({ athleteId, from: MONDAY, to: addDays(MONDAY, 6) });
    expect(settled(cleared).days).toBe(3);
    expect((await weekOf(desk, athleteId)).runs.map(({ source }) => source)).toEqual(['usual', 'usual', 'usual']);
  });

  test('how hard a run is to be is planned with it', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q', startsOn: MONDAY });
    const read = await desk.client.calendar.readRuns({ athleteId, from: MONDAY, text: 'Tue Q 12 km 55 min RPE 7.5' });
    const { days } = settled(read);
    settled(await desk.client.calendar.planRuns({ athleteId, days }));
    expect((await weekOf(desk, athleteId)).runs[0]).toMatchObject({
      distanceM: 12_000,
      durationS: 3300,
      targetRpe: 7.5,
    });
    const wild = [{ on: MONDAY, runs: [{ kind: 'easy' as const, targetRpe: 11 }] }];
    expect(refusal(await desk.client.calendar.planRuns({ athleteId, days: wild }))).toBe('BadRequest');
  });

  test('lifts follow the runs that are planned, not the usual ones', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Sun L', startsOn: MONDAY, sessions: 1 });
    const days = [
      { on: addDays(MONDAY, 1), runs: [] },
      { on: addDays(MONDAY, 3), runs: [{ kind: 'quality' as const }] },
    ];
    settled(await desk.client.calendar.planRuns({ athleteId, days }));
    const { best } = settled(await desk.client.calendar.placements({ athleteId, from: MONDAY }));
    expect(text(best[0]?.lifts ?? [])).toBe('Thu PM');
  });

  test('a run on another day of its week is moved; one that may still be done is not missed', async () => {
    const desk = openDesk();
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Mon E, Tue Q, Thu E, Sun L', startsOn: MONDAY });
    const lastMonday = addDays(TODAY, -7);
    lookInto(desk.databaseFile, (connection) =>
      connection
        .prepare(
          `INSERT INTO run (athlete_id, performed_on, sport, is_treadmill, is_key, distance_m, source)
           VALUES (?, ?, 'run', 0, 0, 9000, 'test')`,
        )
        .run(athleteId, addDays(lastMonday, 2)),
    );
    const past = await weekOf(desk, athleteId, lastMonday);
    expect(past.runs.map(({ fate }) => fate).toSorted()).toEqual(['missed', 'missed', 'missed', 'moved']);
    expect((await weekOf(desk, athleteId, TODAY)).runs.map(({ fate }) => fate)).toEqual(Array(4).fill('planned'));
  });

  test('asking for years at once is refused with the most there is', async () => {
    const desk = openDesk();
    const asked = await desk.client.calendar.view({ from: day('2026-01-01'), to: day('2027-01-01') });
    expect(asked).toMatchObject({ ok: false, error: { tag: 'SpanTooLong', most: 140 } });
  });
});

describe('lifting that gives way to running', () => {
  test('is shown first, is one step, and said again changes nothing', async () => {
    const desk = openDesk();
    const { client } = desk;
    const athleteId = await addLifter(desk, { name: 'Ada', runs: 'Tue Q, Thu E, Sun L', startsOn: MONDAY });
    const runs = (kind: 'long' | 'easy', distanceM: number) => [{ kind, distanceM }];
    const days = [0, 1, 2, 3].flatMap((at) => [
      { on: addDays(MONDAY, 7 * at + 1), runs: runs('easy', 10_000) },
      { on: addDays(MONDAY, 7 * at + 6), runs: runs('long', at === 2 ? 30_000 : 15_000) },
    ]);
    settled(await client.calendar.planRuns({ athleteId, days }));
    const { open } = settled(await client.programs.grid({ athleteId }));
    if (open === undefined) throw new Error('no program');
    expect(open.weeks.map(({ plannedRunM }) => plannedRunM)).toEqual([25_000, 25_000, 40_000, 25_000]);
    const { programId, revision } = open;
    const order = { programId, block: 1, share: 0.5 };
    const before = dump(desk.databaseFile);
    const shown = settled(await client.calendar.previewEasing(order));
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(shown.weeks).toMatchObject([{ week: 3, runM: 40_000, setsBefore: 6, setsAfter: 5 }]);
    expect(settled(await client.calendar.easeLifting({ ...order, revision })).weeks).toBe(1);
    expect(settled(await client.calendar.previewEasing(order)).weeks).toEqual([]);
    expect(refusal(await client.calendar.easeLifting({ ...order, share: 1, revision }))).toBe('StaleRevision');
    settled(await client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(refusal(await client.calendar.previewEasing({ ...order, block: 9 }))).toBe('ProgramNotFound');
  });
});
