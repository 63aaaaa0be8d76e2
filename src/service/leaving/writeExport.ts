import { z } from 'zod';
import { schemaVersion } from '../db/migrate.ts';
import { readEach, type ReadDb } from '../db/sql.ts';
import {
  NOT_HANDED_OVER,
  ofAthletes,
  outsideName,
  SETTINGS_THAT_LEAVE,
  shapesThatLeave,
  type TableShape,
} from './tableShapes.ts';

export const EXPORT_FORMAT = 'ironstride-export';
/** Raised when an older program could no longer read what is written; a new column or table is not such a thing. */
export const EXPORT_VERSION = 1;

/** Everything, or what is of some athletes. */
export type ExportScope =
  { readonly kind: 'desk' } | { readonly kind: 'athletes'; readonly athleteIds: readonly number[] };

const row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const keyOf = (column: string): string => `(SELECT x.key FROM exercise x WHERE x.id = t.${column})`;

const selected = (shape: TableShape): string =>
  shape.columns
    .filter(({ name }) => !(shape.name === 'exercise' && name === 'id'))
    .map((column) =>
      column.of === 'exercise' ? `${keyOf(column.name)} AS ${outsideName(column)}` : `t.${column.name}`,
    )
    .join(', ');

const ordered = ({ name, key, columns }: TableShape): string => {
  // The coach's own in the order in which they were made; the shipped ones by key, whatever library numbered them.
  if (name === 'exercise') return 'is_own, CASE is_own WHEN 1 THEN id END, key';
  const isExercise = (one: string): boolean =>
    columns.some((column) => column.name === one && column.of === 'exercise');
  return key.map((one) => (isExercise(one) ? keyOf(one) : `t.${one}`)).join(', ');
};

/** Exercises that rows of these athletes name. */
const namedExercises = (shapes: readonly TableShape[]): string => {
  const naming = shapes.flatMap((shape) => {
    const whose = Object.hasOwn(NOT_HANDED_OVER, shape.name) ? undefined : ofAthletes(shapes, shape);
    const columns = whose === undefined ? [] : shape.columns.filter(({ of }) => of === 'exercise');
    return columns.map(({ name }) => `SELECT ${name} FROM ${shape.name} WHERE ${whose}`);
  });
  return `id IN (${naming.join(' UNION ')})`;
};

const chosen = (shapes: readonly TableShape[], shape: TableShape, scope: ExportScope): string | undefined => {
  if (scope.kind === 'desk') return shape.name === 'setting' ? SETTINGS_THAT_LEAVE : '1';
  if (Object.hasOwn(NOT_HANDED_OVER, shape.name)) return undefined;
  return shape.name === 'exercise' ? namedExercises(shapes) : ofAthletes(shapes, shape);
};

/** Absent is absent: what is NULL is not written. */
const rowText = (found: z.output<typeof row>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)));

interface Made {
  readonly version: string;
  readonly on: string;
}

/** Lines of one JSON text, a row a line, so that a large one is written and read without ever being there as a whole. */
export function* exportLines(
  db: ReadDb,
  scope: ExportScope,
  made: Made,
  onTable: (table: string, done: number, total: number) => void = () => undefined,
): Generator<string, void> {
  const head = {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    schema: schemaVersion(db.read),
    scope: scope.kind,
    madeOn: made.on,
    madeBy: made.version,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"tables":{\n`;
  const shapes = shapesThatLeave(db);
  const leaving = shapes.flatMap((shape) => {
    const which = chosen(shapes, shape, scope);
    return which === undefined ? [] : [{ shape, which }];
  });
  const values = scope.kind === 'desk' ? [] : [JSON.stringify(scope.athleteIds)];
  for (const [index, { shape, which }] of leaving.entries()) {
    onTable(shape.name, index, leaving.length);
    yield `${index === 0 ? '' : ',\n'}"${shape.name}":[`;
    let between = '\n';
    const sql = `SELECT ${selected(shape)} FROM ${shape.name} t WHERE ${which} ORDER BY ${ordered(shape)}`;
    for (const found of readEach(db, row, sql, ...(which.includes('?1') ? values : []))) {
      yield `${between}${rowText(found)}`;
      between = ',\n';
    }
    yield '\n]';
  }
  yield '\n}}\n';
}

/** The whole text as bytes, as it is at one moment. */
export const exportBytes = (...asked: Parameters<typeof exportLines>): Buffer => {
  const [db] = asked;
  const pieces: Buffer[] = [];
  let lines: string[] = [];
  const settle = (): void => {
    pieces.push(Buffer.from(lines.join('')));
    lines = [];
  };
  db.read.transaction(() => {
    for (const line of exportLines(...asked)) {
      lines.push(line);
      if (lines.length === 4096) settle();
    }
  })();
  settle();
  return Buffer.concat(pieces);
};
