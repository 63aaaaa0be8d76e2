import type { Topic } from '../../contract/operation.ts';
import { ok } from '../../domain/kernel/result.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import type { WriteDb } from '../db/sql.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Clock } from '../deps.ts';
import type { inTurn } from '../turn.ts';
import { guardOf } from './guard.ts';
import { dueForGuard, saveGuardState } from './guardStateStore.ts';

/** Looks at everybody's running, a few athletes at a time, between whatever the coach asks for. */
export interface GuardSweep {
  /** Something may have changed, or the day has: looks soon, unless it is looking already. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** So many athletes at once: well under the time in which a key must be answered. */
const AT_ONCE = 2;
const SOON_MS = 300;
const NEXT_MS = 15;
/** The roster is told this often while there is more to look at. */
const TELL_EVERY = 40;

interface SweepDeps {
  readonly db: WriteDb;
  readonly clock: Clock;
  readonly writing: ReturnType<typeof inTurn>;
  /** Whether there is a database in its place. */
  readonly mayWrite: () => boolean;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly onDefect: (cause: unknown) => void;
}

export const createGuardSweep = ({ db, clock, writing, mayWrite, announce, onDefect }: SweepDeps): GuardSweep => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isLooking = false;
  let untold = 0;
  /** Who is to be looked at. What changes meanwhile is found when all of them are done, and they are asked for again. */
  let due: ReturnType<typeof dueForGuard> = [];

  const tell = (): void => {
    if (untold > 0) announce(['guard']);
    untold = 0;
  };

  const lookAt = (some: ReturnType<typeof dueForGuard>): void => {
    const today = clock.today();
    inTransaction(db, () => {
      for (const { athleteId, stamp } of some) {
        const athlete = findAthlete(db, athleteId);
        if (athlete === undefined) continue;
        const { level, signals } = guardOf(db, athlete, today);
        const detectors = signals.map(({ detector }) => detector);
        saveGuardState(db, { athleteId, stamp, judgedOn: today }, { level, detectors });
      }
      return ok({});
    });
    untold += some.length;
  };

  const schedule = (ms: number): void => {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(() => void look(), ms);
    timer.unref();
  };

  const look = async (): Promise<void> => {
    timer = undefined;
    isLooking = true;
    try {
      const isDone = await writing(() => {
        if (isStopped || !mayWrite()) return true;
        if (due.length === 0) due = dueForGuard(db, clock.today());
        if (due.length === 0) return true;
        lookAt(due.slice(0, AT_ONCE));
        due = due.slice(AT_ONCE);
        return false;
      });
      if (isDone || untold >= TELL_EVERY) tell();
      if (!isDone) schedule(NEXT_MS);
    } catch (cause) {
      onDefect(cause);
    } finally {
      isLooking = false;
    }
  };

  return {
    wake: () => {
      // What is recorded while it is looking is found by the look that follows this one.
      schedule(isLooking ? 2 * SOON_MS : SOON_MS);
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
};
