import { fail, ok } from '../../domain/kernel/result.ts';
import type { ServiceHandlers } from '../deps.ts';
import { jobHandlers } from '../performJob.ts';
import { listFolder, typedFolder } from './folderListing.ts';
import { findImport, listImports, takeBackImport } from './importStore.ts';
import { leaveOutFile, offerLeftOut } from './knownFileStore.ts';
import { readWatchedFolder, writeWatchedFolder } from './watchedFolderStore.ts';

export const importHandlers: ServiceHandlers['imports'] = {
  ...jobHandlers.imports,

  list: (_, { db }) => ok({ imports: listImports(db) }),

  takeBack: ({ importId }, { db, clock }) => {
    const found = findImport(db, importId);
    if (found === undefined) return fail({ tag: 'ImportNotFound', importId });
    if (found.takenBackAt !== undefined) return fail({ tag: 'ImportTakenBack', importId });
    return ok(takeBackImport(db, importId, clock.now()));
  },
  watchedFolder: (_, { db }) => ok(named(readWatchedFolder(db))),

  watchFolder: ({ path: typed }, { db }) => {
    const path = typedFolder(typed);
    if (path !== undefined) {
      const listing = listFolder(path);
      if (!listing.ok) return listing;
    }
    writeWatchedFolder(db, path);
    return ok(named(path));
  },

  leaveOut: ({ files }, { db, clock }) => {
    for (const file of files) leaveOutFile(db, file, clock.now());
    return ok({});
  },

  offerAgain: (_, { db }) => ok({ files: offerLeftOut(db) }),
};

const named = (path: string | undefined): { path?: string } => (path === undefined ? {} : { path });
