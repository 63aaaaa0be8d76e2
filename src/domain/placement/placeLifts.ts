import { judge, type Judgement, type WeekToPlan } from './judge.ts';
import { LIFT_HOURS, repeated, WEEK_H, type PlacedLift, type PlacedRun } from './placedWeek.ts';
import type { PlacementPolicies } from './policies.ts';

/** Lifts at some places of a week, and what is to be said of it. */
export interface Placement extends Judgement {
  readonly lifts: readonly PlacedLift[];
}

export interface Placements {
  /** The best first, no more than were asked for. */
  readonly best: readonly Placement[];
  /** How many places break no hard rule. */
  readonly feasible: number;
}

/** More are never offered in one week. */
export const MOST_LIFTS = 3;

/** Mornings and evenings of the seven days. */
export const slotsOf = ({ morningH, eveningH }: PlacementPolicies): readonly number[] =>
  Array.from({ length: 7 }, (_, day) => [24 * day + morningH, 24 * day + eveningH]).flat();

const choose = (slots: readonly number[], count: number): readonly (readonly number[])[] => {
  if (count === 0) return [[]];
  return slots.flatMap((slot, place) => choose(slots.slice(place + 1), count - 1).map((rest) => [slot, ...rest]));
};

const liftAt = (startH: number, hours: number): PlacedLift => ({ startH, endH: startH + hours });

interface Wanted {
  /** 1 to 3. */
  readonly lifts: number;
  /** Hours a lift takes: all alike, or one after the other in the order in which they are done. */
  readonly liftHours?: number | readonly number[];
  /** Where a lift may begin, hours from Monday; absent: every morning and evening. */
  readonly slotsH?: readonly number[];
  /** How many plans are asked for. */
  readonly most?: number;
}

const hoursOf = (liftHours: number | readonly number[], place: number): number =>
  typeof liftHours === 'number' ? liftHours : (liftHours[place] ?? LIFT_HOURS);

const BEST = 3;

/** Float noise must not order plans that cost the same. */
const EPSILON = 1e-9;

const earlier = (a: Placement, b: Placement): number => {
  const place = a.lifts.findIndex(({ startH }, at) => startH !== b.lifts[at]?.startH);
  return place < 0 ? 0 : (a.lifts[place]?.startH ?? 0) - (b.lifts[place]?.startH ?? 0);
};

const cheapestFirst = (a: Placement, b: Placement): number =>
  Math.abs(a.cost - b.cost) > EPSILON ? a.cost - b.cost : earlier(a, b);

const placementsIn = (
  { lifts, liftHours = LIFT_HOURS, slotsH, most = BEST }: Wanted,
  policies: PlacementPolicies,
  judgeAll: (lifts: readonly PlacedLift[]) => Judgement,
): Placements => {
  const count = Math.min(MOST_LIFTS, Math.max(0, Math.trunc(lifts)));
  const feasible = choose(
    (slotsH ?? slotsOf(policies)).toSorted((a, b) => a - b),
    count,
  )
    .map((starts): Placement => {
      const placed = starts.map((startH, place) => liftAt(startH, hoursOf(liftHours, place)));
      return { lifts: placed, ...judgeAll(placed) };
    })
    .filter(({ violations }) => violations.length === 0)
    .toSorted(cheapestFirst);
  return { best: feasible.slice(0, most), feasible: feasible.length };
};

/** The best places for lifts of the legs in one week (R6.1): every combination is tried, so the best is the best there is. */
export const placeLifts = (week: WeekToPlan, wanted: Wanted): Placements =>
  placementsIn(wanted, week.policies, (lifts) => judge(lifts, week));

/** A usual week of runs, which goes round: after its Sunday comes its own Monday. */
export interface UsualRuns extends Omit<WeekToPlan, 'standing' | 'closed'> {
  readonly runs: readonly PlacedRun[];
}

/** How lifts of a week that repeats itself stand: its own lifts come again a week later. */
export const judgeUsual = (lifts: readonly PlacedLift[], week: UsualRuns): Judgement => {
  const again = lifts.map((one) => ({ startH: one.startH + WEEK_H, endH: one.endH + WEEK_H }));
  return judge(lifts, { ...week, runs: repeated(week.runs), standing: again, closed: [] });
};

/** The same for a week that repeats itself (R6.2). */
export const placeInUsualWeek = (week: UsualRuns, wanted: Wanted): Placements =>
  placementsIn(wanted, week.policies, (lifts) => judgeUsual(lifts, week));
