/** Time in the three zones of a week's running, seconds: below the first threshold, between the two, above the second. */
export interface ZoneTimes {
  readonly lowS: number;
  readonly middleS: number;
  readonly highS: number;
}

export type Zone = 'low' | 'middle' | 'high';

const LOW_HR = 0.8;
const HIGH_HR = 0.9;
const LOW_SPEED = 0.82;
const HIGH_SPEED = 1;

const zoneAt = (value: number, low: number, high: number): Zone => {
  if (value < low) return 'low';
  return value > high ? 'high' : 'middle';
};

/** The zone of a mean heart rate, as a share of the highest (R4.1): below 0.80, to 0.90, above. `undefined` without both above 0. */
export const zoneOfHeartRate = (hr: number, maxHr: number): Zone | undefined =>
  hr > 0 && maxHr > 0 ? zoneAt(hr / maxHr, LOW_HR, HIGH_HR) : undefined;

/** The zone of a speed, as a share of critical speed (R4.1): below 0.82, to 1.00, above. [D] */
export const zoneOfSpeed = (speedMps: number, criticalSpeedMps: number): Zone | undefined =>
  speedMps > 0 && criticalSpeedMps > 0 ? zoneAt(speedMps / criticalSpeedMps, LOW_SPEED, HIGH_SPEED) : undefined;

/**
 * Polarisation of the three zones (R4.1): log₁₀(low / middle × high × 100) of their shares; above 2 is polarised. `undefined`
 * unless the middle and the high zone both have time in them.
 */
export const polarizationIndex = ({ lowS, middleS, highS }: ZoneTimes): number | undefined => {
  const total = lowS + middleS + highS;
  if (!(lowS >= 0) || !(middleS > 0) || !(highS > 0)) return undefined;
  const value = Math.log10((lowS / middleS) * (highS / total) * 100);
  return Number.isFinite(value) ? value : undefined;
};
