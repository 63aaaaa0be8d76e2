import { z } from 'zod';
import type { Connection } from './sql.ts';

/** The history itself. */
export const HISTORY_TABLES = ['journal', 'journal_change', 'journal_athlete'] as const;

/** Recomputed from what is journalled, whenever that changes. */
export const SUMMARY_TABLES = ['run_day', 'lift_day', 'week_summary', 'plan_week', 'guard_state'] as const;

/** Kept out of the journal. */
const NOT_JOURNALLED = new Set<string>([...HISTORY_TABLES, ...SUMMARY_TABLES]);

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

/**
 * Notes under the step whose row it was, where the row says so. Rows that belong to a program do not, but whatever is changed in a
 * program raises its revision, and its own row does.
 */
const notingWhose = ({ name, columns }: Table, row: 'old' | 'new'): string => {
  const column = name === 'athlete' ? 'id' : columns.find((one) => one === 'athlete_id');
  if (column === undefined) return '';
  const whose = `${row}.${column}`;
  return `INSERT INTO journal_athlete (step, athlete_id) SELECT step, ${whose} FROM temp.recording
    WHERE ${whose} IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM journal_athlete j WHERE j.step = recording.step AND j.athlete_id = ${whose});`;
};

const triggersOf = (table: Table): string => {
  const { name, columns } = table;
  const record = (statement: string, ...rows: readonly ('old' | 'new')[]): string =>
    `INSERT INTO journal_change (step, sql) VALUES ((SELECT step FROM temp.recording), ${statement});
  ${rows.map((row) => notingWhose(table, row)).join(' ')}`;
  const onlyWhileRecording = 'WHEN (SELECT step FROM temp.recording) IS NOT NULL';
  const changed = columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');
  const values = columns.map((column) => `quote(old.${column})`).join(` || ', ' || `);
  return `
CREATE TEMP TRIGGER journal_${name}_insert AFTER INSERT ON main.${name} ${onlyWhileRecording} BEGIN
  ${record(`'DELETE FROM ${name} WHERE ' || ${keyOf(table, 'new')}`, 'new')}
END;
CREATE TEMP TRIGGER journal_${name}_update AFTER UPDATE ON main.${name} ${onlyWhileRecording} AND (${changed}) BEGIN
  ${record(`'UPDATE ${name} SET ' || ${spelledOut(columns, 'old', ', ')} || ' WHERE ' || ${keyOf(table, 'new')}`, 'old', 'new')}
END;
CREATE TEMP TRIGGER journal_${name}_delete AFTER DELETE ON main.${name} ${onlyWhileRecording} BEGIN
  ${record(`'INSERT INTO ${name} (${columns.join(', ')}) VALUES (' || ${values} || ')'`, 'old')}
END;`;
};

/** Which rows stand behind which summaries, and by what a summary is found. */
const SUMMARISED = [
  { table: 'run', stale: 'stale_run', key: ['athlete_id'] },
  { table: 'lift_set', stale: 'stale_lift', key: ['athlete_id', 'exercise_id'] },
  { table: 'tested_max', stale: 'stale_lift', key: ['athlete_id', 'exercise_id'] },
  { table: 'odd_day', stale: 'stale_lift', key: ['athlete_id', 'exercise_id'] },
  { table: 'lift_session', stale: 'stale_week', key: ['athlete_id'] },
] as const;

/** Whatever is changed in a program raises its revision, which is in its own row. */
const STALE_PLANS = `
CREATE TEMP TRIGGER stale_by_program_INSERT AFTER INSERT ON main.program BEGIN
  INSERT INTO stale_plan SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM stale_plan WHERE program_id = new.id);
END;
CREATE TEMP TRIGGER stale_by_program_UPDATE AFTER UPDATE ON main.program BEGIN
  INSERT INTO stale_plan SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM stale_plan WHERE program_id = new.id);
END;
CREATE TEMP TRIGGER stale_by_exercise_UPDATE AFTER UPDATE OF pattern ON main.exercise WHEN old.pattern <> new.pattern BEGIN
  INSERT INTO stale_plan SELECT DISTINCT b.program_id FROM slot t JOIN session s ON s.id = t.session_id
    JOIN week w ON w.id = s.week_id JOIN block b ON b.id = w.block_id
    WHERE t.exercise_id = new.id AND NOT EXISTS (SELECT 1 FROM stale_plan x WHERE x.program_id = b.program_id);
  INSERT INTO stale_week SELECT DISTINCT athlete_id FROM lift_day l
    WHERE l.exercise_id = new.id AND NOT EXISTS (SELECT 1 FROM stale_week x WHERE x.athlete_id = l.athlete_id);
END;`;

const ROWS = { INSERT: ['new'], DELETE: ['old'], UPDATE: ['old', 'new'] } as const;

const staleTrigger = ({ table, stale, key }: (typeof SUMMARISED)[number], event: keyof typeof ROWS): string => {
  // Not INSERT OR IGNORE: a trigger takes the conflict rule of what fired it, and a foreign key's SET NULL aborts.
  const marks = ROWS[event].map((row) => {
    const values = key.map((column) => `${row}.${column}`).join(', ');
    const isMarked = key.map((column) => `${column} = ${row}.${column}`).join(' AND ');
    return `INSERT INTO ${stale} SELECT ${values} WHERE NOT EXISTS (SELECT 1 FROM ${stale} WHERE ${isMarked});`;
  });
  return `CREATE TEMP TRIGGER stale_by_${table}_${event} AFTER ${event} ON main.${table} BEGIN ${marks.join(' ')} END;`;
};

/** Changed rows say whose summaries are stale; the transaction recounts those before it commits. */
const staleTriggers = `
CREATE TEMP TABLE stale_run (athlete_id INTEGER PRIMARY KEY) STRICT;
CREATE TEMP TABLE stale_week (athlete_id INTEGER PRIMARY KEY) STRICT;
CREATE TEMP TABLE stale_plan (program_id INTEGER PRIMARY KEY) STRICT;
CREATE TEMP TABLE stale_lift (athlete_id INTEGER, exercise_id INTEGER, PRIMARY KEY (athlete_id, exercise_id)) STRICT, WITHOUT ROWID;
${SUMMARISED.flatMap((one) => [staleTrigger(one, 'INSERT'), staleTrigger(one, 'UPDATE'), staleTrigger(one, 'DELETE')]).join('\n')}
${STALE_PLANS}`;

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
