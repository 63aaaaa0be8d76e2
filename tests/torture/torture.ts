import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import { chanceFrom, type Chance } from '../../src/domain/kernel/chance.ts';
import { examine } from '../../src/service/backups/backupFolder.ts';
import { migrate } from '../../src/service/db/migrate.ts';
import { migrations } from '../../src/service/db/migrations/index.ts';
import { dump } from '../service/dump.ts';
import { nextDeed, type Deed } from './deeds.ts';
import { openHere, startVictim, type Reply, type InProcess, type Plant } from './desk.ts';

export interface TortureReport {
  rounds: number;
  kills: number;
  /** Answers that said that something was done. */
  acknowledged: number;
  /** Rounds after which something that was acknowledged was not there, or something was there by half. */
  lost: number;
  /** Rounds after which a page, a reference, a sum or a backup was not as it should be. */
  corrupt: number;
  /** Rounds after which undo and redo did not lead back to the same. */
  undoBroken: number;
  /** What exactly, for people. */
  notes: string[];
  /** What had been asked and not been answered when it was killed, and how often. */
  during: Record<string, number>;
}

interface Settings {
  readonly rounds: number;
  readonly seed: number;
  /** What the service is made to do wrong, to know that it would be found. */
  readonly plant?: Plant;
  /** Told after every round; `true`: that is enough. */
  readonly onRound?: (done: number, report: TortureReport) => boolean | undefined;
}

/** A desk that is killed again and again, and its twin, which lives the same life and is never killed. */
interface World {
  readonly file: string;
  readonly twinFile: string;
  readonly folder: string;
  readonly seen: Set<string>;
  deeds: number;
}

const below = (chance: Chance, count: number): number => Math.floor(chance() * count);

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

const newWorld = (root: string, number: number): World => {
  const folder = join(root, `world-${number}`);
  mkdirSync(folder);
  mkdirSync(join(folder, 'twin'));
  return {
    folder,
    file: join(folder, 'desk.db'),
    twinFile: join(folder, 'twin', 'desk.db'),
    seen: new Set(),
    deeds: 0,
  };
};

/** Everything in a database, with the names of its steps. */
const pictureOf = (file: string): unknown => {
  const connection = new Database(file);
  try {
    const steps = connection.prepare('SELECT label, at, is_undone FROM journal ORDER BY step').all();
    return { ...dump(file), steps };
  } finally {
    connection.close();
  }
};

const backupsOf = (world: World): string[] => {
  const folder = `${world.file}-backups`;
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
};

/** What a backup that rotation has taken since it was named comes to: the twin, whose copy is still there, does nothing either. */
const isGone = ({ ok, error }: Reply): boolean => !ok && error?.tag === 'BackupNotFound';

const inWords = ({ ok, error }: Reply): string => (ok ? 'done' : (error?.tag ?? 'refused'));

interface Asked {
  readonly n: number;
  readonly deed: Deed;
  /** How the twin does the same. */
  readonly asTwin: Deed | undefined;
  reply?: Reply;
}

/** A restore names a backup that is there just now; the twin restores a copy that nobody rotates away. */
const deedIn = (world: World, chance: Chance): Omit<Asked, 'n'> | undefined => {
  const deed = nextDeed(chance, world.deeds);
  if (deed.operation === 'backups.make') return { deed, asTwin: undefined };
  if (deed.operation !== 'restoreOne') return { deed, asTwin: deed };
  const names = backupsOf(world);
  const name = names[below(chance, names.length)];
  if (name === undefined) return undefined;
  const path = join(world.folder, `stash-${world.deeds}.db`);
  try {
    copyFileSync(join(`${world.file}-backups`, name), path);
  } catch {
    // Rotated away a moment ago.
    return undefined;
  }
  const operation = 'backups.restore';
  return {
    deed: { operation, input: { from: { kind: 'backup', name } } },
    asTwin: { operation, input: { from: { kind: 'file', path } } },
  };
};

