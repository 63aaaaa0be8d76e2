import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createClient, listen } from '../../../src/contract/client.ts';
import { contract } from '../../../src/contract/contract.ts';
import { errorText } from '../../../src/contract/errorText.ts';
import { TOPICS } from '../../../src/contract/operation.ts';
import { BACKUP_BEFORE_IMPORT_BYTES } from '../../../src/domain/backups/backupRotation.ts';
import { addDays } from '../../../src/domain/kernel/plainDate.ts';
import { createBackupKeeper } from '../../../src/service/backups/backupKeeper.ts';
import { migrations } from '../../../src/service/db/migrations/index.ts';
import { migrate } from '../../../src/service/db/migrate.ts';
import { createService } from '../../../src/service/service.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  commit,
  day,
  depsAt,
  lookInto,
  makeSample,
  openDesk,
  openDeskAt,
  ownFolder,
  refusal,
  settled,
  TODAY,
  upload,
  type Desk,
} from '../openDesk.ts';

const folderOf = ({ databaseFile }: Desk): string => `${databaseFile}-backups`;
const filesOf = (desk: Desk): string[] =>
  existsSync(folderOf(desk)) ? readdirSync(folderOf(desk)).filter((name) => !name.endsWith('.json')) : [];

const make = async ({ client }: Desk, kind: 'automatic' | 'byHand' = 'byHand') =>
  settled(await client.backups.make({ kind }));

const listOf = async ({ client }: Desk) => settled(await client.backups.list({}));

describe('a backup', () => {
  test('is a whole database of its own, opened and counted before it gets its name', async () => {
    const desk = openDesk();
    await makeSample(desk, 3, 0.25);
    const { made } = await make(desk);
    expect(made).toMatchObject({
      name: '0001 2026-11-23 by hand.db',
      state: 'sound',
      isAsNow: true,
      facts: { counts: { athletes: 3 }, newest: { label: 'Sample roster' } },
    });
    expect(filesOf(desk)).toEqual(['0001 2026-11-23 by hand.db']);
    expect(dump(join(folderOf(desk), '0001 2026-11-23 by hand.db'))).toEqual(dump(desk.databaseFile));
    expect(await listOf(desk)).toMatchObject({ backups: [made], now: { counts: { athletes: 3 } } });
  });

  test('that is automatic is not made when nothing has changed since the newest, and is when anything has', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    expect((await make(desk, 'automatic')).made?.kind).toBe('automatic');
    expect(await make(desk, 'automatic')).toEqual({ removed: 0 });
    settled(await desk.client.history.undo({}));
    expect((await make(desk, 'automatic')).made).toBeDefined();
    settled(await desk.client.history.redo({}));
    expect((await make(desk, 'automatic')).made).toBeDefined();
    // Of one day the last one stays.
    expect(filesOf(desk)).toEqual(['0003 2026-11-23 automatic.db']);
  });

  test.each([
    ['here', false],
    ['in a thread of its own', true],
  ])('is restored (%s), with what was there kept before it, and the restore is taken back', async (_, inThread) => {
    const desk = openDesk({ inThread });
    await makeSample(desk, 3, 0.25);
    await make(desk);
    const before = dump(desk.databaseFile);
    await addAthlete(desk, 'Late Comer');
    const after = dump(desk.databaseFile);
    const heard: unknown[] = [];
    listen(desk.service, (message) => void heard.push(message));
    const restored = settled(
      await desk.client.backups.restore({ from: { kind: 'backup', name: '0001 2026-11-23 by hand.db' } }),
    );
    expect(restored).toMatchObject({
      keptAs: '0002 2026-11-23 before a restore.db',
      facts: { counts: { athletes: 3 } },
    });
    expect(dump(desk.databaseFile)).toEqual(before);
    // Every window asks everything again.
    expect(heard).toContainEqual({ kind: 'changed', topics: expect.arrayContaining([...TOPICS]) });
    expect(settled(await desk.client.athletes.list({})).athletes.map(({ name }) => name)).not.toContain('Late Comer');
    settled(await desk.client.backups.restore({ from: { kind: 'backup', name: restored.keptAs ?? '' } }));
    expect(dump(desk.databaseFile)).toEqual(after);
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
    // Undo goes on where the restored database had it.
    expect(settled(await desk.client.history.undo({})).label).toBe('Add Late Comer');
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(existsSync(`${desk.databaseFile}-incoming`)).toBe(false);
  });

  test('is compared with what is there now: what goes, what comes back, what is different', async () => {
    const desk = openDesk();
    await makeSample(desk, 3, 0.25);
    await make(desk);
    const [first, second] = settled(await desk.client.athletes.list({})).athletes;
    if (first === undefined || second === undefined) throw new Error('the sample is empty');
    const name = '0001 2026-11-23 by hand.db';
    const same = settled(await desk.client.backups.compare({ name }));
    expect(same.things.every(({ onlyNow, onlyThen, changed }) => onlyNow + onlyThen + changed === 0)).toBe(true);
    await addAthlete(desk, 'Late Comer');
    const { details } = settled(await desk.client.athletes.open({ athleteId: first.athleteId }));
    settled(await desk.client.athletes.edit({ athleteId: first.athleteId, details: { ...details, notes: 'moved' } }));
    const found = settled(await desk.client.backups.compare({ name }));
    expect(found.things[0]).toEqual({ thing: 'athletes', onlyNow: 1, onlyThen: 0, changed: 1 });
    expect(found.athletesOnlyNow).toEqual(['Late Comer']);
    expect(found.newestThen?.label).toBe('Sample roster');
  });

  test('that is damaged, of a newer program, not ours or not there is refused, and nothing is changed', async () => {
    const desk = openDesk();
    await makeSample(desk, 3, 0.25);
    for (let n = 0; n < 3; n += 1) await make(desk);
    const [third = '', second = '', first = ''] = (await listOf(desk)).backups.map(({ name }) =>
      join(folderOf(desk), name),
    );
    const bytes = readFileSync(first);
    bytes.fill(7, 8192, 40_000);
    writeFileSync(first, bytes);
    lookInto(second, (connection) => connection.pragma('user_version = 999'));
    writeFileSync(third, 'Dear diary. '.repeat(999));
    const before = dump(desk.databaseFile);
    const reasons: string[] = [];
    for (const number of [1, 2, 3, 4]) {
      const name = `000${number} 2026-11-23 by hand.db`;
      const reply = await desk.client.backups.restore({ from: { kind: 'backup', name } });
      reasons.push(reply.ok ? 'restored' : errorText(reply.error));
    }
    expect(reasons[0]).toBe(
      '0001 2026-11-23 by hand.db cannot be restored: it is damaged itself. Nothing was changed; choose another one.',
    );
    expect(reasons[1]).toContain('a newer Ironstride has written it');
    expect(reasons[2]).toMatch(/damaged itself|no database of Ironstride/u);
    expect(reasons[3]).toMatch(/^There is no backup 0004/u);
    expect(dump(desk.databaseFile)).toEqual(before);
    expect((await listOf(desk)).backups.find(({ number }) => number === 1)?.state).toBe('damaged');
  });
});

