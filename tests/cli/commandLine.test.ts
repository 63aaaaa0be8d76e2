import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { contract } from '../../src/contract/contract.ts';
import { fixturePath, openDeskAt, ownFolder } from '../service/openDesk.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const openFolder = join(projectFolder, '..', 'shared', 'csv', 'open');
const hasOpenFolder = existsSync(join(openFolder, 'manifest.json'));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** As `npm run ironstride` starts it. */
const STARTED = ['--import', './src/cli/compileCache.ts', join(projectFolder, 'src', 'cli', 'main.ts')];

// A dozen processes one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Runs the command line as a person would: another process, its own arguments, its own exit status. */
const run = (words: readonly string[], input = ''): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...STARTED, ...words], {
      cwd: projectFolder,
    });
    let out = '';
    let error = '';
    child.stdout.on('data', (part: Buffer) => (out += part.toString('utf8')));
    child.stderr.on('data', (part: Buffer) => (error += part.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
    child.stdin.end(input);
  });

const deskOf = () => {
  const databaseFile = join(ownFolder(), 'desk.db');
  const raw = (words: readonly string[], input?: string) => run([...words, '--db', databaseFile], input);
  return {
    databaseFile,
    raw,
    /** The JSON of a command that must succeed, and say nothing on standard error. */
    json: async (...words: string[]): Promise<Record<string, unknown>> => {
      const { code, out, error } = await raw([...words, '--json']);
      expect({ words, code, error }).toEqual({ words, code: 0, error: '' });
      return JSON.parse(out) as Record<string, unknown>;
    },
  };
};

const RUNS = fixturePath('imports/strava-en.csv');
const SETS = fixturePath('imports/strong-2021.csv');

