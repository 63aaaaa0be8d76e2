import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorText } from '../../../src/contract/errorText.ts';
import { MAX_FILE_BYTES } from '../../../src/domain/imports/fileKind.ts';
import { dump } from '../dump.ts';
import { addAthlete, fixturePath, openDesk, ownFolder, settled, type Desk } from '../openDesk.ts';

const STRONG = readFileSync(fixturePath('imports/strong-v6.csv'));
const ATHLETE = { kind: 'newAthlete', name: 'Nina Berg' } as const;

const look = async ({ client }: Desk) => settled(await client.imports.lookInFolder({}));
const pathsIn = async (desk: Desk): Promise<string[]> => (await look(desk)).files.map(({ path }) => path);

const watching = async (): Promise<{ desk: Desk; folder: string }> => {
  const [desk, folder] = [openDesk(), join(ownFolder(), 'Exports')];
  mkdirSync(folder);
  settled(await desk.client.imports.watchFolder({ path: folder }));
  return { desk, folder };
};

/** Picks a file up and imports it, as the desk does. */
const importFrom = async ({ client }: Desk, path: string) => {
  const [file] = settled(await client.imports.pickUp({ paths: [path] })).files;
  if (file?.picked === undefined) throw new Error(`${path} was not picked up: ${String(file?.trouble)}`);
  const { token } = file.picked;
  return settled(
    await client.imports.commit({
      files: [{ token, fileName: path, choices: {}, target: ATHLETE }],
      exercises: [],
      strict: false,
    }),
  );
};

/** All that is in a folder, with when it was written. */
const snapshot = (folder: string): unknown =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => [name, statSync(join(folder, name)).mtimeMs, statSync(join(folder, name)).size]);

