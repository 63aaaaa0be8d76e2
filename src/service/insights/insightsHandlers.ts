import { quadrantOf, quadrantWords, strengthOver, type LiftOverBlock } from '../../domain/insights/blockOutcome.ts';
import { templateOutcome } from '../../domain/insights/whatWorked.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { ok } from '../../domain/kernel/result.ts';
import { groupRows } from '../db/groupRows.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { allTemplates } from '../programs/templates.ts';
import { cutExercises, endedBlocks, pointsSince, weeksSince } from './insightsStore.ts';

/** A block shorter than this cannot have made anybody stronger. */
const LEAST_WEEKS = 3;
const WEEKS_BEFORE = 4;
/** A maximum known so long before a block still tells where it began. */
const KNOWN_DAYS = 28;
const CUT_DAYS = 14;

type Point = ReturnType<typeof pointsSince>[number];
type Week = ReturnType<typeof weeksSince>[number];
type Block = ReturnType<typeof endedBlocks>[number];

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

const meanRunM = (weeks: readonly Week[], from: PlainDate, count: number): number => {
  const inside = weeks.filter(({ startsOn }) => startsOn >= from && startsOn < addDays(from, 7 * count));
  return inside.reduce((sum, { runM }) => sum + runM, 0) / count;
};

const outcomeOf = (block: Block, points: readonly Point[], weeks: readonly Week[]) => {
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

export const insightsHandlers: ServiceHandlers['insights'] = {
  view: ({ weeks }, { db, clock, deps }) => {
    const thisWeek = mondayOf(clock.today());
    const from = addDays(thisWeek, -7 * weeks);
    const ended = endedBlocks(db, from, thisWeek).filter(
      ({ startsOn, lastWeekOn }) => daysBetween(startsOn, lastWeekOn) / 7 + 1 >= LEAST_WEEKS,
    );
    const first = ended.reduce((least, { startsOn }) => (startsOn < least ? startsOn : least), thisWeek);
    const pointsOf = groupRows(pointsSince(db, addDays(first, -KNOWN_DAYS)), ({ athleteId }) => athleteId);
    const weeksOf = groupRows(weeksSince(db, addDays(first, -7 * WEEKS_BEFORE)), ({ athleteId }) => athleteId);
    const blocks = ended.map((block) => {
      const { sessions: _sessions, lastWeekOn, ...shown } = block;
      const outcome = outcomeOf(block, pointsOf.get(block.athleteId) ?? [], weeksOf.get(block.athleteId) ?? []);
      const quadrant = quadrantOf(outcome);
      return {
        ...shown,
        endsOn: addDays(lastWeekOn, 6),
        ...outcome,
        quadrant,
        words: quadrant === undefined ? undefined : quadrantWords(quadrant),
      };
    });
    const all = allTemplates(db, deps.resourcesFolder, listExercises(db));
    const names = new Map(all.map(({ key, grid }) => [key, grid.name]));
    const templates = [...Map.groupBy(blocks, ({ templateKey }) => templateKey)]
      .map(([templateKey, own]) => ({
        templateKey,
        name: names.get(templateKey) ?? own[0]?.program ?? templateKey,
        ...templateOutcome(own),
      }))
      .toSorted((a, b) => b.athletes - a.athletes || a.name.localeCompare(b.name));
    return ok({ blocks, templates, cuts: cutExercises(db, addDays(clock.today(), -CUT_DAYS)) });
  },
};
