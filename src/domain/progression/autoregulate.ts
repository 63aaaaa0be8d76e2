import { roundTo } from '../kernel/quantity.ts';
import { estimateFromRpe, loadForRpe } from '../strength/rpeChart.ts';

/** A work set that was rated: RPE 6 to 10 in steps of 0.5, as the chart has it (R1.2). */
export interface RatedSet {
  readonly reps: number;
  readonly loadKg: number;
  readonly rpe: number;
}

/** What the next set of a session should be. All in kilograms. */
export interface NextSet {
  /** The maximum that the last set speaks for; absent with the simple rule. */
  readonly e1rmKg?: number;
  /** What the rule asks for, before caps and rounding. */
  readonly wantedKg: number;
  readonly leastKg: number;
  readonly mostKg: number;
  readonly loadKg: number;
}

interface Rated {
  readonly target: { readonly reps: number; readonly rpe: number };
  /** Every set of the session so far, in order; the first one's load is what the session began with. */
  readonly done: readonly RatedSet[];
  readonly stepKg: number;
}

const MOST_A_SET = 0.05;
const MOST_A_SESSION = 0.1;

/** Share of the load for each whole RPE off target. */
const SIMPLE_SHARE = 0.04;

const EPSILON = 1e-9;

/** To the nearest step, ties down, without leaving the caps; steps too coarse for them leave the load as it is. */
const rounded = (
  wantedKg: number,
  lastKg: number,
  caps: { readonly leastKg: number; readonly mostKg: number },
  stepKg: number,
): number => {
  const heldKg = Math.min(Math.max(wantedKg, caps.leastKg), caps.mostKg);
  const nearest = Math.ceil(heldKg / stepKg - 0.5 - EPSILON);
  const isInside = (kg: number): boolean => kg >= caps.leastKg - EPSILON && kg <= caps.mostKg + EPSILON;
  const fitting = [nearest, nearest - 1, nearest + 1].map((steps) => steps * stepKg).find(isInside);
  return roundTo(fitting ?? lastKg, 2);
};

const within = (wantedKg: number, first: RatedSet, last: RatedSet, stepKg: number): NextSet => {
  const caps = {
    leastKg: Math.max(last.loadKg * (1 - MOST_A_SET), first.loadKg * (1 - MOST_A_SESSION)),
    mostKg: Math.min(last.loadKg * (1 + MOST_A_SET), first.loadKg * (1 + MOST_A_SESSION)),
  };
  return { wantedKg, ...caps, loadKg: rounded(wantedKg, last.loadKg, caps, stepKg) };
};

const firstAndLast = ({ done, stepKg }: Rated): readonly [RatedSet, RatedSet] | undefined => {
  const [first, last] = [done[0], done.at(-1)];
  if (first === undefined || last === undefined || !(stepKg > 0)) return undefined;
  return done.every(({ loadKg }) => loadKg > 0) ? [first, last] : undefined;
};

/**
 * The load of the rest of a session after its last set (R2.1): the set re-estimates the maximum (R1.2), the target is set
 * anew from it, at most 5 % from the last set and 10 % from the first [D]. `undefined` without a set, with a load or step of
 * 0 or less, or outside the chart.
 */
export const autoregulate = (session: Rated): NextSet | undefined => {
  const ends = firstAndLast(session);
  if (ends === undefined) return undefined;
  const e1rmKg = estimateFromRpe(ends[1]);
  if (e1rmKg === undefined) return undefined;
  const wantedKg = loadForRpe(e1rmKg, session.target.reps, session.target.rpe);
  return wantedKg === undefined ? undefined : { e1rmKg, ...within(wantedKg, ...ends, session.stepKg) };
};

/**
 * The same by the simple rule (R2.1 `simpleAutoreg`): 4 % of the load for each RPE off target, 2 % for each half, under the
 * same caps. `undefined` without a set, with a load or step of 0 or less, or an RPE outside 1 to 10.
 */
export const simpleAutoregulate = (session: Rated): NextSet | undefined => {
  const ends = firstAndLast(session);
  if (ends === undefined) return undefined;
  const [, { loadKg, rpe }] = ends;
  if (!(rpe >= 1) || rpe > 10) return undefined;
  const wantedKg = roundTo(loadKg * (1 - SIMPLE_SHARE * (rpe - session.target.rpe)), 6);
  return within(wantedKg, ...ends, session.stepKg);
};
