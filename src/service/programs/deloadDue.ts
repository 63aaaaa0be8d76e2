import { addDays, daysBetween, mondayOf, type PlainDate } from '../../domain/kernel/plainDate.ts';
import { deloadReasons } from '../../domain/strength/deload.ts';
import { ostrcWeeks } from '../../domain/wellness/ostrcWeeks.ts';
import { readinessToday } from '../../domain/wellness/readinessToday.ts';
import { readinessLight } from '../../domain/wellness/trafficLight.ts';
import type { ReadDb } from '../db/sql.ts';
import { liftPointsOf, weeksOf } from '../training/analysisStore.ts';
import { checkInsOf } from '../training/checkInStore.ts';
import { healthReportsOf } from '../training/healthReportStore.ts';
import type { StoredProgram } from './programStore.ts';
import type { StoredWeek } from './programWeekStore.ts';

/** A deload every so many weeks at the latest (R2.6). */
const EVERY_WEEKS = 6;
const LIGHT_DAYS = 7;
/** The light of a day needs the 28 days before it. */
const CHECK_IN_DAYS = 42;

interface Looked {
  readonly db: ReadDb;
  readonly program: StoredProgram;
  readonly weeks: readonly StoredWeek[];
  readonly today: PlainDate;
}

/** Days of the last week whose own check-in gave amber or red, and whether the newest is red. */
const lightsOf = ({ db, program, today }: Looked) => {
  const checkIns = checkInsOf(db, program.athleteId, addDays(today, -CHECK_IN_DAYS));
  const recent = checkIns.filter(({ on }) => on <= today && daysBetween(on, today) < LIGHT_DAYS);
  const lights = recent.flatMap(({ on }) => {
    const state = readinessToday(checkIns, on);
    return state === undefined ? [] : readinessLight(state.readiness).light;
  });
  return { darkDays: lights.filter((light) => light !== 'green').length, isRed: lights.at(-1) === 'red' };
};

/** Change of the worst main lift since the block began, a fraction; 0 when nothing is known. */
const changeSince = ({ db, program, weeks, today }: Looked, blockStart: PlainDate): number => {
  const main = new Set(
    weeks.flatMap((week) =>
      week.sessions.flatMap((session) =>
        session.slots.filter(({ role }) => role === 'main').map((slot) => slot.exerciseKey),
      ),
    ),
  );
  const points = liftPointsOf(db, program.athleteId, addDays(blockStart, -28)).filter(({ day }) => day <= today);
  const changes = [...main].flatMap((key) => {
    const own = points.filter((point) => point.key === key);
    const before = own.findLast(({ day }) => day < blockStart) ?? own[0];
    const last = own.at(-1);
    return before === undefined || last === undefined ? [] : last.trend_kg / before.trend_kg - 1;
  });
  return Math.min(0, ...changes);
};

/** Weeks in a row up to one, itself included, that were no deload. */
const weeksWithoutDeload = (weeks: readonly StoredWeek[], place: number): number => {
  const before = weeks.slice(0, place + 1).toReversed();
  const at = before.findIndex(({ kind }) => kind === 'deload');
  return at < 0 ? before.length : at;
};

/** Whether a deload is due that the plan does not have (R2.6), why, and which week it could be. */
export const deloadDue = (looked: Looked) => {
  const { db, program, weeks, today } = looked;
  const monday = mondayOf(today);
  const lifted = weeksOf(db, program.athleteId, monday).find((week) => week.startsOn === monday)?.liftSessions ?? 0;
  const from = lifted > 0 ? addDays(monday, 7) : monday;
  const place = weeks.findIndex((week) => week.startsOn === from);
  const week = weeks[place];
  const block = weeks.find((one) => one.block === week?.block);
  if (week === undefined || block === undefined || week.kind === 'deload') return {};
  const { darkDays, isRed } = lightsOf(looked);
  const { current } = ostrcWeeks(healthReportsOf(db, program.athleteId, addDays(today, -28)), today);
  const reasons = deloadReasons({
    weeksSinceDeload: weeksWithoutDeload(weeks, place) - 1,
    everyWeeks: EVERY_WEEKS + 1,
    amberDaysInAWeek: darkDays,
    isRed,
    hasSubstantialProblem: current?.isSubstantial === true,
    trendChange: changeSince(looked, block.startsOn),
  });
  return reasons.length === 0 ? {} : { due: { week: place + 1, startsOn: week.startsOn, reasons: [...reasons] } };
};
