import type { Gym } from '../athletes/athlete.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { PlainDate } from '../kernel/plainDate.ts';
import { massIn, massToKg, roundTo, type MassUnit } from '../kernel/quantity.ts';
import { shortDate } from '../sheets/dateText.ts';
import type { TrendPoint } from '../strength/strengthTrend.ts';
import { returnLoadFactor } from '../strength/retention.ts';
import { warmUpRampOf, type WarmUpSet } from '../strength/warmUp.ts';
import { loadInGym, loadableAtMost, type GymLoad } from './gymLoad.ts';
import { targetOf, type AskedFor } from './loadTarget.ts';
import type { Prescription } from './program.ts';

/** One link of the chain from what is known to what is on the bar. */
export interface ExplanationLine {
  readonly label: string;
  readonly value: string;
  /** The rule of the science register that says so. */
  readonly rule?: string | undefined;
}

/** A prescription made real for one athlete and one gym. `load`, `perSide` and `warmUp` are numbers in `unit`, the gym's own. */
export interface ResolvedPrescription {
  readonly unit: MassUnit;
  /** What the rule asks for, before rounding. */
  readonly targetKg?: number | undefined;
  readonly load?: number | undefined;
  readonly loadKg?: number | undefined;
  /** Plates on one side, heaviest first; absent where no plates are used. */
  readonly perSide?: readonly number[] | undefined;
  /** How far the load is from the target, in per cent of the target; 0 when exact. */
  readonly differencePct?: number | undefined;
  /** The target as per cent of the e1RM. */
  readonly percentOf1rm?: number | undefined;
  readonly warmUp: readonly WarmUpSet[];
  /** Why there is no load. */
  readonly missing?: 'noEstimate' | 'notLoadable' | 'bodyweight' | 'effort' | undefined;
  readonly explanation: readonly ExplanationLine[];
}

export interface ResolveInput {
  readonly prescription: Prescription;
  readonly exercise: Exercise;
  readonly gym: Gym;
  /** The exercise's own trend; estimates are never borrowed from another exercise (R1.1). */
  readonly trend?: Pick<TrendPoint, 'trendKg' | 'lowKg' | 'highKg' | 'performedOn'> | undefined;
  /** The block's training max; without one, 90 % of the e1RM. */
  readonly trainingMaxKg?: number | undefined;
  /** The heaviest work set of the last time, for cells that name no load. */
  readonly lastLift?: { readonly loadKg: number; readonly on: PlainDate } | undefined;
  /** Days since the last lifting session, where this is the next one (R2.13). */
  readonly daysOff?: number | undefined;
  /** Entry class A: always rounded down (R1.7, R8.6). */
  readonly isNovice: boolean;
}

/** Above this share of the maximum a load is never rounded up (R1.7). */
const ROUND_DOWN_ABOVE = 0.85;

/** For warming up to a load whose share of the maximum is not known. */
const ORDINARY_INTENSITY = 0.8;

const massText = (unit: MassUnit, massKg: number): string => `${roundTo(massIn(unit, massKg), 1)} ${unit}`;

/** Repetitions to leave in reserve where the load is the athlete's choice: whole, on the safe side of the cap. */
export const repsToLeave = ({ basis, rpeCap }: Prescription): number | undefined => {
  if (basis.kind === 'rir') return basis.rir;
  const rpe = basis.kind === 'rpe' ? basis.rpe : rpeCap;
  return rpe === undefined ? undefined : Math.ceil(10 - rpe);
};

const estimateLine = ({ trend, gym }: ResolveInput): ExplanationLine => {
  if (trend === undefined) return { label: 'Estimate', value: 'none yet', rule: 'R1.2' };
  const whole = (massKg: number): number => Math.round(massIn(gym.unit, massKg));
  const interval = `${whole(trend.lowKg)}–${whole(trend.highKg)}`;
  return {
    label: 'Estimate',
    value: `e1RM ${whole(trend.trendKg)} ${gym.unit} (90 % sure: ${interval}), ${shortDate(trend.performedOn)}`,
    rule: 'R1.5',
  };
};

const choiceLine = (prescription: Prescription): ExplanationLine => {
  const leave = repsToLeave(prescription);
  const cap = prescription.rpeCap === undefined ? '' : `; stop at RPE ${prescription.rpeCap}`;
  if (leave === undefined) return { label: 'Load', value: `Choose a load that feels easy to control${cap}` };
  return {
    label: 'Load',
    value: `Choose a load that leaves ${leave} ${leave === 1 ? 'rep' : 'reps'} in reserve${cap}`,
  };
};

const roundingLine = (
  mode: 'down' | 'nearest',
  differencePct: number,
  load: number,
  unit: MassUnit,
): ExplanationLine => {
  const sign = differencePct > 0 ? '+' : '−';
  const difference = differencePct === 0 ? 'exact' : `${sign}${Math.abs(differencePct)} %`;
  const rule = mode === 'down' ? 'down to a load there is' : 'to the nearest load there is';
  return { label: 'Rounding', value: `${rule}: ${load} ${unit} (${difference})`, rule: 'R1.7' };
};

const platesLine = ({ gym }: ResolveInput, perSide: readonly number[] | undefined): readonly ExplanationLine[] => {
  if (perSide === undefined) return [];
  const plates = perSide.length === 0 ? 'no plates' : `per side ${perSide.join(' + ')}`;
  return [{ label: 'Plates', value: `${gym.bar} ${gym.unit} bar, ${plates}`, rule: 'R1.7' }];
};

