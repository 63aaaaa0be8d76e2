import { z } from 'zod';
import { TOPICS, type Thread, type Topic } from '../../contract/operation.ts';
import { athleteId } from '../../contract/schemas/scalars.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { countRow, flag, optional, textList } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** What a job leaves in the journal instead of a million rows: enough to take the whole job back. */
export const jobReceipt = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('import'),
    importId: z.int(),
    /** Exercises of the coach's own that the import made, and what each name in its files was taken for before. */
    exerciseIds: z.array(z.int()),
    names: z.array(z.object({ nameKey: z.string(), before: z.int().optional() })),
    /** Files by their headings whose columns the coach explained, and how they were explained before. */
    mappings: z.array(z.object({ signature: z.string(), before: z.string().optional() })).default([]),
  }),
  z.object({ kind: z.literal('sample'), athleteIds: z.array(z.int()) }),
  /** Athletes that came from another desk, and the exercises that came with them. */
  z.object({ kind: z.literal('handOver'), athleteIds: z.array(z.int()), exerciseIds: z.array(z.int()) }),
]);

export type JobReceipt = z.infer<typeof jobReceipt>;

export interface Step {
  readonly step: number;
  readonly label: string;
  readonly at: string;
  /** Whose rows it changed, by name: the first few of them. */
  readonly athletes: readonly { readonly athleteId: AthleteId; readonly name: string }[];
  readonly athleteCount: number;
  readonly topics: readonly Topic[];
  readonly isUndone: boolean;
  readonly receipt?: JobReceipt | undefined;
}

const topicNames = new Set<string>(TOPICS);
const isTopic = (name: string): name is Topic => topicNames.has(name);

const stepAthletes = z.array(z.object({ athleteId, name: z.string() }));

const stepRow = z
  .object({
    step: z.int(),
    label: z.string(),
    at: z.string(),
    athletes: z.string().transform((json) => stepAthletes.parse(JSON.parse(json))),
    athlete_count: z.int(),
    topics: textList.transform((names) => names.filter(isTopic)),
    is_undone: flag,
    receipt_json: optional(z.string()),
  })
  .transform(({ is_undone, receipt_json, athlete_count, ...row }): Step => ({
    ...row,
    athleteCount: athlete_count,
    isUndone: is_undone,
    ...(receipt_json === undefined ? {} : { receipt: jobReceipt.parse(JSON.parse(receipt_json)) }),
  }));

/** So many athletes of a step are named. */
const NAMED = 4;

const SELECT_STEP = `SELECT j.step, j.label, j.at, j.topics, j.is_undone, j.receipt_json,
  (SELECT json_group_array(json_object('athleteId', id, 'name', name)) FROM (
     SELECT a.id, a.name FROM journal_athlete t JOIN athlete a ON a.id = t.athlete_id WHERE t.step = j.step
     ORDER BY a.name COLLATE NOCASE LIMIT ${NAMED})) AS athletes,
  (SELECT count(*) FROM journal_athlete t WHERE t.step = j.step) AS athlete_count
  FROM journal j`;

export const findStep = (db: ReadDb, step: number): Step | undefined =>
  readOne(db, stepRow, `${SELECT_STEP} WHERE j.step = ?`, step);

/** The newest step that still stands, which is what Undo would take back. */
export const stepToUndo = (db: ReadDb): Step | undefined =>
  readOne(db, stepRow, `${SELECT_STEP} WHERE j.is_undone = 0 ORDER BY j.step DESC LIMIT 1`);

/** The oldest undone step, which is what Redo would bring again. */
export const stepToRedo = (db: ReadDb): Step | undefined =>
  readOne(db, stepRow, `${SELECT_STEP} WHERE j.is_undone = 1 ORDER BY j.step LIMIT 1`);

/** Which steps are asked for; whatever is absent does not matter. */
export interface StepFilter {
  readonly athleteId?: number | undefined;
  /** Done at this instant or later. */
  readonly since?: string | undefined;
  readonly fromStep?: number | undefined;
}

const MATCHING = `WHERE (?1 IS NULL OR j.step IN (SELECT step FROM journal_athlete WHERE athlete_id = ?1))
  AND (?2 IS NULL OR j.at >= ?2) AND (?3 IS NULL OR j.step >= ?3)`;

/** The newest first; without a limit all of them. */
export const listSteps = (db: ReadDb, { athleteId: whose, since, fromStep }: StepFilter, limit?: number): Step[] =>
  readAll(db, stepRow, `${SELECT_STEP} ${MATCHING} ORDER BY j.step DESC LIMIT ?4`, whose, since, fromStep, limit ?? -1);

export const countSteps = (db: ReadDb, { athleteId: whose, since, fromStep }: StepFilter): number =>
  readOne(db, countRow, `SELECT count(*) AS n FROM journal j ${MATCHING}`, whose, since, fromStep)?.n ?? 0;

interface NewStep {
  readonly label: string;
  readonly at: string;
  readonly topics: readonly Topic[];
}

