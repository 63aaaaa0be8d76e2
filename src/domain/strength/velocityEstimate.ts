/** One load and the mean speed of the bar at it, in metres a second. */
export interface LoadVelocity {
  readonly loadKg: number;
  readonly velocityMs: number;
}

export interface VelocityEstimate {
  readonly e1rmKg: number;
  /** Speed lost for each kilogram added, metres a second; negative. */
  readonly slope: number;
  /** Speed at no load, metres a second. */
  readonly intercept: number;
  /** Coefficient of variation of the estimate, 0.06: it tends to be too high for free-weight squats (R1.3). */
  readonly cv: number;
}

/** Speeds of the last possible repetition, metres a second (R1.3). */
export const MINIMAL_VELOCITY_MS = { backSquat: 0.3, benchPress: 0.17, deadlift: 0.15 } as const;

const LEAST_SPREAD_MS = 0.4;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * One-rep max from the straight line of speed against load (R1.3): where it meets the minimal velocity threshold.
 * `undefined` with fewer than two loads, speeds less than 0.4 m/s apart, or speed that does not fall with the load.
 */
export const estimateFromVelocity = (
  points: readonly LoadVelocity[],
  minimalVelocityMs: number,
): VelocityEstimate | undefined => {
  const speeds = points.map((point) => point.velocityMs);
  if (points.length < 2 || Math.max(...speeds) - Math.min(...speeds) < LEAST_SPREAD_MS - 1e-9) return undefined;
  const meanLoad = mean(points.map((point) => point.loadKg));
  const meanSpeed = mean(speeds);
  const spread = points.reduce((sum, point) => sum + (point.loadKg - meanLoad) ** 2, 0);
  if (spread === 0) return undefined;
  const shared = points.reduce((sum, point) => sum + (point.loadKg - meanLoad) * (point.velocityMs - meanSpeed), 0);
  const slope = shared / spread;
  if (!(slope < 0)) return undefined;
  const intercept = meanSpeed - slope * meanLoad;
  const e1rmKg = (minimalVelocityMs - intercept) / slope;
  return e1rmKg > 0 ? { e1rmKg, slope, intercept, cv: 0.06 } : undefined;
};
