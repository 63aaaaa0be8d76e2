import { addDays, type PlainDate } from '../kernel/plainDate.ts';
import { beyondLimit, judge, type CostPart, type Judgement, type Violation } from './judge.ts';
import { MOST_LIFTS, placeLifts } from './placeLifts.ts';
import { TIMES_OF_DAY, type TimeOfDay } from './placedWeek.ts';
import {
  closureOf,
  hourOf,
  hoursOfLift,
  placeAt,
  placedLift,
  plannedWeek,
  type CalendarLift,
  type Closure,
  type Place,
  type PlacementFacts,
  type PlannedWeek,
} from './placementFacts.ts';
import { closureText, costText, leftOutText, placeText, violationText } from './placementWords.ts';
import type { PlacementPolicies } from './policies.ts';

/** A lift and where it is to stand. */
export interface Move extends Place {
  readonly sessionId: number;
}

/** Lifts of the legs in the halves of a week, and what is to be said of it. */
export interface OfferedPlan {
  readonly moves: readonly Move[];
  readonly cost: number;
  /** The parts of the cost, each with the session it is about. */
  readonly parts: readonly (CostPart & { readonly name: string; readonly words: string })[];
}

export interface WeekOffer {
  /** The lifts that are placed; none when there are none, or more than three. */
  readonly lifts: readonly CalendarLift[];
  readonly best: readonly OfferedPlan[];
  /** Those that are more than the week may hold, and are not placed (H5). */
  readonly leftOut: readonly CalendarLift[];
  /** In words, which lifts those are, and which stay where the coach has put them. */
  readonly leftOutWhy?: string | undefined;
  /** How many plans break no rule. */
  readonly feasible: number;
  /** In words, why nothing is offered. */
  readonly why?: string | undefined;
}

export type PlaceLevel = 'ok' | 'look' | 'act';

/** What is to be said of a lift in one half of a day. */
export interface JudgedPlace {
  /** `ok`: no dearer than the best place; `look`: allowed and dearer; `act`: breaks a rule. */
  readonly level: PlaceLevel;
  /** What it breaks, in words. */
  readonly broken: readonly string[];
  /** What it costs, in words. */
  readonly costs: readonly string[];
  /** Of the whole week with the lift there. */
  readonly cost: number;
}

export const allPlaces = (monday: PlainDate): readonly Place[] =>
  Array.from({ length: 7 }, (_, day) => addDays(monday, day)).flatMap((on) =>
    TIMES_OF_DAY.map((timeOfDay) => ({ on, timeOfDay })),
  );

/** The facts with some lifts standing elsewhere. */
export const withMoves = (facts: PlacementFacts, moves: readonly Move[]): PlacementFacts => {
  const moved = new Map(moves.map((move) => [move.sessionId, move]));
  return {
    ...facts,
    lifts: facts.lifts.map((lift) => {
      const move = moved.get(lift.sessionId);
      if (move === undefined || (move.on === lift.on && move.timeOfDay === lift.timeOfDay)) return lift;
      // The reason was for where it stood.
      return { ...lift, on: move.on, timeOfDay: move.timeOfDay, reason: undefined };
    }),
  };
};

/** How the lifts of the legs stand in a week. */
export const judgeCalendarWeek = (
  facts: PlacementFacts,
  monday: PlainDate,
  policies: PlacementPolicies,
): Judgement & { readonly lifts: readonly CalendarLift[] } => {
  const { lifts, week } = plannedWeek(facts, monday, policies);
  return {
    lifts,
    ...judge(
      lifts.map((lift) => placedLift(lift, monday, week.policies)),
      week,
    ),
  };
};

type JudgedWeek = ReturnType<typeof judgeCalendarWeek>;

/** The sessions that are more than the week may hold. */
const tooManyIn = ({ violations, lifts }: JudgedWeek): readonly number[] =>
  violations.flatMap(({ rule, lift }) => (rule === 'H5' && lift !== undefined ? [lifts[lift]?.sessionId ?? 0] : []));

const isSameAs = (a: Violation, b: Violation): boolean =>
  a.rule === b.rule && a.gapH === b.gapH && a.run?.startH === b.run?.startH;

const within = (cost: number, least: number): boolean => cost <= least + 1 + 1e-9;

interface Tried extends JudgedPlace {
  readonly isBroken: boolean;
}

interface Trial {
  readonly facts: PlacementFacts;
  readonly monday: PlainDate;
  readonly policies: PlacementPolicies;
  readonly lift: CalendarLift;
  /** What is broken in the week without the lift. */
  readonly others: readonly Violation[];
  /** The sessions that are too many with the lift where it stands. */
  readonly tooMany: readonly number[];
}

const trialOf = (facts: PlacementFacts, monday: PlainDate, policies: PlacementPolicies, lift: CalendarLift): Trial => {
  const without = { ...facts, lifts: facts.lifts.filter(({ sessionId }) => sessionId !== lift.sessionId) };
  const others = judgeCalendarWeek(without, monday, policies).violations;
  return { facts, monday, policies, lift, others, tooMany: tooManyIn(judgeCalendarWeek(facts, monday, policies)) };
};

