import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Progress } from '../../../src/contract/derive.ts';
import { MAX_FILE_BYTES } from '../../../src/domain/imports/fileKind.ts';
import type { ImportId } from '../../../src/domain/kernel/ids.ts';
import { createService } from '../../../src/service/service.ts';
import { createClient } from '../../../src/contract/client.ts';
import { contract } from '../../../src/contract/contract.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  commit,
  depsAt,
  lookInto,
  openDesk,
  ownFolder,
  refusal,
  settled,
  stepsOf,
  upload,
  type Desk,
} from '../openDesk.ts';

const ANNA = { kind: 'newAthlete', name: 'Anna First' } as const;
const RUNS = 'imports/strava-en.csv';
const SETS = 'imports/strong-2021.csv';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const statsOf = async ({ client }: Desk, name: string) => {
  const { athleteId } = settled(await client.athletes.find({ name }));
  return settled(await client.analysis.stats({ athleteId }));
};

describe('importing', () => {
  test('counts runs, other activities and sets as the files have them', async () => {
    const desk = openDesk();
    const receipt = settled(await commit(desk, [RUNS, SETS], ANNA));
    expect(receipt.refused).toEqual([]);
    expect(
      receipt.files.map(({ file, rows, runs, otherActivities, sets }) => ({ file, rows, runs, otherActivities, sets })),
    ).toEqual([
      {
        file: 'strava-en.csv',
        rows: 5,
        runs: { added: 3, duplicate: 0, merged: 0 },
        otherActivities: { added: 2, duplicate: 0 },
        sets: { added: 0, duplicate: 0 },
      },
      {
        file: 'strong-2021.csv',
        rows: 3,
        runs: { added: 0, duplicate: 0, merged: 0 },
        otherActivities: { added: 0, duplicate: 0 },
        sets: { added: 3, duplicate: 0 },
      },
    ]);
    expect(await statsOf(desk, 'Anna First')).toMatchObject({
      runs: 3,
      distanceM: 21_521.4,
      sets: 3,
      tonnageKg: 75 * 8 + 77.5 * 8 + 32 * 8,
    });
  });

  test('the same files again adds nothing, changes nothing and leaves no step', async () => {
    const desk = openDesk();
    settled(await commit(desk, [RUNS, SETS], ANNA));
    const before = dump(desk.databaseFile);
    const again = settled(await commit(desk, [RUNS, SETS], ANNA));
    expect(again.importId).toBeUndefined();
    expect(again.files.map(({ runs, sets }) => [runs.added, runs.duplicate, sets.added, sets.duplicate])).toEqual([
      [0, 3, 0, 0],
      [0, 0, 0, 3],
    ]);
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(await stepsOf(desk)).toHaveLength(1);
  });

  test('the same file twice in one import counts once', async () => {
    const desk = openDesk();
    const receipt = settled(await commit(desk, [SETS, SETS], ANNA));
    expect(receipt.files.map(({ sets }) => [sets.added, sets.duplicate])).toEqual([
      [3, 0],
      [0, 3],
    ]);
  });

  test('taking an import back leaves everything else, and can itself be undone', async () => {
    const desk = openDesk();
    settled(await commit(desk, [RUNS], ANNA));
    const before = await statsOf(desk, 'Anna First');
    const receipt = settled(await commit(desk, [SETS], ANNA));
    const both = dump(desk.databaseFile);
    const importId = receipt.importId ?? (0 as ImportId);
    expect(settled(await desk.client.imports.takeBack({ importId }))).toEqual({ removed: 1, kept: 0 });
    expect(await statsOf(desk, 'Anna First')).toEqual(before);
    expect(refusal(await desk.client.imports.takeBack({ importId }))).toBe('ImportTakenBack');
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
    settled(await desk.client.history.undo({}));
    expect(dump(desk.databaseFile)).toEqual(both);
  });

  test('taking an import back keeps the rows that were edited since, and says how many', async () => {
    const desk = openDesk();
    const { importId } = settled(await commit(desk, [RUNS], ANNA));
    lookInto(desk.databaseFile, (connection) =>
      connection.exec("UPDATE run SET title = 'Mine', edited_at = '2026-11-23T10:00:00Z' WHERE title = 'Hills'"),
    );
    expect(settled(await desk.client.imports.takeBack({ importId: importId ?? (0 as ImportId) }))).toEqual({
      removed: 4,
      kept: 1,
    });
    expect(await statsOf(desk, 'Anna First')).toMatchObject({ runs: 1 });
  });

  test('makes an unknown athlete, and undo takes them away again', async () => {
    const desk = openDesk();
    settled(await commit(desk, [RUNS], ANNA));
    expect(settled(await desk.client.athletes.list({})).athletes.map(({ name }) => name)).toEqual(['Anna First']);
    settled(await desk.client.history.undo({}));
    expect(settled(await desk.client.athletes.list({})).athletes).toEqual([]);
    expect(settled(await desk.client.imports.list({})).imports).toEqual([]);
  });

  test("warns when the runs in a file are already another athlete's", async () => {
    const desk = openDesk();
    settled(await commit(desk, [RUNS], ANNA));
    const athleteId = await addAthlete(desk, 'Berta Second');
    const preview = settled(
      await desk.client.imports.preview({ files: [await upload(desk, RUNS, { kind: 'athlete', athleteId })] }),
    );
    expect(preview.files[0]?.problems[0]).toMatchObject({
      field: 'athlete',
      found: 'activities that Anna First already has',
    });
  });

  test('a look beforehand changes nothing and counts as the import will', async () => {
    const desk = openDesk();
    settled(await commit(desk, [RUNS], ANNA));
    const before = dump(desk.databaseFile);
    const files = [await upload(desk, RUNS, ANNA), await upload(desk, SETS, ANNA)];
    const preview = settled(await desk.client.imports.preview({ files }));
    expect(dump(desk.databaseFile)).toEqual(before);
    const done = settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
    expect(done.files.map(({ runs, sets }) => ({ runs, sets }))).toEqual(
      preview.files.map(({ runs, sets }) => ({ runs, sets })),
    );
  });

  test('two athletes who lifted at the same minute are two athletes, beforehand too', async () => {
    const desk = openDesk();
    const files = [
      await upload(desk, SETS, ANNA),
      await upload(desk, SETS, { kind: 'newAthlete', name: 'Berta Second' }),
    ];
    const preview = settled(await desk.client.imports.preview({ files }));
    expect(preview.files.map(({ sets }) => sets.added)).toEqual([3, 3]);
  });
});

