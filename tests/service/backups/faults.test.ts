import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient, listen } from '../../../src/contract/client.ts';
import { contract } from '../../../src/contract/contract.ts';
import { errorText } from '../../../src/contract/errorText.ts';
import type { Failure, WireFailure } from '../../../src/domain/kernel/failure.ts';
import { chanceFrom } from '../../../src/domain/kernel/chance.ts';
import { addDays } from '../../../src/domain/kernel/plainDate.ts';
import type { Result } from '../../../src/domain/kernel/result.ts';
import type { ServiceDeps } from '../../../src/service/deps.ts';
import { createService } from '../../../src/service/service.ts';
import { UnreadableDatabase } from '../../../src/service/db/unreadableDatabase.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  commit,
  depsAt,
  detailsOf,
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

/** What the coach is told: one sentence or two, and no trace of the program's inside. */
const told = (reply: Result<unknown, Failure | WireFailure>): string => {
  if (reply.ok) throw new Error('it was done');
  const words = errorText(reply.error);
  expect(words).toMatch(/^(?:\p{Lu}|\/).*\.$/su);
  expect(words).not.toMatch(/SQLITE|undefined|\bat .*\.ts/u);
  return words;
};

const toldAtOpening = (open: () => unknown): string => {
  try {
    open();
  } catch (cause) {
    expect(cause).toBeInstanceOf(UnreadableDatabase);
    return cause instanceof Error ? cause.message : '';
  }
  throw new Error('it was opened');
};

const namesIn = async ({ client }: Desk): Promise<string[]> =>
  settled(await client.athletes.list({})).athletes.map(({ name }) => name);

/** A disk of its own, if this system lets us have one. */
const mountDisk = (megabytes: number): string | undefined => {
  const folder = join(tmpdir(), `ironstride-disk-${process.pid}-${Math.trunc(performance.now())}`);
  mkdirSync(folder);
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];
  if (process.platform !== 'linux' || spawnSync('mount', options).status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

const deskWith = (deps: ServiceDeps): Desk => {
  const service = createService(deps);
  return {
    databaseFile: deps.databaseFile,
    service,
    client: createClient(contract, service),
    shut: () => service.close(),
  };
};

describe('a full disk', () => {
  test('a disk that fills up is told; what was done before stays, nothing is half done, and with room it goes on', async (context) => {
    const disk = mountDisk(4);
    if (disk === undefined) return context.skip('no disk of our own could be mounted here (that takes Linux and root)');
    const desk = openDeskAt(join(disk, 'desk.db'));
    await addAthlete(desk, 'Anna First');
    writeFileSync(join(disk, 'film.mp4'), Buffer.alloc(1024 * 1024));
    const room = statSync(desk.databaseFile).size;
    expect(room).toBeGreaterThan(0);
    try {
      for (let n = 0; ; n += 1) writeFileSync(join(disk, `film-${n}.mp4`), Buffer.alloc(16 * 1024));
    } catch {
      // Not a byte more fits.
    }
    const done: string[] = [];
    let words = '';
    for (let n = 0; n < 400 && words === ''; n += 1) {
      const name = `Runner ${n}`;
      const reply = await desk.client.athletes.add({ details: { ...detailsOf(name), notes: 'x'.repeat(3000) } });
      if (reply.ok) done.push(name);
      else words = told(reply);
    }
    expect(words).toBe(
      'The disk is full. This was not done; everything before it is saved. Make room on the disk and try again.',
    );
    expect(await namesIn(desk)).toEqual(expect.arrayContaining(['Anna First', ...done]));
    expect(await namesIn(desk)).toHaveLength(1 + done.length);
    expect(told(await desk.client.backups.make({ kind: 'byHand' }))).toMatch(
      /^The backup was not made: .*full\. The database itself is as it was\.$/u,
    );
    expect(told(await commit(desk, ['imports/strong-v6.csv'], { kind: 'newAthlete', name: 'Nina' }))).toContain('full');
    rmSync(join(disk, 'film.mp4'));
    await addAthlete(desk, 'Zoe Last');
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
    await desk.shut();
    const again = openDeskAt(desk.databaseFile);
    expect(await namesIn(again)).toEqual(expect.arrayContaining(['Anna First', ...done, 'Zoe Last']));
    expect(settled(await again.client.app.verify({})).ok).toBe(true);
    await again.shut();
  });

  test('a full database (no more pages) is told the same way, whatever was asked', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    await desk.shut();
    // As if the disk had no room for one page more.
    const held = deskWith({ ...depsAt(desk.databaseFile), mostPages: 1 });
    let words = '';
    for (let n = 0; n < 60 && words === ''; n += 1) {
      const reply = await held.client.athletes.add({ details: { ...detailsOf(`R ${n}`), notes: 'x'.repeat(3000) } });
      if (!reply.ok) words = told(reply);
    }
    expect(words).toMatch(/^The disk is full\./u);
    expect(settled(await held.client.app.verify({})).ok).toBe(true);
    await held.shut();
  });
});

