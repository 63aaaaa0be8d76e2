import { readdirSync, statSync, type Dirent } from 'node:fs';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, normalize } from 'node:path';
import type { Failure } from '../../domain/kernel/failure.ts';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import {
  isHiddenName,
  isLoadingDown,
  isTableName,
  isUnfinishedName,
  MOST_WATCHED,
} from '../../domain/imports/watchedFiles.ts';

type FolderUnreadable = Extract<Failure, { readonly tag: 'FolderUnreadable' }>;

/** A file that may be an export. Sizes in bytes, times in milliseconds since 1970. */
export interface ListedFile {
  /** Below the folder, with `/` between. */
  readonly path: string;
  /** Where it lies on this computer. */
  readonly at: string;
  readonly name: string;
  /** The folders it lies in by name, the listed one first. */
  readonly folder: string;
  readonly sizeBytes: number;
  readonly writtenAt: number;
  /** A browser is still loading it down. */
  readonly isUnfinished: boolean;
}

export interface FolderListing {
  readonly files: readonly ListedFile[];
  /** Files that are no tables. */
  readonly passedOver: number;
  /** Folders in it that may not be read. */
  readonly closedFolders: readonly string[];
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

const FAULTS: Readonly<Record<string, FolderUnreadable['why']>> = {
  ENOENT: 'missing',
  ENOTDIR: 'noFolder',
  EACCES: 'notAllowed',
  EPERM: 'notAllowed',
};

const unreadable = (path: string, cause: unknown): FolderUnreadable => ({
  tag: 'FolderUnreadable',
  path,
  why: FAULTS[codeOf(cause)] ?? 'unreachable',
});

/** A path as it was typed, with quotes round it or from the home folder. `undefined`: nothing was typed. */
export const typedFolder = (typed: string): string | undefined => {
  const bare = typed.trim().replace(/^(["'])(.*)\1$/u, '$2');
  if (bare === '') return undefined;
  const home = /^~(?=$|[/\\])/u;
  return normalize(home.test(bare) ? bare.replace(home, () => homedir()) : bare);
};

const entriesOf = (folder: string): Result<readonly Dirent[], FolderUnreadable> => {
  try {
    return ok(readdirSync(folder, { withFileTypes: true }));
  } catch (cause) {
    return fail(unreadable(folder, cause));
  }
};

/** The file behind a name, also where the name only points to it. `undefined`: it is none, or it has just gone. */
const fileAt = (at: string): { readonly sizeBytes: number; readonly writtenAt: number } | undefined => {
  try {
    const stats = statSync(at);
    return stats.isFile() ? { sizeBytes: stats.size, writtenAt: stats.mtimeMs } : undefined;
  } catch {
    return undefined;
  }
};

/** Names as people sort them: 2 before 10. */
const inOrder = new Intl.Collator('en', { numeric: true }).compare;

interface Level {
  readonly at: string;
  /** `''`, or the name of the folder with a `/`. */
  readonly prefix: string;
  readonly folder: string;
}

const filesOn = ({ at, prefix, folder }: Level, entries: readonly Dirent[]): readonly ListedFile[] => {
  const names = new Set(entries.map(({ name }) => name));
  return entries.flatMap((entry): ListedFile[] => {
    const { name } = entry;
    if (entry.isDirectory() || !isTableName(name)) return [];
    const place = join(at, name);
    const file = fileAt(place);
    const isUnfinished = isLoadingDown(name, names);
    return file === undefined ? [] : [{ path: `${prefix}${name}`, at: place, name, folder, isUnfinished, ...file }];
  });
};

const passedOverOn = (entries: readonly Dirent[]): number =>
  entries.filter(
    (entry) =>
      !entry.isDirectory() && ![isTableName, isHiddenName, isUnfinishedName].some((isSuch) => isSuch(entry.name)),
  ).length;

/** What lies in a folder and in the folders in it, one level deep. It is only looked at: nothing is opened for writing. */
export const listFolder = (root: string): Result<FolderListing, FolderUnreadable> => {
  if (!isAbsolute(root)) return fail({ tag: 'FolderUnreadable', path: root, why: 'notWhole' });
  const own = entriesOf(root);
  if (!own.ok) return own;
  const rootName = basename(root);
  const closedFolders: string[] = [];
  const levels = [{ level: { at: root, prefix: '', folder: rootName }, entries: own.value }];
  let count = own.value.length;
  for (const entry of own.value) {
    if (!entry.isDirectory() || isHiddenName(entry.name)) continue;
    if (count > MOST_WATCHED) break;
    const level = { at: join(root, entry.name), prefix: `${entry.name}/`, folder: `${rootName}/${entry.name}` };
    const entries = entriesOf(level.at);
    if (!entries.ok) closedFolders.push(entry.name);
    else levels.push({ level, entries: entries.value });
    count += entries.ok ? entries.value.length : 0;
  }
  if (count > MOST_WATCHED) return fail({ tag: 'FolderUnreadable', path: root, why: 'tooMany' });
  return ok({
    files: levels
      .flatMap(({ level, entries }) => filesOn(level, entries))
      .toSorted((left, right) => inOrder(left.path, right.path)),
    passedOver: levels.reduce((sum, { entries }) => sum + passedOverOn(entries), 0),
    closedFolders: closedFolders.toSorted(inOrder),
  });
};

/** Whether a file is as it was when it was listed: one that is being written is not. */
export const isUnchanged = ({ at, sizeBytes, writtenAt }: ListedFile): boolean => {
  const now = fileAt(at);
  return now?.sizeBytes === sizeBytes && now.writtenAt === writtenAt;
};
