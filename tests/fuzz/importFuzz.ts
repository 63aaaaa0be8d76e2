import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftSet, ImportDraft } from '../../src/domain/imports/draft.ts';
import { chanceFrom, type Chance } from '../../src/domain/kernel/chance.ts';
import { parsePlainDate } from '../../src/domain/kernel/plainDate.ts';
import { openFolder, readBytes, repository } from '../domain/imports/reading.ts';
import { mutateFile } from './mutateFile.ts';

/** Nothing of a megabyte takes near as long; what does is a hang in the making. */
const MOST_MS_A_MEGABYTE = 20_000;

export interface FuzzReport {
  readonly inputs: number;
  readonly read: number;
  readonly refused: number;
  readonly crashes: readonly string[];
  readonly faults: readonly string[];
  readonly hangs: readonly string[];
}

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};

/** Our own files, and the real ones where their folder is there and they are asked for. */
export const seedFiles = (withReal: boolean): readonly string[] => [
  ...filesIn(`${repository}tests/fixtures/imports`),
  ...filesIn(`${repository}tests/fixtures/hostile`),
  ...(withReal ? filesIn(openFolder) : []),
];

const numbersIn = (value: object): readonly number[] =>
  Object.values(value).filter((one): one is number => typeof one === 'number');

/** What is wrong with a draft, whatever the file was; nothing when it can be stored as it is. */
export const draftFault = (draft: ImportDraft): string | undefined => {
  const entries = [...draft.activities, ...draft.sessions, ...draft.wellness];
  const keys = entries.map(({ importKey }) => importKey);
  if (new Set(keys).size < keys.length) return 'two entries of one key';
  if (keys.some((key) => key.trim() === '')) return 'an entry without a key';
  const days = [
    ...[...draft.activities, ...draft.sessions].map(({ performedOn }) => performedOn),
    ...draft.wellness.map(({ measuredOn }) => measuredOn),
  ];
  const odd = days.find((day) => parsePlainDate(day) === undefined);
  if (odd !== undefined) return `the day ${odd}`;
  const sets = draft.sessions.flatMap((session) => session.sets);
  const numbers = [...entries, ...sets].flatMap(numbersIn);
  if (numbers.some((one) => !Number.isFinite(one))) return 'a number that is none';
  if ([...draft.activities].some(({ distanceM = 0, movingS = 0 }) => distanceM < 0 || movingS < 0))
    return 'less than no distance or time';
  const isLifted = ({ exercise }: DraftSet): boolean => !/assist|unterstütz/iu.test(exercise);
  if (sets.some((set) => (set.reps ?? 0) < 0 || ((set.loadKg ?? 0) < 0 && set.doubt === undefined && isLifted(set))))
    return 'less than no load or repetitions';
  if (draft.problems.some(({ line, expected }) => !(line >= 1) || expected.trim() === ''))
    return 'a problem without a line or without what was expected';
  return undefined;
};

interface Outcome {
  readonly kind: 'read' | 'refused' | 'crash' | 'fault';
  readonly what?: string;
}

/** A letter that stands for a lost one is a fault of ours only where the file did not have it. */
const losesLetters = (draft: ImportDraft, bytes: Uint8Array): boolean => {
  const had = Buffer.from(bytes);
  if (had.includes(Buffer.from('\uFFFD')) || had.includes(Buffer.from('\uFFFD', 'utf16le'))) return false;
  return JSON.stringify([draft, draft.sessions.map(({ sets }) => sets)]).includes('\uFFFD');
};

const tryOne = (bytes: Uint8Array, name: string): Outcome => {
  try {
    const result = readBytes(bytes, {}, name);
    if (!result.ok) {
      const { found, expected } = result.error;
      return found.trim() === '' || expected.trim() === ''
        ? { kind: 'fault', what: 'a refusal without a reason' }
        : { kind: 'refused' };
    }
    const what = draftFault(result.value) ?? (losesLetters(result.value, bytes) ? 'a letter that was lost' : undefined);
    return what === undefined ? { kind: 'read' } : { kind: 'fault', what };
  } catch (cause) {
    return { kind: 'crash', what: cause instanceof Error ? cause.message : String(cause) };
  }
};

/** Reads files with things wrong with them, so many of them, the same ones for the same seed. */
export const fuzzImports = (rounds: number, seed: number, files: readonly string[]): FuzzReport => {
  const chance: Chance = chanceFrom(seed);
  const texts = files.map((path) => ({ name: path.split('/').at(-1) ?? path, bytes: readFileSync(path) }));
  const crashes: string[] = [];
  const faults: string[] = [];
  const hangs: string[] = [];
  const counts = { read: 0, refused: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const chosen = texts[Math.floor(chance() * texts.length)];
    if (chosen === undefined) break;
    const bytes = mutateFile(chosen.bytes, chance);
    const began = performance.now();
    const { kind, what } = tryOne(bytes, chosen.name);
    const tookMs = performance.now() - began;
    const where = `${chosen.name}, round ${round} of seed ${seed}`;
    if (tookMs > MOST_MS_A_MEGABYTE * Math.max(0.1, bytes.length / 1e6))
      hangs.push(`${where}: ${Math.round(tookMs)} ms`);
    if (kind === 'crash') crashes.push(`${where}: ${what ?? ''}`);
    else if (kind === 'fault') faults.push(`${where}: ${what ?? ''}`);
    else counts[kind] += 1;
  }
  return { inputs: rounds, ...counts, crashes, faults, hangs };
};