describe('a place that may not be written', () => {
  test('a read-only disk is told at the start, and nothing is written or lost', async (context) => {
    const disk = mountDisk(8);
    if (disk === undefined) return context.skip('no disk of our own could be mounted here (that takes Linux and root)');
    const desk = openDeskAt(join(disk, 'desk.db'));
    await addAthlete(desk, 'Anna First');
    await desk.shut();
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    expect(toldAtOpening(() => openDeskAt(desk.databaseFile))).toBe(
      `${desk.databaseFile} may not be written: the file, its folder or its disk is read-only. Nothing was changed. Give Ironstride leave to write there, or copy the file into a folder of your own and open that one.`,
    );
    spawnSync('mount', ['-o', 'remount,rw', disk]);
    const again = openDeskAt(desk.databaseFile);
    expect(await namesIn(again)).toEqual(['Anna First']);
    await again.shut();
  });

  test('a file whose owner may not write it is told at the start', async (context) => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    await desk.shut();
    chmodSync(desk.databaseFile, 0o444);
    if (process.getuid?.() === 0) {
      // The superuser may write anything: somebody who may not is asked instead.
      chmodSync(join(desk.databaseFile, '..'), 0o777);
      chmodSync(`${desk.databaseFile}-lock`, 0o666);
      const opened = openAsNobody(desk.databaseFile);
      if (opened === undefined) return context.skip('nobody else could be asked here');
      expect(opened).toContain(`${desk.databaseFile} may not be written`);
      return;
    }
    expect(toldAtOpening(() => openDeskAt(desk.databaseFile))).toContain('may not be written');
  });
});

/** What the command line says to a user who owns nothing; absent where that cannot be tried. */
const openAsNobody = (databaseFile: string): string | undefined => {
  const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
  const { stderr, status } = spawnSync(process.execPath, [main, 'history', '--db', databaseFile], {
    uid: 65_534,
    gid: 65_534,
    env: { ...process.env, HOME: '/tmp' },
    encoding: 'utf8',
  });
  return status === 1 && !stderr.includes('node:') ? stderr : undefined;
};

describe('a file that is taken away while it is open', () => {
  test('one that was removed is written again from what is held, before anything new is', async () => {
    const desk = openDesk({ inThread: true });
    await addAthlete(desk, 'Anna First');
    for (const ending of ['', '-wal', '-shm']) rmSync(`${desk.databaseFile}${ending}`, { force: true });
    await addAthlete(desk, 'Ben Second');
    settled(await commit(desk, ['imports/strava-en.csv'], { kind: 'newAthlete', name: 'Nina' }));
    await desk.shut();
    const again = openDeskAt(desk.databaseFile);
    expect(await namesIn(again)).toEqual(['Anna First', 'Ben Second', 'Nina']);
    // Undo goes on too.
    settled(await again.client.history.undo({}));
    settled(await again.client.history.undo({}));
    expect(await namesIn(again)).toEqual(['Anna First']);
    await again.shut();
  });

  test('nothing is lost either when nothing more is written, and it is only closed', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    rmSync(desk.databaseFile);
    await desk.shut();
    const again = openDeskAt(desk.databaseFile);
    expect(await namesIn(again)).toEqual(['Anna First']);
    await again.shut();
  });

  test('one that was replaced is not written over: what was held is a backup', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    const other = openDeskAt(join(ownFolder(), 'other.db'));
    await addAthlete(other, 'Olga Other');
    await other.shut();
    renameSync(desk.databaseFile, `${desk.databaseFile}.moved`);
    copyFileSync(other.databaseFile, desk.databaseFile);
    const words = told(await desk.client.athletes.add({ details: detailsOf('Ben Second') }));
    expect(words).toContain('was moved or replaced by another program');
    expect(words).toContain('is kept as the backup “0001 2026-11-23 rescued.db”');
    expect(told(await desk.client.athletes.add({ details: detailsOf('Ben Second') }))).toBe(words);
    await desk.shut();
    const again = openDeskAt(desk.databaseFile);
    expect(await namesIn(again)).toEqual(['Olga Other']);
    settled(await again.client.backups.restore({ from: { kind: 'backup', name: '0001 2026-11-23 rescued.db' } }));
    expect(await namesIn(again)).toEqual(['Anna First']);
    await again.shut();
  });

  test('one whose whole folder has gone is told, and what was read stays on the screen', async () => {
    const folder = join(ownFolder(), 'stick');
    const desk = openDeskAt(join(folder, 'desk.db'));
    await addAthlete(desk, 'Anna First');
    rmSync(folder, { recursive: true });
    expect(told(await desk.client.athletes.add({ details: detailsOf('Ben Second') }))).toContain(
      'Bring the file back, or its disk, and start Ironstride again.',
    );
    expect(await namesIn(desk)).toEqual(['Anna First']);
    mkdirSync(folder, { recursive: true });
    await addAthlete(desk, 'Ben Second');
    expect(await namesIn(desk)).toEqual(['Anna First', 'Ben Second']);
    await desk.shut();
  });

  test('one that is not there at the start, but has backups, is asked for instead of begun anew', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    settled(await desk.client.backups.make({ kind: 'byHand' }));
    await desk.shut();
    rmSync(desk.databaseFile);
    const again = openDeskAt(desk.databaseFile);
    expect(told(await again.client.athletes.list({}))).toContain('is not there, but there are backups of it');
    expect(existsSync(desk.databaseFile)).toBe(false);
    settled(await again.client.backups.restore({ from: { kind: 'backup', name: '0001 2026-11-23 by hand.db' } }));
    expect(await namesIn(again)).toEqual(['Anna First']);
    await again.shut();
  });
});

