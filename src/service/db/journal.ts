import { z } from 'zod';
import type { Connection } from './sql.ts';

/** Kept out of the journal: the journal itself, and summaries, which are recomputed from what is journalled. */
const NOT_JOURNALLED = new Set(['journal', 'journal_change', 'run_day', 'lift_day', 'week_summary']);

const tableRow = z.object({ name: z.string() });
const columnRow = z.object({ name: z.string(), pk: z.int() });

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

const journalledTables = (connection: Connection): Table[] =>
  connection
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
    .map((row) => tableRow.parse(row).name)
    .filter((name) => !NOT_JOURNALLED.has(name))
    .map((name) => {
      const columns = connection.pragma(`table_info(${name})`);
      const parsed = z.array(columnRow).parse(columns);
      return {
        name,
        columns: parsed.map((column) => column.name),
        key: parsed.filter((column) => column.pk > 0).map((column) => column.name),
      };
    });

/** An SQL expression that spells out `name = <old or new value>` pairs as text. */
const spelledOut = (names: readonly string[], row: 'old' | 'new', between: string): string =>
  names.map((name) => `'${name} = ' || quote(${row}.${name})`).join(` || '${between}' || `);

const keyOf = (table: Table, row: 'old' | 'new'): string => spelledOut(table.key, row, ' AND ');

const triggersOf = (table: Table): string => {
  const { name, columns } = table;
  const record = (statement: string): string =>
    `INSERT INTO journal_change (step, sql) VALUES ((SELECT step FROM temp.recording), ${statement});`;
  const onlyWhileRecording = 'WHEN (SELECT step FROM temp.recording) IS NOT NULL';
  const changed = columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');
  const values = columns.map((column) => `quote(old.${column})`).join(` || ', ' || `);
  return `
CREATE TEMP TRIGGER journal_${name}_insert AFTER INSERT ON main.${name} ${onlyWhileRecording} BEGIN
  ${record(`'DELETE FROM ${name} WHERE ' || ${keyOf(table, 'new')}`)}
END;
CREATE TEMP TRIGGER journal_${name}_update AFTER UPDATE ON main.${name} ${onlyWhileRecording} AND (${changed}) BEGIN
  ${record(`'UPDATE ${name} SET ' || ${spelledOut(columns, 'old', ', ')} || ' WHERE ' || ${keyOf(table, 'new')}`)}
END;
CREATE TEMP TRIGGER journal_${name}_delete AFTER DELETE ON main.${name} ${onlyWhileRecording} BEGIN
  ${record(`'INSERT INTO ${name} (${columns.join(', ')}) VALUES (' || ${values} || ')'`)}
END;`;
};

/** Changed rows say whose summaries are stale; the transaction recounts those before it commits. */
const staleTriggers = `
CREATE TEMP TABLE stale_run (athlete_id INTEGER PRIMARY KEY) STRICT;
CREATE TEMP TABLE stale_lift (athlete_id INTEGER, exercise_id INTEGER, PRIMARY KEY (athlete_id, exercise_id)) STRICT, WITHOUT ROWID;
${['INSERT', 'UPDATE', 'DELETE']
  .map((event) => {
    const rows = event === 'INSERT' ? ['new'] : event === 'DELETE' ? ['old'] : ['old', 'new'];
    const mark = (table: string, columns: readonly string[]): string =>
      rows
        .map((row) => `INSERT OR IGNORE INTO stale_${table} VALUES (${columns.map((c) => `${row}.${c}`).join(', ')});`)
        .join('\n  ');
    return `
CREATE TEMP TRIGGER stale_run_${event} AFTER ${event} ON main.run BEGIN
  ${mark('run', ['athlete_id'])}
END;
CREATE TEMP TRIGGER stale_lift_${event} AFTER ${event} ON main.lift_set BEGIN
  ${mark('lift', ['athlete_id', 'exercise_id'])}
END;`;
  })
  .join('')}`;

/**
 * Starts watching every table (the technique of SQLite's own "Automatic Undo/Redo" page): while a step is being
 * recorded, each changed row leaves behind the statement that would take the change back. The triggers are generated
 * from the schema and live in this connection only, so that a new table is journalled without anybody remembering to.
 */
export const installJournal = (connection: Connection): void => {
  connection.exec(`
CREATE TEMP TABLE recording (step INTEGER) STRICT;
INSERT INTO temp.recording VALUES (NULL);
${journalledTables(connection).map(triggersOf).join('\n')}
${staleTriggers}`);
};
