import type { Exercise } from '../exercises/exercise.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import { roundTo } from '../kernel/quantity.ts';
import { shortDate } from '../sheets/dateText.ts';
import { percentOf1rm } from '../strength/rpeChart.ts';
import { DEFAULT_TM_FACTOR, trainingMaxKg } from '../strength/trainingMax.ts';
import type { Prescription } from './program.ts';

/** What a prescription asks for before rounding. `intensity` is the share of the e1RM; `rule` says it in words. */
export type Target =
  | {
      readonly kind: 'target';
      readonly targetKg: number;
      readonly intensity?: number | undefined;
      readonly rule: string;
    }
  | { readonly kind: 'noEstimate' }
  | { readonly kind: 'bodyweight' }
  /** A hold against a strap or a scale: no load, a share of the strongest effort. */
  | { readonly kind: 'effort'; readonly fraction: number };

export type AskedFor = Extract<Target, { readonly kind: 'target' }>;

export interface TargetInput {
  readonly prescription: Prescription;
  readonly exercise: Exercise;
  readonly trend?: { readonly trendKg: number } | undefined;
  readonly trainingMaxKg?: number | undefined;
  /** The heaviest work set of the last time, for cells that name no load. */
  readonly lastLift?: { readonly loadKg: number; readonly on: PlainDate } | undefined;
}

/** An nRM is never planned to the last repetition: one stays in reserve (R2.1 [D]). */
const RM_RPE = 9;

const NO_ESTIMATE: Target = { kind: 'noEstimate' };

const percentText = (fraction: number): string => `${roundTo(fraction * 100, 1)} %`;

const ofMaximum = (fraction: number, e1rmKg: number | undefined): Target => {
  if (e1rmKg === undefined) return NO_ESTIMATE;
  return { kind: 'target', targetKg: fraction * e1rmKg, intensity: fraction, rule: `${percentText(fraction)} of e1RM` };
};

const ofTrainingMax = (fraction: number, input: TargetInput): Target => {
  const e1rmKg = input.trend?.trendKg;
  const maxKg = input.trainingMaxKg ?? trainingMaxKg(e1rmKg);
  if (maxKg === undefined) return NO_ESTIMATE;
  const origin = input.trainingMaxKg === undefined ? ` (${percentText(DEFAULT_TM_FACTOR)} of e1RM)` : '';
  return {
    kind: 'target',
    targetKg: fraction * maxKg,
    ...(e1rmKg === undefined ? {} : { intensity: (fraction * maxKg) / e1rmKg }),
    rule: `${percentText(fraction)} of training max${origin}`,
  };
};

const ofEffort = (rpe: number, reps: number | undefined, e1rmKg: number | undefined): Target => {
  const percent = reps === undefined ? undefined : percentOf1rm(reps, rpe);
  if (percent === undefined || e1rmKg === undefined) return NO_ESTIMATE;
  return {
    kind: 'target',
    targetKg: (e1rmKg * percent) / 100,
    intensity: percent / 100,
    rule: `${reps} reps at RPE ${rpe} is ${percent} % of e1RM`,
  };
};

const ofLoad = (loadKg: number, e1rmKg: number | undefined): AskedFor => ({
  kind: 'target',
  targetKg: loadKg,
  ...(e1rmKg === undefined ? {} : { intensity: loadKg / e1rmKg }),
  rule: 'set by the coach',
});

const ofRm = (rm: number, e1rmKg: number | undefined): Target => {
  const target = ofEffort(RM_RPE, rm, e1rmKg);
  return target.kind === 'target'
    ? { ...target, rule: `${rm}RM held to RPE ${RM_RPE} is ${roundTo((target.intensity ?? 0) * 100, 1)} % of e1RM` }
    : target;
};

const ofLastTime = ({ lastLift, trend }: TargetInput): Target =>
  lastLift === undefined
    ? NO_ESTIMATE
    : { ...ofLoad(lastLift.loadKg, trend?.trendKg), rule: `as last lifted, ${shortDate(lastLift.on)}` };

const takesLoad = (exercise: Exercise): boolean => exercise.loadMode === 'kg' || exercise.loadMode === 'reps/kg';

/** The target of a prescription (R2.1). The RPE chart and the estimate are never extrapolated: outside them there is no target. */
export const targetOf = (input: TargetInput): Target => {
  const { basis, reps } = input.prescription;
  const e1rmKg = input.trend?.trendKg;
  if (basis.kind === 'mvc') return { kind: 'effort', fraction: basis.fraction };
  if (basis.kind === 'load' && basis.loadKg > 0) return ofLoad(basis.loadKg, e1rmKg);
  if (basis.kind === 'load' || basis.kind === 'bodyweight' || !takesLoad(input.exercise)) return { kind: 'bodyweight' };
  switch (basis.kind) {
    case 'pct1rm':
      return ofMaximum(basis.fraction, e1rmKg);
    case 'pctTm':
      return ofTrainingMax(basis.fraction, input);
    case 'rm':
      return ofRm(basis.rm, e1rmKg);
    case 'rpe':
      return ofEffort(basis.rpe, reps, e1rmKg);
    case 'rir':
      return ofEffort(10 - basis.rir, reps, e1rmKg);
    case 'open':
      return ofLastTime(input);
  }
};
