import { existsSync, writeFileSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Failure } from '../../domain/kernel/failure.ts';
import { bringUpToDate, openToRead } from '../db/database.ts';
import { faultOf, reasonOf } from '../db/fault.ts';
import { removeDatabase } from '../db/files.ts';
import { incomingFile } from '../db/heldDatabase.ts';
import type { ReadDb } from '../db/sql.ts';
import type { AllHandlers, JobContext } from '../deps.ts';
import { backupFolder, examine, examined, listBackups, writeNote, type Backup } from './backupFolder.ts';
import { backupViewOf } from './backupViews.ts';
import { compareWith } from './compareDatabases.ts';
import { copyBackup, readCopyFolder, writeCopyFolder } from './copyFolder.ts';
import { stampOfDatabase, type DatabaseFacts } from './databaseFacts.ts';
import { isBackedUp, keepBackup, rotate } from './keepBackup.ts';

const copyNote = z.object({ at: z.string(), failure: z.string().optional() });

const copyNoteFile = (databaseFile: string): string => join(backupFolder(databaseFile), 'copies.json');

/** How the last copy went. */
export const readCopyNote = (databaseFile: string): z.output<typeof copyNote> | undefined => {
  try {
    return copyNote.parse(JSON.parse(readFileSync(copyNoteFile(databaseFile), 'utf8')));
  } catch {
    return undefined;
  }
};

/** Copies are a second safety: one that fails is told on the screen, and hinders nothing. */
const copyBesides = ({ db, databaseFile, clock }: JobContext, backup: Backup): void => {
  const folder = readCopyFolder(db);
  if (folder === undefined) return;
  const failure = copyBackup(backup, folder, databaseFile);
  writeFileSync(
    copyNoteFile(databaseFile),
    JSON.stringify({ at: clock.now(), ...(failure === undefined ? {} : { failure }) }),
  );
};

/** Damage is not this job's to tell: it concerns everything, and the service deals with it. */
const backupFailed = (cause: unknown, before?: 'restore' | 'import'): Extract<Failure, { tag: 'BackupFailed' }> => {
  if (faultOf(cause) === 'damaged') throw cause;
  return { tag: 'BackupFailed', reason: reasonOf(cause), ...(before === undefined ? {} : { before }) };
};

export const makeBackup: AllHandlers['backups']['make'] = ({ kind }, context) => {
  const { db, databaseFile, clock, progress } = context;
  progress({ done: 0, total: 1, doing: 'copying and checking' });
  try {
    if (kind === 'automatic' && isBackedUp(db, databaseFile)) {
      const newest = listBackups(backupFolder(databaseFile))[0];
      // A copy that failed yesterday is tried again.
      if (newest !== undefined) copyBesides(context, newest);
      return ok({ removed: 0 });
    }
    const made = keepBackup(db, databaseFile, kind, clock);
    copyBesides(context, made);
    return ok({ made: backupViewOf(made, stampOfDatabase(db)), removed: rotate(backupFolder(databaseFile)) });
  } catch (cause) {
    return fail(backupFailed(cause));
  }
};

/** The backup that precedes something large. Nothing is done without it. */
export const keepBefore = (
  { db, databaseFile, clock }: Pick<JobContext, 'databaseFile' | 'clock'> & { readonly db: ReadDb },
  before: 'restore' | 'import',
): Result<{ readonly name?: string }, Extract<Failure, { tag: 'BackupFailed' }>> => {
  try {
    if (before === 'import' && isBackedUp(db, databaseFile)) return ok({});
    const { name } = keepBackup(db, databaseFile, before === 'restore' ? 'beforeRestore' : 'beforeImport', clock);
    rotate(backupFolder(databaseFile));
    return ok({ name });
  } catch (cause) {
    return fail(backupFailed(cause, before));
  }
};

const backupNamed = (databaseFile: string, name: string): Backup | undefined =>
  listBackups(backupFolder(databaseFile)).find((one) => one.name === name);

