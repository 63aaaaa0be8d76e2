import { existsSync, statSync } from 'node:fs';
import { closeDatabase } from './database.ts';
import { damageWords } from './fault.ts';
import { keepAside, putInPlace, removeDatabase } from './files.ts';
import type { Connection, WriteDb } from './sql.ts';

/** Why there is no database to work on. */
export interface Damage {
  readonly kind: 'damaged' | 'missing';
  readonly reason: string;
}

/**
 * The one database that a service works on. Whoever is handed it keeps it: when a restore has put another file in its place, what they
 * ask is asked of that one.
 */
export interface HeldDatabase extends WriteDb {
  /** Absent: all is well. */
  readonly damage: () => Damage | undefined;
  /** Whether what lies under its name is still the file that is open. */
  readonly place: () => 'here' | 'missing' | 'replaced';
  /** Nothing more is read or written until another file is put in its place. */
  readonly giveUp: (damage: Damage) => void;
  /** Puts a whole new file in its place. A damaged one is kept; answers where. */
  readonly replaceWith: (newFile: string, asideName: string) => string | undefined;
  /** Writes all that is held open into a new file under the name from which the old one was taken away. */
  readonly writeAgain: () => void;
  readonly close: () => void;
}

interface Opened {
  readonly db: WriteDb;
  /** Which file it is, whatever its name. */
  readonly identity: string;
}

const identityOf = (file: string): string => {
  const { dev, ino } = statSync(file, { bigint: true });
  return `${dev}/${ino}`;
};

/** A file that waits to be put in the place of the database. */
export const incomingFile = (databaseFile: string): string => `${databaseFile}-incoming`;

export const holdDatabase = (file: string, open: () => WriteDb, found: Damage | undefined): HeldDatabase => {
  let damage = found;
  let opened: Opened | undefined;
  const openIt = (): void => {
    try {
      opened = { db: open(), identity: identityOf(file) };
      damage = undefined;
    } catch (cause) {
      damage = { kind: 'damaged', reason: damageWords(cause) };
      throw cause;
    }
  };
  if (damage === undefined) openIt();

  const connection = (): Connection => {
    if (opened === undefined) throw new Error('the database is not open');
    return opened.db.write;
  };
  /** A damaged file may refuse to be closed as it refuses to be read. */
  const letGo = (): void => {
    try {
      if (opened !== undefined) closeDatabase(opened.db);
    } catch (cause) {
      damage ??= { kind: 'damaged', reason: damageWords(cause) };
      opened?.db.write.close();
    }
    opened = undefined;
  };
  const place = (): ReturnType<HeldDatabase['place']> => {
    if (opened === undefined) return 'here';
    if (!existsSync(file)) return 'missing';
    return identityOf(file) === opened.identity ? 'here' : 'replaced';
  };
  const replaceWith = (newFile: string, asideName: string): string | undefined => {
    letGo();
    const aside = damage?.kind === 'damaged' ? keepAside(file, asideName) : undefined;
    // A log left behind would be read into the new file.
    for (const ending of ['-wal', '-shm']) removeDatabase(`${file}${ending}`);
    putInPlace(newFile, file);
    openIt();
    return aside;
  };
  const writeAgain = (): void => {
    removeDatabase(incomingFile(file));
    connection().prepare('VACUUM INTO ?').run(incomingFile(file));
    replaceWith(incomingFile(file), file);
  };
  return {
    get read() {
      return connection();
    },
    get write() {
      return connection();
    },
    damage: () => damage,
    place,
    giveUp: (reason) => {
      damage = reason;
      letGo();
    },
    replaceWith,
    writeAgain,
    close: () => {
      try {
        if (place() === 'missing') writeAgain();
      } finally {
        letGo();
      }
    },
  };
};