/** Starts the desk, asks it for one thing after another, some before the last is answered, and kills it at some moment. */
const workAndKill = async (world: World, chance: Chance, plant: Plant): Promise<readonly Asked[]> => {
  const asked: Asked[] = [];
  const replies = below(chance, 26);
  const atOnce = 1 + below(chance, 3);
  const delayMs = chance() * 40;
  // A thread takes long to start: enough rounds have them.
  const jobs = chance() < 0.3 ? 'inThread' : 'here';
  const diesOpening = chance() < 0.08;
  let answered = 0;
  let isDoomed = false;
  await new Promise<void>((resolve) => {
    const doom = (): void => {
      if (isDoomed) return;
      isDoomed = true;
      void pause(delayMs).then(async () => {
        await victim.kill();
        resolve();
      });
    };
    const askMore = (): void => {
      while (!isDoomed && asked.length - answered < atOnce) {
        world.deeds += 1;
        const next = deedIn(world, chance);
        if (next === undefined) continue;
        const one: Asked = { n: world.deeds, ...next };
        asked.push(one);
        victim.ask(one.n, one.deed);
        if (answered >= replies && asked.length - answered >= atOnce) doom();
      }
    };
    const victim = startVictim(
      { databaseFile: world.file, plant, jobs },
      {
        onOpening: () => {
          if (diesOpening) doom();
        },
        onOpen: askMore,
        onReply: (n, reply) => {
          const one = asked.find((candidate) => candidate.n === n);
          if (one !== undefined) one.reply = reply;
          answered += 1;
          askMore();
        },
      },
    );
    void victim.ended.then(() => {
      if (!isDoomed) asked.push({ n: -1, deed: { operation: 'died', input: victim.complaints() }, asTwin: undefined });
      resolve();
    });
  });
  return asked;
};

interface Findings {
  lost: string[];
  corrupt: string[];
  undoBroken: string[];
}

/** Whether the desk is as its twin after all that was acknowledged, and perhaps the next few things, each of them whole. */
const compareWithTwin = async (world: World, asked: readonly Asked[], found: Findings): Promise<void> => {
  const changing = asked.filter((one) => one.asTwin !== undefined);
  const sure = changing.findLastIndex((one) => one.reply !== undefined) + 1;
  const twin = openHere(world.twinFile);
  try {
    const there = pictureOf(world.file);
    for (const [index, one] of changing.entries()) {
      if (index >= sure && isDeepStrictEqual(pictureOf(world.twinFile), there)) return;
      if (one.reply !== undefined && isGone(one.reply)) continue;
      const reply = await twin.ask(one.asTwin ?? one.deed);
      if (one.reply !== undefined && one.reply.ok !== reply.ok)
        found.lost.push(`${one.deed.operation}: ${inWords(one.reply)}, and its twin: ${inWords(reply)}`);
    }
    if (isDeepStrictEqual(pictureOf(world.twinFile), there)) return;
  } finally {
    await twin.close();
  }
  const last = changing[sure - 1]?.deed.operation ?? 'nothing';
  found.lost.push(
    `not as after ${last}, nor after any of ${changing
      .slice(sure)
      .map(({ deed }) => deed.operation)
      .join(', ')}`,
  );
};

const checkFile = async (desk: InProcess, world: World, found: Findings): Promise<void> => {
  const verified = await desk.client.app.verify({});
  if (!verified.ok) found.corrupt.push(`verify was refused: ${verified.error.tag}`);
  else for (const check of verified.value.checks) if (!check.ok) found.corrupt.push(`${check.name}: ${check.detail}`);
  for (const name of backupsOf(world)) {
    if (world.seen.has(name)) continue;
    world.seen.add(name);
    if (!examine(join(`${world.file}-backups`, name)).isSound) found.corrupt.push(`the backup ${name} is not sound`);
  }
  if (existsSync(`${world.file}-incoming`)) found.corrupt.push('a file that waits to be put in place was left');
};

/** Undoes some steps of the desk and of its twin: they must come to the same, and doing them again must lead back. */
const checkUndo = async (desk: InProcess, world: World, steps: number, found: Findings): Promise<void> => {
  const before = pictureOf(world.file);
  const twin = openHere(world.twinFile);
  try {
    let undone = 0;
    for (; undone < steps; undone += 1) {
      const [own, twins] = [await desk.client.history.undo({}), await twin.client.history.undo({})];
      if (own.ok !== twins.ok) found.undoBroken.push(`undo ${undone + 1} was answered otherwise`);
      if (!own.ok || !twins.ok) break;
    }
    if (!isDeepStrictEqual(pictureOf(world.file), pictureOf(world.twinFile))) {
      found.undoBroken.push(`${undone} steps undone are not what was there before them`);
    }
    for (let redone = 0; redone < undone; redone += 1) {
      const replies = [await desk.client.history.redo({}), await twin.client.history.redo({})];
      if (replies.some(({ ok }) => !ok)) found.undoBroken.push(`redo ${redone + 1} of ${undone} was refused`);
    }
    if (!isDeepStrictEqual(pictureOf(world.file), before)) {
      found.undoBroken.push(`${undone} steps undone and done again are not the same`);
    }
  } finally {
    await twin.close();
  }
};

