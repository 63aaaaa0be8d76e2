import { percentOf1rm } from '../strength/rpeChart.ts';
import { DEFAULT_TM_FACTOR } from '../strength/trainingMax.ts';
import type { Prescription } from './program.ts';

/** The four ways to progress (R2.10); a slot raises at most one a week. */
const LEVERS = ['VOLUME', 'INTENSITY', 'SELECTION', 'TIME'] as const;

export type Lever = (typeof LEVERS)[number];

/** What one slot asks for in one week. A and B sessions of a week are separate slots. */
export interface SlotDose {
  readonly exerciseKey: string;
  /** Ladder level of the exercise, 1 to 5; absent when unknown. */
  readonly level?: number | undefined;
  readonly prescriptions: readonly Prescription[];
  /** Sessions in the week: frequency belongs to TIME. */
  readonly sessionsPerWeek: number;
}

export type LeverFault =
  'tooManyLevers' | 'moreVolumeWithIntensity' | 'heavyWithoutLessVolume' | 'volumeStep' | 'intensityStep';

const HEAVY_PERCENT = 85;

const EPSILON = 1e-9;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Work repetitions of the slot in one session; holds count as time, not as repetitions. */
const repsOf = (dose: SlotDose): number => sum(dose.prescriptions.map((one) => one.sets * (one.reps ?? 0)));

const holdSecondsOf = (dose: SlotDose): number => sum(dose.prescriptions.map((one) => one.sets * (one.holdS ?? 0)));

/** Mean over the sets; `undefined` when any set has no value. */
const meanOverSets = (
  dose: SlotDose,
  valueOf: (prescription: Prescription) => number | undefined,
): number | undefined => {
  let total = 0;
  for (const prescription of dose.prescriptions) {
    const value = valueOf(prescription);
    if (value === undefined) return undefined;
    total += value * prescription.sets;
  }
  const sets = sum(dose.prescriptions.map((one) => one.sets));
  return sets === 0 ? undefined : total / sets;
};

/** Planned per cent of the one-rep max, straight or through the RPE chart. */
const plannedPercent = ({ basis, reps }: Prescription): number | undefined => {
  if (basis.kind === 'pct1rm') return basis.fraction * 100;
  if (basis.kind === 'pctTm') return basis.fraction * DEFAULT_TM_FACTOR * 100;
  if (reps === undefined) return undefined;
  if (basis.kind === 'rpe') return percentOf1rm(reps, basis.rpe);
  return basis.kind === 'rir' ? percentOf1rm(reps, 10 - basis.rir) : undefined;
};

const plannedLoadKg = ({ basis }: Prescription): number | undefined =>
  basis.kind === 'load' ? basis.loadKg : undefined;

const plannedEffort = ({ basis, rpeCap }: Prescription): number | undefined => {
  if (basis.kind === 'rpe') return basis.rpe;
  return basis.kind === 'rir' ? 10 - basis.rir : rpeCap;
};

const isByPercent = (dose: SlotDose): boolean =>
  dose.prescriptions.some(({ basis }) => basis.kind === 'pct1rm' || basis.kind === 'pctTm');

/** Mean %1RM where a week is planned by it, in per cent points; `undefined` where effort alone is planned. */
const percentOf = (dose: SlotDose): number | undefined => meanOverSets(dose, plannedPercent);

const isIntensityRaised = (previous: SlotDose, next: SlotDose): boolean => {
  const before = percentOf(previous);
  const after = percentOf(next);
  if ((isByPercent(previous) || isByPercent(next)) && before !== undefined && after !== undefined) {
    return after - before >= 2.5 - EPSILON;
  }
  const loadBefore = meanOverSets(previous, plannedLoadKg);
  const loadAfter = meanOverSets(next, plannedLoadKg);
  if (loadBefore !== undefined && loadAfter !== undefined) {
    return previous.exerciseKey === next.exerciseKey && loadAfter >= loadBefore * 1.025 - EPSILON;
  }
  const effortBefore = meanOverSets(previous, plannedEffort);
  const effortAfter = meanOverSets(next, plannedEffort);
  return effortBefore !== undefined && effortAfter !== undefined && effortAfter - effortBefore >= 1 - EPSILON;
};

const isVolumeRaised = (previous: SlotDose, next: SlotDose): boolean => {
  const before = repsOf(previous);
  return repsOf(next) > before * 1.1 + EPSILON && repsOf(next) >= before + 1;
};

/** A new exercise counts as raised unless it is known to be no harder. */
const isSelectionRaised = (previous: SlotDose, next: SlotDose): boolean => {
  if (previous.exerciseKey === next.exerciseKey) return false;
  return previous.level === undefined || next.level === undefined || next.level > previous.level;
};

const isTimeRaised = (previous: SlotDose, next: SlotDose): boolean => {
  if (next.sessionsPerWeek > previous.sessionsPerWeek) return true;
  const holdBefore = holdSecondsOf(previous);
  if (holdBefore > 0 && holdSecondsOf(next) >= holdBefore * 1.15 - EPSILON) return true;
  const restBefore = meanOverSets(previous, (one) => one.restS);
  const restAfter = meanOverSets(next, (one) => one.restS);
  return restBefore !== undefined && restAfter !== undefined && restAfter <= restBefore * 0.8 + EPSILON;
};

/**
 * The levers a slot raises from its last completed week that was no deload to the next (R2.10), in the order of `LEVERS`.
 * Tempo and range of movement are not planned and so not seen.
 */
export const leversRaised = (previous: SlotDose, next: SlotDose): readonly Lever[] => {
  const isRaised: Readonly<Record<Lever, boolean>> = {
    VOLUME: isVolumeRaised(previous, next),
    INTENSITY: isIntensityRaised(previous, next),
    SELECTION: isSelectionRaised(previous, next),
    TIME: isTimeRaised(previous, next),
  };
  return LEVERS.filter((lever) => isRaised[lever]);
};

/** Largest volume of one week's step: a fifth more, or one set more, whichever is larger. */
const largestVolume = (previous: SlotDose, next: SlotDose): number => {
  const repsASet = Math.max(0, ...next.prescriptions.map((one) => one.reps ?? 0));
  const sets = (dose: SlotDose): number => sum(dose.prescriptions.map((one) => one.sets));
  const isOneSetMore = sets(next) - sets(previous) <= 1;
  const before = repsOf(previous);
  return isOneSetMore ? Math.max(before * 1.2, before + repsASet) : before * 1.2;
};

/** What breaks R2.10 from one week to the next; warnings a coach may override with a reason. */
export const leverFaults = (previous: SlotDose, next: SlotDose): readonly LeverFault[] => {
  const raised = leversRaised(previous, next);
  const volumeShare = repsOf(previous) === 0 ? 0 : repsOf(next) / repsOf(previous);
  const before = percentOf(previous) ?? 0;
  const after = percentOf(next) ?? 0;
  const isHeavier = raised.includes('INTENSITY');
  const crossesHeavy = isHeavier && before < HEAVY_PERCENT - EPSILON && after >= HEAVY_PERCENT - EPSILON;
  const faults: LeverFault[] = [];
  if (raised.length > 1) faults.push('tooManyLevers');
  if (isHeavier && volumeShare > 1 + EPSILON) faults.push('moreVolumeWithIntensity');
  if (crossesHeavy && volumeShare > 0.8 + EPSILON) faults.push('heavyWithoutLessVolume');
  if (repsOf(next) > largestVolume(previous, next) + EPSILON) faults.push('volumeStep');
  if (before > 0 && after - before > 5.5 + EPSILON) faults.push('intensityStep');
  return faults;
};
