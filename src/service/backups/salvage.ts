import { statSync } from 'node:fs';
import { z } from 'zod';
import type { salvageReport } from '../../contract/schemas/backups.ts';
import { bringUpToDate, makeEmpty, openDatabase } from '../db/database.ts';
import { openDamaged, type DamagedFile } from '../db/damagedFile.ts';
import { removeDatabase } from '../db/files.ts';
import { HISTORY_TABLES, SUMMARY_TABLES } from '../db/journal.ts';
import { schemaVersion } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { readAll, type WriteDb } from '../db/sql.ts';
import { recountAthlete, recountPlansOf } from '../training/recount.ts';
import { countByIndex, readByKey, readByNumber, type StoredRow } from './damagedRows.ts';
import { mendReferences } from './mendReferences.ts';

export type SalvageReport = z.output<typeof salvageReport>;

/** The history goes along only when nothing is missing: undo of a step whose rows are gone would break more. */
const HISTORY: readonly string[] = HISTORY_TABLES;
/** Counted anew from what was saved. */
const SUMMARIES = new Set<string>(SUMMARY_TABLES);

/** What a coach calls the rows of a table; the others are told together. */
const THINGS: Readonly<Record<string, string>> = {
  athlete: 'athletes',
  program: 'programs',
  session: 'planned sessions',
  prescription: 'planned sets',
  lift_session: 'lifting sessions',
  lift_set: 'sets',
  run: 'runs',
  other_activity: 'other activities',
  race: 'races',
  check_in: 'check-ins',
  body_mass: 'weigh-ins',
  wellness_day: 'measurements',
  planned_run: 'planned runs',
  template: 'own templates',
  exercise: 'exercises',
  printed_sheet: 'printed sheets',
};
const REST = 'other records';

const nameRow = z.object({ name: z.string() });
const columnRow = z.object({ name: z.string(), pk: z.int() });
const idRow = z.object({ id: z.int() });

interface Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly hasNumber: boolean;
  /** The table whose rows its key begins with. */
  readonly within: string | undefined;
  /** Columns that both files have. */
  readonly columns: readonly string[];
}

const columnsOf = (db: Pick<WriteDb, 'read'>, table: string): z.output<typeof columnRow>[] => {
  try {
    return readAll(db, columnRow, 'SELECT name, pk FROM pragma_table_info(?) ORDER BY cid', table);
  } catch {
    return [];
  }
};

const withinOf = (target: WriteDb, table: string, first: string | undefined): string | undefined =>
  readAll(
    target,
    nameRow,
    `SELECT "table" AS name FROM pragma_foreign_key_list(?) WHERE "from" = ? AND coalesce("to", 'id') = 'id'`,
    table,
    first,
  )[0]?.name;

const tablesOf = (target: WriteDb, damaged: DamagedFile): Table[] =>
  readAll(
    target,
    nameRow,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  ).map(({ name }) => {
    const there = new Set(columnsOf(damaged, name).map((column) => column.name));
    const own = columnsOf(target, name);
    const key = own.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    return {
      name,
      key: key.map((column) => column.name),
      within: withinOf(target, name, key[0]?.name),
      hasNumber: key.length === 1 && ['id', 'step'].includes(key[0]?.name ?? ''),
      columns: own.filter((column) => there.has(column.name)).map((column) => column.name),
    };
  });

interface Saved {
  readonly table: string;
  readonly read: number;
  readonly isWhole: boolean;
  /** How many there were; absent where nobody can say. */
  readonly total: number | undefined;
}

/** No file holds more rows than a quarter of its bytes. */
const highestNumber = (fileBytes: number): number => Math.ceil(fileBytes / 4) + 1_000_000;

