import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { databaseFacts } from '../../contract/schemas/backups.ts';
import { readBackupFileName, type BackupName } from '../../domain/backups/backupName.ts';
import { openToRead } from '../db/database.ts';
import { faultOf } from '../db/fault.ts';
import { putInPlace, removeDatabase } from '../db/files.ts';
import { schemaVersion } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { UnreadableDatabase } from '../db/unreadableDatabase.ts';
import { faultsIn, readFacts, stampOfDatabase } from './databaseFacts.ts';

/** Backups lie in a folder beside their database. */
export const backupFolder = (databaseFile: string): string => `${databaseFile}-backups`;

/** What was found when a backup was last opened: kept in a small file beside it, so that a list of them opens none. */
const examination = z.object({
  sizeBytes: z.int(),
  isSound: z.boolean(),
  why: z.enum(['damaged', 'newer', 'notOurs']).optional(),
  madeAt: z.string().optional(),
  stamp: z.string().optional(),
  facts: databaseFacts.optional(),
});

export type Examination = z.output<typeof examination>;

export interface Backup extends BackupName {
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
  /** Absent: nobody has opened it as it is now. */
  readonly examined?: Examination | undefined;
}

const noteBeside = (path: string): string => path.replace(/\.db$/u, '.json');

const readNote = (path: string, sizeBytes: number): Examination | undefined => {
  try {
    const note = examination.parse(JSON.parse(readFileSync(noteBeside(path), 'utf8')));
    return note.sizeBytes === sizeBytes ? note : undefined;
  } catch {
    return undefined;
  }
};

/** A note that cannot be written is no loss: the backup is opened again. */
export const writeNote = (path: string, note: Examination): void => {
  try {
    writeFileSync(`${noteBeside(path)}.part`, JSON.stringify(note));
    putInPlace(`${noteBeside(path)}.part`, noteBeside(path));
  } catch {
    rmSync(`${noteBeside(path)}.part`, { force: true });
  }
};

/** Every backup in a folder, the newest first. A folder that is not there has none. */
export const listBackups = (folder: string): Backup[] => {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder)
    .flatMap((name): Backup[] => {
      const said = readBackupFileName(name);
      if (said === undefined) return [];
      const path = join(folder, name);
      const { size: sizeBytes } = statSync(path);
      return [{ ...said, name, path, sizeBytes, examined: readNote(path, sizeBytes) }];
    })
    .toSorted((a, b) => b.number - a.number);
};

/** Opens a file and looks whether it is a sound database of ours. */
export const examine = (path: string): Examination => {
  const { size: sizeBytes } = statSync(path);
  try {
    const db = openToRead(path);
    try {
      if (schemaVersion(db.read) > migrations.length) return { sizeBytes, isSound: false, why: 'newer' };
      if (faultsIn(db).length > 0) return { sizeBytes, isSound: false, why: 'damaged' };
      return { sizeBytes, isSound: true, stamp: stampOfDatabase(db), facts: readFacts(db) };
    } finally {
      db.read.close();
    }
  } catch (cause) {
    const fault = cause instanceof UnreadableDatabase ? cause.fault : faultOf(cause);
    return { sizeBytes, isSound: false, why: fault === undefined ? 'notOurs' : 'damaged' };
  }
};

/** Opens a backup if nobody has yet, and keeps what was found. */
export const examined = (backup: Backup): Examination => {
  if (backup.examined !== undefined) return backup.examined;
  const note = examine(backup.path);
  writeNote(backup.path, note);
  return note;
};

export const removeBackup = ({ path }: Backup): void => {
  removeDatabase(path);
  rmSync(noteBeside(path), { force: true });
};

/** A file that is still being written is younger than this. */
const LEFT_AFTER_MS = 15 * 60_000;

const isLeft = (path: string): boolean => {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Math.abs(Date.now() - written) > LEFT_AFTER_MS;
};

/** The folder, made if need be, without what an interrupted backup has left in it. */
export const tidyFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.includes('.part') && isLeft(path)) rmSync(path, { force: true });
  }
};
