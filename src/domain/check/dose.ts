import { LOWER_PATTERNS, type Exercise } from '../exercises/exercise.ts';
import { plannedEffort, plannedPercent } from '../programs/levers.ts';
import type { Prescription } from '../programs/program.ts';
import { isHardSet } from '../strength/hardSets.ts';
import type { PlacedSlot } from './places.ts';

/** Repetitions of a set, a range by its upper end. */
export const mostReps = ({ reps, repsTo }: Prescription): number => repsTo ?? reps ?? 0;

export const setsOf = (prescriptions: readonly Prescription[]): number =>
  prescriptions.reduce((sum, { sets }) => sum + sets, 0);

/** Planned as a share of the maximum, not by effort. */
export const isByPercent = ({ basis }: Prescription): boolean =>
  basis.kind === 'pct1rm' || basis.kind === 'pctTm' || basis.kind === 'rm';

export const isLower = ({ pattern }: Exercise): boolean => LOWER_PATTERNS.includes(pattern);

export const isJump = ({ pattern }: Exercise): boolean => pattern.startsWith('plyo');

const isHard = (one: Prescription): boolean => {
  const percent = plannedPercent(one);
  const rpe = plannedEffort(one);
  const { reps, holdS } = one;
  return isHardSet({ kind: 'work', reps, holdS, rpe, loadKg: percent }, percent === undefined ? undefined : 100);
};

/** Planned hard sets of the lower body in a slot (§5, R2.3). */
export const lowerHardSets = ({ slot, exercise }: PlacedSlot): number =>
  isLower(exercise) ? setsOf(slot.prescriptions.filter(isHard)) : 0;

export const lowerHardSetsOf = (slots: readonly PlacedSlot[]): number =>
  slots.reduce((sum, slot) => sum + lowerHardSets(slot), 0);

/** So few repetitions without a word on effort are taken for hard [D]. */
const FEW_REPS = 6;
const HARD_EFFORT = 7;

/**
 * Whether a lower-body lift reaches a share of the maximum, in per cent; where none is planned, a main lift at RPE 7 or more.
 * Calves and holds are no heavy lifts; assistance is none unless it is planned by per cent [D].
 */
const reaches = ({ slot, exercise }: PlacedSlot, percent: number): boolean => {
  if (!isLower(exercise) || exercise.pattern === 'calf') return false;
  return slot.prescriptions.some((one) => {
    if (one.holdS !== undefined || (slot.role !== 'main' && !isByPercent(one))) return false;
    const planned = plannedPercent(one);
    if (planned !== undefined) return planned >= percent;
    return (plannedEffort(one) ?? (mostReps(one) <= FEW_REPS ? HARD_EFFORT : 0)) >= HARD_EFFORT;
  });
};

/** A lift that running has to absorb [D]: 70 % or more, or a main lift at RPE 7 or more (R6 H1, H4). */
export const isHardLift = (placed: PlacedSlot): boolean => reaches(placed, 70);

/** A heavy lift (R2.12): 80 % or more, or a main lift at RPE 7 or more. */
export const isHeavyLift = (placed: PlacedSlot): boolean => reaches(placed, 80);
