import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorText } from '../../../src/contract/errorText.ts';
import { CSV_KINDS, NOT_IN_CSV } from '../../../src/service/leaving/csvKinds.ts';
import { LEFT_OUT, NOT_HANDED_OVER, ofAthletes, shapesThatLeave } from '../../../src/service/leaving/tableShapes.ts';
import { exportBytes } from '../../../src/service/leaving/writeExport.ts';
import { deeds, carryOutAll } from '../history/deeds.ts';
import { dump } from '../dump.ts';
import {
  addAthlete,
  commit,
  detailsOf,
  lookInto,
  makeSample,
  openDesk,
  openDeskAt,
  ownExerciseOf,
  ownFolder,
  refusal,
  settled,
  stepsOf,
  type Desk,
} from '../openDesk.ts';

const PASSPHRASE = 'four words of nothing';
const MADE = { version: '1', on: '2026-11-23' };

const everything = (desk: Desk): string =>
  lookInto(desk.databaseFile, (connection) => exportBytes({ read: connection }, { kind: 'desk' }, MADE).toString());

const moved = async (desk: Desk, into: Desk): Promise<void> => {
  const path = join(ownFolder(), 'desk.ironstride');
  settled(await desk.client.leaving.pack({ what: { kind: 'desk' }, path }));
  settled(await into.client.leaving.openPack({ from: { kind: 'file', path }, isBeside: false }));
};

const furnish = async (desk: Desk): Promise<void> => {
  await makeSample(desk, 4);
  const { client } = desk;
  settled(await client.exercises.addOwn({ exercise: ownExerciseOf('Sled push') }));
  const [one] = settled(await client.athletes.list({})).athletes;
  if (one === undefined) throw new Error('nobody');
  const { athleteId } = one;
  const { open } = settled(await client.programs.grid({ athleteId }));
  if (open === undefined) throw new Error('no program');
  settled(await client.templates.create({ name: 'My own', from: { kind: 'program', programId: open.programId } }));
  settled(await client.sheets.print({ layout: 'weekly', week: '2026-W48' as never }));
  settled(await commit(desk, ['imports/strong-v6.csv'], { kind: 'athlete', athleteId }));
  settled(await commit(desk, ['imports/strava-en.csv'], { kind: 'newAthlete', name: '=cmd|calc' }));
};

/** Closed in their order, when a test opens many. */
const withDesk = async <T>(work: (desk: Desk) => Promise<T>): Promise<T> => {
  const desk = openDeskAt(join(ownFolder(), 'desk.db'));
  try {
    return await work(desk);
  } finally {
    await desk.shut();
  }
};

