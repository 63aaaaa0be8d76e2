import { z } from 'zod';
import { nameKey } from '../../domain/exercises/nameKey.ts';
import { ownKey } from '../../domain/exercises/ownKey.ts';
import { countRow } from '../db/columns.ts';
import { change, readAll, readOne, type Bindable, type WriteDb } from '../db/sql.ts';
import { BrokenExport, type ExportRow, type ReadExport } from './readExport.ts';
import {
  LEFT_OUT,
  NO_LONGER,
  NOT_HANDED_OVER,
  outsideName,
  SETTINGS_THAT_LEAVE,
  shapesThatLeave,
  type TableShape,
} from './tableShapes.ts';

/** Numbers of rows are counted on from those that are there; beyond that they would no longer be whole. */
const LARGEST_ID = 2 ** 40;

/** What rows of a pack of an earlier version have beyond ours; it is looked at, and not taken in. */
const formerColumns = ({ name }: TableShape, packSchema: number): [string, z.ZodType][] => {
  const former = NO_LONGER[name];
  if (former === undefined || packSchema > former.upTo) return [];
  return Object.entries(former.columns).map(([column, type]) => [column, type === 'TEXT' ? z.string() : z.int()]);
};

const rowSchema = (shape: TableShape, packSchema: number): z.ZodType<ExportRow> =>
  z.strictObject(
    Object.fromEntries([
      ...formerColumns(shape, packSchema),
      ...shape.columns
        .filter(({ name }) => !(shape.name === 'exercise' && name === 'id'))
        .map((column) => {
          const isNumbered = column.of !== undefined || (column.name === 'id' && shape.hasId);
          const value =
            column.of === 'exercise' || column.type === 'TEXT'
              ? z.string()
              : isNumbered
                ? z.int().min(1).max(LARGEST_ID)
                : column.type === 'REAL'
                  ? z.number()
                  : z.int();
          const isGiven = column.isRequired && column.fallback === undefined;
          return [outsideName(column), isGiven ? value : value.optional()] as const;
        }),
    ]),
  ) as unknown as z.ZodType<ExportRow>;

interface Arriving {
  readonly shape: TableShape;
  readonly schema: z.ZodType<ExportRow>;
  /** What is added to the numbers of its rows. */
  readonly offset: number;
}

const highest = z.object({ n: z.int().nullable() });

const arrivingAt = (db: WriteDb, packSchema: number): Map<string, Arriving> =>
  new Map(
    shapesThatLeave(db).map((shape) => {
      const offset = shape.hasId ? (readOne(db, highest, `SELECT max(id) AS n FROM ${shape.name}`)?.n ?? 0) : 0;
      return [shape.name, { shape, schema: rowSchema(shape, packSchema), offset }];
    }),
  );

const exerciseRow = z.object({ id: z.int(), key: z.string(), name: z.string(), is_own: z.int() });

/** Finds for every exercise of the file the one that is here, or adds it; answers ids by the keys of the file. */
const exercisesHere = (db: WriteDb, isWholeDesk: boolean) => {
  const here = readAll(db, exerciseRow, 'SELECT id, key, name, is_own FROM exercise');
  const byKey = new Map(here.map((one) => [one.key, one]));
  const byName = new Map(here.map((one) => [nameKey(one.name), one]));
  const idByKey = new Map<string, number>();
  const added: number[] = [];

  const same = (row: ExportRow): z.output<typeof exerciseRow> | undefined => {
    const [key, name] = [String(row['key']), nameKey(String(row['name']))];
    const known = byKey.get(key);
    if (known !== undefined && (isWholeDesk || known.is_own === 0 || nameKey(known.name) === name)) return known;
    return isWholeDesk ? undefined : byName.get(name);
  };

  const take = ({ shape }: Arriving, row: ExportRow): void => {
    const known = same(row);
    if (known !== undefined) {
      idByKey.set(String(row['key']), known.id);
      if (isWholeDesk)
        change(db, 'UPDATE exercise SET is_archived = ? WHERE id = ?', row['is_archived'] ?? 0, known.id);
      return;
    }
    const key =
      isWholeDesk || !byKey.has(String(row['key'])) ? row['key'] : ownKey(String(row['name']), new Set(byKey.keys()));
    const id = insert(db, shape, (name) =>
      name === 'id' ? undefined : name === 'key' ? key : isWholeDesk || name !== 'is_own' ? row[name] : 1,
    );
    idByKey.set(String(row['key']), id);
    byKey.set(String(key), { id, key: String(key), name: String(row['name']), is_own: 1 });
    added.push(id);
  };

  return {
    take,
    added,
    idOf: (key: string): number => {
      const id = idByKey.get(key) ?? byKey.get(key)?.id;
      if (id === undefined) throw new BrokenExport(`there is no exercise ${key} in it`);
      return id;
    },
  };
};

