import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { chanceFrom } from '../../src/domain/kernel/chance.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import { isoWeekOf } from '../../src/domain/kernel/plainDate.ts';
import type { Operation } from '../../src/contract/operation.ts';
import { dumpOf } from '../service/dump.ts';
import {
  commit,
  day,
  detailsOf,
  fixturePath,
  makeSample,
  openDeskAt,
  ownExerciseOf,
  settled,
  TODAY,
  upload,
  type Desk,
} from '../service/openDesk.ts';
import { textOf } from './hostileValues.ts';
import { shapedOperations, type ShapedOperation } from './jsonShape.ts';
import { createPool, type LivingPool } from './livingPool.ts';
import { hostileQuestion, nearlyRight, validQuestion } from './questions.ts';

/** What takes so long on a sample of four athletes will take for ever on a club. */
const HANGS_AFTER_MS = 15_000;
/** Undo, erasing and taking back empty a desk: so often it begins anew. */
const FRESH_AFTER = 300;

export interface ContractFuzzReport {
  readonly inputs: number;
  readonly operations: number;
  /** Questions that were understood, and those of them that were answered. */
  readonly understood: number;
  readonly answered: number;
  /** Operations that have answered at least once. */
  readonly reached: readonly string[];
  readonly crashes: readonly string[];
  readonly defects: readonly string[];
  readonly partialWrites: readonly string[];
  readonly hangs: readonly string[];
}

interface World {
  readonly desk: Desk;
  readonly folder: string;
}

type Answer = { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly tag?: string } };

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nobody’s files are written over, and no sample of five hundred athletes is made: the same question, but here and small. */
const tamed = (path: string, question: unknown, folder: string): unknown => {
  const within = (key: string, value: unknown): unknown => {
    if (typeof value === 'string' && /path|folder/iu.test(key) && !value.startsWith(folder))
      return join(folder, value.replaceAll(/[/\\]|\.\./gu, '_').slice(0, 2000));
    if (path === 'app.createSample' && typeof value === 'number' && value > 2) return 2;
    if (Array.isArray(value)) return value.map((item) => within(key, item));
    if (!isThing(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, within(name, part)]));
  };
  return within('', question);
};

/** A desk on which there is something of everything. */
const furnish = async (desk: Desk): Promise<void> => {
  await makeSample(desk, 4);
  const { client } = desk;
  const [one] = settled(await client.athletes.list({})).athletes;
  if (one === undefined) throw new Error('the sample is empty');
  const { athleteId } = one;
  settled(await client.exercises.addOwn({ exercise: ownExerciseOf('Sled push') }));
  settled(
    await client.templates.create({
      name: 'My own',
      from: { kind: 'program', programId: await programOf(desk, athleteId) },
    }),
  );
  const away = { kind: 'travel', from: day('2026-12-07'), to: day('2026-12-09'), note: 'Porto' } as const;
  settled(await client.calendar.setAway({ athleteIds: [athleteId], away }));
  const test = { exerciseKey: 'sq_back', loadKg: 102.5 };
  settled(await client.log.recordTest({ athleteId, on: day('2026-11-20'), test }));
  settled(await client.sheets.print({ layout: 'weekly', week: isoWeekOf(TODAY) }));
  settled(await commit(desk, ['imports/strong-v6.csv'], { kind: 'athlete', athleteId }));
};

const programOf = async ({ client }: Desk, athleteId: AthleteId) => {
  const { open } = settled(await client.programs.grid({ athleteId }));
  if (open === undefined) throw new Error('the athlete has no program');
  return open.programId;
};

const vectors = z
  .array(z.object({ rule: z.string(), input: z.unknown() }))
  .parse(JSON.parse(readFileSync(fixturePath('science/vectors.json'), 'utf8')));

/** Everything that can be asked for without knowing anything, so that the rest can be asked about what is there. */
const learn = async (desk: Desk, pool: LivingPool): Promise<void> => {
  const { client } = desk;
  const target = { kind: 'newAthlete', name: 'Nina' } as const;
  for (const name of ['imports/strong-v6.csv', 'imports/strava-en.csv'])
    pool.note({ files: [await upload(desk, name, target)], exercises: [], strict: false });
  pool.note({ details: detailsOf('Zoe Added'), exercise: ownExerciseOf('Sled drag') });
  const { athletes } = settled(await client.athletes.list({}));
  pool.note(athletes);
  for (const answer of [
    await client.app.describe({}),
    await client.programs.templates({}),
    await client.exercises.list({}),
    await client.history.list({ limit: 20 }),
    await client.sheets.list({ limit: 10 }),
    await client.imports.list({}),
    await client.templates.open({ templateKey: 'my-own' }),
    await client.typeIn.open({ code: settled(await client.sheets.list({ limit: 1 })).sheets[0]?.sheetCode ?? '' }),
    await client.calendar.view({
      athleteIds: athletes.map(({ athleteId }) => athleteId),
      from: TODAY,
      to: day('2026-12-20'),
    }),
  ])
    pool.note(answer);
  for (const { athleteId } of athletes) {
    pool.note(await client.athletes.open({ athleteId }));
    pool.note(await client.programs.grid({ athleteId }));
    pool.note(await client.programs.forAthlete({ athleteId }));
    pool.note(await client.log.list({ athleteId, kinds: ['lift', 'test', 'checkIn'], limit: 20 }));
  }
  for (const vector of vectors) pool.note(vector);
};

/** What any request may be answered with. A defect is counted by itself. */
const ALWAYS = new Set(['BadRequest', 'Defect', 'DatabaseBusy', 'Cancelled']);
const isPromised = ({ errors }: Operation, tag: string): boolean => errors.some((known) => known === tag);