/** Whom a job was about: it is not journalled row by row, so that its receipt has to say. */
const noteAthletesOf = (db: WriteDb, step: number, receipt: JobReceipt): void => {
  switch (receipt.kind) {
    case 'import':
      change(
        db,
        `INSERT INTO journal_athlete (step, athlete_id)
         SELECT ?1, f.athlete_id FROM import_file f JOIN import i ON i.id = f.import_id
           WHERE ?2 IN (i.id, i.batch_id) AND f.athlete_id IS NOT NULL
         UNION SELECT ?1, a.athlete_id FROM import_athlete a JOIN import i ON i.id = a.import_id
           WHERE ?2 IN (i.id, i.batch_id)`,
        step,
        receipt.importId,
      );
      return;
    case 'sample':
    case 'handOver':
      for (const id of receipt.athleteIds)
        change(db, 'INSERT INTO journal_athlete (step, athlete_id) VALUES (?, ?)', step, id);
  }
};

const UNDONE = 'SELECT step FROM journal WHERE is_undone = 1';

/** Something new was done: what was undone before it can no longer be redone. An import has nothing go along with what goes. */
const forgetUndone = (db: WriteDb): void => {
  change(db, `DELETE FROM journal_change WHERE step IN (${UNDONE})`);
  change(db, `DELETE FROM journal_athlete WHERE step IN (${UNDONE})`);
  change(db, 'DELETE FROM journal WHERE is_undone = 1');
};

/** Writes a step into history: a job's, which is kept, or a command's, which is kept if it turns out to change anything. */
export const addStep = (db: WriteDb, step: NewStep, receipt?: JobReceipt): number => {
  if (receipt !== undefined) forgetUndone(db);
  const { id } = change(
    db,
    'INSERT INTO journal (label, at, topics, receipt_json) VALUES (?, ?, ?, ?)',
    step.label,
    step.at,
    JSON.stringify(step.topics),
    receipt === undefined ? undefined : JSON.stringify(receipt),
  );
  if (receipt !== undefined) noteAthletesOf(db, id, receipt);
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

/** False, and no step kept, when nothing was changed: an edit that edits nothing is not something to undo. */
export const keepStepIfChanged = (db: WriteDb, step: number): boolean => {
  const found = readOne(db, countRow, 'SELECT count(*) AS n FROM journal_change WHERE step = ?', step);
  if (found !== undefined && found.n > 0) {
    forgetUndone(db);
    return true;
  }
  change(db, 'DELETE FROM journal WHERE step = ?', step);
  return false;
};

const stepNumber = z.object({ step: z.int() });

/**
 * Lets a kept step go on with the newest one before it, when that is of the same thread, still stands, and is of other athletes: typed
 * again is a step of its own, so that undo brings back what was typed before.
 */
export const goOnWithNewest = (db: WriteDb, step: number, { key, label }: Thread): void => {
  const before = readOne(
    db,
    stepNumber,
    `SELECT step FROM journal j WHERE thread = ?1 AND step = (SELECT max(step) FROM journal WHERE step < ?2)
       AND NOT EXISTS (SELECT 1 FROM journal_athlete a JOIN journal_athlete b USING (athlete_id)
                       WHERE a.step = j.step AND b.step = ?2)`,
    key,
    step,
  );
  if (before === undefined) {
    change(db, 'UPDATE journal SET thread = ? WHERE step = ?', key, step);
    return;
  }
  change(db, 'UPDATE journal_change SET step = ? WHERE step = ?', before.step, step);
  change(db, 'UPDATE journal_athlete SET step = ? WHERE step = ?', before.step, step);
  change(
    db,
    'UPDATE journal SET label = ?1, at = (SELECT at FROM journal WHERE step = ?3) WHERE step = ?2',
    label,
    before.step,
    step,
  );
  change(db, 'DELETE FROM journal WHERE step = ?', step);
};

const sqlRow = z.object({ sql: z.string() });

/** What a step recorded, newest first: the statements by which it would be taken back. */
export const inversesOf = (db: ReadDb, step: number): string[] =>
  readAll(db, sqlRow, 'SELECT sql FROM journal_change WHERE step = ? ORDER BY id DESC', step).map(({ sql }) => sql);

/**
 * Replays what a step recorded, newest first, while recording the opposite under the same step:
 * so undo leaves behind what redo needs, and redo what undo needs.
 */
export const replayStep = (db: WriteDb, step: number): void => {
  const inverses = inversesOf(db, step);
  change(db, 'DELETE FROM journal_change WHERE step = ?', step);
  db.write.pragma('defer_foreign_keys = ON');
  recordingInto(db, step, () => {
    for (const sql of inverses) db.write.exec(sql);
  });
};

export const markUndone = (db: WriteDb, step: number, isUndone: boolean): void => {
  change(db, 'UPDATE journal SET is_undone = ? WHERE step = ?', isUndone, step);
};

/** Whether the step's changes stand row by row in the journal (a job's do only after its first undo). */
export const isJournalled = (db: ReadDb, step: number): boolean =>
  (readOne(db, countRow, 'SELECT count(*) AS n FROM journal_change WHERE step = ?', step)?.n ?? 0) > 0;
