import { readFolderSetting, writeFolderSetting } from '../app/folderSetting.ts';
import type { ReadDb, WriteDb } from '../db/sql.ts';

/** The folder that is watched on this computer, if any. */
export const readWatchedFolder = (db: ReadDb): string | undefined => readFolderSetting(db, 'watched folder');

/** `undefined`: none is watched any more. */
export const writeWatchedFolder = (db: WriteDb, path: string | undefined): void =>
  writeFolderSetting(db, 'watched folder', path);