describe('backups by themselves', () => {
  const openKeeping = (firstBackupAfterMs = 10): Desk => {
    const databaseFile = join(ownFolder(), 'desk.db');
    const service = createService({ ...depsAt(databaseFile, { inThread: true }), firstBackupAfterMs });
    return { databaseFile, service, client: createClient(contract, service), shut: () => service.close() };
  };

  test('one is made after the start, without being asked, and told to the windows', async () => {
    const desk = openKeeping(150);
    await addAthlete(desk, 'Anna First');
    const heard: unknown[] = [];
    listen(desk.service, (message) => void heard.push(message));
    await vi.waitFor(() => expect(filesOf(desk)).toEqual(['0001 2026-11-23 automatic.db']), 10_000);
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'changed', topics: ['backups'] }));
    await desk.shut();
  });

  test('one that fails is told on the screen, and hinders nothing', async () => {
    const desk = openKeeping(150);
    writeFileSync(folderOf(desk), 'a file where the folder should be');
    await addAthlete(desk, 'Anna First');
    await vi.waitFor(async () => expect((await listOf(desk)).failure).toMatch(/^The backup was not made: /u), 10_000);
    await addAthlete(desk, 'Ben Second');
    expect(refusal(await desk.client.backups.make({ kind: 'byHand' }))).toBe('BackupFailed');
    expect(settled(await desk.client.athletes.list({})).athletes).toHaveLength(2);
    rmSync(folderOf(desk));
    await desk.shut();
  });

  test('the keeper asks for one soon after the start and whenever the day has changed, and for none when it is stopped', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let today = TODAY;
    let made = 0;
    const keeper = createBackupKeeper({
      clock: { today: () => today, now: () => '' },
      firstAfterMs: 20_000,
      make: async () => void (made += 1),
    });
    vi.advanceTimersByTime(19_000);
    expect(made).toBe(0);
    vi.advanceTimersByTime(6 * 3_600_000);
    expect(made).toBe(1);
    for (const days of [1, 2, -7]) {
      today = addDays(TODAY, days);
      vi.advanceTimersByTime(3_600_000);
    }
    expect(made).toBe(4);
    keeper.stop();
    today = addDays(TODAY, 9);
    vi.advanceTimersByTime(48 * 3_600_000);
    expect(made).toBe(4);
  });

  test('a day later one is made, also when the clock went back', async () => {
    const desk = openDesk();
    for (const today of [TODAY, addDays(TODAY, 1), addDays(TODAY, -30)]) {
      await desk.shut();
      const next = openDeskAt(desk.databaseFile, { today });
      await addAthlete(next, `Runner of ${today}`);
      await make(next, 'automatic');
      const { backups } = await listOf(next);
      // The newest is the one that was made last, whatever the clock says.
      expect(backups[0]).toMatchObject({ madeOn: today, isAsNow: true });
      await next.shut();
    }
    expect(filesOf(desk)).toEqual([
      '0001 2026-11-23 automatic.db',
      '0002 2026-11-24 automatic.db',
      '0003 2026-10-24 automatic.db',
    ]);
  });
});

