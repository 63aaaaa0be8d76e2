import type { Contract } from '../../contract/contract.ts';
import type { InputOf, OutputOf } from '../../contract/derive.ts';
import { addDays, daysBetween, isoWeekOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import {
  changedBy,
  leftOutIn,
  offerWeek,
  repeatedIn,
  withMoves,
  type Move,
} from '../../domain/placement/placeInCalendar.ts';
import { plannedWeek, type PlacementFacts } from '../../domain/placement/placementFacts.ts';
import type { PlacementPolicies } from '../../domain/placement/policies.ts';
import type { QueryContext } from '../deps.ts';
import { additionKeys } from '../programs/templates.ts';
import { calendarAthletes } from './calendarStore.ts';
import { calendarsOf, type CalendarAthlete } from './calendarView.ts';
import { readPolicies } from './placementPolicies.ts';

type Outcome = OutputOf<Contract['calendar']['previewPlacing']>['athletes'][number];
type Order = Pick<InputOf<Contract['calendar']['placeLifts']>, 'athleteIds' | 'from' | 'weeks' | 'choice'>;

interface Pattern {
  readonly day: number;
  readonly timeOfDay: 'am' | 'pm';
}

/** Without the lifts of weeks that are yet to be placed: where they stand now holds nothing up. */
const beforeWeek = (facts: PlacementFacts, next: PlainDate, end: PlainDate): PlacementFacts => ({
  ...facts,
  lifts: facts.lifts.filter(({ on, isDone }) => isDone || on < next || on >= end),
});

/** Plans one athlete's lifts week after week, each by what the weeks before it have become. */
const placingOf = (
  athlete: CalendarAthlete,
  policies: PlacementPolicies,
  { from, weeks, choice }: Order,
  today: PlainDate,
): Outcome => {
  let facts: PlacementFacts = athlete;
  let pattern: readonly Pattern[] | undefined;
  const changes: Outcome['changes'][number][] = [];
  const left: Outcome['left'][number][] = [];
  const leftOut: Outcome['leftOut'][number][] = [];
  for (let at = 0; at < weeks; at += 1) {
    const monday = addDays(from, 7 * at);
    const moves = movesFor(beforeWeek(facts, addDays(monday, 7), addDays(from, 7 * weeks)), monday, policies, {
      today,
      choice,
      pattern,
    });
    if (moves.leftOutWhy !== undefined) leftOut.push({ week: isoWeekOf(monday), why: moves.leftOutWhy });
    if (moves.found === undefined) {
      // A program that has no sessions in a week leaves nothing to say.
      if (plannedWeek(facts, monday, policies).lifts.length > 0) left.push({ week: isoWeekOf(monday), why: moves.why });
      continue;
    }
    pattern ??= moves.found.map(({ on, timeOfDay }) => ({ day: daysBetween(monday, on), timeOfDay }));
    for (const { sessionId, on, timeOfDay, from: before } of changedBy(facts, moves.found)) {
      const stood = athlete.lifts.find((one) => one.sessionId === sessionId);
      if (stood === undefined) continue;
      changes.push({
        sessionId: stood.sessionId,
        name: before.name,
        week: isoWeekOf(monday),
        from: { on: before.on, timeOfDay: before.timeOfDay },
        to: { on, timeOfDay },
      });
    }
    facts = withMoves(facts, moves.found);
  }
  return { athleteId: athlete.athleteId, name: athlete.name, changes, left, leftOut };
};

interface Found {
  readonly found: readonly Move[] | undefined;
  /** Why nothing was. */
  readonly why: string;
  readonly leftOutWhy?: string | undefined;
}

interface Wish {
  readonly today: PlainDate;
  readonly choice: number;
  readonly pattern: readonly Pattern[] | undefined;
}

/** The moves of one week: those of the weeks before, if they hold, else the best there are. */
const movesFor = (
  facts: PlacementFacts,
  monday: PlainDate,
  policies: PlacementPolicies,
  { today, choice, pattern }: Wish,
): Found => {
  const again = pattern === undefined ? undefined : repeatedIn(facts, monday, policies, pattern);
  if (again !== undefined) return { found: again, why: '', leftOutWhy: leftOutIn(facts, monday, policies) };
  const { best, why = 'No plan breaks no rule.', leftOutWhy } = offerWeek(facts, monday, policies, today);
  const wanted = pattern === undefined ? choice : 1;
  return { found: (best[wanted - 1] ?? best.at(-1))?.moves, why, leftOutWhy };
};

/** What placing the lifts of some athletes would change. */
export const placing = ({ db, clock, deps }: QueryContext, order: Order): Outcome[] => {
  const today = clock.today();
  const { athleteIds, from, weeks } = order;
  const to = addDays(from, 7 * weeks + 6);
  const calendars = calendarsOf(db, calendarAthletes(db, athleteIds), {
    from: addDays(from, -7),
    to,
    today,
    additions: additionKeys(db, deps.resourcesFolder),
  });
  const policies = readPolicies(db);
  return calendars.map((athlete) => placingOf(athlete, policies, order, today));
};
