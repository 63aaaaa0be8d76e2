import { massIn, massToKg, roundTo } from '../kernel/quantity.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { prescriptionFault } from './cellLimits.ts';
import type { LoadBasis, Prescription, PrescriptionExtras, Step } from './program.ts';

/** Why a relative cell comes to nothing, in words for a coach. */
export interface ChangeFault {
  readonly reason: string;
}

const refuse = (reason: string): Result<never, ChangeFault> => fail({ reason });

const share = (fraction: number, points: number): number => roundTo(fraction + points / 100, 6);

const loadRaised = (basis: Extract<LoadBasis, { readonly kind: 'load' }>, step: Step): LoadBasis => {
  const unit = basis.unit ?? 'kg';
  if (step.of === 'percent') return { ...basis, loadKg: roundTo(basis.loadKg * (1 + step.by / 100), 6) };
  const by = massIn(unit, massToKg(step.unit ?? unit, step.by));
  return { ...basis, loadKg: roundTo(massToKg(unit, roundTo(massIn(unit, basis.loadKg), 4) + by), 6) };
};

/** A load step: kilograms or pounds on a load, points on a percentage, halves on an effort. */
const basisRaised = (basis: LoadBasis, step: Step): Result<LoadBasis, ChangeFault> => {
  const names = step.unit === undefined ? undefined : `${step.by} ${step.unit} cannot be added to`;
  switch (basis.kind) {
    case 'pct1rm':
    case 'pctTm':
    case 'mvc':
      return names === undefined
        ? ok({ ...basis, fraction: share(basis.fraction, step.by) })
        : refuse(`${names} per cent`);
    case 'load':
      return ok(loadRaised(basis, step));
    case 'rpe':
      if (names !== undefined || step.of === 'percent') return refuse('An RPE is raised by halves: +0.5');
      return ok({ kind: 'rpe', rpe: basis.rpe + step.by });
    case 'rir':
      if (names !== undefined || step.of === 'percent')
        return refuse('Repetitions in reserve are raised by halves: +0.5');
      return ok({ kind: 'rir', rir: basis.rir + step.by });
    case 'rm':
    case 'bodyweight':
    case 'open':
      return refuse('The week before names no load to add to');
  }
};

const climbed = (basis: LoadBasis, by: number): Result<LoadBasis, ChangeFault> => {
  if (basis.kind !== 'bodyweight' && basis.kind !== 'open') return refuse('Rungs are for body weight');
  const rung = (basis.kind === 'bodyweight' ? (basis.rung ?? 0) : 0) + by;
  return ok(rung === 0 ? { kind: 'bodyweight' } : { kind: 'bodyweight', rung });
};

const AMOUNT_WORD = { reps: 'repetitions', holdS: 'seconds', contacts: 'contacts', distanceM: 'metres' } as const;

const stepped = (one: Prescription, step: Step): Result<Prescription, ChangeFault> => {
  const { of, by } = step;
  if (of === 'load' || of === 'percent' || of === 'rung') {
    const basis = of === 'rung' ? climbed(one.basis, by) : basisRaised(one.basis, step);
    return basis.ok ? ok({ ...one, basis: basis.value }) : basis;
  }
  if (of === 'sets') return ok({ ...one, sets: one.sets + by });
  const before = one[of];
  if (before === undefined) return refuse(`The week before has no ${AMOUNT_WORD[of]}`);
  const to = of === 'reps' && one.repsTo !== undefined ? { repsTo: one.repsTo + by } : {};
  return ok({ ...one, [of]: before + by, ...to });
};

const changed = (
  one: Prescription,
  steps: readonly Step[],
  extras: PrescriptionExtras,
): Result<Prescription, ChangeFault> => {
  let next = one;
  for (const step of steps) {
    const result = stepped(next, step);
    if (!result.ok) return result;
    next = result.value;
  }
  const fault = prescriptionFault(next);
  return fault === undefined ? ok({ ...next, ...extras }) : refuse(`That would not be ${fault}`);
};

/**
 * What a relative cell comes to, from the sets of the week before. Refused, with the reason in words, where a step does not fit
 * what it is added to or leads beyond what a cell can hold.
 */
export const applyChange = (
  before: readonly Prescription[],
  change: { readonly steps: readonly Step[]; readonly extras: PrescriptionExtras },
): Result<readonly Prescription[], ChangeFault> => {
  const after: Prescription[] = [];
  for (const one of before) {
    const next = changed(one, change.steps, change.extras);
    if (!next.ok) return next;
    after.push(next.value);
  }
  return ok(after);
};
