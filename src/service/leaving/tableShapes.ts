import { z } from 'zod';
import { readAll, type ReadDb } from '../db/sql.ts';

/** Tables that do not leave the desk, each with the reason. Every other table is exported, a new one by itself. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  journal: 'the history of changes undoes rows of this file only',
  journal_change: 'the history of changes undoes rows of this file only',
  journal_athlete: 'the history of changes undoes rows of this file only',
  run_day: 'counted anew from the runs',
  lift_day: 'counted anew from the sets and tests',
  week_summary: 'counted anew from the runs and sets',
  plan_week: 'counted anew from the programs',
  guard_state: 'judged anew from the runs',
  known_file: 'which files lie on this computer',
};

/** What is the desk's and not an athlete's, or means something on the desk it was made on only. */
export const NOT_HANDED_OVER: Readonly<Record<string, string>> = {
  import: 'receipts of imports are of the desk that imported',
  import_athlete: 'receipts of imports are of the desk that imported',
  import_file: 'receipts of imports are of the desk that imported',
  import_mapping: 'what columns of files hold is what the coach has told their own desk',
  exercise_alias: 'what names in files stand for is what the coach has told their own desk',
  printed_sheet: 'codes of sheets are known at the desk that printed them',
  printed_session: 'codes of sheets are known at the desk that printed them',
  printed_row: 'codes of sheets are known at the desk that printed them',
  setting: 'settings are the coach’s',
  template: 'templates are the coach’s; a program made from one is whole without it',
  template_version: 'templates are the coach’s; a program made from one is whole without it',
};

/** Columns that name a row of another table without the schema saying so: what they name may be gone. */
export const SOFT_REFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  printed_session: { program_id: 'program', session_id: 'session' },
  typed_session: { program_id: 'program' },
};

/** Columns that packs had up to a version of the schema: what stood in them is said elsewhere in the pack. */
export const NO_LONGER: Readonly<
  Record<string, { readonly upTo: number; readonly columns: Readonly<Record<string, 'INTEGER' | 'TEXT'>> }>
> = {
  // A set is known by its session and its place in it, and its day is the session's.
  lift_set: { upTo: 25, columns: { id: 'INTEGER', performed_on: 'TEXT' } },
};

/** Settings of this computer, and what says which library it has loaded, stay. */
export const SETTINGS_THAT_LEAVE = "key <> 'exercise-library' AND key NOT LIKE '% of %'";

interface Column {
  readonly name: string;
  readonly type: 'INTEGER' | 'REAL' | 'TEXT';
  readonly isRequired: boolean;
  /** What stands there when nothing is said; as SQL. */
  readonly fallback: string | undefined;
  /** The table whose row it names. */
  readonly of: string | undefined;
}

export interface TableShape {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  /** Its rows are known by a number, which is another one on another desk. */
  readonly hasId: boolean;
  /** The column by which its rows go when a row of another table goes. */
  readonly goesWith: { readonly column: string; readonly table: string } | undefined;
}

const tableRow = z.object({ name: z.string() });
const columnRow = z.object({
  name: z.string(),
  type: z.enum(['INTEGER', 'REAL', 'TEXT']),
  notnull: z.int(),
  dflt_value: z.string().nullable(),
  pk: z.int(),
});
const referenceRow = z.object({ table: z.string(), from: z.string(), to: z.string(), on_delete: z.string() });
type Reference = z.output<typeof referenceRow>;

const pragma = <S extends z.ZodType>(db: ReadDb, row: S, name: string): z.output<S>[] =>
  z.array(row).parse(db.read.pragma(name));

const referencesIn = (db: ReadDb, table: string): Reference[] => pragma(db, referenceRow, `foreign_key_list(${table})`);

/** The table whose number a column holds, also by way of another table's column. */
const namedBy = (db: ReadDb, table: string, column: string): string | undefined => {
  const soft = SOFT_REFERENCES[table]?.[column];
  if (soft !== undefined) return soft;
  const reference = referencesIn(db, table).find(({ from }) => from === column);
  if (reference === undefined) return undefined;
  return reference.to === 'id' ? reference.table : namedBy(db, reference.table, reference.to);
};

const shapeOf = (db: ReadDb, name: string): TableShape => {
  const columns = pragma(db, columnRow, `table_info("${name}")`);
  const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  const parent = referencesIn(db, name).find((one) => one.on_delete === 'CASCADE' && one.to === 'id');
  return {
    name,
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      isRequired: column.notnull === 1 || column.pk > 0,
      fallback: column.dflt_value ?? undefined,
      of: namedBy(db, name, column.name),
    })),
    key: key.map((column) => column.name),
    hasId: key.length === 1 && key[0]?.name === 'id' && key[0].type === 'INTEGER',
    goesWith: parent === undefined ? undefined : { column: parent.from, table: parent.table },
  };
};

/** What may leave, as the schema has it; exercises first, because the others name them by their keys. */
export const shapesThatLeave = (db: ReadDb): TableShape[] =>
  readAll(
    db,
    tableRow,
    "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name <> 'exercise', name",
  )
    .filter(({ name }) => !Object.hasOwn(LEFT_OUT, name))
    .map(({ name }) => shapeOf(db, name));

/** An exercise is known by its key everywhere: `exercise_id` leaves as `exercise_key`. */
export const outsideName = ({ name, of }: Column): string => (of === 'exercise' ? name.replace(/_id$/u, '_key') : name);

/** SQL that says whether a row is of one of the athletes whose numbers stand in `?1`; `undefined`: rows of everybody. */
export const ofAthletes = (shapes: readonly TableShape[], shape: TableShape): string | undefined => {
  const within = '(SELECT value FROM json_each(?1))';
  if (shape.name === 'athlete') return `id IN ${within}`;
  if (shape.columns.some(({ name }) => name === 'athlete_id')) return `athlete_id IN ${within}`;
  const parent = shapes.find(({ name }) => name === shape.goesWith?.table);
  const whose = parent === undefined || shape.goesWith === undefined ? undefined : ofAthletes(shapes, parent);
  if (whose === undefined || shape.goesWith === undefined) return undefined;
  return `${shape.goesWith.column} IN (SELECT id FROM ${shape.goesWith.table} WHERE ${whose})`;
};
