import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { faultOf } from './fault.ts';
import { installJournal } from './journal.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { ReadDb, WriteDb } from './sql.ts';
import { PAGE_BYTES } from './pageBytes.ts';
import { UnreadableDatabase } from './unreadableDatabase.ts';

/** Every database of ours has a history; what has tables but none is another program's, and stays as it is. */
const isOurs = (connection: Database.Database): boolean => {
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return tables.length === 0 || tables.includes('journal_change');
};

const open = (file: string, options: Database.Options = {}): Database.Database => {
  try {
    if (existsSync(file) && statSync(file).isDirectory()) throw new Error('it is a folder');
    // A file that may not be written would be opened to read, and refuse the first change only.
    if (existsSync(file) && options.readonly !== true) accessSync(file, constants.W_OK);
    return new Database(file, options);
  } catch (cause) {
    throw new UnreadableDatabase(file, cause);
  }
};

/** `mustExist`: a database that has gone in the meantime is not to be begun anew by a look at it. */
const connect = (file: string, mustExist = false): Database.Database => {
  const connection = open(file, { fileMustExist: mustExist });
  try {
    if (!isOurs(connection)) throw new Error('it belongs to another program');
    if (schemaVersion(connection) === 0) {
      connection.pragma(`page_size = ${PAGE_BYTES}`);
      connection.pragma('auto_vacuum = INCREMENTAL');
    }
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    connection.pragma('busy_timeout = 5000');
    connection.pragma('temp_store = MEMORY');
  } catch (cause) {
    connection.close();
    throw new UnreadableDatabase(file, cause);
  }
  return connection;
};

/** Opens (or makes) a database, brings its schema up to date after keeping a copy, and starts recording steps. */
export const openDatabase = (file: string, keepBeforeUpdate: (db: ReadDb) => void): WriteDb => {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (cause) {
    throw new UnreadableDatabase(file, cause);
  }
  const connection = connect(file);
  try {
    migrate(connection, migrations, () => keepBeforeUpdate({ read: connection }));
    installJournal(connection);
  } catch (cause) {
    connection.close();
    throw faultOf(cause) === undefined ? cause : new UnreadableDatabase(file, cause);
  }
  return { read: connection, write: connection };
};

/** Opens a file to look at it and never to write, whatever its schema. Error: `UnreadableDatabase`. */
export const openToRead = (file: string): ReadDb => {
  const connection = open(file, { readonly: true, fileMustExist: true });
  try {
    if (!isOurs(connection) || schemaVersion(connection) === 0) throw new Error('it belongs to another program');
  } catch (cause) {
    connection.close();
    throw new UnreadableDatabase(file, cause);
  }
  return { read: connection };
};

/** Brings a copy up to date, does the rest to it, and leaves it whole in one file. Error: what a migration may meet. */
export const bringUpToDate = (file: string, doRest: (db: WriteDb) => void = () => undefined): void => {
  const connection = connect(file, true);
  try {
    migrate(connection, migrations, () => undefined);
    doRest({ read: connection, write: connection });
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
};

/** A new, empty file with the schema of this version, up to which everything is as it was then. */
export const makeEmpty = (file: string, version: number): WriteDb => {
  const connection = connect(file);
  migrate(connection, migrations.slice(0, version), () => undefined);
  return { read: connection, write: connection };
};

/**
 * A second connection for a job. It records nothing row by row (a job's receipt is its inverse), so that a million
 * rows cost what a million rows cost.
 */
export const openForJob = (file: string): WriteDb => {
  const connection = connect(file, true);
  if (schemaVersion(connection) !== migrations.length) {
    connection.close();
    throw new Error('a job was started before the schema was up to date');
  }
  return { read: connection, write: connection };
};

/** Writes what is still in the log into the file itself, so that the file alone is whole. */
export const closeDatabase = (db: WriteDb): void => {
  if (!db.write.open) return;
  db.write.pragma('optimize');
  // Most of it while others may write: the last step, which cuts the log off, holds them up.
  db.write.pragma('wal_checkpoint(PASSIVE)');
  db.write.pragma('wal_checkpoint(TRUNCATE)');
  db.write.close();
};
