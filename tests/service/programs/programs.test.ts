import { beforeEach, describe, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import type { IsoWeek } from '../../../src/domain/kernel/plainDate.ts';
import { addAthlete, detailsOf, openDesk, refusal, settled, TODAY, type Desk } from '../openDesk.ts';
import { dump } from '../dump.ts';

let desk: Desk;
let athleteId: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
});

const programOf = async (id: AthleteId = athleteId) => {
  const { program } = settled(await desk.client.programs.forAthlete({ athleteId: id }));
  if (program === undefined) throw new Error('no program');
  return program;
};

const weeksOf = async (id: AthleteId = athleteId) => (await programOf(id)).blocks.flatMap((block) => block.weeks);

const assign = async (templateKey: string, more: { withRamp?: boolean } = {}) =>
  settled(await desk.client.programs.assign({ athleteIds: [athleteId], templateKey, startsOn: TODAY, ...more }));

describe('shipped templates', () => {
  test('every one can be given to an athlete with a gym, and to one without', async () => {
    const details = { ...detailsOf('Bo Home'), gym: { ...detailsOf('Bo Home').gym, equipment: [] } };
    const home = settled(await desk.client.athletes.add({ details })).athleteId;
    const { templates } = settled(await desk.client.programs.templates({}));
    expect(templates).toHaveLength(17);
    for (const { key } of templates) {
      const order = { athleteIds: [athleteId, home], templateKey: key, startsOn: TODAY };
      const { athletes } = settled(await desk.client.programs.previewAssignment(order));
      expect(athletes.map((one) => one.canAssign)).toEqual([true, true]);
      settled(await desk.client.programs.assign(order));
      for (const week of await weeksOf(home)) {
        for (const slot of week.sessions.flatMap((session) => session.slots)) {
          expect(slot.state).toBe('sets');
          expect(slot.prescriptions.length).toBeGreaterThan(0);
          expect(slot.prescriptions.map(({ resolved }) => resolved.load)).not.toContain(Number.NaN);
        }
      }
      settled(await desk.client.history.undo({}));
    }
  });

  test('what the equipment does not allow is said before, and done otherwise', async () => {
    const details = { ...detailsOf('Bo Home'), gym: { ...detailsOf('Bo Home').gym, equipment: ['db', 'bench'] } };
    const home = settled(await desk.client.athletes.add({ details })).athleteId;
    const order = { athleteIds: [home], templateKey: 'heavy-for-runners', startsOn: TODAY };
    const { athletes } = settled(await desk.client.programs.previewAssignment(order));
    expect(athletes[0]?.swaps).toContainEqual({ from: 'Back squat (parallel)', to: 'Goblet squat' });
    settled(await desk.client.programs.assign(order));
    const first = (await weeksOf(home))[0]?.sessions[0]?.slots[0];
    expect(first).toMatchObject({ exerciseKey: 'sq_goblet', cell: "3x5 @77.5% cap8 r3'" });
  });

  test('a heavy plan may begin with the start ramp of the athlete’s class', async () => {
    await assign('half-squat-4x4', { withRamp: true });
    const weeks = await weeksOf();
    expect(weeks.map((week) => week.number)).toEqual([3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(weeks[6]?.startsOn).toBe('2027-01-04');
    expect(weeks[6]?.sessions[0]?.slots[0]?.exerciseKey).toBe('sq_half');
  });

  test('an addition stands beside a plan, and both are printed', async () => {
    await assign('heavy-for-runners');
    await assign('first-jumps-6');
    const reply = await desk.client.programs.assign({
      athleteIds: [athleteId],
      templateKey: 'in-season',
      startsOn: TODAY,
    });
    expect(refusal(reply)).toBe('NobodyAssignable');
    const { sheets } = settled(await desk.client.sheets.week({ week: '2026-W48' as IsoWeek }));
    expect(sheets.map((sheet) => sheet.band.program)).toEqual(['Heavy for runners', 'First jumps, 6 weeks']);
  });
});

describe('editing a program', () => {
  const cell = (week: number, session: string, label: string, text: string) =>
    ({ kind: 'cell', week, session, label, text }) as const;

  test('a cell changes what follows from it, and undo brings everything back', async () => {
    await assign('heavy-for-runners');
    const { programId, revision } = await programOf();
    const before = dump(desk.databaseFile);
    const edits = [
      cell(1, 'Session A', 'A1', "3x5 70kg r3'"),
      cell(2, 'Session A', 'A1', '+2.5kg'),
      cell(3, 'Session A', 'A1', 'x'),
    ];
    const reply = settled(await desk.client.programs.edit({ programId, revision, edits }));
    expect(reply).toEqual({ revision: revision + 1, faults: [] });
    const slots = (await weeksOf()).slice(0, 4).map((week) => week.sessions[0]?.slots[0]);
    expect(slots.map((slot) => slot?.cell)).toEqual(["3x5 70kg r3'", '+2.5kg', 'x', "2x4 @75% cap7 r3'"]);
    expect(slots[1]?.prescriptions[0]?.resolved.load).toBe(72.5);
    expect(slots[2]).toMatchObject({ state: 'skipped', prescriptions: [] });
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('a cell that is not understood is kept as typed, and printed so', async () => {
    await assign('heavy-for-runners');
    const { programId, revision } = await programOf();
    settled(
      await desk.client.programs.edit({ programId, revision, edits: [cell(1, 'Session A', 'A1', '3x5 heavyish')] }),
    );
    expect((await weeksOf())[0]?.sessions[0]?.slots[0]).toMatchObject({ state: 'unread', cell: '3x5 heavyish' });
    const { sheets } = settled(await desk.client.sheets.week({ week: '2026-W48' as IsoWeek }));
    expect(sheets[0]?.panels[0]?.rows[0]?.lines[0]?.target).toBe('3x5 heavyish');
  });

  test('an emptied cell is gone that week, and a filled one comes back in its place', async () => {
    await assign('heavy-for-runners');
    const { programId, revision } = await programOf();
    const labels = async () => (await weeksOf())[1]?.sessions[0]?.slots.map((slot) => slot.label);
    settled(await desk.client.programs.edit({ programId, revision, edits: [cell(2, 'Session A', 'B1', '')] }));
    expect(await labels()).toEqual(['A1', 'C1', 'D1', 'E1']);
    settled(
      await desk.client.programs.edit({ programId, revision: revision + 1, edits: [cell(2, 'Session A', 'B1', '=')] }),
    );
    expect(await labels()).toEqual(['A1', 'B1', 'C1', 'D1', 'E1']);
    const emptied = ['A1', 'B1', 'C1', 'D1', 'E1'].map((label) => cell(2, 'Session A', label, '-'));
    settled(await desk.client.programs.edit({ programId, revision: revision + 2, edits: emptied }));
    expect((await weeksOf())[1]?.sessions.map((session) => session.name)).toEqual(['Session B']);
    settled(
      await desk.client.programs.edit({ programId, revision: revision + 3, edits: [cell(2, 'Session A', 'A1', '=')] }),
    );
    expect((await weeksOf())[1]?.sessions.map((session) => session.name)).toEqual(['Session A', 'Session B']);
  });

  test('another exercise from a week on stands there in full', async () => {
    await assign('half-squat-4x4');
    const { programId, revision } = await programOf();
    const edit = {
      kind: 'exercise',
      fromWeek: 2,
      session: 'Session B',
      label: 'B1',
      exerciseKey: 'ha_slider',
    } as const;
    expect(settled(await desk.client.programs.edit({ programId, revision, edits: [edit] })).faults).toEqual([]);
    const slots = (await weeksOf()).slice(0, 3).map((week) => week.sessions[1]?.slots[1]);
    expect(slots.map((slot) => `${slot?.exerciseKey} ${slot?.cell}`)).toEqual([
      "hi_bridge_1 2x8-15 bw cap8 r1'",
      "ha_slider 2x8-15 bw cap8 r1'",
      'ha_slider =',
    ]);
  });

  test('a change made on an older revision, or to a slot that is not there, changes nothing', async () => {
    await assign('heavy-for-runners');
    const { programId, revision } = await programOf();
    const edit = async (revisionOf: number, edits: Parameters<typeof desk.client.programs.edit>[0]['edits']) =>
      refusal(await desk.client.programs.edit({ programId, revision: revisionOf, edits }));
    const before = dump(desk.databaseFile);
    expect(await edit(revision + 1, [cell(1, 'Session A', 'A1', '3x5')])).toBe('StaleRevision');
    expect(await edit(revision, [cell(1, 'Session A', 'A1', '3x5'), cell(1, 'Z', 'A1', '3x5')])).toBe('SlotNotFound');
    const exercise = { kind: 'exercise', fromWeek: 1, session: 'A', label: 'A1', exerciseKey: 'nothing' } as const;
    expect(await edit(revision, [exercise])).toBe('ExerciseNotFound');
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('what was lifted against a session still points at it after an edit', async () => {
    await assign('heavy-for-runners');
    const { programId, revision } = await programOf();
    const session = (await weeksOf())[0]?.sessions[0];
    const sets = [{ exerciseKey: 'sq_back', reps: 5, loadKg: 80, rpe: 8 }];
    const result = { title: 'A', sessionId: session?.sessionId, sets };
    settled(await desk.client.log.recordSession({ athleteId, on: TODAY, result }));
    settled(await desk.client.programs.edit({ programId, revision, edits: [cell(1, 'Session A', 'A1', '3x4 @80')] }));
    expect((await weeksOf())[0]?.sessions[0]).toMatchObject({ sessionId: session?.sessionId, isDone: true });
  });
});

describe('the start ramp’s gates', () => {
  const gatesOf = async () =>
    settled(await desk.client.programs.gates({ programId: (await programOf()).programId })).gates;

  const beginRamp = async (startsOn: string): Promise<void> => {
    settled(
      await desk.client.programs.assign({
        athleteIds: [athleteId],
        templateKey: 'start-ramp',
        startsOn: startsOn as typeof TODAY,
      }),
    );
  };

  test('stand before the coach only when their week is near', async () => {
    await beginRamp('2026-11-23');
    // Class B begins at ramp week 3: two weeks once a week, then the first gate.
    expect((await gatesOf()).map(({ gate, week, startsOn }) => `${gate} ${week} ${startsOn}`)).toEqual([
      'G1 3 2026-12-07',
    ]);
    settled(await desk.client.history.undo({}));
    await beginRamp('2026-12-21');
    expect(await gatesOf()).toEqual([]);
  });

  test('read what was lifted, felt and run, and say what is not known', async () => {
    await beginRamp('2026-11-09');
    const [blind] = await gatesOf();
    expect(blind).toMatchObject({ gate: 'G1', outcome: 'fail', repeats: 0, next: 'repeatWeek' });
    expect(blind?.against).toContain('0 of the last 2 lifts done, 2 needed');
    expect(blind?.unknown).toContain('not known: soreness after the last two lifts');
    const lifts = [
      ['2026-11-10', '2026-11-12', 3],
      ['2026-11-17', '2026-11-18', 6],
    ] as const;
    for (const [on, soreOn, soreness] of lifts) {
      const result = { title: 'Session A', sets: [{ exerciseKey: 'sq_back', reps: 6, loadKg: 60, rpe: 7 }] };
      settled(await desk.client.log.recordSession({ athleteId, on: on as typeof TODAY, result }));
      settled(
        await desk.client.log.recordCheckIn({
          athleteId,
          on: soreOn as typeof TODAY,
          report: { soreness, painScore: 1 },
        }),
      );
    }
    const [seen] = await gatesOf();
    expect(seen?.against).toEqual(['soreness 6, 4 at most']);
    expect(seen?.unknown).not.toContain('not known: pain in lifts');
  });

  test('a shut gate repeats the week before it, three times before the coach must look', async () => {
    await beginRamp('2026-11-16');
    const before = dump(desk.databaseFile);
    const { programId } = await programOf();
    for (let repeat = 0; repeat < 3; repeat += 1) {
      const { revision } = await programOf();
      settled(await desk.client.programs.repeatWeek({ programId, revision, week: 2 }));
    }
    const weeks = await weeksOf();
    expect(weeks.slice(0, 7).map((week) => week.number)).toEqual([3, 4, 4, 4, 4, 5, 6]);
    expect(weeks.map((week) => week.ordinal)).toEqual(weeks.map((_, index) => index + 1));
    expect(weeks[5]?.startsOn).toBe('2026-12-21');
    expect((await programOf()).endsOn).toBe('2027-03-14');
    for (let repeat = 0; repeat < 3; repeat += 1) settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
    const { revision } = await programOf();
    expect(refusal(await desk.client.programs.repeatWeek({ programId, revision, week: 400 }))).toBe('WeekNotFound');
  });
});

test('the first session after a break is lighter and shorter, and says so; the next ones are as planned', async () => {
  const lift = async (on: string): Promise<void> => {
    const sets = [{ exerciseKey: 'sq_back', reps: 5, loadKg: 100, rpe: 8 }];
    const result = { title: 'Legs', sets };
    settled(await desk.client.log.recordSession({ athleteId, on: on as typeof TODAY, result }));
  };
  await lift('2026-10-26');
  await assign('heavy-for-runners');
  const [first, second] = (await weeksOf())[0]?.sessions ?? [];
  const [back] = first?.slots[0]?.prescriptions ?? [];
  expect(back?.prescription.sets).toBe(2);
  const rules = back?.resolved.explanation.filter(({ rule }) => rule === 'R2.13').map(({ value }) => value);
  expect(rules?.[0]).toMatch(/^first session after 29 days: × 0.882 = /);
  expect(rules?.[1]).toBe('3 → 2, 60 % on the first day back');
  expect(second?.slots[0]?.prescriptions[0]?.prescription.sets).toBe(3);
  expect(first?.slots[0]?.cell).toBe("3x5 @77.5% cap8 r3'");
  await lift('2026-11-22');
  expect((await weeksOf())[0]?.sessions[0]?.slots[0]?.prescriptions[0]?.prescription.sets).toBe(3);
});

test('a deload that is due is said with its reasons, and made in one step that can be undone', async () => {
  await assign('heavy-for-runners');
  const { programId, revision } = await programOf();
  expect(settled(await desk.client.programs.deloadDue({ programId }))).toEqual({});
  for (const on of ['2026-11-21', '2026-11-23']) {
    const report = { sleepH: 5.5, painScore: 0 };
    settled(await desk.client.log.recordCheckIn({ athleteId, on: on as typeof TODAY, report }));
  }
  const { due } = settled(await desk.client.programs.deloadDue({ programId }));
  expect(due).toEqual({ week: 1, startsOn: TODAY, reasons: ['twoAmberDays'] });
  const before = dump(desk.databaseFile);
  settled(await desk.client.programs.deloadWeek({ programId, revision, week: 1 }));
  const [week] = await weeksOf();
  expect(week?.kind).toBe('deload');
  expect(week?.sessions[0]?.slots[0]?.cell).toBe("2x5 @69.8% cap7 r3'");
  expect(settled(await desk.client.programs.deloadDue({ programId }))).toEqual({});
  settled(await desk.client.history.undo({}));
  expect(dump(desk.databaseFile)).toEqual(before);
});

test('a program that was lifted can be removed: what was done stays, and undo links it again', async () => {
  await assign('heavy-for-runners');
  const [session, other] = (await weeksOf())[0]?.sessions ?? [];
  for (const [on, sessionId] of [
    [TODAY, session?.sessionId],
    ['2026-11-24' as typeof TODAY, other?.sessionId],
  ] as const) {
    const sets = [{ exerciseKey: 'sq_back', reps: 5, loadKg: 80, rpe: 8 }];
    settled(await desk.client.log.recordSession({ athleteId, on, result: { title: 'A', sessionId, sets } }));
  }
  const before = dump(desk.databaseFile);
  settled(await desk.client.programs.remove({ programId: (await programOf()).programId }));
  const { entries } = settled(await desk.client.log.list({ athleteId, kinds: ['lift'], limit: 5 }));
  expect(entries).toHaveLength(2);
  settled(await desk.client.history.undo({}));
  expect(dump(desk.databaseFile)).toEqual(before);
  expect(settled(await desk.client.app.verify({})).ok).toBe(true);
});

test('a session recorded as planned, without a word on how hard it was, does not make anybody weaker', async () => {
  const e1rm = async () => settled(await desk.client.analysis.strength({ athleteId, weeks: 12 })).lifts[0]?.trendKg;
  settled(
    await desk.client.log.recordTest({
      athleteId,
      on: '2026-11-20' as typeof TODAY,
      test: { exerciseKey: 'sq_back', loadKg: 100 },
    }),
  );
  await assign('heavy-for-runners');
  const session = (await weeksOf())[0]?.sessions[0];
  const sets = [{ exerciseKey: 'sq_back', reps: 5, loadKg: 77.5 }];
  const result = { title: 'A', sessionId: session?.sessionId, sets };
  settled(await desk.client.log.recordSession({ athleteId, on: TODAY, result }));
  expect(await e1rm()).toBeCloseTo(100, 6);
  expect(settled(await desk.client.app.verify({})).ok).toBe(true);
});

test('done is the session that was recorded; a lift recorded as none of them counts for the next one that is left', async () => {
  await assign('heavy-for-runners');
  const done = async () => (await weeksOf())[0]?.sessions.map((session) => session.isDone);
  const second = (await weeksOf())[0]?.sessions[1];
  const sets = [{ exerciseKey: 'hi_rdl_bb', reps: 5, loadKg: 80, rpe: 8 }];
  settled(
    await desk.client.log.recordSession({
      athleteId,
      on: TODAY,
      result: { title: 'B', sessionId: second?.sessionId, sets },
    }),
  );
  expect(await done()).toEqual([false, true]);
  settled(await desk.client.log.recordSession({ athleteId, on: TODAY, result: { title: 'Legs', sets } }));
  expect(await done()).toEqual([true, true]);
});
