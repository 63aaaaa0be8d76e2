import { z } from 'zod';
import type { knownFile } from '../../contract/schemas/watchedFolder.ts';
import { change, readAll, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** A file by its name, its size and what is in it; the hash is empty when it was not read. */
export type KnownFile = z.output<typeof knownFile>;

const alikeRow = z.object({ file: z.string(), sha256: z.string() });

/**
 * Whether a file has been imported or left out, under whatever name. Only a file of a known size is read for that; `undefined`
 * from `hashOf`: it cannot be read.
 */
export const isKnownFile = (
  db: ReadDb,
  { name, sizeBytes }: Omit<KnownFile, 'hash'>,
  hashOf: () => string | undefined,
): boolean => {
  const alike = readAll(db, alikeRow, 'SELECT file, sha256 FROM known_file WHERE size_bytes = ?', sizeBytes);
  if (alike.some(({ file, sha256 }) => sha256 === '' && file === name)) return true;
  if (!alike.some(({ sha256 }) => sha256 !== '')) return false;
  const hash = hashOf();
  return alike.some(({ sha256 }) => sha256 === hash);
};

/** Notes that a file came with an import, and is known for as long as that is. */
export const rememberImported = (db: WriteDb, importId: number, { name, sizeBytes, hash }: KnownFile): void => {
  change(
    db,
    'INSERT INTO known_file (file, size_bytes, sha256, import_id) VALUES (?, ?, ?, ?)',
    name,
    sizeBytes,
    hash,
    importId,
  );
};

export const forgetImported = (db: WriteDb, importId: number): void => {
  change(db, 'DELETE FROM known_file WHERE import_id = ?', importId);
};

export const leaveOutFile = (db: WriteDb, { name, sizeBytes, hash }: KnownFile, at: string): void => {
  change(
    db,
    'INSERT INTO known_file (file, size_bytes, sha256, left_out_at) VALUES (?, ?, ?, ?)',
    name,
    sizeBytes,
    hash,
    at,
  );
};

export const offerLeftOut = (db: WriteDb): number =>
  change(db, 'DELETE FROM known_file WHERE left_out_at IS NOT NULL').rows;

const countRow = z.object({ files: z.int() });

export const countLeftOut = (db: ReadDb): number =>
  readOne(db, countRow, 'SELECT count(*) AS files FROM known_file WHERE left_out_at IS NOT NULL')?.files ?? 0;
