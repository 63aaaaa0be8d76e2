import { z } from 'zod';
import { TOPICS, type Topic } from '../../contract/operation.ts';
import { flag, optional, textList } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** What a job leaves in the journal instead of a million rows: enough to take the whole job back. */
export const jobReceipt = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('import'),
    importId: z.int(),
    /** Exercises of the coach's own that the import made, and what each name in its files was taken for before. */
    exerciseIds: z.array(z.int()),
    names: z.array(z.object({ nameKey: z.string(), before: z.int().optional() })),
  }),
  z.object({ kind: z.literal('sample'), athleteIds: z.array(z.int()) }),
]);

export type JobReceipt = z.infer<typeof jobReceipt>;

export interface Step {
  readonly step: number;
  readonly label: string;
  readonly at: string;
  readonly athlete?: string | undefined;
  readonly topics: readonly Topic[];
  readonly isUndone: boolean;
  readonly receipt?: JobReceipt | undefined;
}

const topicNames = new Set<string>(TOPICS);
const isTopic = (name: string): name is Topic => topicNames.has(name);

const stepRow = z
  .object({
    step: z.int(),
    label: z.string(),
    at: z.string(),
    athlete: optional(z.string()),
    topics: textList.transform((names) => names.filter(isTopic)),
    is_undone: flag,
    receipt_json: optional(z.string()),
  })
  .transform(({ is_undone, receipt_json, ...row }): Step => ({
    ...row,
    isUndone: is_undone,
    ...(receipt_json === undefined ? {} : { receipt: jobReceipt.parse(JSON.parse(receipt_json)) }),
  }));

const SELECT_STEP = `SELECT j.step, j.label, j.at, a.name AS athlete, j.topics, j.is_undone, j.receipt_json
  FROM journal j LEFT JOIN athlete a ON a.id = j.athlete_id`;

/** The newest step that still stands, which is what Undo would take back. */
export const stepToUndo = (db: ReadDb): Step | undefined =>
  readOne(db, stepRow, `${SELECT_STEP} WHERE j.is_undone = 0 ORDER BY j.step DESC LIMIT 1`);

/** The oldest undone step, which is what Redo would bring again. */
export const stepToRedo = (db: ReadDb): Step | undefined =>
  readOne(db, stepRow, `${SELECT_STEP} WHERE j.is_undone = 1 ORDER BY j.step LIMIT 1`);

export const listSteps = (db: ReadDb, athleteId: number | undefined, limit: number): Step[] =>
  readAll(
    db,
    stepRow,
    `${SELECT_STEP} WHERE (?1 IS NULL OR j.athlete_id = ?1) ORDER BY j.step DESC LIMIT ?2`,
    athleteId,
    limit,
  );

interface NewStep {
  readonly label: string;
  readonly at: string;
  readonly athleteId?: number | undefined;
  readonly topics: readonly Topic[];
}

/** Something new was done: what was undone before it can no longer be redone. */
const forgetUndone = (db: WriteDb): void => {
  change(db, 'DELETE FROM journal WHERE is_undone = 1');
};

/** Writes a step into history: a job's, which is kept, or a command's, which is kept if it turns out to change anything. */
export const addStep = (db: WriteDb, step: NewStep, receipt?: JobReceipt): number => {
  if (receipt !== undefined) forgetUndone(db);
  const { id } = change(
    db,
    'INSERT INTO journal (label, at, athlete_id, topics, receipt_json) VALUES (?, ?, ?, ?, ?)',
    step.label,
    step.at,
    step.athleteId,
    JSON.stringify(step.topics),
    receipt === undefined ? undefined : JSON.stringify(receipt),
  );
  return id;
};

/** Runs the work while every changed row leaves its inverse under this step. */
export const recordingInto = <T>(db: WriteDb, step: number, work: () => T): T => {
  change(db, 'UPDATE recording SET step = ?', step);
  try {
    return work();
  } finally {
    change(db, 'UPDATE recording SET step = NULL');
  }
};

const changeCount = z.object({ n: z.int() });

/** False, and no step kept, when nothing was changed: an edit that edits nothing is not something to undo. */
export const keepStepIfChanged = (db: WriteDb, step: number): boolean => {
  const found = readOne(db, changeCount, 'SELECT count(*) AS n FROM journal_change WHERE step = ?', step);
  if (found !== undefined && found.n > 0) {
    forgetUndone(db);
    return true;
  }
  change(db, 'DELETE FROM journal WHERE step = ?', step);
  return false;
};

const sqlRow = z.object({ sql: z.string() });

/**
 * Replays what a step recorded, newest first, while recording the opposite under the same step:
 * so undo leaves behind what redo needs, and redo what undo needs.
 */
export const replayStep = (db: WriteDb, step: number): void => {
  const statements = readAll(db, sqlRow, 'SELECT sql FROM journal_change WHERE step = ? ORDER BY id DESC', step);
  change(db, 'DELETE FROM journal_change WHERE step = ?', step);
  db.write.pragma('defer_foreign_keys = ON');
  recordingInto(db, step, () => {
    for (const { sql } of statements) db.write.exec(sql);
  });
};

export const markUndone = (db: WriteDb, step: number, isUndone: boolean): void => {
  change(db, 'UPDATE journal SET is_undone = ? WHERE step = ?', isUndone, step);
};

/** Whether the step's changes stand row by row in the journal (a job's do only after its first undo). */
export const isJournalled = (db: ReadDb, step: number): boolean =>
  (readOne(db, changeCount, 'SELECT count(*) AS n FROM journal_change WHERE step = ?', step)?.n ?? 0) > 0;