describe('a watched folder', () => {
  test('is none until one is chosen, and belongs to this computer alone', async () => {
    const desk = openDesk();
    expect(await look(desk)).toEqual({ files: [], more: 0, passedOver: 0, closedFolders: [], leftOut: 0 });
    expect(settled(await desk.client.imports.watchedFolder({}))).toEqual({});
    expect(settled(await desk.client.imports.pickUp({ paths: ['strong.csv'] }))).toEqual({ files: [] });
    expect(settled(await desk.client.imports.watchFolder({ path: '~' }))).toEqual({ path: homedir() });
    settled(await desk.client.history.undo({}));
    expect(settled(await desk.client.imports.watchedFolder({}))).toEqual({});
  });

  test('offers new tables in it and one level below, each with the names of its folders', async () => {
    const { desk, folder } = await watching();
    mkdirSync(join(folder, 'ana-duarte', 'deeper'), { recursive: true });
    writeFileSync(join(folder, 'run 10.csv'), 'a');
    writeFileSync(join(folder, 'run 2.TXT'), 'b');
    writeFileSync(join(folder, 'ana-duarte', 'strong.csv'), 'c');
    writeFileSync(join(folder, 'ana-duarte', 'deeper', 'too deep.csv'), 'd');
    writeFileSync(join(folder, 'photo.jpg'), 'e');
    writeFileSync(join(folder, '.hidden.csv'), 'f');
    const before = snapshot(folder);
    const seen = await look(desk);
    expect(seen.files.map(({ path, folder: names }) => [path, names])).toEqual([
      ['ana-duarte/strong.csv', 'Exports/ana-duarte'],
      ['run 2.TXT', 'Exports'],
      ['run 10.csv', 'Exports'],
    ]);
    expect(seen).toMatchObject({ more: 0, passedOver: 1, closedFolders: [] });
    await desk.client.imports.pickUp({ paths: seen.files.map(({ path }) => path) });
    expect(snapshot(folder)).toEqual(before);
  });

  test('offers a file until it is imported, and again when the import is taken back', async () => {
    const { desk, folder } = await watching();
    writeFileSync(join(folder, 'strong.csv'), STRONG);
    expect(await pathsIn(desk)).toEqual(['strong.csv']);
    const { importId } = await importFrom(desk, 'strong.csv');
    expect(await pathsIn(desk)).toEqual([]);
    renameSync(join(folder, 'strong.csv'), join(folder, 'another name.csv'));
    expect(await pathsIn(desk)).toEqual([]);
    if (importId === undefined) throw new Error('nothing was imported');
    settled(await desk.client.imports.takeBack({ importId }));
    expect(await pathsIn(desk)).toEqual(['another name.csv']);
    settled(await desk.client.history.undo({}));
    expect(await pathsIn(desk)).toEqual([]);
    settled(await desk.client.history.undo({}));
    expect(await pathsIn(desk)).toEqual(['another name.csv']);
    settled(await desk.client.history.redo({}));
    expect(await pathsIn(desk)).toEqual([]);
  });

  test('knows a file that was dropped by hand, and one that brought nothing beside one that did', async () => {
    const { desk, folder } = await watching();
    const token = await desk.service.upload(STRONG);
    const again = await desk.service.upload(Buffer.concat([STRONG, Buffer.from('\n')]));
    const files = [token, again].map((one, index) => ({
      token: one,
      fileName: `${index}.csv`,
      choices: {},
      target: ATHLETE,
    }));
    settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
    writeFileSync(join(folder, 'a.csv'), STRONG);
    writeFileSync(join(folder, 'b.csv'), Buffer.concat([STRONG, Buffer.from('\n')]));
    // As long as the first, and another file.
    writeFileSync(join(folder, 'c.csv'), Buffer.concat([STRONG.subarray(0, -3), Buffer.from('xyz')]));
    expect(await pathsIn(desk)).toEqual(['c.csv']);
  });

  test('does not offer what was left out, until that is undone or all is asked for again', async () => {
    const { desk, folder } = await watching();
    writeFileSync(join(folder, 'strong.csv'), STRONG);
    const [file] = settled(await desk.client.imports.pickUp({ paths: ['strong.csv'] })).files;
    if (file?.picked === undefined) throw new Error('not picked up');
    const { hash, sizeBytes } = file.picked;
    const leaveOut = async () =>
      settled(await desk.client.imports.leaveOut({ files: [{ name: 'strong.csv', sizeBytes, hash }] }));
    const before = dump(desk.databaseFile);
    await leaveOut();
    expect(await look(desk)).toMatchObject({ files: [], leftOut: 1 });
    settled(await desk.client.history.undo({}));
    expect(await pathsIn(desk)).toEqual(['strong.csv']);
    await leaveOut();
    expect(settled(await desk.client.imports.offerAgain({}))).toEqual({ files: 1 });
    expect(await pathsIn(desk)).toEqual(['strong.csv']);
    expect({ ...dump(desk.databaseFile), journal: [], journal_change: [] }).toEqual({
      ...before,
      journal: [],
      journal_change: [],
    });
  });

  test('hands over only what lies in it', async () => {
    const { desk, folder } = await watching();
    writeFileSync(join(folder, '..', 'secret.csv'), 'a');
    const { files } = settled(
      await desk.client.imports.pickUp({ paths: ['../secret.csv', 'gone.csv', join(folder, '..', 'secret.csv')] }),
    );
    expect(files).toEqual([]);
  });

  test('with five thousand new files offers the first two hundred and counts the rest', async () => {
    const { desk, folder } = await watching();
    for (let n = 0; n < 5000; n += 1) writeFileSync(join(folder, `${n}.csv`), String(n));
    const seen = await look(desk);
    expect([seen.files.length, seen.more, seen.files[0]?.path, seen.files[199]?.path]).toEqual([
      200,
      4800,
      '0.csv',
      '199.csv',
    ]);
  });
});

