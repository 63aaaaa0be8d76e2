import { accessSync, constants, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, isAbsolute, join, relative } from 'node:path';
import { z } from 'zod';
import type { Failure } from '../../domain/kernel/failure.ts';
import { reasonOf } from '../db/fault.ts';
import { putInPlace } from '../db/files.ts';
import { change, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';
import { backupFolder, examine, listBackups, tidyFolder, writeNote, type Backup } from './backupFolder.ts';
import { rotate } from './keepBackup.ts';

/** A folder is one of a computer's: on another one the same database has its copies elsewhere. */
const settingKey = (): string => `backup copies of ${hostname()}`;

const row = z.object({ value_json: z.string() });

export const readCopyFolder = (db: ReadDb): string | undefined => {
  const stored = readOne(db, row, 'SELECT value_json FROM setting WHERE key = ?', settingKey());
  return stored === undefined ? undefined : z.string().parse(JSON.parse(stored.value_json));
};

/** `undefined`: copies go nowhere any more. */
export const writeCopyFolder = (db: WriteDb, path: string | undefined): void => {
  if (path === undefined) {
    change(db, 'DELETE FROM setting WHERE key = ?', settingKey());
    return;
  }
  change(
    db,
    `INSERT INTO setting (key, value_json) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json`,
    settingKey(),
    JSON.stringify(path),
  );
};

type Unusable = Extract<Failure, { readonly tag: 'CopyFolderUnusable' }>['why'];

/** Why copies cannot go there; `undefined` when they can. */
export const faultOfCopyFolder = (path: string, databaseFile: string): Unusable | undefined => {
  if (!isAbsolute(path)) return 'notWhole';
  if (!existsSync(path)) return 'missing';
  if (!statSync(path).isDirectory()) return 'noFolder';
  if (relative(backupFolder(databaseFile), path) === '') return 'itsOwn';
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch {
    return 'notWritable';
  }
};

/** Two databases, and two computers, may have their copies in the same folder. */
const copiesIn = (path: string, databaseFile: string): string =>
  join(path, `${basename(databaseFile)} of ${hostname()}`);

/** Copies a backup to where the coach wants it besides, and removes old ones there. Answers why it could not be done. */
export const copyBackup = (backup: Backup, path: string, databaseFile: string): string | undefined => {
  const fault = faultOfCopyFolder(path, databaseFile);
  if (fault === 'missing') return `${path} is not there; it may be on a disk that is not connected`;
  if (fault !== undefined) return `${path} cannot be written`;
  const folder = copiesIn(path, databaseFile);
  try {
    mkdirSync(folder, { recursive: true });
    tidyFolder(folder);
    if (listBackups(folder).some((one) => one.name === backup.name && one.sizeBytes === backup.sizeBytes))
      return undefined;
    const target = join(folder, backup.name);
    copyFileSync(backup.path, `${target}.part`);
    const found = examine(`${target}.part`);
    if (!found.isSound) throw new Error('the copy was opened again and is not sound');
    putInPlace(`${target}.part`, target);
    writeNote(target, {
      ...found,
      ...(backup.examined?.madeAt === undefined ? {} : { madeAt: backup.examined.madeAt }),
    });
    rotate(folder);
    return undefined;
  } catch (cause) {
    rmSync(join(folder, `${backup.name}.part`), { force: true });
    return reasonOf(cause);
  }
};
