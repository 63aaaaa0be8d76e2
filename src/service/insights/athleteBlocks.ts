import { blockCourse } from '../../domain/insights/blockCourse.ts';
import { quadrantOf, quadrantWords } from '../../domain/insights/blockOutcome.ts';
import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import type { ReadDb } from '../db/sql.ts';
import { weeksOf } from '../training/analysisStore.ts';
import { KNOWN_DAYS, meanRunM, outcomeOf, WEEKS_BEFORE } from './blockOutcomes.ts';
import { begunBlocks, trendsSince } from './insightsStore.ts';

/** So many blocks are compared, the newest. */
const COMPARED = 8;

/** An athlete's newest blocks beside each other, the one that is going on as far as it has gone. The newest first. */
export const athleteBlocks = (db: ReadDb, athleteId: AthleteId, today: PlainDate) => {
  const thisWeek = mondayOf(today);
  const blocks = begunBlocks(db, athleteId, thisWeek).slice(0, COMPARED);
  const first = blocks.at(-1)?.startsOn ?? thisWeek;
  const weeks = weeksOf(db, athleteId, addDays(first, -7 * WEEKS_BEFORE));
  const points = trendsSince(db, athleteId, addDays(first, -KNOWN_DAYS));
  return blocks.map(({ sessions, sessionsDue, lastWeekOn, ...block }) => {
    const isOver = lastWeekOn < thisWeek;
    const lastOn = isOver ? lastWeekOn : thisWeek;
    const count = daysBetween(block.startsOn, lastOn) / 7 + 1;
    const inside = weeks.filter(({ startsOn }) => startsOn >= block.startsOn && startsOn <= lastOn);
    const sum = (part: (week: (typeof weeks)[number]) => number): number =>
      inside.reduce((total, week) => total + part(week), 0);
    const due = isOver ? sessions : sessionsDue;
    const outcome = outcomeOf({ startsOn: block.startsOn, lastWeekOn: lastOn, sessions: due }, points, weeks);
    const quadrant = isOver ? quadrantOf(outcome) : undefined;
    const runM = sum((week) => week.runM);
    return {
      ...block,
      endsOn: addDays(lastWeekOn, 6),
      isOver,
      weeks: daysBetween(block.startsOn, lastWeekOn) / 7 + 1,
      sessions: due,
      liftSessions: sum((week) => week.liftSessions),
      hardSetsAWeek: sum((week) => week.hardSets) / count,
      runMAWeek: runM / count,
      runMBefore: meanRunM(weeks, addDays(block.startsOn, -7 * WEEKS_BEFORE), WEEKS_BEFORE),
      keyShare: runM > 0 ? sum((week) => week.keyRunM) / runM : undefined,
      ...outcome,
      words: quadrant === undefined ? undefined : quadrantWords(quadrant),
      course: [...blockCourse(points, block.startsOn, count)],
    };
  });
};