describe('a file in the way of something', () => {
  test('one that a browser is still loading down waits', async () => {
    const { desk, folder } = await watching();
    writeFileSync(join(folder, 'strong.csv'), '');
    writeFileSync(join(folder, 'strong.csv.part'), 'Date,Workout');
    expect((await look(desk)).files).toMatchObject([{ path: 'strong.csv', trouble: 'beingWritten' }]);
    expect(settled(await desk.client.imports.pickUp({ paths: ['strong.csv'] })).files).toEqual([
      { path: 'strong.csv', trouble: 'beingWritten' },
    ]);
    rmSync(join(folder, 'strong.csv.part'));
    writeFileSync(join(folder, 'strong.csv'), STRONG);
    expect((await look(desk)).files[0]?.trouble).toBeUndefined();
  });

  test('one that grows while it is looked at waits', async () => {
    const desk = openDesk({ inThread: true });
    const folder = ownFolder();
    settled(await desk.client.imports.watchFolder({ path: folder }));
    writeFileSync(join(folder, 'growing.csv'), 'a');
    const growing = setInterval(() => writeFileSync(join(folder, 'growing.csv'), 'a', { flag: 'a' }), 5);
    const seen = await look(desk);
    clearInterval(growing);
    expect(seen.files).toMatchObject([{ path: 'growing.csv', trouble: 'beingWritten' }]);
  });

  test('one that is too large to be read can be left out by its name and size', async () => {
    const { desk, folder } = await watching();
    writeFileSync(join(folder, 'everything.csv'), '');
    truncateSync(join(folder, 'everything.csv'), MAX_FILE_BYTES + 1);
    const [file] = (await look(desk)).files;
    expect(file?.trouble).toBe('tooLarge');
    settled(
      await desk.client.imports.leaveOut({
        files: [{ name: 'everything.csv', sizeBytes: MAX_FILE_BYTES + 1, hash: '' }],
      }),
    );
    expect(await pathsIn(desk)).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0)('one that may not be read says so, and so does a folder', async () => {
    const { desk, folder } = await watching();
    writeFileSync(join(folder, 'locked.csv'), 'a', { mode: 0o000 });
    mkdirSync(join(folder, 'closed'), { mode: 0o000 });
    expect(await look(desk)).toMatchObject({
      files: [{ path: 'locked.csv', trouble: 'notReadable' }],
      closedFolders: ['closed'],
    });
    chmodSync(join(folder, 'closed'), 0o700);
  });
});

describe('a folder that cannot be watched', () => {
  const refusedBy = async ({ client }: Desk, path: string): Promise<string> => {
    const reply = await client.imports.watchFolder({ path });
    return reply.ok ? 'watched' : errorText(reply.error);
  };

  test('is refused with a sentence, and nothing is changed', async () => {
    const { desk, folder } = await watching();
    writeFileSync(join(folder, 'a.csv'), 'a');
    expect(await refusedBy(desk, 'Exports')).toMatch(/^The folder Exports is no whole path; /);
    expect(await refusedBy(desk, join(folder, 'nowhere'))).toMatch(/nowhere is not there; /);
    expect(await refusedBy(desk, join(folder, 'a.csv'))).toMatch(/a\.csv is a file, not a folder\.$/);
    expect(settled(await desk.client.imports.watchedFolder({}))).toEqual({ path: folder });
  });

  test('that is gone later is told when it is looked into, and found again when it is back', async () => {
    const { desk, folder } = await watching();
    writeFileSync(join(folder, 'a.csv'), 'a');
    renameSync(folder, `${folder} on a stick`);
    const reply = await desk.client.imports.lookInFolder({});
    expect(reply.ok ? '' : reply.error).toEqual({ tag: 'FolderUnreadable', path: folder, why: 'missing' });
    renameSync(`${folder} on a stick`, folder);
    expect(await pathsIn(desk)).toEqual(['a.csv']);
  });

  test.skipIf(process.getuid?.() === 0)('that may not be read says so', async () => {
    const desk = openDesk();
    const folder = ownFolder();
    chmodSync(folder, 0o000);
    expect(await refusedBy(desk, folder)).toMatch(/may not be read by Ironstride/);
    chmodSync(folder, 0o700);
  });

  test('may be written with quotes, and is let go of with an empty path', async () => {
    const { desk, folder } = await watching();
    expect(settled(await desk.client.imports.watchFolder({ path: ` "${folder}" ` }))).toEqual({ path: folder });
    expect(settled(await desk.client.imports.watchFolder({ path: ' ' }))).toEqual({});
    expect(await pathsIn(desk)).toEqual([]);
  });
});

test('a folder named after an athlete says whose its files are', async () => {
  const { desk, folder } = await watching();
  await addAthlete(desk, 'Ana Duarte');
  mkdirSync(join(folder, 'ana-duarte'));
  writeFileSync(join(folder, 'ana-duarte', 'strong.csv'), STRONG);
  const [seen] = (await look(desk)).files;
  const [file] = settled(await desk.client.imports.pickUp({ paths: [seen?.path ?? ''] })).files;
  const preview = settled(
    await desk.client.imports.preview({
      files: [{ token: file?.picked?.token ?? '', fileName: 'strong.csv', folder: seen?.folder ?? '', choices: {} }],
    }),
  );
  expect(preview.files[0]).toMatchObject({ athlete: 'Ana Duarte', owner: { why: 'folder', isSure: true } });
});
