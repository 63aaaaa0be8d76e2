import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { contract, type Contract } from '../../src/contract/contract.ts';
import type { Client, InputOf } from '../../src/contract/derive.ts';
import { ordinaryWeek, standardGym } from '../../src/domain/athletes/athlete.ts';
import type { AthleteId } from '../../src/domain/kernel/ids.ts';
import { parsePlainDate, type PlainDate } from '../../src/domain/kernel/plainDate.ts';
import { fail, ok, type Result } from '../../src/domain/kernel/result.ts';
import { clockStandingAt } from '../../src/service/clock.ts';
import type { HostHandlers } from '../../src/service/deps.ts';
import { nodeDeps } from '../../src/service/nodeHost.ts';
import { createService, type Service } from '../../src/service/service.ts';

export const day = (text: string): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
};

/** A Monday, in the middle of the sample's programs. */
export const TODAY = day('2026-11-23');

const host: HostHandlers = {
  describe: async () =>
    ok({ kind: 'commandLine', pdf: { isOffered: false }, canShowFolder: false, canChooseFolder: false }),
  savePdf: async () => fail({ tag: 'NotOfferedHere', what: 'Saving a PDF' }),
  showDataFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Showing the data folder' }),
  chooseFolder: async () => fail({ tag: 'NotOfferedHere', what: 'Choosing a folder' }),
};

export interface Desk {
  readonly databaseFile: string;
  readonly service: Service;
  readonly client: Client<Contract>;
  /** Closes the service, but keeps the file. */
  readonly shut: () => Promise<void>;
}

export const depsAt = (databaseFile: string, { inThread = false, today = TODAY } = {}) =>
  nodeDeps({ databaseFile, shell: 'test desk', host, clock: clockStandingAt(today), inThread });

/** The service on a file of the caller's. */
export const openDeskAt = (databaseFile: string, options: { inThread?: boolean; today?: PlainDate } = {}): Desk => {
  const service = createService(depsAt(databaseFile, options));
  return { databaseFile, service, client: createClient(contract, service), shut: () => service.close() };
};

/** A folder of the running test's own, gone when the test is. */
export const ownFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'ironstride-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/**
 * An empty desk of the running test's own. When it is closed no row of it points nowhere: what an import writes is not looked at for
 * that row by row.
 */
export const openDesk = (options: { inThread?: boolean; today?: PlainDate } = {}): Desk => {
  const desk = openDeskAt(join(ownFolder(), 'desk.db'), options);
  onTestFinished(async () => {
    await desk.shut();
    expect(lookInto(desk.databaseFile, (connection) => connection.pragma('foreign_key_check'))).toEqual([]);
  });
  return desk;
};

export const makeSample = async ({ client }: Desk, athletes = 6, years = 0.5): Promise<void> => {
  settled(await client.app.createSample({ athletes, years, seed: 7, today: TODAY }));
};

/** The value of a reply that must not be a refusal. */
export const settled = <T>(reply: Result<T, unknown>): T => {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.error)}`);
  return reply.value;
};

/** The tag of a reply that must be a refusal. */
export const refusal = (reply: Result<unknown, { readonly tag: string }>): string => {
  if (reply.ok) throw new Error(`not refused: ${JSON.stringify(reply.value)}`);
  return reply.error.tag;
};

/** Looks into the file past the service, while it is open. */
export const lookInto = <T>(databaseFile: string, look: (connection: Database.Database) => T): T => {
  const connection = new Database(databaseFile);
  try {
    return look(connection);
  } finally {
    connection.close();
  }
};

export const fixturePath = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

type ImportOrder = InputOf<Contract['imports']['commit']>;
export type Target = NonNullable<ImportOrder['files'][number]['target']>;

/** A file of the fixtures, uploaded and ready to be asked for. */
export const upload = async (
  { service }: Desk,
  name: string,
  target?: Target,
  bytes: Uint8Array = readFileSync(fixturePath(name)),
): Promise<ImportOrder['files'][number]> => ({
  token: await service.upload(bytes),
  fileName: name.split('/').at(-1) ?? name,
  choices: {},
  ...(target === undefined ? {} : { target }),
});

export const commit = async (
  desk: Desk,
  names: readonly string[],
  target: Target,
  more: Partial<Omit<ImportOrder, 'files'>> = {},
) => {
  const files = [];
  for (const name of names) files.push(await upload(desk, name, target));
  return desk.client.imports.commit({ files, exercises: [], strict: false, ...more });
};

export const detailsOf = (name: string): InputOf<Contract['athletes']['add']>['details'] => ({
  name,
  entryClass: 'B',
  massUnit: 'kg',
  distanceUnit: 'km',
  groups: ['Harriers'],
  tags: [],
  notes: '',
  gym: {
    ...standardGym('kg'),
    plates: standardGym('kg').plates.map((plate) => ({ ...plate })),
    equipment: [...standardGym('kg').equipment],
  },
  usualWeek: ordinaryWeek.map((usual) => ({ ...usual })),
});

/** An exercise of the coach's own, to add or to change. */
export const ownExerciseOf = (name: string): InputOf<Contract['exercises']['addOwn']>['exercise'] => ({
  name,
  pattern: 'lunge',
  equipment: [['sled']],
  isUnilateral: false,
  level: 2,
  usualDose: '20 m',
  restS: 90,
  loadMode: 'kg',
  cues: ['Lean in and drive'],
  muscles: [],
});

export const addAthlete = async ({ client }: Pick<Desk, 'client'>, name: string): Promise<AthleteId> =>
  settled(await client.athletes.add({ details: detailsOf(name) })).athleteId;

export const stepsOf = async ({ client }: Desk) => settled(await client.history.list({ limit: 500 })).steps;