const prescriptionLine = ({ gym }: ResolveInput, target: AskedFor): ExplanationLine => ({
  label: 'Prescription',
  value: `${target.rule} = ${massText(gym.unit, target.targetKg)}`,
  rule: 'R2.1',
});

/** The maximum that a training max stands for changes at the start of a block and nowhere else. */
const trainingMaxLines = ({ prescription, trainingMaxKg, gym }: ResolveInput): readonly ExplanationLine[] =>
  prescription.basis.kind === 'pctTm' && trainingMaxKg !== undefined
    ? [{ label: 'Training max', value: `${massText(gym.unit, trainingMaxKg)}, set when the block began`, rule: 'R1.6' }]
    : [];

/** Days without lifting up to which nothing changes (R2.13). */
const NO_BREAK_DAYS = 7;

/**
 * The target of the first session back (R2.13), and the line that says so. A load that the coach wrote stays as it is: the line
 * says what the rule would take.
 */
const afterBreak = (
  { prescription, daysOff, gym }: ResolveInput,
  target: AskedFor,
): { readonly target: AskedFor; readonly lines: readonly ExplanationLine[] } => {
  if (daysOff === undefined || daysOff <= NO_BREAK_DAYS) return { target, lines: [] };
  const factor = returnLoadFactor(daysOff);
  const backKg = target.targetKg * factor;
  const share = `× ${roundTo(factor, 4)} = ${massText(gym.unit, backKg)}`;
  const isWritten = prescription.basis.kind === 'load';
  const value = `first session after ${daysOff} days: ${isWritten ? `the rule would take ${share}` : share}`;
  const lines = [{ label: 'After a break', value, rule: 'R2.13' }];
  if (isWritten) return { target, lines };
  const { intensity } = target;
  return {
    target: { ...target, targetKg: backKg, ...(intensity === undefined ? {} : { intensity: intensity * factor }) },
    lines,
  };
};

/** No load to print, and what to do instead. */
const withoutLoad = (
  input: ResolveInput,
  missing: NonNullable<ResolvedPrescription['missing']>,
  explanation: readonly ExplanationLine[],
): ResolvedPrescription => ({ unit: input.gym.unit, warmUp: [], missing, explanation });

const withLoad = (
  input: ResolveInput,
  target: AskedFor,
  chain: readonly ExplanationLine[],
  loaded: GymLoad,
  mode: 'down' | 'nearest',
): ResolvedPrescription => {
  const { gym, exercise } = input;
  const wanted = massIn(gym.unit, target.targetKg);
  const differencePct = roundTo(((loaded.load - wanted) / wanted) * 100, 1) + 0;
  return {
    unit: gym.unit,
    targetKg: target.targetKg,
    load: loaded.load,
    loadKg: massToKg(gym.unit, loaded.load),
    ...(loaded.perSide === undefined ? {} : { perSide: loaded.perSide }),
    differencePct,
    ...(target.intensity === undefined ? {} : { percentOf1rm: roundTo(target.intensity * 100, 1) }),
    warmUp: warmUpRampOf({
      workLoad: loaded.load,
      bar: loaded.perSide === undefined ? 0 : gym.bar,
      intensity: target.intensity ?? ORDINARY_INTENSITY,
      loadable: (load) => loadableAtMost(exercise, gym, load),
    }),
    explanation: [
      ...chain,
      roundingLine(mode, differencePct, loaded.load, gym.unit),
      ...platesLine(input, loaded.perSide),
    ],
  };
};

/**
 * The load of a prescription for this athlete and gym, and why it is this number (R2.1, R1.6, R1.7, R1.8).
 * Without an estimate there is no load, only the effort to keep to; nothing is guessed.
 */
export const resolvePrescription = (input: ResolveInput): ResolvedPrescription => {
  const { prescription, exercise, gym } = input;
  const asked = targetOf(input);
  if (asked.kind === 'bodyweight') {
    return withoutLoad(input, 'bodyweight', [{ label: 'Load', value: 'Own body weight', rule: 'R2.8' }]);
  }
  if (asked.kind === 'effort') {
    const value = `${roundTo(asked.fraction * 100, 1)} % of the strongest effort, against a strap or a scale`;
    return withoutLoad(input, 'effort', [{ label: 'Effort', value, rule: 'R2.9' }]);
  }
  if (asked.kind === 'noEstimate') {
    return withoutLoad(input, 'noEstimate', [estimateLine(input), choiceLine(prescription)]);
  }
  const { target, lines } = afterBreak(input, asked);
  const chain = [
    ...(input.trend === undefined ? [] : [estimateLine(input)]),
    ...trainingMaxLines(input),
    prescriptionLine(input, asked),
    ...lines,
  ];
  const isHeavy = target.intensity !== undefined && target.intensity > ROUND_DOWN_ABOVE + 1e-9;
  // R2.13's own worked loads are rounded down too: the first session back errs on the light side.
  const mode = input.isNovice || isHeavy || target !== asked ? 'down' : 'nearest';
  const loaded = loadInGym(exercise, gym, massIn(gym.unit, target.targetKg), mode);
  if (loaded !== undefined) return withLoad(input, target, chain, loaded, mode);
  const tooLight = 'Less than the lightest load there is: use a lighter bar or the no-gym exercise';
  return {
    ...withoutLoad(input, 'notLoadable', [...chain, { label: 'Load', value: tooLight, rule: 'R1.7' }]),
    targetKg: target.targetKg,
  };
};
