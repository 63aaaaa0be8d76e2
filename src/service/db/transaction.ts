import type { WriteDb } from './sql.ts';

/** Carries a refusal out of a transaction, so that it rolls back and still ends as a value. */
class Refused extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super('refused');
    this.outcome = outcome;
  }
}

/**
 * Runs the work in one transaction. A thrown error or a failed result rolls everything back;
 * the failed result is then returned as it is.
 */
export const inTransaction = <T extends { readonly ok: boolean }>(db: WriteDb, work: () => T): T => {
  try {
    return db.write
      .transaction(() => {
        const outcome = work();
        if (!outcome.ok) throw new Refused(outcome);
        return outcome;
      })
      .immediate();
  } catch (cause) {
    if (cause instanceof Refused) return cause.outcome as T;
    throw cause;
  }
};

/** Pages after which SQLite itself writes its log into the file. */
const PAGES_A_CHECKPOINT = 1000;

/**
 * One transaction of a job that adds very many rows, all of which point at what it has itself looked up or written in it: they are
 * not looked up again, row by row. So nothing goes along with a row that is deleted in it, either. What it has written is in the log
 * when it ends, and goes into the file when the job closes it, while whoever asked has the answer.
 */
export const inBulk = <T extends { readonly ok: boolean }>(db: WriteDb, work: () => T): T => {
  db.write.pragma('foreign_keys = OFF');
  db.write.pragma('wal_autocheckpoint = 0');
  try {
    return inTransaction(db, work);
  } finally {
    db.write.pragma('foreign_keys = ON');
    db.write.pragma(`wal_autocheckpoint = ${PAGES_A_CHECKPOINT}`);
  }
};
