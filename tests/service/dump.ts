import Database from 'better-sqlite3';

/** What is not of the coach's making: history itself, and what the guard thought when it last looked. */
const HISTORY = new Set(['journal', 'journal_change', 'journal_athlete', 'guard_state']);

/** Every row of every table but the history itself, summaries included, in the order of its key. */
export const dumpOf = (connection: Database.Database): Record<string, unknown[]> => {
  const tables = connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")
    .pluck()
    .all()
    .filter((name) => !HISTORY.has(name));
  return Object.fromEntries(
    tables.map((table) => {
      const key = connection
        .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
        .pluck()
        .all(table);
      return [table, connection.prepare(`SELECT * FROM ${table} ORDER BY ${key.join(', ')}`).all()];
    }),
  );
};

/** The same of a file that others may have open. */
export const dump = (databaseFile: string): Record<string, unknown[]> => {
  const connection = new Database(databaseFile);
  try {
    return dumpOf(connection);
  } finally {
    connection.close();
  }
};
