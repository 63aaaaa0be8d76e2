import { z } from 'zod';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';
import { isJournalled, jobReceipt } from '../history/historyStore.ts';
import { shapesThatLeave, type TableShape } from './tableShapes.ts';

/** Whose a journalled row is: an athlete's by number, everybody's, or nobody can say any more. */
type Whose = number | 'everybody' | 'unknown';

type Values = ReadonlyMap<string, string>;

interface Inverse {
  readonly table: string;
  readonly values: Values;
}

const LITERAL = String.raw`'(?:[^']|'')*'|[^,\s()]+`;
const INSERT = /^INSERT INTO (\w+) \(([^)]*)\) VALUES \(/u;
const OTHER = /^(?:UPDATE|DELETE FROM) (\w+) /u;

/** What a journalled statement says of its row. The statements are our own triggers', so that their layout is known. */
export const readInverse = (sql: string): Inverse | undefined => {
  const inserted = INSERT.exec(sql);
  if (inserted !== null) {
    const [head, table = '', columns = ''] = inserted;
    const literals = [...sql.slice(head.length).matchAll(new RegExp(LITERAL, 'gu'))].map(([literal]) => literal);
    return { table, values: new Map(columns.split(', ').map((column, at) => [column, literals[at] ?? 'NULL'])) };
  }
  const other = OTHER.exec(sql);
  if (other === null) return undefined;
  const [head, table = ''] = other;
  const pairs = [...sql.slice(head.length).matchAll(new RegExp(String.raw`(\w+) = (${LITERAL})`, 'gu'))];
  return { table, values: new Map(pairs.map(([, column = '', literal = '']) => [column, literal])) };
};

const numberIn = (literal: string | undefined): number | undefined =>
  literal !== undefined && /^\d+$/u.test(literal) ? Number(literal) : undefined;

const idRow = z.object({ id: z.int().nullable() });

/** Finds out whose rows the statements of a step bring back, as long as what they hang on is still there. */
const attributing = (db: ReadDb) => {
  const shapes = new Map(shapesThatLeave(db).map((shape) => [shape.name, shape]));
  const hasAthlete = ({ columns }: TableShape): boolean => columns.some(({ name }) => name === 'athlete_id');
  const isOwned = (shape: TableShape | undefined): boolean =>
    shape !== undefined &&
    (shape.name === 'athlete' || hasAthlete(shape) || isOwned(shapes.get(shape.goesWith?.table ?? '')));

  const ofRow = (shape: TableShape, values: Values): Whose => {
    if (shape.name === 'athlete') return numberIn(values.get('id')) ?? 'unknown';
    const said = values.get('athlete_id');
    if (said === 'NULL') return 'everybody';
    if (numberIn(said) !== undefined) return numberIn(said) ?? 'unknown';
    const up = shape.goesWith;
    // A row without a number is known by what it goes with.
    const saysWhose = hasAthlete(shape) && shape.hasId;
    const column = saysWhose ? 'athlete_id' : up?.column;
    if (column === undefined) return 'unknown';
    const parent = numberIn(values.get(column)) ?? stored(shape, column, numberIn(values.get('id')));
    if (parent === undefined) return 'unknown';
    if (saysWhose) return parent;
    const above = shapes.get(up?.table ?? '');
    return above === undefined ? 'unknown' : ofRow(above, new Map([['id', String(parent)]]));
  };

  const stored = (shape: TableShape, column: string, id: number | undefined): number | undefined =>
    id === undefined || !shape.hasId
      ? undefined
      : (readOne(db, idRow, `SELECT ${column} AS id FROM ${shape.name} WHERE id = ?`, id)?.id ?? undefined);

  return (sql: string): Whose => {
    const inverse = readInverse(sql);
    if (inverse === undefined) return 'unknown';
    const shape = shapes.get(inverse.table);
    return shape === undefined || !isOwned(shape) ? 'everybody' : ofRow(shape, inverse.values);
  };
};

const stepRow = z.object({ step: z.int(), others: z.int(), receipt_json: z.string().nullable() });
const changeRow = z.object({ id: z.int(), sql: z.string() });

const stepsOfAthlete = (db: ReadDb, athleteId: number): z.output<typeof stepRow>[] =>
  readAll(
    db,
    stepRow,
    `SELECT j.step, j.receipt_json,
       (SELECT count(*) FROM journal_athlete o WHERE o.step = j.step AND o.athlete_id <> ?1) AS others
     FROM journal j JOIN journal_athlete a ON a.step = j.step WHERE a.athlete_id = ?1 ORDER BY j.step DESC`,
    athleteId,
  );

/** How many steps are of this athlete alone, and how many of others too. */
export const countStepsOf = (db: ReadDb, athleteId: number): { readonly own: number; readonly shared: number } => {
  const steps = stepsOfAthlete(db, athleteId);
  return {
    own: steps.filter(({ others }) => others === 0).length,
    shared: steps.filter(({ others }) => others > 0).length,
  };
};

/** A job that can be taken back as a whole by its receipt: it forgets this one of its athletes. */
const forgetInReceipt = (db: WriteDb, step: number, json: string, athleteId: number): void => {
  const receipt = jobReceipt.parse(JSON.parse(json));
  if (receipt.kind === 'import') return;
  const athleteIds = receipt.athleteIds.filter((id) => id !== athleteId);
  change(db, 'UPDATE journal SET receipt_json = ? WHERE step = ?', JSON.stringify({ ...receipt, athleteIds }), step);
};

/** Takes the athlete's part out of a step. False: not every row of it can be told apart. */
const takePartOut = (db: WriteDb, step: number, athleteId: number, whose: (sql: string) => Whose): boolean => {
  const rows = readAll(db, changeRow, 'SELECT id, sql FROM journal_change WHERE step = ?', step);
  const owners = rows.map(({ sql }) => whose(sql));
  if (owners.includes('unknown')) return false;
  rows.forEach(({ id }, at) => {
    if (owners[at] === athleteId) change(db, 'DELETE FROM journal_change WHERE id = ?', id);
  });
  return true;
};

export interface ErasedSteps {
  readonly own: number;
  readonly kept: number;
  readonly dropped: number;
}

/**
 * Takes an athlete out of the history, before their rows are deleted. Steps of theirs alone go; of steps of others too, the part of
 * the others stays. Where that part can no longer be told apart, the step goes, and with it all before it: a step that is undone after
 * one that is missing would bring back what never stood together. What was undone can no longer be redone.
 */
export const eraseFromHistory = (db: WriteDb, athleteId: number): ErasedSteps => {
  change(db, 'DELETE FROM journal WHERE is_undone = 1');
  const whose = attributing(db);
  const steps = stepsOfAthlete(db, athleteId);
  const [own, kept, dropped] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const { step, others, receipt_json } of steps) {
    if (others === 0) own.add(step);
    else if (receipt_json !== null && !isJournalled(db, step)) {
      forgetInReceipt(db, step, receipt_json, athleteId);
      kept.add(step);
    } else if (takePartOut(db, step, athleteId, whose)) kept.add(step);
    else {
      const before = readAll(db, z.object({ step: z.int() }), 'SELECT step FROM journal WHERE step <= ?', step);
      for (const one of before) dropped.add(one.step);
      break;
    }
  }
  const mine = new Set(steps.map(({ step }) => step));
  for (const step of new Set([...own, ...dropped])) change(db, 'DELETE FROM journal WHERE step = ?', step);
  change(db, 'DELETE FROM journal_athlete WHERE athlete_id = ?', athleteId);
  return {
    own: own.size,
    kept: kept.size,
    dropped: [...dropped].filter((step) => !mine.has(step) || !own.has(step)).length,
  };
};