const isPolluted = (): boolean => Object.keys(Object.prototype).length > 0 || Reflect.get({}, 'polluted') !== undefined;

const lastDefect = (databaseFile: string): string => {
  const log = `${databaseFile}-log.txt`;
  if (!existsSync(log)) return '';
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const at = lines.findLastIndex((line) => /^\d{4}-\d\d-\d\dT/u.test(line));
  return lines.slice(at, at + 6).join(' | ');
};

/** Whether anything of the coach’s was written while the work was done. */
const seeingWrites = async <T>(
  databaseFile: string,
  work: () => Promise<T>,
): Promise<{ got: T; wrote: () => boolean }> => {
  const past = new Database(databaseFile);
  const watching = new Database(databaseFile);
  try {
    // A transaction that has read keeps seeing the desk as it was.
    past.exec('BEGIN');
    past.prepare('SELECT count(*) FROM athlete').get();
    const version: unknown = watching.pragma('data_version', { simple: true });
    const got = await work();
    const isSame = watching.pragma('data_version', { simple: true }) === version;
    const wrote = isSame ? false : !isDeepStrictEqual(dumpOf(past), dumpOf(watching));
    return { got, wrote: () => wrote };
  } finally {
    past.close();
    watching.close();
  }
};

/** Asks every operation in turn, rightly, nearly rightly and with malice; the same questions for the same seed. */
export const fuzzContract = async (
  rounds: number,
  seed: number,
  only: (path: string) => boolean = () => true,
): Promise<ContractFuzzReport> => {
  const folder = mkdtempSync(join(tmpdir(), 'ironstride-fuzz-'));
  const chance = chanceFrom(seed);
  const pool = createPool();
  const operations = shapedOperations().filter(({ path }) => only(path));
  const valid = validQuestion(chance, pool);
  const found = {
    crashes: new Array<string>(),
    defects: new Array<string>(),
    partialWrites: new Array<string>(),
    hangs: new Array<string>(),
  };
  const reached = new Set<string>();
  const counts = { inputs: 0, understood: 0, answered: 0 };

  const kept = join(folder, 'kept.db');
  const first = openDeskAt(kept);
  await furnish(first);
  await first.shut();

  let opened = 0;
  const openFresh = async (): Promise<World> => {
    opened += 1;
    const own = join(folder, String(opened));
    mkdirSync(own);
    copyFileSync(kept, join(own, 'desk.db'));
    const desk = openDeskAt(join(own, 'desk.db'));
    await learn(desk, pool);
    return { desk, folder: own };
  };

  const questionFor = ({ path, operation, shape }: ShapedOperation, world: World): unknown => {
    let question: unknown;
    for (let tries = 0; tries < 6; tries += 1) {
      question = tamed(path, valid(shape), world.folder);
      if (operation.input.safeParse(question).success) break;
    }
    const roll = chance();
    if (roll < 0.45) return question;
    return tamed(path, (roll < 0.75 ? nearlyRight : hostileQuestion)(question, chance), world.folder);
  };

  const judge = (
    { path, operation }: ShapedOperation,
    text: string,
    answer: Answer,
    wrote: boolean,
    world: World,
  ): void => {
    const asked = `${path} ${text.slice(0, 400)}`;
    const { tag } = answer.error ?? {};
    if (tag === 'Defect') found.defects.push(`${asked}\n    ${lastDefect(world.desk.databaseFile)}`);
    if (tag !== undefined && !ALWAYS.has(tag) && !isPromised(operation, tag))
      found.defects.push(`${asked}\n    is refused as nobody is told it may be: ${tag}`);
    if (tag !== 'BadRequest') counts.understood += 1;
    if (wrote && (!answer.ok || operation.kind === 'query')) found.partialWrites.push(`${asked} (${tag ?? 'a query'})`);
    if (!answer.ok) return;
    counts.answered += 1;
    reached.add(path);
    pool.note(answer.value);
    const parsed = operation.output.safeParse(answer.value);
    if (!parsed.success || !isDeepStrictEqual(parsed.data, answer.value))
      found.defects.push(
        `${asked}\n    answered what it does not promise: ${parsed.error?.message.slice(0, 300) ?? ''}`,
      );
  };

  const askOne = async (shaped: ShapedOperation, world: World): Promise<void> => {
    const text = `{"operation":"${shaped.path}","input":${textOf(questionFor(shaped, world))}}`;
    const began = performance.now();
    try {
      const { got, wrote } = await seeingWrites(world.desk.databaseFile, () => world.desk.service.request(text));
      const tookMs = performance.now() - began;
      if (tookMs > HANGS_AFTER_MS)
        found.hangs.push(`${shaped.path}: ${Math.round(tookMs)} ms for ${text.slice(0, 400)}`);
      judge(shaped, text, JSON.parse(got) as Answer, wrote(), world);
    } catch (cause) {
      found.crashes.push(
        `${text.slice(0, 400)}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
      );
    }
    if (isPolluted()) found.crashes.push(`the prototype of everything was changed by ${text.slice(0, 400)}`);
  };

  const verify = async ({ desk }: World): Promise<void> => {
    const { ok, problems } = { problems: [], ...settled(await desk.client.app.verify({})) };
    if (!ok)
      found.partialWrites.push(`what is kept does not agree with itself: ${JSON.stringify(problems).slice(0, 400)}`);
  };

  let world = await openFresh();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const shaped = operations[round % operations.length];
      if (shaped === undefined) break;
      counts.inputs += 1;
      await askOne(shaped, world);
      if ((round + 1) % FRESH_AFTER !== 0) continue;
      await verify(world);
      await world.desk.shut();
      world = await openFresh();
    }
    await verify(world);
  } finally {
    await world.desk.shut();
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...counts, operations: operations.length, reached: [...reached], ...found };
};
