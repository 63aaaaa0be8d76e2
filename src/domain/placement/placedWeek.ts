import type { RacePriority } from '../strength/taper.ts';

/** The half of a day in which something stands: it begins at the hour the policies say. */
export type TimeOfDay = 'am' | 'pm';

export const TIMES_OF_DAY = ['am', 'pm'] as const;

export type PlacedRunKind = 'easy' | 'quality' | 'long' | 'race';

/** A run where it stands. Hours from Monday 00:00 of the week that is planned: below 0 before it, 168 or more after it. */
export interface PlacedRun {
  readonly kind: PlacedRunKind;
  readonly startH: number;
  readonly endH: number;
  readonly priority?: RacePriority | undefined;
}

export const WEEK_H = 168;

/** Hours a run takes where nothing better is known (R6.1). */
export const RUN_HOURS: Readonly<Record<PlacedRunKind, number>> = { easy: 0.75, quality: 1.25, long: 1.75, race: 1.75 };

/** Hours a lift takes where nothing better is known. */
export const LIFT_HOURS = 0.75;

/** A lift of the legs where it stands. Sessions of the upper body and trunk alone are free. */
export interface PlacedLift {
  readonly startH: number;
  readonly endH: number;
  /** It counts in how often the legs are lifted in a week (H5). */
  readonly counts?: boolean | undefined;
  /** It stands where it stands by the coach's own reason. */
  readonly isForced?: boolean | undefined;
}

export const dayOf = (hour: number): number => Math.floor(hour / 24);

/** The same week before and after itself: what a usual week looks like when nothing of its neighbours is known. */
export const repeated = <T extends { readonly startH: number; readonly endH: number }>(
  list: readonly T[],
): readonly T[] =>
  [-WEEK_H, 0, WEEK_H].flatMap((by) => list.map((one) => ({ ...one, startH: one.startH + by, endH: one.endH + by })));
