import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/kernel/plainDate.ts';
import {
  addAthlete,
  commit,
  detailsOf,
  lookInto,
  openDesk,
  openDeskAt,
  ownFolder,
  settled,
  stepsOf,
  TODAY,
} from '../openDesk.ts';
import { namesIn, told, toldAtOpening } from './toldFault.ts';

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
