import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { faultOf } from './fault.ts';
import { removeDatabase } from './files.ts';
import { schemaVersion } from './migrate.ts';
import { EARLIER_PAGE_BYTES, PAGE_BYTES } from './pageBytes.ts';
import type { Connection, ReadDb } from './sql.ts';

/** The first bytes of every SQLite file say how the rest is to be read. */
const HEADER_BYTES = 100;
const PAGE_BYTES_AT = 16;
const PAGE_COUNT_AT = 28;
const FREE_PAGES_AT = 32;

/**
 * Gives a file the header of a sound one of the same making, but for the size of its pages. Only for a copy that is read and never written: what the header says of
 * free pages is left out.
 */
const mendHeader = (file: string, soundFile: string, pageBytes: number): void => {
  const header = Buffer.alloc(HEADER_BYTES);
  const sound = openSync(soundFile, 'r');
  readSync(sound, header, 0, HEADER_BYTES, 0);
  closeSync(sound);
  header.writeUInt16BE(pageBytes, PAGE_BYTES_AT);
  header.writeUInt32BE(Math.ceil(statSync(file).size / pageBytes), PAGE_COUNT_AT);
  header.fill(0, FREE_PAGES_AT, FREE_PAGES_AT + 8);
  header.copy(header, 92, 24, 28);
  const damaged = openSync(file, 'r+');
  writeSync(damaged, header, 0, HEADER_BYTES, 0);
  closeSync(damaged);
};

/** The list of tables is read as far as it can be: ours begins with the athletes. */
const knowsAthletes = (connection: Connection): boolean =>
  connection.prepare("SELECT name FROM pragma_table_info('athlete')").all().length > 0;

/** Opens it if its list of tables can be read. */
const opened = (file: string): Connection | undefined => {
  const connection = new Database(file);
  try {
    // What of the list cannot be understood is passed over instead of refusing the rest.
    connection.pragma('writable_schema = ON');
    if (knowsAthletes(connection)) return connection;
  } catch (cause) {
    if (faultOf(cause) === undefined) throw cause;
  }
  connection.close();
  return undefined;
};

const copyOf = (file: string, copy: string, withLog: boolean): void => {
  removeDatabase(copy);
  copyFileSync(file, copy);
  if (withLog && existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
};

export interface DamagedFile extends ReadDb {
  /** Its schema; absent where the header does not say it any more. */
  readonly version: number | undefined;
  /** Closes and removes the copy that was read. */
  readonly close: () => void;
}

/**
 * Opens a copy of a damaged database as well as it can be opened: as it is, without its log, and with a header mended after a sound
 * file, which says nothing of the size of its pages: that is tried. `undefined`: not even the list of its tables can be read.
 */
export const openDamaged = (file: string, copy: string, soundFile: string): DamagedFile | undefined => {
  const pageSizes = [undefined, PAGE_BYTES, EARLIER_PAGE_BYTES];
  const attempts = [true, false].flatMap((withLog) => pageSizes.map((mendedTo) => ({ withLog, mendedTo })));
  for (const { withLog, mendedTo } of attempts) {
    copyOf(file, copy, withLog);
    if (mendedTo !== undefined) mendHeader(copy, soundFile, mendedTo);
    const connection = opened(copy);
    if (connection === undefined) continue;
    return {
      read: connection,
      version: mendedTo === undefined ? schemaVersion(connection) : undefined,
      close: () => {
        connection.close();
        removeDatabase(copy);
      },
    };
  }
  removeDatabase(copy);
  return undefined;
};