const tryPlace = ({ facts, monday, policies, lift, others, tooMany }: Trial, place: Place): Tried => {
  const closure = closureOf(facts, place.on, lift.minutes);
  const closed = closure === undefined ? [] : [closureText(closure)];
  const moved = judgeCalendarWeek(withMoves(facts, [{ sessionId: lift.sessionId, ...place }]), monday, policies);
  const at = moved.lifts.findIndex(({ sessionId }) => sessionId === lift.sessionId);
  // A week that holds too many already is no fault of a lift that only moves in it, unless another is then one of those.
  const isKnown = (one: Violation): boolean =>
    one.rule === 'H5'
      ? tooMany.includes(moved.lifts[one.lift ?? -1]?.sessionId ?? 0)
      : others.some((other) => isSameAs(one, other));
  const broken = moved.violations
    .filter((one) => one.lift === at || !isKnown(one))
    .map((one) => violationText(one, monday, facts.closed));
  const all = [...new Set([...closed, ...broken])];
  return {
    isBroken: all.length > 0,
    level: all.length > 0 ? 'act' : 'ok',
    broken: all,
    costs: moved.parts.filter((part) => part.lift === at).map(costText),
    cost: moved.cost,
  };
};

/** What is to be said of a lift in every half of a day of its week, the others standing where they stand. */
export const judgePlaces = (
  facts: PlacementFacts,
  monday: PlainDate,
  policies: PlacementPolicies,
  sessionId: number,
): ReadonlyMap<string, JudgedPlace> => {
  const lift = facts.lifts.find((one) => one.sessionId === sessionId);
  if (lift === undefined) return new Map();
  if (!lift.isLower) {
    return new Map(
      allPlaces(monday).map((place) => [placeKey(place), freePlace(closureOf(facts, place.on, lift.minutes))]),
    );
  }
  const trial = trialOf(facts, monday, policies, lift);
  const tried = allPlaces(monday).map((place) => [placeKey(place), tryPlace(trial, place)] as const);
  const least = Math.min(...tried.flatMap(([, one]) => (one.isBroken ? [] : [one.cost])));
  return new Map(
    tried.map(([key, { isBroken, ...one }]) => [
      key,
      isBroken || within(one.cost, least) ? one : { ...one, level: 'look' as const },
    ]),
  );
};

/** A session of the upper body and trunk keeps to the athlete's time alone. */
const freePlace = (closure: Closure | undefined): JudgedPlace => ({
  level: closure === undefined ? 'ok' : 'act',
  broken: closure === undefined ? [] : [closureText(closure)],
  costs: [],
  cost: 0,
});

export const placeKey = ({ on, timeOfDay }: Place): string => `${on} ${timeOfDay}`;

/** What is to be said of a lift where it stands. */
export const judgeStanding = (
  facts: PlacementFacts,
  monday: PlainDate,
  policies: PlacementPolicies,
  lift: CalendarLift,
): JudgedPlace | undefined => judgePlaces(facts, monday, policies, lift.sessionId).get(placeKey(lift));

const whyNothing = (facts: PlacementFacts, monday: PlainDate, lifts: readonly CalendarLift[], open: number): string => {
  if (open === 0) {
    const away = allPlaces(monday).every(({ on }) => closureOf(facts, on, 0)?.kind === 'away');
    return away
      ? 'Away all week: nothing is placed.'
      : 'No day of this week that is still to come has time for these sessions.';
  }
  const count = lifts.length === 1 ? 'the lift' : `${lifts.length} lifts`;
  return `Every way to place ${count} breaks a rule: the ${open} halves of days with time for it are too close to key runs, races, closed days or each other.`;
};

interface ToPlace {
  readonly lifts: readonly CalendarLift[];
  readonly leftOut: readonly CalendarLift[];
  readonly leftOutWhy?: string | undefined;
  /** The week without what is left out, and with what the coach has forced. */
  readonly week: PlannedWeek['week'];
}

/** Which of a week's lifts are placed: of those that are more than it may hold, forced ones stand and the others are left out (H5). */
const toPlaceOf = ({ lifts, week }: PlannedWeek, monday: PlainDate): ToPlace => {
  const { limit, policies } = week;
  const placed = lifts.map((lift) => placedLift(lift, monday, policies));
  const beyond = beyondLimit(placed, week);
  if (limit === undefined || beyond.length === 0) return { lifts, leftOut: [], week };
  const isForced = (at: number): boolean => placed[at]?.isForced === true;
  const leftOut = lifts.filter((_, at) => beyond.includes(at) && !isForced(at));
  const forced = lifts.filter((_, at) => beyond.includes(at) && isForced(at));
  const names = (some: readonly CalendarLift[]): readonly string[] => some.map(({ name }) => name);
  return {
    lifts: lifts.filter((_, at) => !beyond.includes(at)),
    leftOut,
    leftOutWhy: leftOutText(limit, { left: names(leftOut), forced: names(forced) }),
    week: {
      ...week,
      standing: [...week.standing, ...placed.filter((_, at) => beyond.includes(at) && isForced(at))],
      limit: undefined,
    },
  };
};

