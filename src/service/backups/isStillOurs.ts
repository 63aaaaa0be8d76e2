import { fail, type Result } from '../../domain/kernel/result.ts';
import { reasonOf } from '../db/fault.ts';
import type { HeldDatabase } from '../db/heldDatabase.ts';
import type { ServiceDeps } from '../deps.ts';
import { keepBackup } from './keepBackup.ts';

/** Held as a backup once, however often somebody tries to write. */
const rescuedOf = new WeakMap<HeldDatabase, string>();

const rescue = (db: HeldDatabase, deps: ServiceDeps): string | undefined => {
  const before = rescuedOf.get(db);
  if (before !== undefined) return before;
  try {
    const { name } = keepBackup(db, deps.databaseFile, 'rescued', deps.clock);
    // A log with something in it would be read into the file that lies there now.
    db.write.pragma('wal_checkpoint(TRUNCATE)');
    rescuedOf.set(db, name);
    return name;
  } catch (cause) {
    deps.log({ level: 'defect', reference: 'rescue', message: reasonOf(cause) });
    return undefined;
  }
};

/**
 * Before anything is written: whether the file under the database's name is still the one that is open. Systems let an open file be
 * removed, and what is written to it then is gone when the program ends. One that was removed is written again from what is held; one
 * that was replaced is not written over.
 */
export const isStillOurs = (
  db: HeldDatabase,
  deps: ServiceDeps,
): Result<never, { readonly tag: 'DatabaseGone'; readonly file: string; readonly rescuedAs?: string }> | undefined => {
  const file = deps.databaseFile;
  switch (db.place()) {
    case 'here':
      return undefined;
    case 'missing':
      try {
        db.writeAgain();
        return undefined;
      } catch {
        // Its folder or its disk has gone with it.
        return fail({ tag: 'DatabaseGone', file });
      }
    case 'replaced': {
      const rescuedAs = rescue(db, deps);
      return fail({ tag: 'DatabaseGone', file, ...(rescuedAs === undefined ? {} : { rescuedAs }) });
    }
  }
};
