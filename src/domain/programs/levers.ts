import { roundTo } from '../kernel/quantity.ts';
import { percentOf1rm } from '../strength/rpeChart.ts';
import { DEFAULT_TM_FACTOR } from '../strength/trainingMax.ts';
import type { Prescription } from './program.ts';

/** The four ways to progress (R2.10); a slot raises at most one a week. */
export const LEVERS = ['VOLUME', 'INTENSITY', 'SELECTION', 'TIME'] as const;

export type Lever = (typeof LEVERS)[number];

/** What one slot asks for in one week. A and B sessions of a week are separate slots. */
export interface SlotDose {
  readonly exerciseKey: string;
  /** For words only. */
  readonly exerciseName?: string | undefined;
  /** Ladder level of the exercise, 1 to 5; absent when unknown. */
  readonly level?: number | undefined;
  /** Sum of the stress ratings, 0 to 18 (R8.5); absent for an exercise nobody has rated. */
  readonly stressSum?: number | undefined;
  /** One leg at a time and loaded. */
  readonly isLoadedUnilateral?: boolean | undefined;
  readonly prescriptions: readonly Prescription[];
  /** Sessions in the week: frequency belongs to TIME. */
  readonly sessionsPerWeek: number;
}

/** A lever that was raised, and by how much, in a coach's words: `18 → 24 reps (+33 %)`. */
export interface LeverRise {
  readonly lever: Lever;
  readonly by: string;
}

export type LeverFault =
  'tooManyLevers' | 'moreVolumeWithIntensity' | 'heavyWithoutLessVolume' | 'volumeStep' | 'intensityStep';

const HEAVY_PERCENT = 85;

/** An nRM is held to this effort (R2.1). */
const RM_RPE = 9;

const EPSILON = 1e-9;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Work repetitions of the slot in one session; holds count as time, not as repetitions. */
const repsOf = (dose: SlotDose): number =>
  sum(dose.prescriptions.map((one) => (one.holdS === undefined ? one.sets * (one.reps ?? 0) : 0)));

const contactsOf = (dose: SlotDose): number => sum(dose.prescriptions.map((one) => one.sets * (one.contacts ?? 0)));

const holdSecondsOf = (dose: SlotDose): number =>
  sum(dose.prescriptions.map((one) => one.sets * (one.reps ?? 1) * (one.holdS ?? 0)));

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

/** Planned per cent of the one-rep max, straight or through the RPE chart (R1.2); `undefined` where neither says. */
export const plannedPercent = ({ basis, reps }: Prescription): number | undefined => {
  if (basis.kind === 'pct1rm') return basis.fraction * 100;
  if (basis.kind === 'pctTm') return basis.fraction * DEFAULT_TM_FACTOR * 100;
  if (basis.kind === 'mvc') return basis.fraction * 100;
  if (basis.kind === 'rm') return percentOf1rm(basis.rm, RM_RPE);
  if (reps === undefined) return undefined;
  if (basis.kind === 'rpe') return percentOf1rm(reps, basis.rpe);
  return basis.kind === 'rir' ? percentOf1rm(reps, 10 - basis.rir) : undefined;
};

const plannedLoadKg = ({ basis }: Prescription): number | undefined =>
  basis.kind === 'load' ? basis.loadKg : undefined;

/** Planned effort, RPE 1 to 10: what is written, or else the cap. */
export const plannedEffort = ({ basis, rpeCap }: Prescription): number | undefined => {
  if (basis.kind === 'rpe') return basis.rpe;
  return basis.kind === 'rir' ? 10 - basis.rir : rpeCap;
};

const isByPercent = (dose: SlotDose): boolean =>
  dose.prescriptions.some(({ basis }) => ['pct1rm', 'pctTm', 'mvc'].includes(basis.kind));

/** Mean %1RM where a week is planned by it, in per cent points; `undefined` where effort alone is planned. */
const percentOf = (dose: SlotDose): number | undefined => meanOverSets(dose, plannedPercent);

/** `18 → 24 reps (+33 %)`. */
const growth = (before: number, after: number, unit: string): string =>
  `${roundTo(before, 1)} → ${roundTo(after, 1)} ${unit} (+${Math.round((after / before - 1) * 100)} %)`;

const riseOf = (before: number, after: number, unit: string): string =>
  `${roundTo(before, 1)} → ${roundTo(after, 1)}${unit} (+${roundTo(after - before, 1)})`;

