/** A run as the measures of economy look at it. */
export interface SteadyRun {
  readonly flatSpeedMps: number;
  readonly averageHr: number;
  readonly movingS: number;
  /** 0 to 10; absent when nobody said. */
  readonly rpe?: number | undefined;
  readonly maxHr?: number | undefined;
  /** Intervals, a race, a tempo run. */
  readonly isKey: boolean;
}

const LEAST_S = 20 * 60;
const LOW_SHARE = 0.65;
const HIGH_SHARE = 0.85;
const EASY_RPE = 4;

/** Efficiency factor (R4.7): flat-equivalent metres a minute for each beat of the heart. `undefined` unless both are above 0. */
export const efficiencyFactor = (flatSpeedMps: number, averageHr: number): number | undefined =>
  flatSpeedMps > 0 && averageHr > 0 ? (flatSpeedMps * 60) / averageHr : undefined;

/**
 * Whether a run is steady enough to be compared with others (R4.7): 20 min or more, no key run, RPE up to 4, and where the highest
 * heart rate is known its mean at 65 to 85 % of it. The first ten minutes cannot be left out of a mean; they are in all alike.
 */
export const isSteady = ({ movingS, averageHr, maxHr, rpe, isKey }: SteadyRun): boolean => {
  if (isKey || movingS < LEAST_S || !(averageHr > 0)) return false;
  if (rpe !== undefined && rpe > EASY_RPE) return false;
  if (maxHr === undefined) return true;
  const share = averageHr / maxHr;
  return share >= LOW_SHARE && share <= HIGH_SHARE;
};

/** Decoupling of the two halves of a run, per cent (R4.7): how much less speed a beat bought in the second. */
export const decouplingPercent = (firstHalf: number, secondHalf: number): number | undefined =>
  firstHalf > 0 && secondHalf > 0 ? ((firstHalf - secondHalf) / firstHalf) * 100 : undefined;
