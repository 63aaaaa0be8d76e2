import { z } from 'zod';
import type { backupComparison } from '../../contract/schemas/backups.ts';
import { countRow } from '../db/columns.ts';
import { readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';
import { readFacts } from './databaseFacts.ts';
import { openToRead } from '../db/database.ts';

type Comparison = z.output<typeof backupComparison>;

/** What a coach counts by, and where it stands; rows are the same when they have the same key. */
const TABLES = [
  { thing: 'athletes', table: 'athlete' },
  { thing: 'programs', table: 'program' },
  { thing: 'sessions', table: 'lift_session' },
  { thing: 'sets', table: 'lift_set' },
  { thing: 'runs', table: 'run' },
] as const;

const nameRow = z.object({ name: z.string() });
const NAMED = 8;

/** Columns that both have: an older backup may lack some. */
const sharedColumns = (db: ReadDb, table: string): string[] =>
  readAll(
    db,
    nameRow,
    `SELECT n.name FROM pragma_table_info(?1, 'main') n JOIN pragma_table_info(?1, 'backup') t ON t.name = n.name
     WHERE n.pk = 0`,
    table,
  ).map(({ name }) => name);

/** That two rows are the same, by the key as it is now: in an older backup those columns may be no key. */
const isSame = (db: ReadDb, table: string): string =>
  readAll(db, nameRow, "SELECT name FROM pragma_table_info(?, 'main') WHERE pk > 0", table)
    .map(({ name }) => `t.${name} = h.${name}`)
    .join(' AND ');

const countOf = (db: ReadDb, sql: string): number => readOne(db, countRow, sql)?.n ?? 0;

const onlyIn = (db: ReadDb, table: string, here: string, there: string): number =>
  countOf(
    db,
    `SELECT count(*) AS n FROM ${here}.${table} h WHERE NOT EXISTS (SELECT 1 FROM ${there}.${table} t
       WHERE ${isSame(db, table)})`,
  );

const changedIn = (db: ReadDb, table: string): number => {
  const differ = sharedColumns(db, table)
    .map((column) => `h.${column} IS NOT t.${column}`)
    .join(' OR ');
  return countOf(
    db,
    `SELECT count(*) AS n FROM main.${table} h JOIN backup.${table} t ON ${isSame(db, table)} WHERE ${differ}`,
  );
};

const athletesOnlyIn = (db: ReadDb, here: string, there: string): string[] =>
  readAll(
    db,
    nameRow,
    `SELECT h.name FROM ${here}.athlete h WHERE NOT EXISTS (SELECT 1 FROM ${there}.athlete t WHERE t.id = h.id)
     ORDER BY h.name COLLATE NOCASE LIMIT ${NAMED}`,
  ).map(({ name }) => name);

const newestIn = (path: string): Comparison['newestThen'] => {
  const backup = openToRead(path);
  try {
    return readFacts(backup).newest;
  } finally {
    backup.read.close();
  }
};

/** Row by row what a backup has and the database has not, and the other way about. */
export const compareWith = (db: WriteDb, path: string): Comparison => {
  db.write.prepare('ATTACH ? AS backup').run(path);
  try {
    const newestNow = readFacts(db).newest;
    const newestThen = newestIn(path);
    return {
      things: TABLES.map(({ thing, table }) => ({
        thing,
        onlyNow: onlyIn(db, table, 'main', 'backup'),
        onlyThen: onlyIn(db, table, 'backup', 'main'),
        changed: changedIn(db, table),
      })),
      athletesOnlyNow: athletesOnlyIn(db, 'main', 'backup'),
      athletesOnlyThen: athletesOnlyIn(db, 'backup', 'main'),
      ...(newestNow === undefined ? {} : { newestNow }),
      ...(newestThen === undefined ? {} : { newestThen }),
    };
  } finally {
    db.write.exec('DETACH backup');
  }
};
