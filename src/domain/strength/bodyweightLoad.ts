import { roundTo } from '../kernel/quantity.ts';

/** Bodyweight moves whose share of body mass is known well enough to be used (R2.8). */
export const BODYWEIGHT_MOVES = [
  'press-up',
  'knee press-up',
  'press-up, hands 30 cm up',
  'press-up, hands 60 cm up',
  'press-up, feet 30 cm up',
  'press-up, feet 60 cm up',
  'pull-up',
  'squat or split squat',
  'single-leg squat',
  'calf raise',
] as const;

export type BodyweightMove = (typeof BODYWEIGHT_MOVES)[number];

const SHARES: Readonly<Record<BodyweightMove, number>> = {
  'press-up': 0.64,
  'knee press-up': 0.49,
  'press-up, hands 30 cm up': 0.55,
  'press-up, hands 60 cm up': 0.41,
  'press-up, feet 30 cm up': 0.7,
  'press-up, feet 60 cm up': 0.74,
  'pull-up': 0.95,
  'squat or split squat': 0.85,
  'single-leg squat': 0.9,
  'calf raise': 1,
};

/**
 * The load of a bodyweight move in kilograms (R2.8): its share of body mass, and what is added. `undefined` for a body mass of
 * 0 or less or a load added below 0.
 */
export const effectiveLoadKg = (move: BodyweightMove, bodyMassKg: number, addedKg = 0): number | undefined =>
  bodyMassKg > 0 && addedKg >= 0 ? roundTo(SHARES[move] * bodyMassKg + addedKg, 6) : undefined;
