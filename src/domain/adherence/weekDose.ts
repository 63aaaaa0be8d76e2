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
  readonly lowerSetsPlanned: number;
  /** Days with a lift. */
  readonly liftDays: number;
  /** Work sets for the lower body. */
  readonly lowerSetsDone: number;
}

export const NO_DOSE: WeekDose = { sessionsPlanned: 0, lowerSetsPlanned: 0, liftDays: 0, lowerSetsDone: 0 };

/**
 * What a week counts as (R10.2): `done` with the minimum dose, `frozen` when nothing was planned, else `missed`. The lifts of the
 * plan are what the phase asks for, so that any of them is heavy enough to count; a deload counts when it was done.
 */
export const weekMark = (dose: WeekDose): WeekMark => {
  if (dose.sessionsPlanned === 0) return 'frozen';
  const isDone = isMinimumDose({ heavyLifts: dose.liftDays, ...dose });
  return isDone ? 'done' : 'missed';
};

/** Lower-body sets still to do before the week counts; 0 when it does or has none planned. */
export const setsToCount = ({ lowerSetsPlanned, lowerSetsDone }: WeekDose): number =>
  Math.max(0, Math.ceil(LEAST_SHARE_OF_SETS * lowerSetsPlanned - 1e-9) - lowerSetsDone);

/** The consistency of twelve weeks (R10.2 CI12). */
export interface Consistency {
  /** 0 to 100. */
  readonly index: number;
  readonly band: ConsistencyBand;
  readonly doneWeeks: number;
  /** Weeks that were not frozen. */
  readonly countedWeeks: number;
}

/** Consistency of twelve complete weeks (R10.2); `undefined` when all were frozen or they are not twelve. */
export const consistencyOf = (marks: readonly WeekMark[]): Consistency | undefined => {
  const doneWeeks = marks.filter((mark) => mark === 'done').length;
  const frozen = marks.filter((mark) => mark === 'frozen').length;
  const index = marks.length === CONSISTENCY_WEEKS ? consistencyIndex(doneWeeks, frozen) : undefined;
  return index === undefined
    ? undefined
    : { index, band: consistencyBand(index), doneWeeks, countedWeeks: marks.length - frozen };
};
