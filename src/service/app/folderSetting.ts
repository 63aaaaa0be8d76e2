import { hostname } from 'node:os';
import { z } from 'zod';
import { change, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** What a folder is for. */
type FolderUse = 'watched folder' | 'backup copies';

/** A folder is one of a computer's: on another one the same database has its own. */
const keyOf = (use: FolderUse): string => `${use} of ${hostname()}`;

const row = z.object({ value_json: z.string() });

/** The folder that is used so on this computer, if any. */
export const readFolderSetting = (db: ReadDb, use: FolderUse): string | undefined => {
  const stored = readOne(db, row, 'SELECT value_json FROM setting WHERE key = ?', keyOf(use));
  return stored === undefined ? undefined : z.string().parse(JSON.parse(stored.value_json));
};

/** `undefined`: none is used so any more. */
export const writeFolderSetting = (db: WriteDb, use: FolderUse, path: string | undefined): void => {
  if (path === undefined) {
    change(db, 'DELETE FROM setting WHERE key = ?', keyOf(use));
    return;
  }
  change(
    db,
    `INSERT INTO setting (key, value_json) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json`,
    keyOf(use),
    JSON.stringify(path),
  );
};
