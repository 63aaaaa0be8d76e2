import { beforeEach, describe, expect, test } from 'vitest';
import type { AthleteId } from '../../../src/domain/kernel/ids.ts';
import type { PlainDate } from '../../../src/domain/kernel/plainDate.ts';
import { addAthlete, lookInto, openDesk, refusal, settled, type Desk } from '../openDesk.ts';
import { dump } from '../dump.ts';

const on = '2026-11-20' as PlainDate;
let desk: Desk;
let athleteId: AthleteId;

beforeEach(async () => {
  desk = openDesk();
  athleteId = await addAthlete(desk, 'Ana Duarte');
});

const entries = async () =>
  settled(await desk.client.log.list({ athleteId, kinds: ['lift', 'run', 'other', 'checkIn', 'test'], limit: 50 }))
    .entries;

describe('a check-in', () => {
  test('is one a day: the second of a day replaces the first', async () => {
    settled(
      await desk.client.log.recordCheckIn({ athleteId, on, report: { sleepH: 7, painScore: 2, painSite: 'knee' } }),
    );
    settled(await desk.client.log.recordCheckIn({ athleteId, on, report: { sleepH: 6, soreness: 4 } }));
    expect(await entries()).toEqual([{ kind: 'checkIn', performedOn: on, sleepH: 6, soreness: 4 }]);
  });

  test('without a single answer is refused and leaves nothing', async () => {
    const reply = await desk.client.log.recordCheckIn({ athleteId, on, report: {} });
    expect(reply).toEqual({ ok: false, error: { tag: 'NothingReported' } });
    expect(await entries()).toEqual([]);
  });

  test('with pain above 5 turns the athlete’s status to act', async () => {
    settled(await desk.client.log.recordTest({ athleteId, on, test: { exerciseKey: 'sq_back', loadKg: 100 } }));
    settled(await desk.client.log.recordCheckIn({ athleteId, on, report: { painScore: 7, painSite: 'hip' } }));
    const { rows } = settled(await desk.client.roster.view({ archived: false }));
    expect(rows[0]?.status.level).not.toBe('ok');
  });

  test('that is removed comes back with undo', async () => {
    settled(await desk.client.log.recordCheckIn({ athleteId, on, report: { mood: 8 } }));
    settled(await desk.client.log.removeCheckIn({ athleteId, on }));
    expect(await entries()).toEqual([]);
    settled(await desk.client.history.undo({}));
    expect(await entries()).toHaveLength(1);
  });
});