/** Writes a row; what the file does not say has the column's own default. */
const insert = (db: WriteDb, shape: TableShape, valueOf: (column: string) => Bindable): number => {
  const columns = shape.columns.map((column) => ({ ...column, value: valueOf(column.name) }));
  const values = columns.map(({ value, fallback, isRequired }) =>
    value === undefined && isRequired && fallback !== undefined ? `(${fallback})` : '?',
  );
  const bound = columns.filter((_, index) => values[index] === '?').map(({ value }) => value);
  return change(
    db,
    `INSERT INTO ${shape.name} (${columns.map(({ name }) => name).join(', ')}) VALUES (${values.join(', ')})`,
    ...bound,
  ).id;
};

/** Whether nobody has done anything on this desk yet that a whole roster would be mixed with. */
export const standingOnDesk = (db: WriteDb): { readonly athletes: number; readonly others: number } => ({
  athletes: readOne(db, countRow, 'SELECT count(*) AS n FROM athlete')?.n ?? 0,
  others:
    readOne(
      db,
      countRow,
      'SELECT (SELECT count(*) FROM template) + (SELECT count(*) FROM exercise WHERE is_own = 1) AS n',
    )?.n ?? 0,
});

/** What an empty desk still holds: settings, receipts of imports taken back, the history of what was there once. */
const clearDesk = (db: WriteDb, tables: readonly TableShape[]): void => {
  change(db, 'DELETE FROM journal');
  change(db, 'DELETE FROM known_file');
  for (const { name } of tables) {
    if (name === 'exercise') continue;
    change(db, name === 'setting' ? `DELETE FROM setting WHERE ${SETTINGS_THAT_LEAVE}` : `DELETE FROM ${name}`);
  }
};

/** The same as `SETTINGS_THAT_LEAVE`, of one key. */
const staysHere = (key: string): boolean => key === 'exercise-library' || key.includes(' of ');

export interface Arrived {
  readonly athleteIds: readonly number[];
  /** Exercises that were not here before. */
  readonly exerciseIds: readonly number[];
}

interface Order {
  readonly file: ReadExport;
  /** What an athlete is called here. */
  readonly nameFor: (name: string) => string;
  readonly onRow?: ((done: number) => void) | undefined;
}

/**
 * Puts every row of an export into the database, under numbers of its own. To be called in a transaction: an error, be it
 * `BrokenExport` or a constraint of SQLite, must undo all of it.
 */
export const bringIn = (db: WriteDb, { file, nameFor, onRow }: Order): Arrived => {
  const isWholeDesk = file.head.scope === 'desk';
  db.write.pragma('defer_foreign_keys = ON');
  if (isWholeDesk) clearDesk(db, shapesThatLeave(db));
  const arriving = arrivingAt(db, file.head.schema);
  const exercises = exercisesHere(db, isWholeDesk);
  const athleteIds: number[] = [];
  const isLeftBehind = (table: string): boolean =>
    Object.hasOwn(LEFT_OUT, table) || (!isWholeDesk && Object.hasOwn(NOT_HANDED_OVER, table));

  const valueOf = ({ shape, offset }: Arriving, row: ExportRow, name: string): Bindable => {
    const column = shape.columns.find((one) => one.name === name);
    const value = column === undefined ? undefined : row[outsideName(column)];
    if (column === undefined || value === undefined) return undefined;
    if (column.of === 'exercise') return exercises.idOf(String(value));
    if (name === 'id' && shape.hasId) return Number(value) + offset;
    if (column.of !== undefined)
      return isLeftBehind(column.of) ? undefined : Number(value) + (arriving.get(column.of)?.offset ?? 0);
    return shape.name === 'athlete' && name === 'name' ? nameFor(String(value)) : value;
  };

  let done = 0;
  for (const { table, row } of file.rows()) {
    const place = arriving.get(table);
    if (place === undefined || isLeftBehind(table)) throw new BrokenExport(`there is no table ${table}`);
    const checked = place.schema.safeParse(row);
    if (!checked.success) throw new BrokenExport(`a row of ${table} is not one`);
    if (table === 'setting' && staysHere(String(row['key']))) throw new BrokenExport('a setting of another computer');
    if (table === 'exercise') exercises.take(place, checked.data);
    else {
      const id = insert(db, place.shape, (name) => valueOf(place, checked.data, name));
      if (table === 'athlete') athleteIds.push(id);
    }
    done += 1;
    if (done % 5000 === 0) onRow?.(done);
  }
  return { athleteIds, exerciseIds: exercises.added };
};
