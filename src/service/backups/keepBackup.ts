import { join } from 'node:path';
import { backupFileName, type BackupKind } from '../../domain/backups/backupName.ts';
import { backupsToRemove } from '../../domain/backups/backupRotation.ts';
import { putInPlace, removeDatabase } from '../db/files.ts';
import type { ReadDb } from '../db/sql.ts';
import type { Clock } from '../deps.ts';
import {
  backupFolder,
  examine,
  listBackups,
  removeBackup,
  tidyFolder,
  writeNote,
  type Backup,
} from './backupFolder.ts';
import { readFacts, stampOfDatabase } from './databaseFacts.ts';

const isTheSame = (db: ReadDb, stampBefore: string, counted: unknown): boolean =>
  // What was changed while it was copied is not in the copy, and need not be.
  stampOfDatabase(db) !== stampBefore || JSON.stringify(readFacts(db)) === JSON.stringify(counted);

/**
 * Copies the database into its folder of backups under the next number, opens the copy to see that it is sound, and only then gives it
 * its name. Error: what SQLite or the disk says, or that the copy is not sound; then nothing is left of it.
 */
export const keepBackup = (db: ReadDb, databaseFile: string, kind: BackupKind, clock: Clock): Backup => {
  const folder = backupFolder(databaseFile);
  tidyFolder(folder);
  const number = 1 + Math.max(0, ...listBackups(folder).map((one) => one.number));
  const said = { number, madeOn: clock.today(), kind };
  const name = backupFileName(said);
  const path = join(folder, name);
  const part = `${path}.part`;
  try {
    removeDatabase(part);
    const stampBefore = stampOfDatabase(db);
    db.read.prepare('VACUUM INTO ?').run(part);
    const found = examine(part);
    if (!found.isSound) throw new Error('the copy was opened again and is not sound');
    if (!isTheSame(db, stampBefore, found.facts))
      throw new Error('the copy was opened again and does not hold the same');
    putInPlace(part, path);
    const note = { ...found, madeAt: clock.now() };
    writeNote(path, note);
    return { ...said, name, path, sizeBytes: found.sizeBytes, examined: note };
  } catch (cause) {
    removeDatabase(part);
    throw cause;
  }
};

/** Whether the newest sound backup already holds what there is. */
export const isBackedUp = (db: ReadDb, databaseFile: string): boolean => {
  const newest = listBackups(backupFolder(databaseFile)).find((one) => one.examined?.isSound === true);
  return newest?.examined?.stamp === stampOfDatabase(db);
};

/** Removes what is no longer needed in a folder of backups; answers how many. */
export const rotate = (folder: string): number => {
  const unneeded = backupsToRemove(
    listBackups(folder).map((one) => ({ ...one, isSound: one.examined?.isSound !== false })),
  );
  for (const one of unneeded) removeBackup(one);
  return unneeded.length;
};
