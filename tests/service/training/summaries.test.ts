import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addAthlete,
  commit,
  lookInto,
  makeSample,
  openDesk,
  openDeskAt,
  ownExerciseOf,
  settled,
  TODAY,
  type Desk,
} from '../openDesk.ts';

const failing = async ({ client }: Desk): Promise<string[]> =>
  settled(await client.app.verify({}))
    .checks.filter((check) => !check.ok)
    .map((check) => check.name);

describe('a check of the whole database', () => {
  test('finds nothing wrong after a sample, an import, edits and undoing', async () => {
    const desk = openDesk();
    await makeSample(desk, 3);
    const { athletes } = settled(await desk.client.athletes.list({}));
    const athleteId = athletes[0]?.athleteId;
    if (athleteId === undefined) throw new Error('the sample is empty');
    settled(await commit(desk, ['imports/strava-en.csv', 'imports/strong-2021.csv'], { kind: 'athlete', athleteId }));
    expect(await failing(desk)).toEqual([]);
    settled(await desk.client.history.undo({}));
    expect(await failing(desk)).toEqual([]);
    settled(await desk.client.history.redo({}));
    expect(await failing(desk)).toEqual([]);
  });

  test.each([
    ['a running day', 'UPDATE run_day SET distance_m = distance_m + 1000 WHERE rowid_of = 1', 'running days'],
    ['a missing running day', 'DELETE FROM run_day WHERE rowid_of = 1', 'running days'],
    ['a surplus running day', "INSERT INTO run_day VALUES (1, '2001-01-01', 1, 5000, 0, 1800)", 'running days'],
    ['a week', 'UPDATE week_summary SET lift_sessions = lift_sessions + 1', 'weeks'],
    ['a trend', 'UPDATE lift_day SET trend_kg = trend_kg * 1.1', 'strength days'],
    ['a missing lifting day', 'DELETE FROM lift_day', 'strength days'],
    ['what a plan asks', 'UPDATE plan_week SET lower_sets = lower_sets + 1', 'planned weeks'],
    ['a missing planned week', 'DELETE FROM plan_week', 'planned weeks'],
  ])('names what is wrong when somebody has meddled with %s', async (_what, sql, check) => {
    const desk = openDesk();
    await makeSample(desk, 2);
    const one = '(athlete_id, day) IN (SELECT athlete_id, day FROM run_day LIMIT 1)';
    lookInto(desk.databaseFile, (connection) => connection.exec(sql.replace('rowid_of = 1', one)));
    expect(await failing(desk)).toContain(check);
  });

  test('an exercise that turns out to be of another pattern is counted anew in plans and in weeks', async () => {
    const desk = openDesk();
    const { client } = desk;
    const athleteId = await addAthlete(desk, 'Ana Duarte');
    const { exerciseKey } = settled(await client.exercises.addOwn({ exercise: ownExerciseOf('Sled push') }));
    settled(
      await client.programs.assign({ athleteIds: [athleteId], templateKey: 'heavy-for-runners', startsOn: TODAY }),
    );
    const { program } = settled(await client.programs.forAthlete({ athleteId }));
    if (program === undefined) throw new Error('no program');
    const row = { session: 'Session A', label: 'A1', exerciseKey, fromWeek: 1 };
    settled(
      await client.programs.edit({
        programId: program.programId,
        revision: program.revision,
        edits: [{ kind: 'exercise', ...row }],
      }),
    );
    settled(
      await client.log.recordSession({
        athleteId,
        on: TODAY,
        result: { title: 'Sled', sets: [{ exerciseKey, reps: 8, loadKg: 60, rpe: 8 }] },
      }),
    );
    const lowerSets = (): unknown =>
      lookInto(desk.databaseFile, (connection) => [
        connection.prepare('SELECT sum(lower_sets) FROM plan_week').pluck().get(),
        connection.prepare('SELECT sum(lower_hard_sets) FROM week_summary').pluck().get(),
      ]);
    const before = lowerSets();
    const exercise = { ...ownExerciseOf('Sled push'), pattern: 'push' as const };
    settled(await client.exercises.editOwn({ exerciseKey, exercise }));
    expect(await failing(desk)).toEqual([]);
    expect(lowerSets()).not.toEqual(before);
    settled(await client.history.undo({}));
    expect(lowerSets()).toEqual(before);
  });

  test('names rows that point nowhere', async () => {
    const desk = openDesk();
    lookInto(desk.databaseFile, (connection) => {
      connection.pragma('foreign_keys = OFF');
      connection.exec(
        "INSERT INTO race (athlete_id, name, raced_on, priority) VALUES (999, 'Ghost', '2026-12-01', 'A')",
      );
    });
    expect(await failing(desk)).toEqual(['references']);
    lookInto(desk.databaseFile, (connection) => connection.exec('DELETE FROM race'));
  });
});

