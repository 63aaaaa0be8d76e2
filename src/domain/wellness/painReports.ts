import { daysBetween, type PlainDate } from '../kernel/plainDate.ts';
import type { CheckIn } from './checkIn.ts';
import { painGate, type PainDecision } from './painGate.ts';
import type { PainRegion } from './substitution.ts';

/** Two reports further apart than this are not of one complaint. */
const APART_DAYS = 14;

export interface PainVerdict {
  readonly decision: PainDecision;
  readonly on: PlainDate;
  readonly region?: PainRegion | undefined;
  /** The worst during the last session, 0 to 10. */
  readonly during: number;
  /** Next morning less the morning of the report before; absent when nobody said. */
  readonly nextMorningChange?: number | undefined;
  /** Against the report before; absent when there is none. */
  readonly trend?: number | undefined;
}

const isOfSameRegion = (one: CheckIn, other: CheckIn): boolean =>
  one.painRegion === undefined || other.painRegion === undefined || one.painRegion === other.painRegion;

/** The morning before the complaint counts as free of pain, unless the report before says otherwise [D]. */
const morningChange = (newest: CheckIn, before: CheckIn | undefined): number | undefined =>
  newest.painNextMorning === undefined ? undefined : newest.painNextMorning - (before?.painNextMorning ?? 0);

/**
 * The pain gate (R8.1) of the last two reports that speak of pain, the newer one at most 14 days old. What was not said never
 * lets a load rise: without the next morning, or without a report to compare with, `progress` becomes `hold`.
 * `undefined` when nobody said anything of pain, or there was none in either.
 */
export const painVerdict = (checkIns: readonly CheckIn[], today: PlainDate): PainVerdict | undefined => {
  const [newest, ...older] = checkIns
    .filter((one) => one.on <= today && one.painScore !== undefined)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));
  if (newest?.painScore === undefined || daysBetween(newest.on, today) > APART_DAYS) return undefined;
  const before = older.find((one) => isOfSameRegion(one, newest) && daysBetween(one.on, newest.on) <= APART_DAYS);
  const hasRedFlag = newest.redFlags.length > 0;
  if (newest.painScore === 0 && (before?.painScore ?? 0) === 0 && !hasRedFlag) return undefined;
  const nextMorningChange = morningChange(newest, before);
  const trend = before?.painScore === undefined ? undefined : newest.painScore - before.painScore;
  const decision = painGate({
    during: newest.painScore,
    nextMorningChange: nextMorningChange ?? 0,
    weekTrend: trend ?? 0,
    hasRedFlag,
  });
  if (decision === undefined) return undefined;
  const isKnown = nextMorningChange !== undefined && trend !== undefined;
  return {
    decision: decision === 'progress' && !isKnown ? 'hold' : decision,
    on: newest.on,
    region: newest.painRegion,
    during: newest.painScore,
    nextMorningChange,
    trend,
  };
};
