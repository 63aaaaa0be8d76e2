import { spawnSync } from 'node:child_process';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createClient } from '../../../src/contract/client.ts';
import { contract } from '../../../src/contract/contract.ts';
import type { ServiceDeps } from '../../../src/service/deps.ts';
import { createService } from '../../../src/service/service.ts';
import { addAthlete, commit, depsAt, detailsOf, openDesk, openDeskAt, settled, type Desk } from '../openDesk.ts';
import { mountDisk } from './mountDisk.ts';
import { namesIn, told, toldAtOpening } from './toldFault.ts';

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