describe('on the sample roster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ironstride-test-'));
  let desk: Desk;
  beforeAll(async () => {
    desk = openDeskAt(join(folder, 'desk.db'));
    await makeSample(desk, 12, 1);
  });
  afterAll(async () => {
    await desk.shut();
    rmSync(folder, { recursive: true });
  });

  const everybody = async () => settled(await desk.client.athletes.list({})).athletes;

  test('the roster shows everybody who is not archived, each once, and the archived apart', async () => {
    const all = await everybody();
    for (const archived of [false, true]) {
      const { rows } = settled(await desk.client.roster.view({ archived }));
      expect(rows.map((row) => row.athleteId)).toEqual(
        all.filter((athlete) => athlete.isArchived === archived).map((athlete) => athlete.athleteId),
      );
    }
  });

  test('the roster has somebody to look at, somebody on track, and a reason for each', async () => {
    const { rows, groups } = settled(await desk.client.roster.view({ archived: false }));
    expect(new Set(rows.map((row) => row.status.level)).size).toBeGreaterThan(1);
    expect(rows.every((row) => row.status.reasons.length > 0 && row.runWeeksM.length === 12)).toBe(true);
    expect(rows.some((row) => (row.squat ?? row.hinge) !== undefined)).toBe(true);
    for (const { name, athletes } of groups) {
      expect(rows.filter((row) => row.groups.includes(name))).toHaveLength(athletes);
    }
  });

  test('the weeks of the chart add up to the runs in the log', async () => {
    for (const { athleteId } of await everybody()) {
      const chart = settled(await desk.client.analysis.strengthAgainstRunning({ athleteId, weeks: 1040 }));
      const stats = settled(await desk.client.analysis.stats({ athleteId }));
      expect(chart.weeks).toHaveLength(1040);
      expect(chart.weeks.reduce((sum, week) => sum + week.runs, 0)).toBe(stats.runs);
      expect(chart.weeks.reduce((sum, week) => sum + week.runM, 0)).toBeCloseTo(stats.distanceM, 0);
      for (const lift of chart.lifts) {
        for (const point of lift.points)
          expect(point.lowKg <= point.trendKg && point.trendKg <= point.highKg).toBe(true);
      }
    }
  });

  test.each([1, 2, 7, 50, 400])(
    'the log read %i at a time has every entry exactly once, newest first',
    async (limit) => {
      const kinds = ['lift' as const, 'run' as const, 'other' as const, 'checkIn' as const];
      for (const { athleteId } of (await everybody()).slice(0, limit === 1 ? 2 : 12)) {
        const counted = lookInto(desk.databaseFile, (connection) =>
          connection
            .prepare<[{ id: number }], number>(
              `SELECT (SELECT count(*) FROM run WHERE athlete_id = @id) + (SELECT count(*) FROM lift_session WHERE athlete_id = @id)
               + (SELECT count(*) FROM check_in WHERE athlete_id = @id) + (SELECT count(*) FROM other_activity WHERE athlete_id = @id)`,
            )
            .pluck()
            .get({ id: athleteId }),
        );
        const days: string[] = [];
        const seen = new Set<string>();
        let before: typeof TODAY | undefined;
        do {
          const page = settled(
            await desk.client.log.list({ athleteId, kinds, limit, ...(before === undefined ? {} : { before }) }),
          );
          for (const entry of page.entries) {
            days.push(entry.performedOn);
            seen.add(JSON.stringify(entry));
          }
          before = page.more;
        } while (before !== undefined);
        expect(days).toHaveLength(counted ?? -1);
        expect(seen.size).toBe(days.length);
        expect(days).toEqual(days.toSorted().toReversed());
      }
    },
  );

  test('the sheet prints the loads that the program shows, for the same sessions on the same days', async () => {
    const { sheets, without } = settled(
      await desk.client.sheets.week({ week: settled(await desk.client.app.describe({})).week }),
    );
    expect(sheets.length).toBeGreaterThan(2);
    let loads = 0;
    for (const sheet of sheets) {
      const { details } = settled(await desk.client.athletes.open({ athleteId: sheet.athleteId }));
      const { program } = settled(await desk.client.programs.forAthlete({ athleteId: sheet.athleteId }));
      const week = program?.blocks.flatMap((block) => block.weeks).find(({ startsOn }) => startsOn === TODAY);
      expect(sheet.panels.map((panel) => [panel.name, panel.date])).toEqual(
        week?.sessions
          .map((session) => [session.name, session.date])
          .toSorted((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1)),
      );
      if (details.gym.unit !== details.massUnit) continue;
      for (const session of week?.sessions ?? []) {
        const panel = sheet.panels.find(({ name }) => name === session.name);
        for (const slot of session.slots) {
          const row = panel?.rows.find(({ label }) => label === slot.label);
          expect(row?.exercise).toBe(slot.exercise);
          slot.prescriptions.forEach(({ prescription, resolved }, index) => {
            const line = row?.lines[index];
            expect(line?.setBoxes).toBe(prescription.sets);
            if (resolved.load === undefined) return;
            loads += 1;
            expect(line?.target).toContain(` @ ${resolved.load} ${details.massUnit}`);
            expect(line?.plates ?? '').toBe(
              resolved.perSide?.length === 0 ? line?.plates : (resolved.perSide?.join(' + ') ?? ''),
            );
          });
        }
      }
    }
    expect(loads).toBeGreaterThan(0);
    for (const { athleteId } of without) expect(sheets.map((sheet) => sheet.athleteId)).not.toContain(athleteId);
  });

  test('nobody is given two programs at a time, however often they are named', async () => {
    const { rows } = settled(await desk.client.roster.view({ archived: false }));
    const athleteId = rows.find((row) => row.program === undefined)?.athleteId ?? rows[0]?.athleteId;
    if (athleteId === undefined) throw new Error('nobody there');
    const before = settled(await desk.client.programs.forAthlete({ athleteId })).programs.length;
    const order = { athleteIds: [athleteId, athleteId], templateKey: 'start-ramp', startsOn: TODAY };
    const preview = settled(await desk.client.programs.previewAssignment(order));
    expect(preview.athletes).toHaveLength(1);
    const reply = await desk.client.programs.assign({ ...order, startsOn: '2028-01-03' as typeof TODAY });
    expect(settled(reply)).toMatchObject({ assigned: 1 });
    expect(settled(await desk.client.programs.forAthlete({ athleteId })).programs).toHaveLength(before + 1);
    settled(await desk.client.history.undo({}));
  });

  test('what is looked at often is found by an index: no question reads the whole diary', async () => {
    const fresh = openDesk();
    await makeSample(fresh, 1, 0.25);
    await fresh.shut();
    const prepared = vi.spyOn(Database.prototype, 'prepare');
    const again = openDeskAt(fresh.databaseFile);
    const athleteId = settled(await again.client.athletes.list({})).athletes[0]?.athleteId;
    if (athleteId === undefined) throw new Error('the sample is empty');
    settled(await again.client.roster.view({ archived: false }));
    settled(await again.client.analysis.strengthAgainstRunning({ athleteId, weeks: 52 }));
    settled(await again.client.analysis.consistency({ athleteId, weeks: 52 }));
    settled(await again.client.analysis.stats({ athleteId }));
    settled(await again.client.programs.forAthlete({ athleteId }));
    settled(await again.client.log.list({ athleteId, kinds: ['lift', 'run', 'other', 'checkIn'], limit: 50 }));
    settled(await again.client.sheets.week({ week: settled(await again.client.app.describe({})).week }));
    const questions = [...new Set(prepared.mock.calls.map(([sql]) => sql))].filter((sql) =>
      sql.trimStart().startsWith('SELECT'),
    );
    prepared.mockRestore();
    await again.shut();
    expect(questions.length).toBeGreaterThan(10);
    const wholeTables = lookInto(desk.databaseFile, (connection) =>
      questions.flatMap((sql) => {
        const count = new Set(sql.match(/\?\d*/g) ?? []).size;
        const numbered = /\?\d/.test(sql);
        const values = numbered
          ? [Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index + 1), null]))]
          : Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => null);
        return connection
          .prepare(`EXPLAIN QUERY PLAN ${sql}`)
          .all(...values)
          .map((row) => (row as { detail: string }).detail)
          .filter((detail) => /^SCAN (lift_set|lift_session|run|other_activity|s|r)\b/.test(detail))
          .map((detail) => `${detail}: ${sql}`);
      }),
    );
    expect(wholeTables).toEqual([]);
  });
});
