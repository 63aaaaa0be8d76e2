/** Work sets of one kind: repetitions in all (both sides of a unilateral lift) at one load. */
export interface LoadedReps {
  readonly reps: number;
  readonly loadKg: number;
  /** The lift's estimated maximum that day; without it the set has no intensity. */
  readonly e1rmKg?: number | undefined;
}

/** Repetitions at a per cent of the one-rep max, for example 85. */
export interface RepsAtPercent {
  readonly reps: number;
  readonly percentOf1rm: number;
}

export type InolBand = 'light' | 'optimal' | 'hard' | 'excessive';

/** INOL says nothing about a maximum itself: its denominator would be 0. */
const MOST_INOL_PERCENT = 99;

/** Volume load in kilograms (§5 tonnage): Σ repetitions × load. */
export const tonnageKg = (work: readonly LoadedReps[]): number =>
  work.reduce((sum, { reps, loadKg }) => sum + reps * loadKg, 0);

const withShare = (work: readonly LoadedReps[]): readonly { readonly reps: number; readonly share: number }[] =>
  work.flatMap(({ reps, loadKg, e1rmKg }) =>
    e1rmKg !== undefined && e1rmKg > 0 && reps > 0 ? [{ reps, share: loadKg / e1rmKg }] : [],
  );

/** Repetitions weighted by the share of the maximum (§5 relative volume); sets without an estimate are left out. */
export const relativeVolume = (work: readonly LoadedReps[]): number =>
  withShare(work).reduce((sum, { reps, share }) => sum + reps * share, 0);

/** Mean per cent of the maximum over all repetitions (§5 average intensity); `undefined` when no set has an estimate. */
export const averageIntensityPercent = (work: readonly LoadedReps[]): number | undefined => {
  const reps = withShare(work).reduce((sum, one) => sum + one.reps, 0);
  return reps > 0 ? (100 * relativeVolume(work)) / reps : undefined;
};

/**
 * Intensity and number of lifts of one exercise (§5 INOL): Σ repetitions / (100 − %1RM).
 * `undefined` for a per cent of 0 or less or above 99, or repetitions below 0.
 */
export const inol = (work: readonly RepsAtPercent[]): number | undefined => {
  const isInside = work.every(
    ({ reps, percentOf1rm }) => reps >= 0 && percentOf1rm > 0 && percentOf1rm <= MOST_INOL_PERCENT,
  );
  if (!isInside) return undefined;
  return work.reduce((sum, { reps, percentOf1rm }) => sum + reps / (100 - percentOf1rm), 0);
};

/** What an INOL of one lift in one session means (§5). */
export const inolBand = (value: number): InolBand => {
  if (value < 0.4) return 'light';
  if (value <= 1) return 'optimal';
  return value <= 2 ? 'hard' : 'excessive';
};

/**
 * Session load in arbitrary units (§5 sRPE): effort of the whole session × minutes with rests. `undefined` outside RPE 0 to 10
 * or for no minutes.
 */
export const sessionRpeLoad = (rpe: number, minutes: number): number | undefined =>
  rpe >= 0 && rpe <= 10 && minutes > 0 ? rpe * minutes : undefined;
