import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { openDatabase } from '../db/database.ts';
import { damageWords, faultOf } from '../db/fault.ts';
import { removeDatabase } from '../db/files.ts';
import { holdDatabase, incomingFile, type Damage, type HeldDatabase } from '../db/heldDatabase.ts';
import type { ReadDb, WriteDb } from '../db/sql.ts';
import { UnreadableDatabase } from '../db/unreadableDatabase.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadExerciseLibrary } from '../exercises/exerciseStore.ts';
import { backupFolder, listBackups } from './backupFolder.ts';
import { keepBackup } from './keepBackup.ts';

/** The names of our tables stand in every database of ours, wherever in its first megabytes. */
const OUR_WORDS = 'CREATE TABLE journal_change';
const LOOKED_AT_BYTES = 4 * 1024 * 1024;

const namesOurTables = (file: string): boolean => {
  const start = Buffer.alloc(Math.min(LOOKED_AT_BYTES, statSync(file).size));
  const opened = openSync(file, 'r');
  try {
    readSync(opened, start);
  } finally {
    closeSync(opened);
  }
  return start.includes(OUR_WORDS);
};

const hasBackups = (file: string): boolean => listBackups(backupFolder(file)).length > 0;

/** A file that never was ours is not damaged: it is left alone, and the coach is told so. */
const wasOurs = (file: string): boolean => hasBackups(file) || namesOurTables(file);

/** Gone or emptied, although it was there once: an empty desk would look as if everything were lost. */
const isMissing = (file: string): boolean => (!existsSync(file) || statSync(file).size === 0) && hasBackups(file);

/**
 * Opens the database of a service. One that is damaged or gone is not opened: the service then offers what can be done about it.
 * Error: a sentence about the file (see `isAboutTheFile`).
 */
export const openOrAsk = ({ databaseFile, resourcesFolder, clock, mostPages }: ServiceDeps): HeldDatabase => {
  removeDatabase(incomingFile(databaseFile));
  const keepBeforeUpdate = (db: ReadDb): void => void keepBackup(db, databaseFile, 'beforeUpdate', clock);
  const open = (): WriteDb => {
    const db = openDatabase(databaseFile, keepBeforeUpdate);
    try {
      loadExerciseLibrary(db, resourcesFolder);
      if (mostPages !== undefined) db.write.pragma(`max_page_count = ${mostPages}`);
      return db;
    } catch (cause) {
      db.write.close();
      throw faultOf(cause) === undefined ? cause : new UnreadableDatabase(databaseFile, cause);
    }
  };
  if (isMissing(databaseFile)) return holdDatabase(databaseFile, open, { kind: 'missing', reason: 'there is no file' });
  try {
    return holdDatabase(databaseFile, open, undefined);
  } catch (cause) {
    if (!(cause instanceof UnreadableDatabase) || cause.fault !== 'damaged' || !wasOurs(databaseFile)) throw cause;
    const damage: Damage = { kind: 'damaged', reason: damageWords(cause.cause) };
    return holdDatabase(databaseFile, open, damage);
  }
};
