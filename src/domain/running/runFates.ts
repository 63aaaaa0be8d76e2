import { addDays, mondayOf, type PlainDate } from '../kernel/plainDate.ts';
import { judgeRuns, type DoneRun, type PlannedRun, type RunFate } from './plannedRuns.ts';

/** What became of a run, or what may still: `planned` is to come, `open` is past in a week that is not over. */
export type FateNow = RunFate | 'planned' | 'open';

export interface DayFate<D extends DoneRun = DoneRun> {
  readonly fate: FateNow;
  readonly done?: D | undefined;
}

/** The runs of a day as one, as hard as the hardest: two short ones that were done are not a long one cut and a short one missed. */
export const dayByDay = (runs: readonly PlannedRun[]): readonly PlannedRun[] =>
  [...Map.groupBy(runs, ({ on }) => on)].map(([on, all]) => {
    const isKnown = all.every(({ distanceM }) => distanceM !== undefined);
    const isTimed = all.every(({ durationS }) => durationS !== undefined);
    const efforts = all.flatMap(({ targetRpe }) => targetRpe ?? []);
    return {
      on,
      isKey: all.some(({ isKey }) => isKey),
      ...(all.some(({ isWritten }) => isWritten === true) ? { isWritten: true } : {}),
      ...(isKnown ? { distanceM: all.reduce((sum, { distanceM = 0 }) => sum + distanceM, 0) } : {}),
      ...(isTimed ? { durationS: all.reduce((sum, { durationS = 0 }) => sum + durationS, 0) } : {}),
      ...(efforts.length > 0 ? { targetRpe: Math.max(...efforts) } : {}),
    };
  });

/**
 * What became of the runs of each day (S11: moved is not missed), and the runs that were done and stand in no plan. A run that may still be
 * done in its week is not missed.
 */
export const runFates = <D extends DoneRun>(
  planned: readonly PlannedRun[],
  done: readonly D[],
  today: PlainDate,
): { readonly fates: ReadonlyMap<PlainDate, DayFate<D>>; readonly extra: readonly D[] } => {
  const judged = judgeRuns(dayByDay(planned), done);
  const isOver = (on: PlainDate): boolean => addDays(mondayOf(on), 7) <= today;
  const fates = new Map(
    judged.map(({ planned: { on }, fate, done: found }): [PlainDate, DayFate<D>] => {
      if (fate !== 'missed') return [on, { fate, done: found }];
      if (on >= today) return [on, { fate: 'planned' }];
      return [on, { fate: isOver(on) ? 'missed' : 'open' }];
    }),
  );
  const used = new Set(judged.flatMap(({ done: found }) => found?.on ?? []));
  return { fates, extra: done.filter(({ on }) => !used.has(on)) };
};
