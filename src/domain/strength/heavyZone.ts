/** A main or assistance lift as planned. What is not known is absent. */
export interface PlannedLift {
  readonly percentOf1rm?: number | undefined;
  readonly sets?: number | undefined;
  readonly reps?: number | undefined;
  readonly restS?: number | undefined;
  /** Planned or capped effort, 1 to 10. */
  readonly rpe?: number | undefined;
}

export type LiftRole = 'main' | 'assistance';

/** Where a number stands: as usually planned, allowed, or outside on one side. */
export type ZonePlace = 'usual' | 'allowed' | 'below' | 'above' | 'unknown';

/** Each parameter of R2.3 by itself; rest has no upper end that matters. */
export interface ZonePlaces {
  /** Of main lifts only. */
  readonly intensity?: ZonePlace;
  readonly sets: ZonePlace;
  readonly reps: ZonePlace;
  readonly rest: ZonePlace;
  readonly effort: ZonePlace;
}

interface Range {
  readonly least: number;
  readonly usualFrom: number;
  readonly usualTo: number;
  readonly most: number;
}

const INTENSITY: Range = { least: 75, usualFrom: 80, usualTo: 90, most: 95 };
const SETS: Range = { least: 2, usualFrom: 3, usualTo: 3, most: 4 };
const MAIN_REPS: Range = { least: 2, usualFrom: 3, usualTo: 6, most: 6 };
const ASSISTANCE_REPS: Range = { least: 5, usualFrom: 5, usualTo: 10, most: 10 };
const REST: Range = { least: 120, usualFrom: 180, usualTo: 300, most: Infinity };
/** From this per cent on, three minutes are the least. */
const FULL_REST_PERCENT = 85;
const FULL_REST: Range = { ...REST, least: 180 };
const EFFORT: Range = { least: 7, usualFrom: 7, usualTo: 9, most: 9 };

const placeIn = (range: Range, value: number | undefined): ZonePlace => {
  if (value === undefined || Number.isNaN(value)) return 'unknown';
  if (value < range.least) return 'below';
  if (value > range.most) return 'above';
  return value >= range.usualFrom && value <= range.usualTo ? 'usual' : 'allowed';
};

/**
 * A lift against the zone of heavy strength for runners (R2.3): main lifts 80–90 % (75–95 allowed), 3 sets (2–4) of 3–6
 * repetitions (2–6; assistance 5–10), 180 s of rest (120 or more; 180 from 85 % on), RPE 7–9. Intensity is judged for main lifts
 * only.
 */
export const zonePlaces = (lift: PlannedLift, role: LiftRole): ZonePlaces => {
  const { percentOf1rm = Number.NaN } = lift;
  return {
    ...(role === 'main' ? { intensity: placeIn(INTENSITY, percentOf1rm) } : {}),
    sets: placeIn(SETS, lift.sets),
    reps: placeIn(role === 'main' ? MAIN_REPS : ASSISTANCE_REPS, lift.reps),
    rest: placeIn(percentOf1rm >= FULL_REST_PERCENT ? FULL_REST : REST, lift.restS),
    effort: placeIn(EFFORT, lift.rpe),
  };
};
