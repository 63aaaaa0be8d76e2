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
