import { fail, ok } from '../../domain/kernel/result.ts';
import type { ServiceHandlers } from '../deps.ts';
import { jobHandlers } from '../performJob.ts';
import { backupFolder, listBackups } from './backupFolder.ts';
import { readCopyNote } from './backupJobs.ts';
import { backupViewOf } from './backupViews.ts';
import { faultOfCopyFolder, readCopyFolder, writeCopyFolder } from './copyFolder.ts';
import { readFacts, stampOfDatabase } from './databaseFacts.ts';

export const backupHandlers: ServiceHandlers['backups'] = {
  ...jobHandlers.backups,

  list: (_, { db, deps, damage, backupFailure }) => {
    const folder = backupFolder(deps.databaseFile);
    const canBeRead = damage() === undefined;
    const stamp = canBeRead ? stampOfDatabase(db) : undefined;
    const copyFolder = canBeRead ? readCopyFolder(db) : undefined;
    const lastCopy = copyFolder === undefined ? undefined : readCopyNote(deps.databaseFile);
    const failure = backupFailure();
    return ok({
      folder,
      backups: listBackups(folder).map((backup) => backupViewOf(backup, stamp)),
      ...(canBeRead ? { now: readFacts(db) } : {}),
      ...(failure === undefined ? {} : { failure }),
      ...(copyFolder === undefined ? {} : { copyFolder }),
      ...(lastCopy === undefined ? {} : { lastCopy }),
    });
  },

  copyTo: ({ path }, { db, deps }) => {
    const wanted = path.trim();
    if (wanted === '') {
      writeCopyFolder(db, undefined);
      return ok({});
    }
    const why = faultOfCopyFolder(wanted, deps.databaseFile);
    if (why !== undefined) return fail({ tag: 'CopyFolderUnusable', path: wanted, why });
    writeCopyFolder(db, wanted);
    return ok({ path: wanted });
  },
};
