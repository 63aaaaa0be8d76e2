import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { faultOf } from './fault.ts';
import { UnreadableDatabase } from './unreadableDatabase.ts';

/** Who has a database open. `url` and `secret` let a second start ask a browser window of the first to show itself. */
const owner = z.object({ pid: z.int(), shell: z.string(), url: z.string().optional(), secret: z.string().optional() });

export type Owner = z.output<typeof owner>;

export interface Lock {
  /** Says more about the owner, once it is known where it listens. */
  readonly describe: (more: Partial<Owner>) => void;
  readonly release: () => void;
}

/** One process owns a database. This says which one has it. */
export class DatabaseInUse extends Error {
  readonly owner: Owner | undefined;
  constructor(file: string, by: Owner | undefined) {
    const who = by === undefined ? 'another Ironstride' : `another Ironstride (${by.shell}, process ${by.pid})`;
    super(`${file} is open in ${who}. Close it there first; nothing was changed.`);
    this.name = 'DatabaseInUse';
    this.owner = by;
  }
}

const readOwner = (path: string): Owner | undefined => {
  if (!existsSync(path)) return undefined;
  try {
    return owner.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
};

/**
 * Takes the database for this process until it ends: an exclusive transaction on a small file beside it, which the
 * operating system lets go of even when the process is killed, so that no stale lock is ever left.
 */
export const takeLock = (databaseFile: string, shell: string): Lock => {
  const ownerPath = `${databaseFile}-owner.json`;
  const held = lockFile(databaseFile, ownerPath);
  let known: Owner = { pid: process.pid, shell };
  const write = (): void => writeFileSync(ownerPath, JSON.stringify(known), { mode: 0o600 });
  try {
    write();
  } catch (cause) {
    held.close();
    throw new UnreadableDatabase(databaseFile, cause);
  }
  return {
    describe: (more) => {
      known = { ...known, ...more };
      write();
    },
    release: () => {
      rmSync(ownerPath, { force: true });
      // The small file stays: removed, it could be the one that somebody else has just locked.
      held.close();
    },
  };
};

const lockFile = (databaseFile: string, ownerPath: string): Database.Database => {
  let held: Database.Database | undefined;
  try {
    mkdirSync(dirname(databaseFile), { recursive: true });
    // Asked for first: SQLite says of a folder that may not be written only that it cannot open a file in it.
    accessSync(dirname(databaseFile), constants.W_OK);
    held = new Database(`${databaseFile}-lock`, { timeout: 0 });
    held.pragma('journal_mode = DELETE');
    held.exec('BEGIN EXCLUSIVE');
    return held;
  } catch (cause) {
    held?.close();
    if (faultOf(cause) === 'busy') throw new DatabaseInUse(databaseFile, readOwner(ownerPath));
    throw new UnreadableDatabase(databaseFile, cause);
  }
};