describe('a file that cannot be imported', () => {
  const heading =
    'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n';

  test.each([
    ['nothing but headings', heading, 'headerOnly'],
    ['nothing at all', '', 'empty'],
    ['a sign-in page', '<!doctype html><html><body>Please sign in</body></html>', 'notCsv'],
    ['a list of something else', 'Book,Author\nEmma,Austen\n', 'unknownFormat'],
  ])('%s is refused and leaves nothing, not even the athlete', async (_what, text, reason) => {
    const desk = openDesk();
    const before = dump(desk.databaseFile);
    const files = [await upload(desk, 'some.csv', ANNA, bytesOf(text))];
    const reply = await desk.client.imports.commit({ files, exercises: [], strict: false });
    expect(reply).toMatchObject({ ok: false, error: { tag: 'FileRefused', refusal: { reason } } });
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(await stepsOf(desk)).toEqual([]);
  });

  test('one over the size that is read at all is refused without being read', async () => {
    const deps = depsAt(join(ownFolder(), 'desk.db'));
    const service = createService(deps);
    const token = await service.upload(bytesOf('x'));
    truncateSync(join(deps.uploadFolder, token), MAX_FILE_BYTES + 1);
    const files = [{ token, fileName: 'huge.csv', target: ANNA, choices: {} }];
    const reply = await createClient(contract, service).imports.commit({ files, exercises: [], strict: false });
    expect(reply).toMatchObject({ ok: false, error: { tag: 'FileRefused', refusal: { reason: 'tooLarge' } } });
    await service.close();
  });

  test('beside good ones is named, while the good ones go in', async () => {
    const desk = openDesk();
    const files = [await upload(desk, RUNS, ANNA), await upload(desk, 'empty.csv', ANNA, bytesOf(''))];
    const receipt = settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
    expect(receipt.files.map(({ file }) => file)).toEqual(['strava-en.csv']);
    expect(receipt.refused.map(({ file, refusal: { reason } }) => [file, reason])).toEqual([['empty.csv', 'empty']]);
  });

  test('beside good ones stops them all when nothing may be left to judgement', async () => {
    const desk = openDesk();
    const files = [await upload(desk, RUNS, ANNA), await upload(desk, 'empty.csv', ANNA, bytesOf(''))];
    expect(refusal(await desk.client.imports.commit({ files, exercises: [], strict: true }))).toBe('FileRefused');
    expect(settled(await desk.client.athletes.list({})).athletes).toEqual([]);
  });

  test('is refused when it does not say kilograms or pounds and nothing may be assumed', async () => {
    const desk = openDesk();
    const reply = await commit(desk, [SETS], ANNA, { strict: true });
    expect(reply).toMatchObject({ ok: false, error: { tag: 'DecisionNeeded', file: 'strong-2021.csv' } });
    expect(settled(await desk.client.athletes.list({})).athletes).toEqual([]);
  });

  test('is asked for again when its upload is gone, and no path can be named instead', async () => {
    const desk = openDesk();
    for (const token of ['11111111-1111-1111-1111-111111111111', '../../etc/passwd', '/etc/passwd']) {
      const files = [{ token, fileName: 'x.csv', target: ANNA, choices: {} }];
      expect(refusal(await desk.client.imports.preview({ files }))).toBe('UploadMissing');
    }
  });

  test('is asked for whose it is when that is not said', async () => {
    const desk = openDesk();
    const files = [await upload(desk, RUNS)];
    expect(await desk.client.imports.commit({ files, exercises: [], strict: false })).toMatchObject({
      ok: false,
      error: { tag: 'DecisionNeeded', what: 'athlete' },
    });
  });
});

