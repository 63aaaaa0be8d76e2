import { spawn, type StdioOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BenchRow } from './statistics.ts';

/** Rows, and what could not be measured, in words. */
export interface PeerRows {
  readonly rows: readonly BenchRow[];
  readonly skipped: readonly string[];
}

/** The peer did not do what it was asked to: its figures are missing, ours are nobody's fault. */
export class PeerFailed extends Error {}

/** The rows, or in words why the peer has none. */
export const orSkipped = async (what: string, work: () => Promise<readonly BenchRow[]>): Promise<PeerRows> => {
  try {
    return { rows: await work(), skipped: [] };
  } catch (error) {
    if (!(error instanceof PeerFailed)) throw error;
    return { rows: [], skipped: [`skipped: ${what}; ${error.message}`] };
  }
};

/** What a peer needs: a program, and the Debian package that it comes in. */
export interface Needed {
  readonly program: string;
  readonly debianPackage: string;
}

const isInstalled = ({ program }: Needed): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Why something cannot be measured here, in words that say what to install; nothing when all of it is there. */
export const missingWords = (what: string, needed: readonly Needed[]): string | undefined => {
  const packages = [...new Set(needed.filter((one) => !isInstalled(one)).map((one) => one.debianPackage))];
  if (packages.length === 0) return undefined;
  return `skipped: ${what}; install the Debian ${packages.length === 1 ? 'package' : 'packages'} ${packages.join(', ')}`;
};

/** Somebody else's program at work. */
export interface PeerProgram {
  /** Its exit code; nothing when it was ended or never began. */
  readonly ended: Promise<number | null>;
  /** What it writes on its fourth channel, where it was given one. */
  readonly told: Readable | undefined;
  readonly end: () => Promise<void>;
}

interface ProgramOrder {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly hasChannel?: boolean;
}

const PATIENCE_MS = 5000;

/** Programs that have not ended, by the number of their group. */
const running = new Set<number>();

const signalGroup = (group: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-group, signal);
  } catch {
    // Nothing of the group is left.
  }
};

// Asked and not killed: a virtual display leaves its lock behind when it cannot tidy up.
process.once('exit', () => {
  for (const group of running) signalGroup(group, 'SIGTERM');
});

/** Starts a program in a group of its own, so that it ends with all that it has started. */
export const startProgram = ({ program, args, env = {}, hasChannel = false }: ProgramOrder): PeerProgram => {
  const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', ...(hasChannel ? (['pipe'] as const) : [])];
  const child = spawn(program, args, { detached: true, stdio, env: { ...process.env, ...env } });
  const group = child.pid;
  if (group !== undefined) running.add(group);
  const ended = new Promise<number | null>((done) => {
    child.once('error', () => done(null));
    child.once('exit', done);
  });
  const end = async (): Promise<void> => {
    if (group === undefined) return;
    signalGroup(group, 'SIGTERM');
    const patience = setTimeout(() => signalGroup(group, 'SIGKILL'), PATIENCE_MS);
    await ended;
    clearTimeout(patience);
    signalGroup(group, 'SIGKILL');
    running.delete(group);
  };
  const channel = child.stdio[3];
  return { ended, told: channel !== null && channel !== undefined && 'read' in channel ? channel : undefined, end };
};
