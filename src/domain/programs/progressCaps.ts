import { massIn, massToKg, roundTo, type MassUnit } from '../kernel/quantity.ts';
import { DEFAULT_TM_FACTOR } from '../strength/trainingMax.ts';
import { allowedPercent, CHART_TOLERANCE, tenthDown, USUAL_CAP } from './allowedPercent.ts';
import type { LoadBasis, Prescription } from './program.ts';

/** Sets after a step, and why the step was not taken in full. */
export interface Raised {
  readonly one: Prescription;
  readonly held?: string | undefined;
}

const EPSILON = 1e-9;

/** Loads worked out from a share fall on the coarsest of these steps that the load itself stands on (R1.7 [D]). */
const STEPS: Readonly<Record<MassUnit, readonly number[]>> = { kg: [2.5, 1, 0.5], lb: [5, 2.5, 1] };
const FINEST_STEP = 0.5;

type LoadOf = Extract<LoadBasis, { readonly kind: 'load' }>;

/** A load times a factor, down to a whole step in its own unit; never down to nothing. */
export const scaledLoad = (basis: LoadOf, factor: number): LoadOf => {
  const unit = basis.unit ?? 'kg';
  const load = roundTo(massIn(unit, basis.loadKg), 4);
  const step = STEPS[unit].find((one) => Number.isInteger(roundTo(load / one, 4))) ?? FINEST_STEP;
  const whole = Math.floor((load * factor) / step + EPSILON) * step;
  return { ...basis, loadKg: roundTo(massToKg(unit, Math.max(whole, Math.min(step, load))), 6) };
};

type ShareOf = Extract<LoadBasis, { readonly kind: 'pct1rm' | 'pctTm' | 'mvc' }>;

/** Written per cent to one of the maximum. */
const ofMaximum = (basis: ShareOf): number => (basis.kind === 'pctTm' ? DEFAULT_TM_FACTOR : 1);

/** The most that may be written for these sets, in per cent: what their repetitions and cap allow (R1.2), never above 100. */
const mostWritten = (one: Prescription, basis: ShareOf): { readonly percent: number; readonly isChart: boolean } => {
  const allowed = basis.kind === 'mvc' ? undefined : allowedPercent(one);
  if (allowed === undefined) return { percent: 100, isChart: false };
  const percent = tenthDown((allowed + CHART_TOLERANCE) / ofMaximum(basis));
  return percent > 100
    ? { percent: 100, isChart: false }
    : { percent: tenthDown(allowed / ofMaximum(basis)), isChart: true };
};

const heldText = (one: Prescription, percent: number, isChart: boolean): string =>
  isChart
    ? `held at ${percent} %: ${one.repsTo ?? one.reps} reps at RPE ${one.rpeCap ?? USUAL_CAP} allow no more`
    : `held at ${percent} %: nothing is planned above 100`;

/**
 * Sets written as a share, at another share in per cent; held at what their repetitions and cap allow. What stood above that before
 * (`leastPercent`) is not lowered.
 */
export const atShare = (one: Prescription, basis: ShareOf, percent: number, leastPercent = 0): Raised => {
  const most = mostWritten(one, basis);
  const tolerance = most.isChart ? CHART_TOLERANCE / ofMaximum(basis) : 0;
  const isHeld = percent > Math.max(most.percent + tolerance, leastPercent) + EPSILON;
  const written = isHeld ? Math.max(most.percent, leastPercent) : percent;
  return {
    one: { ...one, basis: { ...basis, fraction: roundTo(written / 100, 6) } },
    ...(isHeld ? { held: heldText(one, roundTo(written, 1), most.isChart) } : {}),
  };
};

/** Whether a share can be lifted for the repetitions it is written with (R1.2); what is no share always can. */
export const isWithinChart = (one: Prescription): boolean => {
  const { basis } = one;
  if (basis.kind !== 'pct1rm' && basis.kind !== 'pctTm') return true;
  return atShare(one, basis, roundTo(basis.fraction * 100, 4)).held === undefined;
};

/** Sets some points or per cent above where they began; `undefined` where they name neither a share nor a load. */
export const raisedBy = (one: Prescription, points: number): Raised | undefined => {
  const { basis } = one;
  if (basis.kind === 'load') {
    if (points === 0) return { one };
    const raised = scaledLoad(basis, 1 + points / 100);
    return { one: raised.loadKg > basis.loadKg ? { ...one, basis: raised } : one };
  }
  if (basis.kind !== 'pct1rm' && basis.kind !== 'pctTm' && basis.kind !== 'mvc') return undefined;
  const written = basis.fraction * 100;
  return atShare(one, basis, roundTo(written + points, 4), written);
};
