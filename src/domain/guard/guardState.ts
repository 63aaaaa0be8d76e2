import { daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import type { Alarm } from './detectors.ts';

/** The detectors that can alarm by themselves (R7.2, R7.3). D9 only supports others. */
export const DETECTORS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D10'] as const;

export type Detector = (typeof DETECTORS)[number];

/** A detector that alarmed, and when it first did. */
export interface Signal {
  readonly detector: Detector;
  readonly alarm: Exclude<Alarm, 'none'>;
  readonly on: PlainDate;
}

export type GuardLevel = 'green' | 'amber' | 'red';

const TOGETHER_DAYS = 14;
const DIFFERENT_AMBERS = 3;

/**
 * What all signals of the last two weeks come to (R7.4). Red: any red; the charts of pace and of effort both; three detectors of
 * different kinds. Amber: any one.
 */
export const guardLevel = (signals: readonly Signal[], today: PlainDate): GuardLevel => {
  const recent = signals.filter(({ on }) => on <= today && daysBetween(on, today) < TOGETHER_DAYS);
  if (recent.length === 0) return 'green';
  const kinds = new Set(recent.map(({ detector }) => detector));
  const isRed =
    recent.some(({ alarm }) => alarm === 'red') ||
    (kinds.has('D1') && kinds.has('D2')) ||
    kinds.size >= DIFFERENT_AMBERS;
  return isRed ? 'red' : 'amber';
};

/** What to do about it (R7.4): lifting gives way, the running plan stays. */
export type GuardAction = 'none' | 'easeLifting' | 'maintain' | 'lookElsewhere' | 'restore';

const GREEN_WEEKS_TO_RESTORE = 2;

interface Circumstances {
  readonly level: GuardLevel;
  /** A lever of lifting was raised in the last 14 days. */
  readonly isLeverRaised: boolean;
  /** D5 or D6 say that it comes after lifts. */
  readonly isAfterLifts: boolean;
  /** Lifting was eased because of an alarm, and is still. */
  readonly isEased: boolean;
  readonly greenWeeks: number;
}

/** The step of the ladder that is due (R7.4). */
export const guardAction = (now: Circumstances): GuardAction => {
  if (now.level === 'green') return now.isEased && now.greenWeeks >= GREEN_WEEKS_TO_RESTORE ? 'restore' : 'none';
  if (!now.isLeverRaised && !now.isAfterLifts) return 'lookElsewhere';
  return now.level === 'red' ? 'maintain' : 'easeLifting';
};
