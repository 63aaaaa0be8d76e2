import { quadrantOf, quadrantWords } from '../../domain/insights/blockOutcome.ts';
import { templateOutcome } from '../../domain/insights/whatWorked.ts';
import { addDays, daysBetween, mondayOf } from '../../domain/kernel/plainDate.ts';
import { fail, ok } from '../../domain/kernel/result.ts';
import { findAthlete } from '../athletes/athleteStore.ts';
import { groupRows } from '../db/groupRows.ts';
import type { ServiceHandlers } from '../deps.ts';
import { listExercises } from '../exercises/exerciseStore.ts';
import { allTemplates } from '../programs/templates.ts';
import { athleteBlocks } from './athleteBlocks.ts';
import { KNOWN_DAYS, outcomeOf, WEEKS_BEFORE } from './blockOutcomes.ts';
import { cutExercises, endedBlocks, pointsSince, weeksSince } from './insightsStore.ts';

/** A block shorter than this cannot have made anybody stronger. */
const LEAST_WEEKS = 3;
const CUT_DAYS = 14;

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

  blocks: ({ athleteId }, { db, clock }) =>
    findAthlete(db, athleteId) === undefined
      ? fail({ tag: 'AthleteNotFound', athleteId })
      : ok({ athleteId, blocks: [...athleteBlocks(db, athleteId, clock.today())] }),
};