export const compareBackup: AllHandlers['backups']['compare'] = ({ name }, { db, databaseFile }) => {
  const backup = backupNamed(databaseFile, name);
  if (backup === undefined) return fail({ tag: 'BackupNotFound', name });
  const { isSound, why } = examined(backup);
  if (!isSound) return fail({ tag: 'BackupUnusable', name, why: why ?? 'damaged' });
  return ok(compareWith(db, backup.path));
};

type Source = { readonly path: string; readonly called: string };

const sourceOf = (
  databaseFile: string,
  from: Parameters<AllHandlers['backups']['restore']>[0]['from'],
): Source | undefined => {
  if (from.kind === 'file')
    return isAbsolute(from.path) && existsSync(from.path)
      ? { path: from.path, called: basename(from.path) }
      : undefined;
  const backup = backupNamed(databaseFile, from.name);
  return backup && { path: backup.path, called: backup.name };
};

/** Reads the whole of a sound file into one that waits to be put in place, and brings it up to date. */
const makeReady = (path: string, { db, databaseFile, canBeRead }: JobContext): void => {
  const incoming = incomingFile(databaseFile);
  removeDatabase(incoming);
  const source = openToRead(path);
  try {
    source.read.prepare('VACUUM INTO ?').run(incoming);
  } finally {
    source.read.close();
  }
  bringUpToDate(incoming, (restored) => {
    // Where copies go is this computer's, whatever it was when the backup was made.
    if (canBeRead) writeCopyFolder(restored, copyFolderNow(db));
  });
};

/** A damaged database may not even tell that. */
const copyFolderNow = (db: ReadDb): string | undefined => {
  try {
    return readCopyFolder(db);
  } catch (cause) {
    if (faultOf(cause) === 'damaged') return undefined;
    throw cause;
  }
};

/** What is there now is kept first: as a backup where it can be read, else as it is (when its place is taken). */
const keepPresent = (context: JobContext): ReturnType<typeof keepBefore> => {
  if (!context.canBeRead) return ok({});
  try {
    return keepBefore(context, 'restore');
  } catch (cause) {
    if (faultOf(cause) === 'damaged') return ok({});
    throw cause;
  }
};

/** Makes a backup ready to take the place of the database; the service then puts it there. */
export const restoreBackup: AllHandlers['backups']['restore'] = ({ from }, context) => {
  const { databaseFile, progress } = context;
  const source = sourceOf(databaseFile, from);
  if (source === undefined) return fail({ tag: 'BackupNotFound', name: from.kind === 'file' ? from.path : from.name });
  progress({ done: 0, total: 3, doing: 'checking the backup' });
  const found = examine(source.path);
  if (from.kind === 'backup' && !found.isSound) writeNote(source.path, found);
  if (!found.isSound || found.facts === undefined) {
    return fail({ tag: 'BackupUnusable', name: source.called, why: found.why ?? 'damaged' });
  }
  const facts: DatabaseFacts = found.facts;
  progress({ done: 1, total: 3, doing: 'keeping what is there now' });
  // Made ready first: the backup that is restored may be the one that rotation would take next.
  try {
    makeReady(source.path, context);
  } catch (cause) {
    removeDatabase(incomingFile(databaseFile));
    if (faultOf(cause) === 'damaged') return fail({ tag: 'BackupUnusable', name: source.called, why: 'damaged' });
    return fail({ tag: 'BackupFailed', reason: reasonOf(cause), before: 'restore' });
  }
  const kept = keepPresent(context);
  if (!kept.ok) {
    removeDatabase(incomingFile(databaseFile));
    return kept;
  }
  progress({ done: 2, total: 3, doing: 'putting it in place' });
  return ok({
    restored: source.called,
    facts,
    ...(kept.value.name === undefined ? {} : { keptAs: kept.value.name }),
  });
};
