import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorText } from '../../src/contract/errorText.ts';
import { LIMITS, limitInWords } from '../../src/contract/limits.ts';
import type { WireFailure } from '../../src/domain/kernel/failure.ts';
import { shapedOperations, type JsonShape } from '../fuzz/jsonShape.ts';
import { dump } from '../service/dump.ts';
import { detailsOf, openDeskAt, settled, type Desk } from '../service/openDesk.ts';

const folder = mkdtempSync(join(tmpdir(), 'ironstride-limits-'));
let desk: Desk;
let athleteId: number;

beforeAll(async () => {
  desk = openDeskAt(join(folder, 'desk.db'));
  ({ athleteId } = settled(await desk.client.athletes.add({ details: detailsOf('Ann') })));
});

afterAll(async () => {
  await desk.shut();
  rmSync(folder, { recursive: true });
});

type Reply = { readonly ok: boolean; readonly error?: WireFailure };
type Asked = readonly [operation: string, input: object];

const ask = async ([operation, input]: Asked): Promise<Reply> =>
  JSON.parse(await desk.service.request(JSON.stringify({ operation, input }))) as Reply;

const letters = (count: number): string => 'x'.repeat(count);
const list = <T>(count: number, item: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => item(at));

const ONE_SET = { exerciseKey: 'sq_back', reps: 5, loadKg: 80 };
const logged = (more: object): Asked => [
  'log.recordSession',
  { athleteId, on: '2026-11-20', result: { title: 'Strength', sets: [ONE_SET], ...more } },
];
const edited = (edits: readonly object[]): Asked => ['programs.edit', { programId: 1, revision: 1, edits }];
const cell = (text: string): object => ({
  kind: 'cell',
  week: 1,
  session: 'A',
  label: 'A1',
  exerciseKey: 'sq_back',
  text,
});
const row = { label: 'A1', exerciseKey: 'sq_back', role: 'main', cells: [] };
const written = (weeks: number, sessions: number, rows: number): Asked =>
  edited([
    {
      kind: 'replace',
      name: 'Plan',
      blocks: [
        {
          name: 'Build',
          goal: '',
          weekKinds: list(weeks, () => 'build'),
          sessions: list(sessions, (at) => ({ name: `S${at}`, minutes: 60, rows: list(rows, () => row) })),
        },
      ],
    },
  ]);
const added = (more: object): Asked => ['athletes.add', { details: { ...detailsOf('Bea'), ...more } }];

/** A question of this size for each limit, right in everything else. Those of files are tried where files are read. */
const SIZED: readonly (readonly [
  Exclude<keyof typeof LIMITS, `file${'Bytes' | 'Rows' | 'Entries' | 'Cell'}` | 'requestBytes'>,
  (size: number) => Asked,
])[] = [
  ['name', (size) => added({ name: letters(size) })],
  ['note', (size) => added({ notes: letters(size) })],
  ['groups', (size) => added({ groups: list(size, (at) => `Group ${at}`) })],
  ['tags', (size) => added({ tags: list(size, (at) => `tag ${at}`) })],
  ['remark', (size) => logged({ notes: letters(size) })],
  ['sets', (size) => logged({ sets: list(size, () => ONE_SET) })],
  ['cell', (size) => edited([cell(letters(size))])],
  ['edits', (size) => edited(list(size, () => cell('3x5')))],
  ['programWeeks', (size) => written(size, 1, 1)],
  ['programSessions', (size) => written(1, size, 1)],
  ['programRows', (size) => written(1, 1, size)],
  ['athletesAtOnce', (size) => ['athletes.archive', { athleteIds: list(size, () => athleteId) }]],
  ['logo', (size) => ['app.saveSettings', settingsWith({ logo: `${PICTURE}${letters(size - PICTURE.length)}` })]],
  [
    'filesAtOnce',
    (size) => ['imports.preview', { files: list(size, () => ({ token: 'none', fileName: 'a.csv', choices: {} })) }],
  ],
];

const PICTURE = 'data:image/png;base64,';
const settingsWith = (more: object): object => ({
  coachName: '',
  coachPhone: '',
  massUnit: 'kg',
  distanceUnit: 'km',
  paper: 'a4',
  logo: '',
  theme: 'system',
  density: 'comfortable',
  ...more,
});

describe('a limit', () => {
  test.each(SIZED)(
    '%s: as much is taken, one more is refused in words, and nothing of it is kept',
    async (key, sized) => {
      const { most } = LIMITS[key];
      const within = await ask(sized(most));
      expect(within.error?.tag).not.toBe('BadRequest');
      const before = dump(desk.databaseFile);
      const { error } = await ask(sized(most + 1));
      if (error === undefined) throw new Error('it was taken');
      expect(error.tag).toBe('BadRequest');
      expect(errorText(error)).toContain(`at most ${most.toLocaleString('en')}`);
      expect(errorText(error)).toContain((most + 1).toLocaleString('en'));
      expect(dump(desk.databaseFile)).toEqual(before);
    },
  );

  test('is stated in the README as it is', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const limit of Object.values(LIMITS)) {
      const figure = limit.most.toLocaleString('en');
      const inMegabytes = limit.of === 'bytes' ? `${(limit.most / (1024 * 1024)).toLocaleString('en')} MB` : undefined;
      expect(readme, limitInWords(limit)).toContain(`| ${limit.what} `);
      expect(readme, limitInWords(limit)).toContain(inMegabytes ?? `${figure} ${limit.of}`);
    }
  });
});

test('a refusal says what is wrong in plain words, and where', async () => {
  const say = async (asked: Asked): Promise<string> => {
    const { error } = await ask(asked);
    return error === undefined ? 'taken' : errorText(error);
  };
  expect(await say(added({ name: letters(121) }))).toBe(
    'This could not be understood: details.name: at most 120 characters; these are 121.',
  );
  expect(await say(added({ name: '' }))).toBe('This could not be understood: details.name: this is empty.');
  expect(await say(logged({ sets: [] }))).toBe(
    'This could not be understood: result.sets: at least 1 entries; these are 0.',
  );
  expect(await say(logged({ sets: [{ ...ONE_SET, loadKg: 601 }] }))).toBe(
    'This could not be understood: result.sets.0.loadKg: at most 600; this is 601.',
  );
  expect(await say(['athletes.open', {}])).toBe('This could not be understood: athleteId: this is missing.');
  expect(await say(['athletes.open', { athleteId: 'x' }])).toBe(
    'This could not be understood: athleteId: this is not a number.',
  );
  expect(await say(['athletes.list', { colour: 1 }])).toBe('This could not be understood: there is no “colour” here.');
});

/** Everything in a question that could be of any size. */
const unlimited = (shape: JsonShape | boolean | undefined, at: string): string[] => {
  if (typeof shape !== 'object') return [];
  const within = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.prefixItems ?? [])];
  const here = [];
  const isOneOfSome = shape.enum !== undefined || shape.const !== undefined || shape.pattern !== undefined;
  if (shape.type === 'string' && shape.maxLength === undefined && !isOneOfSome) here.push(`${at}: a text`);
  if (shape.type === 'array' && shape.maxItems === undefined && shape.prefixItems === undefined)
    here.push(`${at}: a list`);
  return [
    ...here,
    ...within.flatMap((one) => unlimited(one, at)),
    ...unlimited(shape.items, `${at}[]`),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, part]) => unlimited(part, `${at}.${name}`)),
  ];
};

test('nothing that can be asked is without a limit: every text and every list of every operation has one', () => {
  expect(shapedOperations().flatMap(({ path, shape }) => unlimited(shape, path))).toEqual([]);
});
