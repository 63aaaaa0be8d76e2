import { z } from 'zod';
import { readAll, type Connection, type ReadDb, type WriteDb } from '../db/sql.ts';
import { findStep, inversesOf, isJournalled, listSteps, type Step } from './historyStore.ts';
import { tablesIn } from './stepChanges.ts';

const tableRow = z.object({ name: z.string() });
const columnRow = z.object({ name: z.string() });
const foreignKeyRow = z.object({ table: z.string(), on_delete: z.string() });

/**
 * Tables whose every row is some athlete's: those that name an athlete, and those that go with a row of one that does. What is not
 * among them (exercises, templates, settings, imports) is everybody's.
 */
const ownedTables = (db: ReadDb): ReadonlySet<string> => {
  const tables = readAll(db, tableRow, "SELECT name FROM main.sqlite_schema WHERE type = 'table'").map(
    ({ name }) => name,
  );
  const pragma = <S extends z.ZodType>(row: S, name: string): z.output<S>[] => z.array(row).parse(db.read.pragma(name));
  const owned = new Set(
    tables.filter(
      (name) =>
        name === 'athlete' || pragma(columnRow, `table_info(${name})`).some((column) => column.name === 'athlete_id'),
    ),
  );
  for (let before = -1; before !== owned.size;) {
    before = owned.size;
    for (const name of tables) {
      const goesWith = pragma(foreignKeyRow, `foreign_key_list(${name})`).some(
        (key) => key.on_delete === 'CASCADE' && owned.has(key.table),
      );
      if (goesWith) owned.add(name);
    }
  }
  return owned;
};

export interface InTheWay {
  readonly step: Step;
  readonly why: 'others' | 'shared' | 'job';
}

export interface TakingBack {
  /** The newest first, as they would be taken back. */
  readonly steps: readonly Step[];
  readonly inTheWay: readonly InTheWay[];
}

/**
 * One athlete's standing steps from the newest down to one of them. They can be taken back by themselves when each changed nothing
 * but this athlete's own rows: then no step that stays has touched any row that they did, whatever the order they were done in.
 */
export const takingBack = (db: ReadDb, athleteId: number, from: number): TakingBack | undefined => {
  const first = findStep(db, from);
  if (first === undefined || first.isUndone) return undefined;
  const steps = listSteps(db, { athleteId, fromStep: from }).filter(({ isUndone }) => !isUndone);
  if (steps.every(({ step }) => step !== from)) return undefined;
  const owned = ownedTables(db);
  const inTheWay = steps.flatMap((step): InTheWay[] => {
    if (!isJournalled(db, step.step)) return [{ step, why: 'job' }];
    if (step.athleteCount > 1) return [{ step, why: 'others' }];
    const isOwn = [...tablesIn(inversesOf(db, step.step))].every((table) => owned.has(table));
    return isOwn ? [] : [{ step, why: 'shared' }];
  });
  return { steps, inTheWay };
};

const isConstraint = (cause: unknown): boolean =>
  cause instanceof Error &&
  'code' in cause &&
  typeof cause.code === 'string' &&
  cause.code.startsWith('SQLITE_CONSTRAINT');

const pointsNowhere = (connection: Connection, table: string): boolean => {
  const broken = connection.pragma(`foreign_key_check(${table})`);
  return Array.isArray(broken) && broken.length > 0;
};

/**
 * Takes steps back, the newest first, within whatever step is being recorded. False when what was there before no longer fits what
 * others have now; the transaction must then be given up.
 */
export const takeBackSteps = (db: WriteDb, steps: readonly Step[]): boolean => {
  db.write.pragma('defer_foreign_keys = ON');
  const inverses = steps.flatMap(({ step }) => inversesOf(db, step));
  try {
    for (const sql of inverses) db.write.exec(sql);
  } catch (cause) {
    if (isConstraint(cause)) return false;
    throw cause;
  }
  return [...tablesIn(inverses)].every((table) => !pointsNowhere(db.write, table));
};