const LONG_LOG = ((): string => {
  const line = '2026-11-03 18:00:00,"Legs",50m,"Squat (Barbell)",1,60,5,0,0,,,8\n';
  const head =
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n';
  return head + line.repeat(Math.ceil(BACKUP_BEFORE_IMPORT_BYTES / line.length));
})();

describe('before something large', () => {
  test('an import above the stated size is preceded by a backup, a small one is not', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    settled(await commit(desk, ['imports/strava-en.csv'], { kind: 'newAthlete', name: 'Nina' }));
    expect(filesOf(desk)).toEqual([]);
    const before = dump(desk.databaseFile);
    const bytes = Buffer.from(LONG_LOG);
    const file = await upload(desk, 'imports/strong-v6.csv', { kind: 'newAthlete', name: 'Large' }, bytes);
    settled(await desk.client.imports.commit({ files: [file], exercises: [], strict: false }));
    expect(filesOf(desk)).toEqual(['0001 2026-11-23 before an import.db']);
    expect(dump(join(folderOf(desk), '0001 2026-11-23 before an import.db'))).toEqual(before);
    // The same again adds nothing, and nothing is worth keeping a copy from.
    await addAthlete(desk, 'Bea Later');
    const { files } = settled(await desk.client.imports.commit({ files: [file], exercises: [], strict: false }));
    expect(files).toMatchObject([{ sets: { added: 0 } }]);
    expect(filesOf(desk)).toHaveLength(1);
  });

  test('an import before which no backup can be made adds nothing', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna First');
    const before = dump(desk.databaseFile);
    const bytes = Buffer.from(LONG_LOG);
    const file = await upload(desk, 'imports/strong-v6.csv', { kind: 'newAthlete', name: 'Large' }, bytes);
    writeFileSync(folderOf(desk), 'in the way of the folder of backups');
    const reply = await desk.client.imports.commit({ files: [file], exercises: [], strict: false });
    expect(reply).toMatchObject({ ok: false, error: { tag: 'BackupFailed', before: 'import' } });
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('a database of an older schema is kept as it was before it is brought up to date', async () => {
    const file = join(ownFolder(), 'desk.db');
    lookInto(file, (connection) => {
      migrate(connection, migrations.slice(0, 5), () => undefined);
      connection.exec(
        "INSERT INTO athlete (id, name, entry_class, mass_unit, distance_unit, gym_unit, bar_mass, created_at) VALUES (1, 'Old Hand', 'B', 'kg', 'km', 'kg', 20, '2025-01-01')",
      );
    });
    const desk = openDeskAt(file);
    expect((await listOf(desk)).backups).toMatchObject([{ kind: 'beforeUpdate', state: 'sound' }]);
    const kept = join(`${file}-backups`, '0001 2026-11-23 before an update.db');
    expect(lookInto(kept, (connection) => connection.pragma('user_version', { simple: true }))).toBe(5);
    // It can be restored all the same: it is brought up to date on the way.
    settled(await desk.client.backups.restore({ from: { kind: 'file', path: kept } }));
    expect(settled(await desk.client.athletes.list({})).athletes).toMatchObject([{ name: 'Old Hand' }]);
    await desk.shut();
  });
});

