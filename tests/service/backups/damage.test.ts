import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { listen } from '../../../src/contract/client.ts';
import { chanceFrom } from '../../../src/domain/kernel/chance.ts';
import { addDays } from '../../../src/domain/kernel/plainDate.ts';
import { EARLIER_PAGE_BYTES, PAGE_BYTES } from '../../../src/service/db/pageBytes.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  lookInto,
  makeSample,
  openDesk,
  openDeskAt,
  ownFolder,
  settled,
  stepsOf,
  TODAY,
  type Desk,
} from '../openDesk.ts';
import { namesIn, told, toldAtOpening } from './toldFault.ts';

/** Writes noise over some bytes of a file. */
const hurt = (file: string, at: number, bytes: number, seed = 1): void => {
  const content = readFileSync(file);
  const chance = chanceFrom(seed);
  for (let n = at; n < Math.min(at + bytes, content.length); n += 1) content[n] = Math.floor(chance() * 256);
  writeFileSync(file, content);
};

const PAGE = PAGE_BYTES;

const sampleFile = async (): Promise<Desk> => {
  const desk = openDesk();
  await makeSample(desk, 6, 0.5);
  await addAthlete(desk, 'Anna Last');
  await desk.shut();
  return desk;
};

/** Gives a file pages of another size, as those begun by earlier versions have them. */
const withPagesOf = (file: string, bytes: number): void => {
  const connection = new Database(file);
  connection.pragma('journal_mode = DELETE');
  connection.pragma(`page_size = ${bytes}`);
  connection.exec('VACUUM');
  expect(connection.pragma('page_size', { simple: true })).toBe(bytes);
  connection.close();
};

const pagesOf = (file: string, table: string): number[] =>
  lookInto(file, (connection) =>
    connection
      .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno")
      .pluck()
      .all(table),
  );

/** Asks what the screens ask: none of it may end in a defect. */
const everythingAnswers = async ({ client, service }: Desk): Promise<void> => {
  const { athletes } = settled(await client.athletes.list({}));
  const questions: [string, unknown][] = [
    ['roster.view', { archived: false }],
    ['history.list', { limit: 50 }],
    ['exercises.list', {}],
    ['programs.templates', {}],
    ['imports.list', {}],
    ...athletes.flatMap(({ athleteId }): [string, unknown][] => [
      ['athletes.open', { athleteId }],
      ['programs.grid', { athleteId }],
      ['programs.forAthlete', { athleteId }],
      ['analysis.stats', { athleteId }],
      ['analysis.overview', { athleteId, weeks: 26 }],
      ['log.view', { athleteId, from: addDays(TODAY, -60), to: TODAY }],
      ['calendar.view', { athleteIds: [athleteId], from: TODAY, to: addDays(TODAY, 27) }],
    ]),
  ];
  for (const [operation, input] of questions) {
    const reply = JSON.parse(await service.request(JSON.stringify({ operation, input }))) as {
      readonly ok: boolean;
      readonly error?: { readonly tag: string };
    };
    expect([operation, reply.error?.tag]).not.toContain('Defect');
  }
};