describe('exercise names', () => {
  const file = (name: string, on: string): Uint8Array =>
    bytesOf(
      `Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n${on} 16:46:13,Legs,1h,${name},1,75.0,8,0,0,,,\n`,
    );

  const imported = async (desk: Desk, bytes: Uint8Array, exercises: { printed: string; exerciseKey: string }[]) => {
    const files = [await upload(desk, 'some.csv', ANNA, bytes)];
    return settled(await desk.client.imports.commit({ files, exercises, strict: false }));
  };

  const questionOf = async (desk: Desk, bytes: Uint8Array) =>
    settled(await desk.client.imports.preview({ files: [await upload(desk, 'some.csv', ANNA, bytes)] })).exercises[0];

  test('decided once are remembered, and forgotten when the import is undone', async () => {
    const desk = openDesk();
    const { exercises } = settled(await desk.client.exercises.list({}));
    const exerciseKey = exercises.find(({ pattern }) => pattern === 'squat')?.key ?? '';
    expect(await questionOf(desk, file('Zercher Wobble', '2024-01-08'))).toMatchObject({ chosen: 'own' });
    await imported(desk, file('Zercher Wobble', '2024-01-08'), [{ printed: 'Zercher Wobble', exerciseKey }]);
    expect(await questionOf(desk, file('Zercher Wobble', '2024-01-09'))).toMatchObject({
      chosen: exerciseKey,
      why: 'memory',
    });
    settled(await desk.client.history.undo({}));
    expect(await questionOf(desk, file('Zercher Wobble', '2024-01-09'))).toMatchObject({ chosen: 'own' });
  });

  test("unknown ones become the coach's own, so that no set is lost, and undo takes them away", async () => {
    const desk = openDesk();
    const before = settled(await desk.client.exercises.list({})).exercises;
    const receipt = await imported(desk, file('Zercher Wobble', '2024-01-08'), []);
    expect(receipt.files[0]?.assumptions).toContainEqual(expect.objectContaining({ what: 'exercise' }));
    const own = settled(await desk.client.exercises.list({})).exercises.filter(({ isOwn }) => isOwn);
    expect(own.map(({ name }) => name)).toEqual(['Zercher Wobble']);
    settled(await desk.client.history.undo({}));
    expect(settled(await desk.client.exercises.list({})).exercises).toEqual(before);
  });

  test('decided about a file that brings nothing new leave no trace without a step', async () => {
    const desk = openDesk();
    await imported(desk, file('Zercher Wobble', '2024-01-08'), []);
    const before = dump(desk.databaseFile);
    await imported(desk, file('Zercher Wobble', '2024-01-08'), [
      { printed: 'Zercher Wobble', exerciseKey: 'back_squat' },
    ]);
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(await stepsOf(desk)).toHaveLength(1);
  });
});