describe('everything that leaves', () => {
  test('no table is forgotten: it is exported, or left out with a reason', () => {
    const desk = openDesk();
    lookInto(desk.databaseFile, (connection) => {
      const tables = connection
        .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .pluck()
        .all();
      const shapes = shapesThatLeave({ read: connection });
      const named = [...shapes.map(({ name }) => name), ...Object.keys(LEFT_OUT)];
      expect(named.toSorted()).toEqual(tables.toSorted());
      const inCsv = [...CSV_KINDS.flatMap(({ holds }) => holds), ...Object.keys(NOT_IN_CSV)];
      expect(inCsv.toSorted()).toEqual(shapes.map(({ name }) => name).toSorted());
      for (const shape of shapes) {
        if (Object.hasOwn(NOT_HANDED_OVER, shape.name) || shape.name === 'exercise') continue;
        expect(ofAthletes(shapes, shape), `whose are the rows of ${shape.name}?`).toBeDefined();
      }
      // A number that names a row must be known as one, or it names a stranger's row on another desk.
      const unexplained = shapes.flatMap(({ name, columns }) =>
        columns.filter((one) => one.name.endsWith('_id') && one.of === undefined).map((one) => `${name}.${one.name}`),
      );
      expect(unexplained.filter((one) => !one.endsWith('.source_id'))).toEqual([]);
    });
  });

  test('a whole desk moves to another computer without loss, and everything counted there is as it was', async () => {
    const [desk, other] = [openDesk(), openDesk()];
    await furnish(desk);
    await moved(desk, other);
    expect(everything(other)).toBe(everything(desk));
    const { known_file: _files, exercise: _one, setting: _two, ...before } = dump(desk.databaseFile);
    const { known_file: _none, exercise: _three, setting: _four, ...after } = dump(other.databaseFile);
    expect(after).toEqual(before);
    expect(settled(await other.client.app.verify({})).ok).toBe(true);
    expect(await stepsOf(other)).toEqual([]);
  });

  test('random desks: exported, taken in and exported again, the same to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        await withDesk(async (desk) => {
          await carryOutAll(desk, all);
          const before = everything(desk);
          await withDesk(async (other) => {
            await moved(desk, other);
            expect(everything(other)).toBe(before);
            expect(settled(await other.client.app.verify({})).ok).toBe(true);
          });
        });
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  test('the export is a folder of JSON, tables and lists; the JSON comes back also when another program has laid it out', async () => {
    const desk = openDesk();
    await furnish(desk);
    const path = join(ownFolder(), 'out');
    const receipt = settled(await desk.client.leaving.exportAll({ path }));
    expect(receipt.path).toBe(path);
    expect(readdirSync(path).toSorted()).toEqual(['README.md', 'athletes', 'csv', 'ironstride.json']);
    expect(readdirSync(join(path, 'csv')).toSorted()).toEqual(CSV_KINDS.map(({ file }) => `${file}.csv`).toSorted());
    const athletes = readFileSync(join(path, 'csv', 'athletes.csv'), 'utf8');
    expect(athletes).toContain("'=cmd|calc");
    const cells = CSV_KINDS.map(({ file }) => readFileSync(join(path, 'csv', `${file}.csv`), 'utf8'));
    for (const text of cells) expect(text).not.toMatch(/(?:^|[\n,])[=@][a-z]/u);
    const counted = receipt.files.find(({ file }) => file.endsWith('sets.csv') && file.startsWith('csv'));
    lookInto(desk.databaseFile, (connection) =>
      expect(counted?.rows).toBe(connection.prepare('SELECT count(*) FROM lift_set').pluck().get()),
    );
    // Made a second time, it goes beside and not over.
    expect(settled(await desk.client.leaving.exportAll({ path })).path).not.toBe(path);
    const json: unknown = JSON.parse(readFileSync(join(path, 'ironstride.json'), 'utf8'));
    const laidOut = join(path, 'other.json');
    writeFileSync(laidOut, JSON.stringify(json, null, 2));
    for (const file of [join(path, 'ironstride.json'), laidOut])
      await withDesk(async (other) => {
        settled(await other.client.leaving.openPack({ from: { kind: 'file', path: file }, isBeside: false }));
        expect(everything(other)).toBe(everything(desk));
      });
  });

  test('the lists of an athlete are read again by the import desk, and give the same athlete', async () => {
    const desk = openDesk();
    await furnish(desk);
    const path = join(ownFolder(), 'out');
    settled(await desk.client.leaving.exportAll({ path }));
    const [name = ''] = readdirSync(join(path, 'athletes')).filter((one) => !one.startsWith('='));
    const folder = join(path, 'athletes', name);
    const files = [];
    for (const fileName of readdirSync(folder)) {
      const token = await desk.service.upload(readFileSync(join(folder, fileName)));
      files.push({ token, fileName, folder: name, choices: {}, target: { kind: 'newAthlete' as const, name: 'Twin' } });
    }
    const done = settled(await desk.client.imports.commit({ files, exercises: [], strict: false }));
    expect(done.refused).toEqual([]);
    const [twin, first] = [
      settled(await desk.client.athletes.find({ name: 'Twin' })),
      settled(await desk.client.athletes.find({ name })),
    ];
    const ofTwin = settled(await desk.client.analysis.stats({ athleteId: twin.athleteId }));
    const ofFirst = settled(await desk.client.analysis.stats({ athleteId: first.athleteId }));
    expect({ ...ofTwin, athlete: '' }).toEqual({ ...ofFirst, athlete: '' });
  });
});

