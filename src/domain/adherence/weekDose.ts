import {
  CONSISTENCY_WEEKS,
  consistencyBand,
  consistencyIndex,
  isMinimumDose,
  LEAST_SHARE_OF_SETS,
  type ConsistencyBand,
  type WeekMark,
} from './consistency.ts';

/** Lifting of one week, planned and done, as far as the minimum dose asks (R10.2). */
export interface WeekDose {
  /** Planned sessions with anything to do in them. */
  readonly sessionsPlanned: number;
  /** Lower-body sets of the planned session that has the fewest, but any; 0 without such a session. */
  readonly lowerSetsPlanned: number;
  /** Days with a lift. */
  readonly liftDays: number;
  /** Lower-body work sets of the day that had the most. */
  readonly lowerSetsDone: number;
}

export const NO_DOSE: WeekDose = { sessionsPlanned: 0, lowerSetsPlanned: 0, liftDays: 0, lowerSetsDone: 0 };

/**
 * What a week counts as (R10.2): `done` when one lift held 60 % of the lower-body sets of a planned session, `frozen` when nothing
 * was planned, else `missed`. One lift is the minimum that keeps strength, so that one of two planned ones is enough; the lifts
 * of the plan are what the phase asks for, so that any of them is heavy enough, and a deload counts when it was done.
 */
export const weekMark = (dose: WeekDose): WeekMark => {
  if (dose.sessionsPlanned === 0) return 'frozen';
  return isMinimumDose({ heavyLifts: dose.liftDays, ...dose }) ? 'done' : 'missed';
};

/** Lower-body sets that make the next lift count; 0 when the plan has none. */
export const setsToCount = ({ lowerSetsPlanned }: WeekDose): number =>
  Math.max(0, Math.ceil(LEAST_SHARE_OF_SETS * lowerSetsPlanned - 1e-9));

/** The consistency of twelve weeks (R10.2 CI12). */
export interface Consistency {
  /** 0 to 100. */
  readonly index: number;
  readonly band: ConsistencyBand;
  readonly doneWeeks: number;
  /** Weeks that were not frozen. */
  readonly countedWeeks: number;
  /** Too few weeks for a per cent or a word: their count says more [D]. */
  readonly isEarly: boolean;
}

const LEAST_WEEKS = 4;

/** Consistency of twelve complete weeks (R10.2); `undefined` when all were frozen or they are not twelve. */
export const consistencyOf = (marks: readonly WeekMark[]): Consistency | undefined => {
  const doneWeeks = marks.filter((mark) => mark === 'done').length;
  const frozen = marks.filter((mark) => mark === 'frozen').length;
  const countedWeeks = marks.length - frozen;
  const index = marks.length === CONSISTENCY_WEEKS ? consistencyIndex(doneWeeks, frozen) : undefined;
  if (index === undefined) return undefined;
  return { index, band: consistencyBand(index), doneWeeks, countedWeeks, isEarly: countedWeeks < LEAST_WEEKS };
};
