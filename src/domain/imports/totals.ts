import type { DraftSet, ImportDraft } from './draft.ts';
import type { PlainDate } from '../kernel/plainDate.ts';

interface HeaviestSet {
  readonly exercise: string;
  readonly loadKg: number;
  readonly reps: number;
  readonly performedOn: PlainDate;
}

/** A draft in figures, to check against the app it came from. */
export interface DraftTotals {
  readonly runs: number;
  /** Of the runs alone, metres. */
  readonly distanceM: number;
  readonly sessions: number;
  /** Sets with repetitions; holds and distances are not counted here. */
  readonly sets: number;
  /** Load times repetitions of those sets, without the doubtful ones, kilograms; help from a machine is a load below 0. */
  readonly tonnageKg: number;
  /** Exercises among those sets, as printed. */
  readonly exercises: number;
  /** Of activities and sessions. */
  readonly firstDate: PlainDate | undefined;
  readonly lastDate: PlainDate | undefined;
  /** Largest load among sets with repetitions and without a doubt; the first in file order wins a tie. */
  readonly heaviestSet: HeaviestSet | undefined;
}

const isCounted = (set: DraftSet): boolean => set.reps !== undefined && set.reps > 0;

const heaviestOf = (draft: ImportDraft): HeaviestSet | undefined => {
  let heaviest: HeaviestSet | undefined;
  let heaviestLine = 0;
  for (const session of draft.sessions) {
    for (const { exercise, loadKg, reps, doubt, line } of session.sets) {
      if (loadKg === undefined || reps === undefined || reps <= 0 || doubt !== undefined) continue;
      const best = heaviest?.loadKg ?? 0;
      if (loadKg < best || loadKg <= 0 || (loadKg === best && line > heaviestLine)) continue;
      heaviest = { exercise, loadKg, reps, performedOn: session.performedOn };
      heaviestLine = line;
    }
  }
  return heaviest;
};

/** The figures of a draft. Doubtful sets are counted as sets, and stay out of tonnage and records. */
export const draftTotals = (draft: ImportDraft): DraftTotals => {
  const runs = draft.activities.filter((activity) => activity.isRun);
  const sets = draft.sessions.flatMap((session) => session.sets);
  const counted = sets.filter(isCounted);
  const dates = [...draft.activities, ...draft.sessions].map((item) => item.performedOn).toSorted();
  return {
    runs: runs.length,
    distanceM: runs.reduce((sum, run) => sum + (run.distanceM ?? 0), 0),
    sessions: draft.sessions.length,
    sets: counted.length,
    tonnageKg: counted
      .filter((set) => set.doubt === undefined)
      .reduce((sum, set) => sum + (set.loadKg ?? 0) * (set.reps ?? 0), 0),
    exercises: new Set(counted.map((set) => set.exercise)).size,
    firstDate: dates[0],
    lastDate: dates.at(-1),
    heaviestSet: heaviestOf(draft),
  };
};