describe('handing an athlete over', () => {
  const handOver = async (desk: Desk, name: string, folder = ownFolder()) => {
    const { athleteId } = settled(await desk.client.athletes.find({ name }));
    return settled(
      await desk.client.leaving.pack({
        what: { kind: 'athletes', athleteIds: [athleteId] },
        path: folder,
        passphrase: PASSPHRASE,
      }),
    );
  };

  test('arrives as one step, under numbers of its own, with an exercise that was not here; undone and redone', async () => {
    const [desk, other] = [openDesk(), openDesk()];
    await furnish(desk);
    await makeSample(other, 3);
    const one = settled(await desk.client.athletes.list({})).athletes.find(({ name }) => !name.startsWith('='));
    if (one === undefined) throw new Error('nobody');
    settled(
      await desk.client.log.recordTest({
        athleteId: one.athleteId,
        on: '2026-11-20' as never,
        test: { exerciseKey: 'own_sled_push', loadKg: 120 },
      }),
    );
    const made = await handOver(desk, one.name);
    expect(made.path.endsWith(`${one.name}.ironstride`)).toBe(true);
    expect(readFileSync(made.path).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    const from = { kind: 'file', path: made.path } as const;
    const before = dump(other.databaseFile);
    const preview = settled(await other.client.leaving.previewPack({ from, passphrase: PASSPHRASE }));
    expect(preview).toMatchObject({
      kind: 'athletes',
      isSealed: true,
      newExercises: expect.arrayContaining(['Sled push']),
    });
    expect(preview.athletes.map(({ name }) => name)).toEqual([one.name]);
    expect(dump(other.databaseFile)).toEqual(before);
    const taken = preview.athletes[0]?.isTaken === true;
    if (taken)
      expect(refusal(await other.client.leaving.openPack({ from, passphrase: PASSPHRASE, isBeside: false }))).toBe(
        'NamesOnRoster',
      );
    const arrived = settled(await other.client.leaving.openPack({ from, passphrase: PASSPHRASE, isBeside: true }));
    const after = dump(other.databaseFile);
    const [there] = arrived.athletes;
    if (there === undefined) throw new Error('nobody came');
    const here = settled(await desk.client.analysis.stats({ athleteId: one.athleteId }));
    const theirs = settled(await other.client.analysis.stats({ athleteId: there.athleteId }));
    expect({ ...theirs, athlete: '' }).toEqual({ ...here, athlete: '' });
    const grid = settled(await other.client.programs.grid({ athleteId: there.athleteId }));
    const ours = settled(await desk.client.programs.grid({ athleteId: one.athleteId }));
    const unnumbered = (value: unknown): string =>
      JSON.stringify(value, (name, part: unknown) => (/^id$|Id$/u.test(name) ? undefined : part));
    expect(unnumbered(grid.open?.program.blocks)).toBe(unnumbered(ours.open?.program.blocks));
    expect(settled(await other.client.app.verify({})).ok).toBe(true);
    expect((await stepsOf(other))[0]?.label).toBe(`Take in ${there.name}`);
    settled(await other.client.history.undo({}));
    expect(dump(other.databaseFile)).toEqual(before);
    settled(await other.client.history.redo({}));
    expect(dump(other.databaseFile)).toEqual(after);
  });

  test('an athlete of the same name is refused, or comes beside', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna Beck');
    const { path } = await handOver(desk, 'Anna Beck');
    const order = { from: { kind: 'file', path }, passphrase: PASSPHRASE } as const;
    const before = dump(desk.databaseFile);
    expect(refusal(await desk.client.leaving.openPack({ ...order, isBeside: false }))).toBe('NamesOnRoster');
    expect(dump(desk.databaseFile)).toEqual(before);
    const { athletes } = settled(await desk.client.leaving.openPack({ ...order, isBeside: true }));
    expect(athletes.map(({ name }) => name)).toEqual(['Anna Beck (2)']);
  });

  test('is a standard age file', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Anna Beck');
    const { path } = await handOver(desk, 'Anna Beck');
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    const bytes = await decrypter.decrypt(readFileSync(path));
    expect([bytes[0], bytes[1]]).toEqual([0x1f, 0x8b]);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('nothing of it lies on the disk unsealed, not while it is made or opened, and not after', async () => {
    const desk = openDesk();
    await addAthlete(desk, 'Zebedee Unsealed');
    const folder = ownFolder();
    const { path } = await handOver(desk, 'Zebedee Unsealed', folder);
    const token = await desk.service.upload(readFileSync(path));
    const from = { kind: 'upload', token } as const;
    expect(refusal(await desk.client.leaving.previewPack({ from, passphrase: 'wrong and long enough' }))).toBe(
      'PassphraseWrong',
    );
    settled(await desk.client.leaving.openPack({ from, passphrase: PASSPHRASE, isBeside: true }));
    expect(readdirSync(folder)).toEqual(['Zebedee Unsealed.ironstride']);
    expect(readFileSync(path).includes('Zebedee')).toBe(false);
    // The upload was a copy of the sealed file, and is gone.
    expect(refusal(await desk.client.leaving.previewPack({ from, passphrase: PASSPHRASE }))).toBe('UploadMissing');
  });

  test('what cannot be opened is refused in words, and nothing is changed', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Anna Beck');
    const folder = ownFolder();
    const { path } = await handOver(desk, 'Anna Beck', folder);
    const whole = readFileSync(path);
    const put = (name: string, bytes: Uint8Array | string): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const flipped = Uint8Array.from(whole);
    flipped[whole.length - 40] = (flipped[whole.length - 40] ?? 0) ^ 1;
    const head = {
      format: 'ironstride-export',
      version: 1,
      schema: 1,
      scope: 'athletes',
      madeOn: '2026-11-23',
      madeBy: '1',
    };
    const packed = (value: object): Uint8Array => gzipSync(JSON.stringify(value));
    const encrypter = new Encrypter();
    encrypter.setPassphrase(PASSPHRASE);
    const person = {
      id: 1,
      name: 'Eve',
      entry_class: 'B',
      mass_unit: 'kg',
      distance_unit: 'km',
      gym_unit: 'kg',
      bar_mass: 20,
      created_at: '',
    };
    const cases: readonly (readonly [string, string, string | undefined, string, string?])[] = [
      ['no passphrase', path, undefined, 'PassphraseNeeded'],
      ['a wrong one', path, 'not the right words', 'PassphraseWrong'],
      ['flipped', put('flipped.ironstride', flipped), PASSPHRASE, 'PackUnreadable', 'damaged'],
      [
        'cut off',
        put('cut.ironstride', whole.subarray(0, whole.length - 100)),
        PASSPHRASE,
        'PackUnreadable',
        'damaged',
      ],
      ['only a head', put('head.ironstride', whole.subarray(0, 60)), PASSPHRASE, 'PackUnreadable', 'damaged'],
      ['a picture', put('a.png', Buffer.from('89504e470d0a1a0a', 'hex')), undefined, 'PackUnreadable', 'notOurs'],
      ['empty', put('empty.ironstride', ''), undefined, 'PackUnreadable', 'notOurs'],
      [
        'sealed, of something else',
        put('else.ironstride', await encrypter.encrypt('hello')),
        PASSPHRASE,
        'PackUnreadable',
        'notOurs',
      ],
      [
        'a newer version',
        put('v.ironstride', packed({ ...head, version: 2, tables: {} })),
        undefined,
        'PackUnreadable',
        'newer',
      ],
      [
        'a newer schema',
        put('s.ironstride', packed({ ...head, schema: 9999, tables: {} })),
        undefined,
        'PackUnreadable',
        'newer',
      ],
      [
        'a strange table',
        put('t.ironstride', packed({ ...head, tables: { journal: [{ step: 1 }] } })),
        undefined,
        'PackUnreadable',
        'damaged',
      ],
      [
        'a strange column',
        put('c.ironstride', packed({ ...head, tables: { athlete: [{ ...person, is_admin: 1 }] } })),
        undefined,
        'PackUnreadable',
        'damaged',
      ],
      [
        'a row of somebody who is here already',
        put(
          'p.ironstride',
          packed({
            ...head,
            tables: {
              athlete: [person],
              race: [{ id: 1, athlete_id: 1 - athleteId, name: 'X', raced_on: '2026-11-23', priority: 'A' }],
            },
          }),
        ),
        undefined,
        'PackUnreadable',
        'damaged',
      ],
      [
        'a row of nobody',
        put(
          'n.ironstride',
          packed({
            ...head,
            tables: {
              athlete: [person],
              race: [{ id: 1, athlete_id: 7, name: 'X', raced_on: '2026-11-23', priority: 'A' }],
            },
          }),
        ),
        undefined,
        'PackUnreadable',
        'damaged',
      ],
      ['not there', join(folder, 'nothing.ironstride'), undefined, 'PackNotFound'],
      ['a folder', folder, undefined, 'PackNotFound'],
    ];
    const before = dump(desk.databaseFile);
    for (const [what, file, passphrase, tag, why] of cases) {
      const reply = await desk.client.leaving.openPack({
        from: { kind: 'file', path: file },
        passphrase,
        isBeside: true,
      });
      expect(reply, what).toMatchObject({ ok: false, error: { tag, ...(why === undefined ? {} : { why }) } });
      if (!reply.ok) expect(errorText(reply.error)).toMatch(/^[A-Z].{20,}\.$/su);
      expect(dump(desk.databaseFile), what).toEqual(before);
    }
  });

  test('a short passphrase, a taken name, nobody: refused, and no file is written', async () => {
    const desk = openDesk();
    const athleteId = await addAthlete(desk, 'Anna Beck');
    const folder = ownFolder();
    const what = { kind: 'athletes', athleteIds: [athleteId] } as const;
    expect(refusal(await desk.client.leaving.pack({ what, path: folder, passphrase: 'short' }))).toBe(
      'PassphraseTooShort',
    );
    expect(refusal(await desk.client.leaving.pack({ what, path: folder }))).toBe('PassphraseTooShort');
    const nobody = { kind: 'athletes', athleteIds: [99] } as const;
    expect(refusal(await desk.client.leaving.pack({ what: nobody, path: folder, passphrase: PASSPHRASE }))).toBe(
      'AthleteNotFound',
    );
    expect(refusal(await desk.client.leaving.pack({ what: { kind: 'desk' }, path: 'here' }))).toBe('FileNotWritten');
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a', 'x.ironstride'), '');
    expect(refusal(await desk.client.leaving.pack({ what: { kind: 'desk' }, path: join(folder, 'a', 'x') }))).toBe(
      'FileNotWritten',
    );
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('moving to another computer', () => {
  test('a sealed desk opens on an empty one only', async () => {
    const [desk, other] = [openDesk({ inThread: true }), openDesk({ inThread: true })];
    await makeSample(desk, 3);
    const path = join(ownFolder(), 'mine');
    const made = settled(await desk.client.leaving.pack({ what: { kind: 'desk' }, path, passphrase: PASSPHRASE }));
    expect(made).toMatchObject({ path: `${path}.ironstride`, athletes: 3, isSealed: true });
    const order = { from: { kind: 'file', path: made.path }, passphrase: PASSPHRASE, isBeside: true } as const;
    expect(refusal(await desk.client.leaving.openPack(order))).toBe('DeskNotEmpty');
    expect(
      settled(
        await desk.client.leaving.previewPack(order.isBeside ? { from: order.from, passphrase: PASSPHRASE } : order),
      ).inTheWay,
    ).toBe(3);
    // Somebody was here and is gone: what is left of them does not hinder.
    settled(await other.client.athletes.add({ details: detailsOf('Gone') }));
    settled(await other.client.history.undo({}));
    settled(await other.client.leaving.openPack(order));
    expect(everything(other)).toBe(everything(desk));
    expect(refusal(await other.client.history.redo({}))).toBe('NothingToRedo');
  });
});

test('an export that is stopped leaves nothing behind', async () => {
  const desk = openDesk({ inThread: true });
  await makeSample(desk, 12);
  const folder = ownFolder();
  const stop = new AbortController();
  const reply = await desk.client.leaving.exportAll(
    { path: join(folder, 'out') },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  expect(refusal(reply)).toBe('Cancelled');
  expect(readdirSync(folder)).toEqual([]);
});