describe('a damaged database', () => {
  test('that a job of its own thread meets is told the same way, and every window is told', async () => {
    const desk = await sampleFile();
    const leaves = pagesOf(desk.databaseFile, 'run');
    hurt(desk.databaseFile, ((leaves.at(-1) ?? 1) - 1) * PAGE, PAGE);
    const again = openDeskAt(desk.databaseFile, { inThread: true });
    const heard: unknown[] = [];
    listen(again.service, (message) => void heard.push(message));
    expect(told(await again.client.backups.make({ kind: 'byHand' }))).toContain('is damaged and cannot be worked on');
    expect(heard).toContainEqual({ kind: 'changed', topics: expect.arrayContaining(['settings', 'backups']) });
    expect(told(await again.client.roster.view({ archived: false }))).toContain('is damaged');
    const report = settled(await again.client.recovery.salvage({}));
    expect(report.things.find(({ thing }) => thing === 'athletes')).toEqual({ thing: 'athletes', kept: 7, lost: 0 });
    settled(await again.client.recovery.open({ what: 'salvaged' }));
    expect(await namesIn(again)).toContain('Anna Last');
    await again.shut();
  });

  test.each([
    ['', PAGE_BYTES],
    [' of an earlier version', EARLIER_PAGE_BYTES],
  ])('with a hurt header%s: opens to what can be done; the salvage loses nothing, not even undo', async (_, bytes) => {
    const desk = await sampleFile();
    withPagesOf(desk.databaseFile, bytes);
    const before = dump(desk.databaseFile);
    hurt(desk.databaseFile, 0, 100);
    const again = openDeskAt(desk.databaseFile);
    expect(told(await again.client.roster.view({ archived: false }))).toContain('is damaged and cannot be worked on');
    const report = settled(await again.client.recovery.salvage({}));
    expect(report.keepsHistory).toBe(true);
    expect(report.things.every(({ lost }) => lost === 0)).toBe(true);
    settled(await again.client.recovery.open({ what: 'salvaged' }));
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(settled(await again.client.app.verify({})).ok).toBe(true);
    expect(settled(await again.client.history.undo({})).label).toBe('Add Anna Last');
    expect(readdirSync(join(desk.databaseFile, '..'))).toContain('desk.db.damaged-2026-11-23');
    await again.shut();
  });

  test.each(['run', 'lift_set', 'lift_session', 'athlete', 'exercise', 'usual_day', 'slot', 'week'])(
    'with a hurt leaf of %s: the salvage keeps all but what stood there, and the desk works on it',
    async (table) => {
      const desk = await sampleFile();
      const leaves = pagesOf(desk.databaseFile, table);
      const page = leaves[Math.floor(leaves.length / 2)] ?? 1;
      const countIn = (name: string): number =>
        lookInto(desk.databaseFile, (connection) =>
          Number(connection.prepare(`SELECT count(*) FROM ${name}`).pluck().get()),
        );
      const [rows, runs] = [countIn(table), countIn('run')];
      hurt(desk.databaseFile, (page - 1) * PAGE, PAGE);
      const again = openDeskAt(desk.databaseFile);
      // Found when it is first met; from then on nothing more is written to it.
      await again.client.app.describe({});
      const checked = settled(await again.client.app.verify({}));
      expect(checked.ok).toBe(false);
      expect(checked.checks.find(({ ok }) => !ok)?.advice).toContain('Restore the newest backup');
      settled(await again.client.recovery.salvage({}));
      const met = await again.client.backups.make({ kind: 'byHand' });
      expect(told(met)).toContain('is damaged and cannot be worked on');
      settled(await again.client.recovery.open({ what: 'salvaged' }));
      expect(settled(await again.client.app.verify({})).ok).toBe(true);
      expect(countIn(table)).toBeGreaterThan(leaves.length > 1 ? rows / leaves.length / 2 : -1);
      if (table !== 'run') expect(countIn('run')).toBe(runs);
      // What ships with the program comes back with it.
      if (table === 'exercise') expect(countIn('exercise')).toBeGreaterThanOrEqual(rows);
      await everythingAnswers(again);
      await again.shut();
    },
  );

  test('with two hurt leaves of sets: those of the sessions between them are found by their sessions', async () => {
    const desk = await sampleFile();
    const setsOf = (): unknown[] =>
      lookInto(desk.databaseFile, (connection) =>
        connection
          .prepare("SELECT lift_session_id || ' ' || ordinal FROM lift_set ORDER BY lift_session_id, ordinal")
          .pluck()
          .all(),
      );
    const leaves = pagesOf(desk.databaseFile, 'lift_set');
    expect(leaves.length).toBeGreaterThan(5);
    const before = setsOf();
    for (const at of [1, leaves.length - 2]) hurt(desk.databaseFile, ((leaves[at] ?? 1) - 1) * PAGE, PAGE);
    const again = openDeskAt(desk.databaseFile);
    expect(settled(await again.client.app.verify({})).ok).toBe(false);
    settled(await again.client.recovery.salvage({}));
    expect(told(await again.client.backups.make({ kind: 'byHand' }))).toContain('is damaged');
    settled(await again.client.recovery.open({ what: 'salvaged' }));
    const after = setsOf();
    const saved = new Set(after);
    expect(before.filter((one) => saved.has(one))).toEqual(after);
    // Two leaves are gone, and what stands between them and the next session.
    expect(before.length - after.length).toBeGreaterThan(0);
    expect(before.length - after.length).toBeLessThan((before.length / leaves.length) * 3);
    await again.shut();
  });

  test('at random pages: whatever is hurt, there is a way on, and no defect', async () => {
    const desk = openDesk();
    await makeSample(desk, 6, 0.5);
    settled(await desk.client.backups.make({ kind: 'byHand' }));
    await desk.shut();
    const backup = join(`${desk.databaseFile}-backups`, '0001 2026-11-23 by hand.db');
    const whole = readFileSync(desk.databaseFile);
    const chance = chanceFrom(11);
    const ways = { salvaged: 0 };
    for (let round = 0; round < 12; round += 1) {
      const file = join(ownFolder(), 'desk.db');
      writeFileSync(file, whole);
      const pages = 1 + Math.floor(chance() * 6);
      for (let n = 0; n < pages; n += 1) {
        const page = 1 + Math.floor((chance() * whole.length) / PAGE - 1);
        hurt(file, page * PAGE, chance() < 0.5 ? PAGE : 40, round * 10 + n);
      }
      const again = openDeskAt(file);
      const salvaged = await again.client.recovery.salvage({});
      if (salvaged.ok) ways.salvaged += 1;
      else expect(told(salvaged)).toContain('restore a backup instead');
      // Met on the way, or not at all: then it lies where nobody looks.
      const checked = settled(await again.client.app.verify({}));
      await again.client.backups.make({ kind: 'byHand' });
      const { damage } = settled(await again.client.recovery.describe({}));
      if (damage !== undefined && salvaged.ok) settled(await again.client.recovery.open({ what: 'salvaged' }));
      else if (damage !== undefined || !checked.ok) {
        settled(await again.client.backups.restore({ from: { kind: 'file', path: backup } }));
      }
      expect(settled(await again.client.app.verify({})).ok, `round ${round}`).toBe(true);
      await everythingAnswers(again);
      await again.shut();
    }
    expect(ways.salvaged).toBeGreaterThanOrEqual(10);
  }, 60_000);

  test('with no list of tables left: the salvage says so, a backup or an empty desk is still a way on', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    settled(await desk.client.backups.make({ kind: 'byHand' }));
    await desk.shut();
    hurt(desk.databaseFile, 0, 40 * PAGE);
    const again = openDeskAt(desk.databaseFile);
    expect(told(await again.client.recovery.salvage({}))).toContain('Nothing could be read from the damaged file');
    settled(await again.client.recovery.open({ what: 'nothing' }));
    expect(await namesIn(again)).toEqual([]);
    settled(await again.client.backups.restore({ from: { kind: 'backup', name: '0001 2026-11-23 by hand.db' } }));
    expect(await namesIn(again)).toEqual(['Anna First']);
    await again.shut();
  });

  test('with a hurt log: every change up to there is whole, and none is half', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'First Runner');
    const before = statSync(`${desk.databaseFile}-wal`).size;
    for (let n = 0; n < 12; n += 1) await addAthlete(desk, `Runner ${n}`);
    // As if the power had gone: the log has not been written back.
    const file = join(ownFolder(), 'desk.db');
    for (const ending of ['', '-wal']) copyFileSync(`${desk.databaseFile}${ending}`, `${file}${ending}`);
    const { size } = statSync(`${file}-wal`);
    expect(size).toBeGreaterThan(before);
    hurt(`${file}-wal`, Math.floor((before + size) / 2), 200);
    const again = openDeskAt(file);
    const names = await namesIn(again);
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(13);
    expect(await stepsOf(again)).toHaveLength(names.length);
    expect(settled(await again.client.app.verify({})).ok).toBe(true);
    await again.shut();
  });

  test('is not what another program’s file is: that one is left alone', () => {
    const file = join(ownFolder(), 'photo.db');
    writeFileSync(file, 'JFIF'.repeat(9000));
    expect(toldAtOpening(() => openDeskAt(file))).toContain('is not a database that Ironstride can read');
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});
