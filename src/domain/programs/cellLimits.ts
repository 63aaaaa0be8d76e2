import type { LoadBasis, Prescription } from './program.ts';

/** What one cell can hold. Beyond it something was mistyped. */
export const LIMITS = {
  sets: 20,
  reps: 100,
  holdS: 600,
  contacts: 400,
  distanceM: 1000,
  percent: 120,
  rir: 9,
  rm: 12,
  loadKg: 1000,
  restS: 900,
  rung: 4,
  cue: 300,
} as const;

const isWhole = (value: number | undefined, most: number): boolean =>
  value === undefined || (Number.isInteger(value) && value >= 1 && value <= most);

const isEffort = (rpe: number): boolean => rpe >= 1 && rpe <= 10 && Number.isInteger(rpe * 2);

const isShare = (fraction: number): boolean => fraction > 0 && fraction <= LIMITS.percent / 100 + 1e-9;

/** What is wrong with a load, as what was expected; `undefined` when nothing is. */
export const basisFault = (basis: LoadBasis): string | undefined => {
  switch (basis.kind) {
    case 'pct1rm':
    case 'pctTm':
    case 'mvc':
      return isShare(basis.fraction) ? undefined : `more than 0 and at most ${LIMITS.percent} %`;
    case 'rpe':
      return isEffort(basis.rpe) ? undefined : 'an RPE from 1 to 10, in halves';
    case 'rir':
      return basis.rir >= 0 && isEffort(10 - basis.rir)
        ? undefined
        : `0 to ${LIMITS.rir} repetitions in reserve, in halves`;
    case 'rm':
      return isWhole(basis.rm, LIMITS.rm) ? undefined : `1RM to ${LIMITS.rm}RM`;
    case 'load':
      return basis.loadKg > 0 && basis.loadKg <= LIMITS.loadKg
        ? undefined
        : `a load above 0 and at most ${LIMITS.loadKg} kg`;
    case 'bodyweight':
      return Math.abs(basis.rung ?? 0) <= LIMITS.rung ? undefined : `at most ${LIMITS.rung} rungs`;
    case 'open':
      return undefined;
  }
};

const amountFault = (one: Prescription): string | undefined => {
  if (!isWhole(one.sets, LIMITS.sets)) return `1 to ${LIMITS.sets} sets`;
  if (!isWhole(one.reps, LIMITS.reps)) return `1 to ${LIMITS.reps} repetitions`;
  if (!isWhole(one.repsTo, LIMITS.reps) || (one.repsTo ?? LIMITS.reps) < (one.reps ?? 1)) {
    return `a range that rises, up to ${LIMITS.reps}`;
  }
  if (!isWhole(one.holdS, LIMITS.holdS)) return `a hold of 1 to ${LIMITS.holdS} s`;
  if (!isWhole(one.contacts, LIMITS.contacts)) return `1 to ${LIMITS.contacts} contacts`;
  return isWhole(one.distanceM, LIMITS.distanceM) ? undefined : `1 to ${LIMITS.distanceM} m`;
};

/** What is wrong with a prescription, as what was expected; `undefined` when nothing is. */
export const prescriptionFault = (one: Prescription): string | undefined => {
  const { rpeCap, restS } = one;
  if (rpeCap !== undefined && !isEffort(rpeCap)) return 'an RPE cap from 1 to 10, in halves';
  if (restS !== undefined && !(restS >= 0 && restS <= LIMITS.restS)) return `a rest of at most ${LIMITS.restS} s`;
  return amountFault(one) ?? basisFault(one.basis);
};
