import type { Sex } from '../athletes/athlete.ts';
import { trimp } from './runStress.ts';
import { polarizationIndex, zoneOfHeartRate, zoneOfSpeed, type ZoneTimes } from './zones.ts';

/** What is known of an athlete's heart and legs, to place a run in a zone by. */
export interface ZoneFacts {
  /** The highest of a year. */
  readonly maxHr?: number | undefined;
  readonly restHr?: number | undefined;
  readonly criticalSpeedMps?: number | undefined;
  readonly sex: Sex;
}

export interface ZonedRun {
  readonly distanceM?: number | undefined;
  readonly movingS?: number | undefined;
  readonly averageHr?: number | undefined;
}

/** A week's running time by how hard its runs were on the whole. */
export interface WeekZones extends ZoneTimes {
  /** Above 2 is polarised; absent unless the middle and the high zone both have time. */
  readonly polarization?: number | undefined;
  /** Time of runs of which neither heart rate nor pace tells. */
  readonly untoldS: number;
}

const zoneOf = ({ distanceM, movingS, averageHr }: ZonedRun, facts: ZoneFacts) => {
  const byHeart = zoneOfHeartRate(averageHr ?? 0, facts.maxHr ?? 0);
  if (byHeart !== undefined || distanceM === undefined || movingS === undefined || !(movingS > 0)) return byHeart;
  return zoneOfSpeed(distanceM / movingS, facts.criticalSpeedMps ?? 0);
};

/**
 * Time in three zones (R4.1), each whole run in the zone of its mean heart rate, else of its mean pace. `undefined` when no run of the week can
 * be placed.
 */
export const weekZones = (runs: readonly ZonedRun[], facts: ZoneFacts): WeekZones | undefined => {
  const times = { low: 0, middle: 0, high: 0, untold: 0 };
  for (const run of runs) times[zoneOf(run, facts) ?? 'untold'] += run.movingS ?? 0;
  if (times.low + times.middle + times.high === 0) return undefined;
  const zones = { lowS: times.low, middleS: times.middle, highS: times.high };
  return { ...zones, polarization: polarizationIndex(zones), untoldS: times.untold };
};

/** The training impulse of a week (R4.6) of the runs with a heart rate; `undefined` without one, or without a resting and a highest heart rate. */
export const weekTrimp = (runs: readonly ZonedRun[], { maxHr = 0, restHr = 0, sex }: ZoneFacts): number | undefined => {
  const impulses = runs.flatMap(({ movingS, averageHr }) => {
    if (movingS === undefined || averageHr === undefined) return [];
    return trimp({ minutes: movingS / 60, hr: averageHr, restHr, maxHr, sex }) ?? [];
  });
  return impulses.length === 0 ? undefined : impulses.reduce((sum, one) => sum + one, 0);
};
