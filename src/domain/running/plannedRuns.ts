import { daysBetween, mondayOf, type PlainDate } from '../kernel/plainDate.ts';

/** A run that stands in the plan. */
export interface PlannedRun {
  readonly on: PlainDate;
  /** Quality or long. */
  readonly isKey: boolean;
  readonly distanceM?: number | undefined;
  /** Written for that day; else it is the usual week's, which knows nothing of easy weeks. */
  readonly isWritten?: boolean | undefined;
}

/** A run that was done. */
export interface DoneRun {
  readonly on: PlainDate;
  readonly distanceM?: number | undefined;
}

/** What became of a planned run: moved within its week is not missed; cut is less than three quarters of it. */
export type RunFate = 'done' | 'moved' | 'cut' | 'missed';

export interface JudgedRun<P extends PlannedRun = PlannedRun, D extends DoneRun = DoneRun> {
  readonly planned: P;
  readonly fate: RunFate;
  readonly done?: D | undefined;
}

/** Below this share of its distance a run counts as cut (R7.3 D4). */
const CUT_SHARE = 0.75;

/** Only what was written for the day is cut: an easy week is shorter than the usual one. */
const isCut = (planned: PlannedRun, done: DoneRun): boolean =>
  planned.isWritten === true &&
  planned.distanceM !== undefined &&
  done.distanceM !== undefined &&
  done.distanceM < CUT_SHARE * planned.distanceM;

/** A day's runs are one: two short ones are not a cut long one. */
const byDay = <D extends DoneRun>(done: readonly D[]): ReadonlyMap<PlainDate, D> => {
  const days = new Map<PlainDate, D>();
  for (const run of done) {
    const before = days.get(run.on);
    const distanceM = (before?.distanceM ?? 0) + (run.distanceM ?? 0);
    days.set(run.on, { ...run, ...(distanceM > 0 ? { distanceM } : {}) });
  }
  return days;
};

/**
 * What became of every planned run (S11: moved is not missed). A run on its day is its own; what is left of a week's runs is given to
 * the planned runs that are left, the nearest day first.
 */
export const judgeRuns = <P extends PlannedRun, D extends DoneRun>(
  planned: readonly P[],
  done: readonly D[],
): readonly JudgedRun<P, D>[] => {
  const free = new Map(byDay(done));
  const onItsDay = new Map<P, D>();
  for (const run of planned) {
    const found = free.get(run.on);
    if (found === undefined) continue;
    onItsDay.set(run, found);
    free.delete(run.on);
  }
  return planned.map((run): JudgedRun<P, D> => {
    const found = onItsDay.get(run);
    if (found !== undefined) return { planned: run, done: found, fate: isCut(run, found) ? 'cut' : 'done' };
    const [nearest] = [...free.values()]
      .filter((one) => mondayOf(one.on) === mondayOf(run.on))
      .toSorted((a, b) => Math.abs(daysBetween(a.on, run.on)) - Math.abs(daysBetween(b.on, run.on)));
    if (nearest === undefined) return { planned: run, fate: 'missed' };
    free.delete(nearest.on);
    return { planned: run, done: nearest, fate: isCut(run, nearest) ? 'cut' : 'moved' };
  });
};
