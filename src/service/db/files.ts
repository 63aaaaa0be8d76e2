import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** What SQLite keeps beside a database while it is open. */
const BESIDE = ['-wal', '-shm', '-journal'] as const;

/** Removes a database file with what belongs to it. */
export const removeDatabase = (file: string): void => {
  for (const path of [file, ...BESIDE.map((ending) => `${file}${ending}`)]) rmSync(path, { force: true });
};

/** Makes sure that what was written is on the disk and not only on its way there. */
export const settleOnDisk = (path: string): void => {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } catch {
    // Some systems cannot do that for a folder, or for a file that is open to read only.
  } finally {
    closeSync(file);
  }
};

/** Renames in one step: whoever looks finds the old file or the new one, whole. */
export const putInPlace = (from: string, to: string): void => {
  settleOnDisk(from);
  renameSync(from, to);
  if (process.platform !== 'win32') settleOnDisk(dirname(to));
};

/** A name that is still free: nothing that is kept is ever written over. */
export const freeName = (wanted: string): string => {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!existsSync(name)) return name;
  }
};

/** A second name for the same file, or where the disk knows no such thing a copy. */
const sameUnder = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
};

/** Keeps a damaged database under a name of its own, with the log in which its last changes may stand. */
export const keepAside = (file: string, name: string): string | undefined => {
  if (!existsSync(file)) return undefined;
  const aside = freeName(name);
  sameUnder(file, aside);
  if (existsSync(`${file}-wal`)) sameUnder(`${file}-wal`, `${aside}-wal`);
  return aside;
};
