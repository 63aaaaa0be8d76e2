import { randomUUID } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { fileTrouble, pickedFile } from '../../contract/schemas/watchedFolder.ts';
import { MAX_FILE_BYTES } from '../../domain/imports/fileKind.ts';
import { MOST_OFFERED } from '../../domain/imports/watchedFiles.ts';
import { ok } from '../../domain/kernel/result.ts';
import type { AllHandlers, JobContext } from '../deps.ts';
import { hashFile } from './fileHash.ts';
import { isUnchanged, listFolder, type ListedFile } from './folderListing.ts';
import { countLeftOut, isKnownFile } from './knownFileStore.ts';
import { readWatchedFolder } from './watchedFolderStore.ts';

type Trouble = z.output<typeof fileTrouble>;
type PickedFile = z.output<typeof pickedFile>;

/** Between two looks at a file: one that is being written has grown. */
const MOMENT_MS = 200;

/** A job has its thread to itself. */
const waitAMoment = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MOMENT_MS);

const hashOrNothing = (path: string): string | undefined => {
  try {
    return hashFile(path);
  } catch {
    return undefined;
  }
};

const canBeOpened = (path: string): boolean => {
  try {
    closeSync(openSync(path, 'r'));
    return true;
  } catch {
    return false;
  }
};

const troubleOf = (file: ListedFile): Trouble | undefined => {
  if (file.isUnfinished || !isUnchanged(file)) return 'beingWritten';
  if (file.sizeBytes > MAX_FILE_BYTES) return 'tooLarge';
  return canBeOpened(file.at) ? undefined : 'notReadable';
};

const NOTHING = { files: [], more: 0, passedOver: 0, closedFolders: [] };

/** Which files of the watched folder have been neither imported nor left out. */
export const lookInFolder: AllHandlers['imports']['lookInFolder'] = (_, { db, progress }) => {
  const leftOut = countLeftOut(db);
  const watched = readWatchedFolder(db);
  if (watched === undefined) return ok({ ...NOTHING, leftOut });
  const listing = listFolder(watched);
  if (!listing.ok) return listing;
  const { files, passedOver, closedFolders } = listing.value;
  const fresh = files.filter((file, index) => {
    progress({ done: index, total: files.length, doing: `looking at ${file.name}` });
    return !isKnownFile(db, file, () => hashOrNothing(file.at));
  });
  const offered = fresh.slice(0, MOST_OFFERED);
  if (offered.length > 0) waitAMoment();
  return ok({
    watched,
    files: offered.map((file) => {
      const { path, name, folder, sizeBytes, writtenAt } = file;
      const trouble = troubleOf(file);
      return { path, name, folder, sizeBytes, writtenAt, ...(trouble === undefined ? {} : { trouble }) };
    }),
    more: fresh.length - offered.length,
    passedOver,
    closedFolders: [...closedFolders],
    leftOut,
  });
};

/** Copies a file to where uploads wait. A copy of a file that was written meanwhile is thrown away. */
const pickUpOne = (file: ListedFile, uploadFolder: string, goOn: () => void): PickedFile => {
  const trouble = troubleOf(file);
  if (trouble !== undefined) return { path: file.path, trouble };
  const token = randomUUID();
  const copyAt = join(uploadFolder, token);
  const copy = openSync(copyAt, 'wx', 0o600);
  let isWhole = false;
  try {
    let sizeBytes = 0;
    const hash = hashFile(file.at, (piece) => {
      for (let at = 0; at < piece.length;) at += writeSync(copy, piece, at, piece.length - at);
      sizeBytes += piece.length;
      goOn();
    });
    isWhole = sizeBytes === file.sizeBytes && isUnchanged(file);
    return isWhole
      ? { path: file.path, picked: { token, hash, sizeBytes } }
      : { path: file.path, trouble: 'beingWritten' };
  } finally {
    closeSync(copy);
    if (!isWhole) rmSync(copyAt, { force: true });
  }
};

const pickUpAll = (files: readonly ListedFile[], { uploadFolder, progress }: JobContext): PickedFile[] =>
  files.map((file, done) => {
    const goOn = (): void => progress({ done, total: files.length, doing: file.name });
    goOn();
    return pickUpOne(file, uploadFolder, goOn);
  });

/** Copies new files of the watched folder. Only what lies there can be asked for: other paths are not answered. */
export const pickUp: AllHandlers['imports']['pickUp'] = ({ paths }, context) => {
  const watched = readWatchedFolder(context.db);
  if (watched === undefined) return ok({ files: [] });
  const listing = listFolder(watched);
  if (!listing.ok) return listing;
  const wanted = new Set(paths);
  return ok({
    files: pickUpAll(
      listing.value.files.filter(({ path }) => wanted.has(path)),
      context,
    ),
  });
};
