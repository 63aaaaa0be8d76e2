import { strengthOver, type LiftOverBlock } from '../../domain/insights/blockOutcome.ts';
import { addDays, daysBetween, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { endedBlocks, pointsSince, weeksSince } from './insightsStore.ts';

export const WEEKS_BEFORE = 4;
/** A maximum known so long before a block still tells where it began. */
export const KNOWN_DAYS = 28;

type Point = ReturnType<typeof pointsSince>[number];
type Week = Omit<ReturnType<typeof weeksSince>[number], 'athleteId'>;
type Block = Pick<ReturnType<typeof endedBlocks>[number], 'startsOn' | 'lastWeekOn' | 'sessions'>;

/** Each lift as it was known when a block began, or first became known in it, and as it was at the end. */
const liftsOver = (points: readonly Point[], { startsOn, lastWeekOn }: Block): readonly LiftOverBlock[] => {
  const end = addDays(lastWeekOn, 6);
  return [...Map.groupBy(points, ({ exerciseId }) => exerciseId).values()].flatMap((lift) => {
    const before = lift.findLast(({ on }) => on <= startsOn && on >= addDays(startsOn, -KNOWN_DAYS));
    const start = before ?? lift.find(({ on }) => on > startsOn && on <= addDays(startsOn, 6));
    const last = lift.findLast(({ on }) => on > startsOn && on <= end);
    return start === undefined || last === undefined || last.on <= start.on ? [] : [{ start, end: last }];
  });
};

/** Metres a week of some weeks. */
export const meanRunM = (weeks: readonly Week[], from: PlainDate, count: number): number => {
  const inside = weeks.filter(({ startsOn }) => startsOn >= from && startsOn < addDays(from, 7 * count));
  return inside.reduce((sum, { runM }) => sum + runM, 0) / count;
};

/** What came of a block: strength over it, running against the weeks before it, sessions done of planned. */
export const outcomeOf = (block: Block, points: readonly Point[], weeks: readonly Week[]) => {
  const count = daysBetween(block.startsOn, block.lastWeekOn) / 7 + 1;
  const before = meanRunM(weeks, addDays(block.startsOn, -7 * WEEKS_BEFORE), WEEKS_BEFORE);
  const lifted = weeks
    .filter(({ startsOn }) => startsOn >= block.startsOn && startsOn <= block.lastWeekOn)
    .reduce((sum, { liftSessions }) => sum + liftSessions, 0);
  return {
    strength: strengthOver(liftsOver(points, block)),
    running: before > 0 ? meanRunM(weeks, block.startsOn, count) / before - 1 : undefined,
    adherence: block.sessions > 0 ? Math.min(1, lifted / block.sessions) : undefined,
  };
};
