import { z } from 'zod';
import type { DraftActivity } from '../../domain/imports/draft.ts';
import { mergeRuns, type SourcedRun } from '../../domain/imports/mergeRuns.ts';
import { FACT_COLUMNS, factShape, factsIn, factsOf } from './runFacts.ts';
import { optional } from '../db/columns.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

const told = {
  source: z.string(),
  source_id: optional(z.string()),
  import_id: optional(z.int()),
  import_key: optional(z.string()),
  ...factShape,
};

const TOLD_COLUMNS = Object.keys(told).join(', ');

const asSourced = (row: z.output<z.ZodObject<typeof told>>) => ({
  source: row.source,
  sourceId: row.source_id,
  importId: row.import_id,
  importKey: row.import_key,
  ...factsIn(row),
});

type Told = SourcedRun & Pick<ReturnType<typeof asSourced>, 'sourceId' | 'importId' | 'importKey'>;

const knownRunRow = z
  .object({ id: z.int(), ...told })
  .transform(({ id, ...row }) => ({ runId: id, ...asSourced(row) }));

export type KnownRun = z.output<typeof knownRunRow>;

/** An athlete's runs of some days that no file of this format brought: what another app may have too. */
export const runsOfOtherApps = (db: ReadDb, athleteId: number, format: string, from: string, to: string): KnownRun[] =>
  readAll(
    db,
    knownRunRow,
    `SELECT id, ${TOLD_COLUMNS} FROM run r WHERE athlete_id = ?1 AND source <> ?2 AND performed_on BETWEEN ?3 AND ?4
       AND NOT EXISTS (SELECT 1 FROM run_source s WHERE s.run_id = r.id AND s.source = ?2)`,
    athleteId,
    format,
    from,
    to,
  );

const INSERT_SOURCE = `INSERT INTO run_source (run_id, athlete_id, source, source_id, import_id, import_key,
    ${FACT_COLUMNS.join(', ')})
  VALUES (?, ?, ?, ?, ?, ?, ${FACT_COLUMNS.map(() => '?').join(', ')})`;

const insertSource = (db: WriteDb, runId: number, athleteId: number, one: Told): void => {
  change(db, INSERT_SOURCE, runId, athleteId, one.source, one.sourceId, one.importId, one.importKey, ...factsOf(one));
};

const sourceRow = z.object({ id: z.int(), ...told }).transform(({ id, ...row }) => ({ id, ...asSourced(row) }));

const sourcesOf = (db: ReadDb, runId: number) =>
  readAll(db, sourceRow, `SELECT id, ${TOLD_COLUMNS} FROM run_source WHERE run_id = ? ORDER BY id`, runId);

const TELL_ANEW = `UPDATE run SET ${FACT_COLUMNS.map((column) => `${column} = ?`).join(', ')}
  WHERE id = ? AND edited_at IS NULL`;

/** Writes a run as its apps tell it together; what the coach edited stays. */
const tellAnew = (db: WriteDb, runId: number, sources: readonly SourcedRun[]): void => {
  const { run } = mergeRuns(sources);
  change(db, TELL_ANEW, ...factsOf(run), runId);
};

const ownRow = z.object({ athlete_id: z.int(), ...told });

/** A run that is there already, as another app has it: kept beside what is known, and the run told from both. */
export const mergeIntoRun = (
  db: WriteDb,
  runId: number,
  format: string,
  batch: number,
  incoming: DraftActivity,
): void => {
  const own = readOne(db, ownRow, `SELECT athlete_id, ${TOLD_COLUMNS} FROM run WHERE id = ?`, runId);
  if (own === undefined) throw new Error(`run ${runId} is gone while it is merged`);
  if (sourcesOf(db, runId).length === 0) insertSource(db, runId, own.athlete_id, asSourced(own));
  insertSource(db, runId, own.athlete_id, {
    ...incoming,
    source: format,
    sourceId: incoming.sourceId,
    importId: batch,
    importKey: incoming.importKey,
  });
  tellAnew(db, runId, sourcesOf(db, runId));
};

const runIdRow = z.object({ run_id: z.int() });

/** The run belongs to the first app that is left. */
const handOver = (db: WriteDb, runId: number, { source, sourceId, importId, importKey }: Told): void => {
  change(
    db,
    'UPDATE run SET source = ?, source_id = ?, import_id = ?, import_key = ? WHERE id = ?',
    source,
    sourceId,
    importId,
    importKey,
    runId,
  );
};

/** Takes what an import said of runs that other apps have too; they are told from what is left. Returns how many. */
export const unmergeImport = (db: WriteDb, importId: number): number => {
  const runs = readAll(db, runIdRow, 'SELECT DISTINCT run_id FROM run_source WHERE import_id = ?', importId);
  for (const { run_id: runId } of runs) {
    change(db, 'DELETE FROM run_source WHERE run_id = ? AND import_id = ?', runId, importId);
    const left = sourcesOf(db, runId);
    const [first] = left;
    if (first === undefined) continue;
    tellAnew(db, runId, left);
    handOver(db, runId, first);
    if (left.length === 1) change(db, 'DELETE FROM run_source WHERE run_id = ?', runId);
  }
  return runs.length;
};
