import { childrenTicks } from './treeMemory.ts';

const LOOK_AGAIN_MS = 100;
const QUIET_MS = 1000;
/** Of one processor. */
const QUIET_SHARE = 0.05;
const TICKS_A_SECOND = 100;

interface Look {
  readonly at: number;
  /** Ticks that were taken since the looking began. */
  readonly taken: number;
}

/** What ended between two looks takes nothing back. */
const takenBetween = (before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): number =>
  [...now].reduce((sum, [pid, ticks]) => sum + ticks - (before.get(pid) ?? 0), 0);

/**
 * When the processes that this one has started, all together, have come to rest: the clock's time at which the first second began
 * in which they took less than 5 % of a processor. That second itself is not counted.
 */
export const untilAtRest = async (patienceMs: number): Promise<number> => {
  const began = performance.now();
  let ticks = childrenTicks();
  const looks: Look[] = [{ at: began, taken: 0 }];
  for (;;) {
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
    const now = childrenTicks();
    const look = { at: performance.now(), taken: (looks.at(-1)?.taken ?? 0) + takenBetween(ticks, now) };
    ticks = now;
    looks.push(look);
    const before = looks.findLast(({ at }) => look.at - at >= QUIET_MS);
    const most = (QUIET_SHARE * TICKS_A_SECOND * (look.at - (before?.at ?? look.at))) / 1000;
    if (before !== undefined && look.taken - before.taken < most) return before.at;
    if (look.at - began > patienceMs) throw new Error(`no rest within ${patienceMs / 1000} s`);
  }
};