/** Writes noise over some bytes of a file. */
const hurt = (file: string, at: number, bytes: number, seed = 1): void => {
  const content = readFileSync(file);
  const chance = chanceFrom(seed);
  for (let n = at; n < Math.min(at + bytes, content.length); n += 1) content[n] = Math.floor(chance() * 256);
  writeFileSync(file, content);
};

const PAGE = 4096;

const sampleFile = async (): Promise<Desk> => {
  const desk = openDesk();
  await makeSample(desk, 6, 0.5);
  await addAthlete(desk, 'Anna Last');
  await desk.shut();
  return desk;
};

const pagesOf = (file: string, table: string): number[] =>
  lookInto(file, (connection) =>
    connection
      .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno")
      .pluck()
      .all(table),
  );

describe('a database that a newer Ironstride has written', () => {
  test('is told, with what to do, and stays as it is', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    await desk.shut();
    lookInto(desk.databaseFile, (connection) => connection.pragma('user_version = 999'));
    const before = readFileSync(desk.databaseFile);
    expect(() => openDeskAt(desk.databaseFile)).toThrow(
      /^This database was written by a newer Ironstride \(schema 999; this program knows \d+\)\. Nothing was changed\. Open it with the newer program\.$/u,
    );
    expect(readFileSync(desk.databaseFile).equals(before)).toBe(true);
  });
});

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

  test('with a hurt header: opens to what can be done; the salvage loses nothing, not even undo', async () => {
    const desk = await sampleFile();
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

describe('a database that another program holds', () => {
  test('is told when something is to be written, and goes on when it lets go', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    const other = new Database(desk.databaseFile);
    other.exec('BEGIN IMMEDIATE');
    expect(told(await desk.client.athletes.add({ details: detailsOf('Ben Second') }))).toBe(
      'The database is busy in another program. Nothing was changed; try again in a moment.',
    );
    expect(await namesIn(desk)).toEqual(['Anna First']);
    other.exec('ROLLBACK');
    other.close();
    await addAthlete(desk, 'Ben Second');
  }, 30_000);

  test('is told at the start', async () => {
    const desk = openDesk();
    await desk.shut();
    const other = new Database(desk.databaseFile);
    other.pragma('journal_mode = DELETE');
    other.exec('BEGIN EXCLUSIVE');
    expect(toldAtOpening(() => openDeskAt(desk.databaseFile))).toContain(
      'is being used by another program. Close it there first; nothing was changed.',
    );
    other.close();
  }, 30_000);
});

describe('a clock that is set back', () => {
  test('changes keep their order, undo takes the newest back, and backups go by their number', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    settled(await desk.client.backups.make({ kind: 'automatic' }));
    await desk.shut();
    const earlier = openDeskAt(desk.databaseFile, { today: addDays(TODAY, -400) });
    await addAthlete(earlier, 'Ben Second');
    settled(await earlier.client.backups.make({ kind: 'automatic' }));
    expect((await stepsOf(earlier)).map(({ label }) => label)).toEqual(['Add Ben Second', 'Add Anna First']);
    const { backups } = settled(await earlier.client.backups.list({}));
    expect(backups.map(({ number, madeOn, isAsNow }) => [number, madeOn, isAsNow])).toEqual([
      [2, addDays(TODAY, -400), true],
      [1, TODAY, false],
    ]);
    expect(settled(await earlier.client.history.undo({})).label).toBe('Add Ben Second');
    await earlier.shut();
    const back = openDeskAt(desk.databaseFile);
    expect(settled(await back.client.history.redo({})).label).toBe('Add Ben Second');
    expect(await namesIn(back)).toEqual(['Anna First', 'Ben Second']);
    expect(settled(await back.client.app.verify({})).ok).toBe(true);
    await back.shut();
  });
});