/** After something was found the twin lives on as the desk does, so that one fault is counted once. */
const reconcile = (world: World): void => {
  rmSync(world.twinFile, { force: true });
  const connection = new Database(world.file);
  connection.prepare('VACUUM INTO ?').run(world.twinFile);
  connection.close();
};

const note = ({ during }: TortureReport, what: string): void => {
  during[what] = (during[what] ?? 0) + 1;
};

const workRound = async (world: World, chance: Chance, plant: Plant, report: TortureReport): Promise<Findings> => {
  const found: Findings = { lost: [], corrupt: [], undoBroken: [] };
  const asked = await workAndKill(world, chance, plant);
  report.kills += 1;
  report.acknowledged += asked.filter(({ reply }) => reply?.ok === true).length;
  for (const { deed, reply } of asked) if (reply === undefined) note(report, deed.operation);
  for (const { deed } of asked)
    if (deed.operation === 'died') found.corrupt.push(`it ended by itself: ${String(deed.input)}`);
  const desk = openHere(world.file);
  try {
    await checkFile(desk, world, found);
    await compareWithTwin(world, asked, found);
    const isAllTheWay = chance() < 0.15;
    if (found.lost.length === 0) await checkUndo(desk, world, isAllTheWay ? 60 : 1 + below(chance, 4), found);
    if (isAllTheWay) await checkFile(desk, world, found);
  } finally {
    await desk.close();
  }
  if (found.lost.length + found.undoBroken.length > 0) reconcile(world);
  return found;
};

const makeOld = (file: string, version: number): void => {
  const connection = new Database(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('foreign_keys = ON');
  migrate(connection, migrations.slice(0, version), () => undefined);
  const add = connection.prepare(
    `INSERT INTO athlete (id, name, entry_class, mass_unit, distance_unit, gym_unit, bar_mass, created_at)
     VALUES (?, ?, 'B', 'kg', 'km', 'kg', 20, '2025-01-01')`,
  );
  for (let id = 1; id <= 40; id += 1) add.run(id, `Old Hand ${id}`);
  connection.close();
};

/** A database of an older schema is opened, and killed while it is brought up to date. */
const migrationRound = async (folder: string, chance: Chance, report: TortureReport): Promise<Findings> => {
  const found: Findings = { lost: [], corrupt: [], undoBroken: [] };
  mkdirSync(folder);
  const file = join(folder, 'old.db');
  const version = 1 + below(chance, migrations.length - 1);
  makeOld(file, version);
  const delayMs = chance() * 120;
  await new Promise<void>((resolve) => {
    const victim = startVictim(
      { databaseFile: file, plant: 'nothing', jobs: 'here' },
      {
        onOpening: () =>
          void pause(delayMs)
            .then(() => victim.kill())
            .then(resolve),
        onOpen: () => undefined,
        onReply: () => undefined,
      },
    );
    void victim.ended.then(resolve);
  });
  report.kills += 1;
  note(report, 'migration');
  const desk = openHere(file);
  try {
    const list = await desk.client.athletes.list({});
    const many = list.ok ? list.value.athletes.length : 0;
    if (many !== 40) found.lost.push(`of 40 athletes of schema ${version} ${many} are there`);
    await checkFile(desk, { file, twinFile: file, folder, seen: new Set(), deeds: 0 }, found);
  } finally {
    await desk.close();
  }
  return found;
};

const ROUNDS_A_WORLD = 8;

/** Kills the desk in the middle of its work, again and again, and looks each time what is left. Everything but the moments is from the seed. */
export const torture = async ({ rounds, seed, plant = 'nothing', onRound }: Settings): Promise<TortureReport> => {
  const root = mkdtempSync(join(tmpdir(), 'ironstride-torture-'));
  const chance = chanceFrom(seed);
  const report: TortureReport = {
    rounds: 0,
    kills: 0,
    acknowledged: 0,
    lost: 0,
    corrupt: 0,
    undoBroken: 0,
    notes: [],
    during: {},
  };
  let world = newWorld(root, 0);
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0 && round % ROUNDS_A_WORLD === 0) {
        rmSync(world.folder, { recursive: true, force: true });
        world = newWorld(root, round);
      }
      const isMigration = chance() < 0.15;
      const found = isMigration
        ? await migrationRound(join(root, `old-${round}`), chance, report)
        : await workRound(world, chance, plant, report);
      report.rounds += 1;
      report.lost += Number(found.lost.length > 0);
      report.corrupt += Number(found.corrupt.length > 0);
      report.undoBroken += Number(found.undoBroken.length > 0);
      for (const note of [...found.lost, ...found.corrupt, ...found.undoBroken])
        report.notes.push(`round ${round}: ${note}`);
      if (onRound?.(round + 1, report) === true) break;
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return report;
};
