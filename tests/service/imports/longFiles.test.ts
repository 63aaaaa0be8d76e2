import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../../src/contract/client.ts';
import { contract } from '../../../src/contract/contract.ts';
import type { Progress } from '../../../src/contract/derive.ts';
import { createService } from '../../../src/service/service.ts';
import { depsAt, lookInto, openDesk, ownFolder, settled } from '../openDesk.ts';

const ANNA = { kind: 'newAthlete' as const, name: 'Anna Long' };

/** A desk whose folder of uploads can be looked into. */
const openWithUploads = () => {
  const databaseFile = join(ownFolder(), 'desk.db');
  const deps = depsAt(databaseFile);
  const service = createService(deps);
  onTestFinished(() => service.close());
  return { databaseFile, service, uploads: deps.uploadFolder, client: createClient(contract, service) };
};

const HEADING =
  'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n';

/** A note that no other set has, longer than a table keeps in memory. */
const noteOf = (set: number): string => `${set} ünd ${'long '.repeat(120)}`;

const SETS = 3000;

const IN_ORDER = 'ORDER BY l.performed_on, s.ordinal';

/** Some megabytes of sets with long notes, ten sets a day. */
const longLog = (): Buffer =>
  Buffer.from(
    `${HEADING}${Array.from({ length: SETS }, (_, set) => {
      const session = Math.floor(set / 10);
      const day = `20${String(10 + Math.floor(session / 28)).padStart(2, '0')}-02-${String(1 + (session % 28)).padStart(2, '0')}`;
      return `${day} 07:00:00,"A",30m,"Squat",${(set % 10) + 1},60,5,0,0,"${noteOf(set)}","",8\n`;
    }).join('')}`,
  );

const PIECE_BYTES = 100_000;

const uploadInPieces = async (service: ReturnType<typeof createService>, bytes: Buffer): Promise<string> => {
  let token: string | undefined;
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    token = await service.upload(bytes.subarray(from, from + PIECE_BYTES), token);
  }
  return token ?? '';
};

test('a file that crosses in pieces, with notes too long to be held, comes in whole and leaves nothing lying about', async () => {
  const { databaseFile, service, uploads, client } = openWithUploads();
  const token = await uploadInPieces(service, longLog());
  const files = [{ token, fileName: 'long.csv', target: ANNA, choices: {} }];
  const heard: Progress[] = [];
  const receipt = settled(
    await client.imports.commit(
      { files, exercises: [], strict: false },
      { onProgress: (progress) => heard.push(progress) },
    ),
  );
  expect(receipt.files).toMatchObject([{ rows: SETS, sets: { added: SETS }, sessions: { added: SETS / 10 } }]);
  const reading = heard.filter(({ doing, total }) => doing === 'reading long.csv' && total > 1);
  expect(reading.length).toBeGreaterThan(0);
  expect(reading.filter(({ done, total }) => done > total)).toEqual([]);
  const notes = lookInto(databaseFile, (db) =>
    db
      .prepare(`SELECT s.notes FROM lift_session l JOIN lift_set s ON s.lift_session_id = l.id ${IN_ORDER}`)
      .pluck()
      .all(),
  );
  expect(notes).toEqual(Array.from({ length: SETS }, (_, set) => noteOf(set)));
  expect(readdirSync(uploads)).toEqual([token]);
  expect(dirname(uploads)).not.toBe(uploads);
  const again = settled(await client.imports.commit({ files, exercises: [], strict: false }));
  expect(again.files).toMatchObject([{ sets: { added: 0, duplicate: SETS } }]);
});

/** More than are told to SQLite at once; every third of them is like the one before. */
const DIFFERENT = 25_000;
/** More than are written at once. */
const A_SESSION = 700;

const sayingOf = (set: number): string => `n${set % 3 === 2 ? set - 1 : set}`;

test('sets that say ever new things are all written, each as it is', async () => {
  const { databaseFile, service, client } = openWithUploads();
  const lines = Array.from({ length: DIFFERENT }, (_, set) => {
    const session = Math.floor(set / A_SESSION);
    const day = `20${String(10 + Math.floor(session / 28)).padStart(2, '0')}-02-${String(1 + (session % 28)).padStart(2, '0')}`;
    return `${day} 07:00:00,"A",30m,"Squat",1,60,5,0,0,${sayingOf(set)},,8\n`;
  });
  const token = await uploadInPieces(service, Buffer.from(HEADING + lines.join('')));
  const files = [{ token, fileName: 'new.csv', target: ANNA, choices: {} }];
  settled(await client.imports.commit({ files, exercises: [], strict: false }));
  const written = lookInto(databaseFile, (db) =>
    db
      .prepare(`SELECT s.notes, s.ordinal FROM lift_session l JOIN lift_set s ON s.lift_session_id = l.id ${IN_ORDER}`)
      .raw()
      .all(),
  );
  expect(written).toEqual(Array.from({ length: DIFFERENT }, (_, set) => [sayingOf(set), set % A_SESSION]));
});

test('a piece of a file whose beginning nobody has sent is refused', async () => {
  const { service } = openWithUploads();
  await expect(service.upload(Buffer.from('x'), '../../etc/passwd')).rejects.toThrow('beginning');
  await expect(service.upload(Buffer.from('x'), 'b2f5ff47-4366-4e86-8b5a-5f3c8d3f3a11')).rejects.toThrow('beginning');
});

test('what is answered is kept at once, one import after another, and stands in the one file when the desk is closed', async () => {
  const desk = openDesk({ inThread: true });
  const { databaseFile, client } = desk;
  const bring = async (name: string) => {
    const token = await uploadInPieces(desk.service, longLog());
    const files = [{ token, fileName: 'long.csv', target: { kind: 'newAthlete' as const, name }, choices: {} }];
    return settled(await client.imports.commit({ files, exercises: [], strict: false }));
  };
  const setsIn = (file: string): unknown =>
    lookInto(file, (db) => db.prepare('SELECT count(*) FROM lift_set').pluck().get());
  await bring('Anna Long');
  expect(setsIn(databaseFile)).toBe(SETS);
  await bring('Berta Long');
  settled(await client.history.undo({}));
  expect(setsIn(databaseFile)).toBe(SETS);
  await desk.shut();
  expect(readdirSync(dirname(databaseFile)).filter((name) => /-(?:wal|shm)$/u.test(name))).toEqual([]);
  expect(setsIn(databaseFile)).toBe(SETS);
});
