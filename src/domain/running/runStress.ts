import type { Sex } from '../athletes/athlete.ts';

/** Gradients beyond this were never measured (R4.6). */
export const MOST_GRADIENT = 0.45;

/** Where a pace is still worth adjusting: down to −20 %, up to +30 %. */
const PACING_DOWN = -0.2;
const PACING_UP = 0.3;

const FLAT_COST = 3.6;

/** Energy to run a metre at a gradient, J per kg and m (R4.6, Minetti): −0.45 to 0.45, else `undefined`. */
export const runningCost = (gradient: number): number | undefined => {
  if (!(Math.abs(gradient) <= MOST_GRADIENT)) return undefined;
  const i = gradient;
  return 155.4 * i ** 5 - 30.4 * i ** 4 - 43.3 * i ** 3 + 46.3 * i ** 2 + 19.5 * i + FLAT_COST;
};

const clipped = (gradient: number): number => Math.min(PACING_UP, Math.max(PACING_DOWN, gradient));

/** The speed on the flat that costs as much as a speed at a gradient, in the unit given (R4.6). */
export const flatSpeed = (speed: number, gradient: number): number =>
  (speed * (runningCost(clipped(gradient)) ?? FLAT_COST)) / FLAT_COST;

/**
 * The mean flat-equivalent speed of a whole run, m/s, by its climb: half of it taken up and half down at the same gradient, which is
 * what a distance and an ascent alone can tell [D]. Without a climb the plain mean speed; `undefined` unless both are above 0.
 */
export const flatMeanSpeedMps = (run: {
  readonly distanceM: number;
  readonly movingS: number;
  readonly ascentM?: number | undefined;
}): number | undefined => {
  const { distanceM, movingS, ascentM = 0 } = run;
  if (!(distanceM > 0) || !(movingS > 0)) return undefined;
  const speed = distanceM / movingS;
  if (!(ascentM > 0)) return speed;
  const gradient = (2 * ascentM) / distanceM;
  return (flatSpeed(speed, gradient) + flatSpeed(speed, -gradient)) / 2;
};

/** Running stress points (R4.6): an hour at threshold is 100. Speeds in the same unit, above 0. */
export const runStress = (durationS: number, speed: number, thresholdSpeed: number): number | undefined => {
  if (!(durationS >= 0) || !(speed >= 0) || !(thresholdSpeed > 0)) return undefined;
  return (durationS / 3600) * (speed / thresholdSpeed) ** 2 * 100;
};

const weightOf = (reserve: number, sex: Sex): number => {
  const male = 0.64 * Math.exp(1.92 * reserve);
  const female = 0.86 * Math.exp(1.67 * reserve);
  if (sex === 'male') return male;
  return sex === 'female' ? female : (male + female) / 2;
};

/**
 * Training impulse by heart rate (R4.6, Banister). The mean of both curves where the athlete's sex is not one of the two.
 * `undefined` unless rest < mean ≤ highest.
 */
export const trimp = (run: {
  readonly minutes: number;
  readonly hr: number;
  readonly restHr: number;
  readonly maxHr: number;
  readonly sex: Sex;
}): number | undefined => {
  const { minutes, hr, restHr, maxHr, sex } = run;
  if (!(minutes >= 0) || !(restHr > 0) || !(maxHr > restHr) || !(hr >= restHr) || !(hr <= maxHr)) return undefined;
  const reserve = (hr - restHr) / (maxHr - restHr);
  return minutes * reserve * weightOf(reserve, sex);
};
