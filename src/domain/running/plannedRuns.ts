import { daysBetween, mondayOf, type PlainDate } from '../kernel/plainDate.ts';

/** A run that stands in the plan. */
export interface PlannedRun {
  readonly on: PlainDate;
  /** Quality or long. */
  readonly isKey: boolean;
  readonly distanceM?: number | undefined;
  readonly durationS?: number | undefined;
  /** How hard it is to be, RPE 1 to 10. */
  readonly targetRpe?: number | undefined;
  /** Written for that day; else it is the usual week's, which knows nothing of easy weeks. */
  readonly isWritten?: boolean | undefined;
}

/** A run that was done. */
export interface DoneRun {
  readonly on: PlainDate;
  readonly distanceM?: number | undefined;
  readonly movingS?: number | undefined;
  readonly rpe?: number | undefined;
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

/** More than this share slower than planned is slower (R7.3 D7). */
const SLOWER = 1.02;
const HARDER_RPE = 1;

/** Whether a run was slower than planned by more than 2 % and at a higher effort (R7.3 D7), or what that cannot be told for. */
export type PaceVerdict = 'kept' | 'slower' | 'notPlanned' | 'notRecorded';

const speedOf = (distanceM: number | undefined, durationS: number | undefined): number | undefined =>
  distanceM !== undefined && durationS !== undefined && distanceM > 0 && durationS > 0
    ? distanceM / durationS
    : undefined;

/** Slower than its plan says, and felt harder by one RPE or more (R7.3 D7). The pace of a plan is that of its distance in its time. */
export const paceVerdict = (planned: PlannedRun, done: DoneRun): PaceVerdict => {
  const target = speedOf(planned.distanceM, planned.durationS);
  if (target === undefined || planned.targetRpe === undefined) return 'notPlanned';
  const speed = speedOf(done.distanceM, done.movingS);
  if (speed === undefined || done.rpe === undefined) return 'notRecorded';
  return speed * SLOWER < target && done.rpe >= planned.targetRpe + HARDER_RPE ? 'slower' : 'kept';
};

/** Only what was written for the day is cut: an easy week is shorter than the usual one. */
const isCut = (planned: PlannedRun, done: DoneRun): boolean =>
  planned.isWritten === true &&
  planned.distanceM !== undefined &&
  done.distanceM !== undefined &&
  done.distanceM < CUT_SHARE * planned.distanceM;

/** The time of all runs that have a distance; unknown where one of them has none. */
const movingOf = (runs: readonly DoneRun[]): number | undefined => {
  const far = runs.filter(({ distanceM = 0 }) => distanceM > 0);
  return far.some(({ movingS }) => movingS === undefined)
    ? undefined
    : far.reduce((sum, { movingS = 0 }) => sum + movingS, 0);
};

const hardestOf = (runs: readonly DoneRun[]): number | undefined => {
  const known = runs.flatMap(({ rpe }) => rpe ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
};

/** A day's runs are one, as long as all of them and as hard as the hardest: two short ones are not a cut long one. */
const byDay = <D extends DoneRun>(done: readonly D[]): ReadonlyMap<PlainDate, D> =>
  new Map(
    [...Map.groupBy(done, ({ on }) => on)].flatMap(([on, all]): [PlainDate, D][] => {
      const last = all.at(-1);
      if (last === undefined) return [];
      if (all.length === 1) return [[on, last]];
      const distanceM = all.reduce((sum, run) => sum + (run.distanceM ?? 0), 0);
      const whole = { movingS: movingOf(all), rpe: hardestOf(all) };
      return [[on, { ...last, ...whole, ...(distanceM > 0 ? { distanceM } : {}) }]];
    }),
  );

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
