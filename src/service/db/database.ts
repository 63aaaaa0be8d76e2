import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { installJournal } from './journal.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { WriteDb } from './sql.ts';

/** The file is there, but it is not a database of ours or it is damaged. */
export class UnreadableDatabase extends Error {
  constructor(file: string, cause: unknown) {
    super(
      `${file} is not a database that Ironstride can read (${cause instanceof Error ? cause.message : String(cause)}).`,
    );
    this.name = 'UnreadableDatabase';
  }
}

/** Every database of ours has a history; what has tables but none is another program's, and stays as it is. */
const isOurs = (connection: Database.Database): boolean => {
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return tables.length === 0 || tables.includes('journal_change');
};

const open = (file: string): Database.Database => {
  try {
    return new Database(file);
  } catch (cause) {
    throw new UnreadableDatabase(file, cause);
  }
};

const connect = (file: string): Database.Database => {
  const connection = open(file);
  try {
    if (!isOurs(connection)) throw new Error('it belongs to another program');
    if (schemaVersion(connection) === 0) connection.pragma('auto_vacuum = INCREMENTAL');
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

/** Opens (or makes) a database, brings its schema up to date after copying it, and starts recording steps. */
export const openDatabase = (file: string): WriteDb => {
  mkdirSync(dirname(file), { recursive: true });
  const connection = connect(file);
  try {
    migrate(connection, migrations, (version) => {
      connection.prepare('VACUUM INTO ?').run(freeName(`${file}.before-schema-${version + 1}`));
    });
    installJournal(connection);
  } catch (cause) {
    connection.close();
    throw cause;
  }
  return { read: connection, write: connection };
};

/**
 * A second connection for a job. It records nothing row by row (a job's receipt is its inverse), so that a million
 * rows cost what a million rows cost.
 */
export const openForJob = (file: string): WriteDb => {
  const connection = connect(file);
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
  db.write.pragma('wal_checkpoint(TRUNCATE)');
  db.write.close();
};

/** `VACUUM INTO` refuses an existing file: number the copy instead of overwriting the last one. */
const freeName = (wanted: string): string => {
  for (let n = 0; ; n += 1) {
    const name = n === 0 ? wanted : `${wanted}-${n}`;
    if (!existsSync(name)) return name;
  }
};
