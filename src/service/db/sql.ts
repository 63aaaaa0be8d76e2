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

interface Prepared {
  readonly statement: Database.Statement;
  /** Whether its question marks are numbered (`?1`). */
  readonly isNumbered: boolean;
}

const statementsByConnection = new WeakMap<Connection, Map<string, Prepared>>();

const prepared = (connection: Connection, sql: string): Prepared => {
  let statements = statementsByConnection.get(connection);
  if (statements === undefined) {
    statements = new Map();
    statementsByConnection.set(connection, statements);
  }
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const made = { statement: connection.prepare(sql), isNumbered: /\?\d/.test(sql) };
  statements.set(sql, made);
  return made;
};

type Bound = string | number | bigint | null | Uint8Array;

const asBound = (value: Bindable): Bound => {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
};

/** Values in the order of the question marks; the driver wants numbered ones (`?1`) by name. */
const bound = ({ isNumbered }: Prepared, values: readonly Bindable[]): (Bound | Record<string, Bound>)[] => {
  if (!isNumbered) return values.map(asBound);
  return [Object.fromEntries(values.map((value, index) => [String(index + 1), asBound(value)]))];
};

/** Every row, through its schema: nothing leaves SQLite on trust. */
export const readAll = <S extends z.ZodType>(
  db: ReadDb,
  row: S,
  sql: string,
  ...values: readonly Bindable[]
): z.output<S>[] => {
  const asked = prepared(db.read, sql);
  return asked.statement.all(...bound(asked, values)).map((found) => row.parse(found));
};

/** Every row, one after another, through its schema: for very many, of which only what is made of them is kept. */
export function* readEach<S extends z.ZodType>(
  db: ReadDb,
  row: S,
  sql: string,
  ...values: readonly Bindable[]
): Generator<z.output<S>, void> {
  const asked = prepared(db.read, sql);
  for (const found of asked.statement.iterate(...bound(asked, values))) yield row.parse(found);
}

/** The first row, or `undefined` when there is none. */
export const readOne = <S extends z.ZodType>(
  db: ReadDb,
  row: S,
  sql: string,
  ...values: readonly Bindable[]
): z.output<S> | undefined => {
  const asked = prepared(db.read, sql);
  const found = asked.statement.get(...bound(asked, values));
  return found === undefined ? undefined : row.parse(found);
};

export interface Changed {
  readonly rows: number;
  readonly id: number;
}

/** Runs one statement that changes something. */
export const change = (db: WriteDb, sql: string, ...values: readonly Bindable[]): Changed => {
  const asked = prepared(db.write, sql);
  const result = asked.statement.run(...bound(asked, values));
  return { rows: result.changes, id: Number(result.lastInsertRowid) };
};

/** So many rows go in with one statement: one by one, a fifth of the time goes to the statements. */
export const ROWS_AT_ONCE = 20;

const valuesOf = (rows: number, columns: number): string => {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  return Array.from({ length: rows }, () => row).join(', ');
};

/** By the table and how many rows: a statement is found again by its text, which is not put together each time. */
const insertsByTable = new Map<string, string[]>();

const insertOf = (into: string, rows: number, columns: number): string => {
  const known = insertsByTable.get(into) ?? [];
  insertsByTable.set(into, known);
  return (known[rows] ??= `${into} VALUES ${valuesOf(rows, columns)}`);
};

/** Puts a few rows into a table. `into`: the table with its columns, `INSERT INTO lift_day (athlete_id, …)`. */
export const insertRows = (db: WriteDb, into: string, rows: readonly (readonly Bindable[])[]): Changed =>
  change(db, insertOf(into, rows.length, rows[0]?.length ?? 0), ...rows.flat());

/** Puts any number of rows into a table, several with each statement. */
export const insertAll = (db: WriteDb, into: string, rows: Iterable<readonly Bindable[]>): void => {
  let some: (readonly Bindable[])[] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length < ROWS_AT_ONCE) continue;
    insertRows(db, into, some);
    some = [];
  }
  if (some.length > 0) insertRows(db, into, some);
};
