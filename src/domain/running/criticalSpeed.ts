/** A hardest effort: how far in how long. */
export interface Effort {
  readonly distanceM: number;
  readonly durationS: number;
}

export interface CriticalSpeed {
  readonly speedMps: number;
  /** The metres above it that an athlete has: D′. */
  readonly reserveM: number;
}

const LEAST_EFFORTS = 2;
const MOST_EFFORTS = 4;
const LEAST_S = 120;
const MOST_S = 20 * 60;
const LEAST_RESERVE_M = 50;
const MOST_RESERVE_M = 500;
const SLOWEST_MPS = 1.8;
const FASTEST_MPS = 6.8;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Critical speed and the reserve above it (R4.9): the straight line through 2 to 4 hardest efforts of 2 to 20 min. `undefined` when
 * they do not fit that, or come to what no runner has: less than 50 or more than 500 m, outside 1.8 to 6.8 m/s.
 */
export const criticalSpeed = (efforts: readonly Effort[]): CriticalSpeed | undefined => {
  if (efforts.length < LEAST_EFFORTS || efforts.length > MOST_EFFORTS) return undefined;
  if (efforts.some(({ durationS }) => !(durationS >= LEAST_S) || !(durationS <= MOST_S))) return undefined;
  const meanS = meanOf(efforts.map(({ durationS }) => durationS));
  const meanM = meanOf(efforts.map(({ distanceM }) => distanceM));
  const spread = efforts.reduce((sum, { durationS }) => sum + (durationS - meanS) ** 2, 0);
  const together = efforts.reduce((sum, one) => sum + (one.durationS - meanS) * (one.distanceM - meanM), 0);
  if (spread === 0) return undefined;
  const speedMps = together / spread;
  const reserveM = meanM - speedMps * meanS;
  const isHuman =
    reserveM >= LEAST_RESERVE_M && reserveM <= MOST_RESERVE_M && speedMps >= SLOWEST_MPS && speedMps <= FASTEST_MPS;
  return isHuman ? { speedMps, reserveM } : undefined;
};

/** Efforts of a race list from which critical speed can be told: of 2 to 20 min, the best of each distance, the four newest at most. */
export const criticalEfforts = <E extends Effort>(newestFirst: readonly E[]): readonly E[] => {
  const fitting = newestFirst.filter(({ durationS }) => durationS >= LEAST_S && durationS <= MOST_S);
  const best = Map.groupBy(fitting, ({ distanceM }) => distanceM);
  return [...best.values()]
    .flatMap((alike) => alike.toSorted((a, b) => a.durationS - b.durationS).slice(0, 1))
    .slice(0, MOST_EFFORTS);
};
