import { accessSync, constants, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, isAbsolute, join, relative } from 'node:path';
import type { Failure } from '../../domain/kernel/failure.ts';
import { reasonOf } from '../db/fault.ts';
import { putInPlace } from '../db/files.ts';
import { readFolderSetting, writeFolderSetting } from '../app/folderSetting.ts';
import type { ReadDb, WriteDb } from '../db/sql.ts';
import { backupFolder, examine, listBackups, tidyFolder, writeNote, type Backup } from './backupFolder.ts';
import { rotate } from './keepBackup.ts';

export const readCopyFolder = (db: ReadDb): string | undefined => readFolderSetting(db, 'backup copies');

/** `undefined`: copies go nowhere any more. */
export const writeCopyFolder = (db: WriteDb, path: string | undefined): void =>
  writeFolderSetting(db, 'backup copies', path);

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
