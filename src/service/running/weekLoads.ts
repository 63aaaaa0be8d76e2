import type { AthleteId } from '../../domain/kernel/ids.ts';
import { addDays, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { bestOf, ratedSessions, stressOf } from '../../domain/running/runningSummary.ts';
import { weekLoadsOver } from '../../domain/running/weekLoads.ts';
import type { ReadDb } from '../db/sql.ts';
import { everyWeek, weeksOf } from '../training/analysisStore.ts';
import { racedTimes, summedLifts, summedRuns } from './runningStore.ts';

const WEEKS_BEFORE = 4;
/** Fitness has forgotten what lies a year back. */
const FORM_FROM_DAYS = 365;

interface Window {
  /** A Monday. */
  readonly from: PlainDate;
  readonly weeks: number;
  readonly today: PlainDate;
}

/** The three loads and the form of each week of a window. */
export const weekLoadsOf = (db: ReadDb, athleteId: AthleteId, { from, weeks, today }: Window) => {
  const first = addDays(from, -7 * WEEKS_BEFORE);
  const to = addDays(from, 7 * weeks - 1);
  const found = weeksOf(db, athleteId, first);
  const runs = summedRuns(db, athleteId, addDays(from, -FORM_FROM_DAYS), to);
  const recent = runs.filter(({ on }) => on >= first);
  const best = bestOf({ races: racedTimes(db, athleteId), today });
  return weekLoadsOver({
    weeks: everyWeek(first, weeks + WEEKS_BEFORE, found),
    sessions: ratedSessions({ runs: recent, lifts: summedLifts(db, athleteId, first, to) }),
    stress: best === undefined ? undefined : stressOf(runs, best.thresholdMps),
    today,
  });
};
