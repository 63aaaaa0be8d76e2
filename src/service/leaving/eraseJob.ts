import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '../../domain/kernel/result.ts';
import { backupFolder, listBackups, removeBackup } from '../backups/backupFolder.ts';
import { keepBackup } from '../backups/keepBackup.ts';
import { deleteAthlete } from '../athletes/athleteStore.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';
import { inTransaction } from '../db/transaction.ts';
import type { AllHandlers } from '../deps.ts';
import { eraseFromHistory, type ErasedSteps } from './eraseFromHistory.ts';
import { shapesThatLeave } from './tableShapes.ts';

const nameRow = z.object({ name: z.string() });

export const nameOfAthlete = (db: ReadDb, athleteId: number): string | undefined =>
  readOne(db, nameRow, 'SELECT name FROM athlete WHERE id = ?', athleteId)?.name;

const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Finds the name as words of their own, however a file's name joins them: `Anna Beck`, `anna-beck`, `Anna_Beck`. */
const namePattern = (name: string): RegExp => {
  const words = name
    .trim()
    .split(/\s+/u)
    .map(quoted)
    .join(String.raw`[\s._-]*`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'giu');
};

const ERASED = '(erased)';

const textRow = z.object({ id: z.union([z.int(), z.string()]), text: z.string() });

/** Places in which a name may stand although the row is not the athlete's: names of files and of steps. */
const WRITTEN_PLACES = [
  { table: 'journal', key: 'step', column: 'label' },
  { table: 'import_file', key: 'id', column: 'file' },
  { table: 'import_file', key: 'id', column: 'athlete' },
] as const;

/** Texts in a reading as JSON; what they are called stays. */
const without = (value: unknown, pattern: RegExp): unknown => {
  if (typeof value === 'string') return value.replaceAll(pattern, ERASED);
  if (Array.isArray(value)) return value.map((one) => without(one, pattern));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, without(one, pattern)]));
};

const strikeOutOfReadings = (db: WriteDb, pattern: RegExp): void => {
  for (const { id, text } of readAll(db, textRow, 'SELECT id, reading_json AS text FROM import_file')) {
    if (text.search(pattern) === -1) continue;
    const struck = JSON.stringify(without(JSON.parse(text), pattern));
    change(db, 'UPDATE import_file SET reading_json = ? WHERE id = ?', struck, id);
  }
};

const strikeOut = (db: WriteDb, name: string): void => {
  const pattern = namePattern(name);
  for (const { table, key, column } of WRITTEN_PLACES)
    for (const { id, text } of readAll(db, textRow, `SELECT ${key} AS id, ${column} AS text FROM ${table}`)) {
      const struck = text.replaceAll(pattern, ERASED);
      if (struck !== text) change(db, `UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`, struck, id);
    }
  strikeOutOfReadings(db, pattern);
  for (const { id, text } of readAll(db, textRow, 'SELECT id, file AS text FROM known_file'))
    if (text.search(pattern) !== -1) change(db, 'DELETE FROM known_file WHERE id = ?', id);
};

/** Receipts of imports that are of nobody any more. */
const deleteEmptyImports = (db: WriteDb): void => {
  const used = shapesThatLeave(db).flatMap(({ name, columns }) =>
    columns
      .filter(({ of }) => of === 'import')
      .map((column) => `SELECT ${column.name} FROM ${name} WHERE ${column.name} IS NOT NULL`),
  );
  const sql = `DELETE FROM import WHERE id NOT IN (${used.join(' UNION ')})`;
  // A batch is empty only once its imports are gone.
  while (change(db, sql).rows > 0);
};

const sheetRow = z.object({ id: z.int() });

/** Everything that is of the athlete alone, wherever it stands. */
const deleteAll = (db: WriteDb, athleteId: number): void => {
  db.write.pragma('defer_foreign_keys = ON');
  const shared = readAll(
    db,
    sheetRow,
    `SELECT DISTINCT s.id FROM printed_sheet s JOIN printed_session p ON p.sheet_id = s.id
     WHERE s.athlete_id IS NULL AND p.athlete_id = ?`,
    athleteId,
  );
  change(db, 'DELETE FROM import_file WHERE athlete_id = ?', athleteId);
  deleteAthlete(db, athleteId);
  for (const { id } of shared)
    change(
      db,
      'DELETE FROM printed_sheet WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM printed_session WHERE sheet_id = ?1)',
      id,
    );
  deleteEmptyImports(db);
};

const checkpointRows = z.array(z.object({ busy: z.int() }));

/** Each try waits for as long as the database waits for anybody. */
const TRIES = 2;

/**
 * Writes the whole file anew, and empties the log: what was deleted is in neither. Where another program reads on and on, such as one
 * that copies the folder, the log is emptied when the desk closes.
 */
const wipeTraces = ({ write }: WriteDb): void => {
  write.exec('VACUUM');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [result] = checkpointRows.parse(write.pragma('wal_checkpoint(TRUNCATE)'));
    if (result?.busy === 0) return;
  }
};

/** Damaged or salvaged files that lie beside the database and may hold anybody. */
export const keptAside = (databaseFile: string): string[] => {
  const name = basename(databaseFile);
  return readdirSync(dirname(databaseFile))
    .filter((file) => file.startsWith(`${name}.damaged-`) || file.startsWith(`${name}-salvaged`))
    .map((file) => join(dirname(databaseFile), file));
};

const removeOldCopies = (databaseFile: string, newest: string): number => {
  const old = listBackups(backupFolder(databaseFile)).filter(({ name }) => name !== newest);
  for (const one of old) removeBackup(one);
  for (const file of keptAside(databaseFile)) rmSync(file, { force: true });
  return old.length;
};

/** Deletes an athlete for good: from the tables, the history, the file itself, and if it is wished from the backups. */
export const eraseAthlete: AllHandlers['leaving']['erase'] = ({ athleteId, name: typed, backups }, context) => {
  const { db, databaseFile, clock, progress } = context;
  const name = nameOfAthlete(db, athleteId);
  if (name === undefined) return fail({ tag: 'AthleteNotFound', athleteId });
  if (typed.trim() !== name) return fail({ tag: 'NameNotTyped', name });
  progress({ done: 0, total: 3, doing: 'erasing' });
  db.write.pragma('secure_delete = ON');
  const steps = inTransaction(db, () => {
    const erased: ErasedSteps = eraseFromHistory(db, athleteId);
    deleteAll(db, athleteId);
    strikeOut(db, name);
    return ok(erased);
  }).value;
  wipeTraces(db);
  const folder = backupFolder(databaseFile);
  let backupsRemoved = 0;
  if (backups === 'remove') {
    // Without one that is whole, none is removed: everybody else is in them.
    const made = keepBackup(db, databaseFile, 'automatic', clock);
    backupsRemoved = removeOldCopies(databaseFile, made.name);
  }
  const left = listBackups(folder).length - (backups === 'remove' ? 1 : 0);
  return ok({ name, steps, backupsRemoved, backupsLeft: left });
};
