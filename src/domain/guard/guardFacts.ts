import type { PlainDate } from '../kernel/plainDate.ts';
import type { PlannedRun } from '../running/plannedRuns.ts';

/** A run as the guard looks at it. */
export interface GuardRun {
  readonly on: PlainDate;
  /** The hour at which it began; absent when no app said. */
  readonly startH?: number | undefined;
  readonly isKey: boolean;
  readonly isTreadmill: boolean;
  readonly distanceM?: number | undefined;
  readonly movingS?: number | undefined;
  readonly averageHr?: number | undefined;
  readonly ascentM?: number | undefined;
  readonly rpe?: number | undefined;
  /** Less speed for a heartbeat in the second half than in the first, per cent, where somebody has typed it (R4.7). */
  readonly decouplingPct?: number | undefined;
}

export interface GuardLift {
  readonly on: PlainDate;
  readonly startH?: number | undefined;
}

export interface GuardCheckIn {
  readonly on: PlainDate;
  /** Of the legs, 0 to 10. */
  readonly soreness?: number | undefined;
  readonly isIll: boolean;
}

/** Everything the guard looks at, each in order of date. */
export interface GuardFacts {
  readonly today: PlainDate;
  /** When the lifting began whose effect is looked for: the first day of the program. Absent without one. */
  readonly liftingSince?: PlainDate | undefined;
  /** Where the charts begin anew, after something was done about an alarm. */
  readonly chartsSince?: PlainDate | undefined;
  readonly runs: readonly GuardRun[];
  readonly lifts: readonly GuardLift[];
  /** Of the last fourteen weeks, up to yesterday. */
  readonly planned: readonly PlannedRun[];
  /** Days of races: before and after one nobody runs a usual week. */
  readonly racedOn: readonly PlainDate[];
  readonly checkIns: readonly GuardCheckIn[];
  /** The highest heart rate that a run of this athlete has shown. */
  readonly maxHr?: number | undefined;
  /** A lever of lifting was raised in the last two weeks. */
  readonly isLeverRaised: boolean;
}