describe('the command line', () => {
  test('enrols a roster without being told an athlete, and nobody twice', async () => {
    const { json, raw } = deskOf();
    const roster = fixturePath('imports/roster-club-de.csv');
    const first = await json('import', roster, '--strict');
    expect(first).toMatchObject({ importId: 1, files: [{ athlete: '', athletes: { added: 2, duplicate: 0 } }] });
    const again = await raw(['import', roster]);
    expect(again).toMatchObject({ code: 0, error: '' });
    expect(again.out).toContain('0 athletes added; 2 were there already');
    const beside = await raw(['import', roster, SETS]);
    expect([beside.code, beside.error.includes('--athlete')]).toEqual([2, true]);
  });

  test('exports everything, hands an athlete over to another desk, and erases them for good', async () => {
    const [mine, theirs] = [deskOf(), deskOf()];
    await mine.json('sample', '--athletes', '2', '--years', '0.25', '--seed', '3', '--today', '2026-11-23');
    const { athletes } = (await mine.json('call', 'athletes.list')) as { athletes: { name: string }[] };
    const [name = ''] = athletes.map((one) => one.name);
    const folder = ownFolder();
    const words = join(folder, 'words.txt');
    writeFileSync(words, 'four words of nothing\n');
    const exported = await mine.json('export', join(folder, 'everything'));
    expect(exported['path']).toBe(join(folder, 'everything'));
    const file = join(folder, 'one.ironstride');
    const bare = await mine.raw(['pack', file, '--athlete', name]);
    expect([bare.code, bare.error.includes('at least 10 characters')]).toEqual([1, true]);
    await mine.json('pack', file, '--athlete', name, '--passphrase-file', words);
    const looked = await theirs.json('open', file, '--passphrase-file', words, '--dry-run');
    expect(looked).toMatchObject({ kind: 'athletes', athletes: [{ name, isTaken: false }] });
    const taken = await theirs.json('open', file, '--passphrase-file', words);
    expect(taken).toMatchObject({ athletes: [{ name }] });
    expect(await mine.json('stats', '--athlete', name)).toEqual(await theirs.json('stats', '--athlete', name));
    const unsure = await theirs.raw(['erase', '--athlete', name, '--name', 'Somebody']);
    expect([unsure.code, unsure.error.includes('type the name')]).toEqual([1, true]);
    expect(await theirs.json('erase', '--athlete', name, '--name', name)).toMatchObject({ name, backupsLeft: 0 });
    expect(await theirs.json('call', 'athletes.list')).toEqual({ athletes: [] });
  });

  test('imports, counts, imports again without adding, undoes, verifies and redoes', async () => {
    const { json } = deskOf();
    const imported = await json('import', RUNS, SETS, '--athlete', 'Anna First');
    expect(imported).toMatchObject({
      importId: 1,
      refused: [],
      files: [
        { file: 'strava-en.csv', athlete: 'Anna First', rows: 5, runs: { added: 3, duplicate: 0, merged: 0 } },
        { file: 'strong-2021.csv', athlete: 'Anna First', rows: 3, sets: { added: 3, duplicate: 0 } },
      ],
    });
    const stats = await json('stats', '--athlete', 'Anna First');
    expect(stats).toEqual({
      runs: 3,
      distanceM: 21_521.4,
      sets: 3,
      tonnageKg: 1476,
      firstDate: '2021-02-10',
      lastDate: '2024-11-04',
      heaviestSet: { exercise: 'Bench Press (Barbell)', loadKg: 77.5, reps: 8, date: '2021-02-10' },
    });
    const again = await json('import', RUNS, SETS, '--athlete', 'anna first');
    expect(again).not.toHaveProperty('importId');
    expect(again).toMatchObject({
      files: [
        { runs: { added: 0, duplicate: 3 }, otherActivities: { added: 0, duplicate: 2 } },
        { sets: { added: 0, duplicate: 3 } },
      ],
    });
    expect(await json('history')).toMatchObject({ steps: [{ label: 'Import 2 files', isUndone: false }] });
    expect(await json('undo')).toEqual({ label: 'Import 2 files', kept: 0 });
    expect(await json('call', 'athletes.list')).toEqual({ athletes: [] });
    expect(await json('verify')).toMatchObject({ ok: true });
    expect(await json('redo')).toEqual({ label: 'Import 2 files', kept: 0 });
    expect(await json('stats', '--athlete', 'Anna First')).toEqual(stats);
    expect(await json('verify')).toMatchObject({ ok: true });
  });

  test('makes the same sample for the same seed and day, and only in an empty database', async () => {
    const words = ['sample', '--athletes', '3', '--years', '0.25', '--seed', '5', '--today', '2026-11-23'];
    const [one, two] = [deskOf(), deskOf()];
    const made = await one.json(...words);
    expect(made).toMatchObject({ athletes: 3 });
    expect(await two.json(...words)).toEqual(made);
    const [mine, theirs] = [
      await one.json('call', 'roster.view', '{"archived":false}', '--today', '2026-11-23'),
      await two.json('call', 'roster.view', '{"archived":false}', '--today', '2026-11-23'),
    ];
    expect(mine).toEqual(theirs);
    expect(await one.raw(words)).toMatchObject({
      code: 1,
      error: expect.stringContaining('There are 3 athletes already'),
    });
  });

  test('checks a template, an athlete’s program, and everybody’s, and calls no finding a failure', async () => {
    const { json, raw } = deskOf();
    expect(await json('check')).toEqual({ programs: [] });
    expect(await json('check', '--template', 'half-squat-4x4')).toEqual({
      templateKey: 'half-squat-4x4',
      findings: [],
    });
    await json('sample', '--athletes', '4', '--years', '0.25', '--seed', '3', '--today', '2026-11-23');
    const now = ['--today', '2026-11-23'];
    const { programs } = (await json('check', ...now)) as { programs: { athlete: string; findings: object[] }[] };
    expect(programs.length).toBeGreaterThan(0);
    const one = programs.find(({ findings }) => findings.length > 0);
    expect(one?.findings[0]).toMatchObject({ rule: expect.any(String), severity: expect.any(String) });
    expect(await json('check', '--athlete', one?.athlete ?? '', ...now)).toEqual({ programs: [one] });
    const said = await raw(['check', '--athlete', one?.athlete ?? '', ...now]);
    expect(said).toMatchObject({ code: 0, error: '', out: expect.stringContaining(`${one?.athlete}, Start ramp:`) });
    const unknown = await raw(['check', '--template', 'nothing']);
    expect(unknown).toMatchObject({ code: 1, out: '', error: expect.stringContaining('template') });
    expect(await raw(['check', '--athlete', 'Nobody'])).toMatchObject({ code: 1, out: '' });
  });

  test('looks at a file without an athlete and without importing anything', async () => {
    const { json } = deskOf();
    expect(await json('import', RUNS, '--dry-run')).toMatchObject({ files: [{ runs: { added: 3 } }] });
    expect(await json('call', 'athletes.list')).toEqual({ athletes: [] });
  });

  test('copies the database, and never over a file that is there', async () => {
    const { json, raw, databaseFile } = deskOf();
    await json('import', RUNS, '--athlete', 'Anna First');
    const copy = `${databaseFile}.copy`;
    expect(await json('backup', copy)).toMatchObject({ path: copy });
    expect(await raw(['backup', copy])).toMatchObject({ code: 1, error: expect.stringContaining('already a file') });
    const stats = await run(['stats', '--athlete', 'Anna First', '--db', copy, '--json']);
    expect(JSON.parse(stats.out)).toMatchObject({ runs: 3 });
  });

  test('takes any operation of the contract, from the command or from standard input', async () => {
    const { json, raw } = deskOf();
    await json('import', RUNS, '--athlete', 'Anna First');
    const typed = await raw(['call', 'athletes.find', '-', '--json'], '{"name":"Anna"}');
    expect(JSON.parse(typed.out)).toEqual({ athleteId: 1 });
    expect(await raw(['call', 'athletes.open', '{"athleteId":7}'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('no longer on the roster'),
    });
    expect(await raw(['call', 'athletes.nothing'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('no operation'),
    });
    expect(
      await raw([
        'call',
        'shell.savePdf',
        '{"layout":"weekly","week":"2026-W48","paper":"a4","files":[{"fileName":"x"}]}',
      ]),
    ).toMatchObject({
      code: 1,
    });
    expect(await raw(['call', 'athletes.list', '{"athletes":'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('not JSON'),
    });
  });

  test('lists every operation with its schemas, without any database', async () => {
    const { code, out } = await run(['operations', '--json']);
    const { operations } = JSON.parse(out) as {
      operations: { name: string; kind: string; input: object; output: object }[];
    };
    const known = Object.entries(contract).flatMap(([group, members]) =>
      Object.keys(members).map((name) => `${group}.${name}`),
    );
    expect(code).toBe(0);
    expect(operations.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
    for (const { input, output } of operations)
      expect([input, output]).toEqual([
        expect.objectContaining({ type: 'object' }),
        expect.objectContaining({ $schema: expect.anything() }),
      ]);
  });

  test.each([
    ['no command', [], 'no command given'],
    ['an unknown command', ['lift'], 'there is no command “lift”'],
    ['a name of JavaScript’s own', ['constructor'], 'there is no command “constructor”'],
    ['an unknown option', ['stats', '--colour', 'red'], '--colour'],
    ['an import without a file', ['import', '--athlete', 'Anna'], 'at least one file'],
    ['an import for nobody', ['import', RUNS], '--athlete'],
    ['figures of nobody', ['stats'], '--athlete'],
    ['a number that is none', ['sample', '--athletes', 'many'], '--athletes takes a number'],
    ['a date that is none', ['sample', '--today', '2026-02-30'], '--today takes a date'],
    ['a unit that is none', ['import', RUNS, '--athlete', 'Anna', '--mass-unit', 'stone'], '--mass-unit takes kg, lb'],
    ['a week that is none', ['sheets', '--week', '2026-W60', '--out', 'x.pdf'], '--week takes an ISO week'],
    ['a sheet for nowhere', ['sheets', '--week', '2026-W48'], '--out'],
    [
      'a layout that is none',
      ['sheets', '--week', '2026-W48', '--layout', 'poster', '--out', 'x.pdf'],
      '--layout takes',
    ],
    ['a day that is none', ['sheets', '--week', '2026-W48', '--day', 'someday', '--out', 'x.pdf'], '--day takes mon'],
    ['a check of two things', ['check', '--athlete', 'Anna', '--template', 'in-season'], '--athlete or --template'],
    ['a copy to nowhere', ['backup'], 'a file to write'],
    ['an export to nowhere', ['export'], 'a folder to make'],
    ['a file of nothing', ['pack'], 'a file to write'],
    ['an opening of nothing', ['open'], 'needs a file'],
    ['an erasing that is not sure', ['erase', '--athlete', 'Anna'], '--name'],
  ])('%s is wrong usage: the reason and the usage go to standard error, status 2', async (_what, words, reason) => {
    const { code, out, error } = await deskOf().raw(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(reason);
    expect(error).toContain('Usage: ironstride');
  });

  test('prints any layout into a PDF, keeps what it printed, and says why there is nothing to print', async () => {
    const { json, raw, databaseFile } = deskOf();
    const now = ['--today', '2026-11-23'];
    await json('sample', '--athletes', '4', '--years', '0.25', '--seed', '3', ...now);
    const out = `${databaseFile}.pdf`;
    const week = ['sheets', '--week', '2026-W48', '--out', out, ...now];
    const printed = await json(...week, '--layout', 'pocket', '--paper', 'letter', '--no-gym');
    expect(printed).toMatchObject({ out, layout: 'pocket', paper: 'letter' });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    const { sheets } = (await json('call', 'sheets.list', '{"limit":50}')) as { sheets: { sheetCode: string }[] };
    expect(sheets).toHaveLength(Number(printed['sheets']));
    const opened = await json('call', 'sheets.open', JSON.stringify({ code: sheets[0]?.sheetCode }));
    expect(opened).toMatchObject({ layout: 'pocket', isNoGym: true, version: 1 });
    const { athletes } = (await json('call', 'athletes.list')) as { athletes: { athleteId: number; name: string }[] };
    const [first] = athletes;
    await json('call', 'athletes.archive', JSON.stringify({ athleteIds: [first?.athleteId] }));
    expect(await raw([...week, '--athlete', first?.name ?? ''])).toMatchObject({
      code: 1,
      error: expect.stringContaining(`${first?.name} is archived. Bring them back first.`),
    });
    expect(await raw(['sheets', '--week', '1999-W01', '--out', out])).toMatchObject({
      code: 1,
      error: expect.stringContaining('No PDF was made'),
    });
  }, 60_000);

  test('refuses with a reason what cannot be done, status 1', async () => {
    const { raw, databaseFile } = deskOf();
    const refused = async (words: string[], reason: string): Promise<void> => {
      const { code, out, error } = await raw(words);
      expect({ words, code, out }).toEqual({ words, code: 1, out: '' });
      expect(error).toContain(reason);
    };
    await refused(['import', '/nowhere/runs.csv', '--athlete', 'Anna'], 'not a file that can be read');
    await refused(['import', projectFolder, '--athlete', 'Anna'], 'not a file that can be read');
    await refused(['import', fixturePath('hostile/61-html-login-page.csv'), '--athlete', 'Anna'], 'was not imported');
    await refused(['import', SETS, '--athlete', 'Anna', '--strict'], 'does not say');
    await refused(['stats', '--athlete', 'Nobody'], 'Nobody on the roster');
    await refused(['undo'], 'nothing to undo');
    await refused(['redo'], 'nothing to redo');
    writeFileSync(`${databaseFile}.txt`, 'Dear diary '.repeat(300));
    const diary = await run(['verify', '--db', `${databaseFile}.txt`]);
    expect(diary).toMatchObject({ code: 1, out: '', error: expect.stringContaining('not a database') });
    const folder = await run(['verify', '--db', projectFolder]);
    expect(folder).toMatchObject({ code: 1, out: '', error: expect.stringContaining('not a database') });
  });

  test('stands back while somebody else has the database open, and says who', async () => {
    const { raw, json, databaseFile } = deskOf();
    const desk = openDeskAt(databaseFile);
    const { code, error } = await raw(['verify']);
    expect(code).toBe(1);
    expect(error).toContain(`test desk, process ${process.pid}`);
    await desk.shut();
    expect(await json('verify')).toMatchObject({ ok: true });
  });

  test('prints usage when asked to', async () => {
    expect(await run(['help'])).toMatchObject({ code: 0, out: expect.stringContaining('Usage: ironstride') });
  });
});

test.skipIf(!hasOpenFolder)(
  'the figures of real exports are those of the independent count (skipped without ../shared/csv/open)',
  async () => {
    interface Counted {
      readonly file: string;
      readonly facts: {
        readonly running_activities?: number;
        readonly running_km?: number;
        readonly strength_sets?: number;
        readonly total_volume_kg?: number;
        readonly first_date: string;
        readonly last_date: string;
        readonly heaviest_set?: {
          readonly exercise: string;
          readonly kg: number;
          readonly reps: number;
          readonly date: string;
        };
      };
    }
    const { files } = JSON.parse(readFileSync(join(openFolder, 'manifest.json'), 'utf8')) as { files: Counted[] };
    const factsOf = (name: string): Counted['facts'] => {
      const found = files.find(({ file }) => file === name);
      if (found === undefined) throw new Error(`${name} is not in the manifest`);
      return found.facts;
    };
    const [runs, sets] = [factsOf('strava-en-1.csv'), factsOf('strong-en-1.csv')];
    const { json } = deskOf();
    await json('import', join(openFolder, 'strava-en-1.csv'), join(openFolder, 'strong-en-1.csv'), '--athlete', 'Real');
    const stats = await json('stats', '--athlete', 'Real');
    expect(stats).toMatchObject({
      runs: runs.running_activities,
      sets: sets.strength_sets,
      firstDate: [runs.first_date, sets.first_date].toSorted()[0],
      lastDate: [runs.last_date, sets.last_date].toSorted()[1],
    });
    expect(Number(stats['distanceM']) / 1000).toBeCloseTo(runs.running_km ?? -1, 2);
    expect(Number(stats['tonnageKg'])).toBeCloseTo(sets.total_volume_kg ?? -1, 1);
    const { exercise, kg, reps, date } = sets.heaviest_set ?? { exercise: '', kg: 0, reps: 0, date: '' };
    expect(stats['heaviestSet']).toEqual({ exercise, loadKg: kg, reps, date });
    const again = await json(
      'import',
      join(openFolder, 'strava-en-1.csv'),
      join(openFolder, 'strong-en-1.csv'),
      '--athlete',
      'Real',
    );
    expect(again).toMatchObject({ files: [{ runs: { added: 0 } }, { sets: { added: 0 } }] });
  },
);

describe('copies and damage, from the command line', () => {
  test('a copy is restored, what was there is kept, and brought back by its name', async () => {
    const { json, raw, databaseFile } = deskOf();
    await json('import', RUNS, '--athlete', 'Anna');
    const copy = join(databaseFile, '..', 'copy.db');
    await json('backup', copy);
    await json('import', RUNS, '--athlete', 'Ben');
    const restored = await json('restore', copy);
    expect(restored).toMatchObject({ restored: 'copy.db', facts: { counts: { athletes: 1 } } });
    const kept = String(restored['keptAs']);
    expect((await raw(['backups'])).out).toContain(`${kept}  before a restore, sound, 2 athletes`);
    expect(await json('restore', kept)).toMatchObject({ facts: { counts: { athletes: 2 } } });
    const missing = await raw(['restore', 'nothing.db']);
    expect(missing.code).toBe(1);
    expect(missing.error).toContain('There is no backup nothing.db');
  });

  test('verify says in words what is wrong and what to do; salvage reads what can be read; restore goes on with it', async () => {
    const { json, raw, databaseFile } = deskOf();
    await json('import', RUNS, '--athlete', 'Anna');
    const before = await json('stats', '--athlete', 'Anna');
    const bytes = readFileSync(databaseFile);
    bytes.fill(9, 0, 60);
    writeFileSync(databaseFile, bytes);
    const verified = await raw(['verify']);
    expect(verified.code).toBe(1);
    expect(verified.out).toMatch(/^WRONG {2}file: it is damaged \(.+\)\n {7}What to do: Restore the newest backup/u);
    const stats = await raw(['stats', '--athlete', 'Anna']);
    expect(stats.code).toBe(1);
    expect(stats.error).toContain(
      'is damaged and cannot be worked on. Restore a backup, or save what can still be read',
    );
    const saved = join(databaseFile, '..', 'saved.db');
    const salvaged = await raw(['salvage', saved]);
    expect(salvaged.out).toContain('athletes: 1 saved, 0 lost');
    expect(salvaged.out).toContain('The history of changes is whole.');
    // The damaged file is only read.
    expect(readFileSync(databaseFile).equals(bytes)).toBe(true);
    expect(await json('restore', saved)).toMatchObject({ damagedKeptAt: expect.stringContaining('.damaged-') });
    expect(await json('stats', '--athlete', 'Anna')).toEqual(before);
    expect(await json('verify')).toMatchObject({ ok: true });
    const over = await raw(['salvage', saved]);
    expect(over.error).toContain('there is already a file of that name');
  });
});