const intensityRise = (previous: SlotDose, next: SlotDose): string | undefined => {
  const before = percentOf(previous);
  const after = percentOf(next);
  if ((isByPercent(previous) || isByPercent(next)) && before !== undefined && after !== undefined) {
    return after - before >= 2.5 - EPSILON ? riseOf(before, after, ' %1RM') : undefined;
  }
  const loadBefore = meanOverSets(previous, plannedLoadKg);
  const loadAfter = meanOverSets(next, plannedLoadKg);
  if (loadBefore !== undefined && loadAfter !== undefined) {
    const isRaised = previous.exerciseKey === next.exerciseKey && loadAfter >= loadBefore * 1.025 - EPSILON;
    return isRaised ? growth(loadBefore, loadAfter, 'kg') : undefined;
  }
  const effortBefore = meanOverSets(previous, plannedEffort);
  const effortAfter = meanOverSets(next, plannedEffort);
  if (effortBefore === undefined || effortAfter === undefined) return undefined;
  return effortAfter - effortBefore >= 1 - EPSILON ? riseOf(effortBefore, effortAfter, ' RPE') : undefined;
};

const volumeRise = (previous: SlotDose, next: SlotDose): string | undefined => {
  const counts: readonly (readonly [number, number, string])[] = [
    [repsOf(previous), repsOf(next), 'reps'],
    [contactsOf(previous), contactsOf(next), 'contacts'],
  ];
  const raised = counts.find(([before, after]) => after > before * 1.1 + EPSILON && after >= before + 1 && before > 0);
  return raised === undefined ? undefined : growth(...raised);
};

/** Summed stress by which a new exercise counts as harder (R2.10). */
const HARDER_STRESS = 2;

/** A new exercise counts as raised unless it is known to be no harder. */
const selectionRise = (previous: SlotDose, next: SlotDose): string | undefined => {
  if (previous.exerciseKey === next.exerciseKey) return undefined;
  const named = `${previous.exerciseName ?? previous.exerciseKey} → ${next.exerciseName ?? next.exerciseKey}`;
  if (previous.level === undefined || next.level === undefined || next.level > previous.level) return named;
  if (next.isLoadedUnilateral === true && previous.isLoadedUnilateral === false) return named;
  if (previous.stressSum === undefined || next.stressSum === undefined) return undefined;
  return next.stressSum - previous.stressSum >= HARDER_STRESS ? named : undefined;
};

/** Seconds of lowering: the first figure of a tempo. */
const eccentricS = ({ tempo }: Prescription): number | undefined => {
  const seconds = Number(tempo?.charAt(0));
  return tempo === undefined || Number.isNaN(seconds) ? undefined : seconds;
};

const timeRise = (previous: SlotDose, next: SlotDose): string | undefined => {
  if (next.sessionsPerWeek > previous.sessionsPerWeek) {
    return `${previous.sessionsPerWeek} → ${next.sessionsPerWeek} sessions a week`;
  }
  const holdBefore = holdSecondsOf(previous);
  const holdAfter = holdSecondsOf(next);
  if (holdBefore > 0 && holdAfter >= holdBefore * 1.15 - EPSILON) return growth(holdBefore, holdAfter, 's held');
  const restBefore = meanOverSets(previous, (one) => one.restS);
  const restAfter = meanOverSets(next, (one) => one.restS);
  if (restBefore !== undefined && restAfter !== undefined && restAfter <= restBefore * 0.8 + EPSILON) {
    return `rest ${Math.round(restBefore)} → ${Math.round(restAfter)} s`;
  }
  const downBefore = meanOverSets(previous, eccentricS);
  const downAfter = meanOverSets(next, eccentricS);
  if (downBefore === undefined || downAfter === undefined) return undefined;
  return downAfter - downBefore >= 1 - EPSILON ? `lowering ${riseOf(downBefore, downAfter, ' s')}` : undefined;
};

/**
 * The levers a slot raises from its last completed week that was no deload to the next (R2.10), each with its amount, in the
 * order of `LEVERS`. Range of movement is not planned and so not seen.
 */
export const leverRises = (previous: SlotDose, next: SlotDose): readonly LeverRise[] => {
  const by: Readonly<Record<Lever, string | undefined>> = {
    VOLUME: volumeRise(previous, next),
    INTENSITY: intensityRise(previous, next),
    SELECTION: selectionRise(previous, next),
    TIME: timeRise(previous, next),
  };
  return LEVERS.flatMap((lever) => (by[lever] === undefined ? [] : [{ lever, by: by[lever] }]));
};

/** The levers of `leverRises` without their amounts. */
export const leversRaised = (previous: SlotDose, next: SlotDose): readonly Lever[] =>
  leverRises(previous, next).map(({ lever }) => lever);

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
  const isTooManyReps = repsOf(previous) > 0 && repsOf(next) > largestVolume(previous, next) + EPSILON;
  const isTooManyContacts = contactsOf(previous) > 0 && contactsOf(next) > contactsOf(previous) * 1.2 + EPSILON;
  if (isTooManyReps || isTooManyContacts) faults.push('volumeStep');
  if (before > 0 && after - before > 5.5 + EPSILON) faults.push('intensityStep');
  return faults;
};