describe('what is noted of a run', () => {
  const addRun = (day: string): void => {
    lookInto(desk.databaseFile, (connection) =>
      connection
        .prepare(
          `INSERT INTO run (athlete_id, performed_on, sport, is_treadmill, is_key, distance_m, moving_s, source)
           VALUES (?, ?, 'run', 0, 1, 20000, 6000, 'test')`,
        )
        .run(athleteId, day),
    );
  };

  test('stands in the log, counts as edited, is replaced whole, and undo takes it back', async () => {
    addRun(on);
    const [run] = await entries();
    if (run?.kind !== 'run') throw new Error('no run');
    const { runId } = run;
    // The run was put there past the service: this counts its week.
    settled(await desk.client.log.noteRun({ athleteId, runId, note: { rpe: 5 } }));
    const before = dump(desk.databaseFile);
    settled(await desk.client.log.noteRun({ athleteId, runId, note: { rpe: 6.5, decouplingPct: -1.2 } }));
    expect((await entries())[0]).toMatchObject({ rpe: 6.5, decouplingPct: -1.2 });
    const edited = lookInto(desk.databaseFile, (connection) => connection.prepare('SELECT edited_at FROM run').get());
    expect(edited).toEqual({ edited_at: expect.any(String) });
    settled(await desk.client.log.noteRun({ athleteId, runId, note: { rpe: 7 } }));
    const [noted] = await entries();
    expect(noted).toMatchObject({ rpe: 7 });
    expect(noted).not.toHaveProperty('decouplingPct');
    settled(await desk.client.history.undo({}));
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('of another athlete, or out of range, is refused', async () => {
    addRun(on);
    const [run] = await entries();
    if (run?.kind !== 'run') throw new Error('no run');
    const other = await addAthlete(desk, 'Ben Osei');
    const { runId } = run;
    expect(refusal(await desk.client.log.noteRun({ athleteId: other, runId, note: { rpe: 5 } }))).toBe('EntryNotFound');
    expect(refusal(await desk.client.log.noteRun({ athleteId, runId, note: { rpe: 11 } }))).toBe('BadRequest');
    expect(refusal(await desk.client.log.noteRun({ athleteId: 99 as AthleteId, runId, note: {} }))).toBe(
      'AthleteNotFound',
    );
  });

  test('of long runs before and since lifting began makes the guard speak of decoupling', async () => {
    const monday = '2026-11-02' as PlainDate;
    settled(await desk.client.programs.create({ athleteId, name: 'Winter', startsOn: monday, weeks: 8 }));
    const days = ['09-05', '09-12', '09-19', '09-26', '11-08', '11-15'];
    for (const day of days) addRun(`2026-${day}`);
    const silent = settled(await desk.client.running.guard({ athleteId })).decoupling;
    expect(silent).toMatchObject({ isSilent: true, isWorse: false, words: expect.stringMatching(/^needs /u) });
    for (const run of await entries()) {
      if (run.kind !== 'run') continue;
      const decouplingPct = run.performedOn < monday ? 3 : 7;
      settled(await desk.client.log.noteRun({ athleteId, runId: run.runId, note: { decouplingPct } }));
    }
    const { decoupling, level } = settled(await desk.client.running.guard({ athleteId }));
    expect(decoupling).toMatchObject({ isSilent: false, isWorse: true });
    expect(decoupling.words).toContain('7 %, 7 % on the last two long runs, against 3 % of 4 before');
    expect(level).toBe('green');
  });
});

describe('a tested maximum', () => {
  test('starts the lift’s trend, with the interval of a test', async () => {
    settled(await desk.client.log.recordTest({ athleteId, on, test: { exerciseKey: 'sq_back', loadKg: 100 } }));
    const day2 = '2026-11-22' as PlainDate;
    settled(await desk.client.log.recordTest({ athleteId, on: day2, test: { exerciseKey: 'sq_back', loadKg: 102 } }));
    const { lifts } = settled(await desk.client.analysis.strengthAgainstRunning({ athleteId, weeks: 12 }));
    expect(lifts[0]?.points[0]).toMatchObject({ on, trendKg: expect.closeTo(100, 6), sessionKg: 100 });
    expect(lifts[0]?.points[0]?.lowKg).toBeCloseTo(100 * Math.exp(-1.645 * 0.025), 6);
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
  });

  test('decides the load of the program, and no longer does once it is removed', async () => {
    const startsOn = '2026-11-23' as PlainDate;
    const { details } = settled(await desk.client.athletes.open({ athleteId }));
    settled(await desk.client.athletes.edit({ athleteId, details: { ...details, entryClass: 'C' } }));
    settled(await desk.client.programs.assign({ athleteIds: [athleteId], templateKey: 'start-ramp', startsOn }));
    const squat = async () => {
      const { program } = settled(await desk.client.programs.forAthlete({ athleteId }));
      return program?.blocks[0]?.weeks[0]?.sessions[0]?.slots[0]?.prescriptions[0]?.resolved;
    };
    expect((await squat())?.missing).toBe('noEstimate');
    settled(await desk.client.log.recordTest({ athleteId, on, test: { exerciseKey: 'sq_back', loadKg: 100 } }));
    expect(await squat()).toMatchObject({ load: 75, targetKg: expect.closeTo(75, 6) });
    settled(await desk.client.log.removeTest({ athleteId, on, exerciseKey: 'sq_back' }));
    expect((await squat())?.missing).toBe('noEstimate');
  });

  test('far from what the sets said is believed, because a coach typed it on purpose', async () => {
    const first = '2026-11-02' as PlainDate;
    settled(await desk.client.log.recordTest({ athleteId, on: first, test: { exerciseKey: 'sq_back', loadKg: 60 } }));
    settled(await desk.client.log.recordTest({ athleteId, on, test: { exerciseKey: 'sq_back', loadKg: 110 } }));
    const { lifts } = settled(await desk.client.analysis.strengthAgainstRunning({ athleteId, weeks: 12 }));
    expect(lifts[0]?.points).toHaveLength(2);
    expect(lifts[0]?.points[1]?.trendKg).toBeGreaterThan(80);
  });

  test('of an exercise that is not in the library is refused by name', async () => {
    const reply = await desk.client.log.recordTest({ athleteId, on, test: { exerciseKey: 'nope', loadKg: 50 } });
    expect(reply).toEqual({ ok: false, error: { tag: 'ExerciseNotFound', exerciseKey: 'nope' } });
  });
});
