import { fail, ok } from '../../domain/kernel/result.ts';
import type { ServiceHandlers } from '../deps.ts';
import { jobHandlers } from '../performJob.ts';
import { findImport, listImports, takeBackImport } from './importStore.ts';

export const importHandlers: ServiceHandlers['imports'] = {
  ...jobHandlers.imports,

  list: (_, { db }) => ok({ imports: listImports(db) }),

  takeBack: ({ importId }, { db, clock }) => {
    const found = findImport(db, importId);
    if (found === undefined) return fail({ tag: 'ImportNotFound', importId });
    if (found.takenBackAt !== undefined) return fail({ tag: 'ImportTakenBack', importId });
    return ok(takeBackImport(db, importId, clock.now()));
  },
};
