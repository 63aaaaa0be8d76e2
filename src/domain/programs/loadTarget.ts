import type { Exercise } from '../exercises/exercise.ts';
import { roundTo } from '../kernel/quantity.ts';
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
  | { readonly kind: 'bodyweight' };

export interface TargetInput {
  readonly prescription: Prescription;
  readonly exercise: Exercise;
  readonly trend?: { readonly trendKg: number } | undefined;
  readonly trainingMaxKg?: number | undefined;
}

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

const ofLoad = (loadKg: number, e1rmKg: number | undefined): Target => ({
  kind: 'target',
  targetKg: loadKg,
  ...(e1rmKg === undefined ? {} : { intensity: loadKg / e1rmKg }),
  rule: 'set by the coach',
});

const takesLoad = (exercise: Exercise): boolean => exercise.loadMode === 'kg' || exercise.loadMode === 'reps/kg';

/** The target of a prescription (R2.1). The RPE chart and the estimate are never extrapolated: outside them there is no target. */
export const targetOf = (input: TargetInput): Target => {
  const { basis, reps } = input.prescription;
  const e1rmKg = input.trend?.trendKg;
  if (basis.kind === 'bodyweight') return { kind: 'bodyweight' };
  if (basis.kind === 'load') return basis.loadKg > 0 ? ofLoad(basis.loadKg, e1rmKg) : { kind: 'bodyweight' };
  if (!takesLoad(input.exercise)) return { kind: 'bodyweight' };
  if (basis.kind === 'pct1rm') return ofMaximum(basis.fraction, e1rmKg);
  if (basis.kind === 'pctTm') return ofTrainingMax(basis.fraction, input);
  return ofEffort(basis.kind === 'rpe' ? basis.rpe : 10 - basis.rir, reps, e1rmKg);
};
