import type { Detector } from '../guard/guardState.ts';
import { daysBetween, type PlainDate } from '../kernel/plainDate.ts';

/** Why an athlete stands where they do. Facts; the renderer has the words. */
export type StatusReason =
  | { readonly tag: 'pain'; readonly score: number; readonly site: string; readonly reportedOn: PlainDate }
  | { readonly tag: 'liftsMissed'; readonly missed: number; readonly planned: number }
  | { readonly tag: 'noLiftFor'; readonly days: number }
  | { readonly tag: 'noRunFor'; readonly days: number }
  | { readonly tag: 'strengthDown'; readonly exercise: string; readonly percent: number }
  | { readonly tag: 'programEnds'; readonly endsOn: PlainDate }
  | { readonly tag: 'guard'; readonly level: 'amber' | 'red'; readonly detectors: readonly Detector[] }
  | { readonly tag: 'noProgram' }
  | { readonly tag: 'onTrack' }
  | { readonly tag: 'noData' };

export type StatusLevel = 'ok' | 'look' | 'act' | 'none';

export interface RosterStatus {
  readonly level: StatusLevel;
  /** The weightiest first; never empty. */
  readonly reasons: readonly StatusReason[];
}

/** What the roster knows of one athlete. Counts of lifts are over the last two complete weeks. */
export interface RosterFacts {
  readonly today: PlainDate;
  readonly lastLiftOn?: PlainDate | undefined;
  readonly lastRunOn?: PlainDate | undefined;
  readonly pain?: { readonly score: number; readonly site: string; readonly reportedOn: PlainDate } | undefined;
  readonly recentLifts: { readonly planned: number; readonly done: number };
  /** What the running guard says, where it alarms (§7). */
  readonly guard?: { readonly level: 'amber' | 'red'; readonly detectors: readonly Detector[] } | undefined;
  readonly hasProgramNow: boolean;
  readonly programEndsOn?: PlainDate | undefined;
  readonly lifts: readonly { readonly exercise: string; readonly changePercent?: number | undefined }[];
}

/** Days without a heavy exposure after which strength is no longer being maintained (R2.12). */
const LAPSE_DAYS = 10;
/** Days after which strength begins to be lost (R2.13). */
const LOSS_DAYS = 21;
const QUIET_RUN_DAYS = 14;
/** Twice the smallest worthwhile change of an e1RM (R2.6). */
const REAL_FALL_PERCENT = -5;
const PAIN_COUNTS_DAYS = 14;

interface Finding {
  readonly level: 'look' | 'act';
  readonly reason: StatusReason;
}

const painFinding = ({ today, pain }: RosterFacts): Finding | undefined => {
  if (pain === undefined || daysBetween(pain.reportedOn, today) > PAIN_COUNTS_DAYS || pain.score <= 2) return undefined;
  return { level: pain.score > 5 ? 'act' : 'look', reason: { tag: 'pain', ...pain } };
};

const lapseFinding = ({ today, lastLiftOn, hasProgramNow }: RosterFacts): Finding | undefined => {
  if (!hasProgramNow || lastLiftOn === undefined) return undefined;
  const days = daysBetween(lastLiftOn, today);
  if (days <= LAPSE_DAYS) return undefined;
  return { level: days > LOSS_DAYS ? 'act' : 'look', reason: { tag: 'noLiftFor', days } };
};

const guardFinding = ({ guard }: RosterFacts): Finding | undefined =>
  guard === undefined
    ? undefined
    : { level: guard.level === 'red' ? 'act' : 'look', reason: { tag: 'guard', ...guard } };

const missedFinding = ({ recentLifts: { planned, done } }: RosterFacts): Finding | undefined => {
  const missed = planned - done;
  return missed >= 2 ? { level: 'look', reason: { tag: 'liftsMissed', missed, planned } } : undefined;
};

const quietRunFinding = ({ today, lastRunOn }: RosterFacts): Finding | undefined => {
  if (lastRunOn === undefined) return undefined;
  const days = daysBetween(lastRunOn, today);
  return days > QUIET_RUN_DAYS ? { level: 'look', reason: { tag: 'noRunFor', days } } : undefined;
};

const fallFinding = ({ lifts }: RosterFacts): Finding | undefined => {
  const [worst] = lifts
    .filter((lift) => (lift.changePercent ?? 0) <= REAL_FALL_PERCENT)
    .sort((a, b) => (a.changePercent ?? 0) - (b.changePercent ?? 0));
  if (worst?.changePercent === undefined) return undefined;
  return { level: 'look', reason: { tag: 'strengthDown', exercise: worst.exercise, percent: worst.changePercent } };
};

const planFinding = ({ today, hasProgramNow, programEndsOn }: RosterFacts): Finding | undefined => {
  if (!hasProgramNow) return { level: 'look', reason: { tag: 'noProgram' } };
  if (programEndsOn === undefined || daysBetween(today, programEndsOn) > 7) return undefined;
  return { level: 'look', reason: { tag: 'programEnds', endsOn: programEndsOn } };
};

/** Where an athlete stands on the roster, and why. An athlete of whom nothing is known is never called on track. */
export const rosterStatus = (facts: RosterFacts): RosterStatus => {
  const hasData = facts.lastLiftOn !== undefined || facts.lastRunOn !== undefined;
  if (!hasData) return { level: 'none', reasons: [{ tag: 'noData' }] };
  const findings = [painFinding, guardFinding, lapseFinding, missedFinding, fallFinding, quietRunFinding, planFinding]
    .map((find) => find(facts))
    .filter((finding) => finding !== undefined);
  if (findings.length === 0) return { level: 'ok', reasons: [{ tag: 'onTrack' }] };
  const level = findings.some((finding) => finding.level === 'act') ? 'act' : 'look';
  const ordered = [...findings].sort((a, b) => Number(b.level === 'act') - Number(a.level === 'act'));
  return { level, reasons: ordered.map((finding) => finding.reason) };
};

/** Days since the last word with an athlete of whom none is noted. */
const NEVER_SPOKEN_DAYS = 30;

/**
 * How much an athlete needs the coach (R10.3), the higher the more: 100 for red and 10 for amber, then up to 1 for what is missing of
 * their consistency and a thirtieth for every day since the last contact. Nobody is moved past somebody with a worse light by the
 * rest: contact counts for at most 60 days.
 */
export const triageKey = (of: {
  readonly level: StatusLevel;
  /** 0 to 100; absent where nothing was planned. */
  readonly consistency?: number | undefined;
  readonly daysSinceContact?: number | undefined;
}): number => {
  const light = of.level === 'act' ? 100 : of.level === 'look' ? 10 : 0;
  const missing = of.consistency === undefined ? 0 : 1 - of.consistency / 100;
  return light + missing + Math.min(60, of.daysSinceContact ?? NEVER_SPOKEN_DAYS) / 30;
};
