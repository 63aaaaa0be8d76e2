import { hostname } from 'node:os';
import { z } from 'zod';
import { change, readOne, type ReadDb, type WriteDb } from '../db/sql.ts';

/** A folder is one of a computer's: the same database on another computer watches that one's own. */
const settingKey = (): string => `watched folder of ${hostname()}`;

const row = z.object({ value_json: z.string() });

/** The folder that is watched on this computer, if any. */
export const readWatchedFolder = (db: ReadDb): string | undefined => {
  const stored = readOne(db, row, 'SELECT value_json FROM setting WHERE key = ?', settingKey());
  return stored === undefined ? undefined : z.string().parse(JSON.parse(stored.value_json));
};

/** `undefined`: none is watched any more. */
export const writeWatchedFolder = (db: WriteDb, path: string | undefined): void => {
  if (path === undefined) {
    change(db, 'DELETE FROM setting WHERE key = ?', settingKey());
    return;
  }
  change(
    db,
    `INSERT INTO setting (key, value_json) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value_json = excluded.value_json`,
    settingKey(),
    JSON.stringify(path),
  );
};