describe('copies besides', () => {
  test('go to the folder of the coach’s choice, are sound, and are rotated there too', async () => {
    const folder = ownFolder();
    const stick = join(folder, 'stick');
    mkdirSync(stick);
    const desk = openDeskAt(join(folder, 'desk.db'));
    settled(await desk.client.backups.copyTo({ path: stick }));
    for (const name of ['Anna', 'Ben', 'Cleo']) {
      await addAthlete(desk, name);
      await make(desk, 'automatic');
    }
    const [inner = ''] = readdirSync(stick);
    expect(inner).toMatch(/^desk\.db of /u);
    const copies = readdirSync(join(stick, inner)).filter((name) => name.endsWith('.db'));
    expect(copies).toEqual(['0003 2026-11-23 automatic.db']);
    expect(dump(join(stick, inner, copies[0] ?? ''))).toEqual(dump(desk.databaseFile));
    expect(await listOf(desk)).toMatchObject({ copyFolder: stick, lastCopy: { at: expect.any(String) } });
    await desk.shut();
  });

  test('go on after a restore of a backup that was made before the folder was chosen', async () => {
    const desk = openDesk();
    await make(desk);
    const stick = ownFolder();
    settled(await desk.client.backups.copyTo({ path: stick }));
    settled(await desk.client.backups.restore({ from: { kind: 'backup', name: '0001 2026-11-23 by hand.db' } }));
    expect((await listOf(desk)).copyFolder).toBe(stick);
  });

  test('a folder that has gone is told plainly, and the backup is made all the same; when it is back it is copied', async () => {
    const folder = ownFolder();
    const stick = join(folder, 'stick');
    mkdirSync(stick);
    const desk = openDeskAt(join(folder, 'desk.db'));
    settled(await desk.client.backups.copyTo({ path: stick }));
    rmSync(stick, { recursive: true });
    expect((await make(desk, 'automatic')).made).toBeDefined();
    expect((await listOf(desk)).lastCopy?.failure).toBe(
      `${stick} is not there; it may be on a disk that is not connected`,
    );
    mkdirSync(stick);
    expect((await make(desk, 'automatic')).made).toBeUndefined();
    expect((await listOf(desk)).lastCopy?.failure).toBeUndefined();
    expect(readdirSync(join(stick, readdirSync(stick)[0] ?? ''))).toContain('0001 2026-11-23 automatic.db');
    await desk.shut();
  });

  test.each([
    ['Backups', 'is no whole path'],
    ['/nowhere/at/all', 'is not there'],
    [import.meta.filename, 'is a file'],
  ])('%s cannot be chosen', async (path, words) => {
    const reply = await openDesk().client.backups.copyTo({ path });
    expect(refusal(reply)).toBe('CopyFolderUnusable');
    expect(reply.ok ? '' : errorText(reply.error)).toContain(words);
  });

  test('nor the folder of the backups itself; an empty path ends it', async () => {
    const desk = openDesk();
    await make(desk);
    expect(refusal(await desk.client.backups.copyTo({ path: folderOf(desk) }))).toBe('CopyFolderUnusable');
    settled(await desk.client.backups.copyTo({ path: ownFolder() }));
    settled(await desk.client.backups.copyTo({ path: '' }));
    expect((await listOf(desk)).copyFolder).toBeUndefined();
  });
});

test('what an interrupted backup leaves is not a backup, and goes with the next', async () => {
  const desk = openDesk();
  await make(desk);
  const part = join(folderOf(desk), '0002 2026-11-23 automatic.db.part');
  writeFileSync(part, 'half a da');
  expect((await listOf(desk)).backups).toHaveLength(1);
  const hourAgo = Date.now() / 1000 - 3600;
  utimesSync(part, hourAgo, hourAgo);
  await make(desk);
  expect(filesOf(desk)).toEqual(['0001 2026-11-23 by hand.db', '0002 2026-11-23 by hand.db']);
});

test('several at once, beside a restore, do not disturb each other', async () => {
  const desk = openDesk({ inThread: true });
  await makeSample(desk, 3, 0.25);
  await make(desk);
  const from = { kind: 'backup' as const, name: '0001 2026-11-23 by hand.db' };
  const [one, two, restored] = await Promise.all([
    desk.client.backups.make({ kind: 'byHand' }),
    desk.client.backups.make({ kind: 'byHand' }),
    desk.client.backups.restore({ from }),
  ]);
  settled(restored);
  // One that was under way when the file was replaced may have been stopped; none is half.
  for (const reply of [one, two]) if (!reply.ok) expect(reply.error.tag).toBe('Cancelled');
  const { backups } = await listOf(desk);
  expect(backups.every(({ state }) => state === 'sound')).toBe(true);
  expect(new Set(backups.map(({ name }) => name)).size).toBe(backups.length);
  expect(settled(await desk.client.app.verify({})).ok).toBe(true);
});

test('a backup without its note is unchecked until somebody looks into it', async () => {
  const desk = openDesk();
  await make(desk);
  rmSync(join(folderOf(desk), '0001 2026-11-23 by hand.json'));
  expect((await listOf(desk)).backups).toMatchObject([{ state: 'unchecked', madeOn: day('2026-11-23') }]);
  settled(await desk.client.backups.compare({ name: '0001 2026-11-23 by hand.db' }));
  expect((await listOf(desk)).backups).toMatchObject([{ state: 'sound' }]);
});