/** In words, which lifts of a week are more than it may hold (H5); `undefined` where none is. */
export const leftOutIn = (facts: PlacementFacts, monday: PlainDate, policies: PlacementPolicies): string | undefined =>
  toPlaceOf(plannedWeek(facts, monday, policies), monday).leftOutWhy;

/** Where fewer of the lifts would fit, when all of them do not. */
const whatFits = (
  { week, lifts }: Pick<ToPlace, 'week' | 'lifts'>,
  slotsH: readonly number[],
  monday: PlainDate,
): string => {
  for (let count = lifts.length - 1; count > 0; count -= 1) {
    const some = lifts.slice(0, count);
    const [best] = placeLifts(week, { lifts: count, liftHours: some.map(hoursOfLift), slotsH, most: 1 }).best;
    if (best === undefined) continue;
    const where = best.lifts.map(({ startH }) => placeText(placeAt(startH, monday, week.policies)));
    return ` ${count === 1 ? 'One lift' : `${count} lifts`} would fit: ${where.join(' and ')}.`;
  }
  return '';
};

/**
 * The best three plans for the lifts of the legs of one week (R6.1), kept to the athlete's time, travel and two-a-days; days before
 * `today` are past. Of more lifts than the week may hold the later ones are left out, and nothing makes room for them (H5).
 */
export const offerWeek = (
  facts: PlacementFacts,
  monday: PlainDate,
  general: PlacementPolicies,
  today: PlainDate,
): WeekOffer => {
  const toPlace = toPlaceOf(plannedWeek(facts, monday, general), monday);
  const { lifts, week, leftOut, leftOutWhy } = toPlace;
  const { policies } = week;
  const left = { leftOut, ...(leftOutWhy === undefined ? {} : { leftOutWhy }) };
  if (lifts.length === 0) {
    const why =
      leftOutWhy === undefined ? 'No lifts of the legs to place in this week.' : 'No other lift is to be placed.';
    return { lifts, ...left, best: [], feasible: 0, why };
  }
  if (lifts.length > MOST_LIFTS) {
    const why = `${lifts.length} lifts of the legs stand in this week; no more than ${MOST_LIFTS} are placed. Take one out, or move them by hand.`;
    return { lifts, ...left, best: [], feasible: 0, why };
  }
  const longest = Math.max(...lifts.map(({ minutes }) => minutes));
  const slotsH = allPlaces(monday)
    .filter(({ on }) => on >= today && closureOf(facts, on, longest) === undefined)
    .map((place) => hourOf(place, monday, policies));
  const found = placeLifts(week, { lifts: lifts.length, liftHours: lifts.map(hoursOfLift), slotsH });
  const best = found.best.map((plan) => ({
    cost: plan.cost,
    moves: plan.lifts.map(({ startH }, at) => ({
      sessionId: lifts[at]?.sessionId ?? 0,
      ...placeAt(startH, monday, policies),
    })),
    parts: plan.parts.map((part) => ({ ...part, name: lifts[part.lift]?.name ?? '', words: costText(part) })),
  }));
  return {
    lifts,
    ...left,
    best,
    feasible: found.feasible,
    ...(best.length > 0
      ? {}
      : { why: whyNothing(facts, monday, lifts, slotsH.length) + whatFits(toPlace, slotsH, monday) }),
  };
};

/** The same halves of days as in another week, if they break no rule in this one. */
export const repeatedIn = (
  facts: PlacementFacts,
  monday: PlainDate,
  policies: PlacementPolicies,
  pattern: readonly { readonly day: number; readonly timeOfDay: TimeOfDay }[],
): readonly Move[] | undefined => {
  const { lifts, week } = toPlaceOf(plannedWeek(facts, monday, policies), monday);
  if (lifts.length === 0 || lifts.length !== pattern.length) return undefined;
  const moves = pattern.flatMap(({ day, timeOfDay }, at): Move[] => {
    const lift = lifts[at];
    return lift === undefined ? [] : [{ sessionId: lift.sessionId, on: addDays(monday, day), timeOfDay }];
  });
  const isOpen = moves.every(({ on }, at) => closureOf(facts, on, lifts[at]?.minutes ?? 0) === undefined);
  const moved = withMoves({ ...facts, lifts }, moves).lifts.map((lift) => placedLift(lift, monday, week.policies));
  return isOpen && judge(moved, week).violations.length === 0 ? moves : undefined;
};

/** The lifts whose place a plan changes. */
export const changedBy = (
  facts: PlacementFacts,
  moves: readonly Move[],
): readonly (Move & { readonly from: CalendarLift })[] =>
  moves.flatMap((move) => {
    const from = facts.lifts.find(({ sessionId }) => sessionId === move.sessionId);
    if (from === undefined || (from.on === move.on && from.timeOfDay === move.timeOfDay)) return [];
    return [{ ...move, from }];
  });