const copyTable = (target: WriteDb, damaged: DamagedFile, table: Table, fileBytes: number): Saved => {
  const { name, columns, key, within, hasNumber } = table;
  if (columns.length === 0) return { table: name, read: 0, isWhole: false, total: undefined };
  const insert = target.write.prepare(
    `INSERT OR IGNORE INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let read = 0;
  const take = (row: StoredRow): void => {
    try {
      read += insert.run(...row).changes;
    } catch {
      // Not what belongs into this column: the page it was read from is not what it was.
    }
  };
  // Those it belongs to that were read before it.
  const owners = (): number[] =>
    within === undefined ? [] : readAll(target, idRow, `SELECT id FROM "${within}"`).map(({ id }) => id);
  const isWhole = hasNumber
    ? readByNumber(damaged, name, columns, highestNumber(fileBytes), take)
    : readByKey(damaged, name, columns, key, owners, take);
  return { table: name, read, isWhole, total: isWhole ? read : countByIndex(damaged, name) };
};

const countIn = (target: WriteDb, table: string): number =>
  Number(target.read.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());

const reportOf = (target: WriteDb, saved: readonly Saved[]): SalvageReport['things'] => {
  const things = new Map<string, { kept: number; lost: number | undefined }>();
  for (const { table, total } of saved) {
    const thing = THINGS[table] ?? REST;
    const kept = countIn(target, table);
    const before = things.get(thing) ?? { kept: 0, lost: 0 };
    const lost = total === undefined ? undefined : Math.max(0, total - kept);
    things.set(thing, {
      kept: before.kept + kept,
      lost: before.lost === undefined || lost === undefined ? undefined : before.lost + lost,
    });
  }
  const order = [...Object.values(THINGS), REST];
  return [...things]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([thing, { kept, lost }]) => ({ thing, kept, ...(lost === undefined ? {} : { lost }) }));
};

const recountAll = (file: string): void => {
  const db = openDatabase(file, () => undefined);
  try {
    db.write
      .transaction(() => {
        // The library that ships is looked through again when the file is opened: some of its exercises may be gone.
        db.write.exec("DELETE FROM setting WHERE key = 'exercise-library'");
        for (const { id } of readAll(db, idRow, 'SELECT id FROM athlete')) {
          recountAthlete(db, id);
          recountPlansOf(db, id);
        }
      })
      .immediate();
    db.write.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.write.close();
  }
};

const knownVersion = (damaged: DamagedFile): number => {
  const { version } = damaged;
  return version !== undefined && version > 0 && version <= migrations.length ? version : migrations.length;
};

/** Copies every table that can be read, in one transaction. */
const copyAll = (
  target: WriteDb,
  damaged: DamagedFile,
  fileBytes: number,
  doing: (table: string, done: number, total: number) => void,
): { saved: Saved[]; keepsHistory: boolean } => {
  const tables = tablesOf(target, damaged).filter(({ name }) => !SUMMARIES.has(name));
  const first = ['athlete', 'exercise'];
  const inOrder = tables
    .filter(({ name }) => !HISTORY.includes(name))
    .toSorted((a, b) => Number(first.includes(b.name)) - Number(first.includes(a.name)));
  target.write.pragma('foreign_keys = OFF');
  target.write.exec('BEGIN');
  for (const { name } of tables) target.write.exec(`DELETE FROM "${name}"`);
  const saved = inOrder.map((table, index) => {
    doing(THINGS[table.name] ?? REST, index, inOrder.length);
    return copyTable(target, damaged, table, fileBytes);
  });
  const isComplete = mendReferences(target) === 0 && saved.every(({ isWhole }) => isWhole);
  const history = tables.filter(({ name }) => HISTORY.includes(name));
  const keepsHistory =
    isComplete && history.map((table) => copyTable(target, damaged, table, fileBytes)).every(({ isWhole }) => isWhole);
  if (!keepsHistory) for (const { name } of history) target.write.exec(`DELETE FROM "${name}"`);
  target.write.exec('COMMIT');
  return { saved, keepsHistory };
};

/**
 * Reads what can be read of a damaged database, table by table and row by row, into a new file. The damaged file is only copied.
 * `undefined`: nothing at all can be read of it.
 */
export const salvageInto = (
  file: string,
  path: string,
  doing: (table: string, done: number, total: number) => void,
): SalvageReport | undefined => {
  const scratch = `${path}.part`;
  removeDatabase(path);
  removeDatabase(scratch);
  // A sound file of the newest schema: its header mends a damaged one.
  makeEmpty(path, migrations.length).write.close();
  const damaged = openDamaged(file, scratch, path);
  if (damaged === undefined) {
    removeDatabase(path);
    return undefined;
  }
  try {
    if (knownVersion(damaged) !== migrations.length) removeDatabase(path);
    const target = makeEmpty(path, knownVersion(damaged));
    try {
      const { saved, keepsHistory } = copyAll(target, damaged, statSync(file).size, doing);
      return { path, things: reportOf(target, saved), keepsHistory };
    } finally {
      const version = schemaVersion(target.read);
      target.write.close();
      if (version !== migrations.length) bringUpToDate(path);
      recountAll(path);
    }
  } finally {
    damaged.close();
  }
};
