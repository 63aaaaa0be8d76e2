import type Database from 'better-sqlite3';
import type { z } from 'zod';

export type Connection = Database.Database;

/** What may be bound to a statement. `undefined` is stored as NULL, booleans as 0 and 1. */
export type Bindable = string | number | bigint | boolean | null | undefined | Uint8Array;

/** May look. A query is handed this, and so cannot change anything. */
export interface ReadDb {
  readonly read: Connection;
}

/** May look and change. Commands and jobs are handed this, inside a transaction. */
export interface WriteDb extends ReadDb {
  readonly write: Connection;
}

const statementsByConnection = new WeakMap<Connection, Map<string, Database.Statement>>();

const prepared = (connection: Connection, sql: string): Database.Statement => {
  let statements = statementsByConnection.get(connection);
  if (statements === undefined) {
    statements = new Map();
    statementsByConnection.set(connection, statements);
  }
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const statement = connection.prepare(sql);
  statements.set(sql, statement);
  return statement;
};

type Bound = string | number | bigint | null | Uint8Array;

const asBound = (value: Bindable): Bound => {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
};

/** Values in the order of the question marks; the driver wants numbered ones (`?1`) by name. */
const bound = (sql: string, values: readonly Bindable[]): (Bound | Record<string, Bound>)[] => {
  if (!/\?\d/.test(sql)) return values.map(asBound);
  return [Object.fromEntries(values.map((value, index) => [String(index + 1), asBound(value)]))];
};

/** Every row, through its schema: nothing leaves SQLite on trust. */
export const readAll = <S extends z.ZodType>(
  db: ReadDb,
  row: S,
  sql: string,
  ...values: readonly Bindable[]
): z.output<S>[] =>
  prepared(db.read, sql)
    .all(...bound(sql, values))
    .map((found) => row.parse(found));

/** Every row, one after another, through its schema: for very many, of which only what is made of them is kept. */
export function* readEach<S extends z.ZodType>(
  db: ReadDb,
  row: S,
  sql: string,
  ...values: readonly Bindable[]
): Generator<z.output<S>, void> {
  for (const found of prepared(db.read, sql).iterate(...bound(sql, values))) yield row.parse(found);
}

/** The first row, or `undefined` when there is none. */
export const readOne = <S extends z.ZodType>(
  db: ReadDb,
  row: S,
  sql: string,
  ...values: readonly Bindable[]
): z.output<S> | undefined => {
  const found = prepared(db.read, sql).get(...bound(sql, values));
  return found === undefined ? undefined : row.parse(found);
};

export interface Changed {
  readonly rows: number;
  readonly id: number;
}

/** Runs one statement that changes something. */
export const change = (db: WriteDb, sql: string, ...values: readonly Bindable[]): Changed => {
  const result = prepared(db.write, sql).run(...bound(sql, values));
  return { rows: result.changes, id: Number(result.lastInsertRowid) };
};

/** The columns of a table that is there only while a statement reads from it. */
export interface Incoming {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Values in the order of the columns; the driver takes the list as it is. */
type IncomingRow = (string | number | null | undefined)[];

const incomingByConnection = new WeakMap<Connection, Map<string, { rows: Iterable<IncomingRow> }>>();

const incomingOf = (connection: Connection, { name, columns }: Incoming): { rows: Iterable<IncomingRow> } => {
  const tables = incomingByConnection.get(connection) ?? new Map<string, { rows: Iterable<IncomingRow> }>();
  incomingByConnection.set(connection, tables);
  const known = tables.get(name);
  if (known !== undefined) return known;
  const table: { rows: Iterable<IncomingRow> } = { rows: [] };
  tables.set(name, table);
  connection.table(name, {
    columns: [...columns],
    *rows() {
      yield* table.rows;
    },
  });
  return table;
};

/**
 * Runs one statement that reads its rows from the table `incoming`: for thousands of them that is far less work than a statement
 * for each. The rows are made as they are read, and must not look into the database.
 */
export const changeFrom = (
  db: WriteDb,
  incoming: Incoming,
  rows: Iterable<IncomingRow>,
  sql: string,
  ...values: readonly Bindable[]
): Changed => {
  const table = incomingOf(db.write, incoming);
  table.rows = rows;
  try {
    return change(db, sql, ...values);
  } finally {
    table.rows = [];
  }
};