describe('a long import', () => {
  const long = (() => {
    const rows = [
      'Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE',
    ];
    for (let row = 0; row < 60_000; row += 1) {
      const on = new Date(Date.UTC(2015, 0, 1 + Math.floor(row / 20))).toISOString().slice(0, 10);
      rows.push(`${on} 16:46:13,Legs,1h,Squat (Barbell),${(row % 20) + 1},${60 + (row % 40)},5,0,0,,,`);
    }
    return bytesOf(rows.join('\n'));
  })();

  const order = async (desk: Desk) => ({
    files: [await upload(desk, 'long.csv', ANNA, long)],
    exercises: [],
    strict: false,
  });

  test('runs in a thread of its own, says how far it is, and the desk answers meanwhile', async () => {
    const desk = openDesk({ inThread: true });
    const heard: Progress[] = [];
    const answers: boolean[] = [];
    const receipt = settled(
      await desk.client.imports.commit(await order(desk), {
        onProgress: (progress) => {
          heard.push(progress);
          if (heard.length === 3) void desk.client.athletes.list({}).then((reply) => answers.push(reply.ok));
        },
      }),
    );
    expect(receipt.files[0]?.sets.added).toBe(60_000);
    expect(heard.filter(({ doing }) => doing === 'writing long.csv').length).toBeGreaterThan(2);
    expect(answers).toEqual([true]);
    expect(settled(await desk.client.app.verify({})).ok).toBe(true);
  });

  test('cancelled in the middle, leaves not one row behind', async () => {
    const desk = openDesk({ inThread: true });
    const before = dump(desk.databaseFile);
    const stop = new AbortController();
    const reply = await desk.client.imports.commit(await order(desk), {
      signal: stop.signal,
      onProgress: ({ doing }) => {
        if (doing.startsWith('writing')) stop.abort();
      },
    });
    expect(refusal(reply)).toBe('Cancelled');
    expect(dump(desk.databaseFile)).toEqual(before);
    expect(await stepsOf(desk)).toEqual([]);
  });

  test('is stopped, rolled back and let go of when the desk closes', async () => {
    const desk = openDesk({ inThread: true });
    const before = dump(desk.databaseFile);
    const closed = Promise.withResolvers<void>();
    const reply = await desk.client.imports.commit(await order(desk), {
      onProgress: ({ doing }) => {
        if (doing.startsWith('writing')) desk.shut().then(closed.resolve, closed.reject);
      },
    });
    await closed.promise;
    expect(refusal(reply)).toBe('Cancelled');
    expect(dump(desk.databaseFile)).toEqual(before);
  });

  test('is not even begun when it was stopped before', async () => {
    const desk = openDesk({ inThread: true });
    const stop = new AbortController();
    stop.abort();
    const reply = await desk.client.imports.commit(await order(desk), { signal: stop.signal });
    expect(refusal(reply)).toBe('Cancelled');
  });

  test('leaves no upload behind once the desk is closed', async () => {
    const deps = depsAt(join(ownFolder(), 'desk.db'));
    const service = createService(deps);
    await service.upload(bytesOf('x'));
    expect(readdirSync(deps.uploadFolder)).toHaveLength(1);
    await service.close();
    expect(() => readdirSync(deps.uploadFolder)).toThrow('ENOENT');
  });
});
