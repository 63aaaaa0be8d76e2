import type { PrintedLine } from '../sheets/printedSession.ts';

/** What was done, or is to be done, in one set. Kilograms, seconds, metres; RPE 1 to 10. */
export interface DoneSet {
  readonly reps?: number | undefined;
  readonly holdS?: number | undefined;
  readonly distanceM?: number | undefined;
  readonly loadKg?: number | undefined;
  readonly rpe?: number | undefined;
}

/** One set as paper asks for it. */
export interface PlannedSet extends Omit<DoneSet, 'rpe'> {
  /** Whether a load belongs to it, also where paper leaves it to the athlete. */
  readonly takesLoad: boolean;
}

/** Where nothing was planned that Ironstride understood: all of a set must be typed. */
export const NOTHING_PLANNED: PlannedSet = { takesLoad: true };

/** The set that stands behind every box of a line; `undefined` where the coach's words were not understood. */
export const plannedSetOf = ({ prescription, loadKg }: PrintedLine): PlannedSet | undefined => {
  if (prescription === undefined) return undefined;
  const { reps, contacts, holdS, distanceM, basis } = prescription;
  const amount = reps ?? contacts;
  return {
    ...(amount === undefined ? {} : { reps: amount }),
    ...(holdS === undefined ? {} : { holdS }),
    ...(distanceM === undefined ? {} : { distanceM }),
    ...(loadKg === undefined ? {} : { loadKg }),
    takesLoad: basis.kind !== 'bodyweight' && basis.kind !== 'mvc',
  };
};

/** What a box says that differs from its plan; empty: as planned. */
export type Deviation = DoneSet;

/** Amounts that were typed take the place of the planned ones; of `4×3 s`, either may be typed alone. */
const amountOf = (planned: PlannedSet, typed: Deviation): Pick<DoneSet, 'reps' | 'holdS' | 'distanceM'> => {
  const { reps, holdS, distanceM } = typed;
  if (reps === undefined && holdS === undefined && distanceM === undefined) {
    return { reps: planned.reps, holdS: planned.holdS, distanceM: planned.distanceM };
  }
  const isRepsOfHolds = planned.reps !== undefined && planned.holdS !== undefined;
  return {
    reps: reps ?? (holdS !== undefined && isRepsOfHolds ? planned.reps : undefined),
    holdS: holdS ?? (reps !== undefined && isRepsOfHolds ? planned.holdS : undefined),
    distanceM,
  };
};

/** Without the fields that say nothing. */
const said = (set: DoneSet): DoneSet => ({
  ...(set.reps === undefined ? {} : { reps: set.reps }),
  ...(set.holdS === undefined ? {} : { holdS: set.holdS }),
  ...(set.distanceM === undefined ? {} : { distanceM: set.distanceM }),
  ...(set.loadKg === undefined ? {} : { loadKg: set.loadKg }),
  ...(set.rpe === undefined ? {} : { rpe: set.rpe }),
});

/** The set that was done: as planned but for what was typed. */
export const doneSet = (planned: PlannedSet, typed: Deviation): DoneSet =>
  said({ ...amountOf(planned, typed), loadKg: typed.loadKg ?? planned.loadKg, rpe: typed.rpe });

/** The other way: what would have to be typed for this set to have been done. */
export const deviationOf = (planned: PlannedSet, done: DoneSet): Deviation => {
  const isSameAmount =
    done.reps === planned.reps && done.holdS === planned.holdS && done.distanceM === planned.distanceM;
  const amount = isSameAmount ? {} : { reps: done.reps, holdS: done.holdS, distanceM: done.distanceM };
  // Apps write body weight as a load of nothing.
  const loadKg = (done.loadKg ?? 0) === (planned.loadKg ?? 0) ? undefined : (done.loadKg ?? 0);
  return said({ ...amount, loadKg, rpe: done.rpe });
};
